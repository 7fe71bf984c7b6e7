#include "yanglu/io/key-file.h"

#include "yanglu/base/keyed-hash.h"
#include "yanglu/base/text.h"

#include <string.h>

#define N_BYTES_OF_BOM 3

/* What is remembered between two lines. */
typedef struct
{
  YlKeyFile *file;
  const YlKeyFileKind *kind;
  YlRemarks *remarks;
  GHashTable *lines; /* "group" or "group\nkey" → the line where it stood first */
  const char *group; /* NULL before the first one */
  guint line;
} State;

/* The line where @name stood before; 0, and it is remembered, when it is new. */
static guint
remember (State *state, const char *name)
{
  const guint before = GPOINTER_TO_UINT (g_hash_table_lookup (state->lines, name));
  if (before == 0)
    g_hash_table_insert (state->lines, (gpointer) name, GUINT_TO_POINTER (state->line));
  return before;
}

/* "payer-share   340621" and "payer-share 340621" are one group. */
static const char *
keep_group_name (State *state, YlText text)
{
  g_autoptr (GString) name = g_string_sized_new (text.length);
  for (gsize i = 0; i < text.length; i++)
    if (!g_ascii_isspace (text.at[i]))
      g_string_append_c (name, text.at[i]);
    else if (i > 0 && !g_ascii_isspace (text.at[i - 1]))
      g_string_append_c (name, ' ');
  return yl_arena_keep (state->file->arena, name->str);
}

static void
take_group (State *state, YlText line)
{
  const char *end = memchr (line.at, ']', line.length);
  if (end == NULL || end + 1 != line.at + line.length)
    {
      yl_remarks_refuse (state->remarks, state->line,
                         "组名应写成 [组名] 并独占一行，后面不能再有文字或注释。");
      state->group = "";
      return;
    }
  const YlText inside = yl_text_trim ((YlText){ line.at + 1, line.length - 2 });
  state->group = keep_group_name (state, inside);
  const guint before = remember (state, state->group);
  if (before != 0)
    {
      yl_remarks_refuse (state->remarks, state->line,
                         "组 [%s] 写了两次（第 %u 行已有）：请合并成一组。", state->group, before);
      return;
    }
  const YlKeyGroup group = { state->group, state->line };
  g_array_append_val (state->file->groups, group);
}

/* A key file has no notes at the end of a line: `10000 # 元` would be the value. Returns: @value
 * without its note. */
static YlText
cut_note (State *state, YlText value)
{
  for (gsize i = 0; i < value.length; i++)
    {
      if (value.at[i] != '#' || (i > 0 && !g_ascii_isspace (value.at[i - 1])))
        continue;
      yl_remarks_refuse (
          state->remarks, state->line,
          "值的后面不能带 # 注释，它会被当作值的一部分：请把注释写在以 # 开头的单独一行。");
      return yl_text_trim ((YlText){ value.at, i });
    }
  return value;
}

static void
take_entry (State *state, YlText line)
{
  const char *equals = memchr (line.at, '=', line.length);
  if (equals == NULL || equals == line.at)
    {
      yl_remarks_refuse (state->remarks, state->line,
                         "这一行看不懂：应为 [组名]、键=值（半角等号）或以 # 开头的注释。");
      return;
    }
  if (state->group == NULL)
    {
      yl_remarks_refuse (state->remarks, state->line, "第一个组之前不能有值：文件应从 [%s] 开始。",
                         state->kind->group);
      return;
    }
  YlArena *arena = state->file->arena;
  const gsize n_key = (gsize) (equals - line.at);
  const YlText written = yl_text_trim ((YlText){ equals + 1, line.length - n_key - 1 });
  const YlText value = cut_note (state, written);
  const char *key = yl_arena_take (arena, yl_text_dup (yl_text_trim ((YlText){ line.at, n_key })));
  g_autofree char *full_name = g_strdup_printf ("%s\n%s", state->group, key);
  const guint before = remember (state, yl_arena_keep (arena, full_name));
  if (before != 0)
    yl_remarks_refuse (state->remarks, state->line,
                       "组 [%s] 的“%s”写了两次（第 %u 行已有）：只能写一次。", state->group, key,
                       before);
  if (value.length > 0 && memchr (value.at, '\\', value.length) != NULL)
    yl_remarks_refuse (state->remarks, state->line, "值里不能有反斜杠“\\”。");
  if (before != 0)
    return;
  /* A value that was blamed is read on, so that nobody is told it is missing as well. */
  const YlKeyEntry entry = { state->group, key, yl_arena_take (arena, yl_text_dup (value)),
                             state->line };
  g_array_append_val (state->file->entries, entry);
}

