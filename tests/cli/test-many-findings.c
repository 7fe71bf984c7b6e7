/* What is printed as JSON is printed while it is told: no tree of it is made. */
#include <string.h>
#include <sys/resource.h>

#include "support/assert.h"
#include "support/run.h"

#define N_ROWS 100400u
#define N_FINDINGS 300000u
#define MOST_KIB (150 * 1024)

/* Every row is at fault three times: its length is not that of its stakes, the township is not that
 * of its code, and it repeats the row a thousand rows above. */
static void
write_list (const YlRun *run)
{
  GString *list = g_string_new (
      "路线编码,路线名称,行政等级,所在乡镇,行政区划代码,起点桩号,止点桩号,里程(公里)\n");
  for (guint i = 0; i < N_ROWS; i++)
    g_string_append_printf (
        list, "C%03u371502,某某村至某某村公路%u,村道,沙镇镇,371502103,K0+000,K1+000,%u.%03u\n",
        i % 1000, i, 2 + i % 5, i % 1000);
  yl_run_write (run, "台账.csv", list->str);
  g_string_free (list, TRUE);
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;
  for (const char *at = strstr (text, part); at != NULL; at = strstr (at + 1, part))
    n++;
  return n;
}

static void
three_hundred_thousand_findings_take_no_memory_to_be_printed (void **state)
{
  YlRun *run = *state;
  write_list (run);
  yl_run (run, "C", NULL, "check", "台账.csv", "--county", "371502", "--year", "2021", "--format",
          "json", NULL);
  assert_number_equal (run->status, 1);
  assert_true (count (run->out, "\n      \"code\" : ") >= N_FINDINGS);
  assert_true (g_str_has_suffix (run->out, "\n    }\n  ]\n}\n"));
  struct rusage usage;
  assert_number_equal (getrusage (RUSAGE_CHILDREN, &usage), 0);
#ifndef __SANITIZE_ADDRESS__
  if (usage.ru_maxrss > MOST_KIB)
    fail_msg ("%ld MiB", usage.ru_maxrss / 1024);
#endif
}

static int
set_up (void **state)
{
  *state = yl_run_new ();
  return 0;
}

static int
tear_down (void **state)
{
  yl_run_free (*state);
  return 0;
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup_teardown (three_hundred_thousand_findings_take_no_memory_to_be_printed,
                                     set_up, tear_down),
  };
  return cmocka_run_group_tests_name ("many-findings", tests, NULL, NULL);
}
