#include "sum-private.h"
#include "coverage-private.h"
#include "relations-private.h"

/* Rows from..to, of one class or all. */
typedef struct
{
  guint from;
  guint to;
  guint8 rate;
} Group;

/* A table of many sums must not be added up from its top for each. */
#define MAX_WHOLE_SUMS 200

static gboolean
is_part_of (const FoundCheck *check, guint row, const Group *group)
{
  const YlFoundRow *stated = found_row (check, row);
  return stated->kind == YL_FOUND_ROW_ITEM
         && (group->rate == YL_FOUND_ALL_CLASSES || stated->rate == group->rate);
}

static FoundSum
add_up (const FoundCheck *check, const Group *group, guint column)
{
  FoundSum sum = { 0 };
  for (guint row = group->from; row < group->to; row++)
    if (is_part_of (check, row, group))
      found_sum_add (&sum, found_cell (check, row, column));
  return sum;
}

static gboolean
is_summed (const YlFoundColumn *column)
{
  return column->meaning == YL_FOUND_LENGTH || column->meaning == YL_FOUND_LISTED
         || found_is_money (column) || column->meaning == YL_FOUND_COUNT;
}

/* What many rounded numbers may differ from their rounded sum; whole metres are not rounded, and
 * neither are kilometres that the amounts come to exactly. */
static gint64
get_slack (const FoundCheck *check, guint column, guint n)
{
  const YlFoundColumn *head = found_head (check, column);
  const gint64 step = check->steps[column];
  if (head->meaning == YL_FOUND_COUNT
      || (!found_is_money (head) && (step <= 1 || check->are_lengths_exact)))
    return 0;
  return (gint64) n * step / 2;
}

/* Whether the total is that of the rows if one wrong one were right. */
static gboolean
is_right_but_for_one (const FoundCheck *check, const Group *group, guint column, gint64 difference)
{
  for (guint row = group->from; row < group->to; row++)
    {
      const FoundCell *cell = found_cell (check, row, column);
      const gint64 half = found_step (check, cell) / 2;
      const gint64 own = cell->expected - cell->stated;
      /* What should stand there is exact, what stands in the sum was rounded. */
      if (is_part_of (check, row, group) && own != 0 && ABS (own) > half
          && ABS (own - difference) <= half)
        return TRUE;
    }
  return FALSE;
}

static gboolean
agrees (const FoundCheck *check, const FoundSum *sum, guint column, const FoundCell *whole)
{
  const gint64 total = whole->stated;
  const gint64 slack = get_slack (check, column, sum->n_rounded);
  return ABS (found_sum_get_off (sum, whole)) <= slack || ABS (total - sum->expected) <= slack;
}

/* In how many columns the row is the sum of the group. */
static guint
count_agreeing (const FoundCheck *check, guint row, const Group *group)
{
  guint n = 0;
  for (guint i = 0; i < check->table->columns->len; i++)
    {
      const FoundCell *cell = found_cell (check, row, i);
      if (!is_summed (cell->head) || cell->stated == 0)
        continue;
      const FoundSum sum = add_up (check, group, i);
      n += sum.n_known > 0 && !sum.is_unread && agrees (check, &sum, i, cell) ? 1 : 0;
    }
  return n;
}

static gboolean
has_part (const FoundCheck *check, const Group *group)
{
  for (guint row = group->from; row < group->to; row++)
    if (is_part_of (check, row, group))
      return TRUE;
  return FALSE;
}

static gboolean
is_sum_row (const FoundCheck *check, guint row)
{
  const guint8 kind = found_row (check, row)->kind;
  return kind == YL_FOUND_ROW_SUBTOTAL || kind == YL_FOUND_ROW_TOTAL;
}

/* How far the row is from the sum of the group, in its first amount, else its first figure. */
static gint64
get_distance (const FoundCheck *check, guint row, const Group *group)
{
  gint64 distance = G_MAXINT64;
  for (guint i = 0; i < check->table->columns->len; i++)
    {
      const FoundCell *cell = found_cell (check, row, i);
      const gboolean is_amount = cell->head->meaning == YL_FOUND_AMOUNT;
      if (!is_summed (cell->head) || !cell->value->is_known
          || (!is_amount && distance != G_MAXINT64))
        continue;
      const FoundSum sum = add_up (check, group, i);
      distance = ABS (cell->stated - sum.stated);
      if (is_amount)
        return distance;
    }
  return distance;
}

/* Where nothing agrees, the row is meant for the group that it is nearest to. */
static const Group *
find_nearest (const FoundCheck *check, guint row, const Group *groups, gsize n)
{
  const Group *best = NULL;
  gint64 least = G_MAXINT64;
  for (gsize i = 0; i < n; i++)
    {
      const gint64 distance =
          has_part (check, &groups[i]) ? get_distance (check, row, &groups[i]) : G_MAXINT64;
      if (distance < least)
        {
          best = &groups[i];
          least = distance;
        }
    }
  return best;
}

