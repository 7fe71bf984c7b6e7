/*
 * Files of the record. A child makes them, from the record as anybody reads it: a workbook takes longer than a
 * key is pressed, and this process must not open the record twice (the locks that SQLite holds on a file go with
 * the first descriptor of it that is closed).
 */
#include "server-private.h"

#include "yanglu/app/record/export.h"
#include "yanglu/base/error.h"

#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define MAX_EXPORTS 4u
#define MAX_EXPORT_S 120u

#define XLSX "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

static const struct
{
  const char *name; /* in the address */
  const char *type;
  const char *file;   /* as it is called when it is kept */
  const char *option; /* (nullable): of `record export` */
} files[] = {
  { "budget.xlsx", XLSX, YL_RECORD_BUDGET_FILE, "--budget" },
  { "entry.xlsx", XLSX, YL_RECORD_ENTRY_FILE, NULL },
  { "findings.xlsx", XLSX, YL_RECORD_FINDINGS_FILE, "--findings" },
  { "roads.csv", "text/csv; charset=utf-8", YL_RECORD_ROADS_FILE, NULL },
};

/* One that is being made. */
typedef struct
{
  Server *server;
  Request *request;
  gsize which;
  char *folder;
  GSubprocess *child;
  guint watch; /* that it does not take for ever; 0: over */
} Export;

/* The folder holds files only. */
static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_unlink (path);
    }
  g_rmdir (folder);
}

static void
export_free (Export *export)
{
  if (export->watch != 0)
    g_source_remove (export->watch);
  remove_folder (export->folder);
  g_clear_object (&export->child);
  g_free (export->folder);
  g_free (export);
}

static Reply *
open_file (const Export *export)
{
  g_autofree char *path = g_build_filename (export->folder, files[export->which].file, NULL);
  Reply *reply = reply_new (MHD_HTTP_OK, files[export->which].type);
  reply->file = open (path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
  reply->file_name = files[export->which].file;
  if (reply->file >= 0)
    return reply;
  reply_free (reply);
  return reply_new_refusal (MHD_HTTP_INTERNAL_SERVER_ERROR, "导出没有完成。");
}

/* The child's last words, without the program's name. */
static Reply *
say_failed (const char *words)
{
  static const char name[] = "yanglu：";
  const char *said = words == NULL ? NULL : strstr (words, name);
  g_autofree char *message = g_strdup (said == NULL ? "导出没有完成。" : said + strlen (name));
  return reply_new_refusal (MHD_HTTP_UNPROCESSABLE_CONTENT, g_strstrip (message));
}

static void
finish (GObject *child, GAsyncResult *result, gpointer data)
{
  Export *export = data;
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;
  const gboolean is_over =
      g_subprocess_communicate_utf8_finish (G_SUBPROCESS (child), result, NULL, &words, &error);
  const gboolean is_made = is_over && g_subprocess_get_if_exited (export->child)
                           && g_subprocess_get_exit_status (export->child) == 0;
  export->server->n_exports--;
  request_go_on (export->request, is_made ? open_file (export) : say_failed (words));
  export_free (export);
}

static gboolean
give_up (gpointer data)
{
  Export *export = data;
  export->watch = 0;
  g_subprocess_force_exit (export->child);
  return G_SOURCE_REMOVE;
}

static gboolean
start_child (Export *export, GError **error)
{
  const char *record = yl_record_get_path (yl_desk_get_record (export->server->desk));
  /* Of a path that begins like an option none is made. */
  g_autofree char *data = g_strconcat ("--data=", record, NULL);
  const char *const argv[] = { "/proc/self/exe",
                               "record",
                               "export",
                               export->folder,
                               data,
                               "--force",
                               files[export->which].option,
                               NULL };
  export->child = g_subprocess_newv (
      argv, G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_PIPE, error);
  return export->child != NULL;
}

static Reply *
begin (Server *server, Request *request, gsize which)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("yanglu-XXXXXX", &error); /* 0700 */
  if (folder == NULL)
    return reply_new_error (error);
  Export *export = g_new0 (Export, 1);
  *export = (Export){ server, request, which, g_steal_pointer (&folder), NULL, 0 };
  if (!start_child (export, &error))
    {
      export_free (export);
      return reply_new_error (error);
    }
  server->n_exports++;
  export->watch = g_timeout_add_seconds (MAX_EXPORT_S, give_up, export);
  request_wait (request);
  g_subprocess_communicate_utf8_async (export->child, NULL, NULL, finish, export);
  return NULL;
}

Reply *
api_export (Server *server, Request *request)
{
  gsize which = 0;
  while (which < G_N_ELEMENTS (files) && strcmp (files[which].name, request->rest) != 0)
    which++;
  if (which == G_N_ELEMENTS (files))
    return reply_new_refusal (MHD_HTTP_NOT_FOUND, "没有这种导出。");
  if (server->n_exports >= MAX_EXPORTS)
    return reply_new_refusal (MHD_HTTP_SERVICE_UNAVAILABLE, "正在导出别的文件，请稍后再试。");
  return begin (server, request, which);
}
