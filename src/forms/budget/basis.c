#include "book-private.h"

#include "yanglu/domain/policy-group.h"

/* 标准依据: every value of the policy with the document and clause it comes from; the cells that
 * everything multiplies. */

enum
{
  ORDINAL,
  GROUP,
  ITEM,
  VALUE,
  UNIT,
  HAS_RATE,
  DOCUMENT,
  CLAUSE,
  POLICY,
  VERIFIED,
  N_COLUMNS,
};

static const YlTableColumn columns[N_COLUMNS] = {
  [ORDINAL] = { .name = "ordinal", .head = "序号", .width = 6 },
  [GROUP] = { .name = "group", .head = "类别", .width = 20 },
  [ITEM] = { .name = "item", .head = "项目", .width = 24 },
  [VALUE] = { .name = "value", .head = "数值", .width = 14 },
  [UNIT] = { .name = "unit", .head = "单位", .width = 14 },
  [HAS_RATE] = { .name = "has_rate",
                 .head = "是否计费\n（1 是 0 否）",
                 .width = 13,
                 .formula = "IF({value}=\"\",0,1)" },
  [DOCUMENT] = { .name = "document", .head = "依据文件", .width = 24 },
  [CLAUSE] = { .name = "clause", .head = "条款", .width = 14 },
  [POLICY] = { .name = "policy", .head = "政策编号", .width = 16 },
  [VERIFIED] = { .name = "verified", .head = "核对", .width = 9 },
};

static void
write_value (YlBook *book, YlSheet *sheet, YlFigureUnit unit, const YlPolicyValue *value)
{
  yl_sheet_set_style (sheet, YL_STYLE_INPUT);
  if (value == NULL)
    yl_sheet_blank_number (sheet, VALUE, YL_MEASURE_FEN);
  else if (unit == YL_FIGURE_NONE)
    {
      g_autofree char *text = yl_policy_value_to_text (value);
      yl_sheet_set_style (sheet, YL_STYLE_BODY);
      yl_sheet_label (sheet, VALUE, text);
    }
  else
    {
      const YlMeasure measure = unit == YL_FIGURE_PPM ? YL_MEASURE_PPM : YL_MEASURE_FEN;
      g_autofree char *key = yl_policy_value_to_figure_key (value);
      yl_sheet_number (sheet, VALUE, measure, value->value);
      yl_sheet_map_cell (sheet, VALUE, measure, key);
      const char *cell = yl_ranges_cell (book->texts, sheet, VALUE, yl_sheet_get_row (sheet));
      g_hash_table_insert (book->value_cells, (gpointer) value, (gpointer) cell);
    }
  yl_sheet_set_style (sheet, YL_STYLE_BODY);
}

static void
write_origin (YlSheet *sheet, const YlPolicyValue *value)
{
  yl_sheet_text (sheet, DOCUMENT, value == NULL ? "（政策未规定，按 0 计）" : value->document);
  yl_sheet_text (sheet, CLAUSE, value == NULL ? "" : value->clause);
  yl_sheet_label (sheet, POLICY, value == NULL ? "" : value->policy_id);
  const char *verified = value != NULL && value->verified ? "已核" : "待核";
  yl_sheet_label (sheet, VERIFIED, value == NULL ? "" : verified);
}

static void
write_row (YlBook *book,
           const YlTable *table,
           YlPolicyGroup group,
           const YlPolicyKey *key,
           const YlPolicyValue *value)
{
  const YlFigureUnit unit = key->unit;
  YlSheet *sheet = yl_table_get_sheet (table);
  const guint32 row = yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  const char *area = value == NULL ? "" : value->area;
  const char *title = yl_policy_group_get_title (group);
  g_autofree char *group_name =
      area[0] == '\0' ? g_strdup (title) : g_strdup_printf ("%s（%s）", title, area);
  yl_sheet_ordinal (sheet, ORDINAL, row - yl_sheet_get_first_row (sheet) + 1);
  yl_sheet_text (sheet, GROUP, group_name);
  yl_sheet_text (sheet, ITEM, key->name);
  write_value (book, sheet, unit, value);
  yl_sheet_label (sheet, UNIT, yl_figure_unit_get_name (unit));
  if (group == YL_GROUP_DAILY_RATE)
    {
      g_autofree char *has_rate = g_strdup_printf ("policy.daily-rate.%s.has_rate", key->key);
      yl_sheet_formula (sheet, HAS_RATE, YL_MEASURE_NUMBER, yl_table_get_formula (table, HAS_RATE),
                        value != NULL);
      yl_sheet_map_cell (sheet, HAS_RATE, YL_MEASURE_NUMBER, has_rate);
    }
  else
    yl_sheet_blank (sheet, HAS_RATE);
  write_origin (sheet, value);
}

