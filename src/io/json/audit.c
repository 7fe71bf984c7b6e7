#include "yanglu/io/json/audit.h"

static void
add_reading (YlJsonSink *json, gconstpointer line)
{
  const YlReading *reading = line;
  yl_json_text (json, "what", reading->what);
  yl_json_text (json, "taken_for", reading->taken_for);
}

static void
add_finding (YlJsonSink *json, const YlFinding *finding)
{
  yl_json_begin (json, NULL);
  yl_json_text (json, "code", yl_code_get_name (finding->code));
  yl_json_text (json, "severity", yl_severity_get_key (finding->severity));
  yl_json_text (json, "file", finding->file);
  yl_json_text (json, "sheet", finding->sheet);
  yl_json_text (json, "cell", finding->cell);
  yl_json_number_or_null (json, "row", finding->row != 0, finding->row);
  yl_json_text (json, "column", finding->column);
  yl_json_text (json, "found", finding->seen);
  yl_json_text (json, "found_formula", finding->seen_formula);
  yl_json_text (json, "expected", finding->expected);
  yl_json_text (json, "expected_formula", finding->expected_formula);
  yl_json_number_or_null (json, "at_stake_fen", finding->is_priced, finding->at_stake.fen);
  yl_json_text (json, "stake", yl_stake_get_key (yl_finding_get_stake (finding)));
  yl_json_text (json, "gainer", finding->gainer);
  yl_json_text (json, "message",
                finding->message == NULL ? yl_code_get_title (finding->code) : finding->message);
  yl_json_text (json, "repair", finding->repair);
  yl_json_text (json, "basis", yl_finding_get_basis (finding));
  yl_json_end (json);
}

static void
add_findings (YlJsonSink *json, const YlFindings *findings)
{
  yl_json_begin_list (json, "findings");
  for (gsize i = 0; i < yl_findings_get_n (findings); i++)
    add_finding (json, yl_findings_get (findings, i));
  yl_json_end (json);
}

/* What the findings of each severity put at stake, each kind by itself. */
static void
add_stakes (YlJsonSink *json, const YlFindings *findings)
{
  yl_json_begin (json, "stakes");
  for (guint severity = 0; severity < YL_N_SEVERITIES; severity++)
    {
      const YlStakes stakes = yl_findings_sum_stakes (findings, (YlSeverity) severity);
      yl_json_begin (json, yl_severity_get_key ((YlSeverity) severity));
      for (guint stake = YL_STAKE_MORE; stake < YL_N_STAKES; stake++)
        {
          g_autofree char *key = g_strconcat (yl_stake_get_key ((YlStake) stake), "_fen", NULL);
          yl_json_number (json, key, stakes.fen[stake]);
        }
      yl_json_end (json);
    }
  yl_json_end (json);
}

static void
add_explanation (YlJsonSink *json, gconstpointer line)
{
  const YlExplanation *explanation = line;
  yl_json_text (json, "cause", explanation->cause);
  yl_json_texts (json, "rows", (const char *const *) explanation->rows);
  yl_json_number (json, "explained_fen", explanation->explained_fen);
  yl_json_number (json, "remaining_fen", explanation->remaining_fen);
}

static void
add_step (YlJsonSink *json, gconstpointer line)
{
  const YlDifferenceStep *step = line;
  yl_json_text (json, "step", step->step);
  yl_json_number (json, "amount_fen", step->amount_fen);
}

static void
add_idle (YlJsonSink *json, const gint64 *idle_fen)
{
  yl_json_number (json, "idle_up_to_one_year_fen", idle_fen[YL_IDLE_UP_TO_ONE_YEAR]);
  yl_json_number (json, "idle_over_one_year_fen", idle_fen[YL_IDLE_OVER_ONE_YEAR]);
  yl_json_number (json, "idle_over_two_years_fen", idle_fen[YL_IDLE_OVER_TWO_YEARS]);
}

static void
add_party (
    YlJsonSink *json, const char *name, const char *written, YlPartyMatch match, guint purpose)
{
  yl_json_text (json, "name", name);
  yl_json_text (json, "written", written);
  yl_json_text (json, "match", yl_party_match_get_key (match));
  yl_json_text (json, "purpose", yl_purpose_get_key ((YlPurpose) purpose));
}

