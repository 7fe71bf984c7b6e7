#include "tabs-private.h"

/* 土地出让收益测算 (S3): income less the eight costs of 财综〔2011〕62号, the share due, and what is
 * booked of it. */

#define N_PAYERS 2
static const YlPayer payers[] = { YL_PAYER_CITY, YL_PAYER_COUNTY };
G_STATIC_ASSERT (G_N_ELEMENTS (payers) == N_PAYERS);

typedef struct
{
  const char *mark;
  const char *item;
  YlOwnCell payers[N_PAYERS];
  const char *remark;
} Row;

#define AT(of) G_STRUCT_OFFSET (Row, of)

static const YlTableColumn columns[] = {
  YL_COLUMN_LABEL ("ordinal", "序号", 5, AT (mark)),
  YL_COLUMN_TEXT ("item", "项目", 23, AT (item)),
  YL_COLUMN_CELL ("city", "市级", 17, AT (payers[0])),
  YL_COLUMN_CELL ("county", "县级", 17, AT (payers[1])),
  YL_COLUMN_TEXT ("remark", "说明", 24, AT (remark)),
};

/* What is known of a payer; of one who entered nothing, only what the policy and 资金来源 say. */
typedef struct
{
  gboolean is_entered;
  YlLandEntry entry;
  YlLandLine line;
  gint64 min_share_ppm;
  gint64 max_share_ppm;
  gint64 booked_fen;
  gint64 short_fen;
} Known;

enum
{
  BASIS,
  INCOME,
  COST,
  FIRST_COST,
  NET = FIRST_COST + YL_N_LAND_COSTS,
  MIN_SHARE,
  MAX_SHARE,
  SHARE,
  DUE,
  MIN_DUE,
  MAX_DUE,
  BOOKED,
  SHORT,
  VERDICT,
  N_ROWS,
};

#define OF(of) G_STRUCT_OFFSET (Known, of)
#define COST_OF(n)                                                                                 \
  {                                                                                                \
    .remark = "", .key = "costs." #n "_fen", .member = OF (entry.costs[n - 1].fen),                \
    .is_given = TRUE                                                                               \
  }

static const struct
{
  const char *mark; /* NULL: that of the cost, as its name */
  const char *item;
  const char *remark;
  const char *key; /* of its figures, and how formulas call the row in their own column */
  gsize member;
  YlMeasure measure;
  gboolean is_given;
  const char *formula; /* NULL: find_formula() has it */
  gboolean needs_none; /* known of a payer who entered nothing as well */
} rows[] = {
  [BASIS] = { "", "收益口径", "未指定的按政策规定的口径", .needs_none = TRUE },
  [INCOME] = { "一", "土地出让收入", "招拍挂和协议出让，按当年实际缴入国库数", "income_fen",
               OF (entry.income.fen), .is_given = TRUE },
  [COST] = { "二", "成本性支出合计", "①至⑧之和，按当年实际支付数", "cost_fen", OF (line.cost_fen),
             .formula = "ROUND(SUM({costs.1_fen}:{costs.8_fen}),2)" },
  [FIRST_COST] = COST_OF (1),
  [FIRST_COST + 1] = COST_OF (2),
  [FIRST_COST + 2] = COST_OF (3),
  [FIRST_COST + 3] = COST_OF (4),
  [FIRST_COST + 4] = COST_OF (5),
  [FIRST_COST + 5] = COST_OF (6),
  [FIRST_COST + 6] = COST_OF (7),
  [FIRST_COST + 7] = COST_OF (8),
  [NET] = { "三", "土地出让收益（净额）", "收入减成本性支出，小于零按零计", "net_fen",
            OF (line.net_fen), .formula = "MAX(0,ROUND({income_fen}-{cost_fen},2))" },
  [MIN_SHARE] = { "", "计提比例下限", "见标准依据", "min_share_ppm", OF (min_share_ppm),
                  YL_MEASURE_PPM, .needs_none = TRUE },
  [MAX_SHARE] = { "", "计提比例上限", "见标准依据", "max_share_ppm", OF (max_share_ppm),
                  YL_MEASURE_PPM, .needs_none = TRUE },
  [SHARE] = { "四", "采用的计提比例", "单位信息未选定的，取政策默认比例，没有默认的取下限",
              "share_ppm", OF (line.share_ppm), YL_MEASURE_PPM, .needs_none = TRUE },
  [DUE] = { "五", "应计提数", "净收益×采用的计提比例", "due_fen", OF (line.due_fen) },
  [MIN_DUE] = { "", "其中：按下限测算", "净收益×下限", "min_fen", OF (line.min_fen) },
  [MAX_DUE] = { "", "　　　按上限测算", "净收益×上限", "max_fen", OF (line.max_fen) },
  [BOOKED] = { "六", "资金来源中已列数", "资金来源表种类为“土地出让”的本级资金", "booked_fen",
               OF (booked_fen), .needs_none = TRUE },
  [SHORT] = { "七", "差额（应计提减已列）", "大于零为少列", "short_fen", OF (short_fen),
              .formula = "ROUND({due_fen}-{booked_fen},2)" },
  [VERDICT] = { "", "判定", "", .formula = "IF({short_fen}>0,\"少列\",\"已列足\")" },
};
G_STATIC_ASSERT (G_N_ELEMENTS (rows) == N_ROWS);
G_STATIC_ASSERT (YL_N_LAND_COSTS == 8);

