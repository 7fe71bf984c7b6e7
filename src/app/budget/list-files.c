#include "yanglu/app/budget/list-files.h"

#include "yanglu/app/budget/entity.h"
#include "yanglu/app/load.h"
#include "yanglu/base/error.h"
#include "yanglu/io/file-form.h"

#include <string.h>

GPtrArray *
yl_list_files_open (const YlJobOptions *options, GError **error)
{
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func ((GDestroyNotify) yl_input_free);
  const guint n = yl_job_options_count_lists (options);
  for (guint i = 0; i < n; i++)
    {
      YlInput *input = yl_job_options_open_list (options, i, error);
      if (input == NULL)
        return NULL;
      g_ptr_array_add (lists, input);
    }
  return g_steal_pointer (&lists);
}

guint
yl_list_files_choose_year (const YlJobOptions *options, guint entered)
{
  return options->year != 0 ? options->year : entered != 0 ? entered : options->clock_year;
}

/* What the 单位信息 of one file says. */
typedef struct
{
  const char *file;
  guint32 county;
  guint year;
} Said;

static gboolean
read_said (const YlListJob *job,
           const YlInput *input,
           const YlJobOptions *options,
           YlProgress progress,
           Said *out_said,
           GError **error)
{
  g_autoptr (YlFindings) untold = yl_findings_new_counting (0);
  g_autoptr (YlEntry) unit = yl_entry_new ();
  const YlLoadContext context = {
    .words = job->words, .places = job->places, .findings = untold, .progress = progress
  };
  if (!yl_load_entry (&context, input, YL_ENTRY_ALL, unit, error))
    return FALSE;
  const char *name = options->county == NULL ? unit->unit.entity : "";
  out_said->file = yl_input_get_name (input);
  out_said->county = yl_entity_find_asked_county (options, name, job->places);
  out_said->year = unit->unit.year;
  return TRUE;
}

gboolean
yl_list_files_refuse_years (const YlListYear *one,
                            const YlListYear *other,
                            const char *from,
                            GError **error)
{
  g_set_error (error, YL_ERROR, YL_ERROR_INVALID,
               "“%s”的%s写的是%u年，“%s”的是%u年：一起编制的台账要是同一年度的，"
               "请改正，或用 --year 指明年度。",
               one->file, from, one->year, other->file, other->year);
  return FALSE;
}

static gboolean
refuse_counties (const YlListJob *job, const Said *one, const Said *other, GError **error)
{
  const YlCounty *first = yl_places_find_county (job->places, one->county);
  const YlCounty *second = yl_places_find_county (job->places, other->county);
  g_set_error (error, YL_ERROR, YL_ERROR_INVALID,
               "“%s”的编制单位属于%s，“%s”的属于%s：一起编制的台账要是同一个县的，请分开编制，"
               "或用 --county 指明县。",
               one->file, first->name, other->file, second->name);
  return FALSE;
}

/* Adds what one more file says to what those before it said. */
static gboolean
join_said (const YlListJob *job,
           const YlJobOptions *options,
           Said *year,
           Said *county,
           const Said *said,
           GError **error)
{
  if (options->year == 0 && year->year != 0 && said->year != 0 && year->year != said->year)
    return yl_list_files_refuse_years (&(YlListYear){ year->file, year->year },
                                       &(YlListYear){ said->file, said->year }, YL_SHEET_UNIT,
                                       error);
  if (options->county == NULL && county->county != 0 && said->county != 0
      && county->county != said->county)
    return refuse_counties (job, county, said, error);
  if (year->year == 0)
    *year = *said;
  if (county->county == 0)
    *county = *said;
  return TRUE;
}

gboolean
yl_list_files_look_ahead (const YlListJob *job,
                          const GPtrArray *lists,
                          const YlInput *entry,
                          const YlJobOptions *options,
                          YlProgress progress,
                          YlListAhead *out_ahead,
                          GError **error)
{
  Said year = { 0 };
  Said county = { .county = yl_entity_find_asked_county (options, "", job->places) };
  const gboolean is_asked = options->county == NULL || options->year == 0;
  const guint n = !is_asked ? 0 : entry != NULL ? 1 : lists->len;
  for (guint i = 0; i < n; i++)
    {
      const YlInput *input = entry != NULL ? entry : g_ptr_array_index (lists, i);
      Said said = { 0 };
      if (entry == NULL && !yl_file_form_is_workbook (input))
        continue;
      if (!read_said (job, input, options, progress, &said, error)
          || !join_said (job, options, &year, &county, &said, error))
        return FALSE;
    }
  *out_ahead = (YlListAhead){ county.county, yl_list_files_choose_year (options, year.year) };
  return TRUE;
}

