#include "diagnosis-private.h"

#include "yanglu/base/money.h"
#include "yanglu/base/ratio.h"

#include <string.h>

static void
add (GArray *shared, YlCauseKind kind, guint first, gint64 value, gboolean is_output)
{
  const YlShared cause = {
    .kind = (guint8) kind, .first = (guint8) first, .value = value, .is_output = is_output
  };
  g_array_append_val (shared, cause);
}

static gboolean
is_paid (const YlDiagnosisCase *problem, guint rate)
{
  return problem->rate_fen_per_km[rate] > 0;
}

static void
list_rates (const YlDiagnosisCase *problem, GArray *shared)
{
  for (gsize i = 0; i < problem->n_old_rates; i++)
    for (guint rate = 0; rate <= YL_ALL_RATES; rate++)
      if (rate == YL_ALL_RATES
          || (is_paid (problem, rate) && problem->old_rates[i].fen_per_km[rate] > 0
              && problem->old_rates[i].fen_per_km[rate] != problem->rate_fen_per_km[rate]))
        add (shared, YL_CAUSE_OLD_RATE, rate, (gint64) i, FALSE);
  for (guint first = 0; first < YL_N_RATES; first++)
    for (guint second = first + 1; second < YL_N_RATES; second++)
      if (is_paid (problem, first) && is_paid (problem, second)
          && problem->rate_fen_per_km[first] != problem->rate_fen_per_km[second])
        add (shared, YL_CAUSE_RATES_SWAPPED, first, second, FALSE);
}

static void
list_lengths (const YlDiagnosisCase *problem, GArray *shared)
{
  for (guint rate = 0; rate <= YL_ALL_RATES; rate++)
    for (gint64 times = -YL_M_PER_KM; times <= YL_M_PER_KM; times += 2 * YL_M_PER_KM)
      if (rate == YL_ALL_RATES || is_paid (problem, rate))
        add (shared, YL_CAUSE_LENGTH_UNIT, rate, times, FALSE);
  for (guint states = 1; states <= YL_DUPLICATES_AND_DEAD_ENDS; states++)
    add (shared, YL_CAUSE_NOT_COUNTED, states, 0, FALSE);
  for (gint64 step_m = 10; step_m <= 1000; step_m *= 10)
    add (shared, YL_CAUSE_ROUNDING, YL_ROUND_LENGTHS, step_m, FALSE);
  for (guint rate = 0; rate < YL_N_RATES; rate++)
    if (problem->rate_fen_per_km[rate] % 1000 != 0)
      {
        add (shared, YL_CAUSE_ROUNDING, YL_ROUND_IN_ONE, 1, FALSE);
        break;
      }
}

/* What the last digit of an amount is worth that the rows show; 0: a fen, or less. */
static gint64
get_shown_fen (const YlDiagnosisCase *problem)
{
  gint64 half_fen = 0;
  for (gsize i = 0; i < problem->n_rows; i++)
    if (problem->rows[i].role == YL_DIAGNOSIS_ROW)
      half_fen = MAX (half_fen, problem->rows[i].slack_fen);
  return 2 * half_fen;
}

static void
list_amounts (const YlDiagnosisCase *problem, GArray *shared)
{
  const gint64 shown_fen = get_shown_fen (problem);
  gboolean has_class_amounts = FALSE;
  for (gsize i = 0; i < problem->n_rows; i++)
    has_class_amounts |= problem->rows[i].has_class_amounts;
  for (guint slot = 0; slot <= YL_SLOT_TOTAL; slot++)
    for (gint64 direction = -1; direction <= 1; direction += 2)
      if (slot == YL_SLOT_TOTAL || (has_class_amounts && is_paid (problem, slot)))
        add (shared, YL_CAUSE_AMOUNT_UNIT, slot, direction, TRUE);
  /* 角, 元, 十元, 万元 with two decimals, 千元, 万元: not what the table shows anyway. */
  for (gint64 unit_fen = 10; unit_fen <= 1000000; unit_fen *= 10)
    for (guint mode = YL_ROUND_HALF_UP; mode <= YL_ROUND_DOWN; mode++)
      if (unit_fen > shown_fen || (unit_fen == shown_fen && mode == YL_ROUND_DOWN))
        add (shared, YL_CAUSE_ROUNDING, mode, unit_fen, TRUE);
}

