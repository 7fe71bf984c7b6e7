/* Figures of a workbook that its printed pages do not show as they are (C11): one finding an act. */
#include "structure-private.h"

#include "yanglu/audit/formula/token.h"
#include "yanglu/audit/shown/page.h"
#include "yanglu/domain/cell-place.h"

#include <string.h>

/* One figure that is not seen. */
typedef struct
{
  guint32 row; /* as found */
  guint32 planned_row;
  guint16 column;
  guint16 planned_column;
  gboolean is_money;
} UnseenFigure;

/* Figures of one act: what was done to them is the same, and they stand together where that is done to
 * columns or rows. */
typedef struct
{
  YlUnseenKind kind;
  GArray *figures;    /* of UnseenFigure */
  guint first_column; /* as found */
  guint last_column;
  guint32 last_row;
  char *shown;         /* (nullable): in the first */
  guint32 *first_rows; /* by planned column: of its money, 0: none … */
  guint32 *last_rows;
} Act;

static void
act_clear (gpointer data)
{
  Act *act = data;
  g_array_unref (act->figures);
  g_free (act->shown);
  g_free (act->first_rows);
  g_free (act->last_rows);
}

static const char *
describe (YlUnseenKind kind)
{
  switch (kind)
    {
    case YL_UNSEEN_OTHER:
      return "显示的数字与单元格里的数值不是一个数";
    case YL_UNSEEN_NOTHING:
      return "不显示单元格里的数值";
    case YL_UNSEEN_INK:
      return "数字与底色同色或相近，看不见";
    case YL_UNSEEN_SMALL:
      return "字号太小，打印出来看不清";
    case YL_UNSEEN_NARROW:
      return "列宽不够，只显示 ####，看不到数字";
    case YL_UNSEEN_LOW:
      return "行高不够，数字被切掉，看不见";
    case YL_UNSEEN_COVERED:
      return "被合并的单元格盖住，看不见";
    case YL_UNSEEN_OUTSIDE:
      return "在打印区域以外，打印不出来";
    }
  g_assert_not_reached ();
}

/* Columns and rows of one act lie beside each other; a format or a colour is one act in the whole sheet. */
static gboolean
is_of_act (const Act *act, const YlUnseenCell *cell)
{
  if (act->kind != cell->kind)
    return FALSE;
  if (act->kind == YL_UNSEEN_NARROW)
    return cell->column + 1u >= act->first_column && cell->column <= act->last_column + 1u;
  return act->kind != YL_UNSEEN_LOW || cell->row <= act->last_row + 1;
}

static Act *
find_act (GArray *acts, const YlUnseenCell *cell)
{
  for (guint i = 0; i < acts->len; i++)
    if (is_of_act (&g_array_index (acts, Act, i), cell))
      return &g_array_index (acts, Act, i);
  const Act act = { .kind = (YlUnseenKind) cell->kind,
                    .figures = g_array_new (FALSE, FALSE, sizeof (UnseenFigure)),
                    .first_column = cell->column,
                    .last_column = cell->column,
                    .last_row = cell->row,
                    .shown = g_strdup (cell->shown),
                    .first_rows = g_new0 (guint32, YL_MAX_MATCHED_COLUMNS),
                    .last_rows = g_new0 (guint32, YL_MAX_MATCHED_COLUMNS) };
  g_array_append_val (acts, act);
  return &g_array_index (acts, Act, acts->len - 1);
}

/* Only what the plan has a number for: nobody misses one that was never there. */
static gboolean
find_figure (const YlBookPricing *pricing,
             const YlSheetPair *pair,
             const YlUnseenCell *cell,
             UnseenFigure *out_figure)
{
  const YlRowMatch *rows = pair->rows;
  const guint32 row = cell->row <= rows->n_found ? rows->planned_of[cell->row] : 0;
  const guint column = yl_column_match_find_planned (pair->columns, cell->column);
  const YlCell *planned = row == 0 ? NULL : yl_worksheet_find (pair->planned, row, column);
  if (planned == NULL || column >= YL_MAX_MATCHED_COLUMNS
      || (planned->formula == 0 && planned->content != YL_CONTENT_NUMBER))
    return FALSE;
  const YlFigureRange *range =
      yl_planned_book_find_figure (pricing->match->plan, pair->planned->name, row, column);
  *out_figure = (UnseenFigure){ .row = cell->row,
                                .planned_row = row,
                                .column = cell->column,
                                .planned_column = (guint16) column,
                                .is_money = range != NULL && range->measure == YL_MEASURE_FEN };
  return TRUE;
}

