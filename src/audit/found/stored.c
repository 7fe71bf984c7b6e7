/* Values that were saved with formulas, held against the formulas. */
#include "yanglu/audit/found/stored.h"

#include "check-private.h"
#include "relations-private.h"
#include "yanglu/audit/formula/recalculate.h"
#include "yanglu/audit/formula/token.h"
#include "yanglu/base/date.h"
#include "yanglu/base/decimal.h"
#include "yanglu/domain/cell-place.h"

#include <string.h>

/* A figure of a table. */
typedef struct
{
  const YlFoundTable *table;
  guint row; /* of the table */
  guint column;
} Place;

typedef struct
{
  const YlWorkbook *workbook;
  const YlFoundBudget *budget;
  const YlRateTable *rates;
  YlAudit *audit;
  YlRecalculation *all;    /* every formula anew */
  YlRecalculation *stored; /* each of the saved values; NULL until one is asked for */
  const YlWorksheet *sheet;
  GHashTable *places; /* cell → Place, of the sheet; NULL until one is asked for */
} Check;

static void
add_places (Check *self, const YlFoundTable *table, const YlFoundTurn *turn)
{
  for (guint row = 0; row < table->rows->len; row++)
    for (guint column = 0; column < table->columns->len; column++)
      {
        guint32 at_row = yl_found_table_get_row (table, row)->row;
        guint at_column = yl_found_table_get_column (table, column)->column;
        if (turn != NULL)
          yl_found_turn_back (turn, &at_row, &at_column);
        const Place place = { table, row, column };
        g_hash_table_replace (self->places, yl_cell_to_key (at_row, at_column),
                              g_memdup2 (&place, sizeof place));
      }
}

/* (nullable): the figure that the cell is. */
static const Place *
find_place (Check *self, const YlCell *cell)
{
  if (self->places == NULL)
    {
      self->places = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, g_free);
      for (guint i = 0; i < self->budget->tables->len; i++)
        {
          const YlFoundTable *table = g_ptr_array_index (self->budget->tables, i);
          const YlFoundTurn *turn = yl_found_budget_find_turn (self->budget, table->sheet);
          if (strcmp (turn != NULL ? turn->sheet : table->sheet, self->sheet->name) == 0)
            add_places (self, table, turn);
        }
    }
  return g_hash_table_lookup (self->places, yl_cell_to_key (cell->row, cell->column));
}

static const YlFoundColumn *
get_head (const Place *place)
{
  return yl_found_table_get_column (place->table, place->column);
}

static YlFoundValue *
get_value (const Place *place)
{
  const YlFoundRow *row = yl_found_table_get_row (place->table, place->row);
  return &g_array_index (row->values, YlFoundValue, place->column);
}

/* Fifteen digits are saved. A workbook may count with what it shows, to the fen. */
#define NOISE_UNITS (YL_FIXED_UNITS / 1000000)
#define NOISE_PART 1000000000000
#define SHOWN_UNITS (YL_FIXED_UNITS / 200)
#define ROUNDED_UNITS (YL_FIXED_UNITS / 100)

static gboolean
is_near (YlFixed a, YlFixed b, gint64 allowed_units)
{
  const __int128 off = a.units > b.units ? a.units - b.units : b.units - a.units;
  const __int128 size = a.units < 0 ? -a.units : a.units;
  return off <= allowed_units || off <= size / NOISE_PART;
}

static gboolean
is_numeric (const YlCellValue *value)
{
  return value->kind == YL_VALUE_NUMBER || value->kind == YL_VALUE_BOOLEAN;
}

/* A number within a text has as many digits as the program likes that wrote it. */
static gboolean
has_fraction (const char *text)
{
  for (const char *dot = strchr (text, '.'); dot != NULL; dot = strchr (dot + 1, '.'))
    if (g_ascii_isdigit (dot[1]) && g_ascii_isdigit (dot[2]) && g_ascii_isdigit (dot[3]))
      return TRUE;
  return FALSE;
}