const guint8 *
yl_columns_get_order (const YlShared *moved)
{
  static const guint8 orders[][YL_N_CLASS_COLUMNS] = {
    { YL_RATE_TOWNSHIP, YL_RATE_VILLAGE, YL_RATE_COUNTY },
    { YL_RATE_VILLAGE, YL_RATE_COUNTY, YL_RATE_TOWNSHIP },
    { YL_RATE_TOWNSHIP, YL_RATE_COUNTY, YL_RATE_VILLAGE },
    { YL_RATE_VILLAGE, YL_RATE_TOWNSHIP, YL_RATE_COUNTY },
    { YL_RATE_COUNTY, YL_RATE_VILLAGE, YL_RATE_TOWNSHIP },
  };
  G_STATIC_ASSERT (G_N_ELEMENTS (orders) == YL_N_COLUMN_ORDERS);
  return orders[moved->first];
}
G_STATIC_ASSERT (YL_RATE_COUNTY == 0 && YL_RATE_TOWNSHIP == 1 && YL_RATE_VILLAGE == 2);

/* Whether the columns say something else in each other's place. */
static gboolean
move_columns (const YlShared *shared, gint64 *values)
{
  const guint8 *order = yl_columns_get_order (shared);
  gint64 before[YL_N_CLASS_COLUMNS];
  memcpy (before, values, sizeof before);
  for (guint i = 0; i < YL_N_CLASS_COLUMNS; i++)
    values[i] = before[order[i]];
  return memcmp (before, values, sizeof before) != 0;
}

void
yl_shared_list (const YlDiagnosisCase *problem, GArray *shared)
{
  list_rates (problem, shared);
  list_lengths (problem, shared);
  if (problem->n_grants > 1)
    add (shared, YL_CAUSE_GRANT_NETTED, 0, -1, FALSE);
  for (gsize i = 0; i < problem->n_grants; i++)
    add (shared, YL_CAUSE_GRANT_NETTED, 0, (gint64) i, FALSE);
  if (problem->n_land_costs > 0 && problem->n_land_costs < 32)
    add (shared, YL_CAUSE_INCOME_SHARE, 0, -1, FALSE);
  /* The only cost left out is all of them. */
  for (gsize i = 0; i < problem->n_land_costs && i < 32 && problem->n_land_costs > 1; i++)
    add (shared, YL_CAUSE_INCOME_SHARE, 0, (gint64) i, FALSE);
  for (gsize i = 0; i < problem->n_other_shares; i++)
    add (shared, YL_CAUSE_LAND_SHARE, 0, problem->other_shares_ppm[i], FALSE);
  for (gint64 direction = -1; direction <= 1 && problem->n_rows > 1; direction += 2)
    add (shared, YL_CAUSE_ROW_SHIFTED, 0, direction, TRUE);
  list_amounts (problem, shared);
}

static gint64
round_to (gint64 value, gint64 unit, gboolean is_down)
{
  if (is_down)
    return value / unit * unit;
  gint64 n_units = 0;
  return yl_ratio_scale (value, 1, unit, &n_units) ? n_units * unit : value;
}

const YlOldRates *
yl_rates_of_cause (const YlSearch *search, const YlShared *shared)
{
  return shared->kind == YL_CAUSE_OLD_RATE
             ? &search->problem->old_rates[shared->value]
             : &g_array_index (search->other_rates, YlOldRates, shared->value);
}

static gboolean
apply_old_rate (const YlSearch *search, const YlShared *shared, YlRowModel *model)
{
  const YlOldRates *old = yl_rates_of_cause (search, shared);
  gboolean is_changed = FALSE;
  for (guint rate = 0; rate < YL_N_RATES; rate++)
    if ((shared->first == rate || shared->first == YL_ALL_RATES) && old->fen_per_km[rate] > 0
        && is_paid (search->problem, rate) && model->rate[rate] != old->fen_per_km[rate])
      {
        model->rate[rate] = old->fen_per_km[rate];
        is_changed |= model->length_m[rate] != 0;
      }
  return is_changed;
}

