#include "tabs-private.h"

#include "yanglu/domain/policy-group.h"

/* 标准依据: every value of the policy with the document and clause it comes from; the cells that
 * everything multiplies. */

typedef struct
{
  const char *group;
  const char *item;
  YlOwnCell value;
  const char *unit;
  YlOwnCell is_paid; /* has_rate in words */
  YlOwnCell has_rate;
  const char *document;
  const char *clause;
  const char *policy;
  const char *verified;
} Row;

#define AT(of) G_STRUCT_OFFSET (Row, of)
#define HIDDEN_WIDTH 10

static const YlTableColumn older_columns[] = {
  YL_COLUMN_ORDINAL (6),
  YL_COLUMN_TEXT ("group", "类别", 20, AT (group)),
  YL_COLUMN_TEXT ("item", "项目", 24, AT (item)),
  YL_COLUMN_CELL ("value", "数值", 14, AT (value)),
  YL_COLUMN_LABEL ("unit", "单位", 14, AT (unit)),
  { .name = "has_rate",
    .head = "是否计费\n（1 是 0 否）",
    .width = 13,
    .show = YL_CELL_OWN,
    .member = AT (has_rate),
    .formula = "IF({value}=\"\",0,1)" },
  YL_COLUMN_TEXT ("document", "依据文件", 24, AT (document)),
  YL_COLUMN_TEXT ("clause", "条款", 14, AT (clause)),
  YL_COLUMN_LABEL ("policy", "政策编号", 16, AT (policy)),
  YL_COLUMN_LABEL ("verified", "核对", 9, AT (verified)),
};

/* Those that programs read stand behind the others and are not shown. */
static const YlTableColumn columns[] = {
  YL_COLUMN_ORDINAL (5),
  YL_COLUMN_TEXT ("group", "类别", 18, AT (group)),
  YL_COLUMN_TEXT ("item", "项目", 20, AT (item)),
  YL_COLUMN_CELL ("value", "数值", 17, AT (value)),
  YL_COLUMN_LABEL ("unit", "单位", 11, AT (unit)),
  { .name = "is_paid",
    .head = "是否\n计费",
    .width = 8,
    .show = YL_CELL_OWN,
    .member = AT (is_paid),
    .formula = "IF({has_rate}=1,\"是\",\"否\")" },
  YL_COLUMN_TEXT ("document", "依据文件", 26, AT (document)),
  YL_COLUMN_TEXT ("clause", "条款", 13, AT (clause)),
  YL_COLUMN_LABEL ("verified", "核对", 7, AT (verified)),
  { .name = "has_rate",
    .head = "计费系数",
    .width = 0,
    .show = YL_CELL_OWN,
    .member = AT (has_rate),
    .formula = "IF({value}=\"\",0,1)" },
  YL_COLUMN_LABEL ("policy", "政策编号", 0, AT (policy)),
};

/* A value in words is none that others multiply. */
static YlOwnCell
make_value (YlBook *book, YlFigureUnit unit, const YlPolicyValue *value)
{
  const YlMeasure measure = unit == YL_FIGURE_PPM ? YL_MEASURE_PPM : YL_MEASURE_FEN;
  if (value == NULL)
    return yl_own_given (YL_MEASURE_FEN, YL_UNKNOWN, NULL);
  if (unit == YL_FIGURE_NONE)
    return yl_own_label (yl_ranges_keep (book->texts, yl_policy_value_to_text (value)));
  return yl_own_given (measure, value->value,
                       yl_ranges_keep (book->texts, yl_policy_value_to_figure_key (value)));
}

static void
take_origin (const YlPolicyValue *value, Row *row)
{
  const gboolean is_ruled = value != NULL;
  row->document = is_ruled ? value->document : "（政策未规定，按 0 计）";
  row->clause = is_ruled ? value->clause : "";
  row->policy = is_ruled ? value->policy_id : "";
  row->verified = is_ruled ? (value->verified ? "已核" : "待核") : "";
}

