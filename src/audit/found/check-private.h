#pragma once

#include "yanglu/audit/budget/figure-rules.h"
#include "yanglu/audit/found/rules.h"
#include "yanglu/audit/gainers.h"

G_BEGIN_DECLS

#define FOUND_N_RATES (YL_FOUND_ALL_CLASSES + 1)
#define FOUND_NO_CODE YL_N_CODES

/** FoundCell: one cell of a table: what stands there, and what should. */
typedef struct
{
  const YlFoundRow *row;
  const YlFoundColumn *head;
  const YlFoundValue *value;
  gint64 stated;        /* 0 where no number stands */
  gint64 expected;      /* the stated one until something else is found */
  guint8 code;          /* of the finding that tells it; FOUND_NO_CODE */
  gboolean is_judged;   /* expected comes from the policy; of a sum: from its rows */
  gboolean is_detailed; /* expected comes from the rows of another table */
  gboolean is_rounded;  /* and is not them to the unit */
  guint8 proof;         /* FoundProof */
} FoundCell;

typedef struct FoundCheck FoundCheck;
/** FoundRoads: which rows of a table are of what the list knows. */
typedef struct FoundRoads FoundRoads;
/** FoundCheck: one table under examination. */
struct FoundCheck
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
  gboolean are_lengths_exact; /* amounts come to the fen from the kilometres that are shown */
  gboolean is_length_rounded; /* amounts come from kilometres with more digits than are shown */
  GArray *deviations;         /* of FoundDeviation, before they are told */
  gint64 listed_fen;          /* what the road list has more than the kilometres of the table */
  FoundRoads *roads;          /* (nullable): no list, or the table is about other things */
  GArray *sets;               /* of FoundSet */
  gint64 *total_offs; /* (nullable): of each column; what found_get_total_off() knows already */
  guint8 *levels;     /* (nullable): of each row in its outline, by number */
  GArray *links;      /* of FoundLink */
  GArray *details;    /* of FoundDetail */
};

void found_check_init (FoundCheck *check,
                       const YlFoundTable *table,
                       const char *file,
                       const YlRateTable *rates,
                       const YlRuleSet *rules,
                       YlAudit *audit);
void found_check_clear (FoundCheck *check);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FoundCheck, found_check_clear)

const YlFoundRow *found_row (const FoundCheck *check, guint row);
const YlFoundColumn *found_head (const FoundCheck *check, guint column);
FoundCell *found_cell (const FoundCheck *check, guint row, guint column);
/** found_step: what the last digit of the cell is worth. */
gint64 found_step (const FoundCheck *check, const FoundCell *cell);
/** found_is_money: an amount, of this year or of another time. */
gboolean found_is_money (const YlFoundColumn *column);
gboolean found_is_item (const FoundCheck *check, guint row);
/** found_next_item: moves @row on to the next item, unless it is one; FALSE behind the last. */
gboolean found_next_item (const FoundCheck *check, guint *row);
/** found_is_other_money: works, bridges and running cost are not by the kilometre, though kilometres may
 * stand beside. */
gboolean found_is_other_money (const YlFoundRow *row);
/** found_find_first: the first column of @meaning; -1 for none. */
int found_find_first (const FoundCheck *check, YlFoundMeaning meaning);
/** found_find_total_row: the last 合计; -1 for none. */
int found_find_total_row (const FoundCheck *check);
/** found_value_is_unread: something stands there that is no number. */
gboolean found_value_is_unread (const YlFoundValue *value);

/** found_limit: of the rule @code; 0 without rules. */
gint64 found_limit (const FoundCheck *check, YlCode code, YlLimit limit);
/** found_may_differ: whether the rules let two sums differ that much (C01), if @cell is money. */
gboolean found_may_differ (const FoundCheck *check, const FoundCell *cell, gint64 difference_fen);

/** found_add: adds; FALSE when it does not fit. */
gboolean found_add (gint64 *sum, gint64 amount);

/** What a finding is about, in money; all zero: nobody can say. */
typedef struct
{
  gboolean is_known;
  gint64 fen;
} FoundStake;
/** found_price: what @difference in the cell is worth; kilometres of no class have no price. */
FoundStake found_price (const FoundCheck *check, const FoundCell *cell, gint64 difference);

/** found_find_gainer: (nullable): who has more when @stake_fen more is stated in @row: never a total. */
const char *found_find_gainer (const YlFoundRow *row, gint64 stake_fen);
/** found_report_at: @finding in the table; its place in the sheet is said already. */
void found_report_at (const FoundCheck *check, YlFinding finding, FoundStake stake);
/** found_report: @finding at a cell, which is marked with it. Who has more and its formula are found. */
void found_report (const FoundCheck *check, FoundCell *cell, YlFinding finding, FoundStake stake);
/** found_report_reading: what a whole table was taken for. */
void found_report_reading (const YlFoundTable *table, const char *taken, YlAudit *audit);

/** A cell that does not state what it should, and what that comes from. */
typedef struct
{
  YlCode code;
  YlSeverity severity;
  gint64 stated;
  gint64 expected;
  gboolean is_blank;   /* nothing stands there */
  const char *who;     /* (nullable): the row, where not by its label */
  const char *from;    /* "各行相加" */
  const char *remark;  /* (nullable): at the end of the sentence */
  const char *rounded; /* (nullable): "各行", whose rounding explains the difference: 尾差 */
} FoundDifference;
/** found_report_difference: what the cell states, what it should, and the difference. */
void found_report_difference (const FoundCheck *check,
                              FoundCell *cell,
                              const FoundDifference *difference,
                              FoundStake stake);

/** found_place: where a cell is, for the rules of single figures; its name is owned by @out_cell. */
YlFigurePlace found_place (const char *file,
                           const char *sheet,
                           const YlFoundRow *row,
                           const YlFoundColumn *head,
                           char **out_cell);
/** found_show: (transfer full): what stands in the cell, a bare amount as found_to_text() has it. */
char *found_show (const FoundCell *cell);
/** found_to_text: (transfer full): @units of @column as a person reads them: "12.345 公里". */
char *found_to_text (const YlFoundColumn *column, gint64 units);

/* One table at a time, each rule in the source of its name. */
void found_check_amounts (FoundCheck *check);
void found_check_figures (FoundCheck *check);
void found_check_hidden (FoundCheck *check);
void found_check_road_rows (FoundCheck *check);

void found_check_between (FoundCheck *const *checks, guint n_checks);
void found_totals (FoundCheck *const *checks, guint n_checks, YlAudit *audit);

G_END_DECLS
