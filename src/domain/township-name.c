#include "township-name-private.h"

#include <string.h>

/* Fewer characters left of a name are none. */
#define MIN_CHARACTERS 2

static gboolean
begins_with (YlText text, YlText beginning)
{
  return text.length >= beginning.length
         && yl_text_equal ((YlText){ text.at, beginning.length }, beginning);
}

static gboolean
ends_with (YlText text, YlText ending)
{
  return text.length >= ending.length
         && yl_text_equal ((YlText){ text.at + text.length - ending.length, ending.length },
                           ending);
}

static glong
count_characters (YlText text)
{
  return g_utf8_strlen (text.at, (gssize) text.length);
}

static YlText
skip (YlText text, gsize length)
{
  return (YlText){ text.at + length, text.length - length };
}

/* @text without @ending, unless nothing were left. */
static gboolean
strip_ending (YlText *text, const char *ending)
{
  const YlText end = yl_text_of (ending);
  if (text->length <= end.length || !ends_with (*text, end))
    return FALSE;
  text->length -= end.length;
  return TRUE;
}

/* 融水县 of 融水苗族自治县, 莫力达瓦旗 of 莫力达瓦达斡尔族自治旗: how many bytes of @name it takes; 0:
 * @name does not begin so. */
static gsize
find_short_county (YlText name, YlText county)
{
  static const char *const kinds[][2] = { { "县", "自治县" }, { "旗", "自治旗" } };
  gsize n = 0;
  while (n < name.length && n < county.length && name.at[n] == county.at[n])
    n++;
  const YlText rest = skip (county, n);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (n > 0 && begins_with (skip (name, n), yl_text_of (kinds[i][0]))
        && ends_with (rest, yl_text_of (kinds[i][1]))
        && rest.length > yl_text_of (kinds[i][1]).length)
      return n + yl_text_of (kinds[i][0]).length;
  return 0;
}

/* The county in front, also behind a city: 四平市铁东区叶赫满族镇. */
static YlText
strip_county (YlText name, const char *county)
{
  const YlText whole = yl_text_of (county);
  if (whole.length == 0)
    return name;
  gsize taken = find_short_county (name, whole);
  const char *found = g_strstr_len (name.at, (gssize) name.length, county);
  if (found != NULL)
    taken = (gsize) (found - name.at) + whole.length;
  const YlText rest = skip (name, taken);
  return count_characters (rest) < MIN_CHARACTERS ? name : rest;
}

static int
find_numeral (gunichar c)
{
  static const char numerals[] = "〇一二三四五六七八九";
  const char *at = g_utf8_strchr (numerals, -1, c);
  if (at != NULL)
    return (int) g_utf8_pointer_to_offset (numerals, at);
  return c == 0x96F6 /* 零 */ ? 0 : c < 0x80 && g_ascii_isdigit ((char) c) ? (int) c - '0' : -1;
}

/* 125, 一二五, 十二, 四十一; 0 for anything else. */
static guint
read_number (YlText text)
{
  guint number = 0;
  const char *end = text.at + text.length;
  for (const char *at = text.at; at < end; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);
      const gboolean is_ten = c == 0x5341; /* 十 */
      const gboolean is_followed = g_utf8_next_char (at) < end;
      const int numeral = find_numeral (c);
      if (number > 999 || (numeral < 0 && !is_ten))
        return 0;
      if (is_ten)
        number = MAX (number, 1) * (is_followed ? 1 : 10);
      else
        number = number * 10 + (guint) numeral;
    }
  return number;
}

/* 兵团一二五团, 第一二五团, 第七师125团: the number is what tells a regiment. */
static guint
read_regiment (YlText stem)
{
  static const char *const fronts[] = { "兵团", "师", "第" };
  for (gsize i = 0; i < G_N_ELEMENTS (fronts); i++)
    {
      const char *found = g_strrstr_len (stem.at, (gssize) stem.length, fronts[i]);
      if (found != NULL)
        stem = skip (stem, (gsize) (found - stem.at) + strlen (fronts[i]));
    }
  return read_number (stem);
}

TownshipName
township_name_split (YlText name, const char *county)
{
  static const struct
  {
    const char *ending;
    TownshipKind kind;
  } endings[] = {
    { "街道办事处", TOWNSHIP_STREET }, { "街道办", TOWNSHIP_STREET }, { "办事处", TOWNSHIP_STREET },
    { "街道", TOWNSHIP_STREET },       { "镇", TOWNSHIP_TOWN },       { "乡", TOWNSHIP_TOWNSHIP },
    { "苏木", TOWNSHIP_SUMU },         { "团场", TOWNSHIP_REGIMENT }, { "团", TOWNSHIP_REGIMENT },
  };
  TownshipName split = { .stem = strip_county (name, county) };
  if (!strip_ending (&split.stem, "人民政府"))
    strip_ending (&split.stem, "政府");
  for (gsize i = 0; i < G_N_ELEMENTS (endings) && split.kind == TOWNSHIP_OTHER; i++)
    if (strip_ending (&split.stem, endings[i].ending))
      split.kind = endings[i].kind;
  if (split.kind == TOWNSHIP_REGIMENT)
    split.number = read_regiment (split.stem);
  return split;
}

/* The nationalities, as townships are called after them. */
static const char *const nationalities[] = {
  "民族",     "蒙古族",   "回族",       "藏族",     "维吾尔族",   "苗族",   "彝族",     "壮族",
  "布依族",   "朝鲜族",   "满族",       "侗族",     "瑶族",       "白族",   "土家族",   "哈尼族",
  "哈萨克族", "傣族",     "黎族",       "傈僳族",   "佤族",       "畲族",   "高山族",   "拉祜族",
  "水族",     "东乡族",   "纳西族",     "景颇族",   "柯尔克孜族", "土族",   "达斡尔族", "仫佬族",
  "羌族",     "布朗族",   "撒拉族",     "毛南族",   "仡佬族",     "锡伯族", "阿昌族",   "普米族",
  "塔吉克族", "怒族",     "乌孜别克族", "俄罗斯族", "鄂温克族",   "德昂族", "保安族",   "裕固族",
  "京族",     "塔塔尔族", "独龙族",     "鄂伦春族", "赫哲族",     "门巴族", "珞巴族",   "基诺族",
};

gsize
township_name_find_nationality (YlText text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (nationalities); i++)
    if (begins_with (text, yl_text_of (nationalities[i])))
      return strlen (nationalities[i]);
  return 0;
}

/* 同练 of 同练瑶族, 某 of 某彝族苗族 */
static gboolean
is_short_of (YlText written, YlText registered)
{
  if (written.length == 0 || registered.length <= written.length
      || !begins_with (registered, written))
    return FALSE;
  YlText rest = skip (registered, written.length);
  for (gsize n = 1; n > 0 && rest.length > 0; rest = skip (rest, n))
    n = township_name_find_nationality (rest);
  return rest.length == 0;
}

TownshipFit
township_name_fit (const TownshipName *registered, const TownshipName *written)
{
  if (written->kind != TOWNSHIP_OTHER && written->kind != registered->kind)
    return TOWNSHIP_FITS_NOT;
  if (yl_text_equal (registered->stem, written->stem)
      || (registered->number > 0 && registered->number == written->number))
    return TOWNSHIP_FITS;
  return is_short_of (written->stem, registered->stem) ? TOWNSHIP_FITS_SHORT : TOWNSHIP_FITS_NOT;
}
