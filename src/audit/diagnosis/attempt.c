#include "diagnosis-private.h"

#include <string.h>

/* Between neighbours and a longer number the bits differ by no more than this. */
#define MAX_DEARER_BITS 3u

static const YlShared *
get_shared (const YlSearch *search, gint16 index)
{
  return index == YL_NO_SHARED ? NULL : &g_array_index (search->shared, YlShared, index);
}

/* Two of one kind are one explanation given twice, but for the rates and amounts of two classes. */
static gboolean
go_together (const YlShared *first, const YlShared *second)
{
  if (first == NULL || second == NULL || first->kind != second->kind)
    return TRUE;
  const gboolean is_by_class =
      first->kind == YL_CAUSE_OLD_RATE || first->kind == YL_CAUSE_AMOUNT_UNIT;
  return is_by_class && first->value == second->value && first->first != YL_ALL_RATES
         && second->first != YL_ALL_RATES;
}

/* Whether amounts stand in a row that are another row's. */
static gboolean
is_of_other_row (const YlShared *shared)
{
  return shared->kind == YL_CAUSE_ROW_SHIFTED || shared->kind == YL_CAUSE_ROWS_EXCHANGED;
}

/* By more than one row all have moved, and those that fell out at one end stand at the other. */
static gint64
wrap (const YlDiagnosisCase *problem, gint64 row, gint64 shift)
{
  const gint64 n_sums = problem->rows[problem->n_rows - 1].role == YL_DIAGNOSIS_SUM ? 1 : 0;
  const gint64 n = (gint64) problem->n_rows - n_sums;
  const gint64 source = row - shift;
  return ABS (shift) == 1 ? source : (source % n + n) % n;
}

static gboolean
find_source (YlAttempt *attempt, const YlShared *shared)
{
  const YlDiagnosisCase *problem = attempt->search->problem;
  const gint64 row = (gint64) attempt->row;
  if (shared == NULL || !is_of_other_row (shared))
    return TRUE;
  if (shared->kind == YL_CAUSE_ROWS_EXCHANGED && row != shared->value && row != shared->over)
    return FALSE;
  const gint64 source = shared->kind == YL_CAUSE_ROW_SHIFTED ? wrap (problem, row, shared->value)
                        : row == shared->value               ? shared->over
                                                             : shared->value;
  if (source < 0 || source >= (gint64) problem->n_rows
      || problem->rows[source].role != YL_DIAGNOSIS_ROW
      || problem->rows[attempt->row].role != YL_DIAGNOSIS_ROW)
    return FALSE;
  attempt->source = (gsize) source;
  return TRUE;
}

gboolean
yl_attempt_init (
    YlAttempt *attempt, YlSearch *search, gsize row, gsize source, gint16 first, gint16 second)
{
  const YlShared *const shared[2] = { get_shared (search, first), get_shared (search, second) };
  *attempt =
      (YlAttempt){ .search = search, .row = row, .source = row, .shared = { first, second } };
  if (!go_together (shared[0], shared[1]))
    return FALSE;
  if (source != YL_OWN_ROW)
    attempt->source = source;
  else if (!find_source (attempt, shared[0]) || !find_source (attempt, shared[1]))
    return FALSE;
  yl_row_model_init (search, attempt->source, &attempt->model);
  guint n_outputs = 0;
  for (guint i = 0; i < 2; i++)
    {
      if (shared[i] == NULL || is_of_other_row (shared[i]))
        continue;
      if (shared[i]->is_output)
        attempt->outputs[n_outputs++] = shared[i];
      else if (!yl_shared_apply (search, shared[i], attempt->source, &attempt->model))
        return FALSE;
    }
  /* What is rounded to hundredths of 万元 is then taken for yuan, not the other way round. */
  if (n_outputs == 2 && attempt->outputs[1]->kind == YL_CAUSE_ROUNDING)
    {
      attempt->outputs[1] = attempt->outputs[0];
      attempt->outputs[0] = shared[1];
    }
  return TRUE;
}

/* FALSE when an output cause changes nothing. */
static gboolean
look (const YlAttempt *attempt, const YlRowModel *model, YlRowView *view)
{
  yl_row_model_view (attempt->search, attempt->source, model, view);
  for (guint i = 0; i < 2 && attempt->outputs[i] != NULL; i++)
    if (!yl_shared_transform (attempt->search, attempt->outputs[i], attempt->row, view))
      return FALSE;
  /* Amounts of another row stand beside the kilometres of their own, unless these have moved too. */
  const YlDiagnosisRow *rows = attempt->search->problem->rows;
  const YlDiagnosisRow *own = &rows[attempt->row];
  if (attempt->source != attempt->row
      && memcmp (own->stated_length_m, rows[attempt->source].length_m, sizeof own->length_m) != 0)
    memcpy (view->length_m, own->length_m, sizeof view->length_m);
  return TRUE;
}

