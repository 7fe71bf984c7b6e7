#pragma once

#include "yanglu/domain/audit/audit.h"
#include "yanglu/domain/audit/rule-set.h"
#include "yanglu/domain/choices.h"
#include "yanglu/io/json/json-sink.h"

G_BEGIN_DECLS

/** What a command looked at and what it found there; a member that is %NULL is not told. */
typedef struct
{
  const char *const *files; /* base names of what was looked at; %NULL-terminated */
  const YlFindings *findings;
  const YlAudit *audit; /* its verdict, what it did not compare, what it took for what */
  const YlChoices *choices;
  const YlRuleSet *rules; /* what was switched off, or has another severity, is told */
  guint exit_status;
} YlSarifRun;

/**
 * yl_json_write_sarif: SARIF 2.1.0 (OASIS Standard, 27 March 2020) with one run.
 *
 * A code of the rule book is a rule, a finding a result. A row is the region of a file, a cell a
 * logical location `sheet!cell`; files are named without folders. Amounts stand in `properties` as
 * texts in yuan, exact to the fen. What nothing was held against, what was only counted, chosen or
 * taken for something is a notification of the one invocation.
 */
void yl_json_write_sarif (YlJsonSink *json, const YlSarifRun *run);

G_END_DECLS
