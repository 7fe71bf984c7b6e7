#include "yanglu/audit/budget/funding-rules.h"

#include "yanglu/calc/shares.h"

#include <string.h>

gboolean
yl_sharer_find (YlPayer payer, YlSharer *out_sharer)
{
  switch (payer)
    {
    case YL_PAYER_CENTRAL:
    case YL_PAYER_PROVINCE:
      *out_sharer = YL_SHARER_PROVINCE;
      return TRUE;
    case YL_PAYER_CITY:
      *out_sharer = YL_SHARER_CITY;
      return TRUE;
    case YL_PAYER_COUNTY:
    case YL_PAYER_TOWNSHIP:
      *out_sharer = YL_SHARER_COUNTY;
      return TRUE;
    case YL_PAYER_SOCIAL:
    default:
      return FALSE;
    }
}

static const YlPayer payers_of[] = { YL_PAYER_PROVINCE, YL_PAYER_CITY, YL_PAYER_COUNTY };
G_STATIC_ASSERT (G_N_ELEMENTS (payers_of) == YL_N_SHARERS);

gboolean
yl_funding_find_shares (const YlPolicy *policy,
                        const char *area,
                        gint64 out_shares_ppm[YL_N_SHARERS])
{
  gboolean is_declared = FALSE;
  for (guint i = 0; i < YL_N_SHARERS; i++)
    {
      const YlPolicyValue *share =
          yl_policy_find (policy, YL_GROUP_PAYER_SHARE, area, payers_of[i]);
      out_shares_ppm[i] = share == NULL ? 0 : share->value;
      is_declared = is_declared || out_shares_ppm[i] > 0;
    }
  return is_declared;
}

gboolean
yl_grant_sums_of (const YlBudget *budget, YlGrantSums *out_sums)
{
  const YlDaily *daily = &budget->figures->daily;
  const GArray *sources = budget->entry->sources;
  YlMoney engineering = { 0 };
  for (guint i = 0; i < sources->len; i++)
    {
      const YlSource *source = &g_array_index (sources, YlSource, i);
      const gboolean is_grant = source->purpose == YL_PURPOSE_ENGINEERING
                                && yl_source_is_public (source)
                                && yl_payer_is_superior (source->level);
      if (is_grant && !yl_money_add (engineering, source->amount, &engineering))
        return FALSE;
    }
  *out_sums = (YlGrantSums){ .standard = { daily->standard_fen },
                             .daily = { daily->superior_grants_fen },
                             .engineering = engineering };
  return TRUE;
}

void
yl_funding_check_gap (const YlFigurePlace *place,
                      YlMoney found_gap,
                      const YlGrantSums *sums,
                      YlFindings *findings)
{
  YlMoney open = { 0 };
  YlMoney netted = { 0 };
  if (sums->engineering.fen <= 0
      || !yl_money_add (sums->standard, (YlMoney){ -sums->daily.fen }, &open)
      || !yl_money_add (open, (YlMoney){ -sums->engineering.fen }, &netted))
    return;
  const gint64 gap_fen = MAX (0, open.fen);
  const gint64 netted_gap_fen = MAX (0, netted.fen);
  if (found_gap.fen != netted_gap_fen || found_gap.fen == gap_fen)
    return;
  g_autofree char *seen = yl_money_to_grouped (found_gap);
  g_autofree char *expected = yl_money_to_grouped ((YlMoney){ gap_fen });
  g_autofree char *taken = yl_money_to_grouped ((YlMoney){ gap_fen - netted_gap_fen });
  g_autofree char *message = g_strdup_printf (
      "县级应承担的日常养护资金写作 %s 元，应为 %s 元：养护工程补助中有 %s 元被用来抵顶日常养护；"
      "养护工程资金不得用于日常养护，请另由县级补足",
      seen, expected, taken);
  yl_figure_report (place,
                    (YlFinding){
                        .code = YL_B03,
                        .seen = seen,
                        .expected = expected,
                        .message = message,
                        .gainer = yl_payer_get_name (YL_PAYER_COUNTY),
                    },
                    &(YlMoney){ gap_fen - netted_gap_fen }, findings);
}

