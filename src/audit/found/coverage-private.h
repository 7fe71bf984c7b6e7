#pragma once

#include "check-private.h"

G_BEGIN_DECLS

/** What bears the figure of a cell out. */
typedef enum
{
  FOUND_UNPROVED,
  FOUND_LINKED, /* it is a part or the whole of a sum that was compared */
  FOUND_PROVED, /* it was compared with what kilometres and rates come to, or is a sum of such */
} FoundProof;

#define FOUND_MAX_LINKED 16

/** FoundLink: a cell that was held against the sum of its parts: rows of its column, or columns of its
 * row. */
typedef struct
{
  FoundCell *whole;
  gboolean is_granted; /* the table divides what was granted or received: payers, instalments */
  guint8 rate;         /* of rows: only those of this class; YL_FOUND_ALL_CLASSES */
  guint8 row_kind;     /* of rows: YlFoundRowKind */
  guint8 level;        /* of rows: of an outline; 0: those of @row_kind */
  guint n_columns;     /* 0: the parts are rows */
  guint from;          /* the first row; before @to */
  guint to;
  guint16 columns[FOUND_MAX_LINKED];
} FoundLink;

/** FoundDetail: a column that was held against what the rows of another table come to. */
typedef struct
{
  guint column;
  const FoundCheck *detail;
  guint detail_column;
} FoundDetail;

/** found_link: remembers a sum that was compared; of amounts only. */
void found_link (FoundCheck *check, const FoundLink *link);
/** found_cover: what of the amounts of all tables was compared, and what was not. */
void found_cover (FoundCheck *const *checks, guint n_checks, YlCoverage *coverage);

G_END_DECLS
