/* The live line over the heads: how many rows, and of roads what the budget will count and pay of them. A total holds
 * whole columns and leans on no formula of a row, so that a row put in among the others counts as they do. */
#include "table-private.h"

#include "yanglu/calc/price.h"
#include "yanglu/domain/cell-place.h"

#include <string.h>

#define TOO_MANY "行数超出打印区域，打印前请重新设置打印区域"
#define NOT_HINTED " 行没有填写提示，请从上一行复制提示格"

static void
put_label (const YlEntrySheet *sheet, guint first, guint last, const char *text)
{
  yl_entry_book_put (sheet->book, sheet->form->head_row - 1, first, last, YL_LOOK_ENTRY_SUM_LABEL,
                     text);
}

/* ---- sums of columns ---- */

static gboolean
is_yuan (const YlEntryColumn *column)
{
  return column->field == YL_FIELD_YUAN || column->field == YL_FIELD_SIGNED_YUAN;
}

static gint64
add_up (const YlEntrySheet *sheet, const char *name)
{
  gint64 sum = 0;
  gint64 units = 0;
  for (guint row = 0; row < yl_entry_sheet_get_n_filled (sheet); row++)
    sum += yl_entry_sheet_read (sheet, row, name, &units) ? units : 0;
  return sum;
}

static void
put_column_sums (const YlEntrySheet *sheet)
{
  for (guint i = 0; i < sheet->form->n_columns; i++)
    {
      const YlEntryColumn *column = &sheet->form->columns[i];
      const gboolean is_km = column->field == YL_FIELD_KM;
      if (!is_km && !is_yuan (column) && column->field != YL_FIELD_METRE)
        continue;
      const char *sum = yl_table_write_out (sheet->table, "ROUND(SUM(%s),%u)",
                                            yl_entry_sheet_rows_of (sheet, column->name),
                                            is_yuan (column) ? 2U : 3U);
      yl_entry_book_put_total (sheet->book, sheet->form->head_row - 1, i,
                               is_km ? YL_LOOK_ENTRY_SUM_KM : YL_LOOK_ENTRY_SUM_YUAN, sum,
                               is_km              ? YL_MEASURE_KM
                               : is_yuan (column) ? YL_MEASURE_FEN
                                                  : YL_MEASURE_CM,
                               add_up (sheet, column->name));
    }
}

/* ---- what the budget counts ---- */

/* Letters of codes that say a class: "县道" XJ. */
static char *
make_letters (YlRoadClass wanted)
{
  GString *letters = g_string_new (NULL);
  for (char letter = 'A'; letter <= 'Z'; letter++)
    {
      YlRoadClass said = YL_CLASS_COUNTY;
      if (yl_road_class_parse_letter ((YlText){ &letter, 1 }, &said) == YL_CLASS_READ_OK
          && said == wanted)
        g_string_append_c (letters, letter);
    }
  return g_string_free (letters, FALSE);
}

/* 1 in each row of the class, else 0; without a class the letter of the code says it. */
static char *
make_of_class (const YlEntrySheet *sheet, YlRoadClass of)
{
  g_autofree char *letters = make_letters (of);
  const char *classes = yl_entry_sheet_rows_from_elsewhere (sheet, "class");
  const char *codes = yl_entry_sheet_rows_from_elsewhere (sheet, "route_code");
  GString *is_of = g_string_new (NULL);
  g_string_printf (is_of, "((%s=\"%s\")+(%s=\"\")*(", classes, yl_road_class_get_name (of),
                   classes);
  for (const char *at = letters; *at != '\0'; at++)
    g_string_append_printf (is_of, "%s(UPPER(LEFT(%s,1))=\"%c\")", at == letters ? "" : "+", codes,
                            *at);
  g_string_append (is_of, "))");
  return g_string_free (is_of, FALSE);
}

/* 1 in each row of @is_of that counts, else 0: marked rows do not. */
static char *
make_counts (const YlEntrySheet *sheet, const char *is_of)
{
  const char *duplicates = yl_entry_sheet_rows_from_elsewhere (sheet, "duplicate_of");
  const char *dead_ends = yl_entry_sheet_rows_from_elsewhere (sheet, "dead_end");
  return g_strdup_printf (
      "%s*((LEN(%s)>=10)+(%s=\"是\")+(%s&\"\"=\"1\")+(%s=\"是\")+(%s&\"\"=\"1\")=0)", is_of,
      duplicates, duplicates, duplicates, dead_ends, dead_ends);
}

