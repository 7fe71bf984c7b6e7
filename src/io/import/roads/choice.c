#include "choice-private.h"

#include "yanglu/base/length.h"
#include "yanglu/domain/sheet-names.h"

#include <string.h>

/* Sums as they are written differ from their parts by what was rounded: so many metres, or one part in so many. */
#define ROUNDED_M 60
#define ROUNDED_PART 1000
/* A sum is one of the sheets that list roads when it is between these parts of a hundred of theirs. */
#define ALIKE_LEAST 80
#define ALIKE_MOST 125

typedef gboolean (*IsOne) (const RoadSheet *sheet, gconstpointer other);

static gboolean
is_called (const RoadSheet *sheet, const char *name)
{
  return yl_text_is (yl_text_trim (yl_text_of (sheet->name)), name);
}

gboolean
road_sheet_holds_roads (const RoadSheet *sheet)
{
  return is_called (sheet, YL_LIST_ROADS) || g_str_has_prefix (sheet->name, YL_SHEET_ROADS);
}

RoadRank
road_sheet_get_rank (const RoadSheet *sheet)
{
  if (!sheet->has_heads)
    return ROAD_RANK_NONE;
  if (road_sheet_holds_roads (sheet))
    return sheet->is_hidden ? ROAD_RANK_HIDDEN_ROADS_SHEET : ROAD_RANK_ROADS_SHEET;
  return sheet->is_hidden ? ROAD_RANK_HIDDEN : ROAD_RANK_VISIBLE;
}

RoadRank
road_choice_find_best (const GPtrArray *sheets)
{
  RoadRank best = ROAD_RANK_NONE;
  for (guint i = 0; i < sheets->len; i++)
    best = MAX (best, road_sheet_get_rank (g_ptr_array_index (sheets, i)));
  return best;
}

static void
pass_over (RoadSheet *sheet, char *why)
{
  sheet->is_read = FALSE;
  g_free (sheet->why);
  sheet->why = why;
}

/* The sheets that are read but for @but, of those that @is_one: what they come to. */
static RoadLengths
add_up (const GPtrArray *sheets, const RoadSheet *but, IsOne is_one, gconstpointer other)
{
  RoadLengths sums = { 0 };
  for (guint i = 0; i < sheets->len; i++)
    {
      const RoadSheet *sheet = g_ptr_array_index (sheets, i);
      if (!sheet->is_read || sheet == but || (is_one != NULL && !is_one (sheet, other)))
        continue;
      sums.n_rows += sheet->lengths.n_rows;
      for (guint c = 0; c < YL_N_CLASSES; c++)
        {
          sums.length_m[c] += sheet->lengths.length_m[c];
          sums.counted_m[c] += sheet->lengths.counted_m[c];
        }
    }
  return sums;
}

/* (transfer full): their keys, arranged. */
static GArray *
collect (const GPtrArray *sheets, RoadKey key, IsOne is_one, gconstpointer other)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (guint64));
  for (guint i = 0; i < sheets->len; i++)
    {
      const RoadSheet *sheet = g_ptr_array_index (sheets, i);
      if (sheet->is_read && (is_one == NULL || is_one (sheet, other)))
        g_array_append_vals (keys, sheet->keys[key]->data, sheet->keys[key]->len);
    }
  road_keys_arrange (keys);
  return keys;
}

/* How many of arranged @keys stand among @all. */
static guint
count_among (const GArray *keys, const GArray *all)
{
  guint n = 0;
  for (guint i = 0; i < keys->len; i++)
    n += road_keys_find (all, g_array_index (keys, guint64, i), NULL) ? 1 : 0;
  return n;
}

static gboolean
are_equal (const gint64 *sum, const gint64 *parts)
{
  for (guint c = 0; c < YL_N_CLASSES; c++)
    if (ABS (sum[c] - parts[c]) > MAX (ROUNDED_M, parts[c] / ROUNDED_PART))
      return FALSE;
  return TRUE;
}

/* Whether @sum is that of @parts by class: of all, or of those that count. */
static gboolean
is_sum_of (const RoadLengths *sum, const RoadLengths *parts)
{
  return road_lengths_get_m (sum) > 0
         && (are_equal (sum->length_m, parts->length_m)
             || are_equal (sum->length_m, parts->counted_m));
}

