/* Every record that gives a cell, in a workbook of its own. */
#include "xls-reading.h"

#include <string.h>

#define HUNDREDTHS 1u
#define WHOLE 2u

static void
add_numbers (XlsMaker *maker)
{
  xls_record (maker, 0x203, "wwwd", 0, 0, 0, 12.345);
  xls_record (maker, 0x203, "wwwd", 0, 1, 0, 0.1 + 0.2); /* 0.30000000000000004 */
  xls_record (maker, 0x203, "wwwd", 0, 2, 0, -1e-7);
  xls_record (maker, 0x203, "wwwd", 0, 3, 0, 1e15);
  xls_record (maker, 0x27E, "wwwl", 1, 0, 0, (30u << 2) | WHOLE);
  xls_record (maker, 0x27E, "wwwl", 1, 1, 0, (1234u << 2) | WHOLE | HUNDREDTHS);
  xls_record (maker, 0x27E, "wwwl", 1, 2, 0, ((guint32) -5 << 2) | WHOLE);
  xls_record (maker, 0x27E, "wwwl", 1, 3, 0, 0x40290000u); /* 12.5 */
  xls_record (maker, 0xBD, "wwwlwlw", 2, 1, 0, (7u << 2) | WHOLE, 0, (8u << 2) | WHOLE, 2);
}

static void
numbers_are_decimals_of_fifteen_digits (void **state)
{
  (void) state;
  read_records (add_numbers);
  assert_sound_rows ("1: 12.345|0.3|-0.0000001|1000000000000000\n"
                     "2: 30|12.34|-5|12.5\n"
                     "3: |7|8\n");
}

static void
add_formulas (XlsMaker *maker)
{
  const guint special = 0xFFFF;
  xls_record (maker, 0x06, "wwwdwlw", 0, 0, 0, 4.5, 0, 0, 0);
  xls_record (maker, 0x06, "wwwbbbbbbwwlw", 0, 1, 0, 1, 0, 1, 0, 0, 0, special, 0, 0, 0);
  xls_record (maker, 0x06, "wwwbbbbbbwwlw", 0, 2, 0, 2, 0, 0x2A, 0, 0, 0, special, 0, 0, 0);
  xls_record (maker, 0x06, "wwwbbbbbbwwlw", 0, 3, 0, 0, 0, 0, 0, 0, 0, special, 0, 0, 0);
  xls_record (maker, 0x4BC, "wwbbbb", 0, 0, 3, 3, 0, 1); /* a shared formula stands in between */
  xls_record (maker, 0x207, "s", "堂邑镇");
  xls_record (maker, 0x06, "wwwbbbbbbwwlw", 0, 4, 0, 3, 0, 0, 0, 0, 0, special, 0, 0, 0);
  xls_record (maker, 0x207, "s", "of no formula");
}

static void
formulas_give_their_stored_value (void **state)
{
  (void) state;
  read_records (add_formulas);
  assert_sound_rows ("1: 4.5|1|#N/A|堂邑镇\n");
}

/* In the first column nobody saved a length: empty texts are no sign that somebody did. */
static void
add_unsaved_formulas (XlsMaker *maker)
{
  const guint special = 0xFFFF;
  xls_record (maker, 0x06, "wwwdwlw", 0, 0, 0, 0.0, 0, 0, 0);
  xls_record (maker, 0x06, "wwwdwlw", 0, 1, 0, 0.0, 0, 0, 0);
  xls_record (maker, 0x203, "wwwd", 0, 2, 0, 0.0);
  xls_record (maker, 0x06, "wwwbbbbbbwwlw", 1, 0, 0, 3, 0, 0, 0, 0, 0, special, 0, 0, 0);
  xls_record (maker, 0x06, "wwwdwlw", 1, 1, 0, 2.5, 0, 0, 0);
}

static void
nought_in_every_formula_of_a_column_is_no_value (void **state)
{
  (void) state;
  read_records (add_unsaved_formulas);
  assert_sound_rows ("1: |0|0\n"
                     "2: |2.5\n");
}

