#include "price-private.h"

#include "yanglu/audit/formula/token.h"
#include "yanglu/base/enum-table.h"
#include "yanglu/figures/catalogue.h"

#include <string.h>

/* Columns further to the right are taken to be referred to. */
#define N_COLUMNS 256u

/* The columns of a planned sheet that some formula of the workbook looks at. */
typedef struct
{
  const char *sheet;
  gboolean is_referred[N_COLUMNS];
} Referred;

static void
refer (GArray *all, const char *own_sheet, const YlFormulaToken *token)
{
  for (guint i = 0; i < all->len; i++)
    {
      Referred *it = &g_array_index (all, Referred, i);
      const gboolean is_meant = token->sheet.length == 0
                                    ? strcmp (own_sheet, it->sheet) == 0
                                    : yl_formula_sheet_is (token->sheet, it->sheet);
      for (guint column = token->column;
           is_meant && column <= token->last_column && column < N_COLUMNS; column++)
        it->is_referred[column] = TRUE;
    }
}

static void
refer_all (GArray *all, const char *own_sheet, const char *formula)
{
  YlFormulaToken token;
  for (const char *at = formula; yl_formula_token_next (&at, &token);)
    if (token.kind == YL_TOKEN_REFERENCE && !token.is_external)
      refer (all, own_sheet, &token);
}

static GArray *
find_referred (const YlWorkbook *planned)
{
  GArray *all = g_array_sized_new (FALSE, TRUE, sizeof (Referred), planned->sheets->len);
  for (guint i = 0; i < planned->sheets->len; i++)
    {
      const Referred of = { .sheet =
                                ((YlWorksheet *) g_ptr_array_index (planned->sheets, i))->name };
      g_array_append_val (all, of);
    }
  for (guint i = 0; i < planned->sheets->len; i++)
    {
      const YlWorksheet *sheet = g_ptr_array_index (planned->sheets, i);
      for (guint k = 0; k < sheet->cells->len; k++)
        {
          const YlCell *cell = &g_array_index (sheet->cells, YlCell, k);
          if (cell->formula != 0)
            refer_all (all, sheet->name, yl_workbook_get_text (planned, cell->formula));
        }
    }
  for (guint i = 0; i < planned->names->len; i++)
    refer_all (all, "", g_array_index (planned->names, YlDefinedName, i).reference);
  return all;
}

gboolean
yl_book_is_referred (YlBookPricing *pricing, const char *sheet, guint column)
{
  if (pricing->referred == NULL)
    pricing->referred = find_referred (pricing->match->plan->workbook);
  for (guint i = 0; i < pricing->referred->len && column < N_COLUMNS; i++)
    {
      const Referred *it = &g_array_index (pricing->referred, Referred, i);
      if (strcmp (it->sheet, sheet) == 0)
        return it->is_referred[column];
    }
  return TRUE;
}

/* Rows of roads and bridges move with their own cells alone, which are priced as rows. */
static gboolean
is_compared (const YlFigureRange *range)
{
  return range->measure == YL_MEASURE_FEN && !g_str_has_prefix (range->key, "roads.")
         && !g_str_has_prefix (range->key, "bridges.");
}

static gint
compare_moves (gconstpointer a, gconstpointer b)
{
  const YlBookMove *left = a;
  const YlBookMove *right = b;
  const gint64 x = ABS (left->fen);
  const gint64 y = ABS (right->fen);
  return x != y ? (x < y) - (x > y) : (left->order > right->order) - (left->order < right->order);
}

GArray *
yl_book_find_moves (const YlBookPricing *pricing)
{
  const GArray *figures = pricing->match->plan->figures;
  GArray *moves = g_array_new (FALSE, FALSE, sizeof (YlBookMove));
  for (guint i = 0; i < figures->len; i++)
    {
      const YlFigureRange *range = &g_array_index (figures, YlFigureRange, i);
      if (!is_compared (range))
        continue;
      for (guint32 row = range->first_row; row <= range->last_row; row++)
        {
          YlBookMove move = { .range = range, .row = row, .order = moves->len };
          const YlBookPlace place = { range->sheet, row, range->column };
          gint64 planned_fen = 0;
          /* A figure that cannot be computed any more is lost. */
          if (!yl_book_measure_at (pricing, place, &move.fen)
              && yl_book_get_planned_fen (pricing, place.sheet, row, place.column, &planned_fen))
            move.fen = -planned_fen;
          if (move.fen != 0)
            g_array_append_val (moves, move);
        }
    }
  g_array_sort (moves, compare_moves);
  return moves;
}

