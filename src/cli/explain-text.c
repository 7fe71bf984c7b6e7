#include "yanglu/cli/explain-text.h"

#include "yanglu/figures/explain.h"
#include "yanglu/base/money.h"
#include "yanglu/cli/findings-text.h"
#include "yanglu/cli/text-table.h"

#include <string.h>

/* More figures than these, and what is fed in tables by township or payee is only counted. */
#define N_FEEDS 80
/* Characters of a text that are shown. */
#define N_SHOWN 60
/* Characters of a formula that are. */
#define N_FORMULA 200
/* Rows of a figure that are listed, unless all are asked for. */
#define N_ROWS 20

typedef struct
{
  const YlExplainJob *job;
  const YlBudget *budget;
  gboolean is_all;
} Telling;

static void
indent (guint depth)
{
  g_print ("%*s", (int) (2 * depth), "");
}

static const char *
or_dash (const char *text)
{
  return text == NULL || text[0] == '\0' ? "—" : text;
}

/* The rate of a road, as the table shows it. */
static char *
rate_of (const YlBudget *budget, const YlRoadWorking *working)
{
  const YlPolicyValue *rate =
      yl_policy_find (budget->policy, YL_GROUP_DAILY_RATE, "", working->rate);
  return rate == NULL ? g_strdup ("—") : yl_money_to_grouped ((YlMoney){ rate->value });
}

/* "12"; of several lists "闫寺.csv 12". */
static char *
show_line (const YlInventory *inventory, const YlRoad *road)
{
  if (!yl_inventory_has_files (inventory))
    return g_strdup_printf ("%" YL_ROW_ID_FORMAT, road->row);
  return g_strdup_printf ("%s %" YL_ROW_ID_FORMAT,
                          yl_inventory_get_origin (inventory, road->origin)->file, road->row);
}

static void
add_road (const YlBudget *budget,
          const YlDerivation *figure,
          const YlDerivationRow *row,
          YlTextTable *table)
{
  const YlInventory *inventory = budget->inventory;
  const YlRoad *road = yl_inventory_get_road (inventory, row->index);
  const YlRoadWorking *working = &budget->roads[row->index];
  g_autofree char *number = g_strdup_printf ("%u", row->index + 1);
  g_autofree char *counted = yl_length_to_km ((YlLength){ working->counted_m });
  g_autofree char *paid = yl_length_to_km ((YlLength){ working->paid_m });
  g_autofree char *rate = rate_of (budget, working);
  g_autofree char *units = row->left_out == YL_LEFT_IN
                               ? yl_figure_to_text (figure->unit, row->units)
                               : g_strdup (yl_left_out_get_name ((YlLeftOut) row->left_out));
  g_autofree char *line = show_line (inventory, road);
  yl_text_table_add (
      table,
      (const char *[]){ number, or_dash (yl_inventory_get_text (inventory, road->route_code)),
                        or_dash (yl_inventory_get_text (inventory, road->route_name)),
                        or_dash (yl_inventory_get_text (inventory, road->township)),
                        yl_road_class_get_name ((YlRoadClass) road->road_class), counted, paid,
                        rate, units, line });
}

static void
add_bridge (const YlBudget *budget,
            const YlDerivation *figure,
            const YlDerivationRow *row,
            YlTextTable *table)
{
  const GArray *bridges = budget->entry->bridges;
  const YlBridge *bridge = &g_array_index (bridges, YlBridge, row->index);
  g_autofree char *number = g_strdup_printf ("%u", row->index + 1);
  g_autofree char *length = yl_figure_to_text (YL_FIGURE_BRIDGE_CM, bridge->length_cm);
  g_autofree char *units = yl_figure_to_text (figure->unit, row->units);
  g_autofree char *line = g_strdup_printf ("%" YL_ROW_ID_FORMAT, bridge->row);
  yl_text_table_add (table,
                     (const char *[]){ number, or_dash (bridge->code), or_dash (bridge->name),
                                       or_dash (bridge->township),
                                       bridge->size < YL_N_BRIDGE_SIZES
                                           ? yl_bridge_size_get_name ((YlBridgeSize) bridge->size)
                                           : "桥梁",
                                       length, "", "", units, line });
}

static const char *
noun_of (const YlDerivation *figure)
{
  gboolean has[2] = { FALSE, FALSE };
  for (guint i = 0; i < figure->rows->len; i++)
    has[g_array_index (figure->rows, YlDerivationRow, i).kind] = TRUE;
  if (!has[YL_ROW_ROAD])
    return "桥梁";
  return has[YL_ROW_BRIDGE] ? "路段和桥梁" : "路段";
}

