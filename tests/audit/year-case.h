#pragma once

#include "support/assert.h"
#include "support/county.h"

#include "yanglu/audit/years/reconciliation.h"

/** The same county in two years, and the reconciliation from one to the other. */
typedef struct
{
  YlPlaces *places;          /* knows that 茌平 371523 is 371503 */
  YlTestCounty *counties[2]; /* 2020 and 2021, with the rates 10000, 5000, 3000 yuan per km */
  YlRoadLinks *links;
  YlReconciliation *reconciliation;
} YearCase;

YearCase *year_case_new (void);
void year_case_free (YearCase *years);
YlTestCounty *year_case_get (YearCase *years, guint year);

/** year_case_make: (transfer none): fails the test unless every table of the reconciliation adds up to the fen. */
const YlReconciliation *year_case_make (YearCase *years);

/** year_case_assert_adds_up: the whole, each road and each township, against the two budgets. */
void year_case_assert_adds_up (const YlReconciliation *reconciliation,
                               const YlBudget *old_budget,
                               const YlBudget *new_budget);

int year_case_set_up (void **state);
int year_case_tear_down (void **state);

#define test_with_years(test)                                                                      \
  cmocka_unit_test_setup_teardown (test, year_case_set_up, year_case_tear_down)
