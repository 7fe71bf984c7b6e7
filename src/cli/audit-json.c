#include "yanglu/cli/audit-json.h"

#include "yanglu/cli/json.h"
#include "yanglu/cli/approval-print.h"
#include "yanglu/cli/paying-json.h"
#include "yanglu/cli/three-tables-print.h"

static void
begin_list (JsonBuilder *builder, const char *key)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
}

static void
add_readings (JsonBuilder *builder, const YlAudit *audit)
{
  begin_list (builder, "readings");
  for (guint i = 0; i < audit->readings->len; i++)
    {
      const YlReading *reading = &g_array_index (audit->readings, YlReading, i);
      json_builder_begin_object (builder);
      yl_json_text (builder, "what", reading->what);
      yl_json_text (builder, "taken_for", reading->taken_for);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_finding (JsonBuilder *builder, const YlFinding *finding)
{
  json_builder_begin_object (builder);
  yl_json_text (builder, "code", yl_code_get_name (finding->code));
  yl_json_text (builder, "severity", yl_severity_get_key (finding->severity));
  yl_json_text (builder, "file", finding->file);
  yl_json_text (builder, "sheet", finding->sheet);
  yl_json_text (builder, "cell", finding->cell);
  yl_json_number_or_null (builder, "row", finding->row != 0, finding->row);
  yl_json_text (builder, "column", finding->column);
  yl_json_text (builder, "found", finding->seen);
  yl_json_text (builder, "expected", finding->expected);
  yl_json_number_or_null (builder, "at_stake_fen", finding->is_priced, finding->at_stake.fen);
  yl_json_text (builder, "gainer", finding->gainer);
  yl_json_text (builder, "message",
                finding->message == NULL ? yl_code_get_title (finding->code) : finding->message);
  yl_json_text (builder, "repair", finding->repair);
  yl_json_text (builder, "basis", yl_finding_get_basis (finding));
  json_builder_end_object (builder);
}

void
yl_audit_json_add_findings (JsonBuilder *builder, const YlFindings *findings)
{
  begin_list (builder, "findings");
  for (gsize i = 0; i < yl_findings_get_n (findings); i++)
    add_finding (builder, yl_findings_get (findings, i));
  json_builder_end_array (builder);
}

static void
add_explanations (JsonBuilder *builder, const YlAudit *audit)
{
  begin_list (builder, "explanations");
  for (guint i = 0; i < audit->explanations->len; i++)
    {
      const YlExplanation *explanation = &g_array_index (audit->explanations, YlExplanation, i);
      json_builder_begin_object (builder);
      yl_json_text (builder, "cause", explanation->cause);
      begin_list (builder, "rows");
      for (guint row = 0; explanation->rows != NULL && explanation->rows[row] != NULL; row++)
        json_builder_add_string_value (builder, explanation->rows[row]);
      json_builder_end_array (builder);
      yl_json_number (builder, "explained_fen", explanation->explained_fen);
      yl_json_number (builder, "remaining_fen", explanation->remaining_fen);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_bridge (JsonBuilder *builder, const YlAudit *audit)
{
  begin_list (builder, "bridge");
  for (guint i = 0; i < audit->steps->len; i++)
    {
      const YlDifferenceStep *step = &g_array_index (audit->steps, YlDifferenceStep, i);
      json_builder_begin_object (builder);
      yl_json_text (builder, "step", step->step);
      yl_json_number (builder, "amount_fen", step->amount_fen);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

void
yl_audit_json_print (const YlAudit *audit)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  json_builder_begin_object (builder);
  yl_json_text (builder, "schema", "yanglu.audit/1");
  yl_json_text (builder, "file", audit->file);
  yl_json_text (builder, "verdict", yl_verdict_get_key (audit->verdict));
  yl_json_text (builder, "conclusion", audit->conclusion);
  yl_json_number_or_null (builder, "stated_fen", audit->has_stated, audit->stated_fen);
  yl_json_number_or_null (builder, "recomputed_fen", audit->has_expected, audit->expected_fen);
  add_readings (builder, audit);
  yl_audit_json_add_findings (builder, audit->findings);
  add_explanations (builder, audit);
  add_bridge (builder, audit);
  yl_paying_json_add (builder, audit->paying);
  yl_approval_json_add (builder, audit->approval);
  yl_three_tables_json_add (builder, audit->three_tables);
  json_builder_end_object (builder);
  yl_json_print (builder);
}
