#include "writer-private.h"

#include <string.h>
#include <zip.h>

#define CHUNK_BYTES 65536
#define CELL_BEGIN "<c r="

/* Reads a part to its end, where libzip holds its checksum against the directory's.
 * Returns: how many cells it opens; -1 when it is damaged. */
static gint64
read_part (zip_file_t *file)
{
  const gsize overlap = strlen (CELL_BEGIN) - 1;
  char buffer[CHUNK_BYTES];
  gsize n_kept = 0;
  gint64 n_cells = 0;
  for (;;)
    {
      const zip_int64_t n = zip_fread (file, buffer + n_kept, sizeof buffer - n_kept);
      if (n <= 0)
        return n < 0 ? -1 : n_cells;
      const char *at = buffer;
      const char *end = buffer + n_kept + n;
      while ((at = memmem (at, (gsize) (end - at), CELL_BEGIN, strlen (CELL_BEGIN))) != NULL)
        {
          n_cells++;
          at += strlen (CELL_BEGIN);
        }
      n_kept = MIN (overlap, (gsize) (end - buffer));
      memmove (buffer, end - n_kept, n_kept);
    }
}

/* Returns: -1 for a part that is damaged or not there. */
static gint64
count_cells (zip_t *zip, zip_int64_t index)
{
  zip_file_t *file = index < 0 ? NULL : zip_fopen_index (zip, (zip_uint64_t) index, 0);
  if (file == NULL)
    return -1;
  const gint64 n = read_part (file);
  return zip_fclose (file) == 0 ? n : -1;
}

static gboolean
check_parts (zip_t *zip, const guint64 *n_cells, guint n_sheets)
{
  for (guint i = 0; i < n_sheets; i++)
    {
      g_autofree char *name = g_strdup_printf ("xl/worksheets/sheet%u.xml", i + 1);
      if (count_cells (zip, zip_name_locate (zip, name, 0)) != (gint64) n_cells[i])
        return FALSE;
    }
  const zip_int64_t n_parts = zip_get_num_entries (zip, 0);
  for (zip_int64_t i = 0; i < n_parts; i++)
    {
      const char *name = zip_get_name (zip, (zip_uint64_t) i, 0);
      if (name == NULL
          || (!g_str_has_prefix (name, "xl/worksheets/sheet") && count_cells (zip, i) < 0))
        return FALSE;
    }
  return zip_name_locate (zip, "[Content_Types].xml", 0) >= 0;
}

gboolean
yl_package_is_whole (const char *path, const guint64 *n_cells, guint n_sheets)
{
  zip_t *zip = zip_open (path, ZIP_RDONLY | ZIP_CHECKCONS, NULL);
  if (zip == NULL)
    return FALSE;
  const gboolean is_whole = check_parts (zip, n_cells, n_sheets);
  zip_discard (zip);
  return is_whole;
}
