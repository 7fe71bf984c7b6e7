/* What a user does to a record, and takes back. */
#include "io/store/record-case.h"
#include "support/assert.h"
#include "yanglu/base/error.h"
#include "yanglu/base/random.h"
#include "yanglu/io/store/verify.h"

#include <string.h>

static int
set_up (void **state)
{
  *state = record_case_new ();
  return 0;
}

static int
tear_down (void **state)
{
  record_case_free (*state);
  return 0;
}

static void
a_record_knows_whose_it_is_and_has_the_sheets_of_the_entry_workbook (void **state)
{
  RecordCase *c = *state;
  record_case_reopen (c);
  const YlRecordIdentity *identity = yl_record_get_identity (c->record);
  assert_string_equal (identity->county, "371502");
  assert_number_equal (identity->year, 2021);
  assert_number_equal (strlen (identity->uuid), 36);
  guint n = 0;
  yl_record_get_sheets (c->record, &n);
  assert_number_equal (n, 8);
  assert_number_equal (yl_record_find_sheet (c->record, "road")->n_columns, 30);
  assert_number_equal (yl_record_get_revision (c->record, NULL), 0);
  assert_text_equal_free (record_case_verify (c, NULL), "");
}

static void
cells_stand_as_they_were_typed_and_rows_in_their_order (void **state)
{
  RecordCase *c = *state;
  g_autofree char *a = record_case_add (c, NULL, " X001371502　");
  g_autofree char *b = record_case_add (c, NULL, "K0+\"1\\");
  g_autofree char *between = record_case_add (c, a, "between");
  g_autofree char *first = record_case_add (c, "", "first");
  record_case_reopen (c);
  assert_text_equal_free (record_case_list (c), "first  X001371502　 between K0+\"1\\");
  g_autoptr (YlStepAnswer) typed = record_case_type (c, "road", b, 2, "length", "1.484");
  assert_number_equal (typed->revision, 5);
  assert_number_equal (typed->touched->len, 1);
  assert_text_equal_free (record_case_verify (c, NULL), "");
  (void) first;
  (void) between;
}

/* A thousand rows behind one row fill the place between it and the next over and over. */
static void
a_place_that_runs_out_of_room_is_made_room_for (void **state)
{
  RecordCase *c = *state;
  g_autofree char *a = record_case_add (c, NULL, "A");
  g_autofree char *z = record_case_add (c, NULL, "Z");
  g_autoptr (GString) expected = g_string_new ("Z");
  for (guint i = 0; i < 40; i++)
    {
      char code[8];
      g_snprintf (code, sizeof code, "%u", i);
      g_autofree char *id = record_case_add (c, a, code);
      g_string_prepend (expected, " ");
      g_string_prepend (expected, code);
    }
  g_string_prepend (expected, "A ");
  assert_text_equal_free (record_case_list (c), expected->str);
  assert_text_equal_free (record_case_verify (c, NULL), "");
  (void) z;
}

static void
a_step_that_is_sent_twice_is_applied_once (void **state)
{
  RecordCase *c = *state;
  g_autofree char *a = record_case_add (c, NULL, "A");
  c->n_steps--;
  const YlRecordSheet *road = yl_record_find_sheet (c->record, "road");
  const YlChange add = { .kind = YL_CHANGE_ADD, .sheet = road };
  const YlRecordStep step = {
    .step_id = "s-1", .at_ms = 1, .who = "office", .kind = "add", .changes = &add, .n_changes = 1
  };
  g_autoptr (YlStepAnswer) answer = yl_record_apply (c->record, &step, NULL);
  assert_true (answer->is_repeated);
  assert_number_equal (answer->revision, 1);
  assert_text_equal_free (record_case_list (c), "A");
}

