#pragma once

#include "yanglu/domain/choices.h"
#include "yanglu/domain/entry.h"
#include "yanglu/domain/finding.h"
#include "yanglu/domain/sent-list.h"
#include "yanglu/forms/cell-sink.h"

G_BEGIN_DECLS

/** What was found in a list, and in what was entered beside it. */
typedef struct
{
  const YlFindings *findings;
  const char *name; /* (nullable): whose it is */
  guint year;
  const YlUnit *unit; /* who makes it out */
  const char *made;   /* a sentence: what it was made of, and how much of that was read */
  const YlChoice
      *choices; /* (array length=n_choices): what was taken for what, and what was not read */
  gsize n_choices;
  const YlSentLists
      *sent; /* (nullable): of several lists, what each brought: a second sheet 报送情况 */
  guint32 rows_per_sheet; /* 0: as many as a sheet has */
} YlFindingsBookRequest;

/**
 * yl_findings_book_write: writes one sheet 问题清单 into @sink, in the form that it has in a budget; below its sums
 * stand what it was made of and every choice. The same request gives the same cells.
 */
void yl_findings_book_write (const YlFindingsBookRequest *request, const YlCellSink *sink);

G_END_DECLS
