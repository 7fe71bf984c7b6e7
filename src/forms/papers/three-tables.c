#include "three-private.h"

/* 三表核对: approved, paid and published, row by row. */

static const YlColumnForm columns[YL_THREE_N_COLUMNS] = {
  [YL_THREE_ORDINAL] = { "序号", NULL, 6 },
  [YL_THREE_NAME] = { "对象或用途", NULL, 30 },
  [YL_THREE_PURPOSE] = { "资金用途", NULL, 13 },
  [YL_THREE_APPROVED] = { "批复\n（元）", NULL, 17 },
  [YL_THREE_PAID] = { "执行\n（元）", NULL, 17 },
  [YL_THREE_PUBLISHED] = { "公开\n（元）", NULL, 17 },
  [YL_THREE_PAID_MORE] = { "执行－批复\n（元）", NULL, 17 },
  [YL_THREE_PUBLISHED_MORE] = { "公开－执行\n（元）", NULL, 17 },
  [YL_THREE_UNIT] = { "公开取整\n（元）", NULL, 11 },
  [YL_THREE_RESULT] = { "核对结果", NULL, 14 },
  [YL_THREE_WRITTEN] = { "公开表中的名称", NULL, 28 },
  [YL_THREE_MATCH] = { "认定依据", NULL, 18 },
  [YL_THREE_PLACE] = { "公开\n表行", NULL, 7 },
};

#define PAID_MORE_FORMULA "ROUND(SUM(E#)-SUM(D#),2)"
#define MORE_THAN_PAID_FORMULA "ROUND(SUM(F#)-SUM(E#),2)"
#define MORE_THAN_APPROVED_FORMULA "ROUND(SUM(F#)-SUM(D#),2)"
/* F# is x, shown in steps of I#; x in the wrong unit, so shown. A dash adds nothing to a SUM. */
#define IS(x) "ABS(ROUND(F#-SUM(" x "),2))*2<=I#"
#define IS_UNIT(x)                                                                                 \
  "AND(SUM(" x ")<>0,F#<>0,OR(ROUND(F#-SUM(" x ")*10000,2)=0,ABS(ROUND(F#*10000-SUM(" x            \
  "),2))*2<=MAX(I#,0.01)*10000))"
#define RESULT_FORMULA                                                                              \
  "IF(COUNT(F#)=0,\"没有公开\",IF(" IS ("D#") ",\"与批复一致\",IF(AND(COUNT(E#)>0," IS (            \
      "E#") "),\"与执行一致\",IF(OR(" IS_UNIT ("D#") "," IS_UNIT ("E#") "),\"元与万元混淆\"," \
                                                                        "\"不一致\"))))"

static void
write_known (YlSheet *sheet, guint column, gboolean is_known, gint64 fen)
{
  if (is_known)
    yl_sheet_number (sheet, column, YL_MEASURE_FEN, fen);
  else
    yl_sheet_label (sheet, column, "—");
}

static void
write_differences (YlSheet *sheet, gint64 approved_fen, gint64 paid_fen, gint64 published_fen)
{
  yl_sheet_formula (sheet, YL_THREE_PAID_MORE, YL_MEASURE_FEN, PAID_MORE_FORMULA,
                    paid_fen - approved_fen);
  yl_sheet_formula (sheet, YL_THREE_PUBLISHED_MORE, YL_MEASURE_FEN, MORE_THAN_PAID_FORMULA,
                    published_fen - paid_fen);
}

/* Without a ledger the published amount is held against the approved one. */
static void
write_difference (YlSheet *sheet, gint64 approved_fen, gint64 published_fen)
{
  yl_sheet_label (sheet, YL_THREE_PAID_MORE, "—");
  yl_sheet_formula (sheet, YL_THREE_PUBLISHED_MORE, YL_MEASURE_FEN, MORE_THAN_APPROVED_FORMULA,
                    published_fen - approved_fen);
}

static void
write_amounts (YlSheet *sheet, const YlThreeTables *tables, const YlThreeRow *row)
{
  write_known (sheet, YL_THREE_APPROVED, row->is_approved, row->approved_fen);
  write_known (sheet, YL_THREE_PAID, tables->has_paid, row->paid_fen);
  write_known (sheet, YL_THREE_PUBLISHED, row->is_published, row->published_fen);
  if (tables->has_paid)
    write_differences (sheet, row->approved_fen, row->paid_fen, row->published_fen);
  else
    write_difference (sheet, row->approved_fen, row->published_fen);
}

static gboolean
is_sound (const YlThreeRow *row)
{
  return row->verdict == YL_THREE_AS_APPROVED || row->verdict == YL_THREE_AS_PAID
         || (row->verdict == YL_THREE_NOT_PUBLISHED && row->approved_fen == 0);
}

