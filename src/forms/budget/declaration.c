#include "sentence-private.h"

#include "yanglu/forms/form-text.h"

#include <string.h>

/* 绩效目标申报表: the Ministry of Finance's 项目支出绩效目标申报表 (财预〔2015〕88号). What the budget knows follows
 * from its tables; what it does not know is empty and left for the pen. */

enum
{
  FIRST,
  SECOND,
  THIRD,
  VALUE,
  REMARK,
  N_COLUMNS,
};

static const YlTableColumn columns[] = {
  [FIRST] = { .head = "一级指标", .width = 11 }, [SECOND] = { .head = "二级指标", .width = 16 },
  [THIRD] = { .head = "三级指标", .width = 26 }, [VALUE] = { .head = "指标值", .width = 17 },
  [REMARK] = { .head = "依据", .width = 16 },
};
G_STATIC_ASSERT (G_N_ELEMENTS (columns) == N_COLUMNS);

#define TITLE_HEIGHT 30
#define HEAD_HEIGHT 18
#define LINE 16
#define NAMES_HEIGHT 24
/* Of the texts that say the goals. */
#define GOAL_POINTS 10.5

#define OUTPUT "产出指标"
#define BENEFIT "效益指标"

/* A line of the indicators. */
typedef struct
{
  const char *first;
  const char *second;
  YlOwnCell third;
  YlOwnCell value;
  const char *remark; /* "" */
} Line;

static YlOwnCell
left_for_pen (void)
{
  return (YlOwnCell){ .kind = YL_CELL_TO_FILL };
}

static YlOwnCell
make_open (const char *text, YlLook look)
{
  YlOwnCell cell = yl_own_text (text);
  cell.look = look;
  cell.is_open = TRUE;
  return cell;
}

static YlOwnCell
make_look (const char *text, YlLook look)
{
  YlOwnCell cell = yl_own_text (text);
  cell.look = look;
  return cell;
}

/* "表一": the number of a sheet; "" where it has none. */
static const char *
find_number (const YlBook *book, const char *sheet)
{
  for (guint i = 0; i < book->listed->len; i++)
    {
      const YlListed *line = &g_array_index (book->listed, YlListed, i);
      if (strcmp (line->sheet, sheet) == 0)
        return line->number;
    }
  return "";
}

/* A cell that says what the table shows as @key. */
static YlOwnCell
follow (YlBook *book, const char *key, gint64 units)
{
  const YlFigureRange *range = yl_book_find_figure (book, key);
  g_return_val_if_fail (range != NULL, left_for_pen ());
  return yl_own_figure (range->measure, yl_book_figure_cell (book, range), units, key);
}

/* One cell over the same column of the rows @first to @last. */
static void
merge (YlSheet *sheet, guint column, guint32 first, guint32 last)
{
  if (last > first)
    yl_sheet_set (sheet, &(YlSheetSetting){ .kind = YL_SETTING_MERGE,
                                            .first_row = first,
                                            .last_row = last,
                                            .first_column = (guint16) column,
                                            .last_column = (guint16) column });
}

/* What stands above. */

static void
write_title (YlBook *book, YlSheet *sheet)
{
  const char *day = book->day[0] == '\0' ? "　　　年　　月　　日" : book->day;
  const char *unit = book->entry->unit.entity;
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, LINE);
  yl_sheet_put (sheet, FIRST, REMARK,
                make_look (find_number (book, yl_sheet_get_name (sheet)), YL_LOOK_LEFT));
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, TITLE_HEIGHT);
  yl_sheet_title (sheet, "项目支出绩效目标申报表");
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, LINE);
  yl_sheet_put (
      sheet, FIRST, REMARK,
      make_look (yl_book_print (book, "（%u年度）", book->figures->year), YL_LOOK_CENTRE));
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, LINE);
  yl_sheet_put (
      sheet, FIRST, THIRD,
      make_open (yl_book_print (book, "填报单位（盖章）：%s", unit[0] != '\0' ? unit : book->name),
                 YL_LOOK_LEFT));
  yl_sheet_put (sheet, VALUE, REMARK,
                make_open (yl_book_print (book, "填报日期：%s", day), YL_LOOK_RIGHT));
}

/* Who does it: those to whom the money goes. */
static const char *
name_doers (YlBook *book)
{
  const guint n = book->figures->payees->len;
  if (n == 1)
    return yl_labels_get (book->payees, 0);
  return n == 0 ? "" : yl_book_print (book, "%u个（%s）", n, find_number (book, YL_SHEET_PAYEES));
}

