#pragma once

#include "yanglu/app/given-lists.h"
#include "yanglu/base/date.h"
#include "yanglu/domain/policy.h"
#include "yanglu/io/input.h"
#include "yanglu/io/copy/copy.h"

G_BEGIN_DECLS

/** What the user asked for; a member that is %NULL or 0 was not given. Paths are as typed. */
typedef struct
{
  const char *roads;
  const YlGivenLists *lists; /* (nullable): the road lists, in the place of @roads */
  const char *entry;
  const char *funds;
  const char *bridges;
  const char *last_year;
  const char *policy;          /* id or path; always wins */
  const char *rules;           /* limits of the rules in place of those compiled in */
  const char *words;           /* an office's own spellings, beside those of its settings */
  const char *county;          /* six digits */
  const char *named_county;    /* (nullable): how it was called, where by its name */
  const char *entity;          /* a name */
  const char *townships;       /* nine-digit codes, separated by commas */
  const char *named_townships; /* (nullable): how they were called, where by their names */
  gboolean without_zones;      /* of a county: what its zones budget for is left out */
  guint year;
  YlDate date;
  guint clock_year; /* the year of the clock, used when nothing else tells */
  /* (nullable): the copy in a workbook, from which files are taken by their roles; the paths above
   * are then those roles */
  const YlCopy *copy;
  /* (nullable): with @copy: gives the road list, which no file holds; @rows is its own */
  YlInput *(*open_roads) (gpointer rows);
  gpointer rows;
  gboolean makes_no_book; /* so that no copy of the files is kept for it */
  gboolean in_wan;        /* tables of sums stand in 万元 as well */
  guint edition;          /* of the workbook that is to be made; 0: the latest */
  YlPolicy *kept_policy;  /* (nullable): taken instead of one that is asked for or chosen */
  /* (nullable): with @kept_policy, what yl_policies_tell_waiting() said when that was chosen */
  const char *waiting;
  gboolean
      tells_period; /* with @kept_policy: in which part of the year that is in force was told */
  guint
      past_before; /* a budget for a year before this one is told to be of the past; 0: no one asks */
  gboolean is_past; /* with @kept_policy: it was told to be so */
  const char
      *passed_over; /* (nullable): with @kept_policy: files beside the lists that were not read */
  gboolean parts_funds; /* with @kept_policy: sources that are not the entity's were left out */
} YlJobOptions;

/* The roles of files in the copy of a workbook. */
#define YL_ROLE_ROADS "roads"
#define YL_ROLE_ENTRY "entry"
#define YL_ROLE_FUNDS "funds"
#define YL_ROLE_BRIDGES "bridges"
#define YL_ROLE_LAST_YEAR "last-year"
#define YL_ROLE_RULES "rules"
#define YL_ROLE_POLICY "policy"
#define YL_ROLE_POLICY_BASE "policy-base" /* of each that it is based on */
#define YL_ROLE_WORDS "words"             /* of each file of them */

/** yl_job_options_open: the file @path, or the kept one of the role @path. */
YlInput *yl_job_options_open (const YlJobOptions *options, const char *path, GError **error);

/** yl_job_options_count_lists: the road lists that are asked for; of a copy as many as have the role @roads. */
guint yl_job_options_count_lists (const YlJobOptions *options);
/** yl_job_options_open_list: the one of that number, from 0. */
YlInput *yl_job_options_open_list (const YlJobOptions *options, guint number, GError **error);
/** yl_job_options_get_list_path: (transfer none): as it was typed; "" of one that no file holds. */
const char *yl_job_options_get_list_path (const YlJobOptions *options, guint number);

/** Told while files are read: bytes done of all. */
typedef void (*YlProgress) (goffset done, goffset all);

G_END_DECLS
