/* libmicrohttpd in the main loop of GLib: one thread, and every request in its turn. */
#include "server-private.h"

#include "yanglu/base/error.h"

#include <arpa/inet.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* A browser opens six; a head fits the memory of its connection. */
#define MAX_CONNECTIONS 128u
#define MAX_CONNECTIONS_OF_ONE 96u
#define CONNECTION_BYTES ((size_t) 64 * 1024)

/* Until the whole head is there, and after: those who only open connections are rid of sooner, so that others
 * come in within ten seconds. */
#define HEAD_SECONDS 5u
#define SILENCE_SECONDS 10u

#define MAX_WAIT_MS 60000u

/* The source. */

typedef struct
{
  GSource source;
  struct MHD_Daemon *daemon;
  gpointer tag;
} DaemonSource;

/* What libmicrohttpd has read already shows in no descriptor, only in its time-out. */
static gboolean
is_due (struct MHD_Daemon *daemon, gint *out_ms)
{
  MHD_UNSIGNED_LONG_LONG ms = 0;
  const gboolean has_timeout = MHD_get_timeout (daemon, &ms) == MHD_YES;
  *out_ms = has_timeout ? (gint) MIN (ms, MAX_WAIT_MS) : -1;
  return has_timeout && ms == 0;
}

static gboolean
prepare (GSource *source, gint *out_ms)
{
  return is_due (((DaemonSource *) source)->daemon, out_ms);
}

static gboolean
check (GSource *source)
{
  DaemonSource *own = (DaemonSource *) source;
  gint ms = 0;
  return g_source_query_unix_fd (source, own->tag) != 0 || is_due (own->daemon, &ms);
}

static gboolean
dispatch (GSource *source, GSourceFunc callback, gpointer data)
{
  (void) callback;
  (void) data;
  MHD_run (((DaemonSource *) source)->daemon);
  return G_SOURCE_CONTINUE;
}

static GSource *
attach (struct MHD_Daemon *daemon)
{
  static GSourceFuncs functions = { .prepare = prepare, .check = check, .dispatch = dispatch };
  GSource *source = g_source_new (&functions, sizeof (DaemonSource));
  DaemonSource *own = (DaemonSource *) source;
  own->daemon = daemon;
  own->tag = g_source_add_unix_fd (
      source, MHD_get_daemon_info (daemon, MHD_DAEMON_INFO_EPOLL_FD)->epoll_fd, G_IO_IN);
  g_source_attach (source, NULL);
  return source;
}

/* Requests. */

static enum MHD_Result
begin (Server *server,
       struct MHD_Connection *connection,
       const char *path,
       const char *method,
       void **out_request)
{
  Request *request = request_new (connection, method, path);
  MHD_set_connection_option (connection, MHD_CONNECTION_OPTION_TIMEOUT, SILENCE_SECONDS);
  routes_find (request);
  *out_request = request;
  Reply *refusal = guard_refuse (server, request);
  if (refusal != NULL)
    return reply_send (refusal, connection);
  if ((request->route->rules & ROUTE_HAS_FILE) != 0)
    request_begin_spool (request, &server->n_spools);
  return MHD_YES;
}

static enum MHD_Result
answer (Server *server, Request *request)
{
  Reply *reply = request->reply != NULL ? g_steal_pointer (&request->reply)
                                        : request->route->answer (server, request);
  return reply == NULL ? MHD_YES : reply_send (reply, request->connection);
}

static enum MHD_Result
handle (void *self,
        struct MHD_Connection *connection,
        const char *path,
        const char *method,
        const char *version,
        const char *bytes,
        size_t *n_bytes,
        void **request)
{
  (void) version;
  if (*request == NULL)
    return begin (self, connection, path, method, request);
  if (*n_bytes == 0)
    return answer (self, *request);
  const gboolean is_taken = request_add (*request, bytes, *n_bytes);
  *n_bytes = 0;
  return is_taken ? MHD_YES : MHD_NO; /* nothing can be answered in the middle of a body */
}

static void
complete (void *self,
          struct MHD_Connection *connection,
          void **request,
          enum MHD_RequestTerminationCode how)
{
  (void) self;
  (void) connection;
  (void) how;
  request_free (*request);
  *request = NULL;
}

/* A text that hides an end in itself is none: it is answered like an address that there is not. */
static size_t
unescape (void *self, struct MHD_Connection *connection, char *text)
{
  (void) self;
  (void) connection;
  const size_t length = MHD_http_unescape (text);
  if (strlen (text) == length)
    return length;
  text[0] = '\0';
  return 0;
}

/* Starting and stopping. */

static struct MHD_Daemon *
start (Server *server, const struct sockaddr *address, unsigned int flags)
{
  return MHD_start_daemon (
      MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME | flags, 0, NULL, NULL, handle, server,
      MHD_OPTION_SOCK_ADDR, address, MHD_OPTION_NOTIFY_COMPLETED, complete, NULL,
      MHD_OPTION_UNESCAPE_CALLBACK, unescape, NULL, MHD_OPTION_CONNECTION_LIMIT, MAX_CONNECTIONS,
      MHD_OPTION_PER_IP_CONNECTION_LIMIT, MAX_CONNECTIONS_OF_ONE, MHD_OPTION_CONNECTION_TIMEOUT,
      HEAD_SECONDS, MHD_OPTION_CONNECTION_MEMORY_LIMIT, CONNECTION_BYTES, MHD_OPTION_END);
}

/* Where the machine has no such address, the other one does. */
static void
start_six (Server *server)
{
  const struct sockaddr_in6 address = { .sin6_family = AF_INET6,
                                        .sin6_port = htons ((guint16) server->port),
                                        .sin6_addr = IN6ADDR_LOOPBACK_INIT };
  server->daemons[1] =
      start (server, (const struct sockaddr *) (gconstpointer) &address, MHD_USE_IPv6);
}

gboolean
daemon_start (Server *server, guint port, GError **error)
{
  const struct sockaddr_in address = { .sin_family = AF_INET,
                                       .sin_port = htons ((guint16) port),
                                       .sin_addr.s_addr = htonl (INADDR_LOOPBACK) };
  server->daemons[0] = start (server, (const struct sockaddr *) (gconstpointer) &address, 0);
  if (server->daemons[0] == NULL)
    {
      g_set_error (error, YL_ERROR, YL_ERROR_IO,
                   "本机端口 %u 不能使用，可能已被别的程序占用；请用 --port 换一个，或不给。",
                   port);
      return FALSE;
    }
  server->port = MHD_get_daemon_info (server->daemons[0], MHD_DAEMON_INFO_BIND_PORT)->port;
  start_six (server);
  for (gsize i = 0; i < G_N_ELEMENTS (server->daemons); i++)
    if (server->daemons[i] != NULL)
      server->sources[i] = attach (server->daemons[i]);
  return TRUE;
}

void
daemon_stop (Server *server)
{
  for (gsize i = 0; i < G_N_ELEMENTS (server->daemons); i++)
    {
      if (server->sources[i] != NULL)
        g_source_destroy (server->sources[i]);
      g_clear_pointer (&server->sources[i], g_source_unref);
      g_clear_pointer (&server->daemons[i], MHD_stop_daemon);
    }
}
