#pragma once

#include "yanglu/audit/diagnosis/cause.h"
#include "yanglu/base/money.h"
#include "yanglu/domain/road-class.h"

G_BEGIN_DECLS

typedef enum
{
  YL_DIAGNOSIS_ROW, /* kilometres × rates */
  YL_DIAGNOSIS_SUM, /* the sum of all rows before it, as they are stated */
  YL_DIAGNOSIS_GAP, /* kilometres × rates − lawful grants, not below zero */
  YL_DIAGNOSIS_DUE, /* a share of land-transfer net revenue */
} YlDiagnosisRole;

/** One row: kilometres by rate kind as the record has them, amounts as stated. */
typedef struct
{
  const char *place; /* "汇总!5" */
  const char *name;  /* "沙镇镇" */
  YlDiagnosisRole role;
  gint64 length_m[YL_N_RATES];         /* paid metres of the record */
  gint64 duplicate_m[YL_N_RATES];      /* 重复路段: not counted */
  gint64 dead_end_m[YL_N_RATES];       /* 断头路: not counted */
  gint64 urban_m[YL_N_RATES];          /* 城管路段: counted, not paid */
  gint64 track_m[YL_N_RATES];          /* 机耕道: counted, not paid */
  gint64 stated_length_m[YL_N_RATES];  /* meaningful when has_lengths */
  gint64 stated_class_fen[YL_N_RATES]; /* meaningful when has_class_amounts */
  gint64 stated_fen;
  gint64 expected_fen; /* by the record and the policy; of a sum: of the rows as expected */
  gint64 slack_fen;    /* half of what its last shown digit is worth: 0 where fen are shown */
  gint64 deduct_fen;   /* of a gap: the grants that are lawfully taken off */
  guint32 again_of;    /* 1 + the row whose name it has once more; 0: none */
  gboolean is_absent;  /* of the record: the table has no such row */
  gboolean has_lengths;
  gboolean has_class_amounts;
} YlDiagnosisRow;

typedef enum
{
  YL_ITEM_COUNTED,
  YL_ITEM_DUPLICATE,
  YL_ITEM_DEAD_END,
  YL_ITEM_URBAN,
  YL_ITEM_TRACK,
} YlDiagnosisItemState;

/** One road (section) of a row. */
typedef struct
{
  const char *name; /* "X001371502 梁水至古楼公路" */
  guint32 row;      /* index of its row */
  guint32 part;     /* index of its township in the parts of the case */
  gint64 length_m;
  guint8 rate;  /* YlRateKind */
  guint8 state; /* YlDiagnosisItemState */
} YlDiagnosisItem;

typedef struct
{
  const char *name;
  gint64 amount_fen;
  const char *place; /* (nullable): "土地!B6" */
} YlDiagnosisMoney;

#define YL_N_ITEM_STATES (YL_ITEM_TRACK + 1)

/** Kilometres that the rows might have been computed from instead. */
typedef struct
{
  const char *source;                   /* "列养里程" */
  const gint64 (*length_m)[YL_N_RATES]; /* of each row */
  gboolean is_last_year;
} YlDiagnosisLengths;

/** Rates that once held, or hold for something else; 0: none for that kind. */
typedef struct
{
  const char *source; /* "《农村公路养护管理办法》第九条的养护工程补助标准" */
  gint64 fen_per_km[YL_N_RATES];
} YlOldRates;

/** A difference to be explained, wherever it comes from. All is borrowed. */
typedef struct
{
  const char *noun; /* what a row is: "乡镇", "路线" */
  const YlDiagnosisRow *rows;
  gsize n_rows;
  gint64 rate_fen_per_km[YL_N_RATES]; /* of the part of the year that is paid; 0: not paid */
  YlYearPart part;                    /* of 0: the whole year */
  const YlOldRates *old_rates;
  gsize n_old_rates;
  const YlDiagnosisLengths *other_lengths;
  gsize n_other_lengths;
  const YlDiagnosisItem *items; /* by row; counted ones add up to the row's length_m */
  gsize n_items;
  const char *const *parts;       /* names of the townships of the items */
  gsize n_parts;                  /* below 2: a row is not told apart by townships */
  const YlDiagnosisMoney *grants; /* 养护工程 grants that may have been netted */
  gsize n_grants;
  gint64 land_income_fen;
  const char *land_income_place; /* (nullable) */
  const YlDiagnosisMoney *land_costs;
  gsize n_land_costs;
  gint64 land_share_ppm;
  const char *land_share_place;   /* (nullable) */
  const gint64 *other_shares_ppm; /* what may have been drawn instead */
  gsize n_other_shares;
  gint64 land_step_fen; /* due is rounded to it: 10 000 for 万元 with two decimals; 0: the fen */
  gint64 class_slack_fen; /* of the amounts of a class, as slack_fen of a row */
  guint amount_decimals;  /* decimals of the stated amounts down to a fen: 2 in 元, 6 in 万元 */
} YlDiagnosisCase;

/** yl_old_rates_get_known: templates/policies/earlier-rates.csv, beside those of the policy's bases. */
const YlOldRates *yl_old_rates_get_known (gsize *out_n);

G_END_DECLS
