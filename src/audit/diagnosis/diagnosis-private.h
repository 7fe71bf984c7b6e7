#pragma once

#include "yanglu/audit/diagnosis/diagnosis.h"

G_BEGIN_DECLS

#define YL_SLOT_TOTAL YL_N_RATES
#define YL_ALL_RATES YL_N_RATES
#define YL_NO_SHARED (-1)
/* No amount of a file equals it, and seven of it do not overflow. */
#define YL_NEVER_FEN ((gint64) -900000000000000000)

/** A mistake that may concern any number of rows alike. */
typedef struct
{
  guint8 kind;        /* YlCauseKind */
  guint8 first;       /* rate kind, slot or mode */
  guint8 second;      /* rate kind */
  gboolean is_output; /* changes what was computed, not what it is computed from */
  gint64 value;
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

/* row.c */
void yl_search_row (YlSearch *search, gsize row);
/** yl_search_pairs_of_others: in very many rows, the pairs that some of them need, in all. */
void yl_search_pairs_of_others (YlSearch *search);
/** yl_search_edges: the rows where shifted amounts begin, once the others are searched. */
void yl_search_edges (YlSearch *search);
/* attempt.c */
void yl_search_item_pairs (YlSearch *search, gsize row);

/* solve.c */
/** yl_search_solve: (transfer full) (element-type YlHypothesis) */
GPtrArray *yl_search_solve (const YlSearch *search);

/* weight.c */
guint yl_weight_log2 (guint64 n);
guint yl_weight_choose (guint64 n_all, guint64 n_chosen);

/* digits.c */
/** yl_digits_compare: whether @wrong is @right with two digits swapped, one lost or one doubled.
 * @out_bits: log2 of how many such slips there are. */
gboolean yl_digits_compare (
    gint64 right, gint64 wrong, guint n_decimals, YlCauseKind *out_kind, guint8 *out_bits);

/* text.c */
char *yl_search_write_shared (
    const YlSearch *search, const YlShared *shared, const guint32 *rows, gsize n_rows, gsize n_all);
char *yl_search_write_private (const YlSearch *search,
                               gsize row,
                               const YlPrivate *cause,
                               const YlRowOption *option);

G_END_DECLS
