#pragma once

#include "diagnosis-private.h"

G_BEGIN_DECLS

/* Duplicates and dead ends of six kinds, and two roads in another class. */
#define YL_MAX_EXTRAS 16

/** Metres beside, or taken from, the kilometres of a row. */
typedef struct
{
  gint64 m; /* signed */
  guint8 rate;
  guint8
      state; /* YlDiagnosisItemState of the whole of a row's duplicates or dead ends; COUNTED: one
                   road */
} YlExtra;

/** What a row is computed from, after some mistakes. */
typedef struct
{
  gint64 rate[YL_N_RATES];
  gint64 length_m[YL_N_RATES];
  gboolean is_whole[YL_N_RATES]; /* multiplied in one go, not road by road */
  const YlShared
      *on_lengths[2]; /* (nullable): done to the kilometres of a class, all roads together */
  YlExtra extras[YL_MAX_EXTRAS];
  guint n_extras;
  gint64 moved_fen; /* parts of the row by another rate, grants netted */
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

/** One row under some causes, to be completed by others. */
typedef struct
{
  YlSearch *search;
  gsize row;    /* whose stated amounts are to be made */
  gsize source; /* whose kilometres make them: another row when amounts are shifted */
  gint16 shared[2];
  YlRowModel model;           /* after the shared causes */
  const YlShared *outputs[2]; /* (nullable): what is then done to the amounts, in this order */
  const YlPrivate *first;     /* (nullable): a private cause that is in the model already */
} YlAttempt;

/* model.c: a row, and what causes of many rows make of it */
void yl_row_model_init (const YlSearch *search, gsize row, YlRowModel *model);
gboolean yl_row_model_add (YlRowModel *model, gint64 m, guint rate, guint state);
void
yl_row_model_view (const YlSearch *search, gsize row, const YlRowModel *model, YlRowView *view);
/** yl_row_price: metres × rate to the fen, half up; capped at %YL_MONEY_MAX_FEN either way. */
gint64 yl_row_price (gint64 m, gint64 fen_per_km);
typedef enum
{
  YL_MATCH_NONE,
  YL_MATCH_WHOLE,
  YL_MATCH_LAGGING, /* the amounts match; the kilometres stand as in the record */
} YlMatch;
YlMatch yl_row_view_match (const YlDiagnosisRow *row, const YlRowView *view);

void yl_shared_list (const YlDiagnosisCase *problem, GArray *shared);
/** yl_shared_apply: %FALSE when it changes nothing in the row. */
gboolean
yl_shared_apply (const YlSearch *search, const YlShared *shared, gsize row, YlRowModel *model);
gboolean
yl_shared_transform (const YlSearch *search, const YlShared *shared, gsize row, YlRowView *view);
/** yl_shared_is_on_slot: whether an output cause changes the amounts of class @rate. */
gboolean yl_shared_is_on_slot (const YlShared *shared, guint rate);
/** yl_shared_invert: the amounts of which @shared makes @stated_fen. */
gboolean
yl_shared_invert (const YlShared *shared, gint64 stated_fen, gint64 *out_low, gint64 *out_high);
/** yl_shared_get_bits: how much it takes to name it. */
guint yl_shared_get_bits (const YlDiagnosisCase *problem, const YlShared *shared);

/* attempt.c */
/** yl_attempt_init: %FALSE when one of the shared causes does not concern the row, or the two do not
 * go together. */
gboolean
yl_attempt_init (YlAttempt *attempt, YlSearch *search, gsize row, gint16 first, gint16 second);
/** yl_attempt_init_from: the same with the amounts of row @source, wherever they would come from. */
gboolean yl_attempt_init_from (
    YlAttempt *attempt, YlSearch *search, gsize row, gsize source, gint16 first, gint16 second);
/** yl_attempt_view: %FALSE when an output cause changes nothing. */
gboolean yl_attempt_view (const YlAttempt *attempt, const YlRowModel *model, YlRowView *view);
/** yl_attempt_check: whether @model makes the row; if so, it becomes an option with @last
 * (nullable). */
gboolean
yl_attempt_check (const YlAttempt *attempt, const YlRowModel *model, const YlPrivate *last);
void yl_attempt_take (const YlAttempt *attempt, const YlPrivate *last, gboolean is_lagging);

/* Each completes an attempt by one mistake in one place. */
void yl_attempt_complete_amount (const YlAttempt *attempt);
void yl_attempt_complete_length (const YlAttempt *attempt);
void yl_attempt_complete_item (const YlAttempt *attempt);
void yl_attempt_complete_part (const YlAttempt *attempt);

G_END_DECLS
