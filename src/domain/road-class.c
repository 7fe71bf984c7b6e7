#include "yanglu/domain/road-class.h"

#include "yanglu/base/enum-table.h"

YlClassReading
yl_road_class_parse_name (const YlWords *words, YlText text, YlRoadClass *out_class)
{
  guint member = 0;
  if (yl_words_read (words, YL_WORDS_CLASS, text, &member))
    {
      if (member == YL_N_CLASSES)
        return YL_CLASS_READ_NATIONAL;
      *out_class = (YlRoadClass) member;
      return YL_CLASS_READ_OK;
    }
  if (yl_text_is_blank (text))
    return YL_CLASS_READ_BLANK;
  if (yl_words_read (words, YL_WORDS_CLASS_OPEN, text, &member))
    return YL_CLASS_READ_OPEN;
  g_autofree char *name = yl_text_squeeze (text);
  if (yl_words_find_inside (words, YL_WORDS_TRACK, name) == NULL)
    return YL_CLASS_READ_UNKNOWN;
  *out_class = YL_CLASS_VILLAGE;
  return YL_CLASS_READ_TRACK;
}

const char *
yl_road_class_find_choices (const YlWords *words, YlText text)
{
  static const char *const choices[] = {
    [YL_CLASS_CHOICE_TO_TOWNSHIP] = "县道或乡道",
    [YL_CLASS_CHOICE_TO_VILLAGE] = "乡道或村道",
  };
  G_STATIC_ASSERT (G_N_ELEMENTS (choices) == YL_N_CLASS_CHOICES);
  guint member = 0;
  g_return_val_if_fail (yl_words_read (words, YL_WORDS_CLASS_OPEN, text, &member), "");
  return choices[member];
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

YL_DEFINE_MEMBERS (yl_rate_kind,
                   YlRateKind,
                   YL_N_RATES,
                   { "county", "县道" },
                   { "township", "乡道" },
                   { "village", "村道" },
                   { "special", "专用公路" },
                   { "urban", "城管路段" },
                   { "track", "机耕道" })

/* A road class is the first four rate kinds, in the same order. */
G_STATIC_ASSERT ((int) YL_CLASS_SPECIAL == (int) YL_RATE_SPECIAL);

const char *
yl_road_class_get_name (YlRoadClass road_class)
{
  g_return_val_if_fail ((guint) road_class < YL_N_CLASSES, "");
  return yl_rate_kind_get_name ((YlRateKind) road_class);
}

const char *
yl_road_class_get_key (YlRoadClass road_class)
{
  g_return_val_if_fail ((guint) road_class < YL_N_CLASSES, "");
  return yl_rate_kind_get_key ((YlRateKind) road_class);
}