/* A vertical table of all keys of the general group, those without a value empty: what formulas
 * look up. */
static void
write_table (
    YlBook *book, const YlTable *table, YlPolicyGroup group, const char *items, const char *values)
{
  const guint n_keys = yl_policy_group_get_n_keys (group);
  YlSheet *sheet = yl_table_get_sheet (table);
  const guint32 first = yl_sheet_get_row (sheet) + 1;
  for (guint i = 0; i < n_keys; i++)
    {
      const YlPolicyKey key = yl_policy_group_get_nth_key (group, i);
      write_row (book, table, group, &key, yl_policy_find (book->policy, group, "", key.number));
    }
  const YlPart rows = { sheet, first, first + n_keys - 1 };
  yl_form_define (book->form, items, yl_ranges_rows (book->texts, &rows, ITEM));
  yl_form_define (book->form, values, yl_ranges_rows (book->texts, &rows, VALUE));
  if (group == YL_GROUP_DAILY_RATE)
    yl_form_define (book->form, YL_NAME_HAS_RATE, yl_ranges_rows (book->texts, &rows, HAS_RATE));
}

static void
define_rates (YlBook *book, const YlTable *table)
{
  YlSheet *sheet = yl_table_get_sheet (table);
  const guint32 first = yl_sheet_get_first_row (sheet);
  for (guint kind = 0; kind < YL_N_RATES; kind++)
    {
      g_autofree char *name = g_strconcat (yl_rate_kind_get_name (kind), "标准", NULL);
      yl_form_define (book->form, name, yl_ranges_cell (book->texts, sheet, VALUE, first + kind));
    }
}

static void
write_others (YlBook *book, const YlTable *table)
{
  gsize n = 0;
  const YlPolicyValue *values = yl_policy_get_values (book->policy, &n);
  for (gsize i = 0; i < n; i++)
    {
      const YlPolicyKey key = yl_policy_group_get_key_of (values[i].group, values[i].key);
      if (!g_hash_table_contains (book->value_cells, &values[i]))
        write_row (book, table, values[i].group, &key, &values[i]);
    }
}

static void
write_head (YlBook *book, YlSheet *sheet)
{
  const YlPolicyHead *head = yl_policy_get_head (book->policy);
  g_autofree char *issued = yl_date_to_chinese (head->issued);
  g_autofree char *from = yl_date_to_chinese (head->effective_from);
  g_autofree char *to = yl_date_to_chinese (head->effective_to);
  g_autofree char *text = g_strdup_printf (
      "执行政策：《%s》（%s，%s印发；自%s起施行%s%s）%s。政策文本指纹（SHA-256）：%s", head->title,
      head->document, issued, from, to[0] == '\0' ? "" : "，至", to,
      head->verified ? "" : "，文本待核", head->sha256);
  yl_sheet_note (sheet, text);
  yl_sheet_note (
      sheet,
      "说明：浅黄色单元格是各表共同引用的标准，改动后全部工作表随之重算；标准留空表示政策未规"
      "定，里程照列、金额为零。“待核”表示政策原文尚未核对。");
}

static void
fill (YlBook *book, YlTable *table)
{
  write_table (book, table, YL_GROUP_DAILY_RATE, YL_NAME_KINDS, YL_NAME_RATES);
  define_rates (book, table);
  if (yl_policy_has_group (book->policy, YL_GROUP_BRIDGE_RATE))
    write_table (book, table, YL_GROUP_BRIDGE_RATE, YL_NAME_SIZES, YL_NAME_SIZE_RATES);
  if (yl_policy_has_group (book->policy, YL_GROUP_BRIDGE_RATE_PER_METRE))
    write_table (book, table, YL_GROUP_BRIDGE_RATE_PER_METRE, YL_NAME_BRIDGE_CLASSES,
                 YL_NAME_METRE_RATES);
  write_others (book, table);
  write_head (book, yl_table_get_sheet (table));
}

const YlBookTab yl_tab_basis = {
  .form = { .name = "标准依据", .title = "农村公路养护预算标准依据表" },
  .table = "basis",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .fill = fill,
};

const char *
yl_book_value_cell (YlBook *book, const YlPolicyValue *value)
{
  const char *cell = value == NULL ? NULL : g_hash_table_lookup (book->value_cells, value);
  return cell == NULL ? "0" : cell;
}
