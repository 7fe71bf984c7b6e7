#include "yanglu/audit/lists/row-check.h"

#include "yanglu/calc/counted.h"

/* Metres of a difference as people read them: whole metres below a kilometre. */
static char *
show_difference (gint64 length_m)
{
  if (length_m < 1000)
    return g_strdup_printf ("%" G_GINT64_FORMAT " 米", length_m);
  g_autofree char *km = yl_length_to_km ((YlLength){ length_m });
  return g_strdup_printf ("%s 公里", km);
}

static char *
describe_length (const YlRowCheck *check, gint64 by_stakes_m, YlMoney at_stake)
{
  const YlRoad *road = check->road;
  const gint64 difference_m = (gint64) road->length_m - ABS (by_stakes_m);
  g_autofree char *length = yl_length_to_km ((YlLength){ road->length_m });
  g_autofree char *start = yl_length_to_km ((YlLength){ road->start_m });
  g_autofree char *end = yl_length_to_km ((YlLength){ road->end_m });
  g_autofree char *difference = show_difference (ABS (difference_m));
  g_autofree char *yuan = yl_money_to_grouped (at_stake);
  if (difference_m == 0)
    return g_strdup_printf (
        "止点桩号 %s 小于起点桩号 %s，里程 %s 公里与两者之差的大小一致；金额不受影响，"
        "请把起点和止点对调",
        end, start, length);
  g_autofree char *expected = yl_length_to_km ((YlLength){ ABS (by_stakes_m) });
  g_autofree char *effect = at_stake.fen == 0
                                ? g_strdup ("这一行不计付，金额不受影响")
                                : g_strdup_printf ("仍按里程计入，若以桩号为准则%s %s 元",
                                                   difference_m > 0 ? "少" : "多", yuan);
  return g_strdup_printf (
      "里程 %s 公里，但止点桩号 %s 减起点桩号 %s 为 %s%s 公里，相差 %s，且没有注明断链；"
      "%s；请核对里程和桩号，或在“断链”列注明",
      length, end, start, by_stakes_m < 0 ? "-" : "", expected, difference, effect);
}

void
yl_row_check_length (const YlRowCheck *check)
{
  if (!yl_findings_would_keep (check->findings, YL_A03))
    {
      yl_findings_count (check->findings, YL_A03, YL_SEVERITY_ERROR);
      return;
    }
  const YlRoad *road = check->road;
  const gint64 by_stakes_m = (gint64) road->end_m - road->start_m;
  const gint64 difference_m = ABS ((gint64) road->length_m - ABS (by_stakes_m));
  const gboolean is_counted = yl_counted_get_m (road) == road->length_m;
  const YlMoney at_stake =
      yl_row_check_price (check->context->rates, road, is_counted ? difference_m : 0);
  g_autofree char *seen = yl_length_to_km ((YlLength){ road->length_m });
  g_autofree char *expected = yl_length_to_km ((YlLength){ by_stakes_m });
  g_autofree char *message = describe_length (check, by_stakes_m, at_stake);
  yl_row_check_report (check,
                       (YlFinding){
                           .code = YL_A03,
                           .severity = YL_SEVERITY_ERROR,
                           .column = "里程",
                           .seen = seen,
                           .expected = expected,
                           .message = message,
                       },
                       at_stake);
}

/* One half of A09: @part_m of @part_name is more than the @whole_m that can be. */
static void
report_excess (const YlRowCheck *check,
               const char *part_name,
               gint64 part_m,
               const char *whole_name,
               gint64 whole_m)
{
  const YlMoney at_stake =
      yl_row_check_price (check->context->rates, check->road, part_m - whole_m);
  g_autofree char *seen = yl_length_to_km ((YlLength){ part_m });
  g_autofree char *expected = yl_length_to_km ((YlLength){ whole_m });
  g_autofree char *excess = show_difference (part_m - whole_m);
  g_autofree char *yuan = yl_money_to_grouped (at_stake);
  g_autofree char *message = g_strdup_printf (
      "%s %s 公里大于%s %s 公里，多出 %s，按标准合 %s 元；请核对后改为不大于 %s 公里", part_name,
      seen, whole_name, expected, excess, yuan, expected);
  yl_row_check_report (check,
                       (YlFinding){
                           .code = YL_A09,
                           .severity = YL_SEVERITY_WARNING,
                           .column = part_name,
                           .seen = seen,
                           .expected = expected,
                           .message = message,
                       },
                       at_stake);
}

void
yl_row_check_listed (const YlRowCheck *check)
{
  if (!yl_findings_would_keep (check->findings, YL_A09))
    {
      yl_findings_count (check->findings, YL_A09, YL_SEVERITY_WARNING);
      return;
    }
  const YlRoad *road = check->road;
  const guint32 counted_m = yl_counted_get_m (road);
  const guint32 maintained_m = yl_counted_get_maintained_m (road);
  if (maintained_m != YL_METRES_UNKNOWN && maintained_m > counted_m)
    report_excess (check, "列养里程", maintained_m, "计入里程", counted_m);
  if (road->subsidised_m != YL_METRES_UNKNOWN && road->subsidised_m > road->length_m)
    report_excess (check, "补助养护里程", road->subsidised_m, "里程", road->length_m);
}
