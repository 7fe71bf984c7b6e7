#include "book-private.h"
#include "book-references-private.h"
#include "book-tabs-private.h"

/* 分管养单位: to whom the daily money goes (S11), and by package (S14). */

enum
{
  ORDINAL,
  NAME,
  PAID,
  ROADS,
  BRIDGES,
  AMOUNT,
  PART,
  N_COLUMNS,
};

static const YlColumnForm columns[N_COLUMNS] = {
  [ORDINAL] = { "序号", NULL, 7 },
  [NAME] = { "管养单位", NULL, 30 },
  [PAID] = { "计费里程\n（公里）", NULL, 14 },
  [ROADS] = { "公路日常养护\n（元）", NULL, 18 },
  [BRIDGES] = { "桥梁养护\n（元）", NULL, 16 },
  [AMOUNT] = { "合计\n（元）", NULL, 18 },
  [PART] = { "占比", NULL, 10 },
};

/* Per cent with two decimals, from whole numbers. */
#define PART_STEPS 10000
#define PART_FORMULA                                                                               \
  "IF(" YL_NAME_STANDARD "=0,0,ROUND(ROUND(F#*100,0)*10000/ROUND(" YL_NAME_STANDARD                \
  "*100,0),0)/10000)"

YlSheet *
yl_book_open_payees (YlBook *book)
{
  g_autofree char *title =
      g_strdup_printf ("%s%u年农村公路日常养护分管养单位汇总表", book->name, book->figures->year);
  const YlSheetForm sheet_form = {
    .name = "分管养单位",
    .title = title,
    .unit_note = "单位：公里、元",
    .columns = columns,
    .n_columns = N_COLUMNS,
    .is_portrait = TRUE,
  };
  YlSheet *sheet = yl_form_add_sheet (book->form, &sheet_form);
  const guint32 first = yl_sheet_get_first_row (sheet);
  const guint n_rows = MAX (book->figures->payees->len, 1);
  book->payee_rows = (YlPart){ sheet, first, first + n_rows - 1 };
  return sheet;
}

/* One of the two tables: where its lines stand, and by which columns the details name them. */
typedef struct
{
  const YlPart *rows;
  const GArray *lines; /* of YlShareholderLine */
  const YlLabels *labels;
  YlDetailColumn detail_column;
  YlBridgeColumn bridge_column;
  const char *key;
} Table;

static const char *
sum_bridges (YlBook *book, const Table *table)
{
  const YlCriterion criterion = { table->bridge_column, "$B#" };
  if (book->bridges.sheet == NULL)
    return "0";
  return yl_book_sum (book, &book->bridges, 1, YL_BRIDGE_AMOUNT, YL_MEASURE_FEN, &criterion, 1);
}

static gint64
part_ppm (gint64 part_fen, gint64 whole_fen)
{
  gint64 steps = 0;
  if (whole_fen > 0 && !yl_ratio_scale (PART_STEPS, part_fen, whole_fen, &steps))
    return 0;
  return steps * (YL_SHARE_WHOLE / PART_STEPS);
}

static void
write_part (YlBook *book, YlSheet *sheet, gint64 amount_fen)
{
  yl_sheet_formula (sheet, PART, YL_MEASURE_PPM, PART_FORMULA,
                    part_ppm (amount_fen, book->figures->daily.standard_fen));
}

static void
write_lines (YlBook *book, YlSheet *sheet, const Table *table)
{
  const char *paid =
      yl_book_sum_detail (book, YL_DETAIL_PAID, YL_MEASURE_KM, table->detail_column, "$B#");
  const char *roads =
      yl_book_sum_detail (book, YL_DETAIL_AMOUNT, YL_MEASURE_FEN, table->detail_column, "$B#");
  const char *bridges = sum_bridges (book, table);
  for (guint i = 0; i < table->lines->len; i++)
    {
      const YlShareholderLine *line = &g_array_index (table->lines, YlShareholderLine, i);
      yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
      yl_sheet_number (sheet, ORDINAL, YL_MEASURE_NUMBER, i + 1);
      yl_sheet_text (sheet, NAME, yl_labels_get (table->labels, i));
      yl_sheet_formula (sheet, PAID, YL_MEASURE_KM, paid, line->paid_m);
      yl_sheet_formula (sheet, ROADS, YL_MEASURE_FEN, roads, line->roads_fen);
      yl_sheet_formula (sheet, BRIDGES, YL_MEASURE_FEN, bridges, line->bridges_fen);
      yl_sheet_formula (sheet, AMOUNT, YL_MEASURE_FEN, "ROUND(D#+E#,2)",
                        line->roads_fen + line->bridges_fen);
      write_part (book, sheet, line->roads_fen + line->bridges_fen);
    }
  if (table->lines->len == 0)
    {
      yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
      yl_sheet_blanks (sheet, ORDINAL, PART);
    }
}

