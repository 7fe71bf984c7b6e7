#include "book-private.h"

/* 土地出让收益测算 (S3): income less the eight costs of 财综〔2011〕62号, the share due, and what is
 * booked of it. */

enum
{
  ORDINAL,
  ITEM,
  CITY,
  COUNTY,
  REMARK,
  N_COLUMNS,
};

static const YlTableColumn columns[N_COLUMNS] = {
  [ORDINAL] = { .name = "ordinal", .head = "序号", .width = 8 },
  [ITEM] = { .name = "item", .head = "项目", .width = 40 },
  [CITY] = { .name = "city", .head = "市级", .width = 22 },
  [COUNTY] = { .name = "county", .head = "县级", .width = 22 },
  [REMARK] = { .name = "remark", .head = "说明", .width = 52 },
};

static const struct
{
  YlPayer payer;
  guint column;
} payers[] = {
  { YL_PAYER_CITY, CITY },
  { YL_PAYER_COUNTY, COUNTY },
};
#define N_PAYERS G_N_ELEMENTS (payers)

/* The rows that formulas point at, from 1. */
typedef struct
{
  guint32 income;
  guint32 cost;
  guint32 net;
  guint32 min_share;
  guint32 max_share;
  guint32 share;
  guint32 due;
  guint32 booked;
} Rows;

/* What is known of a payer; a payer who entered nothing has zeros. */
typedef struct
{
  YlLandEntry entry;
  YlLandLine line;
} Known;

typedef struct
{
  YlBook *book;
  YlSheet *sheet;
  const YlTable *table;
  Rows rows;
  Known known[N_PAYERS];
} Land;

static const YlPolicyValue *
find_value (const YlBook *book, YlLandKey key)
{
  return yl_policy_find (book->policy, YL_GROUP_LAND_REVENUE, book->entity->code, key);
}

static const YlPolicyValue *
find_silent_share (const YlBook *book)
{
  const YlPolicyValue *share = find_value (book, YL_LAND_DEFAULT_SHARE);
  return share != NULL ? share : find_value (book, YL_LAND_MIN_SHARE);
}

static Known
find_known (const YlBook *book, YlPayer payer)
{
  const YlPolicyValue *share = find_silent_share (book);
  Known known = { .line.share_ppm = share == NULL ? 0 : share->value };
  const GArray *entries = book->entry->land;
  for (guint i = 0; i < entries->len; i++)
    if (g_array_index (entries, YlLandEntry, i).payer == payer)
      known.entry = g_array_index (entries, YlLandEntry, i);
  const GArray *lines = book->figures->land;
  for (guint i = 0; i < lines->len; i++)
    if (g_array_index (lines, YlLandLine, i).payer == payer)
      known.line = g_array_index (lines, YlLandLine, i);
  return known;
}

/* As formulas call the payer's column. */
static const char *
name_of (guint payer)
{
  return columns[payers[payer].column].name;
}

static guint32
begin_row (Land *land, const char *mark, const char *item, const char *remark)
{
  const guint32 row = yl_sheet_begin_row (land->sheet, YL_STYLE_BODY, 22);
  yl_sheet_label (land->sheet, ORDINAL, mark);
  yl_sheet_text (land->sheet, ITEM, item);
  yl_sheet_text (land->sheet, REMARK, remark);
  return row;
}

static void
map_cell (Land *land, guint payer, YlMeasure measure, const char *figure)
{
  g_autofree char *key =
      g_strdup_printf ("land.%s.%s", yl_payer_get_key (payers[payer].payer), figure);
  yl_sheet_map_cell (land->sheet, payers[payer].column, measure, key);
}

static void
write_input (Land *land, guint payer, YlMeasure measure, gint64 units, const char *figure)
{
  yl_sheet_set_style (land->sheet, YL_STYLE_INPUT);
  yl_sheet_number (land->sheet, payers[payer].column, measure, units);
  yl_sheet_set_style (land->sheet, YL_STYLE_BODY);
  map_cell (land, payer, measure, figure);
}

