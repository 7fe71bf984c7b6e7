#include "yanglu/domain/fund.h"

#include "keys-private.h"

/* A spelling of a closed set and the member that it stands for. */
typedef struct
{
  const char *word;
  guint member;
} Word;

/* Blanks and full-width letters aside, a spelling is taken only as it stands in the table. */
static gboolean
find_member (YlText text,
             const char *const *names,
             guint n_names,
             const Word *words,
             gsize n_words,
             guint *out_member)
{
  g_autofree char *folded = yl_text_fold_width (yl_text_trim (text));
  const YlText word = yl_text_trim (yl_text_of (folded));
  for (guint i = 0; i < n_names; i++)
    if (yl_text_is (word, names[i]))
      {
        *out_member = i;
        return TRUE;
      }
  for (gsize i = 0; i < n_words; i++)
    if (yl_text_is (word, words[i].word))
      {
        *out_member = words[i].member;
        return TRUE;
      }
  return FALSE;
}

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

static const char *const payer_names[YL_N_PAYERS] = { "中央", "省", "市", "县", "乡镇", "社会" };
const char *const yl_payer_keys[YL_N_PAYERS] = { "central", "province", "city",
                                                 "county",  "township", "social" };
static const Word payer_words[] = {
  { "国家", YL_PAYER_CENTRAL },      { "中央级", YL_PAYER_CENTRAL },
  { "中央资金", YL_PAYER_CENTRAL },  { "中央财政", YL_PAYER_CENTRAL },
  { "中央补助", YL_PAYER_CENTRAL },  { "省级", YL_PAYER_PROVINCE },
  { "省资金", YL_PAYER_PROVINCE },   { "省级资金", YL_PAYER_PROVINCE },
  { "省财政", YL_PAYER_PROVINCE },   { "省级财政", YL_PAYER_PROVINCE },
  { "省补助", YL_PAYER_PROVINCE },   { "省级补助", YL_PAYER_PROVINCE },
  { "市级", YL_PAYER_CITY },         { "市资金", YL_PAYER_CITY },
  { "市级资金", YL_PAYER_CITY },     { "市财政", YL_PAYER_CITY },
  { "市级财政", YL_PAYER_CITY },     { "市补助", YL_PAYER_CITY },
  { "市级补助", YL_PAYER_CITY },     { "县级", YL_PAYER_COUNTY },
  { "区", YL_PAYER_COUNTY },         { "区级", YL_PAYER_COUNTY },
  { "县区", YL_PAYER_COUNTY },       { "县(区)", YL_PAYER_COUNTY },
  { "县(市、区)", YL_PAYER_COUNTY }, { "县资金", YL_PAYER_COUNTY },
  { "县级资金", YL_PAYER_COUNTY },   { "区级资金", YL_PAYER_COUNTY },
  { "县财政", YL_PAYER_COUNTY },     { "县级财政", YL_PAYER_COUNTY },
  { "县本级", YL_PAYER_COUNTY },     { "区财政", YL_PAYER_COUNTY },
  { "区级财政", YL_PAYER_COUNTY },   { "区本级", YL_PAYER_COUNTY },
  { "乡", YL_PAYER_TOWNSHIP },       { "镇", YL_PAYER_TOWNSHIP },
  { "乡级", YL_PAYER_TOWNSHIP },     { "镇级", YL_PAYER_TOWNSHIP },
  { "乡镇级", YL_PAYER_TOWNSHIP },   { "乡(镇)", YL_PAYER_TOWNSHIP },
  { "街道", YL_PAYER_TOWNSHIP },     { "乡镇资金", YL_PAYER_TOWNSHIP },
  { "乡镇财政", YL_PAYER_TOWNSHIP }, { "乡镇街道", YL_PAYER_TOWNSHIP },
  { "社会资金", YL_PAYER_SOCIAL },   { "社会力量", YL_PAYER_SOCIAL },
  { "社会资本", YL_PAYER_SOCIAL },
};

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

gboolean
yl_payer_parse (YlText text, YlPayer *out_payer)
{
  guint member;
  if (!find_member (text, payer_names, YL_N_PAYERS, payer_words, G_N_ELEMENTS (payer_words),
                    &member))
    return FALSE;
  *out_payer = (YlPayer) member;
  return TRUE;
}

static const char *const purpose_names[YL_N_PURPOSES] = { "日常养护", "养护工程", "建设",
                                                          "机构运行", "人员",     "路长制",
                                                          "保险" };
const char *const yl_purpose_keys[YL_N_PURPOSES] = { "daily",    "engineering", "construction",
                                                     "running",  "staff",       "road-chief",
                                                     "insurance" };
