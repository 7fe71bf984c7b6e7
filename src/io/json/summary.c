#include "yanglu/io/json/summary.h"

#include "yanglu/io/json/findings.h"
#include "yanglu/io/json/sent-lists.h"

static void
add_row (YlJsonSink *json, const YlTallyRow *row)
{
  g_autofree char *county =
      row->county_code == 0 ? NULL : g_strdup_printf ("%06u", row->county_code);
  yl_json_begin (json, NULL);
  yl_json_text (json, "county", county);
  yl_json_text (json, "township", row->township);
  yl_json_text (json, "class", yl_road_class_get_key (row->road_class));
  yl_json_number (json, "sections", row->sections);
  yl_json_number (json, "counted_m", row->counted_m);
  yl_json_number (json, "amount_fen", row->amount_fen);
  yl_json_end (json);
}

static void
add_twice (YlJsonSink *json, const YlJsonTwice *twice)
{
  yl_json_begin (json, "listed_twice");
  yl_json_number_or_null (json, "compared", twice->is_compared, (gint64) twice->n_compared);
  yl_json_number_or_null (json, "sections", twice->is_compared, (gint64) twice->n_sections);
  yl_json_number_or_null (json, "length_m", twice->is_compared, twice->length_m);
  yl_json_number_or_null (json, "amount_fen", twice->is_compared, twice->amount_fen);
  yl_json_end (json);
}

static void
add_counts (YlJsonSink *json, const YlFindings *findings)
{
  yl_json_begin (json, "findings_by_code");
  for (YlCode code = 0; code < YL_N_CODES; code++)
    if (yl_findings_get_n_of_code (findings, code) > 0)
      yl_json_number (json, yl_code_get_name (code),
                      (gint64) yl_findings_get_n_of_code (findings, code));
  yl_json_end (json);
}

void
yl_json_write_summary (YlJsonSink *json, const YlJsonSummary *summary)
{
  yl_json_begin (json, NULL);
  yl_json_text (json, "schema", "yanglu.summary/1");
  yl_json_begin_rows (json, "rows");
  for (gsize i = 0; i < summary->n_rows; i++)
    add_row (json, &summary->rows[i]);
  yl_json_end (json);
  yl_json_choices (json, summary->choices);
  add_counts (json, summary->findings);
  yl_json_sent_lists (json, summary->sent);
  yl_json_number (json, "findings_kept_of_a_code", summary->n_kept);
  yl_json_findings (json, summary->findings);
  add_twice (json, &summary->twice);
  yl_json_end (json);
}
