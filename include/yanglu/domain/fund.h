#pragma once

#include "yanglu/base/money.h"
#include "yanglu/domain/row-id.h"

G_BEGIN_DECLS

/** Who gives or pays (来源层级, 承担主体), in payer order. */
typedef enum
{
  YL_PAYER_CENTRAL,
  YL_PAYER_PROVINCE,
  YL_PAYER_CITY,
  YL_PAYER_COUNTY,
  YL_PAYER_TOWNSHIP,
  YL_PAYER_SOCIAL,
} YlPayer;
#define YL_N_PAYERS (YL_PAYER_SOCIAL + 1)

/** What money is for (用途). */
typedef enum
{
  YL_PURPOSE_DAILY,        /* 日常养护 */
  YL_PURPOSE_ENGINEERING,  /* 养护工程 */
  YL_PURPOSE_CONSTRUCTION, /* 建设 */
  YL_PURPOSE_RUNNING,      /* 机构运行 */
  YL_PURPOSE_STAFF,        /* 人员 */
  YL_PURPOSE_ROAD_CHIEF,   /* 路长制 */
  YL_PURPOSE_INSURANCE,    /* 保险 */
} YlPurpose;
#define YL_N_PURPOSES (YL_PURPOSE_INSURANCE + 1)

/** 资金性质 */
typedef enum
{
  YL_FUND_GENERAL,    /* 一般公共预算 */
  YL_FUND_GOVERNMENT, /* 政府性基金 */
  YL_FUND_SOCIAL,     /* 社会资金 */
} YlFund;
#define YL_N_FUNDS (YL_FUND_SOCIAL + 1)

/** 种类 */
typedef enum
{
  YL_KIND_OWN,             /* 本级安排 */
  YL_KIND_GRANT,           /* 上级补助 */
  YL_KIND_FUEL_TAX,        /* 成品油 */
  YL_KIND_LAND,            /* 土地出让 */
  YL_KIND_AGRI,            /* 涉农 */
  YL_KIND_VILLAGE_PROJECT, /* 一事一议 */
  YL_KIND_WORK_RELIEF,     /* 以工代赈 */
  YL_KIND_DONATION,        /* 捐助 */
  YL_KIND_NAMING,          /* 冠名绿化广告路域 */
  YL_KIND_OPERATION,       /* 运营收益 */
  YL_KIND_BOND,            /* 一般债券 */
  YL_KIND_VEHICLE_TAX,     /* 车购税 */
  YL_KIND_REWARD,          /* 以奖代补 */
  YL_KIND_SPECIAL_BOND,    /* 专项债券 */
  YL_KIND_CARRY_OVER,      /* 上年结转 */
  YL_KIND_INSURANCE,       /* 保险赔款 */
  YL_KIND_OTHER,           /* 其他 */
} YlSourceKind;
#define YL_N_SOURCE_KINDS (YL_KIND_OTHER + 1)

/** YlSource: one row of 资金来源. Strings are owned by the entry; "" where nothing stood. */
typedef struct
{
  const char *name;
  YlPayer level;
  YlPurpose purpose;
  YlFund fund;
  YlSourceKind kind;
  const char *account;  /* 科目编码 */
  const char *document; /* 文号 */
  const char *replaces; /* 替代文号: of the document whose money this row takes back */
  const char *payee;    /* 对象: who receives it */
  YlMoney amount;
  gint32 lost;         /* what rounding took of it: read − kept, in millionths of a fen */
  gboolean is_reduced; /* money was taken back from it */
  gboolean is_of_zone; /* its level is a zone (开发区), which counts as a county */
  YlRowId row;         /* 0 when made by a test */
} YlSource;

/** yl_source_is_public: neither social by fund nor by level. */
gboolean yl_source_is_public (const YlSource *source);
/** yl_payer_is_superior: central, province, city. */
gboolean yl_payer_is_superior (YlPayer payer);

/* Chinese names as the drop-down lists spell them, English keys as JSON does. */
const char *yl_payer_get_name (YlPayer payer);
const char *yl_payer_get_key (YlPayer payer);
const char *yl_purpose_get_name (YlPurpose purpose);
const char *yl_purpose_get_key (YlPurpose purpose);
/** yl_purpose_get_line: the line of a budget for @purpose: "机构运行经费"; daily money has several. */
const char *yl_purpose_get_line (YlPurpose purpose);
const char *yl_fund_get_name (YlFund fund);
const char *yl_fund_get_key (YlFund fund);
const char *yl_source_kind_get_name (YlSourceKind kind);
const char *yl_source_kind_get_key (YlSourceKind kind);

G_END_DECLS
