#include "yanglu/domain/policy-choice.h"

#include <string.h>

int
yl_policy_get_n_area_digits (const YlPolicy *policy, const char *area)
{
  const char *const *prefixes = yl_policy_get_head (policy)->area;
  if (prefixes[0] == NULL)
    return 0;
  int longest = -1;
  for (gsize i = 0; prefixes[i] != NULL; i++)
    {
      const int n_digits = (int) strlen (prefixes[i]);
      if (n_digits > longest && g_str_has_prefix (area == NULL ? "" : area, prefixes[i]))
        longest = n_digits;
    }
  return longest;
}

gboolean
yl_policy_is_in_force (const YlPolicy *policy, YlDate day)
{
  const guint32 from = yl_policy_get_head (policy)->effective_from.yyyymmdd;
  const guint32 to = yl_policy_get_head (policy)->effective_to.yyyymmdd;
  return day.yyyymmdd >= from && (to == 0 || day.yyyymmdd <= to);
}

static gboolean
fits (const YlPolicy *policy, const char *area, YlDate day)
{
  return yl_policy_is_in_force (policy, day) && yl_policy_get_n_area_digits (policy, area) >= 0;
}

/* Whether nobody has to ask for @policy: one whose text was not at hand serves only where no other does, and
 * only when it is for everywhere. */
static gboolean
is_for_itself (const YlPolicy *policy)
{
  return yl_policy_get_head (policy)->verified || yl_policy_get_head (policy)->area[0] == NULL;
}

/* Whether @policy is a better choice than @best: verified, else nearer by area, else younger. */
static gboolean
is_better (const YlPolicy *policy, const YlPolicy *best, const char *area)
{
  if (best == NULL)
    return TRUE;
  if (yl_policy_get_head (policy)->verified != yl_policy_get_head (best)->verified)
    return yl_policy_get_head (policy)->verified;
  const int n_digits = yl_policy_get_n_area_digits (policy, area);
  const int n_best = yl_policy_get_n_area_digits (best, area);
  if (n_digits != n_best)
    return n_digits > n_best;
  return yl_policy_get_head (policy)->effective_from.yyyymmdd
         > yl_policy_get_head (best)->effective_from.yyyymmdd;
}

YlPolicy *
yl_policy_choose (const GPtrArray *policies, const char *area, YlDate day)
{
  YlPolicy *best = NULL;
  for (guint i = 0; i < policies->len; i++)
    {
      YlPolicy *policy = g_ptr_array_index (policies, i);
      if (fits (policy, area, day) && is_for_itself (policy) && is_better (policy, best, area))
        best = policy;
    }
  return best;
}

GPtrArray *
yl_policy_list_waiting (const GPtrArray *policies,
                        const char *area,
                        YlDate day,
                        const YlPolicy *chosen)
{
  const int n_chosen = yl_policy_get_n_area_digits (chosen, area);
  GPtrArray *waiting = g_ptr_array_new ();
  for (guint i = 0; i < policies->len; i++)
    {
      YlPolicy *policy = g_ptr_array_index (policies, i);
      if (fits (policy, area, day) && !is_for_itself (policy)
          && yl_policy_get_n_area_digits (policy, area) >= n_chosen)
        g_ptr_array_add (waiting, policy);
    }
  return waiting;
}
