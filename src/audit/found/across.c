#include "sum-private.h"
#include "column-sets-private.h"
#include "coverage-private.h"
#include "relations-private.h"

static gboolean
is_right_but_for_one (const FoundCheck *check, guint row, const FoundSet *set, gint64 difference)
{
  for (guint i = 0; i < set->n; i++)
    {
      const FoundCell *part = found_cell (check, row, set->parts[i]);
      if (part->expected - part->stated == difference)
        return TRUE;
    }
  return FALSE;
}

/* A sum row whose cells were all held against the rows, which were held across. */
static gboolean
is_settled (const FoundCheck *check, guint row, const FoundSet *set)
{
  gboolean is_whole = !found_is_item (check, row) && found_cell (check, row, set->whole)->is_judged;
  for (guint i = 0; i < set->n && is_whole; i++)
    {
      const FoundCell *part = found_cell (check, row, set->parts[i]);
      is_whole = !part->value->is_known || part->is_judged;
    }
  return is_whole;
}

static void
link_row (FoundCheck *check, guint row, const FoundSet *set)
{
  FoundLink link = { .whole = found_cell (check, row, set->whole),
                     .is_granted = set->is_granted,
                     .n_columns = set->n };
  for (guint i = 0; i < set->n; i++)
    link.columns[i] = (guint16) set->parts[i];
  found_link (check, &link);
}

/* The part that is off in its column as its row is: both sums meet in it. (nullable) */
static FoundCell *
find_crossing (FoundCheck *check, guint row, const FoundSet *set, gint64 off)
{
  if (!found_is_item (check, row) || found_get_total_off (check, set->whole) != 0)
    return NULL;
  for (guint i = 0; i < set->n; i++)
    {
      FoundCell *part = found_cell (check, row, set->parts[i]);
      if (!part->is_judged && part->value->is_known
          && found_get_total_off (check, set->parts[i]) == off)
        return part;
    }
  return NULL;
}

static void
report (FoundCheck *check, FoundCell *cell, gint64 expected, const char *from, const char *rounded)
{
  const FoundDifference difference = {
    .code = YL_C01,
    .stated = cell->stated,
    .expected = expected,
    .from = from,
    .rounded = rounded,
  };
  found_report_difference (check, cell, &difference,
                           found_price (check, cell, cell->stated - expected));
}

static void
check_row (FoundCheck *check, guint row, const FoundSet *set)
{
  FoundCell *whole = found_cell (check, row, set->whole);
  FoundSum parts;
  if (!whole->value->is_known || !found_set_add_up (check, row, set, &parts))
    return;
  link_row (check, row, set);
  if (is_settled (check, row, set))
    return;
  const gint64 off = found_sum_get_off (&parts, whole);
  const gboolean is_slack = ABS (off) <= found_set_get_slack (check, set);
  const gboolean is_wrong = whole->is_judged && whole->expected != whole->stated;
  FoundCell *crossing = is_slack || is_wrong ? NULL : find_crossing (check, row, set, off);
  if (crossing == NULL && found_is_item (check, row) && !whole->is_judged)
    whole->expected = off == 0 && parts.expected == parts.stated ? whole->stated : parts.expected;
  if (off == 0 || whole->code != FOUND_NO_CODE || whole->stated == parts.expected
      || found_may_differ (check, whole, off) || is_right_but_for_one (check, row, set, off))
    return;
  if (crossing == NULL)
    {
      report (check, whole, parts.stated, "各分项相加", is_slack ? "各数" : NULL);
      return;
    }
  crossing->expected = crossing->stated + off;
  report (check, crossing, crossing->expected, "按本行合计和本列合计应", NULL);
}

void
found_check_across (FoundCheck *check, gboolean is_of_items)
{
  if (check->sets == NULL)
    check->sets = found_sets_new (check);
  for (guint i = 0; i < check->sets->len; i++)
    for (guint row = 0; row < check->table->rows->len; row++)
      if (found_is_item (check, row) == is_of_items)
        check_row (check, row, &g_array_index (check->sets, FoundSet, i));
}
