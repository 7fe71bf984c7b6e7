#include "book-private.h"
#include "book-references-private.h"
#include "book-tabs-private.h"

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

static const YlColumnForm columns[N_COLUMNS] = {
  [ORDINAL] = { "序号", NULL, 6 },       [GROUP] = { "类别", NULL, 20 },
  [ITEM] = { "项目", NULL, 24 },         [VALUE] = { "数值", NULL, 14 },
  [UNIT] = { "单位", NULL, 14 },         [HAS_RATE] = { "是否计费\n（1 是 0 否）", NULL, 13 },
  [DOCUMENT] = { "依据文件", NULL, 24 }, [CLAUSE] = { "条款", NULL, 14 },
  [POLICY] = { "政策编号", NULL, 16 },   [VERIFIED] = { "核对", NULL, 9 },
};

static const char *const group_names[YL_N_POLICY_GROUPS] = {
  [YL_GROUP_DAILY_RATE] = "日常养护标准",
  [YL_GROUP_BRIDGE_RATE] = "桥梁养护标准（按座）",
  [YL_GROUP_BRIDGE_RATE_PER_METRE] = "桥梁养护标准（按米）",
  [YL_GROUP_PAYER_SHARE] = "日常养护分担比例",
  [YL_GROUP_PAYER_RATE_PROVINCE] = "省级承担标准",
  [YL_GROUP_PAYER_RATE_CITY] = "市级承担标准",
  [YL_GROUP_LAND_REVENUE] = "土地出让收益",
  [YL_GROUP_TARGET] = "绩效目标",
  [YL_GROUP_MILEAGE] = "计费里程口径",
  [YL_GROUP_COUNTY_MATCH] = "县级配套",
  [YL_GROUP_PAYMENT] = "拨付进度",
};

static const char *const group_units[YL_N_POLICY_GROUPS] = {
  [YL_GROUP_DAILY_RATE] = "元/公里·年",
  [YL_GROUP_BRIDGE_RATE] = "元/座·年",
  [YL_GROUP_BRIDGE_RATE_PER_METRE] = "元/米·年",
  [YL_GROUP_PAYER_SHARE] = "%",
  [YL_GROUP_PAYER_RATE_PROVINCE] = "元/公里·年",
  [YL_GROUP_PAYER_RATE_CITY] = "元/公里·年",
  [YL_GROUP_LAND_REVENUE] = "%",
  [YL_GROUP_TARGET] = "%",
  [YL_GROUP_MILEAGE] = "",
  [YL_GROUP_COUNTY_MATCH] = "%",
  [YL_GROUP_PAYMENT] = "%",
};

static const char *const land_items[] = {
  [YL_LAND_MIN_SHARE] = "计提比例下限",
  [YL_LAND_MAX_SHARE] = "计提比例上限",
  [YL_LAND_DEFAULT_SHARE] = "计提比例（默认）",
  [YL_LAND_PAYERS] = "计提主体",
  [YL_LAND_BASIS] = "收益口径",
};

static const char *
item_name (YlPolicyGroup group, guint key)
{
  switch (group)
    {
    case YL_GROUP_DAILY_RATE:
      return yl_rate_kind_get_name (key);
    case YL_GROUP_BRIDGE_RATE:
      return yl_bridge_size_get_name (key);
    case YL_GROUP_BRIDGE_RATE_PER_METRE:
    case YL_GROUP_PAYER_RATE_PROVINCE:
    case YL_GROUP_PAYER_RATE_CITY:
      return yl_road_class_get_name (key);
    case YL_GROUP_PAYER_SHARE:
      return yl_payer_get_name (key);
    case YL_GROUP_LAND_REVENUE:
      return land_items[key];
    case YL_GROUP_TARGET:
      return yl_indicator_get_name (key);
    case YL_GROUP_COUNTY_MATCH:
      return "占上级日常养护补助";
    case YL_GROUP_PAYMENT:
      return yl_payment_key_get_name (key);
    case YL_GROUP_MILEAGE:
    default:
      return "日常养护计费里程";
    }
}

static gboolean
is_days (const YlPolicyValue *value)
{
  return value->group == YL_GROUP_PAYMENT && value->key == YL_PAYMENT_PASS_ON_DAYS;
}

