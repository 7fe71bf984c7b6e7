#include "yanglu/audit/diagnosis/land.h"

#include "yanglu/audit/diagnosis/diagnosis.h"
#include "yanglu/base/ratio.h"

#include <string.h>

#define MAX_SHARES 6u
/* A table with more is none of 财综〔2011〕62号. */
#define MAX_COSTS 31u

/* What is known of one payer. */
typedef struct
{
  YlArena *arena;
  const YlFoundLand *found;
  const YlLandFigure *due;
  gint64 income_fen;
  GArray *costs;                 /* of YlDiagnosisMoney */
  gint64 shares_ppm[MAX_SHARES]; /* the right one first when it is known */
  guint n_shares;
  gboolean is_share_known;
  gint64 step_fen;
} Known;

static const char *
keep_place (const Known *known, const YlLandFigure *figure)
{
  return figure == NULL
             ? NULL
             : yl_arena_take (known->arena, yl_found_land_to_place (known->found, figure));
}

static void
add_share (Known *known, gint64 ppm)
{
  for (guint i = 0; i < known->n_shares; i++)
    if (known->shares_ppm[i] == ppm)
      return;
  if (ppm > 0 && known->n_shares < MAX_SHARES)
    known->shares_ppm[known->n_shares++] = ppm;
}

static gint64
find_share (const YlPolicy *policy, const char *area, YlLandKey key)
{
  const YlPolicyValue *value = yl_policy_find (policy, YL_GROUP_LAND_REVENUE, area, key);
  return value == NULL ? 0 : value->value;
}

/* The right one first: that of the record, or the one stated, drawn into the range. */
static void
add_shares (
    Known *known, gint64 record_ppm, gint64 stated_ppm, const YlPolicy *policy, const char *area)
{
  const gint64 min_ppm = find_share (policy, area, YL_LAND_MIN_SHARE);
  const gint64 max_ppm = find_share (policy, area, YL_LAND_MAX_SHARE);
  known->is_share_known = record_ppm > 0 || stated_ppm > 0;
  add_share (known, record_ppm);
  if (stated_ppm > 0 && max_ppm > 0)
    add_share (known, CLAMP (stated_ppm, min_ppm, max_ppm));
  add_share (known, stated_ppm);
  add_share (known, min_ppm);
  add_share (known, max_ppm);
  add_share (known, find_share (policy, area, YL_LAND_DEFAULT_SHARE));
}

static void
add_stated (Known *known)
{
  g_autoptr (GArray) costs = yl_found_land_get_costs (known->found);
  known->income_fen = yl_found_land_find (known->found, YL_LAND_ROW_INCOME)->units;
  known->step_fen = known->found->step_fen;
  for (guint i = 0; i < costs->len; i++)
    {
      const YlLandFigure *cost = &g_array_index (costs, YlLandFigure, i);
      const YlDiagnosisMoney money = { cost->label, cost->units, keep_place (known, cost) };
      g_array_append_val (known->costs, money);
    }
}

static const YlLandFigure *
find_cost (const YlFoundLand *found, const char *name)
{
  for (guint i = 0; i < found->figures->len; i++)
    {
      const YlLandFigure *figure = &g_array_index (found->figures, YlLandFigure, i);
      if (figure->meaning == YL_LAND_ROW_COST && strcmp (figure->label, name) == 0)
        return figure;
    }
  return NULL;
}

static void
add_entry (Known *known, const YlLandEntry *entry)
{
  known->income_fen = entry->income.fen;
  known->step_fen = 1;
  for (guint i = 0; i < YL_N_LAND_COSTS; i++)
    {
      const char *name = yl_land_cost_get_name (i);
      const YlDiagnosisMoney money = { name, entry->costs[i].fen,
                                       keep_place (known, find_cost (known->found, name)) };
      if (money.amount_fen != 0)
        g_array_append_val (known->costs, money);
    }
}

/* FALSE: the budget has no such payer. */
static gboolean
add_record (Known *known, const YlBudget *budget, gint64 *out_share_ppm)
{
  const GArray *entries = budget->entry->land;
  const GArray *lines = budget->figures->land;
  gboolean is_found = FALSE;
  for (guint i = 0; i < entries->len; i++)
    if (g_array_index (entries, YlLandEntry, i).payer + 1u == known->found->payer_after)
      {
        add_entry (known, &g_array_index (entries, YlLandEntry, i));
        is_found = TRUE;
      }
  for (guint i = 0; i < lines->len; i++)
    if (g_array_index (lines, YlLandLine, i).payer + 1u == known->found->payer_after)
      *out_share_ppm = g_array_index (lines, YlLandLine, i).share_ppm;
  return is_found;
}