/* Whether it might be, for one who wrote it by hand. */
static gboolean
is_about (const RoadLengths *sum, const RoadLengths *parts)
{
  const gint64 all = road_lengths_get_m (parts);
  const gint64 own = road_lengths_get_m (sum);
  for (guint c = 0; c < YL_N_CLASSES; c++)
    if (sum->length_m[c] > 0 && parts->length_m[c] == 0)
      return FALSE;
  return own * 100 >= all * ALIKE_LEAST && own * 100 <= all * ALIKE_MOST;
}

/* Other matters */

/* Whether @head begins with @spelling, which is one of those asked for. */
static gboolean
begins_foreign (const YlSpelling *spelling, const char *head, gboolean structures_only)
{
  return (!structures_only || spelling->member == YL_SHEET_HEAD_STRUCTURE)
         && g_str_has_prefix (head, spelling->text);
}

const char *
road_find_foreign (const YlWords *words, const GPtrArray *heads, gboolean structures_only)
{
  guint n = 0;
  const YlSpelling *all = yl_words_get (words, YL_WORDS_SHEET_HEAD, &n);
  for (guint head = 0; head < heads->len; head++)
    for (guint i = 0; i < n; i++)
      if (begins_foreign (&all[i], g_ptr_array_index (heads, head), structures_only))
        return g_ptr_array_index (heads, head);
  return NULL;
}

/* A list of conditions tells the PQI of pieces, and not whose roads they are. */
static gboolean
is_of_conditions (const RoadSheet *sheet)
{
  const guint64 whose =
      1u << YL_COLUMN_CLASS | 1u << YL_COLUMN_TOWNSHIP | 1u << YL_COLUMN_DIVISION_CODE;
  return (sheet->columns & (1u << YL_COLUMN_CONDITION)) != 0 && (sheet->columns & whose) == 0;
}

static gboolean
is_named (const YlWords *words, const RoadSheet *sheet, YlSheetWord word)
{
  guint n = 0;
  const YlSpelling *all = yl_words_get (words, YL_WORDS_SHEET, &n);
  for (guint i = 0; i < n; i++)
    if (all[i].member == word && strstr (sheet->name, all[i].text) != NULL)
      return TRUE;
  return FALSE;
}

/* Whether it lists roads one by one, and nothing says that it is of something else. */
static gboolean
is_detail (const RoadSheet *sheet, gconstpointer words)
{
  return sheet->foreign_head == NULL && !is_of_conditions (sheet)
         && sheet->n_coded + sheet->n_staked + sheet->n_named > 0
         && !is_named (words, sheet, YL_SHEET_WORD_OTHER)
         && !is_named (words, sheet, YL_SHEET_WORD_LAST_YEAR);
}

/* (transfer full) (nullable): why @sheet is no list of roads. */
static char *
tell_matter (const YlWords *words, const RoadSheet *sheet)
{
  if (sheet->foreign_head != NULL)
    return road_tell_foreign (sheet->foreign_head);
  if (is_named (words, sheet, YL_SHEET_WORD_OTHER))
    return g_strdup ("从工作表名看不是里程表");
  return is_of_conditions (sheet) ? g_strdup ("没有类别和乡镇，是路况评定的分段，不是里程表")
                                  : NULL;
}

char *
road_tell_foreign (const char *head)
{
  return g_strdup_printf ("表头“%s”说明不是里程表", head);
}

static void
judge_matters (const YlWords *words, const GPtrArray *sheets)
{
  const RoadLengths details = add_up (sheets, NULL, is_detail, words);
  g_autoptr (GArray) routes = collect (sheets, ROAD_KEY_ROUTE, is_detail, words);
  for (guint i = 0; i < sheets->len && details.n_rows > 0; i++)
    {
      RoadSheet *sheet = g_ptr_array_index (sheets, i);
      const GArray *own = sheet->keys[ROAD_KEY_ROUTE];
      g_autofree char *why = sheet->is_read ? tell_matter (words, sheet) : NULL;
      if (why == NULL)
        continue;
      if (sheet->foreign_head != NULL || own->len == 0 || count_among (own, routes) * 2 >= own->len)
        pass_over (sheet, g_steal_pointer (&why));
      else
        sheet->doubt = g_steal_pointer (&why);
    }
}