static const Word purpose_words[] = {
  { "日常", YL_PURPOSE_DAILY },
  { "日常养护资金", YL_PURPOSE_DAILY },
  { "日常养护经费", YL_PURPOSE_DAILY },
  { "日常保养", YL_PURPOSE_DAILY },
  { "小修保养", YL_PURPOSE_DAILY },
  { "工程", YL_PURPOSE_ENGINEERING },
  { "养护工程资金", YL_PURPOSE_ENGINEERING },
  { "大中修", YL_PURPOSE_ENGINEERING },
  { "大中修工程", YL_PURPOSE_ENGINEERING },
  { "新建", YL_PURPOSE_CONSTRUCTION },
  { "公路建设", YL_PURPOSE_CONSTRUCTION },
  { "新改建", YL_PURPOSE_CONSTRUCTION },
  { "建设资金", YL_PURPOSE_CONSTRUCTION },
  { "机构运行经费", YL_PURPOSE_RUNNING },
  { "运行经费", YL_PURPOSE_RUNNING },
  { "人员支出", YL_PURPOSE_STAFF },
  { "人员经费", YL_PURPOSE_STAFF },
  { "路长制经费", YL_PURPOSE_ROAD_CHIEF },
  { "路长制工作经费", YL_PURPOSE_ROAD_CHIEF },
  { "灾毁保险", YL_PURPOSE_INSURANCE },
  { "保险费", YL_PURPOSE_INSURANCE },
};

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

gboolean
yl_purpose_parse (YlText text, YlPurpose *out_purpose)
{
  guint member;
  if (!find_member (text, purpose_names, YL_N_PURPOSES, purpose_words, G_N_ELEMENTS (purpose_words),
                    &member))
    return FALSE;
  *out_purpose = (YlPurpose) member;
  return TRUE;
}

static const char *const fund_names[YL_N_FUNDS] = { "一般公共预算", "政府性基金", "社会资金" };
const char *const yl_fund_keys[YL_N_FUNDS] = { "general", "government", "social" };
static const Word fund_words[] = {
  { "一般预算", YL_FUND_GENERAL },
  { "一般公共预算资金", YL_FUND_GENERAL },
  { "一般公共财政预算", YL_FUND_GENERAL },
  { "公共财政预算", YL_FUND_GENERAL },
  { "基金", YL_FUND_GOVERNMENT },
  { "基金预算", YL_FUND_GOVERNMENT },
  { "政府基金", YL_FUND_GOVERNMENT },
  { "政府性基金预算", YL_FUND_GOVERNMENT },
  { "政府性基金预算资金", YL_FUND_GOVERNMENT },
  { "社会", YL_FUND_SOCIAL },
  { "社会捐助", YL_FUND_SOCIAL },
};

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

gboolean
yl_fund_parse (YlText text, YlFund *out_fund)
{
  guint member;
  if (!find_member (text, fund_names, YL_N_FUNDS, fund_words, G_N_ELEMENTS (fund_words), &member))
    return FALSE;
  *out_fund = (YlFund) member;
  return TRUE;
}

static const char *const kind_names[YL_N_SOURCE_KINDS] = {
  "本级安排", "上级补助", "成品油",           "土地出让", "涉农",     "一事一议",
  "以工代赈", "捐助",     "冠名绿化广告路域", "运营收益", "一般债券", "其他"
};
const char *const yl_source_kind_keys[YL_N_SOURCE_KINDS] = {
  "own",         "grant",    "fuel-tax", "land",      "agri", "village-project",
  "work-relief", "donation", "naming",   "operation", "bond", "other"
};
static const Word kind_words[] = {
  { "本级", YL_KIND_OWN },
  { "本级财政安排", YL_KIND_OWN },
  { "本级财政", YL_KIND_OWN },
  { "补助", YL_KIND_GRANT },
  { "上级补助资金", YL_KIND_GRANT },
  { "上级转移支付", YL_KIND_GRANT },
  { "成品油税费", YL_KIND_FUEL_TAX },
  { "成品油税费改革资金", YL_KIND_FUEL_TAX },
  { "成品油税费改革转移支付", YL_KIND_FUEL_TAX },
  { "土地出让金", YL_KIND_LAND },
  { "土地出让收益", YL_KIND_LAND },
  { "土地出让金收益", YL_KIND_LAND },
  { "涉农资金", YL_KIND_AGRI },
  { "整合涉农资金", YL_KIND_AGRI },
  { "涉农整合资金", YL_KIND_AGRI },
  { "一事一议资金", YL_KIND_VILLAGE_PROJECT },
  { "以工代赈资金", YL_KIND_WORK_RELIEF },
  { "捐赠", YL_KIND_DONATION },
  { "社会捐助", YL_KIND_DONATION },
  { "社会捐赠", YL_KIND_DONATION },
  { "冠名", YL_KIND_NAMING },
  { "冠名权", YL_KIND_NAMING },
  { "绿化", YL_KIND_NAMING },
  { "广告", YL_KIND_NAMING },
  { "路域资源", YL_KIND_NAMING },
  { "冠名、绿化、广告、路域", YL_KIND_NAMING },
  { "经营收益", YL_KIND_OPERATION },
  { "运营", YL_KIND_OPERATION },
  { "债券", YL_KIND_BOND },
  { "地方政府一般债券", YL_KIND_BOND },
  { "其它", YL_KIND_OTHER },
};

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

gboolean
yl_source_kind_parse (YlText text, YlSourceKind *out_kind)
{
  guint member;
  if (!find_member (text, kind_names, YL_N_SOURCE_KINDS, kind_words, G_N_ELEMENTS (kind_words),
                    &member))
    return FALSE;
  *out_kind = (YlSourceKind) member;
  return TRUE;
}
