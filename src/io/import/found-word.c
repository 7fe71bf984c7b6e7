#include "found-word-private.h"

#include "head-name-private.h"

#include <string.h>

/* Longer texts are titles and notes. */
#define MAX_HEAD_BYTES 90

typedef struct
{
  const char *word;
  guint8 member;
} Word;

/* Heads that are taken only as they stand. */
static const Word names[] = {
  { "序号", YL_FOUND_OTHER },
  { "编号", YL_FOUND_OTHER },
  { "备注", YL_FOUND_OTHER },
  { "说明", YL_FOUND_OTHER },
  { "村", YL_FOUND_OTHER },
  { "行政村", YL_FOUND_OTHER },
  { "村名", YL_FOUND_OTHER },
  { "年度", YL_FOUND_OTHER },
  { "年份", YL_FOUND_OTHER },
  { "日期", YL_FOUND_OTHER },
  { "文号", YL_FOUND_OTHER },
  { "技术等级", YL_FOUND_OTHER },
  { "起点桩号", YL_FOUND_START },
  { "止点桩号", YL_FOUND_END },
  { "起点", YL_FOUND_START },
  { "止点", YL_FOUND_END },
  { "起止点", YL_FOUND_OTHER },
  { "起讫点", YL_FOUND_OTHER },
  { "路面类型", YL_FOUND_OTHER },
  { "路面宽度", YL_FOUND_OTHER },
  { "路基宽度", YL_FOUND_OTHER },
  { "联系人", YL_FOUND_OTHER },
  { "电话", YL_FOUND_OTHER },
  { "路长", YL_FOUND_OTHER },
  { "栏次", YL_FOUND_OTHER },
  { "乡镇", YL_FOUND_TOWNSHIP },
  { "乡镇名称", YL_FOUND_TOWNSHIP },
  { "乡镇街道", YL_FOUND_TOWNSHIP },
  { "乡镇街", YL_FOUND_TOWNSHIP },
  { "乡镇办", YL_FOUND_TOWNSHIP },
  { "镇办", YL_FOUND_TOWNSHIP },
  { "镇街", YL_FOUND_TOWNSHIP },
  { "镇街名称", YL_FOUND_TOWNSHIP },
  { "镇街道", YL_FOUND_TOWNSHIP },
  { "街道", YL_FOUND_TOWNSHIP },
  { "所在乡镇", YL_FOUND_TOWNSHIP },
  { "所属乡镇", YL_FOUND_TOWNSHIP },
  { "乡镇街道名称", YL_FOUND_TOWNSHIP },
  { "单位", YL_FOUND_TOWNSHIP },
  { "单位名称", YL_FOUND_TOWNSHIP },
  { "拨付对象或项目", YL_FOUND_TOWNSHIP },
  { "拨付对象", YL_FOUND_TOWNSHIP },
  { "补助对象", YL_FOUND_TOWNSHIP },
  { "拨付单位", YL_FOUND_TOWNSHIP },
  { "补助单位", YL_FOUND_TOWNSHIP },
  { "对象", YL_FOUND_TOWNSHIP },
  { "用款单位", YL_FOUND_TOWNSHIP },
  { "收款单位", YL_FOUND_TOWNSHIP },
  { "管养单位", YL_FOUND_TOWNSHIP },
  { "养护单位", YL_FOUND_TOWNSHIP },
  { "县区", YL_FOUND_TOWNSHIP },
  { "县市区", YL_FOUND_TOWNSHIP },
  { "县市", YL_FOUND_TOWNSHIP },
  { "区县", YL_FOUND_TOWNSHIP },
  { "县", YL_FOUND_TOWNSHIP },
  { "乡", YL_FOUND_TOWNSHIP },
  { "镇", YL_FOUND_TOWNSHIP },
  { "地区", YL_FOUND_TOWNSHIP },
  { "市", YL_FOUND_TOWNSHIP },
  { "城市", YL_FOUND_TOWNSHIP },
  { "行政区划", YL_FOUND_TOWNSHIP },
  { "名称", YL_FOUND_TOWNSHIP },
  { "项目", YL_FOUND_TOWNSHIP },
  { "项目名称", YL_FOUND_TOWNSHIP },
  { "支出项目", YL_FOUND_TOWNSHIP },
  { "内容", YL_FOUND_TOWNSHIP },
  { "路线编码", YL_FOUND_ROUTE },
  { "路线代码", YL_FOUND_ROUTE },
  { "路线编号", YL_FOUND_ROUTE },
  { "路线名称", YL_FOUND_ROUTE },
  { "路线", YL_FOUND_ROUTE },
  { "道路名称", YL_FOUND_ROUTE },
  { "公路名称", YL_FOUND_ROUTE },
  { "线路名称", YL_FOUND_ROUTE },
  { "线路编码", YL_FOUND_ROUTE },
  { "线路", YL_FOUND_ROUTE },
  { "路名", YL_FOUND_ROUTE },
  { "道路", YL_FOUND_ROUTE },
  { "类别", YL_FOUND_CLASS },
  { "行政等级", YL_FOUND_CLASS },
  { "道路类型", YL_FOUND_CLASS },
  { "道路类别", YL_FOUND_CLASS },
  { "公路类别", YL_FOUND_CLASS },
  { "公路等级", YL_FOUND_CLASS },
  { "道路等级", YL_FOUND_CLASS },
  { "等级", YL_FOUND_CLASS },
  { "路线类别", YL_FOUND_CLASS },
  { "级别", YL_FOUND_CLASS },
  { "类型", YL_FOUND_CLASS },
  { "分类", YL_FOUND_CLASS },
};

