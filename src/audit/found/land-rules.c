#include "yanglu/audit/found/land-rules.h"

#include "yanglu/audit/budget/figure-rules.h"
#include "yanglu/base/ratio.h"
#include "yanglu/domain/cell-place.h"

typedef struct
{
  const YlFoundLand *land;
  const char *file;
  const YlLandFigure *income;
  const YlLandFigure *all_costs; /* (nullable), as the next ones */
  const YlLandFigure *net;
  const YlLandFigure *share;
  const YlLandFigure *due;
  GArray *costs;
  gint64 min_ppm; /* of the policy; 0 unknown */
  gint64 max_ppm;
  YlFindings *findings;
} LandCheck;

/* What stands in @figure against what should; @message is what follows the name of the payer. */
static void
report (const LandCheck *check,
        const YlLandFigure *figure,
        YlCode code,
        const char *expected,
        const char *message,
        gint64 at_stake_fen,
        gboolean is_for_roads)
{
  g_autofree char *cell = yl_cell_to_text (figure->row, figure->column);
  g_autofree char *seen = figure->meaning == YL_LAND_ROW_SHARE
                              ? yl_share_to_percent ((YlShare){ figure->units })
                              : yl_money_to_grouped ((YlMoney){ figure->units });
  g_autofree char *full = g_strdup_printf ("%s土地出让收益：%s", check->land->name, message);
  const YlFigurePlace place = { .file = check->file,
                                .sheet = check->land->sheet,
                                .row = figure->row,
                                .column = figure->label,
                                .cell = cell };
  yl_figure_report (&place,
                    (YlFinding){ .code = code,
                                 .seen = seen,
                                 .expected = expected,
                                 .message = full,
                                 .gainer = is_for_roads ? "农村公路资金" : "本级财政" },
                    &(YlMoney){ at_stake_fen }, check->findings);
}

/* What rounding of @n figures to the digits of the table may come to. */
static gint64
get_tolerance (const LandCheck *check, gsize n)
{
  return check->land->unit == 100 ? 0 : check->land->step_fen * (gint64) n;
}

static gint64
sum_costs (const LandCheck *check)
{
  gint64 sum_fen = 0;
  for (guint i = 0; i < check->costs->len; i++)
    sum_fen += g_array_index (check->costs, YlLandFigure, i).units;
  return sum_fen;
}

/* The costs that the table goes on with. */
static gint64
get_stated_costs (const LandCheck *check)
{
  return check->all_costs == NULL ? sum_costs (check) : check->all_costs->units;
}

static gint64
get_stated_net (const LandCheck *check)
{
  const gint64 net_fen =
      check->net == NULL ? check->income->units - get_stated_costs (check) : check->net->units;
  return MAX (net_fen, 0);
}

/* C01 */
static void
check_sum (const LandCheck *check,
           const YlLandFigure *figure,
           gint64 expected_fen,
           gsize n_parts,
           const char *what)
{
  const gint64 off_fen = figure->units - expected_fen;
  if (ABS (off_fen) <= get_tolerance (check, n_parts))
    return;
  g_autofree char *seen = yl_money_to_grouped ((YlMoney){ figure->units });
  g_autofree char *expected = yl_money_to_grouped ((YlMoney){ expected_fen });
  g_autofree char *off = yl_money_to_grouped ((YlMoney){ ABS (off_fen) });
  g_autofree char *message = g_strdup_printf ("“%s”为 %s 元，%s为 %s 元，%s %s 元", figure->label,
                                              seen, what, expected, off_fen > 0 ? "多" : "少", off);
  /* Less cost and more net are more for the roads. */
  const gboolean is_more_for_roads = (figure->meaning == YL_LAND_ROW_NET) == (off_fen > 0);
  report (check, figure, YL_C01, expected, message, off_fen, is_more_for_roads);
}