gboolean
yl_attempt_come_to (YlSearch *search, gsize row, gint16 shared, gint64 *out_fen)
{
  YlAttempt attempt;
  YlRowView view;
  if (!yl_attempt_init (&attempt, search, row, YL_OWN_ROW, shared, YL_NO_SHARED)
      || !look (&attempt, &attempt.model, &view))
    return FALSE;
  *out_fen = view.fen;
  return TRUE;
}

static gboolean
is_alike (const YlRowOption *a, const YlRowOption *b)
{
  if (a->shared[0] != b->shared[0] || a->shared[1] != b->shared[1] || a->n_private != b->n_private)
    return FALSE;
  for (guint i = 0; i < a->n_private; i++)
    if (a->private[i].kind != b->private[i].kind || a->private[i].where != b->private[i].where)
      return FALSE;
  return TRUE;
}

static void
add_alike (YlRowOption *option, const YlRowOption *other)
{
  if (option->n_alike <= G_N_ELEMENTS (option->alike))
    option->alike[option->n_alike - 1] = other->private[other->n_private - 1];
  option->n_alike++;
}

/* Options of one explanation are one option: the cheapest, with those hardly dearer beside it. */
static gboolean
merge (YlRowOption *old, const YlRowOption *new)
{
  if (!is_alike (old, new))
    return FALSE;
  if (new->n_private == 0)
    return TRUE;
  if (new->cost >= old->cost)
    {
      if (new->cost <= old->cost + MAX_DEARER_BITS)
        add_alike (old, new);
      return TRUE;
    }
  YlRowOption cheaper = *new;
  if (old->cost <= new->cost + MAX_DEARER_BITS)
    {
      memcpy (cheaper.alike, old->alike, sizeof cheaper.alike);
      cheaper.n_alike = old->n_alike;
      add_alike (&cheaper, old);
    }
  *old = cheaper;
  return TRUE;
}

void
yl_attempt_take (const YlAttempt *attempt, const YlPrivate *last, gboolean is_lagging)
{
  GArray *options = attempt->search->options[attempt->row];
  YlRowOption option = { .shared = { attempt->shared[0], attempt->shared[1] },
                         .is_lagging = is_lagging != FALSE,
                         .n_alike = 1,
                         .cost = is_lagging ? 4 : 0 };
  const YlPrivate *const privates[2] = { attempt->first, last };
  for (guint i = 0; i < 2; i++)
    if (privates[i] != NULL)
      {
        option.private[option.n_private++] = *privates[i];
        option.cost += yl_cause_get_bits ((YlCauseKind) privates[i]->kind) + privates[i]->bits
                       + yl_weight_log2 (attempt->search->problem->n_rows);
      }
  for (guint i = 0; i < options->len; i++)
    if (merge (&g_array_index (options, YlRowOption, i), &option))
      return;
  g_array_append_val (options, option);
}

/* How a view agrees with what is stated. */
typedef enum
{
  NO_MATCH,
  MATCH,
  LAGGING_MATCH, /* the amounts match; the kilometres stand as in the record */
} Match;

static Match
find_match (const YlDiagnosisCase *problem, const YlDiagnosisRow *row, const YlRowView *view)
{
  if (ABS (row->stated_fen - view->fen) > row->slack_fen)
    return NO_MATCH;
  for (guint rate = 0; rate < YL_N_RATES && row->has_class_amounts; rate++)
    if (ABS (row->stated_class_fen[rate] - view->class_fen[rate]) > problem->class_slack_fen)
      return NO_MATCH;
  if (!row->has_lengths || row->role == YL_DIAGNOSIS_SUM
      || memcmp (row->stated_length_m, view->length_m, sizeof view->length_m) == 0)
    return MATCH;
  /* Kilometres that are neither the record's nor those of the mistake speak against it. */
  return memcmp (row->stated_length_m, row->length_m, sizeof row->length_m) == 0 ? LAGGING_MATCH
                                                                                 : NO_MATCH;
}