static const YlPolicyValue *
find_value (const YlBook *book, YlLandKey key)
{
  return yl_policy_find (book->policy, YL_GROUP_LAND_REVENUE, book->budget->place, key);
}

static const YlPolicyValue *
find_silent_share (const YlBook *book)
{
  const YlPolicyValue *share = find_value (book, YL_LAND_DEFAULT_SHARE);
  return share != NULL ? share : find_value (book, YL_LAND_MIN_SHARE);
}

static gint64
booked_fen (const YlBook *book, YlPayer payer)
{
  const GArray *sources = book->entry->sources;
  gint64 sum_fen = 0;
  for (guint i = 0; i < sources->len; i++)
    {
      const YlSource *source = &g_array_index (sources, YlSource, i);
      if (source->kind == YL_KIND_LAND && source->level == payer)
        sum_fen += source->amount.fen;
    }
  return sum_fen;
}

static gint64
units_of (const YlPolicyValue *value)
{
  return value == NULL ? 0 : value->value;
}

static Known
find_known (const YlBook *book, YlPayer payer)
{
  Known known = { .line.share_ppm = units_of (find_silent_share (book)),
                  .min_share_ppm = units_of (find_value (book, YL_LAND_MIN_SHARE)),
                  .max_share_ppm = units_of (find_value (book, YL_LAND_MAX_SHARE)),
                  .booked_fen = booked_fen (book, payer) };
  const GArray *entries = book->entry->land;
  for (guint i = 0; i < entries->len; i++)
    if (g_array_index (entries, YlLandEntry, i).payer == payer)
      {
        known.entry = g_array_index (entries, YlLandEntry, i);
        known.is_entered = TRUE;
      }
  const GArray *lines = book->figures->land;
  for (guint i = 0; i < lines->len; i++)
    if (g_array_index (lines, YlLandLine, i).payer == payer)
      known.line = g_array_index (lines, YlLandLine, i);
  if (known.entry.has_share)
    known.line.share_ppm = known.entry.share.ppm;
  known.short_fen = known.line.due_fen - known.booked_fen;
  return known;
}

static const char *
basis_name (const char *basis)
{
  if (basis == NULL || basis[0] == '\0')
    return "";
  return yl_land_basis_get_name (basis);
}

static char *
find_formula (YlBook *book, guint row, YlPayer payer)
{
  switch (row)
    {
    case MIN_SHARE:
      return g_strdup (yl_book_value_cell (book, find_value (book, YL_LAND_MIN_SHARE)));
    case MAX_SHARE:
      return g_strdup (yl_book_value_cell (book, find_value (book, YL_LAND_MAX_SHARE)));
    case SHARE:
      return g_strdup (yl_book_value_cell (book, find_silent_share (book)));
    case DUE:
      return yl_formula_share_of ("{net_fen}", "{share_ppm}");
    case MIN_DUE:
      return yl_formula_share_of ("{net_fen}", "{min_share_ppm}");
    case MAX_DUE:
      return yl_formula_share_of ("{net_fen}", "{max_share_ppm}");
    case BOOKED:
      return g_strdup_printf ("sum(sources.amount_fen, kind=\"%s\", level=\"%s\")",
                              yl_source_kind_get_name (YL_KIND_LAND), yl_payer_get_name (payer));
    default:
      return g_strdup (rows[row].formula);
    }
}