static void
check_sums (const LandCheck *check)
{
  if (check->all_costs != NULL && check->costs->len > 0)
    check_sum (check, check->all_costs, sum_costs (check), check->costs->len + 1u,
               "各项成本相加应");
  const gint64 net_fen = check->income->units - get_stated_costs (check);
  if (check->net != NULL && !(net_fen < 0 && check->net->units == net_fen))
    check_sum (check, check->net, MAX (net_fen, 0), 3, "收入减成本应");
}

/* B05: net below zero counts as none. */
static void
check_sign (const LandCheck *check)
{
  const gint64 over_fen = get_stated_costs (check) - check->income->units;
  const gint64 share_ppm = check->share == NULL ? check->min_ppm : check->share->units;
  gint64 stake_fen = 0;
  if (over_fen <= 0 || !yl_ratio_scale (over_fen, share_ppm, YL_SHARE_WHOLE, &stake_fen))
    return;
  g_autofree char *over = yl_money_to_grouped ((YlMoney){ over_fen });
  g_autofree char *message =
      g_strdup_printf ("成本大于收入 %s 元，收益按 0 计；请核对各项成本", over);
  report (check, check->income, YL_B05, "不少于成本", message, stake_fen, FALSE);
}

/* B04: both ends of the range are allowed. */
static void
check_range (const LandCheck *check)
{
  const gint64 ppm = check->share == NULL ? check->min_ppm : check->share->units;
  const gboolean is_below = ppm < check->min_ppm;
  gint64 stake_fen = 0;
  if (check->max_ppm == 0 || (!is_below && ppm <= check->max_ppm))
    return;
  const gint64 bound_ppm = is_below ? check->min_ppm : check->max_ppm;
  yl_ratio_scale (get_stated_net (check), ABS (ppm - bound_ppm), YL_SHARE_WHOLE, &stake_fen);
  g_autofree char *expected = yl_share_to_percent ((YlShare){ bound_ppm });
  g_autofree char *seen = yl_share_to_percent ((YlShare){ ppm });
  g_autofree char *off = yl_money_to_grouped ((YlMoney){ stake_fen });
  g_autofree char *message = g_strdup_printf ("计提比例 %s %s规定的 %s，相差 %s 元", seen,
                                              is_below ? "低于" : "高于", expected, off);
  report (check, check->share, YL_B04, expected, message, stake_fen, !is_below);
}

/* B04 for less, B05 for more than the share of the net revenue above it. */
static void
check_due (const LandCheck *check)
{
  const gint64 low_ppm = check->share == NULL ? check->min_ppm : check->share->units;
  const gint64 high_ppm = check->share == NULL ? check->max_ppm : check->share->units;
  const gint64 due_fen = check->due->units;
  gint64 low_fen = 0, high_fen = 0;
  if (high_ppm == 0 || !yl_ratio_scale (get_stated_net (check), low_ppm, YL_SHARE_WHOLE, &low_fen)
      || !yl_ratio_scale (get_stated_net (check), high_ppm, YL_SHARE_WHOLE, &high_fen)
      || (due_fen > low_fen - check->land->step_fen && due_fen < high_fen + check->land->step_fen))
    return;
  const gboolean is_less = due_fen < low_fen;
  const gint64 expected_fen = is_less ? low_fen : high_fen;
  const gint64 off_fen = ABS (due_fen - expected_fen);
  g_autofree char *percent = yl_share_to_percent ((YlShare){ is_less ? low_ppm : high_ppm });
  g_autofree char *seen = yl_money_to_grouped ((YlMoney){ due_fen });
  g_autofree char *expected = yl_money_to_grouped ((YlMoney){ expected_fen });
  g_autofree char *off = yl_money_to_grouped ((YlMoney){ off_fen });
  g_autofree char *message =
      g_strdup_printf ("“%s”为 %s 元，按净收益的 %s 应为 %s 元，%s %s 元", check->due->label, seen,
                       percent, expected, is_less ? "少计提" : "多计提", off);
  report (check, check->due, is_less ? YL_B04 : YL_B05, expected, message, off_fen, !is_less);
}