/* Words inside a head, the first that fits: money of another time, then what is read. */
static const Word words[] = {
  { "上年", YL_FOUND_OTHER },   { "去年", YL_FOUND_OTHER },   { "往年", YL_FOUND_OTHER },
  { "已拨", YL_FOUND_OTHER },   { "已付", YL_FOUND_OTHER },   { "已支付", YL_FOUND_OTHER },
  { "实拨", YL_FOUND_OTHER },   { "实付", YL_FOUND_OTHER },   { "待拨", YL_FOUND_OTHER },
  { "未拨", YL_FOUND_OTHER },   { "增减", YL_FOUND_OTHER },   { "差额", YL_FOUND_OTHER },
  { "结余", YL_FOUND_OTHER },   { "重复", YL_FOUND_OTHER },   { "断头", YL_FOUND_OTHER },
  { "延米", YL_FOUND_OTHER },   { "是否", YL_FOUND_OTHER },   { "每座", YL_FOUND_OTHER },
  { "每米", YL_FOUND_OTHER },   { "大写", YL_FOUND_CAPITAL }, { "占比", YL_FOUND_PERCENT },
  { "比例", YL_FOUND_PERCENT }, { "比重", YL_FOUND_PERCENT }, { "百分比", YL_FOUND_PERCENT },
  { "率", YL_FOUND_OTHER },     { "标准", YL_FOUND_RATE },    { "单价", YL_FOUND_RATE },
  { "定额", YL_FOUND_RATE },    { "元公里", YL_FOUND_RATE },  { "元千米", YL_FOUND_RATE },
  { "元KM", YL_FOUND_RATE },    { "每公里", YL_FOUND_RATE },  { "条数", YL_FOUND_COUNT },
  { "座数", YL_FOUND_COUNT },   { "数量", YL_FOUND_COUNT },   { "段数", YL_FOUND_COUNT },
  { "个数", YL_FOUND_COUNT },   { "里程", YL_FOUND_LENGTH },  { "长度", YL_FOUND_LENGTH },
  { "公里", YL_FOUND_LENGTH },  { "千米", YL_FOUND_LENGTH },  { "KM", YL_FOUND_LENGTH },
  { "金额", YL_FOUND_AMOUNT },  { "资金", YL_FOUND_AMOUNT },  { "经费", YL_FOUND_AMOUNT },
  { "补助", YL_FOUND_AMOUNT },  { "预算", YL_FOUND_AMOUNT },  { "拨付", YL_FOUND_AMOUNT },
  { "拨款", YL_FOUND_AMOUNT },  { "应拨", YL_FOUND_AMOUNT },  { "分配", YL_FOUND_AMOUNT },
  { "核定", YL_FOUND_AMOUNT },  { "支出", YL_FOUND_AMOUNT },  { "费", YL_FOUND_AMOUNT },
  { "配套", YL_FOUND_AMOUNT },  { "万元", YL_FOUND_AMOUNT },  { "元", YL_FOUND_AMOUNT },
};

