#pragma once

#include "yanglu/domain/fund.h"

G_BEGIN_DECLS

/* What money a budget has, and who pays it. */

typedef struct
{
  YlPayer payer;
  YlPurpose purpose;
  gint64 amount_fen;
  gint64 share_ppm; /* the declared share; -1 when the amount does not come from one */
} YlPayerLine;

/** How the payers of the daily standard were found. */
typedef enum
{
  YL_PAYERS_BY_GRANTS, /* nothing declared: superior levels pay their grants, the county the gap */
  YL_PAYERS_BY_SHARE,
  YL_PAYERS_BY_STACK,
} YlPayersMethod;

typedef struct
{
  YlPayer payer;
  const char *basis; /* "net-2011-62" */
  gint64 income_fen;
  gint64 cost_fen;
  gint64 net_fen;           /* zero or more */
  gboolean is_negative;     /* costs are above income */
  gboolean is_share_chosen; /* else the policy's default or the range's minimum was taken */
  gint64 share_ppm;
  gint64 due_fen;
  gint64 min_fen;
  gint64 max_fen;
  gint64 booked_fen;
} YlLandLine;

typedef struct
{
  gint64 standard_fen; /* roads + bridges */
  gint64 roads_fen;
  gint64 bridges_fen;
  gint64 superior_grants_fen;
  gint64 unshared_fen; /* of those, of levels without a declared share; 0 where none is declared */
  gint64 shared_fen;   /* what declared shares divide; 0 where none is declared */
  gint64 county_gap_fen; /* where shares are declared, the county's */
  gint64 funded_fen;
  gint64 unfunded_fen;
  gint64 surplus_fen;
  gint64 social_fen;
} YlDaily;

/** What money there is for a purpose: for the daily standard the public money, for any other all. */
typedef struct
{
  gint64 funded_fen;
  gint64 unfunded_fen; /* zero or more: what is over for one purpose pays no other */
} YlPurposeMoney;

G_END_DECLS
