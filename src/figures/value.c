#include "figures-private.h"

#include "yanglu/base/ratio.h"

#include <string.h>

/* What a figure comes to: as calc keeps it, else by what it follows from. */

/* Shares and growth that only people read have two decimals of a per cent. */
#define PART_STEPS 10000

typedef struct
{
  const YlFigureAt *at;
  const YlTerm *term;
  YlTermVisit visit;
  gpointer data;
} Visiting;

/* A term over what the figure itself ranges over is of the same; of anything else it is all, or
 * each that the term says. */
static gboolean
is_bound (const Visiting *visiting, YlOver over, guint *out_member)
{
  const YlTerm *term = visiting->term;
  if (over == YL_OVER_ALL || (term->each != 0 && yl_each_get_over (term->each) == over))
    return FALSE;
  for (guint i = 0; i < YL_MAX_OVER; i++)
    if (visiting->at->figure->over[i] == over)
      {
        *out_member = visiting->at->of[i];
        return TRUE;
      }
  return FALSE;
}

static gboolean
takes (const Visiting *visiting, YlOver over, guint member)
{
  const YlTerm *term = visiting->term;
  return yl_over_has (visiting->at->view, over, member)
         && (term->each == YL_EACH_ALL || yl_each_get_over (term->each) != over
             || yl_each_takes (visiting->at, term->each, member));
}

static void
visit_member (const Visiting *visiting, guint star, YlFigureAt part)
{
  if (star == YL_MAX_OVER)
    {
      if (yl_figure_settle (&part))
        visiting->visit (&part, visiting->term, visiting->data);
      return;
    }
  const YlOver over = part.figure->over[star];
  if (is_bound (visiting, over, &part.of[star]))
    {
      visit_member (visiting, star + 1, part);
      return;
    }
  for (guint i = 0; i < yl_over_count (part.view, over); i++)
    if (takes (visiting, over, i))
      {
        part.of[star] = i;
        visit_member (visiting, star + 1, part);
      }
}

void
yl_figure_visit_terms (const YlFigureAt *at, YlTermVisit visit, gpointer data)
{
  for (guint i = 0; i < YL_MAX_TERMS && at->figure->terms[i].key != NULL; i++)
    {
      const YlTerm *term = &at->figure->terms[i];
      const Visiting visiting = { at, term, visit, data };
      const YlFigure *figure = yl_figure_find (term->key + (term->key[0] == '-' ? 1 : 0));
      g_return_if_fail (figure != NULL);
      visit_member (&visiting, 0, (YlFigureAt){ at->view, figure, { 0 } });
    }
}

void
yl_road_get_adds (const YlFigureView *view, gsize road, YlRoadAdds *out_adds)
{
  yl_road_adds_get (&view->rates, view->figures->year,
                    yl_inventory_get_road (view->inventory, road),
                    yl_budget_get_road_working (view->budget, road),
                    yl_budget_get_road_stack (view->budget, road), out_adds);
}

gint64
yl_row_adds (const YlFigureView *view, const YlFigure *figure, const YlDerivationRow *row)
{
  if (row->kind == YL_ROW_ROAD)
    {
      YlRoadAdds adds;
      if (!figure->has_roads)
        return 0;
      yl_road_get_adds (view, row->index, &adds);
      return G_STRUCT_MEMBER (gint64, &adds, figure->roads);
    }
  YlBridgeAdds adds;
  if (!figure->has_bridges)
    return 0;
  yl_bridge_adds_get (view->policy, &g_array_index (view->entry->bridges, YlBridge, row->index),
                      yl_budget_get_bridge_working (view->budget, row->index), &adds);
  return G_STRUCT_MEMBER (gint64, &adds, figure->bridges);
}

gboolean
yl_row_is_of (const YlFigureAt *at, const YlDerivationRow *row)
{
  for (guint i = 0; i < YL_MAX_OVER; i++)
    if (!yl_over_takes_row (at->view, at->figure->over[i], at->of[i], row))
      return FALSE;
  return TRUE;
}

static void
visit_row (const YlFigureAt *at, YlDerivationRow row, YlRowVisit visit, gpointer data)
{
  if (!yl_row_is_of (at, &row))
    return;
  row.units = yl_row_adds (at->view, at->figure, &row);
  visit (at, &row, data);
}

void
yl_figure_visit_rows (const YlFigureAt *at, YlRowVisit visit, gpointer data)
{
  const guint n_roads = at->figure->has_roads ? yl_over_count (at->view, YL_OVER_ROAD) : 0;
  const guint n_bridges = at->figure->has_bridges ? yl_over_count (at->view, YL_OVER_BRIDGE) : 0;
  for (guint i = 0; i < n_roads; i++)
    visit_row (at, (YlDerivationRow){ .index = i, .kind = YL_ROW_ROAD }, visit, data);
  for (guint i = 0; i < n_bridges; i++)
    visit_row (at, (YlDerivationRow){ .index = i, .kind = YL_ROW_BRIDGE }, visit, data);
}

/* What the terms come to: all together, and the first two. */
typedef struct
{
  gint64 sum;
  gint64 of[2];
  guint n;
} Terms;

static void
add_term (const YlFigureAt *at, const YlTerm *term, gpointer data)
{
  Terms *terms = data;
  const gint64 units = yl_figure_work (at);
  terms->sum += term->key[0] == '-' ? -units : units;
  if (terms->n < G_N_ELEMENTS (terms->of))
    terms->of[terms->n] = units;
  terms->n++;
}

static void
add_row (const YlFigureAt *at, const YlDerivationRow *row, gpointer data)
{
  (void) at;
  *(gint64 *) data += row->units;
}

static gint64
multiply (const Terms *terms)
{
  YlMoney product = { 0 };
  yl_money_for_length ((YlLength){ terms->of[0] }, (YlRate){ terms->of[1] }, &product);
  return product.fen;
}

static gint64
divide (const Terms *terms)
{
  gint64 steps = 0;
  if (terms->of[1] <= 0 || !yl_ratio_scale (terms->of[0], PART_STEPS, terms->of[1], &steps))
    return 0;
  return steps * (YL_SHARE_WHOLE / PART_STEPS);
}

static gint64
work_out (const YlFigureAt *at)
{
  Terms terms = { 0 };
  yl_figure_visit_terms (at, add_term, &terms);
  if (at->figure->terms[0].key == NULL)
    yl_figure_visit_rows (at, add_row, &terms.sum);
  switch ((guint) at->figure->step)
    {
    case YL_STEP_AT_LEAST_ZERO:
      return MAX (terms.sum, 0);
    case YL_STEP_SMALLER:
      return MAX (MIN (terms.of[0], terms.of[1]), 0);
    case YL_STEP_PRODUCT:
      return multiply (&terms);
    case YL_STEP_RATIO:
      return divide (&terms);
    case YL_STEP_GIVEN:
    case YL_STEP_POLICY:
    case YL_STEP_STATED:
      return 0;
    default:
      return terms.sum;
    }
}

gboolean
yl_figure_has_whole (const YlFigureAt *at)
{
  Terms terms = { 0 };
  yl_figure_visit_terms (at, add_term, &terms);
  return terms.of[1] > 0;
}

gint64
yl_figure_work (const YlFigureAt *at)
{
  if (at->figure->get != NULL)
    return at->figure->get (at);
  if (at->figure->value == NULL)
    return work_out (at);
  const YlPolicyValue *value = at->figure->value (at);
  return value == NULL ? 0 : value->value;
}