/* Years */

static gboolean
is_last_year (const RoadChoice *choice, const RoadSheet *sheet)
{
  return is_named (choice->words, sheet, YL_SHEET_WORD_LAST_YEAR);
}

/* The year that is taken; 0: no sheet tells one. */
static guint
find_year (const RoadChoice *choice, const GPtrArray *sheets)
{
  guint newest = 0;
  guint best = 0;
  for (guint i = 0; i < sheets->len; i++)
    {
      const RoadSheet *sheet = g_ptr_array_index (sheets, i);
      if (!sheet->is_read || is_last_year (choice, sheet))
        continue;
      newest = MAX (newest, sheet->year);
      if (sheet->year <= choice->year)
        best = MAX (best, sheet->year);
    }
  return best != 0 ? best : newest;
}

typedef struct
{
  const RoadChoice *choice;
  guint year;
} Taken;

/* Whether @sheet is of the year that is taken, or of none. */
static gboolean
is_taken (const RoadSheet *sheet, gconstpointer other)
{
  const Taken *taken = other;
  return !is_last_year (taken->choice, sheet)
         && (taken->year == 0 || sheet->year == 0 || sheet->year == taken->year);
}

static gboolean
is_of_same_roads (const RoadSheet *sheet, const GArray *routes, const RoadLengths *sums)
{
  const GArray *own = sheet->keys[ROAD_KEY_ROUTE];
  const guint n = count_among (own, routes);
  return own->len > 0 && routes->len > 0 ? n * 2 >= own->len || n * 2 >= routes->len
                                         : is_about (&sheet->lengths, sums);
}

static void
judge_years (const RoadChoice *choice, const GPtrArray *sheets)
{
  const Taken taken = { choice, find_year (choice, sheets) };
  const RoadLengths sums = add_up (sheets, NULL, is_taken, &taken);
  g_autoptr (GArray) routes = collect (sheets, ROAD_KEY_ROUTE, is_taken, &taken);
  for (guint i = 0; i < sheets->len; i++)
    {
      RoadSheet *sheet = g_ptr_array_index (sheets, i);
      const gboolean is_last = is_last_year (choice, sheet);
      if (!sheet->is_read || is_taken (sheet, &taken) || (!is_last && sheet->year == 0)
          || sums.n_rows == 0 || !is_of_same_roads (sheet, routes, &sums))
        continue;
      pass_over (sheet, is_last ? g_strdup ("是上年的里程，两年不相加")
                                : g_strdup_printf ("是 %u 年的里程，已取 %u 年的，两年不相加",
                                                   sheet->year, taken.year));
    }
}

/* Sums beside lists of roads */

static gboolean
lists_roads (const RoadSheet *sheet, gconstpointer other)
{
  (void) other;
  return sheet->n_coded + sheet->n_staked + sheet->n_named > 0;
}

static gboolean
is_bare (const RoadSheet *sheet)
{
  return sheet->n_coded + sheet->n_staked + sheet->n_named == 0 && sheet->lengths.n_rows > 0;
}

static char *
tell_difference (const RoadLengths *sums, const RoadLengths *parts)
{
  g_autofree char *own = yl_length_to_km ((YlLength){ road_lengths_get_m (sums) });
  g_autofree char *all = yl_length_to_km ((YlLength){ road_lengths_get_m (parts) });
  return g_strdup_printf (
      "没有路线编码、路线名称和桩号，看来是汇总；但写的是 %s 公里，逐条列出路线的工作表共 %s 公里",
      own, all);
}