/* What an input cause that works on whole kilometres makes of @m of class @rate. */
static gint64
change_whole_length (const YlShared *shared, guint rate, gint64 m)
{
  if (shared->kind == YL_CAUSE_ROUNDING)
    return round_to (m, shared->value, shared->first == YL_CUT_LENGTHS);
  if (shared->first != rate && shared->first != YL_ALL_RATES)
    return m;
  return shared->value > 0 ? m * shared->value
                           : round_to (m, -shared->value, FALSE) / -shared->value;
}

/* Two columns of kilometres that are exchanged cost what two rates do: only where they are seen. */
static gboolean
apply_columns (const YlDiagnosisRow *record, const YlShared *shared, YlRowModel *model)
{
  const guint8 *order = yl_columns_get_order (shared);
  const gboolean is_exchange = order[0] == 0 || order[1] == 1 || order[2] == 2;
  if (is_exchange && !record->has_lengths)
    return FALSE;
  for (guint i = 0; i < YL_N_CLASS_COLUMNS; i++)
    model->is_whole[i] = TRUE;
  return move_columns (shared, model->length_m);
}

static gboolean
apply_class_count (const YlShared *shared, YlRowModel *model)
{
  gboolean has_other = FALSE;
  for (guint rate = 0; rate < YL_N_RATES; rate++)
    has_other |= rate != shared->first && model->length_m[rate] != 0;
  model->rate[shared->first] *= shared->value;
  model->is_elsewhere |= shared->value == 0 && !has_other;
  return model->length_m[shared->first] != 0;
}

/* The roads of one township among those of the row. */
static gboolean
apply_part_count (const YlSearch *search, const YlShared *shared, gsize row, YlRowModel *model)
{
  gint64 part_m[YL_N_RATES] = { 0 };
  gboolean is_changed = FALSE;
  for (gsize i = search->first_item[row]; i < search->first_item[row + 1]; i++)
    {
      const YlDiagnosisItem *item = &search->problem->items[i];
      if (item->state == YL_ITEM_COUNTED && item->part == shared->value)
        part_m[item->rate] += item->length_m;
    }
  for (guint rate = 0; rate < YL_N_RATES; rate++)
    if (part_m[rate] != 0)
      is_changed |= yl_row_model_add (model, shared->over == 0 ? -part_m[rate] : part_m[rate], rate,
                                      YL_ITEM_COUNTED);
  return is_changed;
}

static gboolean
apply_length (const YlShared *shared, YlRowModel *model)
{
  gboolean is_changed = FALSE;
  for (guint rate = 0; rate < YL_N_RATES; rate++)
    {
      const gint64 m = model->length_m[rate];
      const gboolean is_in_one =
          shared->kind == YL_CAUSE_ROUNDING && shared->first == YL_ROUND_IN_ONE;
      model->is_whole[rate] |= is_in_one;
      is_changed |= is_in_one ? m != 0 : change_whole_length (shared, rate, m) != m;
    }
  if (is_changed)
    model->on_lengths[model->on_lengths[0] == NULL ? 0 : 1] = shared;
  return is_changed;
}

static gboolean
apply_not_counted (const YlSearch *search, const YlShared *shared, gsize row, YlRowModel *model)
{
  gboolean is_changed = FALSE;
  for (guint rate = 0; rate < YL_N_RATES; rate++)
    for (guint state = YL_ITEM_DUPLICATE; state < YL_N_ITEM_STATES; state++)
      if (is_paid (search->problem, rate) && (shared->first & YL_STATE_BIT (state)) != 0)
        is_changed |= yl_row_model_add (
            model, yl_row_get_uncounted (&search->problem->rows[row], state)[rate], rate, state);
  return is_changed;
}

