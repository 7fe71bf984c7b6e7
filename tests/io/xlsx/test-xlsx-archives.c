/* The zip layer: odd archives are read, damaged ones are refused with a reason. */
#include "xlsx-reading.h"

#include <string.h>

#define ROW "<row><c><v>1</v></c></row>"

/* A workbook whose sheet stands in the archive in an odd way. */
static gboolean
read_odd (guint oddities)
{
  xlsx_maker_add_frame (maker);
  xlsx_maker_add (maker, "xl/worksheets/sheet1.xml", XLSX_SHEET (ROW), oddities);
  return read_made ();
}

static void
check_odd (guint oddities)
{
  read_odd (oddities);
  assert_rows ("1: 1\n");
  assert_sound ();
}

static void
stored_parts_are_read (void **state)
{
  (void) state;
  check_odd (XLSX_STORED);
}

static void
parts_with_a_data_descriptor_are_read (void **state)
{
  (void) state;
  check_odd (XLSX_DESCRIPTOR);
}

static void
parts_with_64_bit_sizes_are_read (void **state)
{
  (void) state;
  check_odd (XLSX_ZIP64);
}

static void
a_part_with_a_wrong_checksum_is_refused (void **state)
{
  (void) state;
  assert_false (read_odd (XLSX_WRONG_CRC));
  assert_refused (YL_ERROR_INVALID, "校验和");
}

static void
a_part_longer_than_it_says_is_refused (void **state)
{
  (void) state;
  assert_false (read_odd (XLSX_SHORT_LENGTH));
  assert_refused (YL_ERROR_INVALID, "损坏");
}

static void
an_encrypted_part_is_refused (void **state)
{
  (void) state;
  assert_false (read_odd (XLSX_ENCRYPTED));
  assert_refused (YL_ERROR_INVALID, "密码");
}

static void
a_compression_that_no_workbook_may_use_is_refused (void **state)
{
  (void) state;
  assert_false (read_odd (XLSX_ODD_METHOD));
  assert_refused (YL_ERROR_INVALID, "压缩方式");
}

static void
two_entries_of_one_name_are_refused_even_when_their_case_differs (void **state)
{
  (void) state;
  xlsx_maker_add_frame (maker);
  xlsx_maker_add (maker, "xl/worksheets/sheet1.xml", XLSX_SHEET (ROW), XLSX_PLAIN);
  xlsx_maker_add (maker, "XL/worksheets\\Sheet1.xml", XLSX_SHEET (""), XLSX_PLAIN);
  assert_false (read_made ());
  assert_refused (YL_ERROR_INVALID, "同名");
}

/* A hundred names for the bytes of one part. */
static void
a_small_file_that_pretends_to_hold_much_is_refused (void **state)
{
  (void) state;
  g_autofree char *sheet = g_strnfill (10000, 'x');
  xlsx_maker_add_frame (maker);
  xlsx_maker_add (maker, "0", sheet, XLSX_STORED);
  for (guint i = 1; i < 100; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i);
      xlsx_maker_add (maker, name, sheet, XLSX_STORED | XLSX_SAME_BYTES);
    }
  assert_false (read_made ());
  assert_refused (YL_ERROR_INVALID, "重叠");
}

static void
a_workbook_cut_short_anywhere_is_refused (void **state)
{
  (void) state;
  g_autoptr (GBytes) whole = xlsx_make_book (ROW);
  const gsize size = g_bytes_get_size (whole);
  for (gsize length = 4; length < size; length++)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (whole, 0, length);
      if (read_archive (cut))
        fail_msg ("read though cut to %u of %u bytes", (guint) length, (guint) size);
    }
  assert_refused (YL_ERROR_INVALID, "不完整");
}

static void
check_refused_bytes (const char *bytes, gsize length, const char *piece)
{
  g_autoptr (GBytes) content = g_bytes_new (bytes, length);
  assert_false (read_archive (content));
  assert_refused (YL_ERROR_INVALID, piece);
}

static void
an_old_or_locked_workbook_says_to_save_it_as_xlsx (void **state)
{
  (void) state;
  check_refused_bytes ("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more", 16, "另存为 .xlsx");
}