/* Σ of the kilometres of the rows in which @rows is 1, from the stakes where no length stands. */
static char *
make_km (const YlEntrySheet *sheet, const char *rows)
{
  const char *length = yl_entry_sheet_rows_from_elsewhere (sheet, "length");
  const char *start = yl_entry_sheet_rows_from_elsewhere (sheet, "start");
  const char *end = yl_entry_sheet_rows_from_elsewhere (sheet, "end");
  return g_strdup_printf ("ROUND(SUMPRODUCT(%s*(%s>=0),%s)"
                          "+SUMPRODUCT(%s*(%s=\"\")*ISNUMBER(%s)*(%s>=%s),%s)"
                          "-SUMPRODUCT(%s*(%s=\"\")*ISNUMBER(%s)*(%s>=%s),%s),3)",
                          rows, length, length, rows, length, start, end, start, end, rows, length,
                          end, end, start, start);
}

/* 1 in each row that is paid as @kind; urban stretches and field tracks are no roads of their class. */
static char *
make_paid (const YlEntrySheet *sheet, YlRateKind kind)
{
  const gboolean is_class = kind < YL_RATE_URBAN;
  const char *classes = yl_entry_sheet_rows_from_elsewhere (sheet, "class");
  const char *codes = yl_entry_sheet_rows_from_elsewhere (sheet, "route_code");
  const char *urban = yl_entry_sheet_rows_from_elsewhere (sheet, "urban");
  const char *surface = yl_entry_sheet_rows_from_elsewhere (sheet, "surface");
  g_autofree char *is_of = is_class ? make_of_class (sheet, (YlRoadClass) kind)
                                    : g_strdup_printf ("((%s<>\"\")+(%s<>\"\")>0)", classes, codes);
  g_autofree char *counts = make_counts (sheet, is_of);
  const char *track = yl_rate_kind_get_name (YL_RATE_TRACK);
  if (kind == YL_RATE_TRACK)
    return g_strdup_printf ("%s*(%s=\"%s\")", counts, surface, track);
  return g_strdup_printf ("%s*(%s<>\"%s\")*((%s=\"是\")+(%s&\"\"=\"1\")%s)", counts, surface, track,
                          urban, urban, is_class ? "=0" : ">0");
}

static gboolean
is_yes (const char *text)
{
  return strcmp (text, "是") == 0 || strcmp (text, "1") == 0;
}

static gboolean
find_class (const YlEntrySheet *sheet, guint row, YlRoadClass *out_class)
{
  const char *text = yl_entry_rows_find (sheet->filled, row, "class");
  for (guint c = 0; c < YL_N_CLASSES; c++)
    if (strcmp (text, yl_road_class_get_name ((YlRoadClass) c)) == 0)
      {
        *out_class = (YlRoadClass) c;
        return TRUE;
      }
  const YlText code = yl_text_of (yl_entry_rows_find (sheet->filled, row, "route_code"));
  return text[0] == '\0' && code.length > 0
         && yl_road_class_parse_letter (code, out_class) == YL_CLASS_READ_OK;
}

static gint64
find_length (const YlEntrySheet *sheet, guint row)
{
  gint64 length = 0;
  gint64 start = 0;
  gint64 end = 0;
  if (yl_entry_rows_find (sheet->filled, row, "length")[0] != '\0')
    return yl_entry_sheet_read (sheet, row, "length", &length) ? length : 0;
  const gboolean is_staked = yl_entry_sheet_read (sheet, row, "start", &start)
                             && yl_entry_sheet_read (sheet, row, "end", &end);
  return is_staked && end >= start ? end - start : 0;
}

/* What the formulas come to now: metres by class, and by what they are paid as. */
typedef struct
{
  gint64 class_m[YL_N_CLASSES];
  gint64 kind_m[YL_N_RATES];
} Counted;

static void
count_row (const YlEntrySheet *sheet, guint row, Counted *counted)
{
  YlRoadClass road_class = YL_CLASS_COUNTY;
  const char *duplicate = yl_entry_rows_find (sheet->filled, row, "duplicate_of");
  if (!find_class (sheet, row, &road_class) || is_yes (duplicate)
      || g_utf8_strlen (duplicate, -1) >= 10
      || is_yes (yl_entry_rows_find (sheet->filled, row, "dead_end")))
    return;
  const gint64 length_m = find_length (sheet, row);
  const gboolean is_track = strcmp (yl_entry_rows_find (sheet->filled, row, "surface"),
                                    yl_rate_kind_get_name (YL_RATE_TRACK))
                            == 0;
  const gboolean is_urban = is_yes (yl_entry_rows_find (sheet->filled, row, "urban"));
  counted->class_m[road_class] += length_m;
  counted->kind_m[is_track   ? YL_RATE_TRACK
                  : is_urban ? YL_RATE_URBAN
                             : (YlRateKind) road_class] += length_m;
}

