#pragma once

#include "yanglu/app/budget/list.h"

G_BEGIN_DECLS

/* The road lists that a budget is made of, one or several, read one after the other into one. */

/** What 单位信息 says ahead of all else, so that townships can be looked up in its county and sheets chosen by its year. */
typedef struct
{
  guint32 county; /* of rows that name none; 0 unknown */
  guint year;     /* that is budgeted for */
} YlListAhead;

/** The year that a file says it is of. */
typedef struct
{
  const char *file;
  guint year;
} YlListYear;

/** yl_list_files_refuse_years: lists of two years make no budget. @from: what of them says so; returns %FALSE */
gboolean yl_list_files_refuse_years (const YlListYear *one,
                                     const YlListYear *other,
                                     const char *from,
                                     GError **error);

/** yl_list_files_open: (transfer full) (element-type YlInput): those of @options, in their order. */
GPtrArray *yl_list_files_open (const YlJobOptions *options, GError **error);

/**
 * yl_list_files_look_ahead: --county and --year, else the 单位信息 of @entry, else that of the lists.
 * @entry: (nullable)
 *
 * Returns: %FALSE with %YL_ERROR_INVALID where two lists are of two years or counties and no option says which
 */
gboolean yl_list_files_look_ahead (const YlListJob *job,
                                   const GPtrArray *lists,
                                   const YlInput *entry,
                                   const YlJobOptions *options,
                                   YlProgress progress,
                                   YlListAhead *out_ahead,
                                   GError **error);

/** yl_list_files_read_roads: the inventory of @job, the tally and how each list fared. */
gboolean yl_list_files_read_roads (YlListJob *job,
                                   const GPtrArray *lists,
                                   const YlJobOptions *options,
                                   const YlListAhead *ahead,
                                   YlProgress progress,
                                   GError **error);

/** yl_list_files_read_entry: a workbook of roads may be the entry workbook: its other sheets are then read from it too. */
gboolean yl_list_files_read_entry (YlListJob *job,
                                   const GPtrArray *lists,
                                   const YlJobOptions *options,
                                   guint32 county,
                                   GError **error);

/** yl_list_files_choose_year: --year, else the year that was @entered, else that of the clock. */
guint yl_list_files_choose_year (const YlJobOptions *options, guint entered);
/** yl_list_files_tell: what was passed over, and what several 单位信息 do not agree on. */
void yl_list_files_tell (YlListJob *job, const YlJobOptions *options);

/** yl_list_files_check_money: when all of the entry is read: refuses money that two lists give and no file of its own. */
gboolean yl_list_files_check_money (const YlListJob *job, GError **error);

G_END_DECLS
