/*
 * bench-bare-book BOOK.xlsx OUT.xlsx: reads the cells of a finished workbook into memory, then writes
 * the same cells with libxlsxwriter and nothing else, normally and with constant memory. Prints the
 * CPU seconds of the writing, in the faster of the two ways.
 */
#include "bench/book-cells.h"

#include <stdio.h>
#include <sys/resource.h>
#include <xlsxwriter.h>

static double
get_cpu_seconds (void)
{
  struct rusage usage;
  getrusage (RUSAGE_SELF, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
         + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static void
write_cell (lxw_worksheet *sheet, const BenchCell *cell, lxw_format *format)
{
  switch (cell->kind)
    {
    case BENCH_BLANK:
      worksheet_write_blank (sheet, cell->row, cell->column, format);
      break;
    case BENCH_NUMBER:
      worksheet_write_number (sheet, cell->row, cell->column, cell->number, format);
      break;
    case BENCH_TEXT:
      worksheet_write_string (sheet, cell->row, cell->column, cell->text, format);
      break;
    case BENCH_FORMULA_NUMBER:
      worksheet_write_formula_num (sheet, cell->row, cell->column, cell->formula, format,
                                   cell->number);
      break;
    case BENCH_FORMULA_TEXT:
      worksheet_write_formula_str (sheet, cell->row, cell->column, cell->formula, format,
                                   cell->text);
      break;
    default:
      break;
    }
}

/* Returns: CPU seconds; below zero when the file could not be written. */
static double
write_book (const BenchBook *cells, const char *path, uint8_t constant_memory)
{
  const double begin = get_cpu_seconds ();
  lxw_workbook_options options = { .constant_memory = constant_memory };
  lxw_workbook *book = workbook_new_opt (path, &options);
  g_autofree lxw_format **formats = g_new0 (lxw_format *, cells->n_styles);
  for (guint i = 1; i < cells->n_styles; i++)
    {
      formats[i] = workbook_add_format (book);
      format_set_indent (formats[i], (uint8_t) (i % 250));
    }
  for (guint i = 0; i < cells->sheets->len; i++)
    {
      lxw_worksheet *sheet = workbook_add_worksheet (book, NULL);
      const GArray *of_sheet = g_ptr_array_index (cells->sheets, i);
      for (guint j = 0; j < of_sheet->len; j++)
        {
          const BenchCell *cell = &g_array_index (of_sheet, BenchCell, j);
          write_cell (sheet, cell, formats[cell->style]);
        }
    }
  if (workbook_close (book) != LXW_NO_ERROR)
    return -1.0;
  return get_cpu_seconds () - begin;
}

int
main (int argc, char **argv)
{
  g_autoptr (BenchBook) cells = argc == 3 ? bench_book_read (argv[1]) : NULL;
  if (cells == NULL)
    {
      fprintf (stderr, "usage: bench-bare-book BOOK.xlsx OUT.xlsx\n");
      return 2;
    }
  const double normal = write_book (cells, argv[2], LXW_FALSE);
  const double constant = write_book (cells, argv[2], LXW_TRUE);
  if (normal < 0 || constant < 0)
    return 1;
  printf ("%.4f\n", MIN (normal, constant));
  return 0;
}
