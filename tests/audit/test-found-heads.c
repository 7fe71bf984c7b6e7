#include "audit/found-case.h"
#include "support/assert.h"

#include <string.h>

/* A table whose heads name classes and no measure, what is found, and what they are taken for. */
typedef struct
{
  const char *what;
  const char *rows;
  const char *found;
  const char *taken; /* NULL: nothing is said */
} Case;

#define KILOMETRES "里程（公里），因为里程乘标准与金额相符"

/* 12.345 × 10 000 + 8.2 × 5 000 = 164 450; 10 × 10 000 + 2.9 × 3 000 = 108 700. */
static const Case cases[] = {
  { "kilometres, since the amounts are what they come to",
    "乡镇|县道|乡道|村道|金额\n沙镇镇|12.345|8.2||164450\n堂邑镇|10||2.9|108701\n",
    "C01 E3 1.00 堂邑镇", KILOMETRES },
  { "kilometres under amounts in 万元",
    "乡镇|县道|乡道|村道|金额\n沙镇镇|12.345|8.2||16.445\n堂邑镇|10||2.9|10.871\n",
    "C01 E3 10.00 堂邑镇", KILOMETRES },
  { "metres", "乡镇|县道|乡道|村道|金额\n沙镇镇|12345|8200||164450\n堂邑镇|10000||2900|108700\n",
    "", "里程（米），因为里程乘标准与金额相符" },
  { "amounts, since they add up to the amount",
    "乡镇|县道|乡道|村道|金额\n沙镇镇|123450.5|41000||164450.5\n堂邑镇|100000||8700|108710\n",
    "C01 E3 10.00 堂邑镇", "金额，因为各类相加与金额相符" },
  { "kilometres by class, and 合计 is money",
    "乡镇|县道|乡道|村道|合计\n沙镇镇|12.345|8.2||164450\n堂邑镇|10||2.9|108700\n", "",
    "各类里程（公里）和合计金额，因为里程乘标准与合计相符" },
  { "nothing tells: the sums are checked without a price, and it is said",
    "地区|合计|县道|乡道|村道\n聊城市|19078.8|2901.4|3270.6|12900.7\n", "E01 - ?; C01 B2 ?", NULL },
  { "nothing tells, and all is well",
    "地区|合计|县道|乡道|村道\n聊城市|19072.7|2901.4|3270.6|12900.7\n", "E01 - ?", NULL },
  { "amounts that nothing explains are not held against a rate",
    "乡镇|县道|乡道|村道|金额\n沙镇镇|1|2|3|777\n堂邑镇|4|5|6|888\n", "E01 - ?", NULL },
  { "the title tells", "2021年养护资金分配表\n乡镇|县道|乡道|合计\n沙镇镇|10000|5000|15003\n",
    "C01 D3 3.00 沙镇镇", NULL },
  { "one class alone is not guessed at", "地区|合计|县道\n聊城市|19072.7|2901.4\n", "E01 - ?",
    NULL },
};

static void
bare_heads_are_what_the_figures_make_of_them (void **state)
{
  (void) state;
  guint n_failed = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YlFoundCase) c = yl_found_case_new (cases[i].rows);
      yl_found_case_run (c);
      g_autofree char *found = yl_found_case_list (c);
      const char *taken = NULL;
      for (guint k = 0; k < c->audit->readings->len; k++)
        {
          const char *text = g_array_index (c->audit->readings, YlReading, k).taken_for;
          const char *mark = strstr (text, "没有写明是里程还是金额，认作");
          taken = mark == NULL ? taken : mark + strlen ("没有写明是里程还是金额，认作");
        }
      if (strcmp (found, cases[i].found) == 0 && g_strcmp0 (taken, cases[i].taken) == 0)
        continue;
      print_error ("%s:\n  found  %s, %s\n  wanted %s, %s\n", cases[i].what, found, taken,
                   cases[i].found, cases[i].taken);
      n_failed++;
    }
  assert_int_equal (n_failed, 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (bare_heads_are_what_the_figures_make_of_them),
  };
  return cmocka_run_group_tests_name ("heads without a measure", tests, NULL, NULL);
}
