#include "rules-private.h"

#include "yanglu/calc/counted.h"

#include <stdlib.h>
#include <string.h>

/* A counted row of the new list, where last year's list would have it. */
typedef struct
{
  const YlRoad *road;
  guint32 place; /* the route there when it has stakes, else the whole code */
  guint32 own;   /* the same of its own code */
  gint32 start_m;
  gint32 end_m;
  gboolean is_moved;
} Claim;

typedef struct
{
  const YlYearCheck *check;
  const YlInventory *list;
  YlFindings *findings;
  YlRateTable rates;
  YlTextPool *places;
  GArray *staked; /* of Claim */
  GArray *unstaked;
} Claims;

/* Letter, three characters, six digits of the county; a longer section code begins with it. */
static guint32
number_place (const Claims *claims, const char *code, gboolean is_staked)
{
  YlText text = yl_text_of (code);
  if (is_staked && yl_route_code_find_county (text) != 0)
    text.length = 10;
  return yl_text_pool_add (claims->places, text);
}

static void
set_stakes (Claim *claim, gint32 start_m, gint32 end_m)
{
  claim->start_m = MIN (start_m, end_m);
  claim->end_m = MAX (start_m, end_m);
}

static gboolean
is_stretch (gint32 start_m, gint32 end_m)
{
  return start_m != YL_STAKE_UNKNOWN && end_m != YL_STAKE_UNKNOWN && start_m != end_m;
}

static void
add_claim (Claims *claims, const YlRoad *road)
{
  const char *own = yl_inventory_get_text (claims->list, road->route_code);
  const char *previous = yl_inventory_get_text (claims->list, road->previous_code);
  const gboolean has_previous = is_stretch (road->previous_start_m, road->previous_end_m);
  const gboolean is_named = previous[0] != '\0';
  Claim claim = { .road = road };
  if (is_named && has_previous)
    set_stakes (&claim, road->previous_start_m, road->previous_end_m);
  else if (is_stretch (road->start_m, road->end_m))
    set_stakes (&claim, road->start_m, road->end_m);
  const gboolean is_staked = claim.end_m > 0;
  const char *code = is_named ? previous : own;
  claim.place = number_place (claims, code, is_staked);
  claim.own = number_place (claims, own, is_staked);
  claim.is_moved = is_named
                   && (claim.place != claim.own
                       || (has_previous
                           && (claim.start_m != MIN (road->start_m, road->end_m)
                               || claim.end_m != MAX (road->start_m, road->end_m))));
  if (code[0] != '\0')
    g_array_append_val (is_staked ? claims->staked : claims->unstaked, claim);
}

static int
compare_claims (gconstpointer a, gconstpointer b)
{
  const Claim *left = a;
  const Claim *right = b;
  const gint64 left_keys[] = { left->place, left->start_m, left->end_m, left->road->row };
  const gint64 right_keys[] = { right->place, right->start_m, right->end_m, right->road->row };
  for (guint i = 0; i < G_N_ELEMENTS (left_keys); i++)
    if (left_keys[i] != right_keys[i])
      return left_keys[i] < right_keys[i] ? -1 : 1;
  return 0;
}

/* "第 12 行", with the file when it is another one. */
static char *
show_row (const Claims *claims, const YlRoad *from, const YlRoad *road)
{
  const YlOrigin *origin = yl_inventory_get_origin (claims->list, road->origin);
  return road->origin == from->origin ? g_strdup_printf ("第 %u 行", road->row)
                                      : g_strdup_printf ("%s 第 %u 行", origin->file, road->row);
}

static void
tell (const Claims *claims, const Claim *earlier, const Claim *later, const char *stakes, gint64 m)
{
  const YlMoney by_later = yl_row_check_price (&claims->rates, later->road, m);
  const YlMoney by_earlier = yl_row_check_price (&claims->rates, earlier->road, m);
  const YlMoney at_stake = by_later.fen < by_earlier.fen ? by_later : by_earlier;
  const char *code = yl_inventory_get_text (claims->list, later->road->route_code);
  const char *place = yl_text_pool_get (claims->places, later->place);
  g_autofree char *where = show_row (claims, later->road, earlier->road);
  g_autofree char *km = yl_length_to_km ((YlLength){ m });
  g_autofree char *yuan = yl_money_to_grouped (at_stake);
  g_autofree char *message = g_strdup_printf (
      "路线 %s 由上年的 %s%s 而来，这 %s 公里与%s重复申报，两行都已计入，多计 %s 元；请核对上年"
      "路线编码和桩号，删去重复的一行",
      code, place, stakes, km, where, yuan);
  yl_year_tell (claims->check, claims->findings, later->road,
                (YlFinding){
                    .code = YL_A11,
                    .column = later->is_moved ? "上年路线编码" : "路线编码",
                    .seen = later->is_moved ? place : code,
                    .gainer = yl_year_get_gainer (claims->check, later->road),
                    .message = message,
                },
                at_stake);
}

