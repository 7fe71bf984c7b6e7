#pragma once

#include "yanglu/domain/finding.h"
#include "yanglu/domain/intake.h"
#include "yanglu/domain/inventory.h"
#include "yanglu/domain/places.h"
#include "yanglu/domain/words.h"
#include "yanglu/io/import/typed.h"
#include "yanglu/io/rows.h"

G_BEGIN_DECLS

/**
 * YlRoadImport: turns the rows of a table into roads: finds the heads (in any
 * order, under title rows, in one row or two), understands every row, reports
 * every fault, hands on every row that can count. Allocates nothing per row
 * on the common path.
 */
typedef struct _YlRoadImport YlRoadImport;

typedef struct
{
  const char *file;       /* for findings */
  const YlWords *words;   /* how heads and cells are written */
  const YlPlaces *places; /* register for E06, E07 and stale codes */
  guint32 county_code;    /* county of the rows whose codes name none; 0 unknown */
  guint year;           /* that is budgeted for, so that of two years its own is taken; 0 unknown */
  gboolean adds_sheets; /* every sheet of the best rank is read, sums and other years, too */
  YlFindings *findings;
  YlIntake *intake;       /* (nullable): told what was read */
  YlInventory *inventory; /* (nullable): add_origin() is called on it for each table */
  YlRoadSink roads;
  YlTypedSink typed; /* told every row that is no sum, note or blank, as it was typed */
} YlRoadImportRequest;

YlRoadImport *yl_road_import_new (const YlRoadImportRequest *request);
void yl_road_import_free (YlRoadImport *import);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlRoadImport, yl_road_import_free)

/**
 * yl_road_import_get_survey: a sink to give to a reader of workbooks first, so that the choice of
 * sheets is made with all of them known; it ends every sheet at its heads and reports nothing.
 */
YlRowSink yl_road_import_get_survey (YlRoadImport *import);

/** yl_road_import_has_sheet: whether the survey met a sheet of that name. */
gboolean yl_road_import_has_sheet (gconstpointer import, const char *name);
/** yl_road_import_keep_roads: what the survey met is a budget of ours: its roads are read, and its other
 * sheets, which say the same again, are not spoken of. */
void yl_road_import_keep_roads (YlRoadImport *import);

/** yl_road_import_needs_look: after the survey: whether the choice of sheets needs their rows. */
gboolean yl_road_import_needs_look (const YlRoadImport *import);

/** YlRoadLook: a look at the rows of the sheets that the survey found, as they would be read: nothing is
 * counted or reported, and sheets that say once more what others do are known then. */
typedef struct _YlRoadLook YlRoadLook;

/** yl_road_look_new: @import outlives it, and may be given its rows afterwards. */
YlRoadLook *yl_road_look_new (YlRoadImport *import);
void yl_road_look_free (YlRoadLook *look);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlRoadLook, yl_road_look_free)
YlRowSink yl_road_look_get_sink (YlRoadLook *look);

/**
 * yl_road_import_get_sink: the row sink to give to a reader. Of a workbook the
 * sheet 里程台账 (of a budget 里程明细) is read when there is one, else every visible sheet with road heads, else the
 * hidden ones; sheets of the entry workbook that hold other things are passed over, and, after a look, those that
 * say once more what others do (see roads/choice-private.h). Without a survey (CSV) every visible sheet with road
 * heads is read.
 */
YlRowSink yl_road_import_get_sink (YlRoadImport *import);

/** How the rows fared. */
typedef struct
{
  guint64 n_rows;     /* rows below heads that were not blank */
  guint64 n_roads;    /* handed on */
  guint64 n_sums;     /* 合计 and 小计 rows, passed over */
  guint64 n_left_out; /* not understood: E02, E03, C04 … each with a finding */
  guint n_tables;     /* tables found; 0 is E01, which the caller reports by yl_road_import_end() */
} YlRoadImportTally;

/** yl_road_import_end: reports E01 when no table was found, or only heads, what a survey showed
 * to be hidden (C11) or passed over, and what may be counted twice (A01); Returns: how the rows fared. */
YlRoadImportTally yl_road_import_end (YlRoadImport *import);

G_END_DECLS
