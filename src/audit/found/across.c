#include "coverage-private.h"

#include <string.h>

/* The columns that one column is the sum of. */
typedef struct
{
  guint whole;
  guint parts[YL_N_RATES + YL_N_PAYERS + YL_N_PURPOSES];
  guint n;
} Set;

/* What makes a column a part beside its whole: a class, a payer or a purpose of its own. */
typedef enum
{
  BY_CLASS,
  BY_PAYER,
  BY_PURPOSE,
} SetKind;

static gboolean
is_whole (const YlFoundColumn *column)
{
  return (column->meaning == YL_FOUND_LENGTH || column->meaning == YL_FOUND_AMOUNT)
         && column->rate == YL_FOUND_ALL_CLASSES && column->payer_after == 0;
}

static gboolean
is_part (const YlFoundColumn *whole, const YlFoundColumn *column, SetKind kind)
{
  if (column->meaning != whole->meaning)
    return FALSE;
  const gboolean has_class = column->rate != YL_FOUND_ALL_CLASSES;
  const gboolean has_payer = column->payer_after != 0;
  if (kind == BY_CLASS)
    return has_class && !has_payer && column->purpose == whole->purpose;
  if (kind == BY_PAYER)
    return has_payer && !has_class;
  return !has_class && !has_payer && whole->purpose == YL_N_PURPOSES
         && column->purpose != YL_N_PURPOSES;
}

/* Takes the parts that stand next to the whole, on one side. */
static void
collect (const FoundCheck *check, Set *set, SetKind kind, int direction)
{
  const YlFoundColumn *whole = found_head (check, set->whole);
  for (int i = (int) set->whole + direction; i >= 0 && i < (int) check->table->columns->len;
       i += direction)
    {
      const YlFoundColumn *column = found_head (check, (guint) i);
      if (!is_part (whole, column, kind) || set->n >= G_N_ELEMENTS (set->parts))
        return;
      set->parts[set->n++] = (guint) i;
    }
}

static gboolean
add_parts (const FoundCheck *check, guint row, const Set *set, FoundSum *out_sum)
{
  *out_sum = (FoundSum){ 0 };
  for (guint i = 0; i < set->n; i++)
    found_sum_add (out_sum, found_cell (check, row, set->parts[i]));
  return !out_sum->is_unread && out_sum->n_known > 0;
}

static gboolean
is_right_but_for_one (const FoundCheck *check, guint row, const Set *set, gint64 difference)
{
  for (guint i = 0; i < set->n; i++)
    {
      const FoundCell *part = found_cell (check, row, set->parts[i]);
      if (part->expected - part->stated == difference)
        return TRUE;
    }
  return FALSE;
}

/* What the parts may differ from their whole by rounding; whole metres are not rounded. */
static gint64
get_slack (const FoundCheck *check, const Set *set)
{
  const gboolean is_money = found_head (check, set->whole)->meaning == YL_FOUND_AMOUNT;
  gint64 step = check->steps[set->whole];
  for (guint i = 0; i < set->n; i++)
    step = MIN (step, check->steps[set->parts[i]]);
  return !is_money && step <= 1 ? 0 : (gint64) set->n * step / 2;
}

/* Whether the parts add up to the whole in three of four rows, and in three of them. */
static gboolean
mostly_add_up (const FoundCheck *check, const Set *set)
{
  const gint64 slack = get_slack (check, set);
  guint n = 0;
  guint n_right = 0;
  for (guint row = 0; found_next_item (check, &row); row++)
    {
      const gint64 whole = found_cell (check, row, set->whole)->stated;
      FoundSum parts;
      if (whole == 0 || !add_parts (check, row, set, &parts))
        continue;
      n++;
      n_right += ABS (whole - parts.stated) <= slack ? 1 : 0;
    }
  return n_right >= 3 && n_right * 4 >= n * 3;
}

/* 其中 need not name every part; three classes are all there are, and so are parts that add up. */
static gboolean
is_complete (const FoundCheck *check, const Set *set, SetKind kind)
{
  gboolean is_inner = FALSE;
  for (guint i = 0; i < set->n; i++)
    is_inner |= strstr (found_head (check, set->parts[i])->head, "其中") != NULL;
  return set->n >= 2
         && (!is_inner || (kind == BY_CLASS && set->n >= 3) || mostly_add_up (check, set));
}

/* A sum row whose cells were all held against the rows, which were held across. */
static gboolean
is_settled (const FoundCheck *check, guint row, const Set *set)
{
  gboolean is_whole = !found_is_item (check, row) && found_cell (check, row, set->whole)->is_judged;
  for (guint i = 0; i < set->n && is_whole; i++)
    {
      const FoundCell *part = found_cell (check, row, set->parts[i]);
      is_whole = !part->value->is_known || part->is_judged;
    }
  return is_whole;
}

/* The parts stand next to each other, in either order. */
static void
link_row (FoundCheck *check, guint row, const Set *set, SetKind kind)
{
  const guint first = set->parts[0];
  const guint last = set->parts[set->n - 1];
  const FoundLink link = { .whole = found_cell (check, row, set->whole),
                           .is_granted = kind == BY_PAYER,
                           .from = MIN (first, last),
                           .to = MAX (first, last) + 1,
                           .rate = YL_FOUND_ALL_CLASSES };
  found_link (check, &link);
}

static void
check_row (FoundCheck *check, guint row, const Set *set, SetKind kind)
{
  FoundCell *whole = found_cell (check, row, set->whole);
  FoundSum parts;
  if (!whole->value->is_known || !add_parts (check, row, set, &parts))
    return;
  link_row (check, row, set, kind);
  if (is_settled (check, row, set))
    return;
  const gint64 off = whole->stated - parts.stated;
  if (found_is_item (check, row) && !whole->is_judged)
    whole->expected = parts.expected;
  if (off == 0 || whole->code != FOUND_NO_CODE || whole->stated == parts.expected
      || found_may_differ (check, whole, off) || is_right_but_for_one (check, row, set, off))
    return;
  const FoundDifference difference = {
    .code = YL_C01,
    .stated = whole->stated,
    .expected = parts.stated,
    .who = whole->row->label[0] == '\0' ? "本行" : NULL,
    .from = "各分项相加",
    .rounded = ABS (off) <= get_slack (check, set) ? "各数" : NULL,
  };
  const gboolean is_money = whole->head->meaning == YL_FOUND_AMOUNT;
  found_report_difference (check, whole, &difference, (FoundStake){ is_money, is_money ? off : 0 });
}

void
found_check_across (FoundCheck *check, gboolean is_of_items)
{
  for (guint column = 0; column < check->table->columns->len; column++)
    for (SetKind kind = BY_CLASS; kind <= BY_PURPOSE; kind++)
      {
        Set set = { .whole = column };
        if (!is_whole (found_head (check, column)))
          continue;
        collect (check, &set, kind, 1);
        if (set.n < 2)
          {
            set.n = 0;
            collect (check, &set, kind, -1);
          }
        for (guint row = 0; row < check->table->rows->len && is_complete (check, &set, kind); row++)
          if (found_is_item (check, row) == is_of_items)
            check_row (check, row, &set, kind);
      }
}
