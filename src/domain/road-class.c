#include "yanglu/domain/road-class.h"

#include <string.h>

typedef struct
{
  const char *word;
  YlClassReading reading;
  YlRoadClass road_class;
} ClassWord;

/* The spellings of 行政等级 and 类别; J and N are aliases of X and Y. */
static const ClassWord class_words[] = {
  { "村道", YL_CLASS_READ_OK, YL_CLASS_VILLAGE },
  { "乡道", YL_CLASS_READ_OK, YL_CLASS_TOWNSHIP },
  { "县道", YL_CLASS_READ_OK, YL_CLASS_COUNTY },
  { "专用公路", YL_CLASS_READ_OK, YL_CLASS_SPECIAL },
  { "C", YL_CLASS_READ_OK, YL_CLASS_VILLAGE },
  { "Y", YL_CLASS_READ_OK, YL_CLASS_TOWNSHIP },
  { "N", YL_CLASS_READ_OK, YL_CLASS_TOWNSHIP },
  { "X", YL_CLASS_READ_OK, YL_CLASS_COUNTY },
  { "J", YL_CLASS_READ_OK, YL_CLASS_COUNTY },
  { "Z", YL_CLASS_READ_OK, YL_CLASS_SPECIAL },
  { "县", YL_CLASS_READ_OK, YL_CLASS_COUNTY },
  { "县级", YL_CLASS_READ_OK, YL_CLASS_COUNTY },
  { "县公路", YL_CLASS_READ_OK, YL_CLASS_COUNTY },
  { "县级公路", YL_CLASS_READ_OK, YL_CLASS_COUNTY },
  { "县级道路", YL_CLASS_READ_OK, YL_CLASS_COUNTY },
  { "县道公路", YL_CLASS_READ_OK, YL_CLASS_COUNTY },
  { "乡", YL_CLASS_READ_OK, YL_CLASS_TOWNSHIP },
  { "乡镇", YL_CLASS_READ_OK, YL_CLASS_TOWNSHIP },
  { "镇道", YL_CLASS_READ_OK, YL_CLASS_TOWNSHIP },
  { "乡镇道", YL_CLASS_READ_OK, YL_CLASS_TOWNSHIP },
  { "乡级", YL_CLASS_READ_OK, YL_CLASS_TOWNSHIP },
  { "乡公路", YL_CLASS_READ_OK, YL_CLASS_TOWNSHIP },
  { "乡级公路", YL_CLASS_READ_OK, YL_CLASS_TOWNSHIP },
  { "乡级道路", YL_CLASS_READ_OK, YL_CLASS_TOWNSHIP },
  { "乡镇公路", YL_CLASS_READ_OK, YL_CLASS_TOWNSHIP },
  { "乡道公路", YL_CLASS_READ_OK, YL_CLASS_TOWNSHIP },
  { "村", YL_CLASS_READ_OK, YL_CLASS_VILLAGE },
  { "村级", YL_CLASS_READ_OK, YL_CLASS_VILLAGE },
  { "村公路", YL_CLASS_READ_OK, YL_CLASS_VILLAGE },
  { "村级公路", YL_CLASS_READ_OK, YL_CLASS_VILLAGE },
  { "村级道路", YL_CLASS_READ_OK, YL_CLASS_VILLAGE },
  { "村道公路", YL_CLASS_READ_OK, YL_CLASS_VILLAGE },
  { "专用", YL_CLASS_READ_OK, YL_CLASS_SPECIAL },
  { "专道", YL_CLASS_READ_OK, YL_CLASS_SPECIAL },
  { "专用道", YL_CLASS_READ_OK, YL_CLASS_SPECIAL },
  { "专用道路", YL_CLASS_READ_OK, YL_CLASS_SPECIAL },
  { "G", YL_CLASS_READ_NATIONAL, 0 },
  { "S", YL_CLASS_READ_NATIONAL, 0 },
  { "H", YL_CLASS_READ_NATIONAL, 0 },
  { "T", YL_CLASS_READ_NATIONAL, 0 },
  { "国", YL_CLASS_READ_NATIONAL, 0 },
  { "省", YL_CLASS_READ_NATIONAL, 0 },
  { "国道", YL_CLASS_READ_NATIONAL, 0 },
  { "省道", YL_CLASS_READ_NATIONAL, 0 },
  { "国省道", YL_CLASS_READ_NATIONAL, 0 },
  { "国省干线", YL_CLASS_READ_NATIONAL, 0 },
  { "普通国道", YL_CLASS_READ_NATIONAL, 0 },
  { "普通省道", YL_CLASS_READ_NATIONAL, 0 },
  { "国家高速", YL_CLASS_READ_NATIONAL, 0 },
  { "国家高速公路", YL_CLASS_READ_NATIONAL, 0 },
  { "省级高速", YL_CLASS_READ_NATIONAL, 0 },
  { "省级高速公路", YL_CLASS_READ_NATIONAL, 0 },
  { "高速公路", YL_CLASS_READ_NATIONAL, 0 },
  { "国家公路", YL_CLASS_READ_NATIONAL, 0 },
  { "省级公路", YL_CLASS_READ_NATIONAL, 0 },
};

