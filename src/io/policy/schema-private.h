#pragma once

#include "yanglu/domain/bridge.h"
#include "yanglu/domain/policy.h"

G_BEGIN_DECLS

/** How a value is written and what it becomes. */
typedef enum
{
  YL_VALUE_YUAN,    /* yuan with at most two decimals → fen */
  YL_VALUE_PERCENT, /* per cent with at most four decimals → ppm */
  YL_VALUE_PAYERS,  /* city,county → bits */
  YL_VALUE_NAME,    /* a name such as net-2011-62; the value is 0 */
  YL_VALUE_DAYS,    /* a whole number of days, one or more */
  YL_VALUE_MILEAGE, /* counted maintained subsidised */
} YlPolicyValueForm;

typedef struct
{
  const char *name;
  guint key;
} YlPolicyKey;

/** A group of values as the file may hold it. */
typedef struct
{
  const YlPolicyKey *keys; /* ends with a NULL name */
  YlPolicyValueForm form;
  gboolean takes_area; /* `[payer-share 340621]` */
} YlPolicyGroupForm;

/** yl_policy_group_parse: "payer-rate city 141123" is a group and an area ("" without one, borrowed
 * from @name). */
gboolean yl_policy_group_parse (const char *name, YlPolicyGroup *out_group, const char **out_area);

const YlPolicyGroupForm *yl_policy_group_get_form (YlPolicyGroup group);

/** yl_policy_group_find_key: (nullable): the key of @group that is spelled @name. */
const YlPolicyKey *yl_policy_group_find_key (YlPolicyGroup group, const char *name);

/** yl_policy_group_list_keys: (transfer full): "county、township …", for messages. */
char *yl_policy_group_list_keys (YlPolicyGroup group);

/** yl_policy_key_get_form: how the value of @key is written: that of its group but for two keys. */
YlPolicyValueForm yl_policy_key_get_form (YlPolicyGroup group, guint key);

/** yl_policy_value_parse: Returns: (nullable): what is wrong with @text, as half a sentence; %NULL
 * when it was read. */
const char *yl_policy_value_parse (YlPolicyValueForm form, const char *text, gint64 *out_value);

/** yl_policy_is_area: a prefix of division codes of 2, 4, 6, 9 or 12 digits. */
gboolean yl_policy_is_area (const char *text);

/** yl_policy_is_name: small letters, digits and hyphens, at most 64. */
gboolean yl_policy_is_name (const char *text);

G_END_DECLS
