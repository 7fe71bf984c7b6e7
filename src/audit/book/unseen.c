/* Figures of a workbook that its printed pages do not show as they are (C11): one finding an act. */
#include "structure-private.h"

#include "yanglu/audit/formula/token.h"
#include "yanglu/audit/shown/act.h"

#include <string.h>

/* One figure that is not seen. */
typedef struct
{
  guint32 row; /* as found */
  guint32 planned_row;
  guint16 planned_column;
  gboolean is_money;
} UnseenFigure;

/* The rows in which money of one act stands, by planned column: 0 for none. */
typedef struct
{
  guint32 first_rows[YL_MAX_MATCHED_COLUMNS];
  guint32 last_rows[YL_MAX_MATCHED_COLUMNS];
} Extent;

/* Only what the plan has a number for: nobody misses one that was never there. */
static gboolean
find_figure (const YlBookPricing *pricing,
             const YlSheetPair *pair,
             guint32 found_row,
             guint found_column,
             UnseenFigure *out_figure)
{
  const YlRowMatch *rows = pair->rows;
  const guint32 row = found_row <= rows->n_found ? rows->planned_of[found_row] : 0;
  const guint column = yl_column_match_find_planned (pair->columns, found_column);
  const YlCell *planned = row == 0 ? NULL : yl_worksheet_find (pair->planned, row, column);
  if (planned == NULL || column >= YL_MAX_MATCHED_COLUMNS
      || (planned->formula == 0 && planned->content != YL_CONTENT_NUMBER))
    return FALSE;
  const YlFigureRange *range =
      yl_planned_book_find_figure (pricing->match->plan, pair->planned->name, row, column);
  *out_figure = (UnseenFigure){ .row = found_row,
                                .planned_row = row,
                                .planned_column = (guint16) column,
                                .is_money = range != NULL && range->measure == YL_MEASURE_FEN
                                            && strstr (range->key, "fen_per_") == NULL };
  return TRUE;
}

static gboolean
get_figure (const YlBookPricing *pricing,
            const YlSheetPair *pair,
            const YlUnseenAct *act,
            guint index,
            UnseenFigure *out_figure)
{
  const YlUnseenPlace *place = &g_array_index (act->places, YlUnseenPlace, index);
  return place->is_money && find_figure (pricing, pair, place->row, place->column, out_figure);
}

static void
extent_take (Extent *extent,
             const YlBookPricing *pricing,
             const YlSheetPair *pair,
             const YlUnseenAct *act)
{
  for (guint i = 0; i < act->places->len; i++)
    {
      UnseenFigure figure;
      if (!get_figure (pricing, pair, act, i, &figure))
        continue;
      guint32 *first = &extent->first_rows[figure.planned_column];
      guint32 *last = &extent->last_rows[figure.planned_column];
      *first = *first == 0 ? figure.planned_row : MIN (*first, figure.planned_row);
      *last = MAX (*last, figure.planned_row);
    }
}

/* What a column of the act comes to. */
typedef struct
{
  gint64 sum_fen;
  gint64 most_fen;    /* of one figure */
  gboolean has_whole; /* one adds others of the column up */
} ActColumn;

/* What the formula of a figure says of other money of the act. */
typedef struct
{
  gboolean is_of_column; /* it follows from others of its column … */
  gboolean is_of_others; /* … of other columns */
} Following;

static void
follow_range (const Extent *extent,
              const UnseenFigure *figure,
              const YlFormulaToken *token,
              Following *following)
{
  for (guint column = token->column;
       column <= MIN (token->last_column, YL_MAX_MATCHED_COLUMNS - 1u); column++)
    {
      const guint32 first = MAX (extent->first_rows[column], token->row);
      const guint32 last = MIN (extent->last_rows[column], token->last_row);
      const gboolean is_own = column == figure->planned_column;
      if (extent->first_rows[column] == 0 || first > last
          || (is_own && first == last && first == figure->planned_row))
        continue;
      following->is_of_column |= is_own;
      following->is_of_others |= !is_own;
    }
}

static void
follow_formula (const YlSheetPair *pair,
                const YlWorkbook *planned,
                const Extent *extent,
                const UnseenFigure *figure,
                const char *formula,
                Following *following)
{
  YlFormulaToken token;
  for (const char *at = formula; yl_formula_token_next (&at, &token);)
    {
      g_autofree char *word = token.kind == YL_TOKEN_NAME ? yl_text_dup (token.text) : NULL;
      const char *meant = word == NULL ? NULL : yl_workbook_find_name (planned, word);
      YlFormulaToken reference = token;
      if (meant != NULL && !yl_formula_token_next (&meant, &reference))
        continue;
      if (reference.kind == YL_TOKEN_REFERENCE
          && (reference.sheet.length == 0
              || yl_formula_sheet_is (reference.sheet, pair->planned->name)))
        follow_range (extent, figure, &reference, following);
    }
}

static Following
find_following (const YlBookPricing *pricing,
                const YlSheetPair *pair,
                const Extent *extent,
                const UnseenFigure *figure)
{
  const YlWorkbook *planned = pricing->match->plan->workbook;
  const YlCell *cell =
      yl_worksheet_find (pair->planned, figure->planned_row, figure->planned_column);
  Following following = { 0 };
  if (cell != NULL && cell->formula != 0)
    follow_formula (pair, planned, extent, figure, yl_workbook_get_text (planned, cell->formula),
                    &following);
  return following;
}

static gboolean
add_figure (ActColumn *column, gint64 fen, gboolean is_whole)
{
  column->has_whole |= is_whole;
  if (ABS (fen) > ABS (column->most_fen))
    column->most_fen = fen;
  return !__builtin_add_overflow (column->sum_fen, fen, &column->sum_fen);
}

