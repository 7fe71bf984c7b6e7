#include "figures-private.h"

#include "yanglu/calc/counted.h"

static YlDerivation *explain (const YlFigureAt *at, YlTermLook look);

static void
add_part (const YlFigureAt *at, const YlTerm *term, gpointer data)
{
  YlDerivation *parent = data;
  if (term->look == YL_TERM_ANY && yl_figure_work (at) == 0)
    return;
  yl_derivation_add (parent, explain (at, term->look), term->key[0] == '-' ? -1 : 1);
}

/* Only what counts or pays leaves roads out that must be told of. */
static gboolean
tells_left_out (const YlFigure *figure)
{
  return figure->has_roads
         && (figure->roads == G_STRUCT_OFFSET (YlRoadAdds, amount_fen)
             || figure->roads == G_STRUCT_OFFSET (YlRoadAdds, mileage.paid_m)
             || figure->roads == G_STRUCT_OFFSET (YlRoadAdds, mileage.counted_m)
             || figure->roads == G_STRUCT_OFFSET (YlRoadAdds, paid_sections));
}

static YlLeftOut
find_reason (const YlFigureView *view, gsize index)
{
  const YlRoad *road = yl_inventory_get_road (view->inventory, index);
  const YlRoadWorking *working = &view->budget->roads[index];
  if (working->paid_m > 0)
    return YL_LEFT_IN; /* at a rate of nothing */
  const YlMark mark = yl_counted_find_mark (road);
  if (mark != YL_MARK_NONE)
    return mark == YL_MARK_DEAD_END ? YL_LEFT_DEAD_END : YL_LEFT_DUPLICATE;
  return working->counted_m == 0 || yl_find_daily_rate (view, working->rate) != NULL
             ? YL_LEFT_NO_METRES
             : YL_LEFT_NO_RATE;
}

static void
add_row (const YlFigureAt *at, const YlDerivationRow *row, gpointer data)
{
  YlDerivationRow told = *row;
  const gboolean is_left_out =
      row->units == 0 && row->kind == YL_ROW_ROAD && tells_left_out (at->figure);
  if (is_left_out)
    told.left_out = (guint8) find_reason (at->view, row->index);
  if (row->units != 0 || is_left_out)
    yl_derivation_add_row (data, &told);
}

static const char *
find_how (const YlFigure *figure, gboolean is_without)
{
  if (is_without && figure->how_without != NULL)
    return figure->how_without;
  if (figure->how != NULL)
    return figure->how;
  if (figure->terms[0].key != NULL || (!figure->has_roads && !figure->has_bridges))
    return "";
  if (!figure->has_roads)
    return "逐座桥梁相加";
  return figure->roads == G_STRUCT_OFFSET (YlRoadAdds, amount_fen)
             ? "每个路段的计费里程 × 标准，各自四舍五入到分后相加"
             : "逐路段相加";
}

/* What it follows from: figures, a value of the policy, else roads and bridges. */
static void
add_parts (const YlFigureAt *at, YlDerivation *node)
{
  yl_figure_visit_terms (at, add_part, node);
  if (at->figure->value != NULL)
    yl_derivation_add (node, yl_explain_policy_value (at->figure->value (at)), 1);
  if (at->figure->terms[0].key == NULL)
    yl_figure_visit_rows (at, add_row, node);
}

static gboolean
is_yearly_rate (YlFigureUnit unit)
{
  return unit == YL_FIGURE_FEN_PER_KM || unit == YL_FIGURE_FEN_PER_BRIDGE
         || unit == YL_FIGURE_FEN_PER_METRE;
}

