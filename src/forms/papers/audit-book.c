#include "yanglu/forms/papers/audit-book.h"

#include "papers-private.h"

/* Title, particulars and heads above; three sums and the signatures below. */
#define FORM_ROWS 8u
#define SHEET_ROWS 1048575u

static const YlFormWords words = { "被审计单位", "编制日期", "编制人", "复核人", "审计组长" };

static const char *const names[] = {
  "ordinal", "code",     "severity", "title",    "sheet",    "row",       "cell",
  "seen",    "expected", "more_fen", "less_fen", "late_fen", "other_fen", "gainer",
  "message", "basis",    "repair",   "form",     "index",
};

/* The same for findings of many files. */
static const char *const names_of_files[] = {
  "ordinal", "code",    "severity", "title",    "file",     "sheet",    "row",
  "cell",    "seen",    "expected", "more_fen", "less_fen", "late_fen", "other_fen",
  "gainer",  "message", "basis",    "repair",   "form",     "index",
};

static gboolean
has_other_files (const YlAudit *audit)
{
  for (gsize i = 0; i < yl_findings_get_n (audit->findings); i++)
    {
      const char *file = yl_findings_get (audit->findings, i)->file;
      if (file != NULL && g_strcmp0 (file, audit->file) != 0)
        return TRUE;
    }
  return FALSE;
}

/* The heaviest findings get a form, numbered in their order in 问题清单. */
static void
choose_forms (YlPapers *papers)
{
  const guint n = (guint) yl_findings_get_n (papers->audit->findings);
  const guint asked =
      papers->request->n_forms == 0 ? YL_AUDIT_BOOK_FORMS : papers->request->n_forms;
  papers->n_forms = MIN (MIN (asked, YL_AUDIT_BOOK_MAX_FORMS), n);
  papers->forms = g_new0 (guint, n + 1);
  for (guint i = 0; i < papers->n_forms; i++)
    papers->forms[papers->sums->by_weight[i]] = 1;
  guint number = 0;
  for (guint i = 0; i < n; i++)
    papers->forms[i] = papers->forms[i] == 0 ? 0 : ++number;
}

static void
papers_init (YlPapers *papers, const YlAuditBookRequest *request)
{
  const YlAudit *audit = request->audit;
  const gboolean is_many = has_other_files (audit);
  papers->request = request;
  papers->audit = audit;
  papers->tables = yl_tables_new (papers);
  papers->texts = yl_tables_get_texts (papers->tables);
  papers->sums = yl_paper_sums_new (audit->findings);
  choose_forms (papers);
  for (guint code = 0; code < YL_N_CODES; code++)
    papers->indexes[code] = yl_ranges_keep (
        papers->texts, g_strconcat (YL_INDEX_EVIDENCE "-", yl_code_get_name ((YlCode) code), NULL));
  papers->list = (YlFindingsTable){
    .tables = papers->tables,
    .findings = audit->findings,
    .title = "审计问题清单",
    .names = is_many ? names_of_files : names,
    .n_names = is_many ? G_N_ELEMENTS (names_of_files) : G_N_ELEMENTS (names),
    .n_per_sheet = request->rows_per_sheet != 0 ? request->rows_per_sheet : SHEET_ROWS - FORM_ROWS,
    .folds = TRUE,
    .has_title_apart = TRUE,
    .is_paper = TRUE,
    .index = YL_INDEX_FINDINGS,
    .indexes = papers->indexes,
    .forms = papers->forms,
    .gainers = papers->sums->named,
  };
}

static void
papers_clear (YlPapers *papers)
{
  yl_paper_sums_free (papers->sums);
  g_free (papers->forms);
  yl_tables_free (papers->tables);
}

static void
write_papers (YlPapers *papers)
{
  YlSheet *conclusion = yl_papers_open_conclusion (papers);
  yl_papers_write_sheet (papers);
  papers->list.form = papers->form;
  yl_findings_table_open (&papers->list);
  yl_papers_fill_conclusion (papers, conclusion);
  yl_findings_table_fill (&papers->list);
  yl_papers_write_readings (papers);
  yl_papers_write_coverage (papers);
  yl_papers_write_rules (papers);
  yl_papers_write_evidence (papers);
  yl_papers_write_reconciliation (papers);
  yl_papers_write_paying (papers);
  yl_papers_write_three_tables (papers);
  yl_papers_write_sample (papers);
  yl_papers_write_forms (papers);
}

void
yl_audit_book_write (const YlAuditBookRequest *request, const YlCellSink *sink)
{
  g_return_if_fail (request->audit != NULL);
  YlPapers papers = { 0 };
  papers_init (&papers, request);
  const YlFormHead head = {
    .entity = request->entity != NULL ? request->entity : "",
    .date = request->date,
    .prepared_by = "",
    .reviewed_by = "",
    .head = "",
    .title = "农村公路养护预算审计底稿",
    .is_about_entity = TRUE,
    /* Any fixed day will do where none is given: the clock must not show. */
    .created = request->date.yyyymmdd != 0 ? request->date : yl_date_of_year (2000),
    .words = &words,
  };
  g_autoptr (YlForm) form = yl_form_new (&head, sink);
  papers.form = form;
  write_papers (&papers);
  papers_clear (&papers);
}
