#include "yanglu/app/budget/new.h"

#include "yanglu/app/asked-places.h"
#include "yanglu/app/budget/entity.h"
#include "yanglu/app/budget/prefill.h"
#include "yanglu/base/error.h"
#include "yanglu/calc/price.h"
#include "yanglu/domain/place-code.h"
#include "yanglu/forms/entry/entry-book.h"
#include "yanglu/io/file-name.h"
#include "yanglu/io/output.h"
#include "yanglu/io/places/register.h"
#include "yanglu/io/policy/policies.h"
#include "yanglu/io/rules/rules.h"
#include "yanglu/io/xlsx-writer/writer.h"

void
yl_new_job_free (YlNewJob *job)
{
  if (job == NULL)
    return;
  g_clear_pointer (&job->paths, g_ptr_array_unref);
  g_clear_pointer (&job->n_rows, g_array_unref);
  g_clear_pointer (&job->from, yl_list_job_free);
  g_clear_pointer (&job->choices, yl_arena_free_record);
  g_free (job->unplaced);
  g_free (job);
}

/* ---- for whom ---- */

static GPtrArray *
list_all (const YlEntity *entity, const YlPlaces *places, GError **error)
{
  g_autoptr (GPtrArray) townships = g_ptr_array_new ();
  gsize n = 0;
  const guint32 county = (guint32) g_ascii_strtoull (yl_entity_get_code (entity), NULL, 10);
  const YlTownship *own = yl_places_get_townships (places, yl_places_renew (places, county), &n);
  for (gsize i = 0; entity->n_townships == 0 && i < n; i++)
    if (yl_entity_has_township (entity, own[i].code))
      g_ptr_array_add (townships, (gpointer) &own[i]);
  for (guint i = 0; i < entity->n_townships; i++)
    {
      const YlTownship *township = yl_places_find_township (places, entity->townships[i]);
      if (township != NULL)
        g_ptr_array_add (townships, (gpointer) township);
    }
  if (townships->len > 0)
    return g_steal_pointer (&townships);
  g_set_error (error, YL_ERROR, YL_ERROR_USAGE, "名录中没有%s的乡镇（街道），不能分乡镇生成。",
               yl_entity_get_shown_name (entity));
  return NULL;
}

/* ---- writing ---- */

/* What all files of a run have in common. */
typedef struct
{
  const YlNewRequest *request;
  const YlPlaces *places;
  const YlEntity *entity;
  YlRateTable rates;
  gboolean has_rates;
  gint64 longest_m;
  gint64 longest_route_m;
  YlNewJob *job;
  const YlPrefill *prefill; /* (nullable) */
  char *told[3];            /* of what was filled in */
} Making;

/* ---- what is filled in ---- */

/** Which rows a file gets. */
typedef enum
{
  ROWS_ALL,
  ROWS_OF_TOWNSHIP,
  ROWS_OF_NONE,
} RowChoice;

/* A form of its own is made for each township of @townships (nullable). */
static gboolean
is_wanted (RowChoice choice, guint32 code, const YlTownship *township, const GPtrArray *townships)
{
  if (choice == ROWS_ALL)
    return TRUE;
  if (choice == ROWS_OF_TOWNSHIP)
    return code == township->code;
  for (guint i = 0; i < townships->len; i++)
    if (((const YlTownship *) g_ptr_array_index (townships, i))->code == code)
      return FALSE;
  return TRUE;
}

/* (transfer full): the rows of the prefill that are wanted, borrowed. */
static GPtrArray *
choose_rows (const Making *making,
             RowChoice choice,
             const YlTownship *township,
             const GPtrArray *townships)
{
  GPtrArray *rows = g_ptr_array_new ();
  for (guint i = 0; making->prefill != NULL && i < making->prefill->rows->len; i++)
    if (is_wanted (choice, g_array_index (making->prefill->townships, guint32, i), township,
                   townships))
      g_ptr_array_add (rows, g_ptr_array_index (making->prefill->rows, i));
  return rows;
}

static YlEntryRows
make_filled (const YlPrefill *prefill, const GPtrArray *rows)
{
  return (YlEntryRows){ .sheet = YL_LIST_ROADS,
                        .names = (const char *const *) (gpointer) prefill->names->pdata,
                        .heads = (const char *const *) (gpointer) prefill->heads->pdata,
                        .n_columns = prefill->names->len,
                        .rows = (const char *const *const *) (gpointer) rows->pdata,
                        .n_rows = rows->len };
}

static void
tell_filled (Making *making, guint n)
{
  const YlPrefill *prefill = making->prefill;
  if (prefill == NULL)
    return;
  g_autofree char *file = yl_file_name_show_base (making->request->from);
  g_free (making->told[0]);
  g_free (making->told[1]);
  making->told[0] = g_strdup_printf (
      "“" YL_LIST_ROADS "”已预填 %u "
      "行，来自“%s”：编码、名称、等级、乡镇、桩号、里程和标记照该文件填列，上年路线编"
      "码、上年桩号取它的编码和桩号；请逐行核对，有变动的改写，撤销的清空，新增的补在后面。",
      n, file);
  making->told[1] = g_strdup (
      "列养、补助养护里程、评定等级、最近大中修年度每年重新核实，没有预填：变黄的格都要填写。");
}

