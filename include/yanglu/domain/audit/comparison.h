#pragma once

#include "yanglu/base/arena.h"
#include "yanglu/domain/audit/party.h"
#include "yanglu/domain/row-id.h"

G_BEGIN_DECLS

/** What a published amount is beside the other two, but for its rounding. */
typedef enum
{
  YL_THREE_AS_APPROVED,
  YL_THREE_AS_PAID,
  YL_THREE_WRONG_UNIT, /* ten thousand times too much or too little */
  YL_THREE_DIFFERENT,
  YL_THREE_NOT_PUBLISHED,
} YlThreeVerdict;
#define YL_N_THREE_VERDICTS (YL_THREE_NOT_PUBLISHED + 1)

/** A payee, or a purpose, in the tables that are compared. */
typedef struct
{
  const char *name;     /* as it is expected; of one that nobody expects the table's */
  const char *written;  /* as the table calls it, where that is another name; "" */
  YlPartyMatch match;   /* of @written */
  guint purpose;        /* YL_PURPOSE_DAILY of a payee; another of the lines of that purpose */
  gboolean is_expected; /* what the table is held against has it */
  gboolean is_stated;   /* the table has it */
  gint64 expected_fen;
  gint64 paid_fen; /* 执行 */
  gint64 stated_fen;
  gint64 unit_fen;        /* the smallest step of the stated amount: what it was rounded to */
  YlRowId row;            /* of the table; 0: none */
  YlThreeVerdict verdict; /* of a published table */
} YlComparedRow;

/** One step from one total to another. */
typedef struct
{
  const char *step;
  gint64 amount_fen;
  guint row; /* whose difference it is, an index; YL_STEP_OF_MANY: of many together */
} YlDifferenceStep;
#define YL_STEP_OF_MANY G_MAXUINT

/** YlComparison: a table that states amounts beside what they should be: the table as approved (批复)
 * beside the budget; the published one (公开) beside what was approved and what was paid (执行). */
typedef struct
{
  YlArena *arena;
  GArray *rows; /* of YlComparedRow: those expected in their order, then the others as they come */
  gboolean has_paid;
  GArray *to_paid;   /* of YlDifferenceStep: expected to paid; empty without a ledger */
  GArray *to_stated; /* of YlDifferenceStep: paid, or expected without a ledger, to stated */
  gint64 expected_fen;
  gint64 paid_fen;
  gint64 stated_fen;
  gboolean is_pool; /* the table has one sum and names nobody who is expected */
} YlComparison;

YlComparison *yl_comparison_new (gboolean has_paid);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlComparison, yl_arena_free_record)

/* Each copies its texts. */
void yl_comparison_add_row (YlComparison *comparison, const YlComparedRow *row);
/** yl_comparison_add_step: @steps: one of those of @comparison. */
void yl_comparison_add_step (
    YlComparison *comparison, GArray *steps, const char *step, guint row, gint64 amount_fen);
YlComparedRow *yl_comparison_get_row (const YlComparison *comparison, guint index);

const char *yl_three_verdict_get_name (YlThreeVerdict verdict); /* "与批复一致" "没有公开" … */
const char *yl_three_verdict_get_key (YlThreeVerdict verdict); /* "as_approved" … */

G_END_DECLS
