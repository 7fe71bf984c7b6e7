#include "yanglu/app/budget/list-choices.h"

#include "yanglu/app/intake.h"
#include "yanglu/calc/price.h"

/* What some rows of the list come to. */
typedef struct
{
  guint64 n;
  gint64 counted_m;
  gint64 amount_fen;
} Rows;

typedef gboolean (*IsOne) (const YlRoad *road, guint32 county);

static Rows
add_up (const YlListJob *job, const YlRateTable *rates, IsOne is_one)
{
  const char *code = job->entity->code;
  const guint32 county = code == NULL ? 0 : (guint32) g_ascii_strtoull (code, NULL, 10);
  Rows rows = { 0 };
  for (gsize i = 0; i < yl_inventory_get_n_roads (job->inventory); i++)
    {
      const YlRoad *road = yl_inventory_get_road (job->inventory, i);
      YlRoadWorking working;
      if (!is_one (road, county) || !yl_road_price (rates, road, &working))
        continue;
      rows.n++;
      rows.counted_m += working.counted_m;
      rows.amount_fen += working.amount_fen;
    }
  return rows;
}

static void
tell_rows (
    YlListJob *job, const YlRateTable *rates, IsOne is_one, const char *what, const char *why)
{
  const Rows rows = add_up (job, rates, is_one);
  if (rows.n == 0)
    return;
  g_autofree char *km = yl_decimal_format (rows.counted_m, 3, TRUE);
  g_autofree char *yuan = yl_money_to_grouped ((YlMoney){ rows.amount_fen });
  g_autofree char *chosen =
      g_strdup_printf ("%" G_GUINT64_FORMAT " 行，计入 %s 公里，%s 元", rows.n, km, yuan);
  yl_choices_add (job->choices, what, chosen, why);
}

static gboolean
has_no_township (const YlRoad *road, guint32 county)
{
  (void) county;
  return road->township == 0 && road->township_code == 0;
}

static gboolean
is_of_another_county (const YlRoad *road, guint32 county)
{
  return county != 0 && road->county_code != 0 && road->county_code != county;
}

/* "，如为县道 100.00 元、乡道 50.00 元": what the metres would be paid as each class that has a rate. */
static char *
price_by_class (const YlRateTable *rates, gint64 length_m)
{
  GString *text = g_string_new (NULL);
  for (guint kind = YL_RATE_COUNTY; kind <= YL_RATE_SPECIAL; kind++)
    {
      YlMoney amount = { 0 };
      if (!rates->has_rate[kind]
          || !yl_money_for_length ((YlLength){ length_m }, rates->rate[kind], &amount))
        continue;
      g_autofree char *yuan = yl_money_to_grouped (amount);
      g_string_append_printf (text, "%s%s %s 元", text->len == 0 ? "，如为" : "、",
                              yl_rate_kind_get_name ((YlRateKind) kind), yuan);
    }
  return g_string_free (text, FALSE);
}

static void
tell_left_out (YlListJob *job, const YlRateTable *rates)
{
  guint64 n = 0;
  guint64 n_measured = 0;
  gint64 length_m = 0;
  for (guint i = 0; i < job->intake->tables->len; i++)
    {
      const YlIntakeTable *table = g_ptr_array_index (job->intake->tables, i);
      n += table->n_left_out;
      n_measured += table->n_left_out_measured;
      length_m += table->left_out_m;
    }
  if (n == 0)
    return;
  g_autofree char *km = yl_decimal_format (length_m, 3, TRUE);
  g_autofree char *priced = price_by_class (rates, length_m);
  g_autofree char *measured = g_strdup_printf (
      "，其中 %" G_GUINT64_FORMAT " 行写明里程，共 %s 公里%s", n_measured, km, priced);
  g_autofree char *chosen =
      g_strdup_printf ("%" G_GUINT64_FORMAT " 行%s", n, n_measured == 0 ? "" : measured);
  yl_choices_add (job->choices, "未计入的行", chosen, "读不出行政等级或里程，逐行列在问题中");
}

void
yl_list_job_tell (YlListJob *job)
{
  YlRateTable rates;
  yl_rate_table_init (&rates, job->policy);
  yl_intake_tell (job->intake, job->choices);
  tell_left_out (job, &rates);
  tell_rows (job, &rates, has_no_township, "没有乡镇的行", "照常计入，列在未注明乡镇下");
  tell_rows (job, &rates, is_of_another_county, "外县的行", "代码属于别的县，照常计入，见问题 A07");
}
