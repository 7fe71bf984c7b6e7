#pragma once

#include "yanglu/base/arena.h"
#include "yanglu/domain/code.h"

G_BEGIN_DECLS

/** What bounds a rule of the rule book. */
typedef enum
{
  YL_LIMIT_MIN_AMOUNT,    /* fen: a finding with less at stake is left out; every rule has it */
  YL_LIMIT_TOLERANCE,     /* fen: what two amounts may differ (B08, C01, C08, D02, D03) */
  YL_LIMIT_CHANGE,        /* ppm of last year (A10) */
  YL_LIMIT_LENGTH,        /* metres (A10) */
  YL_LIMIT_ROWS,          /* how many rows show the same figure (C06) */
  YL_LIMIT_ROUND,         /* fen: a multiple of it is a round figure (C06) */
  YL_LIMIT_DAYS,          /* to pass money on (D01) */
  YL_LIMIT_WARNING_YEARS, /* of idle money (D06) */
  YL_LIMIT_ERROR_YEARS,   /* of idle money (D06) */
  YL_LIMIT_FROM_YEAR,     /* the first year of which it holds (B12) */
  /* What a plausible list and plausible money stay within (C03) */
  YL_LIMIT_SECTION,      /* metres of a row with a route code */
  YL_LIMIT_ROUTE,        /* metres of a route in one county */
  YL_LIMIT_COUNTY,       /* metres of a county */
  YL_LIMIT_GROWTH,       /* times last year's metres */
  YL_LIMIT_MEDIAN_MOST,  /* metres: of the rows of a table */
  YL_LIMIT_MEDIAN_LEAST, /* metres */
  YL_LIMIT_MEDIAN_ROWS,  /* from so many rows on a median speaks */
  YL_LIMIT_MEDIAN_TIMES, /* of its class: a row that is so many times as long */
  YL_LIMIT_GRANT,        /* fen: the least that is granted */
  YL_LIMIT_GRANT_TIMES,  /* of the standard: the most that is granted */
  YL_LIMIT_LAND,         /* fen: the least income from land */
} YlLimit;
#define YL_N_LIMITS (YL_LIMIT_LAND + 1)

/** How a limit is written. */
typedef enum
{
  YL_LIMIT_IN_YUAN,    /* → fen */
  YL_LIMIT_IN_PERCENT, /* → ppm */
  YL_LIMIT_IN_KM,      /* → metres */
  YL_LIMIT_IN_NUMBERS, /* a whole number, one or more */
} YlLimitForm;
#define YL_N_LIMIT_FORMS (YL_LIMIT_IN_NUMBERS + 1)

/** A grade of an assessment (C07): scores from @low to @high pay @pay_ppm of the allotment. */
typedef struct
{
  const char *name; /* "优" */
  gint64 low;       /* thousandths of a point */
  gint64 high;      /* thousandths of a point, inside the band */
  gint64 pay_ppm;   /* 1050000: 105% */
} YlGradeBand;

/** One rule as it is to be used. Its texts live as long as its set. */
typedef struct
{
  YlCode code;
  gboolean is_enabled;
  gboolean has_severity; /* FALSE: each finding keeps its own */
  YlSeverity severity;   /* that of the rule book unless has_severity */
  gboolean has_basis;    /* FALSE: a finding that names its clause keeps it */
  const char *basis;     /* that of the rule book unless has_basis */
  const char *note;      /* "" */
  gint64 limits[YL_N_LIMITS];
} YlRule;

/** YlRuleSet: every rule of the rule book, switched and bounded. */
typedef struct _YlRuleSet YlRuleSet;

/** yl_rule_set_new: every rule on, as the rule book has it, with no bounds and no bands. */
YlRuleSet *yl_rule_set_new (void);
/** yl_rule_set_copy: the same, to be changed. */
YlRuleSet *yl_rule_set_copy (const YlRuleSet *set);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlRuleSet, yl_arena_free_record)

/* While it is made. */
YlRule *yl_rule_set_edit (YlRuleSet *set, YlCode code);
/** yl_rule_set_keep: (transfer none): @text, for as long as @set lives. */
const char *yl_rule_set_keep (YlRuleSet *set, const char *text);
/** yl_rule_set_replace_bands: copies them; @bands: (array length=n_bands): highest first. */
void yl_rule_set_replace_bands (YlRuleSet *set, const YlGradeBand *bands, guint n_bands);

const YlRule *yl_rule_set_get (const YlRuleSet *set, YlCode code);
gint64 yl_rule_set_get_limit (const YlRuleSet *set, YlCode code, YlLimit limit);
/** yl_rule_set_get_bands: (array length=out_n): highest first. */
const YlGradeBand *yl_rule_set_get_bands (const YlRuleSet *set, guint *out_n);

/** yl_rule_has_limit: whether @limit bounds the rule @code. */
gboolean yl_rule_has_limit (YlCode code, YlLimit limit);
/** yl_limit_get_key: "limit-days"; yl_limit_find: %FALSE when no limit is named so. */
const char *yl_limit_get_key (YlLimit limit);
gboolean yl_limit_find (const char *key, YlLimit *out_limit);
/** yl_limit_get_name: what it bounds, in Chinese; yl_limit_get_unit: "元" "%" "公里" "天" … */
const char *yl_limit_get_name (YlLimit limit);
const char *yl_limit_get_unit (YlLimit limit);
YlLimitForm yl_limit_get_form (YlLimit limit);

G_END_DECLS
