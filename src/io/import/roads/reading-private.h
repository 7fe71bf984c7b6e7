#pragma once

#include "import-private.h"

G_BEGIN_DECLS

/** A number or word that a rule needs once the whole row is read. */
typedef struct
{
  YlText seen;
  YlDecimalStatus status; /* BLANK without a column */
  gint64 m;
  gint32 lost_um; /* read − kept, in millionths of a metre */
} RoadLength;

/** One row on its way from cells to a road. */
struct _RoadReading
{
  YlRoadImport *import;
  guint32 row;
  gboolean is_reporting; /* FALSE: the first look, which only marks what is odd */
  gboolean is_odd;       /* something would have to be reported */
  gboolean is_left_out;
  YlRoadRow out;
  YlText class_seen;
  YlText code_seen;
  YlText division_seen;
  YlClassReading class_reading;
  YlClassReading letter_reading;
  RoadLength length;
  RoadLength start;
  RoadLength end;
  guint32 code_county;
  guint32 division_county;
  guint32 township_digits;
  gboolean is_maintained; /* 列养 says yes, and no column says how much */
  char code[48];          /* the route code when it had to be folded */
  char previous_code[48];
};

/** road_get_member: where what @column says is kept. */
static inline gpointer
road_get_member (RoadReading *reading, guint column)
{
  return (char *) reading + yl_road_table.columns[column].member;
}

/** Something wrong in a row, as the rule book wants it told. */
typedef struct
{
  YlCode code;
  YlSeverity severity;
  guint column; /* ROAD_N_COLUMNS: none */
  YlText seen;
  const char *what;          /* "不是数字" */
  const char *expected;      /* (nullable) */
  const char *repair;        /* (nullable): only where certain */
  const char *effect;        /* "该行未计入" */
  gboolean is_unknown_money; /* at_stake cannot be told */
  YlStakeLength stake;
} RoadFault;

/**
 * road_fault_is_told: whether a text for a fault of @code will be kept, so that it is worth making;
 * else the fault is marked, or counted.
 */
gboolean road_fault_is_told (RoadReading *reading, YlCode code, YlSeverity severity);

/** road_fault: at the first look only marks the row as odd. */
void road_fault (RoadReading *reading, const RoadFault *fault);

/** road_fault_item: a cell that cannot be understood (C04) in a row that stands. */
void road_fault_item (RoadReading *reading,
                      guint column,
                      YlText seen,
                      const char *what,
                      const char *expected,
                      const char *effect);

/* The effects that a fault may have on its row. */
#define ROAD_EFFECT_ITEM "该行照常计入，此项按空白处理"
#define ROAD_EFFECT_FLAG "该行照常计入，此标记按“否”处理"

/* road-cells.c: lengths, stakes, codes, numbers */
void road_read_code (RoadReading *reading, guint column, YlText cell);
void road_read_previous_code (RoadReading *reading, guint column, YlText cell);
void road_read_division (RoadReading *reading, guint column, YlText cell);
void road_read_length (RoadReading *reading, guint column, YlText cell);
void road_read_stake (RoadReading *reading, guint column, YlText cell);
void road_read_previous_stake (RoadReading *reading, guint column, YlText cell);
void road_read_part_length (RoadReading *reading, guint column, YlText cell);
void road_read_width (RoadReading *reading, guint column, YlText cell);
void road_read_year (RoadReading *reading, guint column, YlText cell);

/* road-words.c: closed sets, flags, texts */
void road_read_class (RoadReading *reading, guint column, YlText cell);
void road_read_text (RoadReading *reading, guint column, YlText cell);
void road_read_filled (RoadReading *reading, guint column, YlText cell);
void road_read_flag (RoadReading *reading, guint column, YlText cell);
void road_read_grade (RoadReading *reading, guint column, YlText cell);
void road_read_surface (RoadReading *reading, guint column, YlText cell);
void road_read_condition (RoadReading *reading, guint column, YlText cell);

/* road-judge.c: what the cells come to together */
void road_judge (RoadReading *reading);

G_END_DECLS
