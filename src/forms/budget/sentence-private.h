#pragma once

#include "tabs-private.h"

G_BEGIN_DECLS

/**
 * YlSentence: a paragraph of 编制说明 or a note below a table, whose figures are those of the tables: as a formula that reads them
 * there, and as the text that it comes to.
 */
typedef struct
{
  YlBook *book;
  GString *formula;
  GString *text;
  GString *words; /* said since the last figure */
  gboolean follows;
} YlSentence;

/** yl_sentence_new: begins a paragraph; yl_sentence_begin(): without the room before its first line. */
YlSentence *yl_sentence_new (YlBook *book);
YlSentence *yl_sentence_begin (YlBook *book);
/** yl_sentence_say: words, which may come from a file. */
void yl_sentence_say (YlSentence *sentence, const char *format, ...) G_GNUC_PRINTF (2, 3);
/** yl_sentence_figure: the figure @key of the tables that were filled before, @units of its measure, with its
 * unit behind it; one that stands in no table is written as it is. */
void yl_sentence_figure (YlSentence *sentence, const char *key, gint64 units);
/** yl_sentence_titled: the same behind what the catalogue calls it. */
void yl_sentence_titled (YlSentence *sentence, const char *key, gint64 units);
/** yl_sentence_change: "与上年相同", "比上年增加3.00元，增长1.00%": the figures @change "_fen" and "_ppm"; @change_ppm:
 * %YL_UNKNOWN: nothing is said of it. */
void
yl_sentence_change (YlSentence *sentence, const char *change, gint64 change_fen, gint64 change_ppm);
/** yl_sentence_result: what @formula comes to: @text. */
void yl_sentence_result (YlSentence *sentence, const char *formula, const char *text);
/** yl_sentence_put: writes it over the columns @first to @last of the current row. @sentence: (transfer
 * full) */
void yl_sentence_put (YlSentence *sentence, YlSheet *sheet, guint first, guint last, YlLook look);
/** yl_sentence_end: writes it as a row of @sheet. @sentence: (transfer full) */
void yl_sentence_end (YlSentence *sentence, YlSheet *sheet);
/** yl_sentence_end_note: the same over all columns, of what is out of sight. @sentence: (transfer full) */
void yl_sentence_end_note (YlSentence *sentence, YlSheet *sheet);

G_END_DECLS
