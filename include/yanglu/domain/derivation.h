#pragma once

#include "yanglu/base/money.h"
#include "yanglu/domain/policy-value.h"

G_BEGIN_DECLS

/** What a figure counts. */
typedef enum
{
  YL_FIGURE_NONE, /* no number: a text, or a cell that only helps */
  YL_FIGURE_FEN,
  YL_FIGURE_ROAD_M,    /* metres, shown as kilometres */
  YL_FIGURE_BRIDGE_CM, /* centimetres, shown as metres */
  YL_FIGURE_PPM,
  YL_FIGURE_COUNT,
  YL_FIGURE_FEN_PER_KM,
  YL_FIGURE_FEN_PER_BRIDGE,
  YL_FIGURE_FEN_PER_METRE,
} YlFigureUnit;
#define YL_N_FIGURE_UNITS 9

/** How a figure comes from its parts. */
typedef enum
{
  YL_STEP_GIVEN,         /* entered or read: nothing behind it but where it stands */
  YL_STEP_POLICY,        /* a value of a policy */
  YL_STEP_SUM,           /* the signed sum of its parts and rows */
  YL_STEP_AT_LEAST_ZERO, /* that sum, or zero where it is below */
  YL_STEP_SMALLER,       /* the smaller of its two parts */
  YL_STEP_PRODUCT,       /* first × second part, rounded half up once */
  YL_STEP_SPLIT,         /* first × second part by largest remainder: whole fen, one more or not */
  YL_STEP_RATIO,         /* first ÷ second part, rounded half up once */
  YL_STEP_SAME,          /* its one part, seen elsewhere */
  YL_STEP_STATED,        /* said in words only */
} YlStep;
#define YL_N_STEPS 10

typedef enum
{
  YL_ROW_ROAD,
  YL_ROW_BRIDGE,
} YlRowKind;

/** Why a road or bridge is not in a figure of its kind. */
typedef enum
{
  YL_LEFT_IN,        /* it is in it */
  YL_LEFT_DUPLICATE, /* 重复路段 */
  YL_LEFT_DEAD_END,  /* 断头路 */
  YL_LEFT_NO_RATE,   /* the policy has no rate for it */
  YL_LEFT_NO_METRES, /* no kilometres of the kind that pays */
} YlLeftOut;
#define YL_N_LEFT_OUT 5

/** A road or bridge behind a figure. */
typedef struct
{
  gint64 units; /* what it adds, in the figure's unit; 0 where it is left out */
  guint32 index;
  guint8 kind;     /* YlRowKind */
  guint8 left_out; /* YlLeftOut */
} YlDerivationRow;

/** YlDerivation: a figure and all that it comes from, a tree. It lives no longer than its budget. */
typedef struct _YlDerivation YlDerivation;
struct _YlDerivation
{
  char *key;  /* "daily.standard_fen", "roads[17].amount_fen"; "" where no figure of the budget */
  char *name; /* "日常养护标准总额" */
  YlFigureUnit unit;
  gint64 units;
  YlStep step;
  int sign;                   /* +1 or -1 in the sum of its parent */
  char *how;                  /* the calculation in words; "" */
  const YlPolicyValue *basis; /* (nullable) (transfer none): the value of the policy behind it */
  YlYearPart part;            /* of an amount that follows from a rate: of which part of the year */
  GPtrArray *parts;           /* of YlDerivation */
  GArray *rows;               /* of YlDerivationRow */
  GPtrArray *notes;           /* of char *: sentences */
  gint64 last_year_units;     /* meaningful when has_last_year */
  gboolean has_last_year;
};

/** A figure that something feeds, and how much of it that is. */
typedef struct
{
  char *key;
  char *name;
  const char *how; /* "" where it simply adds to it; else a sentence (static) */
  YlFigureUnit unit;
  gint64 part;  /* of the figure */
  gint64 whole; /* the figure */
} YlFeed;

/** yl_feeds_new: (transfer full): a GArray of YlFeed that frees what is in it. */
GArray *yl_feeds_new (void);

/** yl_derivation_new: without parts; sign +1. */
YlDerivation *
yl_derivation_new (const char *key, const char *name, YlFigureUnit unit, gint64 units, YlStep step);
void yl_derivation_free (YlDerivation *derivation);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlDerivation, yl_derivation_free)

/** yl_derivation_add: @part: (transfer full) (nullable): the next part; %NULL adds nothing. */
void yl_derivation_add (YlDerivation *derivation, YlDerivation *part, int sign);
void yl_derivation_add_row (YlDerivation *derivation, const YlDerivationRow *row);
void yl_derivation_set_how (YlDerivation *derivation, const char *format, ...) G_GNUC_PRINTF (2, 3);
void yl_derivation_note (YlDerivation *derivation, const char *format, ...) G_GNUC_PRINTF (2, 3);
const YlDerivation *yl_derivation_get_part (const YlDerivation *derivation, guint index);

const char *yl_figure_unit_get_name (YlFigureUnit unit); /* "元" "公里" … */
const char *yl_figure_unit_get_key (YlFigureUnit unit);  /* "fen" "road_m" … */
/** yl_figure_to_text: (transfer full): "1,234.50 元", "12.345 公里", "2.5%". */
char *yl_figure_to_text (YlFigureUnit unit, gint64 units);
const char *yl_step_get_key (YlStep step);             /* "given" "sum" … */
const char *yl_left_out_get_name (YlLeftOut left_out); /* "重复路段" … */
const char *yl_left_out_get_key (YlLeftOut left_out);  /* "duplicate" … */

G_END_DECLS
