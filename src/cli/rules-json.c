#include "rules-print-private.h"

#include "yanglu/cli/json.h"

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
add_limits (JsonBuilder *builder, const YlRule *rule)
{
  json_builder_set_member_name (builder, "limits");
  json_builder_begin_array (builder);
  for (guint i = 0; i < YL_N_LIMITS; i++)
    {
      if (!yl_rule_has_limit (rule->code, (YlLimit) i))
        continue;
      json_builder_begin_object (builder);
      yl_json_text (builder, "key", yl_limit_get_key ((YlLimit) i));
      yl_json_number (builder, "value", rule->limits[i]);
      yl_json_text (builder, "unit", get_unit ((YlLimit) i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_bands (JsonBuilder *builder, const YlRuleSet *rules)
{
  guint n_bands = 0;
  const YlGradeBand *bands = yl_rule_set_get_bands (rules, &n_bands);
  json_builder_set_member_name (builder, "bands");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_bands; i++)
    {
      json_builder_begin_object (builder);
      yl_json_text (builder, "name", bands[i].name);
      yl_json_number (builder, "low_thousandths", bands[i].low);
      yl_json_number (builder, "high_thousandths", bands[i].high);
      yl_json_number (builder, "pay_ppm", bands[i].pay_ppm);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_rule (JsonBuilder *builder, const YlRuleSet *rules, YlCode code)
{
  const YlRule *rule = yl_rule_set_get (rules, code);
  json_builder_begin_object (builder);
  yl_json_text (builder, "code", yl_code_get_name (code));
  yl_json_text (builder, "title", yl_code_get_title (code));
  json_builder_set_member_name (builder, "enabled");
  json_builder_add_boolean_value (builder, rule->is_enabled);
  yl_json_text (builder, "severity", yl_severity_get_key (rule->severity));
  yl_json_text (builder, "basis", rule->basis);
  yl_json_text (builder, "note", rule->note);
  add_limits (builder, rule);
  if (code == YL_C07)
    add_bands (builder, rules);
  json_builder_end_object (builder);
}

void
yl_rules_json_print (const YlRuleSet *rules, guint code)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  json_builder_begin_object (builder);
  yl_json_text (builder, "schema", "yanglu.rules/1");
  json_builder_set_member_name (builder, "rules");
  json_builder_begin_array (builder);
  for (guint i = 0; i < YL_N_CODES; i++)
    if (code == YL_N_CODES || code == i)
      add_rule (builder, rules, (YlCode) i);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  yl_json_print (builder);
}
