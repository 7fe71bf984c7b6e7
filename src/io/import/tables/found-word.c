#include "found-band-private.h"

#include "yanglu/io/import/head-name.h"

#include <string.h>

/* Longer texts are titles and notes. */
#define MAX_HEAD_BYTES 90

static const YlSpelling *
find_inside (const YlWords *words, YlWordList list, const YlHeadText *text)
{
  return yl_words_find_inside (words, list, text->flat->str);
}

/* With its brackets or without them: what stands first in the list. */
static const YlSpelling *
find_name (const YlWords *words, const YlHeadText *text)
{
  const YlSpelling *flat = yl_words_find (words, YL_WORDS_FOUND_HEAD, yl_text_of (text->flat->str));
  const YlSpelling *bare = yl_words_find (words, YL_WORDS_FOUND_HEAD, yl_text_of (text->bare->str));
  return flat == NULL || (bare != NULL && bare < flat) ? bare : flat;
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
read_class (FoundWord *word, const YlWords *words, const YlHeadText *text)
{
  const char *flat = text->flat->str;
  const YlSpelling *found = find_inside (words, YL_WORDS_FOUND_CLASS, text);
  YlRoadClass road_class = YL_CLASS_COUNTY;
  if (strstr (flat, "县乡村道") != NULL)
    return;
  if (find_inside (words, YL_WORDS_FOUND_MIXTURE, text) != NULL)
    word->is_mixed = TRUE;
  else if (found != NULL)
    word->rate = (guint8) found->member;
  else if (yl_road_class_parse_name (words, yl_text_of (text->bare->str), &road_class)
           == YL_CLASS_READ_OK)
    {
      word->rate = (guint8) road_class;
      word->is_short = TRUE;
    }
}

static void
read_meaning (FoundWord *word, const YlWords *words, const YlHeadText *text)
{
  const char *flat = text->flat->str;
  const YlSpelling *found = find_name (words, text);
  if (found == NULL)
    found = find_inside (words, YL_WORDS_FOUND_WORD, text);
  if (found == NULL && !word->has_percent)
    return;
  word->has_meaning = TRUE;
  word->meaning = found == NULL ? YL_FOUND_PERCENT : (YlFoundMeaning) found->member;
  /* 按标准应拨资金 is an amount; 标准（元/公里） is not. */
  if (word->meaning == YL_FOUND_RATE && strstr (flat, "标准") != NULL && word->length_unit == 0
      && (strstr (flat, "资金") != NULL || strstr (flat, "金额") != NULL
          || strstr (flat, "经费") != NULL))
    word->meaning = YL_FOUND_AMOUNT;
}

FoundWord
found_word_parse (const YlWords *words, const char *text)
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
  read_class (&word, words, &head);
  read_meaning (&word, words, &head);
  const YlSpelling *purpose = find_inside (words, YL_WORDS_FOUND_PURPOSE, &head);
  const YlSpelling *payer = find_inside (words, YL_WORDS_FOUND_PAYER, &head);
  guint named = YL_PAYER_CENTRAL;
  if (purpose != NULL)
    word.purpose = (guint8) purpose->member;
  if (payer != NULL)
    word.payer_after = (guint8) (payer->member + 1);
  else if (yl_words_read (words, YL_WORDS_PAYER, yl_text_of (head.bare->str), &named))
    word.payer_after = (guint8) (named + 1);
  word.is_sum = find_inside (words, YL_WORDS_FOUND_SUM, &head) != NULL;
  word.is_inner = strstr (flat, "其中") != NULL;
  word.is_whole = strstr (flat, "路线长度") != NULL || strstr (flat, "路线总长") != NULL;
  word.is_known = word.has_meaning || word.rate != YL_FOUND_ALL_CLASSES || word.is_mixed
                  || word.is_sum || word.is_inner || word.payer_after != 0
                  || word.purpose != YL_N_PURPOSES
                  || find_inside (words, YL_WORDS_FOUND_PERIOD, &head) != NULL;
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
