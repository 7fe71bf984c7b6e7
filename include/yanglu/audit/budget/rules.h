#pragma once

#include "yanglu/audit/budget/balance.h"
#include "yanglu/domain/audit/rule-set.h"
#include "yanglu/domain/finding.h"

G_BEGIN_DECLS

/**
 * yl_budget_check: what a budget's own inputs show to be wrong before anybody audits it:
 * B01 (rates below the base's), B02 (funded below the standard; only where sources were entered:
 * else nothing was said about funding), B04, B05 (land), B06, B07 (accounts), B08 (declared shares
 * not kept, where money of the county's own was entered), B09 (what county and townships give to
 * daily maintenance, or, where no money of theirs was entered, what the budget makes the county pay,
 * is below the share of the superior daily grants that the policy asks for; at stake the shortfall),
 * B10, B11 (daily maintenance that by name or account is running cost or staff), B12 (fuel tax),
 * B13 (borrowed money on recurrent spending), B14 (车购税 money on anything but building), B15 (what the
 * policy requires and nobody entered; only where any money was entered; the ratio, which only the city
 * can set, is an information), C01 (the same grant in two rows: an error where level, document, amount,
 * purpose and payee or name are alike; a warning where only the first three are),
 * D05 (targets missed or without data), E03 (the policy pays by kilometres that the list does not
 * state, so that rows are paid as none).
 * Only the rules that @rules enables are asked.
 * @entry_file: (nullable): the file of the entries, for the place of a finding
 * @funds_file: (nullable): the file of the sources, when they stand in one of their own
 */
void yl_budget_check (const YlBudget *budget,
                      const char *entry_file,
                      const char *funds_file,
                      const YlRuleSet *rules,
                      YlFindings *findings);

/**
 * yl_budget_check_last_year: C03 (W) of last year's money that is in the other unit: the budget is more than a
 * thousandfold of it, or less than a thousandth; at stake the difference of the two readings. Apart from the others:
 * workbooks before the seventh edition list nothing of the kind.
 */
void yl_budget_check_last_year (const YlBudget *budget,
                                const char *entry_file,
                                const YlRuleSet *rules,
                                YlFindings *findings);

/**
 * yl_source_find_broken_rule: the first rule of sources that is broken by @after as an error and not by
 * @before, with the limits that the program has by itself.
 */
gboolean yl_source_find_broken_rule (const YlBudget *budget,
                                     const YlSource *before,
                                     const YlSource *after,
                                     YlCode *out_code);

G_END_DECLS
