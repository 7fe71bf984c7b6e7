#include "reading-private.h"

#include <string.h>

static void
begin (RoadReading *reading, YlRoadImport *import, guint32 row, gboolean is_reporting)
{
  const RoadLength none = { .status = YL_DECIMAL_BLANK };
  reading->import = import;
  reading->row = row;
  reading->is_reporting = is_reporting;
  reading->is_odd = FALSE;
  reading->is_left_out = FALSE;
  reading->out = import->blank;
  reading->out.road.row = row;
  reading->class_seen = YL_TEXT_EMPTY;
  reading->code_seen = YL_TEXT_EMPTY;
  reading->division_seen = YL_TEXT_EMPTY;
  reading->class_reading = YL_CLASS_READ_BLANK;
  reading->letter_reading = YL_CLASS_READ_BLANK;
  reading->length = none;
  reading->start = none;
  reading->end = none;
  reading->code_county = 0;
  reading->division_county = 0;
  reading->township_digits = 0;
  reading->is_maintained = FALSE;
}

static void
look (RoadReading *reading,
      YlRoadImport *import,
      guint32 row,
      const YlText *cells,
      guint n_cells,
      gboolean is_reporting)
{
  begin (reading, import, row, is_reporting);
  const RoadField *end = import->fields + import->n_fields;
  for (const RoadField *field = import->fields; field < end; field++)
    {
      if (field->cell < n_cells && cells[field->cell].length > 0)
        field->read (reading, field->column, cells[field->cell]);
    }
  road_judge (reading);
}

static gboolean
ends_like_sum (YlText text)
{
  return text.length >= 3 && memcmp (text.at + text.length - 3, "计", 3) == 0;
}

/* Sums mostly have no code; one that has says 小计 where a name stands. */
static gboolean
may_be_sum (const RoadReading *reading)
{
  return reading->is_left_out || reading->out.route_code.length == 0
         || ends_like_sum (reading->out.route_name) || ends_like_sum (reading->out.township)
         || ends_like_sum (reading->out.village);
}

static guint
count_filled (const YlText *cells, guint n_cells, YlText *out_first)
{
  guint n = 0;
  for (guint i = 0; i < n_cells; i++)
    if (!yl_text_is_blank (cells[i]) && n++ == 0)
      *out_first = yl_text_trim (cells[i]);
  return n;
}

static gboolean
has_any_prefix (YlText text, const char *const *words)
{
  for (gsize i = 0; words[i] != NULL; i++)
    if (text.length >= strlen (words[i]) && memcmp (text.at, words[i], strlen (words[i])) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_any_suffix (YlText text, const char *const *words)
{
  for (gsize i = 0; words[i] != NULL; i++)
    {
      const gsize n = strlen (words[i]);
      if (text.length >= n && memcmp (text.at + text.length - n, words[i], n) == 0)
        return TRUE;
    }
  return FALSE;
}

/* A line that is no row of the table: a note or a signature below it, or a township's name over
 * its rows. It has no length, so nothing is lost. */
static gboolean
is_note (const RoadReading *reading, guint n_filled, YlText first)
{
  static const char *const beginnings[] = { "注",   "说明", "备注", "填表", "制表",   "审核",
                                            "复核", "单位", "填报", "编制", "负责人", "附",
                                            "以上", "本表", "统计", NULL };
  static const char *const endings[] = { "街道", "镇", "乡", "办事处", NULL };
  /* A class or a code in order makes it a road whose length was spoilt: that must be told. */
  if (reading->class_reading == YL_CLASS_READ_OK || reading->code_county != 0)
    return FALSE;
  return has_any_prefix (first, beginnings) || (n_filled == 1 && has_any_suffix (first, endings));
}

static void
deliver (YlRoadImport *import, const RoadReading *reading)
{
  import->tally.n_roads++;
  road_scale_add (&import->scale, &reading->out.road);
  import->request.roads.take (import->request.roads.self, &reading->out);
}

/* Whether the row is none of the table's: blank, a sum, heads again, a note. */
static gboolean
is_passed_over (const RoadReading *reading,
                YlRoadImport *import,
                const YlText *cells,
                guint n_cells)
{
  YlText first = YL_TEXT_EMPTY;
  const guint n_filled = count_filled (cells, n_cells, &first);
  if (n_filled == 0)
    return TRUE;
  if (may_be_sum (reading) && yl_row_is_sum (cells, n_cells))
    {
      import->tally.n_rows++;
      import->tally.n_sums++;
      return TRUE;
    }
  /* Heads again have words where the figures stand; most rows left out do not. */
  if (!reading->is_left_out || reading->length.status == YL_DECIMAL_OK
      || reading->start.status == YL_DECIMAL_OK)
    return FALSE;
  if (yl_head_finder_take (import->finder, reading->row, cells, n_cells) == YL_HEADS_HEAD)
    {
      road_load_fields (import);
      import->is_below_heads = FALSE;
      return TRUE;
    }
  return is_note (reading, n_filled, first);
}

void
road_read_row (YlRoadImport *import, guint32 row, const YlText *cells, guint n_cells)
{
  RoadReading reading;
  look (&reading, import, row, cells, n_cells, FALSE);
  if ((reading.is_odd || may_be_sum (&reading))
      && is_passed_over (&reading, import, cells, n_cells))
    return;
  import->tally.n_rows++;
  if (reading.is_odd)
    look (&reading, import, row, cells, n_cells, TRUE);
  if (reading.is_left_out)
    import->tally.n_left_out++;
  else
    deliver (import, &reading);
}
