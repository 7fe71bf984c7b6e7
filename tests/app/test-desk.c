/* A record that somebody types into: what is remembered of it, and what is made of it when. */
#include "support/assert.h"
#include "support/folder.h"
#include "yanglu/app/record/desk.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder;
  char *path;
  YlDesk *desk;
  guint n_steps;
} Case;

static const YlRecordActor office = { "office", 1609459200000 };

static int
set_up (void **state)
{
  Case *c = g_new0 (Case, 1);
  c->folder = g_dir_make_tmp ("yl-desk-XXXXXX", NULL);
  c->path = g_build_filename (c->folder, "r.yanglu", NULL);
  const YlJobOptions options = { .county = "371502", .year = 2021, .policy = "liaocheng-2020" };
  g_autoptr (YlRecord) record = yl_record_found (&options, c->path, &office, NULL, NULL);
  assert_non_null (record);
  g_clear_pointer (&record, yl_record_free);
  c->desk = yl_desk_open (c->path, NULL);
  assert_non_null (c->desk);
  *state = c;
  return 0;
}

static int
tear_down (void **state)
{
  Case *c = *state;
  yl_desk_free (c->desk);
  yl_folder_remove (c->folder);
  g_free (c->path);
  g_free (c->folder);
  g_free (c);
  return 0;
}

/* Returns: (transfer full) */
static YlStepAnswer *
apply (Case *c, const YlChange *changes, gsize n_changes)
{
  g_autofree char *id = g_strdup_printf ("step-%u", c->n_steps++);
  const YlRecordStep step = { .step_id = id,
                              .at_ms = office.at_ms,
                              .who = office.who,
                              .kind = "type",
                              .changes = changes,
                              .n_changes = n_changes };
  g_autoptr (GError) error = NULL;
  YlStepAnswer *answer = yl_desk_apply (c->desk, &step, &error);
  assert_null (error);
  assert_number_equal (answer->conflicts->len, 0);
  return answer;
}

/* A road of that code from 0 to @end, that says it is @length long. Returns: (transfer full): its id */
static char *
add_road (Case *c, const char *code, const char *end, const char *length)
{
  const YlRecordSheet *road = yl_record_find_sheet (yl_desk_get_record (c->desk), "road");
  const char *const texts[][2] = { { "route_code", code },
                                   { "township", "沙镇镇" },
                                   { "start", "0" },
                                   { "end", end },
                                   { "length", length } };
  YlCellChange cells[G_N_ELEMENTS (texts)];
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    cells[i] = (YlCellChange){ yl_record_sheet_find_column (road, texts[i][0]), texts[i][1] };
  g_autoptr (YlStepAnswer) answer = apply (
      c,
      &(YlChange){
          .kind = YL_CHANGE_ADD, .sheet = road, .cells = cells, .n_cells = G_N_ELEMENTS (cells) },
      1);
  return g_strdup (g_array_index (answer->touched, YlTouchedRow, 0).id);
}

static void
drop_road (Case *c, const char *id, gint64 rev)
{
  const YlRecordSheet *road = yl_record_find_sheet (yl_desk_get_record (c->desk), "road");
  g_autoptr (YlStepAnswer) answer =
      apply (c, &(YlChange){ .kind = YL_CHANGE_DROP, .sheet = road, .id = id, .rev = rev }, 1);
}

static void
note_dropped (gpointer text, const char *sheet, const char *id)
{
  g_string_append_printf (text, "%s/%s ", sheet, id);
}

/* What went since @since; "?" where that is not known. */
static char *
list_dropped (const Case *c, gint64 since)
{
  g_autoptr (GString) text = g_string_new (NULL);
  if (!yl_desk_each_dropped (c->desk, since, note_dropped, text))
    return g_strdup ("?");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Waits out the pause. */
static const YlDeskFigures *
settle (Case *c)
{
  for (guint i = 0; i < 1000; i++)
    {
      const YlDeskFigures *figures = yl_desk_get_figures (c->desk);
      if (figures->revision == yl_desk_get_revision (c->desk))
        return figures;
      g_usleep (10000);
    }
  fail_msg ("the figures never came");
  return NULL;
}

static void
rows_that_went_are_remembered_by_the_step_that_took_them (void **state)
{
  Case *c = *state;
  const gint64 opened = yl_desk_get_revision (c->desk);
  g_autofree char *a = add_road (c, "X001371502", "1", "1"); /* opened + 1 */
  g_autofree char *b = add_road (c, "X002371502", "1", "1"); /* + 2 */
  drop_road (c, b, opened + 2);                              /* + 3 */
  drop_road (c, a, opened + 1);                              /* + 4 */
  g_autofree char *both = g_strdup_printf ("road/%s road/%s ", b, a);
  g_autofree char *last = g_strdup_printf ("road/%s ", a);
  assert_text_equal_free (list_dropped (c, opened), both);
  assert_text_equal_free (list_dropped (c, opened + 2), both);
  assert_text_equal_free (list_dropped (c, opened + 3), last);
  assert_text_equal_free (list_dropped (c, opened + 4), "");
  /* Before it was opened, and in time to come. */
  assert_text_equal_free (list_dropped (c, opened - 1), "?");
  assert_text_equal_free (list_dropped (c, opened + 5), "?");
}

/* So many rows that were touched are known; of one more the oldest step is not. */
static void
a_hundred_thousand_rows_are_remembered (void **state)
{
  Case *c = *state;
  const gint64 opened = yl_desk_get_revision (c->desk);
  const YlRecordSheet *road = yl_record_find_sheet (yl_desk_get_record (c->desk), "road");
  const guint n = 100000;
  g_autofree YlChange *changes = g_new0 (YlChange, n);
  for (guint i = 0; i < n; i++)
    changes[i] = (YlChange){ .kind = YL_CHANGE_ADD, .sheet = road };
  g_autoptr (YlStepAnswer) answer = apply (c, changes, n);
  assert_number_equal (answer->touched->len, n);
  assert_text_equal_free (list_dropped (c, opened), "");
  const char *first = g_array_index (answer->touched, YlTouchedRow, 0).id;
  g_autofree char *went = g_strdup_printf ("road/%s ", first);
  drop_road (c, first, opened + 1);
  assert_text_equal_free (list_dropped (c, opened), "?");
  assert_text_equal_free (list_dropped (c, opened + 1), went);
}

/* Steps are taken at once; what they come to is made anew a quarter of a second later, and says for which it is. */
static void
figures_are_made_at_most_four_times_a_second (void **state)
{
  Case *c = *state;
  g_autofree char *a = add_road (c, "X001371502", "1", "1");
  gint64 made_us = g_get_monotonic_time ();
  assert_number_equal (yl_desk_get_figures (c->desk)->revision, yl_desk_get_revision (c->desk));
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *code = g_strdup_printf ("X%03u371502", i + 10);
      g_autofree char *id = add_road (c, code, "1", "1");
      const gint64 asked_us = g_get_monotonic_time ();
      const gint64 seen = yl_desk_get_figures (c->desk)->revision;
      assert_true (seen <= yl_desk_get_revision (c->desk));
      if (seen != yl_desk_get_revision (c->desk))
        continue;
      assert_true (g_get_monotonic_time () - made_us >= YL_DESK_PAUSE_US);
      made_us = asked_us;
    }
  const YlDeskFigures *figures = settle (c);
  /* 13 roads of 1 km at 10 000 yuan. */
  assert_fen_equal (figures->budget->figures->daily.standard_fen, 13 * G_GINT64_CONSTANT (1000000));
}

