#pragma once

#include "yanglu/domain/policy.h"
#include "yanglu/io/remarks.h"

G_BEGIN_DECLS

/** yl_policies_list: (transfer full) (element-type YlPolicy): the policies compiled in, by id. */
GPtrArray *yl_policies_list (GError **error);

/** yl_policies_find: (transfer full) (nullable): the policy compiled in that has this id. */
YlPolicy *yl_policies_find (const char *id);

/**
 * yl_policies_open: a policy by the id of one compiled in, or by the path of a file.
 * A base is looked for among those compiled in, then beside the file.
 *
 * Returns: (transfer full) (nullable): %NULL with @error when there is none or it holds an error
 */
YlPolicy *yl_policies_open (const char *id_or_path, GError **error);

/** The text of a policy file, such as a workbook's copy of it. */
typedef struct
{
  const char *id;
  const char *text;
} YlPolicyText;

/**
 * yl_policies_open_text: the policy of a text.
 * @name: how messages call it
 * @bases: (array length=n_bases): the texts that a base is looked for in first, then among those compiled in
 */
YlPolicy *yl_policies_open_text (
    const char *name, const char *text, const YlPolicyText *bases, gsize n_bases, GError **error);

/**
 * yl_policies_check: (transfer full) (element-type YlRemark): unknown keys, repeats, trailing
 * notes, shares that do not add up, overlapping periods, missing clauses, unverified text,
 * a rate below the base's (B01); by line.
 */
GPtrArray *yl_policies_check (const char *id_or_path, GError **error);

/**
 * yl_policies_choose: of those compiled in, the one that yl_policy_choose() takes.
 * @area: division code digits, or "" when unknown: then only policies without an area fit
 */
YlPolicy *yl_policies_choose (const char *area, YlDate day, GError **error);
/**
 * yl_policies_tell_waiting: "另有待核政策 huaibei-2022，可用 --policy 指定" of those compiled in that are
 * yl_policy_list_waiting() for @chosen.
 *
 * Returns: (transfer full) (nullable): %NULL when there is none
 */
char *yl_policies_tell_waiting (const char *area, YlDate day, const YlPolicy *chosen);

G_END_DECLS
