/* bench-read-xlsx BOOK.xlsx: the workbook reader alone; every cell is looked at, nothing is
 * understood. */
#include "bench/cell-sum.h"

#include <stdio.h>

#include "yanglu/io/xlsx/reader.h"

int
main (int argc, char **argv)
{
  guint64 sum = 0;
  const YlRowSink sink = bench_cell_sum_get_sink (&sum);
  g_autoptr (GError) error = NULL;
  g_autoptr (YlFindings) findings = yl_findings_new ();
  g_autoptr (YlInput) input = argc == 2 ? yl_input_open (argv[1], &error) : NULL;
  if (input == NULL || !yl_book_read (yl_xlsx_read, input, NULL, &sink, findings, NULL, &error))
    {
      fprintf (stderr, "%s\n", error == NULL ? "usage: bench-read-xlsx FILE" : error->message);
      return 2;
    }
  printf ("%" G_GUINT64_FORMAT "\n", sum);
  return 0;
}