/* (transfer full): "市级，政府性基金（元）" */
static char *
name_move (const YlBookPricing *pricing, const YlBookMove *move)
{
  const YlBookMatch *match = pricing->match;
  const YlWorksheet *sheet = yl_workbook_find_sheet (match->plan->workbook, move->range->sheet);
  g_autofree char *row = yl_book_name_row (match, sheet, move->row);
  g_autofree char *column = yl_book_name_column (match, sheet, move->row, move->range->column);
  return g_strdup_printf ("“%s”%s%s%s", sheet->name, row,
                          row[0] == '\0' || column[0] == '\0' ? "" : "，", column);
}

/* So many are named; the others are counted. */
#define N_NAMED 4u
#define N_LOOKED_AT 64u

/* Whether an earlier one says the same: a row of a table, its total and its copy in another table. */
static gboolean
is_said (const YlBookPricing *pricing, const GArray *moves, guint index)
{
  const YlBookMove *it = &g_array_index (moves, YlBookMove, index);
  const YlBookMatch *match = pricing->match;
  const YlWorksheet *sheet = yl_workbook_find_sheet (match->plan->workbook, it->range->sheet);
  g_autofree char *row = yl_book_name_row (match, sheet, it->row);
  for (guint i = 0; i < index; i++)
    {
      const YlBookMove *there = &g_array_index (moves, YlBookMove, i);
      const YlWorksheet *other =
          yl_workbook_find_sheet (match->plan->workbook, there->range->sheet);
      g_autofree char *other_row = yl_book_name_row (match, other, there->row);
      if (there->fen == it->fen && strcmp (row, other_row) == 0)
        return TRUE;
    }
  return FALSE;
}

char *
yl_book_name_moves (const YlBookPricing *pricing, const GArray *moves)
{
  GString *text = g_string_new (NULL);
  guint n = 0;
  guint i = 0;
  for (; i < MIN (moves->len, N_LOOKED_AT) && n < N_NAMED; i++)
    {
      const YlBookMove *move = &g_array_index (moves, YlBookMove, i);
      if (is_said (pricing, moves, i))
        continue;
      g_autofree char *name = name_move (pricing, move);
      g_autofree char *amount = yl_money_to_grouped ((YlMoney){ ABS (move->fen) });
      g_string_append_printf (text, "%s%s %s%s", n++ == 0 ? "" : "，", name,
                              move->fen < 0 ? "−" : "+", amount);
    }
  if (i < moves->len)
    g_string_append_printf (text, "，等 %u 处", moves->len);
  return g_string_free (text, FALSE);
}

/* Whether the rows of the table are those who pay or are paid, by name. */
static gboolean
is_of_party (const YlBookMove *move)
{
  const YlOver rows = yl_figure_get_rows (move->range->key);
  return rows == YL_OVER_PAYER || rows == YL_OVER_BEARER || rows == YL_OVER_TOWNSHIP
         || rows == YL_OVER_PAYEE || rows == YL_OVER_PACKAGE || rows == YL_OVER_RECIPIENT;
}

/* The payer of whose money the figure is. Returns: %FALSE when it is of none */
static gboolean
find_payer (const char *key, YlPayer *out_payer)
{
  guint payer = 0;
  if (!g_str_has_prefix (key, "payers.") && !g_str_has_prefix (key, "sources_by_level."))
    return FALSE;
  g_auto (GStrv) parts = g_strsplit (key, ".", 3);
  if (!yl_enum_find ((YlTextOfMember) yl_payer_get_key, YL_N_PAYERS, parts[1], &payer))
    return FALSE;
  *out_payer = (YlPayer) payer;
  return TRUE;
}

static char *
name_treasury (YlPayer payer)
{
  return g_strdup_printf ("%s级财政", yl_payer_get_name (payer));
}

/* (transfer full) (nullable) */
static char *
name_party (const YlBookPricing *pricing, const YlBookMove *move)
{
  YlPayer payer = YL_PAYER_COUNTY;
  if (find_payer (move->range->key, &payer))
    return name_treasury (payer);
  if (!is_of_party (move))
    return NULL;
  const YlWorkbook *planned = pricing->match->plan->workbook;
  return yl_book_name_row (pricing->match, yl_workbook_find_sheet (planned, move->range->sheet),
                           move->row);
}

char *
yl_book_find_winner (const YlBookPricing *pricing, const GArray *moves)
{
  const gint64 most_fen = ABS (g_array_index (moves, YlBookMove, 0).fen);
  char *winner = NULL;
  for (guint i = 0; i < moves->len && winner == NULL; i++)
    {
      const YlBookMove *move = &g_array_index (moves, YlBookMove, i);
      /* What is only rounded the other way wins nothing. */
      if (move->fen >= most_fen - most_fen / 2)
        winner = name_party (pricing, move);
    }
  for (guint i = 0; i < moves->len && winner == NULL; i++)
    {
      const YlBookMove *move = &g_array_index (moves, YlBookMove, i);
      YlPayer payer = YL_PAYER_COUNTY;
      if (move->fen < 0 && find_payer (move->range->key, &payer))
        winner = name_treasury (payer);
    }
  return winner;
}
