#pragma once

#include "yanglu/base/arena.h"

G_BEGIN_DECLS

/** YlTextTable: rows of cells printed in columns that line up in a terminal, where a Chinese character is two wide. */
typedef struct _YlTextTable YlTextTable;

/** yl_text_table_new: @sides: of each column 'l' or 'r', as its texts stand; @heads: (nullable): a
 * first row, with a rule below it */
YlTextTable *yl_text_table_new (const char *sides, const char *const *heads);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlTextTable, yl_arena_free_record)

/** yl_text_table_add: a row of as many strings as the table has columns; copied. */
void yl_text_table_add (YlTextTable *table, const char *const *cells);
/** yl_text_table_add_line: a rule across the table. */
void yl_text_table_add_line (YlTextTable *table);
/** yl_text_table_print: to standard output. */
void yl_text_table_print (const YlTextTable *table);

/** yl_text_width: columns that @text takes in a terminal. */
guint yl_text_width (const char *text);

G_END_DECLS
