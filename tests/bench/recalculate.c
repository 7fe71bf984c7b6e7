/*
 * bench-recalculate BOOK.xlsx: computes every formula of a workbook anew and prints "FORMULAS
 * DIFFERENT UNKNOWN READ_SECONDS COMPUTE_SECONDS": CPU time, and how many formulas do not come to
 * what the workbook remembers, or cannot be computed.
 */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "yanglu/audit/formula/recalculate.h"
#include "yanglu/io/xlsx/reader.h"

static double
get_cpu_seconds (void)
{
  return (double) clock () / CLOCKS_PER_SEC;
}

static gboolean
is_remembered (const YlWorkbook *book, const YlCell *cell, const YlCellValue *value)
{
  const char *text = yl_workbook_get_text (book, cell->value);
  YlFixed number;
  if (value->text != NULL)
    return strcmp (value->text, text) == 0;
  return yl_fixed_parse (yl_text_of (text), &number)
         && yl_fixed_compare (yl_fixed_settle (number), yl_fixed_settle (value->number)) == 0;
}

typedef struct
{
  guint n;
  guint n_different;
  guint n_unknown;
} Tally;

static void
compute_sheet (YlRecalculation *recalculation,
               const YlWorkbook *book,
               const YlWorksheet *sheet,
               Tally *tally)
{
  for (guint i = 0; i < sheet->cells->len; i++)
    {
      const YlCell *cell = &g_array_index (sheet->cells, YlCell, i);
      if (cell->formula == 0)
        continue;
      YlCellValue value;
      yl_recalculation_get (recalculation, sheet->name, cell->row, cell->column, &value);
      tally->n++;
      if (value.kind == YL_VALUE_UNKNOWN)
        tally->n_unknown++;
      else if (!is_remembered (book, cell, &value))
        tally->n_different++;
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YlFindings) findings = yl_findings_new ();
  g_autoptr (YlTextPool) texts = yl_text_pool_new ();
  g_autoptr (YlInput) input = argc == 2 ? yl_input_open (argv[1], &error) : NULL;
  g_autoptr (YlWorkbook) book =
      input == NULL ? NULL
                    : yl_book_load (yl_xlsx_read, input, NULL, texts, findings, NULL, &error);
  if (book == NULL)
    {
      fprintf (stderr, "%s\n", error == NULL ? "usage: bench-recalculate BOOK" : error->message);
      return 2;
    }
  const double read = get_cpu_seconds ();
  g_autoptr (YlRecalculation) recalculation = yl_recalculation_new (book);
  Tally tally = { 0, 0, 0 };
  for (guint i = 0; i < book->sheets->len; i++)
    compute_sheet (recalculation, book, g_ptr_array_index (book->sheets, i), &tally);
  printf ("%u %u %u %.3f %.3f\n", tally.n, tally.n_different, tally.n_unknown, read,
          get_cpu_seconds () - read);
  return 0;
}
