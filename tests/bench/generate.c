/* bench-generate county|nation SEED OUT [SECTIONS]: a road list to measure with; OUT ends in .csv
 * or .xlsx. */
#include "bench/road-list.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

#include "yanglu/io/places/register.h"

/* 东昌府区 */
#define COUNTY_CODE 371502
#define COUNTY_SECTIONS 20000
#define NATION_SECTIONS 5000000

typedef struct
{
  lxw_worksheet *sheet;
  lxw_row_t row;
} Sheet;

static void
write_line (gpointer self, const BenchRow *row)
{
  FILE *file = self;
  for (guint i = 0; i < BENCH_N_COLUMNS; i++)
    {
      fputs (row->cells[i], file);
      fputc (i + 1 < BENCH_N_COLUMNS ? ',' : '\n', file);
    }
}

static void
write_sheet_row (gpointer self, const BenchRow *row)
{
  Sheet *sheet = self;
  for (guint i = 0; i < BENCH_N_COLUMNS; i++)
    {
      const char *cell = row->cells[i];
      char *end = NULL;
      const double number = g_ascii_strtod (cell, &end);
      if (bench_is_number[i] && cell[0] != '\0' && *end == '\0')
        worksheet_write_number (sheet->sheet, sheet->row, (lxw_col_t) i, number, NULL);
      else if (cell[0] != '\0')
        worksheet_write_string (sheet->sheet, sheet->row, (lxw_col_t) i, cell, NULL);
    }
  sheet->row++;
}

static BenchRow
make_heads (void)
{
  BenchRow heads;
  for (guint i = 0; i < BENCH_N_COLUMNS; i++)
    g_strlcpy (heads.cells[i], bench_heads[i], sizeof heads.cells[i]);
  return heads;
}

static gboolean
generate_csv (const YlPlaces *places, guint32 county, guint n, guint32 seed, const char *path)
{
  FILE *file = fopen (path, "w");
  if (file == NULL)
    return FALSE;
  const BenchRow heads = make_heads ();
  write_line (file, &heads);
  bench_make_roads (places, county, n, seed, write_line, file);
  return fclose (file) == 0;
}

static gboolean
generate_xlsx (const YlPlaces *places, guint32 county, guint n, guint32 seed, const char *path)
{
  lxw_workbook *book = workbook_new (path);
  Sheet sheet = { workbook_add_worksheet (book, "里程台账"), 0 };
  const BenchRow heads = make_heads ();
  write_sheet_row (&sheet, &heads);
  bench_make_roads (places, county, n, seed, write_sheet_row, &sheet);
  return workbook_close (book) == LXW_NO_ERROR;
}

int
main (int argc, char **argv)
{
  if (argc < 4 || (strcmp (argv[1], "county") != 0 && strcmp (argv[1], "nation") != 0))
    {
      fprintf (stderr, "usage: bench-generate county|nation SEED OUT.csv|OUT.xlsx [SECTIONS]\n");
      return 2;
    }
  const gboolean is_county = strcmp (argv[1], "county") == 0;
  const guint32 seed = (guint32) strtoul (argv[2], NULL, 10);
  const guint usual = is_county ? COUNTY_SECTIONS : NATION_SECTIONS;
  const guint n = argc > 4 ? (guint) strtoul (argv[4], NULL, 10) : usual;
  g_autoptr (GError) error = NULL;
  g_autoptr (YlPlaces) places = yl_register_load (&error);
  if (places == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  const gboolean is_done = (g_str_has_suffix (argv[3], ".xlsx") ? generate_xlsx : generate_csv) (
      places, is_county ? COUNTY_CODE : 0, n, seed, argv[3]);
  if (!is_done)
    fprintf (stderr, "%s: %s\n", argv[3], g_strerror (errno));
  return is_done ? 0 : 1;
}
