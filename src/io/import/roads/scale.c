#include "import-private.h"

#include "yanglu/calc/counted.h"

/* Kilometres and metres differ by this factor. */
#define FACTOR 1000
/* A length in km under a head in metres has lost its decimals: half a metre of a km. */
#define HALF (FACTOR / 2)

void
road_scale_add (RoadScale *scale, const YlRoad *road)
{
  const gint64 staked_m = (gint64) road->end_m - road->start_m;
  if ((road->flags & YL_ROAD_FROM_STAKES) != 0 || road->start_m < 0 || road->end_m < 0
      || staked_m <= 0 || road->length_m == 0)
    return;
  scale->n_staked++;
  const gint64 length_m = road->length_m;
  if (length_m == staked_m)
    return;
  const YlRateKind kind = yl_counted_get_rate_kind (road);
  const gint64 at_stake_m = yl_counted_get_m (road) == 0 ? 0 : length_m - staked_m;
  if (length_m == staked_m * FACTOR)
    {
      scale->n_thousandfold[kind]++;
      scale->thousandfold_m[kind] += at_stake_m;
    }
  else if (staked_m >= FACTOR && ABS (length_m * FACTOR - staked_m) <= HALF)
    {
      scale->n_thousandth[kind]++;
      scale->thousandth_m[kind] += at_stake_m;
    }
}

static guint64
sum (const guint64 *counts)
{
  guint64 all = 0;
  for (guint kind = 0; kind < YL_N_RATES; kind++)
    all += counts[kind];
  return all;
}

static void
report (
    const YlRoadImport *import, YlRateKind kind, guint64 n, gint64 difference_m, gboolean is_metres)
{
  const char *head = yl_head_finder_get (import->finder, YL_COLUMN_LENGTH)->head;
  g_autofree char *km = yl_length_to_km ((YlLength){ difference_m });
  g_autofree char *message = g_strdup_printf (
      "%s有 %" G_GUINT64_FORMAT " 行（%s）的数是起止桩号之差的%s，看来单位是%s而不是%s；"
      "仍按表头计入，与桩号相差%s公里。请核对单位，改正表头或数字。",
      head, n, yl_rate_kind_get_name (kind), is_metres ? "1000倍" : "千分之一",
      is_metres ? "米" : "公里", is_metres ? "公里" : "米", km);
  const YlFinding finding = {
    .code = YL_C03,
    .severity = YL_SEVERITY_ERROR,
    .file = import->request.file,
    .sheet = import->sheet,
    .column = head,
    .expected =
        is_metres ? "以公里为单位的里程，或注明“米”的表头" : "以米为单位的长度，或注明“公里”的表头",
    .message = message,
    .stake_length = { difference_m * 1000000, kind, TRUE },
  };
  yl_findings_add (import->request.findings, &finding);
}

void
road_scale_report (const YlRoadImport *import)
{
  const RoadScale *scale = &import->scale;
  const gboolean are_most_metres = sum (scale->n_thousandfold) * 2 > scale->n_staked;
  const gboolean are_most_km = sum (scale->n_thousandth) * 2 > scale->n_staked;
  for (guint kind = 0; kind < YL_N_RATES; kind++)
    {
      if (are_most_metres && scale->n_thousandfold[kind] > 0)
        report (import, (YlRateKind) kind, scale->n_thousandfold[kind], scale->thousandfold_m[kind],
                TRUE);
      if (are_most_km && scale->n_thousandth[kind] > 0)
        report (import, (YlRateKind) kind, scale->n_thousandth[kind], scale->thousandth_m[kind],
                FALSE);
    }
}
