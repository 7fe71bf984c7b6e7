#include "book-private.h"
#include "book-references-private.h"
#include "book-tabs-private.h"

#include "source-sums-private.h"

static const YlColumnForm columns[YL_N_SOURCE_COLUMNS] = {
  [YL_SOURCE_ORDINAL] = { "序号", NULL, 7 },         [YL_SOURCE_NAME] = { "资金名称", NULL, 32 },
  [YL_SOURCE_LEVEL] = { "来源层级", NULL, 16 },      [YL_SOURCE_PURPOSE] = { "用途", NULL, 16 },
  [YL_SOURCE_FUND] = { "资金性质", NULL, 16 },       [YL_SOURCE_KIND] = { "种类", NULL, 18 },
  [YL_SOURCE_ACCOUNT] = { "科目编码", NULL, 16 },    [YL_SOURCE_DOCUMENT] = { "文号", NULL, 26 },
  [YL_SOURCE_AMOUNT] = { "金额\n（元）", NULL, 18 }, [YL_SOURCE_SCOPE] = { "资金口径", NULL, 14 },
};

#define SCOPE_FORMULA "IF(OR(C#=\"社会\",E#=\"社会资金\"),\"社会资金\",\"公共财政资金\")"

/* Columns of the tables below the list. */
enum
{
  SUM_LABEL = YL_SOURCE_NAME,
  SUM_FIRST_FUND = YL_SOURCE_LEVEL,
  SUM_TOTAL = YL_SOURCE_KIND,
  SUM_DEMAND = YL_SOURCE_ACCOUNT,
  SUM_DIFFERENCE = YL_SOURCE_DOCUMENT,
};
G_STATIC_ASSERT (SUM_FIRST_FUND + YL_N_FUNDS == SUM_TOTAL);

YlSheet *
yl_book_open_sources (YlBook *book)
{
  g_autofree char *title =
      g_strdup_printf ("%s%u年农村公路管护资金来源表", book->name, book->figures->year);
  const YlSheetForm sheet_form = {
    .name = "资金来源",
    .title = title,
    .unit_note = "单位：元",
    .columns = columns,
    .n_columns = YL_N_SOURCE_COLUMNS,
    .has_filter = TRUE,
  };
  YlSheet *sheet = yl_form_add_sheet (book->form, &sheet_form);
  const guint32 first = yl_sheet_get_first_row (sheet);
  const guint n_rows = MAX (book->entry->sources->len, 1);
  book->sources = (YlPart){ sheet, first, first + n_rows - 1 };
  return sheet;
}

static void
write_source (YlSheet *sheet, guint ordinal, const YlSource *source)
{
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  yl_sheet_number (sheet, YL_SOURCE_ORDINAL, YL_MEASURE_NUMBER, ordinal);
  yl_sheet_text (sheet, YL_SOURCE_NAME, source->name);
  yl_sheet_label (sheet, YL_SOURCE_LEVEL, yl_payer_get_name (source->level));
  yl_sheet_label (sheet, YL_SOURCE_PURPOSE, yl_purpose_get_name (source->purpose));
  yl_sheet_label (sheet, YL_SOURCE_FUND, yl_fund_get_name (source->fund));
  yl_sheet_label (sheet, YL_SOURCE_KIND, yl_source_kind_get_name (source->kind));
  yl_sheet_label (sheet, YL_SOURCE_ACCOUNT, source->account);
  yl_sheet_text (sheet, YL_SOURCE_DOCUMENT, source->document);
  yl_sheet_set_style (sheet, YL_STYLE_INPUT);
  yl_sheet_number (sheet, YL_SOURCE_AMOUNT, YL_MEASURE_FEN, source->amount.fen);
  yl_sheet_set_style (sheet, YL_STYLE_BODY);
  yl_sheet_text_formula (sheet, YL_SOURCE_SCOPE, SCOPE_FORMULA,
                         yl_source_is_public (source) ? "公共财政资金" : "社会资金");
}

static void
write_list (YlBook *book, YlSheet *sheet)
{
  const GArray *sources = book->entry->sources;
  gint64 sum_fen = 0;
  for (guint i = 0; i < sources->len; i++)
    {
      const YlSource *source = &g_array_index (sources, YlSource, i);
      write_source (sheet, i + 1, source);
      sum_fen += source->amount.fen;
    }
  if (sources->len == 0)
    {
      yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
      yl_sheet_blanks (sheet, 0, YL_N_SOURCE_COLUMNS - 1);
    }
  yl_sheet_map_rows (sheet, YL_SOURCE_AMOUNT, book->sources.first_row, book->sources.last_row,
                     YL_MEASURE_FEN, "sources.amount_fen");
  yl_sheet_end_filter (sheet);
  yl_sheet_begin_row (sheet, YL_STYLE_TOTAL, 20);
  yl_sheet_label (sheet, YL_SOURCE_ORDINAL, "合计");
  yl_sheet_blanks (sheet, YL_SOURCE_NAME, YL_SOURCE_DOCUMENT);
  yl_book_put_sum (book, &book->sources, YL_SOURCE_AMOUNT, YL_MEASURE_FEN, sum_fen, "sources_fen");
  yl_sheet_blank (sheet, YL_SOURCE_SCOPE);
}