/* Where no policy holds the form says kilometres alone. */
static gboolean
begin (Making *making, GError **error)
{
  const guint year = making->request->options.year;
  g_autofree char *area = yl_entity_get_area (making->entity);
  g_autoptr (YlPolicy) chosen = yl_policies_choose (area, yl_date_of_year (year), NULL);
  g_autoptr (YlRuleSet) rules = yl_rules_open (making->request->options.rules, error);
  if (rules == NULL)
    return FALSE;
  if (yl_rule_set_get (rules, YL_C03)->is_enabled)
    {
      making->longest_m = yl_rule_set_get_limit (rules, YL_C03, YL_LIMIT_SECTION);
      making->longest_route_m = yl_rule_set_get_limit (rules, YL_C03, YL_LIMIT_ROUTE);
    }
  making->has_rates = chosen != NULL;
  if (chosen == NULL)
    return TRUE;
  g_autoptr (YlPolicy) policy = yl_policy_for_year (chosen, year);
  yl_rate_table_init (&making->rates, policy);
  return TRUE;
}

/* @rows: (transfer full) */
static gboolean
write_book (
    Making *making, const YlTownship *township, GPtrArray *rows, const char *path, GError **error)
{
  g_autoptr (GPtrArray) owned = rows;
  g_autoptr (YlXlsxWriter) writer = yl_xlsx_writer_new_entry (path, making->request->force, error);
  if (writer == NULL)
    return FALSE;
  tell_filled (making, owned->len);
  const YlPrefill *prefill = making->prefill;
  const YlEntryRows filled = prefill == NULL ? (YlEntryRows){ 0 } : make_filled (prefill, owned);
  const YlEntryRequest request = { .entity = making->entity,
                                   .year = making->request->options.year,
                                   .places = making->places,
                                   .rates = making->has_rates ? &making->rates : NULL,
                                   .longest_m = making->longest_m,
                                   .longest_route_m = making->longest_route_m,
                                   .township = township,
                                   .told = (const char *const *) (gpointer) making->told,
                                   .is_to_confirm = prefill != NULL,
                                   .filled = &filled,
                                   .n_filled = owned->len == 0 ? 0 : 1 };
  yl_entry_book_write (&request, yl_xlsx_writer_get_sink (writer));
  if (!yl_xlsx_writer_close (writer, error))
    return FALSE;
  g_array_append_val (making->job->n_rows, owned->len);
  making->job->n_filled += owned->len;
  return TRUE;
}

/* (transfer full): "371502001-新区街道.xlsx" in @folder */
static char *
name_file (const char *folder, const YlTownship *township)
{
  g_autofree char *name = g_strdup_printf ("%u-%s.xlsx", township->code, township->name);
  return g_build_filename (folder, name, NULL);
}

/* Rows of no township that the forms are for: where the first of them stood. */
static void
note_unplaced (Making *making, const GPtrArray *townships)
{
  const YlPrefill *prefill = making->prefill;
  g_autoptr (GString) places = g_string_new (NULL);
  for (guint i = 0; prefill != NULL && i < prefill->rows->len; i++)
    {
      if (!is_wanted (ROWS_OF_NONE, g_array_index (prefill->townships, guint32, i), NULL,
                      townships))
        continue;
      if (making->job->n_unplaced++ < 5)
        g_string_append_printf (places, "%s%s", places->len == 0 ? "" : "、",
                                (const char *) g_ptr_array_index (prefill->places, i));
    }
  making->job->unplaced = g_strdup (places->str);
}

static void
name_files (const Making *making, const GPtrArray *townships)
{
  const YlNewRequest *request = making->request;
  GPtrArray *paths = making->job->paths;
  for (guint i = 0; i < townships->len; i++)
    g_ptr_array_add (paths, request->path != NULL
                                ? g_strdup (request->path)
                                : name_file (request->folder, g_ptr_array_index (townships, i)));
  if (making->job->n_unplaced > 0 && request->folder != NULL && request->townships == NULL)
    g_ptr_array_add (paths, g_build_filename (request->folder, YL_NEW_UNPLACED_FILE, NULL));
}

static gboolean
write_forms (Making *making, const GPtrArray *townships, GError **error)
{
  const YlNewRequest *request = making->request;
  GPtrArray *paths = making->job->paths;
  note_unplaced (making, townships);
  name_files (making, townships);
  if ((!request->force && !yl_output_refuse_existing (paths, error))
      || (request->folder != NULL && !yl_output_make_folder (request->folder, error)))
    return FALSE;
  for (guint i = 0; i < paths->len; i++)
    {
      const YlTownship *township = i < townships->len ? g_ptr_array_index (townships, i) : NULL;
      GPtrArray *rows = choose_rows (making, township == NULL ? ROWS_OF_NONE : ROWS_OF_TOWNSHIP,
                                     township, townships);
      if (write_book (making, township, rows, g_ptr_array_index (paths, i), error))
        continue;
      yl_output_prefix_written (paths, i, error);
      return FALSE;
    }
  return TRUE;
}