static void
take_line (State *state, YlText raw)
{
  const YlText line = yl_text_trim (raw);
  if (line.length == 0 || line.at[0] == '#')
    return;
  if (line.at[0] == '[')
    take_group (state, line);
  else
    take_entry (state, line);
}

static guint
count_lines (const char *text, gsize length)
{
  guint n_lines = 1;
  for (gsize i = 0; i < length; i++)
    n_lines += text[i] == '\n';
  return n_lines;
}

static gboolean
is_text (const char *text, gsize length, const YlKeyFileKind *kind, YlRemarks *remarks)
{
  const char *end = NULL;
  if (length > YL_KEY_FILE_MAX_BYTES)
    yl_remarks_refuse (remarks, 0, "文件超过 1 MiB，不像是%s，没有读取。", kind->name);
  else if (length > 0 && memchr (text, '\0', length) != NULL)
    yl_remarks_refuse (
        remarks, count_lines (text, (gsize) ((const char *) memchr (text, '\0', length) - text)),
        "有空字符（NUL），不是文本文件。");
  else if (!g_utf8_validate_len (text, length, &end))
    yl_remarks_refuse (remarks, count_lines (text, (gsize) (end - text)),
                       "不是 UTF-8 编码：请在编辑器里另存为 UTF-8。");
  else
    return TRUE;
  return FALSE;
}

YlKeyFile *
yl_key_file_new (GBytes *bytes, const YlKeyFileKind *kind, YlRemarks *remarks)
{
  YlKeyFile *file = yl_arena_new_record (sizeof *file);
  file->entries = yl_arena_array (file->arena, sizeof (YlKeyEntry));
  file->groups = yl_arena_array (file->arena, sizeof (YlKeyGroup));
  gsize length = 0;
  const char *at = g_bytes_get_data (bytes, &length);
  if (!is_text (at, length, kind, remarks))
    return file;
  g_autoptr (GHashTable) lines = g_hash_table_new (yl_keyed_str_hash, g_str_equal);
  State state = { file, kind, remarks, lines, NULL, 0 };
  const char *end = at + length;
  if (length >= N_BYTES_OF_BOM && memcmp (at, "\xef\xbb\xbf", N_BYTES_OF_BOM) == 0)
    at += N_BYTES_OF_BOM;
  while (at < end)
    {
      const char *stop = memchr (at, '\n', (gsize) (end - at));
      const char *line_end = stop == NULL ? end : stop;
      state.line++;
      take_line (&state, (YlText){ at, (gsize) (line_end - at) });
      at = line_end + 1;
    }
  return file;
}

guint
yl_key_file_find_group (const YlKeyFile *file, const char *name)
{
  for (guint i = 0; i < file->groups->len; i++)
    {
      const YlKeyGroup *group = &g_array_index (file->groups, YlKeyGroup, i);
      if (strcmp (group->name, name) == 0)
        return group->line;
    }
  return 0;
}

const char *
yl_key_file_describe (const GError *cause)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return "没有这个文件";
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    return "它是一个文件夹，请给出其中的文件";
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return "没有读取它的权限";
  return "系统读不出它的内容";
}

GBytes *
yl_key_file_load (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  if (stream == NULL)
    return NULL;
  const gsize size = YL_KEY_FILE_MAX_BYTES + 1;
  g_autofree char *bytes = g_malloc (size);
  gsize n_read = 0;
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), bytes, size, &n_read, NULL, error))
    return NULL;
  return g_bytes_new (bytes, n_read);
}
