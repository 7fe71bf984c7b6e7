/* Files of the record, each made by a child from the record as anybody reads it. */
#include "server-private.h"

#include "child-private.h"

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
  const char *file;   /* that the child writes, and as it is called when it is kept */
  const char *option; /* (nullable): of `record export` */
  gboolean is_copy;   /* of the record as it stands: of `record backup` */
} files[] = {
  { "budget.xlsx", XLSX, YL_RECORD_BUDGET_FILE, "--budget", FALSE },
  { "entry.xlsx", XLSX, YL_RECORD_ENTRY_FILE, NULL, FALSE },
  { "findings.xlsx", XLSX, YL_RECORD_FINDINGS_FILE, "--findings", FALSE },
  { "record.yanglu", "application/vnd.sqlite3", "record.yanglu", NULL, TRUE },
  { "roads.csv", "text/csv; charset=utf-8", YL_RECORD_ROADS_FILE, NULL, FALSE },
};

/* One that is being made. */
typedef struct
{
  Server *server;
  Request *request;
  gsize which;
  char *folder;
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
  remove_folder (export->folder);
  g_free (export->folder);
  g_free (export);
}

/* (transfer full): a copy is called after whose it is. */
static char *
name_kept (const Export *export)
{
  const YlRecordIdentity *identity =
      yl_record_get_identity (yl_desk_get_record (export->server->desk));
  return files[export->which].is_copy
             ? g_strdup_printf ("%s-%u.yanglu", identity->county, identity->year)
             : g_strdup (files[export->which].file);
}

static Reply *
open_file (const Export *export)
{
  g_autofree char *path = g_build_filename (export->folder, files[export->which].file, NULL);
  Reply *reply = reply_new (MHD_HTTP_OK, files[export->which].type);
  reply->file = open (path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
  reply->file_name = name_kept (export);
  if (reply->file >= 0)
    return reply;
  reply_free (reply);
  return reply_new_refusal (MHD_HTTP_INTERNAL_SERVER_ERROR, "导出没有完成。");
}

static void
finish (gpointer self, const char *trouble)
{
  Export *export = self;
  export->server->n_exports--;
  request_go_on (export->request,
                 trouble == NULL ? open_file (export)
                                 : reply_new_refusal (MHD_HTTP_UNPROCESSABLE_CONTENT, trouble));
  export_free (export);
}

static gboolean
start_child (Export *export, GError **error)
{
  const char *record = yl_record_get_path (yl_desk_get_record (export->server->desk));
  /* Of a path that begins like an option none is made. */
  g_autofree char *data = g_strconcat ("--data=", record, NULL);
  g_autofree char *copy = g_build_filename (export->folder, files[export->which].file, NULL);
  const char *const backup[] = { "record", "backup", copy, data, NULL };
  const char *const exported[] = { "record", "export",  export->folder,
                                   data,     "--force", files[export->which].option,
                                   NULL };
  return child_start (files[export->which].is_copy ? backup : exported, MAX_EXPORT_S, finish,
                      export, error);
}

static Reply *
begin (Server *server, Request *request, gsize which)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("yanglu-XXXXXX", &error); /* 0700 */
  if (folder == NULL)
    return reply_new_error (error);
  Export *export = g_new0 (Export, 1);
  *export = (Export){ server, request, which, g_steal_pointer (&folder) };
  if (!start_child (export, &error))
    {
      export_free (export);
      return reply_new_error (error);
    }
  server->n_exports++;
  request_wait (request);
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
