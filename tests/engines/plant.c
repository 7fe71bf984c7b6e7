#include "engines/plant.h"

#include "support/assert.h"

#include <gio/gio.h>
#include <string.h>
#include <zip.h>

/* The part, terminated. */
static char *
read_part (zip_t *archive, zip_uint64_t index)
{
  zip_stat_t info;
  assert_int_equal (zip_stat_index (archive, index, 0, &info), 0);
  zip_file_t *file = zip_fopen_index (archive, index, 0);
  assert_non_null (file);
  char *part = g_malloc (info.size + 1);
  assert_number_equal (zip_fread (file, part, info.size), (gint64) info.size);
  part[info.size] = '\0';
  zip_fclose (file);
  return part;
}

static void
copy_file (const char *from, const char *to)
{
  g_autofree char *bytes = NULL;
  gsize size;
  assert_true (g_file_get_contents (from, &bytes, &size, NULL));
  assert_true (g_file_set_contents (to, bytes, (gssize) size, NULL));
}

/* Whether the cell whose formula ends at @end remembers a text. */
static gboolean
is_text_cell (const char *xml, const char *end)
{
  const char *cell = g_strrstr_len (xml, end - xml, "<c ");
  const char *head_end = cell == NULL ? NULL : strchr (cell, '>');
  return head_end != NULL && g_strstr_len (cell, head_end - cell, " t=\"str\"") != NULL;
}

/* Libxlsxwriter writes <c …><f>FORMULA</f><v>VALUE</v></c>. */
static GString *
plant_sheet (const char *xml, guint *n_planted)
{
  static const char before[] = "</f><v>";
  GString *planted = g_string_new (NULL);
  const char *at = xml;
  for (const char *found; (found = strstr (at, before)) != NULL;)
    {
      const char *value = found + strlen (before);
      g_string_append_len (planted, at, value - at);
      g_string_append (planted, is_text_cell (at, found) ? PLANT_TEXT : PLANT_NUMBER);
      (*n_planted)++;
      at = strstr (value, "</v>");
      assert_non_null (at);
    }
  g_string_append (planted, at);
  return planted;
}

guint
plant_wrong_values (const char *book, const char *planted)
{
  copy_file (book, planted);
  zip_t *archive = zip_open (planted, 0, NULL);
  assert_non_null (archive);
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func (g_free);
  guint n_planted = 0;
  const zip_int64_t n_parts = zip_get_num_entries (archive, 0);
  for (zip_int64_t i = 0; i < n_parts; i++)
    {
      if (!g_str_has_prefix (zip_get_name (archive, (zip_uint64_t) i, 0), "xl/worksheets/sheet"))
        continue;
      g_autofree char *part = read_part (archive, (zip_uint64_t) i);
      GString *xml = plant_sheet (part, &n_planted);
      zip_source_t *source = zip_source_buffer (archive, xml->str, xml->len, 0);
      assert_int_equal (zip_file_replace (archive, (zip_uint64_t) i, source, 0), 0);
      /* The archive is written when it is closed: the text must live until then. */
      g_ptr_array_add (sheets, g_string_free (xml, FALSE));
    }
  assert_int_equal (zip_close (archive), 0);
  return n_planted;
}

/* <c r="D6" …/>, an empty cell that ends at @end */
static GString *
fill_cell (const char *xml, const char *end, const char *number)
{
  GString *filled = g_string_new_len (xml, end - 1 - xml);
  g_string_append_printf (filled, "><v>%s</v></c>", number);
  g_string_append (filled, end + 1);
  return filled;
}

/* <c r="D6" …><v>VALUE</v></c>; a formula would stand before the value. */
static GString *
change_cell (const char *xml, const char *cell, const char *number)
{
  g_autofree char *head = g_strdup_printf ("<c r=\"%s\"", cell);
  const char *start = strstr (xml, head);
  assert_non_null (start);
  const char *head_end = strchr (start, '>');
  if (head_end[-1] == '/')
    return fill_cell (xml, head_end, number);
  assert_true (g_str_has_prefix (head_end + 1, "<v>"));
  const char *value = head_end + 1 + strlen ("<v>");
  GString *changed = g_string_new_len (xml, value - xml);
  g_string_append (changed, number);
  g_string_append (changed, strstr (value, "</v>"));
  return changed;
}

void
change_number (const char *book, guint index, const char *cell, const char *number)
{
  zip_t *archive = zip_open (book, 0, NULL);
  assert_non_null (archive);
  g_autofree char *name = g_strdup_printf ("xl/worksheets/sheet%u.xml", index + 1);
  const zip_int64_t part = zip_name_locate (archive, name, 0);
  assert_true (part >= 0);
  g_autofree char *xml = read_part (archive, (zip_uint64_t) part);
  g_autoptr (GString) changed = change_cell (xml, cell, number);
  zip_source_t *source = zip_source_buffer (archive, changed->str, changed->len, 0);
  assert_int_equal (zip_file_replace (archive, (zip_uint64_t) part, source, 0), 0);
  assert_int_equal (zip_close (archive), 0);
}
