#include "engines/plant.h"

#include "support/assert.h"

#include <minizip/unzip.h>
#include <minizip/zip.h>
#include <string.h>

#define MAX_NAME 512

/* The part that the archive stands at. */
static GByteArray *
read_part (unzFile archive, char name[MAX_NAME])
{
  unz_file_info64 info;
  assert_int_equal (unzGetCurrentFileInfo64 (archive, &info, name, MAX_NAME, NULL, 0, NULL, 0),
                    UNZ_OK);
  assert_int_equal (unzOpenCurrentFile (archive), UNZ_OK);
  GByteArray *part = g_byte_array_new ();
  g_byte_array_set_size (part, (guint) info.uncompressed_size);
  const int n = unzReadCurrentFile (archive, part->data, (unsigned) info.uncompressed_size);
  assert_number_equal (n, (gint64) info.uncompressed_size);
  unzCloseCurrentFile (archive);
  return part;
}

static void
write_part (zipFile archive, const char *name, const char *bytes, gsize size)
{
  assert_int_equal (zipOpenNewFileInZip64 (archive, name, NULL, NULL, 0, NULL, 0, NULL, Z_DEFLATED,
                                           Z_BEST_SPEED, 0),
                    ZIP_OK);
  assert_int_equal (zipWriteInFileInZip (archive, bytes, (unsigned) size), ZIP_OK);
  assert_int_equal (zipCloseFileInZip (archive), ZIP_OK);
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
  unzFile from = unzOpen64 (book);
  zipFile to = zipOpen64 (planted, APPEND_STATUS_CREATE);
  assert_non_null (from);
  assert_non_null (to);
  guint n_planted = 0;
  for (int status = unzGoToFirstFile (from); status == UNZ_OK; status = unzGoToNextFile (from))
    {
      char name[MAX_NAME];
      g_autoptr (GByteArray) part = read_part (from, name);
      if (g_str_has_prefix (name, "xl/worksheets/sheet"))
        {
          g_byte_array_append (part, (const guint8 *) "", 1);
          GString *xml = plant_sheet ((const char *) part->data, &n_planted);
          write_part (to, name, xml->str, xml->len);
          g_string_free (xml, TRUE);
        }
      else
        write_part (to, name, (const char *) part->data, part->len);
    }
  unzClose (from);
  assert_int_equal (zipClose (to, NULL), ZIP_OK);
  return n_planted;
}
