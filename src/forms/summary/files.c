#include "summary-private.h"

/* Who sent what. */
typedef struct
{
  const char *file;
  gint64 rows;
  gint64 roads;
  gint64 left_out;
  gint64 counted_m;
  gint64 amount_fen;
  gint64 errors;
  gint64 warnings;
  const char *result;
} Row;

#define AT(of) G_STRUCT_OFFSET (Row, of)

#define NUMBER(of, title, wide, unit_of)                                                           \
  {                                                                                                \
    .name = #of, .head = title, .width = wide, .show = YL_CELL_NUMBER, .measure = unit_of,         \
    .member = AT (of), .total = "summary.files." #of                                               \
  }

static const YlTableColumn columns[] = {
  YL_COLUMN_ORDINAL (5),
  YL_COLUMN_TEXT ("file", "文件", 24, AT (file)),
  NUMBER (rows, "行数", 7, YL_MEASURE_COUNT),
  NUMBER (roads, "可计入\n的路段", 7, YL_MEASURE_COUNT),
  NUMBER (left_out, "读不懂\n的行", 7, YL_MEASURE_COUNT),
  NUMBER (counted_m, "计入里程\n（公里）", 11, YL_MEASURE_KM),
  NUMBER (amount_fen, "标准资金\n（元）", 14, YL_MEASURE_FEN),
  NUMBER (errors, "错误\n（处）", 6, YL_MEASURE_COUNT),
  NUMBER (warnings, "警告\n（处）", 6, YL_MEASURE_COUNT),
  YL_COLUMN_TEXT ("result", "处理", 12, AT (result)),
};

static const char *
judge (const YlListFile *file)
{
  if (file->n_roads == 0)
    return "没有读出路段";
  return file->n_errors > 0 ? "有错误，退回修改" : "没有错误";
}

void
yl_summary_files_write (const YlSummaryBook *book)
{
  const GArray *files = book->request->files;
  g_autofree char *title = yl_summary_title (book, "台账报送情况表");
  YlTable *table = yl_tables_add (book->tables, "files", columns, G_N_ELEMENTS (columns));
  YlSheet *sheet = yl_table_open (
      table, book->form,
      &(YlSheetForm){ .name = YL_SHEET_SENT, .title = title, .unit_note = "单位：公里、元" },
      files->len);
  Row total = { .file = "", .result = "" };
  for (guint i = 0; i < files->len; i++)
    {
      const YlListFile *file = &g_array_index (files, YlListFile, i);
      const Row row = {
        file->file,      (gint64) file->n_rows, (gint64) file->n_roads,  (gint64) file->n_left_out,
        file->counted_m, file->amount_fen,      (gint64) file->n_errors, (gint64) file->n_warnings,
        judge (file)
      };
      yl_table_write_row (table, i + 1, &row);
      yl_table_add_up (table, &total, &row);
    }
  yl_table_write_total (table, yl_table_find_column (table, "file"), &total);
  yl_sheet_note (sheet, "错误、警告是每份台账自己的；两份之间的重复见“" YL_SHEET_TWICE
                        "”。退回修改用 yanglu "
                        "check 台账 --annotate -o 退回.xlsx。");
  yl_sheet_end (sheet);
}