static void
add_tally (YlRoadImportTally *sum, const YlRoadImportTally *more)
{
  sum->n_rows += more->n_rows;
  sum->n_roads += more->n_roads;
  sum->n_sums += more->n_sums;
  sum->n_left_out += more->n_left_out;
  sum->n_tables += more->n_tables;
}

static gboolean
read_list (YlListJob *job,
           const YlLoadContext *context,
           const YlInput *input,
           YlInventory *inventory,
           const char *path,
           GError **error)
{
  const guint first_origin = yl_inventory_get_n_origins (inventory);
  YlRoadImportTally tally = { 0 };
  if (!yl_load_roads (context, input, inventory, yl_inventory_get_sink (inventory), &tally, error))
    return FALSE;
  add_tally (&job->tally, &tally);
  YlArena *arena = job->intake->arena;
  const YlListFile file = {
    .file = yl_arena_keep (arena, yl_input_get_name (input)),
    .path = yl_arena_keep (arena, path),
    .n_rows = tally.n_rows,
    .n_roads = tally.n_roads,
    .n_sums = tally.n_sums,
    .n_left_out = tally.n_left_out,
    .first_origin = first_origin,
    .n_origins = yl_inventory_get_n_origins (inventory) - first_origin,
  };
  g_array_append_val (job->lists, file);
  return yl_inputs_keep (job->inputs, YL_ROLE_ROADS, input, error);
}

gboolean
yl_list_files_read_roads (YlListJob *job,
                          const GPtrArray *lists,
                          const YlJobOptions *options,
                          const YlListAhead *ahead,
                          YlProgress progress,
                          GError **error)
{
  const YlLoadContext context = {
    .words = job->words,
    .places = job->places,
    .county_code = ahead->county,
    .year = ahead->year,
    /* Before the fourth edition every sheet of a list was added, and its workbooks say so. */
    .adds_sheets = options->edition != 0 && options->edition < 4,
    .findings = job->findings,
    .intake = job->intake,
    .progress = progress,
  };
  g_autoptr (YlInventory) inventory = yl_inventory_new ();
  for (guint i = 0; i < lists->len; i++)
    if (!read_list (job, &context, g_ptr_array_index (lists, i), inventory,
                    yl_job_options_get_list_path (options, i), error))
      return FALSE;
  job->inventory = g_steal_pointer (&inventory);
  return TRUE;
}

static gboolean
has_money (const YlEntry *entry)
{
  const YlOther *other = &entry->other;
  return entry->sources->len > 0 || entry->land->len > 0 || other->projects->len > 0
         || other->running.fen != 0 || other->staff.fen != 0 || other->road_chief.fen != 0
         || other->insurance.fen != 0;
}

/* Money that one list gives is that of the budget; what a second one gives is kept in mind. */
static void
take_money (YlListJob *job, const YlEntry *more, const char *file)
{
  if (!has_money (more))
    return;
  if (job->money_files[0] != NULL)
    {
      job->money_files[1] = yl_arena_keep (job->intake->arena, file);
      return;
    }
  job->money_files[0] = yl_arena_keep (job->intake->arena, file);
  g_free (job->entry_file);
  job->entry_file = g_strdup (file);
  g_array_append_vals (job->entry->sources, more->sources->data, more->sources->len);
  g_array_append_vals (job->entry->land, more->land->data, more->land->len);
  GArray *projects = job->entry->other.projects;
  g_array_append_vals (projects, more->other.projects->data, more->other.projects->len);
  job->entry->other = more->other;
  job->entry->other.projects = projects;
}

/* @more: (transfer full) */
static void
take_entry (YlListJob *job, YlEntry *more, const char *file)
{
  yl_arena_own (job->entry->arena, more, (GDestroyNotify) yl_entry_free);
  take_money (job, more, file);
  g_array_append_vals (job->entry->bridges, more->bridges->data, more->bridges->len);
  if (yl_unit_is_blank (&more->unit))
    return;
  if (yl_unit_is_blank (&job->entry->unit) && !job->parts_units)
    job->entry->unit = more->unit;
  else
    job->parts_units |= yl_unit_join (&job->entry->unit, &more->unit);
}