static void
write_pair (YlSheet *sheet, const char *left, YlOwnCell value, const char *right, YlOwnCell other)
{
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  yl_sheet_label (sheet, FIRST, left);
  yl_sheet_put (sheet, SECOND, THIRD, value);
  yl_sheet_label (sheet, VALUE, right);
  yl_sheet_put (sheet, REMARK, REMARK, other);
}

static void
write_project (YlBook *book, YlSheet *sheet)
{
  const char *doers = name_doers (book);
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, LINE);
  yl_sheet_label (sheet, FIRST, "项目名称");
  yl_sheet_open_span (sheet, SECOND, REMARK, yl_book_print (book, "%s农村公路养护", book->name));
  write_pair (sheet, "主管部门", left_for_pen (), "实施单位",
              doers[0] == '\0' ? left_for_pen () : make_open (doers, YL_LOOK_TEXT));
  write_pair (sheet, "项目属性", make_open ("□新增项目　　□延续项目", YL_LOOK_TEXT), "项目期",
              make_open (yl_book_print (book, "%u年1月—12月", book->figures->year), YL_LOOK_TEXT));
}

/* 项目资金 */

/* What the sources of public or other money come to, of one fund, or of one purpose. */
static gint64
sum_sources (const YlBook *book, gboolean is_public, gint fund, gint but_purpose)
{
  gint64 sum_fen = 0;
  for (guint i = 0; i < book->entry->sources->len; i++)
    {
      const YlSource *source = &g_array_index (book->entry->sources, YlSource, i);
      if (yl_source_is_public (source) == is_public && (fund < 0 || (gint) source->fund == fund)
          && (gint) source->purpose != but_purpose)
        sum_fen += source->amount.fen;
    }
  return sum_fen;
}

static gint64
sum_open (const YlBook *book)
{
  gint64 sum_fen = 0;
  for (guint i = 0; i < book->figures->account_uses->len; i++)
    {
      const YlAccountUse *use = &g_array_index (book->figures->account_uses, YlAccountUse, i);
      sum_fen += use->account == YL_LINE_NONE ? use->counted_fen : 0;
    }
  return sum_fen;
}

static void
write_amount (YlBook *book,
              YlSheet *sheet,
              const char *label,
              const char *formula,
              gint64 fen,
              const char *place)
{
  g_autofree char *in_wan = yl_formula_in_wan (formula);
  YlOwnCell amount = yl_own_figure (YL_MEASURE_FEN, in_wan, yl_formula_in_wan_value (fen), NULL);
  amount.says = YL_SAYS_IN_WAN;
  yl_sheet_put (sheet, SECOND, THIRD, yl_own_text (label));
  yl_sheet_put (sheet, VALUE, VALUE, amount);
  yl_sheet_text (sheet, REMARK, find_number (book, place));
}

/* A fund of the public money. */
static void
write_fund (YlBook *book, YlSheet *sheet, YlFund fund)
{
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, LINE);
  yl_sheet_blank (sheet, FIRST);
  write_amount (book, sheet, yl_book_print (book, "　　　　%s", yl_fund_get_name (fund)),
                yl_book_formula (book,
                                 "sum(sources.amount_fen, fund=\"%s\", scope=\"公共财政资金\")",
                                 yl_fund_get_name (fund)),
                sum_sources (book, TRUE, (gint) fund, -1), YL_LIST_FUNDS);
}

/* The four parts make the whole: social money is beside the daily standard and pays none of it. */
static void
write_money (YlBook *book, YlSheet *sheet)
{
  const guint32 first = yl_sheet_begin_row (sheet, YL_STYLE_BODY, LINE);
  yl_sheet_label (sheet, FIRST, "项目资金\n（万元）");
  write_amount (book, sheet, "年度资金总额", YL_NAME_TOTAL, book->figures->demand_fen,
                YL_SHEET_OVERVIEW);
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, LINE);
  yl_sheet_blank (sheet, FIRST);
  write_amount (book, sheet, "其中：财政拨款",
                yl_book_formula (book, "sum(sources.amount_fen, scope=\"公共财政资金\")"),
                sum_sources (book, TRUE, -1, -1), YL_LIST_FUNDS);
  write_fund (book, sheet, YL_FUND_GENERAL);
  write_fund (book, sheet, YL_FUND_GOVERNMENT);
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, LINE);
  yl_sheet_blank (sheet, FIRST);
  write_amount (book, sheet, "　　　其他资金（不含用于日常养护的）",
                yl_book_formula (book, "ROUND(sum(sources.amount_fen, scope=\"社会资金\")"
                                       "-sum(sources.amount_fen, scope=\"社会资金\", "
                                       "purpose=\"日常养护\"),2)"),
                sum_sources (book, FALSE, -1, YL_PURPOSE_DAILY), YL_LIST_FUNDS);
  const guint32 last = yl_sheet_begin_row (sheet, YL_STYLE_BODY, LINE);
  yl_sheet_blank (sheet, FIRST);
  write_amount (
      book, sheet, "　　　尚未落实（多于预算数的为负数）",
      yl_book_formula (book, "sum(account_uses.counted_fen, account=\"" YL_ACCOUNT_OPEN "\")"),
      sum_open (book), YL_SHEET_ACCOUNTS);
  merge (sheet, FIRST, first, last);
}