const gint64 *
yl_row_get_uncounted (const YlDiagnosisRow *row, guint state)
{
  const gint64 *const lengths[] = {
    [YL_ITEM_COUNTED] = row->length_m,    [YL_ITEM_DUPLICATE] = row->duplicate_m,
    [YL_ITEM_DEAD_END] = row->dead_end_m, [YL_ITEM_URBAN] = row->urban_m,
    [YL_ITEM_TRACK] = row->track_m,
  };
  G_STATIC_ASSERT (G_N_ELEMENTS (lengths) == YL_N_ITEM_STATES);
  return lengths[state];
}

static gboolean
apply_other_lengths (const YlSearch *search, const YlShared *shared, gsize row, YlRowModel *model)
{
  const gint64 *other_m = search->problem->other_lengths[shared->value].length_m[row];
  const gboolean is_changed = memcmp (model->length_m, other_m, sizeof model->length_m) != 0;
  memcpy (model->length_m, other_m, sizeof model->length_m);
  for (guint rate = 0; rate < YL_N_RATES; rate++)
    model->is_whole[rate] = TRUE;
  return is_changed;
}

/* The second row is in the first, and nothing in its own place. */
static gboolean
apply_merged (const YlSearch *search, const YlShared *shared, gsize row, YlRowModel *model)
{
  const YlDiagnosisRow *second = &search->problem->rows[shared->over];
  if (row == (gsize) shared->over)
    {
      memset (model->length_m, 0, sizeof model->length_m);
      model->is_elsewhere = TRUE;
      return TRUE;
    }
  for (guint rate = 0; rate < YL_N_RATES && row == (gsize) shared->value; rate++)
    {
      model->length_m[rate] += second->length_m[rate];
      model->is_whole[rate] = TRUE;
    }
  return row == (gsize) shared->value;
}

static gboolean
apply_road_moved (const YlSearch *search, const YlShared *shared, gsize row, YlRowModel *model)
{
  const YlDiagnosisItem *item = &search->problem->items[shared->value];
  if (row != item->row && row != (gsize) shared->over)
    return FALSE;
  const gint64 m = row == item->row ? -item->length_m : item->length_m;
  return yl_row_model_add (model, m, item->rate, YL_ITEM_COUNTED);
}

static gboolean
apply_money (const YlDiagnosisCase *problem, const YlShared *shared, YlRowModel *model)
{
  if (shared->kind == YL_CAUSE_LAND_SHARE)
    {
      model->share_ppm = shared->value;
      return TRUE;
    }
  if (shared->kind == YL_CAUSE_INCOME_SHARE)
    {
      model->skipped_costs |= shared->value < 0 ? G_MAXUINT32 : 1u << shared->value;
      return TRUE;
    }
  for (gsize i = 0; i < problem->n_grants; i++)
    if (shared->value < 0 || shared->value == (gint64) i)
      model->moved_fen -= problem->grants[i].amount_fen;
  return TRUE;
}

gboolean
yl_shared_apply (const YlSearch *search, const YlShared *shared, gsize row, YlRowModel *model)
{
  const YlDiagnosisRole role = search->problem->rows[row].role;
  const gboolean is_land =
      shared->kind == YL_CAUSE_INCOME_SHARE || shared->kind == YL_CAUSE_LAND_SHARE;
  if (is_land || shared->kind == YL_CAUSE_GRANT_NETTED)
    return role == (is_land ? YL_DIAGNOSIS_DUE : YL_DIAGNOSIS_GAP)
           && apply_money (search->problem, shared, model);
  if (role == YL_DIAGNOSIS_DUE || role == YL_DIAGNOSIS_SUM)
    return FALSE;
  if (shared->kind == YL_CAUSE_OLD_RATE || shared->kind == YL_CAUSE_OTHER_RATE)
    return apply_old_rate (search, shared, model);
  if (shared->kind == YL_CAUSE_NOT_COUNTED)
    return apply_not_counted (search, shared, row, model);
  if (shared->kind == YL_CAUSE_OTHER_LENGTHS)
    return apply_other_lengths (search, shared, row, model);
  if (shared->kind == YL_CAUSE_ROWS_MERGED)
    return apply_merged (search, shared, row, model);
  if (shared->kind == YL_CAUSE_ROAD_MOVED)
    return apply_road_moved (search, shared, row, model);
  if (shared->kind == YL_CAUSE_CLASS_COUNT)
    return apply_class_count (shared, model);
  if (shared->kind == YL_CAUSE_PART_COUNT)
    return apply_part_count (search, shared, row, model);
  if (shared->kind == YL_CAUSE_COLUMNS_MOVED)
    return apply_columns (&search->problem->rows[row], shared, model);
  if (shared->kind != YL_CAUSE_RATES_SWAPPED)
    return apply_length (shared, model);
  const gint64 first = model->rate[shared->first];
  model->rate[shared->first] = model->rate[shared->value];
  model->rate[shared->value] = first;
  return model->length_m[shared->first] != 0 || model->length_m[shared->value] != 0;
}

