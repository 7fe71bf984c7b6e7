#pragma once

#include "yanglu/base/arena.h"
#include "yanglu/base/date.h"
#include "yanglu/domain/bridge.h"
#include "yanglu/domain/fund.h"

G_BEGIN_DECLS

/** 单位信息. Strings are "" where nothing stood. */
typedef struct
{
  const char *entity;      /* 编制单位 */
  guint year;              /* 年度; 0 unknown */
  const char *phone;       /* 监督电话 */
  const char *prepared_by; /* 制表 */
  const char *reviewed_by; /* 审核 */
  const char *head;        /* 负责人 */
  YlDate date;             /* 填报日期 */
  YlLength engineering;    /* 本年养护工程里程; meaningful when has_engineering */
  gboolean has_engineering;
  YlMoney last_year; /* 上年预算数 (the whole budget); meaningful when has_last_year */
  gboolean has_last_year;
  gint32 last_year_lost; /* of it, by rounding: as in YlSource */
} YlUnit;

#define YL_UNIT_BLANK                                                                              \
  ((YlUnit){ .entity = "", .phone = "", .prepared_by = "", .reviewed_by = "", .head = "" })

/** yl_unit_is_blank: nothing of it was filled in. */
gboolean yl_unit_is_blank (const YlUnit *unit);
/** yl_unit_join: leaves in @unit what @more says too, and a year that one of them says; the rest is blank
 * then. Returns: whether anything was lost */
gboolean yl_unit_join (YlUnit *unit, const YlUnit *more);

/** The eight costs of 财综〔2011〕62号, in its order ①–⑧. */
#define YL_N_LAND_COSTS 8

/** 土地出让收益 of one payer (the city or the county). */
typedef struct
{
  YlPayer payer;
  YlMoney income;
  YlMoney costs[YL_N_LAND_COSTS];
  YlShare share; /* the share chosen; meaningful when has_share */
  gboolean has_share;
  const char *basis; /* the definition used; "" means the policy's */
} YlLandEntry;

/** yl_land_cost_get_mark: "①" …: its number on the form */
const char *yl_land_cost_get_mark (guint cost);

/** yl_land_cost_get_name: "征地和拆迁补偿" … */
const char *yl_land_cost_get_name (guint cost);

/** An engineering project (养护工程) of 其他支出. */
typedef struct
{
  const char *name;
  YlLength length;
  YlMoney amount;
  YlRowId row;
} YlProject;

/** 其他支出: lines that are never inside the per-km money. */
typedef struct
{
  YlMoney running;    /* 机构运行 */
  YlMoney staff;      /* 人员 */
  YlMoney road_chief; /* 路长制 */
  YlMoney insurance;  /* 灾毁保险 */
  GArray *projects;   /* of YlProject */
} YlOther;

/** Last year's amounts by demand code ("daily.county" … "total"), from --last-year. */
typedef struct
{
  const char *code;
  YlMoney amount;
  gint32 lost; /* of it, by rounding: as in YlSource */
  YlRowId row; /* 0: of no table */
} YlLastYearLine;

/** YlEntry: all that is entered beside the roads; always of yl_entry_new(). Made by importers, then
 * only read. */
typedef struct
{
  YlArena *arena; /* of every text in it */
  YlUnit unit;
  GArray *bridges; /* of YlBridge */
  GArray *sources; /* of YlSource */
  GArray *land;    /* of YlLandEntry, at most one a payer */
  YlOther other;
  GArray *last_year;          /* of YlLastYearLine */
  const char *last_year_file; /* (nullable): that they stand in */
  gboolean
      has_whole_metres; /* bridges are read in whole metres, as the first edition of workbooks did */
} YlEntry;

/** yl_entry_new: nothing entered: every string "", every array empty. */
YlEntry *yl_entry_new (void);
/** yl_entry_ref: (transfer full): one more holder of @entry, which nobody changes any more. */
YlEntry *yl_entry_ref (YlEntry *entry);
/** yl_entry_free: ends with its last holder. */
void yl_entry_free (YlEntry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlEntry, yl_entry_free)

G_END_DECLS
