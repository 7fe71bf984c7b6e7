/* What the file of a record may be, and what its verification sees. */
#include "io/store/record-case.h"
#include "support/assert.h"
#include "yanglu/base/error.h"
#include "yanglu/io/store/verify.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int
set_up (void **state)
{
  RecordCase *c = record_case_new ();
  g_autofree char *a = record_case_add (c, NULL, "A");
  g_autofree char *b = record_case_add (c, NULL, "B");
  g_autoptr (YlStepAnswer) typed = record_case_type (c, "road", a, 1, "length", "1.000");
  *state = c;
  return 0;
}

static int
tear_down (void **state)
{
  record_case_free (*state);
  return 0;
}

/* @sql is done to the file by a stranger; then it is refused, with @says, and stays byte for byte. */
static void
assert_refused_after (RecordCase *c, const char *sql, const char *says)
{
  record_case_run_sql (c, sql);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before = 0;
  gsize n_after = 0;
  assert_true (g_file_get_contents (c->path, &before, &n_before, NULL));
  g_autoptr (GError) error = NULL;
  assert_null (yl_record_open (c->path, YL_RECORD_WRITE, &error));
  assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_INVALID));
  assert_non_null (strstr (error->message, says));
  assert_true (g_file_get_contents (c->path, &after, &n_after, NULL));
  assert_number_equal (n_before, n_after);
  assert_memory_equal (before, after, n_before);
}

static void
the_record_and_its_log_are_the_owners_only (void **state)
{
  RecordCase *c = *state;
  static const char *const endings[] = { "", "-wal", "-shm" };
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (c->path, endings[i], NULL);
      struct stat info;
      assert_int_equal (stat (path, &info), 0);
      assert_int_equal (info.st_mode & 0777, 0600);
    }
}

static void
one_program_at_a_time_writes_and_others_may_read (void **state)
{
  RecordCase *c = *state;
  g_autoptr (GError) error = NULL;
  assert_null (yl_record_open (c->path, YL_RECORD_WRITE, &error));
  assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_EXISTS));
  g_autoptr (YlRecord) reader = yl_record_open (c->path, YL_RECORD_READ, NULL);
  assert_number_equal (yl_record_get_revision (reader, NULL), 3);
}

static void
a_file_that_is_there_is_not_written_over (void **state)
{
  RecordCase *c = *state;
  g_autoptr (GError) error = NULL;
  assert_null (yl_record_create (c->path, "371502", 2021, &error));
  assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_EXISTS));
  assert_text_equal_free (record_case_list (c), "A B");
}

static void
a_link_is_not_followed (void **state)
{
  RecordCase *c = *state;
  g_clear_pointer (&c->record, yl_record_free);
  g_autofree char *link = g_strconcat (c->path, ".link", NULL);
  assert_int_equal (symlink (c->path, link), 0);
  g_autoptr (GError) error = NULL;
  assert_null (yl_record_open (link, YL_RECORD_WRITE, &error));
  assert_null (yl_record_create (link, "371502", 2021, NULL));
}

static void
what_is_newer_foreign_or_damaged_is_refused_and_left (void **state)
{
  RecordCase *c = *state;
  assert_refused_after (c, "PRAGMA user_version=2", "更新版本");
  assert_refused_after (c, "PRAGMA user_version=0", "没有建完");
  assert_refused_after (c, "PRAGMA user_version=1; PRAGMA application_id=7",
                        "不是本程序的记录文件");
  g_file_set_contents (c->path, "县道,1\n", -1, NULL);
  g_autoptr (GError) error = NULL;
  assert_null (yl_record_open (c->path, YL_RECORD_READ, &error));
  assert_non_null (strstr (error->message, "不是本程序的记录文件"));
}

static void
another_schema_is_refused (void **state)
{
  RecordCase *c = *state;
  assert_refused_after (c, "CREATE TRIGGER t AFTER INSERT ON road BEGIN DELETE FROM road; END",
                        "结构");
  assert_refused_after (c, "DROP TRIGGER t; CREATE VIEW v AS SELECT * FROM road", "结构");
  assert_refused_after (c, "DROP VIEW v; ALTER TABLE road ADD COLUMN more TEXT", "结构");
}

