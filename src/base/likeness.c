#include "yanglu/base/likeness.h"

#include <string.h>

#define MAX_CHARS 64
/* More names than these are no list that anybody reads. */
#define MAX_LISTED 30
/* Of the names that are like it, so many are asked about. */
#define MAX_ASKED 2u
/* A single character stands in too many names. */
#define MIN_PART 2

static guint
read_characters (const char *text, gunichar *out)
{
  guint n = 0;
  for (const char *at = text; *at != '\0' && n < MAX_CHARS; at = g_utf8_next_char (at))
    out[n++] = g_unichar_tolower (g_utf8_get_char (at));
  return n;
}

guint
yl_likeness_distance (const char *a, const char *b)
{
  gunichar left[MAX_CHARS], right[MAX_CHARS];
  const guint n_left = read_characters (a, left);
  const guint n_right = read_characters (b, right);
  guint costs[MAX_CHARS + 1];
  for (guint j = 0; j <= n_right; j++)
    costs[j] = j;
  for (guint i = 1; i <= n_left; i++)
    {
      guint diagonal = costs[0];
      costs[0] = i;
      for (guint j = 1; j <= n_right; j++)
        {
          const guint changed = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
          diagonal = costs[j];
          costs[j] = MIN (changed, MIN (costs[j], costs[j - 1]) + 1);
        }
    }
  return costs[n_right];
}

typedef struct
{
  char *name;
  guint distance;
} Near;

struct _YlNearest
{
  char *asked;
  guint n_most;
  GArray *nearest;   /* of Near, the nearest first */
  GPtrArray *listed; /* the first names, as they were offered: one more than a list may hold */
};

static void
near_clear (gpointer data)
{
  g_free (((Near *) data)->name);
}

YlNearest *
yl_nearest_new (const char *asked, guint n_most)
{
  YlNearest *nearest = g_new0 (YlNearest, 1);
  nearest->asked = g_strdup (asked);
  nearest->n_most = n_most;
  nearest->nearest = g_array_new (FALSE, FALSE, sizeof (Near));
  g_array_set_clear_func (nearest->nearest, near_clear);
  nearest->listed = g_ptr_array_new_with_free_func (g_free);
  return nearest;
}

void
yl_nearest_free (YlNearest *nearest)
{
  if (nearest == NULL)
    return;
  g_free (nearest->asked);
  g_array_unref (nearest->nearest);
  g_ptr_array_unref (nearest->listed);
  g_free (nearest);
}

static void
list (YlNearest *nearest, const char *name)
{
  if (nearest->listed->len <= MAX_LISTED
      && !g_ptr_array_find_with_equal_func (nearest->listed, name, g_str_equal, NULL))
    g_ptr_array_add (nearest->listed, g_strdup (name));
}

void
yl_nearest_offer (YlNearest *nearest, const char *name)
{
  list (nearest, name);
  const guint distance = yl_likeness_distance (nearest->asked, name);
  guint place = 0;
  for (; place < nearest->nearest->len; place++)
    {
      const Near *other = &g_array_index (nearest->nearest, Near, place);
      if (strcmp (other->name, name) == 0)
        return;
      if (other->distance > distance)
        break;
    }
  if (place >= nearest->n_most)
    return;
  const Near near = { g_strdup (name), distance };
  g_array_insert_val (nearest->nearest, place, near);
  if (nearest->nearest->len > nearest->n_most)
    g_array_set_size (nearest->nearest, nearest->n_most);
}

/* Who leaves out or mistypes less than half of a name, or types a part of it, may have meant it. */
static gboolean
is_like (const YlNearest *nearest, const Near *near)
{
  const glong n_asked = g_utf8_strlen (nearest->asked, -1);
  const glong n_most = MAX (n_asked, g_utf8_strlen (near->name, -1));
  return 2 * near->distance <= MIN (n_most, MAX_CHARS)
         || (n_asked >= MIN_PART && strstr (near->name, nearest->asked) != NULL);
}

static void
add_quoted (GString *text, const char *between, const char *name)
{
  g_string_append_printf (text, "%s“%s”", text->len == 0 ? "" : between, name);
}

/* The nearest, and another one that is as near. */
static void
ask (const YlNearest *nearest, GString *text)
{
  const GArray *all = nearest->nearest;
  for (guint i = 0; i < MIN (all->len, MAX_ASKED); i++)
    {
      const Near *near = &g_array_index (all, Near, i);
      if (near->distance == g_array_index (all, Near, 0).distance && is_like (nearest, near))
        add_quoted (text, "或", near->name);
    }
  if (text->len > 0)
    {
      g_string_prepend (text, "是不是");
      g_string_append (text, "？");
    }
}

/* All that there are, or of too many the nearest. */
static void
name_all (const YlNearest *nearest, GString *text)
{
  const gboolean is_short = nearest->listed->len <= MAX_LISTED;
  for (guint i = 0; is_short && i < nearest->listed->len; i++)
    add_quoted (text, "、", g_ptr_array_index (nearest->listed, i));
  for (guint i = 0; !is_short && i < nearest->nearest->len; i++)
    add_quoted (text, "、", g_array_index (nearest->nearest, Near, i).name);
  if (text->len > 0)
    {
      g_string_prepend (text, is_short ? "可用的有" : "最相近的有");
      g_string_append (text, "。");
    }
}

char *
yl_nearest_advise (const YlNearest *nearest, const char *lister)
{
  g_autoptr (GString) text = g_string_new (NULL);
  ask (nearest, text);
  if (lister != NULL)
    g_string_append (text, lister);
  else if (text->len == 0)
    name_all (nearest, text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
