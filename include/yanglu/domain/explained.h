#pragma once

#include "yanglu/base/arena.h"
#include "yanglu/domain/derivation.h"

G_BEGIN_DECLS

/** A cell as it stands in the workbook. */
typedef struct
{
  const char *sheet;
  const char *cell;      /* "D7" */
  const char *text;      /* what it shows; "" when its value was not saved */
  const char *formula;   /* without =; "" for a constant */
  const char *row_label; /* the nearest text left of it; "" */
  const char *head;      /* the nearest text above it; "" */
  const char *statement; /* what it is, where it is no figure of the budget; "" */
  gboolean is_number;
  gboolean agrees; /* it shows the figure; meaningful with a figure and a saved value */
} YlExplainedCell;

/** YlExplained: an answer. */
typedef struct
{
  YlArena *arena; /* of the texts of @cell too */
  const char *title;
  YlExplainedCell *cell; /* (nullable): what was asked for is a cell */
  GPtrArray *figures;    /* of YlDerivation: what was asked for; borrows from the budget */
  GArray *feeds;         /* of YlFeed: what they feed */
} YlExplained;

/** yl_explained_new: nothing in it yet. */
YlExplained *yl_explained_new (void);
void yl_explained_free (YlExplained *explained);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlExplained, yl_explained_free)

G_END_DECLS
