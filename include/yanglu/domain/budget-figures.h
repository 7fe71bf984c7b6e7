#pragma once

#include "yanglu/base/arena.h"
#include "yanglu/domain/account.h"
#include "yanglu/domain/allotment.h"
#include "yanglu/domain/budget-money.h"
#include "yanglu/domain/fund.h"
#include "yanglu/domain/listing.h"
#include "yanglu/domain/mileage.h"
#include "yanglu/domain/policy.h"

G_BEGIN_DECLS

/** A line of demand; code "daily.county", "bridge.large", "bridge-metre.village", "running" …
 * "engineering". */
typedef struct
{
  const char *code;
  const char *title; /* Chinese */
  YlPurpose purpose;
  gint64 length_m; /* 0 where no length is behind it */
  gint64 rate_fen; /* fen per km, per bridge, per metre of bridge; 0 where no rate */
  gint64 count;    /* sections, bridges, projects */
  gint64 amount_fen;
  const YlPolicyValue *basis; /* (nullable): the rate's origin */
  gint64 last_year_fen;       /* meaningful when has_last_year */
  gboolean has_last_year;
} YlDemandLine;

typedef struct
{
  YlIndicatorKind kind;
  const YlPolicyValue *target; /* (nullable): no target, no verdict */
  gint64 part_m;
  gint64 whole_m;
  gint64 unassessed_m; /* fair-or-better only */
  gboolean is_known;   /* FALSE: no data, 未评定 */
  gint64 actual_ppm;   /* rounded half up; meaningful when is_known */
  gboolean is_met;     /* compared exactly, not by actual_ppm */
} YlIndicatorLine;

/** The figures of a budget. Arrays are sorted as JSON prints them; order of rows changes none. */
typedef struct
{
  YlArena *arena; /* of the texts of its lines too */
  guint year;
  YlListing listing;
  YlMileage mileage;
  YlMileage by_class[YL_N_CLASSES];
  YlMileageBasis basis;
  gint64 standard_by_basis_fen[3]; /* roads money under each YlMileageBasis */
  gboolean is_basis_known[3];      /* FALSE: the list has no such column */
  GArray *demand;    /* of YlDemandLine, in the order of the codes in the format description */
  gint64 demand_fen; /* all lines */
  GArray *payers; /* of YlPayerLine, by purpose, payer; zero amounts left out but for the county's
                     daily gap */
  YlPayersMethod payers_method;
  GArray *land; /* of YlLandLine */
  GArray *
      accounts; /* of YlAccountLine: known ones by code, where none is written, others as they are */
  GArray *source_accounts; /* of guint32: which of them each source has */
  GArray *
      account_uses; /* of YlAccountUse, by purpose and account; what is not paid yet last of each */
  YlDaily daily;
  YlPurposeMoney by_purpose[YL_N_PURPOSES];
  gint64 other_unfunded_fen; /* of all purposes but the daily */
  GArray *townships;         /* of YlTownshipLine, by code, name; unnamed last */
  GArray *payees;            /* of YlShareholderLine: county agency, those who are called as a
                                township by its code, others by name */
  GArray *packages; /* of YlShareholderLine, by name, unnamed last; empty when no road names one */
  YlIndicatorLine indicators[YL_N_INDICATORS];
  gint64 last_year_fen; /* meaningful when has_last_year */
  gboolean has_last_year;
} YlFigures;

/** yl_figures_new: all zero, with empty arrays. */
YlFigures *yl_figures_new (void);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlFigures, yl_arena_free_record)

/** yl_figures_sum_purpose: the lines of demand of @purpose together. */
gint64 yl_figures_sum_purpose (const YlFigures *figures, YlPurpose purpose);

G_END_DECLS
