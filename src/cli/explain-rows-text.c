#include "yanglu/cli/explain-rows-text.h"

#include "yanglu/base/money.h"
#include "yanglu/cli/text-table.h"

#define N_ROWS 20

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
      yl_policy_find (yl_budget_get_policy (budget), YL_GROUP_DAILY_RATE, "", working->rate);
  return rate == NULL ? g_strdup ("—") : yl_money_to_grouped ((YlMoney){ rate->value });
}

static void
add_road (const YlBudget *budget,
          const YlDerivation *figure,
          const YlDerivationRow *row,
          YlTextTable *table)
{
  const YlInventory *inventory = yl_budget_get_inventory (budget);
  const YlRoad *road = yl_inventory_get_road (inventory, row->index);
  const YlRoadWorking *working = yl_budget_get_road_working (budget, row->index);
  g_autofree char *number = g_strdup_printf ("%u", row->index + 1);
  g_autofree char *counted = yl_length_to_km ((YlLength){ working->counted_m });
  g_autofree char *paid = yl_length_to_km ((YlLength){ working->paid_m });
  g_autofree char *rate = rate_of (budget, working);
  g_autofree char *units = row->left_out == YL_LEFT_IN
                               ? yl_figure_to_text (figure->unit, row->units)
                               : g_strdup (yl_left_out_get_name ((YlLeftOut) row->left_out));
  g_autofree char *line = g_strdup_printf ("%u", road->row);
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
  const GArray *bridges = yl_budget_get_entry (budget)->bridges;
  const YlBridge *bridge = &g_array_index (bridges, YlBridge, row->index);
  g_autofree char *number = g_strdup_printf ("%u", row->index + 1);
  g_autofree char *length = g_strdup_printf ("%" G_GINT64_FORMAT " 米", bridge->length.m);
  g_autofree char *units = yl_figure_to_text (figure->unit, row->units);
  g_autofree char *line = g_strdup_printf ("%u", bridge->row);
  yl_text_table_add (table,
                     (const char *[]){ number, or_dash (bridge->code), or_dash (bridge->name),
                                       or_dash (bridge->township),
                                       bridge->size < YL_N_BRIDGE_SIZES
                                           ? yl_bridge_size_get_name ((YlBridgeSize) bridge->size)
                                           : "桥梁",
                                       length, "", "", units, line });
}

static void
indent (guint depth)
{
  g_print ("%*s", (int) (2 * depth), "");
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
  static const YlAlign alignments[] = { YL_ALIGN_RIGHT, YL_ALIGN_LEFT,  YL_ALIGN_LEFT,
                                        YL_ALIGN_LEFT,  YL_ALIGN_LEFT,  YL_ALIGN_RIGHT,
                                        YL_ALIGN_RIGHT, YL_ALIGN_RIGHT, YL_ALIGN_RIGHT,
                                        YL_ALIGN_RIGHT };
  g_autoptr (YlTextTable) table = yl_text_table_new (alignments, G_N_ELEMENTS (alignments));
  yl_text_table_add (table, (const char *[]){ "序号", "编码", "名称", "乡镇", "等级", "计入公里",
                                              "计费公里", "元/公里",
                                              is_left_out ? "原因" : "计入本数", "台账行" });
  yl_text_table_add_line (table);
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
  g_print ("%*s%s %u 个：\n", (int) (2 * depth), "", is_left_out ? "没有计入的路段" : "逐一列出",
           n);
  print_table (budget, figure, is_left_out, n_most);
  if (n > n_most)
    {
      indent (depth);
      g_print ("其余 %u 个没有列出，加 --all 全部列出。\n", n - n_most);
    }
}

void
yl_explain_rows_print (const YlBudget *budget,
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