static void
put_km (
    const YlEntrySheet *sheet, guint place, const char *label, const char *formula, gint64 metres)
{
  const YlEntrySumPlace *at = &sheet->form->sums[place];
  put_label (sheet, at->label, at->last_label, label);
  put_label (sheet, at->first, at->last, "");
  yl_entry_book_put_total (sheet->book, sheet->form->head_row - 1, at->first, YL_LOOK_ENTRY_SUM_KM,
                           formula, YL_MEASURE_KM, metres);
}

/* (transfer full): "J3": where the sum of that place stands. */
static char *
name_cell (const YlEntrySheet *sheet, guint place)
{
  char letters[YL_COLUMN_LETTERS];
  yl_column_to_letters (sheet->form->sums[place].first, letters);
  return g_strdup_printf ("%s%u", letters, sheet->form->head_row - 1);
}

static void
put_class_sums (const YlEntrySheet *sheet, const Counted *counted)
{
  g_autoptr (GString) all = g_string_new ("ROUND(");
  gint64 all_m = 0;
  for (guint c = 0; c < YL_N_CLASSES; c++)
    {
      g_autofree char *is_of = make_of_class (sheet, (YlRoadClass) c);
      g_autofree char *counts = make_counts (sheet, is_of);
      g_autofree char *km = make_km (sheet, counts);
      g_autofree char *cell = name_cell (sheet, c + 1);
      const char *name = yl_road_class_get_name ((YlRoadClass) c);
      g_autofree char *worked_out =
          yl_entry_book_work_out (sheet->book, name, km, YL_MEASURE_KM, counted->class_m[c]);
      put_km (sheet, c + 1, name, worked_out, counted->class_m[c]);
      g_string_append_printf (all, "%s%s", c == 0 ? "" : "+", cell);
      all_m += counted->class_m[c];
    }
  g_string_append (all, ",3)");
  put_km (sheet, 0, "计入里程（公里）", all->str, all_m);
}

/* (transfer full) (nullable): whole fen of whole metres at the rate of each kind; @fen: what they come to. Where the
 * policy pays by other kilometres than those that count, the list alone does not say them all. */
static char *
make_yuan (const YlEntrySheet *sheet, const Counted *counted, gint64 *fen)
{
  const YlRateTable *rates = sheet->book->request->rates;
  g_autoptr (GString) all = g_string_new ("(");
  if (rates == NULL || rates->basis != YL_BASIS_COUNTED || rates->pays_marked)
    return NULL;
  for (guint kind = 0; kind < YL_N_RATES; kind++)
    {
      if (!rates->has_rate[kind] || rates->rate[kind].fen_per_km == 0)
        continue;
      if (rates->rate[kind].part.of != 0)
        return NULL;
      YlMoney amount = { 0 };
      g_autofree char *paid = make_paid (sheet, (YlRateKind) kind);
      g_autofree char *km = make_km (sheet, paid);
      g_autofree char *name =
          g_strconcat ("按标准计价的", yl_rate_kind_get_name ((YlRateKind) kind), NULL);
      g_autofree char *worked_out =
          yl_entry_book_work_out (sheet->book, name, km, YL_MEASURE_KM, counted->kind_m[kind]);
      g_string_append_printf (all, "%sROUND(ROUND(%s*1000,0)*%" G_GINT64_FORMAT "/1000,0)",
                              all->len == 1 ? "" : "+", worked_out, rates->rate[kind].fen_per_km);
      if (yl_money_for_length ((YlLength){ counted->kind_m[kind] }, rates->rate[kind], &amount))
        *fen += amount.fen;
    }
  return all->len == 1 ? NULL : g_strconcat (all->str, ")/100", NULL);
}

/* Each cell over several columns once: two of them in one place are a fault of the file, that Excel offers to repair. */
static void
put_yuan (const YlEntrySheet *sheet, const Counted *counted)
{
  const YlEntrySumPlace *at = &sheet->form->sums[YL_ENTRY_SUM_YUAN];
  gint64 fen = 0;
  g_autofree char *yuan = make_yuan (sheet, counted, &fen);
  const gboolean has_label = at->label != at->first;
  if (has_label)
    put_label (sheet, at->label, at->last_label, yuan == NULL ? "" : "按标准（元）");
  put_label (sheet, at->first, at->last, "");
  if (yuan != NULL)
    yl_entry_book_put_total (sheet->book, sheet->form->head_row - 1, at->first,
                             has_label ? YL_LOOK_ENTRY_SUM_YUAN : YL_LOOK_ENTRY_SUM_PAID, yuan,
                             YL_MEASURE_FEN, fen);
}

