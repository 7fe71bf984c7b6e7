#include "amounts-private.h"

#include <string.h>

/* Amounts of one table that no class of roads could come to. */
typedef struct
{
  guint n;
  guint row; /* the first */
  gint64 off_fen;
  gint64 length_m;
  gint64 stated_fen;
} Beyond;

/* The rates of the classes from the lowest to the highest; FALSE: the policy has none. */
static gboolean
find_rates (const YlRateTable *rates, YlRate *out_lowest, YlRate *out_highest)
{
  gboolean has_any = FALSE;
  for (guint i = 0; i < YL_N_CLASSES; i++)
    {
      const YlRate rate = rates->rate[i];
      if (!rates->has_rate[i])
        continue;
      if (!has_any || rate.fen_per_km < out_lowest->fen_per_km)
        *out_lowest = rate;
      if (!has_any || rate.fen_per_km > out_highest->fen_per_km)
        *out_highest = rate;
      has_any = TRUE;
    }
  return has_any;
}

static void
count_beyond (Beyond *beyond, guint row, gint64 length_m, gint64 stated_fen, gint64 bound_fen)
{
  if (beyond->n++ == 0)
    beyond->row = row;
  if (!found_add (&beyond->off_fen, stated_fen - bound_fen)
      || !found_add (&beyond->length_m, length_m) || !found_add (&beyond->stated_fen, stated_fen))
    beyond->off_fen = 0;
}

static void
report (FoundCheck *check, const Beyond *beyond, guint column, YlRate bound, gboolean is_above)
{
  if (beyond->n == 0)
    return;
  FoundCell *cell = found_cell (check, beyond->row, column);
  const YlFoundColumn *head = cell->head;
  g_autofree char *seen = yl_money_to_grouped ((YlMoney){ beyond->stated_fen });
  g_autofree char *km = yl_length_to_km ((YlLength){ beyond->length_m });
  g_autofree char *rate = yl_money_to_grouped ((YlMoney){ bound.fen_per_km });
  g_autofree char *off = yl_money_to_grouped ((YlMoney){ ABS (beyond->off_fen) });
  g_autofree char *message =
      g_strdup_printf ("表中没有分县道、乡道、村道，不能按标准重算；但有 %u 行“%s”共 %s 元、%s "
                       "公里，%s各类公路中最%s的"
                       "标准每公里 %s 元，至少%s %s 元",
                       beyond->n, head->head, seen, km, is_above ? "高于" : "低于",
                       is_above ? "高" : "低", rate, is_above ? "多" : "少", off);
  const YlFinding finding = { .code = is_above ? YL_C10 : YL_B01,
                              .seen = seen,
                              .message = message };
  found_report (check, cell, finding, (FoundStake){ TRUE, beyond->off_fen });
}

/* One grant, or one of several instalments, may well be less than what the kilometres come to. */
static gboolean
is_of_daily (const FoundCheck *check, guint column)
{
  return found_head (check, column)->purpose == YL_PURPOSE_DAILY
         || strstr (check->table->title, "日常养护") != NULL;
}

void
found_check_bounds (FoundCheck *check)
{
  const int length = check->length[YL_FOUND_ALL_CLASSES];
  const int amount = check->amount[YL_FOUND_ALL_CLASSES];
  YlRate lowest = { 0 };
  YlRate highest = { 0 };
  Beyond above = { 0 };
  Beyond below = { 0 };
  if (length < 0 || amount < 0 || !check->is_by_length
      || !find_rates (check->rates, &lowest, &highest))
    return;
  for (guint row = 0; found_next_item (check, &row); row++)
    {
      const FoundCell *cell = found_cell (check, row, (guint) amount);
      const FoundCell *km = found_cell (check, row, (guint) length);
      YlMoney least = { 0 };
      YlMoney most = { 0 };
      if (cell->is_judged || cell->row->rate != YL_FOUND_ALL_CLASSES || cell->stated == 0
          || cell->row->label[0] == '\0' || found_is_other_money (cell->row) || km->stated == 0
          || km->head->is_open || cell->head->is_open
          || !yl_money_for_length ((YlLength){ km->stated }, lowest, &least)
          || !yl_money_for_length ((YlLength){ km->stated }, highest, &most))
        continue;
      const gint64 step = found_step (check, cell);
      if (cell->stated > most.fen + step)
        count_beyond (&above, row, km->stated, cell->stated, most.fen);
      if (cell->stated < least.fen - step)
        count_beyond (&below, row, km->stated, cell->stated, least.fen);
    }
  report (check, &above, (guint) amount, highest, TRUE);
  if (is_of_daily (check, (guint) amount))
    report (check, &below, (guint) amount, lowest, FALSE);
}
