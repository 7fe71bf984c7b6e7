#include "yanglu/cli/lists.h"

#include "yanglu/base/error.h"
#include "yanglu/cli/delivery.h"
#include "yanglu/domain/sheet-names.h"

YlGivenLists *
yl_lists_take (const YlCommandLine *line, const char *output, GError **error)
{
  guint n = 0;
  const char *const *arguments = yl_command_line_get_rest (line, &n);
  if (n == 0)
    {
      g_set_error_literal (error, YL_ERROR, YL_ERROR_USAGE,
                           "没有给出" YL_LIST_ROADS "。用 --help 查看用法。");
      return NULL;
    }
  g_autoptr (YlGivenLists) given = yl_given_lists_find (arguments, YL_GIVEN_LISTS_MAX, error);
  if (given == NULL || output == NULL || !yl_given_lists_has_file (given, output))
    return g_steal_pointer (&given);
  yl_delivery_refuse_input (output, error);
  return NULL;
}
