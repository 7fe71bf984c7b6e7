#pragma once

#include "fill-private.h"
#include "yanglu/domain/road-row.h"
#include "yanglu/io/import/taking.h"

G_BEGIN_DECLS

/* A chainage break is told by up to three fields of the yearbook; any of them filled tells it. */
#define ROAD_COLUMN_BREAK_2 (YL_N_COLUMNS + 0)
#define ROAD_COLUMN_BREAK_3 (YL_N_COLUMNS + 1)
/* Beside the code of the other route a list may have a column that says yes or no. */
#define ROAD_COLUMN_DUPLICATE (YL_N_COLUMNS + 2)
#define ROAD_N_COLUMNS (YL_N_COLUMNS + 3)
G_STATIC_ASSERT (ROAD_N_COLUMNS <= YL_HEADS_MAX);

/** What road lists call their columns. */
extern const YlImportTable yl_road_table;

/** Reads one cell of a column that is not blank; what cannot be read is told by road_fault(). */
typedef void (*ReadCell) (RoadReading *reading, guint column, YlText cell);

/** A column of the table at hand. */
typedef struct
{
  guint cell;   /* index in the row */
  guint column; /* YlColumn and the further breaks */
  ReadCell read;
} RoadField;

/** What the code's letter says: parsed once by domain, looked up per row. */
typedef struct
{
  YlClassReading reading;
  guint8 letter_class; /* as in YlRoad */
} RoadLetter;

/** What the rows of 合计 state, held against the others. */
typedef struct _RoadSums RoadSums;

struct _YlRoadImport
{
  YlRoadImportRequest request;
  YlHeadFinder *finder;
  GHashTable *places; /* every combination of place cells met so far, resolved once */
  YlRoadImportTally tally;
  YlTaking taking;
  RoadFill fill;
  /* The sheet at hand */
  char *sheet;
  gboolean is_below_heads;
  guint n_sought; /* rows read without heads */
  guint n_heads;  /* of a row up to the last head; 0: more of them are no fault */
  guint64 columns;
  RoadField fields[ROAD_N_COLUMNS];
  guint n_fields;
  YlHeadUnit units[ROAD_N_COLUMNS];
  YlRoadRow blank; /* what a row is before its cells are read */
  /* For speed only */
  RoadLetter letters[26];
  char last_county_digits[6];
  guint32 last_county;
  gboolean is_last_county_stale;
  gconstpointer recent_places[1024];
  RoadSums *sums;
  GPtrArray *sheets;      /* of RoadSheet: the survey of a workbook */
  gboolean was_looked_at; /* their rows, too */
  gboolean is_chosen;
  GArray *unmarked;          /* of YlText: the cells of the row at hand without marks before them */
  gboolean takes_structures; /* their rows are only looked at */
  char *structures;          /* (nullable): why the last list of culverts or tunnels was not read */
};

/** road_begin_sheet: the rows that follow are those of the sheet called @sheet. */
void road_begin_sheet (YlRoadImport *import, const char *sheet);

void road_read_row (YlRoadImport *import, YlRowId row, const YlText *cells, guint n_cells);
void road_load_fields (YlRoadImport *import);

/** road_places_new: (transfer full): for YlRoadImport.places. */
GHashTable *road_places_new (void);

/** Whether a plain number of @column is metres. */
gboolean road_is_in_metres (const RoadReading *reading, guint column, YlText cell);
/** road_get_precision: what a length of more decimals should have been, in its unit. */
const char *road_get_precision (gboolean is_metre);

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
  YlRowId row;
  gboolean is_reporting; /* FALSE: the first look, which only marks what is odd */
  gboolean is_odd;       /* something would have to be reported */
  gboolean is_left_out;
  gboolean is_class_filled, is_township_filled; /* by a band, or the name of the sheet */
  YlRoadRow out;
  YlText class_seen, code_seen, division_seen;
  YlClassReading class_reading;
  YlClassReading letter_reading;
  RoadLength length;
  RoadLength start;
  RoadLength end;
  guint32 code_county;
  guint32 division_county;
  guint32 township_digits;
  YlText duplicate_said;    /* 是否重复路段, where it is no no */
  gboolean is_no_duplicate; /* a column said so */
  gboolean is_maintained;   /* 列养 says yes, and no column says how much */
  char code[48];            /* the route code when it had to be folded */
  char previous_code[48];
};

/** road_get_member: where what @column says is kept. */
static inline gpointer
road_get_member (RoadReading *reading, guint column)
{
  return (char *) reading + yl_road_table.columns[column].member;
}

/** Something wrong in a row. */
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

/** road_fault_is_told: whether a text for a fault of @code will be kept, so that it is worth making;
 * else the fault is marked, or counted. */
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

G_END_DECLS
