#include "yanglu/domain/policy.h"

#include "yanglu/base/arena.h"
#include "yanglu/domain/policy-group.h"

#include <string.h>

/* Values stand sorted by group, area, key, so that a group of one area is a run of neighbours and
 * the longest area prefix is found by a few binary searches. */
struct _YlPolicy
{
  gatomicrefcount n_holders;
  YlPolicy *base; /* (nullable) */
  YlArena *arena;
  GArray *values; /* of YlPolicyValue */
  GPtrArray *areas;
  YlPolicyHead head;
  YlRate base_rate[YL_N_RATES];
  gboolean has_base_rate[YL_N_RATES];
  gboolean is_dated_back;
  YlPolicy *whole; /* (nullable): the policy that this one is for one year */
  YlYearPart part;
};

static void
keep_areas (YlPolicy *policy, const char *const *areas)
{
  for (gsize i = 0; areas != NULL && areas[i] != NULL; i++)
    g_ptr_array_add (policy->areas, yl_arena_keep_once (policy->arena, areas[i]));
  g_ptr_array_add (policy->areas, NULL);
}

YlPolicy *
yl_policy_new (const YlPolicyHead *head)
{
  YlPolicy *policy = g_new0 (YlPolicy, 1);
  g_atomic_ref_count_init (&policy->n_holders);
  policy->arena = yl_arena_new ();
  policy->values = yl_arena_array (policy->arena, sizeof (YlPolicyValue));
  policy->areas =
      yl_arena_own (policy->arena, g_ptr_array_new (), (GDestroyNotify) g_ptr_array_unref);
  keep_areas (policy, head->area);
  policy->head = *head;
  policy->head.id = yl_arena_keep_once (policy->arena, head->id);
  policy->head.title = yl_arena_keep_once (policy->arena, head->title);
  policy->head.document = yl_arena_keep_once (policy->arena, head->document);
  policy->head.base = yl_arena_keep_once (policy->arena, head->base);
  policy->head.text = yl_arena_keep_once (policy->arena, head->text);
  policy->head.sha256 = yl_arena_keep_once (policy->arena, head->sha256);
  policy->head.area = (const char *const *) policy->areas->pdata;
  return policy;
}

static void
add_value (YlPolicy *policy, const YlPolicyValue *value)
{
  YlPolicyValue copy = *value;
  copy.area = yl_arena_keep_once (policy->arena, value->area);
  copy.key_name = yl_arena_keep_once (policy->arena, value->key_name);
  copy.shown = yl_arena_keep_once (policy->arena, value->shown);
  copy.policy_id = yl_arena_keep_once (policy->arena, value->policy_id);
  copy.document = yl_arena_keep_once (policy->arena, value->document);
  copy.clause = yl_arena_keep_once (policy->arena, value->clause);
  g_array_append_val (policy->values, copy);
}

void
yl_policy_add (YlPolicy *policy, const YlPolicyValue *value)
{
  YlPolicyValue own = *value;
  own.policy_id = policy->head.id;
  own.document = policy->head.document;
  add_value (policy, &own);
}

/* The place of a value: its group, the first @n_digits of @area, its key. */
typedef struct
{
  YlPolicyGroup group;
  const char *area;
  gsize n_digits;
  guint key;
} Place;

static const YlPolicyValue *
value_at (const YlPolicy *policy, guint index)
{
  return &g_array_index (policy->values, YlPolicyValue, index);
}

static int
compare_area (const YlPolicyValue *value, const Place *place)
{
  if (value->group != place->group)
    return value->group < place->group ? -1 : 1;
  const int by_digits = strncmp (value->area, place->area, place->n_digits);
  if (by_digits != 0)
    return by_digits;
  return value->area[place->n_digits] == '\0' ? 0 : 1;
}

static int
compare_place (const YlPolicyValue *value, const Place *place)
{
  const int by_area = compare_area (value, place);
  if (by_area != 0)
    return by_area;
  return value->key == place->key ? 0 : (value->key < place->key ? -1 : 1);
}

static gint
compare_values (gconstpointer a, gconstpointer b)
{
  const YlPolicyValue *other = b;
  const Place place = { other->group, other->area, strlen (other->area), other->key };
  return compare_place (a, &place);
}

