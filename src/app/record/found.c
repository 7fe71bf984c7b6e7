/* A record without a row: whose it is, and what its budget will be made by. */
#include "yanglu/app/record/job.h"

#include "yanglu/app/budget/entity.h"
#include "yanglu/app/words.h"
#include "yanglu/base/error.h"
#include "yanglu/domain/place-code.h"
#include "yanglu/io/input.h"
#include "yanglu/io/places/register.h"
#include "yanglu/io/policy/policies.h"
#include "yanglu/io/rules/rules.h"

#include <glib/gstdio.h>

/* The changes of the first step, and their texts. */
typedef struct
{
  YlRecord *record;
  GArray *changes; /* of YlChange */
  GPtrArray *held; /* of YlCellChange[] and texts (owned) */
} Founding;

static const char *
hold (Founding *founding, char *text)
{
  g_ptr_array_add (founding->held, text);
  return text;
}

/* A change of @sheet: name and text of each cell, up to a NULL. */
static void
add_change (Founding *founding, const char *sheet, YlChangeKind kind, const char *const *cells)
{
  const YlRecordSheet *known = yl_record_find_sheet (founding->record, sheet);
  guint n = 0;
  while (cells[2 * n] != NULL)
    n++;
  YlCellChange *changes = g_new0 (YlCellChange, n);
  g_ptr_array_add (founding->held, changes);
  for (guint i = 0; i < n; i++)
    changes[i] =
        (YlCellChange){ yl_record_sheet_find_column (known, cells[2 * i]), cells[2 * i + 1] };
  const YlChange change = { .kind = kind,
                            .sheet = known,
                            .id = kind == YL_CHANGE_SET ? "about" : NULL,
                            .cells = changes,
                            .n_cells = n };
  g_array_append_val (founding->changes, change);
}

static void
add_file (Founding *founding, const char *role, const char *name, const char *text)
{
  const char *const cells[] = { "role", role, "name", name, "text", text, NULL };
  add_change (founding, "file", YL_CHANGE_ADD, cells);
}

static void
keep_words (gpointer self, const char *name, const char *text)
{
  Founding *founding = self;
  add_file (founding, YL_ROLE_WORDS, hold (founding, g_strdup (name)),
            hold (founding, g_strdup (text)));
}

static gboolean
keep_rules (Founding *founding, const YlJobOptions *options, GError **error)
{
  if (options->rules == NULL)
    return TRUE;
  g_autoptr (YlRuleSet) rules = yl_rules_open (options->rules, error);
  g_autoptr (YlInput) input = rules == NULL ? NULL : yl_input_open (options->rules, error);
  g_autoptr (GBytes) bytes = input == NULL ? NULL : yl_input_load (input, error);
  if (bytes == NULL)
    return FALSE;
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  add_file (founding, YL_ROLE_RULES, hold (founding, g_strdup (yl_input_get_name (input))),
            hold (founding, g_strndup (data, size)));
  return TRUE;
}

static void
keep_policy (Founding *founding, const YlPolicy *policy, const char *entity)
{
  const char *const cells[] = { "policy_text", yl_policy_get_head (policy)->text,
                                entity == NULL ? NULL : "entity", entity, NULL };
  add_change (founding, "about", YL_CHANGE_SET, cells);
  for (const YlPolicy *base = yl_policy_get_base (policy); base != NULL;
       base = yl_policy_get_base (base))
    {
      const YlPolicyHead *head = yl_policy_get_head (base);
      add_file (founding, YL_ROLE_POLICY_BASE, head->id, head->text);
    }
}

static void
add_unit (Founding *founding, const YlEntity *entity, guint year)
{
  const char *const cells[] = { "entity", yl_entity_get_shown_name (entity), "year",
                                hold (founding, g_strdup_printf ("%u", year)), NULL };
  add_change (founding, "unit", YL_CHANGE_ADD, cells);
}

/* (transfer full): of a zone the county that its first township is in. */
static char *
find_county (const YlEntity *entity)
{
  return entity->n_townships == 0
             ? g_strdup (yl_entity_get_code (entity))
             : g_strdup_printf ("%06u", yl_township_code_find_county (entity->townships[0]));
}

static YlPolicy *
choose_policy (const YlJobOptions *options, const YlEntity *entity, guint year, GError **error)
{
  if (options->policy != NULL)
    return yl_policies_open (options->policy, error);
  g_autofree char *area = yl_entity_get_area (entity);
  return yl_policies_choose (area, yl_date_of_year (year), error);
}

static gboolean
apply (Founding *founding, const YlRecordActor *actor, GError **error)
{
  g_autofree char *step_id = g_uuid_string_random ();
  const YlRecordStep step = { .step_id = step_id,
                              .at_ms = actor->at_ms,
                              .who = actor->who,
                              .kind = "init",
                              .changes = (const YlChange *) (gpointer) founding->changes->data,
                              .n_changes = founding->changes->len };
  g_autoptr (YlStepAnswer) answer = yl_record_apply (founding->record, &step, error);
  return answer != NULL;
}

static gboolean
fill (YlRecord *record,
      const YlJobOptions *options,
      const YlEntity *entity,
      const YlPolicy *policy,
      guint year,
      const YlRecordActor *actor,
      GError **error)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (YlChange));
  g_autoptr (GPtrArray) held = g_ptr_array_new_with_free_func (g_free);
  Founding founding = { record, changes, held };
  keep_policy (&founding, policy, options->entity);
  add_unit (&founding, entity, year);
  g_autoptr (YlWords) words = yl_job_words_open (options, NULL, keep_words, &founding, error);
  return words != NULL && keep_rules (&founding, options, error) && apply (&founding, actor, error);
}

YlRecord *
yl_record_found (const YlJobOptions *options,
                 const char *path,
                 const YlRecordActor *actor,
                 YlChoices *choices,
                 GError **error)
{
  const guint year = options->year != 0 ? options->year : options->clock_year;
  g_autoptr (YlPlaces) places = yl_register_load (error);
  g_autoptr (YlEntity) entity =
      places == NULL ? NULL : yl_entity_choose_asked (options, places, choices, error);
  g_autoptr (YlPolicy) policy =
      entity == NULL ? NULL : choose_policy (options, entity, year, error);
  if (policy == NULL)
    return NULL;
  g_autofree char *county = find_county (entity);
  g_autoptr (YlRecord) record = yl_record_create (path, county, year, error);
  if (record == NULL)
    return NULL;
  if (fill (record, options, entity, policy, year, actor, error))
    return g_steal_pointer (&record);
  g_clear_pointer (&record, yl_record_free);
  g_unlink (path);
  return NULL;
}
