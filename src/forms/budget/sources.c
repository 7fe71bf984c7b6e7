#include "shut-private.h"
#include "tabs-private.h"

#include <string.h>

/* A row of 资金来源. */
typedef struct
{
  const char *name;
  const char *level;
  const char *purpose;
  const char *fund;
  const char *kind;
  const char *account;
  const char *document;
  gint64 amount_fen;
  const char *scope;
} Row;

#define AT(of) G_STRUCT_OFFSET (Row, of)

static const YlTableColumn columns[] = {
  YL_COLUMN_ORDINAL (4.6),
  YL_COLUMN_TEXT ("name", "资金名称", 13.4, AT (name)),
  YL_COLUMN_LABEL ("level", "来源层级", 13.8, AT (level)),
  YL_COLUMN_LABEL ("purpose", "用途", 13.8, AT (purpose)),
  YL_COLUMN_LABEL ("fund", "资金性质", 13.8, AT (fund)),
  YL_COLUMN_LABEL ("kind", "种类", 13.8, AT (kind)),
  YL_COLUMN_LABEL ("account", "科目编码", 13.8, AT (account)),
  YL_COLUMN_TEXT ("document", "文号", 14, AT (document)),
  { .name = "amount_fen",
    .head = "金额\n（元）",
    .width = 13.8,
    .show = YL_CELL_NUMBER,
    .measure = YL_MEASURE_FEN,
    .member = AT (amount_fen),
    .style = YL_STYLE_INPUT,
    .is_figure = TRUE,
    .total = "sources_fen" },
  { .name = "scope",
    .head = "资金口径",
    .width = 11,
    .show = YL_CELL_RESULT,
    .member = AT (scope),
    .formula = "IF(OR({level}=\"社会\",{fund}=\"社会资金\"),\"社会资金\",\"公共财政资金\")",
    .says = "来源层级或资金性质是社会的为社会资金，其余为公共财政资金；"
            "只有公共财政资金冲减缺口" },
};

/* A row of the tables below the list. */
typedef struct
{
  const char *label;
  gint64 fund_fen[YL_N_FUNDS];
  gint64 total_fen;
  gint64 demand_fen;
  gint64 difference_fen;
  gint64 unfunded_fen;
} Sum;

#define OF(of) G_STRUCT_OFFSET (Sum, of)
#define FUND(key, title, by, of)                                                                   \
  YL_COLUMN_FIGURE (key "_fen", title, NULL, 0, YL_MEASURE_FEN, OF (fund_fen[of]),                 \
                    "sum(sources.amount_fen, " by "={$label}, fund=\"" title "\")",                \
                    "sources_by_fund." key "_fen")
#define SUM_COLUMNS(title, by)                                                                     \
  YL_COLUMN_ORDINAL (0), YL_COLUMN_LABEL ("label", title, 0, OF (label)),                          \
      FUND ("general", "一般公共预算", by, YL_FUND_GENERAL),                                       \
      FUND ("government", "政府性基金", by, YL_FUND_GOVERNMENT),                                   \
      FUND ("social", "社会资金", by, YL_FUND_SOCIAL),                                             \
      YL_COLUMN_FIGURE ("total_fen", "合计", NULL, 0, YL_MEASURE_FEN, OF (total_fen),              \
                        "ROUND(SUM({general_fen}:{social_fen}),2)", "sources_fen")

static const YlTableColumn level_columns[] = { SUM_COLUMNS ("来源层级", "level") };

#define DEMAND                                                                                     \
  YL_COLUMN_FIGURE ("demand_fen", "本年预算数", NULL, 0, YL_MEASURE_FEN, OF (demand_fen), NULL,    \
                    "demand_fen")
#define DIFFERENCE                                                                                 \
  .name = "difference_fen", .head = "资金减预算", .show = YL_CELL_FIGURE,                          \
  .measure = YL_MEASURE_FEN, .member = OF (difference_fen),                                        \
  .formula = "ROUND({total_fen}-{demand_fen},2)", .is_figure = TRUE

