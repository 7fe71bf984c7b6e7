#pragma once

#include "record-private.h"

G_BEGIN_DECLS

/* rows.c: rows before and after a step. */

typedef struct
{
  gint64 place;
  char **cells; /* of the columns of the sheet */
} Row;

void row_free (Row *row);
Row *row_copy (const Sheet *sheet, const Row *row);
/* row_new: (transfer full): every cell "". */
Row *row_new (const Sheet *sheet);

/* A row that a step touches. */
typedef struct
{
  Sheet *sheet;
  char *id;
  Row *before; /* NULL: it is new */
  Row *after;  /* NULL: it is dropped */
} Delta;

/* The rows that a step touches, in the order in which it does. */
typedef struct
{
  GPtrArray *deltas; /* of Delta */
  GHashTable *by_id; /* "SHEET/ID" → Delta */
} Deltas;

Deltas *deltas_new (void);
void deltas_free (Deltas *deltas);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Deltas, deltas_free)
/* deltas_get: (transfer none) (nullable): the delta of a row, loaded when it is not there yet; both states of a row
 * that does not exist are NULL. NULL on error. */
Delta *deltas_get (Deltas *deltas, YlRecord *record, Sheet *sheet, const char *id, GError **error);
/* delta_is_changed: a row may be looked at, for its place, and stay as it is. */
gboolean delta_is_changed (const Delta *delta);
/* delta_has_changed: the cell of @column; delta_has_moved: its place, or whether it is there. */
gboolean delta_has_changed (const Delta *delta, guint column);
gboolean delta_has_moved (const Delta *delta);
/* rows_write: puts what @deltas come to into the tables, as step @seq. */
gboolean rows_write (YlRecord *record, const Deltas *deltas, gint64 seq, GError **error);

/* places.c */

/* places_fill: @n places between the row @after ("" none, NULL the last) and the one behind it into @places; rows
 * behind it that must move are moved in @deltas. */
gboolean places_fill (YlRecord *record,
                      Sheet *sheet,
                      const char *after,
                      gsize n,
                      gint64 *places,
                      Deltas *deltas,
                      GError **error);

G_END_DECLS
