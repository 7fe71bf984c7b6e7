#include "attempt-private.h"

#include "yanglu/base/money.h"

#include <string.h>

gint64
yl_row_price (gint64 m, gint64 fen_per_km)
{
  gint64 fen = 0;
  if (!yl_ratio_scale (m, fen_per_km, 1000, &fen))
    return (m < 0) == (fen_per_km < 0) ? YL_MONEY_MAX_FEN : -YL_MONEY_MAX_FEN;
  return CLAMP (fen, -YL_MONEY_MAX_FEN, YL_MONEY_MAX_FEN);
}

void
yl_row_model_init (const YlSearch *search, gsize row, YlRowModel *model)
{
  memset (model, 0, sizeof *model);
  memcpy (model->rate, search->problem->rate_fen_per_km, sizeof model->rate);
  model->share_ppm = search->problem->land_share_ppm;
  memcpy (model->length_m, search->problem->rows[row].length_m, sizeof model->length_m);
}

gboolean
yl_row_model_add (YlRowModel *model, gint64 m, guint rate, guint state)
{
  if (model->n_extras == YL_MAX_EXTRAS || m == 0)
    return FALSE;
  model->extras[model->n_extras++] =
      (YlExtra){ .m = m, .rate = (guint8) rate, .state = (guint8) state };
  return TRUE;
}

/* Where a metre is not a whole number of fen, road by road, as the budget rounds. */
static gint64
price_roads (const YlSearch *search, gsize row, guint rate, guint state, gint64 fen_per_km)
{
  gint64 sum_fen = 0;
  for (gsize i = search->first_item[row]; i < search->first_item[row + 1]; i++)
    {
      const YlDiagnosisItem *item = &search->problem->items[i];
      if (item->rate == rate && item->state == state)
        sum_fen += yl_row_price (item->length_m, fen_per_km);
    }
  return CLAMP (sum_fen, -YL_MONEY_MAX_FEN, YL_MONEY_MAX_FEN);
}

static gint64
price_group (
    const YlSearch *search, gsize row, guint rate, guint state, gint64 m, gint64 fen_per_km)
{
  const gboolean has_roads = search->first_item[row] < search->first_item[row + 1];
  return fen_per_km % 1000 != 0 && has_roads ? price_roads (search, row, rate, state, fen_per_km)
                                             : yl_row_price (m, fen_per_km);
}

/* Whether the kilometres of a class are another number, all roads together. */
static gboolean
change_length (const YlRowModel *model, guint rate, gint64 *length_m)
{
  const gint64 before_m = *length_m;
  for (guint i = 0; i < 2 && model->on_lengths[i] != NULL; i++)
    *length_m = yl_shared_change_length (model->on_lengths[i], rate, *length_m);
  return *length_m != before_m;
}

static void
price_classes (const YlSearch *search, gsize row, const YlRowModel *model, YlRowView *view)
{
  for (guint rate = 0; rate < YL_N_RATES; rate++)
    {
      view->length_m[rate] = model->length_m[rate];
      view->class_fen[rate] = model->is_whole[rate]
                                  ? yl_row_price (model->length_m[rate], model->rate[rate])
                                  : price_group (search, row, rate, YL_ITEM_COUNTED,
                                                 model->length_m[rate], model->rate[rate]);
    }
  for (guint i = 0; i < model->n_extras; i++)
    {
      const YlExtra *extra = &model->extras[i];
      view->length_m[extra->rate] += extra->m;
      view->class_fen[extra->rate] += extra->state == YL_ITEM_COUNTED
                                          ? yl_row_price (extra->m, model->rate[extra->rate])
                                          : price_group (search, row, extra->rate, extra->state,
                                                         extra->m, model->rate[extra->rate]);
    }
  for (guint rate = 0; rate < YL_N_RATES && model->on_lengths[0] != NULL; rate++)
    if (change_length (model, rate, &view->length_m[rate]))
      view->class_fen[rate] = yl_row_price (view->length_m[rate], model->rate[rate]);
}

/* What is due of land revenue: a share of income less those costs that are taken off. */
static gint64
price_due (const YlDiagnosisCase *problem, const YlRowModel *model)
{
  gint64 net_fen = problem->land_income_fen;
  for (gsize i = 0; i < problem->n_land_costs; i++)
    net_fen -= (model->skipped_costs & (1u << i)) == 0 ? problem->land_costs[i].amount_fen : 0;
  gint64 due_fen = 0;
  const gint64 step_fen = MAX (problem->land_step_fen, 1);
  if (!yl_ratio_scale (MAX (net_fen, 0), model->share_ppm, YL_SHARE_WHOLE * step_fen, &due_fen)
      || due_fen > YL_MONEY_MAX_FEN / step_fen)
    return YL_NEVER_FEN;
  return due_fen * step_fen;
}

void
yl_row_model_view (const YlSearch *search, gsize row, const YlRowModel *model, YlRowView *view)
{
  const YlDiagnosisRow *found = &search->problem->rows[row];
  memset (view, 0, sizeof *view);
  if (found->role == YL_DIAGNOSIS_DUE || found->role == YL_DIAGNOSIS_SUM)
    {
      const gboolean is_due = found->role == YL_DIAGNOSIS_DUE;
      view->fen = search->fixed_fen[row] + (is_due ? price_due (search->problem, model) : 0);
      return;
    }
  price_classes (search, row, model, view);
  view->fen = search->fixed_fen[row] + model->moved_fen - found->deduct_fen;
  for (guint rate = 0; rate < YL_N_RATES; rate++)
    view->fen += view->class_fen[rate];
  if (found->role == YL_DIAGNOSIS_GAP)
    view->fen = MAX (view->fen, 0);
}

YlMatch
yl_row_view_match (const YlDiagnosisRow *row, const YlRowView *view)
{
  if (row->stated_fen != view->fen)
    return YL_MATCH_NONE;
  if (row->has_class_amounts
      && memcmp (row->stated_class_fen, view->class_fen, sizeof view->class_fen) != 0)
    return YL_MATCH_NONE;
  if (!row->has_lengths || row->role == YL_DIAGNOSIS_SUM
      || memcmp (row->stated_length_m, view->length_m, sizeof view->length_m) == 0)
    return YL_MATCH_WHOLE;
  /* Kilometres that are neither the record's nor those of the mistake speak against it. */
  return memcmp (row->stated_length_m, row->length_m, sizeof row->length_m) == 0 ? YL_MATCH_LAGGING
                                                                                 : YL_MATCH_NONE;
}
