#include "papers-private.h"

/* 核对范围: what was held against what, and every figure that was held against nothing. */

typedef struct
{
  const char *sheet;
  const char *column;
  const char *cell;
  gint64 n_figures;
  YlOwnCell amount;
  const char *reason;
} Row;

#define AT(of) G_STRUCT_OFFSET (Row, of)

static const YlTableColumn columns[] = {
  YL_COLUMN_ORDINAL (6),
  YL_COLUMN_TEXT ("sheet", "工作表", 22, AT (sheet)),
  YL_COLUMN_TEXT ("column", "列", 28, AT (column)),
  YL_COLUMN_TEXT ("cell", "起于", 10, AT (cell)),
  { .name = "n_figures",
    .head = "个数",
    .width = 10,
    .show = YL_CELL_NUMBER,
    .measure = YL_MEASURE_COUNT,
    .member = AT (n_figures) },
  YL_COLUMN_OWN ("amount_fen", "其中金额\n（元）", 14, YL_MEASURE_FEN, AT (amount), NULL),
  YL_COLUMN_TEXT ("reason", "没有核对的原因", 36, AT (reason)),
};

static void
write_gaps (YlPapers *papers, const GArray *gaps)
{
  const YlSheetForm sheet_form = { .name = "核对范围",
                                   .title = "核对范围：未核对的列和行",
                                   .index = YL_INDEX_COVERAGE };
  YlTable *table = yl_tables_add (papers->tables, "gaps", columns, G_N_ELEMENTS (columns));
  YlSheet *sheet = yl_table_open (table, papers->form, &sheet_form, gaps->len);
  for (guint i = 0; i < gaps->len; i++)
    {
      const YlCoverageGap *gap = &g_array_index (gaps, YlCoverageGap, i);
      const Row row = {
        .sheet = gap->sheet,
        .column = gap->column[0] != '\0' ? gap->column : "（表外）",
        .cell = gap->cell,
        .n_figures = (gint64) gap->n_figures,
        .amount =
            gap->is_money ? yl_own_number (YL_MEASURE_FEN, gap->amount_fen) : yl_own_label ("—"),
        .reason = yl_gap_reason_get_name (gap->reason),
      };
      yl_table_write_row (table, i + 1, &row);
    }
  g_autofree char *compared = yl_coverage_to_text (papers->audit->coverage);
  yl_sheet_note (sheet, compared);
  yl_sheet_end (sheet);
}

void
yl_papers_write_coverage (YlPapers *papers)
{
  const GArray *gaps = papers->audit->coverage->gaps;
  if (gaps->len > 0)
    write_gaps (papers, gaps);
}
