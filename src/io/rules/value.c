#include "value-private.h"

#include "yanglu/base/money.h"

#include <string.h>

#define MAX_NUMBER 10000
/* Lengths of a county in a year. */
#define MAX_METRES ((gint64) 1000000000)
/* A grade may pay more than the allotment, but not ten times it. */
#define MAX_PAY_PPM (10 * YL_SHARE_WHOLE)
/* Thousandths of a point: a full mark is 100 in practice, 1000 at most. */
#define MAX_SCORE ((gint64) 1000000)
#define MAX_BANDS 20

typedef struct
{
  guint n_decimals;
  gint64 least;
  gint64 most;
  const char *form; /* what it should be */
} Bounds;

static const Bounds bounds[] = {
  [YL_LIMIT_IN_YUAN] = { 2, 0, YL_MONEY_MAX_FEN, "应为以元为单位的数，最多两位小数，例如 1000" },
  [YL_LIMIT_IN_PERCENT] = { 4, 0, 10 * YL_SHARE_WHOLE, "应为百分数的数值，例如 20，不写 % 号" },
  [YL_LIMIT_IN_KM] = { 3, 0, MAX_METRES, "应为公里数，最多三位小数，例如 1.5" },
  [YL_LIMIT_IN_NUMBERS] = { 0, 1, MAX_NUMBER, "应为 1 至 10000 的整数" },
};
G_STATIC_ASSERT (G_N_ELEMENTS (bounds) == YL_N_LIMIT_FORMS);

static gboolean
parse_decimal (YlText text, const Bounds *in, gint64 *out_value)
{
  gint64 value = 0;
  gint32 lost = 0;
  if (yl_decimal_parse (text, in->n_decimals, in->most, &value, &lost) != YL_DECIMAL_OK || lost != 0
      || value < in->least)
    return FALSE;
  *out_value = value;
  return TRUE;
}

const char *
yl_rules_parse_limit (YlLimit limit, const char *text, gint64 *out_value)
{
  const Bounds *in = &bounds[yl_limit_get_form (limit)];
  return parse_decimal (yl_text_of (text), in, out_value) ? NULL : in->form;
}

const char *
yl_rules_parse_switch (const char *text, gboolean *out_is_on)
{
  const gboolean is_on = strcmp (text, "true") == 0;
  if (!is_on && strcmp (text, "false") != 0)
    return "应为 true 或 false";
  *out_is_on = is_on;
  return NULL;
}

const char *
yl_rules_parse_severity (const char *text, YlSeverity *out_severity)
{
  for (guint i = YL_SEVERITY_ERROR; i <= YL_SEVERITY_INFO; i++)
    if (strcmp (text, yl_severity_get_key ((YlSeverity) i)) == 0)
      {
        *out_severity = (YlSeverity) i;
        return NULL;
      }
  return "应为 error（错误）、warning（警告）或 info（提示）";
}

/* "优:90-100:105" */
static gboolean
parse_band (YlRuleSet *set, const char *text, YlGradeBand *out_band)
{
  static const Bounds score = { 3, 0, MAX_SCORE, NULL };
  static const Bounds pay = { 4, 0, MAX_PAY_PPM, NULL };
  g_auto (GStrv) parts = g_strsplit (text, ":", 4);
  if (g_strv_length (parts) != 3 || yl_text_is_blank (yl_text_of (parts[0])))
    return FALSE;
  g_auto (GStrv) ends = g_strsplit (parts[1], "-", 3);
  YlGradeBand band = { 0 };
  if (g_strv_length (ends) != 2 || !parse_decimal (yl_text_of (ends[0]), &score, &band.low)
      || !parse_decimal (yl_text_of (ends[1]), &score, &band.high)
      || !parse_decimal (yl_text_of (parts[2]), &pay, &band.pay_ppm) || band.low > band.high)
    return FALSE;
  g_autofree char *name = yl_text_dup (yl_text_trim (yl_text_of (parts[0])));
  band.name = yl_rule_set_keep (set, name);
  *out_band = band;
  return TRUE;
}

const char *
yl_rules_parse_bands (YlRuleSet *set, const char *text, GArray *bands)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", MAX_BANDS + 1);
  if (g_strv_length (parts) < 2 || g_strv_length (parts) > MAX_BANDS)
    return "应有 2 至 20 档，用半角逗号隔开";
  for (guint i = 0; parts[i] != NULL; i++)
    {
      YlGradeBand band;
      if (!parse_band (set, parts[i], &band))
        return "每档应写成“等级:最低分-最高分:拨付百分比”，例如 优:90-100:105，都用半角符号";
      const gint64 above = i == 0 ? G_MAXINT64 : g_array_index (bands, YlGradeBand, i - 1).low;
      g_array_append_val (bands, band);
      if (band.high >= above)
        return "各档应从高到低写，分数不能重叠";
    }
  return NULL;
}
