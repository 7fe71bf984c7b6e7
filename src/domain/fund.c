#include "yanglu/domain/fund.h"

#include "yanglu/base/enum-table.h"

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

YL_DEFINE_MEMBERS (yl_payer,
                   YlPayer,
                   YL_N_PAYERS,
                   { "central", "中央" },
                   { "province", "省" },
                   { "city", "市" },
                   { "county", "县" },
                   { "township", "乡镇" },
                   { "social", "社会" })

YL_DEFINE_MEMBERS (yl_purpose,
                   YlPurpose,
                   YL_N_PURPOSES,
                   { "daily", "日常养护" },
                   { "engineering", "养护工程" },
                   { "construction", "建设" },
                   { "running", "机构运行" },
                   { "staff", "人员" },
                   { "road-chief", "路长制" },
                   { "insurance", "保险" })

YL_DEFINE_TEXTS (yl_purpose_get_line,
                 YlPurpose,
                 YL_N_PURPOSES,
                 "日常养护",
                 "养护工程",
                 "建设",
                 "机构运行经费",
                 "人员支出",
                 "路长制工作经费",
                 "灾毁保险")

YL_DEFINE_MEMBERS (yl_fund,
                   YlFund,
                   YL_N_FUNDS,
                   { "general", "一般公共预算" },
                   { "government", "政府性基金" },
                   { "social", "社会资金" })

YL_DEFINE_MEMBERS (yl_source_kind,
                   YlSourceKind,
                   YL_N_SOURCE_KINDS,
                   { "own", "本级安排" },
                   { "grant", "上级补助" },
                   { "fuel-tax", "成品油" },
                   { "land", "土地出让" },
                   { "agri", "涉农" },
                   { "village-project", "一事一议" },
                   { "work-relief", "以工代赈" },
                   { "donation", "捐助" },
                   { "naming", "冠名绿化广告路域" },
                   { "operation", "运营收益" },
                   { "bond", "一般债券" },
                   { "vehicle-tax", "车购税" },
                   { "reward", "以奖代补" },
                   { "special-bond", "专项债券" },
                   { "carry-over", "上年结转" },
                   { "insurance-payout", "保险赔款" },
                   { "other", "其他" })
