#include "yanglu/app/lists/sniff.h"

#include "yanglu/app/load.h"
#include "yanglu/app/words.h"
#include "yanglu/io/words/words.h"

#include <string.h>

#define N_ROWS_LOOKED_AT 50u

/* What only the heads or titles of a budget say. */
static const char *const money_words[] = { "元", "金额", "资金", "经费", "预算" };

typedef struct
{
  YlRowSink import;
  gboolean has_money;
  gboolean is_below_heads; /* of the sheet at hand */
} Sniff;

static gboolean
names_money (YlText cell)
{
  for (gsize i = 0; i < G_N_ELEMENTS (money_words); i++)
    if (cell.length > 0 && g_strstr_len (cell.at, (gssize) cell.length, money_words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
begin_sheet (gpointer self, const char *sheet, gboolean is_hidden)
{
  Sniff *sniff = self;
  sniff->is_below_heads = FALSE;
  /* What speaks of money is no list, whatever its other sheets are. */
  if (sniff->has_money)
    return FALSE;
  return sniff->import.begin_sheet (sniff->import.self, sheet, is_hidden);
}

static gboolean
take_row (gpointer self, YlRowId row, const YlText *cells, guint n_cells)
{
  Sniff *sniff = self;
  const gboolean goes_on = sniff->import.row (sniff->import.self, row, cells, n_cells);
  /* Among the sections 元 is a village: 元庄, 开元路. */
  for (guint i = 0; i < n_cells && !sniff->is_below_heads; i++)
    sniff->has_money = sniff->has_money || names_money (cells[i]);
  return goes_on && !sniff->has_money && row < N_ROWS_LOOKED_AT;
}

static void
end_sheet (gpointer self)
{
  const Sniff *sniff = self;
  sniff->import.end_sheet (sniff->import.self);
}

static void
take_road (gpointer self, const YlRoadRow *row)
{
  Sniff *sniff = self;
  sniff->is_below_heads = TRUE;
  (void) row;
}

static gboolean
is_list (const YlInput *input, const YlWords *words, const YlPlaces *places)
{
  g_autoptr (YlFindings) untold = yl_findings_new_counting (0);
  Sniff sniff = { .has_money = FALSE };
  const YlRoadImportRequest request = {
    .file = yl_input_get_name (input),
    .words = words,
    .places = places,
    .findings = untold,
    .roads = { take_road, &sniff },
  };
  g_autoptr (YlRoadImport) import = yl_road_import_new (&request);
  sniff.import = yl_road_import_get_sink (import);
  const YlRowSink rows = {
    .begin_sheet = begin_sheet, .row = take_row, .end_sheet = end_sheet, .self = &sniff
  };
  const YlLoadContext context = { .words = words, .places = places, .findings = untold };
  return yl_load_rows (&context, input, &rows, NULL) && yl_road_import_end (import).n_roads > 0
         && !sniff.has_money;
}

gboolean
yl_counties_is_list (const char *path, const YlJobOptions *options)
{
  if (g_str_equal (path, "-"))
    return FALSE;
  g_autoptr (YlInput) input = yl_input_open (path, NULL);
  /* Whether there are roads at all does not hang on whose they are: the register is not read for it. */
  g_autoptr (YlPlaces) places = yl_places_seal (yl_places_new ());
  g_autoptr (YlWords) words =
      input == NULL ? NULL : yl_job_words_open (options, NULL, NULL, NULL, NULL);
  /* A budget of ours is none; its rows need not be read for that. */
  return words != NULL && !yl_load_is_own_budget (input) && is_list (input, words, places);
}
