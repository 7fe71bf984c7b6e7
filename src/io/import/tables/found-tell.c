#include "found-private.h"

#include "yanglu/domain/cell-place.h"

#include <string.h>

/* Cells of a sheet without tables that E01 shows. */
#define N_SEEN 12

static const char *
name_meaning (YlFoundMeaning meaning)
{
  static const char *const names[] = { "",         "乡镇或单位", "路线",    "类别", "数量",
                                       "里程",     "标准",       "金额",    "占比", "大写金额",
                                       "路线长度", "起点桩号",   "止点桩号" };
  return names[meaning];
}

static const char *
name_unit (const YlFoundColumn *column)
{
  if (column->meaning == YL_FOUND_LENGTH || column->meaning >= YL_FOUND_LISTED)
    return column->unit == 1000 ? "公里" : "米";
  if (column->meaning != YL_FOUND_AMOUNT && column->meaning != YL_FOUND_RATE)
    return "";
  const gboolean is_rate = column->meaning == YL_FOUND_RATE;
  switch (column->unit)
    {
    case 100:
      return is_rate ? "元/公里" : "元";
    case 100000:
      return is_rate ? "千元/公里" : "千元";
    case 1000000:
      return is_rate ? "万元/公里" : "万元";
    default:
      return is_rate ? "亿元/公里" : "亿元";
    }
}

static void
append_column (GString *text, const YlFoundColumn *column)
{
  char letters[YL_COLUMN_LETTERS];
  yl_column_to_letters (column->column, letters);
  const YlFoundMeaning meaning = (YlFoundMeaning) column->meaning;
  g_string_append_printf (text, "；%s 列“%s”为", letters, column->head);
  if (found_is_value (meaning) && column->rate != YL_FOUND_ALL_CLASSES)
    g_string_append (text, yl_rate_kind_get_name ((YlRateKind) column->rate));
  if (column->payer_after != 0)
    g_string_append_printf (text, "%s承担的",
                            yl_payer_get_name ((YlPayer) (column->payer_after - 1)));
  if (meaning == YL_FOUND_AMOUNT && column->purpose != YL_N_PURPOSES)
    g_string_append (text, yl_purpose_get_name ((YlPurpose) column->purpose));
  g_string_append (text, name_meaning (meaning));
  const char *unit = name_unit (column);
  if (unit[0] != '\0')
    g_string_append_printf (text, "（%s%s）", unit,
                            column->is_guessed     ? "，表头未写明，待与数字对照"
                            : column->is_unit_said ? ""
                                                   : "，表中未注明单位，按通常单位读");
}

/* Columns that were not understood are named together: a person must know what is not checked. */
static void
append_passed (GString *text, const YlFoundTable *table)
{
  guint n = 0;
  for (guint i = 0; i < table->columns->len; i++)
    {
      const YlFoundColumn *column = yl_found_table_get_column (table, i);
      if (column->meaning != YL_FOUND_OTHER || column->head[0] == '\0')
        continue;
      g_string_append_printf (text, "%s“%s”", n++ == 0 ? "；不参加核对的列：" : "、", column->head);
    }
}

void
found_report_table (FoundReading *reading, const YlFoundTable *table)
{
  guint n_items = 0;
  guint n_sums = 0;
  for (guint i = 0; i < table->rows->len; i++)
    {
      const YlFoundRow *row = yl_found_table_get_row (table, i);
      n_items += row->kind == YL_FOUND_ROW_ITEM ? 1 : 0;
      n_sums += row->kind == YL_FOUND_ROW_SUBTOTAL || row->kind == YL_FOUND_ROW_TOTAL ? 1 : 0;
    }
  g_autofree char *what =
      g_strdup_printf ("工作表“%s”表头到第 %u 行的表", table->sheet, table->head_row);
  g_autoptr (GString) taken = g_string_new ("");
  g_string_append_printf (taken, "手工编制的预算表：%u 行明细、%u 行小计或合计", n_items, n_sums);
  for (guint i = 0; i < table->columns->len; i++)
    {
      const YlFoundColumn *column = yl_found_table_get_column (table, i);
      if (column->meaning != YL_FOUND_OTHER)
        append_column (taken, column);
    }
  append_passed (taken, table);
  yl_audit_add_reading (reading->audit, what, taken->str);
  if (table->pool.row == 0)
    return;
  g_autofree char *yuan = yl_money_to_grouped ((YlMoney){ table->pool.fen });
  g_autofree char *pool = g_strdup_printf ("待分配的资金总额 %s 元：“%s”", yuan, table->pool.text);
  yl_audit_add_reading (reading->audit, what, pool);
}

void
found_report_limit (FoundReading *reading, const char *sheet, guint32 row, const char *what)
{
  g_autofree char *message = g_strdup_printf ("工作表“%s”超出可读的范围：%s", sheet, what);
  const YlFinding finding = {
    .code = YL_E08,
    .severity = yl_code_get_severity (YL_E08),
    .file = reading->budget->file,
    .sheet = sheet,
    .row = row,
    .message = message,
  };
  yl_findings_add (reading->audit->findings, &finding);
}

void
found_report_nothing (FoundReading *reading)
{
  g_autoptr (GString) seen = g_string_new ("");
  guint n_seen = 0;
  for (guint i = 0; i < reading->workbook->sheets->len; i++)
    {
      const YlWorksheet *sheet = g_ptr_array_index (reading->workbook->sheets, i);
      for (guint k = 0; k < sheet->cells->len && n_seen < N_SEEN; k++)
        {
          const YlCell *cell = &g_array_index (sheet->cells, YlCell, k);
          const char *text = yl_workbook_get_text (reading->workbook, cell->value);
          if (cell->content != YL_CONTENT_TEXT || strlen (text) > 100)
            continue;
          g_string_append_printf (seen, "%s%s", n_seen++ == 0 ? "" : "、", text);
        }
    }
  g_autofree char *message = g_strdup_printf (
      "没有找到可以核对的预算表：表头应有乡镇、路线或类别，以及里程或金额；文件中见到的文字有：%s",
      n_seen == 0 ? "（无）" : seen->str);
  const YlFinding finding = {
    .code = YL_E01,
    .severity = yl_code_get_severity (YL_E01),
    .file = reading->budget->file,
    .seen = seen->str,
    .expected = "乡镇、路线或类别，以及里程或金额",
    .message = message,
  };
  yl_findings_add (reading->audit->findings, &finding);
}
