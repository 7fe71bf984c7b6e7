#include "summary-private.h"

/* A township and class of a unit. */
typedef struct
{
  const char *unit;
  const char *township;
  gint64 code;
  const char *road_class;
  gint64 sections;
  gint64 listed_m;
  gint64 counted_m;
  gint64 amount_fen;
} Row;

#define AT(of) G_STRUCT_OFFSET (Row, of)

#define NUMBER(of, title, wide, unit_of)                                                           \
  {                                                                                                \
    .name = #of, .head = title, .width = wide, .show = YL_CELL_NUMBER, .measure = unit_of,         \
    .member = AT (of), .total = "summary." #of                                                     \
  }

static const YlTableColumn columns[] = {
  YL_COLUMN_ORDINAL (6),
  YL_COLUMN_TEXT ("unit", "编制单位", 17, AT (unit)),
  YL_COLUMN_TEXT ("township", "乡镇", 14, AT (township)),
  { .name = "code",
    .head = "区划代码",
    .width = 11,
    .show = YL_CELL_CODE,
    .measure = YL_MEASURE_NUMBER,
    .member = AT (code) },
  YL_COLUMN_LABEL ("class", "行政\n等级", 9.2, AT (road_class)),
  NUMBER (sections, "路段数", 7, YL_MEASURE_COUNT),
  NUMBER (listed_m, "路线长度\n（公里）", 11, YL_MEASURE_KM),
  NUMBER (counted_m, "计入里程\n（公里）", 11, YL_MEASURE_KM),
  NUMBER (amount_fen, "标准资金\n（元）", 14, YL_MEASURE_FEN),
};

void
yl_summary_townships_open (YlSummaryTownships *self, const YlSummaryBook *book)
{
  g_autofree char *title = yl_summary_title (book, "分乡镇汇总表");
  self->book = book;
  self->table = yl_tables_add (book->tables, "townships", columns, G_N_ELEMENTS (columns));
  yl_table_open (self->table, book->form,
                 &(YlSheetForm){ .name = "分县分乡镇",
                                 .title = title,
                                 .unit_note = "单位：公里、元",
                                 .n_frozen = 3,
                                 .has_filter = TRUE },
                 book->request->roll_up->rows->len);
}

void
yl_summary_townships_fill (const YlSummaryTownships *self)
{
  const GArray *rows = self->book->request->roll_up->rows;
  Row total = { .unit = "", .township = "", .road_class = "" };
  for (guint i = 0; i < rows->len; i++)
    {
      const YlRollUpRow *of = &g_array_index (rows, YlRollUpRow, i);
      const Row row = { .unit = yl_summary_get_unit (self->book, of->unit)->name,
                        .township = of->tally.township[0] == '\0' ? "（未填）" : of->tally.township,
                        .code = of->tally.township_code,
                        .road_class = yl_road_class_get_name (of->tally.road_class),
                        .sections = of->tally.sections,
                        .listed_m = of->tally.listed_m,
                        .counted_m = of->tally.counted_m,
                        .amount_fen = of->tally.amount_fen };
      yl_table_write_row (self->table, i + 1, &row);
      yl_table_add_up (self->table, &total, &row);
    }
  if (rows->len == 0)
    yl_table_write_row (self->table, 1, &total);
  yl_sheet_end_filter (yl_table_get_sheet (self->table));
  yl_table_write_total (self->table, yl_table_find_column (self->table, "unit"), &total);
  yl_sheet_end (yl_table_get_sheet (self->table));
}