static void
write_sum_heads (YlSheet *sheet, const char *title, const char *label, gboolean has_demand)
{
  yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 10);
  yl_sheet_begin_row (sheet, YL_STYLE_SECTION, 20);
  yl_sheet_span (sheet, YL_SOURCE_ORDINAL, has_demand ? SUM_DIFFERENCE : SUM_TOTAL, title);
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 24);
  yl_sheet_head (sheet, YL_SOURCE_ORDINAL, "序号");
  yl_sheet_head (sheet, SUM_LABEL, label);
  for (guint fund = 0; fund < YL_N_FUNDS; fund++)
    yl_sheet_head (sheet, SUM_FIRST_FUND + fund, yl_fund_get_name (fund));
  yl_sheet_head (sheet, SUM_TOTAL, "合计");
  if (!has_demand)
    return;
  yl_sheet_head (sheet, SUM_DEMAND, "本年预算数");
  yl_sheet_head (sheet, SUM_DIFFERENCE, "资金减预算");
}

/* @line: "sources_by_level.city" */
static void
map_sum (YlSheet *sheet, guint column, const char *line, const char *figure)
{
  g_autofree char *key = g_strdup_printf ("%s.%s_fen", line, figure);
  yl_sheet_map_cell (sheet, column, YL_MEASURE_FEN, key);
}

/* A line of either table: @by is the column of the list whose text stands in SUM_LABEL. */
static void
write_sum_line (YlBook *book,
                YlSheet *sheet,
                guint ordinal,
                const char *label,
                YlSourceColumn by,
                const gint64 *by_fund_fen,
                const char *line)
{
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  yl_sheet_number (sheet, YL_SOURCE_ORDINAL, YL_MEASURE_NUMBER, ordinal);
  yl_sheet_label (sheet, SUM_LABEL, label);
  gint64 sum_fen = 0;
  for (guint fund = 0; fund < YL_N_FUNDS; fund++)
    {
      g_autofree char *fund_test = g_strdup_printf ("\"%s\"", yl_fund_get_name (fund));
      const YlCriterion criteria[] = { { by, "$B#" }, { YL_SOURCE_FUND, fund_test } };
      yl_sheet_formula (sheet, SUM_FIRST_FUND + fund, YL_MEASURE_FEN,
                        yl_book_sum (book, &book->sources, 1, YL_SOURCE_AMOUNT, YL_MEASURE_FEN,
                                     criteria, G_N_ELEMENTS (criteria)),
                        by_fund_fen[fund]);
      map_sum (sheet, SUM_FIRST_FUND + fund, line, yl_fund_get_key (fund));
      sum_fen += by_fund_fen[fund];
    }
  yl_sheet_formula (sheet, SUM_TOTAL, YL_MEASURE_FEN, "ROUND(SUM(C#:E#),2)", sum_fen);
  map_sum (sheet, SUM_TOTAL, line, "total");
}

static void
write_sum_total (YlBook *book, const YlPart *rows, const YlSourceSums *sums)
{
  YlSheet *sheet = rows->sheet;
  yl_sheet_begin_row (sheet, YL_STYLE_TOTAL, 20);
  yl_sheet_blank (sheet, YL_SOURCE_ORDINAL);
  yl_sheet_label (sheet, SUM_LABEL, "合计");
  for (guint fund = 0; fund < YL_N_FUNDS; fund++)
    {
      g_autofree char *key = g_strdup_printf ("sources_by_fund.%s_fen", yl_fund_get_key (fund));
      yl_book_put_sum (book, rows, SUM_FIRST_FUND + fund, YL_MEASURE_FEN, sums->fund_fen[fund],
                       key);
    }
  yl_book_put_sum (book, rows, SUM_TOTAL, YL_MEASURE_FEN, sums->all_fen, "sources_fen");
}

static void
note_list_check (YlBook *book, const char *title, const char *cell, gint64 units)
{
  const YlCheck check = {
    .title = title,
    .left = yl_book_sum (book, &book->sources, 1, YL_SOURCE_AMOUNT, YL_MEASURE_FEN, NULL, 0),
    .right = cell,
    .units = units,
    .measure = YL_MEASURE_FEN,
  };
  yl_book_note_check (book, &check);
}