/* Who compares the workbook as it stands has the 0, who sends it back what was read. */
static void
what_nobody_worked_out_is_kept_as_such_and_empty_on_demand (void **state)
{
  (void) state;
  const YlWorksheet *sheet = load_bytes (xls_make_book (add_unsaved_formulas, FALSE));
  const YlCell *unsaved = yl_worksheet_find (sheet, 1, 0);
  const YlCell *typed = yl_worksheet_find (sheet, 1, 2);
  const YlCell *saved = yl_worksheet_find (sheet, 1, 1);
  assert_number_equal (unsaved->content, YL_CONTENT_NUMBER);
  assert_true (unsaved->is_unsaved && !typed->is_unsaved && !saved->is_unsaved);
  yl_worksheet_empty_unsaved (g_ptr_array_index (reading->book->sheets, 0));
  assert_number_equal (unsaved->content, YL_CONTENT_NONE);
  assert_number_equal (unsaved->value, 0);
  assert_number_equal (typed->content, YL_CONTENT_NUMBER);
  assert_number_equal (saved->content, YL_CONTENT_NUMBER);
}

static void
add_flags (XlsMaker *maker)
{
  xls_record (maker, 0x205, "wwwbb", 0, 0, 0, 1, 0);
  xls_record (maker, 0x205, "wwwbb", 0, 1, 0, 0, 0);
  xls_record (maker, 0x205, "wwwbb", 0, 2, 0, 0x07, 1);
  xls_record (maker, 0x205, "wwwbb", 0, 3, 0, 0x17, 1);
  xls_record (maker, 0x201, "www", 0, 4, 0); /* a cell with a look and nothing in it */
}

static void
booleans_are_1_and_0_and_errors_their_text (void **state)
{
  (void) state;
  read_records (add_flags);
  assert_sound_rows ("1: 1|0|#DIV/0!|#REF!\n");
}

static void
add_labels (XlsMaker *maker)
{
  xls_record (maker, 0x204, "wwws", 0, 0, 0, "县道 😀");
  xls_record (maker, 0xD6, "wwws", 0, 1, 0, "rich");
  xls_record (maker, 0x204, "wwws", 0, 2, 0, "");
}

static void
labels_hold_their_own_text (void **state)
{
  (void) state;
  read_records (add_labels);
  assert_sound_rows ("1: 县道 😀|rich\n");
}

/* Dates: days of 1900, by a built-in format, and one by a format of its own. */
static GBytes *
make_dates (guint is_1904)
{
  XlsMaker maker;
  xls_maker_init (&maker, FALSE);
  xls_record (&maker, 0x22, "w", is_1904);
  xls_record (&maker, 0xE0, "wwllll", 0, 0, 0, 0, 0, 0);
  xls_record (&maker, 0xE0, "wwllll", 0, 31, 0, 0, 0, 0);
  xls_record (&maker, 0xE0, "wwllll", 0, 164, 0, 0, 0, 0);
  xls_record (&maker, 0xE0, "wwllll", 0, 165, 0, 0, 0, 0);
  xls_record (&maker, 0x41E, "ws", 164, "yyyy\"年\"m\"月\"d\"日\"");
  xls_record (&maker, 0x41E, "ws", 165, "0.00\"d\"");
  xls_add_tab (&maker, "Roads", 0, 0);
  xls_end (&maker);
  xls_begin_sheet (&maker, 0);
  for (guint i = 0; i < 5; i++)
    xls_record (&maker, 0x203, "wwwd", 0, i, i, 44227.75);
  xls_end (&maker);
  GBytes *bytes = xls_finish (&maker, "Workbook");
  xls_maker_clear (&maker);
  return bytes;
}

static void
numbers_are_dates_by_their_format (void **state)
{
  (void) state;
  read_bytes (make_dates (FALSE));
  assert_sound_rows ("1: 44227.75|2021-01-31|2021-01-31|44227.75|44227.75\n");
}

static void
days_may_count_from_1904 (void **state)
{
  (void) state;
  read_bytes (make_dates (TRUE));
  assert_sound_rows ("1: 44227.75|2025-02-01|2025-02-01|44227.75|44227.75\n");
}

/* Two shared strings cut by CONTINUE in every way: the first within its characters, where the width
 * changes from 8 bits to 16; the second begins in the next record, and has runs and phonetic marks. */