static gint64
find_share (const YlFoundContext *context, YlLandKey key)
{
  const YlPolicyValue *value =
      yl_policy_find (context->policy, YL_GROUP_LAND_REVENUE, context->area, key);
  return value == NULL ? 0 : value->value;
}

void
yl_found_check_land (const GPtrArray *lands,
                     const char *file,
                     const YlFoundContext *context,
                     YlFindings *findings)
{
  for (guint i = 0; i < lands->len; i++)
    {
      const YlFoundLand *land = g_ptr_array_index (lands, i);
      g_autoptr (GArray) costs = yl_found_land_get_costs (land);
      const LandCheck check = { .land = land,
                                .file = file,
                                .income = yl_found_land_find (land, YL_LAND_ROW_INCOME),
                                .all_costs = yl_found_land_find (land, YL_LAND_ROW_ALL_COSTS),
                                .net = yl_found_land_find (land, YL_LAND_ROW_NET),
                                .share = yl_found_land_find (land, YL_LAND_ROW_SHARE),
                                .due = yl_found_land_find (land, YL_LAND_ROW_DUE),
                                .costs = costs,
                                .min_ppm = find_share (context, YL_LAND_MIN_SHARE),
                                .max_ppm = find_share (context, YL_LAND_MAX_SHARE),
                                .findings = findings };
      check_sums (&check);
      check_sign (&check);
      check_range (&check);
      check_due (&check);
    }
}

/* Without a net revenue and a sum to draw, income and costs are only stated. */
static gboolean
is_compared (const YlFoundLand *land)
{
  return yl_found_land_find (land, YL_LAND_ROW_NET) != NULL
         || yl_found_land_find (land, YL_LAND_ROW_DUE) != NULL;
}

static void
cover_figure (const YlFoundLand *land, const YlLandFigure *figure, YlCoverage *coverage)
{
  g_autofree char *cell = yl_cell_to_text (figure->row, figure->column);
  const gboolean is_sum = figure->meaning == YL_LAND_ROW_DUE || figure->meaning == YL_LAND_ROW_NET;
  if (figure->meaning == YL_LAND_ROW_SHARE || figure->units == 0)
    return;
  if (!is_compared (land))
    yl_coverage_add_gap (coverage, &(YlCoverageGap){ .sheet = land->sheet,
                                                     .column = figure->label,
                                                     .cell = cell,
                                                     .n_figures = 1,
                                                     .amount_fen = figure->units,
                                                     .is_money = TRUE,
                                                     .reason = YL_GAP_NO_BASIS });
  else if (is_sum)
    coverage->n_proved++;
  else
    coverage->n_linked++;
}

/* Rows and columns of all @lands that hold a figure which was compared, each once. */
static void
count_places (const GPtrArray *lands, YlCoverage *coverage)
{
  g_autoptr (GHashTable) rows = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) columns = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < lands->len; i++)
    {
      const YlFoundLand *land = g_ptr_array_index (lands, i);
      for (guint k = 0; k < land->figures->len && is_compared (land); k++)
        {
          const YlLandFigure *figure = &g_array_index (land->figures, YlLandFigure, k);
          if (figure->meaning == YL_LAND_ROW_SHARE || figure->units == 0)
            continue;
          g_hash_table_add (rows, GUINT_TO_POINTER (figure->row));
          g_hash_table_add (columns, GUINT_TO_POINTER (figure->column + 1u));
        }
    }
  coverage->n_rows += g_hash_table_size (rows);
  coverage->n_columns += g_hash_table_size (columns);
}

void
yl_found_cover_land (const GPtrArray *lands, YlCoverage *coverage)
{
  count_places (lands, coverage);
  for (guint i = 0; i < lands->len; i++)
    {
      const YlFoundLand *land = g_ptr_array_index (lands, i);
      for (guint k = 0; k < land->figures->len; k++)
        cover_figure (land, &g_array_index (land->figures, YlLandFigure, k), coverage);
    }
}
