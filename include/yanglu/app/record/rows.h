#pragma once

#include "yanglu/app/record/sheets.h"
#include "yanglu/io/input.h"
#include "yanglu/io/store/step.h"

G_BEGIN_DECLS

/** One row of a sheet, as typed. */
typedef struct
{
  const char *id;
  gint64 rev;
  gint64 place;
  const char *const *cells; /* by the columns of its YlRecordSheet */
} YlHeldRow;

/**
 * YlRecordRows: the cells of a record at one revision, held in memory: what the importers are given in the
 * place of a workbook, so that page, `check` and `budget` judge alike. A row is called in findings by its
 * number in its sheet, from 1; it is made whole and then only read.
 */
typedef struct _YlRecordRows YlRecordRows;

YlRecordRows *yl_record_rows_load (YlRecord *record, GError **error);
/** yl_record_rows_follow: (transfer full): the same as yl_record_rows_load(), made of @rows where no more than @touched
 * (array length=n_touched) was touched since. */
YlRecordRows *yl_record_rows_follow (YlRecordRows *rows,
                                     YlRecord *record,
                                     const YlTouchedRow *touched,
                                     gsize n_touched,
                                     GError **error);
YlRecordRows *yl_record_rows_ref (YlRecordRows *rows);
void yl_record_rows_unref (YlRecordRows *rows);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlRecordRows, yl_record_rows_unref)

/** yl_record_rows_change: (transfer full): @rows as they would stand after a step of @changes (array length=n_changes), of
 * which each row that is added has an id. */
YlRecordRows *yl_record_rows_change (YlRecordRows *rows, const YlChange *changes, gsize n_changes);

gint64 yl_record_rows_get_revision (const YlRecordRows *rows);
guint yl_record_rows_get_n (const YlRecordRows *rows, const YlRecordForm *form);
/** yl_record_rows_get: the row whose number is @index + 1. */
const YlHeldRow *
yl_record_rows_get (const YlRecordRows *rows, const YlRecordForm *form, guint index);
/** yl_record_rows_find: (nullable): the row that findings call @row of @sheet. */
const YlHeldRow *yl_record_rows_find (const YlRecordRows *rows, const char *sheet, YlRowId row);
/** yl_record_rows_get_columns: (array zero-terminated=1): of the sheet of @form. */
const char *const *yl_record_rows_get_columns (const YlRecordRows *rows, const YlRecordForm *form);

/** yl_record_rows_find_column: (nullable): what @sheet, as findings call it, has under @head, whichever of its
 * spellings in @words that is. */
const char *yl_record_rows_find_column (const YlRecordRows *rows,
                                        const YlWords *words,
                                        const char *sheet,
                                        const char *head);

/** yl_record_rows_is_silent: whether @column is one that says something by standing there, and nothing is typed
 * into it: then it does not stand there (列养: a road that is blank is not maintained, where any is marked). */
gboolean
yl_record_rows_is_silent (const YlRecordRows *rows, const YlRecordForm *form, guint column);

/** yl_record_rows_to_input: (transfer full): the sheets of the entry workbook, called @name. Heads are those of the
 * words compiled in. */
YlInput *yl_record_rows_to_input (YlRecordRows *rows, const char *name);

G_END_DECLS
