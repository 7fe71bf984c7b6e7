/*
 * What a step did, as canonical JSON: UTF-8, no blanks, names of sheets, ids and columns in the order of
 * their bytes, each once:
 *
 *   {"SHEET":[{"id":"ID","set":{"COLUMN":[OLD,NEW],…}},…],…}
 *
 * OLD and NEW are texts, of `place` whole numbers, null where there was no row, or is none any more.
 * Of a row that comes or goes empty cells are not told. One writing for one meaning, so that the reader
 * refuses every other to the byte; it goes no deeper than this form, whatever a file holds.
 */
#include "journal-private.h"

#include <string.h>

static void
append_text (GString *json, const char *text)
{
  g_string_append_c (json, '"');
  for (const char *at = text; *at != '\0'; at++)
    {
      const guchar byte = (guchar) *at;
      if (byte == '"' || byte == '\\')
        g_string_append_c (json, '\\');
      if (byte < ' ')
        g_string_append_printf (json, "\\u%04x", byte);
      else
        g_string_append_c (json, (char) byte);
    }
  g_string_append_c (json, '"');
}

static void
append_old_or_new (GString *json, const char *text)
{
  if (text == NULL)
    g_string_append (json, "null");
  else
    append_text (json, text);
}

static void
append_place (GString *json, const Row *row)
{
  if (row == NULL)
    g_string_append (json, "null");
  else
    g_string_append_printf (json, "%" G_GINT64_FORMAT, row->place);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* (transfer full): the columns of @delta that changed, in the order of their bytes. */
static GPtrArray *
list_columns (const Delta *delta)
{
  const YlRecordSheet *sheet = &delta->sheet->sheet;
  GPtrArray *columns = g_ptr_array_new ();
  for (guint i = 0; i < sheet->n_columns; i++)
    if (delta_has_changed (delta, i))
      g_ptr_array_add (columns, (gpointer) sheet->columns[i]);
  if (!delta->sheet->is_about && delta_has_moved (delta))
    g_ptr_array_add (columns, (gpointer) PLACE);
  g_ptr_array_sort (columns, compare_names);
  return columns;
}

static void
append_row (GString *json, const Delta *delta, const GPtrArray *columns)
{
  g_string_append (json, "{\"id\":");
  append_text (json, delta->id);
  g_string_append (json, ",\"set\":{");
  for (guint i = 0; i < columns->len; i++)
    {
      const char *name = g_ptr_array_index (columns, i);
      if (i > 0)
        g_string_append_c (json, ',');
      append_text (json, name);
      g_string_append (json, ":[");
      if (strcmp (name, PLACE) == 0)
        {
          append_place (json, delta->before);
          g_string_append_c (json, ',');
          append_place (json, delta->after);
        }
      else
        {
          const guint column = yl_record_sheet_find_column (&delta->sheet->sheet, name);
          append_old_or_new (json, delta->before == NULL ? NULL : delta->before->cells[column]);
          g_string_append_c (json, ',');
          append_old_or_new (json, delta->after == NULL ? NULL : delta->after->cells[column]);
        }
      g_string_append_c (json, ']');
    }
  g_string_append (json, "}}");
}

static int
compare_deltas (gconstpointer a, gconstpointer b)
{
  const Delta *left = *(const Delta *const *) a;
  const Delta *right = *(const Delta *const *) b;
  const int by_sheet = strcmp (left->sheet->sheet.name, right->sheet->sheet.name);
  return by_sheet != 0 ? by_sheet : strcmp (left->id, right->id);
}

GString *
what_write (const Deltas *deltas)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy (deltas->deltas, NULL, NULL);
  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort (sorted, compare_deltas);
  GString *json = g_string_new ("{");
  const Sheet *open = NULL;
  for (guint i = 0; i < sorted->len; i++)
    {
      const Delta *delta = g_ptr_array_index (sorted, i);
      if (!delta_is_changed (delta))
        continue;
      if (delta->sheet == open)
        g_string_append_c (json, ',');
      else
        {
          g_string_append (json, open == NULL ? "" : "],");
          append_text (json, delta->sheet->sheet.name);
          g_string_append (json, ":[");
          open = delta->sheet;
        }
      g_autoptr (GPtrArray) columns = list_columns (delta);
      append_row (json, delta, columns);
    }
  g_string_append (json, open == NULL ? "}" : "]}");
  return json;
}

/* Reading. */

typedef struct
{
  const char *at;
  const char *end;
  gboolean (*take) (gpointer self, const WhatCell *cell);
  gpointer self;
} Reader;

static gboolean
skip (Reader *reader, const char *literal)
{
  const gsize length = strlen (literal);
  if ((gsize) (reader->end - reader->at) < length || memcmp (reader->at, literal, length) != 0)
    return FALSE;
  reader->at += length;
  return TRUE;
}

