#pragma once

#include "yanglu/audit/paying/ledger-sum.h"

G_BEGIN_DECLS

/* Fills the days of @paying: those of the policy's calendar with what should have been paid for
 * daily maintenance by then and what was. */
void yl_calendar_days_add (const YlPayingRequest *request, YlPaying *paying);

G_END_DECLS