static Match
match_model (const YlAttempt *attempt, const YlRowModel *model, const YlPrivate *last)
{
  YlRowView view;
  if (!look (attempt, model, &view))
    return NO_MATCH;
  const YlDiagnosisRow *row = &attempt->search->problem->rows[attempt->row];
  /* Nothing is what any number comes to when it is divided and rounded often enough. */
  const gboolean is_nothing =
      view.fen == 0 && row->role != YL_DIAGNOSIS_GAP && last == NULL && !model->is_elsewhere;
  return is_nothing ? NO_MATCH : find_match (attempt->search->problem, row, &view);
}

gboolean
yl_attempt_check (const YlAttempt *attempt, const YlRowModel *model, const YlPrivate *last)
{
  const Match match = match_model (attempt, model, last);
  if (match == NO_MATCH)
    return FALSE;
  yl_attempt_take (attempt, last, match == LAGGING_MATCH);
  return TRUE;
}

gboolean
yl_attempt_shows (YlSearch *search, gsize row, gint16 shared)
{
  YlAttempt attempt;
  return yl_attempt_init (&attempt, search, row, YL_OWN_ROW, shared, YL_NO_SHARED)
         && match_model (&attempt, &attempt.model, NULL) != NO_MATCH;
}

/* The fen that are missing before the outputs; FALSE when none would do. */
static gboolean
get_range (const YlAttempt *attempt, gint64 *out_low, gint64 *out_high)
{
  YlRowView view;
  const YlDiagnosisRow *row = &attempt->search->problem->rows[attempt->row];
  const YlShared *output = attempt->outputs[0];
  *out_low = *out_high = row->stated_fen;
  if (attempt->outputs[1] != NULL
      || (output != NULL && !yl_shared_invert (output, row, out_low, out_high)))
    return FALSE;
  yl_row_model_view (attempt->search, attempt->source, &attempt->model, &view);
  *out_low -= view.fen + row->slack_fen;
  *out_high -= view.fen - row->slack_fen;
  return TRUE;
}

/* As it would be shown. */
static gint64
round_to_shown (gint64 fen, gint64 slack_fen)
{
  const gint64 step_fen = 2 * slack_fen;
  return step_fen == 0 || fen < 0 ? fen : (fen + slack_fen) / step_fen * step_fen;
}

/* Takes the stated amount of @slot as a slip of the one in @view, which becomes it. */
static gboolean
compare_slot (const YlAttempt *attempt, guint slot, YlRowView *view, YlPrivate *out_cause)
{
  const YlDiagnosisCase *problem = attempt->search->problem;
  const YlDiagnosisRow *row = &problem->rows[attempt->row];
  const gboolean is_total = slot == YL_SLOT_TOTAL;
  const gint64 slack_fen = is_total ? row->slack_fen : problem->class_slack_fen;
  const gint64 right_fen = round_to_shown (is_total ? view->fen : view->class_fen[slot], slack_fen);
  const gint64 wrong_fen = is_total ? row->stated_fen : row->stated_class_fen[slot];
  *out_cause = (YlPrivate){
    .where = YL_AT_AMOUNT, .bits = row->has_class_amounts ? 2 : 0, .index = slot, .value = right_fen
  };
  if (wrong_fen == -right_fen && right_fen != 0)
    out_cause->kind = YL_CAUSE_SIGN_LOST;
  else if (!yl_digits_compare (right_fen, wrong_fen, problem->amount_decimals, out_cause))
    return FALSE;
  if (is_total)
    view->fen = wrong_fen;
  else
    view->class_fen[slot] = wrong_fen;
  return TRUE;
}

static guint
find_slot (const YlDiagnosisCase *problem, const YlDiagnosisRow *row, const YlRowView *view)
{
  for (guint rate = 0; rate < YL_N_RATES && row->has_class_amounts; rate++)
    if (ABS (row->stated_class_fen[rate] - view->class_fen[rate]) > problem->class_slack_fen)
      return rate;
  return YL_SLOT_TOTAL;
}

/* The row's total follows the slip of a class when a formula adds it up, and not when it is typed. */
static void
complete_amount (const YlAttempt *attempt)
{
  const YlDiagnosisRow *row = &attempt->search->problem->rows[attempt->row];
  YlRowView view;
  YlPrivate cause;
  if (!look (attempt, &attempt->model, &view))
    return;
  const guint slot = find_slot (attempt->search->problem, row, &view);
  const gint64 before_fen = slot == YL_SLOT_TOTAL ? 0 : view.class_fen[slot];
  if (!compare_slot (attempt, slot, &view, &cause))
    return;
  if (slot != YL_SLOT_TOTAL && ABS (row->stated_fen - view.fen) > row->slack_fen)
    view.fen += view.class_fen[slot] - before_fen;
  const Match match = find_match (attempt->search->problem, row, &view);
  if (match != NO_MATCH)
    yl_attempt_take (attempt, &cause, match == LAGGING_MATCH);
}

