#include "book-private.h"
#include "book-references-private.h"
#include "book-tabs-private.h"

/* 里程汇总: kilometres by class, and what each way of counting would pay. */

enum
{
  CLASS,
  SECTIONS,
  LISTED,
  DUPLICATE,
  DEAD_END,
  COUNTED,
  URBAN,
  MAINTAINED,
  SUBSIDISED,
  PAID,
  N_COLUMNS,
};

static const YlColumnForm columns[N_COLUMNS] = {
  [CLASS] = { "行政等级", NULL, 20 },
  [SECTIONS] = { "路段数\n（条）", NULL, 12 },
  [LISTED] = { "路线长度\n（公里）", NULL, 15 },
  [DUPLICATE] = { "重复路段\n（公里）", NULL, 15 },
  [DEAD_END] = { "断头路\n（公里）", NULL, 15 },
  [COUNTED] = { "计入里程\n（公里）", NULL, 15 },
  [URBAN] = { "其中：城管路段\n（公里）", NULL, 17 },
  [MAINTAINED] = { "列养里程\n（公里）", NULL, 15 },
  [SUBSIDISED] = { "补助养护里程\n（公里）", NULL, 17 },
  [PAID] = { "计费里程\n（公里）", NULL, 15 },
};

/* A column: which column of 里程明细 it adds up, over rows with which flag. */
typedef struct
{
  guint column;
  YlDetailColumn of;
  gint flag; /* YlDetailColumn, or NO_FLAG */
  gsize offset;
  const char *key;
} MileageColumn;
#define NO_FLAG (-1)

static const MileageColumn sums[] = {
  { LISTED, YL_DETAIL_LENGTH, NO_FLAG, G_STRUCT_OFFSET (YlMileage, listed_m), "listed_m" },
  { DUPLICATE, YL_DETAIL_LENGTH, YL_DETAIL_DUPLICATE, G_STRUCT_OFFSET (YlMileage, duplicate_m),
    "duplicate_m" },
  { DEAD_END, YL_DETAIL_LENGTH, YL_DETAIL_DEAD_END, G_STRUCT_OFFSET (YlMileage, dead_end_m),
    "dead_end_m" },
  { COUNTED, YL_DETAIL_COUNTED, NO_FLAG, G_STRUCT_OFFSET (YlMileage, counted_m), "counted_m" },
  { URBAN, YL_DETAIL_COUNTED, YL_DETAIL_URBAN, G_STRUCT_OFFSET (YlMileage, urban_m), "urban_m" },
  { MAINTAINED, YL_DETAIL_MAINTAINED, NO_FLAG, G_STRUCT_OFFSET (YlMileage, maintained_m),
    "maintained_m" },
  { SUBSIDISED, YL_DETAIL_SUBSIDISED, NO_FLAG, G_STRUCT_OFFSET (YlMileage, subsidised_m),
    "subsidised_m" },
  { PAID, YL_DETAIL_PAID, NO_FLAG, G_STRUCT_OFFSET (YlMileage, paid_m), "paid_m" },
};

static gint64
metres_of (const YlMileage *mileage, const MileageColumn *sum)
{
  return G_STRUCT_MEMBER (gint64, mileage, sum->offset);
}

YlSheet *
yl_book_open_mileage (YlBook *book)
{
  g_autofree char *title =
      g_strdup_printf ("%s%u年农村公路里程汇总表", book->name, book->figures->year);
  const YlSheetForm sheet_form = {
    .name = "里程汇总",
    .title = title,
    .unit_note = "单位：公里、元",
    .columns = columns,
    .n_columns = N_COLUMNS,
  };
  return yl_form_add_sheet (book->form, &sheet_form);
}

