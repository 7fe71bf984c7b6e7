#include "diagnosis-private.h"

/* Which mistakes the rows themselves show, beside those that are always tried. */

#define MAX_EXCHANGED 16u
#define MAX_EXCHANGING_ROWS 1000u
/* Of so many rows that differ it is asked whether a road of one is in another. */
#define MAX_MOVED_ROWS 64u
#define MAX_PARTS 200u

static void
infer_columns (YlSearch *search)
{
  for (guint order = 0; order < YL_N_COLUMN_ORDERS; order++)
    for (guint is_output = 0; is_output < 2; is_output++)
      yl_search_add_if_shown (search, &(YlShared){ .kind = YL_CAUSE_COLUMNS_MOVED,
                                                   .first = (guint8) order,
                                                   .is_output = is_output != 0 });
}

static void
infer_classes (YlSearch *search)
{
  for (guint rate = 0; rate < YL_N_RATES; rate++)
    for (gint64 times = 0; times <= 2; times += 2)
      if (search->problem->rate_fen_per_km[rate] > 0)
        yl_search_add_if_shown (
            search,
            &(YlShared){ .kind = YL_CAUSE_CLASS_COUNT, .first = (guint8) rate, .value = times });
}

/* By two rows or three; by one is always tried. A single row that has the amount of another is no
 * shift. */
static void
infer_shifts (YlSearch *search)
{
  for (gint64 n = 2; n <= 3 && search->problem->n_rows > 3; n++)
    for (gint64 direction = -1; direction <= 1; direction += 2)
      yl_search_add_if_shown_by (
          search,
          &(YlShared){ .kind = YL_CAUSE_ROW_SHIFTED, .is_output = TRUE, .value = n * direction },
          2);
}

/* 1 公里 = 2 里. */
static void
infer_lengths (YlSearch *search)
{
  for (guint rate = 0; rate <= YL_ALL_RATES; rate++)
    for (gint64 times = -YL_LI_PER_KM; times <= YL_LI_PER_KM; times += 2 * YL_LI_PER_KM)
      yl_search_add_if_shown (
          search,
          &(YlShared){ .kind = YL_CAUSE_LENGTH_UNIT, .first = (guint8) rate, .value = times });
  for (gint64 step_m = 10; step_m <= YL_M_PER_KM; step_m *= 10)
    yl_search_add_if_shown (
        search, &(YlShared){ .kind = YL_CAUSE_ROUNDING, .first = YL_CUT_LENGTHS, .value = step_m });
}

static gboolean
is_near (gint64 a, gint64 b, gint64 slack_fen)
{
  return ABS (a - b) <= slack_fen;
}

static gboolean
is_exchanged (const YlSearch *search, gsize first, gsize second)
{
  const YlDiagnosisRow *one = &search->problem->rows[first];
  const YlDiagnosisRow *other = &search->problem->rows[second];
  return search->weight_fen[second] != 0 && other->role == YL_DIAGNOSIS_ROW
         && is_near (one->stated_fen, other->expected_fen, one->slack_fen)
         && is_near (other->stated_fen, one->expected_fen, other->slack_fen);
}

/* Two rows that have what each other should have; among so many as differ in a table that is looked at. */
static void
infer_exchanges (YlSearch *search)
{
  const gsize n_rows = search->problem->n_rows;
  guint n = 0, n_looked_at = 0;
  for (gsize row = 0; row < n_rows && n_looked_at < MAX_EXCHANGING_ROWS; row++)
    {
      if (search->weight_fen[row] == 0 || search->problem->rows[row].role != YL_DIAGNOSIS_ROW)
        continue;
      n_looked_at++;
      for (gsize other = row + 1; other < n_rows && n < MAX_EXCHANGED; other++)
        if (is_exchanged (search, row, other)
            && yl_search_add_if_shown (search, &(YlShared){ .kind = YL_CAUSE_ROWS_EXCHANGED,
                                                            .is_output = TRUE,
                                                            .value = (gint64) row,
                                                            .over = (gint64) other }))
          n++;
    }
}

static void
infer_states (YlSearch *search)
{
  static const guint8 states[] = { YL_STATE_BIT (YL_ITEM_URBAN), YL_STATE_BIT (YL_ITEM_TRACK),
                                   YL_DUPLICATES_AND_DEAD_ENDS | YL_STATE_BIT (YL_ITEM_URBAN),
                                   YL_ALL_UNCOUNTED };
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    yl_search_add_if_shown (search,
                            &(YlShared){ .kind = YL_CAUSE_NOT_COUNTED, .first = states[i] });
  for (gsize i = 0; i < search->problem->n_other_lengths; i++)
    yl_search_add_if_shown (search,
                            &(YlShared){ .kind = YL_CAUSE_OTHER_LENGTHS, .value = (gint64) i });
  yl_search_add_if_shown_by (search, &(YlShared){ .kind = YL_CAUSE_ROWS_TWICE, .is_output = TRUE },
                             2);
}

