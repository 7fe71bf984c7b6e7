#include "yanglu/app/record/daily.h"

#include "yanglu/base/error.h"
#include "yanglu/io/file-name.h"
#include "yanglu/io/system-error.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#define ENDING ".bak"
/* Of one that is being written: a kill leaves it behind, and its log. */
#define HALF ".part"

static char *
make_path (const char *record, YlDate day, const char *ending)
{
  g_autofree char *iso = yl_date_to_iso (day);
  return g_strdup_printf ("%s.%s" ENDING "%s", record, iso, ending);
}

static gboolean
is_file (const char *path)
{
  GStatBuf info;
  return g_lstat (path, &info) == 0 && S_ISREG (info.st_mode);
}

gboolean
yl_daily_backup_is_made (const char *record, YlDate day)
{
  g_autofree char *path = make_path (record, day, "");
  return is_file (path);
}

/* "371502-2021.yanglu.2026-11-30.bak", where @whose is what stands before the day and @ending what stands behind. */
static gboolean
is_daily (const char *name, const char *whose, const char *ending)
{
  const gsize n_whose = strlen (whose);
  if (strncmp (name, whose, n_whose) != 0 || name[n_whose] != '.'
      || !g_str_has_suffix (name + n_whose + 1, ending))
    return FALSE;
  const char *day = name + n_whose + 1;
  g_autofree char *written = g_strndup (day, strlen (day) - strlen (ending));
  YlDate date = { 0 };
  g_autofree char *iso = yl_date_parse (yl_text_of (written), &date) ? yl_date_to_iso (date) : NULL;
  return g_strcmp0 (written, iso) == 0;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* (transfer full) (element-type utf8): the oldest first. */
static GPtrArray *
list_daily (const char *record, const char *ending)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = g_path_get_dirname (record);
  g_autofree char *whose = g_path_get_basename (record);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      char *path = g_build_filename (folder, name, NULL);
      if (is_daily (name, whose, ending) && is_file (path))
        g_ptr_array_add (paths, path);
      else
        g_free (path);
    }
  g_ptr_array_sort (paths, compare_names);
  return paths;
}

char *
yl_daily_backup_begin (const char *record, YlDate day)
{
  static const char *const left[] = { ENDING HALF, ENDING HALF "-journal" };
  for (gsize i = 0; i < G_N_ELEMENTS (left); i++)
    {
      g_autoptr (GPtrArray) paths = list_daily (record, left[i]);
      for (guint j = 0; j < paths->len; j++)
        g_unlink (g_ptr_array_index (paths, j));
    }
  return make_path (record, day, HALF);
}

/* The one just made stays, whatever the clock said before. */
static void
forget_oldest (const char *record, const char *made)
{
  g_autoptr (GPtrArray) paths = list_daily (record, ENDING);
  g_autofree char *own = g_path_get_basename (made);
  guint n_more = paths->len > YL_DAILY_KEPT ? paths->len - YL_DAILY_KEPT : 0;
  for (guint i = 0; i < paths->len && n_more > 0; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      g_autofree char *name = g_path_get_basename (path);
      if (strcmp (name, own) == 0)
        continue;
      g_unlink (path);
      n_more--;
    }
}

gboolean
yl_daily_backup_end (const char *record, YlDate day, GError **error)
{
  g_autofree char *half = make_path (record, day, HALF);
  g_autofree char *path = make_path (record, day, "");
  if (g_rename (half, path) != 0)
    {
      const int code = errno;
      g_autofree char *shown = yl_file_name_show (path);
      g_set_error (error, YL_ERROR, YL_ERROR_IO, "写入备份“%s”失败：%s。", shown,
                   yl_system_error_describe (code));
      return FALSE;
    }
  forget_oldest (record, path);
  return TRUE;
}