/* The first of the first @n_values that does not stand before @place. */
static guint
find_index (const YlPolicy *policy, guint n_values, const Place *place)
{
  guint low = 0;
  guint high = n_values;
  while (low < high)
    {
      const guint middle = low + (high - low) / 2;
      if (compare_place (value_at (policy, middle), place) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
has_area (const YlPolicy *policy, guint n_values, const Place *place)
{
  const Place first = { place->group, place->area, place->n_digits, 0 };
  const guint index = find_index (policy, n_values, &first);
  return index < n_values && compare_area (value_at (policy, index), place) == 0;
}

/* Whether the first @n_own values of @policy leave room for @value of its base. */
static gboolean
is_silent_about (const YlPolicy *policy, guint n_own, const YlPolicyValue *value)
{
  const Place place = { value->group, value->area, strlen (value->area), value->key };
  if (place.n_digits > 0 || yl_policy_group_is_whole (value->group))
    return !has_area (policy, n_own, &place);
  const guint index = find_index (policy, n_own, &place);
  return index >= n_own || compare_place (value_at (policy, index), &place) != 0;
}

/* The standard that a rate is held against is the highest of all the bases it descends from. */
static void
take_base_rates (YlPolicy *policy, const YlPolicy *base)
{
  for (guint kind = 0; kind < YL_N_RATES; kind++)
    {
      const YlPolicyValue *own = yl_policy_find (policy, YL_GROUP_DAILY_RATE, NULL, kind);
      const YlPolicyValue *of_base = yl_policy_find (base, YL_GROUP_DAILY_RATE, NULL, kind);
      policy->base_rate[kind] = base->base_rate[kind];
      policy->has_base_rate[kind] = base->has_base_rate[kind];
      const gboolean is_replaced =
          own != NULL && of_base != NULL && g_strcmp0 (own->policy_id, policy->head.id) == 0;
      if (is_replaced && of_base->value > policy->base_rate[kind].fen_per_km)
        policy->base_rate[kind].fen_per_km = of_base->value;
      policy->has_base_rate[kind] = policy->has_base_rate[kind] || is_replaced;
    }
}

YlPolicy *
yl_policy_seal (YlPolicy *policy, YlPolicy *base)
{
  g_array_sort (policy->values, compare_values);
  if (base == NULL)
    return policy;
  policy->base = yl_policy_ref (base);
  const guint n_own = policy->values->len;
  for (guint i = 0; i < base->values->len; i++)
    if (is_silent_about (policy, n_own, value_at (base, i)))
      add_value (policy, value_at (base, i));
  g_array_sort (policy->values, compare_values);
  take_base_rates (policy, base);
  return policy;
}

void
yl_policy_date_back (YlPolicy *policy)
{
  policy->is_dated_back = TRUE;
}

gboolean
yl_policy_is_dated_back (const YlPolicy *policy)
{
  return policy->is_dated_back;
}

/* The days of @year on which it is in force; FALSE: none. */
static gboolean
find_days (const YlPolicy *policy, guint year, YlDate *out_first, YlDate *out_last)
{
  const guint32 first = MAX (policy->head.effective_from.yyyymmdd, year * 10000 + 101);
  const guint32 to = policy->head.effective_to.yyyymmdd;
  const guint32 last = to == 0 ? year * 10000 + 1231 : MIN (to, year * 10000 + 1231);
  *out_first = (YlDate){ first };
  *out_last = (YlDate){ last };
  return first <= last;
}

gboolean
yl_policy_find_days (const YlPolicy *policy, guint year, YlDate *out_first, YlDate *out_last)
{
  YlDate first, last;
  if (!find_days (policy, year, &first, &last)
      || (first.yyyymmdd == year * 10000 + 101 && last.yyyymmdd == year * 10000 + 1231))
    return FALSE;
  *out_first = first;
  *out_last = last;
  return TRUE;
}

static YlYearPart
measure_part (const YlPolicy *policy, guint year)
{
  YlDate first, last;
  const YlPartYear part_year = policy->head.part_year;
  if (part_year == YL_PART_YEAR_WHOLE || !yl_policy_find_days (policy, year, &first, &last))
    return (YlYearPart){ 0 };
  if (part_year == YL_PART_YEAR_DAYS)
    return (YlYearPart){
      (guint16) (yl_date_get_day_of_year (last) - yl_date_get_day_of_year (first) + 1),
      (guint16) yl_date_get_day_of_year ((YlDate){ year * 10000 + 1231 }),
    };
  const guint n_months = last.yyyymmdd / 100 - first.yyyymmdd / 100 + 1;
  return n_months == 12 ? (YlYearPart){ 0 } : (YlYearPart){ (guint16) n_months, 12 };
}

/* Whether it is in force on some day of @year. */
static gboolean
holds (const YlPolicyValue *value, guint year)
{
  return value->effective_from.yyyymmdd / 10000 <= year
         && (value->effective_to.yyyymmdd == 0 || value->effective_to.yyyymmdd / 10000 >= year);
}

/* Whether the value at @index counts in @year: the parts of one whole all hold, or none counts. */
static gboolean
counts (const YlPolicy *policy, guint index, guint year)
{
  const YlPolicyValue *value = value_at (policy, index);
  const Place place = { value->group, value->area, strlen (value->area), 0 };
  if (!yl_policy_group_is_whole (value->group))
    return holds (value, year);
  for (guint i = find_index (policy, policy->values->len, &place);
       i < policy->values->len && compare_area (value_at (policy, i), &place) == 0; i++)
    if (!holds (value_at (policy, i), year))
      return FALSE;
  return TRUE;
}

static gboolean
holds_all (const YlPolicy *policy, guint year)
{
  for (guint i = 0; i < policy->values->len; i++)
    if (!holds (value_at (policy, i), year))
      return FALSE;
  return policy->base == NULL || holds_all (policy->base, year);
}

/* Sealed once more, with the own values that count. */
static YlPolicy *
make_for_year (YlPolicy *whole, guint year, YlYearPart part)
{
  YlPolicy *policy = yl_policy_new (&whole->head);
  for (guint i = 0; i < whole->values->len; i++)
    if (strcmp (value_at (whole, i)->policy_id, whole->head.id) == 0 && counts (whole, i, year))
      add_value (policy, value_at (whole, i));
  g_autoptr (YlPolicy) base = whole->base == NULL ? NULL : yl_policy_for_year (whole->base, year);
  policy->is_dated_back = whole->is_dated_back;
  policy->whole = yl_policy_ref (whole);
  policy->part = part;
  return yl_policy_seal (policy, base);
}

YlPolicy *
yl_policy_for_year (YlPolicy *policy, guint year)
{
  YlPolicy *whole = policy->whole == NULL ? policy : policy->whole;
  const YlYearPart part = measure_part (whole, year);
  return part.of == 0 && holds_all (whole, year) ? yl_policy_ref (whole)
                                                 : make_for_year (whole, year, part);
}

const YlPolicy *
yl_policy_get_whole (const YlPolicy *policy)
{
  return policy->whole == NULL ? policy : policy->whole;
}

YlYearPart
yl_policy_get_year_part (const YlPolicy *policy)
{
  return policy->part;
}

YlPolicy *
yl_policy_ref (YlPolicy *policy)
{
  g_atomic_ref_count_inc (&policy->n_holders);
  return policy;
}

void
yl_policy_free (YlPolicy *policy)
{
  if (policy == NULL || !g_atomic_ref_count_dec (&policy->n_holders))
    return;
  g_clear_pointer (&policy->base, yl_policy_free);
  g_clear_pointer (&policy->whole, yl_policy_free);
  yl_arena_free (policy->arena);
  g_free (policy);
}

const YlPolicyHead *
yl_policy_get_head (const YlPolicy *policy)
{
  return &policy->head;
}

const YlPolicy *
yl_policy_get_base (const YlPolicy *policy)
{
  return policy->base;
}

const YlPolicyValue *
yl_policy_get_values (const YlPolicy *policy, gsize *out_n)
{
  *out_n = policy->values->len;
  return (const YlPolicyValue *) (gconstpointer) policy->values->data;
}

const YlPolicyValue *
yl_policy_find (const YlPolicy *policy, YlPolicyGroup group, const char *area, guint key)
{
  const char *digits = area == NULL ? "" : area;
  Place place = { group, digits, strlen (digits), key };
  while (place.n_digits > 0 && !has_area (policy, policy->values->len, &place))
    place.n_digits--;
  const guint index = find_index (policy, policy->values->len, &place);
  if (index >= policy->values->len || compare_place (value_at (policy, index), &place) != 0)
    return NULL;
  return value_at (policy, index);
}

gboolean
yl_policy_rules (const YlPolicy *policy, YlPolicyGroup group, const char *area)
{
  for (guint i = 0; i < yl_policy_group_get_n_keys (group); i++)
    if (yl_policy_find (policy, group, area, yl_policy_group_get_nth_key (group, i).number) != NULL)
      return TRUE;
  return FALSE;
}

/* The place of a group of @policy that is for the whole of @name. */
static const char *
find_place (const YlPolicy *policy, const char *name)
{
  for (guint i = 0; i < policy->values->len; i++)
    if (strcmp (value_at (policy, i)->area, name) == 0)
      return value_at (policy, i)->area;
  return NULL;
}

const char *
yl_policy_get_place (const YlPolicy *policy, const YlEntity *entity)
{
  if (entity->n_townships == 0)
    return yl_entity_get_code (entity);
  g_autofree char *name = yl_zone_name_fold (entity->name == NULL ? "" : entity->name);
  const char *place = find_place (policy, name);
  for (guint i = 0; i < entity->n_townships && (place == NULL || place[0] == '\0'); i++)
    {
      g_autofree char *code = g_strdup_printf ("%09u", entity->townships[i]);
      place = find_place (policy, code);
    }
  return place == NULL ? "" : place;
}

const YlPolicyValue *
yl_policy_find_figure (const YlPolicy *policy, const char *key)
{
  if (!g_str_has_prefix (key, YL_POLICY_FIGURE))
    return NULL;
  for (guint i = 0; i < policy->values->len; i++)
    {
      g_autofree char *own = yl_policy_value_to_figure_key (value_at (policy, i));
      if (strcmp (own, key) == 0)
        return value_at (policy, i);
    }
  return NULL;
}

gboolean
yl_policy_get_rate (const YlPolicy *policy, YlRateKind kind, YlRate *out_rate)
{
  const YlPolicyValue *value = yl_policy_find (policy, YL_GROUP_DAILY_RATE, NULL, kind);
  *out_rate = (YlRate){ .fen_per_km = value == NULL ? 0 : value->value, .part = policy->part };
  return value != NULL;
}

gboolean
yl_policy_get_base_rate (const YlPolicy *policy, YlRateKind kind, YlRate *out_rate)
{
  if (!policy->has_base_rate[kind])
    return FALSE;
  *out_rate = policy->base_rate[kind];
  return TRUE;
}

gboolean
yl_policy_has_group (const YlPolicy *policy, YlPolicyGroup group)
{
  const Place place = { group, "", 0, 0 };
  const guint index = find_index (policy, policy->values->len, &place);
  return index < policy->values->len && value_at (policy, index)->group == group;
}

YlMileageBasis
yl_policy_get_mileage_basis (const YlPolicy *policy)
{
  const YlPolicyValue *value = yl_policy_find (policy, YL_GROUP_MILEAGE, NULL, 0);
  return value == NULL ? YL_BASIS_COUNTED : (YlMileageBasis) value->value;
}

YlMileageBasis
yl_policy_get_works_base (const YlPolicy *policy)
{
  const YlPolicyValue *value =
      yl_policy_find (policy, YL_GROUP_TARGET, "", YL_ENGINEERING_BASE_KEY);
  return value == NULL ? YL_BASIS_MAINTAINED : (YlMileageBasis) value->value;
}

guint
yl_policy_get_works_years (const YlPolicy *policy)
{
  const YlPolicyValue *value =
      yl_policy_find (policy, YL_GROUP_TARGET, "", YL_ENGINEERING_YEARS_KEY);
  return value == NULL ? 1 : (guint) value->value;
}

YlShareBase
yl_policy_get_share_base (const YlPolicy *policy, const char *area)
{
  const YlPolicyValue *value =
      yl_policy_find (policy, YL_GROUP_PAYER_SHARE, area, YL_SHARE_BASE_KEY);
  return value == NULL ? YL_SHARE_OF_STANDARD : (YlShareBase) value->value;
}
