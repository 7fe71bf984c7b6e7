#pragma once

#include "yanglu/base/ratio.h"
#include "yanglu/domain/audit/audit.h"

G_BEGIN_DECLS

/** What the auditor decides. */
typedef struct
{
  guint64 seed;
  guint confidence_percent; /* 90, 95 or 99 */
  YlShare tolerable;   /* tolerable misstatement as a share of the total, above 0 to the whole */
  guint stops_per_day; /* 1 or more */
  gint64 interval_fen; /* 0: tolerable misstatement ÷ confidence factor, at least one fen */
} YlSamplePlan;

/** What it is when nobody says otherwise. */
#define YL_SAMPLE_PLAN_DEFAULT                                                                     \
  {                                                                                                \
    .seed = 20201128, .confidence_percent = 95, .tolerable = { 50000 }, .stops_per_day = 8         \
  }

/** One unit that was drawn. */
typedef struct
{
  guint unit;          /* its place in the population, from 0 */
  guint n_hits;        /* how many of the chosen fen are its own */
  gboolean is_certain; /* at least one interval long: drawn whatever the seed */
  guint day;           /* of the drive, from 1 */
  guint stop;          /* of that day, from 1 */
} YlSampleDraw;

/**
 * YlSample: a monetary-unit sample: every fen has the same chance, so a large amount is drawn more
 * surely than a small one (AICPA Audit Guide "Audit Sampling"; 《中国注册会计师审计准则第1314号——
 * 审计抽样》 allows 货币单元抽样).
 */
typedef struct
{
  YlSamplePlan plan;
  gint64 factor_hundredths; /* of the Poisson law, for no expected misstatement: 300 is 3.00 */
  gint64 total_fen;
  gint64 tolerable_fen;
  gint64 interval_fen;
  gint64 start_fen; /* the first fen chosen, from 1 to the interval */
  guint64 n_hits;
  guint n_days;
  GArray *draws; /* of YlSampleDraw, in the order of the drive */
} YlSample;

/** yl_sample_find_factor: hundredths of the confidence factor; %FALSE for any but 90, 95, 99. */
gboolean yl_sample_find_factor (guint confidence_percent, gint64 *out_hundredths);

/**
 * yl_sample_draw:
 * @population: (element-type YlSampleUnit): amounts at or below zero are never drawn
 *
 * The population is laid end to end in its own order, and from a start within the first interval
 * every interval-th fen is chosen. The drive visits the townships in the order in which the population names them
 * first (units without one at the end); a township that fits into one day is not split over two.
 *
 * Returns: (transfer full): nothing drawn when the total is zero; %NULL with %YL_ERROR_USAGE when
 *   @plan is none, with %YL_ERROR_OVERFLOW when the amounts do not add up within 64 bits
 */
YlSample *yl_sample_draw (const GArray *population, const YlSamplePlan *plan, GError **error);
void yl_sample_free (YlSample *sample);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlSample, yl_sample_free)

G_END_DECLS
