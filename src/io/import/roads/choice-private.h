#pragma once

#include "sheet-private.h"
#include "yanglu/domain/words.h"

G_BEGIN_DECLS

/** How good a sheet is as a road list by its name; the best of a workbook are read, the others passed over. */
typedef enum
{
  ROAD_RANK_NONE, /* it has no heads of one */
  ROAD_RANK_HIDDEN,
  ROAD_RANK_HIDDEN_ROADS_SHEET,
  ROAD_RANK_VISIBLE,
  ROAD_RANK_ROADS_SHEET, /* 里程台账 of an entry workbook, 里程明细 of a budget */
} RoadRank;

/** road_sheet_holds_roads: whether it is called as the sheet of the entry workbook that holds the roads, or as those of a
 * budget, which sums up the same kilometres in further sheets: 里程明细, 里程明细(2) … */
gboolean road_sheet_holds_roads (const RoadSheet *sheet);
RoadRank road_sheet_get_rank (const RoadSheet *sheet);
/** road_choice_find_best: ROAD_RANK_NONE: none of @sheets (of RoadSheet *) has heads. */
RoadRank road_choice_find_best (const GPtrArray *sheets);

/** What a choice is made by, beside the sheets. */
typedef struct
{
  const YlWords *words;
  guint year;         /* that is budgeted for; 0 unknown */
  gboolean is_by_row; /* the rows were looked at; %FALSE: by rank alone */
} RoadChoice;

/**
 * road_choose: which of @sheets, of one workbook, are read: one road is not counted twice. Of those of
 * the best rank the following are passed over, in this order, each only beside another that stays:
 * - tables of culverts, tunnels, conditions, works: by a head that only they have; by their name or a
 *   condition without class and township, where most of their routes stand in other sheets;
 * - other years, where most routes, or the lengths by class, are those of the year that is taken: that of
 *   the budget, else the newest before it, else the newest;
 * - sums by class: no codes, stakes and names beside a sheet with some of them, with about its lengths;
 * - copies and extracts: every row stands in other sheets, too;
 * - sums of sheets that have none of them either: fewer rows, the same lengths by class.
 * What looks like one of these but for a condition is read, with its doubt. @is_read, @why and @doubt of
 * each sheet are set.
 */
void road_choose (const RoadChoice *choice, const GPtrArray *sheets);

/** road_find_foreign: (nullable) (transfer none): the first of @heads (of texts as written) that no list of roads has:
 * 涵洞编号, 工程名称. @structures_only: one that only lists of culverts and tunnels have, which are none even alone. */
const char *
road_find_foreign (const YlWords *words, const GPtrArray *heads, gboolean structures_only);
/** road_tell_foreign: (transfer full): why a sheet with such a @head is not read. */
char *road_tell_foreign (const char *head);

/** road_find_year: the year that a name or title states: 2020 in 2020年底, and, with @is_name, in 里程2020; 0. */
guint road_find_year (YlText text, gboolean is_name);

G_END_DECLS
