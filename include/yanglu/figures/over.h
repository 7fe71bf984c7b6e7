#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What a figure ranges over: there is one for each of them. */
typedef enum
{
  YL_OVER_ALL,  /* one for the whole budget */
  YL_OVER_LINE, /* of demand */
  YL_OVER_CLASS,
  YL_OVER_RATE, /* YlRateKind */
  YL_OVER_SIZE, /* of a bridge */
  YL_OVER_BASIS,
  YL_OVER_INDICATOR,
  YL_OVER_PAYER,
  YL_OVER_BEARER, /* a payer whose part the budget works out: 省 市 县 */
  YL_OVER_PURPOSE,
  YL_OVER_FUND,
  YL_OVER_COST, /* of land transfer */
  YL_OVER_TOWNSHIP,
  YL_OVER_PAYEE,
  YL_OVER_PACKAGE,
  YL_OVER_ROAD,
  YL_OVER_BRIDGE,
  YL_OVER_SOURCE,
  YL_OVER_ACCOUNT,     /* 科目, as the sources have them */
  YL_OVER_ACCOUNT_USE, /* what of a purpose is paid from which */
  YL_OVER_OTHER,       /* a row of 其他支出 */
  YL_OVER_RECIPIENT, /* of 公开表 and 拨付进度: the payees, then the lines that are not daily,
                        works by name */
  YL_OVER_QUARTER,
  YL_OVER_SEVERITY,
  YL_OVER_ROW, /* of a table that the budget does not keep */
} YlOver;
#define YL_MAX_OVER 2

/** Which of them, in the order of the stars; from 0. */
typedef struct
{
  guint of[YL_MAX_OVER];
} YlMembers;
#define YL_NO_MEMBERS ((YlMembers){ { 0 } }) /* of the whole budget */

G_END_DECLS
