#include "yanglu/io/remarks.h"

#include "yanglu/base/error.h"

/* A file of nothing but faults must not fill the memory with sentences about them. */
#define MAX_REMARKS 1000u

void
yl_remark_free (YlRemark *remark)
{
  if (remark == NULL)
    return;
  g_free (remark->message);
  g_free (remark);
}

void
yl_remarks_init (YlRemarks *remarks)
{
  *remarks = (YlRemarks){ 0 };
  remarks->all = g_ptr_array_new_with_free_func ((GDestroyNotify) yl_remark_free);
}

void
yl_remarks_clear (YlRemarks *remarks)
{
  g_clear_pointer (&remarks->all, g_ptr_array_unref);
  g_clear_pointer (&remarks->first_fatal, g_free);
}

static void
add (YlRemarks *remarks, gboolean is_error, guint line, const char *format, va_list args)
    G_GNUC_PRINTF (4, 0);

static void
add (YlRemarks *remarks, gboolean is_error, guint line, const char *format, va_list args)
{
  if (remarks->all->len >= MAX_REMARKS)
    return;
  YlRemark *remark = g_new0 (YlRemark, 1);
  remark->is_error = is_error;
  remark->line = line;
  remark->message = g_strdup_vprintf (format, args);
  g_ptr_array_add (remarks->all, remark);
}

void
yl_remarks_refuse (YlRemarks *remarks, guint line, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  if (remarks->n_fatal == 0)
    {
      va_list again;
      va_copy (again, args);
      remarks->first_fatal = g_strdup_vprintf (format, again);
      remarks->first_fatal_line = line;
      va_end (again);
    }
  remarks->n_fatal++;
  add (remarks, TRUE, line, format, args);
  va_end (args);
}

void
yl_remarks_blame (YlRemarks *remarks, guint line, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  add (remarks, TRUE, line, format, args);
  va_end (args);
}

void
yl_remarks_warn (YlRemarks *remarks, guint line, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  add (remarks, FALSE, line, format, args);
  va_end (args);
}

static gint
compare_lines (gconstpointer a, gconstpointer b)
{
  const YlRemark *first = *(const YlRemark *const *) a;
  const YlRemark *second = *(const YlRemark *const *) b;
  return first->line < second->line ? -1 : first->line > second->line;
}

GPtrArray *
yl_remarks_steal (YlRemarks *remarks)
{
  GPtrArray *all = g_steal_pointer (&remarks->all);
  g_ptr_array_sort (all, compare_lines);
  return all;
}

void
yl_remarks_set_error (const YlRemarks *remarks,
                      const YlKeyFileKind *kind,
                      const char *name,
                      GError **error)
{
  g_autofree char *line = remarks->first_fatal_line == 0
                              ? g_strdup ("")
                              : g_strdup_printf (" 第 %u 行", remarks->first_fatal_line);
  g_autofree char *more =
      remarks->n_fatal < 2
          ? g_strdup ("")
          : g_strdup_printf ("（共 %u 处错误，用 %s 查看全部）", remarks->n_fatal, kind->check);
  g_set_error (error, YL_ERROR, YL_ERROR_INVALID, "%s %s%s：%s%s", kind->name, name, line,
               remarks->first_fatal, more);
}