static const char *
sum_flagged (YlBook *book, const MileageColumn *sum)
{
  const YlPart *parts = (const YlPart *) (gpointer) book->detail->data;
  const YlCriterion criteria[] = {
    { YL_DETAIL_CLASS, "$A#" },
    { (guint) sum->flag, "\"是\"" },
    { YL_DETAIL_DEAD_END, "\"是\"" },
  };
  const char *flagged = yl_book_sum (book, parts, book->detail->len, sum->of, YL_MEASURE_KM,
                                     criteria, sum->flag == NO_FLAG ? 1 : 2);
  if (sum->flag != YL_DETAIL_DUPLICATE)
    return flagged;
  /* Marked both, a row is a dead end. */
  const char *both =
      yl_book_sum (book, parts, book->detail->len, sum->of, YL_MEASURE_KM, criteria, 3);
  return yl_book_keep (book, g_strdup_printf ("ROUND(%s-%s,3)", flagged, both));
}

static void
write_class (YlBook *book, YlSheet *sheet, YlRoadClass road_class)
{
  const YlMileage *mileage = &book->figures->by_class[road_class];
  const YlPart *parts = (const YlPart *) (gpointer) book->detail->data;
  const YlCriterion criterion = { YL_DETAIL_CLASS, "$A#" };
  const char *key = yl_road_class_get_key (road_class);
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  yl_sheet_label (sheet, CLASS, yl_road_class_get_name (road_class));
  yl_sheet_formula (sheet, SECTIONS, YL_MEASURE_COUNT,
                    yl_book_count (book, parts, book->detail->len, &criterion, 1),
                    mileage->sections);
  g_autofree char *sections = g_strdup_printf ("mileage.by_class.%s.sections", key);
  yl_sheet_map_cell (sheet, SECTIONS, YL_MEASURE_COUNT, sections);
  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    {
      g_autofree char *figure = g_strdup_printf ("mileage.by_class.%s.%s", key, sums[i].key);
      yl_sheet_formula (sheet, sums[i].column, YL_MEASURE_KM, sum_flagged (book, &sums[i]),
                        metres_of (mileage, &sums[i]));
      yl_sheet_map_cell (sheet, sums[i].column, YL_MEASURE_KM, figure);
    }
}

static void
write_total (YlBook *book, YlSheet *sheet)
{
  const guint32 first = yl_sheet_get_first_row (sheet);
  const YlPart rows = { sheet, first, first + YL_N_CLASSES - 1 };
  const YlMileage *mileage = &book->figures->mileage;
  const guint32 row = yl_sheet_begin_row (sheet, YL_STYLE_TOTAL, 20);
  yl_sheet_label (sheet, CLASS, "合计");
  yl_book_put_sum (book, &rows, SECTIONS, YL_MEASURE_COUNT, mileage->sections, "mileage.sections");
  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    {
      g_autofree char *key = g_strdup_printf ("mileage.%s", sums[i].key);
      yl_book_put_sum (book, &rows, sums[i].column, YL_MEASURE_KM, metres_of (mileage, &sums[i]),
                       key);
    }
  yl_form_define (book->form, YL_NAME_COUNTED, yl_book_reference (book, sheet, COUNTED, row));
  yl_form_define (book->form, YL_NAME_MAINTAINED, yl_book_reference (book, sheet, MAINTAINED, row));
}

static void
note_checks (YlBook *book, YlSheet *sheet, guint32 row)
{
  const YlMileage *mileage = &book->figures->mileage;
  const YlCheck counted = {
    .title = "里程明细计入里程＝分等级计入里程",
    .left = yl_book_sum_detail (book, YL_DETAIL_COUNTED, YL_MEASURE_KM, 0, NULL),
    .right = YL_NAME_COUNTED,
    .units = mileage->counted_m,
    .measure = YL_MEASURE_KM,
  };
  yl_book_note_check (book, &counted);
  g_autofree char *parts =
      g_strdup_printf ("ROUND('%s'!D%u+'%s'!E%u+'%s'!F%u,3)", yl_sheet_get_name (sheet), row,
                       yl_sheet_get_name (sheet), row, yl_sheet_get_name (sheet), row);
  const YlCheck listed = {
    .title = "路线长度＝重复路段＋断头路＋计入里程",
    .left = yl_book_reference (book, sheet, LISTED, row),
    .right = parts,
    .units = mileage->listed_m,
    .measure = YL_MEASURE_KM,
  };
  yl_book_note_check (book, &listed);
}

