#include "acts-private.h"
#include "printed-private.h"

#include "yanglu/audit/formula/token.h"
#include "yanglu/audit/gainers.h"
#include "yanglu/figures/catalogue.h"

#include <string.h>

static gboolean
is_township (const YlBookPricing *pricing, const char *text)
{
  const GArray *townships = pricing->budget->figures->townships;
  for (guint i = 0; i < townships->len; i++)
    if (strcmp (g_array_index (townships, YlTownshipLine, i).name, text) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_payee (const YlBookPricing *pricing, const char *text)
{
  const GArray *payees = pricing->budget->figures->payees;
  for (guint i = 0; i < payees->len; i++)
    if (strcmp (g_array_index (payees, YlShareholderLine, i).name, text) == 0)
      return TRUE;
  return FALSE;
}

/* (transfer none): whom a planned row is about: the township or payee that it names, else its first
 * text behind the ordinal; "" when it has none. */
static const char *
find_label (const YlBookPricing *pricing, const YlWorksheet *planned, guint32 row)
{
  guint n = 0;
  const YlCell *cells = yl_worksheet_find_row (planned, row, &n);
  const char *first = NULL;
  for (guint i = 0; i < n; i++)
    {
      if (cells[i].content != YL_CONTENT_TEXT || cells[i].formula != 0 || cells[i].column == 0)
        continue;
      const char *text = yl_workbook_get_text (pricing->match->found, cells[i].value);
      if (is_township (pricing, text) || is_payee (pricing, text))
        return text;
      first = first == NULL ? text : first;
    }
  if (first != NULL)
    return first;
  return n > 0 && cells[0].content == YL_CONTENT_TEXT
             ? yl_workbook_get_text (pricing->match->found, cells[0].value)
             : "";
}

/* Tables of one line a recipient. */
static gboolean
is_recipient (const YlFigureRange *figure)
{
  const YlOver rows = figure == NULL ? YL_OVER_ALL : yl_figure_get_rows (figure->key);
  return rows == YL_OVER_TOWNSHIP || rows == YL_OVER_PAYEE || rows == YL_OVER_PACKAGE
         || rows == YL_OVER_RECIPIENT || rows == YL_OVER_BRIDGE;
}

/* (nullable): the most money that a row of a table of recipients shows. */
static const YlFigureRange *
find_recipient_amount (const YlBookPricing *pricing, const char *sheet, guint32 row)
{
  const GArray *figures = pricing->match->plan->figures;
  const YlFigureRange *most = NULL;
  gint64 most_fen = 0;
  for (guint i = 0; i < figures->len; i++)
    {
      const YlFigureRange *range = &g_array_index (figures, YlFigureRange, i);
      gint64 fen = 0;
      if (range->measure == YL_MEASURE_FEN && row >= range->first_row && row <= range->last_row
          && strcmp (range->sheet, sheet) == 0 && is_recipient (range)
          && yl_book_get_planned_fen (pricing, sheet, row, range->column, &fen) && fen > most_fen)
        {
          most = range;
          most_fen = fen;
        }
    }
  return most;
}

/* (nullable): the money that moves where a text that says to whom a row's money goes was changed. */
static const YlFigureRange *
find_moved (YlBookPricing *pricing,
            const YlCellDifference *difference,
            const YlFigureRange *amount,
            const char *payee)
{
  const YlCell *planned = difference->planned;
  if (planned == NULL || planned->content != YL_CONTENT_TEXT || planned->formula != 0
      || difference->kind != YL_DIFFERENCE_INPUT)
    return NULL;
  const char *text = yl_workbook_get_text (pricing->match->found, planned->value);
  if (amount != NULL)
    return strcmp (text, payee) == 0 || is_township (pricing, text) ? amount : NULL;
  const YlWorksheet *sheet = difference->pair->planned;
  return is_township (pricing, text) || is_payee (pricing, text)
                 || (text[0] != '\0'
                     && strcmp (text, find_label (pricing, sheet, difference->planned_row)) == 0)
             ? find_recipient_amount (pricing, sheet->name, difference->planned_row)
             : NULL;
}

static const char *
name_generally (const YlFigureRange *figure, gint64 at_stake_fen)
{
  if (figure != NULL && g_str_has_prefix (figure->key, "land."))
    return at_stake_fen > 0                              ? "农村公路资金"
           : g_str_has_prefix (figure->key, "land.city") ? "市级财政"
                                                         : YL_COUNTY_TREASURY;
  if (figure != NULL && g_str_has_prefix (figure->key, "policy.payer-share"))
    return at_stake_fen > 0 ? YL_UPPER_TREASURY : YL_COUNTY_TREASURY;
  if (figure != NULL && g_str_has_prefix (figure->key, "sources."))
    return at_stake_fen > 0 ? YL_COUNTY_TREASURY : YL_UPPER_TREASURY;
  return at_stake_fen > 0 ? YL_ALL_KEEPERS : YL_COUNTY_TREASURY;
}

/* Who has more by @difference: the payee of a row that gets more, else the treasury that pays less. A
 * row whose township or payee was changed moves its money: that is then what is at stake. */
static void
find_gainer (YlBookPricing *pricing,
             const YlCellDifference *difference,
             const YlFigureRange *figure,
             const YlFigureRange *amount,
             const char *payee,
             YlBookEffect *effect)
{
  const YlWorksheet *planned = difference->pair->planned;
  const YlFigureRange *moved = find_moved (pricing, difference, amount, payee);
  if (moved != NULL)
    {
      const YlCellValue value = yl_book_get_found_value (pricing, difference->pair,
                                                         difference->found_row, difference->column);
      effect->is_known = yl_book_get_planned_fen (pricing, planned->name, difference->planned_row,
                                                  moved->column, &effect->at_stake_fen);
      effect->total_fen = 0;
      effect->is_moved = TRUE;
      effect->gainer = g_strdup (value.kind == YL_VALUE_TEXT ? value.text : "");
      return;
    }
  if (!effect->is_known || effect->at_stake_fen == 0 || effect->gainer != NULL)
    return;
  if (effect->is_owed)
    effect->gainer = g_strdup (effect->at_stake_fen > 0 ? YL_UPPER_TREASURY : YL_COUNTY_TREASURY);
  else if (effect->at_stake_fen > 0 && amount != NULL)
    effect->gainer = g_strdup (payee);
  else if (effect->at_stake_fen > 0 && is_recipient (figure))
    effect->gainer = g_strdup (find_label (pricing, planned, difference->planned_row));
  else if (effect->at_stake_fen > 0 && effect->only != NULL)
    effect->gainer = g_strdup (effect->only);
  else
    effect->gainer = g_strdup (name_generally (figure, effect->at_stake_fen));
}

/* Whose names are told; the others are counted. */
#define N_NAMED 3

typedef struct
{
  guint32 row;
  gint64 fen; /* more than planned */
} Share;

static gint
compare_shares (gconstpointer a, gconstpointer b)
{
  const Share *left = a;
  const Share *right = b;
  const gint64 x = ABS (left->fen);
  const gint64 y = ABS (right->fen);
  return x != y ? (x < y) - (x > y) : (left->row > right->row) - (left->row < right->row);
}

static GArray *
collect_shares (const YlBookPricing *pricing, const YlFigureRange *payees)
{
  GArray *shares = g_array_new (FALSE, FALSE, sizeof (Share));
  for (guint32 row = payees->first_row; row <= payees->last_row; row++)
    {
      Share share = { .row = row };
      if (yl_book_measure_at (pricing, (YlBookPlace){ payees->sheet, row, payees->column },
                              &share.fen)
          && share.fen != 0)
        g_array_append_val (shares, share);
    }
  g_array_sort (shares, compare_shares);
  return shares;
}

/* (transfer full) (nullable): while one cell of the plan is as it was found: who gets more or less by
 * it, the largest amounts first, "于集镇人民政府多 100.00 元、…等 17 个管养单位"; NULL when no recipient
 * of the budget does. @out_only: the one whom alone it concerns; NULL when there are more */
static char *
name_recipients (const YlBookPricing *pricing, const char **out_only)
{
  const YlPlannedBook *plan = pricing->match->plan;
  *out_only = NULL;
  const YlFigureRange *payees = yl_planned_book_find_key (plan, "payees.amount_fen");
  if (payees == NULL)
    return NULL;
  const YlWorksheet *planned = yl_workbook_find_sheet (plan->workbook, payees->sheet);
  g_autoptr (GArray) shares = collect_shares (pricing, payees);
  if (shares->len == 0)
    return NULL;
  if (shares->len == 1)
    *out_only = find_label (pricing, planned, g_array_index (shares, Share, 0).row);
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < MIN (shares->len, N_NAMED); i++)
    {
      const Share *share = &g_array_index (shares, Share, i);
      g_autofree char *amount = yl_money_to_grouped ((YlMoney){ ABS (share->fen) });
      g_string_append_printf (text, "%s%s%s %s 元", i == 0 ? "" : "、",
                              find_label (pricing, planned, share->row),
                              share->fen > 0 ? "多" : "少", amount);
    }
  if (shares->len > N_NAMED)
    g_string_append_printf (text, "等 %u 个管养单位", shares->len);
  return g_string_free (text, FALSE);
}

/* Working out the whole again takes as long as making it: so many causes are priced to the total
 * whatever the size of the workbook, and more of them as long as no more cells than these are worked
 * out, some seconds' work; the others are priced by their own cell alone. */
#define MIN_TOTALS 60u
#define MAX_CELLS 40000000u

void
yl_book_effect_clear (YlBookEffect *effect)
{
  g_clear_pointer (&effect->gainer, g_free);
  g_clear_pointer (&effect->recipients, g_free);
  g_clear_pointer (&effect->moves, g_free);
}

static guint
count_totals (const YlWorkbook *planned)
{
  guint64 n_cells = 1;
  for (guint i = 0; i < planned->sheets->len; i++)
    n_cells += ((const YlWorksheet *) g_ptr_array_index (planned->sheets, i))->cells->len;
  return MAX (MIN_TOTALS, (guint) (MAX_CELLS / n_cells));
}

void
yl_book_pricing_init (YlBookPricing *pricing, const YlBookMatch *match, const YlBudget *budget)
{
  *pricing = (YlBookPricing){
    .match = match,
    .budget = budget,
    .planned = yl_recalculation_new (match->plan->workbook),
    .found = yl_recalculation_new (match->found),
    .max_totals = count_totals (match->plan->workbook),
  };
}

void
yl_book_pricing_clear (YlBookPricing *pricing)
{
  yl_recalculation_free (pricing->planned);
  yl_recalculation_free (pricing->found);
  g_clear_pointer (&pricing->referred, g_array_unref);
}

static const char *
name_payee (const YlBookPricing *pricing, guint32 payee)
{
  const GArray *payees = pricing->budget->figures->payees;
  return payee < payees->len ? g_array_index (payees, YlShareholderLine, payee).name : "";
}

const YlFigureRange *
yl_book_find_row_amount (const YlBookPricing *pricing,
                         const char *sheet,
                         guint32 row,
                         const char **out_payee)
{
  const GArray *figures = pricing->match->plan->figures;
  gsize n_roads = 0;
  for (guint i = 0; i < figures->len; i++)
    {
      const YlFigureRange *range = &g_array_index (figures, YlFigureRange, i);
      const gboolean is_roads = strcmp (range->key, "roads.amount_fen") == 0;
      const gboolean is_bridges = strcmp (range->key, "bridges.amount_fen") == 0;
      if ((is_roads || is_bridges) && row >= range->first_row && row <= range->last_row
          && strcmp (range->sheet, sheet) == 0)
        {
          const gsize index = row - range->first_row + (is_roads ? n_roads : 0);
          const YlPlacement *placement = is_roads ? &pricing->budget->roads[index].placement
                                                  : &pricing->budget->bridges[index].placement;
          *out_payee = name_payee (pricing, placement->payee);
          return range;
        }
      n_roads += is_roads ? range->last_row - range->first_row + 1 : 0;
    }
  return NULL;
}

#define TOTAL "demand_fen"
#define OWED "daily.county_gap_fen" /* what the county has to find itself */

const YlFigureRange *
yl_book_find_total (const YlPlannedBook *plan)
{
  const char *sheet = NULL;
  for (guint i = 0; i < plan->figures->len; i++)
    {
      const YlFigureRange *range = &g_array_index (plan->figures, YlFigureRange, i);
      if (g_str_has_prefix (range->key, "demand."))
        sheet = range->sheet;
      else if (sheet != NULL && strcmp (range->key, TOTAL) == 0
               && strcmp (range->sheet, sheet) == 0)
        return range;
    }
  return yl_planned_book_find_key (plan, TOTAL);
}

static gboolean
measure_key (YlBookPricing *pricing, const char *key, gint64 *out_fen)
{
  const YlPlannedBook *plan = pricing->match->plan;
  const YlFigureRange *target =
      strcmp (key, TOTAL) == 0 ? yl_book_find_total (plan) : yl_planned_book_find_key (plan, key);
  return target != NULL
         && yl_book_measure_at (
             pricing, (YlBookPlace){ target->sheet, target->first_row, target->column }, out_fen);
}

static void
price_by_row (YlBookPricing *pricing,
              const YlCellDifference *difference,
              const YlFigureRange *amount,
              YlBookEffect *effect)
{
  const YlSheetPair *pair = difference->pair;
  effect->is_known = yl_book_measure_at (
      pricing, (YlBookPlace){ pair->planned->name, difference->planned_row, amount->column },
      &effect->at_stake_fen);
  effect->total_fen = effect->at_stake_fen;
  gint64 planned_fen = 0;
  /* A class that no rate is known for makes the row an error: its money is lost to the sum. */
  if (!effect->is_known
      && yl_book_get_planned_fen (pricing, pair->planned->name, difference->planned_row,
                                  amount->column, &planned_fen))
    {
      effect->is_known = TRUE;
      effect->at_stake_fen = -planned_fen;
      effect->total_fen = -planned_fen;
    }
}

static void
price_by_figure (YlBookPricing *pricing,
                 const YlCellDifference *difference,
                 const YlFigureRange *figure,
                 YlBookEffect *effect)
{
  g_autofree char *target =
      figure == NULL ? NULL : yl_figure_find_moved (pricing->budget, figure->key);
  effect->is_known =
      target != NULL
          ? measure_key (pricing, target, &effect->at_stake_fen)
          : figure != NULL && figure->measure == YL_MEASURE_FEN
                && yl_book_measure_at (pricing,
                                       (YlBookPlace){ difference->pair->planned->name,
                                                      difference->planned_row, difference->column },
                                       &effect->at_stake_fen);
  if (pricing->n_totals++ < pricing->max_totals)
    measure_key (pricing, TOTAL, &effect->total_fen);
  if (effect->total_fen != 0)
    effect->recipients = name_recipients (pricing, &effect->only);
  if (effect->is_known)
    return;
  effect->at_stake_fen = effect->total_fen;
  effect->is_known = pricing->n_totals <= pricing->max_totals;
  /* What a source is for, or from whom, leaves the total alone, but not what the county owes. */
  if (effect->is_known && effect->total_fen == 0)
    effect->is_owed =
        measure_key (pricing, OWED, &effect->at_stake_fen) && effect->at_stake_fen != 0;
}

/* Money that changes its account alone stays with whom it was. */
static gboolean
is_of_account (const YlBookMove *move)
{
  const YlOver rows = yl_figure_get_rows (move->range->key);
  return rows == YL_OVER_ACCOUNT || rows == YL_OVER_ACCOUNT_USE;
}

/* Where neither the total nor what the change is measured by moves: whatever else moves most.
 * @is_worked_out: the whole was worked out for it already */
static void
price_by_moves (YlBookPricing *pricing,
                const YlCellDifference *difference,
                gboolean is_worked_out,
                YlBookEffect *effect)
{
  if (effect->total_fen != 0 || (effect->is_known && effect->at_stake_fen != 0))
    return;
  effect->is_compared =
      !yl_book_is_referred (pricing, difference->pair->planned->name, difference->column);
  pricing->n_totals += is_worked_out ? 0 : 1;
  if (effect->is_compared || pricing->n_totals > pricing->max_totals)
    return;
  g_autoptr (GArray) moves = yl_book_find_moves (pricing);
  effect->is_compared = TRUE;
  if (moves->len == 0)
    return;
  effect->is_known = TRUE;
  effect->at_stake_fen = g_array_index (moves, YlBookMove, 0).fen;
  effect->moves = yl_book_name_moves (pricing, moves);
  effect->gainer = yl_book_find_winner (pricing, moves);
  if (effect->gainer == NULL && is_of_account (&g_array_index (moves, YlBookMove, 0)))
    effect->gainer = g_strdup ("");
}

/* A grant that breaks a rule as it is called now: all of it is at stake. */
static void
price_source (YlBookPricing *pricing, const YlCellDifference *difference, YlBookEffect *effect)
{
  const YlSource *source =
      yl_book_find_source (pricing, difference->pair->planned->name, difference->planned_row);
  const YlWorkbook *found = pricing->match->found;
  if (source == NULL || difference->planned == NULL || difference->found == NULL
      || difference->planned->content != YL_CONTENT_TEXT)
    return;
  effect->has_code = yl_book_find_broken_rule (
      pricing, source, yl_workbook_get_text (found, difference->planned->value),
      yl_workbook_get_text (found, difference->found->value), &effect->code);
  if (!effect->has_code || ABS (effect->at_stake_fen) >= source->amount.fen)
    return;
  effect->is_known = TRUE;
  effect->at_stake_fen = source->amount.fen;
}

/* A stored value that does not follow from its own formula is measured against what follows. */
static void
price_stored (YlBookPricing *pricing,
              const YlCellDifference *difference,
              const YlFigureRange *figure,
              YlBookEffect *effect)
{
  const YlCellValue worked_out =
      yl_book_work_out (pricing, difference->pair, difference->found_row, difference->column);
  gint64 stored_fen = 0;
  YlFixed fen = { 0 };
  gint64 worked_out_fen = 0;
  effect->is_known = TRUE;
  if (figure == NULL || figure->measure != YL_MEASURE_FEN || worked_out.kind != YL_VALUE_NUMBER
      || !yl_fixed_multiply (worked_out.number, yl_fixed_of (100), &fen)
      || !yl_fixed_to_whole (fen, &worked_out_fen))
    return;
  effect->is_known = yl_book_get_found_fen (pricing, difference->pair, difference->found_row,
                                            difference->column, &stored_fen);
  effect->at_stake_fen = stored_fen - worked_out_fen;
}

/* A formula that was changed counts by what it comes to: the value
 * beside it may be of before, and the next program that opens the workbook replaces it. */
YlCellValue
yl_book_find_value (YlBookPricing *pricing, const YlCellDifference *difference)
{
  const YlCellValue stored = yl_book_get_found_value (pricing, difference->pair,
                                                      difference->found_row, difference->column);
  if (difference->kind != YL_DIFFERENCE_FORMULA)
    return stored;
  const YlCellValue value =
      yl_book_work_out (pricing, difference->pair, difference->found_row, difference->column);
  return value.kind == YL_VALUE_UNKNOWN ? stored : value;
}

void
yl_book_price_difference (YlBookPricing *pricing,
                          const YlCellDifference *difference,
                          YlBookEffect *out_effect)
{
  *out_effect = (YlBookEffect){ 0 };
  const char *sheet = difference->pair->planned->name;
  const YlFigureRange *figure = yl_planned_book_find_figure (
      pricing->match->plan, sheet, difference->planned_row, difference->column);
  const char *payee = "";
  const YlFigureRange *amount =
      yl_book_find_row_amount (pricing, sheet, difference->planned_row, &payee);
  const YlCellValue found = yl_book_find_value (pricing, difference);
  const gboolean is_printed =
      figure == NULL && yl_book_price_printed (pricing, difference, &found, out_effect, &figure);
  if (is_printed)
    out_effect->is_compared = TRUE;
  else if (difference->kind == YL_DIFFERENCE_VALUE)
    price_stored (pricing, difference, figure, out_effect);
  else
    {
      yl_recalculation_set (pricing->planned, sheet, difference->planned_row, difference->column,
                            &found);
      if (amount != NULL)
        price_by_row (pricing, difference, amount, out_effect);
      else
        price_by_figure (pricing, difference, figure, out_effect);
      price_by_moves (pricing, difference, amount == NULL, out_effect);
      price_source (pricing, difference, out_effect);
      yl_recalculation_unset (pricing->planned, sheet, difference->planned_row, difference->column);
    }
  find_gainer (pricing, difference, figure, amount, payee, out_effect);
}

/* So many columns of a workbook are priced, each by working the whole out without it; what the others
 * come to is unknown. */
#define MAX_PRICED_COLUMNS 24u

/* The workbook without what stands in one column of @sheet. */
static YlWorkbook *
leave_out (const YlWorkbook *workbook, const YlWorksheet *sheet, guint column)
{
  YlWorkbook *without = yl_workbook_new (workbook->file, workbook->texts);
  without->effort = workbook->effort;
  without->file_bytes = workbook->file_bytes;
  for (guint i = 0; i < workbook->sheets->len; i++)
    {
      const YlWorksheet *old = g_ptr_array_index (workbook->sheets, i);
      YlWorksheet *kept = yl_workbook_add_sheet (without, old->name);
      if (old != sheet)
        {
          kept->cells = yl_arena_own (without->arena, g_array_ref (old->cells),
                                      (GDestroyNotify) g_array_unref);
          continue;
        }
      for (guint k = 0; k < old->cells->len; k++)
        if (g_array_index (old->cells, YlCell, k).column != column)
          g_array_append_val (kept->cells, g_array_index (old->cells, YlCell, k));
    }
  for (guint i = 0; i < workbook->names->len; i++)
    {
      const YlDefinedName *name = &g_array_index (workbook->names, YlDefinedName, i);
      yl_workbook_add_name (without, name->name, name->reference);
    }
  return without;
}

/* A workbook without one of its columns. */
typedef struct
{
  YlBookPricing *pricing;
  YlRecalculation *book;
  gboolean is_found; /* else it is the planned one */
} Without;

/* What the planned cell has more by the column that was put in, or without the one that is gone. */
static gboolean
measure_without (const Without *it, YlBookPlace place, gint64 *out_fen)
{
  gint64 whole_fen = 0;
  gint64 without_fen = 0;
  if (it->is_found && !yl_book_match_find_found (it->pricing->match, &place, &place))
    return FALSE;
  if (!(it->is_found ? yl_book_work_out_fen (it->pricing->found, &place, &whole_fen)
                     : yl_book_get_planned_fen (it->pricing, place.sheet, place.row, place.column,
                                                &whole_fen))
      || !yl_book_work_out_fen (it->book, &place, &without_fen))
    return FALSE;
  *out_fen = it->is_found ? whole_fen - without_fen : without_fen - whole_fen;
  return TRUE;
}

typedef struct
{
  const YlSheetPair *pair;
  guint column; /* as found */
} Span;

static gboolean
reaches_over (const Span *span, const char *formula, const char *own_sheet)
{
  YlFormulaToken token;
  const YlColumnMatch *columns = span->pair->columns;
  for (const char *at = formula; yl_formula_token_next (&at, &token);)
    {
      if (token.kind != YL_TOKEN_REFERENCE || token.column == token.last_column)
        continue;
      const gboolean is_here = token.sheet.length == 0
                                   ? strcmp (own_sheet, span->pair->planned->name) == 0
                                   : yl_formula_sheet_is (token.sheet, span->pair->planned->name);
      guint16 first = 0;
      guint16 last = 0;
      if (is_here
          && yl_column_match_find_range (columns, token.column, token.last_column, &first, &last)
          && span->column >= first && span->column <= last)
        return TRUE;
    }
  return FALSE;
}

/* Whether a planned formula means cells on both sides of the column that was put in. */
static gboolean
is_reached_over (const YlBookMatch *match, const Span *span)
{
  const YlWorkbook *planned = match->plan->workbook;
  for (guint i = 0; i < planned->sheets->len; i++)
    {
      const YlWorksheet *sheet = g_ptr_array_index (planned->sheets, i);
      for (guint k = 0; k < sheet->cells->len; k++)
        {
          const YlCell *cell = &g_array_index (sheet->cells, YlCell, k);
          if (cell->formula != 0
              && reaches_over (span, yl_workbook_get_text (planned, cell->formula), sheet->name))
            return TRUE;
        }
    }
  return FALSE;
}

/* The total, else the money that changes most: of the sheet @only, or of all when it is NULL. */
static void
price_without (const Without *it, const char *only, YlBookEffect *effect)
{
  const YlPlannedBook *plan = it->pricing->match->plan;
  const YlFigureRange *total = yl_book_find_total (plan);
  effect->is_known =
      total != NULL
      && measure_without (it, (YlBookPlace){ total->sheet, total->first_row, total->column },
                          &effect->total_fen);
  effect->at_stake_fen = effect->total_fen;
  for (guint i = 0; effect->total_fen == 0 && i < plan->figures->len; i++)
    {
      const YlFigureRange *range = &g_array_index (plan->figures, YlFigureRange, i);
      if (range->measure != YL_MEASURE_FEN || (only != NULL && strcmp (range->sheet, only) != 0))
        continue;
      gint64 fen = 0;
      for (guint32 row = range->first_row; row <= range->last_row; row++)
        if (measure_without (it, (YlBookPlace){ range->sheet, row, range->column }, &fen)
            && ABS (fen) > ABS (effect->at_stake_fen))
          effect->at_stake_fen = fen;
    }
}

/* Works the found or the planned workbook out without the column. */
static void
price_column (YlBookPricing *pricing,
              const YlSheetPair *pair,
              guint column,
              gboolean is_found,
              YlBookEffect *effect)
{
  effect->is_known = pricing->n_columns++ < MAX_PRICED_COLUMNS;
  if (!effect->is_known)
    return;
  g_autoptr (YlWorkbook) workbook =
      is_found ? leave_out (pricing->match->found, pair->found, column)
               : leave_out (pricing->match->plan->workbook, pair->planned, column);
  g_autoptr (YlRecalculation) book = yl_recalculation_new (workbook);
  const Without without = { pricing, book, is_found };
  price_without (&without, is_found ? pair->planned->name : NULL, effect);
}

YlBookEffect
yl_book_price_added_column (YlBookPricing *pricing, const YlSheetPair *pair, guint column)
{
  YlBookEffect effect = { .is_known = TRUE };
  const Span span = { pair, column };
  effect.is_summed = is_reached_over (pricing->match, &span);
  if (effect.is_summed)
    price_column (pricing, pair, column, TRUE, &effect);
  return effect;
}

YlBookEffect
yl_book_price_removed_column (YlBookPricing *pricing, const YlSheetPair *pair, guint column)
{
  YlBookEffect effect = { .is_known = FALSE };
  if (yl_book_find_total (pricing->match->plan) != NULL)
    price_column (pricing, pair, column, FALSE, &effect);
  return effect;
}
