#include "house/tree.h"

#include "support/assert.h"

#include <glib/gstdio.h>
#include <string.h>

/* Blanks out comments, keeping line ends, so that rules see code only. */
static void
blank_comments (char *text)
{
  enum
  {
    CODE,
    LINE_COMMENT,
    BLOCK_COMMENT
  } state = CODE;
  for (char *at = text; *at != '\0'; at++)
    {
      if (state == CODE && at[0] == '/' && at[1] == '/')
        state = LINE_COMMENT;
      else if (state == CODE && at[0] == '/' && at[1] == '*')
        state = BLOCK_COMMENT;
      else if (state == LINE_COMMENT && *at == '\n')
        state = CODE;
      else if (state == BLOCK_COMMENT && at[0] == '*' && at[1] == '/')
        {
          at[0] = at[1] = ' ';
          state = CODE;
        }
      if (state != CODE && *at != '\n')
        *at = ' ';
    }
}

/* Blanks out what stands in quotes, so that a brace in a text is no brace. */
static void
blank_quoted (char *text)
{
  char quote = '\0';
  for (char *at = text; *at != '\0'; at++)
    {
      if (quote == '\0' && (*at == '"' || *at == '\''))
        quote = *at;
      else if (quote != '\0' && *at == '\\' && at[1] != '\0')
        {
          at[0] = at[1] = ' ';
          at++;
        }
      else if (*at == quote)
        quote = '\0';
      else if (quote != '\0' && *at != '\n')
        *at = ' ';
    }
}

static void
check_file (const char *root, const char *path, HouseRule rule, GPtrArray *problems)
{
  g_autofree char *full = g_build_filename (root, path, NULL);
  g_autofree char *text = NULL;
  assert_true (g_file_get_contents (full, &text, NULL, NULL));
  g_autofree char *code = g_strdup (text);
  g_auto (GStrv) raw_lines = g_strsplit (text, "\n", -1);
  blank_comments (code);
  g_auto (GStrv) lines = g_strsplit (code, "\n", -1);
  blank_quoted (code);
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);
  /* "src/LAYER/…", "include/yanglu/LAYER/…", "src/main.c" */
  char **below = strcmp (parts[0], "src") == 0 ? parts + 1 : parts + 2;
  const guint depth = g_strv_length (below);
  const HouseFile file = {
    path, depth == 1 ? "main" : below[0], depth > 2 ? below[1] : "", text, code, lines, raw_lines,
  };
  rule (&file, problems);
}

static guint
check_folder (const char *root, const char *folder, HouseRule rule, GPtrArray *problems)
{
  g_autofree char *full = g_build_filename (root, folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (full, 0, NULL);
  if (dir == NULL)
    return 0;
  guint n_files = 0;
  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *full_path = g_build_filename (root, path, NULL);
      if (g_file_test (full_path, G_FILE_TEST_IS_DIR))
        n_files += check_folder (root, path, rule, problems);
      else if (g_str_has_suffix (name, ".c") || g_str_has_suffix (name, ".h"))
        {
          check_file (root, path, rule, problems);
          n_files++;
        }
    }
  return n_files;
}

guint
house_check (const char *root, HouseRule rule, GPtrArray *problems)
{
  return check_folder (root, "src", rule, problems)
         + check_folder (root, "include", rule, problems);
}

void
house_report (GPtrArray *problems, const HouseFile *file, guint line, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (problems, line == 0 ? g_strdup_printf ("%s: %s", file->path, what)
                                       : g_strdup_printf ("%s:%u: %s", file->path, line, what));
}

guint
house_get_line (const HouseFile *file, gsize offset)
{
  guint line = 1;
  for (gsize i = 0; i < offset; i++)
    line += file->code[i] == '\n';
  return line;
}

const char *
house_get_root (void)
{
  const char *root = g_getenv ("YL_SOURCE_ROOT");
  return root == NULL ? "." : root;
}

void
house_assert_clean (HouseRule rule)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  const guint n_files = house_check (house_get_root (), rule, problems);
  for (guint i = 0; i < problems->len; i++)
    print_error ("%s\n", (const char *) g_ptr_array_index (problems, i));
  assert_true (n_files > 0);
  assert_number_equal (problems->len, 0);
}

/* What @rule says about a tree that holds this one file. */
static GPtrArray *
check_planted (HouseRule rule, const char *path, const char *text)
{
  g_autofree char *root = g_dir_make_tmp ("yl-house-XXXXXX", NULL);
  assert_non_null (root);
  g_autofree char *file = g_build_filename (root, path, NULL);
  g_autofree char *folder = g_path_get_dirname (file);
  assert_int_equal (g_mkdir_with_parents (folder, 0700), 0);
  assert_true (g_file_set_contents (file, text, -1, NULL));
  GPtrArray *problems = g_ptr_array_new_with_free_func (g_free);
  const guint n_files = house_check (root, rule, problems);
  g_unlink (file);
  /* Folders from the innermost up to the root, which is the first that other files share. */
  while (strlen (folder) >= strlen (root) && g_rmdir (folder) == 0)
    {
      char *slash = strrchr (folder, '/');
      *slash = '\0';
    }
  assert_number_equal (n_files, 1);
  return problems;
}

void
house_assert_found (HouseRule rule, const char *path, const char *text, const char *expected)
{
  g_autoptr (GPtrArray) problems = check_planted (rule, path, text);
  assert_number_equal (problems->len, 1);
  const char *problem = g_ptr_array_index (problems, 0);
  if (!g_str_has_prefix (problem, expected))
    fail_msg ("\"%s\" does not begin with \"%s\"", problem, expected);
}

void
house_assert_allowed (HouseRule rule, const char *path, const char *text)
{
  g_autoptr (GPtrArray) problems = check_planted (rule, path, text);
  for (guint i = 0; i < problems->len; i++)
    print_error ("%s\n", (const char *) g_ptr_array_index (problems, i));
  assert_number_equal (problems->len, 0);
}
