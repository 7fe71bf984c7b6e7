#pragma once

#include "yanglu/base/date.h"
#include "yanglu/base/error.h"
#include "yanglu/domain/planned-book.h"

G_BEGIN_DECLS

struct lxw_workbook;
struct lxw_worksheet;

/**
 * YlForm: a workbook in the form that offices expect (domain.md §6), written row by row.
 * What fails while cells are written is told once, by yl_form_close().
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

/** What stands on every form; strings may be "" and are borrowed while the form lives. */
typedef struct
{
  const char *entity;       /* 编制单位 */
  YlDate date;              /* 填报日期; no day: left for the pen */
  const char *prepared_by;  /* 制表 */
  const char *reviewed_by;  /* 审核 */
  const char *head;         /* 负责人 */
  const char *title;        /* document property */
  YlDate created;           /* document property, so that the same form gives the same bytes */
  const YlFormWords *words; /* (nullable): other words than those above */
} YlFormHead;

/** How a row of a sheet is set. */
typedef enum
{
  YL_STYLE_BODY,
  YL_STYLE_TOTAL,   /* 合计: bold on pale grey */
  YL_STYLE_SECTION, /* a heading between rows: bold */
  YL_STYLE_INPUT,   /* the value that others multiply: on pale yellow, unlocked */
  YL_STYLE_NOTE,    /* no border, small, wrapped */
  YL_STYLE_FAULT,   /* a cell at fault: bold on pale red */
} YlStyle;
#define YL_N_STYLES 6

typedef struct
{
  const char *head;  /* "里程\n（公里）" */
  const char *group; /* (nullable): a head above it, one for neighbours with the same text */
  double width;      /* in characters of a digit; a Chinese character takes two */
} YlColumnForm;

typedef struct
{
  const char *name;      /* the tab */
  const char *title;     /* over the table */
  const char *unit_note; /* (nullable): "单位：元", above the table at the right */
  const YlColumnForm *columns;
  guint n_columns;
  guint n_frozen;       /* columns that stay while scrolling */
  gboolean is_a3;       /* else A4 */
  gboolean is_portrait; /* else landscape */
  gboolean has_filter;
  gboolean is_plain; /* title only: no particulars, no heads, nothing frozen */
} YlSheetForm;

YlForm *yl_form_new (const YlFormHead *head, const char *path, GError **error);
/** yl_form_new_plan: a form whose cells go into @plan, which must outlive it; nothing is written. */
YlForm *yl_form_new_plan (const YlFormHead *head, YlPlannedBook *plan);
/** yl_form_close: writes the file. Frees nothing. */
gboolean yl_form_close (YlForm *form, GError **error);
void yl_form_free (YlForm *form);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlForm, yl_form_free)

/** yl_form_define: a name for a cell or range: "县道标准", "'标准依据'!$D$5". */
void yl_form_define (YlForm *form, const char *name, const char *reference);
struct lxw_workbook *yl_form_get_workbook (YlForm *form);

/** yl_form_add_sheet: begins a sheet: page set-up, title, 编制单位 line, heads. @sheet_form may be
 * gone afterwards. Returns: (transfer none) */
YlSheet *yl_form_add_sheet (YlForm *form, const YlSheetForm *sheet_form);
/** yl_form_add_bare_sheet: a sheet without title and heads. */
YlSheet *yl_form_add_bare_sheet (YlForm *form, const char *name);
/** yl_sheet_end_filter: the filter covers the rows so far; call it before the next row begins. */
void yl_sheet_end_filter (YlSheet *sheet);
/** yl_sheet_end: the line 制表/审核/负责人, the print area. */
void yl_sheet_end (YlSheet *sheet);
/** yl_sheet_hide: not shown until somebody asks for it. */
void yl_sheet_hide (YlSheet *sheet);
struct lxw_worksheet *yl_sheet_get_worksheet (YlSheet *sheet);
const char *yl_sheet_get_name (const YlSheet *sheet);

/** yl_sheet_begin_row: the next row. @height: in points; 0: as the text needs.
 * Returns: its number from 1, as formulas write it */
guint32 yl_sheet_begin_row (YlSheet *sheet, YlStyle style, double height);
/** yl_sheet_set_style: for the cells that follow in this row. */
void yl_sheet_set_style (YlSheet *sheet, YlStyle style);
YlStyle yl_sheet_get_style (const YlSheet *sheet);
guint32 yl_sheet_get_row (const YlSheet *sheet);
/** yl_sheet_get_height: how high the rows before the current one are together, in points. */
double yl_sheet_get_height (const YlSheet *sheet);
/** yl_sheet_get_first_row: the number of the first row below the heads. */
guint32 yl_sheet_get_first_row (const YlSheet *sheet);

G_END_DECLS