/* Beyond so many metres a range of amounts says nothing of a slip of the hand. */
#define MAX_RANGE_M 256

/* The metres that such amounts are at a rate; FALSE when no whole metres are, or far too many. */
static gboolean
get_length_range (
    gint64 low_fen, gint64 high_fen, gint64 fen_per_km, gint64 *out_low_m, gint64 *out_high_m)
{
  if (fen_per_km <= 0 || ABS (low_fen) > G_MAXINT64 / 2000 || ABS (high_fen) > G_MAXINT64 / 2000)
    return FALSE;
  /* One metre more on either side: what is found is computed forward again. */
  const gint64 slack_m = fen_per_km % 1000 == 0 && low_fen == high_fen ? 0 : 1;
  *out_low_m = low_fen * 1000 / fen_per_km - slack_m;
  *out_high_m = high_fen * 1000 / fen_per_km + slack_m;
  const gboolean is_exact = slack_m != 0 || low_fen * 1000 % fen_per_km == 0;
  return is_exact && *out_high_m - *out_low_m <= MAX_RANGE_M;
}

static void
try_length (const YlAttempt *attempt, guint rate, gint64 length_m)
{
  YlRowModel model = attempt->model;
  YlPrivate cause = { .where = YL_AT_LENGTH, .bits = 2, .index = rate, .value = length_m };
  if (!yl_digits_compare (model.length_m[rate], length_m, 3, &cause))
    return;
  model.length_m[rate] = length_m;
  model.is_whole[rate] = TRUE;
  yl_attempt_check (attempt, &model, &cause);
}