/* 年度总体目标 */

/* How many bridges have an amount, as a text: no figure of the budget says it. */
static const char *
say_bridges (YlBook *book)
{
  return yl_book_formula (book, "TEXT(count(bridges, payee=\"<>\", amount_fen=\">0\"),\"0\")");
}

static guint
count_bridges (const YlBook *book)
{
  guint n = 0;
  for (guint i = 0; i < book->entry->bridges->len; i++)
    {
      const YlBridgeWorking *bridge = &book->budget->bridges[i];
      n += bridge->by_size_fen + bridge->by_metre_fen > 0 ? 1 : 0;
    }
  return n;
}

static gboolean
is_paid_road (const YlDemandLine *line)
{
  return g_str_has_prefix (line->code, "daily.") && line->basis != NULL && line->count > 0;
}

static const char *
make_key (YlBook *book, const YlDemandLine *line, const char *figure)
{
  return yl_book_print (book, "demand.%s.%s", line->code, figure);
}

static YlSentence *
say_roads (YlBook *book)
{
  const GArray *demand = book->figures->demand;
  const guint n_bridges = count_bridges (book);
  YlSentence *goal = yl_sentence_begin (book);
  yl_sentence_say (goal, "目标1：按标准养护农村公路");
  yl_sentence_figure (goal, "mileage.paid_m", book->figures->mileage.paid_m);
  for (guint i = 0, n = 0; i < demand->len; i++)
    {
      const YlDemandLine *line = &g_array_index (demand, YlDemandLine, i);
      if (!is_paid_road (line))
        continue;
      yl_sentence_say (goal, "%s%s", n++ == 0 ? "，其中" : "、", line->title);
      yl_sentence_figure (goal, make_key (book, line, "length_m"), line->length_m);
    }
  if (n_bridges > 0)
    {
      yl_sentence_say (goal, "；养护桥梁");
      yl_sentence_result (goal, say_bridges (book), yl_book_print (book, "%u", n_bridges));
      yl_sentence_say (goal, "座");
    }
  yl_sentence_say (goal, "。");
  return goal;
}

static YlSentence *
say_ratios (YlBook *book)
{
  YlSentence *goal = yl_sentence_begin (book);
  guint n = 0;
  yl_sentence_say (goal, "目标2：");
  for (guint kind = 0; kind < YL_N_INDICATORS; kind++)
    {
      const YlIndicatorLine *line = &book->figures->indicators[kind];
      if (line->target == NULL)
        continue;
      yl_sentence_say (goal, "%s%s不低于", n++ == 0 ? "" : "，", yl_indicator_get_name (kind));
      yl_sentence_figure (
          goal, yl_book_print (book, "indicators.%s.target_ppm", yl_indicator_get_key (kind)),
          line->target->value);
    }
  yl_sentence_say (goal, n == 0 ? "政策没有规定比例目标。" : "。");
  return goal;
}

static YlSentence *
say_money (YlBook *book)
{
  const YlFigures *figures = book->figures;
  YlSentence *goal = yl_sentence_begin (book);
  yl_sentence_say (goal, "目标3：");
  yl_sentence_titled (goal, "daily.standard_fen", figures->daily.standard_fen);
  yl_sentence_say (goal, "，");
  yl_sentence_titled (goal, "other_fen", figures->demand_fen - figures->daily.standard_fen);
  yl_sentence_say (goal, "，按进度拨付到管养单位并公开。");
  return goal;
}

static void
write_goals (YlBook *book, YlSheet *sheet)
{
  YlSentence *goals[] = { say_roads (book), say_ratios (book), say_money (book) };
  double width = 0;
  guint32 first = 0;
  for (guint i = SECOND; i < N_COLUMNS; i++)
    width += columns[i].width + 1;
  for (guint i = 0; i < G_N_ELEMENTS (goals); i++)
    {
      const double height = yl_form_fit (goals[i]->text->str, width, GOAL_POINTS);
      const guint32 row = yl_sheet_begin_row (sheet, YL_STYLE_BODY, MAX (height, LINE));
      first = i == 0 ? row : first;
      if (i == 0)
        yl_sheet_label (sheet, FIRST, "年度\n总体目标");
      else
        yl_sheet_blank (sheet, FIRST);
      yl_sentence_put (goals[i], sheet, SECOND, REMARK, YL_LOOK_ENTRY_TEXT);
    }
  merge (sheet, FIRST, first, yl_sheet_get_row (sheet));
}

