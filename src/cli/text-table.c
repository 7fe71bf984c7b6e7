#include "yanglu/cli/text-table.h"

#include <string.h>

/* A nation's summary has three quarters of a million cells: their texts lie in one block. */
typedef struct
{
  gsize text;       /* where it begins in the texts */
  guint width;      /* columns in a terminal */
  gboolean is_rule; /* the row is a rule across the table */
} Cell;

struct _YlTextTable
{
  YlArena *arena;
  const char *sides;
  guint n_columns;
  guint *widths;
  GArray *texts; /* of char: each with its NUL */
  GArray *cells; /* of Cell, row by row */
};

YlTextTable *
yl_text_table_new (const char *sides, const char *const *heads)
{
  YlTextTable *table = yl_arena_new_record (sizeof *table);
  table->sides = yl_arena_keep (table->arena, sides);
  table->n_columns = (guint) strlen (sides);
  table->widths = yl_arena_own (table->arena, g_new0 (guint, table->n_columns), g_free);
  table->texts = yl_arena_array (table->arena, sizeof (char));
  table->cells = yl_arena_array (table->arena, sizeof (Cell));
  if (heads == NULL)
    return table;
  yl_text_table_add (table, heads);
  yl_text_table_add_line (table);
  return table;
}

static guint
get_character_width (gunichar c)
{
  if (c >= 0x4E00 && c <= 0x9FFF)
    return 2;
  if (g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) || (c >= 0x2460 && c <= 0x24FF) ? 2 : 1;
}

guint
yl_text_width (const char *text)
{
  guint width = 0;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    width += (guchar) *at < 0x80 ? 1 : get_character_width (g_utf8_get_char (at));
  return width;
}

void
yl_text_table_add (YlTextTable *table, const char *const *cells)
{
  for (guint i = 0; i < table->n_columns; i++)
    {
      const Cell cell = { table->texts->len, yl_text_width (cells[i]), FALSE };
      table->widths[i] = MAX (table->widths[i], cell.width);
      g_array_append_vals (table->texts, cells[i], (guint) strlen (cells[i]) + 1);
      g_array_append_val (table->cells, cell);
    }
}

void
yl_text_table_add_line (YlTextTable *table)
{
  const Cell rule = { 0, 0, TRUE };
  for (guint i = 0; i < table->n_columns; i++)
    g_array_append_val (table->cells, rule);
}

static void
append_many (GString *line, char c, guint n)
{
  const gsize length = line->len;
  g_string_set_size (line, length + n);
  memset (line->str + length, c, n);
}

static void
append_rule (const YlTextTable *table, GString *line)
{
  for (guint i = 0; i < table->n_columns; i++)
    append_many (line, '-', table->widths[i] + (i > 0 ? 2 : 0));
}

static void
append_cell (const YlTextTable *table, GString *line, guint column, const Cell *cell)
{
  const guint n_blanks = table->widths[column] - cell->width;
  const gboolean is_right = table->sides[column] == 'r';
  append_many (line, ' ', (column > 0 ? 2 : 0) + (is_right ? n_blanks : 0));
  g_string_append (line, table->texts->data + cell->text);
  if (!is_right && column + 1 < table->n_columns)
    append_many (line, ' ', n_blanks);
}

void
yl_text_table_print (const YlTextTable *table)
{
  g_autoptr (GString) line = g_string_new (NULL);
  for (guint first = 0; first < table->cells->len; first += table->n_columns)
    {
      const Cell *cells = &g_array_index (table->cells, Cell, first);
      g_string_truncate (line, 0);
      if (cells->is_rule)
        append_rule (table, line);
      else
        for (guint i = 0; i < table->n_columns; i++)
          append_cell (table, line, i, &cells[i]);
      g_print ("%s\n", g_strchomp (line->str));
    }
}
