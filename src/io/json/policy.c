#include "yanglu/io/json/policy.h"

#include "yanglu/domain/policy-group.h"

static void
add_head (YlJsonSink *json, const YlPolicyHead *head)
{
  yl_json_text (json, "id", head->id);
  yl_json_text (json, "title", head->title);
  yl_json_text (json, "document", head->document);
  yl_json_date (json, "issued", head->issued);
  yl_json_date (json, "effective_from", head->effective_from);
  yl_json_date (json, "effective_to", head->effective_to);
  yl_json_text (json, "part_year", yl_part_year_get_key (head->part_year));
  yl_json_texts (json, "area", head->area);
  yl_json_text (json, "base", head->base);
  yl_json_boolean (json, "verified", head->verified);
  yl_json_text (json, "sha256", head->sha256);
}

/* What the number of a value counts; NULL when it counts nothing. */
static const char *
get_unit (const YlPolicyValue *value)
{
  const YlPolicyKey key = yl_policy_group_get_key_of (value->group, value->key);
  if (key.kind == YL_POLICY_DAYS)
    return "days";
  if (key.unit == YL_FIGURE_NONE)
    return NULL;
  /* The format has always called a rate per bridge so. */
  return key.unit == YL_FIGURE_FEN_PER_BRIDGE ? "fen" : yl_figure_unit_get_key (key.unit);
}

static void
add_value (YlJsonSink *json, const YlPolicyValue *value)
{
  const char *unit = get_unit (value);
  yl_json_begin (json, NULL);
  yl_json_text (json, "group", yl_policy_group_get_key (value->group));
  yl_json_text (json, "area", value->area);
  yl_json_text (json, "key", value->key_name);
  yl_json_number_or_null (json, "value", unit != NULL, value->value);
  yl_json_text (json, "unit", unit);
  yl_json_text (json, "written", value->shown);
  yl_json_text (json, "policy", value->policy_id);
  yl_json_text (json, "document", value->document);
  yl_json_text (json, "clause", value->clause);
  yl_json_boolean (json, "verified", value->verified);
  yl_json_date (json, "effective_from", value->effective_from);
  yl_json_date (json, "effective_to", value->effective_to);
  yl_json_end (json);
}

void
yl_json_write_policy (YlJsonSink *json, const YlPolicy *policy)
{
  gsize n_values = 0;
  const YlPolicyValue *values = yl_policy_get_values (policy, &n_values);
  yl_json_begin (json, NULL);
  yl_json_text (json, "schema", "yanglu.policy/1");
  add_head (json, yl_policy_get_head (policy));
  yl_json_begin_list (json, "values");
  for (gsize i = 0; i < n_values; i++)
    add_value (json, &values[i]);
  yl_json_end (json);
  yl_json_end (json);
}

void
yl_json_write_policies (YlJsonSink *json, const GPtrArray *policies)
{
  yl_json_begin (json, NULL);
  yl_json_text (json, "schema", "yanglu.policies/1");
  yl_json_begin_list (json, "policies");
  for (guint i = 0; i < policies->len; i++)
    {
      yl_json_begin (json, NULL);
      add_head (json, yl_policy_get_head (g_ptr_array_index (policies, i)));
      yl_json_end (json);
    }
  yl_json_end (json);
  yl_json_end (json);
}