static void
write_levels (YlBook *book, YlSheet *sheet, const YlSourceSums *sums)
{
  write_sum_heads (sheet, "一、按来源层级和资金性质", "来源层级", FALSE);
  const guint32 first = yl_sheet_get_row (sheet) + 1;
  for (guint level = 0; level < YL_N_PAYERS; level++)
    {
      g_autofree char *line = g_strconcat ("sources_by_level.", yl_payer_get_key (level), NULL);
      write_sum_line (book, sheet, level + 1, yl_payer_get_name (level), YL_SOURCE_LEVEL,
                      sums->by_level_fen[level], line);
    }
  const YlPart rows = { sheet, first, first + YL_N_PAYERS - 1 };
  write_sum_total (book, &rows, sums);
  note_list_check (book, "资金来源逐笔合计＝按来源层级合计",
                   yl_book_reference (book, sheet, SUM_TOTAL, yl_sheet_get_row (sheet)),
                   sums->all_fen);
}

static void
write_demand (
    YlBook *book, YlSheet *sheet, YlPurpose purpose, const YlSourceSums *sums, const char *line)
{
  const char *formula =
      purpose == YL_PURPOSE_DAILY ? YL_NAME_STANDARD : yl_book_sum_other (book, purpose);
  const gint64 demand_fen = sums->demand_fen[purpose];
  yl_sheet_formula (sheet, SUM_DEMAND, YL_MEASURE_FEN, formula, demand_fen);
  map_sum (sheet, SUM_DEMAND, line, "demand");
  yl_sheet_formula (sheet, SUM_DIFFERENCE, YL_MEASURE_FEN, "ROUND(F#-G#,2)",
                    sums->by_purpose_all_fen[purpose] - demand_fen);
  map_sum (sheet, SUM_DIFFERENCE, line, "difference");
}

static void
write_purposes (YlBook *book, YlSheet *sheet, const YlSourceSums *sums)
{
  write_sum_heads (sheet, "二、按用途和资金性质，与本年预算数对照", "用途", TRUE);
  const guint32 first = yl_sheet_get_row (sheet) + 1;
  for (guint purpose = 0; purpose < YL_N_PURPOSES; purpose++)
    {
      g_autofree char *line =
          g_strconcat ("sources_by_purpose.", yl_purpose_get_key (purpose), NULL);
      write_sum_line (book, sheet, purpose + 1, yl_purpose_get_name (purpose), YL_SOURCE_PURPOSE,
                      sums->by_purpose_fen[purpose], line);
      write_demand (book, sheet, purpose, sums, line);
    }
  book->purpose_rows = (YlPart){ sheet, first, first + YL_N_PURPOSES - 1 };
  write_sum_total (book, &book->purpose_rows, sums);
  yl_book_put_sum (book, &book->purpose_rows, SUM_DEMAND, YL_MEASURE_FEN, book->figures->demand_fen,
                   "demand_fen");
  yl_sheet_formula (sheet, SUM_DIFFERENCE, YL_MEASURE_FEN, "ROUND(F#-G#,2)",
                    sums->all_fen - book->figures->demand_fen);
  yl_sheet_map_cell (sheet, SUM_DIFFERENCE, YL_MEASURE_FEN, "sources_difference_fen");
  note_list_check (book, "资金来源逐笔合计＝按用途合计",
                   yl_book_reference (book, sheet, SUM_TOTAL, yl_sheet_get_row (sheet)),
                   sums->all_fen);
}

void
yl_book_fill_sources (YlBook *book)
{
  YlSheet *sheet = book->tabs[YL_TAB_SOURCES];
  YlSourceSums sums;
  yl_source_sums_init (&sums, book->entry->sources, book->figures->demand);
  write_list (book, sheet);
  write_levels (book, sheet, &sums);
  write_purposes (book, sheet, &sums);
  yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 0);
  yl_sheet_span (
      sheet, 0, YL_SOURCE_SCOPE,
      "说明：只有用途为“日常养护”的公共财政资金才冲减日常养护资金缺口；养护工程、建设等资金和"
      "社会资金单独反映。一般公共预算与政府性基金分列，不混合相加。");
  yl_sheet_end (sheet);
}

const char *
yl_book_sum_public (YlBook *book, YlPurpose purpose, YlPayer level)
{
  g_autofree char *purpose_test = g_strdup_printf ("\"%s\"", yl_purpose_get_name (purpose));
  g_autofree char *level_test = g_strdup_printf ("\"%s\"", yl_payer_get_name (level));
  const YlCriterion criteria[] = {
    { YL_SOURCE_PURPOSE, purpose_test },
    { YL_SOURCE_LEVEL, level_test },
    { YL_SOURCE_SCOPE, "\"公共财政资金\"" },
  };
  return yl_book_sum (book, &book->sources, 1, YL_SOURCE_AMOUNT, YL_MEASURE_FEN, criteria,
                      G_N_ELEMENTS (criteria));
}

const char *
yl_book_sum_social (YlBook *book)
{
  const YlCriterion criteria[] = {
    { YL_SOURCE_PURPOSE, "\"日常养护\"" },
    { YL_SOURCE_SCOPE, "\"社会资金\"" },
  };
  return yl_book_sum (book, &book->sources, 1, YL_SOURCE_AMOUNT, YL_MEASURE_FEN, criteria,
                      G_N_ELEMENTS (criteria));
}
