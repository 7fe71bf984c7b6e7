#include "yanglu/app/given-lists.h"

#include "yanglu/app/load.h"
#include "yanglu/app/workbooks.h"
#include "yanglu/base/error.h"
#include "yanglu/base/keyed-hash.h"
#include "yanglu/base/order.h"
#include "yanglu/domain/sheet-names.h"
#include "yanglu/forms/papers/own-papers.h"
#include "yanglu/io/csv/reader.h"
#include "yanglu/io/file-form.h"
#include "yanglu/io/file-name.h"
#include "yanglu/io/output.h"

#include <string.h>

/* What names of lists end with; the reader itself goes by the bytes. */
static const char *const endings[] = { ".xlsx", ".xlsm", ".xls", ".et", ".ods", ".csv", ".tsv" };
/* What some systems export tables as, and everybody else writes notes in. */
#define TEXT_ENDING ".txt"

/* Files that are passed over are named up to here. */
#define MAX_NAMED 40u
/* Faults of files that one sentence tells. */
#define MAX_PROBLEMS 10u
/* Rows of a text until one that is a table has begun. */
#define MAX_LOOKED_AT 50u
#define BLOCK_BYTES ((gsize) 256 * 1024)

typedef struct
{
  YlGivenLists *given;
  guint max;
  GString *passed_over;
  guint n_passed_over;
  gboolean has_standard_input;
} Finding;

static gboolean
add_list (Finding *finding, const char *path, GError **error)
{
  YlGivenLists *given = finding->given;
  if (given->lists->len >= finding->max)
    {
      g_set_error (error, YL_ERROR, YL_ERROR_LIMIT,
                   "一次最多读 %u 份里程台账；请先合并一部分文件，再一起读。", finding->max);
      return FALSE;
    }
  const YlGivenList list = { yl_arena_keep (given->arena, path), NULL };
  g_array_append_val (given->lists, list);
  return TRUE;
}

static gboolean
add_standard_input (Finding *finding, GError **error)
{
  if (finding->has_standard_input)
    {
      g_set_error_literal (error, YL_ERROR, YL_ERROR_USAGE, "“-”给出了两次：标准输入只能读一次。");
      return FALSE;
    }
  finding->has_standard_input = TRUE;
  return add_list (finding, "-", error);
}

static gboolean
has_name (gconstpointer names, const char *name)
{
  return g_ptr_array_find_with_equal_func ((GPtrArray *) names, name, g_str_equal, NULL);
}

/* (nullable): what @path is of ours, that no list is read from; what cannot be read is told by its reading. */
static const char *
find_own_kind (const char *path)
{
  g_autoptr (YlInput) input = yl_input_open (path, NULL);
  if (input == NULL || !yl_file_form_is_workbook (input))
    return NULL;
  g_autoptr (GPtrArray) names = yl_workbooks_list_sheets (input, NULL);
  if (names == NULL)
    return NULL;
  return yl_own_book_is_named (has_name, names)                 ? "本程序编制的预算"
         : yl_own_papers_is_named (has_name, names, names->len) ? "本程序写的" YL_SHEET_FINDINGS
                                                                  "或底稿"
                                                                : NULL;
}

static gboolean
ends_so (const char *name, const char *ending)
{
  g_autofree char *folded = g_ascii_strdown (name, -1);
  return g_str_has_suffix (folded, ending);
}

static gboolean
ends_like_a_list (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (ends_so (name, endings[i]))
      return TRUE;
  return FALSE;
}

/* A text is a table when two rows with something in them, one below the other, have as many cells. */
typedef struct
{
  guint n_cells; /* of the row above; 0: none */
  gboolean is_table;
} Shape;

static gboolean
begin_text (gpointer self, const char *sheet, gboolean is_hidden)
{
  (void) self;
  (void) sheet;
  (void) is_hidden;
  return TRUE;
}

