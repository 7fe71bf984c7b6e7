#include "yanglu/io/json/rules.h"

static const char *
get_unit (YlLimit limit)
{
  switch (yl_limit_get_form (limit))
    {
    case YL_LIMIT_IN_YUAN:
      return "fen";
    case YL_LIMIT_IN_PERCENT:
      return "ppm";
    case YL_LIMIT_IN_KM:
      return "m";
    case YL_LIMIT_IN_NUMBERS:
    default:
      return "count";
    }
}

static void
add_limits (YlJsonSink *json, const YlRule *rule)
{
  yl_json_begin_list (json, "limits");
  for (guint i = 0; i < YL_N_LIMITS; i++)
    {
      if (!yl_rule_has_limit (rule->code, (YlLimit) i))
        continue;
      yl_json_begin (json, NULL);
      yl_json_text (json, "key", yl_limit_get_key ((YlLimit) i));
      yl_json_number (json, "value", rule->limits[i]);
      yl_json_text (json, "unit", get_unit ((YlLimit) i));
      yl_json_end (json);
    }
  yl_json_end (json);
}

static void
add_bands (YlJsonSink *json, const YlRuleSet *rules)
{
  guint n_bands = 0;
  const YlGradeBand *bands = yl_rule_set_get_bands (rules, &n_bands);
  yl_json_begin_list (json, "bands");
  for (guint i = 0; i < n_bands; i++)
    {
      yl_json_begin (json, NULL);
      yl_json_text (json, "name", bands[i].name);
      yl_json_number (json, "low_thousandths", bands[i].low);
      yl_json_number (json, "high_thousandths", bands[i].high);
      yl_json_number (json, "pay_ppm", bands[i].pay_ppm);
      yl_json_end (json);
    }
  yl_json_end (json);
}

static void
add_rule (YlJsonSink *json, const YlRuleSet *rules, YlCode code)
{
  const YlRule *rule = yl_rule_set_get (rules, code);
  yl_json_begin (json, NULL);
  yl_json_text (json, "code", yl_code_get_name (code));
  yl_json_text (json, "title", yl_code_get_title (code));
  yl_json_boolean (json, "enabled", rule->is_enabled);
  yl_json_text (json, "severity", yl_severity_get_key (rule->severity));
  yl_json_text (json, "basis", rule->basis);
  yl_json_text (json, "note", rule->note);
  add_limits (json, rule);
  if (code == YL_C07)
    add_bands (json, rules);
  yl_json_end (json);
}

void
yl_json_write_rules (YlJsonSink *json, const YlRuleSet *rules, guint code)
{
  yl_json_begin (json, NULL);
  yl_json_text (json, "schema", "yanglu.rules/1");
  yl_json_begin_list (json, "rules");
  for (guint i = 0; i < YL_N_CODES; i++)
    if (code == YL_N_CODES || code == i)
      add_rule (json, rules, (YlCode) i);
  yl_json_end (json);
  yl_json_end (json);
}
