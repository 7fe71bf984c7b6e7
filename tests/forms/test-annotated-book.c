/* The annotated copy of a workbook, cell by cell as a sink gets it. */
#include "yanglu/forms/annotated/annotated-book.h"

#include "support/assert.h"

#include <string.h>

/* What a sink was told: "sheet!D7" → its content; the notes, links and settings of the found sheets. */
typedef struct
{
  GPtrArray *tabs;
  GHashTable *cells;
  GHashTable *notes;
  GHashTable *links;
  GHashTable *frames; /* of cells that keep their paper */
  GString *settings;
  double widths[2]; /* of the first columns of 表 */
  gboolean is_fitted;
} Told;

static Told told;

static gpointer
begin_sheet (gpointer self, const YlSheetForm *form)
{
  (void) self;
  g_ptr_array_add (told.tabs, g_strdup (form->name));
  return GUINT_TO_POINTER (told.tabs->len);
}

static const char *
get_tab (gpointer sheet)
{
  return g_ptr_array_index (told.tabs, GPOINTER_TO_UINT (sheet) - 1);
}

static void
put (gpointer self, gpointer sheet, const YlFormCell *cell)
{
  (void) self;
  g_autofree char *place = yl_cell_to_text (cell->row, cell->column);
  g_autofree char *key = g_strdup_printf ("%s!%s", get_tab (sheet), place);
  g_hash_table_insert (told.cells, g_strdup (key),
                       g_strdup_printf ("%u %s%s%s", cell->content,
                                        cell->text == NULL ? "" : cell->text,
                                        cell->formula == NULL ? "" : " =",
                                        cell->formula == NULL ? "" : cell->formula));
  if (cell->mark != NULL && cell->mark->note != NULL)
    g_hash_table_insert (told.notes, g_strdup (key), g_strdup (cell->mark->note));
  if (cell->mark != NULL && cell->mark->is_framed)
    g_hash_table_add (told.frames, g_strdup (key));
  if (cell->link != NULL)
    g_hash_table_insert (told.links, g_strdup (key), g_strdup (cell->link));
}

static void
set (gpointer self, gpointer sheet, const YlSheetSetting *setting)
{
  (void) self;
  if (setting->kind == YL_SETTING_MERGE)
    g_string_append_printf (told.settings, "merge %s %u-%u;", get_tab (sheet), setting->first_row,
                            setting->last_row);
  const gboolean is_found = g_str_equal (get_tab (sheet), "表");
  if (setting->kind == YL_SETTING_COLUMNS && is_found && setting->first_column < 2)
    told.widths[setting->first_column] = setting->width;
  told.is_fitted = told.is_fitted || (setting->kind == YL_SETTING_FIT && is_found);
  if (setting->kind == YL_SETTING_HIDE_ROW)
    g_string_append_printf (told.settings, "row %u;", setting->first_row);
}

static void
define (gpointer self, const char *name, const char *reference)
{
  (void) self;
  g_string_append_printf (told.settings, "name %s %s;", name, reference);
}

