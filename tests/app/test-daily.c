/* One backup of a record a day, and which of them stay. */
#include "support/assert.h"
#include "support/folder.h"
#include "yanglu/app/record/daily.h"
#include "yanglu/app/record/job.h"
#include "yanglu/io/store/verify.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
} Case;

static int
set_up (void **state)
{
  Case *c = g_new0 (Case, 1);
  c->folder = g_dir_make_tmp ("yl-daily-XXXXXX", NULL);
  c->path = g_build_filename (c->folder, "371502-2021.yanglu", NULL);
  *state = c;
  return 0;
}

static int
tear_down (void **state)
{
  Case *c = *state;
  yl_folder_remove (c->folder);
  g_free (c->path);
  g_free (c->folder);
  g_free (c);
  return 0;
}

static void
write_file (const Case *c, const char *name)
{
  g_autofree char *path = g_build_filename (c->folder, name, NULL);
  assert_true (g_file_set_contents (path, name, -1, NULL));
}

static gboolean
is_there (const Case *c, const char *name)
{
  g_autofree char *path = g_build_filename (c->folder, name, NULL);
  return g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (path, G_FILE_TEST_IS_SYMLINK);
}

/* What is written is no record: which files stay asks for none. */
static void
make_one (const Case *c, guint32 yyyymmdd)
{
  g_autofree char *half = yl_daily_backup_begin (c->path, (YlDate){ yyyymmdd });
  assert_false (g_file_test (half, G_FILE_TEST_EXISTS));
  assert_true (g_file_set_contents (half, "", -1, NULL));
  assert_true (yl_daily_backup_end (c->path, (YlDate){ yyyymmdd }, NULL));
}

static void
a_backup_is_a_record_called_after_its_day_for_its_owner_only (void **state)
{
  const Case *c = *state;
  const YlDate day = { 20261130 };
  const YlJobOptions options = { .county = "371502", .year = 2021, .policy = "liaocheng-2020" };
  const YlRecordActor office = { "office", 1609459200000 };
  g_autoptr (YlRecord) record = yl_record_found (&options, c->path, &office, NULL, NULL);
  assert_false (yl_daily_backup_is_made (c->path, day));
  g_autofree char *half = yl_daily_backup_begin (c->path, day);
  assert_true (yl_record_backup (record, half, NULL));
  assert_false (yl_daily_backup_is_made (c->path, day));
  assert_true (yl_daily_backup_end (c->path, day, NULL));
  assert_true (yl_daily_backup_is_made (c->path, day));
  assert_false (yl_daily_backup_is_made (c->path, (YlDate){ 20261201 }));
  g_autofree char *made = g_strconcat (c->path, ".2026-11-30.bak", NULL);
  GStatBuf info;
  assert_int_equal (g_stat (made, &info), 0);
  assert_int_equal (info.st_mode & 07777, 0600);
  g_autoptr (YlRecord) again = yl_record_open (made, YL_RECORD_READ, NULL);
  g_autoptr (YlRecordReport) report = yl_record_verify (again, NULL, NULL);
  assert_null (report->fault);
}

/* Of the first to the tenth all stay; the eleventh takes the place of the first. */
static void
ten_are_kept (void **state)
{
  const Case *c = *state;
  for (guint32 day = 1; day <= 10; day++)
    make_one (c, 20261100 + day);
  assert_true (is_there (c, "371502-2021.yanglu.2026-11-01.bak"));
  make_one (c, 20261111);
  assert_false (is_there (c, "371502-2021.yanglu.2026-11-01.bak"));
  assert_true (is_there (c, "371502-2021.yanglu.2026-11-02.bak"));
  assert_true (is_there (c, "371502-2021.yanglu.2026-11-11.bak"));
}

/* A clock that stood in the year 2030 for a while: the new one is the oldest, and stays. */
static void
the_one_just_made_is_never_the_one_that_goes (void **state)
{
  const Case *c = *state;
  for (guint32 day = 1; day <= 10; day++)
    make_one (c, 20300100 + day);
  make_one (c, 20261130);
  assert_true (is_there (c, "371502-2021.yanglu.2026-11-30.bak"));
  assert_false (is_there (c, "371502-2021.yanglu.2030-01-01.bak"));
  assert_true (is_there (c, "371502-2021.yanglu.2030-01-02.bak"));
}

static void
nothing_that_is_called_otherwise_is_removed (void **state)
{
  const Case *c = *state;
  static const char *const others[] = {
    "371502-2021.yanglu",
    "371502-2021.yanglu.2020-01-01.bak.old",
    "371502-2021.yanglu.2020-1-1.bak",
    "371502-2021.yanglu.2020-02-30.bak",
    "371502-2021.yanglu.20200101.bak",
    "371502-2021.yanglu.bak",
    "371502-2021.yanglu..bak",
    "371502-2020.yanglu.2020-01-01.bak",
    "x371502-2021.yanglu.2020-01-01.bak",
  };
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    write_file (c, others[i]);
  g_autofree char *link = g_strconcat (c->path, ".2020-01-02.bak", NULL);
  g_autofree char *folder = g_strconcat (c->path, ".2020-01-03.bak", NULL);
  assert_int_equal (symlink ("371502-2021.yanglu", link), 0);
  assert_int_equal (g_mkdir (folder, 0700), 0);
  for (guint32 day = 1; day <= 12; day++)
    make_one (c, 20261100 + day);
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    assert_true (is_there (c, others[i]));
  assert_true (is_there (c, "371502-2021.yanglu.2020-01-02.bak"));
  assert_true (is_there (c, "371502-2021.yanglu.2020-01-03.bak"));
}

static void
what_a_kill_left_behind_is_begun_anew (void **state)
{
  const Case *c = *state;
  write_file (c, "371502-2021.yanglu.2026-11-29.bak.part");
  write_file (c, "371502-2021.yanglu.2026-11-29.bak.part-journal");
  write_file (c, "371502-2020.yanglu.2026-11-29.bak.part");
  write_file (c, "371502-2021.yanglu.2026-11-30.bak.part");
  assert_false (yl_daily_backup_is_made (c->path, (YlDate){ 20261130 }));
  make_one (c, 20261130);
  assert_false (is_there (c, "371502-2021.yanglu.2026-11-30.bak.part"));
  assert_false (is_there (c, "371502-2021.yanglu.2026-11-29.bak.part"));
  assert_false (is_there (c, "371502-2021.yanglu.2026-11-29.bak.part-journal"));
  assert_true (is_there (c, "371502-2020.yanglu.2026-11-29.bak.part"));
  assert_true (yl_daily_backup_is_made (c->path, (YlDate){ 20261130 }));
}

static void
one_that_was_not_written_is_told (void **state)
{
  const Case *c = *state;
  g_autoptr (GError) error = NULL;
  assert_false (yl_daily_backup_end (c->path, (YlDate){ 20261130 }, &error));
  assert_non_null (strstr (error->message, "2026-11-30.bak"));
}

int
main (void)
{
#define TEST(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
    TEST (a_backup_is_a_record_called_after_its_day_for_its_owner_only),
    TEST (ten_are_kept),
    TEST (the_one_just_made_is_never_the_one_that_goes),
    TEST (nothing_that_is_called_otherwise_is_removed),
    TEST (what_a_kill_left_behind_is_begun_anew),
    TEST (one_that_was_not_written_is_told),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
