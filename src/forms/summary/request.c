/* What sheets ask of the request. */
#include "summary-private.h"

char *
yl_summary_name (const YlSummaryBook *book)
{
  return g_strdup_printf ("%u年%s", book->request->year,
                          book->request->roll_up->is_of_city ? "全市" : "");
}

char *
yl_summary_title (const YlSummaryBook *book, const char *what)
{
  g_autofree char *name = yl_summary_name (book);
  return g_strconcat (name, "农村公路养护", what, NULL);
}

const YlRollUpUnit *
yl_summary_get_unit (const YlSummaryBook *book, guint index)
{
  return &g_array_index (book->request->roll_up->units, YlRollUpUnit, index);
}
