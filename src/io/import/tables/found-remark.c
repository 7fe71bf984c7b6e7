/* Amounts that words in and around a table state: 大写, the pool that it divides, what is paid beside it. */
#include "found-private.h"

#include "yanglu/domain/stated-amount.h"

#include <string.h>

/* Longer lines are no titles. */
#define MAX_LINE_BYTES YL_STATED_MAX_BYTES

static const char *
get_text (const FoundGrid *grid, const YlCell *cell)
{
  return cell->content == YL_CONTENT_TEXT ? yl_workbook_get_text (grid->workbook, cell->value) : "";
}

static YlFoundRemark
make_remark (
    const YlFoundTable *table, const YlCell *cell, gint64 fen, gint64 step_fen, const char *text)
{
  return (YlFoundRemark){ cell->row, cell->column, fen, step_fen,
                          yl_arena_keep (table->arena, text) };
}

/* The amount in 大写 that begins in cell @at: in its own text, or in the next cell that holds anything.
 * Returns: (nullable): the cell that states it */
static const YlCell *
find_capital (const FoundGrid *grid,
              const YlCell *cells,
              guint n_cells,
              guint at,
              YlStatedCapital *out_capital)
{
  if (yl_stated_capital_find (get_text (grid, &cells[at]), out_capital))
    return &cells[at];
  if (!out_capital->is_next)
    return NULL;
  for (at++; at < n_cells; at++)
    if (get_text (grid, &cells[at])[0] != '\0')
      return yl_stated_capital_parse (get_text (grid, &cells[at]), out_capital) ? &cells[at] : NULL;
  return NULL;
}

gboolean
found_remark_is_capital (const FoundGrid *grid, guint32 row)
{
  guint n_cells = 0;
  const YlCell *cells = yl_worksheet_find_row (grid->sheet, row, &n_cells);
  YlStatedCapital capital;
  for (guint i = 0; i < n_cells && i < FOUND_MAX_COLUMNS; i++)
    if (found_grid_is_inside (grid, &cells[i])
        && find_capital (grid, cells, n_cells, i, &capital) != NULL)
      return TRUE;
  return FALSE;
}

static void
read_capitals (YlFoundTable *table, const FoundGrid *grid, const YlCell *cells, guint n_cells)
{
  for (guint i = 0; i < n_cells && i < FOUND_MAX_COLUMNS; i++)
    {
      YlStatedCapital capital;
      const YlCell *cell = found_grid_is_inside (grid, &cells[i])
                               ? find_capital (grid, cells, n_cells, i, &capital)
                               : NULL;
      if (cell == NULL)
        continue;
      g_autofree char *words = yl_text_dup (capital.words);
      const YlFoundRemark remark = make_remark (table, cell, capital.amount.fen, 1, words);
      g_array_append_val (table->capitals, remark);
      /* The next cell is read with the words before it. */
      i = (guint) (cell - cells);
    }
}

static void
read_additions (YlFoundTable *table, const FoundGrid *grid, const YlCell *cells, guint n_cells)
{
  for (guint i = 0; i < n_cells && i < FOUND_MAX_COLUMNS; i++)
    {
      const char *text = get_text (grid, &cells[i]);
      YlMoney amount = { 0 };
      if (!found_grid_is_inside (grid, &cells[i]) || !yl_stated_addition_find (text, &amount))
        continue;
      const YlFoundRemark remark = make_remark (table, &cells[i], amount.fen, 1, text);
      g_array_append_val (table->additions, remark);
    }
}

static void
read_sums (YlFoundTable *table, const FoundGrid *grid, const YlCell *cells, guint n_cells)
{
  for (guint i = 0; i < n_cells && i < FOUND_MAX_COLUMNS; i++)
    {
      const char *text = get_text (grid, &cells[i]);
      YlStatedSum sum;
      if (!found_grid_is_inside (grid, &cells[i]) || !yl_stated_sum_find (text, &sum))
        continue;
      const YlFoundRemark remark =
          make_remark (table, &cells[i], sum.amount.fen, sum.step_fen, text);
      g_array_append_val (table->sums, remark);
    }
}