/* The rows above, below, or all, that @row is the sum of: those that fit best, else the usual. */
static Group
find_group (const FoundCheck *check, guint row, gboolean may_be_whole)
{
  const YlFoundRow *found = found_row (check, row);
  const guint n_rows = check->table->rows->len;
  Group above = { row, row, YL_FOUND_ALL_CLASSES };
  Group below = { row + 1, row + 1, YL_FOUND_ALL_CLASSES };
  while (above.from > 0 && !is_sum_row (check, above.from - 1))
    above.from--;
  while (below.to < n_rows && !is_sum_row (check, below.to))
    below.to++;
  const Group whole = { 0, may_be_whole ? n_rows : 0, YL_FOUND_ALL_CLASSES };
  const Group of_class = { 0, may_be_whole && found->rate != YL_FOUND_ALL_CLASSES ? n_rows : 0,
                           found->rate };
  const gboolean is_total = found->kind == YL_FOUND_ROW_TOTAL;
  const Group usual[] = { is_total ? whole : above, is_total ? above : below,
                          is_total ? below : of_class, is_total ? of_class : whole };
  const Group *best = NULL;
  guint n_best = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (usual); i++)
    {
      const guint n = has_part (check, &usual[i]) ? count_agreeing (check, row, &usual[i]) : 0;
      if (n > n_best)
        {
          best = &usual[i];
          n_best = n;
        }
    }
  if (best == NULL)
    best = find_nearest (check, row, usual, G_N_ELEMENTS (usual));
  return best == NULL ? whole : *best;
}

static gboolean
is_factor (const YlFoundColumn *column, gint64 total, gint64 sum)
{
  const gint64 factor = found_is_money (column) ? 10000 : 1000;
  gint64 scaled = 0;
  if (column->meaning == YL_FOUND_COUNT || total == 0 || sum == 0)
    return FALSE;
  return (yl_ratio_scale (sum, factor, 1, &scaled) && scaled == total)
         || (yl_ratio_scale (total, factor, 1, &scaled) && scaled == sum);
}

static void
report (const FoundCheck *check, FoundCell *total, gint64 expected, gboolean is_slack)
{
  const gboolean is_scaled = is_factor (total->head, total->stated, expected);
  const FoundDifference difference = {
    .code = is_scaled ? YL_C03 : YL_C01,
    .stated = total->stated,
    .expected = expected,
    .from = "各行相加",
    .remark = is_scaled ? "，正好是单位弄混的倍数" : NULL,
    .rounded = is_slack ? "各行" : NULL,
  };
  found_report_difference (check, total, &difference,
                           total->head->is_open
                               ? (FoundStake){ 0 }
                               : found_price (check, total, total->stated - expected));
}

/* Whole 万元 are exact where the other sums of the row are, or too few to have been rounded. */
#define WAN_FEN 1000000
#define FEW_PARTS 3

static gboolean
is_unrounded (const FoundCheck *check, guint row, const Group *group, guint column)
{
  guint n = 0;
  guint n_exact = 0;
  if (!found_is_money (found_head (check, column)) || check->steps[column] < WAN_FEN)
    return FALSE;
  for (guint i = 0; i < check->table->columns->len; i++)
    {
      const FoundCell *total = found_cell (check, row, i);
      if (i == column || !found_is_money (total->head) || check->steps[i] < WAN_FEN
          || total->stated == 0)
        continue;
      n++;
      n_exact += add_up (check, group, i).stated == total->stated ? 1 : 0;
    }
  return n > 0 ? n_exact * 2 >= n : add_up (check, group, column).n_known <= FEW_PARTS;
}

static void
check_sum (FoundCheck *check, guint row, const Group *group, guint column)
{
  FoundCell *total = found_cell (check, row, column);
  const FoundSum sum = add_up (check, group, column);
  if (!total->value->is_known || sum.n_known == 0 || sum.is_unread)
    return;
  const gint64 off = found_sum_get_off (&sum, total);
  total->expected = total->stated - off;
  total->is_judged = TRUE;
  const FoundLink link = { .whole = total,
                           .rate = group->rate,
                           .row_kind = YL_FOUND_ROW_ITEM,
                           .from = group->from,
                           .to = group->to };
  found_link (check, &link);
  if (off != 0 && total->stated != sum.expected && !found_may_differ (check, total, off)
      && !is_right_but_for_one (check, group, column, off))
    report (check, total, sum.stated,
            ABS (off) <= get_slack (check, column, sum.n_rounded)
                && !is_unrounded (check, row, group, column));
}

void
found_check_sums (FoundCheck *check)
{
  guint n_sums = 0;
  /* An outline says itself what adds up to what. */
  if (check->levels != NULL)
    return;
  for (guint row = 0; row < check->table->rows->len; row++)
    {
      if (!is_sum_row (check, row))
        continue;
      const Group group = find_group (check, row, n_sums++ < MAX_WHOLE_SUMS);
      for (guint i = 0; i < check->table->columns->len; i++)
        if (is_summed (found_head (check, i)))
          check_sum (check, row, &group, i);
    }
}
