#pragma once

#include "yanglu/app/record/fill.h"
#include "yanglu/domain/choices.h"
#include "yanglu/domain/finding.h"
#include "yanglu/io/import/entry/entry.h"
#include "yanglu/io/input.h"

G_BEGIN_DECLS

/**
 * YlRecordReading: files on their way into a record: what their cells were taken for, and what is wrong with
 * them. Made and asked where the record is; the reading itself touches no record and may be done in a thread.
 */
typedef struct _YlRecordReading YlRecordReading;

/** One column of a table that was read. */
typedef struct
{
  const YlRecordForm *form;
  const char *source;  /* the first sheet that it stands in; "" of a file without sheets */
  const char *head;    /* as written, "桩号 起点" of two rows */
  const char *column;  /* (nullable): of the record; %NULL: it was not read */
  const char *example; /* what stands in it first; "" */
  gboolean is_mended;
  gboolean is_ordinal; /* 序号: the record keeps the order of its rows by itself */
} YlReadColumn;

/** yl_record_reading_new: @record: outlives it; what its words and policy say counts. */
YlRecordReading *yl_record_reading_new (YlRecord *record, GError **error);
void yl_record_reading_free (YlRecordReading *reading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlRecordReading, yl_record_reading_free)

/** yl_record_reading_mend: before anything is read: heads of @form written as @head are @column; %NULL: they are not
 * read. */
void yl_record_reading_mend (YlRecordReading *reading,
                             const YlRecordForm *form,
                             const char *head,
                             const char *column);

/** yl_record_reading_take_list: @input: a road list, or an entry workbook. */
gboolean
yl_record_reading_take_list (YlRecordReading *reading, const YlInput *input, GError **error);
/** yl_record_reading_take_entry: @input: a table of @kind. */
gboolean yl_record_reading_take_entry (YlRecordReading *reading,
                                       const YlInput *input,
                                       YlEntryKind kind,
                                       GError **error);
/** yl_record_reading_end: arranges findings and choices; nothing is read any more. */
void yl_record_reading_end (YlRecordReading *reading);

YlRecordFill *yl_record_reading_get_fill (const YlRecordReading *reading);
/** yl_record_reading_get_columns: (element-type YlReadColumn): in the order of the tables and their columns; of a
 * table that was not found those that were nearest. */
const GArray *yl_record_reading_get_columns (const YlRecordReading *reading);
YlFindings *yl_record_reading_get_findings (const YlRecordReading *reading);
YlChoices *yl_record_reading_get_choices (const YlRecordReading *reading);

/** yl_record_reading_steal: what was found and chosen, (transfer full). */
void yl_record_reading_steal (YlRecordReading *reading,
                              YlFindings **out_findings,
                              YlChoices **out_choices);

G_END_DECLS
