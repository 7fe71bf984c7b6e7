#include "request-private.h"

#include "yanglu/base/error.h"

#include <sys/stat.h>
#include <unistd.h>

Reply *
reply_new (guint status, const char *type)
{
  Reply *reply = g_new0 (Reply, 1);
  reply->status = status;
  reply->type = type;
  reply->file = -1;
  return reply;
}

void
reply_free (Reply *reply)
{
  if (reply == NULL)
    return;
  if (reply->body != NULL)
    g_string_free (reply->body, TRUE);
  if (reply->file >= 0)
    close (reply->file);
  g_free (reply->file_name);
  g_free (reply->cookie);
  g_free (reply->nonce);
  g_free (reply);
}

static void
push_body (gpointer data, const char *bytes, gsize n_bytes)
{
  g_string_append_len (data, bytes, (gssize) n_bytes);
}

YlJsonSink *
reply_begin_json (Reply *reply)
{
  reply->body = g_string_new (NULL);
  YlJsonSink *json = yl_json_sink_new_dense (push_body, reply->body);
  yl_json_begin (json, NULL);
  return json;
}

Reply *
reply_new_refusal (guint status, const char *message)
{
  Reply *reply = reply_new (status, "application/json");
  g_autoptr (YlJsonSink) json = reply_begin_json (reply);
  yl_json_text (json, "error", message);
  yl_json_end (json);
  return reply;
}

Reply *
reply_new_error (const GError *error)
{
  static const struct
  {
    YlError code;
    guint status;
  } known[] = {
    { YL_ERROR_INVALID, MHD_HTTP_BAD_REQUEST },
    { YL_ERROR_NOT_FOUND, MHD_HTTP_NOT_FOUND },
    { YL_ERROR_EXISTS, MHD_HTTP_CONFLICT },
    { YL_ERROR_IO, MHD_HTTP_INSUFFICIENT_STORAGE },
    { YL_ERROR_LIMIT, MHD_HTTP_UNPROCESSABLE_CONTENT },
    { YL_ERROR_OVERFLOW, MHD_HTTP_UNPROCESSABLE_CONTENT },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_error_matches (error, YL_ERROR, (gint) known[i].code))
      return reply_new_refusal (known[i].status, error->message);
  return reply_new_refusal (MHD_HTTP_INTERNAL_SERVER_ERROR, error->message);
}

/* What every answer says, whatever it is of; style-src may name the nonce of one style sheet. */
static const struct
{
  const char *name;
  const char *value;
} always[] = {
  { "X-Content-Type-Options", "nosniff" },
  { "Referrer-Policy", "no-referrer" },
  { "Cache-Control", "no-store" },
  { "Cross-Origin-Resource-Policy", "same-origin" },
  { "Cross-Origin-Opener-Policy", "same-origin" },
};

static char *
make_policy (const char *nonce)
{
  g_autofree char *style = nonce == NULL ? g_strdup ("") : g_strdup_printf (" 'nonce-%s'", nonce);
  return g_strdup_printf ("default-src 'none'; script-src 'self'; style-src 'self'%s; "
                          "img-src 'self' data:; connect-src 'self'; form-action 'self'; "
                          "base-uri 'none'; frame-ancestors 'none'",
                          style);
}

static void
add_heads (struct MHD_Response *response, const Reply *reply)
{
  g_autofree char *policy = make_policy (reply->nonce);
  for (gsize i = 0; i < G_N_ELEMENTS (always); i++)
    MHD_add_response_header (response, always[i].name, always[i].value);
  MHD_add_response_header (response, "Content-Security-Policy", policy);
  MHD_add_response_header (response, MHD_HTTP_HEADER_CONTENT_TYPE, reply->type);
  if (reply->cookie != NULL)
    MHD_add_response_header (response, MHD_HTTP_HEADER_SET_COOKIE, reply->cookie);
  if (reply->file_name == NULL)
    return;
  g_autofree char *escaped = g_uri_escape_string (reply->file_name, NULL, FALSE);
  g_autofree char *kept = g_strdup_printf ("attachment; filename*=UTF-8''%s", escaped);
  MHD_add_response_header (response, "Content-Disposition", kept);
}

static struct MHD_Response *
make_response (Reply *reply)
{
  struct stat info;
  if (reply->file >= 0 && fstat (reply->file, &info) == 0)
    return MHD_create_response_from_fd64 ((guint64) info.st_size,
                                          reply->file); /* which closes it, even when it fails */
  const gsize length = reply->body == NULL ? 0 : reply->body->len;
  return MHD_create_response_from_buffer_with_free_callback (
      length, length == 0 ? NULL : g_string_free (g_steal_pointer (&reply->body), FALSE), g_free);
}

enum MHD_Result
reply_send (Reply *reply, struct MHD_Connection *connection)
{
  struct MHD_Response *response = make_response (reply);
  reply->file = -1;
  if (response != NULL)
    add_heads (response, reply);
  const enum MHD_Result result =
      response == NULL ? MHD_NO : MHD_queue_response (connection, reply->status, response);
  if (response != NULL)
    MHD_destroy_response (response);
  reply_free (reply);
  return result;
}