/* The one writing of an escaped byte: \" \\ and \u00 with small digits for what is no sign. */
static gboolean
read_escape (Reader *reader, GString *out)
{
  if (reader->at < reader->end && (*reader->at == '"' || *reader->at == '\\'))
    {
      g_string_append_c (out, *reader->at++);
      return TRUE;
    }
  if (!skip (reader, "u00") || reader->end - reader->at < 2)
    return FALSE;
  const int high = g_ascii_xdigit_value (reader->at[0]);
  const int low = g_ascii_xdigit_value (reader->at[1]);
  if (high < 0 || high > 1 || low < 0 || g_ascii_isupper (reader->at[1]) || (high == 0 && low == 0))
    return FALSE;
  g_string_append_c (out, (char) (high * 16 + low));
  reader->at += 2;
  return TRUE;
}

static gboolean
read_text (Reader *reader, GString *out)
{
  g_string_truncate (out, 0);
  if (!skip (reader, "\""))
    return FALSE;
  while (reader->at < reader->end && *reader->at != '"')
    {
      const char byte = *reader->at++;
      if ((guchar) byte < ' ')
        return FALSE;
      if (byte != '\\')
        g_string_append_c (out, byte);
      else if (!read_escape (reader, out))
        return FALSE;
    }
  return skip (reader, "\"") && g_utf8_validate_len (out->str, out->len, NULL);
}

static gboolean
read_number (Reader *reader, GString *out)
{
  g_string_truncate (out, 0);
  if (reader->at < reader->end && *reader->at == '-')
    g_string_append_c (out, *reader->at++);
  while (reader->at < reader->end && g_ascii_isdigit (*reader->at) && out->len < 20)
    g_string_append_c (out, *reader->at++);
  gint64 value = 0;
  if (!g_ascii_string_to_signed (out->str, 10, G_MININT64, G_MAXINT64, &value, NULL))
    return FALSE;
  char canonical[21];
  g_snprintf (canonical, sizeof canonical, "%" G_GINT64_FORMAT, value);
  return strcmp (canonical, out->str) == 0;
}

/* OLD or NEW; @out_text: (nullable): borrowed from @out. */
static gboolean
read_value (Reader *reader, gboolean is_place, GString *out, const char **out_text)
{
  *out_text = NULL;
  if (skip (reader, "null"))
    return TRUE;
  if (!(is_place ? read_number (reader, out) : read_text (reader, out)))
    return FALSE;
  *out_text = out->str;
  return TRUE;
}

/* A name behind the one before it. */
static gboolean
read_name (Reader *reader, GString *name, GString *before)
{
  g_string_assign (before, name->str);
  return read_text (reader, name) && strcmp (before->str, name->str) < 0;
}

static gboolean
read_cells (Reader *reader, WhatCell *cell)
{
  g_autoptr (GString) column = g_string_new (NULL);
  g_autoptr (GString) before = g_string_new (NULL);
  g_autoptr (GString) old = g_string_new (NULL);
  g_autoptr (GString) new = g_string_new (NULL);
  do
    {
      if (!read_name (reader, column, before))
        return FALSE;
      const gboolean is_place = strcmp (column->str, PLACE) == 0;
      cell->column = column->str;
      if (!skip (reader, ":[") || !read_value (reader, is_place, old, &cell->old)
          || !skip (reader, ",") || !read_value (reader, is_place, new, &cell->new)
          || !skip (reader, "]") || !reader->take (reader->self, cell))
        return FALSE;
    }
  while (skip (reader, ","));
  return TRUE;
}

static gboolean
read_rows (Reader *reader, const char *sheet)
{
  g_autoptr (GString) id = g_string_new (NULL);
  g_autoptr (GString) before = g_string_new (NULL);
  do
    {
      if (!skip (reader, "{\"id\":") || !read_name (reader, id, before)
          || !skip (reader, ",\"set\":{"))
        return FALSE;
      WhatCell cell = { .sheet = sheet, .id = id->str };
      if (!read_cells (reader, &cell) || !skip (reader, "}}"))
        return FALSE;
    }
  while (skip (reader, ","));
  return TRUE;
}

gboolean
what_read (const char *json,
           gsize length,
           gboolean (*take) (gpointer self, const WhatCell *cell),
           gpointer self)
{
  Reader reader = { json, json + length, take, self };
  g_autoptr (GString) sheet = g_string_new (NULL);
  g_autoptr (GString) before = g_string_new (NULL);
  if (!skip (&reader, "{"))
    return FALSE;
  do
    {
      if (!read_name (&reader, sheet, before) || !skip (&reader, ":[")
          || !read_rows (&reader, sheet->str) || !skip (&reader, "]"))
        return FALSE;
    }
  while (skip (&reader, ","));
  return skip (&reader, "}") && reader.at == reader.end;
}
