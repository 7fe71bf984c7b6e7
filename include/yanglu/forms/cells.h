#pragma once

#include "yanglu/forms/form.h"

G_BEGIN_DECLS

/* The cells of the current row; @column counts from 0. Text stays text whatever it begins with;
 * characters that XML cannot hold are shown as their pictures (␀ …), nothing is lost. */
void yl_sheet_text (YlSheet *sheet, guint column, const char *text);
void yl_sheet_label (YlSheet *sheet, guint column, const char *text); /* centred */
/** yl_sheet_span: @text over the columns @first to @last of this row, left aligned. */
void yl_sheet_span (YlSheet *sheet, guint first, guint last, const char *text);
/** yl_sheet_note: a row of small print over all columns. */
void yl_sheet_note (YlSheet *sheet, const char *text);
/** yl_sheet_head: a head in the midst of a sheet, where another table begins. */
void yl_sheet_head (YlSheet *sheet, guint column, const char *text);
/** yl_sheet_span_head: one over the columns @first to @last. */
void yl_sheet_span_head (YlSheet *sheet, guint first, guint last, const char *text);
/** yl_sheet_title: a title over all columns in the midst of a sheet. */
void yl_sheet_title (YlSheet *sheet, const char *text);
void yl_sheet_blank (YlSheet *sheet, guint column);
/** yl_sheet_blanks: empty bordered cells from @first to @last. */
void yl_sheet_blanks (YlSheet *sheet, guint first, guint last);
/** yl_sheet_blank_number: an empty cell that waits for a number. */
void yl_sheet_blank_number (YlSheet *sheet, guint column, YlMeasure measure);
void yl_sheet_number (YlSheet *sheet, guint column, YlMeasure measure, gint64 units);
/** yl_sheet_ordinal: the number of a row. */
void yl_sheet_ordinal (YlSheet *sheet, guint column, guint64 ordinal);
/** yl_sheet_decimal: a number as somebody else wrote it, "12.50" as 12.5. */
void yl_sheet_decimal (YlSheet *sheet, guint column, const char *decimal);
/** yl_sheet_formula: @formula, in which every # stands for this row's number, with the program's
 * own figure as the value shown until somebody recalculates. */
void yl_sheet_formula (
    YlSheet *sheet, guint column, YlMeasure measure, const char *formula, gint64 cached_units);
/** yl_sheet_array_formula: one that works on whole ranges at once. */
void yl_sheet_array_formula (
    YlSheet *sheet, guint column, YlMeasure measure, const char *formula, gint64 cached_units);
void
yl_sheet_text_formula (YlSheet *sheet, guint column, const char *formula, const char *cached_text);
/** yl_sheet_open_formula: a figure that is still "" but looks like one once the formula gives it. */
void yl_sheet_open_formula (YlSheet *sheet, guint column, YlMeasure measure, const char *formula);
/** yl_sheet_span_formula: a formula that gives text, over the columns @first to @last. */
void yl_sheet_span_formula (
    YlSheet *sheet, guint first, guint last, const char *formula, const char *cached_text);
/** yl_sheet_span_number: the same for a number; without a @formula (nullable) the number itself. */
void yl_sheet_span_number (YlSheet *sheet,
                           guint first,
                           guint last,
                           YlMeasure measure,
                           const char *formula,
                           gint64 cached_units);
/** yl_sheet_raw_text: @text as it is, for cells that only programs read. */
void yl_sheet_raw_text (YlSheet *sheet, guint column, const char *text);

G_END_DECLS
