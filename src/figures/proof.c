#include "yanglu/figures/explain.h"

#include "yanglu/base/money.h"

/* Proves what is shown from what is shown, by base only: no figure of the budget is asked. */

static gboolean
add_up (const YlDerivation *node, gint64 *out_sum)
{
  gint64 sum = 0;
  for (guint i = 0; i < node->parts->len; i++)
    {
      const YlDerivation *part = yl_derivation_get_part (node, i);
      if (part->unit != node->unit || __builtin_add_overflow (sum, part->sign * part->units, &sum))
        return FALSE;
    }
  for (guint i = 0; i < node->rows->len; i++)
    if (__builtin_add_overflow (sum, g_array_index (node->rows, YlDerivationRow, i).units, &sum))
      return FALSE;
  *out_sum = sum;
  return TRUE;
}

static gboolean
holds_product (const YlDerivation *node, const YlDerivation *first, const YlDerivation *second)
{
  YlMoney product = { 0 };
  if (second->unit == YL_FIGURE_PPM)
    return yl_money_share ((YlMoney){ first->units }, (YlShare){ second->units }, &product)
           && product.fen == node->units;
  const gint64 per = second->unit == YL_FIGURE_FEN_PER_METRE ? 100 : 1000;
  return yl_money_for_part (first->units, second->units, per, node->part, &product)
         && product.fen == node->units;
}

static gboolean
holds_same (const YlDerivation *node)
{
  YlMoney same = { 0 };
  return node->parts->len == 1
         && yl_money_for_part (1, yl_derivation_get_part (node, 0)->units, 1, node->part, &same)
         && same.fen == node->units;
}

/* The whole fen of a share, or one more. */
static gboolean
holds_split (const YlDerivation *node, const YlDerivation *first, const YlDerivation *second)
{
  const __int128 whole = (__int128) first->units * second->units / YL_SHARE_WHOLE;
  return node->units == (gint64) whole || node->units == (gint64) whole + 1;
}

/* To the millionth, or to two decimals of a per cent. */
static gboolean
holds_ratio (const YlDerivation *node, const YlDerivation *first, const YlDerivation *second)
{
  gint64 fine = 0;
  gint64 coarse = 0;
  if (second->units <= 0)
    return node->units == 0;
  return yl_ratio_scale (first->units, YL_SHARE_WHOLE, second->units, &fine)
         && yl_ratio_scale (first->units, YL_SHARE_WHOLE / 100, second->units, &coarse)
         && (node->units == fine || node->units == coarse * 100);
}

static gboolean
holds_of_two (const YlDerivation *node)
{
  if (node->parts->len != 2)
    return FALSE;
  const YlDerivation *first = yl_derivation_get_part (node, 0);
  const YlDerivation *second = yl_derivation_get_part (node, 1);
  if (node->step == YL_STEP_PRODUCT)
    return holds_product (node, first, second);
  if (node->step == YL_STEP_SPLIT)
    return holds_split (node, first, second);
  if (node->step == YL_STEP_RATIO)
    return holds_ratio (node, first, second);
  return node->units == MAX (0, MIN (first->units, second->units));
}

static gboolean
holds_alone (const YlDerivation *node)
{
  gint64 sum = 0;
  switch (node->step)
    {
    case YL_STEP_SUM:
      return add_up (node, &sum) && sum == node->units;
    case YL_STEP_AT_LEAST_ZERO:
      return add_up (node, &sum) && MAX (0, sum) == node->units;
    case YL_STEP_SAME:
      return holds_same (node);
    case YL_STEP_PRODUCT:
    case YL_STEP_SPLIT:
    case YL_STEP_RATIO:
    case YL_STEP_SMALLER:
      return holds_of_two (node);
    case YL_STEP_POLICY:
      return node->basis != NULL && node->basis->value == node->units;
    case YL_STEP_GIVEN:
    case YL_STEP_STATED:
    default:
      return node->how[0] != '\0';
    }
}

gboolean
yl_explain_holds (const YlDerivation *derivation, const YlDerivation **out_first)
{
  for (guint i = 0; i < derivation->parts->len; i++)
    if (!yl_explain_holds (yl_derivation_get_part (derivation, i), out_first))
      return FALSE;
  if (holds_alone (derivation))
    return TRUE;
  if (out_first != NULL)
    *out_first = derivation;
  return FALSE;
}