static void
act_add (Act *act, const UnseenFigure *figure)
{
  g_array_append_vals (act->figures, figure, 1);
  act->first_column = MIN (act->first_column, figure->column);
  act->last_column = MAX (act->last_column, figure->column);
  act->last_row = figure->row;
  if (!figure->is_money)
    return;
  guint32 *first = &act->first_rows[figure->planned_column];
  guint32 *last = &act->last_rows[figure->planned_column];
  *first = *first == 0 ? figure->planned_row : MIN (*first, figure->planned_row);
  *last = MAX (*last, figure->planned_row);
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
follow_range (const Act *act,
              const UnseenFigure *figure,
              const YlFormulaToken *token,
              Following *following)
{
  for (guint column = token->column;
       column <= MIN (token->last_column, YL_MAX_MATCHED_COLUMNS - 1u); column++)
    {
      const guint32 first = MAX (act->first_rows[column], token->row);
      const guint32 last = MIN (act->last_rows[column], token->last_row);
      const gboolean is_own = column == figure->planned_column;
      if (act->first_rows[column] == 0 || first > last
          || (is_own && first == last && first == figure->planned_row))
        continue;
      following->is_of_column |= is_own;
      following->is_of_others |= !is_own;
    }
}

static void
follow_formula (const YlSheetPair *pair,
                const YlWorkbook *planned,
                const Act *act,
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
        follow_range (act, figure, &reference, following);
    }
}

static Following
find_following (const YlBookPricing *pricing,
                const YlSheetPair *pair,
                const Act *act,
                const UnseenFigure *figure)
{
  const YlWorkbook *planned = pricing->match->plan->workbook;
  const YlCell *cell =
      yl_worksheet_find (pair->planned, figure->planned_row, figure->planned_column);
  Following following = { 0 };
  if (cell != NULL && cell->formula != 0)
    follow_formula (pair, planned, act, figure, yl_workbook_get_text (planned, cell->formula),
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
add_money (YlBookPricing *pricing, const YlSheetPair *pair, const Act *act, gint64 *out_fen)
{
  g_autofree ActColumn *columns = g_new0 (ActColumn, YL_MAX_MATCHED_COLUMNS);
  gboolean is_of_others = FALSE;
  for (guint i = 0; i < act->figures->len; i++)
    {
      const UnseenFigure *figure = &g_array_index (act->figures, UnseenFigure, i);
      gint64 fen = 0;
      if (!figure->is_money)
        continue;
      const Following following = find_following (pricing, pair, act, figure);
      is_of_others |= following.is_of_others;
      if (!yl_book_get_found_fen (pricing, pair, figure->row, figure->planned_column, &fen)
          || !add_figure (&columns[figure->planned_column], fen, following.is_of_column))
        return FALSE;
    }
  return sum_columns (columns, is_of_others, out_fen);
}

static const UnseenFigure *
find_first (const Act *act)
{
  for (guint i = 0; i < act->figures->len; i++)
    if (g_array_index (act->figures, UnseenFigure, i).is_money)
      return &g_array_index (act->figures, UnseenFigure, i);
  return &g_array_index (act->figures, UnseenFigure, 0);
}

/* "F6", "F6 等 12 个单元格", "L 列 24 个单元格" */
static char *
name_place (const Act *act, const char *cell)
{
  const guint n = act->figures->len;
  if (act->kind != YL_UNSEEN_NARROW || act->first_column != act->last_column)
    return n == 1 ? g_strdup (cell) : g_strdup_printf ("%s 等 %u 个单元格", cell, n);
  char letters[YL_COLUMN_LETTERS];
  yl_column_to_letters (act->first_column, letters);
  return g_strdup_printf (" %s 列 %u 个单元格", letters, n);
}

static void
report_act (YlBookPricing *pricing, const YlSheetPair *pair, const Act *act, YlAudit *audit)
{
  const UnseenFigure *first = find_first (act);
  gint64 fen = 0;
  const gboolean is_known = add_money (pricing, pair, act, &fen);
  g_autofree char *cell = yl_cell_to_text (first->row, first->column);
  g_autofree char *place = name_place (act, cell);
  g_autofree char *amount = yl_money_to_grouped ((YlMoney){ fen });
  g_autofree char *money =
      fen == 0 ? g_strdup ("") : g_strdup_printf ("，其中有金额 %s 元", amount);
  g_autofree char *shown =
      act->shown == NULL ? g_strdup ("") : g_strdup_printf ("（显示为“%s”）", act->shown);
  g_autofree char *message = g_strdup_printf ("“%s”%s%s%s%s。", pair->found->name, place,
                                              describe (act->kind), shown, money);
  yl_findings_add (audit->findings,
                   &(YlFinding){ .code = YL_C11,
                                 .severity = YL_SEVERITY_WARNING,
                                 .file = audit->file,
                                 .sheet = pair->found->name,
                                 .row = first->row,
                                 .cell = cell,
                                 .seen = act->shown == NULL ? describe (act->kind) : act->shown,
                                 .expected = "照原样显示",
                                 .message = message,
                                 .at_stake = { fen },
                                 .is_priced = is_known });
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
  g_autoptr (GArray) cells = yl_page_find_unseen (pricing->match->found, pair->found, &values);
  g_autoptr (GArray) acts = g_array_new (FALSE, FALSE, sizeof (Act));
  g_array_set_clear_func (acts, act_clear);
  for (guint i = 0; i < cells->len; i++)
    {
      const YlUnseenCell *cell = &g_array_index (cells, YlUnseenCell, i);
      UnseenFigure figure;
      if (!is_moved_alone (pair, cell) && find_figure (pricing, pair, cell, &figure))
        act_add (find_act (acts, cell), &figure);
    }
  for (guint i = 0; i < acts->len; i++)
    report_act (pricing, pair, &g_array_index (acts, Act, i), audit);
}
