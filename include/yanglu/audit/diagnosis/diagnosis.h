#pragma once

#include "yanglu/audit/diagnosis/case.h"
#include "yanglu/domain/audit/audit.h"

G_BEGIN_DECLS

/** One mistake. */
typedef struct
{
  YlCauseKind kind;
  char *text;    /* a Chinese clause without a full stop */
  guint32 *rows; /* indices into the rows of the case, ascending */
  gsize n_rows;
  const char *place; /* (nullable): of the case: what was not taken off, or taken wrongly */
  guint n_alike;     /* how many single roads, digits … fit equally well; 1: only this one */
} YlFoundCause;

/** A set of mistakes that makes the rows what they are. */
typedef struct
{
  YlArena *arena;
  GPtrArray *causes; /* of YlFoundCause */
  gint64 explained_fen;
  gint64 remaining_fen; /* explained + remaining = the difference of the case */
  guint share_ppm;      /* explained ÷ whole, by the magnitude of each row's difference */
  guint cost;           /* bits that it takes to describe it: fewer is better */
} YlHypothesis;

/** At most so many explanations of one case are told. */
#define YL_DIAGNOSIS_MAX_TOLD 4
/** Pairs of single roads are looked for while a diagnosis has taken at most so many steps. */
#define YL_DIAGNOSIS_MAX_STEPS 4000000
/** Pairs of causes that concern whole columns are looked for in every differing row up to so many
 * rows; beyond, only in those that no single cause explains, and those pairs in all. */
#define YL_DIAGNOSIS_MAX_PAIRED_ROWS 200
/** Of more rows that differ only the first are looked into; what the others differ by is left, and the
 * explanation says so. */
#define YL_DIAGNOSIS_MAX_ROWS 20000
/** So many rows of one amount, or of one difference, are held against a row. */
#define YL_DIAGNOSIS_MAX_ALIKE 1000
/** So many pairs of rows are tried of which one may stand in the other. */
#define YL_DIAGNOSIS_MAX_MERGERS 4096

typedef enum
{
  YL_DIAGNOSIS_LIMIT_ALIKE = 1 << 0,
  YL_DIAGNOSIS_LIMIT_MERGERS = 1 << 1,
} YlDiagnosisLimit;

/** How far a diagnosis went. */
typedef struct
{
  guint64 n_steps; /* roads tried, rows asked for amounts that moved, and weighed */
  guint limits;    /* YlDiagnosisLimit: of what there was more than was tried */
} YlDiagnosisEffort;

/**
 * yl_diagnosis_run:
 * @out_effort: (out) (optional): how far it went
 *
 * Looks for the fewest real mistakes that make the stated amounts of @problem out
 * of the expected ones, to the fen, row by row.
 *
 * Every kind of cause is tried alone and in pairs on each row; causes with the
 * same parameter in several rows are one mistake. Of all sets that explain, the one with the
 * shortest description (kinds by their frequency, parameters and rows by their number) comes first;
 * others follow that cost at most three bits more and have no more mistakes, each with a distinct story.
 *
 * Returns: (transfer full) (element-type YlHypothesis): best first; empty when there is no
 *   difference, or when nothing explains any row of it
 */
GPtrArray *yl_diagnosis_run (const YlDiagnosisCase *problem, YlDiagnosisEffort *out_effort);

/** yl_diagnosis_get_difference: what there is to explain: stated less expected of every row, and each
 * 合计 less its rows as stated, unless it is as expected. */
gint64 yl_diagnosis_get_difference (const YlDiagnosisCase *problem);

/** yl_diagnosis_report: adds @hypotheses, what was found of @problem with @effort, to @audit, best first;
 * one explanation that says so when nothing explains the difference; none when there is no difference.
 * Each says what was not looked into. */
void yl_diagnosis_report (const YlDiagnosisCase *problem,
                          const GPtrArray *hypotheses,
                          const YlDiagnosisEffort *effort,
                          YlAudit *audit);

G_END_DECLS