/* A total stands for what it adds up; so does a column that follows from others. */
static gboolean
sum_columns (const ActColumn *columns, gboolean is_of_others, gint64 *out_fen)
{
  *out_fen = 0;
  for (guint i = 0; i < YL_MAX_MATCHED_COLUMNS; i++)
    {
      const gint64 fen = columns[i].has_whole ? columns[i].most_fen : columns[i].sum_fen;
      if (is_of_others)
        *out_fen = ABS (fen) > ABS (*out_fen) ? fen : *out_fen;
      else if (__builtin_add_overflow (*out_fen, fen, out_fen))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_money (YlBookPricing *pricing, const YlSheetPair *pair, const YlUnseenAct *act, gint64 *out_fen)
{
  g_autofree ActColumn *columns = g_new0 (ActColumn, YL_MAX_MATCHED_COLUMNS);
  g_autofree Extent *extent = g_new0 (Extent, 1);
  gboolean is_of_others = FALSE;
  extent_take (extent, pricing, pair, act);
  for (guint i = 0; i < act->places->len; i++)
    {
      UnseenFigure figure;
      gint64 fen = 0;
      if (!get_figure (pricing, pair, act, i, &figure))
        continue;
      const Following following = find_following (pricing, pair, extent, &figure);
      is_of_others |= following.is_of_others;
      if (!yl_book_get_found_fen (pricing, pair, figure.row, figure.planned_column, &fen)
          || !add_figure (&columns[figure.planned_column], fen, following.is_of_column))
        return FALSE;
    }
  return sum_columns (columns, is_of_others, out_fen);
}

gboolean
yl_book_price_columns (
    YlBookPricing *pricing, const YlSheetPair *pair, guint first, guint last, gint64 *out_fen)
{
  const GArray *cells = pair->found->cells;
  g_autoptr (GArray) acts = yl_unseen_acts_new ();
  for (guint i = 0; i < cells->len; i++)
    {
      const YlCell *cell = &g_array_index (cells, YlCell, i);
      const YlUnseenCell unseen = { cell->row, cell->column, YL_UNSEEN_OUTSIDE, NULL };
      UnseenFigure figure;
      if (cell->column >= first && cell->column <= last
          && find_figure (pricing, pair, cell->row, cell->column, &figure) && figure.is_money)
        yl_unseen_acts_add (acts, &unseen, TRUE);
    }
  *out_fen = 0;
  return acts->len == 0
         || add_money (pricing, pair, &g_array_index (acts, YlUnseenAct, 0), out_fen);
}

/* A sheet under examination, to work its formulas out. */
typedef struct
{
  YlBookPricing *pricing;
  const YlSheetPair *pair;
} PairedSheet;

static gboolean
work_out (gpointer self, guint32 row, guint column, YlFixed *out_value)
{
  const PairedSheet *sheet = self;
  const guint planned = yl_column_match_find_planned (sheet->pair->columns, column);
  if (planned == YL_NO_COLUMN)
    return FALSE;
  const YlCellValue value = yl_book_get_found_value (sheet->pricing, sheet->pair, row, planned);
  *out_value = value.number;
  return value.kind == YL_VALUE_NUMBER;
}

/* Whether the plan merges the same cells over a place: a program that puts rows in may leave merges where
 * they were, and nobody has covered anything. */
static gboolean
is_merged_as_planned (const YlSheetPair *pair, const YlUnseenCell *cell)
{
  const GArray *found = pair->found->merges;
  const GArray *planned = pair->planned->merges;
  for (guint i = 0; i < found->len; i++)
    {
      const YlCellRange *merge = &g_array_index (found, YlCellRange, i);
      if (!yl_cell_range_has (merge, cell->row, cell->column))
        continue;
      for (guint k = 0; k < planned->len; k++)
        if (memcmp (&g_array_index (planned, YlCellRange, k), merge, sizeof *merge) == 0)
          return TRUE;
    }
  return FALSE;
}

/* Widths, merges and the print area that stayed when a program moved rows or columns are told with what
 * it moved. */
static gboolean
is_moved_alone (const YlSheetPair *pair, const YlUnseenCell *cell)
{
  if (cell->kind == YL_UNSEEN_NARROW)
    return !pair->columns->is_straight;
  if (cell->kind == YL_UNSEEN_OUTSIDE)
    return !pair->rows->is_straight || !pair->columns->is_straight;
  return cell->kind == YL_UNSEEN_COVERED && is_merged_as_planned (pair, cell);
}

void
yl_book_report_unseen (YlBookPricing *pricing, const YlSheetPair *pair, YlAudit *audit)
{
  PairedSheet sheet = { pricing, pair };
  const YlPageValues values = { .work_out = work_out, .self = &sheet };
  yl_unseen_tell_unread (pair->found, audit);
  g_autoptr (GArray) cells = yl_page_find_unseen (pricing->match->found, pair->found, &values);
  g_autoptr (GArray) acts = yl_unseen_acts_new ();
  for (guint i = 0; i < cells->len; i++)
    {
      const YlUnseenCell *cell = &g_array_index (cells, YlUnseenCell, i);
      UnseenFigure figure;
      if (!is_moved_alone (pair, cell)
          && find_figure (pricing, pair, cell->row, cell->column, &figure))
        yl_unseen_acts_add (acts, cell, figure.is_money);
    }
  for (guint i = 0; i < acts->len; i++)
    {
      const YlUnseenAct *act = &g_array_index (acts, YlUnseenAct, i);
      gint64 fen = 0;
      const gboolean is_known = add_money (pricing, pair, act, &fen);
      yl_unseen_act_report (act, pair->found->name, is_known ? &fen : NULL, audit);
    }
}
