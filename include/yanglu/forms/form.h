#pragma once

#include "yanglu/forms/cell-sink.h"

G_BEGIN_DECLS

/**
 * YlForm: a workbook in the form that offices expect, written row by row into a sink.
 * What fails while cells are written is the sink's to tell.
 */
typedef struct _YlForm YlForm;
/** YlSheet: one sheet of it; its rows are written from the top, each once. */
typedef struct _YlSheet YlSheet;

/** How the particulars of every form are called. */
typedef struct
{
  const char *entity;      /* 编制单位 */
  const char *date;        /* 填报日期 */
  const char *prepared_by; /* 制表 */
  const char *reviewed_by; /* 审核 */
  const char *head;        /* 负责人 */
} YlFormWords;

/** What stands on every form; strings may be "". */
typedef struct
{
  const char *entity;       /* 编制单位 */
  YlDate date;              /* 填报日期; no day: left for the pen */
  const char *prepared_by;  /* 制表 */
  const char *reviewed_by;  /* 审核 */
  const char *head;         /* 负责人 */
  const char *title;        /* document property */
  gboolean is_about_entity; /* who writes it is not the entity: the file names no author */
  gboolean in_wan;          /* sheets that can be are written in 万元 as well */
  YlDate created;           /* document property, so that the same form gives the same bytes */
  const YlFormWords *words; /* (nullable): other words than those above */
} YlFormHead;

/** yl_form_new: @head and @sink are copied. */
YlForm *yl_form_new (const YlFormHead *head, const YlCellSink *sink);
void yl_form_free (YlForm *form);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlForm, yl_form_free)

/** yl_form_define: a name for a cell or range: "县道标准", "'标准依据'!$D$5". */
void yl_form_define (YlForm *form, const char *name, const char *reference);
/** yl_form_get_map: (array length=out_n): what its cells show, in the order it was noted. */
const YlFigureRange *yl_form_get_map (const YlForm *form, gsize *out_n);

/** yl_form_set_number: (nullable): of the tables on the sheets that are added from now on, "表三": it stands
 * above each, before its unit. */
void yl_form_set_number (YlForm *form, const char *number);
/** yl_form_add_sheet: begins a sheet: page set-up, title, 编制单位 line, heads. @sheet_form may be
 * gone afterwards. Returns: (transfer none) */
YlSheet *yl_form_add_sheet (YlForm *form, const YlSheetForm *sheet_form);
/** yl_sheet_keep_together: a table begins with the current row: what follows, to the next one or to the end
 * of the sheet, is not parted by the end of a page where a page can hold it. */
void yl_sheet_keep_together (YlSheet *sheet);
/** yl_sheet_end_filter: the filter covers the rows so far; call it before the next row begins. */
void yl_sheet_end_filter (YlSheet *sheet);
/** yl_sheet_end: the line 制表/审核/负责人, the print area. */
void yl_sheet_end (YlSheet *sheet);
/** yl_sheet_set: what holds for the sheet as a whole. */
void yl_sheet_set (YlSheet *sheet, const YlSheetSetting *setting);
/** yl_sheet_draw: @chart over the cells. */
void yl_sheet_draw (YlSheet *sheet, const YlChart *chart);
const char *yl_sheet_get_name (const YlSheet *sheet);

/** yl_sheet_map_cell: the cell of @column in the current row shows @key: "daily.standard_fen". */
void yl_sheet_map_cell (YlSheet *sheet, guint column, YlMeasure measure, const char *key);
/** yl_sheet_map_rows: the cells of @column in the rows @first to @last show @key, a row each. */
void yl_sheet_map_rows (
    YlSheet *sheet, guint column, guint32 first, guint32 last, YlMeasure measure, const char *key);

/** yl_sheet_begin_row: the next row. @height: in points; 0: as the text needs.
 * Returns: its number from 1, as formulas write it */
guint32 yl_sheet_begin_row (YlSheet *sheet, YlStyle style, double height);
/** yl_sheet_set_style: for the cells that follow in this row. */
void yl_sheet_set_style (YlSheet *sheet, YlStyle style);
/** yl_sheet_shut_row: the current row, whose height follows its texts, is out of sight, on paper too, until
 * somebody opens it; formulas see it. */
void yl_sheet_shut_row (YlSheet *sheet);
YlStyle yl_sheet_get_style (const YlSheet *sheet);
guint32 yl_sheet_get_row (const YlSheet *sheet);
/** yl_sheet_get_height: how high its rows are together, the current one as far as it is filled, in points. */
double yl_sheet_get_height (const YlSheet *sheet);
/** yl_sheet_get_first_row: the number of the first row below the heads. */
guint32 yl_sheet_get_first_row (const YlSheet *sheet);

G_END_DECLS
