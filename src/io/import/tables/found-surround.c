#include "found-private.h"

#include "yanglu/base/capital.h"

#include <string.h>

/* Rows above the heads that a title and its unit are looked for in. */
#define MAX_ROWS_ABOVE 8
#define MAX_LINE_BYTES 600

static const char *
get_text (const FoundGrid *grid, const YlCell *cell)
{
  return cell->content == YL_CONTENT_TEXT ? yl_workbook_get_text (grid->workbook, cell->value) : "";
}

static gboolean
is_note (const char *text)
{
  static const char *const notes[] = { "注", "说明", "备注", "填表", "审核", "制表", "合计", NULL };
  for (gsize i = 0; notes[i] != NULL; i++)
    if (g_str_has_prefix (text, notes[i]))
      return TRUE;
  return FALSE;
}

/* The title is the longest line; one in the window before one beside it. */
static void
take_title (FoundSurround *surround, gboolean *is_own, const char *text, gboolean is_inside_window)
{
  if (strlen (text) > MAX_LINE_BYTES || is_note (text) || (*is_own && !is_inside_window))
    return;
  const gboolean is_better =
      (is_inside_window && !*is_own) || strlen (text) > strlen (surround->title);
  if (!is_better || text[0] == '\0')
    return;
  g_free (surround->title);
  surround->title = g_strdup (text);
  *is_own |= is_inside_window;
}

void
found_surround_init (FoundSurround *surround,
                     const FoundGrid *grid,
                     guint32 from_row,
                     const FoundBand *band)
{
  *surround = (FoundSurround){ .title = g_strdup ("") };
  gboolean is_own = FALSE;
  const guint32 least = band->first_row > MAX_ROWS_ABOVE ? band->first_row - MAX_ROWS_ABOVE : 1;
  for (guint32 row = MAX (from_row, least); row < band->first_row; row++)
    {
      guint n_cells = 0;
      const YlCell *cells = yl_worksheet_find_row (grid->sheet, row, &n_cells);
      for (guint i = 0; i < n_cells && i < FOUND_MAX_COLUMNS; i++)
        {
          const char *text = get_text (grid, &cells[i]);
          take_title (surround, &is_own, text, found_grid_is_inside (grid, &cells[i]));
          found_units_parse (text, &surround->money_unit, &surround->length_unit);
        }
    }
  for (guint32 row = band->first_row; row <= band->last_row; row++)
    for (guint column = grid->first_column; column < grid->end_column; column++)
      {
        const char *text = found_grid_get (grid, row, column);
        if (strstr (text, "单位：") != NULL || strstr (text, "单位:") != NULL)
          found_units_parse (text, &surround->money_unit, &surround->length_unit);
      }
}

void
found_surround_clear (FoundSurround *surround)
{
  g_clear_pointer (&surround->title, g_free);
}

static void
set_remark (const YlFoundTable *table,
            YlFoundRemark *remark,
            const YlCell *cell,
            gint64 fen,
            gint64 step_fen,
            const char *text)
{
  *remark =
      (YlFoundRemark){ cell->row, cell->column, fen, step_fen, yl_arena_keep (table->arena, text) };
}

/* Bytes of the bracket, colon or blank that @at begins with; 0 for none. */
static gsize
match_mark (const char *at)
{
  static const char *const marks[] = { "）", ")", "：", ":", " ", "\u3000", "】", NULL };
  for (gsize i = 0; marks[i] != NULL; i++)
    if (g_str_has_prefix (at, marks[i]))
      return strlen (marks[i]);
  return 0;
}

/* What stands behind 大写 and its brackets and colon. */
static const char *
skip_capital_word (const char *text)
{
  const char *at = strstr (text, "大写");
  if (at == NULL)
    return g_str_has_prefix (text, "人民币") ? text : NULL;
  at += strlen ("大写");
  for (gsize n = match_mark (at); n > 0; n = match_mark (at))
    at += n;
  return at;
}

static void
read_capital (YlFoundTable *table, const FoundGrid *grid, const YlCell *cells, guint n_cells)
{
  for (guint i = 0; i < n_cells; i++)
    {
      const char *text = get_text (grid, &cells[i]);
      const char *rest = strlen (text) > MAX_LINE_BYTES || !found_grid_is_inside (grid, &cells[i])
                             ? NULL
                             : skip_capital_word (text);
      YlMoney money = { 0 };
      if (rest == NULL)
        continue;
      guint at = i;
      for (; at + 1 < n_cells && rest[0] == '\0'; at++)
        rest = get_text (grid, &cells[at + 1]);
      if (yl_money_parse_capital (yl_text_of (rest), &money) == YL_DECIMAL_OK)
        set_remark (table, &table->capital, &cells[at], money.fen, 1, rest);
    }
}

static gboolean
is_of_pool (const char *text)
{
  static const char *const words[] = { "总额", "共下达", "下达", "共安排", "安排",
                                       "拨付", "分配",   "总计", "资金总", NULL };
  static const char *const rates[] = { "公里", "标准", "单位：", "单位:", "每", NULL };
  gboolean is_pool = FALSE;
  for (gsize i = 0; words[i] != NULL; i++)
    is_pool |= strstr (text, words[i]) != NULL;
  for (gsize i = 0; rates[i] != NULL; i++)
    is_pool &= strstr (text, rates[i]) == NULL;
  return is_pool;
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
          set_remark (table, &table->pool, cell, fen, step, text);
          return;
        }
      at += MAX (length, 1);
    }
}

static gboolean
is_row_of (const YlFoundTable *table, guint32 number)
{
  for (guint i = 0; i < table->rows->len; i++)
    if (yl_found_table_get_row (table, i)->row == number)
      return TRUE;
  return FALSE;
}

/* Lines below the table that remarks are looked for in. */
#define MAX_REMARK_ROWS 12

void
found_remarks_read (
    YlFoundTable *table, const FoundGrid *grid, guint32 from_row, guint32 to_row, gboolean is_above)
{
  guint n_rows = 0;
  guint32 row = from_row > 0 ? from_row - 1 : 0;
  while ((row = found_grid_next_row (grid, row)) != 0 && row < to_row && n_rows < MAX_REMARK_ROWS)
    {
      guint n_cells = 0;
      const YlCell *cells = yl_worksheet_find_row (grid->sheet, row, &n_cells);
      n_rows++;
      if (is_row_of (table, row))
        continue;
      if (!is_above)
        read_capital (table, grid, cells, n_cells);
      for (guint i = 0; is_above && i < n_cells && i < FOUND_MAX_COLUMNS; i++)
        if (found_grid_is_inside (grid, &cells[i]))
          read_pool (table, &cells[i], get_text (grid, &cells[i]));
    }
}
