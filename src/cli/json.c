#include "yanglu/cli/json.h"

void
yl_json_text (JsonBuilder *builder, const char *key, const char *text)
{
  json_builder_set_member_name (builder, key);
  if (text == NULL || text[0] == '\0')
    json_builder_add_null_value (builder);
  else
    json_builder_add_string_value (builder, text);
}

void
yl_json_text_or_empty (JsonBuilder *builder, const char *key, const char *text)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_string_value (builder, text == NULL ? "" : text);
}

void
yl_json_number (JsonBuilder *builder, const char *key, gint64 number)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_int_value (builder, number);
}

void
yl_json_number_or_null (JsonBuilder *builder, const char *key, gboolean is_known, gint64 number)
{
  json_builder_set_member_name (builder, key);
  if (is_known)
    json_builder_add_int_value (builder, number);
  else
    json_builder_add_null_value (builder);
}

char *
yl_json_quote (const char *text)
{
  if (text == NULL || text[0] == '\0')
    return g_strdup ("null");
  GString *quoted = g_string_new ("\"");
  for (const char *at = text; *at != '\0'; at++)
    {
      const guchar byte = (guchar) *at;
      if (byte < 0x20 || byte == 0x7F)
        g_string_append_printf (quoted, "\\u%04x", byte);
      else
        {
          if (byte == '"' || byte == '\\')
            g_string_append_c (quoted, '\\');
          g_string_append_c (quoted, *at);
        }
    }
  g_string_append_c (quoted, '"');
  return g_string_free (quoted, FALSE);
}

static void
add_finding (JsonBuilder *builder, const YlFinding *finding)
{
  json_builder_begin_object (builder);
  yl_json_text (builder, "code", yl_code_get_name (finding->code));
  yl_json_text (builder, "severity", yl_severity_get_key (finding->severity));
  yl_json_text (builder, "file", finding->file);
  yl_json_text (builder, "sheet", finding->sheet);
  yl_json_number_or_null (builder, "row", finding->row != 0, finding->row);
  yl_json_text (builder, "column", finding->column);
  yl_json_text (builder, "message",
                finding->message == NULL ? yl_code_get_title (finding->code) : finding->message);
  yl_json_number_or_null (builder, "at_stake_fen", finding->is_priced, finding->at_stake.fen);
  json_builder_end_object (builder);
}

void
yl_json_findings (JsonBuilder *builder, const YlFindings *findings)
{
  json_builder_set_member_name (builder, "findings");
  json_builder_begin_array (builder);
  for (gsize i = 0; i < yl_findings_get_n (findings); i++)
    add_finding (builder, yl_findings_get (findings, i));
  json_builder_end_array (builder);
}

void
yl_json_print (JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  g_autofree char *text = json_generator_to_data (generator, NULL);
  g_print ("%s\n", text);
}
