#include "yanglu/io/json/sent-lists.h"

static void
add_list (YlJsonSink *json, const YlSentList *sent, gboolean has_stake)
{
  yl_json_begin (json, NULL);
  yl_json_text (json, "file", sent->list->file);
  yl_json_text (json, "townships", sent->townships);
  yl_json_text (json, "sender",
                sent->sender == NULL ? NULL : sent->sender->lines[YL_SENDER_ENTITY]);
  yl_json_number (json, "rows", (gint64) sent->list->n_rows);
  yl_json_number (json, "roads", (gint64) sent->list->n_roads);
  yl_json_number (json, "sums", (gint64) sent->list->n_sums);
  yl_json_number (json, "left_out", (gint64) sent->list->n_left_out);
  yl_json_number (json, "sections", sent->sections);
  yl_json_number (json, "counted_m", sent->counted_m);
  yl_json_number (json, "amount_fen", sent->amount_fen);
  for (guint severity = 0; severity < YL_N_SEVERITIES; severity++)
    yl_json_number (json, yl_severity_get_key ((YlSeverity) severity),
                    (gint64) sent->n_found[severity]);
  yl_json_number_or_null (json, "at_stake_fen", has_stake, (gint64) sent->at_stake_fen);
  yl_json_text (json, "standing", yl_standing_get_key (sent->standing));
  yl_json_end (json);
}

void
yl_json_sent_lists (YlJsonSink *json, const YlSentLists *sent)
{
  if (sent == NULL)
    return;
  yl_json_begin_list (json, "files");
  for (guint i = 0; i < sent->lists->len; i++)
    add_list (json, &g_array_index (sent->lists, YlSentList, i), !sent->has_no_stakes);
  yl_json_end (json);
  yl_json_text (json, "townships_unsent", sent->unsent);
  yl_json_text (json, "townships_empty", sent->empty);
}
