#include "yanglu/app/budget/unused-roads.h"

#include "yanglu/app/load.h"

/* Whether two inputs are one file, or copies of one. */
static gboolean
is_same (const YlInput *one, const YlInput *other, gboolean *out_is_same, GError **error)
{
  *out_is_same = FALSE;
  if (yl_input_get_size (one) != yl_input_get_size (other))
    return TRUE;
  g_autoptr (GBytes) bytes = yl_input_load (one, error);
  g_autoptr (GBytes) others = bytes == NULL ? NULL : yl_input_load (other, error);
  if (others == NULL)
    return FALSE;
  *out_is_same = g_bytes_equal (bytes, others);
  return TRUE;
}

gboolean
yl_unused_roads_read (
    YlListJob *job, const GPtrArray *lists, const YlInput *entry, guint32 county, GError **error)
{
  gboolean is_used = FALSE;
  for (guint i = 0; i < lists->len && !is_used; i++)
    if (!is_same (g_ptr_array_index (lists, i), entry, &is_used, error))
      return FALSE;
  if (is_used)
    return TRUE;
  /* What is wrong in rows that do not count is no fault of the budget. */
  g_autoptr (YlFindings) untold = yl_findings_new_counting (0);
  g_autoptr (YlInventory) inventory = yl_inventory_new ();
  const YlLoadContext context = {
    .words = job->words, .places = job->places, .county_code = county, .findings = untold
  };
  YlRoadImportTally tally;
  if (!yl_load_roads (&context, entry, inventory, yl_inventory_get_sink (inventory), &tally, error))
    return FALSE;
  job->unused = g_steal_pointer (&inventory);
  job->n_unused_left_out = tally.n_left_out;
  return TRUE;
}

static void
add_up (const YlInventory *inventory, const YlRateTable *rates, gint64 *out_m, gint64 *out_fen)
{
  for (gsize i = 0; i < yl_inventory_get_n_roads (inventory); i++)
    {
      YlRoadWorking working;
      if (!yl_road_price (rates, yl_inventory_get_road (inventory, i), &working))
        continue;
      *out_m += working.counted_m;
      *out_fen += working.amount_fen;
    }
}

void
yl_unused_roads_tell (YlListJob *job, const YlRateTable *rates)
{
  const gsize n = job->unused == NULL ? 0 : yl_inventory_get_n_roads (job->unused);
  if (n == 0 && job->n_unused_left_out == 0)
    return;
  gint64 counted_m = 0;
  gint64 amount_fen = 0;
  if (n > 0)
    add_up (job->unused, rates, &counted_m, &amount_fen);
  g_autofree char *km = yl_decimal_format (counted_m, 3, TRUE);
  g_autofree char *yuan = yl_money_to_grouped ((YlMoney){ amount_fen });
  g_autoptr (GString) chosen = g_string_new (NULL);
  g_string_append_printf (chosen, "未用：%" G_GSIZE_FORMAT " 行，%s 公里，%s 元", n, km, yuan);
  if (job->n_unused_left_out > 0)
    g_string_append_printf (chosen, "，另有 %" G_GUINT64_FORMAT " 行读不懂",
                            job->n_unused_left_out);
  yl_choices_add (job->choices, "录入表里的" YL_LIST_ROADS, chosen->str,
                  "另给了里程台账，以它为准；要用录入表里的路段，请只给录入表");
}
