#include "yanglu/io/json/summary.h"

#include "yanglu/io/json/findings.h"

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

void
yl_json_write_summary (YlJsonSink *json,
                       const YlTallyRow *rows,
                       gsize n_rows,
                       const YlChoices *choices,
                       const YlFindings *findings)
{
  yl_json_begin (json, NULL);
  yl_json_text (json, "schema", "yanglu.summary/1");
  yl_json_begin_rows (json, "rows");
  for (gsize i = 0; i < n_rows; i++)
    add_row (json, &rows[i]);
  yl_json_end (json);
  yl_json_choices (json, choices);
  yl_json_begin (json, "findings_by_code");
  for (YlCode code = 0; code < YL_N_CODES; code++)
    if (yl_findings_get_n_of_code (findings, code) > 0)
      yl_json_number (json, yl_code_get_name (code),
                      (gint64) yl_findings_get_n_of_code (findings, code));
  yl_json_end (json);
  yl_json_end (json);
}
