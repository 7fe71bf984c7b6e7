#include "amounts-private.h"

#include "yanglu/base/keyed-hash.h"
#include "relations-private.h"

#include <stdlib.h>
#include <string.h>

/* Rows that are about one township or one route. */

/* What tells a row from others: everything but its figures, and the number of the row. */
static char *
make_key (const FoundCheck *check, guint row)
{
  const YlFoundRow *found = found_row (check, row);
  GString *key = g_string_new (found->township_code != 0 ? found->township : found->label);
  g_string_append_printf (key, "/%u", found->rate);
  for (guint i = 0; i < check->table->columns->len; i++)
    {
      const YlFoundColumn *column = found_head (check, i);
      const char *text = found_cell (check, row, i)->value->text;
      const gboolean is_number = text != NULL && strspn (text, "0123456789.") == strlen (text);
      if (text == NULL || is_number
          || (column->meaning != YL_FOUND_OTHER && column->meaning != YL_FOUND_ROUTE
              && column->meaning != YL_FOUND_CLASS
              && (column->meaning != YL_FOUND_TOWNSHIP || found->township_code != 0)))
        continue;
      g_string_append_printf (key, "/%s", text);
    }
  return g_string_free (key, FALSE);
}

static gboolean
is_figure (const YlFoundColumn *column)
{
  return column->meaning == YL_FOUND_LENGTH || column->meaning == YL_FOUND_AMOUNT
         || column->meaning == YL_FOUND_START || column->meaning == YL_FOUND_END;
}

/* Whether both rows state the same: the same kilometres, stakes and amounts, and any of them. */
static gboolean
state_the_same (const FoundCheck *check, guint a, guint b)
{
  gboolean has_any = FALSE;
  for (guint i = 0; i < check->table->columns->len; i++)
    {
      const FoundCell *left = found_cell (check, a, i);
      const FoundCell *right = found_cell (check, b, i);
      if (!is_figure (left->head))
        continue;
      if (left->stated != right->stated || left->value->is_known != right->value->is_known)
        return FALSE;
      has_any |= left->stated != 0;
    }
  return has_any;
}

/* What the table pays in @row: its whole, else its classes. */
static gint64
get_money (const FoundCheck *check, guint row)
{
  const int whole = check->amount[YL_FOUND_ALL_CLASSES];
  gint64 sum = 0;
  if (whole >= 0 && found_cell (check, row, (guint) whole)->value->is_known)
    return found_cell (check, row, (guint) whole)->stated;
  for (guint i = 0; i < YL_N_RATES; i++)
    if (check->amount[i] >= 0
        && !found_add (&sum, found_cell (check, row, (guint) check->amount[i])->stated))
      return 0;
  return sum;
}

/* The cell that a finding about the whole row stands at. */
static FoundCell *
find_cell (const FoundCheck *check, guint row)
{
  for (guint i = FOUND_N_RATES; i > 0; i--)
    if (check->amount[i - 1] >= 0
        && found_cell (check, row, (guint) check->amount[i - 1])->value->is_known)
      return found_cell (check, row, (guint) check->amount[i - 1]);
  for (guint i = FOUND_N_RATES; i > 0; i--)
    if (check->length[i - 1] >= 0)
      return found_cell (check, row, (guint) check->length[i - 1]);
  return found_cell (check, row, 0);
}

/* A01 */
static void
report_twice (FoundCheck *check, guint first, guint row)
{
  const YlFoundRow *found = found_row (check, row);
  const gint64 fen = get_money (check, row);
  const guint8 code = find_cell (check, row)->code;
  g_autofree char *yuan = yl_money_to_grouped ((YlMoney){ fen });
  g_autofree char *message = g_strdup_printf (
      "“%s”在第 %u 行已经列过，里程和金额都相同，属重复列入，多列 %s 元；确属两段的请注明起止",
      found->label, found_row (check, first)->row, yuan);
  FoundCell *cell = find_cell (check, row);
  found_report (check, cell, (YlFinding){ .code = YL_A01, .message = message },
                (FoundStake){ TRUE, fen });
  cell->code = code;
}

/* Numbers that tell rows apart though nobody knows what they are: a year, an instalment. */
static gboolean
are_told_apart (const FoundCheck *check, guint a, guint b)
{
  for (guint i = 0; i < check->table->columns->len; i++)
    {
      const YlFoundColumn *column = found_head (check, i);
      const gboolean is_ordinal = strstr (column->head, "序") != NULL;
      if (column->meaning == YL_FOUND_OTHER && !is_ordinal
          && g_strcmp0 (found_cell (check, a, i)->value->text,
                        found_cell (check, b, i)->value->text)
                 != 0)
        return TRUE;
    }
  return FALSE;
}

