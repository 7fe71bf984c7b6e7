#include "support/make-book.h"

#include "support/assert.h"

void
yl_test_make_book (const YlBudget *budget,
                   const YlFindings *findings,
                   guint32 rows_per_sheet,
                   const char *path)
{
  static const char roads[] = "类别,里程\n县道,1.5\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (roads, sizeof roads - 1);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  const YlInputCopy inputs[] = { { "roads", "里程.csv", bytes, sha256 } };
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
    .choices = choices,
    .n_choices = G_N_ELEMENTS (choices),
    .date = { 20210131 },
    .rows_per_sheet = rows_per_sheet,
  };
  g_autoptr (GError) error = NULL;
  if (!yl_book_write (&request, path, &error))
    fail_msg ("%s", error->message);
}
