#include "across-work-private.h"

#include "yanglu/app/load.h"
#include "yanglu/audit/lists/rules.h"
#include "yanglu/base/error.h"
#include "yanglu/io/places/register.h"

#include <string.h>

struct _YlAcrossJob
{
  YlAcrossWork work;
};

void
yl_across_job_free (YlAcrossJob *job)
{
  if (job == NULL)
    return;
  YlAcrossWork *work = &job->work;
  g_clear_pointer (&work->pairs, g_array_unref);
  g_clear_pointer (&work->pair_places, g_hash_table_unref);
  g_clear_pointer (&work->sheets, g_ptr_array_unref);
  g_clear_pointer (&work->files, g_ptr_array_unref);
  g_clear_pointer (&work->sections, g_array_unref);
  g_clear_pointer (&work->claims, g_array_unref);
  g_clear_pointer (&work->rates, yl_rates_free);
  g_clear_pointer (&work->findings, yl_findings_free);
  g_clear_pointer (&work->places, yl_places_free);
  g_free (job);
}

/* A sheet beyond the numbers of sheets goes without its name. */
static guint16
number_sheet (YlAcrossWork *work, const char *sheet)
{
  if (strcmp (g_ptr_array_index (work->sheets, work->sheet), sheet) == 0)
    return work->sheet;
  if (sheet[0] == '\0' || work->sheets->len > G_MAXUINT16)
    return 0;
  g_ptr_array_add (work->sheets, g_strdup (sheet));
  return (guint16) (work->sheets->len - 1);
}

static void
take_row (gpointer self, const YlRoadRow *row)
{
  YlAcrossWork *work = self;
  const char *sheet = row->sheet == NULL ? "" : row->sheet;
  work->sheet = number_sheet (work, sheet);
  const guint file = work->files->len - 1;
  const YlRateTable *rates = yl_rates_get (work->rates, row->road.county_code);
  const YlRowContext context = { rates, work->places, NULL };
  const YlRowTexts texts = { g_ptr_array_index (work->files, file), sheet, row->route_code,
                             row->township };
  yl_list_check_row (&context, &row->road, &texts, work->findings);
  const guint32 code_county = yl_across_find_code_county (row, work->places);
  if (code_county != 0)
    yl_across_record_odd (work, row, code_county);
  YlAcrossSection section;
  if (yl_across_section_init (&section, row, rates, work->places, (guint16) file))
    {
      YlAcrossSection claim;
      section.sheet = work->sheet;
      if (yl_across_claim_init (&claim, &section, row, work->places))
        g_array_append_val (work->claims, claim);
      g_array_append_val (work->sections, section);
    }
  work->n_rows++;
}

static gboolean
read_list (YlAcrossWork *work, const char *path, YlProgress progress, GError **error)
{
  g_autoptr (YlInput) input = yl_input_open (path, error);
  if (input == NULL)
    return FALSE;
  g_ptr_array_add (work->files, g_strdup (yl_input_get_name (input)));
  const YlLoadContext context = { .places = work->places,
                                  .findings = work->findings,
                                  .progress = progress };
  YlRoadImportTally tally;
  return yl_load_roads (&context, input, NULL, (YlRoadSink){ take_row, work }, &tally, error);
}

static gboolean
init (YlAcrossWork *work, const YlJobOptions *options, guint n_kept, GError **error)
{
  work->sections = g_array_new (FALSE, FALSE, sizeof (YlAcrossSection));
  work->claims = g_array_new (FALSE, FALSE, sizeof (YlAcrossSection));
  work->files = g_ptr_array_new_with_free_func (g_free);
  work->sheets = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (work->sheets, g_strdup (""));
  work->pair_places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  work->pairs = g_array_sized_new (FALSE, FALSE, sizeof (YlAcrossPair), 1); /* never NULL */
  work->findings = yl_findings_new_counting (n_kept);
  work->places = yl_register_load (error);
  if (work->places == NULL)
    return FALSE;
  work->rates =
      yl_rates_new (options, options->year != 0 ? options->year : options->clock_year, error);
  return work->rates != NULL;
}

