#include "ledger-order-private.h"

static gint
compare_entries (gconstpointer a, gconstpointer b, gpointer data)
{
  const guint first = *(const guint *) a;
  const guint second = *(const guint *) b;
  const guint32 first_day = yl_ledger_get (data, first)->date.yyyymmdd;
  const guint32 second_day = yl_ledger_get (data, second)->date.yyyymmdd;
  if (first_day != second_day)
    return first_day < second_day ? -1 : 1;
  return first < second ? -1 : first > second;
}

guint *
yl_ledger_order_new (const YlLedger *ledger, YlDate date, guint *out_n)
{
  guint *order = g_new (guint, ledger->entries->len + 1);
  guint n = 0;
  for (guint i = 0; i < ledger->entries->len; i++)
    if (yl_ledger_get (ledger, i)->date.yyyymmdd <= date.yyyymmdd)
      order[n++] = i;
  g_qsort_with_data (order, (gint) n, sizeof *order, compare_entries, (gpointer) ledger);
  *out_n = n;
  return order;
}
