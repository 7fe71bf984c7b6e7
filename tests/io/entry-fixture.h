#pragma once

#include "support/assert.h"
#include "support/sheet.h"
#include "yanglu/io/import/entry/entry.h"
#include "yanglu/io/words/words.h"

/** What a test of the entry importer reads into; freed in teardown, after a failure too. */
typedef struct
{
  YlPlaces *places; /* 371502 with two townships */
  YlEntry *entry;
  YlFindings *findings;
} YlEntryFixture;

static inline int
yl_entry_fixture_set_up (void **state)
{
  YlEntryFixture *fixture = g_new0 (YlEntryFixture, 1);
  g_autoptr (YlPlaces) places = yl_places_new ();
  yl_places_add_county (places, 371502, yl_text_of ("东昌府区"));
  yl_places_add_township (places, 371502001, yl_text_of ("古楼街道"));
  yl_places_add_township (places, 371502102, yl_text_of ("堂邑镇"));
  fixture->places = yl_places_seal (g_steal_pointer (&places));
  fixture->entry = yl_entry_new ();
  fixture->findings = yl_findings_new ();
  *state = fixture;
  return 0;
}

static inline int
yl_entry_fixture_tear_down (void **state)
{
  YlEntryFixture *fixture = *state;
  yl_arena_free_record (fixture->places);
  yl_entry_free (fixture->entry);
  yl_findings_free (fixture->findings);
  g_free (fixture);
  return 0;
}

/** Reads one sheet, @rows as yl_sheet_feed() takes them. */
static inline void
yl_entry_fixture_read (YlEntryFixture *fixture,
                       YlEntryKind kind,
                       const char *sheet,
                       const char *rows)
{
  YlEntryImport *import =
      yl_entry_import_new (kind, "录入表.xlsx", yl_words_get_builtin (), fixture->places, 371502,
                           fixture->entry, fixture->findings);
  const YlRowSink sink = yl_entry_import_get_sink (import);
  yl_sheet_feed (&sink, sheet, rows);
  yl_entry_import_end (import);
  yl_entry_import_free (import);
}

#define yl_entry_test(name)                                                                        \
  cmocka_unit_test_setup_teardown (name, yl_entry_fixture_set_up, yl_entry_fixture_tear_down)
