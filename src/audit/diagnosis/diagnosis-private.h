#pragma once

#include "yanglu/audit/diagnosis/diagnosis.h"

G_BEGIN_DECLS

#define YL_SLOT_TOTAL YL_N_RATES
#define YL_ALL_RATES YL_N_RATES
#define YL_NO_SHARED (-1)
#define YL_OWN_ROW G_MAXSIZE
/* No amount of a file equals it, and seven of it do not overflow. */
#define YL_NEVER_FEN ((gint64) -900000000000000000)

/** A mistake that may concern any number of rows alike. */
typedef struct
{
  guint8 kind;        /* YlCauseKind */
  guint8 first;       /* rate kind, slot or mode */
  gboolean is_output; /* changes what was computed, not what it is computed from */
  gint64 value;       /* of swapped rates: the second rate kind */
} YlShared;

typedef enum
{
  YL_AT_AMOUNT, /* index: slot; value: what it should read */
  YL_AT_LENGTH, /* index: rate kind; value: metres it reads */
  YL_AT_ITEM,   /* index: item; value: metres it reads, or its class */
  YL_AT_ROW,    /* index: a row of a sum */
  YL_AT_PART,   /* index: first part | second << 10 | third << 20, YL_NO_PART where none; value: the
                   shared cause */
} YlWhere;
#define YL_NO_PART 1023u

/** A mistake in one place. */
typedef struct
{
  guint8 kind;
  guint8 where; /* YlWhere */
  guint8 bits;  /* log2 of how many such places and values there were */
  guint32 index;
  gint64 value;
} YlPrivate;

/** One way to make a row what it is: shared causes, then private ones. */
typedef struct
{
  gint16 shared[2]; /* index, YL_NO_SHARED */
  guint8 n_private;
  guint8 is_lagging; /* the stated kilometres do not show it */
  YlPrivate private[2];
  guint n_alike;
  YlPrivate alike[3]; /* the last private of others that fit as well */
  guint cost;         /* of the private part */
} YlRowOption;

typedef struct
{
  const YlDiagnosisCase *problem;
  GArray *shared;         /* of YlShared */
  guint32 *first_item;    /* of each row, and the end */
  gint64 *fixed_fen;      /* what of a row's expected amount no cause touches */
  gint64 *difference_fen; /* stated − expected; of a sum: its own */
  GArray **options;       /* of YlRowOption, a list a row */
  gsize n_differing;
  guint64 n_steps;
} YlSearch;

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
  YlExtra extras[16]; /* duplicates and dead ends of six kinds, two roads in another class */
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

/* solve.c: (transfer full) (element-type YlHypothesis) */
GPtrArray *yl_search_solve (const YlSearch *search);

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
/** yl_shared_get_bits: how much it takes to name it. */
guint yl_shared_get_bits (const YlDiagnosisCase *problem, const YlShared *shared);

/* attempt.c */
void yl_search_item_pairs (YlSearch *search, gsize row);
/** yl_attempt_init: %FALSE when one of the shared causes does not concern the row, or the two do not
 * go together. @source: %YL_OWN_ROW, or the row whose amounts it has, wherever they would come from */
gboolean yl_attempt_init (
    YlAttempt *attempt, YlSearch *search, gsize row, gsize source, gint16 first, gint16 second);
/** yl_attempt_check: whether @model makes the row: an option then, with @last (nullable). */
gboolean
yl_attempt_check (const YlAttempt *attempt, const YlRowModel *model, const YlPrivate *last);
void yl_attempt_take (const YlAttempt *attempt, const YlPrivate *last, gboolean is_lagging);
/** yl_attempt_complete: by one mistake in one place: an amount, a length, a road; of a figure for many
 * townships one of them, where @has_parts. */
void yl_attempt_complete (const YlAttempt *attempt, gboolean has_parts);
/** yl_attempt_come_to: what the row comes to under one shared cause; %FALSE where that changes nothing. */
gboolean yl_attempt_come_to (YlSearch *search, gsize row, gint16 shared, gint64 *out_fen);

/* text.c */
char *
yl_search_write_shared (const YlSearch *search, gint16 index, const GArray *rows, gsize n_all);
/** yl_search_write_private: private cause @index of @option; by the last, what fits as well. */
char *
yl_search_write_private (const YlSearch *search, gsize row, const YlRowOption *option, guint index);

G_END_DECLS
