#pragma once

#include "book-private.h"
#include "book-references-private.h"

G_BEGIN_DECLS

/* The formulas of a line of demand; NULL where the line has no such figure. */
typedef struct
{
  const char *count;
  const char *length;
  const char *rate;
  const char *amount;
} YlDemandFormulas;

/** yl_demand_formulas_make: from the tables that @line adds up; texts live as long as @book. */
YlDemandFormulas yl_demand_formulas_make (YlBook *book, const YlDemandLine *line);

G_END_DECLS
