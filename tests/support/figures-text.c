#include "support/random-county.h"

#define N G_GINT64_FORMAT

static void
print_mileage (GString *text, const char *name, const YlMileage *m)
{
  g_string_append_printf (text,
                          "%s %" N " %" N " %" N " %" N " %" N " %" N " %" N " %" N " %" N "\n",
                          name, m->sections, m->listed_m, m->counted_m, m->maintained_m,
                          m->subsidised_m, m->duplicate_m, m->dead_end_m, m->urban_m, m->paid_m);
}

static void
print_demand (GString *text, const YlFigures *figures)
{
  for (guint i = 0; i < figures->demand->len; i++)
    {
      const YlDemandLine *l = &g_array_index (figures->demand, YlDemandLine, i);
      g_string_append_printf (text, "%s %" N " %" N " %" N " %" N " %" N "\n", l->code, l->length_m,
                              l->rate_fen, l->count, l->amount_fen, l->last_year_fen);
    }
  for (guint i = 0; i < figures->payers->len; i++)
    {
      const YlPayerLine *l = &g_array_index (figures->payers, YlPayerLine, i);
      g_string_append_printf (text, "payer %u %u %" N " %" N "\n", l->payer, l->purpose,
                              l->amount_fen, l->share_ppm);
    }
  g_string_append_printf (text, "all %" N " last %" N " method %u\n", figures->demand_fen,
                          figures->last_year_fen, figures->payers_method);
}

static void
print_money (GString *text, const YlFigures *figures)
{
  const YlDaily *d = &figures->daily;
  g_string_append_printf (
      text, "daily %" N " %" N " %" N " %" N " %" N " %" N " %" N " %" N " %" N "\n",
      d->standard_fen, d->roads_fen, d->bridges_fen, d->superior_grants_fen, d->county_gap_fen,
      d->funded_fen, d->unfunded_fen, d->surplus_fen, d->social_fen);
  for (guint i = 0; i < 3; i++)
    g_string_append_printf (text, "basis %" N " %d\n", figures->standard_by_basis_fen[i],
                            figures->is_basis_known[i]);
  for (guint i = 0; i < figures->land->len; i++)
    {
      const YlLandLine *l = &g_array_index (figures->land, YlLandLine, i);
      g_string_append_printf (text, "land %u %" N " %" N " %" N " %" N " %" N "\n", l->payer,
                              l->net_fen, l->due_fen, l->min_fen, l->max_fen, l->booked_fen);
    }
  for (guint i = 0; i < YL_N_INDICATORS; i++)
    {
      const YlIndicatorLine *l = &figures->indicators[i];
      g_string_append_printf (text, "indicator %" N " %" N " %" N " %" N " %d %d\n", l->part_m,
                              l->whole_m, l->unassessed_m, l->actual_ppm, l->is_known, l->is_met);
    }
}

static void
print_shareholders (GString *text, const char *table, const GArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const YlShareholderLine *l = &g_array_index (lines, YlShareholderLine, i);
      g_string_append_printf (text, "%s %s %u %" N " %" N " %" N "\n", table, l->name,
                              l->township_code, l->paid_m, l->roads_fen, l->bridges_fen);
    }
}

static void
print_accounts (GString *text, const YlFigures *figures)
{
  for (guint i = 0; i < figures->accounts->len; i++)
    {
      const YlAccountLine *l = &g_array_index (figures->accounts, YlAccountLine, i);
      g_string_append_printf (text, "account %s %s %" N " %" N " %" N "\n", l->account, l->name,
                              l->fund_fen[0], l->fund_fen[1], l->fund_fen[2]);
    }
  for (guint i = 0; i < figures->account_uses->len; i++)
    {
      const YlAccountUse *l = &g_array_index (figures->account_uses, YlAccountUse, i);
      g_string_append_printf (text, "use %u %u %" N " %" N " %" N " %" N "\n", l->purpose,
                              l->account, l->fund_fen[0], l->fund_fen[1], l->fund_fen[2],
                              l->counted_fen);
    }
}

char *
yl_test_figures_to_text (const YlFigures *figures)
{
  GString *text = g_string_new (NULL);
  print_mileage (text, "all", &figures->mileage);
  for (guint i = 0; i < YL_N_CLASSES; i++)
    print_mileage (text, "class", &figures->by_class[i]);
  print_demand (text, figures);
  print_money (text, figures);
  for (guint i = 0; i < figures->townships->len; i++)
    {
      const YlTownshipLine *l = &g_array_index (figures->townships, YlTownshipLine, i);
      g_string_append_printf (text, "township %s %u %" N " %" N " %" N " %" N "\n", l->name,
                              l->code, l->sections, l->paid_m, l->roads_fen, l->bridges_fen);
      for (guint k = 0; k < YL_N_CLASSES; k++)
        g_string_append_printf (text, "  %" N " %" N "\n", l->counted_m[k], l->class_fen[k]);
    }
  print_accounts (text, figures);
  print_shareholders (text, "payee", figures->payees);
  print_shareholders (text, "package", figures->packages);
  return g_string_free (text, FALSE);
}
