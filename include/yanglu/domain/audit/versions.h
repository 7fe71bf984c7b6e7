#pragma once

#include "yanglu/domain/audit/reconciliation.h"

G_BEGIN_DECLS

/** Where a change between two workbooks comes from. */
typedef enum
{
  YL_CHANGE_EDITED,  /* one of the workbooks does not say there what its own copy gives */
  YL_CHANGE_ENTERED, /* both say what their copies give, which are not the same */
  YL_CHANGE_FOLLOWS, /* what a formula comes to that neither has touched */
} YlChangeOrigin;
#define YL_N_CHANGE_ORIGINS (YL_CHANGE_FOLLOWS + 1)

/** How much of a sheet a change is. */
typedef enum
{
  YL_CHANGE_OF_CELL,
  YL_CHANGE_OF_ROW, /* it stands in one of the workbooks only, as do columns and sheets */
  YL_CHANGE_OF_COLUMN,
  YL_CHANGE_OF_SHEET,
} YlChangeExtent;
#define YL_N_CHANGE_EXTENTS (YL_CHANGE_OF_SHEET + 1)

/** What two workbooks do not show alike. */
typedef struct
{
  const char *sheet;             /* as the form calls it, else as it is called */
  guint32 table_row;             /* of its table, from 1; 0: none */
  const char *row_label;         /* what names the row: "X002371502 沙镇至堂邑公路"; "" */
  const char *head;              /* over the column; "" */
  const char *cell[YL_N_SIDES];  /* "D7"; of a row "7", of a column "D"; "" on a side without it */
  const char *value[YL_N_SIDES]; /* what it shows; of a row or column its first texts; "" */
  const char *formula[YL_N_SIDES]; /* without =; "" for a constant */
  gboolean is_edited[YL_N_SIDES];  /* not what the copy of this side gives */
  YlChangeOrigin origin;
  YlChangeExtent extent;
} YlVersionChange;

/** So many changes of each origin are kept; all of them are counted. */
#define YL_VERSIONS_MAX_CHANGES 20000u

/** A step from what one workbook states to what the other does. */
typedef struct
{
  const char *step;
  gint64 amount_fen;
  YlSide side;       /* whose change it is; meaningful when has_side */
  gboolean has_side; /* FALSE: the copies are different */
} YlVersionStep;

/** YlVersions: what two workbooks show, cell by cell, beside what their copies come to. */
typedef struct
{
  YlArena *arena;  /* of its texts */
  GArray *changes; /* of YlVersionChange: by origin, then in the order of the sheets */
  guint64 n_changes[YL_N_CHANGE_ORIGINS];
  guint64 n_renumbered; /* rows of which only the ordinal is another: no changes */
  GArray *steps;        /* of YlVersionStep: they lead from the old stated total to the new one */
  gint64 stated_fen[YL_N_SIDES];
  gboolean has_stated; /* on both sides */
} YlVersions;

/** yl_versions_new: nothing compared. */
YlVersions *yl_versions_new (void);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlVersions, yl_arena_free_record)

/** yl_versions_count: all changes. */
guint64 yl_versions_count (const YlVersions *versions);
/** yl_versions_add: copies its texts; counts it, and keeps it while there is room. */
void yl_versions_add (YlVersions *versions, const YlVersionChange *change);
/** yl_versions_add_step: copies the text; a step of nothing is none. @side: YL_N_SIDES: of neither */
void yl_versions_add_step (YlVersions *versions, guint side, const char *step, gint64 amount_fen);
/** yl_versions_arrange: after the last change: by origin. */
void yl_versions_arrange (YlVersions *versions);

/** yl_version_change_to_name: (transfer full): by what it means: "资金来源 第 3 行（省级补助）金额（元）". */
char *yl_version_change_to_name (const YlVersionChange *change);
/** yl_version_change_to_text: (transfer full): what it is on @side: "743161"; "（空）"; "3（公式 =A1+B1）", the formula
 * only where somebody touched one; "没有这一行". */
char *yl_version_change_to_text (const YlVersionChange *change, YlSide side);

const char *yl_change_origin_get_key (YlChangeOrigin origin); /* "edited" … */
const char *
yl_change_origin_get_name (YlChangeOrigin origin); /* "改动的单元格（与自己的数据副本不符）" … */
const char *yl_change_extent_get_key (YlChangeExtent extent); /* "cell" … */

G_END_DECLS
