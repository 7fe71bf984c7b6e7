#include "yanglu/app/lists/rates.h"

#include "yanglu/io/policy/policies.h"

#include <string.h>

struct _YlRates
{
  YlArena *arena;
  guint year;
  gboolean is_fixed;   /* --policy: `general` serves all */
  YlRateTable general; /* where no policy of its own fits a county */
  YlPolicy *general_policy;
  gboolean is_general_used;
  GPtrArray *policies;   /* of YlPolicy, those of counties, each once */
  GHashTable *by_county; /* county code → YlRateTable, owned */
  guint32 last_county;
  const YlRateTable *last;
};

static gboolean
init_general (YlRates *rates, const YlJobOptions *options, GError **error)
{
  g_autoptr (YlPolicy) chosen = options->policy != NULL
                                    ? yl_policies_open (options->policy, error)
                                    : yl_policies_choose ("", yl_date_of_year (rates->year), error);
  if (chosen == NULL)
    return FALSE;
  YlPolicy *policy = yl_policy_for_year (chosen, rates->year);
  rates->general_policy = yl_arena_own (rates->arena, policy, (GDestroyNotify) yl_policy_free);
  yl_rate_table_init (&rates->general, policy);
  return TRUE;
}

YlRates *
yl_rates_new (const YlJobOptions *options, guint year, GError **error)
{
  g_autoptr (YlRates) rates = yl_arena_new_record (sizeof *rates);
  rates->year = year;
  rates->is_fixed = options->policy != NULL;
  rates->by_county = yl_arena_own (rates->arena, g_hash_table_new_full (NULL, NULL, NULL, g_free),
                                   (GDestroyNotify) g_hash_table_unref);
  rates->policies =
      yl_arena_own (rates->arena, g_ptr_array_new_with_free_func ((GDestroyNotify) yl_policy_free),
                    (GDestroyNotify) g_ptr_array_unref);
  if (!init_general (rates, options, error))
    return NULL;
  rates->last = &rates->general;
  return g_steal_pointer (&rates);
}

static void
add_policy (GPtrArray *policies, YlPolicy *policy)
{
  const char *id = yl_policy_get_head (policy)->id;
  for (guint i = 0; i < policies->len; i++)
    if (strcmp (yl_policy_get_head (g_ptr_array_index (policies, i))->id, id) == 0)
      return;
  g_ptr_array_add (policies, yl_policy_ref (policy));
}

static const YlRateTable *
look_up (YlRates *rates, guint32 county_code)
{
  const gpointer key = GUINT_TO_POINTER (county_code);
  YlRateTable *table = g_hash_table_lookup (rates->by_county, key);
  if (table != NULL)
    return table;
  g_autofree char *area = g_strdup_printf ("%06u", county_code);
  g_autoptr (YlPolicy) chosen = yl_policies_choose (area, yl_date_of_year (rates->year), NULL);
  g_autoptr (YlPolicy) policy = chosen == NULL ? NULL : yl_policy_for_year (chosen, rates->year);
  table = g_memdup2 (&rates->general, sizeof rates->general);
  add_policy (rates->policies, policy != NULL ? policy : rates->general_policy);
  if (policy != NULL)
    yl_rate_table_init (table, policy);
  g_hash_table_insert (rates->by_county, key, table);
  return table;
}

const YlRateTable *
yl_rates_get (YlRates *rates, guint32 county_code)
{
  if (rates->is_fixed || county_code == 0)
    {
      rates->is_general_used = TRUE;
      return &rates->general;
    }
  if (county_code != rates->last_county)
    {
      rates->last = look_up (rates, county_code);
      rates->last_county = county_code;
    }
  return rates->last;
}

const GPtrArray *
yl_rates_get_policies (YlRates *rates)
{
  if (rates->is_general_used)
    add_policy (rates->policies, rates->general_policy);
  return rates->policies;
}
