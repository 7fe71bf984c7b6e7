#include "yanglu/domain/account.h"

#include "accounts-tables.h"

#include "yanglu/base/text.h"

#include <string.h>

/* A row of templates/accounts/accounts.csv: seven digits name a 项, five a 款 with all its 项. */
typedef struct
{
  const char *code;
  const char *name;
  YlFund fund;
  guint first_year; /* 0: not known to begin … */
  guint last_year;  /* … or to end */
} Account;

static const Account accounts[] = { YL_ACCOUNT_ROWS };

static gboolean
is_of_year (const Account *account, guint year)
{
  return year == 0
         || (year >= account->first_year
             && (account->last_year == 0 || year <= account->last_year));
}

/* The one run of digits in @text that may be a code: 2140106-公路养护, 公路养护（2140106）. */
static gboolean
find_code (const char *text, YlText *out_code)
{
  guint n_codes = 0;
  for (gsize n = 0; *text != '\0'; text += MAX (n, 1))
    {
      n = strspn (text, "0123456789");
      if (n < 5)
        continue;
      *out_code = (YlText){ text, n };
      n_codes++;
    }
  return n_codes == 1 && (out_code->length == 5 || out_code->length == 7);
}

/* (nullable): the row that says most of @code: its own before that of its 款. */
static const Account *
find_row (YlText code, guint year)
{
  const Account *found = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (accounts); i++)
    if (g_str_has_prefix (code.at, accounts[i].code) && is_of_year (&accounts[i], year)
        && (found == NULL || strlen (accounts[i].code) > strlen (found->code)))
      found = &accounts[i];
  return found;
}

gboolean
yl_account_find (const char *account, guint year, YlAccount *out_account)
{
  YlText code = YL_TEXT_EMPTY;
  const Account *row = account != NULL && find_code (account, &code) ? find_row (code, year) : NULL;
  if (row == NULL)
    return FALSE;
  *out_account = (YlAccount){
    .code = code,
    .name = row->name,
    .fund = row->fund,
    .is_of_group = strlen (row->code) < code.length,
  };
  return TRUE;
}

gboolean
yl_fund_find_of_account (const char *account, guint year, YlFund *out_fund)
{
  YlAccount found;
  if (!yl_account_find (account, year, &found))
    return FALSE;
  *out_fund = found.fund;
  return TRUE;
}