static const Word classes[] = {
  { "县道", YL_RATE_COUNTY },       { "县级公路", YL_RATE_COUNTY },
  { "县级道路", YL_RATE_COUNTY },   { "乡道", YL_RATE_TOWNSHIP },
  { "乡级公路", YL_RATE_TOWNSHIP }, { "乡级道路", YL_RATE_TOWNSHIP },
  { "村道", YL_RATE_VILLAGE },      { "村级公路", YL_RATE_VILLAGE },
  { "村级道路", YL_RATE_VILLAGE },  { "专用公路", YL_RATE_SPECIAL },
  { "专用道", YL_RATE_SPECIAL },    { "城管", YL_RATE_URBAN },
  { "机耕", YL_RATE_TRACK },
};

static const Word purposes[] = {
  { "养护工程", YL_PURPOSE_ENGINEERING }, { "大中修", YL_PURPOSE_ENGINEERING },
  { "新建", YL_PURPOSE_CONSTRUCTION },    { "改建", YL_PURPOSE_CONSTRUCTION },
  { "建设", YL_PURPOSE_CONSTRUCTION },    { "机构运行", YL_PURPOSE_RUNNING },
  { "运行经费", YL_PURPOSE_RUNNING },     { "人员", YL_PURPOSE_STAFF },
  { "路长", YL_PURPOSE_ROAD_CHIEF },      { "保险", YL_PURPOSE_INSURANCE },
  { "日常", YL_PURPOSE_DAILY },           { "小修", YL_PURPOSE_DAILY },
};

static const Word payers[] = {
  { "中央", YL_PAYER_CENTRAL },      { "省级", YL_PAYER_PROVINCE },
  { "省补", YL_PAYER_PROVINCE },     { "省财政", YL_PAYER_PROVINCE },
  { "市级", YL_PAYER_CITY },         { "市补", YL_PAYER_CITY },
  { "市财政", YL_PAYER_CITY },       { "县级配套", YL_PAYER_COUNTY },
  { "县配套", YL_PAYER_COUNTY },     { "县级财政", YL_PAYER_COUNTY },
  { "县财政", YL_PAYER_COUNTY },     { "县级承担", YL_PAYER_COUNTY },
  { "县级资金", YL_PAYER_COUNTY },   { "乡镇配套", YL_PAYER_TOWNSHIP },
  { "乡镇自筹", YL_PAYER_TOWNSHIP }, { "乡镇承担", YL_PAYER_TOWNSHIP },
  { "社会", YL_PAYER_SOCIAL },
};

static const char *const sums[] = { "合计", "小计",   "总计", "共计", "总里程",
                                    "总额", "总资金", "总长", NULL };
/* Two classes in one column: no rate fits them. */
static const char *const mixtures[] = { "乡村道",   "县乡道",   "县村道", "县道乡道",
                                        "县道村道", "乡道村道", "县道和", "县道及",
                                        "乡道和",   "乡道及",   NULL };

