#include "book-private.h"
#include "book-references-private.h"
#include "book-tabs-private.h"

enum
{
  ORDINAL,
  NAME,
  CODE,
  SECTIONS,
  FIRST_KM,
  KM = FIRST_KM + YL_N_CLASSES,
  PAID,
  FIRST_FEN,
  ROADS = FIRST_FEN + YL_N_CLASSES,
  BRIDGES,
  AMOUNT,
  N_COLUMNS,
};

#define GROUP_KM "计入里程（公里）"
#define GROUP_FEN "日常养护金额（元）"

static const YlColumnForm columns[N_COLUMNS] = {
  [ORDINAL] = { "序号", NULL, 6 },
  [NAME] = { "乡镇", NULL, 15 },
  [CODE] = { "区划代码", NULL, 11 },
  [SECTIONS] = { "路段数", NULL, 8 },
  [FIRST_KM + YL_CLASS_COUNTY] = { "县道", GROUP_KM, 11 },
  [FIRST_KM + YL_CLASS_TOWNSHIP] = { "乡道", GROUP_KM, 11 },
  [FIRST_KM + YL_CLASS_VILLAGE] = { "村道", GROUP_KM, 11 },
  [FIRST_KM + YL_CLASS_SPECIAL] = { "专用公路", GROUP_KM, 10 },
  [KM] = { "小计", GROUP_KM, 11 },
  [PAID] = { "计费里程", NULL, 11 },
  [FIRST_FEN + YL_CLASS_COUNTY] = { "县道", GROUP_FEN, 15 },
  [FIRST_FEN + YL_CLASS_TOWNSHIP] = { "乡道", GROUP_FEN, 15 },
  [FIRST_FEN + YL_CLASS_VILLAGE] = { "村道", GROUP_FEN, 15 },
  [FIRST_FEN + YL_CLASS_SPECIAL] = { "专用公路", GROUP_FEN, 12 },
  [ROADS] = { "公路小计", GROUP_FEN, 15 },
  [BRIDGES] = { "桥梁", GROUP_FEN, 13 },
  [AMOUNT] = { "合计", GROUP_FEN, 15 },
};

YlSheet *
yl_book_open_townships (YlBook *book)
{
  g_autofree char *title =
      g_strdup_printf ("%s%u年农村公路日常养护分乡镇汇总表", book->name, book->figures->year);
  const YlSheetForm sheet_form = {
    .name = "分乡镇汇总",
    .title = title,
    .unit_note = "单位：公里、元",
    .columns = columns,
    .n_columns = N_COLUMNS,
    .n_frozen = CODE,
    .is_a3 = TRUE,
  };
  YlSheet *sheet = yl_form_add_sheet (book->form, &sheet_form);
  const guint32 first = yl_sheet_get_first_row (sheet);
  const guint n_rows = MAX (book->figures->townships->len, 1);
  book->township_rows = (YlPart){ sheet, first, first + n_rows - 1 };
  return sheet;
}

/* The formulas of a row, made once for all rows. */
typedef struct
{
  const char *sections;
  const char *km[YL_N_CLASSES];
  const char *paid;
  const char *fen[YL_N_CLASSES];
  const char *roads;
  const char *bridges;
} RowFormulas;

static const char *
sum_class (YlBook *book, YlDetailColumn column, YlMeasure measure, YlRoadClass road_class)
{
  g_autofree char *test = g_strdup_printf ("\"%s\"", yl_road_class_get_name (road_class));
  const YlCriterion criteria[] = { { YL_DETAIL_TOWNSHIP, "$B#" }, { YL_DETAIL_CLASS, test } };
  return yl_book_sum (book, (const YlPart *) (gpointer) book->detail->data, book->detail->len,
                      column, measure, criteria, G_N_ELEMENTS (criteria));
}

