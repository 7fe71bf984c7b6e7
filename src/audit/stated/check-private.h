#pragma once

#include "yanglu/audit/budget/figure-rules.h"
#include "yanglu/audit/gainers.h"
#include "yanglu/audit/stated/rules.h"

G_BEGIN_DECLS

#define STATED_N_RATES (YL_STATED_ALL_CLASSES + 1)
#define STATED_NO_CODE YL_N_CODES

/** One cell with a number, as it stands and as it should. */
typedef struct
{
  gint64 expected;      /* the stated one until something else is found */
  guint8 code;          /* of the finding that tells it; STATED_NO_CODE */
  gboolean is_judged;   /* expected comes from the policy; of a sum: from its rows */
  gboolean is_detailed; /* expected comes from the rows of another table */
} StatedCell;

/** A cell that is wrong, before it is told: the same mistake throughout is told once. */
typedef struct
{
  guint row;
  guint column;
  YlCode code;
  guint8 rate;            /* class concerned */
  gint64 rate_fen_per_km; /* the rate that was used; 0: none */
  gint64 factor;          /* 10 000, 1 000, −10 000 … (negative: too small); 0: none */
  gint64 stake_fen;
} StatedDeviation;

/** StatedCheck: one table under examination. */
typedef struct
{
  const YlStatedTable *table;
  const char *file;
  const YlRateTable *rates;
  const YlRuleSet *rules; /* (nullable): no limits */
  YlAudit *audit;
  gint64 *steps;              /* one a column */
  StatedCell *cells;          /* rows × columns */
  int length[STATED_N_RATES]; /* columns by class; -1 */
  int amount[STATED_N_RATES]; /* those that kilometres explain */
  int rate[STATED_N_RATES];
  gboolean is_by_length;      /* amounts are kilometres × rate at all */
  gboolean is_length_rounded; /* amounts come from kilometres with more digits than are shown */
  GArray *deviations;         /* of StatedDeviation */
  gint64 listed_fen;          /* what the road list has more than the kilometres of the table */
} StatedCheck;

void stated_check_init (StatedCheck *check,
                        const YlStatedTable *table,
                        const char *file,
                        const YlRateTable *rates,
                        const YlRuleSet *rules,
                        YlAudit *audit);
void stated_check_clear (StatedCheck *check);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StatedCheck, stated_check_clear)

const YlStatedRow *stated_check_row (const StatedCheck *check, guint row);
const YlStatedColumn *stated_check_column (const StatedCheck *check, guint column);
const YlStatedValue *stated_check_value (const StatedCheck *check, guint row, guint column);
StatedCell *stated_check_cell (const StatedCheck *check, guint row, guint column);
/** stated_cell_is_exact: it is what it should be to the unit, or nothing: nothing was rounded. */
gboolean stated_cell_is_exact (const StatedCheck *check, guint row, guint column);
/** stated_check_step: what the last digit of the cell is worth. */
gint64 stated_check_step (const StatedCheck *check, guint row, guint column);
gboolean stated_check_is_item (const StatedCheck *check, guint row);
/** stated_value_is_unread: something stands there that is no number. */
gboolean stated_value_is_unread (const YlStatedValue *value);

/** stated_check_limit: of the rule @code; 0 without rules. */
gint64 stated_check_limit (const StatedCheck *check, YlCode code, YlLimit limit);
/** stated_may_differ: whether the rules let two sums of money differ that much (C01). */
gboolean stated_may_differ (const StatedCheck *check, gint64 difference_fen);

/** stated_add: adds; FALSE when it does not fit. */
gboolean stated_add (gint64 *sum, gint64 amount);

/** stated_find_gainer: (transfer none): who has more when @stake_fen more is stated in @row than should
 * be. */
const char *stated_find_gainer (const YlStatedRow *row, gint64 stake_fen);

/** stated_tell: a finding at a cell; @stake_fen: (nullable). Marks the cell. */
void stated_tell (
    const StatedCheck *check, guint row, guint column, YlFinding finding, const gint64 *stake_fen);
/** stated_place: where a cell is, for the rules of single figures; the text is owned by @out_cell. */
YlFigurePlace stated_place (const StatedCheck *check, guint row, guint column, char **out_cell);
/** stated_to_text: (transfer full): @units of @column as a person reads them: "12.345 公里". */
char *stated_to_text (const YlStatedColumn *column, gint64 units);

/* amounts.c, deviations.c, sums.c, across.c, figures.c */
void stated_check_amounts (StatedCheck *check);
void stated_tell_deviations (StatedCheck *check);
void stated_check_sums (StatedCheck *check);
/** stated_check_across: of the rows that are items, or of the others, after their sums. */
void stated_check_across (StatedCheck *check, gboolean is_of_items);
void stated_check_figures (StatedCheck *check);
void stated_check_hidden (StatedCheck *check);

/* road-rows.c */
void stated_check_road_rows (StatedCheck *check);
/* details.c */
/** stated_check_details: of tables of more rows, checked before, what the table sums up. */
void stated_check_details (StatedCheck *overview, StatedCheck *const *larger, guint n_larger);
/** stated_check_rest: the same of tables of fewer rows, for what nothing else judged. */
void stated_check_rest (StatedCheck *overview, StatedCheck *const *smaller, guint n_smaller);
/* roads.c */
void stated_check_roads (StatedCheck *check, const YlBudget *budget);
/* between.c */
void stated_check_between (StatedCheck *const *checks, guint n_checks);

/* totals.c */
/** stated_row_money: what the row states and what it should, in one amount; FALSE for none. */
gboolean
stated_row_money (const StatedCheck *check, guint row, gint64 *out_stated, gint64 *out_expected);
void stated_totals (StatedCheck *const *checks, guint n_checks, YlAudit *audit);

G_END_DECLS
