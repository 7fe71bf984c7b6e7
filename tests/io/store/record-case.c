#include "io/store/record-case.h"

#include "support/assert.h"
#include "support/folder.h"
#include "yanglu/io/store/verify.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

RecordCase *
record_case_new (void)
{
  RecordCase *c = g_new0 (RecordCase, 1);
  c->folder = g_dir_make_tmp ("yl-record-XXXXXX", NULL);
  c->path = g_build_filename (c->folder, "371502-2021.yanglu", NULL);
  g_autoptr (GError) error = NULL;
  c->record = yl_record_create (c->path, "371502", 2021, &error);
  assert_null (error);
  assert_non_null (c->record);
  return c;
}

void
record_case_free (RecordCase *c)
{
  g_clear_pointer (&c->record, yl_record_free);
  yl_folder_remove (c->folder);
  g_free (c->folder);
  g_free (c->path);
  g_free (c);
}

void
record_case_reopen (RecordCase *c)
{
  g_autoptr (GError) error = NULL;
  g_clear_pointer (&c->record, yl_record_free);
  c->record = yl_record_open (c->path, YL_RECORD_WRITE, &error);
  assert_null (error);
}

static YlRecordStep
make_step (RecordCase *c, const char *kind, char id[16], const YlChange *change)
{
  g_snprintf (id, 16, "s-%u", ++c->n_steps);
  return (YlRecordStep){ .step_id = id,
                         .at_ms = 1609459200000 + c->n_steps,
                         .who = "office",
                         .kind = kind,
                         .changes = change,
                         .n_changes = change == NULL ? 0 : 1 };
}

static YlStepAnswer *
apply (RecordCase *c, const char *kind, const YlChange *change)
{
  char id[16];
  const YlRecordStep step = make_step (c, kind, id, change);
  g_autoptr (GError) error = NULL;
  YlStepAnswer *answer = yl_record_apply (c->record, &step, &error);
  assert_null (error);
  return answer;
}

YlStepAnswer *
record_case_type (RecordCase *c,
                  const char *sheet,
                  const char *id,
                  gint64 rev,
                  const char *column,
                  const char *text)
{
  const YlRecordSheet *known = yl_record_find_sheet (c->record, sheet);
  const YlCellChange cell = { yl_record_sheet_find_column (known, column), text };
  return apply (c, "type",
                &(YlChange){ .kind = YL_CHANGE_SET,
                             .sheet = known,
                             .id = id,
                             .rev = rev,
                             .cells = &cell,
                             .n_cells = 1 });
}

char *
record_case_add (RecordCase *c, const char *after, const char *code)
{
  const YlRecordSheet *road = yl_record_find_sheet (c->record, "road");
  const YlCellChange cell = { yl_record_sheet_find_column (road, "route_code"), code };
  g_autoptr (YlStepAnswer) answer = apply (
      c, "add",
      &(YlChange){
          .kind = YL_CHANGE_ADD, .sheet = road, .after = after, .cells = &cell, .n_cells = 1 });
  assert_number_equal (answer->conflicts->len, 0);
  const YlTouchedRow *touched =
      &g_array_index (answer->touched, YlTouchedRow, answer->touched->len - 1);
  return g_strdup (touched->id);
}

YlStepAnswer *
record_case_drop (RecordCase *c, const char *id, gint64 rev)
{
  return apply (c, "drop",
                &(YlChange){ .kind = YL_CHANGE_DROP,
                             .sheet = yl_record_find_sheet (c->record, "road"),
                             .id = id,
                             .rev = rev });
}

YlStepAnswer *
record_case_undo (RecordCase *c, gint64 seq)
{
  char id[16];
  const YlRecordStep step = make_step (c, "undo", id, NULL);
  g_autoptr (GError) error = NULL;
  YlStepAnswer *answer = yl_record_undo (c->record, seq, &step, &error);
  assert_null (error);
  return answer;
}

static gboolean
take_code (gpointer self, const YlRecordRow *row)
{
  GString *list = self;
  g_string_append_printf (list, "%s%s", list->len == 0 ? "" : " ", row->cells[0]);
  return TRUE;
}

char *
record_case_list (RecordCase *c)
{
  g_autoptr (GString) list = g_string_new (NULL);
  assert_true (
      yl_record_read (c->record, yl_record_find_sheet (c->record, "road"), take_code, list, NULL));
  return g_strdup (list->str);
}

void
record_case_run_sql (RecordCase *c, const char *sql)
{
  g_clear_pointer (&c->record, yl_record_free);
  sqlite3 *db = NULL;
  assert_int_equal (sqlite3_open (c->path, &db), SQLITE_OK);
  assert_int_equal (sqlite3_exec (db, sql, NULL, NULL, NULL), SQLITE_OK);
  assert_int_equal (sqlite3_exec (db, "PRAGMA wal_checkpoint(TRUNCATE)", NULL, NULL, NULL),
                    SQLITE_OK);
  sqlite3_close (db);
}

char *
record_case_verify (RecordCase *c, const char *anchor)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YlRecordReport) report = yl_record_verify (c->record, anchor, &error);
  assert_null (error);
  return g_strdup (report->fault == NULL ? "" : report->fault);
}
