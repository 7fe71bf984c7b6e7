#include "tabs-private.h"

/* 其他支出: what never goes into the money per kilometre (S9, S10, S13). */

typedef struct
{
  const char *purpose;
  const char *name;
  YlOwnCell length; /* only projects have one */
  gint64 amount_fen;
  const char *remark;
} Row;

#define AT(of) G_STRUCT_OFFSET (Row, of)

static const YlTableColumn columns[] = {
  YL_COLUMN_ORDINAL (6),
  YL_COLUMN_LABEL ("purpose", "支出类别", 16, AT (purpose)),
  YL_COLUMN_TEXT ("name", "项目名称", 38, AT (name)),
  YL_COLUMN_OWN (
      "length_m", "里程\n（公里）", 14, YL_MEASURE_KM, AT (length), "other_total.length_m"),
  { .name = "amount_fen",
    .head = "金额\n（元）",
    .width = 16,
    .show = YL_CELL_NUMBER,
    .measure = YL_MEASURE_FEN,
    .member = AT (amount_fen),
    .style = YL_STYLE_INPUT,
    .is_figure = TRUE,
    .total = "other_fen" },
  YL_COLUMN_TEXT ("remark", "备注", 30, AT (remark)),
};

/* Lines that stand on every form, before the projects. */
static const struct
{
  YlPurpose purpose;
  const char *name;
  gsize amount; /* its offset in YlOther */
} lines[] = {
  { YL_PURPOSE_RUNNING, "农村公路管护机构运行经费", G_STRUCT_OFFSET (YlOther, running) },
  { YL_PURPOSE_STAFF, "农村公路管护人员支出", G_STRUCT_OFFSET (YlOther, staff) },
  { YL_PURPOSE_ROAD_CHIEF, "路长制工作经费", G_STRUCT_OFFSET (YlOther, road_chief) },
  { YL_PURPOSE_INSURANCE, "农村公路灾毁保险", G_STRUCT_OFFSET (YlOther, insurance) },
};
#define N_LINES G_N_ELEMENTS (lines)

static Row
make_line (const YlOther *other, gsize index)
{
  return (Row){ .purpose = yl_purpose_get_name (lines[index].purpose),
                .name = lines[index].name,
                .amount_fen = G_STRUCT_MEMBER (YlMoney, other, lines[index].amount).fen,
                .remark = "不计入每公里标准" };
}

static Row
make_project (const YlOther *other, gsize index)
{
  const YlProject *project = &g_array_index (other->projects, YlProject, index);
  return (Row){ .purpose = yl_purpose_get_name (YL_PURPOSE_ENGINEERING),
                .name = project->name,
                .length = yl_own_number (YL_MEASURE_KM, project->length.m),
                .amount_fen = project->amount.fen,
                .remark = "不得抵顶日常养护资金" };
}

static void
make_row (gpointer user_data, gsize index, gpointer record)
{
  const YlOther *other = &((const YlBook *) user_data)->entry->other;
  *(Row *) record =
      index < N_LINES ? make_line (other, index) : make_project (other, index - N_LINES);
}

static void
fill (YlBook *book, YlTable *table)
{
  const guint n = (guint) N_LINES + book->entry->other.projects->len;
  Row row;
  Row total = { 0 };
  yl_table_continue (table, yl_table_get_sheet (table), n);
  yl_table_write_rows (table, 0, n, make_row, &row, &total);
  yl_table_write_total (table, 0, &total);
  yl_book_check_rows (book, table, "amount_fen", YL_LIST_OTHER);
}

/* Before the seventh edition. */
static const double older_widths[] = { 7, 18, 40, 14, 20, 34 };
G_STATIC_ASSERT (G_N_ELEMENTS (older_widths) == G_N_ELEMENTS (columns));

const YlBookTab yl_tab_other = {
  .form = { .name = YL_LIST_OTHER,
            .title = "农村公路其他支出明细表",
            .unit_note = "单位：公里、元",
            .in_wan = TRUE },
  .table = "other",
  .columns = columns,
  .older_widths = older_widths,
  .n_columns = G_N_ELEMENTS (columns),
  .fill = fill,
};

const char *
yl_book_sum_other (YlBook *book, YlPurpose purpose)
{
  return yl_book_formula (book, "sum(other.amount_fen, purpose=\"%s\")",
                          yl_purpose_get_name (purpose));
}
