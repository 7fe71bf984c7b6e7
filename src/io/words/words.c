#include "yanglu/io/words/words.h"

#include "words-resources.h"

#include "yanglu/base/error.h"

#include <string.h>

#define FOLDER "/yanglu/words/"

/* Where in a file of words the reading is. */
typedef struct
{
  YlWords *words;
  const char *name;
  guint line;
  gboolean has_list;
  YlWordList list;
} Reading;

static gboolean
refuse (const Reading *reading, GError **error, const char *what, const char *seen)
{
  g_set_error (error, YL_ERROR, YL_ERROR_INVALID, "%s 第 %u 行：%s“%s”", reading->name,
               reading->line, what, seen);
  return FALSE;
}

static gboolean
begin_list (Reading *reading, char *line, GError **error)
{
  const gsize length = strlen (line);
  if (line[length - 1] != ']')
    return refuse (reading, error, "方括号没有合上：", line);
  line[length - 1] = '\0';
  reading->has_list = yl_word_list_find (line + 1, &reading->list);
  return reading->has_list || refuse (reading, error, "没有这样的词表：", line + 1);
}

static gboolean
add_spellings (const Reading *reading, const char *key, char sign, char *texts, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (texts, ",", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const YlSpelling spelling = { .text = g_strstrip (parts[i]),
                                    .key = key,
                                    .is_fallback = sign == '~' };
      if (spelling.text[0] == '\0')
        return refuse (reading, error, "逗号之间没有写法：", key);
      if (!yl_words_add (reading->words, reading->list, &spelling))
        return refuse (reading, error, "没有这个键，或写法已在本词表中：", spelling.text);
    }
  return TRUE;
}

static gboolean
read_line (Reading *reading, char *line, GError **error)
{
  if (line[0] == '\0' || line[0] == '#')
    return TRUE;
  if (line[0] == '[')
    return begin_list (reading, line, error);
  const gsize at = strcspn (line, "=~");
  const char sign = line[at];
  if (!reading->has_list || at == 0 || sign == '\0')
    return refuse (reading, error, "应写作“键 = 写法, 写法”，并在一个词表之下：", line);
  line[at] = '\0';
  return add_spellings (reading, g_strchomp (line), sign, line + at + 1, error);
}

gboolean
yl_words_parse (YlWords *words, const char *name, const char *text, GError **error)
{
  Reading reading = { .words = words, .name = name };
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (; lines[reading.line] != NULL;)
    {
      char *line = g_strstrip (lines[reading.line++]);
      if (!read_line (&reading, line, error))
        return FALSE;
    }
  return TRUE;
}

/* What is compiled in is read by a test; a fault in it is ours. */
static YlWords *
load_builtin (void)
{
  GResource *resource = yl_words_resources_get_resource ();
  YlWords *words = yl_words_new ();
  g_auto (GStrv) names = g_resource_enumerate_children (resource, FOLDER, 0, NULL);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (FOLDER, names[i], NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = g_resource_lookup_data (resource, path, 0, &error);
      /* A resource is followed by a zero byte. */
      if (bytes == NULL
          || !yl_words_parse (words, names[i], g_bytes_get_data (bytes, NULL), &error))
        g_error ("%s", error->message);
    }
  return words;
}

const YlWords *
yl_words_get_builtin (void)
{
  static const YlWords *words = NULL;
  if (g_once_init_enter (&words))
    g_once_init_leave (&words, load_builtin ());
  return words;
}
