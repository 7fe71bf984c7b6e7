#include "yanglu/cli/text-table.h"

struct _YlTextTable
{
  YlAlign *alignments;
  guint n_columns;
  guint *widths;
  GPtrArray *cells; /* row by row; a rule is a row of NULLs */
};

YlTextTable *
yl_text_table_new (const YlAlign *alignments, guint n_columns)
{
  YlTextTable *table = g_new0 (YlTextTable, 1);
  table->alignments = g_memdup2 (alignments, sizeof *alignments * n_columns);
  table->n_columns = n_columns;
  table->widths = g_new0 (guint, n_columns);
  table->cells = g_ptr_array_new_with_free_func (g_free);
  return table;
}

void
yl_text_table_free (YlTextTable *table)
{
  if (table == NULL)
    return;
  g_ptr_array_unref (table->cells);
  g_free (table->widths);
  g_free (table->alignments);
  g_free (table);
}

guint
yl_text_width (const char *text)
{
  guint width = 0;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);
      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) || (c >= 0x2460 && c <= 0x24FF) ? 2 : 1;
    }
  return width;
}

void
yl_text_table_add (YlTextTable *table, const char *const *cells)
{
  for (guint i = 0; i < table->n_columns; i++)
    {
      table->widths[i] = MAX (table->widths[i], yl_text_width (cells[i]));
      g_ptr_array_add (table->cells, g_strdup (cells[i]));
    }
}

void
yl_text_table_add_line (YlTextTable *table)
{
  for (guint i = 0; i < table->n_columns; i++)
    g_ptr_array_add (table->cells, NULL);
}

static void
append_rule (const YlTextTable *table, GString *line)
{
  for (guint i = 0; i < table->n_columns; i++)
    for (guint j = 0; j < table->widths[i] + (i > 0 ? 2 : 0); j++)
      g_string_append_c (line, '-');
}

static void
append_cell (const YlTextTable *table, GString *line, guint column, const char *cell)
{
  const guint n_blanks = table->widths[column] - yl_text_width (cell);
  if (column > 0)
    g_string_append (line, "  ");
  if (table->alignments[column] == YL_ALIGN_RIGHT)
    g_string_append_printf (line, "%*s", (int) n_blanks, "");
  g_string_append (line, cell);
  if (table->alignments[column] == YL_ALIGN_LEFT && column + 1 < table->n_columns)
    g_string_append_printf (line, "%*s", (int) n_blanks, "");
}

void
yl_text_table_print (const YlTextTable *table)
{
  g_autoptr (GString) line = g_string_new (NULL);
  for (guint first = 0; first < table->cells->len; first += table->n_columns)
    {
      g_string_truncate (line, 0);
      if (g_ptr_array_index (table->cells, first) == NULL)
        append_rule (table, line);
      else
        for (guint i = 0; i < table->n_columns; i++)
          append_cell (table, line, i, g_ptr_array_index (table->cells, first + i));
      g_print ("%s\n", g_strchomp (line->str));
    }
}