/* Who pays least of its part. */
static YlSharer
find_gainer (const YlMoney *amounts, const gint64 *parts_fen)
{
  guint gainer = 0;
  for (guint i = 1; i < YL_N_SHARERS; i++)
    if (parts_fen[i] - amounts[i].fen > parts_fen[gainer] - amounts[gainer].fen)
      gainer = i;
  return (YlSharer) gainer;
}

static char *
list_parts (const YlMoney *amounts,
            const gint64 *parts_fen,
            const gint64 *shares_ppm,
            gboolean is_owed)
{
  g_autoptr (GString) list = g_string_new (NULL);
  for (guint i = 0; i < YL_N_SHARERS; i++)
    {
      if (is_owed && shares_ppm[i] == 0)
        continue;
      const gint64 short_fen = is_owed ? parts_fen[i] - amounts[i].fen : 0;
      g_autofree char *missing = yl_money_to_grouped ((YlMoney){ short_fen });
      g_autofree char *amount = yl_money_to_grouped (amounts[i]);
      g_autofree char *part = yl_money_to_grouped ((YlMoney){ parts_fen[i] });
      g_autofree char *share = yl_share_to_percent ((YlShare){ shares_ppm[i] });
      g_string_append_printf (list, "%s%s级 %s 元（按 %s 应为 %s 元）%s%s%s",
                              list->len == 0 ? "" : "、", yl_payer_get_name (payers_of[i]), amount,
                              share, part, short_fen > 0 ? "少 " : "", short_fen > 0 ? missing : "",
                              short_fen > 0 ? " 元" : "");
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* What those who pay too little pay too little. */
static gint64
add_short (const YlMoney *amounts, const gint64 *parts_fen)
{
  gint64 short_fen = 0;
  for (guint i = 0; i < YL_N_SHARERS; i++)
    short_fen += MAX (0, parts_fen[i] - amounts[i].fen);
  return short_fen;
}

void
yl_funding_check_ratio (const YlFigurePlace *place,
                        const YlMoney *amounts,
                        const gint64 *shares_ppm,
                        const gint64 *owed_fen,
                        YlMoney tolerance,
                        YlFindings *findings)
{
  YlMoney sum = { 0 };
  for (guint i = 0; i < YL_N_SHARERS; i++)
    if (amounts[i].fen < 0 || !yl_money_add (sum, amounts[i], &sum))
      return;
  g_autofree gint64 *parts_fen = yl_shares_split (sum.fen, shares_ppm, YL_N_SHARERS, NULL);
  if (parts_fen == NULL || add_short (amounts, parts_fen) <= tolerance.fen)
    return;
  if (owed_fen != NULL)
    memcpy (parts_fen, owed_fen, YL_N_SHARERS * sizeof *parts_fen);
  const gint64 shift_fen = add_short (amounts, parts_fen);
  if (shift_fen <= tolerance.fen)
    return;
  const YlSharer gainer = find_gainer (amounts, parts_fen);
  g_autofree char *parts = list_parts (amounts, parts_fen, shares_ppm, owed_fen != NULL);
  g_autofree char *shift = yl_money_to_grouped ((YlMoney){ shift_fen });
  g_autofree char *message = g_strdup_printf (
      owed_fen == NULL ? "日常养护资金没有按规定比例分担：%s，共移位 %s 元；请按规定比例落实"
                       : "日常养护资金没有按规定比例分担：%s，共少 %s 元；请按规定比例落实",
      parts, shift);
  yl_figure_report (place,
                    (YlFinding){
                        .code = YL_B08,
                        .seen = shift,
                        .message = message,
                        .gainer = yl_payer_get_name (payers_of[gainer]),
                    },
                    &(YlMoney){ shift_fen }, findings);
}

gboolean
yl_funding_is_running (const char *name, const char *account)
{
  static const char *const running[] = { "机构运行", "运行经费", "运转经费", "公用经费",
                                         "人员经费", "人员支出", "人员工资", "工资",
                                         "办公费",   "办公经费", NULL };
  static const char *const keepers[] = {
    "护路员", "养护工", "养护员", "保洁员", "公益性岗位", NULL
  };
  static const char *const accounts[] = { "2140101", "2140102", "2140103", NULL };
  if (name != NULL && yl_text_holds_any (name, running) && !yl_text_holds_any (name, keepers))
    return TRUE;
  for (gsize i = 0; account != NULL && accounts[i] != NULL; i++)
    if (g_str_has_prefix (account, accounts[i]))
      return TRUE;
  return FALSE;
}