static void
make_formulas (YlBook *book, RowFormulas *formulas)
{
  const YlCriterion township = { YL_DETAIL_TOWNSHIP, "$B#" };
  formulas->sections = yl_book_count (book, (const YlPart *) (gpointer) book->detail->data,
                                      book->detail->len, &township, 1);
  for (guint i = 0; i < YL_N_CLASSES; i++)
    {
      formulas->km[i] = sum_class (book, YL_DETAIL_COUNTED, YL_MEASURE_KM, i);
      formulas->fen[i] = sum_class (book, YL_DETAIL_AMOUNT, YL_MEASURE_FEN, i);
    }
  formulas->paid =
      yl_book_sum_detail (book, YL_DETAIL_PAID, YL_MEASURE_KM, YL_DETAIL_TOWNSHIP, "$B#");
  formulas->roads =
      yl_book_sum_detail (book, YL_DETAIL_AMOUNT, YL_MEASURE_FEN, YL_DETAIL_TOWNSHIP, "$B#");
  const YlCriterion bridge = { YL_BRIDGE_TOWNSHIP, "$B#" };
  formulas->bridges =
      book->bridges.sheet == NULL
          ? "0"
          : yl_book_sum (book, &book->bridges, 1, YL_BRIDGE_AMOUNT, YL_MEASURE_FEN, &bridge, 1);
}

static gint64
sum_of_counted (const YlTownshipLine *line)
{
  gint64 sum_m = 0;
  for (guint i = 0; i < YL_N_CLASSES; i++)
    sum_m += line->counted_m[i];
  return sum_m;
}

static void
write_township (YlBook *book, YlSheet *sheet, guint index, const RowFormulas *formulas)
{
  const YlTownshipLine *line = &g_array_index (book->figures->townships, YlTownshipLine, index);
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  yl_sheet_number (sheet, ORDINAL, YL_MEASURE_NUMBER, index + 1);
  yl_sheet_label (sheet, NAME, yl_labels_get (book->townships, index));
  if (line->code == 0)
    yl_sheet_blank (sheet, CODE);
  else
    yl_sheet_number (sheet, CODE, YL_MEASURE_NUMBER, line->code);
  yl_sheet_formula (sheet, SECTIONS, YL_MEASURE_COUNT, formulas->sections, line->sections);
  for (guint i = 0; i < YL_N_CLASSES; i++)
    {
      yl_sheet_formula (sheet, FIRST_KM + i, YL_MEASURE_KM, formulas->km[i], line->counted_m[i]);
      yl_sheet_formula (sheet, FIRST_FEN + i, YL_MEASURE_FEN, formulas->fen[i], line->class_fen[i]);
    }
  yl_sheet_formula (sheet, KM, YL_MEASURE_KM, "ROUND(SUM(E#:H#),3)", sum_of_counted (line));
  yl_sheet_formula (sheet, PAID, YL_MEASURE_KM, formulas->paid, line->paid_m);
  yl_sheet_formula (sheet, ROADS, YL_MEASURE_FEN, formulas->roads, line->roads_fen);
  yl_sheet_formula (sheet, BRIDGES, YL_MEASURE_FEN, formulas->bridges, line->bridges_fen);
  yl_sheet_formula (sheet, AMOUNT, YL_MEASURE_FEN, "ROUND(O#+P#,2)",
                    line->roads_fen + line->bridges_fen);
}

