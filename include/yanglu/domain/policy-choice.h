#pragma once

#include "yanglu/domain/policy.h"

G_BEGIN_DECLS

/* Which policy of many is that of a place and a day. */

/** yl_policy_get_n_area_digits: length of the longest area prefix that fits @area; 0 everywhere; -1
 * not at all. */
int yl_policy_get_n_area_digits (const YlPolicy *policy, const char *area);
/** yl_policy_is_in_force: on @day. */
gboolean yl_policy_is_in_force (const YlPolicy *policy, YlDate day);
/**
 * yl_policy_choose: the verified policy in force on @day that fits @area by the longest prefix, then the
 * one with the latest effective-from; without one, an unverified one for everywhere.  Another that is
 * unverified is never chosen: people ask for it.
 * @policies: (element-type YlPolicy)
 * @area: (nullable): division code digits; "" when unknown: then only policies without an area fit
 *
 * Returns: (transfer none) (nullable): one of @policies
 */
YlPolicy *yl_policy_choose (const GPtrArray *policies, const char *area, YlDate day);
/**
 * yl_policy_list_waiting: (transfer container) (element-type YlPolicy): those of @policies that
 * yl_policy_choose() passed over for @chosen only because nobody verified them: in force, and for a
 * place as near as that of @chosen.
 */
GPtrArray *yl_policy_list_waiting (const GPtrArray *policies,
                                   const char *area,
                                   YlDate day,
                                   const YlPolicy *chosen);

G_END_DECLS
