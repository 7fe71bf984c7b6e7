#pragma once

#include "yanglu/domain/input-copy.h"
#include "yanglu/domain/workbook.h"
#include "yanglu/forms/form.h"

G_BEGIN_DECLS

/**
 * The hidden sheet: a full copy of every input, and a map from cells to
 * figures, so that an audit can make the budget again from the workbook
 * alone.  Everything stands in column A, one text a row, none longer than
 * %YL_COPY_CELL_CHARS and none beginning with = + - @.  In this order:
 *
 *   yanglu.copy/1                                    the layout number
 *   program⇥VERSION
 *   fingerprint⇥SHA-256
 *   input⇥ROLE⇥NAME⇥SHA-256⇥RAW BYTES⇥CHUNKS         one for every input
 *   map⇥SHEET⇥FIRST CELL:LAST CELL⇥FIGURE            one for every range
 *   INPUT.CHUNK:BASE64                               the inputs, deflated (zlib)
 *
 * Names are percent-escaped where they hold a tab, a control or a per cent sign.
 */
#define YL_COPY_LAYOUT 1
#define YL_COPY_HEAD "yanglu.copy/" /* the layout number follows */
#define YL_COPY_SHEET "数据副本"
#define YL_COPY_CELL_CHARS 32000u

/** What the cells of a range hold; rows and columns count from 0. */
typedef struct
{
  const char *sheet;
  guint32 first_row;
  guint16 first_column;
  guint32 last_row;
  guint16 last_column;
  const char *figure; /* the key that JSON uses, such as "daily.standard_fen", or
                         "roads.amount_fen" for a column with one row a road */
} YlCopyRange;

/**
 * yl_copy_make_fingerprint: names the inputs as a whole: SHA-256 over role, name and SHA-256 of
 * each, in their order.
 *
 * Returns: (transfer full): 64 hex digits, as printed on 封面
 */
char *yl_copy_make_fingerprint (const YlInputCopy *inputs, gsize n_inputs);

/**
 * yl_copy_make_cells: the texts of the hidden sheet, row by row; the same inputs give the same
 * texts.
 * @program: version of this program
 *
 * Returns: (transfer full) (element-type utf8)
 */
GPtrArray *yl_copy_make_cells (const char *program,
                               const YlInputCopy *inputs,
                               gsize n_inputs,
                               const YlCopyRange *map,
                               gsize n_ranges);

/** yl_copy_add_sheet: adds the hidden sheet to @form, whose map so far it holds. */
void yl_copy_add_sheet (YlForm *form, const YlInputCopy *inputs, gsize n_inputs);

/** YlCopy: a hidden sheet read back. */
typedef struct _YlCopy YlCopy;

/** yl_copy_new: of @inputs, whose texts are copied: what a job takes its files from that no workbook keeps. */
YlCopy *yl_copy_new (const YlInputCopy *inputs, gsize n_inputs);

/**
 * yl_copy_read: reads the cells of column A back, top to bottom.
 * @max_bytes: what all inputs together may come to
 *
 * Returns: %NULL with %YL_ERROR_INVALID when a cell is missing, moved or damaged (every input must
 *   give its SHA-256 again) or the layout is a newer one; %YL_ERROR_LIMIT when the inputs would take
 *   more than @max_bytes
 */
YlCopy *yl_copy_read (const char *const *cells, gsize n_cells, guint64 max_bytes, GError **error);
/**
 * yl_copy_find: the copy of the inputs that a workbook of ours keeps in its hidden sheet, whatever
 * that sheet is called now.
 *
 * Returns: (transfer full) (nullable): %NULL with %YL_ERROR_NOT_FOUND when no sheet holds one, with
 *   what yl_copy_read() says when it is damaged or larger than a workbook of so many cells can keep
 */
YlCopy *yl_copy_find (const YlWorkbook *workbook, GError **error);
void yl_copy_free (YlCopy *copy);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlCopy, yl_copy_free)

const YlInputCopy *yl_copy_get_inputs (const YlCopy *copy, gsize *out_n);
const YlCopyRange *yl_copy_get_map (const YlCopy *copy, gsize *out_n);
/** yl_copy_find_input: (nullable): the input of that role, the first of several. */
const YlInputCopy *yl_copy_find_input (const YlCopy *copy, const char *role);
/** yl_copy_find_input_at: (nullable): of those of that role the one of that number, from 0. */
const YlInputCopy *yl_copy_find_input_at (const YlCopy *copy, const char *role, guint number);
guint yl_copy_count_inputs (const YlCopy *copy, const char *role);

G_END_DECLS
