#include "yanglu/app/record/desk.h"

#include "yanglu/base/error.h"

#include <string.h>

/* So many rows that were touched are remembered. */
#define MAX_TOUCHED 100000u

typedef struct
{
  gint64 revision;
  YlTouchedRow row; /* its id is the desk's own, its sheet's name the record's */
} Touched;

struct _YlDesk
{
  YlRecord *record;
  gint64 revision;
  YlRecordRows *rows; /* (nullable): at some revision */
  YlRecordJob *job;   /* (nullable): figures.budget and its like are its own */
  char *trouble;
  YlDeskFigures figures;
  guint *orders[YL_N_DESK_ORDERS];
  gint64 due_us;    /* not before this are figures made again */
  gboolean is_made; /* they were, once */
  GArray *touched;  /* of Touched, the oldest first */
  gint64 known_since;
};

static void
clear_touched (gpointer data)
{
  g_free ((char *) ((Touched *) data)->row.id);
}

YlDesk *
yl_desk_open (const char *path, GError **error)
{
  g_autoptr (YlDesk) desk = g_new0 (YlDesk, 1);
  desk->touched = g_array_new (FALSE, FALSE, sizeof (Touched));
  g_array_set_clear_func (desk->touched, clear_touched);
  desk->record = yl_record_open (path, YL_RECORD_WRITE, error);
  desk->revision = desk->record == NULL ? -1 : yl_record_get_revision (desk->record, error);
  if (desk->revision < 0)
    return NULL;
  desk->known_since = desk->revision;
  return g_steal_pointer (&desk);
}

static void
forget_figures (YlDesk *desk)
{
  for (guint i = 0; i < YL_N_DESK_ORDERS; i++)
    g_clear_pointer (&desk->orders[i], g_free);
  g_clear_pointer (&desk->job, yl_record_job_free);
  g_clear_pointer (&desk->trouble, g_free);
  desk->figures = (YlDeskFigures){ .revision = 0 };
}

void
yl_desk_free (YlDesk *desk)
{
  if (desk == NULL)
    return;
  forget_figures (desk);
  g_clear_pointer (&desk->rows, yl_record_rows_unref);
  g_clear_pointer (&desk->record, yl_record_free);
  g_array_unref (desk->touched);
  g_free (desk);
}

YlRecord *
yl_desk_get_record (const YlDesk *desk)
{
  return desk->record;
}

gint64
yl_desk_get_revision (const YlDesk *desk)
{
  return desk->revision;
}

/* Steps. */

static void
forget_oldest (YlDesk *desk)
{
  if (desk->touched->len <= MAX_TOUCHED)
    return;
  const guint n = desk->touched->len - MAX_TOUCHED;
  desk->known_since = g_array_index (desk->touched, Touched, n - 1).revision;
  g_array_remove_range (desk->touched, 0, n);
}

static YlStepAnswer *
take_answer (YlDesk *desk, YlStepAnswer *answer)
{
  if (answer == NULL || answer->is_repeated || answer->conflicts->len > 0)
    return answer;
  desk->revision = answer->revision;
  for (guint i = 0; i < answer->touched->len; i++)
    {
      const YlTouchedRow *row = &g_array_index (answer->touched, YlTouchedRow, i);
      const YlRecordSheet *sheet = yl_record_find_sheet (desk->record, row->sheet);
      const Touched touched = { answer->revision,
                                { sheet->name, g_strdup (row->id), row->is_dropped } };
      g_array_append_val (desk->touched, touched);
    }
  forget_oldest (desk);
  return answer;
}

YlStepAnswer *
yl_desk_apply (YlDesk *desk, const YlRecordStep *step, GError **error)
{
  return take_answer (desk, yl_record_apply (desk->record, step, error));
}

YlStepAnswer *
yl_desk_undo (YlDesk *desk, gint64 seq, const YlRecordStep *as, GError **error)
{
  return take_answer (desk, yl_record_undo (desk->record, seq, as, error));
}

/* The first row that was touched after revision @since. */
static guint
find_touched (const YlDesk *desk, gint64 since)
{
  guint first = desk->touched->len;
  while (first > 0 && g_array_index (desk->touched, Touched, first - 1).revision > since)
    first--;
  return first;
}

gboolean
yl_desk_each_dropped (const YlDesk *desk,
                      gint64 since,
                      void (*take) (gpointer self, const char *sheet, const char *id),
                      gpointer self)
{
  if (since < desk->known_since || since > desk->revision)
    return FALSE;
  for (guint i = find_touched (desk, since); i < desk->touched->len; i++)
    {
      const YlTouchedRow *row = &g_array_index (desk->touched, Touched, i).row;
      if (row->is_dropped)
        take (self, row->sheet, row->id);
    }
  return TRUE;
}

