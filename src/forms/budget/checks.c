#include "tabs-private.h"

/* 表内勾稽关系核对: live checks. */

typedef struct
{
  const char *title;
  YlOwnCell left; /* in the measure of the check */
  YlOwnCell right;
  YlOwnCell difference;
  const char *result;
} Row;

#define AT(of) G_STRUCT_OFFSET (Row, of)
#define SIDE(of, title, wide, from)                                                                \
  {                                                                                                \
    .name = #of, .head = title, .width = wide, .show = YL_CELL_OWN, .measure = YL_MEASURE_NUMBER,  \
    .member = AT (of), .is_figure = TRUE, .formula = from                                          \
  }

#define COLUMNS(title_head, result_width)                                                          \
  {                                                                                                \
    YL_COLUMN_ORDINAL (6), YL_COLUMN_TEXT ("title", title_head, 46, AT (title)),                   \
        SIDE (left, "左方", 18, NULL), SIDE (right, "右方", 18, NULL),                             \
        SIDE (difference, "差额", 15, "ROUND({left}-{right},3)"),                                  \
    {                                                                                              \
      .name = "result", .head = "结果", .width = result_width, .show = YL_CELL_RESULT,             \
      .member = AT (result), .formula = "IF({difference}=0,\"通过\",\"不通过\")",                  \
      .says = "左方等于右方为“通过”"                                                  \
    }                                                                                              \
  }

static const YlTableColumn columns[] = COLUMNS ("核对内容", 18);
static const YlTableColumn older_columns[] = COLUMNS ("校验内容", 14);
/* Where its other rows, which are no checks, stand. */
#define TITLE 1
#define LEFT 2
#define LAST (G_N_ELEMENTS (columns) - 1)

void
yl_book_note_check (YlBook *book, const YlCheck *check)
{
  const YlCheck kept = {
    .title = g_string_chunk_insert (book->texts, check->title),
    .left = yl_tables_write_out (book->tables, NULL, check->left),
    .right = yl_tables_write_out (book->tables, NULL, check->right),
    .units = check->units,
    .measure = check->measure,
  };
  g_array_append_val (book->checks, kept);
}

void
yl_book_check_total (YlBook *book,
                     const YlTable *table,
                     const char *column,
                     const char *title,
                     const char *left,
                     gint64 units)
{
  const guint32 row = yl_sheet_get_row (yl_table_get_sheet (table));
  const YlCheck check = {
    .title = title,
    .left = left,
    .right = yl_table_get_cell (table, column, row),
    .units = units,
    .measure = yl_table_get_measure (table, column),
  };
  yl_book_note_check (book, &check);
}

void
yl_book_check_rows (YlBook *book, const YlTable *table, const char *column, const char *rows)
{
  if (book->edition < 3)
    return;
  const YlSheet *sheet = yl_table_get_sheet (table);
  const guint at = yl_table_find_column (table, column);
  const YlPart *part = yl_table_get_selected (table);
  yl_book_note_check (
      book,
      &(YlCheck){
          .title = yl_book_print (book, "%s合计以上的行数＝计入合计的行数", rows),
          .left = yl_book_print (book, "ROW(%s)-ROW(%s)-1",
                                 yl_ranges_cell (book->texts, sheet, at, part->last_row + 1),
                                 yl_ranges_cell (book->texts, sheet, at, part->first_row - 1)),
          .right =
              yl_book_print (book, "MAX(1,%s)", yl_ranges_count_numbers (book->texts, part, at)),
          .units = (gint64) part->last_row - part->first_row + 1,
          .measure = YL_MEASURE_COUNT,
      });
}

/* Checks that hold say nothing of the data: beside errors of those they are not called passed. */
#define PASSED "全部通过"
#define BESIDE_ERRORS "各项相等，数据有差错"

const char *
yl_book_find_verdict (const YlBook *book)
{
  const gboolean has_errors =
      book->edition >= 3 && yl_findings_table_count (&book->findings, YL_DATA_ERRORS) > 0;
  return has_errors ? BESIDE_ERRORS : PASSED;
}

static YlOwnCell
conclude (const YlBook *book, const YlTable *table)
{
  const YlPart *part = yl_table_get_part (table, 0);
  YlOwnCell conclusion = yl_own_result (
      yl_table_write_out (
          table, "IF(COUNTIF({result@%u}:{result@%u},\"通过\")=%u,%s,\"有不通过项\")",
          part->first_row, part->last_row, part->last_row - part->first_row + 1,
          book->edition >= 3 ? "IF(" YL_NAME_DATA_ERRORS "=0,\"" PASSED "\",\"" BESIDE_ERRORS "\")"
                             : "\"" PASSED "\""),
      yl_book_find_verdict (book));
  conclusion.says = "所有核对都通过、数据没有差错才是“" PASSED "”";
  return conclusion;
}

static void
write_conclusion (YlBook *book, const YlTable *table)
{
  YlSheet *sheet = yl_table_get_sheet (table);
  const guint32 row = yl_sheet_begin_row (sheet, YL_STYLE_TOTAL, 22);
  yl_sheet_blank (sheet, 0);
  yl_sheet_label (sheet, TITLE, "结论");
  yl_sheet_blanks (sheet, LEFT, LAST - 1);
  yl_sheet_put (sheet, LAST, LAST, conclude (book, table));
  yl_form_define (book->form, YL_NAME_VERDICT, yl_table_get_cell (table, "result", row));
}

/* Before the seventh edition they had no sheet of their own. */
static void
begin_capital (YlSheet *sheet)
{
  yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 10);
  yl_sheet_begin_row (sheet, YL_STYLE_SECTION, 20);
  yl_sheet_span (sheet, 0, LAST, "大写金额换算过程");
}

static void
fill (YlBook *book, YlTable *table)
{
  yl_table_continue (table, yl_table_get_sheet (table), book->checks->len);
  for (guint i = 0; i < book->checks->len; i++)
    {
      const YlCheck *check = &g_array_index (book->checks, YlCheck, i);
      const Row row = { check->title,
                        yl_own_figure (check->measure, check->left, check->units, NULL),
                        yl_own_figure (check->measure, check->right, check->units, NULL),
                        yl_own_figure (check->measure, NULL, 0, NULL), "通过" };
      yl_table_write_row (table, i + 1, &row);
    }
  yl_table_map_rows (table);
  write_conclusion (book, table);
  if (book->edition < 7)
    {
      begin_capital (yl_table_get_sheet (table));
      yl_book_write_capital (book, table, "left");
    }
}

/* Before the seventh edition, and before the third. */
static const double older_widths[] = { 8, 52, 22, 22, 18, 24 };
G_STATIC_ASSERT (G_N_ELEMENTS (older_widths) == G_N_ELEMENTS (columns));
static const double first_widths[] = { 8, 52, 22, 22, 18, 14 };

static const YlBookTab older = {
  .form = { .name = YL_SHEET_OLDER_CHECKS,
            .title = "农村公路养护预算校验表",
            .unit_note = "单位：公里、元" },
  .table = "checks",
  .columns = older_columns,
  .older_widths = first_widths,
  .n_columns = G_N_ELEMENTS (older_columns),
  .fill = fill,
};

const YlBookTab yl_tab_checks = {
  .form = { .name = YL_SHEET_CHECKS,
            .title = "农村公路养护预算表内勾稽关系核对表",
            .unit_note = "单位：公里、元" },
  .table = "checks",
  .columns = columns,
  .older_widths = older_widths,
  .n_columns = G_N_ELEMENTS (columns),
  .fill = fill,
  .remark = "内部核对",
  .since = 3,
  .older = &older,
};
