#include "summary-private.h"

#include "yanglu/base/ratio.h"

/* A county or a zone: what its townships come to. */
typedef struct
{
  const char *name;
  gint64 sections;
  gint64 counted_m[YL_SUMMARY_N];
  gint64 listed_m[YL_SUMMARY_N];
  gint64 amount_fen[YL_SUMMARY_N];
  gint64 share_ppm;
} Row;

#define AT(of) G_STRUCT_OFFSET (Row, of)

/* One class of a unit, added up over the rows of its townships. */
#define CLASS(key, title, above, width, measure, member, index)                                    \
  YL_COLUMN_FIGURE (key, title, above, width, measure, AT (member[index]),                         \
                    "sum(townships." #member ", unit={$unit}, class=\"" title "\")",               \
                    "summary." key)
#define ALL(key, title, above, width, measure, member, from)                                       \
  YL_COLUMN_FIGURE (key, title, above, width, measure, AT (member), from, "summary." key)

#define GROUP_COUNTED "计入里程（公里）"
#define GROUP_LISTED "路线长度（公里）"
#define GROUP_FEN "标准资金（元）"

#define UNIT YL_COLUMN_ORDINAL (5), YL_COLUMN_TEXT ("unit", "编制单位", 18, AT (name))

/* So narrow that a page of A4 holds them in type that is read: kilometres by class stand on the next sheet. */
static const YlTableColumn money_columns[] = {
  UNIT,
  ALL ("sections",
       "路段数",
       NULL,
       7,
       YL_MEASURE_COUNT,
       sections,
       "sum(townships.sections, unit={$unit})"),
  ALL ("money_counted_m",
       "（公里）",
       "计入里程",
       11,
       YL_MEASURE_KM,
       counted_m[YL_SUMMARY_ALL],
       "sum(townships.counted_m, unit={$unit})"),
  CLASS ("county_fen", "县道", GROUP_FEN, 13, YL_MEASURE_FEN, amount_fen, YL_CLASS_COUNTY),
  CLASS ("township_fen", "乡道", GROUP_FEN, 13, YL_MEASURE_FEN, amount_fen, YL_CLASS_TOWNSHIP),
  CLASS ("village_fen", "村道", GROUP_FEN, 13, YL_MEASURE_FEN, amount_fen, YL_CLASS_VILLAGE),
  CLASS ("special_fen", "专用公路", GROUP_FEN, 11, YL_MEASURE_FEN, amount_fen, YL_CLASS_SPECIAL),
  ALL ("amount_fen",
       "合计",
       GROUP_FEN,
       14,
       YL_MEASURE_FEN,
       amount_fen[YL_SUMMARY_ALL],
       "ROUND(SUM({county_fen}:{special_fen}),2)"),
  { .name = "share_ppm",
    .head = "占比",
    .width = 8,
    .show = YL_CELL_FIGURE,
    .measure = YL_MEASURE_PPM,
    .member = AT (share_ppm),
    .total = "summary.share_ppm",
    .total_by = YL_TOTAL_AS_ROWS },
};
G_STATIC_ASSERT (G_N_ELEMENTS (money_columns) <= YL_SUMMARY_UNIT_COLUMNS);

#define KM(key, title, above, member, index)                                                       \
  CLASS (key, title, above, 10, YL_MEASURE_KM, member, index)

static const YlTableColumn mileage_columns[] = {
  UNIT,
  KM ("listed_county_m", "县道", GROUP_LISTED, listed_m, YL_CLASS_COUNTY),
  KM ("listed_township_m", "乡道", GROUP_LISTED, listed_m, YL_CLASS_TOWNSHIP),
  KM ("listed_village_m", "村道", GROUP_LISTED, listed_m, YL_CLASS_VILLAGE),
  KM ("listed_special_m", "专用公路", GROUP_LISTED, listed_m, YL_CLASS_SPECIAL),
  ALL ("listed_m",
       "合计",
       GROUP_LISTED,
       10,
       YL_MEASURE_KM,
       listed_m[YL_SUMMARY_ALL],
       "ROUND(SUM({listed_county_m}:{listed_special_m}),3)"),
  KM ("county_m", "县道", GROUP_COUNTED, counted_m, YL_CLASS_COUNTY),
  KM ("township_m", "乡道", GROUP_COUNTED, counted_m, YL_CLASS_TOWNSHIP),
  KM ("village_m", "村道", GROUP_COUNTED, counted_m, YL_CLASS_VILLAGE),
  KM ("special_m", "专用公路", GROUP_COUNTED, counted_m, YL_CLASS_SPECIAL),
  ALL ("counted_m",
       "合计",
       GROUP_COUNTED,
       10,
       YL_MEASURE_KM,
       counted_m[YL_SUMMARY_ALL],
       "ROUND(SUM({county_m}:{special_m}),3)"),
};
G_STATIC_ASSERT (G_N_ELEMENTS (mileage_columns) <= YL_SUMMARY_UNIT_COLUMNS);

