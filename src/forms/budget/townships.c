#include "tabs-private.h"

/* A row of 分乡镇汇总, and what all of them add up to. */
typedef struct
{
  const char *name;
  gint64 code;
  gint64 sections;
  gint64 counted_m[YL_N_CLASSES];
  gint64 all_counted_m;
  gint64 paid_m;
  gint64 class_fen[YL_N_CLASSES];
  gint64 roads_fen;
  gint64 bridges_fen;
  gint64 amount_fen;
} Row;

#define AT(of) G_STRUCT_OFFSET (Row, of)
#define GROUP_KM "计入里程（公里）"
#define GROUP_FEN "日常养护金额（元）"

/* Of one class: its kilometres, and its money. */
#define CLASS_KM(key, title, width, of)                                                            \
  YL_COLUMN_FIGURE (key "_m", title, GROUP_KM, width, YL_MEASURE_KM, AT (counted_m[of]),           \
                    "sum(roads.counted_m, township={$name}, class=\"" title "\")",                 \
                    "mileage.by_class." key ".counted_m")
#define CLASS_FEN(key, title, width, of)                                                           \
  YL_COLUMN_FIGURE (key "_fen", title, GROUP_FEN, width, YL_MEASURE_FEN, AT (class_fen[of]),       \
                    "sum(roads.amount_fen, township={$name}, class=\"" title "\")",                \
                    "daily.by_class." key "_fen")

static const YlTableColumn columns[] = {
  YL_COLUMN_ORDINAL (5),
  YL_COLUMN_LABEL ("name", "乡镇", 11, AT (name)),
  { .name = "code",
    .head = "区划代码",
    .width = 10,
    .show = YL_CELL_CODE,
    .measure = YL_MEASURE_NUMBER,
    .member = AT (code),
    .says = "区划代码，不参加计算" },
  YL_COLUMN_FIGURE ("sections",
                    "路段数",
                    NULL,
                    6,
                    YL_MEASURE_COUNT,
                    AT (sections),
                    "count(roads, township={$name})",
                    "mileage.sections"),
  CLASS_KM ("county", "县道", 10, YL_CLASS_COUNTY),
  CLASS_KM ("township", "乡道", 10, YL_CLASS_TOWNSHIP),
  CLASS_KM ("village", "村道", 10, YL_CLASS_VILLAGE),
  CLASS_KM ("special", "专用公路", 10, YL_CLASS_SPECIAL),
  YL_COLUMN_FIGURE ("counted_m",
                    "小计",
                    GROUP_KM,
                    10,
                    YL_MEASURE_KM,
                    AT (all_counted_m),
                    "ROUND(SUM({county_m}:{special_m}),3)",
                    "mileage.counted_m"),
  YL_COLUMN_FIGURE ("paid_m",
                    "计费里程",
                    NULL,
                    10,
                    YL_MEASURE_KM,
                    AT (paid_m),
                    "sum(roads.paid_m, township={$name})",
                    "mileage.paid_m"),
  CLASS_FEN ("county", "县道", 13, YL_CLASS_COUNTY),
  CLASS_FEN ("township", "乡道", 13, YL_CLASS_TOWNSHIP),
  CLASS_FEN ("village", "村道", 13, YL_CLASS_VILLAGE),
  CLASS_FEN ("special", "专用公路", 12, YL_CLASS_SPECIAL),
  YL_COLUMN_FIGURE ("roads_fen",
                    "公路小计",
                    GROUP_FEN,
                    13,
                    YL_MEASURE_FEN,
                    AT (roads_fen),
                    "sum(roads.amount_fen, township={$name})",
                    "daily.roads_fen"),
  YL_COLUMN_FIGURE ("bridges_fen",
                    "桥梁",
                    GROUP_FEN,
                    12,
                    YL_MEASURE_FEN,
                    AT (bridges_fen),
                    "sum(bridges.amount_fen, township={$name})",
                    "daily.bridges_fen"),
  YL_COLUMN_FIGURE ("amount_fen",
                    "合计",
                    GROUP_FEN,
                    13,
                    YL_MEASURE_FEN,
                    AT (amount_fen),
                    "ROUND({roads_fen}+{bridges_fen},2)",
                    "daily.standard_fen"),
};

static void
make_row (gpointer user_data, gsize index, gpointer record)
{
  const YlBook *book = user_data;
  const YlTownshipLine *line = &g_array_index (book->figures->townships, YlTownshipLine, index);
  Row row = { .name = yl_labels_get (book->townships, (guint) index),
              .code = line->code,
              .sections = line->sections,
              .paid_m = line->paid_m,
              .roads_fen = line->roads_fen,
              .bridges_fen = line->bridges_fen,
              .amount_fen = line->roads_fen + line->bridges_fen };
  for (guint i = 0; i < YL_N_CLASSES; i++)
    {
      row.counted_m[i] = line->counted_m[i];
      row.all_counted_m += line->counted_m[i];
      row.class_fen[i] = line->class_fen[i];
    }
  *(Row *) record = row;
}

/* The three classes stand on every form. */
static gboolean
is_nothing (const YlBook *book, const char *column)
{
  const GArray *townships = book->figures->townships;
  gint64 special_fen = 0;
  for (guint i = 0; i < townships->len; i++)
    special_fen += g_array_index (townships, YlTownshipLine, i).class_fen[YL_CLASS_SPECIAL];
  if (g_str_equal (column, "special_m"))
    return book->figures->by_class[YL_CLASS_SPECIAL].counted_m == 0;
  if (g_str_equal (column, "special_fen"))
    return special_fen == 0;
  return g_str_equal (column, "bridges_fen") && book->figures->daily.bridges_fen == 0;
}

static void
fill (YlBook *book, YlTable *table)
{
  const guint n = book->figures->townships->len;
  Row row;
  Row total = { 0 };
  yl_table_continue (table, yl_table_get_sheet (table), n);
  yl_table_write_rows (table, 0, n, make_row, &row, &total);
  yl_table_write_total (table, 0, &total);
  yl_book_check_rows (book, table, "amount_fen", YL_SHEET_TOWNSHIPS);
  yl_book_check_total (book, table, "roads_fen", "里程明细金额合计＝分乡镇公路金额合计",
                       "sum(roads.amount_fen)", total.roads_fen);
  yl_book_check_total (book, table, "counted_m", "里程明细计入里程＝分乡镇计入里程",
                       "sum(roads.counted_m)", total.all_counted_m);
  yl_book_check_total (book, table, "amount_fen", "日常养护标准总额＝分乡镇合计", YL_NAME_STANDARD,
                       total.amount_fen);
}

/* Before the seventh edition. */
static const double older_widths[] = { 6,  15, 11, 8,  11, 11, 11, 10, 11,
                                       11, 15, 15, 15, 12, 15, 13, 15 };
G_STATIC_ASSERT (G_N_ELEMENTS (older_widths) == G_N_ELEMENTS (columns));

const YlBookTab yl_tab_townships = {
  .form = { .name = YL_SHEET_TOWNSHIPS,
            .title = "农村公路日常养护分乡镇汇总表",
            .unit_note = "单位：公里、元",
            .in_wan = TRUE,
            .is_a3 = TRUE },
  .table = "townships",
  .columns = columns,
  .older_widths = older_widths,
  .n_columns = G_N_ELEMENTS (columns),
  .scrolls_from = "code",
  .is_nothing = is_nothing,
  .fill = fill,
};
