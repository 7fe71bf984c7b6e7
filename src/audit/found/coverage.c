#include "coverage-private.h"

#include "yanglu/base/decimal.h"
#include "yanglu/domain/cell-place.h"

/* What bears a figure out goes along sums: from the parts to their whole, and back. A chain of sums
 * has few links: rows, 小计, 合计, an overview of them. */
#define MAX_ROUNDS 8

void
found_link (FoundCheck *check, const FoundLink *link)
{
  if (found_is_money (link->whole->head))
    g_array_append_val (check->links, *link);
}

/* Blank, or 0: nobody has anything by it. */
static gboolean
is_nothing (const FoundCell *cell)
{
  return cell->stated == 0 && !found_value_is_unread (cell->value);
}

static guint
get_column (const FoundCheck *check, const FoundCell *cell)
{
  return (guint) ((gsize) (cell - check->cells) % check->table->columns->len);
}

static guint
get_row (const FoundCheck *check, const FoundCell *cell)
{
  return (guint) ((gsize) (cell - check->cells) / check->table->columns->len);
}

static guint
count_parts (const FoundLink *link)
{
  return link->n_columns > 0 ? link->n_columns : link->to - link->from;
}

/* (nullable): the part @index of the sum, where it is one. */
static FoundCell *
get_part (const FoundCheck *check, const FoundLink *link, guint index)
{
  if (link->n_columns > 0)
    return found_cell (check, get_row (check, link->whole), link->columns[index]);
  const YlFoundRow *row = found_row (check, link->from + index);
  const gboolean is_of_link = link->level != 0 ? check->levels[link->from + index] == link->level
                                               : row->kind == link->row_kind;
  const gboolean is_part =
      is_of_link && (link->rate == YL_FOUND_ALL_CLASSES || row->rate == link->rate);
  return is_part ? found_cell (check, link->from + index, get_column (check, link->whole)) : NULL;
}

static gboolean
raise_proof (FoundCell *cell, guint8 proof)
{
  if (cell->proof >= proof)
    return FALSE;
  cell->proof = proof;
  return TRUE;
}

/* The least that bears any part out. */
static guint8
find_least (const FoundCheck *check, const FoundLink *link)
{
  guint8 least = FOUND_PROVED;
  guint n = 0;
  for (guint i = 0; i < count_parts (link); i++)
    {
      const FoundCell *part = get_part (check, link, i);
      if (part == NULL || is_nothing (part))
        continue;
      least = MIN (least, part->proof);
      n++;
    }
  return n == 0 ? FOUND_UNPROVED : least;
}

/* Returns: whether anything is borne out better than before. */
static gboolean
follow (const FoundCheck *check, const FoundLink *link)
{
  const guint8 own = MAX (find_least (check, link), link->is_granted ? FOUND_LINKED : 0);
  gboolean is_new = raise_proof (link->whole, own);
  for (guint i = 0; i < count_parts (link) && link->whole->proof != FOUND_UNPROVED; i++)
    {
      FoundCell *part = get_part (check, link, i);
      is_new |= part != NULL && raise_proof (part, FOUND_LINKED);
    }
  return is_new;
}

/* What the whole column of another table rests on. */
static guint8
find_least_of_column (const FoundCheck *check, guint column)
{
  guint8 least = FOUND_PROVED;
  for (guint row = 0; found_next_item (check, &row); row++)
    {
      const FoundCell *cell = found_cell (check, row, column);
      if (!is_nothing (cell))
        least = MIN (least, cell->proof);
    }
  return least;
}

static gboolean
follow_details (FoundCheck *check)
{
  gboolean is_new = FALSE;
  for (guint i = 0; i < check->details->len; i++)
    {
      const FoundDetail *detail = &g_array_index (check->details, FoundDetail, i);
      const guint8 least = find_least_of_column (detail->detail, detail->detail_column);
      for (guint row = 0; found_next_item (check, &row); row++)
        {
          FoundCell *cell = found_cell (check, row, detail->column);
          is_new |= cell->is_detailed && raise_proof (cell, least);
        }
    }
  return is_new;
}

static void
settle_proofs (FoundCheck *const *checks, guint n_checks)
{
  gboolean is_new = TRUE;
  for (guint round = 0; round < MAX_ROUNDS && is_new; round++)
    {
      is_new = FALSE;
      for (guint i = 0; i < n_checks; i++)
        {
          is_new |= follow_details (checks[i]);
          for (guint k = 0; k < checks[i]->links->len; k++)
            is_new |= follow (checks[i], &g_array_index (checks[i]->links, FoundLink, k));
        }
    }
}

