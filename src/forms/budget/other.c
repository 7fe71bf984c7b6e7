#include "book-private.h"
#include "book-references-private.h"
#include "book-tabs-private.h"

/* 其他支出: what never goes into the money per kilometre (S9, S10, S13). */

enum
{
  ORDINAL,
  PURPOSE,
  NAME,
  LENGTH,
  AMOUNT,
  REMARK,
  N_COLUMNS,
};

static const YlColumnForm columns[N_COLUMNS] = {
  [ORDINAL] = { "序号", NULL, 7 },         [PURPOSE] = { "支出类别", NULL, 18 },
  [NAME] = { "项目名称", NULL, 40 },       [LENGTH] = { "里程\n（公里）", NULL, 14 },
  [AMOUNT] = { "金额\n（元）", NULL, 20 }, [REMARK] = { "备注", NULL, 34 },
};

YlSheet *
yl_book_open_other (YlBook *book)
{
  g_autofree char *title =
      g_strdup_printf ("%s%u年农村公路其他支出明细表", book->name, book->figures->year);
  const YlSheetForm sheet_form = {
    .name = "其他支出",
    .title = title,
    .unit_note = "单位：公里、元",
    .columns = columns,
    .n_columns = N_COLUMNS,
  };
  YlSheet *sheet = yl_form_add_sheet (book->form, &sheet_form);
  const guint32 first = yl_sheet_get_first_row (sheet);
  /* Four lines that stand on every form, and the projects. */
  book->other = (YlPart){ sheet, first, first + 3 + book->entry->other.projects->len };
  return sheet;
}

static void
write_row (YlBook *book, YlPurpose purpose, const char *name, gint64 length_m, gint64 amount_fen)
{
  YlSheet *sheet = book->tabs[YL_TAB_OTHER];
  const guint32 row = yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  yl_sheet_number (sheet, ORDINAL, YL_MEASURE_NUMBER, row - yl_sheet_get_first_row (sheet) + 1);
  yl_sheet_label (sheet, PURPOSE, yl_purpose_get_name (purpose));
  yl_sheet_text (sheet, NAME, name);
  if (purpose == YL_PURPOSE_ENGINEERING)
    yl_sheet_number (sheet, LENGTH, YL_MEASURE_KM, length_m);
  else
    yl_sheet_blank (sheet, LENGTH);
  yl_sheet_set_style (sheet, YL_STYLE_INPUT);
  yl_sheet_number (sheet, AMOUNT, YL_MEASURE_FEN, amount_fen);
  yl_sheet_set_style (sheet, YL_STYLE_BODY);
  yl_sheet_text (sheet, REMARK,
                 purpose == YL_PURPOSE_ENGINEERING ? "不得抵顶日常养护资金" : "不计入每公里标准");
}

void
yl_book_fill_other (YlBook *book)
{
  YlSheet *sheet = book->tabs[YL_TAB_OTHER];
  const YlOther *other = &book->entry->other;
  gint64 length_m = 0;
  gint64 amount_fen =
      other->running.fen + other->staff.fen + other->road_chief.fen + other->insurance.fen;
  write_row (book, YL_PURPOSE_RUNNING, "农村公路管护机构运行经费", 0, other->running.fen);
  write_row (book, YL_PURPOSE_STAFF, "农村公路管护人员支出", 0, other->staff.fen);
  write_row (book, YL_PURPOSE_ROAD_CHIEF, "路长制工作经费", 0, other->road_chief.fen);
  write_row (book, YL_PURPOSE_INSURANCE, "农村公路灾毁保险", 0, other->insurance.fen);
  for (guint i = 0; i < other->projects->len; i++)
    {
      const YlProject *project = &g_array_index (other->projects, YlProject, i);
      write_row (book, YL_PURPOSE_ENGINEERING, project->name, project->length.m,
                 project->amount.fen);
      length_m += project->length.m;
      amount_fen += project->amount.fen;
    }
  yl_sheet_map_rows (sheet, AMOUNT, book->other.first_row, book->other.last_row, YL_MEASURE_FEN,
                     "other.amount_fen");
  yl_sheet_map_rows (sheet, LENGTH, book->other.first_row, book->other.last_row, YL_MEASURE_KM,
                     "other.length_m");
  yl_sheet_begin_row (sheet, YL_STYLE_TOTAL, 20);
  yl_sheet_label (sheet, ORDINAL, "合计");
  yl_sheet_blanks (sheet, PURPOSE, NAME);
  yl_book_put_sum (book, &book->other, LENGTH, YL_MEASURE_KM, length_m, "other_total.length_m");
  yl_book_put_sum (book, &book->other, AMOUNT, YL_MEASURE_FEN, amount_fen, "other_fen");
  yl_sheet_blank (sheet, REMARK);
  yl_sheet_end (sheet);
}

const char *
yl_book_sum_other (YlBook *book, YlPurpose purpose)
{
  g_autofree char *test = g_strdup_printf ("\"%s\"", yl_purpose_get_name (purpose));
  const YlCriterion criterion = { PURPOSE, test };
  return yl_book_sum (book, &book->other, 1, AMOUNT, YL_MEASURE_FEN, &criterion, 1);
}

const char *
yl_book_sum_all_other (YlBook *book)
{
  return yl_book_sum (book, &book->other, 1, AMOUNT, YL_MEASURE_FEN, NULL, 0);
}

const char *
yl_book_sum_project_length (YlBook *book)
{
  return yl_book_sum (book, &book->other, 1, LENGTH, YL_MEASURE_KM, NULL, 0);
}

const char *
yl_book_count_projects (YlBook *book)
{
  g_autofree char *test = g_strdup_printf ("\"%s\"", yl_purpose_get_name (YL_PURPOSE_ENGINEERING));
  const YlCriterion criterion = { PURPOSE, test };
  return yl_book_count (book, &book->other, 1, &criterion, 1);
}
