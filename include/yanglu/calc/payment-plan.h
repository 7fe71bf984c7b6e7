#pragma once

#include "yanglu/domain/budget.h"

G_BEGIN_DECLS

#define YL_QUARTERS 4

/** How the money of a year is planned to be paid out by quarter (S8). */
typedef struct
{
  /* The last value of [payment] until the end of each quarter: what is to be paid by then of the whole;
   * %NULL: nothing yet. */
  const YlPolicyValue *until[YL_QUARTERS];
  gboolean is_ruled; /* the policy has a day by which a part is to be paid; else: quarters alike */
} YlPaymentPlan;

/** yl_payment_plan_init: what @plan holds lives as long as the policy of @budget. */
void yl_payment_plan_init (YlPaymentPlan *plan, const YlBudget *budget);

/**
 * yl_payment_plan_get_part_ppm: of a ruled plan what is to be paid until the end of @quarter (from 0),
 * else what is to be paid in it. The last quarter of a ruled plan pays all.
 */
gint64 yl_payment_plan_get_part_ppm (const YlPaymentPlan *plan, guint quarter);

/**
 * yl_payment_plan_split:
 * @amount_fen: of the year, zero or more
 * @out_fen: (out): what is to be paid in each quarter; they add up to @amount_fen
 *
 * Of a ruled plan each sum until the end of a quarter is rounded half up, and a quarter gets what is new
 * in it; else three quarters get a fourth without fractions of a fen. The last one gets the rest.
 */
void
yl_payment_plan_split (const YlPaymentPlan *plan, gint64 amount_fen, gint64 out_fen[YL_QUARTERS]);

G_END_DECLS
