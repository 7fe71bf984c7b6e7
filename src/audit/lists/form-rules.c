#include "yanglu/audit/lists/form-rules.h"

#include "yanglu/domain/sender.h"

#include <string.h>

/* A form that holds several sheets says it once. */
static gboolean
is_first_of_file (const YlIntake *intake, const YlSender *sender)
{
  return yl_intake_find_sender (intake, sender->file) == sender;
}

static void
report_year (const YlSender *sender, guint year, YlFindings *findings)
{
  g_autofree char *seen = g_strdup_printf ("%u年", sender->year);
  g_autofree char *expected = g_strdup_printf ("%u年", year);
  g_autofree char *message = g_strdup_printf (
      "标题写的是%s的填报表，按%s的计入；请换成%s的填报表；要编制的是%s预算的，请改年度", seen,
      expected, expected, seen);
  const YlFinding finding = { .code = YL_C10,
                              .severity = YL_SEVERITY_WARNING,
                              .file = sender->file,
                              .sheet = sender->sheet,
                              .column = "标题",
                              .seen = seen,
                              .expected = expected,
                              .message = message };
  yl_findings_add (findings, &finding);
}

static void
check_year (const YlIntake *intake, const YlSender *sender, guint year, YlFindings *findings)
{
  if (sender->year != 0 && sender->year != year && is_first_of_file (intake, sender))
    report_year (sender, year, findings);
}

static void
report_code (const YlSender *sender, const YlTownship *coded, YlFindings *findings)
{
  const char *code = sender->lines[YL_SENDER_CODE];
  g_autofree char *message = g_strdup_printf (
      "填报单位写的是%s，乡镇代码 %s 却是%s的；没有写乡镇的行计入%s；请核对是哪一个乡镇填报的",
      sender->township, code, coded->name, sender->township);
  const YlFinding finding = { .code = YL_E07,
                              .severity = YL_SEVERITY_WARNING,
                              .file = sender->file,
                              .sheet = sender->sheet,
                              .column = "乡镇代码",
                              .seen = code,
                              .expected = sender->township,
                              .message = message };
  yl_findings_add (findings, &finding);
}

static void
check_code (const YlSender *sender, const YlPlaces *places, YlFindings *findings)
{
  const guint64 code = g_ascii_strtoull (sender->lines[YL_SENDER_CODE], NULL, 10);
  const YlTownship *coded =
      code > G_MAXUINT32 ? NULL : yl_places_find_township (places, (guint32) code);
  if (coded != NULL && sender->township[0] != '\0' && strcmp (coded->name, sender->township) != 0)
    report_code (sender, coded, findings);
}

void
yl_forms_check (const YlIntake *intake,
                const YlPlaces *places,
                guint year,
                const char *file,
                YlFindings *findings)
{
  for (guint i = 0; i < intake->senders->len; i++)
    {
      const YlSender *sender = &g_array_index (intake->senders, YlSender, i);
      if (file != NULL && strcmp (sender->file, file) != 0)
        continue;
      check_code (sender, places, findings);
      check_year (intake, sender, year, findings);
    }
}
