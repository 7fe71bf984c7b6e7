#pragma once

#include "yanglu/domain/inventory.h"

G_BEGIN_DECLS

/** No line of a table: the road names no township, say, or no road names a package. */
#define YL_LINE_NONE G_MAXUINT32

/** Where a row was added: indices into the tables of YlFigures. */
typedef struct
{
  guint32 township;
  guint32 payee;
  guint32
      package; /* YL_LINE_NONE when no road names one, or a bridge has neither money nor a package */
} YlPlacement;

/** What one road comes to. */
typedef struct
{
  gint64 amount_fen;
  guint32 counted_m;
  guint32 paid_m; /* 0 when no rate is declared for it */
  YlPlacement placement;
  guint8 rate; /* YlRateKind */
} YlRoadWorking;

/** What the levels above the county pay for one road, where they pay by the kilometre. */
typedef struct
{
  gint64 province_fen_per_km;
  gint64 city_fen_per_km;
  gint64 province_fen; /* rounded once, half up; never more than is left of the row */
  gint64 city_fen;
} YlRoadStack;

/** What one bridge comes to: a yearly amount by size plus an amount by its metres. */
typedef struct
{
  gint64 by_size_fen;
  gint64 by_metre_fen;
  YlPlacement placement;
} YlBridgeWorking;

G_END_DECLS
