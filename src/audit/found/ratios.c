#include "ratios-private.h"

#include "coverage-private.h"
#include "relations-private.h"

#include <string.h>

/* Rows by which it is judged what a percentage follows from. */
#define MAX_EVIDENCE 100

#define WHOLE_PPM 1000000
#define ONE_PERCENT_PPM 10000

/* Decimals of a per cent that a step of ppm stands for. */
static guint
count_decimals (gint64 step)
{
  guint n = 0;
  for (gint64 unit = 10000; unit > step && n < 4; unit /= 10)
    n++;
  return n;
}

/* Shares that were rounded need not make 100 % when they are added up. */
static gboolean
is_sum_of_rounded (const FoundCheck *check, const FoundCell *cell, gint64 step)
{
  const guint column = (guint) ((gsize) (cell - check->cells) % check->table->columns->len);
  gint64 sum = 0;
  gint64 n = 0;
  if (cell->row->kind == YL_FOUND_ROW_ITEM)
    return FALSE;
  for (guint row = 0; found_next_item (check, &row); row++, n++)
    if (!found_add (&sum, found_cell (check, row, column)->stated))
      return FALSE;
  return sum == cell->stated && ABS (sum - WHOLE_PPM) <= n * step / 2;
}

void
found_percent_check (
    const FoundCheck *check, const FoundCell *cell, gint64 part, gint64 whole, YlFindings *findings)
{
  g_autofree char *name = NULL;
  const YlFigurePlace place =
      found_place (check->file, check->table->sheet, cell->row, cell->head, &name);
  /* A share of 1 is 100 %, however few its digits are. */
  const gint64 step = CLAMP (found_step (check, cell), 1, ONE_PERCENT_PPM);
  if (is_sum_of_rounded (check, cell, step))
    return;
  yl_figure_check_percent (&place, part, whole, cell->stated / step, count_decimals (step),
                           findings);
}

static gboolean
is_measure (const YlFoundColumn *column)
{
  return column->meaning == YL_FOUND_LENGTH || column->meaning == YL_FOUND_COUNT
         || found_is_money (column);
}

static gint64
get_part (const FoundCheck *check, const FoundRatio *ratio, guint row)
{
  const gint64 part = found_cell (check, row, ratio->part)->stated;
  return ratio->is_growth ? part - found_cell (check, row, ratio->whole)->stated : part;
}

static gboolean
states_all (const FoundCheck *check, const FoundRatio *ratio, guint row)
{
  return found_cell (check, row, ratio->column)->value->is_known
         && found_cell (check, row, ratio->part)->value->is_known
         && found_cell (check, row, ratio->whole)->stated > 0;
}

static void
count (const FoundCheck *check, FoundRatio *ratio)
{
  const guint n_rows = check->table->rows->len;
  g_autoptr (YlFindings) off = yl_findings_new_counting (0);
  for (guint row = 0; row < n_rows; row += n_rows / MAX_EVIDENCE + 1)
    if (states_all (check, ratio, row))
      {
        found_percent_check (check, found_cell (check, row, ratio->column),
                             get_part (check, ratio, row),
                             found_cell (check, row, ratio->whole)->stated, off);
        ratio->n++;
      }
  ratio->n_right = ratio->n - (guint) yl_findings_get_n_of_code (off, YL_C02);
}

static guint
count_measures (const FoundCheck *check)
{
  guint n = 0;
  for (guint i = 0; i < check->table->columns->len; i++)
    n += is_measure (found_head (check, i)) ? 1 : 0;
  return n;
}

/* One row may come out by chance, but not where only two columns can be meant. */
static gboolean
is_borne_out (const FoundCheck *check, const FoundRatio *ratio)
{
  const guint least = count_measures (check) == 2 ? 1 : 2;
  return ratio->n_right >= least && ratio->n_right * 2 >= ratio->n;
}

static guint
get_distance (const FoundRatio *ratio)
{
  return (guint) (ABS ((int) ratio->column - (int) ratio->part)
                  + ABS ((int) ratio->column - (int) ratio->whole));
}

static gboolean
is_better (const FoundRatio *ratio, const FoundRatio *best)
{
  return ratio->n_right > best->n_right
         || (ratio->n_right == best->n_right && ratio->n_right > 0
             && get_distance (ratio) < get_distance (best));
}

static gboolean
is_of_growth (const char *head)
{
  static const char *const words[] = { "增", "减", "涨", NULL };
  return yl_text_holds_any (head, words);
}

