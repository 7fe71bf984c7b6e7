#include "yanglu/io/words/words.h"

#include "words-resources.h"

#include "yanglu/base/error.h"
#include "yanglu/domain/head-text.h"
#include "yanglu/io/key-file.h"

#include <string.h>

#define FOLDER "/yanglu/words/"

static const YlKeyFileKind words_kind = { "词表文件", "词表", "yanglu words check" };

/* Where in a file of words the reading is. */
typedef struct
{
  YlWords *words;
  YlRemarks *remarks;
  gboolean is_office; /* adds to what is compiled in */
  guint line;
  gboolean has_list; /* of a list that there is */
  gboolean is_below; /* a head line, sound or not */
  YlWordList list;
  guint n_added;
} Reading;

static void
begin_list (Reading *reading, char *line)
{
  const gsize length = strlen (line);
  reading->has_list = FALSE;
  reading->is_below = TRUE;
  if (line[length - 1] != ']')
    {
      yl_remarks_refuse (reading->remarks, reading->line, "方括号没有合上：“%s”", line);
      return;
    }
  line[length - 1] = '\0';
  reading->has_list = yl_word_list_find (line + 1, &reading->list);
  if (!reading->has_list)
    yl_remarks_refuse (reading->remarks, reading->line, "没有这样的词表：“%s”", line + 1);
}

/* A head is compared without its blanks and signs; as it is written it would never be met. */
static char *
fold_spelling (const Reading *reading, const char *written)
{
  if (!reading->is_office || !yl_word_list_is_of_heads (reading->list))
    return g_strdup (written);
  g_auto (YlHeadText) head;
  yl_head_text_init (&head, written);
  return g_strdup (head.flat->str);
}

static void
refuse_key (const Reading *reading, const char *key)
{
  yl_remarks_refuse (reading->remarks, reading->line, "词表 %s 没有这个键：“%s”",
                     yl_word_list_get_name (reading->list), key);
}

/* Why a spelling was not taken. */
static void
refuse_spelling (const Reading *reading, const char *key, const char *text)
{
  const YlSpelling *there = yl_words_find (reading->words, reading->list, yl_text_of (text));
  if (!yl_words_has_key (reading->words, reading->list, key))
    refuse_key (reading, key);
  else if (there == NULL)
    yl_remarks_refuse (reading->remarks, reading->line, "词表的写法已满 %u 个，没有加入：“%s”",
                       YL_WORDS_MAX_SPELLINGS, text);
  else if (reading->is_office && g_str_equal (there->key, key))
    yl_remarks_warn (reading->remarks, reading->line, "写法已在本词表中，不必再写：“%s”", text);
  else
    yl_remarks_refuse (reading->remarks, reading->line, "写法已在本词表中，意思是 %s：“%s”",
                       there->key, text);
}

static void
add_spelling (Reading *reading, const char *key, char sign, const char *written)
{
  g_autofree char *text = fold_spelling (reading, written);
  const YlSpelling spelling = { .text = text, .key = key, .is_fallback = sign == '~' };
  if (text[0] == '\0')
    yl_remarks_refuse (reading->remarks, reading->line, "逗号之间没有写法：“%s”", key);
  else if (yl_words_add (reading->words, reading->list, &spelling))
    reading->n_added++;
  else
    refuse_spelling (reading, key, text);
}

/* A list whose keys are those that its files write takes none from an office. */
static void
add_spellings (Reading *reading, const char *key, char sign, char *texts)
{
  if (reading->is_office && !yl_words_has_key (reading->words, reading->list, key))
    {
      refuse_key (reading, key);
      return;
    }
  g_auto (GStrv) parts = g_strsplit (texts, ",", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    add_spelling (reading, key, sign, g_strstrip (parts[i]));
}

static void
read_line (Reading *reading, char *line)
{
  if (line[0] == '\0' || line[0] == '#')
    return;
  if (line[0] == '[')
    {
      begin_list (reading, line);
      return;
    }
  const gsize at = strcspn (line, "=~");
  const char sign = line[at];
  if (!reading->is_below || at == 0 || sign == '\0')
    {
      yl_remarks_refuse (reading->remarks, reading->line,
                         "应写作“键 = 写法, 写法”，并在一个词表之下：“%s”", line);
      return;
    }
  line[at] = '\0';
  if (reading->has_list)
    add_spellings (reading, g_strchomp (line), sign, line + at + 1);
}

static void
read_text (Reading *reading, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      reading->line = i + 1;
      read_line (reading, g_strstrip (lines[i]));
    }
}

