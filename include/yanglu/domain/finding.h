#pragma once

#include "yanglu/base/money.h"
#include "yanglu/domain/code.h"
#include "yanglu/domain/road-class.h"
#include "yanglu/domain/sheet-names.h"
#include "yanglu/domain/row-id.h"

G_BEGIN_DECLS

/** What is at stake, when the yuan are not known yet: metres of one class, priced by audit/price. */
typedef struct
{
  gint64 length_um; /* micrometres, signed (millionths of a metre, as yl_decimal_parse() loses) */
  YlRateKind rate;
  gboolean is_set;
} YlStakeLength;

/** The other place of a fault between two rows, where it lies in another file; it counts at the finding alone. */
typedef struct
{
  const char *file;
  const char *sheet;
  YlRowId row;
  const char *seen;
  const char *message;
} YlFindingTwin;

/** YlFinding: something wrong in the data. Strings may be %NULL where there is nothing to say; a container
 * copies them. */
typedef struct
{
  YlCode code;
  YlSeverity severity;
  const char *file;
  const char *sheet;
  YlRowId row;                  /* 0: no row */
  const char *column;           /* the head as written, or a column letter */
  const char *cell;             /* "D7", where a single cell is at fault */
  const char *seen;             /* the value as it stands; an amount in yuan, grouped */
  const char *expected;         /* what should stand there, in the same way */
  const char *seen_formula;     /* "=…", where one stands there that should not */
  const char *expected_formula; /* and what should: what @expected is the value of */
  const char *repair;           /* only where the repair is certain */
  const char *message;          /* one Chinese sentence: what is wrong, expected, effect, repair */
  const char *gainer;           /* who has more by it: a township, a payee, a payer */
  const char *basis;            /* the clause or document; NULL: that of the code */
  YlMoney at_stake;
  YlStake stake;      /* what that is; %YL_STAKE_BY_SIGN: as the code says */
  gboolean is_priced; /* FALSE: at_stake is unknown (JSON null) */
  YlStakeLength stake_length;
  const YlFindingTwin *twin; /* (nullable) */
} YlFinding;

/** yl_finding_get_basis: its own basis, else that of its code. */
const char *yl_finding_get_basis (const YlFinding *finding);

/** yl_finding_write_seen: (transfer full): "" where there is nothing; a formula on a line of its own. */
char *yl_finding_write_seen (const YlFinding *finding);
/** yl_finding_write_expected: (transfer full): the same of what should stand there. */
char *yl_finding_write_expected (const YlFinding *finding);

/** yl_finding_find_law: (nullable): the same, when it is a clause or a document; no rule of ours. */
const char *yl_finding_find_law (const YlFinding *finding);
/** yl_finding_get_stake: what its amount is, never %YL_STAKE_BY_SIGN. */
YlStake yl_finding_get_stake (const YlFinding *finding);

/** Amounts at stake, those of each kind by themselves, without signs. */
typedef struct
{
  gint64 fen[YL_N_STAKES]; /* by YlStake; nothing by %YL_STAKE_BY_SIGN */
} YlStakes;

/** yl_stakes_add: what @finding puts at stake; one that is not priced, or that no 64 bits would hold
 * any more, adds nothing. */
void yl_stakes_add (YlStakes *stakes, const YlFinding *finding);
/** yl_stakes_weigh: all of them, of whatever kind, to put things into order by. */
guint64 yl_stakes_weigh (const YlStakes *stakes);

/** YlFindings: what was found, in the order it was found; every finding is counted. */
typedef struct _YlFindings YlFindings;

YlFindings *yl_findings_new (void);
/** yl_findings_new_counting: keeps at most @n_kept findings of a code; the others are only counted. */
YlFindings *yl_findings_new_counting (guint n_kept);
void yl_findings_free (YlFindings *findings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlFindings, yl_findings_free)

/** yl_findings_add: copies @finding and its strings; a message without a full stop gets one. */
void yl_findings_add (YlFindings *findings, const YlFinding *finding);

/** yl_findings_would_keep: whether a finding of @code would be kept; else yl_findings_count() will
 * do. */
gboolean yl_findings_would_keep (const YlFindings *findings, YlCode code);
/** yl_findings_count: counts one of @code without its text. */
void yl_findings_count (YlFindings *findings, YlCode code, YlSeverity severity);

/** yl_findings_want: whether to write one of @code out; else it is counted, and that is all. */
gboolean yl_findings_want (YlFindings *findings, YlCode code, YlSeverity severity);

/** yl_findings_append: adds all of @more; those that were only counted stay counted. */
void yl_findings_append (YlFindings *findings, const YlFindings *more);

gsize yl_findings_get_n (const YlFindings *findings);
const YlFinding *yl_findings_get (const YlFindings *findings, gsize index);
/** yl_findings_price: sets at_stake of finding @index. */
void yl_findings_price (YlFindings *findings, gsize index, YlMoney at_stake);
guint64 yl_findings_get_n_of_code (const YlFindings *findings, YlCode code);
guint64 yl_findings_get_n_of_severity (const YlFindings *findings, YlSeverity severity);
/** yl_findings_sum_stakes: what those of @severity put at stake. */
YlStakes yl_findings_sum_stakes (const YlFindings *findings, YlSeverity severity);
/** yl_findings_sort: by severity, code, file, sheet, row, column; equal ones keep their order. */
void yl_findings_sort (YlFindings *findings);
/** yl_findings_reorder: @order: (array): the index that each finding has now, in the order that it shall have. */
void yl_findings_reorder (YlFindings *findings, const guint *order);
/** yl_findings_place: sets the cell of finding @index. */
void yl_findings_place (YlFindings *findings, gsize index, const char *cell);

G_END_DECLS