static gboolean
is_text_value (const YlPolicyValue *value)
{
  return value->group == YL_GROUP_MILEAGE || is_days (value)
         || (value->group == YL_GROUP_LAND_REVENUE
             && (value->key == YL_LAND_PAYERS || value->key == YL_LAND_BASIS));
}

static char *
describe_text_value (const YlPolicyValue *value)
{
  if (value->group == YL_GROUP_MILEAGE)
    return g_strdup (yl_mileage_basis_get_name ((YlMileageBasis) value->value));
  if (is_days (value))
    return g_strdup_printf ("%" G_GINT64_FORMAT " 天", value->value);
  if (value->key == YL_LAND_BASIS)
    return g_strdup (yl_land_basis_get_name (value->shown));
  GString *names = g_string_new (NULL);
  for (guint payer = 0; payer < YL_N_PAYERS; payer++)
    if ((value->value >> payer) & 1)
      g_string_append_printf (names, "%s%s", names->len == 0 ? "" : "、",
                              yl_payer_get_name (payer));
  return g_string_free (names, FALSE);
}

static gboolean
is_share (YlPolicyGroup group)
{
  return group == YL_GROUP_PAYER_SHARE || group == YL_GROUP_LAND_REVENUE || group == YL_GROUP_TARGET
         || group == YL_GROUP_COUNTY_MATCH || group == YL_GROUP_PAYMENT;
}