/* @error is what was refused first. */
static gboolean
is_sound (YlRemarks *remarks, const char *name, GError **error)
{
  const gboolean is_sound = remarks->n_fatal == 0;
  if (!is_sound)
    yl_remarks_set_error (remarks, &words_kind, name, error);
  yl_remarks_clear (remarks);
  return is_sound;
}

gboolean
yl_words_parse (YlWords *words, const char *name, const char *text, GError **error)
{
  YlRemarks remarks;
  yl_remarks_init (&remarks);
  Reading reading = { .words = words, .remarks = &remarks };
  read_text (&reading, text);
  return is_sound (&remarks, name, error);
}

#define BOM "\xEF\xBB\xBF"

/* (transfer full) (nullable): what @bytes say as a text that ends with a zero byte. */
static char *
decode (GBytes *bytes, YlRemarks *remarks)
{
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  if (length > YL_KEY_FILE_MAX_BYTES)
    yl_remarks_refuse (remarks, 0, "文件超过 %u KiB，不是词表。",
                       (guint) (YL_KEY_FILE_MAX_BYTES / 1024));
  else if (length > 0 && !g_utf8_validate (data, (gssize) length, NULL))
    yl_remarks_refuse (remarks, 0, "不是 UTF-8 文本；请在编辑器里另存为 UTF-8。");
  else
    {
      char *text = g_strndup (length == 0 ? "" : data, length);
      const gsize skipped = g_str_has_prefix (text, BOM) ? strlen (BOM) : 0;
      memmove (text, text + skipped, length - skipped + 1);
      return text;
    }
  return NULL;
}

/* Returns: spellings that were added */
static guint
read_office (YlWords *words, GBytes *bytes, YlRemarks *remarks)
{
  g_autofree char *text = decode (bytes, remarks);
  Reading reading = { .words = words, .remarks = remarks, .is_office = TRUE };
  if (text != NULL)
    read_text (&reading, text);
  return reading.n_added;
}

gboolean
yl_words_add_office (YlWords *words, const char *name, GBytes *text, guint *out_n, GError **error)
{
  YlRemarks remarks;
  yl_remarks_init (&remarks);
  const guint n_added = read_office (words, text, &remarks);
  if (!is_sound (&remarks, name, error))
    return FALSE;
  *out_n = n_added;
  return TRUE;
}

GBytes *
yl_words_load (const char *path, GError **error)
{
  g_autoptr (GError) cause = NULL;
  GBytes *bytes = yl_key_file_load (path, &cause);
  if (bytes == NULL)
    g_set_error (error, YL_ERROR,
                 g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ? YL_ERROR_NOT_FOUND
                                                                           : YL_ERROR_IO,
                 "词表文件 %s 无法读取：%s。", path, yl_key_file_describe (cause));
  return bytes;
}

GPtrArray *
yl_words_check (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = yl_words_load (path, error);
  if (bytes == NULL)
    return NULL;
  YlRemarks remarks;
  yl_remarks_init (&remarks);
  g_autoptr (YlWords) words = yl_words_new_builtin ();
  if (read_office (words, bytes, &remarks) == 0 && remarks.n_fatal == 0)
    yl_remarks_warn (&remarks, 0, "没有增加任何写法。");
  GPtrArray *all = yl_remarks_steal (&remarks);
  yl_remarks_clear (&remarks);
  return all;
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char **
yl_words_list_office_files (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "yanglu", NULL);
  g_autoptr (GDir) opened = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  for (const char *name; opened != NULL && (name = g_dir_read_name (opened)) != NULL;)
    if (g_str_has_suffix (name, ".words"))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_paths);
  g_ptr_array_add (paths, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&paths), FALSE);
}

/* What is compiled in is read by a test; a fault in it is ours. */
YlWords *
yl_words_new_builtin (void)
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
    g_once_init_leave (&words, yl_words_new_builtin ());
  return words;
}
