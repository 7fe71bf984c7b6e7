#include "yanglu/app/budget/list.h"

#include "yanglu/app/budget/entity.h"
#include "yanglu/app/budget/kept-options.h"
#include "yanglu/app/budget/list-choices.h"
#include "yanglu/app/budget/list-files.h"
#include "yanglu/app/budget/own-funds.h"
#include "yanglu/app/budget/own-rows.h"
#include "yanglu/app/budget/unused-roads.h"
#include "yanglu/app/intake.h"
#include "yanglu/app/load.h"
#include "yanglu/app/policy-choices.h"
#include "yanglu/app/words.h"
#include "yanglu/audit/lists/bridge-rules.h"
#include "yanglu/audit/lists/entity-rules.h"
#include "yanglu/audit/lists/form-rules.h"
#include "yanglu/audit/lists/name-rules.h"
#include "yanglu/audit/lists/plausibility.h"
#include "yanglu/audit/lists/rules.h"
#include "yanglu/audit/lists/sender-rules.h"
#include "yanglu/audit/lists/sent-lists.h"
#include "yanglu/audit/lists/unasked.h"
#include "yanglu/audit/rule-pack.h"
#include "yanglu/base/error.h"
#include "yanglu/calc/make.h"
#include "yanglu/domain/findings-as-read.h"
#include "yanglu/forms/budget/budget-book.h"
#include "yanglu/io/policy/policies.h"
#include "yanglu/io/places/register.h"
#include "yanglu/io/rules/rules.h"

void
yl_list_job_free (YlListJob *job)
{
  if (job == NULL)
    return;
  g_clear_pointer (&job->inventory, yl_inventory_free);
  g_clear_pointer (&job->unused, yl_inventory_free);
  g_clear_pointer (&job->entry, yl_entry_free);
  g_clear_pointer (&job->entity, yl_entity_free);
  g_clear_pointer (&job->policy, yl_policy_free);
  g_clear_pointer (&job->rules, yl_arena_free_record);
  g_clear_pointer (&job->inputs, yl_arena_free_record);
  g_clear_pointer (&job->choices, yl_arena_free_record);
  g_clear_pointer (&job->sent, yl_arena_free_record);
  g_clear_pointer (&job->intake, yl_arena_free_record);
  g_clear_pointer (&job->findings, yl_findings_free);
  g_clear_pointer (&job->words, yl_arena_free_record);
  g_free (job->entry_file);
  g_free (job->funds_file);
  g_free (job->waiting);
  g_free (job);
}

static YlLoadContext
make_context (const YlListJob *job, guint32 county_code, YlProgress progress)
{
  return (YlLoadContext){ .words = job->words,
                          .places = job->places,
                          .county_code = county_code,
                          .findings = job->findings,
                          .intake = job->intake,
                          .progress = progress };
}

static gboolean
read_entry_file (YlListJob *job,
                 const YlInput *input,
                 const char *role,
                 YlEntryKind kind,
                 guint32 county,
                 GError **error)
{
  const YlLoadContext context = make_context (job, county, NULL);
  if (!yl_load_entry (&context, input, kind, job->entry, error))
    return FALSE;
  if (kind == YL_ENTRY_ALL || kind == YL_ENTRY_FUNDS)
    {
      char **file = kind == YL_ENTRY_ALL ? &job->entry_file : &job->funds_file;
      g_free (*file);
      *file = g_strdup (yl_input_get_name (input));
    }
  return yl_inputs_keep (job->inputs, role, input, error);
}

static gboolean
open_entry_file (YlListJob *job,
                 const YlJobOptions *options,
                 const char *path,
                 const char *role,
                 YlEntryKind kind,
                 guint32 county,
                 GError **error)
{
  if (path == NULL)
    return TRUE;
  g_autoptr (YlInput) input = yl_job_options_open (options, path, error);
  return input != NULL && read_entry_file (job, input, role, kind, county, error);
}