static gboolean
is_of_pool (const char *text)
{
  static const char *const words[] = { "总额", "共下达", "下达", "共安排", "安排",
                                       "拨付", "分配",   "总计", "资金总", NULL };
  static const char *const rates[] = { "公里", "标准", "单位：", "单位:", "每", NULL };
  return yl_text_holds_any (text, words) && !yl_text_holds_any (text, rates);
}

/* The first number of the text with 元 or 万元 behind it. */
static void
read_pool (YlFoundTable *table, const YlCell *cell, const char *text)
{
  if (strlen (text) > MAX_LINE_BYTES || !is_of_pool (text) || table->pool.row != 0)
    return;
  for (const char *at = text; *at != '\0';)
    {
      const gsize length = strspn (at, "0123456789.,");
      const char *behind = at + length + strspn (at + length, " ");
      const gint64 unit = g_str_has_prefix (behind, "万元") ? 1000000
                          : g_str_has_prefix (behind, "元") ? 100
                                                            : 0;
      gint64 fen = 0;
      const char *point = memchr (at, '.', length);
      if (unit != 0 && length > 0
          && yl_decimal_parse ((YlText){ at, length }, unit == 100 ? 2 : 6, YL_MONEY_MAX_FEN, &fen,
                               NULL)
                 == YL_DECIMAL_OK)
        {
          gint64 step = unit;
          for (gsize i = point == NULL ? 0 : length - 1 - (gsize) (point - at); i > 0 && step > 1;
               i--)
            step /= 10;
          table->pool = make_remark (table, cell, fen, step, text);
          return;
        }
      at += MAX (length, 1);
    }
}

/* Lines around the table that remarks are looked for in. */
#define MAX_REMARK_ROWS 12

static void
read_above (YlFoundTable *table, const FoundGrid *grid, guint32 from_row, guint32 head_row)
{
  guint n_rows = 0;
  guint32 row = from_row > 0 ? from_row - 1 : 0;
  while ((row = found_grid_next_row (grid, row)) != 0 && row < head_row
         && n_rows++ < MAX_REMARK_ROWS)
    {
      guint n_cells = 0;
      const YlCell *cells = yl_worksheet_find_row (grid->sheet, row, &n_cells);
      for (guint i = 0; i < n_cells && i < FOUND_MAX_COLUMNS; i++)
        if (found_grid_is_inside (grid, &cells[i]))
          read_pool (table, &cells[i], get_text (grid, &cells[i]));
    }
}

static void
read_below (YlFoundTable *table, const FoundGrid *grid, guint32 last_row, guint32 end)
{
  guint n_rows = 0;
  guint32 row = last_row;
  while ((row = found_grid_next_row (grid, row)) != 0 && (end == 0 || row < end)
         && n_rows++ < MAX_REMARK_ROWS)
    {
      guint n_cells = 0;
      const YlCell *cells = yl_worksheet_find_row (grid->sheet, row, &n_cells);
      read_capitals (table, grid, cells, n_cells);
      read_additions (table, grid, cells, n_cells);
      read_sums (table, grid, cells, n_cells);
    }
}

/* "合计（大写：叁拾捌万元整）" in a sum, of which the figures stand in the same row; lines of words between
 * the rows. */
static void
read_within (YlFoundTable *table, const FoundGrid *grid)
{
  guint32 row = table->head_row;
  for (guint i = 0; i < table->rows->len; i++)
    {
      const YlFoundRow *own = yl_found_table_get_row (table, i);
      while ((row = found_grid_next_row (grid, row)) != 0 && row <= own->row)
        {
          guint n_cells = 0;
          const YlCell *cells = yl_worksheet_find_row (grid->sheet, row, &n_cells);
          if (row < own->row || own->kind == YL_FOUND_ROW_TOTAL)
            read_capitals (table, grid, cells, n_cells);
          if (row == own->row)
            break;
        }
    }
}

void
found_remarks_read (
    YlFoundTable *table, const FoundGrid *grid, guint32 from_row, guint32 head_row, guint32 end)
{
  const YlFoundRow *last = yl_found_table_get_row (table, table->rows->len - 1);
  read_above (table, grid, from_row, head_row);
  read_within (table, grid);
  read_below (table, grid, last->row, end);
}