/* 1 when @gone is in @row. */
static guint
try_merger (YlSearch *search, gsize row, gsize gone)
{
  const YlShared merger = {
    .kind = YL_CAUSE_ROWS_MERGED,
    .value = (gint64) row,
    .over = (gint64) gone,
  };
  return yl_search_add_if_shown (search, &merger) ? 1 : 0;
}

/* A row that is not there, or has nothing, and one that has so much more. */
static void
infer_mergers (YlSearch *search)
{
  const YlDiagnosisRow *rows = search->problem->rows;
  g_autoptr (GArray) alike = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n = 0;
  guint n_tried = 0;
  for (gsize gone = 0; gone < search->problem->n_rows; gone++)
    {
      if (rows[gone].role != YL_DIAGNOSIS_ROW || rows[gone].stated_fen != 0
          || rows[gone].expected_fen == 0)
        continue;
      g_array_set_size (alike, 0);
      yl_search_list_alike (
          search, search->by_difference,
          &(YlWanted){ rows[gone].expected_fen, rows[gone].slack_fen, search->problem->n_rows },
          alike);
      for (guint i = 0; i < alike->len && n < MAX_EXCHANGED; i++)
        {
          if (n_tried++ == YL_DIAGNOSIS_MAX_MERGERS)
            {
              search->limits |= YL_DIAGNOSIS_LIMIT_MERGERS;
              return;
            }
          n += try_merger (search, g_array_index (alike, guint32, i), gone);
        }
    }
}

/* What a row lacks of one road another has too much. */
static guint
infer_moved_roads (YlSearch *search, gsize from, gsize to)
{
  const YlDiagnosisCase *problem = search->problem;
  guint n = 0;
  for (gsize i = search->first_item[from]; i < search->first_item[from + 1]; i++)
    {
      const YlDiagnosisItem *item = &problem->items[i];
      if (item->state == YL_ITEM_COUNTED
          && is_near (yl_row_price (item->length_m, problem->rate_fen_per_km[item->rate]),
                      search->difference_fen[to], problem->rows[to].slack_fen)
          && yl_search_add_if_shown (
              search,
              &(YlShared){ .kind = YL_CAUSE_ROAD_MOVED, .value = (gint64) i, .over = (gint64) to }))
        n++;
    }
  return n;
}

static void
infer_moves (YlSearch *search)
{
  guint n = 0;
  if (search->n_differing > MAX_MOVED_ROWS)
    return;
  g_autoptr (GArray) alike = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (gsize from = 0; from < search->problem->n_rows; from++)
    {
      if (search->difference_fen[from] >= 0)
        continue;
      g_array_set_size (alike, 0);
      yl_search_list_alike (search, search->by_difference,
                            &(YlWanted){ -search->difference_fen[from],
                                         2 * search->problem->rows[from].slack_fen,
                                         search->problem->n_rows },
                            alike);
      for (guint i = 0; i < alike->len && n < MAX_EXCHANGED; i++)
        n += infer_moved_roads (search, from, g_array_index (alike, guint32, i));
    }
}

/* Whether some row has roads of several townships, so that one of these may be missing in it. */
static gboolean
has_row_of_parts (const YlSearch *search)
{
  const YlDiagnosisCase *problem = search->problem;
  for (gsize row = 0; row < problem->n_rows; row++)
    for (gsize i = search->first_item[row] + 1; i < search->first_item[row + 1]; i++)
      if (problem->items[i].part != problem->items[i - 1].part)
        return TRUE;
  return FALSE;
}

static void
infer_parts (YlSearch *search)
{
  const gsize n_parts = search->problem->n_parts;
  if (n_parts < 2 || n_parts > MAX_PARTS || !has_row_of_parts (search))
    return;
  for (gsize part = 0; part < n_parts; part++)
    for (gint64 times = 0; times <= 2; times += 2)
      yl_search_add_if_shown (search, &(YlShared){ .kind = YL_CAUSE_PART_COUNT,
                                                   .first = YL_ALL_RATES,
                                                   .value = (gint64) part,
                                                   .over = times });
}

void
yl_search_infer (YlSearch *search)
{
  yl_factor_infer (search);
  infer_classes (search);
  yl_other_rates_infer (search);
  infer_columns (search);
  infer_lengths (search);
  infer_shifts (search);
  infer_exchanges (search);
  infer_states (search);
  infer_mergers (search);
  infer_moves (search);
  infer_parts (search);
}
