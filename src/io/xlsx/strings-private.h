#pragma once

#include "archive-private.h"

G_BEGIN_DECLS

/** YlSharedStrings: the shared strings of a workbook, end to end in one block, four bytes each
 * besides their text. */
typedef struct
{
  char *text;
  guint32 *ends; /* where each string ends in `text` */
  guint32 n_strings;
  gsize length;
  gsize text_capacity;
  gsize ends_capacity;
} YlSharedStrings;

/**
 * yl_shared_strings_read: rich text becomes its runs put together, phonetic runs are left out.
 * @strings: all zero before
 */
gboolean yl_shared_strings_read (YlSharedStrings *strings,
                                 YlArchive *archive,
                                 const char *part,
                                 GError **error);
void yl_shared_strings_clear (YlSharedStrings *strings);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YlSharedStrings, yl_shared_strings_clear)

/* %FALSE when there is no string @index. */
static inline gboolean
yl_shared_strings_get (const YlSharedStrings *strings, guint64 index, YlText *out_text)
{
  if (index >= strings->n_strings)
    return FALSE;
  const guint32 start = index == 0 ? 0 : strings->ends[index - 1];
  *out_text = (YlText){ strings->text + start, strings->ends[index] - start };
  return TRUE;
}

G_END_DECLS
