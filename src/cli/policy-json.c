#include "policy-print-private.h"

#include "yanglu/cli/json.h"
#include "yanglu/domain/policy-group.h"
#include "yanglu/io/policy/policies.h"

static void
add_date (JsonBuilder *builder, const char *key, YlDate date)
{
  g_autofree char *iso = yl_date_to_iso (date);
  yl_json_text (builder, key, iso);
}

static void
add_boolean (JsonBuilder *builder, const char *key, gboolean is_true)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_boolean_value (builder, is_true);
}

static void
add_head (JsonBuilder *builder, const YlPolicyHead *head)
{
  yl_json_text (builder, "id", head->id);
  yl_json_text (builder, "title", head->title);
  yl_json_text (builder, "document", head->document);
  add_date (builder, "issued", head->issued);
  add_date (builder, "effective_from", head->effective_from);
  add_date (builder, "effective_to", head->effective_to);
  json_builder_set_member_name (builder, "area");
  json_builder_begin_array (builder);
  for (gsize i = 0; head->area[i] != NULL; i++)
    json_builder_add_string_value (builder, head->area[i]);
  json_builder_end_array (builder);
  yl_json_text (builder, "base", head->base);
  add_boolean (builder, "verified", head->verified);
  yl_json_text (builder, "sha256", head->sha256);
}

static void
add_value (JsonBuilder *builder, const YlPolicyValue *value)
{
  const YlPolicyKey key = yl_policy_group_get_key_of (value->group, value->key);
  const char *unit = yl_policy_value_kind_get_unit_key (key.kind);
  json_builder_begin_object (builder);
  yl_json_text (builder, "group", yl_policy_group_get_key (value->group));
  yl_json_text (builder, "area", value->area);
  yl_json_text (builder, "key", value->key_name);
  yl_json_number_or_null (builder, "value", unit != NULL, value->value);
  yl_json_text (builder, "unit", unit);
  yl_json_text (builder, "written", value->shown);
  yl_json_text (builder, "policy", value->policy_id);
  yl_json_text (builder, "document", value->document);
  yl_json_text (builder, "clause", value->clause);
  add_boolean (builder, "verified", value->verified);
  json_builder_end_object (builder);
}

void
yl_policy_json_print (const YlPolicy *policy)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  gsize n_values = 0;
  const YlPolicyValue *values = yl_policy_get_values (policy, &n_values);
  json_builder_begin_object (builder);
  yl_json_text (builder, "schema", "yanglu.policy/1");
  add_head (builder, yl_policy_get_head (policy));
  json_builder_set_member_name (builder, "values");
  json_builder_begin_array (builder);
  for (gsize i = 0; i < n_values; i++)
    add_value (builder, &values[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  yl_json_print (builder);
}

void
yl_policy_json_print_list (const GPtrArray *policies)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  json_builder_begin_object (builder);
  yl_json_text (builder, "schema", "yanglu.policies/1");
  json_builder_set_member_name (builder, "policies");
  json_builder_begin_array (builder);
  for (guint i = 0; i < policies->len; i++)
    {
      json_builder_begin_object (builder);
      add_head (builder, yl_policy_get_head (g_ptr_array_index (policies, i)));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  yl_json_print (builder);
}
