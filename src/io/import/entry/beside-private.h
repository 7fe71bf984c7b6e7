#pragma once

#include "sums-private.h"

G_BEGIN_DECLS

/** TableBeside: what a sheet holds of a table that another sheet is read for; nothing of it counts. */
typedef struct
{
  char *sheet; /* (nullable): there is none */
  gboolean is_hidden;
  guint n_rows;
  YlMoney amount; /* of them, as far as it can be read */
} TableBeside;

void table_beside_clear (TableBeside *beside);

/** table_beside_add: one more row, whose amount is read without a finding. */
void table_beside_add (TableBeside *beside, YlTableRow *row);

/** table_beside_report: a sheet with rows is told: C11 where nobody sees it, else E01; both W with the money. @read: the
 * sheet that is read instead; %NULL: none. */
void table_beside_report (const TableBeside *beside,
                          const YlImportTable *table,
                          YlTableContext *context,
                          const char *read);

/** table_beside_report_hidden: a sheet that is read though nobody sees it (C11). */
void table_beside_report_hidden (const TableBeside *beside,
                                 const YlImportTable *table,
                                 YlTableContext *context);

G_END_DECLS