static void
a_damaged_page_is_refused (void **state)
{
  RecordCase *c = *state;
  record_case_run_sql (c, "SELECT 1");
  g_autofree char *bytes = NULL;
  gsize n = 0;
  assert_true (g_file_get_contents (c->path, &bytes, &n, NULL));
  memset (bytes + 4096, 0xee, 4096);
  g_file_set_contents (c->path, bytes, (gssize) n, NULL);
  g_autoptr (GError) error = NULL;
  assert_null (yl_record_open (c->path, YL_RECORD_WRITE, &error));
  assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_INVALID));
}

/* A stranger who changes a cell, or the journal with its triggers put aside, is seen. */
static void
assert_seen (RecordCase *c, const char *sql, const char *says)
{
  record_case_run_sql (c, sql);
  record_case_reopen (c);
  g_autofree char *fault = record_case_verify (c, NULL);
  if (strstr (fault, says) == NULL)
    print_error ("%s\n", fault);
  assert_non_null (strstr (fault, says));
}

#define WITHOUT_TRIGGERS(sql)                                                                      \
  "DROP TRIGGER step_is_kept; DROP TRIGGER step_stays; " sql                                       \
  "; CREATE TRIGGER step_is_kept BEFORE UPDATE ON step\n"                                          \
  "  BEGIN SELECT RAISE (ABORT, 'the journal is not rewritten'); END;"                             \
  "CREATE TRIGGER step_stays BEFORE DELETE ON step\n"                                              \
  "  BEGIN SELECT RAISE (ABORT, 'the journal is not rewritten'); END;"

static void
a_cell_that_no_step_wrote_is_seen (void **state)
{
  assert_seen (*state, "UPDATE road SET length = '9' WHERE route_code = 'A'",
               "现为“9”，按日志应为“1.000”");
}

static void
a_row_that_no_step_added_or_dropped_is_seen (void **state)
{
  assert_seen (*state, "INSERT INTO road (id, place) VALUES ('00000000000000ff', 9)", "没有来历");
  assert_seen (
      *state,
      "DELETE FROM road WHERE id = '00000000000000ff'; DELETE FROM road WHERE route_code = 'B'",
      "表里没有");
}

static void
an_order_that_no_step_made_is_seen (void **state)
{
  assert_seen (*state, "UPDATE road SET place = 5000 WHERE route_code = 'A'", "次序");
}

static void
a_journal_that_was_changed_is_seen_at_its_first_entry (void **state)
{
  RecordCase *c = *state;
  assert_seen (c, WITHOUT_TRIGGERS ("UPDATE step SET who = 'other' WHERE seq = 2"),
               "第 2 步的内容与它的校验值不符");
  g_autoptr (YlRecordReport) report = yl_record_verify (c->record, NULL, NULL);
  assert_number_equal (report->bad_seq, 2);
  assert_number_equal (report->n_steps, 1);
}

static void
a_step_that_was_taken_out_is_seen (void **state)
{
  assert_seen (*state, WITHOUT_TRIGGERS ("DELETE FROM step WHERE seq = 2"), "缺第 2 步");
}

/* The journal's last steps and their rows taken away together follow; what was kept on paper says so. */
static void
an_anchor_on_paper_sees_a_journal_that_was_cut (void **state)
{
  RecordCase *c = *state;
  g_autoptr (YlRecordReport) report = yl_record_verify (c->record, NULL, NULL);
  g_autofree char *anchor = g_ascii_strup (report->anchor, -1);
  g_autofree char *d = record_case_add (c, NULL, "D");
  assert_text_equal_free (record_case_verify (c, anchor), "");
  record_case_run_sql (c, WITHOUT_TRIGGERS ("DELETE FROM step WHERE seq >= 3;"
                                            "UPDATE road SET length = '' WHERE route_code = 'A';"
                                            "UPDATE row_rev SET rev = 1 WHERE rev = 3;"
                                            "DELETE FROM row_rev WHERE rev = 4;"
                                            "DELETE FROM road WHERE route_code = 'D'"));
  record_case_reopen (c);
  assert_text_equal_free (record_case_verify (c, NULL), "");
  g_autofree char *fault = record_case_verify (c, anchor);
  assert_non_null (strstr (fault, "不在这份记录的日志里"));
}

