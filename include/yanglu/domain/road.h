#pragma once

#include "yanglu/base/text-pool.h"
#include "yanglu/domain/road-class.h"
#include "yanglu/domain/row-id.h"

G_BEGIN_DECLS

#define YL_METRES_UNKNOWN G_MAXUINT32
#define YL_STAKE_UNKNOWN (-1)
/** The letter of a national or provincial road: G, S, H, T. */
#define YL_LETTER_NATIONAL (YL_N_CLASSES + 1)

typedef enum
{
  YL_ROAD_DUPLICATE = 1 << 0,   /* 重复路段 is filled: another route's road, not counted */
  YL_ROAD_DEAD_END = 1 << 1,    /* 断头路: not counted; wins over DUPLICATE */
  YL_ROAD_URBAN = 1 << 2,       /* 城管路段: counted, paid by rate `urban` */
  YL_ROAD_TRACK = 1 << 3,       /* 机耕道 in class or surface: paid by rate `track` */
  YL_ROAD_BREAK = 1 << 4,       /* a declared chainage break (断链): stakes need not match */
  YL_ROAD_FROM_STAKES = 1 << 5, /* the length column was blank; the length is end − start */
  YL_ROAD_STALE_CODE = 1 << 6,  /* the county code in the route code is an old one */
} YlRoadFlags;

typedef enum
{
  YL_CONDITION_UNKNOWN,
  YL_CONDITION_EXCELLENT, /* 优, PQI >= 90 */
  YL_CONDITION_GOOD,      /* 良, >= 80 */
  YL_CONDITION_FAIR,      /* 中, >= 70 */
  YL_CONDITION_POOR,      /* 次, >= 60 */
  YL_CONDITION_BAD,       /* 差 */
} YlCondition;

/** yl_condition_get_name: "优" …; "" of the unknown */
const char *yl_condition_get_name (YlCondition condition);
/** yl_condition_find_of_pqi: the grade of a PQI, in whole points that are reached, by templates/accounts. */
YlCondition yl_condition_find_of_pqi (guint pqi);

/** 技术等级; the names stand in the order of the codes 10 11 22 23 24 30. */
typedef enum
{
  YL_GRADE_UNKNOWN,
  YL_GRADE_EXPRESSWAY,
  YL_GRADE_FIRST,
  YL_GRADE_SECOND,
  YL_GRADE_THIRD,
  YL_GRADE_FOURTH,
  YL_GRADE_SUBSTANDARD,
} YlGrade;

/** yl_grade_get_name: "高速" …; "" of the unknown */
const char *yl_grade_get_name (YlGrade grade);

/** 路面类型, by the yearbook codes 11, 12, 21–23, 31–36. */
typedef enum
{
  YL_SURFACE_UNKNOWN,
  YL_SURFACE_ASPHALT,
  YL_SURFACE_CONCRETE,
  YL_SURFACE_LIGHT,
  YL_SURFACE_UNPAVED,
} YlSurface;

/** yl_surface_get_name: "沥青" …; "" of the unknown */
const char *yl_surface_get_name (YlSurface surface);

/**
 * YlRoad: one section of a road list, at most 96 bytes; texts are ids in the
 * pool of its inventory, 0 where nothing stood.
 */
typedef struct
{
  YlTextId route_code; /* folded: upper case, half width, no blanks */
  YlTextId route_name;
  YlTextId township; /* the register's name when township_code is known, else as written */
  YlTextId village;
  YlTextId package;
  YlTextId payee;
  YlTextId chief;
  YlTextId duplicate_of;
  YlTextId previous_code;
  guint32 township_code; /* nine digits, 371502006; 0 unknown */
  guint32 county_code;   /* six digits, of the division code, else of the route code; stale codes
                            renewed; 0 unknown */
  guint32 length_m;      /* 里程 as listed (see counted_m in calc) */
  guint32 maintained_m;  /* 列养里程; YL_METRES_UNKNOWN without such a column */
  guint32 subsidised_m;  /* 补助养护里程; YL_METRES_UNKNOWN without such a column */
  gint32 start_m;        /* stakes; YL_STAKE_UNKNOWN */
  gint32 end_m;
  gint32 previous_start_m;
  gint32 previous_end_m;
  YlRowId row;
  guint16 origin; /* index of its source and sheet in the inventory */
  guint16 built;  /* year; 0 unknown */
  guint16 rebuilt;
  guint16 last_works;
  guint16 width_cm;
  guint8 road_class;   /* YlRoadClass */
  guint8 letter_class; /* YlRoadClass of the code's letter; YL_N_CLASSES when it has none,
                          YL_LETTER_NATIONAL */
  guint8 flags;        /* YlRoadFlags */
  guint8 condition;    /* YlCondition */
  guint8 grade;        /* YlGrade */
  guint8 surface;      /* YlSurface */
} YlRoad;

G_STATIC_ASSERT (sizeof (YlRoad) <= 96);

/**
 * yl_road_to_place: (transfer full): the place that rates by place are asked for: the road's township, before
 * its county, before @place, that of its entity; but where @place is a zone's name, every road's.
 */
char *yl_road_to_place (const YlRoad *road, const char *place);

G_END_DECLS