/* Before the third edition a total netted one purpose with another. */
static const YlTableColumn first_purpose_columns[] = {
  SUM_COLUMNS ("用途", "purpose"),
  DEMAND,
  { DIFFERENCE, .total = "sources_difference_fen", .total_by = YL_TOTAL_AS_ROWS },
};

static const YlTableColumn purpose_columns[] = {
  SUM_COLUMNS ("用途", "purpose"),
  DEMAND,
  { DIFFERENCE },
  YL_COLUMN_FIGURE (
      "unfunded_fen", "尚未落实", NULL, 0, YL_MEASURE_FEN, OF (unfunded_fen), NULL, "unfunded_fen"),
};

static void
make_row (gpointer user_data, gsize index, gpointer record)
{
  const YlBook *book = user_data;
  const YlSource *source = &g_array_index (book->entry->sources, YlSource, index);
  *(Row *) record = (Row){
    .name = source->name,
    .level = yl_payer_get_name (source->level),
    .purpose = yl_purpose_get_name (source->purpose),
    .fund = yl_fund_get_name (source->fund),
    .kind = yl_source_kind_get_name (source->kind),
    .account = source->account,
    .document = source->document,
    .amount_fen = source->amount.fen,
    .scope = yl_source_is_public (source) ? "公共财政资金" : "社会资金",
  };
}

static void
write_list (YlBook *book, YlTable *table)
{
  const guint n = book->entry->sources->len;
  Row row;
  Row total = { 0 };
  yl_table_continue (table, yl_table_get_sheet (table), n);
  yl_table_write_rows (table, 0, n, make_row, &row, &total);
  yl_table_write_total (table, 0, &total);
  yl_book_check_rows (book, table, "amount_fen", YL_LIST_FUNDS);
}

/* @key: "sources_by_level.city" */
static void
write_sum (YlBook *book, YlTable *table, guint ordinal, Sum *sum, Sum *total, const char *key)
{
  for (guint fund = 0; fund < YL_N_FUNDS; fund++)
    sum->total_fen += sum->fund_fen[fund];
  sum->difference_fen = sum->total_fen - sum->demand_fen;
  yl_table_write_row (table, ordinal, sum);
  yl_table_map_row (table, key);
  yl_table_add_up (table, total, sum);
  gboolean is_nothing = sum->demand_fen == 0;
  for (guint fund = 0; fund < YL_N_FUNDS; fund++)
    is_nothing &= sum->fund_fen[fund] == 0;
  guint n = 0;
  const YlTableColumn *own = yl_table_get_columns (table, &n);
  if (is_nothing)
    yl_book_shut_row (book, table, "general_fen", own[n - 1].name, own[1].head, sum->label);
}

static void
write_levels (YlBook *book, YlSheet *sheet)
{
  YlTable *table =
      yl_tables_add (book->tables, "levels", level_columns, G_N_ELEMENTS (level_columns));
  yl_table_continue_below (table, sheet, "一、按来源层级和资金性质", 24, YL_N_PAYERS);
  Sum total = { 0 };
  for (guint level = 0; level < YL_N_PAYERS; level++)
    {
      g_autofree char *key = g_strconcat ("sources_by_level.", yl_payer_get_key (level), NULL);
      Sum sum = { .label = yl_payer_get_name (level) };
      memcpy (sum.fund_fen, book->sums.by_level_fen[level], sizeof sum.fund_fen);
      write_sum (book, table, level + 1, &sum, &total, key);
    }
  yl_table_write_total (table, 1, &total);
  yl_book_check_total (book, table, "total_fen", "资金来源逐笔合计＝按来源层级合计",
                       "sum(sources.amount_fen)", total.total_fen);
}

