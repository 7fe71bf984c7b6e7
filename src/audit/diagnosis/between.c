#include "diagnosis-private.h"

static gint64
get_key (const YlSearch *search, const GArray *order, guint32 row)
{
  return order == search->by_amount ? search->problem->rows[row].stated_fen
                                    : search->difference_fen[row];
}

static gint
compare_keys (gint64 x_fen, gint64 y_fen, guint32 x, guint32 y)
{
  return x_fen != y_fen ? (x_fen > y_fen) - (x_fen < y_fen) : (x > y) - (x < y);
}

static gint
compare_amounts (gconstpointer a, gconstpointer b, gpointer data)
{
  const YlSearch *search = data;
  const guint32 x = *(const guint32 *) a;
  const guint32 y = *(const guint32 *) b;
  return compare_keys (search->problem->rows[x].stated_fen, search->problem->rows[y].stated_fen, x,
                       y);
}

static gint
compare_differences (gconstpointer a, gconstpointer b, gpointer data)
{
  const YlSearch *search = data;
  const guint32 x = *(const guint32 *) a;
  const guint32 y = *(const guint32 *) b;
  return compare_keys (search->difference_fen[x], search->difference_fen[y], x, y);
}

static GArray *
order_rows (YlSearch *search, GCompareDataFunc compare)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (gsize i = 0; i < search->problem->n_rows; i++)
    if (search->problem->rows[i].role == YL_DIAGNOSIS_ROW)
      {
        const guint32 row = (guint32) i;
        g_array_append_val (rows, row);
      }
  g_array_sort_with_data (rows, compare, search);
  return rows;
}

void
yl_search_order_rows (YlSearch *search)
{
  search->by_amount = order_rows (search, compare_amounts);
  search->by_difference = order_rows (search, compare_differences);
}

void
yl_search_list_alike (YlSearch *search, const GArray *order, const YlWanted *wanted, GArray *rows)
{
  guint low = 0;
  guint high = order->len;
  while (low < high)
    {
      const guint middle = low + (high - low) / 2;
      if (get_key (search, order, g_array_index (order, guint32, middle))
          < wanted->fen - wanted->slack_fen)
        low = middle + 1;
      else
        high = middle;
    }
  for (guint i = low; i < order->len; i++)
    {
      const guint32 row = g_array_index (order, guint32, i);
      if (get_key (search, order, row) > wanted->fen + wanted->slack_fen)
        return;
      if (i - low >= YL_DIAGNOSIS_MAX_ALIKE)
        {
          search->limits |= YL_DIAGNOSIS_LIMIT_ALIKE;
          return;
        }
      if (row < wanted->end)
        g_array_append_val (rows, row);
    }
}

/* Rows @first to @value as %YL_AT_ROW has them, taken for what makes the difference. */
static void
take_rows (YlSearch *search, gsize row, YlPrivate cause)
{
  const YlAttempt attempt = {
    .search = search, .row = row, .source = row, .shared = { YL_NO_SHARED, YL_NO_SHARED }
  };
  cause.where = YL_AT_ROW;
  yl_attempt_take (&attempt, &cause, FALSE);
}

/* A sum of rows that a 合计 leaves out, or adds twice. */
static YlCauseKind
get_kind (const YlSearch *search, gsize sum, gint64 fen)
{
  return (fen > 0) == (search->difference_fen[sum] > 0) ? YL_CAUSE_ROAD_TWICE
                                                        : YL_CAUSE_ROAD_MISSING;
}

/* How many halves of the last digit what a 合计 is off by may be from the rows that make it: every number
 * of it was rounded, one row and the sum by three of these, many up and down by about their root. */
#define N_ROUNDED_NEARLY 3

static gint64
count_roundings (gint64 n_rows)
{
  gint64 root = 1;
  while (root * root < n_rows)
    root++;
  return MAX (N_ROUNDED_NEARLY, 2 * root);
}

/* Whether rows of @fen are what the 合计 is off by, but for so many halves of its last digit. */
static gboolean
makes_difference (const YlSearch *search, gsize sum, gint64 fen, gint64 n_halves)
{
  const YlDiagnosisCase *problem = search->problem;
  const gint64 slack_fen = problem->rows[sum].slack_fen;
  const gint64 half_fen = slack_fen / (gint64) problem->n_rows;
  return ABS (ABS (fen) - ABS (search->difference_fen[sum]))
         <= MIN (half_fen * n_halves, slack_fen);
}

/* A row that is taken off where it should be added, or the other way round, counts twice. */
static void
search_single (YlSearch *search, gsize sum, gsize row)
{
  const gint64 fen = search->problem->rows[row].stated_fen;
  const gboolean is_other_way = (fen < 0) == (search->difference_fen[sum] > 0);
  const guint8 bits = (guint8) yl_weight_log2 (sum);
  if (fen != 0 && makes_difference (search, sum, fen, (gint64) sum + 1))
    take_rows (search, sum,
               (YlPrivate){ .kind = (guint8) get_kind (search, sum, fen),
                            .bits = bits,
                            .index = (guint32) row });
  if (fen != 0 && is_other_way
      && makes_difference (search, sum, 2 * fen, count_roundings ((gint64) sum)))
    take_rows (search, sum,
               (YlPrivate){ .kind = YL_CAUSE_SIGN_LOST, .bits = bits, .index = (guint32) row });
}

