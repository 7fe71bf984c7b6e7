#pragma once

#include "yanglu/domain/finding.h"
#include "yanglu/domain/head-text.h"
#include "yanglu/io/import/table.h"
#include "yanglu/io/import/unit-line.h"
#include "yanglu/io/rows.h"

G_BEGIN_DECLS

#define YL_HEADS_MAX 48

/** One column as it was found. */
typedef struct
{
  guint cell;       /* index in the row; YL_HEAD_ABSENT */
  YlHeadUnit unit;  /* of the head, else of the line above that states it for all */
  const char *head; /* as written; of several rows "桩号 起点"; NULL when absent */
  guint repeat;     /* index of a second column of the same name, passed over; YL_HEAD_ABSENT */
  gboolean is_unit_above; /* the unit is that line's */
} YlHead;

#define YL_HEAD_ABSENT G_MAXUINT

typedef enum
{
  YL_HEADS_NOT_YET, /* no heads so far: a title row, or nothing of ours */
  YL_HEADS_HEAD,    /* this row belongs to the heads */
  YL_HEADS_DATA,    /* this row stands below the heads */
} YlHeadsStep;

/** YlHeadFinder: finds the heads of a table in the rows of a sheet, in any order, below titles, in one row
 * or in several; below them it passes over rows that number the columns or say how they are filled in. */
typedef struct _YlHeadFinder YlHeadFinder;

YlHeadFinder *yl_head_finder_new (const YlImportTable *table, const YlWords *words);
void yl_head_finder_free (YlHeadFinder *finder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlHeadFinder, yl_head_finder_free)

/** yl_head_finder_set_year: of several columns that are one but for their years, that of @year is read, else the newest
 * before it, else the newest; so is without it (0). */
void yl_head_finder_set_year (YlHeadFinder *finder, guint year);

/** yl_head_finder_begin: a new sheet: forgets the heads, keeps the best miss for E01. */
void yl_head_finder_begin (YlHeadFinder *finder);

/**
 * yl_head_finder_tell: something else than their cells says @columns (1 << column) of the rows of this sheet, its
 * name: its heads need them no more, when they have two columns that are read.
 */
void yl_head_finder_tell (YlHeadFinder *finder, guint64 columns);

/**
 * yl_head_finder_tell_below: to be asked before a row that says @columns of the rows below it, as long as there
 * are no heads: rows that went before are heads when they lack nothing else. Returns: whether there are some; the row
 * itself must be asked for as ever.
 */
gboolean yl_head_finder_tell_below (YlHeadFinder *finder, guint64 columns);

/**
 * yl_head_finder_take: to be asked for every row until it says %YL_HEADS_DATA; afterwards only
 * for rows that do not look like data: heads repeated at a page break are %YL_HEADS_HEAD, and
 * the row after them must be asked again.
 */
YlHeadsStep
yl_head_finder_take (YlHeadFinder *finder, YlRowId row, const YlText *cells, guint n_cells);

/** yl_head_finder_get: (transfer none): column @column, valid until the next call of take. */
const YlHead *yl_head_finder_get (const YlHeadFinder *finder, guint column);
/** yl_head_finder_get_columns: 1 << column of every column found. */
guint64 yl_head_finder_get_columns (const YlHeadFinder *finder);

/** yl_head_finder_get_written: (transfer none) (nullable) (element-type utf8): what stands over each cell,
 * heads of ours or not, "" for nothing; valid until the next call of take. */
const GPtrArray *yl_head_finder_get_written (const YlHeadFinder *finder);

/** yl_head_finder_get_missed: (transfer none) (nullable) (element-type utf8): of a table never found: what stands over
 * each cell of the rows that were nearest to heads. */
const GPtrArray *yl_head_finder_get_missed (const YlHeadFinder *finder);

/** yl_head_finder_cell: the trimmed cell of @column; empty where the column or the cell is not. */
YlText
yl_head_finder_cell (const YlHeadFinder *finder, guint column, const YlText *cells, guint n_cells);

/** yl_head_finder_report_repeats: a warning (E01) for every column that stands twice. */
void yl_head_finder_report_repeats (const YlHeadFinder *finder,
                                    const char *file,
                                    const char *sheet,
                                    YlFindings *findings);

/** yl_head_finder_report_units: an error (E01) for every quantity in a unit that nothing is converted from. */
void yl_head_finder_report_units (const YlHeadFinder *finder,
                                  const char *file,
                                  const char *sheet,
                                  YlFindings *findings);

/** yl_head_finder_report_missing: E01 for a table never found: what must stand, what was seen. */
void
yl_head_finder_report_missing (const YlHeadFinder *finder, const char *file, YlFindings *findings);

/** yl_import_column_get_usual: what a number of @column counts, where its head does not say. */
YlHeadUnit yl_import_column_get_usual (const YlImportColumn *column);

/** yl_import_column_is_quantity: whether the cells of @column are lengths or money. */
gboolean yl_import_column_is_quantity (const YlImportColumn *column);

G_END_DECLS
