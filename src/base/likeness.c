#include "yanglu/base/likeness.h"

#include <string.h>

#define MAX_CHARS 64

static guint
read_characters (const char *text, gunichar *out)
{
  guint n = 0;
  for (const char *at = text; *at != '\0' && n < MAX_CHARS; at = g_utf8_next_char (at))
    out[n++] = g_utf8_get_char (at);
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
  GArray *nearest; /* of Near, the nearest first */
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
  return nearest;
}

void
yl_nearest_free (YlNearest *nearest)
{
  if (nearest == NULL)
    return;
  g_free (nearest->asked);
  g_array_unref (nearest->nearest);
  g_free (nearest);
}

void
yl_nearest_offer (YlNearest *nearest, const char *name)
{
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

char *
yl_nearest_to_text (const YlNearest *nearest)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < nearest->nearest->len; i++)
    g_string_append_printf (text, "%s“%s”", i == 0 ? "" : "、",
                            g_array_index (nearest->nearest, Near, i).name);
  return g_string_free (text, FALSE);
}
