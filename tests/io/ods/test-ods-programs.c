/* tests/data/ods: the road list of tests/data/xlsx, as other programs write it. */
#include "ods-reading.h"

static const char roads[] =
    "[里程台账]\n"
    "1: 农村公路里程台账（示例）\n"
    "2: 路线编码|路线名称|行政等级|乡镇|起点桩号|止点桩号|里程|断头路|修建日期|备注\n"
    "3: X001371502|示例一路|县道|闫寺街道|1.1|12.3|11.2|0|2015-06-30|大修 2019 完工\n"
    "4: Y002371502|示例二路|乡道|闫寺街道|0|6.5|6.5|0|2008-12-01|a<b & \"c\"\n"
    "5: C003371502|示例三路|村道|道口铺街道|1.2|3.7|2.5|1|2021-01-31\n"
    "6: C004371502|示例四路|村道|道口铺街道|0|0.8|0.8|0|| 前后有空格 \n"
    "7: Y005371502|示例五路|乡道|北城街道|K0+000|K3+210|3.21|0|2021-03-01|第一行\n第二行\n"
    "[end]\n";
static const char hidden_sheet[] = "[隐藏, hidden]\n1: 看不见\n[end]\n";
/* SheetJS says of no sheet that it is hidden. */
static const char shown_sheet[] = "[隐藏]\n1: 看不见\n[end]\n";

static void
check_file (const char *name, const char *second_sheet)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("YL_SOURCE_ROOT"), "tests", "data", "ods", name, NULL);
  char *content = NULL;
  gsize length = 0;
  assert_true (g_file_get_contents (path, &content, &length, NULL));
  read_bytes (g_bytes_new_take (content, length));
  assert_null (reading->error);
  g_autofree char *expected = g_strconcat (roads, second_sheet, NULL);
  assert_string_equal (reading->rows->text->str, expected);
  assert_number_equal (yl_findings_get_n (reading->findings), 0);
}

static void
a_list_that_libreoffice_wrote_reads_as_it_was_meant (void **state)
{
  (void) state;
  check_file ("libreoffice.ods", hidden_sheet);
}

static void
a_list_that_gnumeric_wrote_reads_as_it_was_meant (void **state)
{
  (void) state;
  check_file ("gnumeric.ods", hidden_sheet);
}

static void
a_list_that_sheetjs_wrote_reads_as_it_was_meant (void **state)
{
  (void) state;
  check_file ("sheetjs.ods", shown_sheet);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    ods_sentence (a_list_that_libreoffice_wrote_reads_as_it_was_meant),
    ods_sentence (a_list_that_gnumeric_wrote_reads_as_it_was_meant),
    ods_sentence (a_list_that_sheetjs_wrote_reads_as_it_was_meant),
  };
  return cmocka_run_group_tests_name ("ods programs", tests, NULL, NULL);
}
