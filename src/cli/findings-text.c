#include "yanglu/cli/findings-text.h"

#include "yanglu/cli/colour.h"
#include "yanglu/cli/command-line.h"
#include "yanglu/domain/finding-groups.h"

#include <string.h>

/* So few bytes may stand in a sentence by chance: "12.5", "县道". */
#define N_BY_CHANCE 6

/* "台账.csv 第 12 行 里程" – only the parts that are known. */
static char *
describe_place (const YlFinding *finding)
{
  GString *place = g_string_new (NULL);
  if (finding->file != NULL && finding->file[0] != '\0')
    g_string_append_printf (place, " %s", finding->file);
  if (finding->sheet != NULL && finding->sheet[0] != '\0')
    g_string_append_printf (place, " 工作表“%s”", finding->sheet);
  if (finding->row != 0)
    g_string_append_printf (place, " 第 %" YL_ROW_ID_FORMAT " 行", finding->row);
  if (finding->cell != NULL && finding->cell[0] != '\0')
    g_string_append_printf (place, " 单元格 %s", finding->cell);
  if (finding->column != NULL && finding->column[0] != '\0')
    g_string_append_printf (place, " %s", finding->column);
  g_strdelimit (place->str, "\r\n\t", ' ');
  return g_string_free (place, FALSE);
}

/* Whether @message says @text: in quotes, or where it is too long to stand there by chance. */
static gboolean
is_said (const char *message, const char *text)
{
  if (message == NULL)
    return FALSE;
  g_autofree char *quoted = g_strdup_printf ("“%s”", text);
  return strstr (message, quoted) != NULL
         || (strlen (text) > N_BY_CHANCE && strstr (message, text) != NULL);
}

/* What the message has already said is not said again. */
static void
print_detail (const char *label, const char *text, const char *message)
{
  if (text != NULL && text[0] != '\0' && !is_said (message, text))
    g_print ("      %s：%s\n", label, text);
}

/* A formula stands below its value, where it is clear whose it is. */
static void
print_value (const char *label, const char *value, const char *formula, const char *message)
{
  if (formula == NULL)
    print_detail (label, value, message);
  else if (value == NULL || value[0] == '\0')
    print_detail (label, formula, NULL);
  else
    g_print ("      %s：%s\n            %s\n", label, value, formula);
}

static void
print_finding (const YlFinding *finding)
{
  g_autofree char *place = describe_place (finding);
  g_print ("[%s ", yl_code_get_name (finding->code));
  yl_colour_print_severity (finding->severity);
  g_print ("]%s\n      %s\n", place,
           finding->message == NULL ? yl_code_get_title (finding->code) : finding->message);
  print_value ("原值", finding->seen, finding->seen_formula, finding->message);
  print_value ("应为", finding->expected, finding->expected_formula, finding->message);
  print_detail ("改法", finding->repair, finding->message);
  g_autofree char *stake = yl_money_to_grouped (finding->at_stake);
  if (!finding->is_priced)
    print_detail ("涉及金额", "待定", NULL);
  else if (finding->at_stake.fen != 0)
    g_print ("      涉及金额：%s 元\n", stake);
  print_detail ("受益方", finding->gainer, NULL);
}

/* Prints at most @n_most, the gravest, in their order. */
static void
print_gravest (const YlFindings *findings, gsize n_most)
{
  const gsize n = yl_findings_get_n (findings);
  g_autofree gboolean *is_shown = g_new0 (gboolean, n);
  gsize n_shown = 0;
  for (guint severity = 0; severity < YL_N_SEVERITIES; severity++)
    for (gsize i = 0; i < n && n_shown < n_most; i++)
      if (yl_findings_get (findings, i)->severity == (YlSeverity) severity)
        {
          is_shown[i] = TRUE;
          n_shown++;
        }
  for (gsize i = 0; i < n; i++)
    if (is_shown[i])
      print_finding (yl_findings_get (findings, i));
  if (n_shown < n)
    g_print ("……另有 %" G_GSIZE_FORMAT " 条，全部列在工作簿“" YL_SHEET_FINDINGS
             "”中，或用 yanglu check 查看。\n",
             n - n_shown);
}

static void
print_counts (const YlFindings *findings)
{
  g_print ("问题合计：错误 %" G_GUINT64_FORMAT " 条，警告 %" G_GUINT64_FORMAT
           " 条，提示 %" G_GUINT64_FORMAT " 条。\n",
           yl_findings_get_n_of_severity (findings, YL_SEVERITY_ERROR),
           yl_findings_get_n_of_severity (findings, YL_SEVERITY_WARNING),
           yl_findings_get_n_of_severity (findings, YL_SEVERITY_INFO));
}

gboolean
yl_findings_print (const YlFindings *findings, gsize n_most)
{
  g_autoptr (YlFindings) groups = yl_findings_group (findings);
  print_gravest (groups, n_most == 0 ? yl_findings_get_n (groups) : n_most);
  print_counts (findings);
  return yl_findings_get_n (groups) < yl_findings_get_n (findings);
}

guint64
yl_findings_print_first (const YlFindings *findings, YlCode code, guint n)
{
  guint64 n_printed = 0;
  for (gsize i = 0; i < yl_findings_get_n (findings) && n_printed < n; i++)
    {
      const YlFinding *finding = yl_findings_get (findings, i);
      if (finding->code != code)
        continue;
      g_autofree char *place = describe_place (finding);
      g_print ("     %s：%s\n", place,
               finding->message == NULL ? yl_code_get_title (code) : finding->message);
      n_printed++;
    }
  return n_printed;
}

int
yl_findings_exit (const YlFindings *findings)
{
  return yl_findings_get_n_of_severity (findings, YL_SEVERITY_ERROR) > 0 ? YL_EXIT_FINDINGS
                                                                         : YL_EXIT_DONE;
}

void
yl_choices_print (const YlChoices *choices, const char *whose)
{
  gsize n = 0;
  const YlChoice *all = yl_choices_get (choices, &n);
  for (gsize i = 0; i < n; i++)
    g_print ("选用  %s%s%s：%s（%s）\n", whose, whose[0] == '\0' ? "" : " ", all[i].what,
             all[i].chosen, all[i].why);
}