static void
write_figure (Land *land,
              guint payer,
              YlMeasure measure,
              const char *formula,
              gint64 units,
              const char *figure)
{
  yl_sheet_formula (land->sheet, payers[payer].column, measure, formula, units);
  map_cell (land, payer, measure, figure);
}

static const char *
basis_name (const char *basis)
{
  if (basis == NULL || basis[0] == '\0')
    return "";
  return yl_land_basis_get_name (basis);
}

static void
write_basis (Land *land)
{
  begin_row (land, "", "收益口径", "未指定的按政策规定的口径");
  for (guint i = 0; i < N_PAYERS; i++)
    yl_sheet_label (land->sheet, payers[i].column, basis_name (land->known[i].line.basis));
}

static void
write_income (Land *land)
{
  land->rows.income =
      begin_row (land, "一", "土地出让收入", "招拍挂和协议出让，按当年实际缴入国库数");
  for (guint i = 0; i < N_PAYERS; i++)
    write_input (land, i, YL_MEASURE_FEN, land->known[i].entry.income.fen, "income_fen");
}

static void
write_costs (Land *land)
{
  land->rows.cost = begin_row (land, "二", "成本性支出合计", "①至⑧之和，按当年实际支付数");
  for (guint i = 0; i < N_PAYERS; i++)
    {
      const char *sum =
          yl_table_write_out (land->table, "ROUND(SUM({%s@%u}:{%s@%u}),2)", name_of (i),
                              land->rows.cost + 1, name_of (i), land->rows.cost + YL_N_LAND_COSTS);
      write_figure (land, i, YL_MEASURE_FEN, sum, land->known[i].line.cost_fen, "cost_fen");
    }
  for (guint cost = 0; cost < YL_N_LAND_COSTS; cost++)
    {
      g_autofree char *figure = g_strdup_printf ("costs.%u_fen", cost + 1);
      begin_row (land, yl_land_cost_get_mark (cost), yl_land_cost_get_name (cost), "");
      for (guint i = 0; i < N_PAYERS; i++)
        write_input (land, i, YL_MEASURE_FEN, land->known[i].entry.costs[cost].fen, figure);
    }
}

static void
write_net (Land *land)
{
  land->rows.net = begin_row (land, "三", "土地出让收益（净额）", "收入减成本性支出，小于零按零计");
  for (guint i = 0; i < N_PAYERS; i++)
    {
      const char *net =
          yl_table_write_out (land->table, "MAX(0,ROUND({%s@%u}-{%s@%u},2))", name_of (i),
                              land->rows.income, name_of (i), land->rows.cost);
      write_figure (land, i, YL_MEASURE_FEN, net, land->known[i].line.net_fen, "net_fen");
    }
}

static guint32
write_bound (Land *land, const char *item, YlLandKey key, const char *figure)
{
  const YlPolicyValue *value = find_value (land->book, key);
  const guint32 row = begin_row (land, "", item, "见标准依据");
  for (guint i = 0; i < N_PAYERS; i++)
    write_figure (land, i, YL_MEASURE_PPM, yl_book_value_cell (land->book, value),
                  value == NULL ? 0 : value->value, figure);
  return row;
}

static void
write_shares (Land *land)
{
  land->rows.min_share = write_bound (land, "计提比例下限", YL_LAND_MIN_SHARE, "min_share_ppm");
  land->rows.max_share = write_bound (land, "计提比例上限", YL_LAND_MAX_SHARE, "max_share_ppm");
  land->rows.share = begin_row (land, "四", "采用的计提比例",
                                "单位信息未选定的，取政策默认比例，没有默认的取下限");
  const char *silent = yl_book_value_cell (land->book, find_silent_share (land->book));
  for (guint i = 0; i < N_PAYERS; i++)
    if (land->known[i].entry.has_share)
      write_input (land, i, YL_MEASURE_PPM, land->known[i].entry.share.ppm, "share_ppm");
    else
      write_figure (land, i, YL_MEASURE_PPM, silent, land->known[i].line.share_ppm, "share_ppm");
}

