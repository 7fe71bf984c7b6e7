#include "yanglu/forms/labels.h"

#include "yanglu/base/keyed-hash.h"

#include <string.h>

/* Characters that a criterion reads as a pattern, and those that a reader takes for the same. */
static const char *
stand_in_for (char c, gboolean is_first)
{
  switch (c)
    {
    case '*':
      return "＊";
    case '?':
      return "？";
    case '~':
      return "～";
    case '<':
      return is_first ? "＜" : NULL;
    case '>':
      return is_first ? "＞" : NULL;
    case '=':
      return is_first ? "＝" : NULL;
    default:
      return NULL;
    }
}

/* Excel compares no criterion longer than 255 characters; some room is left for a number. */
#define LABEL_CHARACTERS 200

/* What engines hold for the same: case, width and what has no width do not count. */
static char *
make_key (const char *label)
{
  g_autofree char *normal = g_utf8_normalize (label, -1, G_NORMALIZE_NFKC);
  g_autofree char *folded = g_utf8_casefold (normal != NULL ? normal : label, -1);
  GString *key = g_string_new (NULL);
  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_iszerowidth (g_utf8_get_char (at)))
      g_string_append_unichar (key, g_utf8_get_char (at));
  return g_string_free (key, FALSE);
}

/* Digits among ASCII and the words of a day may be read as a number or a day (１２, 5月1日), TRUE as
 * a truth value and #N/A as an error. */
static gboolean
could_be_value (const char *name)
{
  g_autofree char *key = make_key (name);
  gboolean is_value = key[0] == '#' || strcmp (key, "true") == 0 || strcmp (key, "false") == 0;
  for (const char *at = key; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);
      if (c >= 0x80 && g_utf8_strchr ("年月日时分秒上下午¥", -1, c) == NULL)
        return FALSE;
      is_value = is_value || (c < 0x80 && g_ascii_isdigit ((char) c));
    }
  return is_value;
}

static char *
make_label (const char *name, const char *unnamed, const char *noun)
{
  if (name == NULL || name[0] == '\0')
    return g_strdup (unnamed);
  GString *label = g_string_new (NULL);
  for (const char *at = name; *at != '\0'; at++)
    {
      const char *stand_in = stand_in_for (*at, at == name);
      if (stand_in != NULL)
        g_string_append (label, stand_in);
      else
        g_string_append_c (label, *at);
    }
  if (g_utf8_strlen (label->str, -1) > LABEL_CHARACTERS)
    {
      const char *end = g_utf8_offset_to_pointer (label->str, LABEL_CHARACTERS);
      g_string_truncate (label, (gsize) (end - label->str));
      g_string_append (label, "…");
    }
  if (could_be_value (name))
    g_string_append (label, noun);
  return g_string_free (label, FALSE);
}

YlLabels *
yl_labels_new (const char *const *names, guint n, const char *unnamed, const char *noun)
{
  YlLabels *labels = g_new0 (YlLabels, 1);
  labels->texts = g_new0 (char *, n + 1);
  labels->n = n;
  labels->unnamed = unnamed;
  g_autoptr (GHashTable) taken =
      g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *plain = make_label (names[i], unnamed, noun);
      char *label = g_strdup (plain);
      char *key = make_key (label);
      for (guint k = 2; g_hash_table_contains (taken, key); k++)
        {
          g_free (label);
          g_free (key);
          label = g_strdup_printf ("%s〔%u〕", plain, k);
          key = make_key (label);
        }
      g_hash_table_add (taken, key);
      labels->texts[i] = label;
    }
  return labels;
}

void
yl_labels_free (YlLabels *labels)
{
  if (labels == NULL)
    return;
  g_strfreev (labels->texts);
  g_free (labels);
}

const char *
yl_labels_get (const YlLabels *labels, guint index)
{
  return index < labels->n ? labels->texts[index] : labels->unnamed;
}
