/*
 * Who is let in, before a byte of a body is read. Whoever serves on this machine's own address is asked by
 * every page of every browser on it, by every other user's programs, and under any name that a stranger's
 * DNS gives it.
 */
#include "server-private.h"

#include <string.h>

static gboolean
holds_once (const Server *server, const Request *request)
{
  (void) server;
  return !request->is_sent_twice;
}

static gboolean
is_open (const Server *server, const Request *request)
{
  (void) request;
  return !server->is_ending;
}

static gboolean
is_own_host (const Server *server, const char *host)
{
  g_autofree char *own = g_strdup_printf ("127.0.0.1:%u", server->port);
  g_autofree char *own_six = g_strdup_printf ("[::1]:%u", server->port);
  return host != NULL && (strcmp (host, own) == 0 || strcmp (host, own_six) == 0);
}

/* A name that was made to lead here is no name of ours. */
static gboolean
holds_host (const Server *server, const Request *request)
{
  return is_own_host (server, request->heads[HEAD_HOST]);
}

static gboolean
is_entrance (const Request *request)
{
  return (request->route->rules & ROUTE_IS_ENTRANCE) != 0;
}

/* A page out of a file has the origin "null". */
static gboolean
holds_origin (const Server *server, const Request *request)
{
  const char *origin = request->heads[HEAD_ORIGIN];
  (void) server;
  if (origin == NULL || (is_entrance (request) && strcmp (origin, "null") == 0))
    return TRUE;
  return g_str_has_prefix (origin, "http://")
         && strcmp (origin + strlen ("http://"), request->heads[HEAD_HOST]) == 0;
}

static gboolean
holds_site (const Server *server, const Request *request)
{
  const char *site = request->heads[HEAD_SITE];
  (void) server;
  return site == NULL || is_entrance (request) || strcmp (site, "same-origin") == 0
         || strcmp (site, "none") == 0;
}

gboolean
guard_has_cookie (const Server *server, const Request *request)
{
  return secret_is (
      &server->entrance.cookie,
      MHD_lookup_connection_value (request->connection, MHD_COOKIE_KIND, server->cookie_name));
}

static gboolean
holds_secret (const Server *server, const Request *request)
{
  return secret_is (&server->entrance.header, request->heads[HEAD_SECRET]);
}

static gboolean
holds_mark (const Server *server, const Request *request)
{
  (void) server;
  return request->heads[HEAD_MARK] != NULL;
}

static gboolean
holds_json (const Server *server, const Request *request)
{
  (void) server;
  return request_is_of_type (request, "application/json");
}

static gboolean
holds_form (const Server *server, const Request *request)
{
  (void) server;
  return request_is_of_type (request, "application/x-www-form-urlencoded");
}

static gboolean
holds_file (const Server *server, const Request *request)
{
  (void) server;
  return request_is_of_type (request, TYPE_FILE) || request_is_of_type (request, TYPE_PASTE);
}

/* What is sent without its length is counted as it comes. */
static gboolean
holds_length (const Server *server, const Request *request)
{
  const char *length = request->heads[HEAD_LENGTH];
  const gboolean is_file = (request->route->rules & ROUTE_HAS_FILE) != 0;
  guint64 n = 0;
  (void) server;
  return is_file || length == NULL
         || g_ascii_string_to_unsigned (length, 10, 0, MAX_BODY_BYTES, &n, NULL);
}

static gboolean
holds_file_length (const Server *server, const Request *request)
{
  const char *length = request->heads[HEAD_LENGTH];
  guint64 n = 0;
  (void) server;
  return length == NULL || g_ascii_string_to_unsigned (length, 10, 0, MAX_FILE_BYTES, &n, NULL);
}

static gboolean
holds_spools (const Server *server, const Request *request)
{
  (void) request;
  return server->n_spools < MAX_SPOOLS;
}

/* In this order; the first that does not hold is the answer. */
static const struct
{
  guint of; /* routes with one of these RouteRules; 0: all */
  gboolean (*holds) (const Server *server, const Request *request);
  guint status;
  const char *message;
} rules[] = {
  { 0, is_open, MHD_HTTP_SERVICE_UNAVAILABLE, "程序正在结束。" },
  { 0, holds_once, MHD_HTTP_BAD_REQUEST, "请求头重复。" },
  { 0, holds_host, MHD_HTTP_MISDIRECTED_REQUEST, "这里不是该地址的服务。" },
  { 0, holds_origin, MHD_HTTP_FORBIDDEN, "请求来自别的网页，不予受理。" },
  { 0, holds_site, MHD_HTTP_FORBIDDEN, "请求来自别的网站，不予受理。" },
  { ROUTE_HAS_COOKIE, guard_has_cookie, MHD_HTTP_FORBIDDEN,
    "没有登录：请重新运行 yanglu serve 打开页面。" },
  { ROUTE_HAS_SECRET, holds_secret, MHD_HTTP_FORBIDDEN,
    "本页没有凭据：请重新运行 yanglu serve 打开页面。" },
  { ROUTE_WRITES, holds_mark, MHD_HTTP_FORBIDDEN, "请求不是由本页发出的，不予受理。" },
  { ROUTE_HAS_JSON, holds_json, MHD_HTTP_UNSUPPORTED_MEDIA_TYPE, "内容应为 application/json。" },
  { ROUTE_IS_ENTRANCE, holds_form, MHD_HTTP_UNSUPPORTED_MEDIA_TYPE, "内容应为表单。" },
  { ROUTE_HAS_FILE, holds_file, MHD_HTTP_UNSUPPORTED_MEDIA_TYPE,
    "内容应为 " TYPE_FILE " 或 " TYPE_PASTE "。" },
  { 0, holds_length, MHD_HTTP_CONTENT_TOO_LARGE, "内容过长：一次最多 8 MiB。" },
  { ROUTE_HAS_FILE, holds_file_length, MHD_HTTP_CONTENT_TOO_LARGE, "文件过大：最多 64 MiB。" },
  { ROUTE_HAS_FILE, holds_spools, MHD_HTTP_SERVICE_UNAVAILABLE, "正在接收别的文件，请稍后再试。" },
};

Reply *
guard_refuse (const Server *server, const Request *request)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    if ((rules[i].of == 0 || (rules[i].of & request->route->rules) != 0)
        && !rules[i].holds (server, request))
      return reply_new_refusal (rules[i].status, rules[i].message);
  return NULL;
}
