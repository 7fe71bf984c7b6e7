#pragma once

#include "support/assert.h"
#include "support/sheet.h"
#include "yanglu/io/import/roads/roads.h"

/** What a test of the road importer reads into; freed in teardown, after a failure too. */
typedef struct
{
  YlPlaces
      *places; /* 371502 with three townships; 371503, once 371523, with one; 371521 with none */
  YlFindings *findings;
  YlInventory *inventory; /* of the last reading */
  YlIntake *intake;       /* of the last reading */
  YlRoadImport *import;   /* of the last reading */
  YlRoadImportTally tally;
} RoadFixture;

int road_fixture_set_up (void **state);
int road_fixture_tear_down (void **state);

/** road_fixture_read: reads one CSV, rows as yl_sheet_feed() takes them; forgets what was read before. */
void road_fixture_read (RoadFixture *fixture, const char *rows);

/** road_fixture_begin, feed, end: the same for several sheets; a row that begins with "~" is hidden. */
void road_fixture_begin (RoadFixture *fixture);
void
road_fixture_survey (RoadFixture *fixture, const char *sheet, gboolean is_hidden, const char *rows);
void
road_fixture_feed (RoadFixture *fixture, const char *sheet, gboolean is_hidden, const char *rows);
void road_fixture_end (RoadFixture *fixture);

/** road_fixture_read_cell: one village road of 1 km with one more column; (transfer none). */
const YlRoad *road_fixture_read_cell (RoadFixture *fixture, const char *head, const char *cell);

const YlRoad *road_fixture_get (const RoadFixture *fixture, gsize index);
const char *road_fixture_get_text (const RoadFixture *fixture, YlTextId id);
gint64 road_fixture_get_n (const RoadFixture *fixture);
const YlFinding *road_fixture_get_only_finding (const RoadFixture *fixture);

#define ROAD_SENTENCE(name)                                                                        \
  cmocka_unit_test_setup_teardown (name, road_fixture_set_up, road_fixture_tear_down)
