#include "figures-private.h"

#include "yanglu/base/error.h"
#include "yanglu/figures/asked.h"

#include <string.h>

/* Names that are told where several, or none, are meant. */
#define N_TOLD 12u
/* One character is in too many names. */
#define MIN_CHARACTERS 2

/* How near a title is to what was asked for. */
typedef enum
{
  NEAR_NOT,
  NEAR_IN_ORDER, /* it has all its characters, in their order: 县级资金缺口, 县级应补足的资金缺口 */
  NEAR_PART,
  NEAR_WHOLE,
} Nearness;

typedef struct
{
  const YlBudget *budget;
  const char *asked;
  guint best;        /* the nearest yet: twice its Nearness, one more for what is of no table */
  GPtrArray *keys;   /* of those that are so near */
  GPtrArray *titles; /* of them */
  guint n_money;     /* those before are money */
} Search;

static gboolean
has_in_order (const char *title, const char *asked)
{
  for (; *asked != '\0' && title != NULL; asked = g_utf8_next_char (asked))
    {
      title = g_utf8_strchr (title, -1, g_utf8_get_char (asked));
      title = title == NULL ? NULL : g_utf8_next_char (title);
    }
  return title != NULL;
}

static Nearness
compare (const char *title, const char *asked)
{
  if (strcmp (title, asked) == 0)
    return NEAR_WHOLE;
  if (g_utf8_strlen (asked, -1) < MIN_CHARACTERS)
    return NEAR_NOT;
  if (strstr (title, asked) != NULL)
    return NEAR_PART;
  return has_in_order (title, asked) ? NEAR_IN_ORDER : NEAR_NOT;
}

/* Roads, bridges and the rows of lists are asked for otherwise; and what is no number is no answer. */
static gboolean
is_asked_by_name (const YlFigure *figure)
{
  return figure->unit != YL_FIGURE_NONE && figure->over[0] != YL_OVER_ROAD
         && figure->over[0] != YL_OVER_BRIDGE && figure->over[0] != YL_OVER_ROW;
}

/* Money is what most ask for: it stands before what measures and counts. */
static void
keep (Search *search, const char *key, const char *title, guint rank, gboolean is_money)
{
  if (rank > search->best)
    {
      g_ptr_array_set_size (search->keys, 0);
      g_ptr_array_set_size (search->titles, 0);
      search->n_money = 0;
    }
  const gint place = is_money ? (gint) search->n_money++ : -1;
  search->best = rank;
  g_ptr_array_insert (search->keys, place, g_strdup (key));
  g_ptr_array_insert (search->titles, place, g_strdup (title));
}

/* Of rows of the catalogue with one key, the title is that of the one that holds. */
static void
look_at (const YlFigure *figure, const char *key, gpointer data)
{
  Search *search = data;
  if (!is_asked_by_name (figure)
      || g_ptr_array_find_with_equal_func (search->keys, key, g_str_equal, NULL))
    return;
  g_autofree char *title = yl_figure_get_title (search->budget, key, NULL);
  if (title == NULL)
    return;
  const Nearness nearness = compare (title, search->asked);
  const guint rank = 2 * nearness + (strchr (key, '[') == NULL ? 1 : 0);
  if (nearness != NEAR_NOT && rank >= search->best)
    keep (search, key, title, rank, figure->unit == YL_FIGURE_FEN);
}

static void
look_for (Search *search, const char *asked)
{
  search->asked = asked;
  yl_figure_each (search->budget, look_at, search);
}

/* Where nothing has all of it: what has its beginning, else its end, as much of it as anything has. */
static void
look_for_parts (Search *search, const char *asked)
{
  const glong length = g_utf8_strlen (asked, -1);
  for (glong n = length - 1; n >= MIN_CHARACTERS && search->keys->len == 0; n--)
    {
      g_autofree char *beginning = g_utf8_substring (asked, 0, n);
      g_autofree char *end = g_utf8_substring (asked, length - n, length);
      look_for (search, beginning);
      if (search->keys->len == 0)
        look_for (search, end);
    }
  search->asked = asked;
}

static char *
list_names (const Search *search)
{
  GString *names = g_string_new (NULL);
  const guint n = search->keys->len;
  for (guint i = 0; i < MIN (n, N_TOLD); i++)
    g_string_append_printf (names, "%s%s（%s）", i == 0 ? "" : "、",
                            (const char *) g_ptr_array_index (search->titles, i),
                            (const char *) g_ptr_array_index (search->keys, i));
  g_string_append (names, n > N_TOLD ? "……" : "");
  return g_string_free (names, FALSE);
}

static void
say_several (const Search *search, GError **error)
{
  g_autofree char *names = list_names (search);
  g_set_error (error, YL_ERROR, YL_ERROR_NOT_FOUND,
               "“%s”可以指 %u 个数，请写全名称，或写括号里的代号：%s。", search->asked,
               search->keys->len, names);
}

static void
say_none (Search *search, GError **error)
{
  look_for_parts (search, search->asked);
  g_autofree char *names = list_names (search);
  g_set_error (error, YL_ERROR, YL_ERROR_NOT_FOUND, "预算里没有叫“%s”的项目或数%s%s。",
               search->asked, names[0] == '\0' ? "" : "，相近的有", names);
}

static YlExplained *
explain (const YlBudget *budget, const char *key)
{
  YlDerivation *figure = yl_explain_figure (budget, key);
  if (figure == NULL)
    return NULL;
  YlExplained *explained = yl_explained_new ();
  explained->title = yl_arena_print (explained->arena, "%s（%s）", figure->name, key);
  g_ptr_array_add (explained->figures, figure);
  if (figure->rows->len > 0)
    {
      g_array_unref (explained->feeds);
      explained->feeds = yl_explain_feeds (budget, figure->rows);
    }
  return explained;
}

YlExplained *
yl_explained_named (const YlBudget *budget, const char *name, GError **error)
{
  YlExplained *explained = explain (budget, name);
  if (explained != NULL)
    return explained;
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  Search search = { .budget = budget, .keys = keys, .titles = titles };
  look_for (&search, name);
  if (keys->len == 1)
    return explain (budget, g_ptr_array_index (keys, 0));
  if (keys->len > 1)
    say_several (&search, error);
  else
    say_none (&search, error);
  return NULL;
}