static gboolean
is_date (const char *text)
{
  YlDate date;
  return yl_date_parse (yl_text_of (text), &date);
}

/* Whether what was saved is what the formula gives, or nobody can say. */
static gboolean
agrees (const YlCellValue *saved, const YlCellValue *given, gint64 allowed_units)
{
  if (given->kind == YL_VALUE_UNKNOWN || saved->kind == YL_VALUE_UNKNOWN
      || saved->kind == YL_VALUE_EMPTY)
    return TRUE;
  if (is_numeric (saved) && is_numeric (given))
    return is_near (saved->number, given->number, allowed_units);
  if (saved->kind == YL_VALUE_TEXT && is_date (saved->text))
    return TRUE;
  if (saved->kind == YL_VALUE_TEXT && given->kind == YL_VALUE_TEXT)
    return strcmp (saved->text, given->text) == 0 || has_fraction (saved->text);
  return saved->kind == given->kind;
}

/* Whether @formula calls one of @names. */
static gboolean
calls_any (const char *formula, const char *const *names)
{
  YlFormulaToken token;
  for (const char *at = yl_formula_start (formula); yl_formula_token_next (&at, &token);)
    for (gsize i = 0; token.kind == YL_TOKEN_FUNCTION && names[i] != NULL; i++)
      if (strlen (names[i]) == token.text.length
          && g_ascii_strncasecmp (token.text.at, names[i], token.text.length) == 0)
        return TRUE;
  return FALSE;
}

/* Halves are rounded this way or that: 5.025 has no exact double. */
static gint64
find_allowed (const char *formula)
{
  static const char *const rounding[] = { "ROUND", "ROUNDUP", "ROUNDDOWN", "INT", "TRUNC", NULL };
  return calls_any (formula, rounding) ? ROUNDED_UNITS : SHOWN_UNITS;
}

/* Nothing but cells that are added up: what is wrong there is a wrong sum. */
static gboolean
is_sum (const char *formula)
{
  static const char *const sums[] = { "SUM", "SUBTOTAL", NULL };
  gboolean has_sum = calls_any (formula, sums);
  YlFormulaToken token;
  for (const char *at = yl_formula_start (formula); yl_formula_token_next (&at, &token);)
    {
      const gboolean is_plus = token.kind == YL_TOKEN_OPERATOR && yl_text_is (token.text, "+");
      const gboolean is_other_call = token.kind == YL_TOKEN_FUNCTION
                                     && g_ascii_strncasecmp (token.text.at, "SUM", 3) != 0
                                     && g_ascii_strncasecmp (token.text.at, "SUBTOTAL", 8) != 0;
      has_sum |= is_plus;
      if (is_other_call || (token.kind == YL_TOKEN_OPERATOR && !is_plus))
        return FALSE;
    }
  return has_sum;
}

/* One cell with a formula. */
typedef struct
{
  const YlCell *cell;
  const char *formula;
  YlCellValue saved;
  YlCellValue given;
  char name[16];
} Held;

static void
add_gap (Check *self, const Held *held, const char *column, YlGapReason reason)
{
  yl_coverage_add_gap (self->audit->coverage, &(YlCoverageGap){ .sheet = self->sheet->name,
                                                                .column = column,
                                                                .cell = held->name,
                                                                .n_figures = 1,
                                                                .reason = reason });
}

/* Money of a table that cannot be read is known to the coverage already; the day of printing beside a table
 * is none. */
static void
note_unknown (Check *self, const Held *held, YlGapReason reason)
{
  static const char *const days[] = { "TODAY", "NOW", NULL };
  const Place *place = find_place (self, held->cell);
  if (place == NULL && reason == YL_GAP_UNWORKED && calls_any (held->formula, days))
    return;
  if (place == NULL)
    add_gap (self, held, "", reason);
  else if (!found_is_money (get_head (place)))
    add_gap (self, held, get_head (place)->head, reason);
}