static gboolean
read_entry (YlListJob *job,
            const GPtrArray *lists,
            const YlInput *entry,
            const YlJobOptions *options,
            guint32 asked_county,
            GError **error)
{
  const guint32 county =
      asked_county != 0 ? asked_county : yl_inventory_find_county (job->inventory);
  job->entry = yl_entry_new ();
  job->entry->has_whole_metres = options->edition == 1;
  return yl_list_files_read_entry (job, lists, options, county, error)
         && (entry == NULL
             || (read_entry_file (job, entry, YL_ROLE_ENTRY, YL_ENTRY_ALL, county, error)
                 && yl_unused_roads_read (job, lists, entry, county, error)))
         && open_entry_file (job, options, options->funds, YL_ROLE_FUNDS, YL_ENTRY_FUNDS, county,
                             error)
         && open_entry_file (job, options, options->bridges, YL_ROLE_BRIDGES, YL_ENTRY_BRIDGES,
                             county, error)
         && yl_list_files_check_money (job, error);
}

/* Of a year that is over a budget is made all the same: it may be what was asked for. */
static gboolean
is_past (const YlListJob *job, const YlJobOptions *options)
{
  if (options->kept_policy != NULL)
    return options->is_past;
  return options->past_before != 0 && job->year < MAX (options->past_before, job->entry->unit.year);
}

/* The year of 单位信息, else that of the titles of forms that townships sent. */
static gboolean
find_entered_year (const YlListJob *job,
                   const YlJobOptions *options,
                   guint *out_year,
                   GError **error)
{
  const YlSender *one = NULL;
  const YlSender *other = NULL;
  *out_year = job->entry->unit.year;
  if (*out_year != 0 || yl_intake_find_form_year (job->intake, out_year, &one, &other)
      || options->year != 0)
    return TRUE;
  return yl_list_files_refuse_years (&(YlListYear){ one->file, one->year },
                                     &(YlListYear){ other->file, other->year }, "标题", error);
}

static gboolean
choose_year (YlListJob *job, const YlJobOptions *options, GError **error)
{
  guint entered = 0;
  const gboolean is_asked = options->year != 0;
  const gboolean is_of_unit = job->entry->unit.year != 0;
  if (!find_entered_year (job, options, &entered, error))
    return FALSE;
  job->year = yl_list_files_choose_year (options, entered);
  job->is_past = is_past (job, options);
  if (is_asked && !job->is_past)
    return TRUE;
  const char *from = is_asked       ? "--year"
                     : is_of_unit   ? YL_SHEET_UNIT
                     : entered != 0 ? "填报表的标题"
                                    : "本机时钟";
  g_autofree char *later = job->year < entered
                               ? g_strdup_printf ("早于" YL_SHEET_UNIT "所填的%u年", entered)
                               : g_strdup ("早于编制当年");
  g_autofree char *chosen = g_strdup_printf ("%u", job->year);
  g_autofree char *why =
      job->is_past ? g_strdup_printf ("%s；%s，按往年的预算编制", from, later) : g_strdup (from);
  yl_choices_add (job->choices, "年度", chosen, why);
  return TRUE;
}

static void
keep_options (YlListJob *job, const YlJobOptions *options)
{
  YlJobOptions kept = *options;
  kept.waiting = job->waiting;
  kept.is_past = job->is_past;
  kept.parts_funds = job->parts_funds;
  kept.passed_over = job->passed_over;
  kept.tells_period = job->tells_period;
  g_autofree char *text = yl_kept_options_write (&kept, job->year);
  yl_inputs_keep_text (job->inputs, YL_ROLE_OPTIONS, YL_ROLE_OPTIONS, text);
}

/* The copy in the workbook must make the same budget without the files beside the policy. */
static void
keep_policy (YlListJob *job)
{
  const YlPolicyHead *head = yl_policy_get_head (job->policy);
  yl_inputs_keep_text (job->inputs, YL_ROLE_POLICY, head->id, head->text);
  for (const YlPolicy *base = yl_policy_get_base (job->policy); base != NULL;
       base = yl_policy_get_base (base))
    {
      head = yl_policy_get_head (base);
      yl_inputs_keep_text (job->inputs, YL_ROLE_POLICY_BASE, head->id, head->text);
    }
}

