#pragma once

#include "yanglu/domain/finding.h"

#include "yanglu/forms/ranges.h"

G_BEGIN_DECLS

/* What a column of 问题清单 shows of a finding. */
typedef enum
{
  YL_FIELD_ORDINAL,
  YL_FIELD_CODE,
  YL_FIELD_SEVERITY,
  YL_FIELD_TITLE,
  YL_FIELD_FILE,
  YL_FIELD_SHEET,
  YL_FIELD_ROW,
  YL_FIELD_COLUMN,
  YL_FIELD_CELL, /* where no single cell is at fault, its column */
  YL_FIELD_SEEN,
  YL_FIELD_EXPECTED,
  YL_FIELD_MESSAGE,
  YL_FIELD_STAKE,
  YL_FIELD_GAINER,
  YL_FIELD_BASIS,
  YL_FIELD_REPAIR,
  YL_FIELD_FORM, /* the number of its 取证单 */
} YlFindingField;
#define YL_N_FIELDS (YL_FIELD_FORM + 1)

#define YL_N_SEVERITIES (YL_SEVERITY_INFO + 1)

/* 问题清单 of a workbook, over one sheet or several. */
typedef struct
{
  YlForm *form;
  GStringChunk *texts;
  const YlFindings *findings;
  const char *title;
  const guint8 *fields; /* of YlFindingField, in the order of the columns */
  guint n_fields;
  gsize n_per_sheet;
  const guint *forms;         /* (nullable): the 取证单 of each finding, from 1; 0: none */
  const char *const *gainers; /* (nullable): whom to name in the place of each finding's own */
  GArray *parts;              /* of YlPart; once open */
} YlFindingsTable;

/** yl_findings_table_open: makes the sheets and knows their rows. */
void yl_findings_table_open (YlFindingsTable *table);
/** yl_findings_table_fill: the findings, then a total a severity; names 错误项数, 警告项数 and 提示项数
 * stand for how many there are. */
void yl_findings_table_fill (YlFindingsTable *table);
/** yl_findings_table_find_column: the column that shows @field. */
guint yl_findings_table_find_column (const YlFindingsTable *table, YlFindingField field);
/** yl_findings_table_get_cell: the cell that shows @field of finding @index. */
const char *
yl_findings_table_get_cell (const YlFindingsTable *table, gsize index, YlFindingField field);
/** yl_findings_table_count: a formula; how many findings have @test in @field. */
const char *
yl_findings_table_count (const YlFindingsTable *table, YlFindingField field, const char *test);
/** yl_findings_table_sum: a formula; what they put at stake. */
const char *
yl_findings_table_sum (const YlFindingsTable *table, YlFindingField field, const char *test);
void yl_findings_table_clear (YlFindingsTable *table);

G_END_DECLS
