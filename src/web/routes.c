#include "server-private.h"

#include <string.h>

#define CALL (ROUTE_HAS_COOKIE | ROUTE_HAS_SECRET)

/* All that there is; nothing is served from a folder. */
static const Route routes[] = {
  { MHD_HTTP_METHOD_GET, "/", FALSE, 0, page_show },
  { MHD_HTTP_METHOD_POST, "/", FALSE, ROUTE_IS_ENTRANCE, page_enter },
  { MHD_HTTP_METHOD_GET, "/assets/", TRUE, ROUTE_HAS_COOKIE, page_asset },
  { MHD_HTTP_METHOD_GET, "/api/record", FALSE, CALL, api_record },
  { MHD_HTTP_METHOD_GET, "/api/sheets/", TRUE, CALL, api_sheet },
  { MHD_HTTP_METHOD_POST, "/api/steps", FALSE, CALL | ROUTE_WRITES | ROUTE_HAS_JSON, api_steps },
  { MHD_HTTP_METHOD_POST, "/api/uploads", FALSE, CALL | ROUTE_WRITES | ROUTE_HAS_FILE, api_upload },
  { MHD_HTTP_METHOD_POST, "/api/uploads/", TRUE, CALL | ROUTE_WRITES | ROUTE_HAS_JSON,
    api_upload_again },
  { MHD_HTTP_METHOD_DELETE, "/api/uploads/", TRUE, CALL | ROUTE_WRITES, api_upload_forget },
  { MHD_HTTP_METHOD_GET, "/api/changes", FALSE, CALL, api_changes },
  { MHD_HTTP_METHOD_GET, "/api/findings", FALSE, CALL, api_findings },
  { MHD_HTTP_METHOD_GET, "/api/working", FALSE, CALL, api_working },
  { MHD_HTTP_METHOD_GET, "/api/exports/", TRUE, CALL, api_export },
};

static Reply *
say_unknown (Server *server, Request *request)
{
  (void) server;
  (void) request;
  return reply_new_refusal (MHD_HTTP_NOT_FOUND, "没有这个地址。");
}

static Reply *
say_not_so (Server *server, Request *request)
{
  (void) server;
  (void) request;
  return reply_new_refusal (MHD_HTTP_METHOD_NOT_ALLOWED, "这个地址不能这样访问。");
}

/* The guard looks at these as well. */
static const Route unknown = { .path = "", .answer = say_unknown };
static const Route not_so = { .path = "", .answer = say_not_so };

static gboolean
is_of (const Route *route, const char *path)
{
  return route->has_rest ? g_str_has_prefix (path, route->path) : strcmp (path, route->path) == 0;
}

void
routes_find (Request *request)
{
  request->route = &unknown;
  for (gsize i = 0; i < G_N_ELEMENTS (routes); i++)
    {
      if (!is_of (&routes[i], request->path))
        continue;
      const gboolean is_so = strcmp (request->method, routes[i].method) == 0;
      request->route = is_so ? &routes[i] : &not_so;
      request->rest = request->path + strlen (routes[i].path);
      if (is_so)
        return;
    }
}