/* Whether a number stands in a column that nobody understood. */
static gboolean
is_number (const FoundCell *cell)
{
  gint64 units = 0;
  const YlText text =
      yl_text_trim (yl_text_of (cell->value->text == NULL ? "" : cell->value->text));
  return text.length > 0
         && yl_decimal_parse (text, 6, G_MAXINT64 / 2, &units, NULL) == YL_DECIMAL_OK && units != 0;
}

/* FALSE: the figure was compared, or there is none. */
static gboolean
find_reason (const FoundCell *cell, YlGapReason *out_reason)
{
  const gboolean is_amount = found_is_money (cell->head);
  const gboolean is_unread = found_value_is_unread (cell->value);
  *out_reason = !is_amount || cell->head->is_open ? YL_GAP_SET_ASIDE
                : is_unread                       ? YL_GAP_UNREAD
                : cell->value->is_unworked        ? YL_GAP_UNWORKED
                                                  : YL_GAP_NO_BASIS;
  if (cell->head->meaning == YL_FOUND_OTHER)
    return !cell->head->is_no_money && is_number (cell);
  if (is_amount && cell->head->is_open)
    return !is_nothing (cell);
  /* Sums bear out what was saved; whether that is what its formula gives they do not say. */
  const guint8 enough = cell->value->is_unworked ? FOUND_PROVED : FOUND_LINKED;
  return is_amount && !is_nothing (cell) && (is_unread || cell->proof < enough);
}

/* One more figure of a column that was held against nothing. */
static void
count_gap (const FoundCheck *check, const FoundCell *cell, YlCoverageGap *gap, char **out_cell)
{
  if (gap->n_figures++ == 0)
    {
      *out_cell = yl_cell_to_text (cell->row->row, cell->head->column);
      gap->sheet = check->table->sheet;
      gap->column = cell->head->head;
      gap->cell = *out_cell;
      gap->is_money = gap->reason == YL_GAP_NO_BASIS;
    }
  /* A sum says once more what its rows say. */
  const gint64 own_fen = cell->row->kind == YL_FOUND_ROW_ITEM ? cell->stated : 0;
  gap->is_money = gap->is_money && found_add (&gap->amount_fen, own_fen);
}

static gboolean
is_compared (const FoundCell *cell)
{
  return found_is_money (cell->head) && cell->proof != FOUND_UNPROVED && !is_nothing (cell);
}

/* @has_compared: of each row, whether one of its figures was compared */
static void
cover_column (const FoundCheck *check, guint column, gboolean *has_compared, YlCoverage *coverage)
{
  YlCoverageGap gaps[YL_N_GAP_REASONS] = { 0 };
  char *cells[YL_N_GAP_REASONS] = { NULL };
  gboolean has_any = FALSE;
  for (guint row = 0; row < check->table->rows->len; row++)
    {
      const FoundCell *cell = found_cell (check, row, column);
      YlGapReason reason = YL_GAP_UNREAD;
      const gboolean is_gap = find_reason (cell, &reason);
      gaps[reason].reason = reason;
      if (is_gap)
        count_gap (check, cell, &gaps[reason], &cells[reason]);
      else if (is_compared (cell))
        {
          has_any = has_compared[row] = TRUE;
          coverage->n_proved += cell->proof == FOUND_PROVED ? 1 : 0;
          coverage->n_linked += cell->proof == FOUND_LINKED ? 1 : 0;
        }
    }
  coverage->n_columns += has_any ? 1 : 0;
  for (guint i = 0; i < YL_N_GAP_REASONS; i++)
    {
      if (gaps[i].n_figures > 0)
        yl_coverage_add_gap (coverage, &gaps[i]);
      g_free (cells[i]);
    }
}

static void
cover_table (const FoundCheck *check, YlCoverage *coverage)
{
  g_autofree gboolean *has_compared = g_new0 (gboolean, check->table->rows->len + 1);
  for (guint column = 0; column < check->table->columns->len; column++)
    cover_column (check, column, has_compared, coverage);
  for (guint row = 0; row < check->table->rows->len; row++)
    coverage->n_rows += has_compared[row] ? 1 : 0;
}

void
found_cover (FoundCheck *const *checks, guint n_checks, YlCoverage *coverage)
{
  settle_proofs (checks, n_checks);
  for (guint i = 0; i < n_checks; i++)
    cover_table (checks[i], coverage);
}