static char *
show (const YlCellValue *value)
{
  char number[YL_FIXED_TEXT_SIZE];
  if (value->kind != YL_VALUE_NUMBER)
    return g_strdup (value->kind == YL_VALUE_BOOLEAN ? (value->number.units != 0 ? "TRUE" : "FALSE")
                                                     : value->text);
  yl_fixed_write (value->number, number);
  return g_strdup (number);
}

/* So much of a formula stands in a sentence. */
#define MAX_SAID 60

static YlCode
get_code (const Held *held)
{
  return is_sum (held->formula) ? YL_C01 : YL_C09;
}

#define WHY "（数值是不经计算写入的，或所引用的数改动后没有重算）"

/* A cell of no figure that is counted with, or that is no number. */
static void
report_other (Check *self, const Held *held, const Place *place, YlSeverity severity)
{
  g_autofree char *saved = show (&held->saved);
  g_autofree char *given = show (&held->given);
  g_autofree char *formula = yl_formula_to_text (held->formula, MAX_SAID);
  g_autofree char *expected_formula = yl_formula_to_text (held->formula, YL_FORMULA_SHOWN);
  g_autofree char *message = g_strdup_printf ("%s 存的值为“%s”，按它的公式 %s 应为“%s”" WHY,
                                              held->name, saved, formula, given);
  yl_findings_add (self->audit->findings,
                   &(YlFinding){ .code = get_code (held),
                                 .severity = severity,
                                 .file = self->budget->file,
                                 .sheet = self->sheet->name,
                                 .row = held->cell->row,
                                 .cell = held->name,
                                 .column = place == NULL ? NULL : get_head (place)->head,
                                 .seen = saved,
                                 .expected = given,
                                 .expected_formula = expected_formula,
                                 .message = message });
}

/* What the formula gives, in units of the column. */
static gboolean
find_due (const YlFoundColumn *head, const YlCellValue *given, gint64 *out_units)
{
  char number[YL_FIXED_TEXT_SIZE];
  const guint n_decimals = yl_decimal_count (head->unit);
  YlFixed rounded;
  if (given->kind != YL_VALUE_NUMBER
      || !yl_fixed_round (given->number, (gint) n_decimals, &rounded))
    return FALSE;
  const YlText text = { number, yl_fixed_write (rounded, number) };
  return yl_decimal_parse (text, n_decimals, YL_MONEY_MAX_FEN, out_units, NULL) == YL_DECIMAL_OK;
}

static void
report_figure (Check *self, const Held *held, const Place *place, gint64 due)
{
  FoundCheck check = {
    .table = place->table, .file = self->budget->file, .rates = self->rates, .audit = self->audit
  };
  YlFoundValue *value = get_value (place);
  const YlFoundColumn *head = get_head (place);
  const gint64 more = value->units - due;
  FoundCell cell = { .row = found_row (&check, place->row), .head = head, .value = value };
  g_autofree char *saved = found_to_text (head, value->units);
  g_autofree char *given = found_to_text (head, due);
  g_autofree char *off = found_to_text (head, ABS (more));
  g_autofree char *formula = yl_formula_to_text (held->formula, MAX_SAID);
  g_autofree char *expected_formula = yl_formula_to_text (held->formula, YL_FORMULA_SHOWN);
  g_autofree char *who = found_name_row (place->table, cell.row);
  g_autofree char *message =
      g_strdup_printf ("“%s”的“%s”存的值为 %s，按它的公式 %s 应为 %s，%s %s" WHY, who, head->head,
                       saved, formula, given, more > 0 ? "多" : "少", off);
  const YlCode code = get_code (held);
  found_report (&check, &cell,
                (YlFinding){ .code = code,
                             .severity = YL_SEVERITY_ERROR,
                             .seen = saved,
                             .expected = given,
                             .expected_formula = expected_formula,
                             .message = message },
                head->meaning == YL_FOUND_RATE ? (FoundStake){ 0 }
                                               : found_price (&check, &cell, more));
  if (code == YL_C01)
    return; /* the rules of sums know what is due */
  value->has_due = TRUE;
  value->due_units = due;
}

