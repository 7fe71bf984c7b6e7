#include "sum-private.h"
#include "column-sets-private.h"

#include <string.h>

/* Rows by which a relation between columns is judged. */
#define MAX_EVIDENCE 1000
/* Columns that may stand between a whole and its first part. */
#define MAX_OFFSET 2
/* 万元 in fen: whole ones may be exact. */
#define WAN_FEN 1000000

/* What makes a column a part beside its whole: a class, a payer or a purpose of its own. */
typedef enum
{
  BY_CLASS,
  BY_PAYER,
  BY_PURPOSE,
} SetKind;

static gboolean
is_same_measure (const YlFoundColumn *a, const YlFoundColumn *b)
{
  return (found_is_money (a) && found_is_money (b))
         || (a->meaning == YL_FOUND_LENGTH && b->meaning == YL_FOUND_LENGTH);
}

static gboolean
is_whole (const YlFoundColumn *column)
{
  return (column->meaning == YL_FOUND_LENGTH || column->meaning == YL_FOUND_AMOUNT)
         && column->rate == YL_FOUND_ALL_CLASSES && column->payer_after == 0;
}

static gboolean
is_part (const YlFoundColumn *whole, const YlFoundColumn *column, SetKind kind)
{
  if (column->meaning != whole->meaning)
    return FALSE;
  const gboolean has_class = column->rate != YL_FOUND_ALL_CLASSES;
  const gboolean has_payer = column->payer_after != 0;
  if (kind == BY_CLASS)
    return has_class && !has_payer && column->purpose == whole->purpose;
  if (kind == BY_PAYER)
    return has_payer && !has_class;
  return !has_class && !has_payer && whole->purpose == YL_N_PURPOSES
         && column->purpose != YL_N_PURPOSES;
}

/* Takes the parts that stand next to the whole, on one side. */
static void
collect (const FoundCheck *check, FoundSet *set, SetKind kind, int direction)
{
  const YlFoundColumn *whole = found_head (check, set->whole);
  for (int i = (int) set->whole + direction; i >= 0 && i < (int) check->table->columns->len;
       i += direction)
    {
      const YlFoundColumn *column = found_head (check, (guint) i);
      if (!is_part (whole, column, kind) || set->n >= FOUND_MAX_PARTS)
        return;
      set->parts[set->n++] = (guint) i;
    }
}

gboolean
found_set_add_up (const FoundCheck *check, guint row, const FoundSet *set, FoundSum *out_sum)
{
  *out_sum = (FoundSum){ 0 };
  for (guint i = 0; i < set->n; i++)
    found_sum_add (out_sum, found_cell (check, row, set->parts[i]));
  return !out_sum->is_unread && out_sum->n_known > 0;
}

/* What the digits of @n parts and their whole may leave. */
static gint64
get_rounding (const FoundCheck *check, guint whole, const guint *parts, guint n)
{
  const gboolean is_length = found_head (check, whole)->meaning == YL_FOUND_LENGTH;
  const gint64 of_whole = check->steps[whole];
  gint64 step = of_whole;
  for (guint i = 0; i < n; i++)
    step = MIN (step, check->steps[parts[i]]);
  const gint64 coarse = of_whole > step ? of_whole / 2 : 0;
  return coarse + (is_length && step <= 1 ? 0 : (gint64) n * step / 2);
}

gint64
found_set_get_slack (const FoundCheck *check, const FoundSet *set)
{
  gboolean is_whole_wan = found_is_money (found_head (check, set->whole))
                          && check->steps[set->whole] >= WAN_FEN && set->n_exact >= 1
                          && set->n_exact * 2 >= set->n_rows;
  for (guint i = 0; i < set->n && is_whole_wan; i++)
    is_whole_wan = check->steps[set->parts[i]] >= WAN_FEN;
  return is_whole_wan ? 0 : get_rounding (check, set->whole, set->parts, set->n);
}

/* Numbers that nobody understands may be parts too. */
static gboolean
is_unknown (const FoundCheck *check, guint column)
{
  const YlFoundColumn *head = found_head (check, column);
  const guint n_rows = check->table->rows->len;
  if (head->meaning != YL_FOUND_OTHER || head->is_no_money || head->head[0] == '\0')
    return FALSE;
  for (guint row = 0; row < n_rows; row += n_rows / MAX_EVIDENCE + 1)
    {
      const char *text = found_cell (check, row, column)->value->text;
      if (text != NULL && text[0] != '\0' && strspn (text, "-0123456789.,") == strlen (text))
        return TRUE;
    }
  return FALSE;
}

/* Columns of the measure of @whole on one side of it, the nearest first; those that are parts of other
 * wholes are left out where @inner names them. */
