#include "support/engines.h"

#include "support/assert.h"

#include <string.h>

/* Unless mode 0 is set LibreOffice shows the values that the file remembers, and any workbook
 * agrees; mode 1 is never to compute. */
#define RECALCULATE_MODE(mode)                                                                     \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"                                                   \
  "<oor:items xmlns:oor=\"http://openoffice.org/2001/registry\">"                                  \
  "<item oor:path=\"/org.openoffice.Office.Calc/Formula/Load\">"                                   \
  "<prop oor:name=\"OOXMLRecalcMode\" oor:op=\"fuse\"><value>" mode "</value></prop></item>"       \
  "</oor:items>\n"

const char *
yl_engine_get_name (YlEngine engine)
{
  return engine == YL_ENGINE_LIBREOFFICE ? "LibreOffice" : "Gnumeric";
}

void
yl_engine_require (YlEngine engine)
{
  const char *program = engine == YL_ENGINE_LIBREOFFICE ? "soffice" : "ssconvert";
  g_autofree char *path = g_find_program_in_path (program);
  if (path == NULL)
    fail_msg ("%s is not installed: the line that runs the tests installs it", program);
}

static char *
make_profile (const char *folder, gboolean recalculates, GError **error)
{
  g_autofree char *profile =
      g_build_filename (folder, recalculates ? "profile" : "profile-echo", NULL);
  g_autofree char *user = g_build_filename (profile, "user", NULL);
  g_autofree char *settings = g_build_filename (user, "registrymodifications.xcu", NULL);
  g_mkdir_with_parents (user, 0700);
  if (!g_file_test (settings, G_FILE_TEST_EXISTS)
      && !g_file_set_contents (
          settings, recalculates ? RECALCULATE_MODE ("0") : RECALCULATE_MODE ("1"), -1, error))
    return NULL;
  return g_strconcat ("-env:UserInstallation=file://", profile, NULL);
}

static gboolean
run (const char *const *arguments, GError **error)
{
  g_autoptr (GSubprocess) process = g_subprocess_newv (
      arguments, G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, error);
  return process != NULL && g_subprocess_wait_check (process, NULL, error);
}

static char *
convert_by_gnumeric (
    const char *book, const char *result, gboolean is_csv, gboolean recalculates, GError **error)
{
  const char *arguments[] = { "ssconvert",
                              "-T",
                              is_csv ? "Gnumeric_stf:stf_assistant" : "Gnumeric_Excel:xlsx2",
                              "-O",
                              is_csv ? "format=raw quoting-mode=never" : "",
                              book,
                              result,
                              recalculates ? "--recalc" : NULL,
                              NULL };
  return run (arguments, error) ? g_strdup (result) : NULL;
}

static char *
convert (YlEngine engine,
         const char *book,
         const char *folder,
         const char *form,
         gboolean recalculates,
         GError **error)
{
  const gboolean is_csv = g_str_equal (form, "csv");
  g_autofree char *base = g_path_get_basename (book);
  if (g_str_has_suffix (base, ".xlsx"))
    base[strlen (base) - strlen (".xlsx")] = '\0';
  g_autofree char *name = g_strconcat (base, ".", form, NULL);
  g_autofree char *result = g_build_filename (folder, name, NULL);
  g_mkdir_with_parents (folder, 0700);
  if (engine == YL_ENGINE_GNUMERIC)
    return convert_by_gnumeric (book, result, is_csv, recalculates, error);
  g_autofree char *profile = make_profile (folder, recalculates, error);
  if (profile == NULL)
    return NULL;
  const char *arguments[] = { "soffice",
                              "--headless",
                              "--norestore",
                              profile,
                              "--convert-to",
                              is_csv ? "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false"
                                     : "xlsx:Calc MS Excel 2007 XML",
                              "--outdir",
                              folder,
                              book,
                              NULL };
  return run (arguments, error) ? g_steal_pointer (&result) : NULL;
}

char *
yl_engine_recalculate (
    YlEngine engine, const char *book, const char *folder, const char *form, GError **error)
{
  return convert (engine, book, folder, form, TRUE, error);
}

char *
yl_engine_echo (
    YlEngine engine, const char *book, const char *folder, const char *form, GError **error)
{
  return convert (engine, book, folder, form, FALSE, error);
}
