/* What a file is, by its first bytes. */
#include "support/assert.h"

#include "yanglu/base/error.h"
#include "yanglu/io/file-form.h"

#include <string.h>

#define SPREADSHEET "urn:schemas-microsoft-com:office:spreadsheet"

typedef struct
{
  const char *bytes;
  gsize size;
  YlFileForm form;
} Case;

#define CASE(bytes, form)                                                                          \
  {                                                                                                \
    (bytes), sizeof (bytes) - 1, (form)                                                            \
  }

static const Case cases[] = {
  CASE ("", YL_FILE_TEXT),
  CASE ("类别,里程\n县道,1\n", YL_FILE_TEXT),
  CASE ("<1km,2\n", YL_FILE_TEXT),
  CASE ("a,b\nc\0d,e\nf,g\nh,i\n", YL_FILE_TEXT), /* damage in a text */
  CASE ("\xFF\xFE"
        "a\0,\0b\0\n\0",
        YL_FILE_TEXT),
  CASE ("PK\003\004...", YL_FILE_PACKAGE),
  CASE ("PK\003", YL_FILE_TEXT),
  CASE ("PK\003\004\024\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\010\0\0\0mimetypeapplication/",
        YL_FILE_ODF),
  CASE ("PK\003\004\024\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\010\0\0\0mimetyp.application/",
        YL_FILE_PACKAGE),
  CASE ("PK\003\004\024\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\013\0\0\0content.xml<",
        YL_FILE_ODF),
  CASE ("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1...", YL_FILE_COMPOUND),
  CASE ("\x09\x08\x10\x00\x00\x06\x05\x00", YL_FILE_OLD_EXCEL),
  CASE ("\x09\x00\x04\x00\x02\x00\x10\x00", YL_FILE_OLD_EXCEL),
  CASE ("<html><table><tr><td>1</td></tr></table>", YL_FILE_WEB_PAGE),
  CASE ("\xEF\xBB\xBF\r\n  <TABLE border=1>", YL_FILE_WEB_PAGE),
  CASE ("\xFF\xFE<\0h\0t\0m\0l\0>\0", YL_FILE_WEB_PAGE),
  CASE ("<!-- x --><!DOCTYPE HTML>", YL_FILE_WEB_PAGE),
  CASE ("<?xml version=\"1.0\"?><html xmlns:x=\"" SPREADSHEET "\">", YL_FILE_WEB_PAGE),
  CASE ("MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n", YL_FILE_WEB_PAGE),
  CASE ("<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>", YL_FILE_XML_SHEET),
  CASE ("<Workbook xmlns=\"" SPREADSHEET "\">", YL_FILE_XML_SHEET),
  CASE ("<?xml version=\"1.0\"?><a/>", YL_FILE_XML),
  CASE ("\x1F\x8B\x08", YL_FILE_COMPRESSED),
  CASE ("Rar!\x1A\x07", YL_FILE_COMPRESSED),
  CASE ("%PDF-1.7", YL_FILE_PDF),
  CASE ("\x89PNG\r\n", YL_FILE_PICTURE),
  CASE ("\0\0\0\0\0\0\0\0", YL_FILE_BINARY),
  CASE ("\x7F"
        "ELF\2\1\1\0\0\0\0\0\0\0\0\0",
        YL_FILE_BINARY),
};

static YlInput *
open_case (const Case *it)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (it->bytes, it->size);
  return yl_input_new_for_bytes ("台账.xls", bytes);
}

static void
files_are_known_by_their_first_bytes (void **state)
{
  (void) state;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YlInput) input = open_case (&cases[i]);
      if (yl_file_form_find (input) != cases[i].form)
        fail_msg ("“%s” is taken for %d", cases[i].bytes, yl_file_form_find (input));
      const gboolean is_workbook = cases[i].form == YL_FILE_PACKAGE || cases[i].form == YL_FILE_ODF
                                   || cases[i].form == YL_FILE_COMPOUND;
      assert_int_equal (yl_file_form_is_workbook (input), is_workbook);
    }
}

/* 1024 letters of which every 20th is one of @n_kinds bytes that no text has. */
static YlFileForm
find_form_with (guint n_kinds)
{
  char bytes[1024];
  for (guint i = 0; i < sizeof bytes; i++)
    bytes[i] = (char) (i % 20 == 0 ? i / 20 % n_kinds + 1 : 'a');
  g_autoptr (GBytes) kept = g_bytes_new (bytes, sizeof bytes);
  g_autoptr (YlInput) input = yl_input_new_for_bytes ("台账.csv", kept);
  return yl_file_form_find (input);
}

static void
eight_kinds_of_bytes_that_no_text_has_are_none_and_seven_are_damage (void **state)
{
  (void) state;
  assert_int_equal (find_form_with (7), YL_FILE_TEXT);
  assert_int_equal (find_form_with (8), YL_FILE_BINARY);
}

static void
what_is_no_text_is_refused_with_what_it_is (void **state)
{
  (void) state;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YlInput) input = open_case (&cases[i]);
      g_autoptr (GError) error = NULL;
      assert_int_equal (yl_file_form_check (input, YL_FILE_TEXT, &error),
                        cases[i].form == YL_FILE_TEXT);
      if (error == NULL)
        continue;
      assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_INVALID));
      assert_true (g_str_has_prefix (error->message, "“台账.xls”"));
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (files_are_known_by_their_first_bytes),
    cmocka_unit_test (eight_kinds_of_bytes_that_no_text_has_are_none_and_seven_are_damage),
    cmocka_unit_test (what_is_no_text_is_refused_with_what_it_is),
  };
  return cmocka_run_group_tests_name ("file-form", tests, NULL, NULL);
}
