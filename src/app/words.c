#include "yanglu/app/words.h"

#include "yanglu/io/file-name.h"
#include "yanglu/io/words/words.h"

#include <string.h>

/* Where the words are added to, and who hears of it. */
typedef struct
{
  YlWords *words;
  YlChoices *choices; /* (nullable) */
  YlWordsKeep keep;   /* (nullable) */
  gpointer keeper;
} Adding;

/* The same is said of a workbook that is made again: it stands on its cover. */
static gboolean
add (const Adding *adding, const char *name, GBytes *bytes, GError **error)
{
  guint n = 0;
  if (!yl_words_add_office (adding->words, name, bytes, &n, error))
    return FALSE;
  g_autofree char *chosen = g_strdup_printf ("%s，增加 %u 种写法", name, n);
  if (adding->choices != NULL)
    yl_choices_add (adding->choices, "词表", chosen, "本单位的词表，加在内置的之后");
  if (adding->keep == NULL)
    return TRUE;
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = g_strndup (length == 0 ? "" : data, length);
  adding->keep (adding->keeper, name, text);
  return TRUE;
}

static gboolean
add_file (const Adding *adding, const char *path, GError **error)
{
  g_autofree char *name = yl_file_name_show_base (path);
  g_autoptr (GBytes) bytes = yl_words_load (path, error);
  return bytes != NULL && add (adding, name, bytes, error);
}

static gboolean
add_of_office (const Adding *adding, const char *asked, GError **error)
{
  g_auto (GStrv) paths = yl_words_list_office_files ();
  for (guint i = 0; paths[i] != NULL; i++)
    if (!add_file (adding, paths[i], error))
      return FALSE;
  return asked == NULL || add_file (adding, asked, error);
}

static gboolean
add_of_copy (const Adding *adding, const YlCopy *copy, GError **error)
{
  gsize n = 0;
  const YlInputCopy *inputs = yl_copy_get_inputs (copy, &n);
  for (gsize i = 0; i < n; i++)
    if (strcmp (inputs[i].role, YL_ROLE_WORDS) == 0
        && !add (adding, inputs[i].name, inputs[i].bytes, error))
      return FALSE;
  return TRUE;
}

YlWords *
yl_job_words_open (const YlJobOptions *options,
                   YlChoices *choices,
                   YlWordsKeep keep,
                   gpointer keeper,
                   GError **error)
{
  g_autoptr (YlWords) words = yl_words_new_builtin ();
  const Adding adding = { words, choices, keep, keeper };
  const gboolean is_whole = options->copy != NULL ? add_of_copy (&adding, options->copy, error)
                                                  : add_of_office (&adding, options->words, error);
  return is_whole ? g_steal_pointer (&words) : NULL;
}
