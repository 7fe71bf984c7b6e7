#include "yanglu/audit/budget/grade-rules.h"

#include <string.h>

/* The lower of the two bands that @score falls between; NULL when it falls into a band or outside
 * of all. */
static const YlGradeBand *
find_band_below (const YlGradeBand *bands, guint n_bands, gint64 score)
{
  for (guint i = 1; i < n_bands; i++)
    if (score > bands[i].high && score < bands[i - 1].low)
      return &bands[i];
  return NULL;
}

static const YlGradeBand *
find_band (const YlGradeBand *bands, guint n_bands, const char *name)
{
  for (guint i = 0; i < n_bands; i++)
    if (strcmp (bands[i].name, name) == 0)
      return &bands[i];
  return NULL;
}

static gboolean
find_allotment (const YlAssessedRow *row, const YlGradeBand *grade, YlMoney *out_allotment)
{
  *out_allotment = row->allotment;
  if (row->has_allotment)
    return TRUE;
  return row->has_amount && grade != NULL && grade->pay_ppm > 0
         && yl_ratio_scale (row->amount.fen, YL_SHARE_WHOLE, grade->pay_ppm, &out_allotment->fen);
}

static char *
to_points (gint64 score)
{
  g_autofree char *points = yl_decimal_format (score, 3, FALSE);
  gsize length = strlen (points);
  while (length > 0 && points[length - 1] == '0')
    length--;
  if (length > 0 && points[length - 1] == '.')
    length--;
  return g_strndup (points, length);
}

/* below[-1] is the band above it. */
static void
report (const YlFilledTable *assessment,
        const YlAssessedRow *row,
        const YlGradeBand *below,
        const YlGradeBand *grade,
        YlFindings *findings)
{
  const YlGradeBand *above = below - 1;
  const YlShare difference = { ABS (above->pay_ppm - below->pay_ppm) };
  const YlFigurePlace place = { assessment->file, row->sheet, row->row,
                                row->head,        row->cell,  row->name };
  YlMoney allotment = { 0 };
  YlMoney stake = { 0 };
  const gboolean is_priced =
      find_allotment (row, grade, &allotment) && yl_money_share (allotment, difference, &stake);
  g_autofree char *seen = to_points (row->score);
  g_autofree char *low = to_points (above->low);
  g_autofree char *high = to_points (below->high);
  g_autofree char *yuan = yl_money_to_grouped (stake);
  g_autofree char *effect = is_priced ? g_strdup_printf ("，两档相差 %s 元", yuan) : g_strdup ("");
  g_autofree char *message = g_strdup_printf (
      "“%s”考核得分 %s，落在“%s”（至 %s 分）和“%s”（%s 分起）之间，办法没有规定归入哪一档%s；"
      "请说明依据",
      row->name, seen, below->name, high, above->name, low, effect);
  yl_figure_report (&place,
                    (YlFinding){
                        .code = YL_C07,
                        .seen = seen,
                        .message = message,
                        .gainer = grade == above && row->name[0] != '\0' ? row->name : NULL,
                    },
                    is_priced ? &stake : NULL, findings);
}

void
yl_grades_check (const YlFilledTable *assessment,
                 const YlGradeBand *bands,
                 guint n_bands,
                 YlFindings *findings)
{
  for (guint i = 0; i < assessment->rows->len; i++)
    {
      const YlAssessedRow *row = &g_array_index (assessment->rows, YlAssessedRow, i);
      const YlGradeBand *below = find_band_below (bands, n_bands, row->score);
      if (below != NULL)
        report (assessment, row, below, find_band (bands, n_bands, row->grade), findings);
    }
}

void
yl_grades_audit (const YlFilledTable *assessment, const YlRuleSet *rules, YlAudit *audit)
{
  const YlAssessedRow *first = &g_array_index (assessment->rows, YlAssessedRow, 0);
  guint n_bands = 0;
  const YlGradeBand *bands = yl_rule_set_get_bands (rules, &n_bands);
  g_autofree char *what = g_strdup_printf ("工作表“%s”第 %u 行起", first->sheet, first->row);
  g_autofree char *taken_for = g_strdup_printf ("考核表，“%s”一列为得分", first->head);
  yl_audit_add_reading (audit, what, taken_for);
  yl_grades_check (assessment, bands, n_bands, audit->findings);
}