/* A01 and A02 tell what overlaps by its own code and stakes. */
static gboolean
is_told_by_its_own_stakes (const Claim *a, const Claim *b)
{
  const YlRoad *left = a->road;
  const YlRoad *right = b->road;
  return a->own == b->own && is_stretch (left->start_m, left->end_m)
         && is_stretch (right->start_m, right->end_m)
         && MAX (MIN (left->start_m, left->end_m), MIN (right->start_m, right->end_m))
                < MIN (MAX (left->start_m, left->end_m), MAX (right->start_m, right->end_m));
}

static void
check_pair (const Claims *claims, const Claim *a, const Claim *b)
{
  const gint32 from_m = MAX (a->start_m, b->start_m);
  const gint32 to_m = MIN (a->end_m, b->end_m);
  if (from_m >= to_m || (!a->is_moved && !b->is_moved) || is_told_by_its_own_stakes (a, b))
    return;
  const Claim *later = a->road > b->road ? a : b;
  g_autofree char *start = yl_length_to_km ((YlLength){ from_m });
  g_autofree char *end = yl_length_to_km ((YlLength){ to_m });
  g_autofree char *stakes = g_strdup_printf (" 桩号 %s–%s", start, end);
  tell (claims, later == a ? b : a, later, stakes, (gint64) to_m - from_m);
}

/* Each row against the one before it that reaches farthest, so that a metre is told once. */
static void
check_staked (const Claims *claims)
{
  const Claim *farthest = NULL;
  for (guint i = 0; i < claims->staked->len; i++)
    {
      const Claim *claim = &g_array_index (claims->staked, Claim, i);
      if (farthest != NULL && farthest->place != claim->place)
        farthest = NULL;
      if (farthest != NULL)
        check_pair (claims, farthest, claim);
      if (farthest == NULL || claim->end_m > farthest->end_m)
        farthest = claim;
    }
}

/* Metres that the old list has of each code; codes as numbers of `places`. */
static GHashTable *
sum_old_codes (const Claims *claims)
{
  const YlInventory *old_list = yl_budget_get_inventory (claims->check->old_budget);
  GHashTable *sums = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, g_free);
  for (gsize i = 0; i < yl_inventory_get_n_roads (old_list) && claims->unstaked->len > 0; i++)
    {
      const YlRoad *road = yl_inventory_get_road (old_list, i);
      const char *code = yl_inventory_get_text (old_list, road->route_code);
      const gpointer key = GUINT_TO_POINTER (number_place (claims, code, FALSE));
      gint64 *sum_m = g_hash_table_lookup (sums, key);
      if (sum_m == NULL)
        {
          sum_m = g_new0 (gint64, 1);
          g_hash_table_insert (sums, key, sum_m);
        }
      *sum_m += road->length_m;
    }
  return sums;
}

/* In the order of the file, once what is there is spoken for, a row more is one too many. */
static void
check_unstaked (const Claims *claims)
{
  g_autoptr (GHashTable) sums = sum_old_codes (claims);
  const Claim *before = NULL;
  gint64 open_m = 0;
  for (guint i = 0; i < claims->unstaked->len; i++)
    {
      const Claim *claim = &g_array_index (claims->unstaked, Claim, i);
      const gint64 *sum_m = g_hash_table_lookup (sums, GUINT_TO_POINTER (claim->place));
      if (sum_m == NULL)
        continue;
      if (before == NULL || before->place != claim->place)
        {
          before = NULL;
          open_m = *sum_m;
        }
      if (before != NULL && open_m <= 0 && (claim->is_moved || before->is_moved)
          && claim->road->length_m > 0)
        tell (claims, before, claim, "", claim->road->length_m);
      open_m -= claim->road->length_m;
      before = claim;
    }
}

void
yl_year_check_claims (const YlYearCheck *check, YlFindings *findings)
{
  g_autoptr (YlTextPool) places = yl_text_pool_new ();
  g_autoptr (GArray) staked = g_array_new (FALSE, FALSE, sizeof (Claim));
  g_autoptr (GArray) unstaked = g_array_new (FALSE, FALSE, sizeof (Claim));
  Claims claims = {
    .check = check,
    .list = yl_budget_get_inventory (check->new_budget),
    .findings = findings,
    .places = places,
    .staked = staked,
    .unstaked = unstaked,
  };
  yl_rate_table_init (&claims.rates, yl_budget_get_policy (check->new_budget));
  for (gsize i = 0; i < yl_inventory_get_n_roads (claims.list); i++)
    {
      const YlRoad *road = yl_inventory_get_road (claims.list, i);
      if (yl_counted_find_mark (road) == YL_MARK_NONE)
        add_claim (&claims, road);
    }
  g_array_sort (staked, compare_claims);
  g_array_sort (unstaked, compare_claims);
  check_staked (&claims);
  check_unstaked (&claims);
}
