#include "yanglu/domain/fund.h"

#include "yanglu/base/text.h"

#include <string.h>

/* 政府收支分类科目: seven digits name a 项, five a 款 with all its 项. */
typedef struct
{
  const char *code;
  YlFund fund;
} Account;

static const Account accounts[] = {
  { "2140106", YL_FUND_GENERAL },  /* 公路养护 */
  { "2140199", YL_FUND_GENERAL },  /* 其他公路水路运输支出 */
  { "2130701", YL_FUND_GENERAL },  /* 村级公益事业建设补助 (一事一议) */
  { "21201", YL_FUND_GENERAL },    /* 城乡社区管理事务 */
  { "21202", YL_FUND_GENERAL },    /* 城乡社区规划与管理 */
  { "21203", YL_FUND_GENERAL },    /* 城乡社区公共设施 */
  { "21205", YL_FUND_GENERAL },    /* 城乡社区环境卫生 */
  { "21206", YL_FUND_GENERAL },    /* 建设市场管理与监督 */
  { "21208", YL_FUND_GOVERNMENT }, /* 国有土地使用权出让收入安排的支出 */
  { "21210", YL_FUND_GOVERNMENT }, /* 国有土地收益基金安排的支出 */
  { "21211", YL_FUND_GOVERNMENT }, /* 农业土地开发资金安排的支出 */
  { "21213", YL_FUND_GOVERNMENT }, /* 城市基础设施配套费安排的支出 */
  { "21214", YL_FUND_GOVERNMENT }, /* 污水处理费安排的支出 */
  { "21215", YL_FUND_GOVERNMENT }, /* 土地储备专项债券收入安排的支出 */
  { "21462", YL_FUND_GOVERNMENT }, /* 车辆通行费安排的支出 */
  { "21471", YL_FUND_GOVERNMENT }, /* 政府收费公路专项债券收入安排的支出 */
  { "22904", YL_FUND_GOVERNMENT }, /* 其他政府性基金安排的支出 */
  { "22960", YL_FUND_GOVERNMENT }, /* 彩票公益金安排的支出 */
};

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

gboolean
yl_fund_find_of_account (const char *account, YlFund *out_fund)
{
  YlText code = YL_TEXT_EMPTY;
  if (account == NULL || !find_code (account, &code))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (accounts); i++)
    if (g_str_has_prefix (code.at, accounts[i].code))
      {
        *out_fund = accounts[i].fund;
        return TRUE;
      }
  return FALSE;
}