static gint64
price (const Known *known, gint64 share_ppm)
{
  gint64 net_fen = known->income_fen;
  gint64 steps = 0;
  for (guint i = 0; i < known->costs->len; i++)
    net_fen -= g_array_index (known->costs, YlDiagnosisMoney, i).amount_fen;
  return yl_ratio_scale (MAX (net_fen, 0), share_ppm, YL_SHARE_WHOLE * known->step_fen, &steps)
             ? steps * known->step_fen
             : 0;
}

/* Without a share of its own anything in the range is right. */
static gboolean
is_right (const Known *known)
{
  const gint64 due_fen = known->due->units;
  if (known->is_share_known)
    return ABS (due_fen - price (known, known->shares_ppm[0])) < known->step_fen;
  gint64 low_fen = G_MAXINT64, high_fen = 0;
  for (guint i = 0; i < known->n_shares; i++)
    {
      low_fen = MIN (low_fen, price (known, known->shares_ppm[i]));
      high_fen = MAX (high_fen, price (known, known->shares_ppm[i]));
    }
  return due_fen > low_fen - known->step_fen && due_fen < high_fen + known->step_fen;
}

/* The shares other than that at @right may have been taken by mistake, where one is known. */
static gsize
list_others (const Known *known, guint right, gint64 others_ppm[MAX_SHARES])
{
  gsize n = 0;
  for (guint i = 0; i < known->n_shares && known->is_share_known; i++)
    if (i != right)
      others_ppm[n++] = known->shares_ppm[i];
  return n;
}

/* How short the best explanation is under the share at @right; tells it when @audit is given. */
static guint
explain (Known *known, guint right, YlAudit *audit)
{
  gint64 others_ppm[MAX_SHARES];
  g_autofree char *name = g_strconcat (known->found->name, known->due->label, NULL);
  const YlDiagnosisRow row = { .place = keep_place (known, known->due),
                               .name = name,
                               .role = YL_DIAGNOSIS_DUE,
                               .stated_fen = known->due->units,
                               .expected_fen = price (known, known->shares_ppm[right]) };
  const YlDiagnosisCase problem = {
    .noun = "项目",
    .rows = &row,
    .n_rows = 1,
    .land_income_fen = known->income_fen,
    .land_income_place = keep_place (known, yl_found_land_find (known->found, YL_LAND_ROW_INCOME)),
    .land_costs = (const YlDiagnosisMoney *) (void *) known->costs->data,
    .n_land_costs = known->costs->len,
    .land_share_ppm = known->shares_ppm[right],
    .land_share_place = keep_place (known, yl_found_land_find (known->found, YL_LAND_ROW_SHARE)),
    .other_shares_ppm = others_ppm,
    .n_other_shares = list_others (known, right, others_ppm),
    .land_step_fen = known->step_fen,
    .amount_decimals = known->found->unit == 1000000 ? 6 : 2,
  };
  YlDiagnosisEffort effort;
  g_autoptr (GPtrArray) found = yl_diagnosis_run (&problem, &effort);
  if (found->len > 0 && audit != NULL)
    yl_diagnosis_report (&problem, found, &effort, audit);
  return found->len == 0 ? G_MAXUINT : ((YlHypothesis *) g_ptr_array_index (found, 0))->cost;
}

static void
report (Known *known, YlAudit *audit)
{
  guint best = 0, best_cost = G_MAXUINT;
  if (known->n_shares == 0 || known->costs->len > MAX_COSTS || is_right (known))
    return;
  for (guint i = 0; i < known->n_shares && !known->is_share_known; i++)
    {
      const guint cost = explain (known, i, NULL);
      best = cost < best_cost ? i : best;
      best_cost = MIN (cost, best_cost);
    }
  explain (known, best, audit);
}

void
yl_diagnosis_report_land (const GPtrArray *lands,
                          const YlBudget *budget,
                          const YlPolicy *policy,
                          const char *area,
                          YlAudit *audit)
{
  for (guint i = 0; i < lands->len; i++)
    {
      const YlFoundLand *found = g_ptr_array_index (lands, i);
      const YlLandFigure *share = yl_found_land_find (found, YL_LAND_ROW_SHARE);
      gint64 record_ppm = 0;
      g_autoptr (YlArena) arena = yl_arena_new ();
      Known known = { .arena = arena,
                      .found = found,
                      .due = yl_found_land_find (found, YL_LAND_ROW_DUE),
                      .costs = yl_arena_array (arena, sizeof (YlDiagnosisMoney)) };
      if (budget == NULL)
        add_stated (&known);
      else if (!add_record (&known, budget, &record_ppm))
        continue;
      add_shares (&known, record_ppm, share == NULL ? 0 : share->units, policy, area);
      report (&known, audit);
    }
}
