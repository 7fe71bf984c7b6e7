#include "yanglu/domain/sent-list.h"

#include "yanglu/base/enum-table.h"

YL_DEFINE_MEMBERS (yl_standing,
                   YlStanding,
                   YL_N_STANDINGS,
                   [YL_STANDING_PASSED] = { "passed", "通过" },
                   [YL_STANDING_EMPTY] = { "empty", "没有路段" },
                   [YL_STANDING_ASKED] = { "to_confirm", "退回核实" },
                   [YL_STANDING_FAULTY] = { "to_mend", "退回修改" })

YlStanding
yl_standing_judge (const gboolean has[YL_N_SEVERITIES], guint64 n_roads)
{
  if (has[YL_SEVERITY_ERROR])
    return YL_STANDING_FAULTY;
  if (has[YL_SEVERITY_WARNING])
    return YL_STANDING_ASKED;
  return n_roads == 0 ? YL_STANDING_EMPTY : YL_STANDING_PASSED;
}

gboolean
yl_standing_goes_back (YlStanding standing)
{
  return standing == YL_STANDING_ASKED || standing == YL_STANDING_FAULTY;
}

gboolean
yl_sent_lists_have_between (const YlSentLists *sent)
{
  for (guint i = 0; i < sent->lists->len; i++)
    {
      const YlSentList *list = &g_array_index (sent->lists, YlSentList, i);
      if (yl_standing_goes_back (list->standing) && list->n_found[YL_SEVERITY_ERROR] == 0
          && list->n_found[YL_SEVERITY_WARNING] == 0)
        return TRUE;
    }
  return FALSE;
}