/* Of other policies for the same place; a workbook that is made again says what it said. */
static char *
tell_waiting (const YlListJob *job, const YlJobOptions *options)
{
  if (options->kept_policy != NULL)
    return g_strdup (options->waiting);
  g_autofree char *area = yl_entity_get_area (job->entity);
  return yl_policies_tell_waiting (area, yl_date_of_year (job->year), job->policy);
}

static void
tell_policy (YlListJob *job, const YlJobOptions *options)
{
  const YlPolicyHead *head = yl_policy_get_head (job->policy);
  job->waiting = tell_waiting (job, options);
  g_autofree char *chosen = g_strdup_printf ("%s %s", head->id, head->document);
  g_autofree char *why =
      g_strdup_printf ("%u年1月1日有效、适用地区最具体的政策%s%s", job->year,
                       job->waiting == NULL ? "" : "；", job->waiting == NULL ? "" : job->waiting);
  yl_choices_add (job->choices, "政策", chosen, why);
}

static YlPolicy *
find_policy (const YlListJob *job, const YlJobOptions *options, GError **error)
{
  if (options->kept_policy != NULL)
    return yl_policy_ref (options->kept_policy);
  if (options->policy != NULL)
    return yl_policies_open (options->policy, error);
  g_autofree char *area = yl_entity_get_area (job->entity);
  return yl_policies_choose (area, yl_date_of_year (job->year), error);
}

static gboolean
choose_policy (YlListJob *job, const YlJobOptions *options, GError **error)
{
  g_autoptr (YlPolicy) chosen = find_policy (job, options, error);
  if (chosen == NULL)
    return FALSE;
  job->policy = yl_policy_for_year (chosen, job->year);
  if (options->policy == NULL)
    tell_policy (job, options);
  if (options->kept_policy == NULL || options->tells_period)
    job->tells_period = yl_policy_tell_period (job->policy, job->year, job->choices);
  keep_policy (job);
  return TRUE;
}

/* Programs before the fourth edition of the workbook had no rule for them. */
static void
check_bridges (YlListJob *job, guint edition)
{
  const YlBridgeList list = { .bridges = job->entry->bridges,
                              .inventory = job->inventory,
                              .policy = job->policy,
                              .places = job->places };
  if (edition == 0 || edition >= 4)
    yl_bridges_check (&list, job->findings);
}

static void
check_list (YlListJob *job, guint edition)
{
  YlRateTable rates;
  yl_rate_table_init (&rates, job->policy);
  const YlRowContext context = { &rates, job->places, job->entity, NULL };
  yl_list_check (job->inventory, &context, job->findings);
  yl_list_price (job->findings, &rates);
  check_bridges (job, edition);
  /* Programs before the seventh edition had no rule for them, and their workbooks list what they found. */
  if (edition != 0 && edition < 7)
    return;
  yl_senders_check (job->inventory, job->intake, job->findings);
  yl_forms_check (job->intake, job->places, job->year, NULL, job->findings);
  yl_names_check (job->inventory, &rates, job->findings);
}

void
yl_list_job_question (YlListJob *job)
{
  YlRateTable rates;
  yl_rate_table_init (&rates, job->policy);
  const YlPlausibilityRequest request = { job->inventory, &rates, job->places, job->rules,
                                          job->last_year_m };
  yl_plausibility_check (&request, job->findings);
  YlFindings *settled = yl_rule_set_apply (job->rules, job->findings);
  yl_findings_free (job->findings);
  job->findings = settled;
}

