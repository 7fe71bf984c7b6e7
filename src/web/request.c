#include "request-private.h"

#include <string.h>

static const char *const head_names[] = {
  [HEAD_HOST] = "Host",
  [HEAD_ORIGIN] = "Origin",
  [HEAD_SITE] = "Sec-Fetch-Site",
  [HEAD_SECRET] = "X-Yanglu-Secret",
  [HEAD_MARK] = "X-Yanglu",
  [HEAD_TYPE] = "Content-Type",
  [HEAD_LENGTH] = "Content-Length",
};
G_STATIC_ASSERT (G_N_ELEMENTS (head_names) == N_HEADS);

static enum MHD_Result
take_head (void *self, enum MHD_ValueKind kind, const char *name, const char *value)
{
  Request *request = self;
  (void) kind;
  for (Head head = 0; head < N_HEADS; head++)
    if (g_ascii_strcasecmp (name, head_names[head]) == 0)
      {
        request->is_sent_twice |= request->heads[head] != NULL;
        request->heads[head] = value == NULL ? "" : value;
      }
  return MHD_YES;
}

Request *
request_new (struct MHD_Connection *connection, const char *method, const char *path)
{
  Request *request = g_new0 (Request, 1);
  request->connection = connection;
  request->method = method;
  request->path = g_strdup (path);
  request->body = g_string_new (NULL);
  MHD_get_connection_values (connection, MHD_HEADER_KIND, take_head, request);
  return request;
}

void
request_free (Request *request)
{
  if (request == NULL)
    return;
  g_clear_pointer (&request->reply, reply_free);
  g_string_free (request->body, TRUE);
  g_free (request->path);
  g_free (request);
}

void
request_wait (Request *request)
{
  MHD_suspend_connection (request->connection);
}

/* The daemon takes it up again at once: left to its descriptor and its time-out it stalls. */
void
request_go_on (Request *request, Reply *reply)
{
  struct MHD_Connection *connection = request->connection;
  struct MHD_Daemon *daemon =
      MHD_get_connection_info (connection, MHD_CONNECTION_INFO_DAEMON)->daemon;
  request->reply = reply;
  MHD_resume_connection (connection);
  MHD_run (daemon);
}

gboolean
request_add (Request *request, const char *bytes, gsize n_bytes)
{
  if (n_bytes > MAX_BODY_BYTES - request->body->len)
    return FALSE;
  g_string_append_len (request->body, bytes, (gssize) n_bytes);
  return TRUE;
}

const char *
request_get_argument (const Request *request, const char *name)
{
  return MHD_lookup_connection_value (request->connection, MHD_GET_ARGUMENT_KIND, name);
}

gboolean
request_get_number (const Request *request, const char *name, gint64 *out_number)
{
  const char *text = request_get_argument (request, name);
  return text != NULL && g_ascii_string_to_signed (text, 10, 0, G_MAXINT64, out_number, NULL);
}

char *
request_get_field (const Request *request, const char *name)
{
  g_auto (GStrv) fields = g_strsplit (request->body->str, "&", 8);
  const gsize length = strlen (name);
  for (guint i = 0; fields[i] != NULL; i++)
    if (strncmp (fields[i], name, length) == 0 && fields[i][length] == '=')
      return g_uri_unescape_string (fields[i] + length + 1, NULL);
  return NULL;
}
