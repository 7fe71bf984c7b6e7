/* A column of 万元 whose cells hold yuan: its number format alone makes 万元 of them. */
#include "found-private.h"

#include "yanglu/domain/number-format.h"

/* So many numbers of a column tell how it is shown. */
#define MAX_SAMPLES 50u

/* 万元 in yuan, as a power of ten. */
#define WAN_POWER 4u

/* Where the look of a column changes. */
typedef struct
{
  const FoundGrid *grid;
  guint column;
  guint next_run;
  guint16 look;
} Looks;

static const char *
find_format (Looks *self, guint32 row)
{
  const GArray *runs = self->grid->sheet->page.looks;
  const GArray *looks = self->grid->workbook->looks;
  for (; self->next_run < runs->len; self->next_run++)
    {
      const YlLookRun *run = &g_array_index (runs, YlLookRun, self->next_run);
      if (run->row > row)
        break;
      if (run->column == self->column)
        self->look = run->look;
    }
  const char *format =
      self->look < looks->len ? g_array_index (looks, YlCellLook, self->look).format : NULL;
  return format == NULL ? "" : format;
}

typedef enum
{
  SHOWN_NEITHER,
  SHOWN_AS_WAN, /* the cell holds yuan, the page shows 万元 */
  SHOWN_AS_HELD,
} Shown;

static Shown
judge_cell (const char *code, YlFixed value)
{
  g_autoptr (YlNumberFormat) format = yl_number_format_new (code);
  g_auto (YlShownNumber) shown = { 0 };
  guint n_decimals = 0;
  yl_shown_number_init (&shown);
  if (yl_number_format_is_plain (format, &n_decimals))
    return SHOWN_AS_HELD;
  yl_number_format_show (format, value, &shown);
  if (yl_shown_number_is_true (&shown, value, WAN_POWER, WAN_POWER))
    return SHOWN_AS_HELD;
  return yl_shown_number_is_true (&shown, value, 0, WAN_POWER) ? SHOWN_AS_WAN : SHOWN_NEITHER;
}

gboolean
found_column_shows_wan (const FoundGrid *grid, guint column, guint32 head_row)
{
  Looks looks = { .grid = grid, .column = column };
  guint n_wan = 0;
  guint32 row = head_row;
  while ((row = found_grid_next_row (grid, row)) != 0 && n_wan < MAX_SAMPLES)
    {
      const YlCell *cell = yl_worksheet_find (grid->sheet, row, column);
      YlFixed value;
      if (cell == NULL || cell->content != YL_CONTENT_NUMBER
          || !yl_fixed_parse (yl_text_of (yl_workbook_get_text (grid->workbook, cell->value)),
                              &value)
          || value.units == 0)
        continue;
      if (judge_cell (find_format (&looks, row), value) != SHOWN_AS_WAN)
        return FALSE;
      n_wan++;
    }
  return n_wan > 0;
}