static void
write_purposes (YlBook *book, YlSheet *sheet)
{
  const YlSourceSums *sums = &book->sums;
  YlTable *table = book->edition < 3
                       ? yl_tables_add (book->tables, "purposes", first_purpose_columns,
                                        G_N_ELEMENTS (first_purpose_columns))
                       : yl_tables_add (book->tables, "purposes", purpose_columns,
                                        G_N_ELEMENTS (purpose_columns));
  yl_table_continue_below (table, sheet, "二、按用途和资金性质，与本年预算数对照", 24,
                           YL_N_PURPOSES);
  Sum total = { 0 };
  for (guint purpose = 0; purpose < YL_N_PURPOSES; purpose++)
    {
      g_autofree char *key =
          g_strconcat ("sources_by_purpose.", yl_purpose_get_key (purpose), NULL);
      Sum sum = { .label = yl_purpose_get_name (purpose),
                  .demand_fen = sums->demand_fen[purpose],
                  .unfunded_fen = book->figures->by_purpose[purpose].unfunded_fen };
      memcpy (sum.fund_fen, sums->by_purpose_fen[purpose], sizeof sum.fund_fen);
      if (book->edition >= 3)
        yl_table_set_formula (table, "unfunded_fen",
                              purpose == YL_PURPOSE_DAILY
                                  ? YL_NAME_UNFUNDED
                                  : "MAX(0,ROUND({demand_fen}-{total_fen},2))");
      yl_table_set_formula (table, "demand_fen",
                            purpose == YL_PURPOSE_DAILY ? YL_NAME_STANDARD
                                                        : yl_book_sum_other (book, purpose));
      write_sum (book, table, purpose + 1, &sum, &total, key);
    }
  yl_table_write_total (table, 1, &total);
  yl_book_check_total (book, table, "total_fen", "资金来源逐笔合计＝按用途合计",
                       "sum(sources.amount_fen)", total.total_fen);
}

static void
fill (YlBook *book, YlTable *table)
{
  YlSheet *sheet = yl_table_get_sheet (table);
  write_list (book, table);
  write_levels (book, sheet);
  write_purposes (book, sheet);
}

/* Before the seventh edition. */
static const double older_widths[] = { 7, 32, 16, 16, 16, 18, 16, 26, 18, 14 };
G_STATIC_ASSERT (G_N_ELEMENTS (older_widths) == G_N_ELEMENTS (columns));

const YlBookTab yl_tab_sources = {
  .form = { .name = YL_LIST_FUNDS,
            .title = "农村公路管护资金来源表",
            .unit_note = "单位：元",
            .in_wan = TRUE,
            .has_filter = TRUE },
  .table = "sources",
  .columns = columns,
  .older_widths = older_widths,
  .n_columns = G_N_ELEMENTS (columns),
  .fill = fill,
  .note = "说明：只有用途为“日常养护”的公共财政资金才冲减日常养护资金缺口；养护工程、建设等资金和"
          "社会资金单独反映。一般公共预算与政府性基金分列，不混合相加。",
};

const char *
yl_book_sum_public (YlBook *book, YlPurpose purpose, YlPayer level)
{
  return yl_book_formula (
      book, "sum(sources.amount_fen, purpose=\"%s\", level=\"%s\", scope=\"公共财政资金\")",
      yl_purpose_get_name (purpose), yl_payer_get_name (level));
}

void
yl_source_sums_init (YlSourceSums *sums, const GArray *sources, const GArray *demand)
{
  *sums = (YlSourceSums){ 0 };
  for (guint i = 0; i < sources->len; i++)
    {
      const YlSource *source = &g_array_index (sources, YlSource, i);
      const gint64 fen = source->amount.fen;
      sums->by_level_fen[source->level][source->fund] += fen;
      sums->by_purpose_fen[source->purpose][source->fund] += fen;
      sums->by_purpose_all_fen[source->purpose] += fen;
    }
  for (guint i = 0; i < demand->len; i++)
    {
      const YlDemandLine *line = &g_array_index (demand, YlDemandLine, i);
      sums->demand_fen[line->purpose] += line->amount_fen;
    }
}