/* 绩效指标 */

/* "二（二）1（待核）"; of another document than the policy's own with its name before it. */
static const char *
name_basis (YlBook *book, const YlPolicyValue *value)
{
  const gboolean is_own =
      strcmp (value->document, yl_policy_get_head (book->policy)->document) == 0;
  return yl_book_print (book, "%s%s%s%s", is_own ? "" : value->document, is_own ? "" : " ",
                        value->clause, value->verified ? "" : "（待核）");
}

static void
add (GArray *lines,
     const char *first,
     const char *second,
     const char *third,
     YlOwnCell value,
     const char *remark)
{
  const Line line = { first, second, third == NULL ? left_for_pen () : yl_own_text (third), value,
                      remark };
  g_array_append_val (lines, line);
}

static void
add_for_pen (GArray *lines, const char *first, const char *second)
{
  add (lines, first, second, NULL, left_for_pen (), "");
}

static void
add_ratio (YlBook *book, GArray *lines, YlIndicatorKind kind, const char *second)
{
  const YlPolicyValue *target = book->figures->indicators[kind].target;
  if (target == NULL)
    return;
  add (lines, OUTPUT, second, yl_book_print (book, "%s（不低于）", yl_indicator_get_name (kind)),
       follow (book, yl_book_print (book, "indicators.%s.target_ppm", yl_indicator_get_key (kind)),
               target->value),
       name_basis (book, target));
}

/* Of each class of roads that is paid: @figure, "length_m" or "rate_fen_per_km". */
static void
add_classes (YlBook *book, GArray *lines, const char *second, gboolean is_rate)
{
  const GArray *demand = book->figures->demand;
  for (guint i = 0; i < demand->len; i++)
    {
      const YlDemandLine *line = &g_array_index (demand, YlDemandLine, i);
      if (is_paid_road (line))
        add (lines, OUTPUT, second,
             yl_book_print (book, is_rate ? "%s（元/公里）" : "%s（公里）", line->title),
             follow (book, make_key (book, line, is_rate ? "rate_fen_per_km" : "length_m"),
                     is_rate ? line->rate_fen : line->length_m),
             is_rate ? name_basis (book, line->basis) : find_number (book, YL_SHEET_OVERVIEW));
    }
}

static void
add_quantities (YlBook *book, GArray *lines)
{
  static const char second[] = "数量指标";
  const guint n_bridges = count_bridges (book);
  add_classes (book, lines, second, FALSE);
  if (n_bridges > 0)
    add (lines, OUTPUT, second, "桥梁日常养护（座）",
         yl_own_result (say_bridges (book), yl_book_print (book, "%u", n_bridges)),
         find_number (book, YL_SHEET_BRIDGES));
  add_ratio (book, lines, YL_INDICATOR_MAINTAINED, second);
  add_ratio (book, lines, YL_INDICATOR_ENGINEERING, second);
}

static void
add_costs (YlBook *book, GArray *lines)
{
  static const char second[] = "成本指标";
  const YlDaily *daily = &book->figures->daily;
  add_classes (book, lines, second, TRUE);
  if (count_bridges (book) > 0)
    add (lines, OUTPUT, second, "桥梁日常养护（元）",
         follow (book, "daily.bridges_fen", daily->bridges_fen),
         find_number (book, YL_SHEET_BRIDGES));
  add (lines, OUTPUT, second, "其他管护支出（元）",
       follow (book, "other_fen", book->figures->demand_fen - daily->standard_fen),
       find_number (book, YL_LIST_OTHER));
}

static GArray *
list_indicators (YlBook *book)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (Line));
  const char *end = yl_book_print (book, "%u年12月31日前", book->figures->year);
  add_quantities (book, lines);
  add_ratio (book, lines, YL_INDICATOR_FAIR_OR_BETTER, "质量指标");
  add (lines, OUTPUT, "时效指标", "本年养护任务完成", yl_own_label (end), "预算年度");
  add (lines, OUTPUT, "时效指标", "资金拨付", yl_own_label ("及时足额"),
       find_number (book, YL_LIST_SCHEDULE));
  add_costs (book, lines);
  add_for_pen (lines, BENEFIT, "经济效益指标");
  add (lines, BENEFIT, "社会效益指标", "资金使用公开", yl_own_label ("按规定公开"),
       find_number (book, YL_LIST_NOTICE));
  add_for_pen (lines, BENEFIT, "社会效益指标");
  add_for_pen (lines, BENEFIT, "生态效益指标");
  add_for_pen (lines, BENEFIT, "可持续影响指标");
  add_for_pen (lines, "满意度指标", "服务对象\n满意度指标");
  return lines;
}