static void
write_row (YlSheet *sheet, const YlThreeTables *tables, const YlThreeRow *row, guint ordinal)
{
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  yl_sheet_number (sheet, YL_THREE_ORDINAL, YL_MEASURE_NUMBER, ordinal);
  yl_sheet_text (sheet, YL_THREE_NAME, row->name);
  yl_sheet_label (sheet, YL_THREE_PURPOSE, yl_purpose_get_name ((YlPurpose) row->purpose));
  write_amounts (sheet, tables, row);
  yl_sheet_number (sheet, YL_THREE_UNIT, YL_MEASURE_FEN, row->unit_fen > 1 ? row->unit_fen : 0);
  yl_sheet_set_style (sheet, is_sound (row) ? YL_STYLE_BODY : YL_STYLE_FAULT);
  yl_sheet_text_formula (sheet, YL_THREE_RESULT, RESULT_FORMULA,
                         yl_three_verdict_get_name (row->verdict));
  yl_sheet_set_style (sheet, YL_STYLE_BODY);
  yl_sheet_text (sheet, YL_THREE_WRITTEN, row->written);
  yl_sheet_label (sheet, YL_THREE_MATCH,
                  row->written[0] == '\0' ? "" : yl_party_match_get_name (row->match));
  if (row->row > 0)
    yl_sheet_number (sheet, YL_THREE_PLACE, YL_MEASURE_NUMBER, row->row);
  else
    yl_sheet_blank (sheet, YL_THREE_PLACE);
}

/* Those past the limit in one row. */
static void
write_others (YlSheet *sheet, const YlThreeTables *tables, guint n_shown)
{
  YlThreeRow others = { .is_approved = TRUE, .is_published = TRUE };
  for (guint i = n_shown; i < tables->rows->len; i++)
    {
      const YlThreeRow *row = yl_three_tables_get_row (tables, i);
      others.approved_fen += row->approved_fen;
      others.paid_fen += row->paid_fen;
      others.published_fen += row->published_fen;
    }
  g_autofree char *name = g_strdup_printf ("其余 %u 个", tables->rows->len - n_shown);
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  yl_sheet_blank (sheet, YL_THREE_ORDINAL);
  yl_sheet_text (sheet, YL_THREE_NAME, name);
  yl_sheet_blank (sheet, YL_THREE_PURPOSE);
  write_amounts (sheet, tables, &others);
  yl_sheet_blanks (sheet, YL_THREE_UNIT, YL_THREE_PLACE);
}

static void
write_sum (YlPapers *papers, const YlPart *rows, guint column, gint64 fen, const char *name)
{
  const char *sum = yl_ranges_sum (papers->texts, rows, 1, column, YL_MEASURE_FEN, NULL, 0);
  const gboolean is_empty = rows->last_row < rows->first_row;
  yl_sheet_formula (rows->sheet, column, YL_MEASURE_FEN, is_empty ? "0" : sum, fen);
  yl_form_define (
      papers->form, name,
      yl_ranges_cell (papers->texts, rows->sheet, column, yl_sheet_get_row (rows->sheet)));
}

static void
write_total (YlPapers *papers, YlSheet *sheet)
{
  const YlThreeTables *tables = papers->audit->three_tables;
  const YlPart rows = { sheet, yl_sheet_get_first_row (sheet), yl_sheet_get_row (sheet) };
  yl_sheet_begin_row (sheet, YL_STYLE_TOTAL, 20);
  yl_sheet_span (sheet, YL_THREE_ORDINAL, YL_THREE_PURPOSE, "合计");
  write_sum (papers, &rows, YL_THREE_APPROVED, tables->approved_fen, YL_NAME_APPROVED);
  if (tables->has_paid)
    write_sum (papers, &rows, YL_THREE_PAID, tables->paid_fen, YL_NAME_EXECUTED);
  else
    yl_sheet_label (sheet, YL_THREE_PAID, "—");
  write_sum (papers, &rows, YL_THREE_PUBLISHED, tables->published_fen, YL_NAME_PUBLISHED);
  if (tables->has_paid)
    write_differences (sheet, tables->approved_fen, tables->paid_fen, tables->published_fen);
  else
    write_difference (sheet, tables->approved_fen, tables->published_fen);
  yl_sheet_blanks (sheet, YL_THREE_UNIT, YL_THREE_PLACE);
}

void
yl_papers_write_three_tables (YlPapers *papers)
{
  const YlThreeTables *tables = papers->audit->three_tables;
  if (tables == NULL)
    return;
  YlColumnForm shown[YL_THREE_N_COLUMNS];
  for (guint i = 0; i < YL_THREE_N_COLUMNS; i++)
    shown[i] = columns[i];
  if (!tables->has_paid)
    shown[YL_THREE_PUBLISHED_MORE].head = "公开－批复\n（元）";
  const YlSheetForm sheet_form = {
    .name = "三表核对",
    .title = "批复、执行、公开三表核对表",
    .unit_note = "单位：元",
    .columns = shown,
    .n_columns = YL_THREE_N_COLUMNS,
    .n_frozen = YL_THREE_PURPOSE,
  };
  YlSheet *sheet = yl_form_add_sheet (papers->form, &sheet_form);
  const guint n_shown = MIN (tables->rows->len, YL_PAPER_PAYING_ROWS);
  for (guint i = 0; i < n_shown; i++)
    write_row (sheet, tables, yl_three_tables_get_row (tables, i), i + 1);
  if (n_shown < tables->rows->len)
    write_others (sheet, tables, n_shown);
  write_total (papers, sheet);
  yl_paper_write_three_bridge (papers, sheet, yl_sheet_get_first_row (sheet), n_shown);
  yl_sheet_end (sheet);
}