static void
judge_bare (const GPtrArray *sheets)
{
  const RoadLengths parts = add_up (sheets, NULL, lists_roads, NULL);
  for (guint i = 0; i < sheets->len && parts.n_rows > 0; i++)
    {
      RoadSheet *sheet = g_ptr_array_index (sheets, i);
      if (!sheet->is_read || !is_bare (sheet) || sheet->is_part)
        continue;
      if (is_sum_of (&sheet->lengths, &parts))
        pass_over (sheet, g_strdup ("分类里程与逐条列出路线的工作表相同，是汇总，不重复计入"));
      else if (is_about (&sheet->lengths, &parts))
        pass_over (sheet, tell_difference (&sheet->lengths, &parts));
      else
        sheet->doubt = tell_difference (&sheet->lengths, &parts);
    }
}

/* Copies and extracts */

/* Of how many of the sheets that are read each key is one. */
typedef struct
{
  GArray *keys; /* arranged */
  guint *n_sheets;
} Held;

static void
add_held (Held *held, const RoadSheet *sheet, RoadKey key, gint change)
{
  guint place = 0;
  for (guint i = 0; i < sheet->keys[key]->len; i++)
    if (road_keys_find (held->keys, g_array_index (sheet->keys[key], guint64, i), &place))
      held->n_sheets[place] += (guint) change;
}

static gboolean
is_held_by_others (const Held *held, const RoadSheet *sheet, RoadKey key)
{
  const GArray *keys = sheet->keys[key];
  guint place = 0;
  for (guint i = 0; i < keys->len; i++)
    if (!road_keys_find (held->keys, g_array_index (keys, guint64, i), &place)
        || held->n_sheets[place] < 2)
      return FALSE;
  return TRUE;
}

/* Those that say least come first: townships, columns, rows, and the later one of two alike. */
static gint
compare_worth (gconstpointer a, gconstpointer b)
{
  const RoadSheet *left = *(RoadSheet *const *) a;
  const RoadSheet *right = *(RoadSheet *const *) b;
  const gboolean is_left_placed = left->n_placed > 0;
  const gboolean is_right_placed = right->n_placed > 0;
  const gint n_left = __builtin_popcountll (left->columns);
  const gint n_right = __builtin_popcountll (right->columns);
  if (is_left_placed != is_right_placed)
    return is_left_placed - is_right_placed;
  if (n_left != n_right)
    return n_left - n_right;
  return left->lengths.n_rows < right->lengths.n_rows
             ? -1
             : left->lengths.n_rows > right->lengths.n_rows;
}

/* (transfer full): the sheets whose every row has a key of the kind, those that say least first. */
static GPtrArray *
order_keyed (const GPtrArray *sheets, RoadKey key)
{
  GPtrArray *ordered = g_ptr_array_new ();
  for (guint i = sheets->len; i-- > 0;)
    {
      RoadSheet *sheet = g_ptr_array_index (sheets, i);
      const guint64 n_keyed = key == ROAD_KEY_SECTION ? sheet->n_coded : sheet->n_named;
      if (sheet->is_read && n_keyed == sheet->lengths.n_rows && sheet->n_left_out == 0
          && (key == ROAD_KEY_SECTION || sheet->n_coded == 0))
        g_ptr_array_add (ordered, sheet);
    }
  g_ptr_array_sort (ordered, compare_worth);
  return ordered;
}

static void
held_clear (Held *held)
{
  g_array_unref (held->keys);
  g_free (held->n_sheets);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Held, held_clear)

static Held
hold (const GPtrArray *sheets, RoadKey key)
{
  Held held = { .keys = collect (sheets, key, NULL, NULL) };
  held.n_sheets = g_new0 (guint, held.keys->len + 1);
  for (guint i = 0; i < sheets->len; i++)
    if (((const RoadSheet *) g_ptr_array_index (sheets, i))->is_read)
      add_held (&held, g_ptr_array_index (sheets, i), key, 1);
  return held;
}

static void
judge_copies (const GPtrArray *sheets, RoadKey key)
{
  g_auto (Held) held = hold (sheets, key);
  g_autoptr (GPtrArray) ordered = order_keyed (sheets, key);
  for (guint i = 0; i < ordered->len; i++)
    {
      RoadSheet *sheet = g_ptr_array_index (ordered, i);
      if (sheet->keys[key]->len == 0 || !is_held_by_others (&held, sheet, key))
        continue;
      pass_over (sheet, g_strdup ("每一行都与其他工作表的行相同，不重复计入"));
      add_held (&held, sheet, key, -1);
    }
}

