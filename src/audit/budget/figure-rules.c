#include "yanglu/audit/budget/figure-rules.h"

#define MAX_DECIMALS 4

void
yl_figure_report (const YlFigurePlace *place,
                  YlFinding finding,
                  const YlMoney *at_stake,
                  YlFindings *findings)
{
  finding.file = place->file;
  finding.sheet = place->sheet;
  finding.row = place->row;
  finding.cell = place->cell;
  if (finding.column == NULL)
    finding.column = place->column;
  finding.severity = yl_code_get_severity (finding.code);
  finding.is_priced = at_stake != NULL;
  finding.at_stake = at_stake == NULL ? (YlMoney){ 0 } : *at_stake;
  yl_findings_add (findings, &finding);
}

/* "沙镇镇的" before what is said of it. */
static char *
name_owner (const YlFigurePlace *place)
{
  return place->what == NULL || place->what[0] == '\0' ? g_strdup ("")
                                                       : g_strdup_printf ("“%s”的", place->what);
}

/* One of the last decimal or more beside the true quotient: neither rounded nor cut. */
static gboolean
is_off (gint64 part, gint64 whole, gint64 percent, gint64 scale)
{
  const __int128 stated = (__int128) percent * whole;
  const __int128 true_value = (__int128) part * scale;
  const __int128 off = stated > true_value ? stated - true_value : true_value - stated;
  return off >= whole;
}

static char *
to_percent (gint64 units, guint n_decimals)
{
  g_autofree char *number = yl_decimal_format (units, n_decimals, FALSE);
  return g_strconcat (number, "%", NULL);
}

void
yl_figure_check_percent (const YlFigurePlace *place,
                         gint64 part,
                         gint64 whole,
                         gint64 percent,
                         guint n_decimals,
                         YlFindings *findings)
{
  gint64 scale = 100;
  gint64 rounded = 0;
  g_return_if_fail (n_decimals <= MAX_DECIMALS);
  for (guint i = 0; i < n_decimals; i++)
    scale *= 10;
  if (whole <= 0 || !is_off (part, whole, percent, scale)
      || !yl_ratio_scale (part, scale, whole, &rounded))
    return;
  g_autofree char *owner = name_owner (place);
  g_autofree char *seen = to_percent (percent, n_decimals);
  g_autofree char *expected = to_percent (rounded, n_decimals);
  g_autofree char *message = g_strdup_printf (
      "%s百分比写作 %s，按其分子分母计算应为 %s；请核对百分比及其所取的数", owner, seen, expected);
  yl_figure_report (
      place, (YlFinding){ .code = YL_C02, .seen = seen, .expected = expected, .message = message },
      &(YlMoney){ 0 }, findings);
}

void
yl_figure_check_capital (const YlFigurePlace *place,
                         YlMoney figure,
                         YlMoney capital,
                         const char *text,
                         YlFindings *findings)
{
  if (figure.fen == capital.fen)
    return;
  YlMoney off = { 0 };
  const gboolean is_known = yl_money_add (figure, (YlMoney){ -capital.fen }, &off);
  off.fen = ABS (off.fen);
  g_autofree char *expected = yl_money_to_capital (figure);
  g_autofree char *yuan = yl_money_to_grouped (figure);
  g_autofree char *of_capital = yl_money_to_grouped (capital);
  g_autofree char *difference = yl_money_to_grouped (off);
  g_autofree char *message = g_strdup_printf (
      "大写“%s”是 %s 元，小写是 %s 元，相差 %s 元；两者不一致时票据无效，请按正确的一个改正", text,
      of_capital, yuan, difference);
  yl_figure_report (
      place, (YlFinding){ .code = YL_C05, .seen = text, .expected = expected, .message = message },
      is_known ? &off : NULL, findings);
}

static gboolean
add_up (const YlMoney *parts, gsize n_parts, YlMoney *out_sum)
{
  YlMoney sum = { 0 };
  for (gsize i = 0; i < n_parts; i++)
    if (!yl_money_add (sum, parts[i], &sum))
      return FALSE;
  *out_sum = sum;
  return TRUE;
}

void
yl_figure_check_pool (const YlFigurePlace *place,
                      YlMoney pool,
                      const YlMoney *parts,
                      gsize n_parts,
                      YlMoney tolerance,
                      YlFindings *findings)
{
  YlMoney sum = { 0 };
  YlMoney off = { 0 };
  if (!add_up (parts, n_parts, &sum) || !yl_money_add (sum, (YlMoney){ -pool.fen }, &off)
      || ABS (off.fen) <= tolerance.fen)
    return;
  g_autofree char *owner = name_owner (place);
  g_autofree char *seen = yl_money_to_grouped (sum);
  g_autofree char *expected = yl_money_to_grouped (pool);
  g_autofree char *difference = yl_money_to_grouped ((YlMoney){ ABS (off.fen) });
  g_autofree char *message =
      g_strdup_printf ("%s各项分配合计 %s 元，资金总额为 %s 元，%s %s 元；请核对各项分配数", owner,
                       seen, expected, off.fen > 0 ? "多分" : "少分", difference);
  yl_figure_report (
      place, (YlFinding){ .code = YL_C08, .seen = seen, .expected = expected, .message = message },
      &(YlMoney){ ABS (off.fen) }, findings);
}
