#include "door-private.h"

#include "yanglu/base/error.h"

#include <gio/gunixsocketaddress.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#define NAME_DIGITS 16
#define ANSWER_BYTES 128
#define ANSWER_SECONDS 5

/* (transfer full): in the user's own folder of this session; a name of the file's own, however it is written. */
static char *
make_path (const char *record)
{
  char *real = realpath (record, NULL);
  g_autofree char *sum =
      g_compute_checksum_for_string (G_CHECKSUM_SHA256, real == NULL ? record : real, -1);
  free (real);
  g_autofree char *name = g_strdup_printf ("yanglu-%.*s.socket", NAME_DIGITS, sum);
  return g_build_filename (g_get_user_runtime_dir (), name, NULL);
}

/* Only the same user, whatever the folder allows. */
static gboolean
is_own (GSocketConnection *connection)
{
  g_autoptr (GCredentials) theirs =
      g_socket_get_credentials (g_socket_connection_get_socket (connection), NULL);
  g_autoptr (GCredentials) own = g_credentials_new ();
  return theirs != NULL && g_credentials_is_same_user (theirs, own, NULL);
}

static gboolean
answer (GSocketService *door, GSocketConnection *connection, GObject *source, gpointer data)
{
  Server *server = data;
  (void) door;
  (void) source;
  Secret token;
  if (!is_own (connection)
      || !entrance_add_token (&server->entrance, g_get_monotonic_time (), &token, NULL))
    return TRUE;
  g_autofree char *line = g_strdup_printf ("%u %s\n", server->port, token.digits);
  GOutputStream *out = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  g_output_stream_write_all (out, line, strlen (line), NULL, NULL, NULL);
  return TRUE;
}

GSocketService *
door_open (Server *server, GError **error)
{
  g_autofree char *path = make_path (yl_record_get_path (yl_desk_get_record (server->desk)));
  g_autoptr (GSocketAddress) address = g_unix_socket_address_new (path);
  g_autoptr (GSocketService) door = g_socket_service_new ();
  g_unlink (path); /* whoever left it serves the record no more: it is locked by us */
  const mode_t before = umask (0177);
  const gboolean is_open =
      g_socket_listener_add_address (G_SOCKET_LISTENER (door), address, G_SOCKET_TYPE_STREAM,
                                     G_SOCKET_PROTOCOL_DEFAULT, NULL, NULL, error);
  umask (before);
  if (!is_open)
    return NULL;
  g_signal_connect (door, "incoming", G_CALLBACK (answer), server);
  g_socket_service_start (door);
  return g_steal_pointer (&door);
}

void
door_close (GSocketService *door, const char *record)
{
  g_autofree char *path = make_path (record);
  g_socket_service_stop (door);
  g_socket_listener_close (G_SOCKET_LISTENER (door));
  g_object_unref (door);
  g_unlink (path);
}

char *
door_ask (const char *record)
{
  g_autofree char *path = make_path (record);
  g_autoptr (GSocketAddress) address = g_unix_socket_address_new (path);
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_socket_client_set_timeout (client, ANSWER_SECONDS);
  g_autoptr (GSocketConnection) connection =
      g_socket_client_connect (client, G_SOCKET_CONNECTABLE (address), NULL, NULL);
  if (connection == NULL || !is_own (connection))
    return NULL;
  char line[ANSWER_BYTES + 1] = "";
  gsize n = 0;
  GInputStream *in = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  if (!g_input_stream_read_all (in, line, ANSWER_BYTES, &n, NULL, NULL) || n == 0)
    return NULL;
  return g_strchomp (g_strndup (line, n));
}
