/* bench-read-csv FILE: the CSV reader alone; every cell is looked at, nothing is understood. */
#include <stdio.h>

#include "yanglu/io/csv/reader.h"

static gboolean
begin_sheet (gpointer self, const char *sheet, gboolean is_hidden)
{
  (void) self;
  (void) sheet;
  (void) is_hidden;
  return TRUE;
}

static gboolean
take_row (gpointer self, guint32 row, const YlText *cells, guint n_cells)
{
  guint64 *sum = self;
  for (guint i = 0; i < n_cells; i++)
    *sum += cells[i].length;
  *sum += row;
  return TRUE;
}

static void
end_sheet (gpointer self)
{
  (void) self;
}

int
main (int argc, char **argv)
{
  guint64 sum = 0;
  const YlRowSink sink = { begin_sheet, take_row, end_sheet, &sum };
  g_autoptr (GError) error = NULL;
  g_autoptr (YlFindings) findings = yl_findings_new ();
  g_autoptr (YlInput) input = argc == 2 ? yl_input_open (argv[1], &error) : NULL;
  if (input == NULL || !yl_csv_read (input, &sink, findings, NULL, NULL, &error))
    {
      fprintf (stderr, "%s\n", error == NULL ? "usage: bench-read-csv FILE" : error->message);
      return 2;
    }
  printf ("%" G_GUINT64_FORMAT "\n", sum);
  return 0;
}