static void
add_payee (YlJsonSink *json, gconstpointer line)
{
  const YlPayeePaying *payee = line;
  add_party (json, payee->name, payee->written, payee->match, payee->purpose);
  yl_json_number_or_null (json, "allotted_fen", payee->is_known, payee->allotted_fen);
  yl_json_number (json, "paid_fen", payee->paid_fen);
  yl_json_number (json, "carried_fen", payee->carried_fen);
  yl_json_number_or_null (json, "rest_fen", payee->is_known, payee->allotted_fen - payee->paid_fen);
}

static void
add_source (YlJsonSink *json, gconstpointer line)
{
  const YlSourcePaying *source = line;
  yl_json_date (json, "date", source->date);
  yl_json_text (json, "from", source->party);
  yl_json_text (json, "document", source->document);
  yl_json_text (json, "use", source->use);
  yl_json_number (json, "row", source->row);
  yl_json_date (json, "due", source->due);
  yl_json_number (json, "received_fen", source->received_fen);
  yl_json_number (json, "passed_on_fen", source->passed_on_fen);
  yl_json_number (json, "late_fen", source->late_fen);
  add_idle (json, source->idle_fen);
}

static void
add_day (YlJsonSink *json, gconstpointer line)
{
  const YlPayingDay *day = line;
  yl_json_date (json, "date", day->date);
  yl_json_number (json, "share_ppm", day->share_ppm);
  yl_json_number (json, "required_fen", day->required_fen);
  yl_json_number (json, "paid_fen", day->paid_fen);
  yl_json_text (json, "basis", day->basis);
}

static void
add_paying (YlJsonSink *json, const YlPaying *paying)
{
  if (!yl_json_begin_or_null (json, "paying", paying != NULL))
    return;
  yl_json_date (json, "date", paying->date);
  yl_json_number (json, "received_fen", paying->received_fen);
  yl_json_number (json, "ahead_fen", paying->ahead_fen);
  yl_json_number (json, "paid_fen", paying->paid_fen);
  yl_json_number (json, "unspent_fen", paying->unspent_fen);
  add_idle (json, paying->idle_fen);
  yl_json_list (json, "payees", paying->payees, add_payee);
  yl_json_list (json, "sources", paying->sources, add_source);
  yl_json_list (json, "calendar", paying->days, add_day);
  yl_json_end (json);
}

static void
add_approved_row (YlJsonSink *json, gconstpointer line)
{
  const YlComparedRow *row = line;
  add_party (json, row->name, row->written, row->match, row->purpose);
  yl_json_number (json, "row", row->row);
  yl_json_number_or_null (json, "budget_fen", row->is_expected, row->expected_fen);
  yl_json_number_or_null (json, "approved_fen", row->is_stated, row->stated_fen);
}

static void
add_approval (YlJsonSink *json, const YlComparison *approval)
{
  if (!yl_json_begin_or_null (json, "approval", approval != NULL))
    return;
  yl_json_number (json, "budget_fen", approval->expected_fen);
  yl_json_number (json, "approved_fen", approval->stated_fen);
  yl_json_list (json, "rows", approval->rows, add_approved_row);
  yl_json_end (json);
}

static void
add_three_row (YlJsonSink *json, const YlComparison *tables, const YlComparedRow *row)
{
  yl_json_begin (json, NULL);
  add_party (json, row->name, row->written, row->match, row->purpose);
  yl_json_number_or_null (json, "approved_fen", row->is_expected, row->expected_fen);
  yl_json_number_or_null (json, "paid_fen", tables->has_paid, row->paid_fen);
  yl_json_number_or_null (json, "published_fen", row->is_stated, row->stated_fen);
  yl_json_text (json, "verdict", yl_three_verdict_get_key (row->verdict));
  yl_json_end (json);
}

static void
add_three_tables (YlJsonSink *json, const YlComparison *tables)
{
  if (!yl_json_begin_or_null (json, "three_tables", tables != NULL))
    return;
  yl_json_number (json, "approved_fen", tables->expected_fen);
  yl_json_number_or_null (json, "paid_fen", tables->has_paid, tables->paid_fen);
  yl_json_number (json, "published_fen", tables->stated_fen);
  yl_json_begin_list (json, "rows");
  for (guint i = 0; i < tables->rows->len; i++)
    add_three_row (json, tables, yl_comparison_get_row (tables, i));
  yl_json_end (json);
  yl_json_list (json, "approved_to_paid", tables->to_paid, add_step);
  yl_json_list (json, "to_published", tables->to_stated, add_step);
  yl_json_end (json);
}

