#include "yanglu/audit/stated/rules.h"

#include "check-private.h"

static void
free_check (gpointer data)
{
  stated_check_clear (data);
  g_free (data);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const YlStatedTable *left = *(YlStatedTable *const *) a;
  const YlStatedTable *right = *(YlStatedTable *const *) b;
  return (left->rows->len < right->rows->len) - (left->rows->len > right->rows->len);
}

/* Tables of many rows before those that may sum them up; as they stand where they are as long. */
static GArray *
sort_by_rows (const YlStatedBudget *budget)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (YlStatedTable *));
  for (guint i = 0; i < budget->tables->len; i++)
    {
      YlStatedTable *table = g_ptr_array_index (budget->tables, i);
      g_array_append_val (order, table);
    }
  g_array_sort (order, compare_rows);
  return order;
}

void
yl_stated_check (const YlStatedBudget *budget,
                 const YlRateTable *rates,
                 const YlBudget *listed,
                 const YlRuleSet *rules,
                 YlAudit *audit)
{
  g_autoptr (GPtrArray) checks = g_ptr_array_new_with_free_func (free_check);
  g_autoptr (GArray) order = sort_by_rows (budget);
  for (guint i = 0; i < order->len; i++)
    {
      StatedCheck *check = g_new0 (StatedCheck, 1);
      stated_check_init (check, g_array_index (order, YlStatedTable *, i), budget->file, rates,
                         rules, audit);
      stated_check_details (check, (StatedCheck *const *) checks->pdata, checks->len);
      g_ptr_array_add (checks, check);
      stated_check_amounts (check);
      stated_check_road_rows (check);
      stated_check_across (check, TRUE);
      stated_check_sums (check);
      stated_check_across (check, FALSE);
      stated_check_figures (check);
      stated_check_hidden (check);
      if (listed != NULL)
        stated_check_roads (check, listed);
    }
  for (guint i = 0; i < checks->len; i++)
    stated_check_rest (g_ptr_array_index (checks, i), (StatedCheck *const *) checks->pdata + i + 1,
                       checks->len - i - 1);
  stated_check_between ((StatedCheck *const *) checks->pdata, checks->len);
  stated_totals ((StatedCheck *const *) checks->pdata, checks->len, audit);
}
