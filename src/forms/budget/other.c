#include "book-private.h"
#include "book-references-private.h"
#include "book-tabs-private.h"

/* 其他支出: what never goes into the money per kilometre (S9, S10, S13). */

typedef struct
{
  const char *purpose;
  const char *name;
  gboolean has_length;
  gint64 length_m;
  gint64 amount_fen;
  const char *remark;
} Row;

/* Only projects have a length. */
static void
write_length (const YlTable *table, guint column, gconstpointer record)
{
  const Row *row = record;
  if (row->has_length)
    yl_sheet_number (yl_table_get_sheet (table), column, YL_MEASURE_KM, row->length_m);
  else
    yl_sheet_blank (yl_table_get_sheet (table), column);
}

#define AT(of) G_STRUCT_OFFSET (Row, of)

static const YlTableColumn columns[] = {
  YL_COLUMN_ORDINAL (7),
  YL_COLUMN_LABEL ("purpose", "支出类别", 18, AT (purpose)),
  YL_COLUMN_TEXT ("name", "项目名称", 40, AT (name)),
  { .name = "length_m",
    .head = "里程\n（公里）",
    .width = 14,
    .measure = YL_MEASURE_KM,
    .member = AT (length_m),
    .is_figure = TRUE,
    .total = "other_total.length_m",
    .write = write_length },
  { .name = "amount_fen",
    .head = "金额\n（元）",
    .width = 20,
    .show = YL_SHOW_NUMBER,
    .measure = YL_MEASURE_FEN,
    .member = AT (amount_fen),
    .style = YL_STYLE_INPUT,
    .is_figure = TRUE,
    .total = "other_fen" },
  YL_COLUMN_TEXT ("remark", "备注", 34, AT (remark)),
};

/* Lines that stand on every form, before the projects. */
#define N_LINES 4

YlSheet *
yl_book_open_other (YlBook *book)
{
  YlTable *table = yl_tables_add (book->tables, "other", columns, G_N_ELEMENTS (columns));
  g_autofree char *title = yl_book_make_title (book, "其他支出明细表");
  const YlSheetForm sheet_form = {
    .name = "其他支出",
    .title = title,
    .unit_note = "单位：公里、元",
  };
  return yl_table_open (table, book->form, &sheet_form, N_LINES + book->entry->other.projects->len);
}

static void
write_row (YlTable *table, guint ordinal, const Row *row, Row *total)
{
  yl_table_write_row (table, ordinal, row);
  yl_table_add_up (table, total, row);
}

static void
write_lines (YlTable *table, const YlOther *other, Row *total)
{
  const struct
  {
    YlPurpose purpose;
    const char *name;
    gint64 amount_fen;
  } lines[N_LINES] = {
    { YL_PURPOSE_RUNNING, "农村公路管护机构运行经费", other->running.fen },
    { YL_PURPOSE_STAFF, "农村公路管护人员支出", other->staff.fen },
    { YL_PURPOSE_ROAD_CHIEF, "路长制工作经费", other->road_chief.fen },
    { YL_PURPOSE_INSURANCE, "农村公路灾毁保险", other->insurance.fen },
  };
  for (guint i = 0; i < N_LINES; i++)
    write_row (table, i + 1,
               &(Row){ .purpose = yl_purpose_get_name (lines[i].purpose),
                       .name = lines[i].name,
                       .amount_fen = lines[i].amount_fen,
                       .remark = "不计入每公里标准" },
               total);
}

static void
write_projects (YlTable *table, const YlOther *other, Row *total)
{
  for (guint i = 0; i < other->projects->len; i++)
    {
      const YlProject *project = &g_array_index (other->projects, YlProject, i);
      write_row (table, N_LINES + i + 1,
                 &(Row){ .purpose = yl_purpose_get_name (YL_PURPOSE_ENGINEERING),
                         .name = project->name,
                         .has_length = TRUE,
                         .length_m = project->length.m,
                         .amount_fen = project->amount.fen,
                         .remark = "不得抵顶日常养护资金" },
                 total);
    }
}

void
yl_book_fill_other (YlBook *book)
{
  YlTable *table = yl_tables_find (book->tables, "other");
  Row total = { 0 };
  write_lines (table, &book->entry->other, &total);
  write_projects (table, &book->entry->other, &total);
  yl_table_map_rows (table);
  yl_table_write_total (table, 0, &total);
  yl_sheet_end (yl_table_get_sheet (table));
}

const char *
yl_book_sum_other (YlBook *book, YlPurpose purpose)
{
  return yl_book_formula (book, "sum(other.amount_fen, purpose=\"%s\")",
                          yl_purpose_get_name (purpose));
}
