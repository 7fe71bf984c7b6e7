#include "sums-private.h"

#include <string.h>

/* Sums that wait for the rows that make them; places where such rows may begin. Beyond them nothing is told. */
#define MAX_PENDING 64
#define MAX_BREAKS 256

/* What the rows so far come to. */
typedef struct
{
  gint64 listed_m;
  gint64 counted_m;
  gint64 left_out_m;
  gint64 n_rounded; /* rows that lost decimals */
} Totals;

typedef struct
{
  Totals at;
  gint64 stated_m;
  gint64 within_m; /* what the sum was rounded by */
  YlRowId row;
  char *seen;
} Pending;

struct _RoadSums
{
  Totals now;
  Totals sheet;    /* where this sheet began */
  GArray *breaks;  /* of Totals: the first is where the workbook begins */
  GArray *pending; /* of Pending, of this sheet */
};

static void
clear_pending (gpointer data)
{
  g_free (((Pending *) data)->seen);
}

static void
add_break (RoadSums *sums)
{
  if (sums->breaks->len == MAX_BREAKS)
    g_array_remove_index (sums->breaks, 1);
  g_array_append_val (sums->breaks, sums->now);
}

RoadSums *
road_sums_new (void)
{
  RoadSums *sums = g_new0 (RoadSums, 1);
  sums->breaks = g_array_new (FALSE, FALSE, sizeof (Totals));
  sums->pending = g_array_new (FALSE, FALSE, sizeof (Pending));
  g_array_set_clear_func (sums->pending, clear_pending);
  add_break (sums);
  return sums;
}

void
road_sums_free (RoadSums *sums)
{
  g_array_unref (sums->breaks);
  g_array_unref (sums->pending);
  g_free (sums);
}

void
road_sums_begin_sheet (RoadSums *sums)
{
  g_array_set_size (sums->pending, 0);
  sums->sheet = sums->now;
  add_break (sums);
}

void
road_sums_add (RoadSums *sums, guint32 listed_m, guint32 counted_m, gboolean is_rounded)
{
  sums->now.n_rounded += is_rounded ? 1 : 0;
  sums->now.listed_m += listed_m;
  sums->now.counted_m += counted_m;
}

void
road_sums_leave_out (RoadSums *sums, gint64 m)
{
  sums->now.left_out_m += m;
}

/* Whether the rows from @from to @to make what is stated: those that are listed or count, or all that stand there. */
static gboolean
makes (const Pending *pending, const Totals *from, const Totals *to)
{
  const gint64 listed_m = to->listed_m - from->listed_m;
  const gint64 counted_m = to->counted_m - from->counted_m;
  const gint64 left_out_m = to->left_out_m - from->left_out_m;
  const gint64 within_m = pending->within_m + to->n_rounded - from->n_rounded;
  const gint64 ways[] = { listed_m, counted_m, listed_m + left_out_m, counted_m + left_out_m };
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (ABS (ways[i] - pending->stated_m) <= within_m)
      return TRUE;
  return FALSE;
}

/* Sums that stand above the rows that make them. */
static void
settle_pending (RoadSums *sums)
{
  for (guint i = sums->pending->len; i-- > 0;)
    {
      const Pending *pending = &g_array_index (sums->pending, Pending, i);
      if (makes (pending, &pending->at, &sums->now))
        g_array_remove_index (sums->pending, i);
    }
}

/* 23.4 may be 23.350 to 23.450; 12345 metres are what they are. */
static gint64
find_rounding (const RoadReading *reading)
{
  const YlText cell = reading->length.seen;
  const char *point = memchr (cell.at, '.', cell.length);
  gint64 step_m = road_is_in_metres (reading, YL_COLUMN_LENGTH, cell) ? 1 : 1000;
  for (const char *at = point == NULL ? NULL : point + 1;
       at != NULL && at < cell.at + cell.length && g_ascii_isdigit (*at); at++)
    step_m = MAX (step_m / 10, 1);
  return step_m / 2 + 1;
}

static gboolean
is_made (const RoadSums *sums, const Pending *pending)
{
  for (guint i = 0; i < sums->breaks->len; i++)
    if (makes (pending, &g_array_index (sums->breaks, Totals, i), &sums->now))
      return TRUE;
  return FALSE;
}

void
road_sums_take (RoadSums *sums, const RoadReading *reading, gboolean is_all)
{
  const Pending pending = { .at = sums->now,
                            .stated_m = reading->length.m,
                            .within_m = find_rounding (reading),
                            .row = reading->row };
  settle_pending (sums);
  if (is_all && sums->pending->len < MAX_PENDING && !is_made (sums, &pending))
    {
      g_array_append_val (sums->pending, pending);
      g_array_index (sums->pending, Pending, sums->pending->len - 1).seen =
          yl_text_dup (reading->length.seen);
    }
  add_break (sums);
}

/* The rows of the sheet below a sum on its top, else those above it. */
static gint64
find_made (const RoadSums *sums, const Pending *pending)
{
  const Totals *to = pending->at.listed_m > sums->sheet.listed_m ? &pending->at : &sums->now;
  return to->listed_m - sums->sheet.listed_m;
}

static void
report (const YlRoadImport *import, const Pending *pending, gint64 made_m)
{
  const gint64 off_m = pending->stated_m - made_m;
  g_autofree char *stated = yl_decimal_format (pending->stated_m, 3, TRUE);
  g_autofree char *made = yl_decimal_format (made_m, 3, TRUE);
  g_autofree char *off = yl_decimal_format (ABS (off_m), 3, TRUE);
  g_autofree char *message = g_strdup_printf ("合计行写明 %s 公里，本表读入的各行相加为 %s "
                                              "公里，合计%s %s 公里；里程按各行计算，请核对有没有"
                                              "漏行、重行或没有读入的行",
                                              stated, made, off_m > 0 ? "多" : "少", off);
  yl_findings_add (
      import->request.findings,
      &(YlFinding){ .code = YL_C01,
                    .severity = YL_SEVERITY_WARNING,
                    .file = import->request.file,
                    .sheet = import->sheet,
                    .row = pending->row,
                    .column = yl_head_finder_get (import->finder, YL_COLUMN_LENGTH)->head,
                    .seen = pending->seen,
                    .expected = made,
                    .message = message });
}

/* Rows that come to thrice their sum and more are in another unit, which C03 tells. */
#define UNIT_TIMES 3

void
road_sums_end_sheet (RoadSums *sums, const YlRoadImport *import)
{
  settle_pending (sums);
  for (guint i = 0; i < sums->pending->len; i++)
    {
      const Pending *pending = &g_array_index (sums->pending, Pending, i);
      const gint64 made_m = find_made (sums, pending);
      if (made_m < UNIT_TIMES * pending->stated_m)
        report (import, pending, made_m);
    }
  g_array_set_size (sums->pending, 0);
}