/* Whether a line is the first of those with the same words in @column. */
static gboolean
begins (const GArray *lines, guint index, guint column)
{
  if (index == 0)
    return TRUE;
  const Line *before = &g_array_index (lines, Line, index - 1);
  const Line *line = &g_array_index (lines, Line, index);
  const gboolean is_other = strcmp (before->first, line->first) != 0;
  return is_other || (column == SECOND && strcmp (before->second, line->second) != 0);
}

/* Neighbours that say the same are one cell, once line @index, the last of them, is written: a writer
 * refuses what ends above its row. */
static void
merge_column (YlSheet *sheet, const GArray *lines, guint column, guint index)
{
  guint first = index;
  if (index + 1 < lines->len && !begins (lines, index + 1, column))
    return;
  while (!begins (lines, first, column))
    first--;
  const guint32 row = yl_sheet_get_row (sheet);
  merge (sheet, column, row - (index - first), row);
}

static void
write_line (YlSheet *sheet, const GArray *lines, guint index)
{
  const Line *line = &g_array_index (lines, Line, index);
  const char *const labels[] = { line->first, line->second };
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  for (guint column = FIRST; column <= SECOND; column++)
    if (begins (lines, index, column))
      yl_sheet_label (sheet, column, labels[column]);
    else
      yl_sheet_blank (sheet, column);
  yl_sheet_put (sheet, THIRD, THIRD, line->third);
  yl_sheet_put (sheet, VALUE, VALUE, line->value);
  yl_sheet_put (sheet, REMARK, REMARK, make_open (line->remark, YL_LOOK_TEXT));
}

static void
write_indicators (YlBook *book, YlSheet *sheet)
{
  g_autoptr (GArray) lines = list_indicators (book);
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, HEAD_HEIGHT);
  for (guint i = 0; i < N_COLUMNS; i++)
    yl_sheet_head (sheet, i, columns[i].head);
  for (guint i = 0; i < lines->len; i++)
    {
      write_line (sheet, lines, i);
      merge_column (sheet, lines, FIRST, i);
      merge_column (sheet, lines, SECOND, i);
    }
}

static void
write_names (const YlBook *book, YlSheet *sheet)
{
  const YlUnit *unit = &book->entry->unit;
  g_autofree char *prepared = g_strconcat ("填报人：", unit->prepared_by, NULL);
  g_autofree char *reviewed = g_strconcat ("审核：", unit->reviewed_by, NULL);
  g_autofree char *head = g_strconcat ("单位负责人：", unit->head, NULL);
  yl_sheet_begin_row (sheet, YL_STYLE_NOTE, NAMES_HEIGHT);
  yl_sheet_put (sheet, FIRST, SECOND, make_open (prepared, YL_LOOK_SIGN));
  yl_sheet_put (sheet, THIRD, THIRD, make_open (reviewed, YL_LOOK_SIGN));
  yl_sheet_put (sheet, VALUE, REMARK, make_open (head, YL_LOOK_SIGN));
}

static void
fill (YlBook *book, YlTable *table)
{
  YlSheet *sheet = yl_table_get_sheet (table);
  write_title (book, sheet);
  write_project (book, sheet);
  write_money (book, sheet);
  write_goals (book, sheet);
  write_indicators (book, sheet);
  yl_sheet_note (
      sheet,
      yl_book_print (book,
                     "说明：黄色空格和项目属性由填报单位填写。依据只写条款的，是%s的条款。万元各数"
                     "由元分别四舍五入。用于日常养护的社会资金不抵标准，不列入其他资金。",
                     yl_policy_get_head (book->policy)->document));
  write_names (book, sheet);
  yl_sheet_set (sheet, &(YlSheetSetting){ .kind = YL_SETTING_ONE_PAGE });
}

const YlBookTab yl_tab_declaration = {
  .form = { .name = "绩效目标申报表",
            .title = "项目支出绩效目标申报表",
            .is_portrait = TRUE,
            .is_free = TRUE },
  .table = "declaration",
  .columns = columns,
  .n_columns = N_COLUMNS,
  .fill = fill,
  .remark = "空格待填",
  .since = 7,
};
