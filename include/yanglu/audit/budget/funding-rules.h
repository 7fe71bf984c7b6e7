#pragma once

#include "yanglu/audit/budget/figure-rules.h"
#include "yanglu/domain/budget.h"

G_BEGIN_DECLS

/** Those who share the daily money, in payer order: the province speaks for the centre too, the
 * county for its townships. */
typedef enum
{
  YL_SHARER_PROVINCE,
  YL_SHARER_CITY,
  YL_SHARER_COUNTY,
} YlSharer;
#define YL_N_SHARERS 3

/** yl_sharer_find: %FALSE for a payer that shares nothing (社会). */
gboolean yl_sharer_find (YlPayer payer, YlSharer *out_sharer);

/** What of the daily standard is granted from above, and what looks alike and is not. */
typedef struct
{
  YlMoney standard;    /* of daily maintenance */
  YlMoney daily;       /* superior public grants for daily maintenance */
  YlMoney engineering; /* superior public grants for 养护工程 */
} YlGrantSums;

/** yl_grant_sums_of: those of a finished budget; %FALSE when a sum does not fit. */
gboolean yl_grant_sums_of (const YlBudget *budget, YlGrantSums *out_sums);

/**
 * yl_funding_check_gap: B03 (《农村公路养护管理办法》第九条): the county's part as stated is what is left
 * when the engineering grants are taken off as well. At stake: what was netted. The county gains.
 */
void yl_funding_check_gap (const YlFigurePlace *place,
                           YlMoney found_gap,
                           const YlGrantSums *sums,
                           YlFindings *findings);

/**
 * yl_funding_check_ratio: B08: amounts divided otherwise than the declared shares divide their sum.
 * @amounts: (array fixed-size=3): by YlSharer; @shares_ppm: (array fixed-size=3)
 * @owed_fen: (array fixed-size=3) (nullable): what each of them owes in all; %NULL: nobody knows, and
 *   each owes its share of the sum
 * @tolerance: what may be shifted, since grants come in round sums
 *
 * At stake: what those who pay too little pay too little; who pays least of its part gains. Nothing is declared when all shares are 0.
 */
void yl_funding_check_ratio (const YlFigurePlace *place,
                             const YlMoney *amounts,
                             const gint64 *shares_ppm,
                             const gint64 *owed_fen,
                             YlMoney tolerance,
                             YlFindings *findings);

/** yl_funding_find_shares: the shares that @policy declares at @area; %FALSE when it declares none. */
gboolean yl_funding_find_shares (const YlPolicy *policy,
                                 const char *area,
                                 gint64 out_shares_ppm[YL_N_SHARERS]);

/** yl_funding_is_running: whether @name or @account is of running cost or staff of an agency
 * (机构运行, 人员, 工资, 办公费; 21401 01–03), which S9 keeps out of the per-km money; wages of those
 * who keep the roads (护路员, 养护工, 保洁员) are daily maintenance. Either may be %NULL. */
gboolean yl_funding_is_running (const char *name, const char *account);

G_END_DECLS