static guint
count (const YlDerivation *figure, gboolean is_left_out)
{
  guint n = 0;
  for (guint i = 0; i < figure->rows->len; i++)
    n += (g_array_index (figure->rows, YlDerivationRow, i).left_out != YL_LEFT_IN) == is_left_out;
  return n;
}

/* The first @n_most rows that are in the figure, or that are not. */
static void
print_table (const YlBudget *budget, const YlDerivation *figure, gboolean is_left_out, guint n_most)
{
  g_autoptr (YlTextTable) table = yl_text_table_new (
      "rllllrrrrr",
      (const char *[]){ "序号", "编码", "名称", "乡镇", "等级", "计入公里", "计费公里", "元/公里",
                        is_left_out ? "原因" : "计入本数", "台账行" });
  guint n = 0;
  for (guint i = 0; i < figure->rows->len && n < n_most; i++)
    {
      const YlDerivationRow *row = &g_array_index (figure->rows, YlDerivationRow, i);
      if ((row->left_out != YL_LEFT_IN) != is_left_out)
        continue;
      n++;
      if (row->kind == YL_ROW_ROAD)
        add_road (budget, figure, row, table);
      else
        add_bridge (budget, figure, row, table);
    }
  yl_text_table_print (table);
}

static void
print_rows (const YlBudget *budget,
            const YlDerivation *figure,
            gboolean is_left_out,
            gboolean is_all,
            guint depth)
{
  const guint n = count (figure, is_left_out);
  const guint n_most = is_all ? G_MAXUINT : N_ROWS;
  if (n == 0)
    return;
  indent (depth);
  g_print ("%s %u 个：\n", is_left_out ? "没有计入的路段" : "逐一列出", n);
  print_table (budget, figure, is_left_out, n_most);
  if (n > n_most)
    {
      indent (depth);
      g_print ("其余 %u 个没有列出，加 --all 全部列出。\n", n - n_most);
    }
}

/* The roads and bridges behind @figure, then those that are left out; where it is not what was asked
 * for, they are only counted. */
static void
report_rows (const YlBudget *budget,
             const YlDerivation *figure,
             gboolean is_asked,
             gboolean is_all,
             guint depth)
{
  if (is_asked || is_all)
    {
      print_rows (budget, figure, FALSE, is_all, depth);
      print_rows (budget, figure, TRUE, is_all, depth);
      return;
    }
  const guint n_in = count (figure, FALSE);
  const guint n_out = count (figure, TRUE);
  indent (depth);
  if (n_in == 0)
    g_print ("没有计入的路段 %u 个", n_out);
  else if (n_out == 0)
    g_print ("由 %u 个%s相加", n_in, noun_of (figure));
  else
    g_print ("由 %u 个%s相加，另有 %u 个没有计入", n_in, noun_of (figure), n_out);
  g_print ("（加 --all 列出）。\n");
}

static void
report (guint depth, const char *label, const char *text)
{
  if (text == NULL || text[0] == '\0')
    return;
  indent (depth);
  g_print ("%s：%s\n", label, text);
}

static char *
join_places (const YlExplainJob *job, const char *key)
{
  g_auto (GStrv) places = yl_explain_job_find_places (job, key);
  return g_strjoinv ("、", places);
}

static char *
describe_basis (const YlPolicyValue *basis)
{
  if (basis == NULL)
    return g_strdup ("");
  return g_strdup_printf ("%s %s%s（政策 %s%s）", basis->document, basis->clause,
                          basis->clause[0] == '\0' ? "没有写明条款" : "", basis->policy_id,
                          basis->verified ? "" : "，原文待核");
}

static char *
describe_last_year (const YlDerivation *figure)
{
  if (!figure->has_last_year)
    return g_strdup ("");
  const gint64 change = figure->units - figure->last_year_units;
  g_autofree char *last = yl_figure_to_text (figure->unit, figure->last_year_units);
  g_autofree char *size = yl_figure_to_text (figure->unit, ABS (change));
  if (change == 0)
    return g_strdup_printf ("%s，本年相同", last);
  return g_strdup_printf ("%s，本年%s %s", last, change < 0 ? "减少" : "增加", size);
}

static void
report_value (const YlDerivation *figure, const char *mark)
{
  if (figure->unit == YL_FIGURE_NONE)
    {
      g_print ("%s%s\n", mark, figure->name);
      return;
    }
  g_autofree char *value = yl_figure_to_text (figure->unit, figure->units);
  g_print ("%s%s：%s\n", mark, figure->name, value);
}