/* Parts of a year under 计划拨付 and the like: what they hold the head above them says. */
static const char *const periods[] = { "一季度", "二季度", "三季度", "四季度", "1季度", "2季度",
                                       "3季度",  "4季度",  "上半年", "下半年", NULL };

static const Word *
find_inside (const char *text, const Word *list, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (strstr (text, list[i].word) != NULL)
      return &list[i];
  return NULL;
}

static gboolean
has_any (const char *text, const char *const *list)
{
  for (gsize i = 0; list[i] != NULL; i++)
    if (strstr (text, list[i]) != NULL)
      return TRUE;
  return FALSE;
}

static const Word *
find_name (const YlHeadText *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].word, text->flat->str)
        || g_str_equal (names[i].word, text->bare->str))
      return &names[i];
  return NULL;
}

static void
read_units (FoundWord *word, const char *flat)
{
  if (strstr (flat, "亿元") != NULL)
    word->money_unit = G_GINT64_CONSTANT (10000000000);
  else if (strstr (flat, "万元") != NULL)
    word->money_unit = 1000000;
  else if (strstr (flat, "千元") != NULL)
    word->money_unit = 100000;
  else if (strstr (flat, "元") != NULL)
    word->money_unit = 100;
  if (strstr (flat, "公里") != NULL || strstr (flat, "千米") != NULL || strstr (flat, "KM") != NULL)
    word->length_unit = 1000;
  else if (strstr (flat, "米") != NULL)
    word->length_unit = 1;
  word->has_percent = strchr (flat, '%') != NULL;
}

static void
read_class (FoundWord *word, const YlHeadText *text)
{
  const char *flat = text->flat->str;
  const Word *found = find_inside (flat, classes, G_N_ELEMENTS (classes));
  YlRoadClass road_class = YL_CLASS_COUNTY;
  if (strstr (flat, "县乡村道") != NULL)
    return;
  if (has_any (flat, mixtures))
    word->is_mixed = TRUE;
  else if (found != NULL)
    word->rate = found->member;
  else if (yl_road_class_parse_name (yl_text_of (text->bare->str), &road_class) == YL_CLASS_READ_OK)
    {
      word->rate = (guint8) road_class;
      word->is_short = TRUE;
    }
}

static void
read_meaning (FoundWord *word, const YlHeadText *text)
{
  static const Word percent = { "%", YL_FOUND_PERCENT };
  const char *flat = text->flat->str;
  const Word *found = find_name (text);
  if (found == NULL)
    found = find_inside (flat, words, G_N_ELEMENTS (words));
  if (found == NULL && word->has_percent)
    found = &percent;
  if (found == NULL)
    return;
  word->has_meaning = TRUE;
  word->meaning = (YlFoundMeaning) found->member;
  /* 按标准应拨资金 is an amount; 标准（元/公里） is not. */
  if (word->meaning == YL_FOUND_RATE && strstr (flat, "标准") != NULL && word->length_unit == 0
      && (strstr (flat, "资金") != NULL || strstr (flat, "金额") != NULL
          || strstr (flat, "经费") != NULL))
    word->meaning = YL_FOUND_AMOUNT;
}

