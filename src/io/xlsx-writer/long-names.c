/* Names for formulas that are longer than the library's: it writes a place for each, which is filled in its file. */
#include "writer-private.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <zip.h>

#define PART "xl/workbook.xml"
#define MOST_BYTES (16u << 20)
/* The day that the library gives its parts: the same workbook has the same bytes. */
#define FIRST_DATE ((1 << 5) | 1)

void
yl_xlsx_writer_define (gpointer self, const char *name, const char *reference)
{
  YlXlsxWriter *writer = self;
  const gboolean is_long = strlen (reference) + strlen ("=") >= LXW_DEFINED_NAME_LENGTH;
  g_autofree char *formula =
      is_long ? g_strdup_printf ("=\"%s\"", name) : g_strconcat ("=", reference, NULL);
  const lxw_error failure = workbook_define_name (writer->workbook, name, formula);
  if (writer->failure == LXW_NO_ERROR)
    writer->failure = failure;
  if (!is_long)
    return;
  g_ptr_array_add (writer->long_names, g_strdup (name));
  g_ptr_array_add (writer->long_names, g_strdup (reference));
}

/* (transfer full) (nullable): a part, whole. */
static char *
read_part (zip_t *zip, zip_uint64_t index)
{
  zip_stat_t stat;
  if (zip_stat_index (zip, index, 0, &stat) != 0 || stat.size > MOST_BYTES)
    return NULL;
  zip_file_t *file = zip_fopen_index (zip, index, 0);
  if (file == NULL)
    return NULL;
  g_autofree char *text = g_malloc0 (stat.size + 1);
  const gboolean is_read = zip_fread (file, text, stat.size) == (zip_int64_t) stat.size;
  zip_fclose (file);
  return is_read ? g_steal_pointer (&text) : NULL;
}

/* (transfer full) (nullable): @part with the formulas of @names; %NULL where one has no place. */
static char *
fill (const char *part, const GPtrArray *names)
{
  g_autoptr (GString) filled = g_string_new (part);
  for (guint i = 0; i < names->len; i += 2)
    {
      g_autofree char *place = g_strdup_printf (">\"%s\"<", (const char *) names->pdata[i]);
      g_autofree char *escaped = g_markup_escape_text (names->pdata[i + 1], -1);
      g_autofree char *formula = g_strdup_printf (">%s<", escaped);
      if (g_string_replace (filled, place, formula, 1) != 1)
        return NULL;
    }
  return g_string_free (g_steal_pointer (&filled), FALSE);
}

/* The archive owns what it is given once it has taken it. */
static gboolean
replace_part (zip_t *zip, zip_uint64_t index, const char *text)
{
  zip_source_t *source = zip_source_buffer (zip, text, strlen (text), 0);
  if (source == NULL)
    return FALSE;
  if (zip_file_replace (zip, index, source, 0) == 0)
    return zip_file_set_dostime (zip, index, 0, FIRST_DATE, 0) == 0;
  zip_source_free (source);
  return FALSE;
}

static gboolean
fill_archive (zip_t *zip, const GPtrArray *names)
{
  const zip_int64_t index = zip_name_locate (zip, PART, 0);
  g_autofree char *part = index < 0 ? NULL : read_part (zip, (zip_uint64_t) index);
  g_autofree char *filled = part == NULL ? NULL : fill (part, names);
  /* What is given lives until the archive is closed. */
  if (filled != NULL && replace_part (zip, (zip_uint64_t) index, filled) && zip_close (zip) == 0)
    return TRUE;
  zip_discard (zip);
  return FALSE;
}

/* (transfer full) (nullable): all of an archive in memory. */
static char *
read_source (zip_source_t *source, gsize *out_length)
{
  zip_stat_t stat;
  if (zip_source_stat (source, &stat) != 0 || zip_source_open (source) != 0)
    return NULL;
  g_autofree char *bytes = g_malloc (stat.size);
  const gboolean is_read = zip_source_read (source, bytes, stat.size) == (zip_int64_t) stat.size;
  zip_source_close (source);
  *out_length = stat.size;
  return is_read ? g_steal_pointer (&bytes) : NULL;
}

/* Into the file that is there, which whoever writes it holds locked. */
static gboolean
write_again (const char *path, const char *bytes, gsize length)
{
  FILE *file = fopen (path, "r+be");
  if (file == NULL)
    return FALSE;
  const gboolean is_written = fwrite (bytes, 1, length, file) == length && fflush (file) == 0
                              && ftruncate (fileno (file), (off_t) length) == 0;
  return fclose (file) == 0 && is_written;
}

gboolean
yl_package_fill_names (const char *path, const GPtrArray *names)
{
  char *bytes = NULL; /* of the source, which frees them */
  gsize length = 0;
  if (names->len == 0)
    return TRUE;
  if (!g_file_get_contents (path, &bytes, &length, NULL))
    return FALSE;
  zip_source_t *source = zip_source_buffer_create (bytes, length, 1, NULL);
  if (source == NULL)
    {
      g_free (bytes);
      return FALSE;
    }
  zip_t *zip = zip_open_from_source (source, 0, NULL);
  if (zip == NULL)
    {
      zip_source_free (source);
      return FALSE;
    }
  zip_source_keep (source); /* beyond the archive, which closing frees */
  g_autofree char *filled = fill_archive (zip, names) ? read_source (source, &length) : NULL;
  zip_source_free (source);
  return filled != NULL && write_again (path, filled, length);
}
