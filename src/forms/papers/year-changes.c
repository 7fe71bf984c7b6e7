#include "year-private.h"

#include "papers-private.h"

#include <string.h>

/* 改动处: whether both workbooks hold, and what they do not show alike. */

typedef struct
{
  const char *kind; /* the verdict of a workbook, or where a change comes from */
  const char *place;
  const char *cell[YL_N_SIDES];
  const char *text[YL_N_SIDES];
} Row;

#define OF(of) G_STRUCT_OFFSET (Row, of)

static const YlTableColumn columns[] = {
  YL_COLUMN_ORDINAL (6),
  YL_COLUMN_TEXT ("kind", "来由", 22, OF (kind)),
  YL_COLUMN_TEXT ("place", "位置", 44, OF (place)),
  YL_COLUMN_TEXT ("old_cell", "单元格", 9, OF (cell[YL_OLD])),
  YL_COLUMN_TEXT ("old_text", NULL, 34, OF (text[YL_OLD])),
  YL_COLUMN_TEXT ("new_cell", "单元格", 9, OF (cell[YL_NEW])),
  YL_COLUMN_TEXT ("new_text", NULL, 34, OF (text[YL_NEW])),
};

/* What the audit of each says stands first. Returns: how many rows there are now */
static guint
write_verdicts (const YlYearBookRequest *request, const YlTable *table)
{
  guint n = 0;
  for (guint side = 0; side < YL_N_SIDES; side++)
    {
      Row row = { request->verdict[side], request->file[side], { "", "" }, { "", "" } };
      row.text[side] = request->conclusion[side];
      if (request->verdict[side] != NULL)
        yl_table_write_row (table, ++n, &row);
    }
  return n;
}

static void
write_change (const YlTable *table, guint n, const YlVersionChange *change)
{
  g_autofree char *place = yl_version_change_to_name (change);
  g_autofree char *was = yl_version_change_to_text (change, YL_OLD);
  g_autofree char *is = yl_version_change_to_text (change, YL_NEW);
  const Row row = { yl_change_origin_get_name (change->origin),
                    place,
                    { change->cell[YL_OLD], change->cell[YL_NEW] },
                    { was, is } };
  yl_table_write_row (table, n, &row);
}

void
yl_year_changes_write (const YlYearBookRequest *request, YlForm *form, const char *entity)
{
  const YlVersions *versions = request->versions;
  const char *const *called = request->reconciliation->called;
  const guint n_changes = versions == NULL ? 0 : versions->changes->len;
  guint n_rows = n_changes;
  for (guint side = 0; side < YL_N_SIDES; side++)
    n_rows += request->verdict[side] != NULL ? 1 : 0;
  if (n_rows == 0)
    return;
  g_autofree char *title = g_strdup_printf ("%s农村公路养护预算两份工作簿的结论和不同", entity);
  g_autoptr (YlTables) tables = yl_tables_new (NULL);
  YlTableColumn own[G_N_ELEMENTS (columns)];
  memcpy (own, columns, sizeof own);
  YlTable *table = yl_tables_add (tables, "changes", own, G_N_ELEMENTS (own));
  own[yl_table_find_column (table, "old_text")].head = called[YL_OLD];
  own[yl_table_find_column (table, "new_text")].head = called[YL_NEW];
  YlSheet *sheet = yl_table_open (
      table, form,
      &(YlSheetForm){
          .name = "改动处", .title = title, .unit_note = "公式以 = 开头", .is_a3 = TRUE },
      n_rows);
  guint n = write_verdicts (request, table);
  for (guint i = 0; i < n_changes; i++)
    write_change (table, ++n, &g_array_index (versions->changes, YlVersionChange, i));
  yl_sheet_end (sheet);
}