/* (transfer full): @rows, of a revision before, as they stand now. */
static YlRecordRows *
follow (const YlDesk *desk, YlRecordRows *rows, GError **error)
{
  const gint64 since = yl_record_rows_get_revision (rows);
  if (since < desk->known_since)
    return yl_record_rows_load (desk->record, error);
  g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (YlTouchedRow));
  for (guint i = find_touched (desk, since); i < desk->touched->len; i++)
    g_array_append_val (touched, g_array_index (desk->touched, Touched, i).row);
  return yl_record_rows_follow (rows, desk->record, (const YlTouchedRow *) (gpointer) touched->data,
                                touched->len, error);
}

const YlRecordRows *
yl_desk_get_rows (YlDesk *desk, GError **error)
{
  if (desk->rows != NULL && yl_record_rows_get_revision (desk->rows) == desk->revision)
    return desk->rows;
  YlRecordRows *rows = desk->rows == NULL ? yl_record_rows_load (desk->record, error)
                                          : follow (desk, desk->rows, error);
  if (rows == NULL)
    return NULL;
  g_clear_pointer (&desk->rows, yl_record_rows_unref);
  desk->rows = rows;
  return rows;
}

/* Figures. */

/* Where a finding stands: the sheet's number, then the row; what is of neither stands behind all. */
static void
find_place (const YlFinding *finding, guint *out_sheet, gint64 *out_row)
{
  guint n = 0;
  const YlRecordForm *forms = yl_record_forms_get (&n);
  const YlRecordForm *form = finding->sheet == NULL ? NULL : yl_record_form_find (finding->sheet);
  *out_sheet = form == NULL ? n : (guint) (form - forms);
  *out_row = finding->row == 0 ? G_MAXINT64 : finding->row;
}

static int
compare_indices (guint a, guint b)
{
  return a < b ? -1 : a > b;
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer findings)
{
  const guint left = *(const guint *) a;
  const guint right = *(const guint *) b;
  guint sheets[2];
  gint64 rows[2];
  find_place (yl_findings_get (findings, left), &sheets[0], &rows[0]);
  find_place (yl_findings_get (findings, right), &sheets[1], &rows[1]);
  if (sheets[0] != sheets[1])
    return sheets[0] < sheets[1] ? -1 : 1;
  if (rows[0] != rows[1])
    return rows[0] < rows[1] ? -1 : 1;
  return compare_indices (left, right);
}

static gint64
weigh (const YlFinding *finding)
{
  if (!finding->is_priced)
    return -1;
  return finding->at_stake.fen < 0 ? -finding->at_stake.fen : finding->at_stake.fen;
}

static int
compare_money (gconstpointer a, gconstpointer b, gpointer findings)
{
  const guint left = *(const guint *) a;
  const guint right = *(const guint *) b;
  const gint64 more = weigh (yl_findings_get (findings, left));
  const gint64 less = weigh (yl_findings_get (findings, right));
  return more != less ? (more > less ? -1 : 1) : compare_indices (left, right);
}

static guint *
make_order (YlFindings *findings, GCompareDataFunc compare)
{
  const gsize n = yl_findings_get_n (findings);
  guint *order = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (gint) n, sizeof *order, compare, findings);
  return order;
}

static void
make_figures (YlDesk *desk)
{
  g_autoptr (GError) trouble = NULL;
  forget_figures (desk);
  desk->job = yl_desk_get_rows (desk, &trouble) == NULL
                  ? NULL
                  : yl_record_job_run_on (desk->record, desk->rows, &trouble);
  desk->figures.revision = desk->revision;
  if (desk->job == NULL)
    {
      desk->trouble = g_strdup (trouble->message);
      desk->figures.trouble = desk->trouble;
      return;
    }
  YlFindings *findings = desk->job->budget->list->findings;
  desk->orders[YL_DESK_BY_PLACE] = make_order (findings, compare_places);
  desk->orders[YL_DESK_BY_MONEY] = make_order (findings, compare_money);
  desk->figures.budget = desk->job->budget->budget;
  desk->figures.findings = findings;
  desk->figures.rows = desk->job->rows;
  desk->figures.words = desk->job->budget->list->words;
  for (guint i = 0; i < YL_N_DESK_ORDERS; i++)
    desk->figures.orders[i] = desk->orders[i];
}

/* Where making takes long, it is done no more than half of the time. */
const YlDeskFigures *
yl_desk_get_figures (YlDesk *desk)
{
  const gint64 start_us = g_get_monotonic_time ();
  const gboolean is_old = !desk->is_made || desk->figures.revision != desk->revision;
  if (is_old && start_us >= desk->due_us)
    {
      make_figures (desk);
      const gint64 end_us = g_get_monotonic_time ();
      desk->is_made = TRUE;
      desk->due_us = MAX (start_us + YL_DESK_PAUSE_US, end_us + (end_us - start_us));
    }
  return &desk->figures;
}
