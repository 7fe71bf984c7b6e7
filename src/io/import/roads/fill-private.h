#pragma once

#include "sender-private.h"
#include "yanglu/domain/road-class.h"
#include "yanglu/io/import/heads.h"
#include "yanglu/io/import/merged.h"
#include "yanglu/io/import/roads/roads.h"

G_BEGIN_DECLS

/** RoadFill: what the rows of a sheet leave to merged cells, to bands (a row 沙镇镇 or 一、县道 above its
 * rows) and to the name of the sheet. */
typedef struct
{
  YlMerged *merged;
  guint columns[YL_HEADS_MAX]; /* the cells that merged ones may fill */
  guint n_columns;
  char *township;               /* (nullable): of the rows at hand */
  YlClassReading class_reading; /* BLANK or OK */
  guint8 road_class;
  /* Of the whole sheet, by its name */
  char *sheet_township;
  YlClassReading sheet_reading;
  guint8 sheet_class;
  guint n_bands;
  RoadSender sender;       /* above the heads */
  gboolean is_outer_class; /* the first band was a class: townships end with it */
  YlSheetLayout layout;    /* its counts alone */
} RoadFill;

void road_fill_init (RoadFill *fill);
void road_fill_clear (RoadFill *fill);
/** road_fill_begin: the sheet of @import begins. */
void road_fill_begin (YlRoadImport *import);
/** road_fill_tell_heads: what the name of the sheet says needs no head. */
void road_fill_tell_heads (YlRoadImport *import);
/** road_fill_tell_below: to be asked before each row until there are heads: a band 县道 below heads without a class says
 * it of its rows. */
void road_fill_tell_below (YlRoadImport *import, const YlText *cells, guint n_cells);
/** road_fill_lay: what the sheet says beside its rows. */
void road_fill_lay (RoadFill *fill, const YlSheetLayout *layout);
/** road_fill_is_band: whether the row is 沙镇镇 or 一、县道 alone, or with the sum of the rows below it, which
 * it then fills. @first: its first filled cell. */
gboolean
road_fill_is_band (YlRoadImport *import, const RoadReading *reading, guint n_filled, YlText first);
/** road_fill_take_title: a row above the heads: 沙镇镇 alone, and 乡镇：沙镇镇 or 填报单位：沙镇镇人民政府 among others,
 * fills the rows of the sheet, as its name does. */
void road_fill_take_title (YlRoadImport *import, const YlText *cells, guint n_cells);
/** road_fill_row: the row with what merged cells leave to it. */
void road_fill_row (YlRoadImport *import, YlRowId row, const YlText **cells, guint *n_cells);
/** road_fill_blanks: what a band above the row says, or the name of the sheet, where its own cells are
 * silent. */
void road_fill_blanks (RoadReading *reading);

/** road_says_nothing: whether a row holds nothing, or nothing but 0. */
gboolean road_says_nothing (const YlText *cells, guint n_cells);
/** road_is_note: of a row left out without length and stake: whether it is a line that is no road: a note, a
 * township over its rows, a number and nothing else. @first: its first filled cell. */
gboolean road_is_note (
    const RoadReading *reading, const YlText *cells, guint n_cells, YlText first, guint n_filled);

G_END_DECLS
