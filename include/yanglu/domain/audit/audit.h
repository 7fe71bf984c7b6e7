#pragma once

#include "yanglu/domain/audit/comparison.h"
#include "yanglu/domain/audit/coverage.h"
#include "yanglu/domain/finding.h"
#include "yanglu/domain/audit/paying.h"

G_BEGIN_DECLS

typedef enum
{
  YL_VERDICT_HOLDS,      /* every figure of money was compared, and no error stands */
  YL_VERDICT_DIFFERS,    /* an error stands, or the totals differ */
  YL_VERDICT_UNREADABLE, /* nothing in it could be audited */
  YL_VERDICT_PARTLY,     /* no error, but figures were held against nothing */
} YlVerdict;
#define YL_N_VERDICTS (YL_VERDICT_PARTLY + 1)

/** What the audit took something for, said before the findings so that a person can object. */
typedef struct
{
  const char *what;      /* "工作表“汇总”第 3 行起" */
  const char *taken_for; /* "分乡镇汇总：B 列为县道里程（公里）" */
} YlReading;

/** A cause that explains a difference; the best explanation first. */
typedef struct
{
  const char *cause;    /* a Chinese sentence */
  char **rows;          /* places concerned: "汇总!5"; NULL-terminated */
  gint64 explained_fen; /* signed, found − expected */
  gint64 remaining_fen; /* what of the difference is left */
} YlExplanation;

/** One thing that can be drawn for a closer look. */
typedef struct
{
  const char *name; /* route code and name */
  const char *township;
  const char *place; /* "里程明细!5" */
  gint64 amount_fen; /* as stated; zero or more */
} YlSampleUnit;

/** The copy of the inputs in a workbook of ours, and what it was held against first. */
typedef struct
{
  const char *fingerprint; /* of the copy; NULL: there is none that could be read */
  const char *printed;     /* on 封面; NULL: nothing that could be one */
  gboolean has_roads;      /* a road list was given beside it … */
  gboolean is_of_roads;    /* … and is the one of the copy, byte for byte */
} YlCopyReading;

/** YlAudit: what an audit of one file comes to. */
typedef struct
{
  YlArena *arena;
  const char *file; /* base name */
  YlVerdict verdict;
  const char *conclusion; /* Chinese sentences */
  YlFindings *findings;
  GArray *readings;           /* of YlReading */
  GArray *explanations;       /* of YlExplanation */
  GArray *steps;              /* of YlDifferenceStep: from the stated total to the recomputed one */
  GArray *population;         /* of YlSampleUnit */
  YlComparison *approval;     /* owned; NULL: no approved table was given */
  YlComparison *three_tables; /* owned; NULL: no published table was given */
  YlPaying *paying;           /* owned; NULL: no ledger was given */
  YlCoverage *coverage;       /* owned: what was compared, and what was not */
  YlCopyReading copy;
  gint64 stated_fen;   /* the total as the file states it; meaningful when has_stated */
  gint64 expected_fen; /* the total recomputed; meaningful when has_expected */
  gint64 slack_fen;    /* what the totals may differ by: rounding, and what the rules let go */
  gboolean has_stated;
  gboolean has_expected;
} YlAudit;

/** yl_audit_new: nothing found, nothing said, nothing compared, %YL_VERDICT_HOLDS. */
YlAudit *yl_audit_new (const char *file);
void yl_audit_free (YlAudit *audit);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlAudit, yl_audit_free)

/* Each copies its texts. */
void yl_audit_add_reading (YlAudit *audit, const char *what, const char *taken_for);
void yl_audit_add_explanation (YlAudit *audit,
                               const char *cause,
                               const char *const *rows,
                               gint64 explained_fen,
                               gint64 remaining_fen);
void yl_audit_add_step (YlAudit *audit, const char *step, gint64 amount_fen);
void yl_audit_add_unit (YlAudit *audit, const YlSampleUnit *unit);

/** yl_audit_append: what was read, found and compared in @more, told in @audit as well. */
void yl_audit_append (YlAudit *audit, const YlAudit *more);

const char *yl_verdict_get_name (YlVerdict verdict); /* "成立" "不符" "未能重算" "部分核对" */
const char *yl_verdict_get_key (YlVerdict verdict); /* "holds" "differs" … */

G_END_DECLS
