#pragma once

#include "yanglu/audit/budget/figure-rules.h"
#include "yanglu/audit/gainers.h"
#include "yanglu/audit/found/rules.h"

G_BEGIN_DECLS

#define FOUND_N_RATES (YL_FOUND_ALL_CLASSES + 1)
#define FOUND_NO_CODE YL_N_CODES

/** One cell with a number, as it stands and as it should. */
typedef struct
{
  gint64 expected;      /* the stated one until something else is found */
  guint8 code;          /* of the finding that tells it; FOUND_NO_CODE */
  gboolean is_judged;   /* expected comes from the policy; of a sum: from its rows */
  gboolean is_detailed; /* expected comes from the rows of another table */
} FoundCell;

/** FoundCheck: one table under examination. */
typedef struct
{
  const YlFoundTable *table;
  const char *file;
  const YlRateTable *rates;
  const YlRuleSet *rules; /* (nullable): no limits */
  YlAudit *audit;
  gint64 *steps;             /* one a column */
  FoundCell *cells;          /* rows × columns */
  int length[FOUND_N_RATES]; /* columns by class; -1 */
  int amount[FOUND_N_RATES]; /* those that kilometres explain */
  int rate[FOUND_N_RATES];
  gboolean is_by_length;      /* amounts are kilometres × rate at all */
  gboolean is_length_rounded; /* amounts come from kilometres with more digits than are shown */
  GArray *deviations;         /* what amounts.c found, before it is told */
  gint64 listed_fen;          /* what the road list has more than the kilometres of the table */
} FoundCheck;

void found_check_init (FoundCheck *check,
                       const YlFoundTable *table,
                       const char *file,
                       const YlRateTable *rates,
                       const YlRuleSet *rules,
                       YlAudit *audit);
void found_check_clear (FoundCheck *check);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FoundCheck, found_check_clear)

const YlFoundRow *found_check_row (const FoundCheck *check, guint row);
const YlFoundColumn *found_check_column (const FoundCheck *check, guint column);
const YlFoundValue *found_check_value (const FoundCheck *check, guint row, guint column);
FoundCell *found_check_cell (const FoundCheck *check, guint row, guint column);
/** found_check_step: what the last digit of the cell is worth. */
gint64 found_check_step (const FoundCheck *check, guint row, guint column);
gboolean found_check_is_item (const FoundCheck *check, guint row);
/** found_find_total_row: the last 合计; -1 for none. */
int found_find_total_row (const FoundCheck *check);
/** found_value_is_unread: something stands there that is no number. */
gboolean found_value_is_unread (const YlFoundValue *value);

/** found_check_limit: of the rule @code; 0 without rules. */
gint64 found_check_limit (const FoundCheck *check, YlCode code, YlLimit limit);
/** found_may_differ: whether the rules let two sums of money differ that much (C01). */
gboolean found_may_differ (const FoundCheck *check, gint64 difference_fen);

/** Cells added up, as they stand and as they should. */
typedef struct
{
  gint64 stated;
  gint64 expected; /* when every cell were right */
  guint n;
  guint n_known;
  guint n_rounded;    /* of them, not what the policy comes to to the unit */
  gboolean is_unread; /* a number is missing or does not fit */
} FoundSum;
void found_sum_add (FoundSum *sum, const FoundCheck *check, guint row, guint column);
/** found_add: adds; FALSE when it does not fit. */
gboolean found_add (gint64 *sum, gint64 amount);

/** found_find_gainer: (transfer none): who has more when @stake_fen more is stated in @row than should
 * be. */
const char *found_find_gainer (const YlFoundRow *row, gint64 stake_fen);

/** found_tell: a finding at a cell; @stake_fen: (nullable). Marks the cell. */
void found_report (
    const FoundCheck *check, guint row, guint column, YlFinding finding, const gint64 *stake_fen);
/** found_price: what @difference in @column is worth; FALSE when kilometres of no class have no
 * price. */
gboolean
found_price (const FoundCheck *check, guint row, guint column, gint64 difference, gint64 *out_fen);

/** A cell that does not state what it should, and what that comes from. */
typedef struct
{
  YlCode code;
  YlSeverity severity;
  gint64 stated;
  gint64 expected;
  gboolean is_blank;  /* nothing stands there */
  const char *who;    /* (nullable): the row, where not by its label */
  const char *from;   /* "各行相加" */
  const char *remark; /* at the end of the sentence; "" */
} FoundDifference;
/** found_report_difference: what the cell states, what it should, and the difference. */
void found_report_difference (const FoundCheck *check,
                              guint row,
                              guint column,
                              const FoundDifference *difference,
                              const gint64 *stake_fen);

/** found_place: where a cell is, for the rules of single figures; the text is owned by @out_cell. */
YlFigurePlace found_place (const FoundCheck *check, guint row, guint column, char **out_cell);
/** found_to_text: (transfer full): @units of @column as a person reads them: "12.345 公里". */
char *found_to_text (const YlFoundColumn *column, gint64 units);

/** One class of a row that has an amount. */
typedef struct
{
  guint8 rate;
  guint column; /* of the length */
  gint64 length_m;
  gint64 rate_fen_per_km;
} FoundTerm;
/** found_terms: what the amount of @column in @row comes from; 0: it cannot be told. */
guint found_terms (const FoundCheck *check, guint row, guint column, FoundTerm out[YL_N_RATES]);
/** found_terms_price: Σ length × rate; FALSE when it does not fit. */
gboolean found_terms_price (const FoundTerm *terms, guint n, gint64 *out_fen);
/** found_tolerance: what an amount may differ by rounding. */
gint64
found_tolerance (const FoundCheck *check, guint row, guint column, const FoundTerm *terms, guint n);

/* One table at a time, each rule in the source of its name. */
void found_check_amounts (FoundCheck *check);
void found_check_sums (FoundCheck *check);
/** found_check_across: of the rows that are items, or of the others, after their sums. */
void found_check_across (FoundCheck *check, gboolean is_of_items);
void found_check_figures (FoundCheck *check);
void found_check_hidden (FoundCheck *check);
void found_check_road_rows (FoundCheck *check);

/* details.c */
/** found_check_details: of tables of more rows, checked before, what the table sums up. */
void found_check_details (FoundCheck *overview, FoundCheck *const *larger, guint n_larger);
/** found_check_rest: the same of tables of fewer rows, for what nothing else judged. */
void found_check_rest (FoundCheck *overview, FoundCheck *const *smaller, guint n_smaller);
void found_check_roads (FoundCheck *check, const YlBudget *budget);
void found_check_between (FoundCheck *const *checks, guint n_checks);

/* totals.c */
/** found_row_money: what the row states and what it should, in one amount; FALSE for none. */
gboolean
found_row_money (const FoundCheck *check, guint row, gint64 *out_stated, gint64 *out_expected);
void found_totals (FoundCheck *const *checks, guint n_checks, YlAudit *audit);

G_END_DECLS