/* The formula of @row with the cells of @payer for the rows that it names. */
static const char *
write_out (YlBook *book, const YlTable *table, guint row, YlPayer payer)
{
  const guint32 first = yl_sheet_get_first_row (yl_table_get_sheet (table));
  g_autofree char *formula = find_formula (book, row, payer);
  g_autoptr (GString) out = g_string_new (formula);
  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autofree char *name = g_strdup_printf ("{%s}", rows[i].key);
      g_autofree char *cell = g_strdup_printf ("{%s@%u}", yl_payer_get_key (payer), first + i);
      g_string_replace (out, name, cell, 0);
    }
  return yl_tables_write_out (book->tables, table, out->str);
}

static YlOwnCell
make_cell (YlBook *book, const YlTable *table, guint row, YlPayer payer, const Known *known)
{
  /* The first edition had zeros, and a verdict on them. */
  if (!known->is_entered && !rows[row].needs_none && book->edition >= 3)
    return yl_own_label ("无数据");
  if (row == BASIS)
    return yl_own_label (basis_name (known->line.basis));
  if (row == VERDICT)
    return (YlOwnCell){ .kind = YL_CELL_RESULT,
                        .formula = write_out (book, table, row, payer),
                        .text = known->short_fen > 0 ? "少列" : "已列足",
                        .says = YL_SAYS_VERDICT };
  const gint64 units = G_STRUCT_MEMBER (gint64, known, rows[row].member);
  const char *key = yl_book_print (book, "land.%s.%s", yl_payer_get_key (payer), rows[row].key);
  if (rows[row].is_given || (row == SHARE && known->entry.has_share))
    return yl_own_given (rows[row].measure, units, key);
  return yl_own_figure (rows[row].measure, write_out (book, table, row, payer), units, key);
}

#define NOTE                                                                                                                                      \
  "说明：收支按收付实现制、按年度结算；计提资金用于农村公路建设和养护。应计提数是测算结果，只有列" \
  "入"                                                                                                                                           \
  "资金来源表的才是资金。"

static void
fill (YlBook *book, YlTable *table)
{
  Known known[N_PAYERS];
  for (guint i = 0; i < N_PAYERS; i++)
    known[i] = find_known (book, payers[i]);
  for (guint i = 0; i < N_ROWS; i++)
    {
      const gboolean is_cost = rows[i].mark == NULL;
      Row row = { .mark = is_cost ? yl_land_cost_get_mark (i - FIRST_COST) : rows[i].mark,
                  .item = is_cost ? yl_land_cost_get_name (i - FIRST_COST) : rows[i].item,
                  .remark = rows[i].remark };
      for (guint payer = 0; payer < N_PAYERS; payer++)
        row.payers[payer] = make_cell (book, table, i, payers[payer], &known[payer]);
      yl_table_write_row_as (table, YL_STYLE_BODY, 0, i + 1, &row);
    }
  yl_sheet_note (yl_table_get_sheet (table), book->edition < 3 ? NOTE "未录入收支的级次按零列示。"
                                                               : NOTE
                                                 "未录入收支的级次写“无数据”。");
}

/* Before the seventh edition. */
static const double older_widths[] = { 8, 40, 22, 22, 52 };
G_STATIC_ASSERT (G_N_ELEMENTS (older_widths) == G_N_ELEMENTS (columns));

const YlBookTab yl_tab_land = {
  .form = { .name = YL_SHEET_LAND,
            .title = "土地出让收益用于农村公路测算表",
            .unit_note = "单位：元",
            .is_portrait = TRUE,
            .in_wan = TRUE },
  .table = "land",
  .columns = columns,
  .older_widths = older_widths,
  .n_columns = G_N_ELEMENTS (columns),
  .fill = fill,
};
