#pragma once

#include "yanglu/domain/road-row.h"
#include "yanglu/io/import/heads.h"
#include "yanglu/io/import/roads/roads.h"

#include "place-private.h"

G_BEGIN_DECLS

/* A chainage break is told by up to three fields of the yearbook; any of them filled tells it. */
#define ROAD_COLUMN_BREAK_2 (YL_N_COLUMNS + 0)
#define ROAD_COLUMN_BREAK_3 (YL_N_COLUMNS + 1)
#define ROAD_N_COLUMNS (YL_N_COLUMNS + 2)
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
  YlRoadClass road_class;
} RoadLetter;

/** Rows whose length and stakes can be held together, to tell km from m (C03). */
typedef struct
{
  guint64 n_staked;
  guint64
      n_thousandfold[YL_N_RATES]; /* length = 1000 × (end − start), by what the row is paid as */
  guint64 n_thousandth[YL_N_RATES];  /* the other way round */
  gint64 thousandfold_m[YL_N_RATES]; /* Σ listed − staked */
  gint64 thousandth_m[YL_N_RATES];
} RoadScale;

/** A sheet as the survey saw it. */
typedef struct
{
  char *name;
  gboolean is_hidden;
  gboolean has_heads;
} RoadSheet;

struct _YlRoadImport
{
  YlRoadImportRequest request;
  YlHeadFinder *finder;
  RoadPlaces *places;
  YlRoadImportTally tally;
  /* The sheet at hand */
  char *sheet;
  gboolean is_below_heads;
  guint n_sought; /* rows read without heads */
  guint64 columns;
  RoadField fields[ROAD_N_COLUMNS];
  guint n_fields;
  YlHeadUnit units[ROAD_N_COLUMNS];
  YlRoadRow blank; /* what a row is before its cells are read */
  RoadScale scale;
  /* For speed only */
  RoadLetter letters[26];
  char last_county_digits[6];
  guint32 last_county;
  gboolean is_last_county_stale;
  /* The survey of a workbook */
  GArray *sheets; /* of RoadSheet */
};

/* road-row.c */
void road_read_row (YlRoadImport *import, guint32 row, const YlText *cells, guint n_cells);
void road_load_fields (YlRoadImport *import);

/* Rows without heads after which a sheet is no table of ours. */
#define ROAD_MAX_SOUGHT 100

/* road-sheets.c */
gboolean road_sheets_are_wanted (const YlRoadImport *import, const char *sheet, gboolean is_hidden);

/* What the survey found and the reading passed over, or took though it was hidden. */
void road_sheets_report (const YlRoadImport *import);

/* road-scale.c */
void road_scale_add (RoadScale *scale, const YlRoad *road);
void road_scale_report (const YlRoadImport *import);

G_END_DECLS