static void
map_rows (YlBook *book)
{
  const YlPart *rows = &book->township_rows;
  const struct
  {
    guint column;
    YlMeasure measure;
    const char *key;
  } keys[] = {
    { SECTIONS, YL_MEASURE_COUNT, "townships.sections" },
    { KM, YL_MEASURE_KM, "townships.counted_m" },
    { PAID, YL_MEASURE_KM, "townships.paid_m" },
    { ROADS, YL_MEASURE_FEN, "townships.roads_fen" },
    { BRIDGES, YL_MEASURE_FEN, "townships.bridges_fen" },
    { AMOUNT, YL_MEASURE_FEN, "townships.amount_fen" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    yl_sheet_map_rows (rows->sheet, keys[i].column, rows->first_row, rows->last_row,
                       keys[i].measure, keys[i].key);
  for (guint i = 0; i < YL_N_CLASSES; i++)
    {
      g_autofree char *km = g_strdup_printf ("townships.%s_m", yl_road_class_get_key (i));
      g_autofree char *fen = g_strdup_printf ("townships.%s_fen", yl_road_class_get_key (i));
      yl_sheet_map_rows (rows->sheet, FIRST_KM + i, rows->first_row, rows->last_row, YL_MEASURE_KM,
                         km);
      yl_sheet_map_rows (rows->sheet, FIRST_FEN + i, rows->first_row, rows->last_row,
                         YL_MEASURE_FEN, fen);
    }
}

static gint64
class_fen (const YlBook *book, guint road_class)
{
  const GArray *lines = book->figures->townships;
  gint64 sum_fen = 0;
  for (guint i = 0; i < lines->len; i++)
    sum_fen += g_array_index (lines, YlTownshipLine, i).class_fen[road_class];
  return sum_fen;
}

static void
write_total (YlBook *book, YlSheet *sheet)
{
  const YlPart *rows = &book->township_rows;
  const YlFigures *figures = book->figures;
  yl_sheet_begin_row (sheet, YL_STYLE_TOTAL, 20);
  yl_sheet_label (sheet, ORDINAL, "合计");
  yl_sheet_blanks (sheet, NAME, CODE);
  yl_book_put_sum (book, rows, SECTIONS, YL_MEASURE_COUNT, figures->mileage.sections,
                   "mileage.sections");
  for (guint i = 0; i < YL_N_CLASSES; i++)
    {
      const char *name = yl_road_class_get_key (i);
      g_autofree char *km = g_strdup_printf ("mileage.by_class.%s.counted_m", name);
      g_autofree char *fen = g_strdup_printf ("daily.by_class.%s_fen", name);
      yl_book_put_sum (book, rows, FIRST_KM + i, YL_MEASURE_KM, figures->by_class[i].counted_m, km);
      yl_book_put_sum (book, rows, FIRST_FEN + i, YL_MEASURE_FEN, class_fen (book, i), fen);
    }
  yl_book_put_sum (book, rows, KM, YL_MEASURE_KM, figures->mileage.counted_m, "mileage.counted_m");
  yl_book_put_sum (book, rows, PAID, YL_MEASURE_KM, figures->mileage.paid_m, "mileage.paid_m");
  yl_book_put_sum (book, rows, ROADS, YL_MEASURE_FEN, figures->daily.roads_fen, "daily.roads_fen");
  yl_book_put_sum (book, rows, BRIDGES, YL_MEASURE_FEN, figures->daily.bridges_fen,
                   "daily.bridges_fen");
  yl_book_put_sum (book, rows, AMOUNT, YL_MEASURE_FEN, figures->daily.standard_fen,
                   "daily.standard_fen");
}

static void
note_check (YlBook *book,
            const char *title,
            const char *left,
            guint column,
            YlMeasure measure,
            gint64 units)
{
  YlSheet *sheet = book->tabs[YL_TAB_TOWNSHIPS];
  const YlCheck check = {
    .title = title,
    .left = left,
    .right = yl_book_reference (book, sheet, column, yl_sheet_get_row (sheet)),
    .units = units,
    .measure = measure,
  };
  yl_book_note_check (book, &check);
}

static void
note_checks (YlBook *book)
{
  const YlFigures *figures = book->figures;
  note_check (book, "里程明细金额合计＝分乡镇公路金额合计",
              yl_book_sum_detail (book, YL_DETAIL_AMOUNT, YL_MEASURE_FEN, 0, NULL), ROADS,
              YL_MEASURE_FEN, figures->daily.roads_fen);
  note_check (book, "里程明细计入里程＝分乡镇计入里程",
              yl_book_sum_detail (book, YL_DETAIL_COUNTED, YL_MEASURE_KM, 0, NULL), KM,
              YL_MEASURE_KM, figures->mileage.counted_m);
  note_check (book, "日常养护标准总额＝分乡镇合计", YL_NAME_STANDARD, AMOUNT, YL_MEASURE_FEN,
              figures->daily.standard_fen);
}

void
yl_book_fill_townships (YlBook *book)
{
  YlSheet *sheet = book->tabs[YL_TAB_TOWNSHIPS];
  RowFormulas formulas;
  make_formulas (book, &formulas);
  const guint n = book->figures->townships->len;
  for (guint i = 0; i < n; i++)
    write_township (book, sheet, i, &formulas);
  if (n == 0)
    {
      yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
      yl_sheet_blanks (sheet, ORDINAL, AMOUNT);
    }
  map_rows (book);
  write_total (book, sheet);
  note_checks (book);
  yl_sheet_end (sheet);
}