/* Neighbours that a range of a sum does not reach, or that it has twice: a block. */
static void
search_block (YlSearch *search, gsize sum, gsize first)
{
  const YlDiagnosisRow *rows = search->problem->rows;
  gint64 fen = rows[first].stated_fen;
  for (gsize last = first + 1; last < sum; last++)
    {
      fen += rows[last].stated_fen;
      if (makes_difference (search, sum, fen, count_roundings ((gint64) sum)))
        take_rows (search, sum,
                   (YlPrivate){ .kind = (guint8) get_kind (search, sum, fen),
                                .bits = (guint8) (yl_weight_log2 (sum) + 2),
                                .index = (guint32) first,
                                .value = (gint64) last });
    }
}

static void
search_two (YlSearch *search, gsize sum, gsize first)
{
  const YlDiagnosisRow *rows = search->problem->rows;
  for (gsize second = first + 2; second < sum; second++)
    {
      const gint64 fen = rows[first].stated_fen + rows[second].stated_fen;
      if (makes_difference (search, sum, fen, N_ROUNDED_NEARLY))
        take_rows (search, sum,
                   (YlPrivate){ .kind = (guint8) get_kind (search, sum, fen),
                                .bits = (guint8) (2 * yl_weight_log2 (sum)),
                                .index = (guint32) first,
                                .value = -(gint64) second });
    }
}

/* Pairs are looked for among so many rows: of more, some pair comes to anything. */
#define MAX_PAIRED 200u
#define MAX_BLOCKED 500u

/* What says less than half of its rows, or more than twice, is no sum of them that left some out. */
static gboolean
is_sum_of_most (const YlSearch *search, gsize sum)
{
  const gint64 rows_fen = search->fixed_fen[sum];
  const gint64 stated_fen = rows_fen + search->difference_fen[sum];
  return stated_fen >= rows_fen / 2 && stated_fen <= 2 * rows_fen;
}

static gint
compare_rows (gconstpointer a, gconstpointer b)
{
  const guint32 x = *(const guint32 *) a;
  const guint32 y = *(const guint32 *) b;
  return (x > y) - (x < y);
}

/* Rows that say what a sum is off by, or half of it the other way round. */
static void
search_singles (YlSearch *search, gsize sum)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  const gint64 fen = search->difference_fen[sum];
  const gint64 slack_fen = search->problem->rows[sum].slack_fen;
  yl_search_list_alike (search, search->by_amount, &(YlWanted){ fen, slack_fen, sum }, rows);
  if (fen != 0)
    yl_search_list_alike (search, search->by_amount, &(YlWanted){ -fen, slack_fen, sum }, rows);
  if (fen != 0 && (fen % 2 == 0 || slack_fen > 0))
    yl_search_list_alike (search, search->by_amount, &(YlWanted){ -fen / 2, slack_fen, sum }, rows);
  g_array_sort (rows, compare_rows);
  for (guint i = 0; i < rows->len; i++)
    search_single (search, sum, g_array_index (rows, guint32, i));
}

static void
search_sum (YlSearch *search, gsize sum)
{
  if (sum > MAX_BLOCKED || !is_sum_of_most (search, sum))
    {
      search_singles (search, sum);
      return;
    }
  for (gsize row = 0; row < sum; row++)
    {
      if (search->problem->rows[row].role != YL_DIAGNOSIS_ROW)
        continue;
      search_single (search, sum, row);
      search_block (search, sum, row);
      if (sum <= MAX_PAIRED)
        search_two (search, sum, row);
    }
}

/* A row that the record does not know, with the name and the amount of an earlier one; or one that has
 * what another has, and rightly. */
static void
search_copies (YlSearch *search, gsize row)
{
  const YlDiagnosisRow *rows = search->problem->rows;
  const YlDiagnosisRow *own = &rows[row];
  if (own->is_absent)
    {
      take_rows (search, row, (YlPrivate){ .kind = YL_CAUSE_ROAD_MISSING, .index = (guint32) row });
      return;
    }
  const guint8 bits = (guint8) yl_weight_log2 (search->problem->n_rows);
  g_autoptr (GArray) alike = g_array_new (FALSE, FALSE, sizeof (guint32));
  yl_search_list_alike (search, search->by_amount,
                        &(YlWanted){ own->stated_fen, 0, search->problem->n_rows }, alike);
  for (guint k = 0; k < alike->len; k++)
    {
      const guint32 i = g_array_index (alike, guint32, k);
      if (i == row)
        continue;
      const gboolean is_again =
          i < row && own->expected_fen == 0 && g_strcmp0 (rows[i].name, own->name) == 0;
      if (is_again)
        take_rows (search, row, (YlPrivate){ .kind = YL_CAUSE_ROAD_TWICE, .index = i });
      else if (search->weight_fen[i] == 0 && own->stated_fen != 0)
        take_rows (search, row,
                   (YlPrivate){ .kind = YL_CAUSE_ROW_COPIED, .bits = bits, .index = i });
    }
}

void
yl_search_between_rows (YlSearch *search, gsize row)
{
  const YlDiagnosisRole role = search->problem->rows[row].role;
  if (role == YL_DIAGNOSIS_SUM)
    search_sum (search, row);
  else if (role == YL_DIAGNOSIS_ROW)
    search_copies (search, row);
}