/* ---- columns ---- */

/* Without roads of that class its columns are left out, and sums end before them. */
static gboolean
is_special (const YlTableColumn *column)
{
  static const gsize members[] = { AT (counted_m[YL_CLASS_SPECIAL]),
                                   AT (listed_m[YL_CLASS_SPECIAL]),
                                   AT (amount_fen[YL_CLASS_SPECIAL]) };
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    if (column->show == YL_CELL_FIGURE && column->member == members[i])
      return TRUE;
  return FALSE;
}

/* @formula, where it reads up to @column, reads up to the one before it. (transfer full) */
static char *
end_before (char *formula, const YlTableColumn *column)
{
  g_autofree char *read = formula;
  g_autofree char *last = g_strdup_printf ("{%s}", column[0].name);
  g_autofree char *before = g_strdup_printf ("{%s}", column[-1].name);
  g_auto (GStrv) parts = g_strsplit (read, last, -1);
  return g_strjoinv (before, parts);
}

static const char *
end_before_special (const YlSummaryBook *book,
                    const YlTableColumn *columns,
                    gsize n_columns,
                    const char *formula)
{
  char *ended = g_strdup (formula);
  for (gsize i = 1; i < n_columns; i++)
    if (is_special (&columns[i]))
      ended = end_before (ended, &columns[i]);
  return yl_ranges_keep (yl_tables_get_texts (book->tables), ended);
}

static void
open_units (YlSummaryUnits *self,
            const YlSummaryBook *book,
            const char *name,
            const YlTableColumn *columns,
            gsize n_columns)
{
  guint n = 0;
  self->book = book;
  for (gsize i = 0; i < n_columns; i++)
    {
      if (!book->has_special && is_special (&columns[i]))
        continue;
      self->columns[n] = columns[i];
      if (!book->has_special && columns[i].formula != NULL)
        self->columns[n].formula =
            end_before_special (book, columns, n_columns, columns[i].formula);
      n++;
    }
  self->table = yl_tables_add (book->tables, name, self->columns, n);
}

static void
open_sheet (const YlSummaryUnits *self, const char *sheet, const char *what, const char *unit)
{
  g_autofree char *title = yl_summary_title (self->book, what);
  yl_table_open (self->table, self->book->form,
                 &(YlSheetForm){ .name = sheet, .title = title, .unit_note = unit, .n_frozen = 2 },
                 self->book->request->roll_up->units->len);
}

void
yl_summary_money_open (YlSummaryUnits *self, const YlSummaryBook *book)
{
  open_units (self, book, "money", money_columns, G_N_ELEMENTS (money_columns));
  open_sheet (self, book->request->roll_up->is_of_city ? "全市汇总" : "各县汇总", "资金汇总表",
              "单位：公里、元");
}

void
yl_summary_mileage_open (YlSummaryUnits *self, const YlSummaryBook *book)
{
  open_units (self, book, "mileage", mileage_columns, G_N_ELEMENTS (mileage_columns));
  open_sheet (self, book->request->roll_up->is_of_city ? "全市里程" : "各县里程", "里程汇总表",
              "单位：公里");
}

/* ---- rows ---- */

static void
add_tally (Row *row, const YlTallyRow *tally)
{
  const guint indexes[] = { tally->road_class, YL_SUMMARY_ALL };
  row->sections += tally->sections;
  for (guint i = 0; i < G_N_ELEMENTS (indexes); i++)
    {
      row->listed_m[indexes[i]] += tally->listed_m;
      row->counted_m[indexes[i]] += tally->counted_m;
      row->amount_fen[indexes[i]] += tally->amount_fen;
    }
}

