#include "yanglu/forms/papers/year-book.h"

#include "yanglu/forms/cells.h"
#include "yanglu/forms/form.h"

#include <string.h>

/* The table of steps. */
enum
{
  STEP_ORDINAL,
  STEP_NAME,
  STEP_AMOUNT,
  STEP_KM,
  STEP_ROADS,
  STEP_NOTE,
  N_STEP_COLUMNS,
};

static const YlColumnForm step_columns[N_STEP_COLUMNS] = {
  [STEP_ORDINAL] = { "序号", NULL, 6 },         [STEP_NAME] = { "项目", NULL, 26 },
  [STEP_AMOUNT] = { "金额\n（元）", NULL, 19 }, [STEP_KM] = { "涉及里程\n（公里）", NULL, 14 },
  [STEP_ROADS] = { "路线数", NULL, 9 },         [STEP_NOTE] = { "说明", NULL, 52 },
};

/* The tables by township and by road share their right-hand side: the two years and the steps. */
enum
{
  LINE_ORDINAL,
  LINE_CODE,
  LINE_NAME,
  LINE_PLACE,
  LINE_OLD_KM,
  LINE_NEW_KM,
  LINE_OLD_FEN,
  LINE_FIRST_STEP,
  LINE_NEW_FEN = LINE_FIRST_STEP + YL_N_PLACED_STEPS,
  N_LINE_COLUMNS,
};

/* The sums of a row are written as columns G to W. */
G_STATIC_ASSERT (LINE_OLD_FEN == 'G' - 'A' && LINE_NEW_FEN == 'X' - 'A');

#define GROUP_KM "计费口径里程（公里）"
#define GROUP_STEPS "增减（元）"
#define UNUSED_WIDTH 6

static const YlColumnForm line_columns[N_LINE_COLUMNS] = {
  [LINE_ORDINAL] = { "序号", NULL, 6 },
  [LINE_CODE] = { "代码", NULL, 14 },
  [LINE_NAME] = { "名称", NULL, 18 },
  [LINE_PLACE] = { "乡镇", NULL, 14 },
  [LINE_OLD_KM] = { "上年", GROUP_KM, 11 },
  [LINE_NEW_KM] = { "本年", GROUP_KM, 11 },
  [LINE_OLD_FEN] = { "上年金额", NULL, 16 },
  [LINE_FIRST_STEP + YL_YEAR_NEW] = { "新增路线", GROUP_STEPS, 14 },
  [LINE_FIRST_STEP + YL_YEAR_DROPPED] = { "减少路线", GROUP_STEPS, 14 },
  [LINE_FIRST_STEP + YL_YEAR_LONGER] = { "里程增加", GROUP_STEPS, 14 },
  [LINE_FIRST_STEP + YL_YEAR_SHORTER] = { "里程减少", GROUP_STEPS, 14 },
  [LINE_FIRST_STEP + YL_YEAR_COUNTING] = { "计入口径", GROUP_STEPS, 14 },
  [LINE_FIRST_STEP + YL_YEAR_CLASS] = { "行政等级", GROUP_STEPS, 14 },
  [LINE_FIRST_STEP + YL_YEAR_RATE] = { "补助标准", GROUP_STEPS, 14 },
  [LINE_FIRST_STEP + YL_YEAR_ROUNDING] = { "四舍五入", GROUP_STEPS, 11 },
  [LINE_FIRST_STEP + YL_YEAR_MOVED] = { "乡镇划转", GROUP_STEPS, 14 },
  [LINE_FIRST_STEP + YL_YEAR_BRIDGE_NEW] = { "新增桥梁", GROUP_STEPS, 12 },
  [LINE_FIRST_STEP + YL_YEAR_BRIDGE_DROPPED] = { "减少桥梁", GROUP_STEPS, 12 },
  [LINE_FIRST_STEP + YL_YEAR_BRIDGE_LONGER] = { "桥梁增长", GROUP_STEPS, 12 },
  [LINE_FIRST_STEP + YL_YEAR_BRIDGE_SHORTER] = { "桥梁缩短", GROUP_STEPS, 12 },
  [LINE_FIRST_STEP + YL_YEAR_BRIDGE_KIND] = { "桥梁类型", GROUP_STEPS, 12 },
  [LINE_FIRST_STEP + YL_YEAR_BRIDGE_RATE] = { "桥梁标准", GROUP_STEPS, 12 },
  [LINE_FIRST_STEP + YL_YEAR_UNKNOWN] = { "未能分解", GROUP_STEPS, 14 },
  [LINE_NEW_FEN] = { "本年金额", NULL, 16 },
};

