#pragma once

#include "audit-book-private.h"
#include "heads-private.h"

G_BEGIN_DECLS

/* How many columns of the workbook as found a row of evidence shows, and how many of these are the
 * first of its table, which say what the row is about. */
#define YL_EVIDENCE_COLUMNS 12u
#define YL_EVIDENCE_FIRST 6u

/* Where a finding stands in the workbook as found. */
typedef struct
{
  guint finding;
  const YlWorksheet *sheet; /* NULL: nowhere */
  guint32 row;
  guint32 head_row; /* 0: no heads */
  gint column;      /* at fault; -1: none */
} YlEvidence;

/* Findings of one table whose columns fit beside each other. */
typedef struct
{
  const YlEvidence *items;
  guint n;
  guint columns[YL_EVIDENCE_COLUMNS]; /* of the workbook, ascending */
  guint n_columns;
} YlEvidenceGroup;

/** yl_evidence_find: where finding @index stands. */
YlEvidence yl_evidence_find (const YlWorkbook *found,
                             YlPaperHeads *heads,
                             const YlFindings *findings,
                             guint index);
/** yl_evidence_take_group: as many of the first of @items (@n, 1 or more) as fit into one group. */
YlEvidenceGroup yl_evidence_take_group (const YlEvidence *items, guint n, YlPaperHeads *heads);

G_END_DECLS