static GBytes *
make_shared (guint32 index)
{
  static const guint8 first[] = "\2\0\0\0\2\0\0\0"
                                "\4\0\0"
                                "ab";
  static const guint8 second[] = "\1\x53\x53\x67\x50"; /* 卓, 偧: UTF-16 from here on */
  static const guint8 third[] = "\2\0\xC\1\0\4\0\0\0"
                                "xy"
                                "\0\0\0\0";
  static const guint8 fourth[] = "pppp";
  XlsMaker maker;
  xls_maker_init (&maker, FALSE);
  xls_add_tab (&maker, "Roads", 0, 0);
  xls_add (&maker, 0xFC, first, sizeof first - 1);
  xls_add (&maker, 0x3C, second, sizeof second - 1);
  xls_add (&maker, 0x3C, third, sizeof third - 1);
  xls_add (&maker, 0x3C, fourth, sizeof fourth - 1);
  xls_end (&maker);
  xls_begin_sheet (&maker, 0);
  xls_record (&maker, 0xFD, "wwwl", 0, 0, 0, 0);
  xls_record (&maker, 0xFD, "wwwl", 0, 1, 0, index);
  xls_end (&maker);
  GBytes *bytes = xls_finish (&maker, "Workbook");
  xls_maker_clear (&maker);
  return bytes;
}

static void
shared_strings_may_be_cut_anywhere (void **state)
{
  (void) state;
  read_bytes (make_shared (1));
  assert_sound_rows ("1: ab卓偧|xy\n");
}

static void
a_string_that_is_not_there_is_told (void **state)
{
  (void) state;
  read_bytes (make_shared (2));
  assert_null (reading->error);
  assert_non_null (strstr (reading->rows->text->str, "1: ab卓偧\n"));
  assert_only_finding (YL_E04, 1, "B");
}

static void
add_lone_half (XlsMaker *maker)
{
  static const guint8 record[] = "\0\0\0\0\0\0\2\0\1\x41\0\x3D\xD8"; /* A, then half a pair */
  xls_add (maker, 0x204, record, sizeof record - 1);
}

static void
half_a_character_is_replaced_and_told (void **state)
{
  (void) state;
  read_records (add_lone_half);
  assert_string_equal (reading->rows->text->str, "[Roads]\n1: A�\n[end]\n");
  assert_only_finding (YL_E04, 1, "A");
}

/* The texts of Excel 95 are bytes of a code page: 县道 in GBK, and one byte that is none. */
static void
texts_of_excel_95_are_of_their_code_page (void **state)
{
  (void) state;
  XlsMaker maker;
  xls_maker_init (&maker, TRUE);
  xls_record (&maker, 0x42, "w", 936);
  xls_add_tab (&maker, "\xC0\xEF\xB3\xCC", 0, 0);
  xls_end (&maker);
  xls_begin_sheet (&maker, 0);
  xls_record (&maker, 0x204, "wwws", 0, 0, 0, "\xCF\xD8\xB5\xC0");
  xls_record (&maker, 0x204, "wwws", 1, 0, 0, "\xFF!");
  xls_end (&maker);
  read_bytes (xls_finish (&maker, "Book"));
  xls_maker_clear (&maker);
  assert_string_equal (reading->rows->text->str, "[里程]\n1: 县道\n2: �!\n[end]\n");
  assert_only_finding (YL_E04, 2, "A");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    xls_sentence (numbers_are_decimals_of_fifteen_digits),
    xls_sentence (formulas_give_their_stored_value),
    xls_sentence (nought_in_every_formula_of_a_column_is_no_value),
    xls_sentence (what_nobody_worked_out_is_kept_as_such_and_empty_on_demand),
    xls_sentence (booleans_are_1_and_0_and_errors_their_text),
    xls_sentence (labels_hold_their_own_text),
    xls_sentence (numbers_are_dates_by_their_format),
    xls_sentence (days_may_count_from_1904),
    xls_sentence (shared_strings_may_be_cut_anywhere),
    xls_sentence (a_string_that_is_not_there_is_told),
    xls_sentence (half_a_character_is_replaced_and_told),
    xls_sentence (texts_of_excel_95_are_of_their_code_page),
  };
  return cmocka_run_group_tests_name ("xls cells", tests, NULL, NULL);
}