static guint
find_sheet (const YlFinding *finding)
{
  guint n = 0;
  const YlRecordForm *forms = yl_record_forms_get (&n);
  for (guint i = 0; finding->sheet != NULL && i < n; i++)
    if (strcmp (forms[i].sheet, finding->sheet) == 0)
      return i;
  return n;
}

/* The rows of the findings of @code in that order: "2 1 ". */
static char *
list_rows (const YlDeskFigures *figures, YlDeskOrder order, YlCode code)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  for (gsize i = 0; i < yl_findings_get_n (figures->findings); i++)
    {
      const YlFinding *finding = yl_findings_get (figures->findings, figures->orders[order][i]);
      if (finding->code == code)
        g_string_append_printf (rows, "%" YL_ROW_ID_FORMAT " ", finding->row);
    }
  return g_string_free (g_steal_pointer (&rows), FALSE);
}

/* Lengths of 1 km where the stakes say 2, 4 and 3: 1, 3 and 2 km are at stake. */
static void
findings_are_listed_by_place_and_by_money (void **state)
{
  Case *c = *state;
  g_autofree char *one = add_road (c, "X001371502", "2", "1");
  g_autofree char *three = add_road (c, "X002371502", "4", "1");
  g_autofree char *two = add_road (c, "X003371502", "3", "1");
  g_autofree char *none = add_road (c, "X004371502", "1", "很长");
  const YlDeskFigures *figures = settle (c);
  assert_text_equal_free (list_rows (figures, YL_DESK_BY_PLACE, YL_A03), "1 2 3 ");
  assert_text_equal_free (list_rows (figures, YL_DESK_BY_MONEY, YL_A03), "2 3 1 ");
  const gsize n = yl_findings_get_n (figures->findings);
  for (gsize i = 1; i < n; i++)
    {
      const guint *by_place = figures->orders[YL_DESK_BY_PLACE];
      const guint *by_money = figures->orders[YL_DESK_BY_MONEY];
      const YlFinding *before = yl_findings_get (figures->findings, by_place[i - 1]);
      const YlFinding *after = yl_findings_get (figures->findings, by_place[i]);
      assert_true (find_sheet (before) <= find_sheet (after));
      assert_true (find_sheet (before) < find_sheet (after) || after->row == 0
                   || (before->row != 0 && before->row <= after->row));
      /* What has no price stands behind all that has one. */
      before = yl_findings_get (figures->findings, by_money[i - 1]);
      after = yl_findings_get (figures->findings, by_money[i]);
      assert_true (before->is_priced || !after->is_priced);
    }
}

static void
what_cannot_become_a_budget_says_why (void **state)
{
  Case *c = *state;
  const YlRecordSheet *about = yl_record_find_sheet (yl_desk_get_record (c->desk), "about");
  const YlCellChange cell = { yl_record_sheet_find_column (about, "policy_text"), "[policy\n" };
  g_autoptr (YlStepAnswer) answer = apply (c,
                                           &(YlChange){ .kind = YL_CHANGE_SET,
                                                        .sheet = about,
                                                        .id = "about",
                                                        .rev = yl_desk_get_revision (c->desk),
                                                        .cells = &cell,
                                                        .n_cells = 1 },
                                           1);
  const YlDeskFigures *figures = settle (c);
  assert_non_null (figures->trouble);
  assert_null (figures->budget);
  assert_null (figures->findings);
}

int
main (void)
{
#define TEST(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
    TEST (rows_that_went_are_remembered_by_the_step_that_took_them),
    TEST (a_hundred_thousand_rows_are_remembered),
    TEST (figures_are_made_at_most_four_times_a_second),
    TEST (findings_are_listed_by_place_and_by_money),
    TEST (what_cannot_become_a_budget_says_why),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
