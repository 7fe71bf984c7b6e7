#pragma once

#include "yanglu/domain/choices.h"
#include "yanglu/domain/workbook.h"

G_BEGIN_DECLS

/* A workbook as it was found, looked at by what stands in every budget of ours. */

/** yl_own_book_is: whether it has the sheets of one, whatever became of its copy of the inputs; one of
 * them may have been taken out too. */
gboolean yl_own_book_is (const YlWorkbook *workbook);

/** Whether a book, of which no more is known than its sheets, has one of that name. */
typedef gboolean (*YlHasSheet) (gconstpointer book, const char *name);

/** yl_own_book_is_named: the same of the names of its sheets, before any is read. */
gboolean yl_own_book_is_named (YlHasSheet has_sheet, gconstpointer book);

/** yl_own_book_has_core: whether it has the sheets that everything is computed in; others may be gone. */
gboolean yl_own_book_has_core (const YlWorkbook *workbook);

/** yl_own_book_find_policy: (transfer none) (nullable): the id of the policy that it names. */
const char *yl_own_book_find_policy (const YlWorkbook *workbook);

/** yl_own_book_find_fingerprint: (transfer none) (nullable): the cell of 封面 that names the files it was
 * made of, 64 hex digits. */
const YlCell *yl_own_book_find_fingerprint (const YlWorkbook *workbook);

/** yl_own_book_is_beside: whether the sheet of that name, of a book of ours, states no money of the budget though
 * it has columns of money: it lists faults. */
gboolean yl_own_book_is_beside (const char *sheet);

/** yl_own_book_read_choices: (transfer full): what its 读取说明 says. */
YlChoices *yl_own_book_read_choices (const YlWorkbook *workbook);

G_END_DECLS
