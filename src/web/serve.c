#include "yanglu/web/serve.h"

#include "door-private.h"
#include "uploads-private.h"

#include "yanglu/base/error.h"

#include <glib-unix.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
tell_address (guint port, const char *token)
{
  g_print ("http://127.0.0.1:%u/?token=%s\n", port, token);
  fflush (stdout); /* a pipe is waiting for it */
}

/* Opens the page, or says where it is; in a child's way of things this returns at once. */
static gboolean
show_page (const YlServeOptions *options, guint port, const char *token, GError **error)
{
  if (options->opens_no_browser)
    {
      tell_address (port, token);
      return TRUE;
    }
  return browser_open (port, token, error);
}

/* Another serves the record: its page is opened again. */
static gboolean
show_others (const YlServeOptions *options, const char *answer, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (answer, " ", 2);
  guint64 port = 0;
  const gboolean is_answer = parts[0] != NULL && parts[1] != NULL
                             && g_ascii_string_to_unsigned (parts[0], 10, 1, 65535, &port, NULL)
                             && strlen (parts[1]) == SECRET_DIGITS;
  if (!is_answer)
    {
      g_set_error_literal (error, YL_ERROR, YL_ERROR_EXISTS,
                           "这份记录正在被另一个程序使用，它没有给出入口。");
      return FALSE;
    }
  if (!show_page (options, (guint) port, parts[1], error))
    return FALSE;
  if (options->opens_no_browser)
    return TRUE;
  g_usleep (TOKEN_LIFE_US / 20); /* the browser reads the page before it goes */
  browser_forget ();
  return TRUE;
}

static gboolean
leave (gpointer data)
{
  Server *server = data;
  server->is_ending = TRUE;
  g_main_loop_quit (server->loop);
  return G_SOURCE_CONTINUE;
}

static gboolean
forget_page (gpointer none)
{
  (void) none;
  browser_forget ();
  return G_SOURCE_REMOVE;
}

/* Exports that are being made, and files that are being read, hold their requests: they end first, those that come
 * in while others end as well. Nothing may run between this and the end of the daemons. */
static void
wait_for_answers (const Server *server)
{
  while (server->n_exports > 0 || server->n_readings > 0)
    g_main_context_iteration (NULL, TRUE);
}

/* Shows the page and serves it until it is told to end, which may be as soon as it is shown. */
static gboolean
show_and_run (Server *server, const YlServeOptions *options, const char *token, GError **error)
{
  const guint sources[] = { g_unix_signal_add (SIGINT, leave, server),
                            g_unix_signal_add (SIGTERM, leave, server) };
  const gboolean is_shown = show_page (options, server->port, token, error);
  if (is_shown)
    {
      const guint timer = g_timeout_add (TOKEN_LIFE_US / 1000, forget_page, NULL);
      daily_begin (server);
      g_main_loop_run (server->loop);
      daily_end (server);
      GSource *waiting = g_main_context_find_source_by_id (NULL, timer);
      if (waiting != NULL)
        g_source_destroy (waiting);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (sources); i++)
    g_source_remove (sources[i]);
  return is_shown;
}

static gboolean
serve (Server *server, const YlServeOptions *options, GError **error)
{
  Secret token;
  if (!entrance_init (&server->entrance, error) || !daemon_start (server, options->port, error)
      || !entrance_add_token (&server->entrance, g_get_monotonic_time (), &token, error))
    return FALSE;
  server->cookie_name = g_strdup_printf ("yanglu-%u", server->port);
  GSocketService *door = door_open (server, error);
  if (door == NULL)
    return FALSE;
  const gboolean is_shown = show_and_run (server, options, token.digits, error);
  door_close (door, yl_record_get_path (yl_desk_get_record (server->desk)));
  browser_forget ();
  wait_for_answers (server);
  return is_shown;
}

static void
clear_server (Server *server)
{
  daemon_stop (server);
  g_clear_pointer (&server->uploads, g_ptr_array_unref);
  entrance_clear (&server->entrance);
  g_clear_pointer (&server->desk, yl_desk_free);
  g_clear_pointer (&server->loop, g_main_loop_unref);
  g_free (server->cookie_name);
}

gboolean
yl_serve_run (const YlServeOptions *options, GError **error)
{
  g_autoptr (GError) reason = NULL;
  Server server = { .desk = yl_desk_open (options->path, &reason) };
  if (server.desk == NULL)
    {
      const gboolean is_served = g_error_matches (reason, YL_ERROR, YL_ERROR_EXISTS);
      g_autofree char *answer = is_served ? door_ask (options->path) : NULL;
      if (answer != NULL)
        return show_others (options, answer, error);
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  server.loop = g_main_loop_new (NULL, FALSE);
  server.uploads = g_ptr_array_new_with_free_func ((GDestroyNotify) upload_free);
  const gboolean is_served = serve (&server, options, error);
  clear_server (&server);
  return is_served;
}