static void
write_value (YlBook *book, YlSheet *sheet, YlPolicyGroup group, const YlPolicyValue *value)
{
  yl_sheet_set_style (sheet, YL_STYLE_INPUT);
  if (value == NULL)
    yl_sheet_blank_number (sheet, VALUE, YL_MEASURE_FEN);
  else if (is_text_value (value))
    {
      g_autofree char *text = describe_text_value (value);
      yl_sheet_set_style (sheet, YL_STYLE_BODY);
      yl_sheet_label (sheet, VALUE, text);
    }
  else
    {
      const YlMeasure measure = is_share (group) ? YL_MEASURE_PPM : YL_MEASURE_FEN;
      g_autofree char *key =
          g_strdup_printf ("policy.%s.%s%s%s", yl_policy_group_get_key (group), value->key_name,
                           value->area[0] == '\0' ? "" : ".", value->area);
      yl_sheet_number (sheet, VALUE, measure, value->value);
      yl_sheet_map_cell (sheet, VALUE, measure, key);
      const char *cell = yl_book_reference (book, sheet, VALUE, yl_sheet_get_row (sheet));
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
write_row (YlBook *book, YlPolicyGroup group, guint key, const YlPolicyValue *value)
{
  YlSheet *sheet = book->tabs[YL_TAB_BASIS];
  const guint32 row = yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  const char *area = value == NULL ? "" : value->area;
  g_autofree char *group_name = area[0] == '\0'
                                    ? g_strdup (group_names[group])
                                    : g_strdup_printf ("%s（%s）", group_names[group], area);
  yl_sheet_number (sheet, ORDINAL, YL_MEASURE_NUMBER, row - yl_sheet_get_first_row (sheet) + 1);
  yl_sheet_text (sheet, GROUP, group_name);
  yl_sheet_text (sheet, ITEM, item_name (group, key));
  write_value (book, sheet, group, value);
  yl_sheet_label (sheet, UNIT, value != NULL && is_text_value (value) ? "" : group_units[group]);
  if (group == YL_GROUP_DAILY_RATE)
    {
      g_autofree char *has_rate =
          g_strdup_printf ("policy.daily-rate.%s.has_rate", yl_rate_kind_get_key (key));
      yl_sheet_formula (sheet, HAS_RATE, YL_MEASURE_NUMBER, "IF(D#=\"\",0,1)", value != NULL);
      yl_sheet_map_cell (sheet, HAS_RATE, YL_MEASURE_NUMBER, has_rate);
    }
  else
    yl_sheet_blank (sheet, HAS_RATE);
  write_origin (sheet, value);
}

/* A vertical table of all keys of the general group, those without a value empty: what formulas
 * look up. */
static void
write_table (YlBook *book, YlPolicyGroup group, guint n_keys, const char *items, const char *values)
{
  YlSheet *sheet = book->tabs[YL_TAB_BASIS];
  const guint32 first = yl_sheet_get_row (sheet) + 1;
  for (guint key = 0; key < n_keys; key++)
    write_row (book, group, key, yl_policy_find (book->policy, group, "", key));
  const YlPart rows = { sheet, first, first + n_keys - 1 };
  yl_form_define (book->form, items, yl_book_range (book, &rows, ITEM));
  yl_form_define (book->form, values, yl_book_range (book, &rows, VALUE));
  if (group == YL_GROUP_DAILY_RATE)
    yl_form_define (book->form, YL_NAME_HAS_RATE, yl_book_range (book, &rows, HAS_RATE));
}

static void
define_rates (YlBook *book)
{
  YlSheet *sheet = book->tabs[YL_TAB_BASIS];
  const guint32 first = yl_sheet_get_first_row (sheet);
  for (guint kind = 0; kind < YL_N_RATES; kind++)
    {
      g_autofree char *name = g_strconcat (yl_rate_kind_get_name (kind), "标准", NULL);
      yl_form_define (book->form, name, yl_book_reference (book, sheet, VALUE, first + kind));
    }
}

static void
write_others (YlBook *book)
{
  gsize n = 0;
  const YlPolicyValue *values = yl_policy_get_values (book->policy, &n);
  for (gsize i = 0; i < n; i++)
    if (!g_hash_table_contains (book->value_cells, &values[i]))
      write_row (book, values[i].group, values[i].key, &values[i]);
}

static void
write_head (YlBook *book)
{
  const YlPolicyHead *head = yl_policy_get_head (book->policy);
  YlSheet *sheet = book->tabs[YL_TAB_BASIS];
  g_autofree char *issued = yl_date_to_chinese (head->issued);
  g_autofree char *from = yl_date_to_chinese (head->effective_from);
  g_autofree char *to = yl_date_to_chinese (head->effective_to);
  g_autofree char *text = g_strdup_printf (
      "执行政策：《%s》（%s，%s印发；自%s起施行%s%s）%s。政策文本指纹（SHA-256）：%s", head->title,
      head->document, issued, from, to[0] == '\0' ? "" : "，至", to,
      head->verified ? "" : "，文本待核", head->sha256);
  yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 0);
  yl_sheet_span (sheet, 0, N_COLUMNS - 1, text);
  yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 0);
  yl_sheet_span (
      sheet, 0, N_COLUMNS - 1,
      "说明：浅黄色单元格是各表共同引用的标准，改动后全部工作表随之重算；标准留空表示政策未规"
      "定，里程照列、金额为零。“待核”表示政策原文尚未核对。");
}

YlSheet *
yl_book_open_basis (YlBook *book)
{
  g_autofree char *title =
      g_strdup_printf ("%s%u年农村公路养护预算标准依据表", book->name, book->figures->year);
  const YlSheetForm sheet_form = {
    .name = "标准依据",
    .title = title,
    .columns = columns,
    .n_columns = N_COLUMNS,
  };
  return yl_form_add_sheet (book->form, &sheet_form);
}

void
yl_book_fill_basis (YlBook *book)
{
  write_table (book, YL_GROUP_DAILY_RATE, YL_N_RATES, YL_NAME_KINDS, YL_NAME_RATES);
  define_rates (book);
  if (yl_policy_has_group (book->policy, YL_GROUP_BRIDGE_RATE))
    write_table (book, YL_GROUP_BRIDGE_RATE, YL_N_BRIDGE_SIZES, YL_NAME_SIZES, YL_NAME_SIZE_RATES);
  if (yl_policy_has_group (book->policy, YL_GROUP_BRIDGE_RATE_PER_METRE))
    write_table (book, YL_GROUP_BRIDGE_RATE_PER_METRE, YL_N_CLASSES, YL_NAME_BRIDGE_CLASSES,
                 YL_NAME_METRE_RATES);
  write_others (book);
  write_head (book);
  yl_sheet_end (book->tabs[YL_TAB_BASIS]);
}
