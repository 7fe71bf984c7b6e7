#pragma once

#include "yanglu/base/arena.h"
#include "yanglu/domain/effort.h"
#include "yanglu/domain/worksheet.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  const char *reference; /* "'标准依据'!$D$4" */
} YlDefinedName;

/** YlWorkbook: a workbook as it was found, or as it should be: cells, formulas, flags. */
typedef struct
{
  YlArena *arena;
  const char *file;   /* base name, for findings */
  guint64 file_bytes; /* size of the file; 0: it is none */
  YlTextPool *texts;  /* borrowed: workbooks of one pool compare texts by their ids */
  GPtrArray *sheets;  /* of YlWorksheet, in the order of the tabs */
  GArray *names;      /* of YlDefinedName */
  YlEffort *effort;   /* what working for it has cost; of a part, that of the whole */
  GArray *looks;      /* of YlCellLook */
} YlWorkbook;

/* No sheets yet. @texts must outlive it. */
YlWorkbook *yl_workbook_new (const char *file, YlTextPool *texts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlWorkbook, yl_arena_free_record)
/** yl_workbook_add_sheet: (transfer none): a new last sheet. */
YlWorksheet *yl_workbook_add_sheet (YlWorkbook *workbook, const char *name);
/** yl_workbook_add_name: a defined name and what it stands for. */
void yl_workbook_add_name (YlWorkbook *workbook, const char *name, const char *reference);
/** yl_workbook_add_look: copies its text. Returns: its index; 0 beyond YL_MAX_LOOKS */
guint16 yl_workbook_add_look (YlWorkbook *workbook, const YlCellLook *look);
/** yl_workbook_find_sheet: (nullable) (transfer none) */
const YlWorksheet *yl_workbook_find_sheet (const YlWorkbook *workbook, const char *name);
/** yl_workbook_find_name: (nullable): what @name stands for. */
const char *yl_workbook_find_name (const YlWorkbook *workbook, const char *name);
/** yl_workbook_allow: its effort may cost what its cells allow, and the size of its file; what was spent stays spent. */
void yl_workbook_allow (const YlWorkbook *workbook, const YlBookLimits *limits);
/** yl_workbook_get_text: (transfer none): "" for 0. */
const char *yl_workbook_get_text (const YlWorkbook *workbook, YlTextId id);

G_END_DECLS
