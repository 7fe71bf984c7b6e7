#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  YL_SEVERITY_ERROR,
  YL_SEVERITY_WARNING,
  YL_SEVERITY_INFO,
} YlSeverity;
#define YL_N_SEVERITIES (YL_SEVERITY_INFO + 1)

/** What an amount at stake is. Amounts of different kinds are never added to each other. */
typedef enum
{
  YL_STAKE_BY_SIGN, /* of a rule: more or less, as its amount has a sign: found less expected */
  YL_STAKE_MORE,    /* stands in the file and should not */
  YL_STAKE_LESS,    /* should stand there and does not */
  YL_STAKE_LATE,    /* received and not passed on, or not spent, in time */
  YL_STAKE_OTHER,   /* is there and right, but used, booked, shown or published against a rule */
} YlStake;
#define YL_N_STAKES (YL_STAKE_OTHER + 1)

/** The codes of the rule book, in its order. */
typedef enum
{
  YL_A01,
  YL_A02,
  YL_A03,
  YL_A04,
  YL_A05,
  YL_A06,
  YL_A07,
  YL_A08,
  YL_A09,
  YL_A10,
  YL_A11,
  YL_A12,
  YL_B01,
  YL_B02,
  YL_B03,
  YL_B04,
  YL_B05,
  YL_B06,
  YL_B07,
  YL_B08,
  YL_B09,
  YL_B10,
  YL_B11,
  YL_B12,
  YL_B13,
  YL_B14,
  YL_B15,
  YL_C01,
  YL_C02,
  YL_C03,
  YL_C04,
  YL_C05,
  YL_C06,
  YL_C07,
  YL_C08,
  YL_C09,
  YL_C10,
  YL_C11,
  YL_D01,
  YL_D02,
  YL_D03,
  YL_D04,
  YL_D05,
  YL_D06,
  YL_E01,
  YL_E02,
  YL_E03,
  YL_E04,
  YL_E05,
  YL_E06,
  YL_E07,
  YL_E08,
  YL_E09,
} YlCode;
#define YL_N_CODES (YL_E09 + 1)

/** yl_code_get_name: "A01"; yl_code_find: %FALSE when no code is named so. */
const char *yl_code_get_name (YlCode code);
gboolean yl_code_find (const char *name, YlCode *out_code);
/** yl_code_get_title: what the rule is about, in Chinese. */
const char *yl_code_get_title (YlCode code);
/** yl_code_get_kind: the same in words that are true of all that is told by it: a list without a county, too. */
const char *yl_code_get_kind (YlCode code);
/** yl_code_get_basis: the clause or document behind the rule, else 本程序规则. */
const char *yl_code_get_basis (YlCode code);
/** How a basis begins that is a limit of the rules: no document says it. */
#define YL_BASIS_LIMIT "审计规则 "
/** yl_code_is_ours: whether @basis is no clause and no document, but a rule of this program. */
gboolean yl_code_is_ours (const char *basis);
/** yl_code_get_severity: the severity the rule book gives; the higher of two. */
YlSeverity yl_code_get_severity (YlCode code);
/** yl_code_get_stake: what the amounts of its findings are. */
YlStake yl_code_get_stake (YlCode code);
/** yl_stake_get_name: "多计" "少计" "逾期未拨" "其他涉及"; yl_stake_get_key: "more" … */
const char *yl_stake_get_name (YlStake stake);
const char *yl_stake_get_key (YlStake stake);
/** yl_code_may_be_warning: whether it is an error or a warning, as the case is (A07, C03, D06). */
gboolean yl_code_may_be_warning (YlCode code);
/** "错误", "警告", "提示" / "error", "warning", "info" */
const char *yl_severity_get_name (YlSeverity severity);
const char *yl_severity_get_key (YlSeverity severity);

G_END_DECLS
