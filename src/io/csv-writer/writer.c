#include "yanglu/io/csv-writer/writer.h"

#include "yanglu/base/decimal.h"
#include "yanglu/base/error.h"
#include "yanglu/base/likeness.h"

#include <string.h>

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"
#define PER_CENT_DECIMALS 4 /* of parts per million */

struct _YlCsvWriter
{
  YlCellSink sink;
  char *sheet;
  YlNearest *names; /* of the sheets */
  gboolean is_kept; /* the sheet was there */
  GString *text;
  GPtrArray *cells; /* of char: the row being written; NULL: empty */
  guint32 row;      /* its number; 0: none yet */
};

/* Of the other sheets nothing is known. */
static gpointer
begin_sheet (gpointer self, const YlSheetForm *form)
{
  YlCsvWriter *writer = self;
  yl_nearest_offer (writer->names, form->name);
  if (strcmp (form->name, writer->sheet) != 0)
    return NULL;
  writer->is_kept = TRUE;
  return writer;
}

static void
append_cell (GString *out, const char *text)
{
  if (strpbrk (text, ",\"\r\n") == NULL)
    {
      g_string_append (out, text);
      return;
    }
  g_string_append_c (out, '"');
  for (const char *at = text; *at != '\0'; at++)
    g_string_append_printf (out, *at == '"' ? "\"\"" : "%c", *at);
  g_string_append_c (out, '"');
}

/* Writes out the rows up to @row, which begins. */
static void
begin_row (YlCsvWriter *writer, guint32 row)
{
  for (; writer->row < row; writer->row++)
    {
      for (guint i = 0; i < writer->cells->len; i++)
        {
          const char *text = g_ptr_array_index (writer->cells, i);
          if (i > 0)
            g_string_append_c (writer->text, ',');
          append_cell (writer->text, text == NULL ? "" : text);
        }
      if (writer->row > 0)
        g_string_append_c (writer->text, '\n');
      g_ptr_array_set_size (writer->cells, 0);
    }
}

/* "2.50%", "33.3333%": no zeros behind the second decimal. */
static char *
show_share (gint64 ppm)
{
  char *per_cent = yl_decimal_format (ppm, PER_CENT_DECIMALS, FALSE);
  gsize length = strlen (per_cent);
  for (guint i = 0; i < 2 && per_cent[length - 1] == '0'; i++)
    length--;
  per_cent[length] = '\0';
  char *shown = g_strconcat (per_cent, "%", NULL);
  g_free (per_cent);
  return shown;
}

static char *
show_number (const YlFormCell *cell)
{
  if (cell->look == YL_LOOK_DECIMAL)
    return g_strdup (cell->text);
  if (cell->measure == YL_MEASURE_PPM)
    return show_share (cell->units);
  return yl_decimal_format (cell->units, yl_measure_get_decimals (cell->measure),
                            cell->measure != YL_MEASURE_NUMBER);
}

/* A spreadsheet takes a text that begins so for a formula, quoted or not; behind an apostrophe it
 * stays what it is. */
static char *
show_text (const char *text)
{
  const gboolean is_like_formula = text[0] != '\0' && strchr ("=+-@\t", text[0]) != NULL;
  return g_strconcat (is_like_formula && text[1] != '\0' ? "'" : "", text, NULL);
}

/* Nothing is out of sight here, so nothing is said of it. */
static void
put (gpointer self, gpointer sheet, const YlFormCell *cell)
{
  YlCsvWriter *writer = self;
  if (sheet == NULL || cell->of_sight)
    return;
  begin_row (writer, cell->row);
  if (writer->cells->len <= cell->last_column)
    g_ptr_array_set_size (writer->cells, cell->last_column + 1);
  if (cell->content == YL_CONTENT_NONE)
    return;
  char **slot = (char **) &writer->cells->pdata[cell->column];
  g_free (*slot);
  *slot = cell->content == YL_CONTENT_TEXT ? show_text (cell->text) : show_number (cell);
}

YlCsvWriter *
yl_csv_writer_new (const char *sheet)
{
  YlCsvWriter *writer = g_new0 (YlCsvWriter, 1);
  writer->sheet = g_strdup (sheet);
  writer->names = yl_nearest_new (sheet, 2);
  writer->text = g_string_new (BYTE_ORDER_MARK);
  writer->cells = g_ptr_array_new_with_free_func (g_free);
  writer->sink = (YlCellSink){ .self = writer, .begin_sheet = begin_sheet, .put = put };
  return writer;
}

void
yl_csv_writer_free (YlCsvWriter *writer)
{
  if (writer == NULL)
    return;
  g_free (writer->sheet);
  yl_nearest_free (writer->names);
  g_string_free (writer->text, TRUE);
  g_ptr_array_unref (writer->cells);
  g_free (writer);
}

const YlCellSink *
yl_csv_writer_get_sink (YlCsvWriter *writer)
{
  return &writer->sink;
}

char *
yl_csv_writer_end (YlCsvWriter *writer, GError **error)
{
  if (!writer->is_kept)
    {
      g_autofree char *advice = yl_nearest_advise (writer->names, NULL);
      g_set_error (error, YL_ERROR, YL_ERROR_NOT_FOUND, "这份预算没有工作表“%s”，%s", writer->sheet,
                   advice);
      return NULL;
    }
  begin_row (writer, writer->row + 1);
  return g_strdup (writer->text->str);
}