/* Sums beside sheets that name no roads either */

/* Whether @sheet has fewer rows than @parts, and their lengths. */
static gboolean
sums_up (const RoadSheet *sheet, const RoadLengths *parts)
{
  return sheet->lengths.n_rows < parts->n_rows && is_sum_of (&sheet->lengths, parts);
}

static gboolean
sums_up_another (const GPtrArray *sheets, const RoadSheet *sheet)
{
  const GArray *own = sheet->keys[ROAD_KEY_TOWNSHIP];
  for (guint i = 0; i < sheets->len; i++)
    {
      const RoadSheet *other = g_ptr_array_index (sheets, i);
      if (other->is_read && other != sheet && sums_up (sheet, &other->lengths)
          && count_among (own, other->keys[ROAD_KEY_TOWNSHIP]) == own->len)
        return TRUE;
    }
  return FALSE;
}

static void
judge_sums (const GPtrArray *sheets)
{
  g_auto (Held) townships = hold (sheets, ROAD_KEY_TOWNSHIP);
  for (guint i = 0; i < sheets->len; i++)
    {
      RoadSheet *sheet = g_ptr_array_index (sheets, i);
      if (!sheet->is_read || !is_bare (sheet))
        continue;
      const RoadLengths others = add_up (sheets, sheet, NULL, NULL);
      const gboolean is_sum =
          (sums_up (sheet, &others) && is_held_by_others (&townships, sheet, ROAD_KEY_TOWNSHIP))
          || sums_up_another (sheets, sheet);
      if (!is_sum)
        continue;
      pass_over (sheet, g_strdup ("分类里程与其他工作表相同，是汇总，不重复计入"));
      add_held (&townships, sheet, ROAD_KEY_TOWNSHIP, -1);
    }
}

/* By its name alone. */
static void
judge_rank (RoadSheet *sheet, RoadRank best)
{
  const RoadRank rank = road_sheet_get_rank (sheet);
  g_clear_pointer (&sheet->why, g_free);
  g_clear_pointer (&sheet->doubt, g_free);
  sheet->is_read = rank != ROAD_RANK_NONE && rank == best;
  if (sheet->is_read || rank == ROAD_RANK_NONE)
    return;
  const gboolean has_own = best == ROAD_RANK_ROADS_SHEET || best == ROAD_RANK_HIDDEN_ROADS_SHEET;
  pass_over (sheet, g_strdup (sheet->is_hidden ? "是隐藏的"
                              : has_own ? "另有“" YL_LIST_ROADS "”或“" YL_SHEET_ROADS "”"
                                        : "另有里程表"));
}

void
road_choose (const RoadChoice *choice, const GPtrArray *sheets)
{
  const RoadRank best = road_choice_find_best (sheets);
  for (guint i = 0; i < sheets->len; i++)
    judge_rank (g_ptr_array_index (sheets, i), best);
  if (!choice->is_by_row)
    return;
  judge_matters (choice->words, sheets);
  judge_years (choice, sheets);
  judge_bare (sheets);
  judge_copies (sheets, ROAD_KEY_SECTION);
  judge_copies (sheets, ROAD_KEY_NAME);
  judge_sums (sheets);
}

/* The year at @at, four digits of 1990 to 2099 between none; 0. */
static guint
read_year (const char *text, gsize length, gsize at)
{
  guint year = 0;
  if (at + 4 > length || (at > 0 && g_ascii_isdigit (text[at - 1]))
      || (at + 4 < length && g_ascii_isdigit (text[at + 4])))
    return 0;
  for (gsize i = at; i < at + 4; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return 0;
      year = year * 10 + (guint) (text[i] - '0');
    }
  return year >= 1990 && year < 2100 ? year : 0;
}

guint
road_find_year (YlText text, gboolean is_name)
{
  g_autofree char *folded = yl_text_squeeze (text);
  const gsize length = strlen (folded);
  guint last = 0;
  for (gsize at = 0; at < length; at++)
    {
      const guint year = read_year (folded, length, at);
      if (year != 0 && (is_name || g_str_has_prefix (folded + at + 4, "年")))
        last = year;
    }
  return last;
}
