#pragma once

#include "yanglu/domain/derivation.h"
#include "yanglu/domain/policy-value.h"

G_BEGIN_DECLS

/** What a value of a policy is, and so how a file writes it. */
typedef enum
{
  YL_POLICY_RATE,          /* yuan → fen */
  YL_POLICY_SHARE,         /* per cent → ppm */
  YL_POLICY_DAYS,          /* a whole number of days, one or more */
  YL_POLICY_PAYERS,        /* "city,county" → a bit mask, 1 << YlPayer */
  YL_POLICY_MILEAGE_BASIS, /* "counted" … → YlMileageBasis */
  YL_POLICY_LAND_BASIS,    /* a name such as "net-2011-62", kept as written; 0 */
  YL_POLICY_FLAG,          /* "yes" → 1, "no" → 0 */
  YL_POLICY_SHARE_BASE,    /* "standard" … → YlShareBase */
  YL_POLICY_WORKS_BASE,    /* "maintained" or "counted" → YlMileageBasis */
  YL_POLICY_YEARS,         /* a whole number of years, 1 to YL_ENGINEERING_MAX_YEARS */
} YlPolicyValueKind;
#define YL_N_POLICY_VALUE_KINDS 10

/** A key of a group. */
typedef struct
{
  guint number;     /* the key of its YlPolicyValue */
  const char *key;  /* "county": as files and JSON spell it */
  const char *name; /* "县道" */
  YlPolicyValueKind kind;
  YlFigureUnit unit; /* what its number counts; %YL_FIGURE_NONE where it is shown in words */
} YlPolicyKey;

/** yl_policy_group_get_key: "daily-rate", as files and JSON spell it */
const char *yl_policy_group_get_key (YlPolicyGroup group);
/** yl_policy_group_get_title: "日常养护标准" */
const char *yl_policy_group_get_title (YlPolicyGroup group);
/** yl_policy_group_takes_area: whether a file may have it for one place: `[payer-share 340621]` */
gboolean yl_policy_group_takes_area (YlPolicyGroup group);
/** yl_policy_group_is_whole: whether its values are the parts of one whole, which make sense only
 * together. */
gboolean yl_policy_group_is_whole (YlPolicyGroup group);

/** yl_policy_group_get_note: what who writes a file must know beside its keys and their unit:
 * "县级承担其余"; "" */
const char *yl_policy_group_get_note (YlPolicyGroup group);
/** yl_policy_group_list: (transfer full): "payer-share、county-match …", for messages: all groups, or
 * those that take an area. */
char *yl_policy_group_list (gboolean takes_area);

guint yl_policy_group_get_n_keys (YlPolicyGroup group);
/** yl_policy_group_get_nth_key: @index: below yl_policy_group_get_n_keys() */
YlPolicyKey yl_policy_group_get_nth_key (YlPolicyGroup group, guint index);
/** yl_policy_group_find_key: the key that files spell @key; %FALSE, @out_key untouched, when there is
 * none. */
gboolean yl_policy_group_find_key (YlPolicyGroup group, const char *key, YlPolicyKey *out_key);
/** yl_policy_group_get_key_of: @number: that of a value of @group */
YlPolicyKey yl_policy_group_get_key_of (YlPolicyGroup group, guint number);

/** How the key of every figure begins that is a value of the policy. */
#define YL_POLICY_FIGURE "policy."

/** yl_policy_value_to_figure_key: (transfer full): "policy.daily-rate.county",
 * "policy.payer-share.city.340621" */
char *yl_policy_value_to_figure_key (const YlPolicyValue *value);
/** yl_policy_value_to_name: (transfer full): what is set, and for what: "县道日常养护标准" */
char *yl_policy_value_to_name (const YlPolicyValue *value);
/** yl_policy_value_show_period: (transfer full): "（2021年1月1日起）", "（至2022年12月31日）"; "" of one that is in force
 * as long as its policy. */
char *yl_policy_value_show_period (const YlPolicyValue *value);
/** yl_policy_value_to_text: (transfer full): "10,000.00 元/公里·年", "2.5%", "30 天", "市、县" */
char *yl_policy_value_to_text (const YlPolicyValue *value);

G_END_DECLS