/* Σ of the rows' rounded amounts, had the policy paid by @column; an array formula, for ROUND takes
 * ranges in no other way everywhere. */
static const char *
price_by (YlBook *book, YlDetailColumn column)
{
  GString *out = g_string_new ("{=ROUND((0");
  for (guint i = 0; i < book->detail->len; i++)
    {
      const YlPart *part = &g_array_index (book->detail, YlPart, i);
      g_string_append_printf (out, "+SUM(ROUND(ROUND(%s*1000,0)*ROUND(%s*100,0)/1000,0))",
                              yl_book_range (book, part, column),
                              yl_book_range (book, part, YL_DETAIL_RATE));
    }
  g_string_append (out, ")/100,2)}");
  return yl_book_keep (book, g_string_free (out, FALSE));
}

static void
write_basis (YlBook *book, YlSheet *sheet, YlMileageBasis basis)
{
  static const YlDetailColumn of_basis[] = {
    [YL_BASIS_COUNTED] = YL_DETAIL_COUNTED,
    [YL_BASIS_MAINTAINED] = YL_DETAIL_MAINTAINED,
    [YL_BASIS_SUBSIDISED] = YL_DETAIL_SUBSIDISED,
  };
  const YlFigures *figures = book->figures;
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  yl_sheet_label (sheet, CLASS, yl_mileage_basis_get_name (basis));
  yl_sheet_label (sheet, SECTIONS, basis == figures->basis ? "采用" : "对照");
  if (!figures->is_basis_known[basis])
    {
      yl_sheet_span (sheet, LISTED, DUPLICATE, "里程名单没有此列");
      return;
    }
  const gint64 amount_fen = figures->standard_by_basis_fen[basis];
  g_autofree char *key =
      g_strdup_printf ("standard_by_basis.%s_fen", yl_mileage_basis_get_key (basis));
  yl_sheet_array_formula (sheet, LISTED, YL_MEASURE_FEN, price_by (book, of_basis[basis]),
                          amount_fen);
  yl_sheet_map_cell (sheet, LISTED, YL_MEASURE_FEN, key);
  yl_sheet_formula (sheet, DUPLICATE, YL_MEASURE_FEN, "ROUND(C#-" YL_NAME_ROADS ",2)",
                    amount_fen - figures->daily.roads_fen);
  g_autofree char *difference =
      g_strdup_printf ("standard_by_basis.%s_difference_fen", yl_mileage_basis_get_key (basis));
  yl_sheet_map_cell (sheet, DUPLICATE, YL_MEASURE_FEN, difference);
}

static void
write_bases (YlBook *book, YlSheet *sheet)
{
  yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 10);
  yl_sheet_begin_row (sheet, YL_STYLE_SECTION, 20);
  yl_sheet_span (sheet, CLASS, DUPLICATE, "不同里程口径下的公路日常养护金额对照");
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 24);
  yl_sheet_head (sheet, CLASS, "里程口径");
  yl_sheet_head (sheet, SECTIONS, "本预算");
  yl_sheet_head (sheet, LISTED, "金额（元）");
  yl_sheet_head (sheet, DUPLICATE, "与本预算差额");
  for (guint basis = 0; basis < G_N_ELEMENTS (book->figures->is_basis_known); basis++)
    write_basis (book, sheet, basis);
}

void
yl_book_fill_mileage (YlBook *book)
{
  YlSheet *sheet = book->tabs[YL_TAB_MILEAGE];
  for (guint i = 0; i < YL_N_CLASSES; i++)
    write_class (book, sheet, i);
  write_total (book, sheet);
  note_checks (book, sheet, yl_sheet_get_row (sheet));
  write_bases (book, sheet);
  g_autofree char *note = g_strdup_printf (
      "说明：里程截至%"
      "u年底；标为重复路段或断头路的路段照列、不计入；城管路段、专用公路、机耕道没有标准的计"
      "入里程、不计费。",
      book->figures->year - 1);
  yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 0);
  yl_sheet_span (sheet, CLASS, PAID, note);
  yl_sheet_end (sheet);
}
