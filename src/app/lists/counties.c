#include "yanglu/app/lists/counties.h"

#include "yanglu/app/load.h"
#include "yanglu/app/words.h"
#include "yanglu/app/lists/rates.h"
#include "yanglu/base/error.h"
#include "yanglu/forms/papers/audit-book.h"
#include "yanglu/io/places/register.h"
#include "yanglu/io/xlsx-writer/writer.h"

typedef struct
{
  YlCountyLists *lists;
  const YlWords *words;
  YlRates *rates;
} Reading;

static void
take_row (gpointer self, const YlRoadRow *row)
{
  const Reading *reading = self;
  yl_county_lists_take (reading->lists, row, yl_rates_get (reading->rates, row->road.county_code));
}

static gboolean
read_list (Reading *reading, const char *path, guint year, YlProgress progress, GError **error)
{
  g_autoptr (YlInput) input = yl_input_open (path, error);
  if (input == NULL)
    return FALSE;
  yl_county_lists_begin (reading->lists, yl_input_get_name (input));
  const YlLoadContext context = { .words = reading->words,
                                  .places = reading->lists->places,
                                  .year = year,
                                  .findings = reading->lists->findings,
                                  .progress = progress };
  YlRoadImportTally tally;
  return yl_load_roads (&context, input, NULL, (YlRoadSink){ take_row, reading }, &tally, error);
}

static gboolean
is_few_enough (const char *const *paths, GError **error)
{
  if (g_strv_length ((char **) paths) <= YL_COUNTIES_MAX_FILES)
    return TRUE;
  g_set_error (error, YL_ERROR, YL_ERROR_USAGE,
               "一次最多比对 %u 份台账；请先合并一部分文件，再一起比对。", YL_COUNTIES_MAX_FILES);
  return FALSE;
}

YlCountyLists *
yl_counties_job_run (const char *const *paths,
                     const YlJobOptions *options,
                     guint n_kept,
                     YlProgress progress,
                     GError **error)
{
  g_autoptr (YlWords) words =
      is_few_enough (paths, error) ? yl_job_words_open (options, NULL, NULL, NULL, error) : NULL;
  YlPlaces *places = words == NULL ? NULL : yl_register_load (error);
  if (places == NULL)
    return NULL;
  g_autoptr (YlCountyLists) lists = yl_county_lists_new (places, n_kept);
  g_autoptr (YlRates) rates =
      yl_rates_new (options, options->year != 0 ? options->year : options->clock_year, error);
  if (rates == NULL)
    return NULL;
  Reading reading = { lists, words, rates };
  for (gsize i = 0; paths[i] != NULL; i++)
    if (!read_list (&reading, paths[i], options->year, progress, error))
      return NULL;
  return yl_county_lists_compare (lists, error) ? g_steal_pointer (&lists) : NULL;
}

gboolean
yl_counties_job_write (
    const YlCountyLists *lists, YlDate date, const char *path, gboolean force, GError **error)
{
  g_autoptr (YlAudit) audit = yl_county_lists_to_audit (lists);
  g_autoptr (YlXlsxWriter) writer = yl_xlsx_writer_new (path, force, error);
  if (writer == NULL)
    return FALSE;
  const YlAuditBookRequest request = { .audit = audit,
                                       .project = "农村公路里程台账比对",
                                       .date = date };
  yl_audit_book_write (&request, yl_xlsx_writer_get_sink (writer));
  return yl_xlsx_writer_close (writer, error);
}
