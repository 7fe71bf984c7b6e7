#pragma once

#include "yanglu/domain/choices.h"
#include "yanglu/domain/policy.h"

G_BEGIN_DECLS

/** yl_policy_tell_unverified: a line of the values of @policy that nobody has held against the text of
 * their document (待核); none where there is no such value.
 * @area: (nullable): the code of the place that they are for; %NULL: of every place */
void yl_policy_tell_unverified (const YlPolicy *policy, const char *area, YlChoices *choices);
/** yl_policy_describe_period: (transfer full) (nullable): in which part of @year a policy is in force, and for which it
 * pays; %NULL of one that is in force for the whole year. */
char *yl_policy_describe_period (const YlPolicy *policy, guint year);
/** yl_policy_tell_period: a line of it. Returns: %FALSE where there is nothing to say */
gboolean yl_policy_tell_period (const YlPolicy *policy, guint year, YlChoices *choices);
/** yl_policy_tell_out_of_force: lines of the values of @policy for @area (nullable: everywhere) that are in force on no
 * day of @year, with what stands in their place, and of those that are for a part of it. */
void yl_policy_tell_out_of_force (const YlPolicy *policy,
                                  const char *area,
                                  guint year,
                                  YlChoices *choices);
/** yl_policy_gap_add_roads: adds "专用公路标准（1 行 1.240 公里，不计金额）" to a list of what a policy does not rule. */
void yl_policy_gap_add_roads (GString *gaps, YlRateKind kind, guint64 n_sections, gint64 counted_m);
/** yl_policy_gap_add: adds a sentence to such a list. */
void yl_policy_gap_add (GString *gaps, const char *format, ...) G_GNUC_PRINTF (2, 3);
/** yl_policy_gap_tell: one line of the list; none of an empty one. */
void yl_policy_gap_tell (const GString *gaps, YlChoices *choices);

G_END_DECLS
