#pragma once

#include "yanglu/io/xml-part.h"

G_BEGIN_DECLS

/** The namespaces of OpenDocument that a table is written in (ODF 1.3 part 3, 16.1). */
typedef enum
{
  YL_ODS_OFFICE,
  YL_ODS_STYLE,
  YL_ODS_TABLE,
  YL_ODS_TEXT,
  YL_ODS_CALC, /* LibreOffice's own: what kind of value a cell has */
  YL_N_ODS_NAMESPACES
} YlOdsNamespace;

/** YlOdsNames: the prefixes that a document gives to them, by its root element. */
typedef struct
{
  char *prefixes[YL_N_ODS_NAMESPACES]; /* with the colon; NULL: not declared */
} YlOdsNames;

/** yl_ods_names_learn: from the attributes of the root element. */
void yl_ods_names_learn (YlOdsNames *names, const XML_Char **attributes);
void yl_ods_names_clear (YlOdsNames *names);

/** yl_ods_names_is: whether @name is @local of @space. */
gboolean yl_ods_names_is (const YlOdsNames *names,
                          const char *name,
                          YlOdsNamespace space,
                          const char *local);
/** yl_ods_names_is_of: whether @name is any of @space. */
gboolean yl_ods_names_is_of (const YlOdsNames *names, const char *name, YlOdsNamespace space);
/** yl_ods_names_get: (transfer none) (nullable): an attribute. */
const char *yl_ods_names_get (const YlOdsNames *names,
                              const XML_Char **attributes,
                              YlOdsNamespace space,
                              const char *local);
/** yl_ods_names_get_count: an attribute that counts: 1 when it is missing or counts nothing. */
guint32 yl_ods_names_get_count (const YlOdsNames *names,
                                const XML_Char **attributes,
                                YlOdsNamespace space,
                                const char *local);

G_END_DECLS