/* Others came in between, one of which took a row of it away: it is told what it was and what it touched then. */
static void
a_step_that_is_sent_again_late_is_told_its_own_number_and_rows (void **state)
{
  RecordCase *c = *state;
  const YlRecordSheet *road = yl_record_find_sheet (c->record, "road");
  g_autofree char *a = record_case_add (c, NULL, "A"); /* 1 */
  g_autofree char *b = record_case_add (c, NULL, "B"); /* 2 */
  const YlCellChange cell = { yl_record_sheet_find_column (road, "length"), "1.5" };
  const YlChange changes[] = {
    { .kind = YL_CHANGE_SET, .sheet = road, .id = a, .rev = 1, .cells = &cell, .n_cells = 1 },
    { .kind = YL_CHANGE_DROP, .sheet = road, .id = b, .rev = 2 },
  };
  const YlRecordStep step = { .step_id = "the-lost-one",
                              .at_ms = 3,
                              .who = "office",
                              .kind = "type",
                              .changes = changes,
                              .n_changes = 2 };
  g_autoptr (YlStepAnswer) first = yl_record_apply (c->record, &step, NULL); /* 3 */
  g_autoptr (YlStepAnswer) other = record_case_drop (c, a, 3);               /* 4 */
  g_autoptr (YlStepAnswer) again = yl_record_apply (c->record, &step, NULL);
  assert_number_equal (first->seq, 3);
  assert_number_equal (other->seq, 4);
  assert_true (again->is_repeated);
  assert_number_equal (again->seq, 3);
  assert_number_equal (again->revision, 4);
  assert_number_equal (again->touched->len, 2);
  for (guint i = 0; i < 2; i++)
    {
      const YlTouchedRow *row = &g_array_index (again->touched, YlTouchedRow, i);
      assert_string_equal (row->sheet, "road");
      assert_true (strcmp (row->id, row->is_dropped ? b : a) == 0);
    }
}

static void
a_step_that_changes_nothing_has_no_number (void **state)
{
  RecordCase *c = *state;
  g_autofree char *a = record_case_add (c, NULL, "A");
  g_autoptr (YlStepAnswer) same = record_case_type (c, "road", a, 1, "route_code", "A");
  assert_number_equal (same->revision, 1);
  assert_number_equal (same->seq, 0);
}

/* Two pages saw revision 1; the second to type is shown what it saw, what it wants and what stands. */
static void
a_row_that_has_moved_on_is_a_conflict_and_nothing_is_applied (void **state)
{
  RecordCase *c = *state;
  g_autofree char *a = record_case_add (c, NULL, "A");
  g_autoptr (YlStepAnswer) one = record_case_type (c, "road", a, 1, "length", "1.000");
  g_autoptr (YlStepAnswer) two = record_case_type (c, "road", a, 2, "length", "2.000");
  g_autoptr (YlStepAnswer) late = record_case_type (c, "road", a, 1, "length", "3.000");
  assert_number_equal (late->revision, 3);
  assert_number_equal (late->conflicts->len, 1);
  const YlConflict *conflict = &g_array_index (late->conflicts, YlConflict, 0);
  assert_string_equal (conflict->column, "length");
  assert_string_equal (conflict->base, "");
  assert_string_equal (conflict->mine, "3.000");
  assert_string_equal (conflict->theirs, "2.000");
  g_autoptr (YlStepAnswer) dropped = record_case_drop (c, a, 3);
  assert_number_equal (dropped->conflicts->len, 0);
  g_autoptr (YlStepAnswer) gone = record_case_type (c, "road", a, 3, "length", "4.000");
  assert_number_equal (gone->conflicts->len, 1);
  assert_null (g_array_index (gone->conflicts, YlConflict, 0).theirs);
  assert_text_equal_free (record_case_list (c), "");
  assert_text_equal_free (record_case_verify (c, NULL), "");
}

