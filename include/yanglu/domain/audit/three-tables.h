#pragma once

#include "yanglu/base/arena.h"
#include "yanglu/base/date.h"
#include "yanglu/domain/fund.h"
#include "yanglu/domain/audit/party.h"

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

/** A payee, or a purpose, in the three tables. */
typedef struct
{
  const char *name;
  const char *written;   /* as the published table calls it, where that is another name; "" */
  YlPartyMatch match;    /* of @written */
  guint purpose;         /* YL_PURPOSE_DAILY of a payee; another of the lines of that purpose */
  gboolean is_approved;  /* the budget has it */
  gboolean is_published; /* the published table has it */
  gint64 approved_fen;   /* 批复 */
  gint64 paid_fen;       /* 执行 */
  gint64 published_fen;  /* 公开 */
  gint64 unit_fen;       /* the smallest step of the published amount: what it was rounded to */
  guint32 row;           /* of the published table; 0: none */
  YlThreeVerdict verdict;
} YlThreeRow;

/** One step of the bridge; the steps add up from the approved total to the published one. */
typedef struct
{
  const char *step;
  guint row; /* whose difference it is, an index; YL_THREE_ALL_ROWS: of many together */
  gint64 amount_fen;
} YlThreeStep;
#define YL_THREE_ALL_ROWS G_MAXUINT

/** YlThreeTables: approved, paid and published, side by side. */
typedef struct
{
  YlArena *arena;
  gboolean has_paid;
  GArray *rows;    /* of YlThreeRow */
  GArray *to_paid; /* of YlThreeStep: approved to paid; empty without a ledger */
  GArray *to_published;
  gint64 approved_fen;
  gint64 paid_fen;
  gint64 published_fen;
} YlThreeTables;

YlThreeTables *yl_three_tables_new (gboolean has_paid);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlThreeTables, yl_arena_free_record)

/* Each copies its texts. */
void yl_three_tables_add_row (YlThreeTables *tables, const YlThreeRow *row);
/** yl_three_tables_add_step: @steps: one of those of @tables. */
void yl_three_tables_add_step (
    YlThreeTables *tables, GArray *steps, const char *step, guint row, gint64 amount_fen);
YlThreeRow *yl_three_tables_get_row (const YlThreeTables *tables, guint index);

const char *yl_three_verdict_get_name (YlThreeVerdict verdict); /* "与批复一致" "没有公开" … */
const char *yl_three_verdict_get_key (YlThreeVerdict verdict); /* "as_approved" … */

G_END_DECLS