static GHashTable *
new_texts (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/* A workbook of one sheet, and what an audit says of it. */
typedef struct
{
  YlTextPool *texts;
  YlWorkbook *found;
  YlWorksheet *sheet;
  YlAudit *audit;
} Fixture;

static int
set_up (void **state)
{
  Fixture *fixture = g_new0 (Fixture, 1);
  fixture->texts = yl_text_pool_new ();
  fixture->found = yl_workbook_new ("表.xlsx", fixture->texts);
  fixture->sheet = yl_workbook_add_sheet (fixture->found, "表");
  fixture->audit = yl_audit_new ("表.xlsx");
  told = (Told){ .tabs = g_ptr_array_new_with_free_func (g_free),
                 .cells = new_texts (),
                 .notes = new_texts (),
                 .links = new_texts (),
                 .frames = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                 .settings = g_string_new (NULL) };
  *state = fixture;
  return 0;
}

static int
tear_down (void **state)
{
  Fixture *fixture = *state;
  yl_audit_free (fixture->audit);
  yl_arena_free_record (fixture->found);
  yl_text_pool_free (fixture->texts);
  g_free (fixture);
  g_ptr_array_unref (told.tabs);
  g_hash_table_unref (told.cells);
  g_hash_table_unref (told.notes);
  g_hash_table_unref (told.links);
  g_hash_table_unref (told.frames);
  g_string_free (told.settings, TRUE);
  return 0;
}

static void
put_found (Fixture *fixture, guint32 row, guint16 column, YlContent content, const char *value)
{
  const YlCell cell = { .row = row,
                        .column = column,
                        .content = (guint8) content,
                        .value = yl_text_pool_add (fixture->texts, yl_text_of (value)) };
  yl_worksheet_put (fixture->sheet, &cell);
}

static void
add_finding (Fixture *fixture, const char *cell, const char *message)
{
  yl_findings_add (fixture->audit->findings, &(YlFinding){ .code = YL_C01,
                                                           .severity = YL_SEVERITY_ERROR,
                                                           .file = "表.xlsx",
                                                           .sheet = "表",
                                                           .cell = cell,
                                                           .message = message });
}

static void
write_copy (const Fixture *fixture)
{
  const YlCellSink sink = { .begin_sheet = begin_sheet, .put = put, .set = set, .define = define };
  const YlAnnotatedRequest request = { .audit = fixture->audit, .found = fixture->found };
  yl_annotated_book_write (&request, &sink);
}

static const char *
get (GHashTable *table, const char *place)
{
  const char *text = g_hash_table_lookup (table, place);
  return text == NULL ? "（没有）" : text;
}

/* How often @what stands in @text. */
static guint
count (const char *text, const char *what)
{
  guint n = 0;
  for (const char *at = strstr (text, what); at != NULL; at = strstr (at + 1, what))
    n++;
  return n;
}

/* Whether some line of 审计批注 has @what. */
static gboolean
is_said (const char *what)
{
  GHashTableIter iter;
  gpointer place, text;
  g_hash_table_iter_init (&iter, told.cells);
  while (g_hash_table_iter_next (&iter, &place, &text))
    if (g_str_has_prefix (place, "审计批注!") && strstr (text, what) != NULL)
      return TRUE;
  return FALSE;
}

static void
cells_of_any_kind_are_what_they_were (void **state)
{
  Fixture *fixture = *state;
  put_found (fixture, 1, 0, YL_CONTENT_TEXT, "=1+1");
  put_found (fixture, 1, 1, YL_CONTENT_NUMBER, "9.787");
  put_found (fixture, 1, 2, YL_CONTENT_BOOLEAN, "1");
  put_found (fixture, 1, 3, YL_CONTENT_ERROR, "#N/A");
  write_copy (fixture);
  assert_string_equal (get (told.cells, "表!A1"), "2 =1+1");
  assert_string_equal (get (told.cells, "表!B1"), "1 9.787");
  assert_string_equal (get (told.cells, "表!C1"), "3 1");
  assert_string_equal (get (told.cells, "表!D1"), "4 #N/A");
  assert_true (is_said ("1 个错误值（没有公式）写成文字"));
}

static void
a_finding_is_noted_at_its_cell_even_an_empty_one_and_linked_both_ways (void **state)
{
  Fixture *fixture = *state;
  put_found (fixture, 2, 1, YL_CONTENT_NUMBER, "1");
  add_finding (fixture, "B2", "多一元");
  add_finding (fixture, "D9:D11", "少三行");
  write_copy (fixture);
  assert_non_null (strstr (get (told.notes, "表!B2"), "【错误 C01】多一元。"));
  assert_non_null (strstr (get (told.notes, "表!D9"), "少三行"));
  assert_string_equal (get (told.cells, "表!B2"), "1 1");
  assert_string_equal (get (told.cells, "表!D9"), "0 ");
  /* The list begins below what introduces it; the second finding stands one row lower. */
  const guint first =
      (guint) g_ascii_strtoull (get (told.links, "表!B2") + strlen ("'审计批注'!A"), NULL, 10);
  g_autofree char *second = g_strdup_printf ("'审计批注'!A%u", first + 1);
  g_autofree char *place = g_strdup_printf ("审计批注!E%u", first);
  assert_string_equal (get (told.links, "表!D9"), second);
  assert_string_equal (get (told.links, place), "'表'!B2");
}

static void
eight_findings_of_a_cell_are_told_and_the_ninth_is_counted (void **state)
{
  Fixture *fixture = *state;
  for (guint i = 0; i < YL_NOTE_FINDINGS; i++)
    add_finding (fixture, "A1", "同一格");
  write_copy (fixture);
  assert_number_equal (count (get (told.notes, "表!A1"), "同一格"), 8);
  assert_null (strstr (get (told.notes, "表!A1"), "另有"));
  add_finding (fixture, "A1", "同一格");
  write_copy (fixture);
  assert_number_equal (count (get (told.notes, "表!A1"), "同一格"), 8);
  assert_non_null (strstr (get (told.notes, "表!A1"), "另有 1 项"));
}

static void
a_text_of_four_hundred_characters_is_noted_whole_and_one_more_is_cut_and_said (void **state)
{
  Fixture *fixture = *state;
  g_autofree char *full = g_strnfill (YL_NOTE_CHARACTERS - 1, 'x');
  g_autofree char *longer = g_strnfill (YL_NOTE_CHARACTERS, 'x');
  add_finding (fixture, "A1", full); /* and its full stop */
  add_finding (fixture, "A2", longer);
  write_copy (fixture);
  assert_null (strstr (get (told.notes, "表!A1"), "全文见"));
  assert_non_null (strstr (get (told.notes, "表!A2"), "全文见"));
}

static void
signs_that_no_file_can_hold_are_shown_in_a_note (void **state)
{
  Fixture *fixture = *state;
  add_finding (fixture, "A1", "甲\001乙");
  write_copy (fixture);
  assert_non_null (strstr (get (told.notes, "表!A1"), "甲␁乙"));
}

static void
what_the_page_shows_wrongly_keeps_its_paper (void **state)
{
  Fixture *fixture = *state;
  put_found (fixture, 1, 0, YL_CONTENT_NUMBER, "1");
  put_found (fixture, 1, 1, YL_CONTENT_NUMBER, "2");
  add_finding (fixture, "A1", "数不对");
  yl_findings_add (fixture->audit->findings,
                   &(YlFinding){ .code = YL_C11, .sheet = "表", .cell = "B1", .message = "白字" });
  write_copy (fixture);
  assert_false (g_hash_table_contains (told.frames, "表!A1"));
  assert_true (g_hash_table_contains (told.frames, "表!B1"));
}

static void
a_finding_of_another_file_or_of_a_sheet_that_is_gone_leads_nowhere (void **state)
{
  Fixture *fixture = *state;
  yl_findings_add (fixture->audit->findings,
                   &(YlFinding){ .code = YL_D01, .file = "台账.csv", .row = 7, .message = "未拨" });
  yl_findings_add (
      fixture->audit->findings,
      &(YlFinding){ .code = YL_C01, .sheet = "已删", .cell = "B2", .message = "表没了" });
  write_copy (fixture);
  assert_number_equal (g_hash_table_size (told.links), 0);
  assert_number_equal (g_hash_table_size (told.notes), 0);
  assert_true (is_said ("台账.csv 第7行"));
  assert_true (is_said ("已删!B2"));
}

static void
a_name_that_no_sheet_may_have_becomes_another_and_that_is_said (void **state)
{
  Fixture *fixture = *state;
  yl_workbook_add_sheet (fixture->found,
                         "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一");
  yl_workbook_add_sheet (fixture->found,
                         "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二");
  yl_workbook_add_sheet (fixture->found, "甲/乙");
  yl_workbook_add_sheet (fixture->found, "审计批注");
  write_copy (fixture);
  assert_string_equal (g_ptr_array_index (told.tabs, 0), "审计批注");
  assert_string_equal (g_ptr_array_index (told.tabs, 1), "表");
  assert_string_equal (g_ptr_array_index (told.tabs, 2),
                       "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一");
  assert_string_equal (g_ptr_array_index (told.tabs, 3), "原第3张表");
  assert_string_equal (g_ptr_array_index (told.tabs, 4), "原第4张表");
  assert_string_equal (g_ptr_array_index (told.tabs, 5), "原第5张表");
  assert_true (is_said ("第 4 张工作表“甲/乙”在本文件里叫“原第4张表”"));
}

static void
merges_over_one_another_and_names_that_are_cells_are_left_out_and_counted (void **state)
{
  Fixture *fixture = *state;
  const YlCellRange merges[] = { { 1, 2, 0, 1 }, { 2, 3, 1, 2 }, { 5, 5, 0, 0 }, { 7, 9, 0, 0 } };
  g_array_append_vals (fixture->sheet->merges, merges, G_N_ELEMENTS (merges));
  yl_workbook_add_name (fixture->found, "合计", "'表'!$A$1");
  yl_workbook_add_name (fixture->found, "A1", "'表'!$A$1");
  yl_workbook_add_name (fixture->found, "有 空格", "'表'!$A$1");
  write_copy (fixture);
  assert_string_equal (told.settings->str, "merge 表 1-2;merge 表 7-9;name 合计 '表'!$A$1;");
  assert_true (is_said ("2 处合并单元格"));
  assert_true (is_said ("2 个名称"));
}

static void
write_given_back (const Fixture *fixture)
{
  const YlCellSink sink = { .begin_sheet = begin_sheet, .put = put, .set = set, .define = define };
  const YlListGivenBack list = { .file = "表.xlsx",
                                 .findings = fixture->audit->findings,
                                 .made = "读入 2 行。" };
  const YlAnnotatedRequest request = { .list = &list, .found = fixture->found };
  yl_annotated_book_write (&request, &sink);
}

static void
a_list_that_goes_back_says_how_it_is_sent_again_and_its_cells_lead_nowhere (void **state)
{
  Fixture *fixture = *state;
  put_found (fixture, 2, 1, YL_CONTENT_NUMBER, "1");
  add_finding (fixture, "B2", "多一公里");
  write_given_back (fixture);
  assert_string_equal (g_ptr_array_index (told.tabs, 0), "退回问题清单");
  assert_string_equal (g_ptr_array_index (told.tabs, 1), "表");
  assert_non_null (strstr (get (told.cells, "退回问题清单!D2"), "把本文件发回给您的单位"));
  assert_non_null (strstr (get (told.notes, "表!B2"), "【错误 C01】多一公里。"));
  assert_false (g_hash_table_contains (told.links, "表!B2"));
  assert_number_equal (g_hash_table_size (told.links), 1);
}

/* Ten letters of 11 points are 11 digits of 10, and 0.4 of rims are 0.44; a short one has the usual
 * width. What says itself how wide it is stays so. */
static void
a_list_of_text_alone_is_as_wide_as_its_codes (void **state)
{
  Fixture *fixture = *state;
  put_found (fixture, 1, 0, YL_CONTENT_TEXT, "X001371502");
  put_found (fixture, 1, 1, YL_CONTENT_TEXT, "X");
  write_given_back (fixture);
  assert_true (told.widths[0] > 11.43 && told.widths[0] < 11.45);
  assert_true (told.widths[1] > 9.29 && told.widths[1] < 9.31);
  assert_true (told.is_fitted);
  const YlColumnWidth own = { .first = 1, .last = 1, .width = 30000 };
  g_array_append_val (fixture->sheet->page.widths, own);
  told.widths[0] = 0;
  told.is_fitted = FALSE;
  write_given_back (fixture);
  assert_true (told.widths[0] <= 0);
  assert_true (told.widths[1] > 30);
  assert_false (told.is_fitted);
}

/* Its title stands first; without it the sheet is somebody's own. */
static void
what_a_copy_added_is_taken_off_again_the_colours_of_its_marks_too (void **state)
{
  Fixture *fixture = *state;
  const YlCellLook marked = { "", YL_COLOUR_BLACK, 0xF8CBAD, 0, 0, 0 };
  const YlCellLook own = { "", YL_COLOUR_BLACK, 0x00FF00, 0, 0, 0 };
  const guint16 first = yl_workbook_add_look (fixture->found, &marked);
  const guint16 second = yl_workbook_add_look (fixture->found, &own);
  fixture->sheet = yl_workbook_add_sheet (fixture->found, "退回问题清单");
  assert_null (yl_annotated_book_drop (fixture->found));
  put_found (fixture, 1, 0, YL_CONTENT_TEXT, "农村公路里程台账退回修改");
  assert_string_equal (yl_annotated_book_drop (fixture->found), "退回问题清单");
  assert_number_equal (fixture->found->sheets->len, 1);
  const YlCellLook *looks = (const YlCellLook *) (gpointer) fixture->found->looks->data;
  assert_number_equal (looks[first].paper, YL_COLOUR_WHITE);
  assert_number_equal (looks[second].paper, 0x00FF00);
}

static void
a_million_and_a_half_cells_fit_and_one_more_does_not (void **state)
{
  Fixture *fixture = *state;
  guint64 n = 0;
  g_array_set_size (fixture->sheet->cells, YL_ANNOTATED_CELLS);
  assert_true (yl_annotated_book_fits (fixture->found, &n));
  g_array_set_size (fixture->sheet->cells, YL_ANNOTATED_CELLS + 1);
  assert_false (yl_annotated_book_fits (fixture->found, &n));
  assert_number_equal (n, 1500001);
}

static void
only_a_first_sheet_of_ours_is_dropped (void **state)
{
  Fixture *fixture = *state;
  assert_false (yl_annotated_book_drop (fixture->found));
  g_autoptr (YlWorkbook) other = yl_workbook_new ("乙.xlsx", fixture->texts);
  YlWorksheet *first = yl_workbook_add_sheet (other, "审计批注");
  yl_workbook_add_sheet (other, "表");
  /* Somebody else's sheet of that name is audited like any other. */
  assert_false (yl_annotated_book_drop (other));
  const YlCell title = { .row = 1,
                         .content = YL_CONTENT_TEXT,
                         .value = yl_text_pool_add (fixture->texts,
                                                    yl_text_of ("农村公路养护预算审计批注")) };
  yl_worksheet_put (first, &title);
  assert_true (yl_annotated_book_drop (other));
  assert_number_equal (other->sheets->len, 1);
}

int
main (void)
{
#define SENTENCE(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
    SENTENCE (cells_of_any_kind_are_what_they_were),
    SENTENCE (a_finding_is_noted_at_its_cell_even_an_empty_one_and_linked_both_ways),
    SENTENCE (eight_findings_of_a_cell_are_told_and_the_ninth_is_counted),
    SENTENCE (a_text_of_four_hundred_characters_is_noted_whole_and_one_more_is_cut_and_said),
    SENTENCE (signs_that_no_file_can_hold_are_shown_in_a_note),
    SENTENCE (what_the_page_shows_wrongly_keeps_its_paper),
    SENTENCE (a_finding_of_another_file_or_of_a_sheet_that_is_gone_leads_nowhere),
    SENTENCE (a_name_that_no_sheet_may_have_becomes_another_and_that_is_said),
    SENTENCE (merges_over_one_another_and_names_that_are_cells_are_left_out_and_counted),
    SENTENCE (a_list_that_goes_back_says_how_it_is_sent_again_and_its_cells_lead_nowhere),
    SENTENCE (a_list_of_text_alone_is_as_wide_as_its_codes),
    SENTENCE (what_a_copy_added_is_taken_off_again_the_colours_of_its_marks_too),
    SENTENCE (a_million_and_a_half_cells_fit_and_one_more_does_not),
    SENTENCE (only_a_first_sheet_of_ours_is_dropped),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
