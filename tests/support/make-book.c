#include "support/make-book.h"

#include "support/assert.h"

/* The same request for the file and for its plan. */
static gboolean
with_request (const YlBudget *budget,
              const YlFindings *findings,
              guint32 rows_per_sheet,
              gboolean (*use) (const YlBookRequest *request, gpointer data, GError **error),
              gpointer data,
              GError **error)
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
  return use (&request, data, error);
}

static gboolean
write_book (const YlBookRequest *request, gpointer path, GError **error)
{
  return yl_book_write (request, path, error);
}

void
yl_test_make_book (const YlBudget *budget,
                   const YlFindings *findings,
                   guint32 rows_per_sheet,
                   const char *path)
{
  g_autoptr (GError) error = NULL;
  if (!with_request (budget, findings, rows_per_sheet, write_book, (gpointer) path, &error))
    fail_msg ("%s", error->message);
}

typedef struct
{
  YlTextPool *texts;
  YlPlannedBook *plan;
} Planning;

static gboolean
plan_book (const YlBookRequest *request, gpointer data, GError **error)
{
  (void) error;
  Planning *planning = data;
  planning->plan = yl_book_plan (request, "预算.xlsx", planning->texts);
  return TRUE;
}

YlPlannedBook *
yl_test_plan_book (const YlBudget *budget,
                   const YlFindings *findings,
                   guint32 rows_per_sheet,
                   YlTextPool *texts)
{
  Planning planning = { texts, NULL };
  with_request (budget, findings, rows_per_sheet, plan_book, &planning, NULL);
  return planning.plan;
}