static gboolean
take_row (gpointer self, YlRowId row, const YlText *cells, guint n_cells)
{
  Shape *shape = self;
  guint n_filled = 0;
  for (guint i = 0; i < n_cells; i++)
    n_filled += yl_text_trim (cells[i]).length > 0;
  shape->is_table = n_filled > 1 && n_cells == shape->n_cells;
  shape->n_cells = n_filled > 1 ? n_cells : 0;
  return !shape->is_table && row < MAX_LOOKED_AT;
}

static void
end_text (gpointer self)
{
  (void) self;
}

/* What cannot be read is told by its reading. */
static gboolean
is_table (const char *path)
{
  Shape shape = { 0 };
  const YlRowSink rows = {
    .begin_sheet = begin_text, .row = take_row, .end_sheet = end_text, .self = &shape
  };
  g_autoptr (YlInput) input = yl_input_open (path, NULL);
  g_autoptr (YlFindings) untold = yl_findings_new_counting (0);
  return input == NULL || !yl_csv_read (input, &rows, untold, NULL, NULL, NULL) || shape.is_table;
}

/* (nullable): why the file @name of a folder, at @path, is no list. */
static const char *
find_reason (const char *name, const char *path)
{
  if (g_str_has_prefix (name, "~$"))
    return "打开工作簿时的锁文件";
  if (name[0] == '.')
    return "隐藏文件";
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return "文件夹";
  if (ends_like_a_list (name))
    return find_own_kind (path);
  return ends_so (name, TEXT_ENDING) && is_table (path) ? NULL : "不是表格文件";
}

static void
pass_over (Finding *finding, const char *name, const char *why)
{
  g_autofree char *shown = yl_file_name_show (name);
  /* What is said of it stands on one line. */
  g_strdelimit (shown, "\r\n", ' ');
  if (finding->n_passed_over < MAX_NAMED)
    g_string_append_printf (finding->passed_over, "%s%s（%s）",
                            finding->n_passed_over == 0 ? "" : "、", shown, why);
  finding->n_passed_over++;
}

static int
compare_names (gconstpointer left, gconstpointer right)
{
  return strcmp (*(const char *const *) left, *(const char *const *) right);
}

/* (transfer full) (element-type filename): what is in @folder, in the order of the bytes of the names. */
static GPtrArray *
list_folder (const char *folder, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  if (dir == NULL)
    {
      g_autofree char *shown = yl_file_name_show (folder);
      g_set_error (error, YL_ERROR, YL_ERROR_IO, "打开文件夹“%s”失败。请检查读取权限。", shown);
      return NULL;
    }
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

static gboolean
add_folder (Finding *finding, const char *folder, GError **error)
{
  const guint n_before = finding->given->lists->len;
  g_autoptr (GPtrArray) names = list_folder (folder, error);
  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      const char *why = find_reason (name, path);
      if (why != NULL)
        pass_over (finding, name, why);
      else if (!add_list (finding, path, error))
        return FALSE;
    }
  if (names == NULL || finding->given->lists->len > n_before)
    return names != NULL;
  g_autofree char *shown = yl_file_name_show (folder);
  g_set_error (error, YL_ERROR, YL_ERROR_INVALID,
               "文件夹“%s”里没有里程台账（.xlsx、.xls、.et、.ods 或 .csv）%s%s。", shown,
               finding->passed_over->len == 0 ? "" : "；未读：", finding->passed_over->str);
  return FALSE;
}

gboolean
yl_given_lists_is_folder (const char *path)
{
  return g_file_test (path, G_FILE_TEST_IS_DIR);
}

static gboolean
add_argument (Finding *finding, const char *argument, GError **error)
{
  if (g_str_equal (argument, "-"))
    return add_standard_input (finding, error);
  return yl_given_lists_is_folder (argument) ? add_folder (finding, argument, error)
                                             : add_list (finding, argument, error);
}

/* A list that is a file, and how large. */
typedef struct
{
  goffset size;
  guint index;
} Sized;