static guint
list_beside (
    const FoundCheck *check, guint whole, int direction, const gboolean *inner, guint *columns)
{
  guint n = 0;
  for (int i = (int) whole + direction; i >= 0 && i < (int) check->table->columns->len;
       i += direction)
    {
      if (is_unknown (check, (guint) i))
        return n;
      if (is_same_measure (found_head (check, whole), found_head (check, (guint) i)) && !inner[i]
          && n < FOUND_MAX_PARTS + MAX_OFFSET)
        columns[n++] = (guint) i;
    }
  return n;
}

/* Counts for every length of a run of @columns whether it adds up to the whole in @row. */
static void
count_row (const FoundCheck *check,
           guint row,
           guint whole,
           const guint *columns,
           guint n_columns,
           FoundSet *sets)
{
  const FoundCell *stated = found_cell (check, row, whole);
  gint64 sum = 0;
  gint64 least = G_MAXINT64; /* of the parts that are there */
  guint n_nonzero = 0;
  if (!stated->value->is_known || stated->stated == 0)
    return;
  for (guint i = 0; i < MIN (n_columns, FOUND_MAX_PARTS); i++)
    {
      const FoundCell *part = found_cell (check, row, columns[i]);
      if (found_value_is_unread (part->value) || !found_add (&sum, part->stated))
        return;
      n_nonzero += part->stated != 0 ? 1 : 0;
      least = part->stated != 0 ? MIN (least, ABS (part->stated)) : least;
      const gint64 off = ABS (stated->stated - sum);
      /* What is off by as much as a part of it has is no sum with that part. */
      const gboolean is_right = off < least && off <= get_rounding (check, whole, columns, i + 1);
      /* One part alone is a copy of the whole: it says nothing of a sum. */
      if (is_right && n_nonzero < 2 && !stated->head->is_sum)
        continue;
      sets[i].n_rows++;
      sets[i].n_right += is_right ? 1 : 0;
      sets[i].n_exact += off == 0 ? 1 : 0;
    }
}

static gboolean
is_named (const FoundCheck *check, guint whole)
{
  return found_head (check, whole)->is_sum;
}

/* 其中 stands over a part: others may be missing. */
static gboolean
is_inner (const FoundCheck *check, const guint *parts, guint n)
{
  for (guint i = 0; i < n; i++)
    if (strstr (found_head (check, parts[i])->head, "其中") != NULL)
      return TRUE;
  return FALSE;
}

/* 合计 that is right in half of the rows is meant; of another column most rows must say so. */
static gboolean
is_borne_out (const FoundCheck *check, const FoundSet *set, const guint *parts)
{
  if (is_inner (check, parts, set->n))
    return set->n_right >= 3 && set->n_right * 4 >= set->n_rows * 3;
  if (is_named (check, set->whole))
    return set->n_right >= 1 && set->n_right * 2 >= set->n_rows;
  return set->n_right >= 2 && set->n_right * 2 > set->n_rows;
}

static void
try_run (const FoundCheck *check, const guint *columns, guint n_columns, FoundSet *best)
{
  FoundSet sets[FOUND_MAX_PARTS] = { 0 };
  const guint n_rows = check->table->rows->len;
  const guint stride = n_rows / MAX_EVIDENCE + 1;
  for (guint row = 0; row < n_rows; row += stride)
    count_row (check, row, best->whole, columns, n_columns, sets);
  for (guint i = 1; i < MIN (n_columns, FOUND_MAX_PARTS); i++)
    {
      sets[i].whole = best->whole;
      sets[i].n = i + 1;
      if (!is_borne_out (check, &sets[i], columns) || sets[i].n_right < best->n_right
          || (sets[i].n_right == best->n_right && sets[i].n <= best->n))
        continue;
      memcpy (sets[i].parts, columns, (i + 1) * sizeof (guint));
      *best = sets[i];
    }
}

/* What one payer bears, or one class has, is no sum of what others do; 上级 are several. */
static gboolean
may_be_whole (const FoundCheck *check, guint whole)
{
  const YlFoundColumn *column = found_head (check, whole);
  const gboolean is_one =
      (column->payer_after != 0 && strstr (column->head, "上级") == NULL)
      || (column->rate != YL_FOUND_ALL_CLASSES && column->meaning == YL_FOUND_LENGTH);
  return (column->meaning == YL_FOUND_LENGTH || found_is_money (column))
         && (!is_one || is_named (check, whole));
}

/* The run of columns on one side that adds up to the whole in the most rows. */
static gboolean
find_run (const FoundCheck *check, guint whole, int direction, const gboolean *inner, FoundSet *out)
{
  guint columns[FOUND_MAX_PARTS + MAX_OFFSET];
  const guint n = list_beside (check, whole, direction, inner, columns);
  const guint n_offsets = is_named (check, whole) ? MAX_OFFSET : 0;
  *out = (FoundSet){ .whole = whole };
  for (guint offset = 0; offset <= n_offsets && offset + 2 <= n; offset++)
    try_run (check, columns + offset, n - offset, out);
  return out->n_right > 0;
}