typedef struct
{
  const YlYearBookRequest *request;
  YlForm *form;
  char *name;  /* of the entity, as titles say it */
  char *years; /* "（2020年—2021年）"; "" when one is not known */
} Book;

static void
write_total (YlSheet *sheet, const char *name, const char *formula, gint64 fen, const char *note)
{
  yl_sheet_begin_row (sheet, YL_STYLE_TOTAL, 0);
  yl_sheet_blank (sheet, STEP_ORDINAL);
  yl_sheet_text (sheet, STEP_NAME, name);
  if (formula == NULL)
    yl_sheet_number (sheet, STEP_AMOUNT, YL_MEASURE_FEN, fen);
  else
    yl_sheet_formula (sheet, STEP_AMOUNT, YL_MEASURE_FEN, formula, fen);
  yl_sheet_blanks (sheet, STEP_KM, STEP_ROADS);
  yl_sheet_text (sheet, STEP_NOTE, note);
}

static void
write_step (const Book *book, YlSheet *sheet, YlYearStep step)
{
  const YlYearBridge *bridge = book->request->bridge;
  const YlYearAmount *amount = &bridge->steps[step];
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  yl_sheet_number (sheet, STEP_ORDINAL, YL_MEASURE_NUMBER, step + 1);
  yl_sheet_text (sheet, STEP_NAME, yl_year_step_get_name (step));
  yl_sheet_number (sheet, STEP_AMOUNT, YL_MEASURE_FEN, amount->amount_fen);
  if (step < YL_YEAR_BRIDGE_NEW && step != YL_YEAR_ROUNDING)
    yl_sheet_number (sheet, STEP_KM, YL_MEASURE_KM, amount->length_m);
  else
    yl_sheet_blank (sheet, STEP_KM);
  if (step < YL_YEAR_UNKNOWN)
    yl_sheet_number (sheet, STEP_ROADS, YL_MEASURE_COUNT, (gint64) bridge->n_roads[step]);
  else
    yl_sheet_blank (sheet, STEP_ROADS);
  yl_sheet_text (sheet, STEP_NOTE, yl_year_step_get_note (step));
}

/* The steps from @first to before @end, and the sum that they lead to from the total above them. */
static void
write_steps (const Book *book, YlSheet *sheet, guint first, guint end)
{
  for (guint step = first; step < end; step++)
    write_step (book, sheet, (YlYearStep) step);
}

static char *
describe_side (const YlBudget *budget, const char *file)
{
  if (budget == NULL)
    return g_strdup_printf ("%s：手工编制，只有分乡镇的合计。", file);
  const YlEntity *entity = yl_budget_get_entity (budget);
  const YlPolicyHead *policy = yl_policy_get_head (yl_budget_get_policy (budget));
  return g_strdup_printf ("%s：%s%u年，政策 %s%s。", file, entity->name == NULL ? "" : entity->name,
                          yl_budget_get_figures (budget)->year, policy->document,
                          policy->verified ? "" : "（待核）");
}

static void
write_sources (const Book *book, YlSheet *sheet)
{
  const YlYearBookRequest *request = book->request;
  g_autofree char *old_side = describe_side (request->old_budget, request->old_file);
  g_autofree char *new_side = describe_side (request->new_budget, request->new_file);
  const guint n_netted = yl_year_bridge_count_netted (request->bridge);
  g_autofree char *netted =
      n_netted == 0 ? g_strdup ("")
                    : g_strdup_printf ("\n%u 条有变化的路线的路段没有填桩号，按编码逐段对应，"
                                       "同一路线内增减的里程已相抵，只列净额。",
                                       n_netted);
  g_autofree char *text = g_strconcat (
      "上年：", old_side, "\n本年：", new_side,
      "\n次序：先按上年标准算里程的增减和计入口径，再算行政等级，最后算补助标准；每行四舍五入到分，"
      "尾差单列。各步之和等于两年合计之差，分乡镇、分路线、分桥梁亦同。",
      netted, NULL);
  yl_sheet_begin_row (sheet, YL_STYLE_NOTE, n_netted == 0 ? 62 : 76);
  yl_sheet_span (sheet, STEP_ORDINAL, STEP_NOTE, text);
}

