#pragma once

#include "yanglu/base/arena.h"
#include <glib.h>

G_BEGIN_DECLS

/** The two lists, or years, that are held against each other. */
typedef enum
{
  YL_OLD,
  YL_NEW,
} YlSide;
#define YL_N_SIDES (YL_NEW + 1)

/**
 * The steps from one budget's total to another's, in their order: kilometres first, at the old
 * rates; then how they are counted; then their class; then the rates; then what rounding leaves.
 */
typedef enum
{
  YL_YEAR_NEW,     /* roads that no old kilometre leads to */
  YL_YEAR_DROPPED, /* roads of which nothing is left */
  YL_YEAR_LONGER,  /* a road that both lists have has more metres */
  YL_YEAR_SHORTER, /* or fewer */
  YL_YEAR_UNREAD,  /* metres of a route of which the other list has a row that nobody could read */
  YL_YEAR_COUNTING, /* 重复, 断头, 城管, 机耕道, 列养, or the kilometres the policy pays by */
  YL_YEAR_CLASS, /* reclassified */
  YL_YEAR_RATE,
  YL_YEAR_ROUNDING,   /* each row is rounded once: sections split or merged */
  YL_YEAR_MOVED,      /* from one township to another: nothing in all */
  YL_YEAR_BRIDGE_NEW, /* 桥梁, in the same order as roads */
  YL_YEAR_BRIDGE_DROPPED,
  YL_YEAR_BRIDGE_LONGER,
  YL_YEAR_BRIDGE_SHORTER,
  YL_YEAR_BRIDGE_KIND, /* another size or class */
  YL_YEAR_BRIDGE_RATE,
  YL_YEAR_UNKNOWN, /* a budget that names no roads: the difference of a township */
  YL_YEAR_RUNNING,
  YL_YEAR_STAFF,
  YL_YEAR_ROAD_CHIEF,
  YL_YEAR_INSURANCE,
  YL_YEAR_ENGINEERING,
  YL_YEAR_FOLLOW, /* what other levels pay more by the old arrangement, because more is needed: < 0 */
  YL_YEAR_GRANTS, /* more of their money: < 0 */
  YL_YEAR_PAYERS, /* another arrangement or other shares */
} YlYearStep;
#define YL_N_YEAR_STEPS (YL_YEAR_PAYERS + 1)
/** Steps that a road or a township can have: from the old daily standard to the new one. */
#define YL_N_PLACED_STEPS (YL_YEAR_UNKNOWN + 1)
/** Steps from the old demand to the new one; those after them lead on to what the county pays. */
#define YL_N_DEMAND_STEPS (YL_YEAR_ENGINEERING + 1)

typedef struct
{
  gint64 amount_fen;
  gint64 length_m; /* as the policy counts: signed where they come or go, else those concerned */
} YlYearAmount;

/** What became of one road, one reconciliation or one township; its steps add up to what @fen is more. */
typedef struct
{
  const char *
      code; /* of the route or reconciliation, or the nine digits of the township; "" when unknown */
  const char *name;          /* "" when unknown */
  const char *township;      /* of a road: the first its rows name; "" */
  const char *previous_code; /* of a road that had another code; of a township its other name; "" */
  guint32 township_code;     /* 0 unknown */
  gboolean
      is_netted; /* of a road: rows without stakes were linked: what came and went in it is netted */
  gint64 fen[YL_N_SIDES];
  gint64 m
      [YL_N_SIDES]; /* as each year's policy counts; NEW to COUNTING (and MOVED) lead from one to the other */
  YlYearAmount steps[YL_N_PLACED_STEPS];
} YlYearLine;

/** YlReconciliation: from one budget to another, so that every fen of the difference has its step. */
typedef struct
{
  YlArena *arena;         /* of the texts of its lines too */
  guint year[YL_N_SIDES]; /* 0: not known */
  const char
      *called[YL_N_SIDES]; /* "上年" and "本年" … as yl_reconciliation_call_sides() has them */
  gint64 daily_fen[YL_N_SIDES];  /* the daily standard, roads and bridges */
  gint64 demand_fen[YL_N_SIDES]; /* the whole demand */
  gint64 county_fen[YL_N_SIDES]; /* what of the demand other levels do not pay */
  YlYearAmount steps[YL_N_YEAR_STEPS];
  guint64 n_roads[YL_N_YEAR_STEPS]; /* roads with such a step */
  gboolean is_by_township_only; /* one budget names no roads: only the daily figures are there */
  GArray *townships;            /* of YlYearLine, by code, name */
  GArray *roads;                /* of YlYearLine, by code */
  GArray *bridges;              /* of YlYearLine, by code: bridges with money; metres are 全长 */
} YlReconciliation;

/** yl_reconciliation_new: nothing differs, no lines, no years. */
YlReconciliation *yl_reconciliation_new (void);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlReconciliation, yl_arena_free_record)

/** yl_reconciliation_call_sides: names its sides by their years: 上年 and 本年 when one follows the
 * other, else 2019年 and 2021年; 前一份 and 后一份 of one year, and where a year is not known. */
void yl_reconciliation_call_sides (YlReconciliation *reconciliation);

/** yl_year_line_is_changed: whether any step of @line has money or metres. */
gboolean yl_year_line_is_changed (const YlYearLine *line);

/** yl_reconciliation_count_netted: roads that changed and of which rows without stakes were linked. */
guint yl_reconciliation_count_netted (const YlReconciliation *reconciliation);

const char *yl_year_step_get_name (YlYearStep step); /* "新增路线" … */
const char *yl_year_step_get_key (YlYearStep step);  /* "new" … */
/** yl_reconciliation_describe_step: (transfer full): one Chinese sentence: what the step holds and how it
 * is priced; the sides are called as in @reconciliation. */
char *yl_reconciliation_describe_step (const YlReconciliation *reconciliation, YlYearStep step);

G_END_DECLS
