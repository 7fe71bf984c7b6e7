#pragma once

#include "yanglu/io/rows.h"

/* A sink that writes what it is handed as "[sheet]" and "row: cell|cell|cell" lines; a row
 * that is hidden has "row hidden" before it. */
typedef struct
{
  GString *text;
  guint32 enough; /* the row after which no more is wanted; 0: all */
} YlRowText;

YlRowText *yl_row_text_new (void);
void yl_row_text_free (YlRowText *rows);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlRowText, yl_row_text_free)
YlRowSink yl_row_text_get_sink (YlRowText *rows);
