/* The start page, and what it is made of. */
#include "server-private.h"

#include "yl-web-resources.h"

#include <gio/gio.h>
#include <string.h>

#define RESOURCES "/yanglu/web/"

/* (nullable): what is compiled in under @name. */
static GString *
load (const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCES, name, NULL);
  g_autoptr (GBytes) bytes =
      g_resource_lookup_data (yl_web_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  return bytes == NULL
             ? NULL
             : g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
}

static Reply *
show (const Server *server, gboolean is_let_in)
{
  g_autoptr (GError) error = NULL;
  Secret nonce;
  if (!secret_draw (&nonce, &error))
    return reply_new_error (error);
  Reply *reply = reply_new (MHD_HTTP_OK, "text/html; charset=utf-8");
  reply->body = load ("index.html");
  g_string_replace (reply->body, "{{nonce}}", nonce.digits, 0);
  g_string_replace (reply->body, "{{secret}}", is_let_in ? server->entrance.header.digits : "", 0);
  reply->nonce = g_strdup (nonce.digits);
  return reply;
}

/* Whoever has a token: the page with the second secret, and the cookie. */
static Reply *
let_in (Server *server, const char *token)
{
  if (!entrance_take_token (&server->entrance, g_get_monotonic_time (), token))
    return reply_new_refusal (MHD_HTTP_FORBIDDEN,
                              "这个入口已经用过或过期：请重新运行 yanglu serve。");
  Reply *reply = show (server, TRUE);
  reply->cookie = g_strdup_printf ("%s=%s; Path=/; HttpOnly; SameSite=Strict", server->cookie_name,
                                   server->entrance.cookie.digits);
  return reply;
}

Reply *
page_enter (Server *server, Request *request)
{
  g_autofree char *token = request_get_field (request, "token");
  return let_in (server, token);
}

Reply *
page_show (Server *server, Request *request)
{
  const char *token = request_get_argument (request, "token");
  if (token != NULL)
    return let_in (server, token);
  if (!guard_has_cookie (server, request))
    return reply_new_refusal (MHD_HTTP_FORBIDDEN, "没有登录：请重新运行 yanglu serve 打开页面。");
  return show (server, FALSE);
}

/* By name; another is not served. */
static const struct
{
  const char *name;
  const char *type;
} assets[] = {
  { "app.js", "text/javascript; charset=utf-8" },
  { "app.css", "text/css; charset=utf-8" },
};

Reply *
page_asset (Server *server, Request *request)
{
  (void) server;
  for (gsize i = 0; i < G_N_ELEMENTS (assets); i++)
    {
      if (strcmp (assets[i].name, request->rest) != 0)
        continue;
      Reply *reply = reply_new (MHD_HTTP_OK, assets[i].type);
      reply->body = load (assets[i].name);
      return reply;
    }
  return reply_new_refusal (MHD_HTTP_NOT_FOUND, "没有这个地址。");
}
