#include "yanglu/domain/fund.h"

#include "keys-private.h"

gboolean
yl_source_is_public (const YlSource *source)
{
  return source->fund != YL_FUND_SOCIAL && source->level != YL_PAYER_SOCIAL;
}

gboolean
yl_payer_is_superior (YlPayer payer)
{
  return payer == YL_PAYER_CENTRAL || payer == YL_PAYER_PROVINCE || payer == YL_PAYER_CITY;
}

static const char *const payer_names[] = { "中央", "省", "市", "县", "乡镇", "社会" };
G_STATIC_ASSERT (G_N_ELEMENTS (payer_names) == YL_N_PAYERS);
const char *const yl_payer_keys[] = {
  "central", "province", "city", "county", "township", "social"
};
G_STATIC_ASSERT (G_N_ELEMENTS (yl_payer_keys) == YL_N_PAYERS);
const char *
yl_payer_get_name (YlPayer payer)
{
  g_return_val_if_fail ((guint) payer < YL_N_PAYERS, "");
  return payer_names[payer];
}

const char *
yl_payer_get_key (YlPayer payer)
{
  g_return_val_if_fail ((guint) payer < YL_N_PAYERS, "");
  return yl_payer_keys[payer];
}

static const char *const purpose_names[] = { "日常养护", "养护工程", "建设", "机构运行",
                                             "人员",     "路长制",   "保险" };
G_STATIC_ASSERT (G_N_ELEMENTS (purpose_names) == YL_N_PURPOSES);
static const char *const purpose_lines[] = { "日常养护",     "养护工程", "建设",
                                             "机构运行经费", "人员支出", "路长制工作经费",
                                             "灾毁保险" };
G_STATIC_ASSERT (G_N_ELEMENTS (purpose_lines) == YL_N_PURPOSES);
const char *const yl_purpose_keys[] = { "daily", "engineering", "construction", "running",
                                        "staff", "road-chief",  "insurance" };
G_STATIC_ASSERT (G_N_ELEMENTS (yl_purpose_keys) == YL_N_PURPOSES);
const char *
yl_purpose_get_name (YlPurpose purpose)
{
  g_return_val_if_fail ((guint) purpose < YL_N_PURPOSES, "");
  return purpose_names[purpose];
}

const char *
yl_purpose_get_key (YlPurpose purpose)
{
  g_return_val_if_fail ((guint) purpose < YL_N_PURPOSES, "");
  return yl_purpose_keys[purpose];
}

const char *
yl_purpose_get_line (YlPurpose purpose)
{
  g_return_val_if_fail ((guint) purpose < YL_N_PURPOSES, "");
  return purpose_lines[purpose];
}

static const char *const fund_names[] = { "一般公共预算", "政府性基金", "社会资金" };
G_STATIC_ASSERT (G_N_ELEMENTS (fund_names) == YL_N_FUNDS);
const char *const yl_fund_keys[] = { "general", "government", "social" };
G_STATIC_ASSERT (G_N_ELEMENTS (yl_fund_keys) == YL_N_FUNDS);
const char *
yl_fund_get_name (YlFund fund)
{
  g_return_val_if_fail ((guint) fund < YL_N_FUNDS, "");
  return fund_names[fund];
}

const char *
yl_fund_get_key (YlFund fund)
{
  g_return_val_if_fail ((guint) fund < YL_N_FUNDS, "");
  return yl_fund_keys[fund];
}

static const char *const kind_names[] = { "本级安排", "上级补助", "成品油",
                                          "土地出让", "涉农",     "一事一议",
                                          "以工代赈", "捐助",     "冠名绿化广告路域",
                                          "运营收益", "一般债券", "其他" };
G_STATIC_ASSERT (G_N_ELEMENTS (kind_names) == YL_N_SOURCE_KINDS);
const char *const yl_source_kind_keys[] = { "own",    "grant",           "fuel-tax",    "land",
                                            "agri",   "village-project", "work-relief", "donation",
                                            "naming", "operation",       "bond",        "other" };
G_STATIC_ASSERT (G_N_ELEMENTS (yl_source_kind_keys) == YL_N_SOURCE_KINDS);
const char *
yl_source_kind_get_name (YlSourceKind kind)
{
  g_return_val_if_fail ((guint) kind < YL_N_SOURCE_KINDS, "");
  return kind_names[kind];
}

const char *
yl_source_kind_get_key (YlSourceKind kind)
{
  g_return_val_if_fail ((guint) kind < YL_N_SOURCE_KINDS, "");
  return yl_source_kind_keys[kind];
}