static void
report (Check *self, const Held *held)
{
  const Place *place = find_place (self, held->cell);
  const YlFoundMeaning meaning =
      place == NULL ? YL_FOUND_OTHER : (YlFoundMeaning) get_head (place)->meaning;
  const gboolean is_counted_with = meaning == YL_FOUND_AMOUNT || meaning == YL_FOUND_ASIDE
                                   || meaning == YL_FOUND_LENGTH || meaning == YL_FOUND_RATE;
  gint64 due = 0;
  if (!is_counted_with)
    report_other (self, held, place, YL_SEVERITY_WARNING);
  else if (!get_value (place)->is_known || !find_due (get_head (place), &held->given, &due))
    report_other (self, held, place, YL_SEVERITY_ERROR);
  else if (due != get_value (place)->units)
    report_figure (self, held, place, due);
}

/* Whether the value departs from what its formula gives of the values beside it, too: else it follows from
 * another one that does. */
static gboolean
departs (Check *self, const Held *held)
{
  YlCellValue near;
  if (self->stored == NULL)
    self->stored = yl_recalculation_new_stored (self->workbook);
  yl_recalculation_get (self->stored, self->sheet->name, held->cell->row, held->cell->column,
                        &near);
  return !agrees (&held->saved, &near, find_allowed (held->formula));
}

static void
check_cell (Check *self, const YlCell *cell)
{
  Held held = { .cell = cell,
                .formula = yl_workbook_get_text (self->workbook, cell->formula),
                .saved = yl_cell_value_stored (self->workbook, cell),
                .given = { .kind = YL_VALUE_UNKNOWN } };
  if (held.saved.kind != YL_VALUE_ERROR)
    yl_recalculation_get (self->all, self->sheet->name, cell->row, cell->column, &held.given);
  const gboolean is_unknown = held.given.kind == YL_VALUE_UNKNOWN;
  if (!is_unknown && agrees (&held.saved, &held.given, NOISE_UNITS))
    return;
  g_autofree char *name = yl_cell_to_text (cell->row, cell->column);
  g_strlcpy (held.name, name, sizeof held.name);
  const Place *place = is_unknown ? find_place (self, cell) : NULL;
  if (place != NULL)
    get_value (place)->is_unworked = TRUE;
  if (held.saved.kind == YL_VALUE_ERROR)
    note_unknown (self, &held, YL_GAP_ERROR);
  else if (is_unknown && held.saved.kind == YL_VALUE_EMPTY)
    note_unknown (self, &held, YL_GAP_UNWORKED);
  else if (!is_unknown && departs (self, &held))
    report (self, &held);
}

static void
check_sheet (Check *self, const YlWorksheet *sheet)
{
  self->sheet = sheet;
  for (guint i = 0; i < sheet->cells->len; i++)
    {
      const YlCell *cell = &g_array_index (sheet->cells, YlCell, i);
      if (cell->formula != 0 || cell->content == YL_CONTENT_ERROR)
        check_cell (self, cell);
    }
  g_clear_pointer (&self->places, g_hash_table_unref);
}

void
yl_found_check_stored (const YlWorkbook *workbook,
                       const YlFoundBudget *budget,
                       const YlRateTable *rates,
                       YlAudit *audit)
{
  g_autoptr (YlRecalculation) all = yl_recalculation_new (workbook);
  Check self = {
    .workbook = workbook, .budget = budget, .rates = rates, .audit = audit, .all = all
  };
  for (guint i = 0; i < workbook->sheets->len; i++)
    check_sheet (&self, g_ptr_array_index (workbook->sheets, i));
  yl_recalculation_free (self.stored);
}