/* Whether an output cause changes the amounts of class @rate. */
static gboolean
is_on_slot (const YlShared *shared, guint rate)
{
  return shared->kind != YL_CAUSE_AMOUNT_UNIT || shared->first == YL_SLOT_TOTAL
         || shared->first == rate;
}

static gint64
scale (gint64 fen, gint64 direction)
{
  gint64 scaled = YL_NEVER_FEN;
  if (direction > 0)
    return __builtin_mul_overflow (fen, 10000, &scaled) || ABS (scaled) > -YL_NEVER_FEN
               ? YL_NEVER_FEN
               : scaled;
  return yl_ratio_scale (fen, 1, 10000, &scaled) ? scaled : YL_NEVER_FEN;
}

static gint64
transform (const YlShared *shared, gint64 fen)
{
  gint64 scaled = YL_NEVER_FEN;
  if (shared->kind == YL_CAUSE_FACTOR)
    return yl_ratio_scale (fen, shared->value, shared->over, &scaled) ? scaled : YL_NEVER_FEN;
  return shared->kind == YL_CAUSE_AMOUNT_UNIT
             ? scale (fen, shared->value)
             : round_to (fen, shared->value, shared->first == YL_ROUND_DOWN);
}

/* Who multiplies rounds class by class, or the sum: a few fen are no other factor. */
#define FACTOR_SLACK_FEN 3

static void
settle_factor (const YlDiagnosisRow *found, YlRowView *view)
{
  for (guint rate = 0; rate < YL_N_RATES && found->has_class_amounts; rate++)
    if (ABS (found->stated_class_fen[rate] - view->class_fen[rate]) <= 1)
      view->class_fen[rate] = found->stated_class_fen[rate];
  if (ABS (found->stated_fen - view->fen) <= FACTOR_SLACK_FEN)
    view->fen = found->stated_fen;
}

/* What stands in the row whose name it has. */
static gboolean
stand_again (const YlDiagnosisCase *problem, const YlDiagnosisRow *found, YlRowView *view)
{
  if (found->again_of == 0)
    return FALSE;
  const YlDiagnosisRow *first = &problem->rows[found->again_of - 1];
  view->fen = first->stated_fen;
  memcpy (view->class_fen, first->stated_class_fen, sizeof view->class_fen);
  memcpy (view->length_m, first->stated_length_m, sizeof view->length_m);
  return TRUE;
}

static void
transform_classes (const YlShared *shared, YlRowView *view)
{
  for (guint rate = 0; rate < YL_N_RATES; rate++)
    {
      if (!is_on_slot (shared, rate))
        continue;
      const gint64 fen = view->class_fen[rate];
      view->class_fen[rate] = transform (shared, fen);
      view->fen += view->class_fen[rate] - fen;
    }
}

