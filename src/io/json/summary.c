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

static void
add_file (YlJsonSink *json, const YlListFile *file)
{
  yl_json_begin (json, NULL);
  yl_json_text (json, "file", file->file);
  yl_json_number (json, "rows", (gint64) file->n_rows);
  yl_json_number (json, "roads", (gint64) file->n_roads);
  yl_json_number (json, "left_out", (gint64) file->n_left_out);
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
  yl_json_begin_list (json, "files");
  for (guint i = 0; i < summary->files->len; i++)
    add_file (json, &g_array_index (summary->files, YlListFile, i));
  yl_json_end (json);
  yl_json_number (json, "findings_kept_of_a_code", summary->n_kept);
  yl_json_findings (json, summary->findings);
  yl_json_end (json);
}
