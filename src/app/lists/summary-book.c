#include "yanglu/app/lists/summary.h"

#include "yanglu/base/error.h"
#include "yanglu/forms/summary/summary-book.h"
#include "yanglu/io/places/register.h"
#include "yanglu/io/xlsx-writer/writer.h"

static gboolean
check_size (const YlSummaryJob *job, GError **error)
{
  if (job->n_rows <= YL_SUMMARY_BOOK_ROWS)
    return TRUE;
  g_set_error (error, YL_ERROR, YL_ERROR_LIMIT,
               "汇总到乡镇和等级有 %" G_GSIZE_FORMAT
               " 行，汇总工作簿至多写 %u 行，没有写出。请分省、分市汇总，或用 -o 写成 .json。",
               job->n_rows, YL_SUMMARY_BOOK_ROWS);
  return FALSE;
}

/* ---- what stands in two places ---- */

static const char *
find_unit (const YlRollUp *roll_up, const YlCountiesSection *section)
{
  return yl_roll_up_find_unit (roll_up, section->county_code, section->township_code);
}

static void
keep_twice (const YlCountyLists *lists,
            const YlRollUp *roll_up,
            const YlCountiesKept *kept,
            YlArena *arena,
            GArray *rows)
{
  const YlCountiesSection *const sections[] = { &kept->first, &kept->later };
  YlTwiceRow row = { .kind = yl_counties_kind_get_name (kept->kind),
                     .section = yl_arena_take (arena, yl_counties_section_show (&kept->later)),
                     .length_m = kept->length_m,
                     .amount_fen = kept->amount.fen };
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      row.unit[i] = find_unit (roll_up, sections[i]);
      row.place[i] = yl_arena_take (arena, yl_county_lists_show_place (lists, sections[i]));
    }
  g_array_append_val (rows, row);
}

static YlTwice
list_twice (const YlCountyLists *lists, const YlRollUp *roll_up, YlArena *arena)
{
  const YlCountiesPair sum = yl_county_lists_sum (lists);
  GArray *rows = yl_arena_array (arena, sizeof (YlTwiceRow));
  YlTwice twice = { .rows = rows,
                    .n_read = lists->n_rows,
                    .n_compared = lists->n_compared,
                    .n_rest = sum.n_sections - lists->hits->len,
                    .rest_m = sum.length_m,
                    .rest_fen = sum.amount.fen };
  for (guint i = 0; i < lists->hits->len; i++)
    {
      const YlCountiesKept *kept = &g_array_index (lists->hits, YlCountiesKept, i);
      keep_twice (lists, roll_up, kept, arena, rows);
      twice.rest_m -= kept->length_m;
      twice.rest_fen -= kept->amount.fen;
    }
  return twice;
}

/* ---- the whole ---- */

static gboolean
write_book (const YlSummaryJob *job,
            const YlRollUp *roll_up,
            YlDate date,
            const char *path,
            gboolean force,
            GError **error)
{
  g_autoptr (YlArena) arena = yl_arena_new ();
  const YlTwice twice = list_twice (job->lists, roll_up, arena);
  g_autoptr (YlXlsxWriter) writer = yl_xlsx_writer_new (path, force, error);
  if (writer == NULL)
    return FALSE;
  YlSummaryBookRequest request = { .roll_up = roll_up,
                                   .twice = &twice,
                                   .sent = job->sent,
                                   .findings = job->findings,
                                   .year = job->year,
                                   .date = date };
  request.choices = yl_choices_get (job->choices, &request.n_choices);
  yl_summary_book_write (&request, yl_xlsx_writer_get_sink (writer));
  return yl_xlsx_writer_close (writer, error);
}

gboolean
yl_summary_job_write (
    const YlSummaryJob *job, YlDate date, const char *path, gboolean force, GError **error)
{
  g_autoptr (GPtrArray) zones = check_size (job, error) ? yl_register_list_zones (error) : NULL;
  if (zones == NULL)
    return FALSE;
  g_autoptr (YlRollUp) roll_up = yl_roll_up_new (job->rows, job->n_rows, zones, job->places);
  return write_book (job, roll_up, date, path, force, error);
}
