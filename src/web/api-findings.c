/* What is wrong, and where a figure comes from. */
#include "server-private.h"

#include "yanglu/figures/asked.h"
#include "yanglu/io/json/explain.h"

#include <string.h>

static gboolean
take_order (const Request *request, YlDeskOrder *out_order)
{
  static const char *const names[] = { [YL_DESK_BY_PLACE] = "place", [YL_DESK_BY_MONEY] = "money" };
  G_STATIC_ASSERT (G_N_ELEMENTS (names) == YL_N_DESK_ORDERS);
  const char *asked = request_get_argument (request, "sort");
  for (YlDeskOrder order = 0; order < YL_N_DESK_ORDERS; order++)
    if (asked == NULL ? order == YL_DESK_BY_MONEY : strcmp (asked, names[order]) == 0)
      {
        *out_order = order;
        return TRUE;
      }
  return FALSE;
}

Reply *
api_findings (Server *server, Request *request)
{
  gint64 from = 0;
  YlDeskOrder order = YL_DESK_BY_MONEY;
  if (!request_get_number (request, "from", &from) || !take_order (request, &order))
    return reply_new_refusal (MHD_HTTP_BAD_REQUEST,
                              "请写明 from（从第几条）和 sort（money 或 place）。");
  const YlDeskFigures *figures = yl_desk_get_figures (server->desk);
  const gint64 n = figures->findings == NULL ? 0 : (gint64) yl_findings_get_n (figures->findings);
  Reply *reply = reply_new (MHD_HTTP_OK, "application/json");
  g_autoptr (YlJsonSink) json = reply_begin_json (reply);
  yl_json_number (json, "figures_revision", figures->revision);
  yl_json_number (json, "n", n);
  yl_json_begin_list (json, "findings");
  for (gint64 i = from; i < n && i - from < N_FINDINGS_TOLD; i++)
    state_write_finding (json, figures, figures->orders[order][i]);
  yl_json_end (json);
  yl_json_end (json);
  return reply;
}

/* Roads and bridges that are told of a figure. */
#define N_WORKING_ROWS 500u

/* Nothing of it stands in a workbook. */
static char **
find_no_places (gconstpointer none, const char *key)
{
  (void) none;
  (void) key;
  return g_new0 (char *, 1);
}

static void
push (gpointer body, const char *bytes, gsize n_bytes)
{
  g_string_append_len (body, bytes, (gssize) n_bytes);
}

Reply *
api_working (Server *server, Request *request)
{
  const char *key = request_get_argument (request, "figure");
  const YlDeskFigures *figures = yl_desk_get_figures (server->desk);
  if (key == NULL || figures->budget == NULL)
    return reply_new_refusal (MHD_HTTP_BAD_REQUEST,
                              key == NULL ? "请用 figure 写明是哪个数。" : figures->trouble);
  g_autoptr (GError) error = NULL;
  g_autoptr (YlExplained) explained = yl_explained_named (figures->budget, key, &error);
  if (explained == NULL)
    return reply_new_error (error);
  const char *path = yl_record_get_path (yl_desk_get_record (server->desk));
  g_autofree char *file = g_filename_display_basename (path);
  const YlJsonExplained about = { .file = file,
                                  .budget = figures->budget,
                                  .find_places = find_no_places,
                                  .most_rows = N_WORKING_ROWS };
  Reply *reply = reply_new (MHD_HTTP_OK, "application/json");
  reply->body = g_string_new (NULL);
  g_autoptr (YlJsonSink) json = yl_json_sink_new_dense (push, reply->body);
  yl_json_write_explained (json, explained, &about);
  return reply;
}
