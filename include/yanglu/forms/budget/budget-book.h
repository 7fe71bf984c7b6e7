#pragma once

#include "yanglu/domain/budget.h"
#include "yanglu/domain/finding.h"
#include "yanglu/domain/planned-book.h"
#include "yanglu/io/copy/copy.h"

G_BEGIN_DECLS

/** Something the program chose, said on 封面 and in the text summary. */
typedef struct
{
  const char *what; /* "县" "年度" "政策" "编码" … in Chinese */
  const char *chosen;
  const char *why;
} YlChoice;

typedef struct
{
  const YlBudget *budget;
  const YlFindings *findings;
  const YlInputCopy *inputs;
  gsize n_inputs;
  const YlChoice *choices;
  gsize n_choices;
  YlDate date;            /* 填报日期; no day: left blank for the pen */
  guint32 rows_per_sheet; /* detail rows a sheet holds; 0: 1 048 575 minus the form's own rows */
} YlBookRequest;

/**
 * yl_book_write: writes the budget workbook to @path (a temporary name: see io/output).
 * The same request gives the same bytes.
 */
gboolean yl_book_write (const YlBookRequest *request, const char *path, GError **error);

/**
 * yl_book_plan: the cells that yl_book_write() would write, the same formulas and values, without a
 * file; what an audit holds a found workbook against.
 * @texts: must outlive the plan
 */
YlPlannedBook *yl_book_plan (const YlBookRequest *request, const char *file, YlTextPool *texts);

G_END_DECLS