/* Money by a rate is of the part of the year that the policy pays for. */
static void
take_part (const YlFigureView *view, YlDerivation *node)
{
  const YlYearPart part = yl_policy_get_year_part (view->policy);
  if (part.of == 0 || node->unit != YL_FIGURE_FEN || node->parts->len == 0
      || !is_yearly_rate (yl_derivation_get_part (node, node->parts->len - 1)->unit))
    return;
  node->part = part;
  yl_derivation_note (node, "政策年内只施行一部分，%s：再乘 %u/%u。",
                      yl_part_year_get_name (yl_policy_get_head (view->policy)->part_year), part.n,
                      part.of);
}

static YlDerivation *
explain (const YlFigureAt *at, YlTermLook look)
{
  const gboolean is_keyless = at->figure->is_inner || look == YL_TERM_KEYLESS;
  const gboolean is_without = at->figure->value != NULL && at->figure->value (at) == NULL;
  g_autofree char *key = is_keyless ? g_strdup ("") : yl_figure_make_key (at);
  g_autofree char *name = yl_figure_fill (at, at->figure->title);
  g_autofree char *how = yl_figure_fill (at, find_how (at->figure, is_without));
  YlDerivation *node =
      yl_derivation_new (key, name, at->figure->unit, yl_figure_work (at),
                         is_without || look == YL_TERM_BRIEF ? YL_STEP_STATED : at->figure->step);
  yl_derivation_set_how (node, "%s", how);
  node->basis = at->figure->basis == NULL ? NULL : at->figure->basis (at);
  if (look != YL_TERM_BRIEF && !is_without)
    add_parts (at, node);
  take_part (at->view, node);
  if (at->figure->report != NULL)
    at->figure->report (at, node);
  return node;
}

YlDerivation *
yl_explain_figure (const YlBudget *budget, const char *key)
{
  const YlFigureView view = yl_figure_view (budget);
  YlFigureAt at;
  return yl_figure_read (&view, key, &at) ? explain (&at, YL_TERM_WHOLE)
                                          : yl_explain_policy (&view, key);
}

/* The rates by which the chosen roads are paid, each once, with where it is written. */
static void
note_rates (const YlFigureView *view, const gboolean *is_used, YlDerivation *node)
{
  for (guint kind = 0; kind < YL_N_RATES; kind++)
    {
      const YlPolicyValue *rate = yl_find_daily_rate (view, kind);
      const char *name = yl_rate_kind_get_name ((YlRateKind) kind);
      if (!is_used[kind])
        continue;
      if (rate == NULL)
        {
          yl_derivation_note (node, "政策没有规定%s的标准，列里程、不计费。", name);
          continue;
        }
      g_autofree char *money = yl_money_to_grouped ((YlMoney){ rate->value });
      yl_derivation_note (node, "%s标准 %s 元/公里·年，依据 %s %s%s。", name, money, rate->document,
                          rate->clause, rate->verified ? "" : "（待核）");
    }
}

YlDerivation *
yl_explain_rows (const YlBudget *budget, const GArray *rows, const char *name)
{
  const YlFigureView view = yl_figure_view (budget);
  const YlFigure *amount = yl_figure_find ("daily.standard_fen");
  gboolean is_used[YL_N_RATES] = { FALSE };
  YlDerivation *node = yl_derivation_new ("", name, YL_FIGURE_FEN, 0, YL_STEP_SUM);
  yl_derivation_set_how (node, "每个路段的计费里程 × 标准，各自四舍五入到分后相加");
  for (guint i = 0; i < rows->len; i++)
    {
      const YlDerivationRow *asked = &g_array_index (rows, YlDerivationRow, i);
      YlDerivationRow row = { .index = asked->index, .kind = asked->kind };
      row.units = yl_row_adds (&view, amount, &row);
      if (row.kind == YL_ROW_ROAD && row.units == 0)
        row.left_out = (guint8) find_reason (&view, row.index);
      node->units += row.units;
      yl_derivation_add_row (node, &row);
      if (row.kind == YL_ROW_ROAD)
        is_used[budget->roads[row.index].rate] = TRUE;
    }
  note_rates (&view, is_used, node);
  return node;
}
