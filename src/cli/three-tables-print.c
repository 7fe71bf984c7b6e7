#include "yanglu/cli/three-tables-print.h"

#include "yanglu/cli/json.h"
#include "yanglu/cli/text-table.h"

static void
add_row (YlTextTable *table, const YlThreeTables *tables, const YlThreeRow *row)
{
  g_autofree char *approved = yl_money_to_grouped ((YlMoney){ row->approved_fen });
  g_autofree char *paid = yl_money_to_grouped ((YlMoney){ row->paid_fen });
  g_autofree char *published = yl_money_to_grouped ((YlMoney){ row->published_fen });
  const char *cells[] = { row->name, row->is_approved ? approved : "—",
                          tables->has_paid ? paid : "—", row->is_published ? published : "—",
                          yl_three_verdict_get_name (row->verdict) };
  yl_text_table_add (table, cells);
}

static void
print_steps (const char *name, gint64 total_fen, const GArray *steps)
{
  g_autofree char *total = yl_money_to_grouped ((YlMoney){ total_fen });
  for (guint i = 0; i < steps->len; i++)
    {
      const YlThreeStep *step = &g_array_index (steps, YlThreeStep, i);
      g_autofree char *amount = yl_money_to_grouped ((YlMoney){ step->amount_fen });
      g_print ("  %18s  %s\n", amount, step->step);
    }
  g_print ("  %18s  %s\n", total, name);
}

void
yl_three_tables_text_print (const YlThreeTables *tables)
{
  static const YlAlign alignments[] = { YL_ALIGN_LEFT, YL_ALIGN_RIGHT, YL_ALIGN_RIGHT,
                                        YL_ALIGN_RIGHT, YL_ALIGN_LEFT };
  static const char *const heads[] = { "对象", "批复（元）", "执行", "公开", "公开的是" };
  g_autoptr (YlTextTable) table = yl_text_table_new (alignments, G_N_ELEMENTS (alignments));
  yl_text_table_add (table, heads);
  yl_text_table_add_line (table);
  for (guint i = 0; i < tables->rows->len; i++)
    add_row (table, tables, yl_three_tables_get_row (tables, i));
  g_print ("\n三表核对：批复、执行、公开\n\n");
  yl_text_table_print (table);
  g_autofree char *approved = yl_money_to_grouped ((YlMoney){ tables->approved_fen });
  g_print ("\n  %18s  批复合计\n", approved);
  if (tables->has_paid)
    print_steps ("执行合计", tables->paid_fen, tables->to_paid);
  print_steps ("公开合计", tables->published_fen, tables->to_published);
}

static void
add_steps (JsonBuilder *builder, const char *key, const GArray *steps)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (guint i = 0; i < steps->len; i++)
    {
      const YlThreeStep *step = &g_array_index (steps, YlThreeStep, i);
      json_builder_begin_object (builder);
      yl_json_text (builder, "step", step->step);
      yl_json_number (builder, "amount_fen", step->amount_fen);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_row_json (JsonBuilder *builder, const YlThreeTables *tables, const YlThreeRow *row)
{
  json_builder_begin_object (builder);
  yl_json_text (builder, "name", row->name);
  yl_json_text (builder, "written", row->written);
  yl_json_text (builder, "match", yl_party_match_get_key (row->match));
  yl_json_text (builder, "purpose", yl_purpose_get_key ((YlPurpose) row->purpose));
  yl_json_number_or_null (builder, "approved_fen", row->is_approved, row->approved_fen);
  yl_json_number_or_null (builder, "paid_fen", tables->has_paid, row->paid_fen);
  yl_json_number_or_null (builder, "published_fen", row->is_published, row->published_fen);
  yl_json_text (builder, "verdict", yl_three_verdict_get_key (row->verdict));
  json_builder_end_object (builder);
}

void
yl_three_tables_json_add (JsonBuilder *builder, const YlThreeTables *tables)
{
  json_builder_set_member_name (builder, "three_tables");
  if (tables == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  yl_json_number (builder, "approved_fen", tables->approved_fen);
  yl_json_number_or_null (builder, "paid_fen", tables->has_paid, tables->paid_fen);
  yl_json_number (builder, "published_fen", tables->published_fen);
  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  for (guint i = 0; i < tables->rows->len; i++)
    add_row_json (builder, tables, yl_three_tables_get_row (tables, i));
  json_builder_end_array (builder);
  add_steps (builder, "approved_to_paid", tables->to_paid);
  add_steps (builder, "to_published", tables->to_published);
  json_builder_end_object (builder);
}
