/* Columns that are a fixed share of another one: 提前下达 70 %, 结算 30 %. */
#include "coverage-private.h"
#include "relations-private.h"

#include "yanglu/base/ratio.h"

#include <string.h>

/* Without a number in the head the rows must say what the share is: so many of them, in such steps. */
#define MIN_ROWS 3u
#define STEP_PPM 50000

/* More columns than these are never shares of one whole. */
#define MAX_SHARES 8u

/* One column, and the one that it is a share of. */
typedef struct
{
  guint column;
  guint whole;
  gint64 ppm;
  guint n; /* rows that state both */
  guint n_right;
} Share;

static gboolean
get_due (const FoundCheck *check, const Share *share, guint row, gint64 *out_due)
{
  const FoundCell *whole = found_cell (check, row, share->whole);
  return whole->value->is_known
         && yl_ratio_scale (whole->stated, share->ppm, YL_SHARE_WHOLE, out_due);
}

static gboolean
states_all (const FoundCheck *check, const Share *share, guint row)
{
  return found_cell (check, row, share->column)->value->is_known
         && found_cell (check, row, share->whole)->value->is_known
         && found_cell (check, row, share->whole)->stated != 0;
}

static gboolean
is_right (const FoundCheck *check, const Share *share, guint row)
{
  const FoundCell *cell = found_cell (check, row, share->column);
  gint64 due = 0;
  return get_due (check, share, row, &due)
         && ABS (cell->stated - due) <= found_step (check, cell) / 2;
}

static void
count (const FoundCheck *check, Share *share)
{
  for (guint row = 0; found_next_item (check, &row); row++)
    if (states_all (check, share, row))
      {
        share->n++;
        share->n_right += is_right (check, share, row) ? 1 : 0;
      }
}

/* What was assessed is paid by its marks: 30 % at most times. */
static gboolean
is_assessed (const YlFoundColumn *head)
{
  static const char *const words[] = { "考核", "绩效", "评定", "评价", "考评", NULL };
  return yl_text_holds_any (head->head, words);
}

static gboolean
is_better (const Share *share, const Share *best)
{
  return share->n_right > best->n_right
         || (share->n_right == best->n_right && share->n_right > 0
             && ABS ((int) share->whole - (int) share->column)
                    < ABS ((int) best->whole - (int) best->column));
}

static gboolean
is_borne_out (const Share *share, gboolean is_said)
{
  return is_said ? share->n_right > 0 && share->n_right * 2 >= share->n
                 : share->n >= MIN_ROWS && share->n_right * 3 >= share->n * 2;
}

static void
try_whole (const FoundCheck *check, guint column, guint whole, gint64 ppm, Share *best)
{
  Share share = { column, whole, ppm, 0, 0 };
  count (check, &share);
  if (is_borne_out (&share, found_head (check, column)->share_ppm != 0) && is_better (&share, best))
    *best = share;
}

/* FALSE: nobody knows what the column is a share of. */
static gboolean
find_share (const FoundCheck *check, guint column, Share *out_share)
{
  const gint64 said_ppm = found_head (check, column)->share_ppm;
  *out_share = (Share){ 0 };
  for (guint whole = 0; whole < check->table->columns->len; whole++)
    {
      const YlFoundColumn *head = found_head (check, whole);
      if (whole == column || !found_is_money (head) || head->share_ppm != 0
          || found_is_instalment (head))
        continue;
      if (said_ppm != 0)
        try_whole (check, column, whole, said_ppm, out_share);
      for (gint64 ppm = STEP_PPM; said_ppm == 0 && ppm < YL_SHARE_WHOLE; ppm += STEP_PPM)
        try_whole (check, column, whole, ppm, out_share);
    }
  return out_share->n_right > 0;
}

static void
report (FoundCheck *check, FoundCell *cell, gint64 expected, const char *from)
{
  const FoundDifference difference = {
    .code = YL_C01, .stated = cell->stated, .expected = expected, .from = from
  };
  found_report_difference (check, cell, &difference,
                           found_price (check, cell, cell->stated - expected));
  cell->expected = expected;
}

static void
report_share (FoundCheck *check, const Share *share, guint row)
{
  gint64 due = 0;
  get_due (check, share, row, &due);
  g_autofree char *percent = yl_share_to_percent ((YlShare){ share->ppm });
  g_autofree char *from =
      g_strdup_printf ("按“%s”的 %s 应", found_head (check, share->whole)->head, percent);
  report (check, found_cell (check, row, share->column), due, from);
}

