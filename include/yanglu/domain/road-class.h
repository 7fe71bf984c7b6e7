#pragma once

#include "yanglu/domain/words.h"

G_BEGIN_DECLS

/** The administrative class (行政等级) of a rural road. */
typedef enum
{
  YL_CLASS_COUNTY,   /* 县道 X, J */
  YL_CLASS_TOWNSHIP, /* 乡道 Y, N */
  YL_CLASS_VILLAGE,  /* 村道 C */
  YL_CLASS_SPECIAL,  /* 专用公路 Z */
} YlRoadClass;
#define YL_N_CLASSES (YL_CLASS_SPECIAL + 1)

/** What a kilometre is paid as: its class, unless it is an urban stretch or a field track. */
typedef enum
{
  YL_RATE_COUNTY,
  YL_RATE_TOWNSHIP,
  YL_RATE_VILLAGE,
  YL_RATE_SPECIAL,
  YL_RATE_URBAN, /* 城管路段 */
  YL_RATE_TRACK, /* 机耕道 */
} YlRateKind;
#define YL_N_RATES (YL_RATE_TRACK + 1)

typedef enum
{
  YL_CLASS_READ_OK,
  YL_CLASS_READ_BLANK,
  YL_CLASS_READ_NATIONAL, /* 国道, 省道; G S H T: not a rural road */
  YL_CLASS_READ_TRACK,    /* 机耕道: a village road by class, paid as a track */
  YL_CLASS_READ_OPEN,     /* 通村公路: what it leads to is no class */
  YL_CLASS_READ_UNKNOWN,
} YlClassReading;

/** yl_road_class_parse_name: "县道", "县级公路", "县", "X" … @out_class is set on OK and TRACK
 * only. */
YlClassReading yl_road_class_parse_name (const YlWords *words, YlText text, YlRoadClass *out_class);

/** What a road that is called by what it leads to may be: 公路法 and the rules on 农村公路 tell classes by use and
 * register, and a road to a village is a 乡道 where it serves the township's traffic, else a 村道. */
typedef enum
{
  YL_CLASS_CHOICE_TO_TOWNSHIP, /* 通乡公路: 县道 or 乡道 */
  YL_CLASS_CHOICE_TO_VILLAGE,  /* 通村公路, 建制村公路: 乡道 or 村道 */
} YlClassChoice;
#define YL_N_CLASS_CHOICES (YL_CLASS_CHOICE_TO_VILLAGE + 1)

/** yl_road_class_find_choices: of a name that was read OPEN: "乡道或村道". */
const char *yl_road_class_find_choices (const YlWords *words, YlText text);

/** yl_road_class_parse_letter: the first letter of a route code, folded in case and width. */
YlClassReading yl_road_class_parse_letter (YlText route_code, YlRoadClass *out_class);

/** "县道" … */
const char *yl_road_class_get_name (YlRoadClass road_class);
/** "county" … as in JSON and policies. */
const char *yl_road_class_get_key (YlRoadClass road_class);
/** "县道" … "城管路段", "机耕道" */
const char *yl_rate_kind_get_name (YlRateKind kind);
/** "county" … "urban", "track" */
const char *yl_rate_kind_get_key (YlRateKind kind);

G_END_DECLS
