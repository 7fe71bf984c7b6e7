#include "figures-private.h"

#include <string.h>

#define ROWS "[*]" /* one row of a table each */

/* From the row to the total: the order in which a road's figures are told. */
const YlFigureTable *const yl_figure_tables[YL_N_FIGURE_TABLES] = {
  &yl_figures_of_sums,    &yl_figures_of_payers, &yl_figures_of_daily, &yl_figures_of_demand,
  &yl_figures_of_sources, &yl_figures_of_tables, &yl_figures_of_land,  &yl_figures_of_rows,
};

YlFigureView
yl_figure_view (const YlBudget *budget)
{
  const char *code = yl_budget_get_entity (budget)->code;
  YlFigureView view = {
    .budget = budget,
    .figures = yl_budget_get_figures (budget),
    .entry = yl_budget_get_entry (budget),
    .policy = yl_budget_get_policy (budget),
    .inventory = yl_budget_get_inventory (budget),
    .area = code == NULL ? "" : code,
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

gboolean
yl_figure_is_there (const YlFigureAt *at)
{
  for (guint i = 0; i < YL_MAX_OVER; i++)
    if (!yl_over_has (at->view, at->figure->over[i], at->of[i])
        || (at->figure->only[i] != 0 && at->figure->only[i] != at->of[i] + 1))
      return FALSE;
  return (at->figure->when == NULL || at->figure->when (at))
         && (!at->figure->needs_whole || yl_figure_has_whole (at));
}

gboolean
yl_figure_settle (YlFigureAt *at)
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

/* @key with stars; the figure is %NULL when there is none of @members. */
static YlFigureAt
find_at (const YlFigureView *view, const char *key, YlMembers members)
{
  YlFigureAt at = { view, yl_figure_find (key), { members.of[0], members.of[1] } };
  yl_figure_settle (&at);
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
yl_figure_get_title (const YlBudget *budget, const char *key, YlMembers members)
{
  const YlFigureView view = yl_figure_view (budget);
  const YlFigureAt at = find_at (&view, key, members);
  g_return_val_if_fail (at.figure != NULL, g_strdup (""));
  return yl_figure_fill (&at, at.figure->title);
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
