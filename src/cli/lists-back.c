#include "yanglu/cli/lists-back.h"

#include "yanglu/app/budget/give-back.h"
#include "yanglu/base/error.h"
#include "yanglu/base/keyed-hash.h"
#include "yanglu/cli/delivery.h"
#include "yanglu/cli/next-step.h"
#include "yanglu/io/file-name.h"
#include "yanglu/io/output.h"

#include <string.h>

static gboolean
have_folder (const char *const *arguments)
{
  for (gsize i = 0; arguments[i] != NULL; i++)
    if (yl_given_lists_is_folder (arguments[i]))
      return TRUE;
  return FALSE;
}

gboolean
yl_lists_are_several (const char *const *arguments)
{
  return have_folder (arguments) || (arguments[0] != NULL && arguments[1] != NULL);
}

char *
yl_lists_propose (const char *command, const char *const *arguments, const char *rest)
{
  if (g_strv_contains (arguments, "-"))
    return g_strdup_printf ("先把标准输入的台账存成文件，再 yanglu %s 文件名 %s", command, rest);
  g_autofree char *lists = yl_next_step_quote_all (arguments);
  return g_strdup_printf ("yanglu %s %s %s", command, lists, rest);
}

char *
yl_lists_propose_back (const char *const *arguments)
{
  g_autofree char *name =
      yl_next_step_find_name ("退回", yl_lists_are_several (arguments) ? "" : YL_BOOK_ENDING);
  g_autofree char *rest = g_strconcat ("--annotate -o ", name, NULL);
  return yl_lists_propose ("check", arguments, rest);
}

gboolean
yl_lists_check_folder (const YlGivenLists *lists, const char *folder, GError **error)
{
  guint n = 0;
  const YlGivenList *given = yl_given_lists_get (lists, &n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *own = g_path_get_dirname (given[i].path);
      if (!yl_output_is_file (folder, own))
        continue;
      g_autofree char *shown = yl_file_name_show (folder);
      g_set_error (error, YL_ERROR, YL_ERROR_USAGE,
                   "“%s”就是台账所在的文件夹，退回本与台账同名，不能放在一起。"
                   "请用 -o 换一个文件夹，例如 -o 退回。",
                   shown);
      return FALSE;
    }
  return TRUE;
}

/* (transfer full): "沙镇镇.xlsx" of 沙镇镇.csv; with its whole name where another list is called so too. */
static char *
name_copy (const char *file, GHashTable *taken)
{
  g_autofree char *flat = g_strdelimit (g_strdup (file), "/\\", '-');
  const char *point = strrchr (flat, '.');
  const gsize length = point == NULL || point == flat ? strlen (flat) : (gsize) (point - flat);
  char *name = g_strdup_printf ("%.*s" YL_BOOK_ENDING, (int) length, flat);
  if (!g_hash_table_contains (taken, name))
    return name;
  g_free (name);
  return g_strconcat (flat, YL_BOOK_ENDING, NULL);
}

/* (transfer full): where each list of @job goes, %NULL of one that does not go back. */
static GPtrArray *
plan (const YlListJob *job, const char *folder)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) taken =
      g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < job->lists->len; i++)
    {
      if (!yl_standing_goes_back (yl_list_job_get_standing (job, i)))
        {
          g_ptr_array_add (paths, NULL);
          continue;
        }
      char *name = name_copy (g_array_index (job->lists, YlListFile, i).file, taken);
      g_hash_table_add (taken, name);
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
    }
  return paths;
}

/* (transfer container) */
static GPtrArray *
list_written (const GPtrArray *paths)
{
  GPtrArray *written = g_ptr_array_new ();
  for (guint i = 0; i < paths->len; i++)
    if (g_ptr_array_index (paths, i) != NULL)
      g_ptr_array_add (written, g_ptr_array_index (paths, i));
  return written;
}

/* @written: those of @paths that are. */
static gboolean
write_back (const YlListJob *job,
            const GPtrArray *paths,
            const GPtrArray *written,
            gboolean force,
            GError **error)
{
  guint n = 0;
  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      if (path == NULL)
        continue;
      if (!yl_list_job_give_back (job, i, path, force, error))
        {
          yl_output_prefix_written (written, n, error);
          return FALSE;
        }
      yl_delivery_tell_made (path);
      n++;
    }
  return TRUE;
}

/* Of the lists that do not go back it is said why. */
static void
tell_sound (const YlListJob *job, const GPtrArray *paths)
{
  g_autoptr (GString) sound = g_string_new (NULL);
  for (guint i = 0; i < paths->len; i++)
    if (g_ptr_array_index (paths, i) == NULL)
      g_string_append_printf (sound, "%s%s", sound->len == 0 ? "" : "、",
                              g_array_index (job->lists, YlListFile, i).file);
  if (sound->len > 0)
    g_print ("没有错误和警告，不用退回：%s。\n", sound->str);
}

gboolean
yl_lists_give_back (const YlListJob *job, const char *folder, gboolean force, GError **error)
{
  g_autoptr (GPtrArray) paths = plan (job, folder);
  g_autoptr (GPtrArray) written = list_written (paths);
  if ((!force && !yl_output_refuse_existing (written, error))
      || !yl_output_make_folder (folder, error) || !write_back (job, paths, written, force, error))
    return FALSE;
  tell_sound (job, paths);
  return TRUE;
}

/* Whether one of them was no .xlsx: its name does not take the place of the old. */
static gboolean
is_renamed (const YlListJob *job, const GPtrArray *paths)
{
  for (guint i = 0; i < paths->len; i++)
    if (g_ptr_array_index (paths, i) != NULL
        && !g_str_has_suffix (g_array_index (job->lists, YlListFile, i).path, YL_BOOK_ENDING))
      return TRUE;
  return FALSE;
}

/* (transfer full): all lists, of those with faults the copies. */
static char *
quote_mended (const YlListJob *job, const GPtrArray *paths)
{
  g_autoptr (GPtrArray) lists = g_ptr_array_new ();
  for (guint i = 0; i < paths->len; i++)
    {
      const char *own = g_array_index (job->lists, YlListFile, i).path;
      const char *copy = g_ptr_array_index (paths, i);
      g_ptr_array_add (lists, (gpointer) (copy != NULL ? copy : own));
    }
  g_ptr_array_add (lists, NULL);
  return yl_next_step_quote_all ((const char *const *) (gpointer) lists->pdata);
}

char *
yl_lists_tell_return (const YlListJob *job, const char *const *arguments, const char *folder)
{
  g_autoptr (GPtrArray) paths = plan (job, folder);
  g_autofree char *into = yl_next_step_quote (folder);
  if (!have_folder (arguments))
    {
      g_autofree char *mended = quote_mended (job, paths);
      return g_strdup_printf (
          "把 %s 里的文件各自发回填报单位，改好的放回 %s，再查：yanglu check %s", into, into,
          mended);
    }
  g_autofree char *lists = yl_next_step_quote_all (arguments);
  return g_strdup_printf (
      "把 %s 里的文件各自发回填报单位，改好的放回 %s 换下原来的%s，再查：yanglu check %s", into,
      arguments[1] == NULL ? lists : "原处",
      is_renamed (job, paths) ? "（原来是 .csv、.xls 等的删去）" : "", lists);
}
