#include "yanglu/audit/lists/row-check.h"

#include "yanglu/calc/counted.h"

/* Rows that a finding of many rows names one by one. */
#define N_NAMED 10

/* Class roads always have a rate or the policy has none for a whole class; these three kinds are
 * the ones that policies leave out. */
gboolean
yl_row_is_unpaid (const YlRateTable *rates, const YlRoad *road)
{
  /* Nearly every road ends here. */
  if (road->road_class != YL_CLASS_SPECIAL && !(road->flags & (YL_ROAD_URBAN | YL_ROAD_TRACK)))
    return FALSE;
  const YlRateKind kind = yl_counted_get_rate_kind (road);
  return kind >= YL_RATE_SPECIAL && !rates->has_rate[kind] && yl_counted_get_m (road) > 0;
}

G_STATIC_ASSERT (YL_RATE_SPECIAL < YL_RATE_URBAN && YL_RATE_SPECIAL < YL_RATE_TRACK
                 && YL_RATE_SPECIAL > YL_RATE_VILLAGE);

static const char *
get_column (YlRateKind kind)
{
  return kind == YL_RATE_URBAN ? "城管路段" : "行政等级";
}

void
yl_row_check_unpaid (const YlRowCheck *check)
{
  if (!yl_findings_would_keep (check->findings, YL_A08))
    {
      yl_findings_count (check->findings, YL_A08, YL_SEVERITY_WARNING);
      return;
    }
  const YlRateKind kind = yl_counted_get_rate_kind (check->road);
  const char *name = yl_rate_kind_get_name (kind);
  g_autofree char *km = yl_length_to_km ((YlLength){ yl_counted_get_m (check->road) });
  g_autofree char *message =
      g_strdup_printf ("%s %s 公里计入里程，但政策没有这一类的标准，按 0 元计", name, km);
  yl_row_check_report (check,
                       (YlFinding){
                           .code = YL_A08,
                           .severity = YL_SEVERITY_WARNING,
                           .column = get_column (kind),
                           .seen = name,
                           .message = message,
                       },
                       (YlMoney){ 0 });
}

/* The unpaid rows of one table and kind. */
typedef struct
{
  gint64 n_rows;
  gint64 length_m;
  guint32 first_row;
  GString *rows; /* (nullable): "12、15、18" */
} Unpaid;

static void
add_row (Unpaid *unpaid, const YlRoad *road)
{
  if (unpaid->rows == NULL)
    {
      unpaid->rows = g_string_new (NULL);
      unpaid->first_row = road->row;
    }
  if (unpaid->n_rows < N_NAMED)
    g_string_append_printf (unpaid->rows, "%s%u", unpaid->n_rows == 0 ? "" : "、", road->row);
  unpaid->n_rows++;
  unpaid->length_m += yl_counted_get_m (road);
}

static void
report_unpaid (const Unpaid *unpaid, const YlOrigin *origin, YlRateKind kind, YlFindings *findings)
{
  const char *name = yl_rate_kind_get_name (kind);
  g_autofree char *km = yl_length_to_km ((YlLength){ unpaid->length_m });
  g_autofree char *message = g_strdup_printf (
      "%s共 %" G_GINT64_FORMAT
      " 行、%s 公里计入里程，但政策没有这一类的标准，按 0 元计；所在行：%s%s",
      name, unpaid->n_rows, km, unpaid->rows->str, unpaid->n_rows > N_NAMED ? " 等" : "");
  yl_findings_add (findings, &(YlFinding){
                                 .code = YL_A08,
                                 .severity = YL_SEVERITY_WARNING,
                                 .file = origin->file,
                                 .sheet = origin->sheet,
                                 .row = unpaid->first_row,
                                 .column = get_column (kind),
                                 .seen = name,
                                 .message = message,
                                 .is_priced = TRUE,
                             });
}

void
yl_list_check_unpaid (const YlInventory *inventory,
                      const YlRowContext *context,
                      YlFindings *findings)
{
  const guint n_origins = yl_inventory_get_n_origins (inventory);
  const gsize n_roads = yl_inventory_get_n_roads (inventory);
  g_autofree Unpaid *unpaid = g_new0 (Unpaid, (gsize) n_origins * YL_N_RATES);
  for (gsize i = 0; i < n_roads; i++)
    {
      const YlRoad *road = yl_inventory_get_road (inventory, i);
      if (yl_row_is_unpaid (context->rates, road))
        add_row (&unpaid[road->origin * YL_N_RATES + yl_counted_get_rate_kind (road)], road);
    }
  for (gsize i = 0; i < (gsize) n_origins * YL_N_RATES; i++)
    if (unpaid[i].rows != NULL)
      {
        const guint origin = (guint) (i / YL_N_RATES);
        report_unpaid (&unpaid[i], yl_inventory_get_origin (inventory, origin),
                       (YlRateKind) (i % YL_N_RATES), findings);
        g_string_free (unpaid[i].rows, TRUE);
      }
}
