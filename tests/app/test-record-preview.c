/* Whatever two lists say, the record becomes the second one, and every row is told once. */
#include "support/assert.h"
#include "support/folder.h"
#include "yanglu/app/record/preview.h"
#include "yanglu/base/random.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct
{
  char *folder;
  YlRecord *record;
} Case;

static const YlRecordActor office = { "office", 1609459200000 };

static int
set_up (void **state)
{
  Case *c = g_new0 (Case, 1);
  c->folder = g_dir_make_tmp ("yl-preview-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (c->folder, "r.yanglu", NULL);
  const YlJobOptions options = { .county = "371502", .year = 2021, .policy = "liaocheng-2020" };
  g_autoptr (GError) error = NULL;
  c->record = yl_record_found (&options, path, &office, NULL, &error);
  assert_null (error);
  *state = c;
  return 0;
}

static int
tear_down (void **state)
{
  Case *c = *state;
  yl_record_free (c->record);
  yl_folder_remove (c->folder);
  g_free (c->folder);
  g_free (c);
  return 0;
}

/* A file that was read, and what it would do. */
typedef struct
{
  YlRecordReading *reading;
  YlRecordPreview *preview;
} Looked;

static Looked
look (const Case *c, const char *csv, YlRecordMissing missing)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (csv, strlen (csv));
  g_autoptr (YlInput) input = yl_input_new_for_bytes ("list.csv", bytes);
  Looked looked = { yl_record_reading_new (c->record, &error), NULL };
  assert_null (error);
  assert_true (yl_record_reading_take_list (looked.reading, input, &error));
  yl_record_reading_end (looked.reading);
  looked.preview = yl_record_preview_files (c->record, looked.reading, missing, &error);
  assert_null (error);
  return looked;
}

static void
looked_clear (Looked *looked)
{
  yl_record_preview_free (looked->preview);
  yl_record_reading_free (looked->reading);
}

static void
apply (const Case *c, const Looked *looked)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = g_uuid_string_random ();
  const GArray *changes = looked->preview->changes;
  const YlRecordStep step = { .step_id = id,
                              .at_ms = office.at_ms,
                              .who = office.who,
                              .kind = "import",
                              .changes = (const YlChange *) (gpointer) changes->data,
                              .n_changes = changes->len };
  if (changes->len == 0)
    return;
  g_autoptr (YlStepAnswer) answer = yl_record_apply (c->record, &step, &error);
  assert_null (error);
  assert_int_equal (answer->conflicts->len, 0);
}

static const YlPreviewTable *
get_roads (const Looked *looked)
{
  return &g_array_index (looked->preview->tables, YlPreviewTable, 0);
}

#define HEADS "路线编码,路线名称,行政等级,乡镇,起点桩号,止点桩号,里程\n"

/* Up to twelve roads of few codes, so that many are alike; some that nobody can read. */
static char *
draw_list (YlRandom *random)
{
  static const char *const codes[] = { "X001371502", "X002371502", "Y003371502", "C004371502", "" };
  static const char *const lengths[] = { "1", "1", "2.5", "0.750", "很长", "" };
  GString *list = g_string_new (HEADS);
  const guint64 n = 1 + yl_random_next_below (random, 12);
  for (guint64 i = 0; i < n; i++)
    {
      const char *code = codes[yl_random_next_below (random, G_N_ELEMENTS (codes))];
      const guint64 start = yl_random_next_below (random, 4);
      const gboolean is_staked = yl_random_next_below (random, 3) > 0;
      g_string_append_printf (list, "%s,路%" G_GUINT64_FORMAT ",乡道,沙镇镇,", code,
                              yl_random_next_below (random, 3));
      if (is_staked)
        g_string_append_printf (list, "%" G_GUINT64_FORMAT ",%" G_GUINT64_FORMAT ",", start,
                                start + 1 + yl_random_next_below (random, 2));
      else
        g_string_append (list, ",,");
      g_string_append_printf (list, "%s\n",
                              lengths[yl_random_next_below (random, G_N_ELEMENTS (lengths))]);
    }
  return g_string_free (list, FALSE);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
take_cells (gpointer rows, const YlRecordRow *row)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < 9; i++)
    g_string_append_printf (text, "%s|", row->cells[i]);
  g_ptr_array_add (rows, g_string_free (text, FALSE));
  return TRUE;
}

/* What the road list of the record says, whatever the order of its rows. */
static char *
read_roads (const Case *c)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);
  const YlRecordSheet *sheet = yl_record_find_sheet (c->record, "road");
  assert_true (yl_record_read (c->record, sheet, take_cells, rows, NULL));
  g_ptr_array_sort (rows, compare_texts);
  g_ptr_array_add (rows, NULL);
  return g_strjoinv ("\n", (char **) rows->pdata);
}

