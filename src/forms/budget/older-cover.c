#include "tabs-private.h"

/* 封面 before the seventh edition: what a cover says, the key figures, what was read and its fingerprints. */

enum
{
  LABEL,
  LABEL_END,
  VALUE,
  FIGURE_END = 3,
  VALUE_END = 5,
  N_COLUMNS,
};

static const YlTableColumn columns[] = {
  { .width = 12 }, { .width = 22 }, { .width = 18 },
  { .width = 18 }, { .width = 18 }, { .width = 18 },
};
G_STATIC_ASSERT (G_N_ELEMENTS (columns) == N_COLUMNS);

#define CHART_WIDTH 760
#define CHART_HEIGHT 330
#define CHART_ROWS 18
#define ROW_HEIGHT 24

static void
begin_row (YlSheet *sheet, const char *label)
{
  yl_sheet_begin_row (sheet, YL_STYLE_SECTION, ROW_HEIGHT);
  yl_sheet_span (sheet, LABEL, LABEL_END, label);
  yl_sheet_set_style (sheet, YL_STYLE_BODY);
}

static void
write_text (YlSheet *sheet, const char *label, const char *text)
{
  begin_row (sheet, label);
  yl_sheet_span (sheet, VALUE, VALUE_END, text);
}

static void
write_figure (YlSheet *sheet,
              const char *label,
              YlMeasure measure,
              const char *formula,
              gint64 units,
              const char *key,
              const char *remark)
{
  begin_row (sheet, label);
  yl_sheet_put (sheet, VALUE, FIGURE_END, yl_own_figure (measure, formula, units, key));
  yl_sheet_span (sheet, FIGURE_END + 1, VALUE_END, remark);
}

static void
write_result (YlSheet *sheet, const char *label, const char *says, YlOwnCell result)
{
  begin_row (sheet, label);
  result.says = says;
  yl_sheet_put (sheet, VALUE, VALUE_END, result);
}

/* Whether it is a draft: while errors of the data stand. What a code says of the money, such as a gap
 * that is not booked yet, makes none. */
static void
write_state (YlBook *book, YlSheet *sheet)
{
  const guint n = yl_findings_table_count (&book->findings, YL_DATA_ERRORS);
  const char *text =
      n == 0 ? "未发现数据差错" : yl_book_print (book, "（草稿：尚有 %u 项差错）", n);
  write_result (sheet, "编制状态", "数据差错（A、C、E 类错误）还没有改完的预算是草稿",
                yl_own_result ("IF(" YL_NAME_DATA_ERRORS
                               "=0,\"未发现数据差错\",\"（草稿：尚有 \"&" YL_NAME_DATA_ERRORS
                               "&\" 项差错）\")",
                               text));
}

static void
write_identity (YlBook *book, YlSheet *sheet)
{
  const YlUnit *unit = &book->entry->unit;
  const YlPolicyHead *head = yl_policy_get_head (book->policy);
  g_autofree char *entity = book->entity->code == NULL
                                ? g_strdup (book->name)
                                : g_strdup_printf ("%s（%s）", book->name, book->entity->code);
  g_autofree char *year =
      g_strdup_printf ("%u年（里程截至%u年底）", book->figures->year, book->figures->year - 1);
  g_autofree char *policy =
      g_strdup_printf ("%s（%s）%s", head->title, head->document, head->verified ? "" : "（待核）");
  if (book->edition >= 3)
    write_state (book, sheet);
  write_text (sheet, "预算地区", entity);
  write_text (sheet, "编制单位", unit->entity[0] != '\0' ? unit->entity : book->name);
  write_text (sheet, "预算年度", year);
  write_text (sheet, "执行政策", policy);
}

static void
write_figures (YlBook *book, YlSheet *sheet)
{
  const YlFigures *figures = book->figures;
  g_autofree char *capital = yl_money_to_capital ((YlMoney){ figures->demand_fen });
  write_figure (sheet, "预算合计（元）", YL_MEASURE_FEN, YL_NAME_TOTAL, figures->demand_fen,
                "demand_fen", "见预算总表");
  write_result (sheet, "预算合计（大写）", YL_SAYS_CAPITAL,
                yl_own_result (YL_NAME_CAPITAL, capital));
  write_figure (sheet, "其中：日常养护标准", YL_MEASURE_FEN, YL_NAME_STANDARD,
                figures->daily.standard_fen, "daily.standard_fen", "各级公共财政资金合计");
  write_figure (sheet, "上级日常养护补助", YL_MEASURE_FEN, YL_NAME_SUPERIOR,
                figures->daily.superior_grants_fen, "daily.superior_grants_fen", "中央、省、市");
  const gboolean is_shared = book->edition >= 3 && figures->payers_method == YL_PAYERS_BY_SHARE;
  write_figure (sheet, "县级资金缺口", YL_MEASURE_FEN, YL_NAME_GAP, figures->daily.county_gap_fen,
                "daily.county_gap_fen", is_shared ? "县级按比例应承担" : "标准减上级补助");
  write_figure (sheet, "计入里程（公里）", YL_MEASURE_KM, YL_NAME_COUNTED,
                figures->mileage.counted_m, "mileage.counted_m", "见里程汇总");
}

