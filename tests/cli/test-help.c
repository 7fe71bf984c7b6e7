/* What the help shows can be done: every example is run as it is printed. */
#include <string.h>
#include <sys/wait.h>

#include "support/assert.h"
#include "support/run.h"

#define EXAMPLES "templates/examples/示例-东昌府区-"

static void
copy_example (const YlRun *run, const char *name, const char *as)
{
  g_autofree char *path = g_strdup_printf ("%s/" EXAMPLES "%s", g_getenv ("YL_SOURCE_ROOT"), name);
  g_autofree char *text = NULL;
  assert_true (g_file_get_contents (path, &text, NULL, NULL));
  yl_run_write (run, as, text);
}

static int
set_up (void **state)
{
  *state = yl_run_new ();
  copy_example (*state, "里程台账.csv", "里程台账.csv");
  copy_example (*state, "里程台账.csv", "上年里程台账.csv");
  copy_example (*state, "资金来源.csv", "资金来源.csv");
  return 0;
}

static int
tear_down (void **state)
{
  yl_run_free (*state);
  return 0;
}

/* Runs the last line of the help as a shell would; the program under test is its yanglu. */
static void
try_example (const YlRun *run)
{
  const char *example = g_strrstr (run->out, "\n例：yanglu ");
  assert_non_null (example);
  const char *arguments = example + strlen ("\n例：yanglu ");
  assert_ptr_equal (strchr (arguments, '\n'), run->out + strlen (run->out) - 1);
  g_autofree char *command =
      g_strdup_printf ("cd '%s' && '%s' %s", run->folder, g_getenv ("YL_PROGRAM"), arguments);
  const char *const argv[] = { "sh", "-c", command, NULL };
  g_autofree char *out = NULL;
  g_autofree char *err = NULL;
  int status = 0;
  assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out,
                             &err, &status, NULL));
  /* The list of the example holds no fault of severity error. */
  if (!WIFEXITED (status) || WEXITSTATUS (status) != 0)
    fail_msg ("%s: status %d, %s\n%s", command, WEXITSTATUS (status), err, out);
}

static void
the_example_of_every_command_works (void **state)
{
  YlRun *run = *state;
  g_setenv ("XDG_DATA_HOME", run->folder, TRUE);
  static const char *const commands[] = { "new",     "check",  "budget", "diff",  "explain",
                                          "summary", "policy", "rules",  "words", "record" };
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      yl_run (run, "C", NULL, commands[i], "--help", NULL);
      try_example (run);
    }
}

static void
the_example_of_the_program_works (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "--help", NULL);
  assert_number_equal (run->status, 0);
  try_example (run);
}

static char *
read_template (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("YL_SOURCE_ROOT"), "templates", name, NULL);
  char *text = NULL;
  assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

/* The lines of what the shell is offered for the last word. */
static char **
complete (YlRun *run, const char *command, const char *previous, const char *current)
{
  if (previous == NULL)
    yl_run (run, "C", NULL, "--complete", command, current, NULL);
  else
    yl_run (run, "C", NULL, "--complete", command, previous, current, NULL);
  assert_number_equal (run->status, 0);
  return g_strsplit (g_strchomp (run->out), "\n", -1);
}

static void
assert_completes (
    YlRun *run, const char *command, const char *previous, const char *current, const char *lines)
{
  g_auto (GStrv) offered = complete (run, command, previous, current);
  g_autofree char *joined = g_strjoinv (" ", offered);
  assert_string_equal (joined, lines);
}

/* @hyphen: how @text writes one. */
static void
assert_names (const char *text, const char *option, const char *hyphen, const char *what)
{
  g_auto (GStrv) parts = g_strsplit (option, "-", -1);
  g_autofree char *written = g_strjoinv (hyphen, parts);
  g_autofree char *escaped = g_regex_escape_string (written, -1);
  g_autofree char *pattern = g_strconcat (escaped, "(?![a-z\\\\-])", NULL);
  if (!g_regex_match_simple (pattern, text, 0, 0))
    fail_msg ("%s does not name %s", what, option);
}

static void
every_option_of_a_command_is_in_its_help_and_in_the_man_page (void **state)
{
  YlRun *run = *state;
  g_autofree char *man = read_template ("man/yanglu.1");
  g_auto (GStrv) commands = complete (run, "", NULL, NULL);
  guint n = 0;
  for (guint i = 0; commands[i] != NULL && strcmp (commands[i], "help") != 0; i++)
    {
      g_auto (GStrv) options = complete (run, commands[i], NULL, "-");
      yl_run (run, "C", NULL, commands[i], "--help", NULL);
      for (guint j = 0; options[j + 1] != NULL; j++, n++)
        {
          assert_names (run->out, options[j], "-", commands[i]);
          assert_names (man, options[j], "\\-", "the man page");
        }
    }
  assert_true (n > 70);
}

