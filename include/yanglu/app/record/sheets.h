#pragma once

#include "yanglu/domain/words.h"
#include "yanglu/io/store/record.h"

G_BEGIN_DECLS

/** What a sheet of the record is in the entry workbook; its columns are the keys of @heads, with _ for -. */
typedef struct
{
  const char *name;  /* in the record: "road" */
  const char *sheet; /* in the entry workbook: YL_LIST_ROADS */
  YlWordList heads;
  gboolean is_single; /* one row, whose cells stand below each other, each behind its key */
} YlRecordForm;

/** yl_record_forms_get: (array length=out_n): the sheets that are typed into. */
const YlRecordForm *yl_record_forms_get (guint *out_n);
/** yl_record_form_find: (nullable): by the name in the entry workbook. */
const YlRecordForm *yl_record_form_find (const char *sheet);
/** yl_record_form_find_typed: (nullable): by the name in the record; what a record keeps beside what is typed has none. */
const YlRecordForm *yl_record_form_find_typed (const char *name);

/** yl_record_column_is_saying: whether a road that is blank in it says no where the column stands, and nothing
 * where it does not (列养). The record has every column: one in which nothing stands does not stand; where a file
 * has one that is blank in all its rows, each gets the sign for nothing. */
gboolean yl_record_column_is_saying (const char *column);

/** yl_record_key_to_column: (transfer full): "route_code" of "route-code"; of keys that one column of the record
 * is for, that column. */
char *yl_record_key_to_column (const char *key);
/** yl_record_column_to_head: (transfer none): what @words call @column of @form first. */
const char *
yl_record_column_to_head (const YlRecordForm *form, const YlWords *words, const char *column);
/** yl_record_head_to_column: (transfer full) (nullable): what a column of @form would be called that is written
 * @head, in any spelling of @words. */
char *yl_record_head_to_column (const YlRecordForm *form, const YlWords *words, const char *head);

G_END_DECLS