/* The class whose rate makes the amount of the kilometres; YL_N_RATES for none. */
static guint
find_class (const FoundCheck *check, guint row)
{
  const int length = check->length[YL_FOUND_ALL_CLASSES];
  const int amount = check->amount[YL_FOUND_ALL_CLASSES];
  for (guint rate = 0; rate < YL_N_RATES && length >= 0 && amount >= 0; rate++)
    {
      YlMoney money = { 0 };
      const YlLength km = { found_cell (check, row, (guint) length)->stated };
      if (check->rates->has_rate[rate] && km.m != 0
          && yl_money_for_length (km, check->rates->rate[rate], &money)
          && money.fen == found_cell (check, row, (guint) amount)->stated)
        return rate;
    }
  return YL_N_RATES;
}

/* Places that have a row each: but for one. */
#define MIN_PLACES 3u

/* A01 W: one township alone has two rows, and they do not say the same: which of them is meant, or whether both
 * are, the table does not say. */
static void
report_again (FoundCheck *check, guint first, guint row)
{
  const YlFoundRow *found = found_row (check, row);
  const gint64 fen = get_money (check, row);
  FoundCell *cell = find_cell (check, row);
  const guint8 code = cell->code;
  g_autofree char *before = yl_money_to_grouped ((YlMoney){ get_money (check, first) });
  g_autofree char *yuan = yl_money_to_grouped ((YlMoney){ fen });
  g_autofree char *message =
      g_strdup_printf ("“%s”在第 %u 行已经列过，两行的数不同（第 %u 行 %s 元，第 %u 行 %s 元）；"
                       "请核实是否重复列入，确属两段的请注明起止",
                       found->label, found_row (check, first)->row, found_row (check, first)->row,
                       before, found->row, yuan);
  found_report (check, cell,
                (YlFinding){ .code = YL_A01, .severity = YL_SEVERITY_WARNING, .message = message },
                (FoundStake){ TRUE, fen });
  cell->code = code;
}

/* Two rows of one township, and the first of them. */
typedef struct
{
  guint first;
  guint row;
  guint n; /* of such rows */
  guint n_items;
} Again;

static void
check_again (FoundCheck *check, const Again *again)
{
  const gboolean has_stretches = found_find_first (check, YL_FOUND_ROUTE) >= 0
                                 || found_find_first (check, YL_FOUND_START) >= 0;
  if (again->n != 1 || again->n_items < MIN_PLACES || has_stretches
      || are_told_apart (check, again->first, again->row)
      || found_row (check, again->row)->township[0] == '\0')
    return;
  const guint a = find_class (check, again->first);
  const guint b = find_class (check, again->row);
  if (a == b || a == YL_N_RATES || b == YL_N_RATES)
    report_again (check, again->first, again->row);
}

/* @told: (element-type guint): rows that were told; of rows whose stakes are the same, check_overlaps() tells
 * the others. */
static void
check_twice (FoundCheck *check, GHashTable *told)
{
  Again again = { 0 };
  g_autoptr (GHashTable) seen =
      g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, NULL);
  for (guint row = 0; found_next_item (check, &row); row++)
    {
      char *key = make_key (check, row);
      gpointer first = NULL;
      again.n_items++;
      if (found_row (check, row)->label[0] == '\0')
        g_free (key);
      else if (!g_hash_table_lookup_extended (seen, key, NULL, &first))
        g_hash_table_insert (seen, key, GUINT_TO_POINTER (row));
      else
        {
          if (state_the_same (check, GPOINTER_TO_UINT (first), row))
            {
              report_twice (check, GPOINTER_TO_UINT (first), row);
              g_hash_table_add (told, GUINT_TO_POINTER (row));
            }
          else
            again = (Again){ GPOINTER_TO_UINT (first), row, again.n + 1, again.n_items };
          g_free (key);
        }
    }
  check_again (check, &again);
}

/* A stretch of a route. */
typedef struct
{
  guint row;
  const char *route;
  gsize n_route; /* bytes of its code */
  gint64 start_m;
  gint64 end_m;
} Stretch;

static int
compare_stretches (gconstpointer a, gconstpointer b)
{
  const Stretch *left = a;
  const Stretch *right = b;
  const int by_route = strncmp (left->route, right->route, MAX (left->n_route, right->n_route));
  if (by_route != 0)
    return by_route;
  return left->start_m != right->start_m
             ? (left->start_m > right->start_m) - (left->start_m < right->start_m)
             : (left->row > right->row) - (left->row < right->row);
}

