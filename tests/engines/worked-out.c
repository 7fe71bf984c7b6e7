#include "engines/worked-out.h"

#include "support/assert.h"
#include "yanglu/io/xlsx/reader.h"

#include <string.h>

WorkedOut *
worked_out_load (const char *path)
{
  WorkedOut *data = g_new0 (WorkedOut, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (YlInput) input = yl_input_open (path, &error);
  assert_non_null (input);
  data->texts = yl_text_pool_new ();
  data->findings = yl_findings_new ();
  data->book = yl_book_load (yl_xlsx_read, input, NULL, data->texts, data->findings, NULL, &error);
  assert_non_null (data->book);
  data->recalculation = yl_recalculation_new (data->book);
  return data;
}

void
worked_out_free (WorkedOut *data)
{
  if (data == NULL)
    return;
  yl_recalculation_free (data->recalculation);
  yl_arena_free_record (data->book);
  yl_findings_free (data->findings);
  yl_text_pool_free (data->texts);
  g_free (data);
}

/* What the workbook remembers of a cell, as text; numbers to 12 decimals. */
static char *
get_remembered (const WorkedOut *data, const YlCell *cell)
{
  const char *text = yl_workbook_get_text (data->book, cell->value);
  YlFixed number;
  char digits[YL_FIXED_TEXT_SIZE];
  if (cell->content != YL_CONTENT_NUMBER || !yl_fixed_parse (yl_text_of (text), &number))
    return g_strdup (text);
  yl_fixed_write (number, digits);
  return g_strdup (digits);
}

static char *
get_computed (const WorkedOut *data, const char *sheet, const YlCell *cell)
{
  YlCellValue value;
  char digits[YL_FIXED_TEXT_SIZE];
  yl_recalculation_get (data->recalculation, sheet, cell->row, cell->column, &value);
  if (value.kind == YL_VALUE_UNKNOWN)
    return g_strdup ("?");
  if (value.kind == YL_VALUE_TEXT || value.kind == YL_VALUE_ERROR)
    return g_strdup (value.text);
  yl_fixed_write (value.number, digits);
  return g_strdup (digits);
}

guint
worked_out_count_different (const WorkedOut *data, guint *out_n)
{
  guint n_different = 0;
  for (guint i = 0; i < data->book->sheets->len; i++)
    {
      const YlWorksheet *sheet = g_ptr_array_index (data->book->sheets, i);
      for (guint k = 0; k < sheet->cells->len; k++)
        {
          const YlCell *cell = &g_array_index (sheet->cells, YlCell, k);
          if (cell->formula == 0)
            continue;
          g_autofree char *remembered = get_remembered (data, cell);
          g_autofree char *computed = get_computed (data, sheet->name, cell);
          (*out_n)++;
          if (strcmp (remembered, computed) == 0)
            continue;
          if (n_different++ < 10)
            print_message ("# %s row %u column %u: %s, computed %s from %s\n", sheet->name,
                           cell->row, cell->column, remembered, computed,
                           yl_workbook_get_text (data->book, cell->formula));
        }
    }
  return n_different;
}
