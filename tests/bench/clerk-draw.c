#include "bench/clerk.h"

#include <string.h>

typedef struct
{
  const ClerkCounty *county;
  const ClerkForm *form;
  GRand *random;
  ClerkMistake *mistake;
} Draw;

static gint32
any (const Draw *draw, gint32 below)
{
  return g_rand_int_range (draw->random, 0, below);
}

/* All townships, or up to half of them. */
static void
draw_scope (const Draw *draw, gint32 all_in_ten)
{
  const guint n = draw->county->n_townships;
  const gboolean is_all = any (draw, 10) < all_in_ten;
  for (guint t = 0; t < n; t++)
    draw->mistake->scope[t] = is_all;
  const gint32 n_chosen = 1 + any (draw, (gint32) MAX (1, n / 2));
  for (gint32 i = 0; i < n_chosen; i++)
    draw->mistake->scope[any (draw, (gint32) n)] = TRUE;
}

/* One that the list counts, or one that it does not; in a list without such, any: then the mistake
 * changes nothing, and another is drawn. */
static guint
draw_road (const Draw *draw)
{
  guint index = 0;
  for (guint i = 0; i < 2000; i++)
    {
      index = (guint) any (draw, (gint32) draw->county->roads->len);
      const ClerkRoad *road = &g_array_index (draw->county->roads, ClerkRoad, index);
      const gboolean is_counted = road->state == YL_ITEM_COUNTED;
      if (is_counted == (draw->mistake->kind != YL_CAUSE_NOT_COUNTED))
        break;
    }
  return index;
}

static void
draw_column (const Draw *draw, gint32 all_in_ten)
{
  ClerkMistake *mistake = draw->mistake;
  mistake->place = CLERK_AT_COLUMN;
  mistake->first = (guint) any (draw, CLERK_N_CLASSES + 1);
  draw_scope (draw, all_in_ten);
}

static void
draw_at_road (const Draw *draw)
{
  ClerkMistake *mistake = draw->mistake;
  mistake->place = CLERK_AT_ROAD;
  mistake->road = draw_road (draw);
  const ClerkRoad *road = &g_array_index (draw->county->roads, ClerkRoad, mistake->road);
  mistake->first =
      (road->road_class + 1 + (guint) any (draw, CLERK_N_CLASSES - 1)) % CLERK_N_CLASSES;
}

/* A slip of the hand: in an amount twice as often as in a length. Nine of ten swapped digits are
 * neighbours; the hundreds of the value say how far apart they are. */
static void
draw_slip (const Draw *draw)
{
  ClerkMistake *mistake = draw->mistake;
  const gint32 where = any (draw, 4);
  mistake->value = any (draw, where < 2 ? 10 : 5);
  if (mistake->kind == YL_CAUSE_DIGITS_SWAPPED && any (draw, 10) == 0)
    mistake->value += 200;
  mistake->township = (guint) any (draw, (gint32) draw->county->n_townships);
  mistake->first = (guint) any (draw, CLERK_N_CLASSES);
  if (where == 3)
    draw_at_road (draw);
  else
    mistake->place = where == 2 ? CLERK_AT_LENGTH : CLERK_AT_AMOUNT;
  if (mistake->place == CLERK_AT_AMOUNT && (!draw->form->has_class_amounts || any (draw, 3) == 0))
    mistake->first = CLERK_ALL;
}

static void
draw_rounding (const Draw *draw)
{
  static const gint64 units_fen[] = { 1000, 10000, 10000, 10000, 100000, 1000000 };
  ClerkMistake *mistake = draw->mistake;
  draw_column (draw, 10);
  mistake->first = CLERK_ALL;
  const gint32 how = any (draw, 5);
  mistake->second = how == 0 ? 1 : how == 1 ? 2 : 0;
  mistake->value = units_fen[any (draw, G_N_ELEMENTS (units_fen))];
  if (mistake->second == 1)
    mistake->value = any (draw, 2) == 0 ? 10 : 100;
}

static void
draw_unit (const Draw *draw)
{
  ClerkMistake *mistake = draw->mistake;
  const gint32 where = any (draw, 3);
  mistake->value = any (draw, 2) == 0 ? 1 : -1;
  if (mistake->kind == YL_CAUSE_LENGTH_UNIT && where == 0)
    {
      draw_at_road (draw);
      return;
    }
  draw_column (draw, 5);
  if (where == 1)
    {
      memset (mistake->scope, 0, sizeof mistake->scope);
      mistake->scope[any (draw, (gint32) draw->county->n_townships)] = TRUE;
    }
  if (mistake->kind == YL_CAUSE_AMOUNT_UNIT && !draw->form->has_class_amounts)
    mistake->first = CLERK_ALL;
}

/* A blank at the beginning adds ten to the value. */
static void
draw_shift (const Draw *draw)
{
  const gint32 n = (gint32) draw->county->n_townships;
  draw->mistake->place = CLERK_AT_COLUMN;
  draw->mistake->first = (guint) any (draw, n - 1);
  draw->mistake->second =
      draw->mistake->first + 1 + (guint) any (draw, n - 1 - (gint32) draw->mistake->first);
  draw->mistake->value = 1 + any (draw, 2) + 10 * any (draw, 2);
}

static void
draw_rates (const Draw *draw)
{
  ClerkMistake *mistake = draw->mistake;
  draw_column (draw, 4);
  if (mistake->kind != YL_CAUSE_RATES_SWAPPED)
    return;
  mistake->first %= CLERK_N_CLASSES;
  mistake->second = (mistake->first + 1 + (guint) any (draw, 2)) % CLERK_N_CLASSES;
}

ClerkMistake
clerk_draw (const ClerkCounty *county, const ClerkForm *form, YlCauseKind kind, GRand *random)
{
  ClerkMistake mistake = { .kind = kind };
  const Draw draw = { county, form, random, &mistake };
  if (kind == YL_CAUSE_GRANT_NETTED || kind == YL_CAUSE_INCOME_SHARE)
    mistake.value =
        any (&draw, (kind == YL_CAUSE_GRANT_NETTED ? CLERK_N_GRANTS : CLERK_N_COSTS) + 1) - 1;
  else if (kind == YL_CAUSE_LAND_SHARE)
    mistake.value = county->share_ppm == 20000 ? 30000 : 20000;
  else if (kind == YL_CAUSE_ROUNDING)
    draw_rounding (&draw);
  else if (kind == YL_CAUSE_AMOUNT_UNIT || kind == YL_CAUSE_LENGTH_UNIT)
    draw_unit (&draw);
  else if (kind == YL_CAUSE_OLD_RATE || kind == YL_CAUSE_RATES_SWAPPED)
    draw_rates (&draw);
  else if (kind == YL_CAUSE_ROW_SHIFTED)
    draw_shift (&draw);
  else if (kind >= YL_CAUSE_DIGITS_SWAPPED)
    draw_slip (&draw);
  else if (kind == YL_CAUSE_NOT_COUNTED && any (&draw, 4) > 0)
    {
      draw_column (&draw, 7);
      mistake.value = 1 + any (&draw, 3);
    }
  else
    draw_at_road (&draw);
  if (kind == YL_CAUSE_INCOME_SHARE && any (&draw, 2) == 0)
    mistake.value = -1;
  return mistake;
}