static void
write_verdicts (YlBook *book, YlSheet *sheet)
{
  const gboolean is_older = book->edition < 3;
  const guint n_matters = yl_findings_table_count (&book->findings, YL_MONEY_MATTERS);
  write_result (sheet, is_older ? "校验结论" : YL_SHEET_CHECKS, "表内勾稽关系核对的结论",
                yl_own_result (YL_NAME_VERDICT, yl_book_find_verdict (book)));
  if (!is_older)
    write_result (
        sheet, "资金情况", "B、D 类问题的个数：说的是资金，不是数据的差错",
        yl_own_result (
            YL_NAME_MONEY_MATTERS "&\" 项（B、D 类，见" YL_SHEET_FINDINGS "），不算数据差错\"",
            yl_book_print (book, "%u 项（B、D 类，见" YL_SHEET_FINDINGS "），不算数据差错",
                           n_matters)));
  write_result (sheet, "问题清单", "问题清单中各级问题的个数",
                yl_findings_table_tell_counts (&book->findings));
}

static void
write_input (YlBook *book, YlSheet *sheet, const YlInputCopy *input)
{
  const char *name;
  const char *title = yl_book_name_input (book, input, &name);
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  yl_sheet_label (sheet, LABEL, title);
  yl_sheet_text (sheet, LABEL_END, name);
  yl_sheet_span (sheet, VALUE, VALUE_END, input->sha256);
}

static void
write_heading (YlSheet *sheet, const char *text)
{
  yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 8);
  yl_sheet_begin_row (sheet, YL_STYLE_SECTION, 20);
  yl_sheet_span (sheet, LABEL, VALUE_END, text);
}

static void
write_inputs (YlBook *book, YlSheet *sheet)
{
  const YlBookRequest *request = book->request;
  write_heading (sheet, "读入的资料和指纹（SHA-256）；原件副本存于隐藏工作表");
  for (gsize i = 0; i < request->n_inputs; i++)
    write_input (book, sheet, &request->inputs[i]);
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  yl_sheet_label (sheet, LABEL, YL_LABEL_FINGERPRINT);
  yl_sheet_text (sheet, LABEL_END, "以上资料合并计算");
  yl_sheet_span (sheet, VALUE, VALUE_END, request->fingerprint);
}

/* Before the third edition they had no sheet of their own. */
static void
list_choices (const YlBookRequest *request, YlSheet *sheet)
{
  write_heading (sheet, "程序选定的事项");
  for (gsize i = 0; i < request->n_choices; i++)
    {
      const YlChoice *choice = &request->choices[i];
      yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
      yl_sheet_span (sheet, LABEL, LABEL_END, choice->what);
      yl_sheet_span (sheet, VALUE, FIGURE_END, choice->chosen);
      yl_sheet_span (sheet, FIGURE_END + 1, VALUE_END, choice->why);
    }
}

static void
write_choices (YlBook *book, YlSheet *sheet)
{
  const YlBookRequest *request = book->request;
  if (request->n_choices == 0)
    return;
  if (book->edition < 3)
    {
      list_choices (request, sheet);
      return;
    }
  g_autofree char *told =
      g_strdup_printf ("共 %" G_GSIZE_FORMAT " 项，见“" YL_SHEET_CHOICES "”", request->n_choices);
  write_heading (sheet, "程序选定的事项和未读的内容");
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  yl_sheet_span (sheet, LABEL, VALUE_END, told);
}

static void
draw_payers (YlBook *book, YlSheet *sheet)
{
  yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 8);
  yl_book_draw_payers (book, sheet, yl_sheet_get_row (sheet) + 1, CHART_WIDTH, CHART_HEIGHT);
  for (guint i = 0; i < CHART_ROWS; i++)
    yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 15);
}

static void
fill (YlBook *book, YlTable *table)
{
  YlSheet *sheet = yl_table_get_sheet (table);
  yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 12);
  write_identity (book, sheet);
  write_figures (book, sheet);
  write_verdicts (book, sheet);
  begin_row (sheet, "填报日期");
  yl_sheet_open_span (sheet, VALUE, VALUE_END,
                      book->day[0] == '\0' ? "　　　年　　月　　日" : book->day);
  draw_payers (book, sheet);
  write_inputs (book, sheet);
  write_choices (book, sheet);
}

const YlBookTab yl_tab_older_cover = {
  .form = { .name = YL_SHEET_COVER,
            .title = "农村公路养护预算",
            .is_portrait = TRUE,
            .is_plain = TRUE },
  .table = "cover",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .fill = fill,
};