static void
an_undo_is_a_step_and_may_be_undone (void **state)
{
  RecordCase *c = *state;
  g_autofree char *a = record_case_add (c, NULL, "A");
  g_autofree char *b = record_case_add (c, NULL, "B");
  g_autoptr (YlStepAnswer) drop = record_case_drop (c, a, 1);
  assert_text_equal_free (record_case_list (c), "B");
  g_autoptr (YlStepAnswer) undone = record_case_undo (c, 3);
  assert_number_equal (undone->revision, 4);
  assert_text_equal_free (record_case_list (c), "A B");
  g_autoptr (YlStepAnswer) redone = record_case_undo (c, 4);
  assert_text_equal_free (record_case_list (c), "B");
  g_autoptr (YlStepAnswer) added = record_case_undo (c, 2);
  assert_number_equal (added->conflicts->len, 0);
  assert_text_equal_free (record_case_list (c), "");
  assert_text_equal_free (record_case_verify (c, NULL), "");
  (void) b;
}

/* What was typed into a row after it came would be lost with it. */
static void
an_undo_of_what_has_moved_on_is_a_conflict (void **state)
{
  RecordCase *c = *state;
  g_autofree char *a = record_case_add (c, NULL, "A");
  g_autoptr (YlStepAnswer) typed = record_case_type (c, "road", a, 1, "length", "1.000");
  g_autoptr (YlStepAnswer) undone = record_case_undo (c, 1);
  assert_number_equal (undone->conflicts->len, 1);
  assert_string_equal (g_array_index (undone->conflicts, YlConflict, 0).column, "length");
  assert_text_equal_free (record_case_list (c), "A");
  g_autoptr (YlStepAnswer) again = record_case_type (c, "road", a, 2, "length", "2.000");
  g_autoptr (YlStepAnswer) first = record_case_undo (c, 2);
  assert_number_equal (first->conflicts->len, 1);
  assert_string_equal (g_array_index (first->conflicts, YlConflict, 0).theirs, "2.000");
}

static void
the_entity_and_the_policy_are_changed_by_steps_too (void **state)
{
  RecordCase *c = *state;
  g_autoptr (YlStepAnswer) one =
      record_case_type (c, "about", "about", 0, "policy_text", "[政策]\n");
  assert_number_equal (one->conflicts->len, 0);
  g_autoptr (YlStepAnswer) late = record_case_type (c, "about", "about", 0, "policy_text", "");
  assert_number_equal (late->conflicts->len, 1);
  assert_text_equal_free (record_case_verify (c, NULL), "");
  const YlRecordSheet *about = yl_record_find_sheet (c->record, "about");
  assert_number_equal (yl_record_sheet_find_column (about, "county"), about->n_columns);
}

static YlStepAnswer *
type_length (RecordCase *c, const char *id, const char *text, GError **error)
{
  const YlRecordSheet *road = yl_record_find_sheet (c->record, "road");
  const YlCellChange cell = { yl_record_sheet_find_column (road, "length"), text };
  const YlChange change = {
    .kind = YL_CHANGE_SET, .sheet = road, .id = id, .rev = 1, .cells = &cell, .n_cells = 1
  };
  const YlRecordStep step = {
    .step_id = "x", .at_ms = 1, .who = "office", .kind = "type", .changes = &change, .n_changes = 1
  };
  return yl_record_apply (c->record, &step, error);
}

static void
a_cell_is_at_most_a_thousand_bytes_of_utf_8 (void **state)
{
  RecordCase *c = *state;
  g_autofree char *a = record_case_add (c, NULL, "A");
  g_autofree char *most = g_strnfill (1000, '1');
  g_autofree char *more = g_strnfill (1001, '1');
  g_autoptr (GError) error = NULL;
  assert_null (type_length (c, a, more, &error));
  assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_LIMIT));
  g_clear_error (&error);
  assert_null (type_length (c, a, "\xff", &error));
  assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_INVALID));
  g_clear_error (&error);
  assert_null (type_length (c, "../../../../etc", "1", &error));
  assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_INVALID));
  g_autoptr (YlStepAnswer) good = type_length (c, a, most, NULL);
  assert_number_equal (good->revision, 2);
}

