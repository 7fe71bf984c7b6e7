#pragma once

#include "yanglu/domain/road-class.h"

G_BEGIN_DECLS

#define YL_COUNTY_AGENCY "县级农村公路管护机构"

/* What a line without a name is called, on sheets as in JSON and text. */
/** A township that nobody named, also as the payee of its township and village roads. */
#define YL_UNNAMED_TOWNSHIP "未注明乡镇"
#define YL_UNNAMED_PAYEE "未注明管养单位"

typedef struct
{
  const char *name; /* "" : no township named */
  guint32 code;     /* 0 unknown */
  gint64 sections;
  gint64 counted_m[YL_N_CLASSES];
  gint64 paid_m;
  gint64 roads_fen;
  gint64 bridges_fen;             /* amount = roads + bridges */
  gint64 class_fen[YL_N_CLASSES]; /* roads_fen by administrative class */
} YlTownshipLine;

/** A payee (管养单位) or a package (标段). */
typedef struct
{
  const char *name;      /* unique in its table; "": none named (packages only) */
  guint32 township_code; /* a payee that is a township; else 0 */
  gint64 paid_m;
  gint64 roads_fen;
  gint64 bridges_fen; /* amount = roads + bridges */
} YlShareholderLine;

G_END_DECLS
