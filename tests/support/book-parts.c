#include "support/book-parts.h"

#include "support/assert.h"

#include <string.h>
#include <zip.h>

static char *
read_entry (zip_t *archive, zip_uint64_t index)
{
  zip_stat_t info;
  assert_int_equal (zip_stat_index (archive, index, 0, &info), 0);
  zip_file_t *file = zip_fopen_index (archive, index, 0);
  assert_non_null (file);
  char *text = g_malloc (info.size + 1);
  assert_number_equal (zip_fread (file, text, info.size), (gint64) info.size);
  text[info.size] = '\0';
  zip_fclose (file);
  return text;
}

static char *
tab_part (guint index)
{
  return g_strdup_printf ("xl/worksheets/sheet%u.xml", index + 1);
}

char *
yl_test_read_part (const char *book, const char *part)
{
  zip_t *archive = zip_open (book, ZIP_RDONLY, NULL);
  assert_non_null (archive);
  const zip_int64_t index = zip_name_locate (archive, part, 0);
  assert_true (index >= 0);
  char *text = read_entry (archive, (zip_uint64_t) index);
  zip_discard (archive);
  return text;
}

char *
yl_test_read_tab (const char *book, guint index)
{
  g_autofree char *part = tab_part (index);
  return yl_test_read_part (book, part);
}

/* From "<c r=…" to its end; libxlsxwriter writes no formula with a "</c>" in it. */
static const char *
find_cell (const char *xml, const char *cell, gsize *out_length)
{
  g_autofree char *head = g_strdup_printf ("<c r=\"%s\"", cell);
  const char *at = strstr (xml, head);
  assert_non_null (at);
  const char *end = strchr (at, '>');
  if (end[-1] != '/')
    end = strstr (at, "</c>");
  *out_length = (gsize) (end - at);
  return at;
}

static char *
replace (char *text, const char *what, const char *with)
{
  g_auto (GStrv) parts = g_strsplit (text, what, -1);
  g_free (text);
  return g_strjoinv (with, parts);
}

char *
yl_test_find_formula (const char *xml, const char *cell)
{
  gsize length = 0;
  const char *at = find_cell (xml, cell, &length);
  const char *begin = g_strstr_len (at, (gssize) length, "<f");
  if (begin == NULL)
    return NULL;
  begin = strchr (begin, '>') + 1;
  char *formula = g_strndup (begin, (gsize) (strstr (begin, "</f>") - begin));
  formula = replace (formula, "&quot;", "\"");
  formula = replace (formula, "&gt;", ">");
  formula = replace (formula, "&lt;", "<");
  return replace (formula, "&amp;", "&");
}

static void
write_part (const char *book, const char *part, const char *text)
{
  zip_t *archive = zip_open (book, 0, NULL);
  assert_non_null (archive);
  const zip_int64_t entry = zip_name_locate (archive, part, 0);
  zip_source_t *source = zip_source_buffer (archive, text, strlen (text), 0);
  assert_int_equal (zip_file_replace (archive, (zip_uint64_t) entry, source, 0), 0);
  assert_int_equal (zip_close (archive), 0);
}

void
yl_test_set_number (const char *book, guint index, const char *cell, const char *number)
{
  g_autofree char *part = tab_part (index);
  g_autofree char *xml = yl_test_read_part (book, part);
  gsize length = 0;
  const char *at = find_cell (xml, cell, &length);
  const char *value = g_strstr_len (at, (gssize) length, "<v>");
  assert_non_null (value);
  value += strlen ("<v>");
  g_autofree char *before = g_strndup (xml, (gsize) (value - xml));
  g_autofree char *changed = g_strconcat (before, number, strstr (value, "</v>"), NULL);
  write_part (book, part, changed);
}

guint
yl_test_find_tab (const char *book, const char *name)
{
  g_autofree char *xml = yl_test_read_part (book, "xl/workbook.xml");
  g_autofree char *named = g_strdup_printf ("<sheet name=\"%s\"", name);
  const char *end = strstr (xml, named);
  assert_non_null (end);
  guint n = 0;
  for (const char *at = strstr (xml, "<sheet "); at < end; at = strstr (at + 1, "<sheet "))
    n++;
  return n;
}

/* From "<row r=…" to behind its end. */
static char *
take_row (const char *xml, guint row, const char **out_begin)
{
  g_autofree char *head = g_strdup_printf ("<row r=\"%u\"", row);
  const char *at = strstr (xml, head);
  assert_non_null (at);
  *out_begin = at;
  return g_strndup (at, (gsize) (strstr (at, "</row>") - at) + strlen ("</row>"));
}

/* The same cells in another row. */
static char *
renumber (const char *text, guint row, guint other)
{
  g_autofree char *pattern = g_strdup_printf (" r=\"([A-Z]*)%u\"", row);
  g_autofree char *with = g_strdup_printf (" r=\"\\g<1>%u\"", other);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  return g_regex_replace (regex, text, -1, 0, with, 0, NULL);
}

void
yl_test_swap_rows (const char *book, guint index, guint row, guint other)
{
  g_autofree char *part = tab_part (index);
  g_autofree char *xml = yl_test_read_part (book, part);
  const char *upper_at = NULL;
  const char *lower_at = NULL;
  g_autofree char *upper = take_row (xml, MIN (row, other), &upper_at);
  g_autofree char *lower = take_row (xml, MAX (row, other), &lower_at);
  g_autofree char *now_lower = renumber (upper, MIN (row, other), MAX (row, other));
  g_autofree char *now_upper = renumber (lower, MAX (row, other), MIN (row, other));
  const char *behind_upper = upper_at + strlen (upper);
  g_autofree char *before = g_strndup (xml, (gsize) (upper_at - xml));
  g_autofree char *between = g_strndup (behind_upper, (gsize) (lower_at - behind_upper));
  g_autofree char *changed =
      g_strconcat (before, now_upper, between, now_lower, lower_at + strlen (lower), NULL);
  write_part (book, part, changed);
}
