#include "summary-private.h"

/* The same metres in two places, or those that are not listed. */

#define AT(of) G_STRUCT_OFFSET (YlTwiceRow, of)

#define SUM(of, title, wide, unit_of)                                                              \
  {                                                                                                \
    .name = #of, .head = title, .width = wide, .show = YL_CELL_NUMBER, .measure = unit_of,         \
    .member = AT (of), .total = "summary.twice." #of                                               \
  }

static const YlTableColumn columns[] = {
  YL_COLUMN_ORDINAL (4),
  YL_COLUMN_TEXT ("kind", "类型", 8, AT (kind)),
  YL_COLUMN_TEXT ("section", "路段", 19, AT (section)),
  YL_COLUMN_TEXT ("first_unit", "一处列入", 11, AT (unit[0])),
  YL_COLUMN_TEXT ("first_place", "所在位置", 13, AT (place[0])),
  YL_COLUMN_TEXT ("later_unit", "另一处列入", 11, AT (unit[1])),
  YL_COLUMN_TEXT ("later_place", "所在位置", 13, AT (place[1])),
  SUM (length_m, "重复里程\n（公里）", 10, YL_MEASURE_KM),
  SUM (amount_fen, "重复资金\n（元）", 13, YL_MEASURE_FEN),
};

static guint
count_rows (const YlTwice *twice)
{
  return twice->rows->len + (twice->n_rest > 0 ? 1 : 0);
}

static void
write_rest (const YlTable *table, const YlTwice *twice, YlTwiceRow *total)
{
  if (twice->n_rest == 0)
    return;
  g_autofree char *name =
      g_strdup_printf ("其余 %" G_GUINT64_FORMAT " 个路段，没有逐条列出", twice->n_rest);
  const YlTwiceRow rest = { "", name, { "", "" }, { "", "" }, twice->rest_m, twice->rest_fen };
  yl_table_write_row (table, twice->rows->len + 1, &rest);
  yl_table_add_up (table, total, &rest);
}

/* With how many each was compared, so that 无 says something. */
static void
write_scope (const YlTwice *twice, YlSheet *sheet)
{
  g_autofree char *scope = g_strdup_printf (
      "读入 %" G_GUINT64_FORMAT " 个路段，比对其中计入里程且路线编码完整的 %" G_GUINT64_FORMAT
      " 个，其余 %" G_GUINT64_FORMAT
      " 个没有比对：两县之间、两份台账之间（县与开发区亦同）按编码和桩号，桩号有重叠的也列出；"
      "没有桩号的按编码和里程。同一份台账、同一个县里的重复用 yanglu check 检查。",
      twice->n_read, twice->n_compared, twice->n_read - twice->n_compared);
  yl_sheet_note (sheet, scope);
  if (count_rows (twice) > 0)
    yl_sheet_note (sheet, "重复的里程和资金两处都计入了合计，资金按两处中较低的标准计算；"
                          "请核实路段归谁管养，从另一处删除或填“重复路段”。");
}

void
yl_summary_twice_write (const YlSummaryBook *book)
{
  const YlTwice *twice = book->request->twice;
  g_autofree char *title = yl_summary_title (book, "跨县重复路段核对表");
  YlTable *table = yl_tables_add (book->tables, "twice", columns, G_N_ELEMENTS (columns));
  YlSheet *sheet = yl_table_open (
      table, book->form,
      &(YlSheetForm){ .name = YL_SHEET_TWICE, .title = title, .unit_note = "单位：公里、元" },
      count_rows (twice));
  YlTwiceRow total = { "", "", { "", "" }, { "", "" }, 0, 0 };
  for (guint i = 0; i < twice->rows->len; i++)
    {
      const YlTwiceRow *row = &g_array_index (twice->rows, YlTwiceRow, i);
      yl_table_write_row (table, i + 1, row);
      yl_table_add_up (table, &total, row);
    }
  write_rest (table, twice, &total);
  if (count_rows (twice) == 0)
    yl_table_write_row (table, 1, &(YlTwiceRow){ "", "无", { "", "" }, { "", "" }, 0, 0 });
  yl_table_write_total (table, yl_table_find_column (table, "section"), &total);
  write_scope (twice, sheet);
  yl_sheet_end (sheet);
}