/* The demand and what the county pays, below the row @daily of the new daily standard. */
static void
write_demand (const Book *book, YlSheet *sheet, guint32 first, guint32 daily)
{
  const YlYearBridge *bridge = book->request->bridge;
  const guint32 old_demand = daily + 1;
  const guint32 demand = old_demand + YL_N_DEMAND_STEPS - YL_N_PLACED_STEPS + 1;
  const guint32 old_county = demand + 1;
  const guint32 county = old_county + YL_N_YEAR_STEPS - YL_N_DEMAND_STEPS + 2;
  g_autofree char *demand_sum = g_strdup_printf ("ROUND(C%u+C%u-C%u+SUM(C%u:C%u),2)", old_demand,
                                                 daily, first, old_demand + 1, demand - 1);
  g_autofree char *demand_change = g_strdup_printf ("ROUND(C%u-C%u,2)", demand, old_demand);
  g_autofree char *county_sum = g_strdup_printf ("ROUND(SUM(C%u:C%u),2)", old_county, county - 1);
  write_total (sheet, "上年需求合计", NULL, bridge->old_demand_fen, "日常养护标准加其他各项支出");
  write_steps (book, sheet, YL_N_PLACED_STEPS, YL_N_DEMAND_STEPS);
  write_total (sheet, "本年需求合计", demand_sum, bridge->new_demand_fen,
               "上年需求加日常养护标准的增减，加以上各步");
  write_total (sheet, "上年县级承担", NULL, bridge->old_county_fen, "需求中其他层级不承担的部分");
  write_total (sheet, "需求增减", demand_change, bridge->new_demand_fen - bridge->old_demand_fen,
               "");
  write_steps (book, sheet, YL_N_DEMAND_STEPS, YL_N_YEAR_STEPS);
  write_total (sheet, "本年县级承担", county_sum, bridge->new_county_fen, "上年加以上各步");
}

static void
write_bridge_sheet (const Book *book)
{
  const YlYearBridge *bridge = book->request->bridge;
  g_autofree char *title =
      g_strdup_printf ("%s农村公路养护预算差异分解%s", book->name, book->years);
  YlSheet *sheet = yl_form_add_sheet (book->form, &(YlSheetForm){ .name = "差异分解",
                                                                  .title = title,
                                                                  .unit_note = "单位：元、公里",
                                                                  .columns = step_columns,
                                                                  .n_columns = N_STEP_COLUMNS,
                                                                  .n_frozen = STEP_AMOUNT,
                                                                  .is_portrait = TRUE });
  const guint32 first = yl_sheet_get_first_row (sheet);
  const guint32 daily = first + YL_N_PLACED_STEPS + 1;
  g_autofree char *daily_sum = g_strdup_printf ("ROUND(SUM(C%u:C%u),2)", first, daily - 1);
  write_total (sheet, "上年日常养护标准", NULL, bridge->old_daily_fen, "道路加桥梁");
  write_steps (book, sheet, 0, YL_N_PLACED_STEPS);
  write_total (sheet, "本年日常养护标准", daily_sum, bridge->new_daily_fen, "上年加以上各步");
  if (!bridge->is_by_township_only)
    write_demand (book, sheet, first, daily);
  write_sources (book, sheet);
  yl_sheet_end (sheet);
}

/* A road that had another code says which. */
static char *
make_name (const YlYearLine *line, const char *unnamed)
{
  const char *name = line->name[0] == '\0' && line->code[0] == '\0' ? unnamed : line->name;
  return line->previous_code == NULL || line->previous_code[0] == '\0'
             ? g_strdup (name)
             : g_strdup_printf ("%s（上年 %s）", name, line->previous_code);
}

