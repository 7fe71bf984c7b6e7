#pragma once

#include "yanglu/base/arena.h"

G_BEGIN_DECLS

/** Why a figure was held against nothing. */
typedef enum
{
  YL_GAP_UNREAD,    /* no number can be read in it */
  YL_GAP_NO_BASIS,  /* no kilometres and rates, no other table and no sum bear it out */
  YL_GAP_SET_ASIDE, /* nobody knows what its column means */
  YL_GAP_OUTSIDE,   /* it stands in no table that was understood */
  YL_GAP_ERROR,     /* its formula comes to an error */
  YL_GAP_UNWORKED,  /* its formula could not be worked out */
} YlGapReason;
#define YL_N_GAP_REASONS (YL_GAP_UNWORKED + 1)

/** Figures of one column, or outside every table, that were held against nothing. */
typedef struct
{
  const char *sheet;
  const char *column; /* its head; "" for figures outside tables */
  const char *cell;   /* the first of them: "E3" */
  guint64 n_figures;
  gint64 amount_fen; /* what the amounts among them come to; meaningful when is_money */
  gboolean is_money;
  YlGapReason reason;
} YlCoverageGap;

/**
 * YlCoverage: what of the money of an audited file was held against what. A figure is proved when it
 * was compared with what kilometres, rates, grants or the copy of the inputs come to, or is a sum of
 * such figures; it is linked when it is only a part or the whole of a sum that was compared.
 */
typedef struct
{
  YlArena *arena;
  guint64 n_rows;    /* with a figure that was compared */
  guint64 n_columns; /* the same */
  guint64 n_proved;  /* figures */
  guint64 n_linked;
  GArray *gaps; /* of YlCoverageGap */
} YlCoverage;

YlCoverage *yl_coverage_new (void);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlCoverage, yl_arena_free_record)

/** yl_coverage_add_gap: copies its texts; one of the same sheet, column and reason grows. */
void yl_coverage_add_gap (YlCoverage *coverage, const YlCoverageGap *gap);
/** yl_coverage_append: what @more counts and names as well. */
void yl_coverage_append (YlCoverage *coverage, const YlCoverage *more);
/** yl_coverage_is_whole: money was compared, and nothing is named that was held against nothing. */
gboolean yl_coverage_is_whole (const YlCoverage *coverage);
/** yl_coverage_gap_to_text: (transfer full): "工作表“汇总”“金额”列 3 个数（E3 起，合计 10.00 元）：…" */
char *yl_coverage_gap_to_text (const YlCoverageGap *gap);
/** yl_coverage_to_text: (transfer full): "已核对 3 行 2 列" and how, or that nothing was. */
char *yl_coverage_to_text (const YlCoverage *coverage);

const char *yl_gap_reason_get_name (YlGapReason reason); /* "不是数字，没有读出" … */
const char *yl_gap_reason_get_key (YlGapReason reason);  /* "unread" … */

G_END_DECLS