/* 1 GiB of nought deflates to 1 MiB: it is inflated no further than a step may say. */
static void
a_journal_entry_that_inflates_without_end_is_a_fault (void **state)
{
  RecordCase *c = *state;
  g_autoptr (GBytes) zeros = g_bytes_new_take (g_malloc0 (17 * 1024 * 1024), 17 * 1024 * 1024);
  g_autoptr (GConverter) deflate =
      G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9));
  g_autoptr (GByteArray) packed = g_byte_array_sized_new (1 << 20);
  g_byte_array_set_size (packed, 1 << 20);
  gsize n_read = 0;
  gsize n_written = 0;
  assert_int_equal (g_converter_convert (deflate, g_bytes_get_data (zeros, NULL),
                                         g_bytes_get_size (zeros), packed->data, packed->len,
                                         G_CONVERTER_INPUT_AT_END, &n_read, &n_written, NULL),
                    G_CONVERTER_FINISHED);
  g_autoptr (GString) sql = g_string_new ("DROP TRIGGER step_is_kept; UPDATE step SET what = x'01");
  for (gsize i = 0; i < n_written; i++)
    g_string_append_printf (sql, "%02x", packed->data[i]);
  g_string_append (sql, "' WHERE seq = 3; CREATE TRIGGER step_is_kept BEFORE UPDATE ON step\n"
                        "  BEGIN SELECT RAISE (ABORT, 'the journal is not rewritten'); END;");
  record_case_run_sql (c, sql->str);
  record_case_reopen (c);
  g_autofree char *fault = record_case_verify (c, NULL);
  assert_non_null (strstr (fault, "第 3 步"));
}

static void
a_backup_is_one_file_that_opens_and_verifies (void **state)
{
  RecordCase *c = *state;
  g_autofree char *path = g_build_filename (c->folder, "backup.yanglu", NULL);
  assert_true (yl_record_backup (c->record, path, NULL));
  g_autoptr (GError) error = NULL;
  assert_false (yl_record_backup (c->record, path, &error));
  assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_EXISTS));
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  struct stat info;
  assert_int_equal (stat (path, &info), 0);
  assert_int_equal (info.st_mode & 0777, 0600);
  g_clear_pointer (&c->record, yl_record_free);
  assert_int_equal (g_rename (path, c->path), 0);
  record_case_reopen (c);
  assert_text_equal_free (record_case_list (c), "A B");
  assert_text_equal_free (record_case_verify (c, NULL), "");
}

int
main (void)
{
#define TEST(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
    TEST (the_record_and_its_log_are_the_owners_only),
    TEST (one_program_at_a_time_writes_and_others_may_read),
    TEST (a_file_that_is_there_is_not_written_over),
    TEST (a_link_is_not_followed),
    TEST (what_is_newer_foreign_or_damaged_is_refused_and_left),
    TEST (another_schema_is_refused),
    TEST (a_damaged_page_is_refused),
    TEST (a_cell_that_no_step_wrote_is_seen),
    TEST (a_row_that_no_step_added_or_dropped_is_seen),
    TEST (an_order_that_no_step_made_is_seen),
    TEST (a_journal_that_was_changed_is_seen_at_its_first_entry),
    TEST (a_step_that_was_taken_out_is_seen),
    TEST (an_anchor_on_paper_sees_a_journal_that_was_cut),
    TEST (a_journal_entry_that_inflates_without_end_is_a_fault),
    TEST (a_backup_is_one_file_that_opens_and_verifies),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