static gboolean
is_few_enough (const char *const *paths, GError **error)
{
  if (g_strv_length ((char **) paths) <= YL_ACROSS_MAX_FILES)
    return TRUE;
  g_set_error (error, YL_ERROR, YL_ERROR_USAGE,
               "一次最多比对 %u 份台账；请先合并一部分文件，再一起比对。", YL_ACROSS_MAX_FILES);
  return FALSE;
}

static int
compare (gint64 a, gint64 b)
{
  return a < b ? -1 : a > b;
}

static int
compare_pairs (gconstpointer left, gconstpointer right)
{
  const YlAcrossPair *a = left;
  const YlAcrossPair *b = right;
  int order = compare (a->kind, b->kind);
  if (order == 0)
    order = compare (b->amount.fen, a->amount.fen);
  if (order == 0)
    order = compare (b->length_m, a->length_m);
  if (order == 0)
    order = compare (a->first_county, b->first_county);
  return order != 0 ? order : compare (a->later_county, b->later_county);
}

static void
take_hit (gpointer self, const YlAcrossHit *hit)
{
  yl_across_record_hit (self, YL_ACROSS_SAME_SECTION, hit);
}

static void
take_claim (gpointer self, const YlAcrossHit *hit)
{
  yl_across_record_hit (self, YL_ACROSS_SAME_ORIGIN, hit);
}

static void
take_other_code (gpointer self, const YlAcrossHit *hit)
{
  yl_across_record_hit (self, YL_ACROSS_OTHER_CODE, hit);
}

static gboolean
compare_lists (YlAcrossWork *work, GError **error)
{
  work->n_compared = work->sections->len;
  yl_across_scan (work->sections, take_hit, work);
  yl_across_scan_claims (work->sections, work->claims, take_claim, work);
  yl_across_scan_codes (work->sections, take_other_code, work);
  g_clear_pointer (&work->sections, g_array_unref);
  g_array_sort (work->pairs, compare_pairs);
  yl_findings_sort (work->findings);
  if (!work->is_too_large)
    return TRUE;
  g_set_error (error, YL_ERROR, YL_ERROR_OVERFLOW,
               "重复计入的金额合计超出程序能够表示的范围，请检查里程和标准的单位是否写错");
  return FALSE;
}

YlAcrossJob *
yl_across_job_run (const char *const *paths,
                   const YlJobOptions *options,
                   guint n_kept,
                   YlProgress progress,
                   GError **error)
{
  g_autoptr (YlAcrossJob) job = g_new0 (YlAcrossJob, 1);
  YlAcrossWork *work = &job->work;
  if (!is_few_enough (paths, error) || !init (work, options, n_kept, error))
    return NULL;
  for (gsize i = 0; paths[i] != NULL; i++)
    if (!read_list (work, paths[i], progress, error))
      return NULL;
  if (!compare_lists (work, error))
    return NULL;
  g_ptr_array_add (work->files, NULL);
  return g_steal_pointer (&job);
}

const char *const *
yl_across_job_get_files (const YlAcrossJob *job)
{
  return (const char *const *) job->work.files->pdata;
}

const YlFindings *
yl_across_job_get_findings (const YlAcrossJob *job)
{
  return job->work.findings;
}

const YlAcrossPair *
yl_across_job_get_pairs (const YlAcrossJob *job, gsize *out_n)
{
  *out_n = job->work.pairs->len;
  return (const YlAcrossPair *) (gconstpointer) job->work.pairs->data;
}

YlVerdict
yl_across_job_get_verdict (const YlAcrossJob *job)
{
  const YlFindings *findings = job->work.findings;
  if (job->work.n_rows == 0)
    return YL_VERDICT_UNREADABLE;
  return yl_findings_get_n_of_severity (findings, YL_SEVERITY_ERROR)
                     + yl_findings_get_n_of_severity (findings, YL_SEVERITY_WARNING)
                 > 0
             ? YL_VERDICT_DIFFERS
             : YL_VERDICT_HOLDS;
}

guint64
yl_across_job_get_n_rows (const YlAcrossJob *job, guint64 *out_n_compared)
{
  *out_n_compared = job->work.n_compared;
  return job->work.n_rows;
}

char *
yl_across_job_show_county (const YlAcrossJob *job, guint32 county_code)
{
  return yl_across_show_county (job->work.places, county_code);
}
