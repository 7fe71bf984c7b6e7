#pragma once

#include "yanglu/domain/audit/audit.h"

#include "yanglu/forms/labels.h"

G_BEGIN_DECLS

/* What the findings of one rule, or those from which one party gains, come to. */
typedef struct
{
  YlCode code;       /* of a rule */
  const char *label; /* of a gainer, as 问题清单 spells it */
  guint n;
  gint64 fen;
} YlPaperSum;

/* An audit's findings added up and put into order. */
typedef struct
{
  GArray *rules;      /* of YlPaperSum: the rules that hit, the largest amount first */
  GArray *gainers;    /* of YlPaperSum: those who gain, the largest amount first */
  YlLabels *labels;   /* of the gainers */
  const char **named; /* of each finding: the label of its gainer, "" when none is named */
  guint *by_weight;   /* the findings: errors first, then the largest amount */
  guint *by_amount;   /* the findings: the largest amount first */
  gint64 severity_fen[YL_SEVERITY_INFO + 1];
} YlPaperSums;

YlPaperSums *yl_paper_sums_new (const YlFindings *findings);
void yl_paper_sums_free (YlPaperSums *sums);

/* Texts that several papers share; each is (transfer full). */

/** yl_paper_make_place: "汇总!D7", "汇总第7行", "里程.csv第3行“里程”列"; "整个文件" where nothing but
 * @file, the one under audit, is named. */
char *yl_paper_make_place (const YlFinding *finding, const char *file);
/** yl_paper_clip: @text, or its beginning and … when it has more than @n_characters. */
char *yl_paper_clip (const char *text, guint n_characters);

G_END_DECLS