static void
report_notes (const YlDerivation *figure, guint depth)
{
  for (guint i = 0; i < figure->notes->len; i++)
    report (depth, "说明", g_ptr_array_index (figure->notes, i));
}

static const char *
mark_of (const YlDerivation *parent, const YlDerivation *part)
{
  if (parent->step == YL_STEP_SUM || parent->step == YL_STEP_AT_LEAST_ZERO)
    return part->sign < 0 ? "－ " : "＋ ";
  return "· ";
}

static void
report_figure (const Telling *telling, const YlDerivation *figure, guint depth, const char *mark)
{
  g_autofree char *places = join_places (telling->job, figure->key);
  g_autofree char *basis = describe_basis (figure->basis);
  g_autofree char *last = describe_last_year (figure);
  indent (depth);
  report_value (figure, mark);
  report (depth + 1, "算法", figure->how);
  report (depth + 1, "依据", basis);
  report (depth + 1, "所在", places);
  report (depth + 1, "上年", last);
  report_notes (figure, depth + 1);
  for (guint i = 0; i < figure->parts->len; i++)
    {
      const YlDerivation *part = yl_derivation_get_part (figure, i);
      report_figure (telling, part, depth + 1, mark_of (figure, part));
    }
  if (figure->rows->len > 0)
    report_rows (telling->budget, figure, depth == 0, telling->is_all, depth + 1);
}

/* A cell of the copy holds more than anyone reads. */
static void
report_shown (const char *text)
{
  const gboolean is_long = g_utf8_strlen (text, -1) > N_SHOWN;
  g_autofree char *beginning = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), N_SHOWN));
  g_print ("表中现值 %s%s\n", beginning, is_long ? "……" : "");
}

/* What the cell shows beside the figure that it should show. */
static void
report_agreement (const YlExplainedCell *cell)
{
  if (cell->text[0] == '\0')
    g_print ("表中没有存下显示的值（保存它的程序没有写）；下面是按数据副本重算的数。\n");
  else
    g_print ("表中现值 %s，%s\n", cell->text,
             cell->agrees ? "与按数据副本重算的数一致。"
                          : "与按数据副本重算的数不一致，可能被改动过；请运行 yanglu audit 核对。");
}

static void
report_spelling (const YlExplainedCell *cell)
{
  if (cell->spells == NULL)
    return;
  g_autofree char *total = yl_figure_to_text (YL_FIGURE_FEN, cell->spells_of_fen);
  if (!cell->is_spelling_total)
    g_print ("大写读作 %s。\n", cell->spells);
  else if (cell->spells_fen == cell->spells_of_fen)
    g_print ("大写读作 %s，与预算合计一致。\n", cell->spells);
  else
    g_print ("大写读作 %s，预算合计是 %s，两者不一致。\n", cell->spells, total);
}

/* Where the cell is not what it was, or not what its formula says. */
static void
report_changes (const YlExplainedCell *cell, gboolean is_figure)
{
  const gboolean is_recalculated =
      cell->computed != NULL && cell->is_saved && cell->text[0] != '\0';
  const gboolean is_changed = cell->planned != NULL && !is_figure;
  if (is_recalculated)
    g_print ("公式得出的是 %s，与表中存下的值不同。\n", cell->computed);
  if (is_changed)
    g_print ("编制预算时这里是 %s。\n", cell->planned);
  if (cell->planned_formula != NULL)
    g_print ("编制预算时这里是公式 =%s，现在是写死的值。\n", cell->planned_formula);
  if (is_recalculated || is_changed || cell->planned_formula != NULL)
    g_print ("请运行 yanglu audit 核对。\n");
}

static void
report_value_shown (const YlExplainedCell *cell)
{
  if (cell->text[0] != '\0')
    report_shown (cell->text);
  else if (cell->is_saved)
    g_print ("表中显示为空。\n");
  else
    g_print ("表中没有存下显示的值（保存它的程序没有写）；公式得出的是 %s。\n", cell->computed);
}

static void
report_cell (const YlExplainedCell *cell, const YlDerivation *figure)
{
  const gboolean is_figure = figure != NULL && figure->unit != YL_FIGURE_NONE;
  report (0, "所在行", cell->row_label);
  report (0, "所在列", cell->head);
  report (0, "这个单元格", cell->statement);
  if (is_figure)
    report_agreement (cell);
  else
    report_value_shown (cell);
  report_spelling (cell);
  report_changes (cell, is_figure);
  if (cell->formula[0] == '\0' && cell->planned_formula == NULL)
    g_print ("没有公式，是写在表里的%s。\n", cell->is_number ? "数" : "文字");
}

