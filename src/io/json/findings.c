#include "yanglu/io/json/findings.h"

#include "yanglu/io/json/sent-lists.h"

static void
add_finding (YlJsonSink *json, const YlFinding *finding)
{
  yl_json_begin (json, NULL);
  yl_json_text (json, "code", yl_code_get_name (finding->code));
  yl_json_text (json, "severity", yl_severity_get_key (finding->severity));
  yl_json_text (json, "file", finding->file);
  yl_json_text (json, "sheet", finding->sheet);
  yl_json_number_or_null (json, "row", finding->row != 0, finding->row);
  yl_json_text (json, "column", finding->column);
  yl_json_text (json, "cell", finding->cell);
  yl_json_text (json, "message",
                finding->message == NULL ? yl_code_get_title (finding->code) : finding->message);
  yl_json_number_or_null (json, "at_stake_fen", finding->is_priced, finding->at_stake.fen);
  yl_json_end (json);
}

void
yl_json_findings (YlJsonSink *json, const YlFindings *findings)
{
  yl_json_begin_list (json, "findings");
  for (gsize i = 0; i < yl_findings_get_n (findings); i++)
    add_finding (json, yl_findings_get (findings, i));
  yl_json_end (json);
}

void
yl_json_choices (YlJsonSink *json, const YlChoices *choices)
{
  gsize n = 0;
  const YlChoice *all = yl_choices_get (choices, &n);
  yl_json_begin_list (json, "choices");
  for (gsize i = 0; i < n; i++)
    {
      yl_json_begin (json, NULL);
      yl_json_text (json, "what", all[i].what);
      yl_json_text (json, "chosen", all[i].chosen);
      yl_json_text (json, "why", all[i].why);
      yl_json_end (json);
    }
  yl_json_end (json);
}

void
yl_json_write_check (YlJsonSink *json,
                     const YlJsonRows *rows,
                     const YlSentLists *sent,
                     const YlChoices *choices,
                     const YlFindings *findings)
{
  yl_json_begin (json, NULL);
  yl_json_text (json, "schema", "yanglu.check/1");
  yl_json_number (json, "rows", (gint64) rows->n_rows);
  yl_json_number (json, "roads", (gint64) rows->n_roads);
  yl_json_number (json, "sums", (gint64) rows->n_sums);
  yl_json_number (json, "left_out", (gint64) rows->n_left_out);
  yl_json_sent_lists (json, sent);
  yl_json_choices (json, choices);
  yl_json_findings (json, findings);
  yl_json_end (json);
}
