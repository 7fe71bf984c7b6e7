#pragma once

#include "yanglu/domain/audit/rule-set.h"
#include "yanglu/io/remarks.h"

G_BEGIN_DECLS

/**
 * yl_rules_open: the rules of a file, with those compiled in where it is silent.
 * @path: (nullable): %NULL: those compiled in
 *
 * A rules file is UTF-8 text in the form of a policy file: a group for each rule that is changed,
 * `[A10]`, with enabled=true|false, severity=error|warning|info, limit-…=, basis=, note=; and for
 * C07 bands=.
 *
 * Returns: (transfer full) (nullable): %NULL with @error when there is none or it holds an error
 */
YlRuleSet *yl_rules_open (const char *path, GError **error);

/** yl_rules_open_text: the same of a text; @name: how messages call it. */
YlRuleSet *yl_rules_open_text (const char *name, GBytes *text, GError **error);

/** yl_rules_advise: (transfer full): which rule may have been meant by @name, which is none; whole sentences,
 * to stand behind a comma. */
char *yl_rules_advise (const char *name);

/**
 * yl_rules_check: (transfer full) (element-type YlRemark): unknown codes and keys, repeats, values
 * that cannot be, a rule switched off without a note; by line.
 */
GPtrArray *yl_rules_check (const char *path, GError **error);

G_END_DECLS