/* "  左方（表内勾稽关系核对!C13）：3,715,807.00 元", and below it what that reads. */
static void
report_source (const YlExplainedSource *source, guint depth)
{
  const char *label = source->label[0] != '\0' ? source->label : source->name;
  indent (depth);
  if (label[0] == '\0' || source->place[0] == '\0')
    g_print ("· %s%s：%s\n", source->place, label, source->text);
  else
    g_print ("· %s（%s）：%s\n", label, source->place, source->text);
  for (guint i = 0; i < source->sources->len; i++)
    report_source (g_ptr_array_index (source->sources, i), depth + 1);
}

static void
report_sources (const YlExplained *explained)
{
  if (explained->sources->len == 0)
    return;
  const char *formula = explained->cell->formula;
  const gboolean is_long = g_utf8_strlen (formula, -1) > N_FORMULA;
  g_autofree char *beginning =
      g_utf8_substring (formula, 0, MIN (g_utf8_strlen (formula, -1), N_FORMULA));
  g_print ("\n公式 =%s%s\n取用：\n", beginning, is_long ? "……" : "");
  for (guint i = 0; i < explained->sources->len; i++)
    report_source (g_ptr_array_index (explained->sources, i), 1);
}

static void
report_feed (const Telling *telling, YlTextTable *table, const YlFeed *feed)
{
  g_autofree char *places = join_places (telling->job, feed->key);
  g_autofree char *part = yl_figure_to_text (feed->unit, feed->part);
  g_autofree char *whole = yl_figure_to_text (feed->unit, feed->whole);
  yl_text_table_add (table, (const char *[]){ feed->name, part, whole, places });
}

static gboolean
is_of_table (const YlFeed *feed)
{
  return strchr (feed->key, '[') != NULL;
}

static void
report_how_fed (const YlFeed *feed)
{
  if (feed->how[0] != '\0')
    g_print ("注：%s：%s。\n", feed->name, feed->how);
}

static void
report_feeds (const Telling *telling, const GArray *feeds)
{
  const gboolean is_short = !telling->is_all && feeds->len > N_FEEDS;
  guint n_untold = 0;
  if (feeds->len == 0)
    return;
  g_autoptr (YlTextTable) table =
      yl_text_table_new ("lrrl", (const char *[]){ "数", "其中", "全数", "所在单元格" });
  g_print ("\n进入下列各数：\n");
  for (guint i = 0; i < feeds->len; i++)
    if (is_short && is_of_table (&g_array_index (feeds, YlFeed, i)))
      n_untold++;
    else
      report_feed (telling, table, &g_array_index (feeds, YlFeed, i));
  yl_text_table_print (table);
  if (n_untold > 0)
    g_print ("另进入各乡镇、管养单位、标段的 %u 个数，加 --all 全部列出。\n", n_untold);
  for (guint i = 0; i < feeds->len; i++)
    report_how_fed (&g_array_index (feeds, YlFeed, i));
}

static void
report_proof (const YlDerivation *figure)
{
  const YlDerivation *first = NULL;
  if (!yl_explain_holds (figure, &first))
    g_print ("注意：“%s”与列出的各项对不上，请把本程序的版本和这个工作簿报告给维护者。\n",
             first->name);
}

/* The sections of a road stand in the table of the first figure already. */
static guint
count_told (const YlExplained *explained)
{
  const GPtrArray *figures = explained->figures;
  const YlDerivation *first = figures->len == 0 ? NULL : g_ptr_array_index (figures, 0);
  return first != NULL && first->key[0] == '\0' ? 1 : figures->len;
}

void
yl_explain_text_print (const YlExplainJob *job, const YlExplained *explained, gboolean is_all)
{
  const Telling telling = { job, job->made->budget, is_all };
  const GPtrArray *figures = explained->figures;
  const guint n = is_all ? figures->len : count_told (explained);
  if (job->workbook == NULL)
    yl_choices_print (job->made->list->choices, "");
  g_print ("%s\n", explained->title);
  if (explained->left_out != NULL)
    g_print ("%s\n", explained->left_out);
  if (explained->cell != NULL)
    report_cell (explained->cell, figures->len == 0 ? NULL : g_ptr_array_index (figures, 0));
  for (guint i = 0; i < n; i++)
    {
      g_print ("\n");
      report_figure (&telling, g_ptr_array_index (figures, i), 0, "");
      report_proof (g_ptr_array_index (figures, i));
    }
  report_sources (explained);
  if (n < figures->len)
    g_print ("（加 --all 逐个路段说明里程和标准的来历。）\n");
  report_feeds (&telling, explained->feeds);
}
