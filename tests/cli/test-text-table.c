#include "yanglu/cli/text-table.h"

#include "support/assert.h"
#include "support/printed.h"

static char *
print_table (const YlTextTable *table)
{
  yl_printed_begin ();
  yl_text_table_print (table);
  return yl_printed_end ();
}

static void
a_chinese_character_is_two_columns_wide (void **state)
{
  (void) state;
  assert_number_equal (yl_text_width (""), 0);
  assert_number_equal (yl_text_width ("X001"), 4);
  assert_number_equal (yl_text_width ("县道"), 4);
  assert_number_equal (yl_text_width ("（元）"), 6);
  assert_number_equal (yl_text_width ("①"), 2);
}

static void
a_mark_above_a_letter_takes_no_column (void **state)
{
  (void) state;
  assert_number_equal (yl_text_width ("e\xcc\x81"), 1);
}

static void
columns_line_up_and_no_line_ends_in_blanks (void **state)
{
  (void) state;
  g_autoptr (YlTextTable) table = yl_text_table_new ("lr", (const char *[]){ "等级", "元" });
  yl_text_table_add (table, (const char *[]){ "X", "1,000.00" });
  yl_text_table_add (table, (const char *[]){ "乡道", "" });
  assert_text_equal_free (print_table (table), "等级        元\n"
                                               "--------------\n"
                                               "X     1,000.00\n"
                                               "乡道\n");
}

static void
a_table_of_one_empty_cell_prints_one_empty_line (void **state)
{
  (void) state;
  g_autoptr (YlTextTable) table = yl_text_table_new ("l", NULL);
  yl_text_table_add (table, (const char *[]){ "" });
  assert_text_equal_free (print_table (table), "\n");
}

static void
a_table_without_rows_prints_nothing (void **state)
{
  (void) state;
  g_autoptr (YlTextTable) table = yl_text_table_new ("lr", NULL);
  assert_text_equal_free (print_table (table), "");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (a_chinese_character_is_two_columns_wide),
    cmocka_unit_test (a_mark_above_a_letter_takes_no_column),
    cmocka_unit_test (columns_line_up_and_no_line_ends_in_blanks),
    cmocka_unit_test (a_table_of_one_empty_cell_prints_one_empty_line),
    cmocka_unit_test (a_table_without_rows_prints_nothing),
  };
  return cmocka_run_group_tests_name ("text-table", tests, NULL, NULL);
}