#define POLICIES                                                                                   \
  "cangzhou daying-2014 dazhou-2015 fangchenggang-2021 guangdong-2011 hebei-2013 "                 \
  "huaibei-2022 liaocheng-2020 lvliang-2008 mojiang-2018 national-2019 qiongzhong-2011 "           \
  "shaanxi-2018 shaoyang zhengzhou-2022"

/* Where it is built. */
#ifdef YL_HAS_WEB
#define SERVE "serve "
#define HELPED " serve"
#else
#define SERVE ""
#define HELPED ""
#endif

static void
the_shell_is_offered_what_may_follow (void **state)
{
  YlRun *run = *state;
  assert_completes (run, "", NULL, NULL,
                    "new check budget audit diff explain summary policy rules words record " SERVE
                    "help --help --version");
  assert_completes (run, "summary", NULL, "--",
                    "--policy --words --year --date --output --force --format --help");
  assert_completes (run, "budget", "--format", "", "xlsx json text csv sarif");
  assert_completes (run, "audit", "--confidence", "9", "90 95 99");
  assert_completes (run, "audit", "--roads", "", ":files");
  assert_completes (run, "audit", "-o", "", ":files");
  assert_completes (run, "audit", "--force", "", ":files");
  assert_completes (run, "diff", "--old-policy", "", POLICIES " :files");
  assert_completes (run, "policy", NULL, "", "list show check");
  assert_completes (run, "policy", "show", "", POLICIES " :files");
  assert_completes (run, "policy", "list", "", "");
  assert_completes (run, "budget", "--year", "", "");
  assert_completes (run, "no-command", NULL, "-", "");
  assert_completes (run, "help", NULL, "b",
                    "new check budget audit diff explain summary policy rules words record" HELPED);
  g_auto (GStrv) codes = complete (run, "rules", "show", "");
  assert_string_equal (codes[0], "A01");
}

static void
without_a_command_the_help_is_shown_and_nothing_is_done (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, NULL);
  assert_number_equal (run->status, 2);
  assert_non_null (strstr (run->out, "用法：yanglu 命令"));
}

static void
a_command_that_is_not_there_is_told (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "bugdet", NULL);
  assert_number_equal (run->status, 2);
  assert_non_null (strstr (run->err, "没有命令“bugdet”，是不是“budget”？"));
  yl_run (run, "C", NULL, "help", "bugdet", NULL);
  assert_number_equal (run->status, 2);
  assert_non_null (strstr (run->err, "是不是“budget”？"));
  yl_run (run, "C", NULL, "xyzzy", NULL);
  assert_non_null (strstr (run->err, "没有命令“xyzzy”，用 yanglu --help 查看全部命令。"));
}

/* Both ways print the same, and end well. */
static void
assert_same_words (YlRun *run, const char *first, const char *second, const char *other)
{
  yl_run (run, "C", NULL, first, second, NULL);
  assert_number_equal (run->status, 0);
  g_autofree char *printed = g_strdup (run->out);
  yl_run (run, "C", NULL, other, NULL);
  assert_number_equal (run->status, 0);
  assert_string_equal (run->out, printed);
  assert_true (printed[0] != '\0');
}

static void
help_and_version_have_the_names_that_people_try (void **state)
{
  YlRun *run = *state;
  assert_same_words (run, "--help", NULL, "-h");
  assert_same_words (run, "--help", NULL, "help");
  assert_same_words (run, "help", "help", "help");
  assert_same_words (run, "help", "-V", "help");
  assert_same_words (run, "--version", NULL, "-V");
  yl_run (run, "C", NULL, "help", "budget", NULL);
  g_autofree char *helped = g_strdup (run->out);
  yl_run (run, "C", NULL, "budget", "-h", NULL);
  assert_string_equal (run->out, helped);
  assert_true (g_str_has_prefix (helped, "用法：yanglu budget"));
}

#define SENTENCE(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    SENTENCE (the_example_of_every_command_works),
    SENTENCE (the_example_of_the_program_works),
    SENTENCE (every_option_of_a_command_is_in_its_help_and_in_the_man_page),
    SENTENCE (the_shell_is_offered_what_may_follow),
    SENTENCE (without_a_command_the_help_is_shown_and_nothing_is_done),
    SENTENCE (a_command_that_is_not_there_is_told),
    SENTENCE (help_and_version_have_the_names_that_people_try),
  };
  return cmocka_run_group_tests_name ("help", tests, NULL, NULL);
}