static void
write_row (YlBook *book,
           const YlTable *table,
           YlPolicyGroup group,
           const YlPolicyKey *key,
           const YlPolicyValue *value)
{
  const YlSheet *sheet = yl_table_get_sheet (table);
  const char *title = yl_policy_group_get_title (group);
  const gboolean has_area = value != NULL && value->area[0] != '\0';
  Row row = { .group = has_area ? yl_book_print (book, "%s（%s）", title, value->area) : title,
              .item = key->name,
              .value = make_value (book, key->unit, value),
              .unit = yl_figure_unit_get_name (key->unit) };
  if (group == YL_GROUP_DAILY_RATE)
    {
      row.has_rate =
          yl_own_figure (YL_MEASURE_NUMBER, NULL, value != NULL,
                         yl_book_print (book, "policy.daily-rate.%s.has_rate", key->key));
      row.is_paid = yl_own_result (NULL, value != NULL ? "是" : "否");
      row.is_paid.says = "有没有标准：没有的，里程照列、不计费";
    }
  take_origin (value, &row);
  const guint32 at = yl_table_write_row (
      table, yl_sheet_get_row (sheet) + 2 - yl_sheet_get_first_row (sheet), &row);
  if (value != NULL && row.value.kind == YL_CELL_GIVEN)
    g_hash_table_insert (book->value_cells, (gpointer) value,
                         (gpointer) yl_table_get_cell (table, "value", at));
}

static void
define_rows (YlBook *book,
             const YlTable *table,
             const char *name,
             const char *column,
             guint32 first,
             guint n)
{
  const YlPart rows = { yl_table_get_sheet (table), first, first + n - 1, FALSE };
  yl_form_define (book->form, name,
                  yl_ranges_rows (book->texts, &rows, yl_table_find_column (table, column)));
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
  define_rows (book, table, items, "item", first, n_keys);
  define_rows (book, table, values, "value", first, n_keys);
  if (group == YL_GROUP_DAILY_RATE)
    define_rows (book, table, YL_NAME_HAS_RATE, "has_rate", first, n_keys);
}

static void
define_rates (YlBook *book, const YlTable *table)
{
  YlSheet *sheet = yl_table_get_sheet (table);
  const guint32 first = yl_sheet_get_first_row (sheet);
  for (guint kind = 0; kind < YL_N_RATES; kind++)
    {
      g_autofree char *name = g_strconcat (yl_rate_kind_get_name (kind), "标准", NULL);
      yl_form_define (book->form, name, yl_table_get_cell (table, "value", first + kind));
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
  /* The fingerprint stands with the others on 读取说明. */
  const gboolean has_fingerprint = book->edition < 7;
  g_autofree char *text = g_strdup_printf (
      "执行政策：《%s》（%s，%s印发；自%s起施行%s%s）%s。%s%s", head->title, head->document, issued,
      from, to[0] == '\0' ? "" : "，至", to, head->verified ? "" : "，文本待核",
      has_fingerprint ? "政策文本指纹（SHA-256）：" : "", has_fingerprint ? head->sha256 : "");
  yl_sheet_note (sheet, text);
  yl_sheet_note (
      sheet,
      "说明：浅黄色单元格是各表共同引用的标准，改动后全部工作表随之重算；标准留空表示政策未规"
      "定，里程照列、金额为零。“待核”表示政策原文尚未核对。");
}

/* One at a time: a file may not name a column twice, and each has a width of its own. */
static void
hide_column (YlTable *table, const char *column)
{
  const guint16 index = (guint16) yl_table_find_column (table, column);
  yl_sheet_set (yl_table_get_sheet (table), &(YlSheetSetting){ .kind = YL_SETTING_HIDE_COLUMNS,
                                                               .first_column = index,
                                                               .last_column = index,
                                                               .width = HIDDEN_WIDTH });
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
  if (book->edition >= 7)
    {
      hide_column (table, "has_rate");
      hide_column (table, "policy");
    }
}

static const YlBookTab older = {
  .form = { .name = YL_SHEET_BASIS, .title = "农村公路养护预算标准依据表" },
  .table = "basis",
  .columns = older_columns,
  .n_columns = G_N_ELEMENTS (older_columns),
  .fill = fill,
};

const YlBookTab yl_tab_basis = {
  .form = { .name = YL_SHEET_BASIS, .title = "农村公路养护预算标准依据表" },
  .table = "basis",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .fill = fill,
  .since = 7,
  .older = &older,
};

const char *
yl_book_value_cell (YlBook *book, const YlPolicyValue *value)
{
  const char *cell = value == NULL ? NULL : g_hash_table_lookup (book->value_cells, value);
  return cell == NULL ? "0" : cell;
}