/* The sum of all, which yl_tally_end() has found to fit. */
static Row
add_up (const YlRollUp *roll_up, gsize first, gsize n)
{
  Row row = { 0 };
  for (gsize i = first; i < first + n; i++)
    add_tally (&row, &g_array_index (roll_up->rows, YlRollUpRow, i).tally);
  return row;
}

static void
append (GString *list, const char *text)
{
  g_string_append_printf (list, "%s%s", list->len == 0 ? "" : "、", text);
}

static void
write_note (YlSheet *sheet, const char *what, const GString *list)
{
  g_autofree char *note = g_strconcat (what, list->str, "。", NULL);
  if (list->len > 0)
    yl_sheet_note (sheet, note);
}

/* Below the sums: whose rows are whose, and who has none. */
static void
write_notes (const YlSummaryBook *book, YlSheet *sheet)
{
  g_autoptr (GString) given = g_string_new (NULL);
  g_autoptr (GString) absent = g_string_new (NULL);
  g_autoptr (GString) unverified = g_string_new (NULL);
  for (guint i = 0; i < book->request->roll_up->units->len; i++)
    {
      const YlRollUpUnit *unit = yl_summary_get_unit (book, i);
      g_autofree char *taken = g_strdup_printf ("%s %u 个", unit->name, unit->n_given);
      if (unit->n_given > 0)
        append (given, taken);
      if (unit->n_rows == 0)
        append (absent, unit->name);
      else if (unit->is_unverified)
        append (unverified, unit->name);
    }
  write_note (sheet, "归开发区的乡镇，其路段列在开发区，只计一次，不列在县里：", given);
  write_note (sheet, "开发区所辖乡镇按程序所带名录，待核：", unverified);
  write_note (sheet, "没有收到路段：", absent);
}

/* To a hundredth of one per cent. */
#define SHARE_STEP 100

static gint64
find_share (gint64 part, gint64 all)
{
  gint64 steps = 0;
  return all > 0 && yl_ratio_scale (YL_SHARE_WHOLE / SHARE_STEP, part, all, &steps)
             ? steps * SHARE_STEP
             : 0;
}

static void
fill (const YlSummaryUnits *self)
{
  const YlRollUp *roll_up = self->book->request->roll_up;
  Row total = add_up (roll_up, 0, roll_up->rows->len);
  total.share_ppm = find_share (total.amount_fen[YL_SUMMARY_ALL], total.amount_fen[YL_SUMMARY_ALL]);
  for (guint i = 0; i < roll_up->units->len; i++)
    {
      const YlRollUpUnit *unit = yl_summary_get_unit (self->book, i);
      Row row = add_up (roll_up, unit->first_row, unit->n_rows);
      row.name = unit->name;
      row.share_ppm = find_share (row.amount_fen[YL_SUMMARY_ALL], total.amount_fen[YL_SUMMARY_ALL]);
      yl_table_write_row (self->table, i + 1, &row);
    }
  if (roll_up->units->len == 0)
    yl_table_write_row (self->table, 1, &(Row){ .name = "没有读出路段" });
  total.name = "";
  yl_table_write_total (self->table, yl_table_find_column (self->table, "unit"), &total);
}

void
yl_summary_money_fill (const YlSummaryUnits *self)
{
  YlSheet *sheet = yl_table_get_sheet (self->table);
  const YlPart *part = yl_table_get_part (self->table, 0);
  const guint32 total = part->last_row + 1;
  yl_table_set_formula (
      self->table, "share_ppm",
      yl_table_write_out (self->table,
                          "IF({amount_fen$%u}=0,0,ROUND({amount_fen}/{amount_fen$%u},4))", total,
                          total));
  fill (self);
  write_notes (self->book, sheet);
  yl_sheet_note (
      sheet,
      "标准资金为日常养护标准下各级合计的金额；重复列入的路段仍在合计内，见“" YL_SHEET_TWICE "”。");
  yl_sheet_end (sheet);
}

void
yl_summary_mileage_fill (const YlSummaryUnits *self)
{
  fill (self);
  yl_sheet_end (yl_table_get_sheet (self->table));
}