static guint32
write_due (Land *land,
           const char *mark,
           const char *item,
           const char *remark,
           guint32 share_row,
           gsize offset,
           const char *figure)
{
  const guint32 row = begin_row (land, mark, item, remark);
  for (guint i = 0; i < N_PAYERS; i++)
    {
      const char *net = yl_table_write_out (land->table, "{%s@%u}", name_of (i), land->rows.net);
      const char *share = yl_table_write_out (land->table, "{%s@%u}", name_of (i), share_row);
      g_autofree char *due = yl_formula_share_of (net, share);
      write_figure (land, i, YL_MEASURE_FEN, due,
                    G_STRUCT_MEMBER (gint64, &land->known[i].line, offset), figure);
    }
  return row;
}

static const char *
sum_booked (YlBook *book, YlPayer payer)
{
  return yl_book_formula (book, "sum(sources.amount_fen, kind=\"%s\", level=\"%s\")",
                          yl_source_kind_get_name (YL_KIND_LAND), yl_payer_get_name (payer));
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

static void
write_booked (Land *land)
{
  land->rows.booked =
      begin_row (land, "六", "资金来源中已列数", "资金来源表种类为“土地出让”的本级资金");
  for (guint i = 0; i < N_PAYERS; i++)
    write_figure (land, i, YL_MEASURE_FEN, sum_booked (land->book, payers[i].payer),
                  booked_fen (land->book, payers[i].payer), "booked_fen");
  const guint32 row = begin_row (land, "七", "差额（应计提减已列）", "大于零为少列");
  for (guint i = 0; i < N_PAYERS; i++)
    {
      const char *difference =
          yl_table_write_out (land->table, "ROUND({%s@%u}-{%s@%u},2)", name_of (i), land->rows.due,
                              name_of (i), land->rows.booked);
      write_figure (land, i, YL_MEASURE_FEN, difference,
                    land->known[i].line.due_fen - booked_fen (land->book, payers[i].payer),
                    "short_fen");
    }
  begin_row (land, "", "判定", "");
  yl_sheet_say (land->sheet, YL_SAYS_VERDICT);
  for (guint i = 0; i < N_PAYERS; i++)
    {
      const char *verdict =
          yl_table_write_out (land->table, "IF({%s@%u}>0,\"少列\",\"已列足\")", name_of (i), row);
      const gint64 short_fen =
          land->known[i].line.due_fen - booked_fen (land->book, payers[i].payer);
      yl_sheet_text_formula (land->sheet, payers[i].column, verdict,
                             short_fen > 0 ? "少列" : "已列足");
    }
  yl_sheet_say (land->sheet, NULL);
}

static void
fill (YlBook *book, YlTable *table)
{
  Land land = { .book = book, .sheet = yl_table_get_sheet (table), .table = table };
  for (guint i = 0; i < N_PAYERS; i++)
    land.known[i] = find_known (book, payers[i].payer);
  write_basis (&land);
  write_income (&land);
  write_costs (&land);
  write_net (&land);
  write_shares (&land);
  land.rows.due = write_due (&land, "五", "应计提数", "净收益×采用的计提比例", land.rows.share,
                             G_STRUCT_OFFSET (YlLandLine, due_fen), "due_fen");
  write_due (&land, "", "其中：按下限测算", "净收益×下限", land.rows.min_share,
             G_STRUCT_OFFSET (YlLandLine, min_fen), "min_fen");
  write_due (&land, "", "　　　按上限测算", "净收益×上限", land.rows.max_share,
             G_STRUCT_OFFSET (YlLandLine, max_fen), "max_fen");
  write_booked (&land);
}

const YlBookTab yl_tab_land = {
  .form = { .name = "土地出让收益测算",
            .title = "土地出让收益用于农村公路测算表",
            .unit_note = "单位：元" },
  .table = "land",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .fill = fill,
  .note = "说明：收支按收付实现制、按年度结算；计提资金用于农村公路建设和养护。应计提数是测"
          "算结果，只有列入资金"
          "来源表的才是资金。未录入收支的级次按零列示。",
};