static void
a_file_that_is_no_archive_is_refused (void **state)
{
  (void) state;
  check_refused_bytes ("X001371502,12.3\n", 16, "不是工作簿");
  check_refused_bytes ("", 0, "不是工作簿");
  check_refused_bytes ("PK\x03\x04", 4, "不完整");
}

static void
read_root (const char *target)
{
  g_autofree char *root =
      g_strdup_printf (XLSX_RELATIONSHIPS ("<Relationship Id='a' Type='" XLSX_RELATIONS
                                           "/officeDocument' Target='%s'/>"),
                       target);
  xlsx_maker_add (maker, "_rels/.rels", root, XLSX_PLAIN);
  xlsx_maker_add (maker, "word/document.xml", "<w:document xmlns:w='urn:w'/>", XLSX_PLAIN);
  assert_false (read_made ());
}

static void
a_text_document_is_no_workbook (void **state)
{
  (void) state;
  read_root ("word/document.xml");
  assert_refused (YL_ERROR_INVALID, "不是 Excel 工作簿");
}

static void
a_binary_workbook_is_named_as_what_it_is (void **state)
{
  (void) state;
  read_root ("xl/workbook.bin");
  assert_refused (YL_ERROR_INVALID, ".xlsb");
}

static void
an_opendocument_table_is_named_as_what_it_is (void **state)
{
  (void) state;
  xlsx_maker_add (maker, "content.xml", "<x/>", XLSX_PLAIN);
  assert_false (read_made ());
  assert_refused (YL_ERROR_INVALID, "OpenDocument 文档");
}

static void
broken_xml_is_refused_with_its_place (void **state)
{
  (void) state;
  assert_false (read_rows ("\n\n<row><c></row>"));
  assert_refused (YL_ERROR_INVALID, "工作表“里程”");
  assert_refused (YL_ERROR_INVALID, "第 3 行");
}

static goffset last_done;
static goffset last_all;

static void
note_progress (goffset done, goffset all)
{
  assert_true (done >= last_done && done <= all);
  last_done = done;
  last_all = all;
}

static void
progress_goes_up_to_the_size_of_the_file (void **state)
{
  (void) state;
  last_done = 0;
  g_autoptr (GBytes) bytes = xlsx_make_book (ROW);
  g_autoptr (YlInput) input = yl_input_new_for_bytes ("a.xlsx", bytes);
  const YlRowSink sink = yl_row_text_get_sink (reading->rows);
  assert_true (
      yl_book_read (yl_xlsx_read, input, NULL, &sink, reading->findings, note_progress, NULL));
  assert_number_equal (last_all, (gint64) g_bytes_get_size (bytes));
  assert_true (last_done > 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    xlsx_sentence (stored_parts_are_read),
    xlsx_sentence (parts_with_a_data_descriptor_are_read),
    xlsx_sentence (parts_with_64_bit_sizes_are_read),
    xlsx_sentence (a_part_with_a_wrong_checksum_is_refused),
    xlsx_sentence (a_part_longer_than_it_says_is_refused),
    xlsx_sentence (an_encrypted_part_is_refused),
    xlsx_sentence (a_compression_that_no_workbook_may_use_is_refused),
    xlsx_sentence (two_entries_of_one_name_are_refused_even_when_their_case_differs),
    xlsx_sentence (a_small_file_that_pretends_to_hold_much_is_refused),
    xlsx_sentence (a_workbook_cut_short_anywhere_is_refused),
    xlsx_sentence (an_old_or_locked_workbook_says_to_save_it_as_xlsx),
    xlsx_sentence (a_file_that_is_no_archive_is_refused),
    xlsx_sentence (a_text_document_is_no_workbook),
    xlsx_sentence (a_binary_workbook_is_named_as_what_it_is),
    xlsx_sentence (an_opendocument_table_is_named_as_what_it_is),
    xlsx_sentence (broken_xml_is_refused_with_its_place),
    xlsx_sentence (progress_goes_up_to_the_size_of_the_file),
  };
  return cmocka_run_group_tests_name ("xlsx archives", tests, NULL, NULL);
}