static void
add_gap (YlJsonSink *json, gconstpointer line)
{
  const YlCoverageGap *gap = line;
  yl_json_text (json, "sheet", gap->sheet);
  yl_json_text (json, "column", gap->column);
  yl_json_text (json, "cell", gap->cell);
  yl_json_number (json, "figures", (gint64) gap->n_figures);
  yl_json_number_or_null (json, "amount_fen", gap->is_money, gap->amount_fen);
  yl_json_text (json, "reason", yl_gap_reason_get_key (gap->reason));
}

static void
add_coverage (YlJsonSink *json, const YlCoverage *coverage)
{
  yl_json_begin (json, "coverage");
  yl_json_number (json, "rows", (gint64) coverage->n_rows);
  yl_json_number (json, "columns", (gint64) coverage->n_columns);
  yl_json_number (json, "proved", (gint64) coverage->n_proved);
  yl_json_number (json, "linked", (gint64) coverage->n_linked);
  yl_json_list (json, "not_compared", coverage->gaps, add_gap);
  yl_json_end (json);
}

/* What the copy of the inputs is, of a workbook of ours; null else. */
static void
add_copy (YlJsonSink *json, const YlCopyReading *copy)
{
  if (copy->fingerprint == NULL)
    {
      yl_json_text (json, "copy", NULL);
      return;
    }
  yl_json_begin (json, "copy");
  yl_json_text (json, "fingerprint", copy->fingerprint);
  yl_json_text (json, "printed_fingerprint", copy->printed);
  yl_json_boolean_or_null (json, "roads_identical", copy->has_roads, copy->is_of_roads);
  yl_json_end (json);
}

void
yl_json_write_audit (YlJsonSink *json, const YlAudit *audit)
{
  yl_json_begin (json, NULL);
  yl_json_text (json, "schema", "yanglu.audit/1");
  yl_json_text (json, "file", audit->file);
  yl_json_text (json, "verdict", yl_verdict_get_key (audit->verdict));
  yl_json_text (json, "conclusion", audit->conclusion);
  yl_json_number_or_null (json, "stated_fen", audit->has_stated, audit->stated_fen);
  yl_json_number_or_null (json, "recomputed_fen", audit->has_expected, audit->expected_fen);
  add_coverage (json, audit->coverage);
  add_copy (json, &audit->copy);
  yl_json_list (json, "readings", audit->readings, add_reading);
  add_findings (json, audit->findings);
  add_stakes (json, audit->findings);
  yl_json_list (json, "explanations", audit->explanations, add_explanation);
  yl_json_list (json, "bridge", audit->steps, add_step);
  add_paying (json, audit->paying);
  add_approval (json, audit->approval);
  add_three_tables (json, audit->three_tables);
  yl_json_end (json);
}

static void
add_county (YlJsonSink *json, const char *key, guint32 code)
{
  g_autofree char *digits = g_strdup_printf ("%06u", code);
  yl_json_text (json, key, code == 0 ? NULL : digits);
}

static void
add_pair (YlJsonSink *json, gconstpointer line)
{
  const YlCountiesPair *pair = line;
  yl_json_text (json, "kind", yl_counties_kind_get_key (pair->kind));
  add_county (json, "first_county", pair->first_county);
  add_county (json, "later_county", pair->later_county);
  yl_json_number (json, "sections", (gint64) pair->n_sections);
  yl_json_number (json, "length_m", pair->length_m);
  yl_json_number (json, "amount_fen", pair->amount.fen);
}

void
yl_json_write_county_lists (YlJsonSink *json, const YlCountyLists *lists)
{
  yl_json_begin (json, NULL);
  yl_json_text (json, "schema", "yanglu.audit/1");
  yl_json_texts (json, "files", (const char *const *) lists->files->pdata);
  yl_json_text (json, "verdict", yl_verdict_get_key (yl_county_lists_get_verdict (lists)));
  yl_json_number (json, "sections", (gint64) lists->n_rows);
  yl_json_number (json, "compared", (gint64) lists->n_compared);
  add_findings (json, lists->findings);
  yl_json_list (json, "pairs", lists->pairs, add_pair);
  yl_json_end (json);
}
