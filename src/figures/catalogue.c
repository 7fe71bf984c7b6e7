#include "figures-private.h"

#include "yanglu/base/ratio.h"

#include <string.h>

#define ROWS "[*]" /* one row of a table each */

/* From the row to the total: the order in which a road's figures are told. */
const YlFigureTable *const yl_figure_tables[] = {
  &yl_figures_of_sums,    &yl_figures_of_payers, &yl_figures_of_daily, &yl_figures_of_demand,
  &yl_figures_of_sources, &yl_figures_of_tables, &yl_figures_of_land,  &yl_figures_of_rows,
};
G_STATIC_ASSERT (G_N_ELEMENTS (yl_figure_tables) == YL_N_FIGURE_TABLES);

YlFigureView
yl_figure_view (const YlBudget *budget)
{
  YlFigureView view = {
    .budget = budget,
    .figures = budget->figures,
    .entry = budget->entry,
    .policy = budget->policy,
    .inventory = budget->inventory,
    .area = budget->place,
  };
  yl_rate_table_init (&view.rates, view.policy);
  return view;
}

const YlFigure *
yl_figure_find (const char *key)
{
  FOR_EACH_FIGURE (row)
    if (row->key[0] == key[0] && strcmp (row->key, key) == 0)
      return row;
  return NULL;
}

/* "townships.county_fen" of "townships[*].*_fen": what stands for the second star is a word. */
static gboolean
is_column (const char *key, const char *name)
{
  const char *rows = strstr (key, ROWS);
  if (rows == NULL || strncmp (key, name, (gsize) (rows - key)) != 0)
    return FALSE;
  name += rows - key;
  for (key = rows + strlen (ROWS); *key != '\0' && *key != '*'; key++)
    if (*key != *name++)
      return FALSE;
  const char *end = name;
  while (*key == '*' && (g_ascii_isalnum (*end) || *end == '-'))
    end++;
  return *key == '\0' ? *name == '\0' : end > name && strcmp (key + 1, end) == 0;
}

const YlFigure *
yl_figure_find_column (const char *name)
{
  FOR_EACH_FIGURE (row)
    if (is_column (row->key, name))
      return row;
  return NULL;
}

YlOver
yl_figure_get_rows (const char *name)
{
  const YlFigure *figure = yl_figure_find_column (name);
  return figure == NULL ? YL_OVER_ALL : figure->over[0];
}

static guint
get_n_over (const YlFigure *figure)
{
  guint n = 0;
  while (n < YL_MAX_OVER && figure->over[n] != YL_OVER_ALL)
    n++;
  return n;
}

/* Whether the second of its terms is above nothing. */
static gboolean has_whole (const YlFigureAt *at);

gboolean
yl_figure_is_there (const YlFigureAt *at)
{
  for (guint i = 0; i < YL_MAX_OVER; i++)
    if (!yl_over_has (at->view, at->figure->over[i], at->of[i])
        || (at->figure->only[i] != 0 && at->figure->only[i] != at->of[i] + 1))
      return FALSE;
  return (at->figure->when == NULL || at->figure->when (at))
         && (!at->figure->needs_whole || has_whole (at));
}

/* Finds, of the rows with the key of @at, the one that holds; FALSE: none. */
static gboolean
settle (YlFigureAt *at)
{
  const YlFigure *first = at->figure;
  if (first == NULL || yl_figure_is_there (at))
    return first != NULL;
  FOR_EACH_FIGURE (row)
    {
      at->figure = row;
      if (row->key[0] == first->key[0] && strcmp (row->key, first->key) == 0
          && yl_figure_is_there (at))
        return TRUE;
    }
  at->figure = NULL;
  return FALSE;
}

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
      if (settle (&part))
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
      const char *key = term->key + (term->key[0] == '-' ? 1 : 0);
      const YlFigure *figure = yl_figure_find (key);
      YlFigureAt one;
      if (figure != NULL)
        visit_member (&visiting, 0, (YlFigureAt){ at->view, figure, { 0 } });
      else if (yl_figure_read (at->view, key, &one))
        visit (&one, term, data);
    }
}