static int
compare_sizes (gconstpointer left, gconstpointer right)
{
  const Sized *a = left;
  const Sized *b = right;
  const int order = yl_compare_numbers (a->size, b->size);
  return order != 0 ? order : yl_compare_numbers (a->index, b->index);
}

/* What is wrong with the files, all of it: who mends one fault is not to run into the next. */
typedef struct
{
  GError *error; /* (nullable): of the kind of the first; its message has them all */
  guint n;
} Problems;

static void
add_problem (Problems *problems, GError *problem)
{
  problems->n++;
  if (problems->error == NULL)
    {
      problems->error = problem;
      return;
    }
  if (problems->n <= MAX_PROBLEMS)
    {
      g_autofree char *before = problems->error->message;
      problems->error->message = g_strconcat (before, problem->message, NULL);
    }
  g_error_free (problem);
}

/* The size of all that are files and can be opened. */
static GArray *
find_sizes (const YlGivenLists *given, Problems *problems)
{
  GArray *sizes = g_array_new (FALSE, FALSE, sizeof (Sized));
  for (guint i = 0; i < given->lists->len; i++)
    {
      const char *path = g_array_index (given->lists, YlGivenList, i).path;
      if (g_str_equal (path, "-"))
        continue;
      GError *problem = NULL;
      g_autoptr (YlInput) input = yl_input_open (path, &problem);
      if (input == NULL)
        {
          add_problem (problems, problem);
          continue;
        }
      const Sized sized = { yl_input_get_size (input), i };
      g_array_append_val (sizes, sized);
    }
  g_array_sort (sizes, compare_sizes);
  return sizes;
}

/* (transfer full): the SHA-256 of the file, which need not fit into memory. */
static char *
sum_file (const char *path, GError **error)
{
  g_autoptr (YlInput) input = yl_input_open (path, error);
  g_autofree guchar *block = g_malloc (BLOCK_BYTES);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gssize n = input == NULL ? -1 : 1;
  for (goffset at = 0; n > 0; at += n)
    {
      n = yl_input_read (input, at, block, BLOCK_BYTES, error);
      g_checksum_update (checksum, block, MAX (n, 0));
    }
  return n < 0 ? NULL : g_strdup (g_checksum_get_string (checksum));
}

static void
refuse_double (const char *path, const char *other, GError **error)
{
  g_autofree char *one = yl_file_name_show (path);
  g_autofree char *two = yl_file_name_show (other);
  if (yl_output_is_file (path, other))
    g_set_error (error, YL_ERROR, YL_ERROR_INVALID,
                 "“%s”给出了两次：同一份台账不能算两次，请去掉一个。", two);
  else
    g_set_error (error, YL_ERROR, YL_ERROR_INVALID,
                 "“%s”与“%s”逐字节相同：同一份台账不能算两次，请去掉一个。", one, two);
}

/* Of files of one size: which hold the same bytes. */
static void
check_bytes (const YlGivenLists *given, const Sized *sized, guint n, Problems *problems)
{
  g_autoptr (GHashTable) known =
      g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < n; i++)
    {
      const char *path = g_array_index (given->lists, YlGivenList, sized[i].index).path;
      GError *problem = NULL;
      char *sum = sum_file (path, &problem);
      const char *other = sum == NULL ? NULL : g_hash_table_lookup (known, sum);
      if (other != NULL)
        refuse_double (other, path, &problem);
      if (problem != NULL)
        add_problem (problems, problem);
      if (sum != NULL)
        g_hash_table_insert (known, sum, (gpointer) path);
    }
}

/* Files of which no other has the size are not read for it. */
static gboolean
check_doubles (const YlGivenLists *given, GError **error)
{
  Problems problems = { 0 };
  g_autoptr (GArray) sizes = find_sizes (given, &problems);
  for (guint i = 0; i < sizes->len;)
    {
      const Sized *first = &g_array_index (sizes, Sized, i);
      guint n = 1;
      while (i + n < sizes->len && first[n].size == first->size)
        n++;
      if (n > 1 && first->size > 0)
        check_bytes (given, first, n, &problems);
      i += n;
    }
  if (problems.error == NULL)
    return TRUE;
  if (problems.n > MAX_PROBLEMS)
    g_prefix_error (&problems.error, "共 %u 处：", problems.n);
  g_propagate_error (error, problems.error);
  return FALSE;
}

