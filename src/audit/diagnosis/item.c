#include "attempt-private.h"

/* What can be wrong with one road, but for its digits. */
typedef struct
{
  YlCauseKind kind;
  YlExtra extras[2];
  gint64 value; /* the class or the metres that it was taken for */
} Slip;
/* Twice, missing, two other classes at most of the six, two units. */
#define MAX_SLIPS 10

typedef struct
{
  const YlAttempt *attempt;
  gint64 low_fen;
  gint64 high_fen;
  guint8 bits; /* log2 of the number of roads */
} Range;

static guint
list_slips (const YlDiagnosisCase *problem, const YlDiagnosisItem *item, Slip slips[MAX_SLIPS])
{
  const gint64 m = item->length_m;
  const YlExtra same = { .m = m, .rate = item->rate };
  const YlExtra gone = { .m = -m, .rate = item->rate };
  guint n = 0;
  if (item->state != YL_ITEM_COUNTED)
    {
      slips[n++] = (Slip){ .kind = YL_CAUSE_NOT_COUNTED, .extras = { same } };
      return n;
    }
  slips[n++] = (Slip){ .kind = YL_CAUSE_ROAD_TWICE, .extras = { same } };
  slips[n++] = (Slip){ .kind = YL_CAUSE_ROAD_MISSING, .extras = { gone } };
  for (guint rate = 0; rate < YL_N_RATES; rate++)
    if (rate != item->rate && problem->rate_fen_per_km[rate] > 0)
      slips[n++] = (Slip){ .kind = YL_CAUSE_WRONG_CLASS,
                           .extras = { gone, { .m = m, .rate = (guint8) rate } },
                           .value = rate };
  const gint64 other_m[2] = { m * 1000, (m + 500) / 1000 };
  for (guint i = 0; i < 2; i++)
    slips[n++] = (Slip){ .kind = YL_CAUSE_LENGTH_UNIT,
                         .extras = { { .m = other_m[i] - m, .rate = item->rate } },
                         .value = other_m[i] };
  return n;
}

static gint64
price_slip (const YlRowModel *model, const Slip *slip)
{
  gint64 fen = 0;
  for (guint i = 0; i < 2; i++)
    if (slip->extras[i].m != 0)
      fen += yl_row_price (slip->extras[i].m, model->rate[slip->extras[i].rate]);
  return fen;
}

static gboolean
add_slip (YlRowModel *model, const Slip *slip)
{
  gboolean is_added = FALSE;
  for (guint i = 0; i < 2; i++)
    if (slip->extras[i].m != 0)
      {
        if (!yl_row_model_add (model, slip->extras[i].m, slip->extras[i].rate, YL_ITEM_COUNTED))
          return FALSE;
        is_added = TRUE;
      }
  return is_added;
}

static YlPrivate
name_slip (const Slip *slip, gsize item, guint8 bits)
{
  const gboolean has_choice =
      slip->kind == YL_CAUSE_WRONG_CLASS || slip->kind == YL_CAUSE_LENGTH_UNIT;
  return (YlPrivate){ .kind = (guint8) slip->kind,
                      .where = YL_AT_ITEM,
                      .bits = (guint8) (bits + (has_choice ? 1 : 0)),
                      .index = (guint32) item,
                      .value = slip->value };
}

static void
try_slips (const Range *range, gsize index)
{
  const YlAttempt *attempt = range->attempt;
  const YlDiagnosisCase *problem = attempt->search->problem;
  Slip slips[MAX_SLIPS];
  const guint n = list_slips (problem, &problem->items[index], slips);
  for (guint i = 0; i < n; i++)
    {
      const gint64 fen = price_slip (&attempt->model, &slips[i]);
      YlRowModel model;
      /* Kilometres that are changed all together afterwards are computed forward only. */
      if (attempt->model.on_lengths[0] == NULL
          && (fen < range->low_fen - 1 || fen > range->high_fen + 1))
        continue;
      model = attempt->model;
      const YlPrivate cause = name_slip (&slips[i], index, range->bits);
      if (add_slip (&model, &slips[i]))
        yl_attempt_check (attempt, &model, &cause);
    }
}

static void
try_digits (const Range *range, gsize index, gint64 low_m, gint64 high_m)
{
  const YlDiagnosisItem *item = &range->attempt->search->problem->items[index];
  YlCauseKind kind;
  guint8 bits;
  for (gint64 m = low_m; m <= high_m && item->state == YL_ITEM_COUNTED; m++)
    {
      YlRowModel model;
      if (m == 0 || item->length_m + m < 0
          || !yl_digits_compare (item->length_m, item->length_m + m, 3, &kind, &bits))
        continue;
      const YlPrivate cause = { .kind = (guint8) kind,
                                .where = YL_AT_ITEM,
                                .bits = (guint8) (bits + range->bits),
                                .index = (guint32) index,
                                .value = item->length_m + m };
      model = range->attempt->model;
      if (yl_row_model_add (&model, m, item->rate, YL_ITEM_COUNTED))
        yl_attempt_check (range->attempt, &model, &cause);
    }
}

/* Slips of the roads before @first_slip have had their turn; the one just before it is the first of
 * a pair. */
static void
complete_item (const YlAttempt *attempt, gsize first_slip)
{
  YlSearch *search = attempt->search;
  gint64 low_m[YL_N_RATES], high_m[YL_N_RATES];
  gboolean is_length[YL_N_RATES];
  Range range = { .attempt = attempt };
  if (!yl_attempt_get_range (attempt, &range.low_fen, &range.high_fen))
    return;
  const gsize begin = search->first_item[attempt->source];
  const gsize end = search->first_item[attempt->source + 1];
  range.bits = (guint8) yl_weight_log2 (end - begin);
  for (guint rate = 0; rate < YL_N_RATES; rate++)
    is_length[rate] = yl_attempt_get_length_range (
        range.low_fen, range.high_fen, attempt->model.rate[rate], &low_m[rate], &high_m[rate]);
  for (gsize i = begin; i < end; i++)
    {
      const guint rate = search->problem->items[i].rate;
      if (i >= first_slip)
        try_slips (&range, i);
      if (is_length[rate] && i + 1 != first_slip)
        try_digits (&range, i, low_m[rate], high_m[rate]);
    }
  search->n_steps += end - begin;
}

void
yl_attempt_complete_item (const YlAttempt *attempt)
{
  complete_item (attempt, 0);
}

static void
complete_first (const YlAttempt *base, gsize index, const Slip *slip, guint8 bits)
{
  YlAttempt attempt = *base;
  const YlPrivate first = name_slip (slip, index, bits);
  attempt.first = &first;
  if (!add_slip (&attempt.model, slip))
    return;
  yl_attempt_complete_amount (&attempt);
  yl_attempt_complete_length (&attempt);
  complete_item (&attempt, index + 1);
}

void
yl_search_item_pairs (YlSearch *search, gsize row)
{
  const gsize begin = search->first_item[row];
  const gsize n = search->first_item[row + 1] - begin;
  YlAttempt base;
  if (n == 0 || n > G_MAXUINT32 / 8 || search->n_steps + n * n * 5 > YL_DIAGNOSIS_MAX_STEPS
      || !yl_attempt_init (&base, search, row, YL_NO_SHARED, YL_NO_SHARED))
    return;
  for (gsize i = begin; i < begin + n; i++)
    {
      Slip slips[MAX_SLIPS];
      const guint n_slips = list_slips (search->problem, &search->problem->items[i], slips);
      for (guint k = 0; k < n_slips; k++)
        complete_first (&base, i, &slips[k], (guint8) yl_weight_log2 (n));
    }
}
