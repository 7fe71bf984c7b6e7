#pragma once

#include "yanglu/audit/diagnosis/diagnosis.h"

G_BEGIN_DECLS

#define YL_SLOT_TOTAL YL_N_RATES
#define YL_ALL_RATES YL_N_RATES
#define YL_NO_SHARED (-1)
#define YL_OWN_ROW G_MAXSIZE
/* No amount of a file equals it, and seven of it do not overflow. */
#define YL_NEVER_FEN ((gint64) -900000000000000000)

/* Ways in which three columns can stand in each other's place. */
#define YL_N_COLUMN_ORDERS 5u
#define YL_N_CLASS_COLUMNS 3u
#define YL_LI_PER_KM 2
#define YL_M_PER_KM 1000

/** How a rounding cause rounds: its first. */
typedef enum
{
  YL_ROUND_HALF_UP,
  YL_ROUND_DOWN,
  YL_ROUND_LENGTHS, /* the kilometres, before they are multiplied */
  YL_ROUND_IN_ONE,  /* the fen, once a row instead of once a road */
  YL_CUT_LENGTHS,
} YlRoundingMode;

/* Which states a road that does not count may be in: the first of such a cause. */
#define YL_STATE_BIT(state) (1u << ((state) -1))
#define YL_DUPLICATES_AND_DEAD_ENDS 3u
#define YL_ALL_UNCOUNTED 15u

typedef struct YlSearch YlSearch;

/** A mistake that may concern any number of rows alike. */
typedef struct
{
  guint8 kind;        /* YlCauseKind */
  guint8 first;       /* rate kind, slot or mode */
  gboolean is_output; /* changes what was computed, not what it is computed from */
  gint64 value; /* of swapped rates: the second rate kind; of rows: the first; of a part: which */
  gint64 over;  /* of a factor: what it is divided by; of rows: the second; of a part: how often */
} YlShared;

/** Metres beside, or taken from, the kilometres of a row. */
typedef struct
{
  gint64 m; /* signed */
  guint8 rate;
  guint8 state; /* YlDiagnosisItemState: of all its duplicates or dead ends; COUNTED: one road */
} YlExtra;

/** What a row is computed from, after some mistakes. */
typedef struct
{
  gint64 rate[YL_N_RATES];
  gint64 length_m[YL_N_RATES];
  gboolean is_whole[YL_N_RATES]; /* multiplied in one go, not road by road */
  const YlShared *on_lengths[2]; /* (nullable): done to a class, all roads together */
  YlExtra
      extras[28]; /* what does not count, in four states of six kinds; two roads in another class */
  guint n_extras;
  gint64 moved_fen;      /* parts of the row by another rate, grants netted */
  gboolean is_elsewhere; /* all of the row is in another, or in none */
  guint32 skipped_costs;
  gint64 share_ppm; /* of land-transfer net revenue */
} YlRowModel;

/** What stands in a row, then. */
typedef struct
{
  gint64 length_m[YL_N_RATES];
  gint64 class_fen[YL_N_RATES];
  gint64 fen;
} YlRowView;

/* model.c: a row, and what causes of many rows make of it */
void yl_row_model_init (const YlSearch *search, gsize row, YlRowModel *model);
gboolean yl_row_model_add (YlRowModel *model, gint64 m, guint rate, guint state);
void
yl_row_model_view (const YlSearch *search, gsize row, const YlRowModel *model, YlRowView *view);
/* The bits that it takes to say which of @n, or which @n_chosen of @n_all. */
guint yl_weight_log2 (guint64 n);
guint yl_weight_choose (guint64 n_all, guint64 n_chosen);
/** yl_row_price: metres × rate to the fen, half up; capped at %YL_MONEY_MAX_FEN either way. */
gint64 yl_row_price (gint64 m, gint64 fen_per_km);
void yl_shared_list (const YlDiagnosisCase *problem, GArray *shared);
/** yl_row_get_uncounted: the metres of the row that are in @state, a YlDiagnosisItemState. */
const gint64 *yl_row_get_uncounted (const YlDiagnosisRow *row, guint state);
/** yl_columns_get_order: which class stands in the column of which, of 县道, 乡道, 村道. */
const guint8 *yl_columns_get_order (const YlShared *moved);
/** yl_shared_apply: %FALSE when it changes nothing in the row. */
gboolean
yl_shared_apply (const YlSearch *search, const YlShared *shared, gsize row, YlRowModel *model);
gboolean
yl_shared_transform (const YlSearch *search, const YlShared *shared, gsize row, YlRowView *view);
/** yl_shared_invert: the amounts of which @shared makes what is stated in @row, class by class. */
gboolean yl_shared_invert (const YlShared *shared,
                           const YlDiagnosisRow *row,
                           gint64 *out_low,
                           gint64 *out_high);
/** yl_rates_of_cause: the rates of an older or another rate. */
const YlOldRates *yl_rates_of_cause (const YlSearch *search, const YlShared *shared);

G_END_DECLS