static void
complete_length (const YlAttempt *attempt)
{
  gint64 low_fen, high_fen, low_m, high_m;
  if (!get_range (attempt, &low_fen, &high_fen))
    return;
  for (guint rate = 0; rate < YL_N_RATES; rate++)
    {
      const gint64 length_m = attempt->model.length_m[rate];
      if (length_m <= 0
          || !get_length_range (low_fen, high_fen, attempt->model.rate[rate], &low_m, &high_m))
        continue;
      for (gint64 m = low_m; m <= high_m; m++)
        if (m != 0 && length_m + m >= 0)
          try_length (attempt, rate, length_m + m);
    }
}

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
  for (gint64 m = low_m; m <= high_m && item->state == YL_ITEM_COUNTED; m++)
    {
      YlRowModel model;
      YlPrivate cause = { .where = YL_AT_ITEM,
                          .bits = range->bits,
                          .index = (guint32) index,
                          .value = item->length_m + m };
      if (m == 0 || cause.value < 0 || !yl_digits_compare (item->length_m, cause.value, 3, &cause))
        continue;
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
  if (!get_range (attempt, &range.low_fen, &range.high_fen))
    return;
  const gsize begin = search->first_item[attempt->source];
  const gsize end = search->first_item[attempt->source + 1];
  range.bits = (guint8) yl_weight_log2 (end - begin);
  for (guint rate = 0; rate < YL_N_RATES; rate++)
    is_length[rate] = get_length_range (range.low_fen, range.high_fen, attempt->model.rate[rate],
                                        &low_m[rate], &high_m[rate]);
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

/* Each way to complete an attempt by one mistake in one place, but for parts of the row. */
static void
complete (const YlAttempt *attempt, gsize first_slip)
{
  complete_amount (attempt);
  complete_length (attempt);
  complete_item (attempt, first_slip);
}

static void
complete_first (const YlAttempt *base, gsize index, const Slip *slip, guint8 bits)
{
  YlAttempt attempt = *base;
  const YlPrivate first = name_slip (slip, index, bits);
  attempt.first = &first;
  if (!add_slip (&attempt.model, slip))
    return;
  complete (&attempt, index + 1);
}

void
yl_search_item_pairs (YlSearch *search, gsize row)
{
  const gsize begin = search->first_item[row];
  const gsize n = search->first_item[row + 1] - begin;
  YlAttempt base;
  if (n == 0 || n > G_MAXUINT32 / 8 || search->n_steps + n * n * 5 > YL_DIAGNOSIS_MAX_STEPS
      || !yl_attempt_init (&base, search, row, YL_OWN_ROW, YL_NO_SHARED, YL_NO_SHARED))
    return;
  for (gsize i = begin; i < begin + n; i++)
    {
      Slip slips[MAX_SLIPS];
      const guint n_slips = list_slips (search->problem, &search->problem->items[i], slips);
      for (guint k = 0; k < n_slips; k++)
        complete_first (&base, i, &slips[k], (guint8) yl_weight_log2 (n));
    }
}

/*
 * Where one figure stands for many townships: an older rate in one, two or three
 * of them.  In a table by township each has its own row, and any number may.
 */

#define MAX_PARTS 200u

typedef struct
{
  const YlAttempt *attempt;
  gint16 shared; /* of an older rate */
  gint64 low_fen;
  gint64 high_fen;
  gint64 *effects_fen; /* a part */
  guint n_parts;
} Parts;

static void
weigh_parts (const YlSearch *search, gsize row, const YlShared *shared, gint64 *effects_fen)
{
  const YlDiagnosisCase *problem = search->problem;
  const YlOldRates *old = &problem->old_rates[shared->value];
  for (gsize i = search->first_item[row]; i < search->first_item[row + 1]; i++)
    {
      const YlDiagnosisItem *item = &problem->items[i];
      const gboolean is_concerned = shared->first == YL_ALL_RATES || shared->first == item->rate;
      if (is_concerned && item->state == YL_ITEM_COUNTED && item->part < problem->n_parts
          && old->fen_per_km[item->rate] > 0 && problem->rate_fen_per_km[item->rate] > 0)
        effects_fen[item->part] +=
            yl_row_price (item->length_m, old->fen_per_km[item->rate])
            - yl_row_price (item->length_m, problem->rate_fen_per_km[item->rate]);
    }
}

static void
try_parts (const Parts *parts, guint n, guint first, guint second, guint third)
{
  const guint index[3] = { first, second, third };
  YlRowModel model = parts->attempt->model;
  gint64 fen = 0;
  for (guint i = 0; i < 3; i++)
    fen += index[i] == YL_NO_PART ? 0 : parts->effects_fen[index[i]];
  if (fen == 0 || fen < parts->low_fen || fen > parts->high_fen)
    return;
  const YlShared *shared = &g_array_index (parts->attempt->search->shared, YlShared, parts->shared);
  const YlPrivate cause = {
    .kind = YL_CAUSE_OLD_RATE,
    .where = YL_AT_PART,
    .bits =
        (guint8) (yl_weight_choose (parts->n_parts, n) + (shared->first == YL_ALL_RATES ? 0 : 2)),
    .index = first | second << 10 | third << 20,
    .value = parts->shared,
  };
  model.moved_fen += fen;
  yl_attempt_check (parts->attempt, &model, &cause);
}

static void
try_all (const Parts *parts)
{
  for (guint i = 0; i < parts->n_parts; i++)
    {
      if (parts->effects_fen[i] == 0)
        continue;
      try_parts (parts, 1, i, YL_NO_PART, YL_NO_PART);
      for (guint j = i + 1; j < parts->n_parts; j++)
        {
          if (parts->effects_fen[j] == 0)
            continue;
          try_parts (parts, 2, i, j, YL_NO_PART);
          for (guint k = j + 1; k < parts->n_parts && parts->n_parts <= 64; k++)
            if (parts->effects_fen[k] != 0)
              try_parts (parts, 3, i, j, k);
        }
    }
}

static void
complete_part (const YlAttempt *attempt)
{
  YlSearch *search = attempt->search;
  const YlDiagnosisCase *problem = search->problem;
  Parts parts = { .attempt = attempt, .n_parts = (guint) MIN (problem->n_parts, MAX_PARTS + 1) };
  if (parts.n_parts < 2 || parts.n_parts > MAX_PARTS
      || problem->rows[attempt->row].has_class_amounts
      || !get_range (attempt, &parts.low_fen, &parts.high_fen))
    return;
  for (guint i = 0; i < search->shared->len; i++)
    {
      const YlShared *shared = &g_array_index (search->shared, YlShared, i);
      if (shared->kind != YL_CAUSE_OLD_RATE)
        continue;
      g_autofree gint64 *effects_fen = g_new0 (gint64, parts.n_parts);
      weigh_parts (search, attempt->source, shared, effects_fen);
      parts.effects_fen = effects_fen;
      parts.shared = (gint16) i;
      try_all (&parts);
    }
}

void
yl_attempt_complete (const YlAttempt *attempt, gboolean has_parts)
{
  complete (attempt, 0);
  if (has_parts)
    complete_part (attempt);
}