/* Every row before is changed, the same or missing; every row after is added, changed or the same. */
static void
assert_tallies_are_whole (const Looked *looked)
{
  const YlPreviewTable *roads = get_roads (looked);
  const YlPreviewTally *tallies = roads->tallies;
  const guint n_both = tallies[YL_PREVIEW_CHANGED].n + tallies[YL_PREVIEW_SAME].n;
  assert_int_equal (n_both + tallies[YL_PREVIEW_MISSING].n, roads->n[YL_OLD]);
  assert_int_equal (n_both + tallies[YL_PREVIEW_ADDED].n, roads->n[YL_NEW]);
  for (guint side = 0; side < YL_N_SIDES; side++)
    {
      const YlRecordJob *job = looked->preview->jobs[side];
      gint64 m = 0;
      gint64 fen = 0;
      for (guint kind = 0; kind < YL_N_PREVIEW_KINDS; kind++)
        {
          m += tallies[kind].m[side];
          fen += tallies[kind].fen[side];
        }
      assert_number_equal (m, job->budget->budget->figures->mileage.listed_m);
      assert_fen_equal (fen, job->budget->budget->figures->daily.standard_fen);
    }
}

static void
a_record_becomes_whatever_list_comes_and_each_row_is_told_once (void **state)
{
  Case *c = *state;
  for (guint64 seed = 1; seed <= 120; seed++)
    {
      YlRandom random = yl_random_of_seed (seed);
      g_autofree char *list = draw_list (&random);
      Looked looked = look (c, list, YL_MISSING_DROPPED);
      assert_tallies_are_whole (&looked);
      const gint64 foreseen = looked.preview->jobs[YL_NEW]->budget->budget->figures->demand_fen;
      apply (c, &looked);
      looked_clear (&looked);
      /* What it has become: looked at once more, the same list changes nothing. */
      Looked again = look (c, list, YL_MISSING_DROPPED);
      assert_int_equal (again.preview->changes->len, 0);
      assert_fen_equal (again.preview->jobs[YL_OLD]->budget->budget->figures->demand_fen, foreseen);
      looked_clear (&again);
    }
}

static void
rows_that_stay_are_not_lost_and_none_comes_twice (void **state)
{
  Case *c = *state;
  Looked first =
      look (c, HEADS "X001371502,甲,县道,沙镇镇,0,1,1\nX001371502,甲,县道,沙镇镇,0,1,1\n",
            YL_MISSING_UNSAID);
  apply (c, &first);
  looked_clear (&first);
  Looked more = look (c, HEADS "Y003371502,乙,乡道,沙镇镇,0,2,2\nX001371502,甲,县道,沙镇镇,0,1,1\n",
                      YL_MISSING_KEPT);
  assert_int_equal (get_roads (&more)->tallies[YL_PREVIEW_SAME].n, 1);
  assert_int_equal (get_roads (&more)->tallies[YL_PREVIEW_MISSING].n, 1);
  assert_int_equal (more.preview->n_missing, 1);
  apply (c, &more);
  looked_clear (&more);
  g_autofree char *roads = read_roads (c);
  assert_string_equal (roads, "X001371502|甲|县道|沙镇镇|||0|1|1|\n"
                              "X001371502|甲|县道|沙镇镇|||0|1|1|\n"
                              "Y003371502|乙|乡道|沙镇镇|||0|2|2|");
}

/* 0–10 is now 0–6 and 6–10: the longer piece is what the road was. */
static void
of_a_road_that_was_split_the_longer_piece_is_the_old_row (void **state)
{
  Case *c = *state;
  Looked first = look (c, HEADS "X001371502,甲,县道,沙镇镇,0,10,10\n", YL_MISSING_UNSAID);
  apply (c, &first);
  looked_clear (&first);
  Looked split =
      look (c, HEADS "X001371502,甲,县道,沙镇镇,0,4,4\nX001371502,甲,县道,沙镇镇,4,10,6\n",
            YL_MISSING_UNSAID);
  const YlPreviewTable *roads = get_roads (&split);
  assert_int_equal (roads->tallies[YL_PREVIEW_CHANGED].n, 1);
  assert_number_equal (roads->tallies[YL_PREVIEW_CHANGED].m[YL_OLD], 10000);
  assert_number_equal (roads->tallies[YL_PREVIEW_CHANGED].m[YL_NEW], 6000);
  assert_number_equal (roads->tallies[YL_PREVIEW_ADDED].m[YL_NEW], 4000);
  /* 10 km and 4 + 6 km of 10 000 yuan. */
  assert_fen_equal (roads->tallies[YL_PREVIEW_CHANGED].fen[YL_OLD], 10000000);
  assert_fen_equal (roads->tallies[YL_PREVIEW_CHANGED].fen[YL_NEW], 6000000);
  looked_clear (&split);
}

int
main (void)
{
#define SENTENCE(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
    SENTENCE (a_record_becomes_whatever_list_comes_and_each_row_is_told_once),
    SENTENCE (rows_that_stay_are_not_lost_and_none_comes_twice),
    SENTENCE (of_a_road_that_was_split_the_longer_piece_is_the_old_row),
  };
  return cmocka_run_group_tests_name ("record-preview", tests, NULL, NULL);
}
