#include "request-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

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
  request->spool = -1;
  MHD_get_connection_values (connection, MHD_HEADER_KIND, take_head, request);
  return request;
}

/* Not in a folder that others see: its name goes as soon as it is there. */
static int
open_spool (void)
{
  const int file = open (g_get_tmp_dir (), O_TMPFILE | O_RDWR | O_EXCL | O_CLOEXEC, 0600);
  if (file >= 0)
    return file;
  g_autofree char *path = NULL;
  const int named = g_file_open_tmp ("yanglu-XXXXXX", &path, NULL);
  if (named >= 0)
    g_unlink (path);
  return named;
}

static void
end_spool (Request *request)
{
  if (request->spool >= 0)
    close (request->spool);
  request->spool = -1;
  if (request->n_spools != NULL)
    (*request->n_spools)--;
  request->n_spools = NULL;
}

void
request_begin_spool (Request *request, guint *n_spools)
{
  request->spool = open_spool ();
  request->n_spools = n_spools;
  (*n_spools)++;
}

int
request_steal_spool (Request *request)
{
  const int file = request->spool;
  request->spool = -1;
  end_spool (request);
  return file;
}

static void
spool (Request *request, const char *bytes, gsize n_bytes)
{
  while (request->spool >= 0 && n_bytes > 0)
    {
      const gssize n = write (request->spool, bytes, n_bytes);
      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        {
          close (request->spool);
          request->spool = -1;
          return;
        }
      bytes += n;
      n_bytes -= (gsize) n;
    }
}

gboolean
request_is_of_type (const Request *request, const char *type)
{
  const char *sent = request->heads[HEAD_TYPE];
  const gsize length = strlen (type);
  return sent != NULL && g_ascii_strncasecmp (sent, type, length) == 0
         && (sent[length] == '\0' || sent[length] == ';' || sent[length] == ' ');
}

void
request_free (Request *request)
{
  if (request == NULL)
    return;
  g_clear_pointer (&request->reply, reply_free);
  end_spool (request);
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
  if (request->n_spools != NULL)
    {
      if (n_bytes > MAX_FILE_BYTES - request->n_file_bytes)
        return FALSE;
      request->n_file_bytes += n_bytes;
      spool (request, bytes, n_bytes);
      return TRUE;
    }
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
