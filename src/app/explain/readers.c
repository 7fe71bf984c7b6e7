#include "cell-private.h"

#include "yanglu/audit/formula/sources.h"

/* A place that a formula of the workbook reads, and where that stands: small, for there are many. */
typedef struct
{
  YlCellRange range;
  guint32 reader_row;
  guint16 reader_column;
  guint16 sheet; /* index of the tab */
  guint16 reader_sheet;
} Read;

struct _YlExplainReaders
{
  const YlWorkbook *workbook;
  GArray *reads; /* (nullable): of Read; until somebody asks */
};

YlExplainReaders *
yl_explain_readers_new (const YlWorkbook *workbook)
{
  YlExplainReaders *readers = g_new0 (YlExplainReaders, 1);
  readers->workbook = workbook;
  return readers;
}

void
yl_explain_readers_free (YlExplainReaders *readers)
{
  g_clear_pointer (&readers->reads, g_array_unref);
  g_free (readers);
}

static guint
find_index (const YlWorkbook *workbook, const YlWorksheet *sheet)
{
  guint index = 0;
  while (index < workbook->sheets->len && g_ptr_array_index (workbook->sheets, index) != sheet)
    index++;
  return index;
}

static void
list_reads_of_cell (YlExplainReaders *readers, guint index, const YlCell *cell)
{
  const YlWorkbook *workbook = readers->workbook;
  g_autoptr (GArray) sources =
      yl_formula_find_sources (workbook, g_ptr_array_index (workbook->sheets, index),
                               yl_workbook_get_text (workbook, cell->formula));
  for (guint i = 0; i < sources->len; i++)
    {
      const YlFormulaSource *source = &g_array_index (sources, YlFormulaSource, i);
      if (source->sheet == NULL || source->is_position)
        continue;
      const Read read = { source->range, cell->row, cell->column,
                          (guint16) find_index (workbook, source->sheet), (guint16) index };
      g_array_append_val (readers->reads, read);
    }
}

static void
list_reads (YlExplainReaders *readers)
{
  const YlWorkbook *workbook = readers->workbook;
  readers->reads = g_array_new (FALSE, FALSE, sizeof (Read));
  for (guint i = 0; i < workbook->sheets->len && i <= G_MAXUINT16; i++)
    {
      const YlWorksheet *sheet = g_ptr_array_index (workbook->sheets, i);
      for (guint k = 0; k < sheet->cells->len; k++)
        if (g_array_index (sheet->cells, YlCell, k).formula != 0)
          list_reads_of_cell (readers, i, &g_array_index (sheet->cells, YlCell, k));
    }
}

char *
yl_explain_find_reader (const YlExplainJob *job,
                        const YlWorksheet *sheet,
                        guint32 row,
                        guint column)
{
  const guint index = find_index (job->workbook, sheet);
  if (job->readers->reads == NULL)
    list_reads (job->readers);
  for (guint i = 0; i < job->readers->reads->len; i++)
    {
      const Read *read = &g_array_index (job->readers->reads, Read, i);
      if (read->sheet != index || !yl_cell_range_has (&read->range, row, column))
        continue;
      const YlWorksheet *reader = g_ptr_array_index (job->workbook->sheets, read->reader_sheet);
      g_autofree char *name = yl_cell_to_text (read->reader_row, read->reader_column);
      return g_strdup_printf ("%s!%s", reader->name, name);
    }
  return NULL;
}