static void
write_line (
    YlSheet *sheet, guint ordinal, const YlYearLine *line, const char *unnamed, const char *place)
{
  g_autofree char *name = make_name (line, unnamed);
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  yl_sheet_number (sheet, LINE_ORDINAL, YL_MEASURE_NUMBER, ordinal);
  yl_sheet_text (sheet, LINE_CODE, line->code);
  yl_sheet_text (sheet, LINE_NAME, name);
  yl_sheet_text (sheet, LINE_PLACE, place);
  yl_sheet_number (sheet, LINE_OLD_KM, YL_MEASURE_KM, line->old_m);
  yl_sheet_number (sheet, LINE_NEW_KM, YL_MEASURE_KM, line->new_m);
  yl_sheet_number (sheet, LINE_OLD_FEN, YL_MEASURE_FEN, line->old_fen);
  for (guint step = 0; step < YL_N_PLACED_STEPS; step++)
    if (line->steps[step].amount_fen != 0)
      yl_sheet_number (sheet, LINE_FIRST_STEP + step, YL_MEASURE_FEN, line->steps[step].amount_fen);
    else
      yl_sheet_blank_number (sheet, LINE_FIRST_STEP + step, YL_MEASURE_FEN);
  yl_sheet_formula (sheet, LINE_NEW_FEN, YL_MEASURE_FEN, "ROUND(SUM(G#:W#),2)", line->new_fen);
}

typedef struct
{
  const char *name;
  const char *title;
  const char *heads[3]; /* of code, name and place */
  const char *unnamed;
  const GArray *lines;
  gboolean is_changed_only; /* what did not change is one row */
  const char *unchanged;    /* which is called so */
  const char *length_group; /* (nullable): over the two lengths */
} LineTable;

static void
add_line (YlYearLine *sum, const YlYearLine *line)
{
  sum->old_fen += line->old_fen;
  sum->new_fen += line->new_fen;
  sum->old_m += line->old_m;
  sum->new_m += line->new_m;
  for (guint step = 0; step < YL_N_PLACED_STEPS; step++)
    sum->steps[step].amount_fen += line->steps[step].amount_fen;
}

static void
write_sum_cell (YlSheet *sheet, guint column, YlMeasure measure, guint32 last, gint64 units)
{
  const char letter = (char) ('A' + column);
  g_autofree char *formula = g_strdup_printf (measure == YL_MEASURE_KM ? "ROUND(SUM(%c%u:%c%u),3)"
                                                                       : "ROUND(SUM(%c%u:%c%u),2)",
                                              letter, yl_sheet_get_first_row (sheet), letter, last);
  yl_sheet_formula (sheet, column, measure, formula, units);
}

static void
write_line_sum (YlSheet *sheet, const YlYearLine *sum)
{
  const guint32 last = yl_sheet_get_row (sheet);
  yl_sheet_begin_row (sheet, YL_STYLE_TOTAL, 0);
  yl_sheet_blanks (sheet, LINE_ORDINAL, LINE_CODE);
  yl_sheet_label (sheet, LINE_NAME, "合计");
  yl_sheet_blank (sheet, LINE_PLACE);
  write_sum_cell (sheet, LINE_OLD_KM, YL_MEASURE_KM, last, sum->old_m);
  write_sum_cell (sheet, LINE_NEW_KM, YL_MEASURE_KM, last, sum->new_m);
  write_sum_cell (sheet, LINE_OLD_FEN, YL_MEASURE_FEN, last, sum->old_fen);
  for (guint step = 0; step < YL_N_PLACED_STEPS; step++)
    write_sum_cell (sheet, LINE_FIRST_STEP + step, YL_MEASURE_FEN, last,
                    sum->steps[step].amount_fen);
  write_sum_cell (sheet, LINE_NEW_FEN, YL_MEASURE_FEN, last, sum->new_fen);
}

/* A step that no line has leaves its room on the page to the others. */
static void
narrow_unused (const GArray *lines, YlColumnForm *columns)
{
  for (guint step = 0; step < YL_N_PLACED_STEPS; step++)
    {
      gboolean is_used = FALSE;
      for (guint i = 0; i < lines->len && !is_used; i++)
        is_used = g_array_index (lines, YlYearLine, i).steps[step].amount_fen != 0;
      if (!is_used)
        columns[LINE_FIRST_STEP + step].width = UNUSED_WIDTH;
    }
}

/* Largest sheet of a spreadsheet, less heads, sum and signatures. */
#define MAX_LINES 1000000u

