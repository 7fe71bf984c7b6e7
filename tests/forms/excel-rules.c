#include "forms/excel-rules.h"

#include "support/assert.h"

#include <gio/gio.h>

char *
excel_rules_tell (const char *rules, const char *book, const char *other)
{
  g_autofree char *script =
      g_build_filename (g_getenv ("YL_SOURCE_ROOT"), "tests", "forms", "check-for-excel.py", NULL);
  char *told = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_new (
      G_SUBPROCESS_FLAGS_STDERR_PIPE, NULL, "/usr/bin/python3", script, rules, book, other, NULL);
  assert_non_null (process);
  assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &told, NULL));
  assert_true (g_subprocess_get_successful (process) == (told[0] == '\0'));
  return told;
}

void
assert_excel_keep (const char *rules, const char *book, const char *other)
{
  g_autofree char *told = excel_rules_tell (rules, book, other);
  if (told[0] != '\0')
    fail_msg ("%s", told);
}

void
assert_excel_keeps (const char *rules, const char *book)
{
  assert_excel_keep (rules, book, NULL);
}
