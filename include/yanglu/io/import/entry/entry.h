#pragma once

#include "yanglu/domain/entry.h"
#include "yanglu/domain/finding.h"
#include "yanglu/domain/intake.h"
#include "yanglu/domain/places.h"
#include "yanglu/domain/words.h"
#include "yanglu/io/import/typed.h"
#include "yanglu/io/rows.h"

G_BEGIN_DECLS

/** Which table a file is read for. */
typedef enum
{
  YL_ENTRY_ALL,       /* an entry workbook: each sheet by its name */
  YL_ENTRY_FUNDS,     /* a CSV or sheet with the heads of 资金来源 */
  YL_ENTRY_BRIDGES,   /* with the heads of 桥梁 */
  YL_ENTRY_LAST_YEAR, /* a table 项目, 金额: last year's budget */
} YlEntryKind;

/** YlEntryImport: fills a YlEntry from the sheets 单位信息, 桥梁, 资金来源, 土地出让收益, 其他支出.
 */
typedef struct _YlEntryImport YlEntryImport;

/** yl_entry_import_new: @entry gets what is read; a sheet read here replaces what @entry held of
 * it. */
YlEntryImport *yl_entry_import_new (YlEntryKind kind,
                                    const char *file,
                                    const YlWords *words,
                                    const YlPlaces *places,
                                    guint32 county_code,
                                    YlEntry *entry,
                                    YlFindings *findings);
/** yl_entry_import_set_intake: @intake: (nullable): told what is read from here on; it outlives @import. */
void yl_entry_import_set_intake (YlEntryImport *import, YlIntake *intake);
/** yl_entry_import_set_typed: @typed is told every row from here on that is no sum, note or blank, as it was typed;
 * of 单位信息 each key is a row of one cell. */
void yl_entry_import_set_typed (YlEntryImport *import, YlTypedSink typed);
void yl_entry_import_free (YlEntryImport *import);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlEntryImport, yl_entry_import_free)

YlRowSink yl_entry_import_get_sink (YlEntryImport *import);
/** yl_entry_import_end: reports E01 when nothing of @kind was found (for YL_ENTRY_ALL: nothing at
 * all is no fault). */
void yl_entry_import_end (YlEntryImport *import);
/** yl_entry_import_end_entry: the same of a file that is said to be an entry workbook: E01 when no
 * sheet was one of the entry's. */
void yl_entry_import_end_entry (YlEntryImport *import);

G_END_DECLS
