#pragma once

#include "yanglu/base/date.h"
#include "yanglu/base/money.h"
#include "yanglu/domain/entity.h"
#include "yanglu/domain/fund.h"
#include "yanglu/domain/policy-value.h"
#include "yanglu/domain/road-class.h"

G_BEGIN_DECLS

/**
 * YlPolicy: the rates, shares and targets of one document, with the values of
 * its base where it is silent.  Made whole by io/policy, then only read.
 */
typedef struct _YlPolicy YlPolicy;

/** yl_policy_new: without values, to be filled and sealed. */
YlPolicy *yl_policy_new (const YlPolicyHead *head);
/** yl_policy_add: copies @value; policy_id and document come from the head. */
void yl_policy_add (YlPolicy *policy, const YlPolicyValue *value);
/**
 * yl_policy_seal:
 * @policy: (transfer full): nothing is added to it any more
 * @base: (nullable): the policy whose values hold where this one is silent; copied from, and held
 *
 * A value of @base is taken when this policy has no value for the same group,
 * area and key; but a group with an area code, and one whose values are a whole
 * (yl_policy_group_is_whole()), replaces whole, so nothing is added to such a group that stands here.
 *
 * Returns: (transfer full): @policy
 */
YlPolicy *yl_policy_seal (YlPolicy *policy, YlPolicy *base);

/**
 * yl_policy_date_back: before anybody else holds @policy: its values are meant as the first edition of
 * the program's workbooks took them, so that what an older program made is counted as it counted:
 * marked roads were paid by their 列养 or 补助养护里程, and the county's gap was no share.
 */
void yl_policy_date_back (YlPolicy *policy);
gboolean yl_policy_is_dated_back (const YlPolicy *policy);

/**
 * yl_policy_for_year: (transfer full): @policy as it counts for the budget of @year: with `part-year` of
 * months or days, and in force for a part of the year, it pays its rates for that part; one that is not
 * in force on any day of @year pays for the whole. Values that are in force on no day of @year are
 * not there, and those of its base stand in their place; of values that are a whole
 * (yl_policy_group_is_whole()) all or none. Where nothing of this is, it is @policy itself.
 */
YlPolicy *yl_policy_for_year (YlPolicy *policy, guint year);
/** yl_policy_get_whole: (transfer none): the policy that this one is for one year, with all its values. */
const YlPolicy *yl_policy_get_whole (const YlPolicy *policy);
/** yl_policy_get_year_part: of which part of its year it pays. */
YlYearPart yl_policy_get_year_part (const YlPolicy *policy);
/** yl_policy_find_days: whether it is in force on some days of @year only, the first and the last of which go to
 * @out_first and @out_last. */
gboolean
yl_policy_find_days (const YlPolicy *policy, guint year, YlDate *out_first, YlDate *out_last);

/** yl_policy_ref: (transfer full): one more holder of the same policy, which never changes. */
YlPolicy *yl_policy_ref (YlPolicy *policy);
/** yl_policy_free: ends with its last holder. */
void yl_policy_free (YlPolicy *policy);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlPolicy, yl_policy_free)

const YlPolicyHead *yl_policy_get_head (const YlPolicy *policy);
/** yl_policy_get_base: (transfer none) (nullable): the policy that this one was sealed with, which may have its own. */
const YlPolicy *yl_policy_get_base (const YlPolicy *policy);
/** yl_policy_get_values: by group, area, key. */
const YlPolicyValue *yl_policy_get_values (const YlPolicy *policy, gsize *out_n);

/**
 * yl_policy_find: the group with the longest area prefix of @area answers alone; without one the general group.
 * @area: division code of a place, digits, or the name of a zone; "" or %NULL asks the general group
 *
 * Returns: (transfer none) (nullable): the value, or %NULL when the policy is silent
 */
const YlPolicyValue *
yl_policy_find (const YlPolicy *policy, YlPolicyGroup group, const char *area, guint key);
/** yl_policy_rules: whether any key of @group has a value there. */
gboolean yl_policy_rules (const YlPolicy *policy, YlPolicyGroup group, const char *area);
/** yl_policy_get_place: (transfer none): the @area that @policy is asked for on behalf of @entity: a
 * county's code; of a zone, its name or else one of its townships, whichever has a group; else "" */
const char *yl_policy_get_place (const YlPolicy *policy, const YlEntity *entity);

/** yl_policy_find_figure: (transfer none) (nullable): the value that is the figure @key,
 * "policy.payer-share.city.340621" */
const YlPolicyValue *yl_policy_find_figure (const YlPolicy *policy, const char *key);

/** yl_policy_get_rate: for the part of the year that it is paid for. Returns: %FALSE, and @out_rate zero, when no
 * rate is declared (A08). */
gboolean yl_policy_get_rate (const YlPolicy *policy, YlRateKind kind, YlRate *out_rate);

/** yl_policy_get_base_rate: the highest rate of the chain of bases that a rate of this policy, or of
 * a base that it takes the rate from, replaced; %FALSE when nothing was replaced (B01). */
gboolean yl_policy_get_base_rate (const YlPolicy *policy, YlRateKind kind, YlRate *out_rate);

/** yl_policy_has_group: whether any value of @group (in any area) is declared. */
gboolean yl_policy_has_group (const YlPolicy *policy, YlPolicyGroup group);

/** yl_policy_get_mileage_basis: counted when the policy is silent. */
YlMileageBasis yl_policy_get_mileage_basis (const YlPolicy *policy);

/** yl_policy_get_works_base: of what the ratio of 养护工程 is taken: maintained when the policy is silent. */
YlMileageBasis yl_policy_get_works_base (const YlPolicy *policy);
/** yl_policy_get_works_years: of how many years it is the yearly mean: 1 when the policy is silent. */
guint yl_policy_get_works_years (const YlPolicy *policy);

/** yl_policy_get_share_base: what the shares that hold in @area divide: the standard when the policy is
 * silent. */
YlShareBase yl_policy_get_share_base (const YlPolicy *policy, const char *area);

G_END_DECLS
