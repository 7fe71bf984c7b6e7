#include "yanglu/audit/found/rules.h"

#include "amounts-private.h"
#include "coverage-private.h"
#include "relations-private.h"
#include "road-list-private.h"

static void
free_check (gpointer data)
{
  FoundCheck *check = data;
  if (check->roads != NULL)
    found_roads_free (check->roads);
  found_check_clear (check);
  g_free (data);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const YlFoundTable *left = *(YlFoundTable *const *) a;
  const YlFoundTable *right = *(YlFoundTable *const *) b;
  return (left->rows->len < right->rows->len) - (left->rows->len > right->rows->len);
}

void
yl_found_check (const YlFoundBudget *budget,
                const YlRateTable *rates,
                const YlBudget *listed,
                const YlRuleSet *rules,
                YlAudit *audit)
{
  g_autoptr (FoundRoadList) list = listed == NULL ? NULL : found_road_list_new (listed);
  g_autoptr (GPtrArray) checks = g_ptr_array_new_with_free_func (free_check);
  g_autoptr (GPtrArray) order = g_ptr_array_copy (budget->tables, NULL, NULL);
  /* Tables of many rows before those that may sum them up; as they stand where they are as long. */
  g_ptr_array_sort (order, compare_rows);
  for (guint i = 0; i < order->len; i++)
    {
      FoundCheck *check = g_new0 (FoundCheck, 1);
      found_check_init (check, g_ptr_array_index (order, i), budget->file, rates, rules, audit);
      if (list != NULL)
        found_match_roads (check, list);
      found_check_details (check, (FoundCheck *const *) checks->pdata, checks->len, FALSE);
      g_ptr_array_add (checks, check);
      found_check_amounts (check);
      found_check_own_prices (check);
      found_check_bounds (check);
      found_check_road_rows (check);
      found_check_listed_twice (check);
      found_check_listed_amounts (check);
      found_check_shares (check);
      found_check_across (check, TRUE);
      found_check_differences (check, TRUE);
      found_check_ratios (check);
      found_check_parts (check);
      found_check_sums (check);
      found_check_across (check, FALSE);
      found_check_differences (check, FALSE);
      found_check_figures (check);
      found_check_hidden (check);
      found_check_roads (check);
    }
  for (guint i = 0; i < checks->len; i++)
    found_check_details (g_ptr_array_index (checks, i), (FoundCheck *const *) checks->pdata + i + 1,
                         checks->len - i - 1, TRUE);
  found_check_between ((FoundCheck *const *) checks->pdata, checks->len);
  found_cover ((FoundCheck *const *) checks->pdata, checks->len, audit->coverage);
  found_totals ((FoundCheck *const *) checks->pdata, checks->len, audit);
}