void
yl_road_get_adds (const YlFigureView *view, gsize road, YlRoadAdds *out_adds)
{
  yl_road_adds_get (&view->rates, view->figures->year,
                    yl_inventory_get_road (view->inventory, road), &view->budget->roads[road],
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
                      &view->budget->bridges[row->index], &adds);
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
multiply (const YlFigureAt *at, const Terms *terms)
{
  YlMoney product = { 0 };
  const YlRate rate = { terms->of[1], yl_policy_get_year_part (at->view->policy) };
  yl_money_for_length ((YlLength){ terms->of[0] }, rate, &product);
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
      return multiply (at, &terms);
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

static gboolean
has_whole (const YlFigureAt *at)
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

/* @key with stars; the figure is %NULL when there is none of @members. */
static YlFigureAt
find_at (const YlFigureView *view, const char *key, YlMembers members)
{
  YlFigureAt at = { view, yl_figure_find (key), { members.of[0], members.of[1] } };
  settle (&at);
  return at;
}

static gboolean
read_key (YlFigureAt *at, const char *key)
{
  guint star = 0;
  for (const char *from = at->figure->key; *from != '\0'; from++)
    {
      if (*from == '*')
        {
          if (!yl_over_take (at->view, at->figure->over[star], &key, &at->of[star]))
            return FALSE;
          star++;
        }
      else if (*from != *key++)
        return FALSE;
    }
  return *key == '\0';
}

gboolean
yl_figure_read (const YlFigureView *view, const char *key, YlFigureAt *out_at)
{
  FOR_EACH_FIGURE (row)
    {
      *out_at = (YlFigureAt){ view, row, { 0 } };
      if (!row->is_inner && row->key[0] == key[0] && read_key (out_at, key)
          && yl_figure_is_there (out_at))
        return TRUE;
    }
  return FALSE;
}

char *
yl_figure_make_key (const YlFigureAt *at)
{
  GString *key = g_string_new (NULL);
  guint star = 0;
  for (const char *from = at->figure->key; *from != '\0'; from++)
    {
      if (*from != '*')
        {
          g_string_append_c (key, *from);
          continue;
        }
      g_autofree char *part = yl_over_get_key (at->view, at->figure->over[star], at->of[star]);
      g_string_append (key, part);
      star++;
    }
  return g_string_free (key, FALSE);
}

static void
take_title (const YlFigureAt *at, const YlTerm *term, gpointer data)
{
  char **title = data;
  (void) term;
  g_free (*title);
  *title = yl_figure_fill (at, at->figure->title);
}

char *
yl_figure_fill (const YlFigureAt *at, const char *words)
{
  GString *text = g_string_new (NULL);
  const guint last = MAX (get_n_over (at->figure), 1) - 1;
  for (const char *from = words; *from != '\0'; from++)
    {
      if (*from != '*')
        {
          g_string_append_c (text, *from);
          continue;
        }
      if (from[1] == '=')
        {
          g_autofree char *same = NULL;
          yl_figure_visit_terms (at, take_title, &same);
          g_string_append (text, same);
          from++;
          continue;
        }
      const guint which = from[1] == '1' ? 0 : last;
      from += from[1] == '1' ? 1 : 0;
      g_autofree char *name = yl_over_get_name (at->view, at->figure->over[which], at->of[which]);
      g_string_append (text, name);
    }
  return g_strchug (g_string_free (text, FALSE));
}

char *
yl_figure_get_key (const YlBudget *budget, const char *key, YlMembers members)
{
  const YlFigureView view = yl_figure_view (budget);
  const YlFigureAt at = { &view, yl_figure_find (key), { members.of[0], members.of[1] } };
  return yl_figure_make_key (&at);
}

char *
yl_figure_find_moved (const YlBudget *budget, const char *key)
{
  const YlFigureView view = yl_figure_view (budget);
  YlFigureAt at;
  if (!yl_figure_read (&view, key, &at) || at.figure->moves == NULL)
    return g_strdup (yl_policy_find_moved (&view, key));
  at.figure = yl_figure_find (at.figure->moves);
  return yl_figure_make_key (&at);
}

char *
yl_figure_get_title (const YlBudget *budget, const char *key, YlFigureUnit *out_unit)
{
  const YlFigureView view = yl_figure_view (budget);
  YlFigureAt at;
  const gboolean is_figure = yl_figure_read (&view, key, &at);
  g_autoptr (YlDerivation) value = is_figure ? NULL : yl_explain_policy (&view, key);
  if (!is_figure && value == NULL)
    return NULL;
  if (out_unit != NULL)
    *out_unit = is_figure ? at.figure->unit : value->unit;
  return is_figure ? yl_figure_fill (&at, at.figure->title) : g_strdup (value->name);
}

gint64
yl_figure_get_units (const YlBudget *budget, const char *key, YlMembers members)
{
  const YlFigureView view = yl_figure_view (budget);
  const YlFigureAt at = find_at (&view, key, members);
  g_return_val_if_fail (at.figure != NULL, 0);
  return yl_figure_work (&at);
}

void
yl_figure_each (const YlBudget *budget,
                void (*visit) (const YlFigure *figure, const char *key, gpointer data),
                gpointer data)
{
  const YlFigureView view = yl_figure_view (budget);
  FOR_EACH_FIGURE (row)
    {
      const guint n_first = row->over[0] == YL_OVER_ROW ? 1 : yl_over_count (&view, row->over[0]);
      const guint n_all = row->is_inner ? 0 : n_first * yl_over_count (&view, row->over[1]);
      for (guint i = 0; i < n_all; i++)
        {
          const YlFigureAt at = { &view, row, { i % n_first, i / n_first } };
          g_autofree char *key = yl_figure_is_there (&at) ? yl_figure_make_key (&at) : NULL;
          if (key != NULL)
            visit (row, key, data);
        }
    }
}