/* All of the entity's, or those of them that are asked for. */
static GPtrArray *
list_wanted (const Making *making, GError **error)
{
  const char *asked = making->request->townships;
  g_autoptr (GPtrArray) own = list_all (making->entity, making->places, error);
  if (own == NULL || asked == NULL)
    return g_steal_pointer (&own);
  return yl_asked_townships_find ("township", asked, own, yl_entity_get_shown_name (making->entity),
                                  making->job->choices, error);
}

static gboolean
write_all (Making *making, GError **error)
{
  const YlNewRequest *request = making->request;
  if (request->townships == NULL && request->folder == NULL)
    {
      g_ptr_array_add (making->job->paths, g_strdup (request->path));
      return write_book (making, NULL, choose_rows (making, ROWS_ALL, NULL, NULL), request->path,
                         error);
    }
  g_autoptr (GPtrArray) townships = list_wanted (making, error);
  if (townships == NULL)
    return FALSE;
  if (request->path != NULL && townships->len > 1)
    {
      g_set_error (error, YL_ERROR, YL_ERROR_USAGE,
                   "一个文件只给一个乡镇；%u 个乡镇请用 --each-township 文件夹。", townships->len);
      return FALSE;
    }
  return write_forms (making, townships, error);
}

/* A township says its county, by its code or where no other is called so. */
static gboolean
ask_county (YlNewRequest *request, char county[7], GError **error)
{
  const YlJobOptions *options = &request->options;
  if (request->townships == NULL || options->county != NULL || options->entity != NULL
      || options->townships != NULL || request->from != NULL)
    return TRUE;
  g_autofree char *codes = yl_asked_townships_read ("township", request->townships, error);
  if (codes == NULL)
    return FALSE;
  guint n_digits = 0;
  while (g_ascii_isdigit (codes[n_digits]))
    n_digits++;
  if (n_digits != 9)
    return TRUE;
  g_strlcpy (county, codes, 7);
  request->options.county = county;
  return TRUE;
}

/* Read as `check` reads it. */
static gboolean
read_from (YlNewRequest *asked, YlNewJob *job, GError **error)
{
  if (asked->from == NULL)
    return TRUE;
  YlJobOptions options = asked->options;
  options.roads = asked->from;
  options.makes_no_book = TRUE;
  job->from = yl_list_job_run (&options, NULL, error);
  if (job->from == NULL)
    return FALSE;
  yl_list_job_settle (job->from, 0);
  return TRUE;
}

/* The place that is asked for, else that of the list. */
static YlEntity *
choose_entity (const YlNewRequest *asked, YlNewJob *job, const YlPlaces *places, GError **error)
{
  const YlJobOptions *options = &asked->options;
  const gboolean is_asked =
      options->county != NULL || options->entity != NULL || options->townships != NULL;
  if (!is_asked && job->from != NULL && job->from->entity->name != NULL)
    return yl_entity_ref (job->from->entity);
  return yl_entity_choose_asked (options, places, job->from == NULL ? job->choices : NULL, error);
}

static gboolean
make (YlNewRequest *asked, YlNewJob *job, const YlPlaces *places, GError **error)
{
  g_autoptr (YlEntity) entity = choose_entity (asked, job, places, error);
  if (entity == NULL)
    return FALSE;
  g_autoptr (YlPrefill) prefill = job->from == NULL ? NULL : yl_prefill_make (job->from);
  Making making = {
    .request = asked, .places = places, .entity = entity, .job = job, .prefill = prefill
  };
  job->n_not_understood = prefill == NULL ? 0 : prefill->n_not_understood;
  const gboolean is_made = begin (&making, error) && write_all (&making, error);
  g_free (making.told[0]);
  g_free (making.told[1]);
  return is_made;
}

YlNewJob *
yl_new_job_run (const YlNewRequest *request, GError **error)
{
  char county[7] = "";
  YlNewRequest asked = *request;
  if (!ask_county (&asked, county, error))
    return NULL;
  if (asked.options.year == 0)
    asked.options.year = asked.options.clock_year;
  g_autoptr (YlNewJob) job = g_new0 (YlNewJob, 1);
  job->paths = g_ptr_array_new_with_free_func (g_free);
  job->n_rows = g_array_new (FALSE, FALSE, sizeof (guint));
  job->choices = yl_choices_new ();
  g_autoptr (YlPlaces) places = yl_register_load (error);
  if (places == NULL || !read_from (&asked, job, error) || !make (&asked, job, places, error))
    return NULL;
  return g_steal_pointer (&job);
}