gboolean
found_ratio_find (const FoundCheck *check, guint column, FoundRatio *out_ratio)
{
  const gboolean may_grow = is_of_growth (found_head (check, column)->head);
  const guint n = check->table->columns->len;
  *out_ratio = (FoundRatio){ .column = column };
  for (guint part = 0; part < n; part++)
    for (guint whole = 0; whole < n && is_measure (found_head (check, part)); whole++)
      for (guint growth = 0; growth <= (may_grow ? 1 : 0); growth++)
        {
          FoundRatio ratio = { column, part, whole, growth == 1, 0, 0 };
          const YlFoundColumn *a = found_head (check, part);
          const YlFoundColumn *b = found_head (check, whole);
          if (part == whole || !is_measure (b)
              || (a->meaning != b->meaning && !(found_is_money (a) && found_is_money (b))))
            continue;
          count (check, &ratio);
          if (is_borne_out (check, &ratio) && is_better (&ratio, out_ratio))
            *out_ratio = ratio;
        }
  return out_ratio->n_right > 0;
}

/* What was spent of a budget is borne out by the share that is stated of it, and the budget by it. */
static void
link_row (FoundCheck *check, const FoundRatio *ratio, guint row)
{
  FoundLink link = { .whole = found_cell (check, row, ratio->whole),
                     .is_granted = TRUE,
                     .n_columns = 1,
                     .columns = { (guint16) ratio->part } };
  found_link (check, &link);
}

/* Whether the part or the whole is told already, and what it should be. */
static gboolean
is_told (const FoundCheck *check, const FoundRatio *ratio, guint row)
{
  return found_cell (check, row, ratio->part)->code != FOUND_NO_CODE
         || found_cell (check, row, ratio->whole)->code != FOUND_NO_CODE;
}

void
found_ratio_check (FoundCheck *check, const FoundRatio *ratio)
{
  const gboolean is_of_years = is_of_growth (found_head (check, ratio->column)->head);
  for (guint row = 0; row < check->table->rows->len; row++)
    {
      if (!states_all (check, ratio, row) || is_told (check, ratio, row))
        continue;
      const gsize n_before = yl_findings_get_n (check->audit->findings);
      found_percent_check (check, found_cell (check, row, ratio->column),
                           get_part (check, ratio, row),
                           found_cell (check, row, ratio->whole)->stated, check->audit->findings);
      if (!is_of_years && yl_findings_get_n (check->audit->findings) == n_before)
        link_row (check, ratio, row);
    }
}

static gboolean
is_right (const FoundCheck *check, const FoundRatio *ratio, guint row, gint64 part, gint64 whole)
{
  g_autoptr (YlFindings) off = yl_findings_new_counting (0);
  found_percent_check (check, found_cell (check, row, ratio->column),
                       ratio->is_growth ? part - whole : part, whole, off);
  return whole > 0 && yl_findings_get_n_of_code (off, YL_C02) == 0;
}

static void
report_figure (FoundCheck *check, const FoundRatio *ratio, guint row, guint column, gint64 missing)
{
  FoundCell *cell = found_cell (check, row, column);
  g_autofree char *from =
      g_strdup_printf ("按本列合计和“%s”应", found_head (check, ratio->column)->head);
  const FoundDifference difference = {
    .code = YL_C01, .stated = cell->stated, .expected = cell->stated + missing, .from = from
  };
  found_report_difference (check, cell, &difference, found_price (check, cell, -missing));
  cell->expected = cell->stated + missing;
}

static void
check_figures (FoundCheck *check, const FoundRatio *ratio, guint row)
{
  const gint64 part = found_cell (check, row, ratio->part)->stated;
  const gint64 whole = found_cell (check, row, ratio->whole)->stated;
  const gint64 of_part = found_get_total_off (check, ratio->part);
  const gint64 of_whole = found_get_total_off (check, ratio->whole);
  if (!states_all (check, ratio, row) || is_told (check, ratio, row)
      || is_right (check, ratio, row, part, whole))
    return;
  if (of_part != 0 && of_whole == 0 && is_right (check, ratio, row, part + of_part, whole))
    report_figure (check, ratio, row, ratio->part, of_part);
  else if (of_whole != 0 && of_part == 0 && is_right (check, ratio, row, part, whole + of_whole))
    report_figure (check, ratio, row, ratio->whole, of_whole);
}

void
found_check_ratios (FoundCheck *check)
{
  for (guint column = 0; column < check->table->columns->len; column++)
    {
      FoundRatio ratio;
      if (found_head (check, column)->meaning != YL_FOUND_PERCENT
          || !found_ratio_find (check, column, &ratio))
        continue;
      for (guint row = 0; found_next_item (check, &row); row++)
        check_figures (check, &ratio, row);
    }
}