static void
write_lines (const Book *book, const LineTable *table)
{
  g_autofree char *title =
      g_strdup_printf ("%s农村公路日常养护%s%s", book->name, table->title, book->years);
  YlColumnForm columns[N_LINE_COLUMNS];
  memcpy (columns, line_columns, sizeof columns);
  for (guint i = 0; i < G_N_ELEMENTS (table->heads); i++)
    columns[LINE_CODE + i].head = table->heads[i];
  narrow_unused (table->lines, columns);
  for (guint i = LINE_OLD_KM; i <= LINE_NEW_KM && table->length_group != NULL; i++)
    columns[i].group = table->length_group;
  YlSheet *sheet = yl_form_add_sheet (book->form, &(YlSheetForm){ .name = table->name,
                                                                  .title = title,
                                                                  .unit_note = "单位：元、公里",
                                                                  .columns = columns,
                                                                  .n_columns = N_LINE_COLUMNS,
                                                                  .n_frozen = LINE_OLD_KM,
                                                                  .is_a3 = TRUE,
                                                                  .has_filter = TRUE });
  YlYearLine sum = { 0 };
  YlYearLine same = { .code = (char *) "",
                      .name = (char *) table->unchanged,
                      .township = (char *) "" };
  guint n = 0;
  for (guint i = 0; i < table->lines->len; i++)
    {
      const YlYearLine *line = &g_array_index (table->lines, YlYearLine, i);
      const gboolean is_own =
          n < MAX_LINES && (!table->is_changed_only || yl_year_line_is_changed (line));
      add_line (&sum, line);
      if (is_own)
        write_line (sheet, ++n, line, table->unnamed,
                    table->is_changed_only ? line->township : book->name);
      else
        add_line (&same, line);
    }
  if (table->is_changed_only || n == 0)
    write_line (sheet, n + 1, &same, "", "");
  yl_sheet_end_filter (sheet);
  write_line_sum (sheet, &sum);
  yl_sheet_end (sheet);
}

static void
write_tables (const Book *book)
{
  const YlYearBridge *bridge = book->request->bridge;
  write_bridge_sheet (book);
  write_lines (book, &(LineTable){ .name = "分乡镇",
                                   .title = "分乡镇差异",
                                   .heads = { "区划代码", "乡镇", "县区" },
                                   .unnamed = "（未填乡镇）",
                                   .lines = bridge->townships });
  if (!bridge->is_by_township_only)
    write_lines (book, &(LineTable){ .name = "分路线",
                                     .title = "分路线差异",
                                     .heads = { "路线编码", "路线名称", "乡镇" },
                                     .unnamed = "（未填路线）",
                                     .lines = bridge->roads,
                                     .is_changed_only = TRUE,
                                     .unchanged = "其余没有变化的路线" });
  if (bridge->bridges->len > 0)
    write_lines (book, &(LineTable){ .name = "分桥梁",
                                     .title = "分桥梁差异",
                                     .heads = { "桥梁编码", "桥名", "乡镇" },
                                     .unnamed = "（未填桥名）",
                                     .lines = bridge->bridges,
                                     .is_changed_only = TRUE,
                                     .unchanged = "其余没有变化的桥梁",
                                     .length_group = "全长（公里）" });
}

void
yl_year_book_write (const YlYearBookRequest *request, const YlCellSink *sink)
{
  const YlYearBridge *bridge = request->bridge;
  const YlBudget *budget = request->new_budget != NULL ? request->new_budget : request->old_budget;
  const YlEntity *entity = budget == NULL ? NULL : yl_budget_get_entity (budget);
  const YlUnit unknown = { .entity = (char *) "",
                           .prepared_by = (char *) "",
                           .reviewed_by = (char *) "",
                           .head = (char *) "" };
  const YlUnit *unit = budget == NULL ? &unknown : &yl_budget_get_entry (budget)->unit;
  g_autofree char *name = g_strdup (entity == NULL || entity->name == NULL ? "" : entity->name);
  g_autofree char *years =
      bridge->is_by_township_only
          ? g_strdup ("")
          : g_strdup_printf ("（%u年—%u年）", bridge->old_year, bridge->new_year);
  g_autofree char *title = g_strdup_printf ("%s农村公路养护预算差异分解", name);
  const YlFormHead head = {
    .entity = unit->entity[0] != '\0' ? unit->entity : name,
    .prepared_by = unit->prepared_by,
    .reviewed_by = unit->reviewed_by,
    .head = unit->head,
    .title = title,
    .created = yl_date_of_year (budget == NULL ? 2000 : yl_budget_get_figures (budget)->year),
  };
  g_autoptr (YlForm) form = yl_form_new (&head, sink);
  write_tables (&(Book){ request, form, name, years });
}
