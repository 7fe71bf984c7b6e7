/* Rows that a desk holds from one step to the next. */
#include "support/assert.h"
#include "support/folder.h"
#include "yanglu/app/record/desk.h"
#include "yanglu/base/random.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder;
  YlDesk *desk;
  const YlRecordSheet *road;
  guint n_steps;
} Case;

static int
set_up (void **state)
{
  Case *c = g_new0 (Case, 1);
  c->folder = g_dir_make_tmp ("yl-desk-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (c->folder, "r.yanglu", NULL);
  yl_record_free (yl_record_create (path, "371502", 2021, NULL));
  c->desk = yl_desk_open (path, NULL);
  c->road = yl_record_find_sheet (yl_desk_get_record (c->desk), "road");
  *state = c;
  return 0;
}

static int
tear_down (void **state)
{
  Case *c = *state;
  yl_desk_free (c->desk);
  yl_folder_remove (c->folder);
  g_free (c->folder);
  g_free (c);
  return 0;
}

static const YlRecordForm *
roads (void)
{
  guint n = 0;
  return yl_record_forms_get (&n);
}

/* @change: (nullable): an undoing of step @seq. */
static void
do_step (Case *c, const YlChange *change, gint64 seq)
{
  g_autofree char *id = g_strdup_printf ("step-%u", ++c->n_steps);
  const YlRecordStep step = {
    .step_id = id, .who = "office", .kind = "type", .changes = change, .n_changes = change != NULL
  };
  g_autoptr (YlStepAnswer) answer = change != NULL ? yl_desk_apply (c->desk, &step, NULL)
                                                   : yl_desk_undo (c->desk, seq, &step, NULL);
  assert_non_null (answer);
}

static void
add (Case *c, const char *after, const char *code)
{
  const YlCellChange cell = { yl_record_sheet_find_column (c->road, "route_code"), code };
  do_step (
      c,
      &(YlChange){
          .kind = YL_CHANGE_ADD, .sheet = c->road, .after = after, .cells = &cell, .n_cells = 1 },
      0);
}

static void
change (Case *c, const YlHeldRow *row, YlChangeKind kind, const char *code)
{
  const YlCellChange cell = { yl_record_sheet_find_column (c->road, "route_code"), code };
  do_step (c,
           &(YlChange){ .kind = kind,
                        .sheet = c->road,
                        .id = row->id,
                        .rev = row->rev,
                        .cells = &cell,
                        .n_cells = kind == YL_CHANGE_SET },
           0);
}

/* (transfer full): the codes in their order, "A B"; with @is_whole all that a row has beside its other cells. */
static char *
list_rows (const YlRecordRows *rows, gboolean is_whole)
{
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < yl_record_rows_get_n (rows, roads ()); i++)
    {
      const YlHeldRow *row = yl_record_rows_get (rows, roads (), i);
      g_string_append_printf (text, "%s%s", i == 0 ? "" : " ", row->cells[0]);
      if (is_whole)
        g_string_append_printf (text, "/%s/%" G_GINT64_FORMAT, row->id, row->rev);
    }
  return g_strdup (text->str);
}

static const YlRecordRows *
get_rows (Case *c)
{
  const YlRecordRows *rows = yl_desk_get_rows (c->desk, NULL);
  assert_number_equal (yl_record_rows_get_revision (rows), yl_desk_get_revision (c->desk));
  return rows;
}

static void
rows_are_followed_and_those_of_a_revision_before_stay (void **state)
{
  Case *c = *state;
  add (c, NULL, "A");
  add (c, NULL, "B");
  g_autoptr (YlRecordRows) before = yl_record_rows_ref ((YlRecordRows *) get_rows (c));
  change (c, yl_record_rows_get (before, roads (), 0), YL_CHANGE_SET, "C");
  add (c, yl_record_rows_get (before, roads (), 0)->id, "D");
  assert_text_equal_free (list_rows (get_rows (c), FALSE), "C D B");
  assert_number_equal (yl_record_rows_get (get_rows (c), roads (), 0)->rev, 3);
  change (c, yl_record_rows_get (get_rows (c), roads (), 2), YL_CHANGE_DROP, "");
  assert_text_equal_free (list_rows (get_rows (c), FALSE), "C D");
  do_step (c, NULL, 5);
  assert_text_equal_free (list_rows (get_rows (c), FALSE), "C D B");
  assert_text_equal_free (list_rows (before, FALSE), "A B");
}

static void
do_anything (Case *c, YlRandom *random)
{
  const YlRecordRows *rows = get_rows (c);
  const guint n = yl_record_rows_get_n (rows, roads ());
  const guint what = n < 2 ? 0 : (guint) yl_random_next_below (random, 5);
  const YlHeldRow *row =
      n == 0 ? NULL : yl_record_rows_get (rows, roads (), (guint) yl_random_next_below (random, n));
  g_autofree char *code = g_strdup_printf ("%u", c->n_steps);
  if (what == 0)
    add (c, NULL, code);
  else if (what == 1)
    add (c, yl_record_rows_get (rows, roads (), 0)->id, code);
  else if (what == 2)
    change (c, row, YL_CHANGE_SET, code);
  else if (what == 3)
    change (c, row, YL_CHANGE_DROP, "");
  else
    do_step (c, NULL,
             1 + (gint64) yl_random_next_below (random, (guint64) yl_desk_get_revision (c->desk)));
}

/* Rows behind the first one come so often that others make room for them. */
static void
rows_that_are_followed_are_those_that_are_read_anew (void **state)
{
  Case *c = *state;
  YlRandom random = yl_random_of_seed (7);
  for (guint i = 0; i < 300; i++)
    {
      do_anything (c, &random);
      g_autoptr (YlRecordRows) anew = yl_record_rows_load (yl_desk_get_record (c->desk), NULL);
      g_autofree char *read = list_rows (anew, TRUE);
      assert_text_equal_free (list_rows (get_rows (c), TRUE), read);
    }
  assert_true (yl_record_rows_get_n (get_rows (c), roads ()) > 30);
}

/* More are touched at once than are read one by one. */
static void
a_step_of_many_rows_is_followed_too (void **state)
{
  Case *c = *state;
  add (c, NULL, "A");
  assert_text_equal_free (list_rows (get_rows (c), FALSE), "A");
  const YlCellChange cell = { 0, "B" };
  g_autofree YlChange *changes = g_new0 (YlChange, 10001);
  for (guint i = 0; i < 10001; i++)
    changes[i] =
        (YlChange){ .kind = YL_CHANGE_ADD, .sheet = c->road, .cells = &cell, .n_cells = 1 };
  const YlRecordStep step = {
    .step_id = "many", .who = "office", .kind = "paste", .changes = changes, .n_changes = 10001
  };
  g_autoptr (YlStepAnswer) answer = yl_desk_apply (c->desk, &step, NULL);
  assert_number_equal (answer->touched->len, 10001);
  assert_number_equal (yl_record_rows_get_n (get_rows (c), roads ()), 10002);
  do_step (c, NULL, 2);
  assert_text_equal_free (list_rows (get_rows (c), FALSE), "A");
}

int
main (void)
{
#define TEST(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
    TEST (rows_are_followed_and_those_of_a_revision_before_stay),
    TEST (rows_that_are_followed_are_those_that_are_read_anew),
    TEST (a_step_of_many_rows_is_followed_too),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
