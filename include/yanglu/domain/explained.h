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
  gboolean is_saved;    /* FALSE: a formula, and whatever saved it wrote no value */
  gboolean agrees;      /* it shows the figure; meaningful with a figure and a saved value */
  const char *computed; /* (nullable): what its formula comes to, where that is not what it shows */
  /* What the budget has there, where something else stands there now; (nullable). */
  const char *planned;
  const char *planned_formula; /* where none stands there now */
  const char *spells;          /* (nullable): the amount that it says in 大写: "12.50 元" */
  gint64 spells_fen;           /* meaningful with @spells */
  gint64 spells_of_fen; /* the total that it has to spell, meaningful with @is_spelling_total */
  gboolean is_spelling_total; /* the budget spells its total there */
} YlExplainedCell;

/** What a formula reads: a cell, or some in a row, a column or a block. */
typedef struct
{
  const char *place;   /* "预算总表!F18", "里程明细!S4:S390" */
  const char *name;    /* by which the formula calls it; "" */
  const char *label;   /* the figure that stands there, or its row and head; "" */
  const char *text;    /* what it shows, with its unit; of several what they hold together */
  const char *formula; /* of one cell, without =; "" */
  const char *key;     /* of the figure that one cell shows; "" */
  YlFigureUnit unit;
  gint64 units; /* of one cell, or the sum of several; meaningful when has_units */
  gboolean has_units;
  GPtrArray *sources; /* of YlExplainedSource: what it reads itself, as far as the answer goes */
} YlExplainedSource;

/** YlExplained: an answer. */
typedef struct
{
  YlArena *arena; /* of the texts of @cell too */
  const char *title;
  YlExplainedCell *cell; /* (nullable): what was asked for is a cell */
  GPtrArray *figures;    /* of YlDerivation: what was asked for; borrows from the budget */
  GPtrArray *sources;    /* of YlExplainedSource: what a formula reads that no figure explains */
  GArray *rows;          /* of YlDerivationRow: the sections of a road that was asked for */
  const char *left_out; /* (nullable): rows of a road that are paid nothing, and why: a line each */
  GArray *feeds;        /* of YlFeed: what they feed */
} YlExplained;

/** yl_explained_new: nothing in it yet. */
YlExplained *yl_explained_new (void);
void yl_explained_free (YlExplained *explained);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlExplained, yl_explained_free)

/** yl_explained_add_source: (transfer none): one more in @sources, @explained's own or another's. */
YlExplainedSource *yl_explained_add_source (YlExplained *explained, GPtrArray *sources);

G_END_DECLS
