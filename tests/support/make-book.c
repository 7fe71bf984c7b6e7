#include "support/make-book.h"

#include "yanglu/forms/plan.h"
#include "yanglu/io/copy/copy.h"
#include "yanglu/io/xlsx-writer/writer.h"

#include "support/assert.h"

void
yl_test_write_book (const YlBudget *budget,
                    const YlFindings *findings,
                    guint32 rows_per_sheet,
                    const YlCellSink *sink)
{
  static const char roads[] = "类别,里程\n县道,1.5\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (roads, sizeof roads - 1);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  const YlInputCopy inputs[] = { { "roads", "里程.csv", bytes, sha256 } };
  g_autofree char *fingerprint = yl_copy_make_fingerprint (inputs, G_N_ELEMENTS (inputs));
  const YlChoice choices[] = {
    { "县", "东昌府区（371502）", "路线编码中最多的县级代码" },
    { "年度", "2021", "单位信息" },
  };
  g_autoptr (YlFindings) none = yl_findings_new ();
  const YlBookRequest request = {
    .budget = budget,
    .findings = findings != NULL ? findings : none,
    .inputs = inputs,
    .n_inputs = G_N_ELEMENTS (inputs),
    .fingerprint = fingerprint,
    .choices = choices,
    .n_choices = G_N_ELEMENTS (choices),
    .date = { 20210131 },
    .rows_per_sheet = rows_per_sheet,
  };
  g_autoptr (YlForm) form = yl_book_write (&request, sink);
  yl_copy_add_sheet (form, inputs, G_N_ELEMENTS (inputs));
}

void
yl_test_make_book (const YlBudget *budget,
                   const YlFindings *findings,
                   guint32 rows_per_sheet,
                   const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YlXlsxWriter) writer = yl_xlsx_writer_new (path, TRUE, &error);
  if (writer != NULL)
    yl_test_write_book (budget, findings, rows_per_sheet, yl_xlsx_writer_get_sink (writer));
  if (writer == NULL || !yl_xlsx_writer_close (writer, &error))
    fail_msg ("%s", error->message);
}

YlPlannedBook *
yl_test_plan_book (const YlBudget *budget,
                   const YlFindings *findings,
                   guint32 rows_per_sheet,
                   YlTextPool *texts)
{
  YlPlannedBook *plan = yl_planned_book_new ("预算.xlsx", texts);
  const YlCellSink sink = yl_plan_get_sink (plan);
  yl_test_write_book (budget, findings, rows_per_sheet, &sink);
  return plan;
}
