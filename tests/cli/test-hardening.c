/* What the compiler was asked for is read off the program itself. */
#include <gio/gio.h>
#include <string.h>

#include "support/assert.h"

/* (transfer full): what a program of binutils prints of ours. */
static char *
read_program (const char *tool, const char *options)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *line =
      g_strdup_printf ("env LC_ALL=C %s %s '%s'", tool, options, g_getenv ("YL_PROGRAM"));
  char *out = NULL;
  if (!g_spawn_command_line_sync (line, &out, NULL, NULL, &error))
    fail_msg ("%s: %s (binutils)", line, error->message);
  return out;
}

static void
assert_shows (const char *text, const char *pattern)
{
  if (!g_regex_match_simple (pattern, text, 0, 0))
    fail_msg ("the program does not show %s", pattern);
}

static void
the_program_lies_anywhere_and_its_tables_are_read_only (void **state)
{
  (void) state;
  g_autofree char *headers = read_program ("readelf", "-W -h -l -d");
  assert_shows (headers, "Type: +DYN");
  assert_shows (headers, "GNU_RELRO");
  assert_shows (headers, "FLAGS_1.*NOW");
}

static void
stacks_and_buffers_are_watched (void **state)
{
  (void) state;
  g_autofree char *symbols = read_program ("readelf", "-W --dyn-syms");
  assert_shows (symbols, "__stack_chk_fail");
  assert_shows (symbols, "__(memcpy|sprintf|snprintf|fprintf|read|realpath)_chk");
}

/* Debian's start files carry no note of it: it is seen where main begins. */
static void
jumps_land_on_marks (void **state)
{
  (void) state;
#ifdef __x86_64__
  g_autofree char *code = read_program ("objdump", "-d --no-show-raw-insn --disassemble=main");
  assert_shows (code, "<main>:\n[^\n]*endbr64");
#endif
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (the_program_lies_anywhere_and_its_tables_are_read_only),
    cmocka_unit_test (stacks_and_buffers_are_watched),
    cmocka_unit_test (jumps_land_on_marks),
  };
  return cmocka_run_group_tests_name ("cli/hardening", tests, NULL, NULL);
}