static const ClassWord *
find_word (YlText text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (class_words); i++)
    if (yl_text_is (text, class_words[i].word))
      return &class_words[i];
  return NULL;
}

/* Full-width and lower-case spellings, and field tracks: rare, so they may cost a copy. */
static YlClassReading
parse_unusual (YlText text, YlRoadClass *out_class)
{
  g_autofree char *folded = yl_text_fold_width (text);
  g_strstrip (folded);
  for (char *at = folded; *at != '\0'; at++)
    *at = g_ascii_toupper (*at);
  const ClassWord *word = find_word (yl_text_of (folded));
  if (word != NULL)
    {
      if (word->reading == YL_CLASS_READ_OK)
        *out_class = word->road_class;
      return word->reading;
    }
  if (strstr (folded, "机耕") != NULL)
    {
      *out_class = YL_CLASS_VILLAGE;
      return YL_CLASS_READ_TRACK;
    }
  return YL_CLASS_READ_UNKNOWN;
}

YlClassReading
yl_road_class_parse_name (YlText text, YlRoadClass *out_class)
{
  if (yl_text_is_blank (text))
    return YL_CLASS_READ_BLANK;
  text = yl_text_trim (text);
  const ClassWord *word = find_word (text);
  if (word == NULL)
    return parse_unusual (text, out_class);
  if (word->reading == YL_CLASS_READ_OK)
    *out_class = word->road_class;
  return word->reading;
}

/* The first letter in upper case and half width; 0 when the text begins otherwise. */
static char
first_letter (YlText text)
{
  const guchar *at = (const guchar *) text.at;
  if (at[0] < 0x80)
    return g_ascii_toupper ((char) at[0]);
  if (text.length < 3 || at[0] != 0xEF)
    return 0;
  if (at[1] == 0xBC && at[2] >= 0xA1 && at[2] <= 0xBA)
    return (char) ('A' + (at[2] - 0xA1));
  if (at[1] == 0xBD && at[2] >= 0x81 && at[2] <= 0x9A)
    return (char) ('A' + (at[2] - 0x81));
  return 0;
}

YlClassReading
yl_road_class_parse_letter (YlText route_code, YlRoadClass *out_class)
{
  if (yl_text_is_blank (route_code))
    return YL_CLASS_READ_BLANK;
  switch (first_letter (yl_text_trim (route_code)))
    {
    case 'X':
    case 'J':
      *out_class = YL_CLASS_COUNTY;
      return YL_CLASS_READ_OK;
    case 'Y':
    case 'N':
      *out_class = YL_CLASS_TOWNSHIP;
      return YL_CLASS_READ_OK;
    case 'C':
      *out_class = YL_CLASS_VILLAGE;
      return YL_CLASS_READ_OK;
    case 'Z':
      *out_class = YL_CLASS_SPECIAL;
      return YL_CLASS_READ_OK;
    case 'G':
    case 'S':
    case 'H':
    case 'T':
      return YL_CLASS_READ_NATIONAL;
    default:
      return YL_CLASS_READ_UNKNOWN;
    }
}

/* A road class is the first four rate kinds, in the same order. */
static const char *const names[YL_N_RATES] = { "县道",     "乡道",     "村道",
                                               "专用公路", "城管路段", "机耕道" };
static const char *const keys[YL_N_RATES] = { "county",  "township", "village",
                                              "special", "urban",    "track" };
G_STATIC_ASSERT ((int) YL_CLASS_SPECIAL == (int) YL_RATE_SPECIAL);

const char *
yl_road_class_get_name (YlRoadClass road_class)
{
  g_return_val_if_fail ((guint) road_class < YL_N_CLASSES, "");
  return names[road_class];
}

const char *
yl_road_class_get_key (YlRoadClass road_class)
{
  g_return_val_if_fail ((guint) road_class < YL_N_CLASSES, "");
  return keys[road_class];
}

const char *
yl_rate_kind_get_name (YlRateKind kind)
{
  g_return_val_if_fail ((guint) kind < YL_N_RATES, "");
  return names[kind];
}

const char *
yl_rate_kind_get_key (YlRateKind kind)
{
  g_return_val_if_fail ((guint) kind < YL_N_RATES, "");
  return keys[kind];
}