/* How much of a path a name shows. */
enum
{
  SHOW_BASE,
  SHOW_FOLDER,
  SHOW_PATH,
  N_SHOWN,
};

/* (transfer full) */
static char *
show_path (const char *path, guint how_much)
{
  g_autofree char *base = yl_input_name (path);
  if (how_much == SHOW_BASE || g_str_equal (path, "-"))
    return g_steal_pointer (&base);
  if (how_much == SHOW_PATH)
    return yl_file_name_show (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown = yl_file_name_show_base (folder);
  return g_str_equal (folder, ".") ? g_steal_pointer (&base) : g_strconcat (shown, "/", base, NULL);
}

/* Names those that have no name yet by so much of their paths, where no two are called so then. */
static void
name_lists (YlGivenLists *given, guint how_much)
{
  g_autoptr (GHashTable) counts =
      g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < given->lists->len; i++)
    {
      const YlGivenList *list = &g_array_index (given->lists, YlGivenList, i);
      char *name = list->name != NULL ? g_strdup (list->name) : show_path (list->path, how_much);
      const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, name));
      g_hash_table_insert (counts, g_strdup (name), GUINT_TO_POINTER (n + 1));
      g_ptr_array_add (names, name);
    }
  for (guint i = 0; i < given->lists->len; i++)
    {
      YlGivenList *list = &g_array_index (given->lists, YlGivenList, i);
      const char *name = g_ptr_array_index (names, i);
      const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, name));
      if (list->name != NULL || (n > 1 && how_much + 1 < N_SHOWN))
        continue;
      /* Bytes that are no text may leave two paths alike. */
      list->name = n == 1 ? yl_arena_keep (given->arena, name)
                          : yl_arena_print (given->arena, "%s（第 %u 份）", name, i + 1);
    }
}

static void
keep_passed_over (const Finding *finding)
{
  if (finding->n_passed_over > MAX_NAMED)
    g_string_append_printf (finding->passed_over, "……共 %u 个", finding->n_passed_over);
  if (finding->n_passed_over > 0)
    finding->given->passed_over = yl_arena_keep (finding->given->arena, finding->passed_over->str);
}

YlGivenLists *
yl_given_lists_find (const char *const *arguments, guint max, GError **error)
{
  g_autoptr (YlGivenLists) given = yl_arena_new_record (sizeof *given);
  given->lists = yl_arena_array (given->arena, sizeof (YlGivenList));
  g_autoptr (GString) passed_over = g_string_new (NULL);
  Finding finding = { .given = given, .max = max, .passed_over = passed_over };
  for (gsize i = 0; arguments[i] != NULL; i++)
    if (!add_argument (&finding, arguments[i], error))
      return NULL;
  if (given->lists->len > 1 && !check_doubles (given, error))
    return NULL;
  for (guint how_much = 0; how_much < N_SHOWN; how_much++)
    name_lists (given, how_much);
  keep_passed_over (&finding);
  return g_steal_pointer (&given);
}

const YlGivenList *
yl_given_lists_get (const YlGivenLists *given, guint *out_n)
{
  *out_n = given->lists->len;
  return (const YlGivenList *) (gconstpointer) given->lists->data;
}

gboolean
yl_given_lists_has_file (const YlGivenLists *given, const char *path)
{
  for (guint i = 0; i < given->lists->len; i++)
    if (yl_output_is_file (path, g_array_index (given->lists, YlGivenList, i).path))
      return TRUE;
  return FALSE;
}

void
yl_given_lists_tell (const char *passed_over, YlChoices *choices)
{
  if (passed_over != NULL)
    yl_choices_add (choices, "未读的文件", passed_over, "在所给的文件夹里，不是里程台账");
}
