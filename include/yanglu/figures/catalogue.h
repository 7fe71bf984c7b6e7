#pragma once

#include "yanglu/domain/budget.h"
#include "yanglu/domain/derivation.h"
#include "yanglu/figures/over.h"

G_BEGIN_DECLS

/* The catalogue: one row for each figure that a budget has, told nowhere else. A key has a star for
 * each thing that the figure ranges over; one figure of a budget has the key of that thing, or its
 * number from 1, in the place of the star: "townships[*].*_fen", "townships[3].county_fen". */

/** A figure that others follow from. What it ranges over and they do not is taken one and all. */
typedef struct
{
  const char *key; /* with stars, or of one figure; a minus before it subtracts */
  guint8 each;     /* YlEach: which of them, where not all */
  guint8 look;     /* YlTermLook */
} YlTerm;
#define YL_MAX_TERMS 3

/** A budget while its figures are looked at. */
typedef struct _YlFigureView YlFigureView;
typedef struct _YlFigure YlFigure;

/** One figure of a budget. */
typedef struct
{
  const YlFigureView *view;
  const YlFigure *figure;
  guint of[YL_MAX_OVER];
} YlFigureAt;

/** YlFigure: a row of the catalogue. What is not told is none. */
struct _YlFigure
{
  const char *key;
  const char *title; /* Chinese; * is the name of the last it ranges over, *1 of the first, *=
                        the title of the figure it is the same as */
  YlFigureUnit unit;
  YlOver over[YL_MAX_OVER];
  guint which; /* for the functions below that rows share: the basis, method, group … of this row */
  const char *label; /* a shorter title, where a table says the rest */

  /* Of rows with one key, the first that holds is the figure. */
  guint8 only[YL_MAX_OVER]; /* one more than the only member that it is of; 0: of all */
  gboolean (*when) (const YlFigureAt *at);

  /* Where calc keeps it; a figure that calc does not keep is what it follows from. */
  gint64 (*get) (const YlFigureAt *at);
  gsize offset;

  /* How it follows: from other figures; else from roads and bridges; from the policy. */
  YlStep step;
  YlTerm terms[YL_MAX_TERMS];
  gboolean needs_whole; /* a ratio that is no figure where the whole is nothing */
  gboolean has_roads;
  gboolean has_bridges;
  gsize roads;   /* in YlRoadAdds */
  gsize bridges; /* in YlBridgeAdds */
  const YlPolicyValue *(*value) (const YlFigureAt *at);

  /* In words, stars as in the title; and where the policy has no such value. */
  const char *how;
  const char *how_without;
  const YlPolicyValue *(*basis) (const YlFigureAt *at);
  void (*report) (const YlFigureAt *at, YlDerivation *node);
  const char *moves; /* what a change of it is measured by; of the same as it */
  gboolean is_inner; /* stands behind another figure only, in no cell */
};

/** yl_figure_find: (nullable): the first row of the catalogue with @key, stars and all. */
const YlFigure *yl_figure_find (const char *key);

/** yl_figure_find_column: (nullable): the figure that the rows of a table show in the column @name,
 * which is its key without the number: "townships.county_fen". */
const YlFigure *yl_figure_find_column (const char *name);

/** yl_figure_get_rows: what each row of that table is; %YL_OVER_ALL: @name is no column of a table. */
YlOver yl_figure_get_rows (const char *name);

/** yl_figure_get_key: (transfer full): of one figure: "townships[3].county_fen". */
char *yl_figure_get_key (const YlBudget *budget, const char *key, YlMembers members);

/** yl_figure_get_title: (transfer full) (nullable): what the figure or value of the policy with the whole
 * @key is called, and in @out_unit (optional) (out) its unit; %NULL: there is none. */
char *yl_figure_get_title (const YlBudget *budget, const char *key, YlFigureUnit *out_unit);

/** yl_figure_get_units: what the figure @key comes to, in its unit. */
gint64 yl_figure_get_units (const YlBudget *budget, const char *key, YlMembers members);

/** yl_figure_find_moved: (transfer full) (nullable): the figure by which a change of what has @key,
 * a value of the policy or of an entry, is measured; %NULL: by none but itself. */
char *yl_figure_find_moved (const YlBudget *budget, const char *key);

/** yl_figure_each: calls @visit for every figure that @budget has, by its own key. */
void yl_figure_each (const YlBudget *budget,
                     void (*visit) (const YlFigure *figure, const char *key, gpointer data),
                     gpointer data);

G_END_DECLS
