#include "yanglu/cli/paying-json.h"

#include "yanglu/cli/json.h"

static void
add_date (JsonBuilder *builder, const char *key, YlDate date)
{
  g_autofree char *iso = yl_date_to_iso (date);
  yl_json_text (builder, key, iso);
}

static void
add_idle (JsonBuilder *builder, const gint64 *idle_fen)
{
  yl_json_number (builder, "idle_up_to_one_year_fen", idle_fen[YL_IDLE_UP_TO_ONE_YEAR]);
  yl_json_number (builder, "idle_over_one_year_fen", idle_fen[YL_IDLE_OVER_ONE_YEAR]);
  yl_json_number (builder, "idle_over_two_years_fen", idle_fen[YL_IDLE_OVER_TWO_YEARS]);
}

static void
add_payee (JsonBuilder *builder, const YlPayeePaying *payee)
{
  json_builder_begin_object (builder);
  yl_json_text (builder, "name", payee->name);
  yl_json_text (builder, "written", payee->written);
  yl_json_text (builder, "match", yl_party_match_get_key (payee->match));
  yl_json_text (builder, "purpose", yl_purpose_get_key ((YlPurpose) payee->purpose));
  yl_json_number_or_null (builder, "allotted_fen", payee->is_known, payee->allotted_fen);
  yl_json_number (builder, "paid_fen", payee->paid_fen);
  yl_json_number (builder, "carried_fen", payee->carried_fen);
  yl_json_number_or_null (builder, "rest_fen", payee->is_known,
                          payee->allotted_fen - payee->paid_fen);
  json_builder_end_object (builder);
}

static void
add_source (JsonBuilder *builder, const YlSourcePaying *source)
{
  json_builder_begin_object (builder);
  add_date (builder, "date", source->date);
  yl_json_text (builder, "from", source->party);
  yl_json_text (builder, "document", source->document);
  yl_json_text (builder, "use", source->use);
  yl_json_number (builder, "row", source->row);
  add_date (builder, "due", source->due);
  yl_json_number (builder, "received_fen", source->received_fen);
  yl_json_number (builder, "passed_on_fen", source->passed_on_fen);
  yl_json_number (builder, "late_fen", source->late_fen);
  add_idle (builder, source->idle_fen);
  json_builder_end_object (builder);
}

static void
add_day (JsonBuilder *builder, const YlPayingDay *day)
{
  json_builder_begin_object (builder);
  add_date (builder, "date", day->date);
  yl_json_number (builder, "share_ppm", day->share_ppm);
  yl_json_number (builder, "required_fen", day->required_fen);
  yl_json_number (builder, "paid_fen", day->paid_fen);
  yl_json_text (builder, "basis", day->basis);
  json_builder_end_object (builder);
}

void
yl_paying_json_add (JsonBuilder *builder, const YlPaying *paying)
{
  json_builder_set_member_name (builder, "paying");
  if (paying == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  add_date (builder, "date", paying->date);
  yl_json_number (builder, "received_fen", paying->received_fen);
  yl_json_number (builder, "ahead_fen", paying->ahead_fen);
  yl_json_number (builder, "paid_fen", paying->paid_fen);
  yl_json_number (builder, "unspent_fen", paying->unspent_fen);
  add_idle (builder, paying->idle_fen);
  json_builder_set_member_name (builder, "payees");
  json_builder_begin_array (builder);
  for (guint i = 0; i < paying->payees->len; i++)
    add_payee (builder, yl_paying_get_payee (paying, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "sources");
  json_builder_begin_array (builder);
  for (guint i = 0; i < paying->sources->len; i++)
    add_source (builder, yl_paying_get_source (paying, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "calendar");
  json_builder_begin_array (builder);
  for (guint i = 0; i < paying->days->len; i++)
    add_day (builder, yl_paying_get_day (paying, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}
