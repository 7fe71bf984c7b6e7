/* Columns that no form requires are out of sight where they come to nothing. */
#include "book-private.h"

void
yl_book_shut_columns (const YlBook *book, YlTable *table, YlIsNothing is_nothing)
{
  guint n = 0;
  const YlTableColumn *columns = yl_table_get_columns (table, &n);
  for (guint i = 0; book->edition >= 7 && i < n; i++)
    if (is_nothing (book, columns[i].name))
      yl_table_shut (table, columns[i].name);
}

/* "计入里程专用公路": a unit in brackets is left out. */
static void
name_column (GString *out, const YlTableColumn *column)
{
  const char *const texts[] = { column->group, column->head };
  if (out->len > 0)
    g_string_append (out, "、");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (const char *at = texts[i]; at != NULL && *at != '\0' && !g_str_has_prefix (at, "（"); at++)
      if (*at != '\n')
        g_string_append_c (out, *at);
}

void
yl_book_note_shut (const YlBook *book, const YlTable *table, YlIsNothing is_nothing)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;
  const YlTableColumn *columns = yl_table_get_columns (table, &n);
  for (guint i = 0; book->edition >= 7 && i < n; i++)
    if (is_nothing (book, columns[i].name))
      name_column (names, &columns[i]);
  if (names->len == 0)
    return;
  g_autofree char *note =
      g_strdup_printf ("说明：没有数的列已收起：%s；要看时点列标上方的“＋”展开。", names->str);
  yl_sheet_note (yl_table_get_sheet (table), note);
}