/* What is wrong with the file itself the reading of the roads has already told. */
static gboolean
read_entry (YlListJob *job, const YlInput *list, guint32 county, GError **error)
{
  const char *name = yl_input_get_name (list);
  g_autoptr (YlFindings) told = yl_findings_new_counting (0);
  const YlLoadContext context = { .words = job->words, .places = job->places, .findings = told };
  g_autoptr (YlEntry) entry = yl_entry_new ();
  entry->has_whole_metres = job->entry->has_whole_metres;
  g_autoptr (YlEntryImport) import = yl_entry_import_new (
      YL_ENTRY_ALL, name, job->words, job->places, county, entry, job->findings);
  yl_entry_import_set_intake (import, job->intake);
  const YlRowSink rows = yl_entry_import_get_sink (import);
  if (!yl_load_rows (&context, list, &rows, error))
    return FALSE;
  yl_entry_import_end (import);
  /* Of several lists none speaks for the budget as a whole, but one that brings its money. */
  if (job->entry_file == NULL && job->lists->len == 1)
    job->entry_file = g_strdup (name);
  take_entry (job, g_steal_pointer (&entry), name);
  return TRUE;
}

static gboolean
is_own_budget (const YlListJob *job, const YlInput *list)
{
  for (guint i = 0; i < job->intake->budgets->len; i++)
    if (g_str_equal (g_ptr_array_index (job->intake->budgets, i), yl_input_get_name (list)))
      return TRUE;
  return FALSE;
}

gboolean
yl_list_files_read_entry (YlListJob *job,
                          const GPtrArray *lists,
                          const YlJobOptions *options,
                          guint32 county,
                          GError **error)
{
  job->intake->is_adding = TRUE;
  gboolean is_read = TRUE;
  for (guint i = 0; i < lists->len && is_read; i++)
    {
      const YlInput *list = g_ptr_array_index (lists, i);
      /* The sheets of a budget of ours are none of an entry workbook; the first edition took them for such. */
      const gboolean is_entry = options->edition == 1 || !is_own_budget (job, list);
      if (is_entry && yl_file_form_is_workbook (list))
        is_read = read_entry (job, list, county, error);
    }
  job->intake->is_adding = FALSE;
  return is_read;
}

/* Whether a table of money of @file still counts, or a file of its own has taken its place. */
static gboolean
is_table_used (const YlIntake *intake, const char *file)
{
  static const char *const kinds[] = { YL_LIST_FUNDS, YL_LIST_LAND, YL_LIST_OTHER };
  for (guint i = 0; i < intake->tables->len; i++)
    {
      const YlIntakeTable *table = g_ptr_array_index (intake->tables, i);
      for (gsize kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
        if (!table->is_replaced && g_str_equal (table->file, file)
            && g_str_equal (table->kind, kinds[kind]))
          return TRUE;
    }
  return FALSE;
}

gboolean
yl_list_files_check_money (const YlListJob *job, GError **error)
{
  const char *const *files = job->money_files;
  if (files[1] == NULL || !is_table_used (job->intake, files[1]))
    return TRUE;
  g_set_error (error, YL_ERROR, YL_ERROR_INVALID,
               "“%s”和“%s”都填了" YL_LIST_FUNDS "、" YL_LIST_LAND "或" YL_LIST_OTHER
               "：一起编制的台账里只能有一份填写，请清空其余的，或用 --entry 另给一份总的。",
               files[0], files[1]);
  return FALSE;
}

/* What a folder holds beside its lists; a workbook that is made again says what it said. */
static void
tell_passed_over (YlListJob *job, const YlJobOptions *options)
{
  const char *passed_over = options->copy != NULL    ? options->passed_over
                            : options->lists != NULL ? options->lists->passed_over
                                                     : NULL;
  job->passed_over = passed_over == NULL ? NULL : yl_arena_keep (job->intake->arena, passed_over);
  yl_given_lists_tell (job->passed_over, job->choices);
}

void
yl_list_files_tell (YlListJob *job, const YlJobOptions *options)
{
  tell_passed_over (job, options);
  if (job->parts_units)
    yl_choices_add (
        job->choices, YL_SHEET_UNIT, "只取各份台账填得相同的内容",
        "其余各份所填不同，没有采用；编制时可用 yanglu budget --entry 给出本单位的" YL_SHEET_UNIT);
}
