#pragma once

#include "yanglu/domain/choices.h"
#include "yanglu/domain/intake.h"
#include "yanglu/app/budget/inputs.h"
#include "yanglu/app/options.h"
#include "yanglu/domain/audit/rule-set.h"
#include "yanglu/domain/budget.h"
#include "yanglu/domain/finding.h"
#include "yanglu/domain/sent-list.h"
#include "yanglu/domain/places.h"
#include "yanglu/domain/words.h"
#include "yanglu/io/import/roads/roads.h"

G_BEGIN_DECLS

/**
 * YlListJob: a road list and what was entered beside it, read and understood:
 * who, which year, under which policy; every fault in it found and priced.
 */
typedef struct
{
  YlWords *words; /* how its files may write things */
  const YlPlaces *places;
  YlFindings *findings;
  YlChoices *choices;
  YlIntake *intake; /* what was read, as `choices` tell it */
  YlInputs *inputs;
  YlInventory *inventory;    /* the roads that are the entity's */
  gsize n_roads_of_others;   /* that the list has beside them */
  YlInventory *unused;       /* (nullable): the roads of --entry, which do not count */
  guint64 n_unused_left_out; /* of its rows, those that were not understood */
  YlRoadImportTally tally;   /* of all lists */
  GArray *lists;             /* of YlListFile, in their order */
  YlEntry *entry;
  char *entry_file;           /* base name of the file that gave the entry sheets */
  char *funds_file;           /* that of the sources' own file; NULL without one */
  const char *money_files[2]; /* (nullable): the first two lists that hold tables of money */
  gboolean parts_units;       /* what their 单位信息 say differently is not taken */
  const char *passed_over;    /* (nullable): files beside the lists that were not read */
  YlEntity *entity;
  guint year;
  YlListing listing; /* of the tables of its budget */
  YlPolicy *policy;
  gboolean is_past;      /* the year is told to be of the past */
  gboolean parts_funds;  /* sources that are not the entity's were left out */
  gboolean tells_period; /* in which part of the year the policy is in force is told */
  char *waiting; /* (nullable): of other policies for the same place, as `choices` tell it */
  YlRuleSet *rules;
  YlSentLists *sent;  /* (nullable): once it is settled, of several lists what each brought */
  gint64 last_year_m; /* that counted last year; 0: no list of last year was given */
} YlListJob;

/** yl_list_job_run: reads everything @options names but last year's file. */
YlListJob *yl_list_job_run (const YlJobOptions *options, YlProgress progress, GError **error);
/** yl_list_job_question: what no county has, once last year is known; then @job's findings are
 * whole, as its rules want them. */
void yl_list_job_question (YlListJob *job);
/** yl_list_job_make_budget: the budget of what was read. */
YlBudget *yl_list_job_make_budget (const YlListJob *job, GError **error);
/** yl_list_job_settle: when all is read: what was taken for what is told, one finding a fact, each with its cell, in
 * the order in which the files were read. A workbook of the first edition (@edition) tells less, and has its findings by severity and code. */
void yl_list_job_settle (YlListJob *job, guint edition);
void yl_list_job_free (YlListJob *job);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlListJob, yl_list_job_free)

G_END_DECLS
