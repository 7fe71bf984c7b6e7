#include "yanglu/calc/payment-plan.h"

#define LAST (YL_QUARTERS - 1)

static const guint quarter_ends[YL_QUARTERS] = { 331, 630, 930, 1231 };

static void
take_value (YlPaymentPlan *plan, const YlPolicyValue *value)
{
  for (guint i = 0; i < YL_QUARTERS; i++)
    if (value->key <= quarter_ends[i]
        && (plan->until[i] == NULL || plan->until[i]->key < value->key))
      plan->until[i] = value;
}

void
yl_payment_plan_init (YlPaymentPlan *plan, const YlBudget *budget)
{
  const YlPolicy *policy = budget->policy;
  const char *area = yl_entity_get_code (budget->entity);
  gsize n = 0;
  const YlPolicyValue *values = yl_policy_get_values (policy, &n);
  *plan = (YlPaymentPlan){ .is_ruled = FALSE };
  if (budget->figures->listing == YL_LISTING_OLDER)
    return;
  for (gsize i = 0; i < n; i++)
    if (values[i].group == YL_GROUP_PAYMENT && values[i].key != YL_PAYMENT_PASS_ON_DAYS
        && yl_policy_find (policy, YL_GROUP_PAYMENT, area, values[i].key) == &values[i])
      take_value (plan, &values[i]);
  plan->is_ruled = plan->until[LAST] != NULL;
}

gint64
yl_payment_plan_get_part_ppm (const YlPaymentPlan *plan, guint quarter)
{
  if (!plan->is_ruled)
    return YL_SHARE_WHOLE / YL_QUARTERS;
  if (quarter == LAST)
    return YL_SHARE_WHOLE;
  return plan->until[quarter] == NULL ? 0 : plan->until[quarter]->value;
}

/* What is to be paid until the end of @quarter, not the last. */
static gint64
get_until (const YlPaymentPlan *plan, gint64 amount_fen, guint quarter)
{
  if (!plan->is_ruled)
    return amount_fen / YL_QUARTERS * (quarter + 1);
  const YlShare part = { yl_payment_plan_get_part_ppm (plan, quarter) };
  YlMoney until = { 0 };
  /* A part of an amount is no greater than it, so it fits. */
  (void) yl_money_share ((YlMoney){ amount_fen }, part, &until);
  return until.fen;
}

void
yl_payment_plan_split (const YlPaymentPlan *plan, gint64 amount_fen, gint64 out_fen[YL_QUARTERS])
{
  gint64 paid_fen = 0;
  for (guint i = 0; i < LAST; i++)
    {
      const gint64 until_fen = get_until (plan, amount_fen, i);
      out_fen[i] = until_fen - paid_fen;
      paid_fen = until_fen;
    }
  out_fen[LAST] = amount_fen - paid_fen;
}