/* Files of texts that stay as long as the step's limit of 16 MiB lets them. */
static void
a_step_says_at_most_16_mib (void **state)
{
  RecordCase *c = *state;
  const YlRecordSheet *file = yl_record_find_sheet (c->record, "file");
  g_autofree char *text = g_strnfill (1024 * 1024, 'x');
  const YlCellChange cell = { yl_record_sheet_find_column (file, "text"), text };
  YlChange changes[16];
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    changes[i] = (YlChange){ .kind = YL_CHANGE_ADD, .sheet = file, .cells = &cell, .n_cells = 1 };
  YlRecordStep step = { .step_id = "a",
                        .at_ms = 1,
                        .who = "office",
                        .kind = "import",
                        .changes = changes,
                        .n_changes = 16 };
  g_autoptr (GError) error = NULL;
  assert_null (yl_record_apply (c->record, &step, &error));
  assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_LIMIT));
  assert_number_equal (yl_record_get_revision (c->record, NULL), 0);
  step.n_changes = 15;
  g_autoptr (YlStepAnswer) good = yl_record_apply (c->record, &step, NULL);
  assert_number_equal (good->touched->len, 15);
  assert_text_equal_free (record_case_verify (c, NULL), "");
}

/* Random steps and undos: the journal replayed always gives the tables. */
static void
whatever_is_done_the_journal_gives_the_tables (void **state)
{
  RecordCase *c = *state;
  YlRandom random = yl_random_of_seed (7);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < 300; i++)
    {
      const guint what = (guint) yl_random_next_below (&random, 4);
      const char *any =
          ids->len == 0 ? NULL : g_ptr_array_index (ids, yl_random_next_below (&random, ids->len));
      const gint64 revision = yl_record_get_revision (c->record, NULL);
      g_autofree char *text = g_strdup_printf ("%u", i);
      g_autoptr (YlStepAnswer) answer = NULL;
      if (what == 0 || any == NULL)
        g_ptr_array_add (ids, record_case_add (c, NULL, text));
      else if (what == 1)
        answer = record_case_type (c, "road", any,
                                   (gint64) yl_random_next_below (&random, (guint64) revision + 1),
                                   "length", text);
      else if (what == 2)
        answer = record_case_drop (c, any,
                                   (gint64) yl_random_next_below (&random, (guint64) revision + 1));
      else
        answer =
            record_case_undo (c, 1 + (gint64) yl_random_next_below (&random, (guint64) revision));
    }
  assert_true (yl_record_get_revision (c->record, NULL) > 100);
  assert_text_equal_free (record_case_verify (c, NULL), "");
  record_case_reopen (c);
  assert_text_equal_free (record_case_verify (c, NULL), "");
}

int
main (void)
{
#define TEST(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
    TEST (a_record_knows_whose_it_is_and_has_the_sheets_of_the_entry_workbook),
    TEST (cells_stand_as_they_were_typed_and_rows_in_their_order),
    TEST (a_place_that_runs_out_of_room_is_made_room_for),
    TEST (a_step_that_is_sent_twice_is_applied_once),
    TEST (a_step_that_is_sent_again_late_is_told_its_own_number_and_rows),
    TEST (a_step_that_changes_nothing_has_no_number),
    TEST (a_row_that_has_moved_on_is_a_conflict_and_nothing_is_applied),
    TEST (an_undo_is_a_step_and_may_be_undone),
    TEST (an_undo_of_what_has_moved_on_is_a_conflict),
    TEST (the_entity_and_the_policy_are_changed_by_steps_too),
    TEST (a_cell_is_at_most_a_thousand_bytes_of_utf_8),
    TEST (a_step_says_at_most_16_mib),
    TEST (whatever_is_done_the_journal_gives_the_tables),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
