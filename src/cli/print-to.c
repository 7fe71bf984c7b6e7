#include "yanglu/cli/print-to.h"

#include <errno.h>
#include <stdio.h>

#include "yanglu/base/error.h"
#include "yanglu/cli/plain.h"
#include "yanglu/io/output.h"
#include "yanglu/io/system-error.h"

/* g_print() has no argument for its handler: the file it writes to, while it does. */
static FILE *file;

static void
print_to_file (const char *text)
{
  yl_plain_write (text, file);
}

/* Returns: 0, or the errno of what failed. */
static int
print_all (const char *path, YlPrinter print, gconstpointer data)
{
  file = fopen (path, "w");
  if (file == NULL)
    return errno;
  const GPrintFunc before = g_set_print_handler (print_to_file);
  print (data);
  g_set_print_handler (before);
  const gboolean is_written = fflush (file) == 0 && !ferror (file);
  const int code = is_written ? 0 : errno;
  return fclose (g_steal_pointer (&file)) == 0 ? code : errno;
}

gboolean
yl_print_to_file (
    const char *path, gboolean force, YlPrinter print, gconstpointer data, GError **error)
{
  g_autoptr (YlOutput) output = yl_output_new (path, force, error);
  if (output == NULL)
    return FALSE;
  const int code = print_all (yl_output_get_temporary (output), print, data);
  if (code == 0)
    return yl_output_commit (output, error);
  g_set_error (error, YL_ERROR, YL_ERROR_IO, "写“%s”失败：%s。", path,
               yl_system_error_describe (code));
  return FALSE;
}

static void
print_bytes (gpointer data, const char *bytes, gsize n_bytes)
{
  (void) data;
  (void) n_bytes;
  g_print ("%s", bytes);
}

YlJsonSink *
yl_print_json_new (void)
{
  return yl_json_sink_new (print_bytes, NULL);
}