static void
map_lines (YlSheet *sheet, const Table *table)
{
  static const struct
  {
    guint column;
    YlMeasure measure;
    const char *figure;
  } keys[] = {
    { PAID, YL_MEASURE_KM, "paid_m" },          { ROADS, YL_MEASURE_FEN, "roads_fen" },
    { BRIDGES, YL_MEASURE_FEN, "bridges_fen" }, { AMOUNT, YL_MEASURE_FEN, "amount_fen" },
    { PART, YL_MEASURE_PPM, "part_ppm" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *key = g_strdup_printf ("%s.%s", table->key, keys[i].figure);
      yl_sheet_map_rows (sheet, keys[i].column, table->rows->first_row, table->rows->last_row,
                         keys[i].measure, key);
    }
}

static void
write_total (YlBook *book, YlSheet *sheet, const Table *table)
{
  const YlFigures *figures = book->figures;
  yl_sheet_begin_row (sheet, YL_STYLE_TOTAL, 20);
  yl_sheet_label (sheet, ORDINAL, "合计");
  yl_sheet_blank (sheet, NAME);
  yl_book_put_sum (book, table->rows, PAID, YL_MEASURE_KM, figures->mileage.paid_m,
                   "mileage.paid_m");
  yl_book_put_sum (book, table->rows, ROADS, YL_MEASURE_FEN, figures->daily.roads_fen,
                   "daily.roads_fen");
  yl_book_put_sum (book, table->rows, BRIDGES, YL_MEASURE_FEN, figures->daily.bridges_fen,
                   "daily.bridges_fen");
  yl_book_put_sum (book, table->rows, AMOUNT, YL_MEASURE_FEN, figures->daily.standard_fen,
                   "daily.standard_fen");
  write_part (book, sheet, figures->daily.standard_fen);
  yl_sheet_map_cell (sheet, PART, YL_MEASURE_PPM, "daily.standard_part_ppm");
}

static void
write_table (YlBook *book, YlSheet *sheet, const Table *table, const char *check_title)
{
  write_lines (book, sheet, table);
  map_lines (sheet, table);
  write_total (book, sheet, table);
  const YlCheck check = {
    .title = check_title,
    .left = YL_NAME_STANDARD,
    .right = yl_book_reference (book, sheet, AMOUNT, yl_sheet_get_row (sheet)),
    .units = book->figures->daily.standard_fen,
    .measure = YL_MEASURE_FEN,
  };
  yl_book_note_check (book, &check);
}

static void
write_package_heads (YlSheet *sheet)
{
  yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 10);
  yl_sheet_begin_row (sheet, YL_STYLE_SECTION, 20);
  yl_sheet_span (sheet, ORDINAL, PART, "按养护标段汇总");
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 38);
  for (guint i = 0; i < N_COLUMNS; i++)
    yl_sheet_head (sheet, i, i == NAME ? "标段" : columns[i].head);
}

static void
write_packages (YlBook *book, YlSheet *sheet)
{
  const GArray *lines = book->figures->packages;
  if (lines->len == 0)
    return;
  write_package_heads (sheet);
  const guint32 first = yl_sheet_get_row (sheet) + 1;
  book->package_rows = (YlPart){ sheet, first, first + lines->len - 1 };
  const Table table = { &book->package_rows, lines,     book->packages, YL_DETAIL_PACKAGE,
                        YL_BRIDGE_PACKAGE,   "packages" };
  write_table (book, sheet, &table, "日常养护标准总额＝分标段合计");
}

void
yl_book_fill_payees (YlBook *book)
{
  YlSheet *sheet = book->tabs[YL_TAB_PAYEES];
  const Table table = { &book->payee_rows, book->figures->payees, book->payees,
                        YL_DETAIL_PAYEE,   YL_BRIDGE_PAYEE,       "payees" };
  write_table (book, sheet, &table, "日常养护标准总额＝分管养单位合计");
  write_packages (book, sheet);
  yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 0);
  yl_sheet_span (sheet, ORDINAL, PART,
                 "说明：名单未列管养单位的，县道归" YL_COUNTY_AGENCY "，乡道、村道归所在乡镇。");
  yl_sheet_end (sheet);
}
