#include "yanglu/app/record/job.h"

#include "yanglu/app/budget/entity.h"
#include "yanglu/app/budget/reopen.h"
#include "yanglu/base/error.h"
#include "yanglu/io/file-name.h"

#include <string.h>

void
yl_record_job_free (YlRecordJob *job)
{
  if (job == NULL)
    return;
  g_clear_pointer (&job->budget, yl_budget_job_free);
  g_clear_pointer (&job->rows, yl_record_rows_unref);
  g_clear_pointer (&job->policy, yl_policy_free);
  g_clear_pointer (&job->kept, yl_copy_free);
  g_free (job);
}

/* What findings call the rows: the record's own file. */
typedef struct
{
  YlRecordRows *rows;
  const char *name;
} Source;

static YlInput *
open_roads (gpointer self)
{
  const Source *source = self;
  return yl_record_rows_to_input (source->rows, source->name);
}

static gboolean
take_entity (gpointer self, const YlRecordRow *row)
{
  char **entity = self;
  *entity = g_strdup (row->cells[0]);
  return TRUE;
}

/* (transfer full) (nullable): the zone that the record is of. */
static char *
read_entity (YlRecord *record, GError **error)
{
  char *entity = NULL;
  const YlRecordSheet *about = yl_record_find_sheet (record, "about");
  g_return_val_if_fail (yl_record_sheet_find_column (about, "entity") == 0, NULL);
  return yl_record_read (record, about, take_entity, &entity, error) ? entity : NULL;
}

YlEntity *
yl_record_choose_entity (YlRecord *record, const YlPlaces *places, GError **error)
{
  g_autofree char *name = read_entity (record, error);
  if (name == NULL)
    return NULL;
  const gboolean is_zone = name[0] != '\0';
  const YlJobOptions options = { .county = is_zone ? NULL : yl_record_get_identity (record)->county,
                                 .entity = is_zone ? name : NULL };
  return yl_entity_choose_asked (&options, places, NULL, error);
}

static gboolean
make_budget (YlRecordJob *job, YlRecord *record, const char *entity, GError **error)
{
  const YlRecordIdentity *identity = yl_record_get_identity (record);
  g_autofree char *name = yl_file_name_show_base (yl_record_get_path (record));
  Source source = { job->rows, name };
  const YlJobOptions options = {
    .roads = YL_ROLE_ROADS,
    .rules = yl_copy_find_input (job->kept, YL_ROLE_RULES) == NULL ? NULL : YL_ROLE_RULES,
    .county = entity[0] == '\0' ? identity->county : NULL,
    .entity = entity[0] == '\0' ? NULL : entity,
    .year = identity->year,
    .clock_year = identity->year,
    .copy = job->kept,
    .open_roads = open_roads,
    .rows = &source,
    .makes_no_book = TRUE,
    .kept_policy = job->policy,
    .tells_period = TRUE,
    .parts_funds = TRUE,
  };
  job->budget = yl_budget_job_run (&options, NULL, error);
  return job->budget != NULL;
}

YlRecordJob *
yl_record_job_run_on (YlRecord *record, YlRecordRows *rows, GError **error)
{
  g_autoptr (YlRecordJob) job = g_new0 (YlRecordJob, 1);
  g_autofree char *entity = read_entity (record, error);
  job->rows = yl_record_rows_ref (rows);
  job->kept = entity == NULL ? NULL : yl_record_keep (record, error);
  job->policy = job->kept == NULL ? NULL : yl_reopen_policy (job->kept, error);
  if (job->policy == NULL || !make_budget (job, record, entity, error))
    return NULL;
  return g_steal_pointer (&job);
}

YlRecordJob *
yl_record_job_run (YlRecord *record, GError **error)
{
  g_autoptr (YlRecordRows) rows = yl_record_rows_load (record, error);
  return rows == NULL ? NULL : yl_record_job_run_on (record, rows, error);
}