/* Counts the rows that the parts of the set add up to. */
static void
count_right (const FoundCheck *check, FoundSet *set)
{
  const guint n_rows = check->table->rows->len;
  for (guint row = 0; row < n_rows; row += n_rows / MAX_EVIDENCE + 1)
    {
      const FoundCell *whole = found_cell (check, row, set->whole);
      FoundSum parts;
      if (whole->stated == 0 || !found_set_add_up (check, row, set, &parts))
        continue;
      const gint64 off = ABS (whole->stated - parts.stated);
      set->n_rows++;
      set->n_right += off <= get_rounding (check, set->whole, set->parts, set->n) ? 1 : 0;
      set->n_exact += off == 0 ? 1 : 0;
    }
}

/* Parts that the heads name: 其中 need not name every part, but three classes are all there are. */
static gboolean
find_named (const FoundCheck *check, guint whole, SetKind kind, FoundSet *out)
{
  *out = (FoundSet){ .whole = whole };
  collect (check, out, kind, 1);
  if (out->n < 2)
    {
      out->n = 0;
      collect (check, out, kind, -1);
    }
  if (out->n < 2 || (is_inner (check, out->parts, out->n) && (kind != BY_CLASS || out->n < 3)))
    return FALSE;
  count_right (check, out);
  return is_named (check, whole) || (out->n_right >= 1 && out->n_right * 2 >= out->n_rows);
}

/* 上年 and what was added to it: nobody divides what another year had. */
static gboolean
is_of_other_year (const YlFoundColumn *column)
{
  static const char *const words[] = { "上年", "去年", "往年", "增", "20", NULL };
  return column->meaning == YL_FOUND_ASIDE && yl_text_holds_any (column->head, words);
}

static gboolean
is_granted (const FoundCheck *check, const FoundSet *set)
{
  gboolean is_all = found_is_money (found_head (check, set->whole));
  for (guint i = 0; i < set->n; i++)
    is_all &= found_head (check, set->parts[i])->rate == YL_FOUND_ALL_CLASSES
              && !is_of_other_year (found_head (check, set->parts[i]));
  return is_all;
}

static gboolean
has_whole (const GArray *sets, guint whole, const FoundSet *like)
{
  for (guint i = 0; i < sets->len; i++)
    {
      const FoundSet *set = &g_array_index (sets, FoundSet, i);
      if (set->whole == whole
          && (like == NULL
              || (set->n == like->n
                  && memcmp (set->parts, like->parts, set->n * sizeof (guint)) == 0)))
        return TRUE;
    }
  return FALSE;
}

static void
add_set (const FoundCheck *check, GArray *sets, FoundSet *set)
{
  if (has_whole (sets, set->whole, set))
    return;
  set->is_granted = is_granted (check, set);
  g_array_append_vals (sets, set, 1);
}

static void
find_runs (const FoundCheck *check, const gboolean *inner, GArray *sets)
{
  for (guint whole = 0; whole < check->table->columns->len; whole++)
    for (int direction = 1; direction >= -1; direction -= 2)
      {
        FoundSet set;
        if (!inner[whole] && may_be_whole (check, whole)
            && find_run (check, whole, direction, inner, &set))
          add_set (check, sets, &set);
      }
}

/* 小计 of each group beside 合计 of all: what is in a 小计 is not once more in 合计. */
static void
mark_inner (const GArray *sets, gboolean *inner)
{
  for (guint i = 0; i < sets->len; i++)
    {
      const FoundSet *set = &g_array_index (sets, FoundSet, i);
      for (guint k = 0; k < set->n; k++)
        inner[set->parts[k]] = TRUE;
    }
}

GArray *
found_sets_new (const FoundCheck *check)
{
  GArray *sets = g_array_new (FALSE, FALSE, sizeof (FoundSet));
  g_autofree gboolean *inner = g_new0 (gboolean, check->table->columns->len + 1);
  find_runs (check, inner, sets);
  mark_inner (sets, inner);
  if (sets->len > 0)
    find_runs (check, inner, sets);
  for (guint whole = 0; whole < check->table->columns->len; whole++)
    for (SetKind kind = BY_CLASS; kind <= BY_PURPOSE; kind++)
      {
        FoundSet set;
        if (is_whole (found_head (check, whole)) && !has_whole (sets, whole, NULL) && !inner[whole]
            && find_named (check, whole, kind, &set))
          add_set (check, sets, &set);
      }
  return sets;
}