static void
put_road_sums (const YlEntrySheet *sheet)
{
  Counted counted = { 0 };
  for (guint row = 0; row < yl_entry_sheet_get_n_filled (sheet); row++)
    count_row (sheet, row, &counted);
  put_class_sums (sheet, &counted);
  put_yuan (sheet, &counted);
}

/* ---- rows ---- */

/* (transfer full): a formula of how many rows are begun, of a list of roads those of them that @is_so (nullable) holds
 * of. It compares, and asks no function of every row: Gnumeric would ask it of one. */
static char *
make_begun (const YlEntrySheet *sheet, const char *is_so)
{
  if (sheet->form->sums == NULL)
    return g_strdup_printf ("COUNT(%s)", yl_entry_sheet_rows_of (sheet, sheet->form->counted));
  return g_strdup_printf ("SUMPRODUCT(((%s<>\"\")+(%s<>\"\")+(%s<>\"\")+(%s<>\"\")>0)*%s)",
                          yl_entry_sheet_rows_of (sheet, "route_code"),
                          yl_entry_sheet_rows_of (sheet, "route_name"),
                          yl_entry_sheet_rows_of (sheet, "length"),
                          yl_entry_sheet_rows_of (sheet, "end"), is_so == NULL ? "1" : is_so);
}

/* (transfer full): a formula of the rows that somebody put in: an empty cell is 0 where the hint of a right row is an
 * empty text. "0" of a list that has no hints. */
static char *
make_not_hinted (const YlEntrySheet *sheet)
{
  if (sheet->form->sums == NULL)
    return g_strdup ("0");
  g_autofree char *is_empty =
      g_strdup_printf ("(%s=0)", yl_entry_sheet_rows_of (sheet, YL_ENTRY_HINT));
  return make_begun (sheet, is_empty);
}

static gboolean
is_begun (const YlEntrySheet *sheet, guint row)
{
  static const char *const names[] = { "route_code", "route_name", "length", "end" };
  gint64 units = 0;
  if (sheet->form->sums == NULL)
    return yl_entry_sheet_read (sheet, row, sheet->form->counted, &units);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (yl_entry_rows_find (sheet->filled, row, names[i])[0] != '\0')
      return TRUE;
  return FALSE;
}

static guint
count_begun (const YlEntrySheet *sheet)
{
  guint n = 0;
  for (guint row = 0; row < yl_entry_sheet_get_n_filled (sheet); row++)
    n += is_begun (sheet, row) ? 1u : 0u;
  return n;
}

/* Who types more rows than the paper shows is told to set its area anew; who puts rows in, that nothing is said of them:
 * a spreadsheet gives a row that is put in the colours of its neighbours, but not their formulas. */
void
yl_entry_sheet_put_sums (const YlEntrySheet *sheet)
{
  const YlEntrySheetForm *form = sheet->form;
  const guint32 row = form->head_row - 1;
  const guint n = count_begun (sheet);
  const guint n_printed = yl_entry_sheet_get_n_printed (sheet);
  g_autofree char *n_rows = g_strdup_printf ("共 %u 行", n);
  g_autofree char *begun = make_begun (sheet, NULL);
  g_autofree char *not_hinted = make_not_hinted (sheet);
  g_autofree char *count = g_strdup_printf ("\"共 \"&%s&\" 行\"", begun);
  g_autofree char *warning =
      g_strdup_printf ("IF(%s>%u,\"" TOO_MANY "\",IF(%s>0,%s&\"" NOT_HINTED "\",\"\"))", begun,
                       n_printed, not_hinted, not_hinted);
  for (guint column = 0; column < form->n_columns; column++)
    put_label (sheet, column, column, column == 0 ? "合计" : "");
  if (form->sums != NULL)
    put_road_sums (sheet);
  else
    put_column_sums (sheet);
  /* A form that is narrow has no room for 合计. */
  const guint at = form->sums != NULL && form->sums[0].label == 1 ? 0 : 1;
  yl_entry_book_put_formula (sheet->book, row, at, YL_LOOK_ENTRY_SUM_LABEL, count, n_rows);
  yl_entry_book_put (sheet->book, row, form->warning, form->last_warning, YL_LOOK_ENTRY_WARNING,
                     "");
  yl_entry_book_put_formula (sheet->book, row, form->warning, YL_LOOK_ENTRY_WARNING, warning,
                             n > n_printed ? TOO_MANY : "");
}