static gboolean
read_all (YlListJob *job, const YlJobOptions *options, YlProgress progress, GError **error)
{
  YlListAhead ahead = { 0 };
  g_autoptr (GPtrArray) lists = yl_list_files_open (options, error);
  g_autoptr (YlInput) entry = NULL;
  if (lists != NULL && options->entry != NULL)
    entry = yl_job_options_open (options, options->entry, error);
  if (lists == NULL || (options->entry != NULL && entry == NULL)
      || !yl_list_files_look_ahead (job, lists, entry, options, progress, &ahead, error)
      || !yl_list_files_read_roads (job, lists, options, &ahead, progress, error)
      || !read_entry (job, lists, entry, options, ahead.county, error))
    return FALSE;
  yl_list_files_tell (job, options);
  yl_intake_tell_files (job->intake, 0, job->choices);
  const YlEntityEvidence evidence = { options, job->entry->unit.entity, job->inventory, job->intake,
                                      job->places };
  job->entity = yl_entity_choose (&evidence, job->choices, error);
  if (job->entity == NULL)
    return FALSE;
  const YlEntityAsked asked = { options->county, options->townships };
  yl_entity_check (job->entity, &asked, job->places, job->findings);
  if (!choose_year (job, options, error) || !choose_policy (job, options, error))
    return FALSE;
  if (options->kept_policy == NULL || options->parts_funds)
    job->parts_funds = yl_own_funds_keep (job);
  keep_options (job, options);
  return TRUE;
}

YlBudget *
yl_list_job_make_budget (const YlListJob *job, GError **error)
{
  return yl_budget_make_listed (job->inventory, job->entry, job->entity, job->policy, job->year,
                                job->listing, error);
}

static YlSentLists *
tell_lists_apart (const YlListJob *job)
{
  YlRateTable rates;
  yl_rate_table_init (&rates, job->policy);
  const YlSentListsRequest request = { .lists = job->lists,
                                       .intake = job->intake,
                                       .inventory = job->inventory,
                                       .rates = &rates,
                                       .entity = job->entity,
                                       .places = job->places,
                                       .findings = job->findings };
  return yl_sent_lists_make (&request);
}

void
yl_list_job_settle (YlListJob *job, guint edition)
{
  if (edition == 1)
    {
      yl_findings_sort (job->findings);
      return;
    }
  yl_list_job_tell (job);
  YlFindings *asked = yl_list_drop_unasked (job->findings);
  yl_findings_free (job->findings);
  job->findings = asked;
  yl_findings_arrange (job->findings, job->intake);
  if (job->lists->len > 1)
    job->sent = tell_lists_apart (job);
}

static void
keep_words (gpointer inputs, const char *name, const char *text)
{
  yl_inputs_keep_text (inputs, YL_ROLE_WORDS, name, text);
}

/* (transfer full) (nullable): those of --rules, or of the copy: a workbook that is made again asks what it asked. */
static YlRuleSet *
read_rules (const YlJobOptions *options, GError **error)
{
  if (options->rules == NULL || options->copy == NULL)
    return yl_rules_open (options->rules, error);
  const YlInputCopy *kept = yl_copy_find_input (options->copy, options->rules);
  return yl_rules_open_text (kept->name, kept->bytes, error);
}

static gboolean
open_rules (YlListJob *job, const YlJobOptions *options, GError **error)
{
  job->rules = read_rules (options, error);
  if (job->rules == NULL || options->rules == NULL)
    return job->rules != NULL;
  g_autoptr (YlInput) input = yl_job_options_open (options, options->rules, error);
  if (input == NULL)
    return FALSE;
  yl_choices_add (job->choices, "规则", yl_input_get_name (input),
                  "本单位的规则文件，其中没有写的按内置规则");
  return yl_inputs_keep (job->inputs, YL_ROLE_RULES, input, error);
}

YlListJob *
yl_list_job_run (const YlJobOptions *options, YlProgress progress, GError **error)
{
  g_autoptr (YlListJob) job = g_new0 (YlListJob, 1);
  job->places = yl_register_get (error);
  if (job->places == NULL)
    return NULL;
  job->findings = yl_findings_new ();
  job->choices = yl_choices_new ();
  job->listing = yl_book_get_listing (options->edition);
  job->intake = yl_intake_new ();
  job->lists = yl_arena_array (job->intake->arena, sizeof (YlListFile));
  job->inputs = options->makes_no_book ? NULL : yl_inputs_new ();
  if (!open_rules (job, options, error))
    return NULL;
  job->words = yl_job_words_open (options, job->choices, keep_words, job->inputs, error);
  if (job->words == NULL || !read_all (job, options, progress, error))
    return NULL;
  yl_own_rows_keep (job);
  check_list (job, options->edition);
  return g_steal_pointer (&job);
}