/* Ten characters name a route; longer codes are its sections. */
#define N_ROUTE_CODE 10

/* (transfer full) (element-type Stretch): of routes whose code is known, in their order. */
static GArray *
list_stretches (const FoundCheck *check, int start, int end)
{
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  for (guint row = 0; found_next_item (check, &row); row++)
    {
      const FoundCell *from = found_cell (check, row, (guint) start);
      const FoundCell *to = found_cell (check, row, (guint) end);
      const char *route = from->row->label;
      const gsize n = MIN (strcspn (route, " "), N_ROUTE_CODE);
      if (!from->value->is_known || !to->value->is_known || n < 4 || !g_ascii_isalpha (route[0])
          || !g_ascii_isdigit (route[1]))
        continue;
      const Stretch stretch = { row, route, n, MIN (from->stated, to->stated),
                                MAX (from->stated, to->stated) };
      g_array_append_val (stretches, stretch);
    }
  g_array_sort (stretches, compare_stretches);
  return stretches;
}

/* What @length_m costs at the lower rate of both rows; 0 where nobody knows it. */
static gint64
price_overlap (const FoundCheck *check, guint a, guint b, gint64 length_m)
{
  gint64 least = G_MAXINT64;
  const guint rows[] = { a, b };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const guint8 rate = found_row (check, rows[i])->rate;
      YlMoney money = { 0 };
      if (rate < YL_N_RATES && check->rates->has_rate[rate] && get_money (check, rows[i]) != 0)
        yl_money_for_length ((YlLength){ length_m }, check->rates->rate[rate], &money);
      least = MIN (least, money.fen);
    }
  return least;
}

/* A02: the later of two rows whose stakes overlap. */
static void
report_overlap (FoundCheck *check, const Stretch *a, const Stretch *b, gint64 length_m)
{
  const Stretch *later = a->row > b->row ? a : b;
  const Stretch *other = later == a ? b : a;
  const gint64 fen = price_overlap (check, a->row, b->row, length_m);
  FoundCell *cell = find_cell (check, later->row);
  const guint8 code = cell->code;
  g_autofree char *km = yl_length_to_km ((YlLength){ length_m });
  g_autofree char *yuan = yl_money_to_grouped ((YlMoney){ fen });
  g_autofree char *message =
      g_strdup_printf ("“%s”的桩号与第 %u 行重叠 %s 公里，多列 %s 元；请核实起止桩号",
                       cell->row->label, found_row (check, other->row)->row, km, yuan);
  found_report (check, cell, (YlFinding){ .code = YL_A02, .message = message },
                (FoundStake){ TRUE, fen });
  cell->code = code;
}

/* Another township, another office or another sender lists the section of @a too: what tells both rows apart
 * is no part of what they state. */
static void
report_shared (FoundCheck *check, const Stretch *a, const Stretch *b, GHashTable *told)
{
  const guint later = MAX (a->row, b->row);
  if (!g_hash_table_contains (told, GUINT_TO_POINTER (later)))
    report_twice (check, MIN (a->row, b->row), later);
}

static void
check_overlaps (FoundCheck *check, GHashTable *told)
{
  const int start = found_find_first (check, YL_FOUND_START);
  const int end = found_find_first (check, YL_FOUND_END);
  if (start < 0 || end < 0)
    return;
  g_autoptr (GArray) stretches = list_stretches (check, start, end);
  const Stretch *reach = NULL; /* the one that goes on the farthest */
  for (guint i = 0; i < stretches->len; i++)
    {
      const Stretch *own = &g_array_index (stretches, Stretch, i);
      const gboolean is_same = reach != NULL && reach->n_route == own->n_route
                               && strncmp (reach->route, own->route, own->n_route) == 0;
      const gint64 overlap_m = is_same ? MIN (reach->end_m, own->end_m) - own->start_m : 0;
      if (overlap_m > 0 && state_the_same (check, reach->row, own->row))
        report_shared (check, reach, own, told);
      else if (overlap_m > 0)
        report_overlap (check, reach, own, overlap_m);
      reach = !is_same || own->end_m > reach->end_m ? own : reach;
    }
}

void
found_check_listed_twice (FoundCheck *check)
{
  if (!found_is_of_places (check))
    return;
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);
  check_twice (check, told);
  check_overlaps (check, told);
}
