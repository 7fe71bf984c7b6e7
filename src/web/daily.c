/* A backup beside the record when serving begins, and when the day changes. */
#include "server-private.h"

#include "child-private.h"

#include "yanglu/app/record/daily.h"

#define LOOK_S 60u
#define MAX_BACKUP_S 600u
/* What went wrong, as a full disk, is tried again. */
#define AGAIN_US (G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)

static YlDate
read_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  gint year = 0;
  gint month = 0;
  gint day = 0;
  g_date_time_get_ymd (now, &year, &month, &day);
  return (YlDate){ (guint32) (year * 10000 + month * 100 + day) };
}

static const char *
get_path (const Server *server)
{
  return yl_record_get_path (yl_desk_get_record (server->desk));
}

/* It keeps nobody from typing, but it is said. */
static void
tell (Daily *daily, const char *trouble)
{
  g_free (daily->trouble);
  daily->trouble = g_strdup (trouble);
  if (trouble == NULL)
    return;
  g_printerr ("yanglu：当日备份没有做成：%s\n", trouble);
  daily->done = (YlDate){ 0 };
  daily->again_us = g_get_monotonic_time () + AGAIN_US;
}

static void
finish (gpointer self, const char *trouble)
{
  Server *server = self;
  g_autoptr (GError) error = NULL;
  server->daily.is_running = FALSE;
  if (trouble == NULL && !yl_daily_backup_end (get_path (server), server->daily.done, &error))
    trouble = error->message;
  tell (&server->daily, trouble);
}

static void
start (Server *server)
{
  g_autoptr (GError) error = NULL;
  const char *path = get_path (server);
  g_autofree char *data = g_strconcat ("--data=", path, NULL);
  g_autofree char *half = yl_daily_backup_begin (path, server->daily.done);
  /* One that begins like an option would be read as one. */
  g_autofree char *whole = g_canonicalize_filename (half, NULL);
  const char *const words[] = { "record", "backup", whole, data, NULL };
  server->daily.is_running = child_start (words, MAX_BACKUP_S, finish, server, &error);
  if (!server->daily.is_running)
    tell (&server->daily, error->message);
}

static gboolean
look (gpointer self)
{
  Server *server = self;
  Daily *daily = &server->daily;
  const YlDate today = read_today ();
  if (daily->is_running || daily->done.yyyymmdd == today.yyyymmdd
      || g_get_monotonic_time () < daily->again_us)
    return G_SOURCE_CONTINUE;
  daily->done = today;
  if (!yl_daily_backup_is_made (get_path (server), today))
    start (server);
  return G_SOURCE_CONTINUE;
}

void
daily_begin (Server *server)
{
  look (server);
  server->daily.timer = g_timeout_add_seconds (LOOK_S, look, server);
}

void
daily_end (Server *server)
{
  g_source_remove (server->daily.timer);
  while (server->daily.is_running)
    g_main_context_iteration (NULL, TRUE);
  g_clear_pointer (&server->daily.trouble, g_free);
}
