#pragma once

#include "yanglu/app/record/sheets.h"
#include "yanglu/io/import/typed.h"
#include "yanglu/io/store/step.h"

G_BEGIN_DECLS

/** YlRecordFill: rows that importers took for data, on their way into a record: they become the changes of one
 * step (app/record/match). A sheet that a later file brings replaces what an earlier one brought. */
typedef struct _YlRecordFill YlRecordFill;

/** yl_record_fill_new: @record, @words: outlive it */
YlRecordFill *yl_record_fill_new (YlRecord *record, const YlWords *words);
void yl_record_fill_free (YlRecordFill *fill);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlRecordFill, yl_record_fill_free)

/** yl_record_fill_begin_file: the rows that follow are those of another file. */
void yl_record_fill_begin_file (YlRecordFill *fill);
YlTypedSink yl_record_fill_get_sink (YlRecordFill *fill);

/** yl_record_fill_get_n: rows that @form will get. */
guint yl_record_fill_get_n (const YlRecordFill *fill, const YlRecordForm *form);

/** yl_record_fill_get_row: (array length=out_n): the cells of the row @index of @form; what is not among them is
 * blank. */
const YlCellChange *
yl_record_fill_get_row (YlRecordFill *fill, const YlRecordForm *form, guint index, guint *out_n);
/** yl_record_fill_get_standing: 1 << column of every column that the files have of @form. */
guint64 yl_record_fill_get_standing (YlRecordFill *fill, const YlRecordForm *form);

/** yl_record_fill_is_ordinal: whether what stands under @head, which no column is for, only numbers the rows: it is not
 * kept, for the record has an order of its own. */
gboolean yl_record_fill_is_ordinal (const YlWords *words, const char *head);

G_END_DECLS