FoundWord
found_word_parse (const char *text)
{
  FoundWord word = { .rate = YL_FOUND_ALL_CLASSES, .purpose = YL_N_PURPOSES };
  if (strlen (text) > 2 * MAX_HEAD_BYTES)
    return word;
  g_auto (YlHeadText) head;
  yl_head_text_init (&head, text);
  const char *flat = head.flat->str;
  if (flat[0] == '\0' || head.flat->len > MAX_HEAD_BYTES)
    return word;
  read_units (&word, flat);
  read_class (&word, &head);
  read_meaning (&word, &head);
  const Word *purpose = find_inside (flat, purposes, G_N_ELEMENTS (purposes));
  const Word *payer = find_inside (flat, payers, G_N_ELEMENTS (payers));
  YlPayer named = YL_PAYER_CENTRAL;
  if (purpose != NULL)
    word.purpose = purpose->member;
  if (payer != NULL)
    word.payer_after = (guint8) (payer->member + 1);
  else if (yl_payer_parse (yl_text_of (head.bare->str), &named))
    word.payer_after = (guint8) (named + 1);
  word.is_sum = has_any (flat, sums);
  word.is_inner = strstr (flat, "其中") != NULL;
  word.is_whole = strstr (flat, "路线长度") != NULL || strstr (flat, "路线总长") != NULL;
  word.is_known = word.has_meaning || word.rate != YL_FOUND_ALL_CLASSES || word.is_mixed
                  || word.is_sum || word.is_inner || word.payer_after != 0
                  || word.purpose != YL_N_PURPOSES || has_any (flat, periods);
  return word;
}

gboolean
found_is_value (YlFoundMeaning meaning)
{
  return (meaning >= YL_FOUND_COUNT && meaning <= YL_FOUND_LISTED);
}

/* 县, 乡, 村 under 里程 or 金额 are classes, 省, 市 payers, not the names of places. */
static gboolean
is_part_under (const FoundWord *group, const FoundWord *word)
{
  return (word->is_short || word->payer_after != 0) && group->has_meaning
         && found_is_value (group->meaning)
         && (!word->has_meaning || !found_is_value (word->meaning));
}

FoundWord
found_word_join (const FoundWord *group, const FoundWord *word)
{
  FoundWord joined = *word;
  if (!word->is_known && word->money_unit == 0 && word->length_unit == 0)
    joined = *group;
  else if (!word->has_meaning || is_part_under (group, word))
    {
      joined.has_meaning = group->has_meaning;
      joined.meaning = group->meaning;
    }
  else if (group->has_meaning && group->meaning == YL_FOUND_OTHER)
    joined.meaning = YL_FOUND_OTHER;
  if (joined.rate == YL_FOUND_ALL_CLASSES
      || (word->is_short && group->rate != YL_FOUND_ALL_CLASSES))
    joined.rate = group->rate;
  joined.is_mixed |= group->is_mixed;
  joined.is_inner |= group->is_inner;
  joined.is_known |= group->is_known;
  if (joined.purpose == YL_N_PURPOSES)
    joined.purpose = group->purpose;
  if (joined.payer_after == 0)
    joined.payer_after = group->payer_after;
  if (joined.money_unit == 0)
    joined.money_unit = group->money_unit;
  if (joined.length_unit == 0)
    joined.length_unit = group->length_unit;
  joined.has_percent |= group->has_percent;
  return joined;
}

/* What stands behind 单位 and its colon, or inside brackets; NULL when neither is there. */
static const char *
find_units (const char *text)
{
  const char *unit = strstr (text, "单位");
  while (unit != NULL)
    {
      const char *at = unit + strlen ("单位");
      if (at[0] == ':')
        return at + 1;
      if (g_str_has_prefix (at, "："))
        return at + strlen ("：");
      unit = strstr (at, "单位");
    }
  const char *open = strstr (text, "（");
  if (open == NULL)
    open = strchr (text, '(');
  return open;
}

gboolean
found_units_parse (const char *text, gint64 *out_money, gint64 *out_length)
{
  const char *units = strlen (text) > 3 * MAX_HEAD_BYTES ? NULL : find_units (text);
  if (units == NULL)
    return FALSE;
  g_auto (YlHeadText) head;
  yl_head_text_init (&head, units);
  FoundWord word = { 0 };
  /* Beside 编制单位：某某局 stands a name: units are short words alone. */
  if (head.flat->len <= 30)
    read_units (&word, head.flat->str);
  if (word.money_unit != 0)
    *out_money = word.money_unit;
  if (word.length_unit != 0)
    *out_length = word.length_unit;
  return word.money_unit != 0 || word.length_unit != 0;
}
