#pragma once

#include "yanglu/io/archive.h"

#include <expat.h>
#include <string.h>

G_BEGIN_DECLS

/**
 * YlXmlPart: one XML part on its way through expat.  The state of each parser
 * of ours begins with it, so that the handlers find it in their user data.
 *
 * Names are matched in the namespace of the root element, whatever its prefix
 * (`x:worksheet`) and whichever edition of the standard it names.
 */
typedef struct
{
  XML_Parser parser;
  GError *error;    /* why a handler stopped the reading */
  gboolean is_over; /* a handler needs no more */
  XML_StartElementHandler start;
  XML_EndElementHandler end; /* (nullable) */
  guint depth;               /* of the open element */
  gboolean is_default;       /* names without prefix are in the root's namespace */
  char *prefix;              /* with its colon, or NULL */
  gsize prefix_length;
  GHashTable *names; /* (nullable): of elements and attributes, longer than two bytes */
} YlXmlPart;

/** Elements within elements: a workbook has some twenty. expat keeps every open name. */
#define YL_XML_DEEPEST 256
/** Attributes of an element: a workbook has some thirty. expat keeps every name. */
#define YL_XML_MOST_ATTRIBUTES 256
/** Names of elements and attributes of a part, longer than two bytes: Excel's own are some hundreds of all
 * parts together. expat keeps every name. */
#define YL_XML_MOST_NAMES 4096

/**
 * yl_xml_read_part: parses part @name of @archive in blocks.
 * @self: the state; cleared again before it returns
 *
 * DOCTYPE is refused, and so are a tag or comment over a mebibyte, elements
 * more than YL_XML_DEEPEST deep, such of more than YL_XML_MOST_ATTRIBUTES and more
 * names than YL_XML_MOST_NAMES, all with %YL_ERROR_LIMIT.
 */
gboolean yl_xml_read_part (YlArchive *archive,
                           const char *name,
                           YlXmlPart *self,
                           XML_StartElementHandler start,
                           XML_EndElementHandler end,
                           XML_CharacterDataHandler text,
                           GError **error);

/** yl_xml_stop: the handlers need no more; what follows is not read. */
void yl_xml_stop (YlXmlPart *self);

/** yl_xml_get_attribute: (transfer none) (nullable): by its name, or by what follows its prefix. */
const char *yl_xml_get_attribute (const XML_Char **attributes, const char *name);
const char *yl_xml_get_prefixed_attribute (const XML_Char **attributes, const char *local);

/** yl_xml_is_true: an xsd:boolean. */
gboolean yl_xml_is_true (const char *value);

/* What @name is called in the root's namespace; a foreign name is empty and matches nothing. Two
 * bytes of it may be looked at. */
static inline const char *
yl_xml_local (const YlXmlPart *self, const char *name)
{
  if (self->prefix_length == 0)
    return name;
  if (strncmp (name, self->prefix, self->prefix_length) == 0)
    return name + self->prefix_length;
  return self->is_default ? name : "\0";
}

G_END_DECLS
