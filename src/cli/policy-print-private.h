#pragma once

#include "yanglu/domain/policy.h"

G_BEGIN_DECLS

/** yl_policy_text_print: a policy with every value, its document and clause; 待核 beside each that
 * nobody has verified. */
void yl_policy_text_print (const YlPolicy *policy);

/** yl_policy_text_print_groups: how a policy file is written: its groups and their keys. */
void yl_policy_text_print_groups (void);

/** yl_policy_text_print_list: a line each. @policies: (element-type YlPolicy) */
void yl_policy_text_print_list (const GPtrArray *policies);

G_END_DECLS
