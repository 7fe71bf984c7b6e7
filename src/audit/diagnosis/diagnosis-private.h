#pragma once

#include "model-private.h"

G_BEGIN_DECLS

typedef enum
{
  YL_AT_AMOUNT, /* index: slot; value: what it should read */
  YL_AT_LENGTH, /* index: rate kind; value: metres it reads */
  YL_AT_ITEM,   /* index: item; value: metres it reads, or its class */
  YL_AT_ROW, /* index: a row; value: the last of several, 0 for one; below 0: − the second of two */
  YL_AT_PART, /* index: first part | second << 10 | third << 20, YL_NO_PART where none; value: the
                   shared cause */
} YlWhere;
#define YL_NO_PART 1023u

/** Amounts that show the yuan: what makes one of them to the digit is no chance. */
#define YL_FINE_SLACK_FEN 50

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

struct YlSearch
{
  const YlDiagnosisCase *problem;
  GArray *shared;         /* of YlShared */
  guint32 *first_item;    /* of each row, and the end */
  gint64 *fixed_fen;      /* what of a row's expected amount no cause touches */
  gint64 *difference_fen; /* stated − expected; of a sum: its own */
  GArray *other_rates;    /* of YlOldRates without a source: what the amounts themselves show */
  GArray **options;       /* of YlRowOption, a list a row */
  gint64 *weight_fen; /* how much a row differs, in its sum or between its classes; 0: not at all */
  gsize n_differing;
  GArray *by_amount; /* of guint32: rows that are no sums, by their stated amount, then in order */
  GArray *by_difference; /* the same by what they differ */
  guint64 n_steps;
  guint limits; /* reached: YlDiagnosisLimit */
};

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
GPtrArray *yl_search_solve (YlSearch *search);

/* attempt.c */
void yl_search_item_pairs (YlSearch *search, gsize row);
/** yl_attempt_init: %FALSE when one of the shared causes does not concern the row, or the two do not
 * go together. @source: %YL_OWN_ROW, or the row whose amounts it has, wherever they would come from */
gboolean yl_attempt_init (
    YlAttempt *attempt, YlSearch *search, gsize row, gsize source, gint16 first, gint16 second);
/** yl_attempt_check: whether @model makes the row: an option then, with @last (nullable). */
gboolean
yl_attempt_check (const YlAttempt *attempt, const YlRowModel *model, const YlPrivate *last);
/** yl_attempt_shows: whether @shared alone makes the row. */
gboolean yl_attempt_shows (YlSearch *search, gsize row, gint16 shared);
void yl_attempt_take (const YlAttempt *attempt, const YlPrivate *last, gboolean is_lagging);
/** yl_attempt_complete: by one mistake in one place: an amount, a length, a road; of a figure for many
 * townships one of them, where @has_parts. */
void yl_attempt_complete (const YlAttempt *attempt, gboolean has_parts);
/** yl_attempt_come_to: what the row comes to under one shared cause; %FALSE where that changes nothing. */
gboolean yl_attempt_come_to (YlSearch *search, gsize row, gint16 shared, gint64 *out_fen);

/* infer.c: adds the shared causes whose parameters the rows themselves show. */
void yl_search_infer (YlSearch *search);

/* shown.c: adds @cause when some row, or @n_wanted rows, are what it alone makes of them. */
gboolean yl_search_add_if_shown (YlSearch *search, const YlShared *cause);
gboolean yl_search_add_if_shown_by (YlSearch *search, const YlShared *cause, guint n_wanted);

/* weigh.c: how much it takes to name a shared cause. */
guint yl_shared_get_bits (const YlSearch *search, const YlShared *shared);

/* other-rates.c */
void yl_other_rates_infer (YlSearch *search);
guint yl_other_rates_get_bits (const YlSearch *search, const YlShared *other);

/* factor.c */
void yl_factor_infer (YlSearch *search);
guint yl_factor_get_bits (const YlDiagnosisCase *problem, const YlShared *factor);
void yl_factor_append (GString *text, const YlDiagnosisCase *problem, const YlShared *factor);

/* between.c: mistakes that are made with other rows: a sum that leaves some out, a row that stands twice
 * or is copied. */
void yl_search_between_rows (YlSearch *search, gsize row);
/** yl_search_order_rows: makes the two orders of rows. */
void yl_search_order_rows (YlSearch *search);
/** What is looked for among rows in order: their amount, or difference. */
typedef struct
{
  gint64 fen;
  gint64 slack_fen; /* more or less */
  gsize end;        /* before this row */
} YlWanted;
/** yl_search_list_alike: adds the rows that have what is @wanted: the first %YL_DIAGNOSIS_MAX_ALIKE, for of
 * more nobody can say which was meant. */
void
yl_search_list_alike (YlSearch *search, const GArray *order, const YlWanted *wanted, GArray *rows);

/* digits.c: whether @wrong is @right with two digits swapped, one lost, doubled or another: @cause gets
 * the kind, and more bits, log2 of how many such slips there are. */
gboolean yl_digits_compare (gint64 right, gint64 wrong, guint n_decimals, YlPrivate *cause);

/* text.c */
char *
yl_search_write_shared (const YlSearch *search, gint16 index, const GArray *rows, gsize n_all);
/** yl_search_write_private: private cause @index of @option; by the last, what fits as well. */
char *
yl_search_write_private (const YlSearch *search, gsize row, const YlRowOption *option, guint index);

G_END_DECLS
