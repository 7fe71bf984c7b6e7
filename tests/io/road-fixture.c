#include "road-fixture.h"

#include "yanglu/io/words/words.h"

static YlPlaces *
make_places (void)
{
  g_autoptr (YlPlaces) places = yl_places_new ();
  yl_places_add_county (places, 371502, yl_text_of ("东昌府区"));
  yl_places_add_county (places, 371503, yl_text_of ("茌平区"));
  yl_places_add_county (places, 371521, yl_text_of ("阳谷县"));
  yl_places_add_township (places, 371502001, yl_text_of ("古楼街道"));
  yl_places_add_township (places, 371502102, yl_text_of ("堂邑镇"));
  yl_places_add_township (places, 371502103, yl_text_of ("梁水镇"));
  yl_places_add_township (places, 371503104, yl_text_of ("博平镇"));
  yl_places_add_renamed (places, 371523, 371503, 2019);
  return yl_places_seal (g_steal_pointer (&places));
}

int
road_fixture_set_up (void **state)
{
  RoadFixture *fixture = g_new0 (RoadFixture, 1);
  fixture->places = make_places ();
  *state = fixture;
  return 0;
}

static void
forget (RoadFixture *fixture)
{
  g_clear_pointer (&fixture->import, yl_road_import_free);
  g_clear_pointer (&fixture->inventory, yl_inventory_free);
  g_clear_pointer (&fixture->findings, yl_findings_free);
  g_clear_pointer (&fixture->intake, yl_arena_free_record);
}

int
road_fixture_tear_down (void **state)
{
  RoadFixture *fixture = *state;
  forget (fixture);
  yl_arena_free_record (fixture->places);
  g_free (fixture);
  return 0;
}

void
road_fixture_begin (RoadFixture *fixture)
{
  forget (fixture);
  fixture->findings = yl_findings_new ();
  fixture->inventory = yl_inventory_new ();
  fixture->intake = yl_intake_new ();
  const YlRoadImportRequest request = {
    .file = "台账.csv",
    .words = yl_words_get_builtin (),
    .places = fixture->places,
    .findings = fixture->findings,
    .intake = fixture->intake,
    .inventory = fixture->inventory,
    .roads = yl_inventory_get_sink (fixture->inventory),
  };
  fixture->import = yl_road_import_new (&request);
}

static void
feed (const YlRowSink *sink, const char *sheet, gboolean is_hidden, const char *rows)
{
  if (!sink->begin_sheet (sink->self, sheet, is_hidden))
    return;
  g_auto (GStrv) lines = g_strsplit (rows, "\n", -1);
  for (guint32 i = 0; lines[i] != NULL; i++)
    {
      if (lines[i][0] == '~')
        sink->hide_row (sink->self, i + 1);
      g_auto (GStrv) words = g_strsplit (lines[i] + (lines[i][0] == '~' ? 1 : 0), "|", -1);
      const guint n_cells = g_strv_length (words);
      g_autofree YlText *cells = g_new0 (YlText, n_cells + 1);
      for (guint cell = 0; cell < n_cells; cell++)
        cells[cell] = yl_text_of (words[cell]);
      if (!sink->row (sink->self, i + 1, cells, n_cells))
        break;
    }
  sink->end_sheet (sink->self);
}

void
road_fixture_survey (RoadFixture *fixture, const char *sheet, gboolean is_hidden, const char *rows)
{
  const YlRowSink sink = yl_road_import_get_survey (fixture->import);
  feed (&sink, sheet, is_hidden, rows);
}

void
road_fixture_feed (RoadFixture *fixture, const char *sheet, gboolean is_hidden, const char *rows)
{
  const YlRowSink sink = yl_road_import_get_sink (fixture->import);
  feed (&sink, sheet, is_hidden, rows);
}

void
road_fixture_end (RoadFixture *fixture)
{
  fixture->tally = yl_road_import_end (fixture->import);
}

void
road_fixture_read (RoadFixture *fixture, const char *rows)
{
  road_fixture_begin (fixture);
  road_fixture_feed (fixture, "", FALSE, rows);
  road_fixture_end (fixture);
}

const YlRoad *
road_fixture_read_cell (RoadFixture *fixture, const char *head, const char *cell)
{
  g_autofree char *rows = g_strdup_printf ("类别|里程|%s\n村道|1|%s", head, cell);
  road_fixture_read (fixture, rows);
  assert_number_equal (road_fixture_get_n (fixture), 1);
  return road_fixture_get (fixture, 0);
}

const YlRoad *
road_fixture_get (const RoadFixture *fixture, gsize index)
{
  return yl_inventory_get_road (fixture->inventory, index);
}

const char *
road_fixture_get_text (const RoadFixture *fixture, YlTextId id)
{
  return yl_inventory_get_text (fixture->inventory, id);
}

gint64
road_fixture_get_n (const RoadFixture *fixture)
{
  return (gint64) yl_inventory_get_n_roads (fixture->inventory);
}

const YlFinding *
road_fixture_get_only_finding (const RoadFixture *fixture)
{
  if (yl_findings_get_n (fixture->findings) > 1)
    assert_no_findings (fixture->findings);
  assert_number_equal (yl_findings_get_n (fixture->findings), 1);
  return yl_findings_get (fixture->findings, 0);
}