/* The shares of one whole. */
typedef struct
{
  Share shares[MAX_SHARES];
  guint n;
  gint64 ppm; /* together */
} Division;

/* Whether the shares are right of what they come to, and that is another whole. */
static gboolean
is_whole_wrong (const FoundCheck *check, const Division *division, guint row, gint64 *out_sum)
{
  gboolean is_of_sum = division->n > 1 && division->ppm == YL_SHARE_WHOLE;
  *out_sum = 0;
  for (guint i = 0; i < division->n && is_of_sum; i++)
    is_of_sum = found_add (out_sum, found_cell (check, row, division->shares[i].column)->stated);
  for (guint i = 0; i < division->n && is_of_sum; i++)
    {
      const FoundCell *cell = found_cell (check, row, division->shares[i].column);
      gint64 due = 0;
      is_of_sum = yl_ratio_scale (*out_sum, division->shares[i].ppm, YL_SHARE_WHOLE, &due)
                  && ABS (cell->stated - due) <= found_step (check, cell) / 2;
    }
  return is_of_sum && *out_sum != found_cell (check, row, division->shares[0].whole)->stated;
}

/* One share alone, whose whole is off in its own column. */
static gboolean
is_whole_off (FoundCheck *check, const Share *share, guint row, gint64 *out_expected)
{
  const FoundCell *whole = found_cell (check, row, share->whole);
  const gint64 off = found_get_total_off (check, share->whole);
  gint64 due = 0;
  *out_expected = whole->stated + off;
  return off != 0 && found_get_total_off (check, share->column) == 0
         && yl_ratio_scale (*out_expected, share->ppm, YL_SHARE_WHOLE, &due)
         && due == found_cell (check, row, share->column)->stated;
}

/* The first share that is off; the others follow from it. */
static void
check_row (FoundCheck *check, const Division *division, guint row)
{
  const Share *wrong = NULL;
  gint64 expected = 0;
  for (guint i = 0; i < division->n; i++)
    {
      const Share *share = &division->shares[i];
      const gboolean is_told = found_cell (check, row, share->column)->code != FOUND_NO_CODE
                               || found_cell (check, row, share->whole)->code != FOUND_NO_CODE;
      if (is_told || !states_all (check, share, row))
        return;
      if (wrong == NULL && !is_right (check, share, row)
          && !is_assessed (found_head (check, share->column)))
        wrong = share;
    }
  if (wrong == NULL)
    return;
  FoundCell *whole = found_cell (check, row, wrong->whole);
  if (is_whole_wrong (check, division, row, &expected))
    report (check, whole, expected, "按各批所占比例应");
  else if (division->n == 1 && is_whole_off (check, wrong, row, &expected))
    report (check, whole, expected, "按本列合计和所占比例应");
  else
    report_share (check, wrong, row);
}

/* What is paid in shares is borne out by them, as they are by it. */
static void
link_rows (FoundCheck *check, const Share *share)
{
  for (guint row = 0; row < check->table->rows->len; row++)
    if (states_all (check, share, row) && is_right (check, share, row))
      {
        FoundLink link = { .whole = found_cell (check, row, share->whole),
                           .is_granted = TRUE,
                           .n_columns = 1,
                           .columns = { (guint16) share->column } };
        found_link (check, &link);
      }
}

void
found_check_shares (FoundCheck *check)
{
  const guint n = check->table->columns->len;
  g_autofree Division *divisions = g_new0 (Division, n + 1); /* by whole */
  for (guint column = 0; column < n; column++)
    {
      Share share;
      const YlFoundColumn *head = found_head (check, column);
      if (!found_is_instalment (head) || !found_is_money (head)
          || !find_share (check, column, &share))
        continue;
      link_rows (check, &share);
      Division *division = &divisions[share.whole];
      if (division->n == MAX_SHARES)
        continue;
      division->shares[division->n++] = share;
      division->ppm += share.ppm;
    }
  for (guint whole = 0; whole < n; whole++)
    for (guint row = 0; divisions[whole].n > 0 && found_next_item (check, &row); row++)
      check_row (check, &divisions[whole], row);
}
