#include "support/findings-list.h"

static void
append (GString *text, const YlFinding *finding)
{
  g_autofree char *yuan = yl_money_to_yuan (finding->at_stake);
  const gboolean is_info = finding->severity == YL_SEVERITY_INFO;
  g_string_append_printf (text, "%s%s%s %s %s%s%s%s", text->len == 0 ? "" : "; ",
                          is_info ? "(" : "", yl_code_get_name (finding->code),
                          finding->cell == NULL ? "-" : finding->cell,
                          finding->is_priced ? yuan : "?", finding->gainer == NULL ? "" : " ",
                          finding->gainer == NULL ? "" : finding->gainer, is_info ? ")" : "");
}

char *
yl_findings_list (const YlFindings *findings)
{
  GString *text = g_string_new ("");
  for (gsize i = 0; i < yl_findings_get_n (findings); i++)
    append (text, yl_findings_get (findings, i));
  return g_string_free (text, FALSE);
}
