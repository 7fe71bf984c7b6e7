#include "explain-private.h"

#include <string.h>

static YlDerivation *
explain_source (const YlExplain *explain, guint index, const char *key)
{
  const YlSource *source = &g_array_index (explain->entry->sources, YlSource, index);
  YlDerivation *node = yl_derivation_new (key, source->name[0] == '\0' ? "资金来源" : source->name,
                                          YL_FIGURE_FEN, source->amount.fen, YL_STEP_GIVEN);
  yl_derivation_set_how (node, "“资金来源”第 %u 笔：%s级，用途%s，%s，%s%s%s%s%s", index + 1,
                         yl_payer_get_name (source->level), yl_purpose_get_name (source->purpose),
                         yl_fund_get_name (source->fund), yl_source_kind_get_name (source->kind),
                         source->account[0] == '\0' ? "" : "，科目 ", source->account,
                         source->document[0] == '\0' ? "，没有写文号" : "，文号 ",
                         source->document);
  return node;
}

/* Which sources are summed up; a member at its limit takes all. */
typedef struct
{
  guint level;
  guint purpose;
  guint fund;
} Which;

static const Which every = { YL_N_PAYERS, YL_N_PURPOSES, YL_N_FUNDS };

static gboolean
takes (const Which *which, const YlSource *source)
{
  return (which->level == YL_N_PAYERS || which->level == source->level)
         && (which->purpose == YL_N_PURPOSES || which->purpose == source->purpose)
         && (which->fund == YL_N_FUNDS || which->fund == source->fund);
}

static char *
name_of (const Which *which)
{
  return g_strdup_printf (
      "%s%s%s资金合计", which->level == YL_N_PAYERS ? "" : yl_payer_get_name (which->level),
      which->purpose == YL_N_PURPOSES ? "" : yl_purpose_get_name (which->purpose),
      which->fund == YL_N_FUNDS ? "全部性质" : yl_fund_get_name (which->fund));
}

static YlDerivation *
explain_sum (const YlExplain *explain, Which which, const char *key)
{
  const GArray *sources = explain->entry->sources;
  g_autofree char *name = name_of (&which);
  YlDerivation *node = yl_derivation_new (key, name, YL_FIGURE_FEN, 0, YL_STEP_SUM);
  yl_derivation_set_how (node, "资金来源逐笔相加");
  for (guint i = 0; i < sources->len; i++)
    {
      const YlSource *source = &g_array_index (sources, YlSource, i);
      g_autofree char *source_key = g_strdup_printf ("sources[%u].amount_fen", i + 1);
      if (!takes (&which, source))
        continue;
      node->units += source->amount.fen;
      yl_explain_add (explain, node, source_key, 1);
    }
  return node;
}

/* What the budget asks for a purpose: 本年预算数 beside the sources. */
static YlDerivation *
explain_demand (const YlExplain *explain, guint purpose, const char *key)
{
  g_autofree char *base =
      g_strdup_printf ("payers.county.%s.base_fen", yl_purpose_get_key ((YlPurpose) purpose));
  YlDerivation *node = yl_explain_key (explain, base);
  g_free (node->key);
  g_free (node->name);
  node->key = g_strdup (key);
  node->name = g_strdup_printf ("%s本年预算数", yl_purpose_get_name ((YlPurpose) purpose));
  return node;
}

static YlDerivation *
explain_difference (const YlExplain *explain,
                    const char *sources_key,
                    const char *demand_key,
                    const char *key)
{
  g_autoptr (YlDerivation) sources = yl_explain_key (explain, sources_key);
  g_autoptr (YlDerivation) demand = yl_explain_key (explain, demand_key);
  YlDerivation *node = yl_derivation_new (key, "资金减预算", YL_FIGURE_FEN,
                                          sources->units - demand->units, YL_STEP_SUM);
  yl_derivation_set_how (node, "资金来源合计 − 本年预算数；小于零为尚缺");
  yl_explain_add (explain, node, sources_key, 1);
  yl_explain_add (explain, node, demand_key, -1);
  return node;
}

static YlDerivation *
explain_purpose (const YlExplain *explain, const char *key)
{
  YlKeyValues values;
  Which which = every;
  if (yl_key_match ("sources_by_purpose.%u.demand_fen", key, &values))
    return explain_demand (explain, values.purpose, key);
  if (yl_key_match ("sources_by_purpose.%u.difference_fen", key, &values))
    {
      g_autofree char *sources = yl_key_make ("sources_by_purpose.%u.total_fen", &values);
      g_autofree char *demand = yl_key_make ("sources_by_purpose.%u.demand_fen", &values);
      return explain_difference (explain, sources, demand, key);
    }
  const gboolean is_of_fund = yl_key_match ("sources_by_purpose.%u.%f_fen", key, &values);
  if (!is_of_fund && !yl_key_match ("sources_by_purpose.%u.total_fen", key, &values))
    return NULL;
  which.purpose = values.purpose;
  which.fund = is_of_fund ? values.fund : YL_N_FUNDS;
  return explain_sum (explain, which, key);
}

static YlDerivation *
explain_level (const YlExplain *explain, const char *key)
{
  YlKeyValues values;
  Which which = every;
  const gboolean is_of_fund = yl_key_match ("sources_by_level.%p.%f_fen", key, &values);
  if (!is_of_fund && !yl_key_match ("sources_by_level.%p.total_fen", key, &values))
    return NULL;
  which.level = values.payer;
  which.fund = is_of_fund ? values.fund : YL_N_FUNDS;
  return explain_sum (explain, which, key);
}

YlDerivation *
yl_explain_sources (const YlExplain *explain, const char *key)
{
  YlKeyValues values;
  if (!g_str_has_prefix (key, "sources"))
    return NULL;
  if (yl_key_match ("sources[%n].amount_fen", key, &values))
    return values.n < explain->entry->sources->len ? explain_source (explain, values.n, key) : NULL;
  if (strcmp (key, "sources_fen") == 0)
    return explain_sum (explain, every, key);
  if (strcmp (key, "sources_difference_fen") == 0)
    return explain_difference (explain, "sources_fen", "demand_fen", key);
  if (yl_key_match ("sources_by_fund.%f_fen", key, &values))
    {
      Which which = every;
      which.fund = values.fund;
      return explain_sum (explain, which, key);
    }
  YlDerivation *found = explain_level (explain, key);
  return found != NULL ? found : explain_purpose (explain, key);
}
