#include "shut-private.h"
#include "tabs-private.h"

/* 里程汇总: kilometres by class, and what each way of counting would pay. */

typedef struct
{
  const char *name;
  YlMileage mileage;
} Row;

#define AT(of) G_STRUCT_OFFSET (Row, of)
#define KM(of, title, width, formula)                                                              \
  YL_COLUMN_FIGURE (#of, title, NULL, width, YL_MEASURE_KM, AT (mileage.of), formula,              \
                    "mileage." #of)

static const YlTableColumn columns[] = {
  YL_COLUMN_LABEL ("name", "行政等级", 12, AT (name)),
  YL_COLUMN_FIGURE ("sections",
                    "路段数\n（条）",
                    NULL,
                    9,
                    YL_MEASURE_COUNT,
                    AT (mileage.sections),
                    "count(roads, class={$name})",
                    "mileage.sections"),
  KM (listed_m, "路线长度\n（公里）", 14, "sum(roads.length_m, class={$name})"),
  /* Marked both, a row is a dead end. */
  KM (duplicate_m,
      "重复路段\n（公里）",
      14,
      "ROUND(sum(roads.length_m, class={$name}, duplicate=\"是\")"
      "-sum(roads.length_m, class={$name}, duplicate=\"是\", dead_end=\"是\"),3)"),
  KM (dead_end_m, "断头路\n（公里）", 11, "sum(roads.length_m, class={$name}, dead_end=\"是\")"),
  KM (counted_m, "计入里程\n（公里）", 11, "sum(roads.counted_m, class={$name})"),
  KM (urban_m, "其中：城管路段\n（公里）", 13, "sum(roads.counted_m, class={$name}, urban=\"是\")"),
  KM (maintained_m, "列养里程\n（公里）", 11, "sum(roads.maintained_m, class={$name})"),
  KM (subsidised_m, "补助养护里程\n（公里）", 13, "sum(roads.subsidised_m, class={$name})"),
  KM (paid_m, "计费里程\n（公里）", 11, "sum(roads.paid_m, class={$name})"),
};

/* Below it, what each way of counting would pay. */
typedef struct
{
  const char *name;
  const char *use;
  gint64 amount_fen;
  gint64 difference_fen;
} Basis;

#define OF(of) G_STRUCT_OFFSET (Basis, of)

static const YlTableColumn basis_columns[] = {
  YL_COLUMN_LABEL ("name", "里程口径", 0, OF (name)),
  YL_COLUMN_LABEL ("use", "本预算", 0, OF (use)),
  { .name = "amount_fen",
    .head = "金额（元）",
    .show = YL_CELL_ARRAY,
    .measure = YL_MEASURE_FEN,
    .member = OF (amount_fen) },
  { .name = "difference_fen",
    .head = "与本预算差额",
    .show = YL_CELL_FIGURE,
    .measure = YL_MEASURE_FEN,
    .member = OF (difference_fen),
    .formula = "ROUND({amount_fen}-" YL_NAME_ROADS ",2)" },
};

static void
note_checks (YlBook *book, const YlTable *table, guint32 row)
{
  const YlMileage *mileage = &book->figures->mileage;
  yl_book_note_check (book, &(YlCheck){ .title = "里程明细计入里程＝分等级计入里程",
                                        .left = "sum(roads.counted_m)",
                                        .right = YL_NAME_COUNTED,
                                        .units = mileage->counted_m,
                                        .measure = YL_MEASURE_KM });
  g_autofree char *parts =
      g_strdup_printf ("ROUND(%s+%s+%s,3)", yl_table_get_loose_cell (table, "duplicate_m", row),
                       yl_table_get_loose_cell (table, "dead_end_m", row),
                       yl_table_get_loose_cell (table, "counted_m", row));
  yl_book_note_check (book, &(YlCheck){ .title = "路线长度＝重复路段＋断头路＋计入里程",
                                        .left = yl_table_get_cell (table, "listed_m", row),
                                        .right = parts,
                                        .units = mileage->listed_m,
                                        .measure = YL_MEASURE_KM });
}

static void
write_classes (YlBook *book, YlTable *table)
{
  for (guint i = 0; i < YL_N_CLASSES; i++)
    {
      const Row row = { yl_road_class_get_name (i), book->figures->by_class[i] };
      g_autofree char *key = g_strdup_printf ("mileage.by_class.%s", yl_road_class_get_key (i));
      yl_table_write_row (table, i + 1, &row);
      yl_table_map_row (table, key);
      if (i == YL_CLASS_SPECIAL && row.mileage.sections == 0)
        yl_book_shut_row (book, table, "sections", "listed_m", NULL, row.name);
    }
  const Row total = { .mileage = book->figures->mileage };
  const guint32 row = yl_table_write_total (table, 0, &total);
  yl_form_define (book->form, YL_NAME_COUNTED, yl_table_get_cell (table, "counted_m", row));
  yl_form_define (book->form, YL_NAME_MAINTAINED, yl_table_get_cell (table, "maintained_m", row));
  note_checks (book, table, row);
}

/* "*(I4:I9<>\"是\")": nothing of a row that has @flag */
static char *
leave_out (YlBook *book, const YlTable *roads, const YlPart *part, const char *flag)
{
  return g_strdup_printf ("*(%s<>\"是\")",
                          yl_ranges_reach (yl_tables_get_texts (book->tables), part,
                                           yl_table_find_column (roads, flag)));
}

/* Σ of the rows' rounded amounts, had the policy paid by @basis; an array formula, for ROUND takes
 * ranges in no other way everywhere. */
static char *
price_by (YlBook *book, YlMileageBasis basis)
{
  const gboolean is_marked_out = basis != YL_BASIS_COUNTED && book->edition >= 3;
  g_autofree char *column = g_strdup_printf ("%s_m", yl_mileage_basis_get_key (basis));
  const YlTable *roads = yl_tables_find (book->tables, "roads");
  GStringChunk *texts = yl_tables_get_texts (book->tables);
  GString *out = g_string_new ("ROUND((0");
  for (guint i = 0; i < yl_table_get_n_parts (roads); i++)
    {
      const YlPart *part = yl_table_get_part (roads, i);
      g_autofree char *duplicates = leave_out (book, roads, part, "duplicate");
      g_autofree char *dead_ends = leave_out (book, roads, part, "dead_end");
      g_string_append_printf (
          out, "+SUM(ROUND(ROUND(%s*1000,0)*ROUND(%s*100,0)/1000,0)%s%s)",
          yl_ranges_reach (texts, part, yl_table_find_column (roads, column)),
          yl_ranges_reach (texts, part, yl_table_find_column (roads, "rate_fen_per_km")),
          is_marked_out ? duplicates : "", is_marked_out ? dead_ends : "");
    }
  g_string_append (out, ")/100,2)");
  return g_string_free (out, FALSE);
}

static void
map_basis (const YlTable *table, const char *column, YlMileageBasis basis, const char *figure)
{
  g_autofree char *key =
      g_strdup_printf ("standard_by_basis.%s_%s", yl_mileage_basis_get_key (basis), figure);
  yl_sheet_map_cell (yl_table_get_sheet (table), yl_table_find_column (table, column),
                     YL_MEASURE_FEN, key);
}

static void
write_basis (YlBook *book, YlTable *table, YlMileageBasis basis)
{
  const YlFigures *figures = book->figures;
  YlSheet *sheet = yl_table_get_sheet (table);
  const Basis row = {
    .name = yl_mileage_basis_get_name (basis),
    .use = basis == figures->basis ? "采用" : "对照",
    .amount_fen = figures->standard_by_basis_fen[basis],
    .difference_fen = figures->standard_by_basis_fen[basis] - figures->daily.roads_fen,
  };
  if (!figures->is_basis_known[basis])
    {
      yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
      yl_sheet_label (sheet, 0, row.name);
      yl_sheet_label (sheet, 1, row.use);
      yl_sheet_span (sheet, 2, G_N_ELEMENTS (basis_columns) - 1, "里程名单没有此列");
      return;
    }
  g_autofree char *price = price_by (book, basis);
  yl_table_set_formula (table, "amount_fen", price);
  yl_table_write_row (table, basis + 1, &row);
  map_basis (table, "amount_fen", basis, "fen");
  map_basis (table, "difference_fen", basis, "difference_fen");
}

static void
write_bases (YlBook *book, YlSheet *sheet)
{
  YlTable *table =
      yl_tables_add (book->tables, "bases", basis_columns, G_N_ELEMENTS (basis_columns));
  yl_table_continue_below (table, sheet, "不同里程口径下的公路日常养护金额对照", 24,
                           G_N_ELEMENTS (book->figures->is_basis_known));
  for (guint basis = 0; basis < G_N_ELEMENTS (book->figures->is_basis_known); basis++)
    write_basis (book, table, basis);
}

static void
fill (YlBook *book, YlTable *table)
{
  YlSheet *sheet = yl_table_get_sheet (table);
  yl_table_continue (table, sheet, YL_N_CLASSES);
  write_classes (book, table);
  write_bases (book, sheet);
  const guint year = book->figures->year - 1;
  g_autofree char *day = book->edition < 7 ? g_strdup_printf ("里程截至%u年底", year)
                                           : g_strdup_printf (YL_MILEAGE_DAY, year);
  g_autofree char *note =
      g_strdup_printf ("说明：%s；标为重复路段或断头路的路段照列、不计入；城管路段、专用公路、"
                       "机耕道没有标准的计入里程、不计费。",
                       day);
  yl_sheet_note (sheet, note);
}

/* Before the seventh edition. */
static const double older_widths[] = { 20, 12, 15, 15, 15, 15, 17, 15, 17, 15 };
G_STATIC_ASSERT (G_N_ELEMENTS (older_widths) == G_N_ELEMENTS (columns));

static gboolean
is_nothing (const YlBook *book, const char *column)
{
  const YlMileage *mileage = &book->figures->mileage;
  return (g_str_equal (column, "urban_m") && mileage->urban_m == 0)
         || (g_str_equal (column, "maintained_m") && mileage->maintained_m == 0)
         || (g_str_equal (column, "subsidised_m") && mileage->subsidised_m == 0);
}

const YlBookTab yl_tab_mileage = {
  .form = { .name = "里程汇总", .title = "农村公路里程汇总表", .unit_note = "单位：公里、元" },
  .table = "mileage",
  .columns = columns,
  .older_widths = older_widths,
  .n_columns = G_N_ELEMENTS (columns),
  .is_nothing = is_nothing,
  .fill = fill,
};