gboolean
yl_shared_transform (const YlSearch *search, const YlShared *shared, gsize row, YlRowView *view)
{
  const YlDiagnosisRow *found = &search->problem->rows[row];
  const gint64 before_fen = view->fen;
  const gboolean is_one_slot =
      shared->kind == YL_CAUSE_AMOUNT_UNIT && shared->first != YL_SLOT_TOTAL;
  if (is_one_slot && !found->has_class_amounts)
    return FALSE;
  if (shared->kind == YL_CAUSE_ROWS_TWICE)
    return stand_again (search->problem, found, view);
  if (shared->kind == YL_CAUSE_COLUMNS_MOVED)
    return found->has_class_amounts && move_columns (shared, view->class_fen);
  if (found->has_class_amounts)
    transform_classes (shared, view);
  else
    view->fen = transform (shared, view->fen);
  if (shared->kind != YL_CAUSE_ROUNDING && view->fen != before_fen)
    settle_factor (found, view);
  return view->fen != before_fen;
}

/* The amounts of which @shared makes @stated_fen. */
static gboolean
invert (const YlShared *shared, gint64 stated_fen, gint64 *out_low, gint64 *out_high)
{
  if (ABS (stated_fen) > -YL_NEVER_FEN / 10000)
    return FALSE;
  if (shared->kind == YL_CAUSE_FACTOR)
    return yl_ratio_scale (stated_fen - FACTOR_SLACK_FEN, shared->over, shared->value, out_low)
           && yl_ratio_scale (stated_fen + FACTOR_SLACK_FEN, shared->over, shared->value, out_high);
  if (shared->kind == YL_CAUSE_AMOUNT_UNIT && shared->value > 0)
    {
      *out_low = *out_high = stated_fen / 10000;
      return stated_fen % 10000 == 0;
    }
  const gint64 unit = shared->kind == YL_CAUSE_AMOUNT_UNIT ? 10000 : shared->value;
  if (shared->kind == YL_CAUSE_ROUNDING && stated_fen % unit != 0)
    return FALSE;
  const gint64 middle_fen = shared->kind == YL_CAUSE_AMOUNT_UNIT ? stated_fen * 10000 : stated_fen;
  const gboolean is_down = shared->kind == YL_CAUSE_ROUNDING && shared->first == YL_ROUND_DOWN;
  *out_low = is_down ? middle_fen : middle_fen - unit / 2;
  *out_high = is_down ? middle_fen + unit - 1 : middle_fen + unit / 2;
  return TRUE;
}

gboolean
yl_shared_invert (const YlShared *shared,
                  const YlDiagnosisRow *row,
                  gint64 *out_low,
                  gint64 *out_high)
{
  if (shared->kind == YL_CAUSE_COLUMNS_MOVED || shared->kind == YL_CAUSE_ROWS_TWICE)
    return FALSE;
  if (!row->has_class_amounts)
    return invert (shared, row->stated_fen, out_low, out_high);
  *out_low = *out_high = row->stated_fen;
  for (guint rate = 0; rate < YL_N_RATES; rate++)
    {
      gint64 low_fen, high_fen;
      const gint64 fen = row->stated_class_fen[rate];
      if (!is_on_slot (shared, rate) || fen == 0)
        continue;
      if (!invert (shared, fen, &low_fen, &high_fen))
        return FALSE;
      *out_low += low_fen - fen;
      *out_high += high_fen - fen;
    }
  return TRUE;
}

guint
yl_weight_log2 (guint64 n)
{
  guint n_bits = 0;
  while (n_bits < 63 && (G_GUINT64_CONSTANT (1) << n_bits) < n)
    n_bits++;
  return n_bits;
}

guint
yl_weight_choose (guint64 n_all, guint64 n_chosen)
{
  const guint64 n_fewer = MIN (n_chosen, n_all - MIN (n_all, n_chosen));
  guint64 ways = 1;
  for (guint64 i = 1; i <= n_fewer; i++)
    if (__builtin_mul_overflow (ways, n_all - i + 1, &ways))
      return 63;
    else
      ways /= i;
  return yl_weight_log2 (ways);
}

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
  if (model->n_extras == G_N_ELEMENTS (model->extras) || m == 0)
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
    *length_m = change_whole_length (model->on_lengths[i], rate, *length_m);
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
