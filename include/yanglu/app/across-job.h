#pragma once

#include "yanglu/app/options.h"
#include "yanglu/domain/audit.h"

G_BEGIN_DECLS

/** YlAcrossJob: road lists of many counties, of any size, compared with each other. */
typedef struct _YlAcrossJob YlAcrossJob;

typedef enum
{
  YL_ACROSS_SAME_SECTION, /* in both counties, or in two lists of one (A11) */
  YL_ACROSS_SAME_ORIGIN,  /* both say to come from the same metres of last year (A11) */
  YL_ACROSS_OTHER_CODE,   /* the same stakes and name in one township under two codes (A11) */
  YL_ACROSS_CODE_AT_ODDS, /* the route code names the first county, the division code the second */
} YlAcrossKind;
#define YL_N_ACROSS_KINDS 4

/** All that is between two counties, whether its findings are kept or only counted. */
typedef struct
{
  YlAcrossKind kind;
  guint32 first_county; /* 0 unknown */
  guint32 later_county;
  guint64 n_sections;
  gint64 length_m;
  YlMoney amount; /* claimed twice; 0 of %YL_ACROSS_CODE_AT_ODDS */
} YlAcrossPair;

/**
 * yl_across_job_run:
 * @paths: (array zero-terminated=1): road lists, "-" for standard input
 * @options: policy, year and clock_year are used as `summary` does
 * @n_kept: findings of one code that are kept with their text
 *
 * Every row is validated as by `summary`; then the counted sections of all lists are compared.
 * What is listed twice by one county in one file is left to `check`. Of a code the first @n_kept
 * findings are kept, all are counted, and the pairs add up all of them.
 *
 * Returns: %NULL with %YL_ERROR_USAGE for more than 65,536 lists, or %YL_ERROR_OVERFLOW when
 *   a sum does not fit
 */
YlAcrossJob *yl_across_job_run (const char *const *paths,
                                const YlJobOptions *options,
                                guint n_kept,
                                YlProgress progress,
                                GError **error);
void yl_across_job_free (YlAcrossJob *job);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlAcrossJob, yl_across_job_free)

/** yl_across_job_get_files: (array zero-terminated=1): base names, as in the findings. */
const char *const *yl_across_job_get_files (const YlAcrossJob *job);
const YlFindings *yl_across_job_get_findings (const YlAcrossJob *job);
/** yl_across_job_get_pairs: (array length=out_n): by kind, most money first. */
const YlAcrossPair *yl_across_job_get_pairs (const YlAcrossJob *job, gsize *out_n);
YlVerdict yl_across_job_get_verdict (const YlAcrossJob *job);
/** yl_across_job_get_n_rows: rows that were read; of them compared: counted, with a full code. */
guint64 yl_across_job_get_n_rows (const YlAcrossJob *job, guint64 *out_n_compared);
/** yl_across_kind_get_name: "同一路段两处列入" …; yl_across_kind_get_key: "same_section" … */
const char *yl_across_kind_get_name (YlAcrossKind kind);
const char *yl_across_kind_get_key (YlAcrossKind kind);
/** yl_across_job_show_county: (transfer full): "371502（东昌府区）". */
char *yl_across_job_show_county (const YlAcrossJob *job, guint32 county_code);

G_END_DECLS
