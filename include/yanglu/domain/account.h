#pragma once

#include "yanglu/base/text.h"
#include "yanglu/domain/fund.h"

G_BEGIN_DECLS

/** What the account table of a year (templates/accounts) says of an account (功能分类科目). */
typedef struct
{
  YlText code;          /* five or seven digits, where they stand in what was asked */
  const char *name;     /* of the account; or of its 款 … */
  gboolean is_of_group; /* … where the table has no more than that of this 项 */
  YlFund fund;
} YlAccount;

/**
 * yl_account_find: an account by the table of @year; 0: of any year. Its name may stand beside it
 * (2140106-公路养护). %FALSE for an account the table does not hold, and for two at once (B07).
 */
gboolean yl_account_find (const char *account, guint year, YlAccount *out_account);

/** yl_fund_find_of_account: the fund class of it alone. */
gboolean yl_fund_find_of_account (const char *account, guint year, YlFund *out_fund);

/* What stands in the place of an account: of sources that have none, of accounts without a row of their
 * own, and of what no source pays yet. */
#define YL_ACCOUNT_UNWRITTEN "（未填科目）"
#define YL_ACCOUNT_REST "（其余科目）"
#define YL_ACCOUNT_OPEN "（未定科目）"

/** So many ways to write one account are put into one row; another way is a row of its own. */
#define YL_MAX_SPELLINGS 8
/** And so many accounts have a row; what others have stands in one together, the last. */
#define YL_MAX_ACCOUNTS 40

/** What the sources have of one account. */
typedef struct
{
  const char
      *account;     /* its code; as it is written, where the table has none; "": none is written */
  const char *name; /* "": the table has none */
  const char *spellings[YL_MAX_SPELLINGS]; /* besides @account: 2140106-公路养护 */
  guint n_spellings;
  gboolean is_rest; /* all accounts that have no row of their own */
  gint64 fund_fen[YL_N_FUNDS];
} YlAccountLine;

/** What of the demand for a purpose is paid from which account. */
typedef struct
{
  YlPurpose purpose;
  guint account; /* of the accounts of the budget; %YL_LINE_NONE: of what no source pays yet */
  gint64 fund_fen[YL_N_FUNDS];
  gint64
      counted_fen; /* for the demand: social money pays no daily standard. Of what no source pays yet,
                       * below zero where there is more money than is asked */
} YlAccountUse;

G_END_DECLS
