#pragma once

#include "yanglu/domain/intake.h"
#include "yanglu/io/import/heads.h"
#include "yanglu/io/rows.h"

G_BEGIN_DECLS

/** YlTaking: keeps the record of what an importer takes of the sheet at hand. */
typedef struct
{
  YlIntake *intake;     /* (nullable): nothing is recorded */
  YlIntakeTable *table; /* (nullable): that of the rows at hand */
  GArray *unread;       /* of guint: its columns that are not read */
  GHashTable *hidden;   /* numbers of rows of the sheet that are hidden */
  guint n_worked_out;   /* as in YlSheetLayout, until the first table of the sheet begins */
  guint n_unsaved;
} YlTaking;

/** A key of a table without heads, and what stands behind it. */
typedef struct
{
  const char *key;
  guint column; /* what it is the key of; YL_HEADS_MAX: of nothing that is known */
  YlHeadUnit unit;
  guint value_cell;
  gboolean is_filled;
} YlTakenKey;

/** yl_taking_init: @intake: (nullable): as in YlTaking. */
void yl_taking_init (YlTaking *taking, YlIntake *intake);
void yl_taking_clear (YlTaking *taking);

/** yl_taking_begin_sheet: the rows that follow are those of another table. */
void yl_taking_begin_sheet (YlTaking *taking);

/**
 * yl_taking_begin_rows: to be called when the rows below heads begin: the same heads again, as at
 * a page break, go on with their table.
 */
void yl_taking_begin_rows (YlTaking *taking,
                           const YlHeadFinder *finder,
                           const YlImportTable *table,
                           const YlWords *words,
                           const char *file,
                           const char *sheet,
                           YlRowId first_row);

/** yl_taking_take_key: a row of a table without heads; what stands above its first key is no part of it. */
void yl_taking_take_key (YlTaking *taking,
                         const YlImportTable *table,
                         const YlWords *words,
                         const char *file,
                         const char *sheet,
                         YlRowId row,
                         const YlTakenKey *key);

/** yl_taking_lay: what the formulas of the sheet were is told of its first table. */
void yl_taking_lay (YlTaking *taking, const YlSheetLayout *layout);

/** yl_taking_hide_row: as in YlRowSink. */
void yl_taking_hide_row (YlTaking *taking, YlRowId row);

static inline gboolean
yl_taking_is_hidden (const YlTaking *taking, YlRowId row)
{
  return g_hash_table_size (taking->hidden) > 0
         && g_hash_table_contains (taking->hidden, GSIZE_TO_POINTER ((gsize) row));
}

/** yl_taking_extend: more columns than heads, up to the last filled cell. */
void yl_taking_extend (YlTaking *taking, const YlText *cells, guint n_cells);

/** yl_taking_find_needless: what is known of a column that is not read by its head alone; one without a head
 * may number the rows. */
YlNeedless yl_taking_find_needless (const YlWords *words, const char *head);

/** yl_taking_count: one more filled cell of a column that is not read. */
void yl_taking_count (YlIntakeColumn *column, YlText text);

/** yl_taking_take_row: counts what a row holds that is not read; costs nothing for what is. */
static inline void
yl_taking_take_row (YlTaking *taking, const YlText *cells, guint n_cells)
{
  if (taking->table == NULL)
    return;
  GArray *columns = taking->table->columns;
  if (n_cells > columns->len)
    yl_taking_extend (taking, cells, n_cells);
  for (guint i = 0; i < taking->unread->len; i++)
    {
      const guint cell = g_array_index (taking->unread, guint, i);
      if (cell < n_cells && cells[cell].length > 0 && !yl_text_is_blank (cells[cell]))
        yl_taking_count (&g_array_index (columns, YlIntakeColumn, cell), cells[cell]);
    }
}

G_END_DECLS
