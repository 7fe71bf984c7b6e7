#include "expected-private.h"

#include <string.h>

static gboolean
add_term (const FoundCheck *check, guint row, int column, guint rate, FoundTerm *terms, guint *n)
{
  if (column < 0)
    return TRUE;
  const YlFoundValue *value = found_check_value (check, row, (guint) column);
  /* What nobody knows to be kilometres has no price. */
  if (found_value_is_unread (value) || found_check_column (check, (guint) column)->is_open)
    return FALSE;
  if (!value->is_known)
    return TRUE;
  if (!check->rates->has_rate[rate])
    return value->units == 0;
  terms[(*n)++] = (FoundTerm){ (guint8) rate, (guint) column, value->units,
                               check->rates->rate[rate].fen_per_km };
  return TRUE;
}

/* Works, bridges and running cost are not by the kilometre, though kilometres may stand beside. */
static gboolean
is_other_money (const YlFoundRow *row)
{
  static const char *const words[] = { "大修", "中修",     "改建", "新建", "工程",
                                       "桥",   "机构运行", "人员", "保险", "路长" };
  static const char *const places[] = { "镇", "乡", "街道", "办事处", "路" };
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_has_suffix (row->label, places[i]))
      return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (row->township_code == 0 && strstr (row->label, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

guint
found_terms (const FoundCheck *check, guint row, guint column, FoundTerm out[YL_N_RATES])
{
  const guint of_row = found_check_row (check, row)->rate;
  const guint of_column = found_check_column (check, column)->rate;
  const guint rate = of_column != YL_FOUND_ALL_CLASSES ? of_column : of_row;
  guint n = 0;
  gboolean is_whole = TRUE;
  if (!check->is_by_length || is_other_money (found_check_row (check, row)))
    return 0;
  if (rate != YL_FOUND_ALL_CLASSES)
    {
      const gboolean has_own = check->length[rate] >= 0;
      if (!has_own && of_row != rate)
        return 0;
      is_whole = add_term (check, row, check->length[has_own ? rate : YL_FOUND_ALL_CLASSES], rate,
                           out, &n);
      return is_whole ? n : 0;
    }
  for (guint i = 0; i < YL_N_RATES; i++)
    is_whole = add_term (check, row, check->length[i], i, out, &n) && is_whole;
  return is_whole ? n : 0;
}

gboolean
found_terms_price (const FoundTerm *terms, guint n, gint64 *out_fen)
{
  gint64 sum = 0;
  for (guint i = 0; i < n; i++)
    {
      YlMoney money = { 0 };
      if (!yl_money_for_length ((YlLength){ terms[i].length_m },
                                (YlRate){ terms[i].rate_fen_per_km }, &money)
          || !found_add (&sum, money.fen))
        return FALSE;
    }
  *out_fen = sum;
  return TRUE;
}

gint64
found_tolerance (const FoundCheck *check, guint row, guint column, const FoundTerm *terms, guint n)
{
  gint64 tolerance = found_check_step (check, row, column) / 2;
  for (guint i = 0; i < n && check->is_length_rounded; i++)
    {
      YlMoney half = { 0 };
      const gint64 step = check->steps[terms[i].column];
      if (step > 1 && terms[i].length_m != 0
          && yl_money_for_length ((YlLength){ step / 2 }, (YlRate){ terms[i].rate_fen_per_km },
                                  &half))
        tolerance += half.fen;
    }
  return tolerance;
}
