#include "annotated-private.h"

#include "yanglu/base/keyed-hash.h"

#include <string.h>

/* ---- what a workbook may hold ---- */

/* Excel's limits of the name of a sheet. */
#define TAB_CHARACTERS 31

static gboolean
is_tab (const char *name, GHashTable *taken)
{
  const gsize length = strlen (name);
  g_autofree char *folded = g_utf8_casefold (name, -1);
  return length > 0 && g_utf8_strlen (name, -1) <= TAB_CHARACTERS
         && strpbrk (name, "[]:*?/\\") == NULL && name[0] != '\'' && name[length - 1] != '\''
         && !g_hash_table_contains (taken, folded);
}

static char *
take_tab (const char *name, guint index, GHashTable *taken)
{
  char *tab = g_strdup (name);
  for (guint n = index + 1; !is_tab (tab, taken); n += G_MAXUINT16)
    {
      g_free (tab);
      tab = g_strdup_printf ("原第%u张表", n);
    }
  g_hash_table_add (taken, g_utf8_casefold (tab, -1));
  return tab;
}

char **
yl_annotated_name_tabs (const YlWorkbook *found, const char *beside)
{
  char **tabs = g_new0 (char *, found->sheets->len + 1);
  g_autoptr (GHashTable) taken =
      g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_add (taken, g_utf8_casefold (beside, -1));
  for (guint i = 0; i < found->sheets->len; i++)
    tabs[i] = take_tab (((YlWorksheet *) g_ptr_array_index (found->sheets, i))->name, i, taken);
  return tabs;
}

/* Excel's limit, and its rule: letters, digits, points and lines; never a cell. */
#define NAME_CHARACTERS 255

gboolean
yl_annotated_may_define (const YlDefinedName *name)
{
  guint32 row = 0;
  guint column = 0;
  if (name->reference[0] == '\0' || g_utf8_strlen (name->name, -1) > NAME_CHARACTERS
      || yl_cell_parse (name->name, &row, &column) || g_str_has_prefix (name->name, "_xlnm."))
    return FALSE;
  for (const char *at = name->name; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar sign = g_utf8_get_char (at);
      if (!g_unichar_isalpha (sign) && sign != '_' && sign != '\\'
          && (at == name->name || (!g_unichar_isdigit (sign) && sign != '.' && sign != '?')))
        return FALSE;
    }
  return name->name[0] != '\0';
}

gboolean
yl_annotated_may_merge (const YlWorksheet *sheet, guint index)
{
  const YlCellRange *merge = &g_array_index (sheet->merges, YlCellRange, index);
  if (index >= YL_ANNOTATED_MERGES
      || (merge->first_row == merge->last_row && merge->first_column == merge->last_column))
    return FALSE;
  for (guint i = 0; i < index; i++)
    {
      const YlCellRange *other = &g_array_index (sheet->merges, YlCellRange, i);
      if (other->first_row <= merge->last_row && other->last_row >= merge->first_row
          && other->first_column <= merge->last_column && other->last_column >= merge->first_column)
        return FALSE;
    }
  return TRUE;
}

/* ---- what is lost ---- */

static void
tell_tabs (const YlWorkbook *found, const char *const *tabs, GPtrArray *losses)
{
  for (guint i = 0; i < found->sheets->len; i++)
    {
      const YlWorksheet *sheet = g_ptr_array_index (found->sheets, i);
      if (strcmp (sheet->name, tabs[i]) != 0)
        g_ptr_array_add (losses, g_strdup_printf ("第 %u 张工作表“%s”在本文件里叫“%s”", i + 1,
                                                  sheet->name, tabs[i]));
      if (sheet->state == YL_SHEET_VERY_HIDDEN)
        g_ptr_array_add (
            losses, g_strdup_printf ("工作表“%s”原为深度隐藏，在本文件里是普通隐藏", sheet->name));
      if (sheet->is_filtered)
        g_ptr_array_add (losses, g_strdup_printf ("工作表“%s”的筛选条件没有带入，筛掉的行是隐藏的",
                                                  sheet->name));
    }
}

/* What is counted through the whole workbook. */
typedef struct
{
  guint n_errors; /* values that no formula gives */
  guint n_arrays; /* texts that array formulas give */
  guint n_outside;
  guint n_merges;
  guint n_formats;
  guint n_names;
} Counts;

static void
count_cells (const YlWorksheet *sheet, Counts *counts)
{
  for (guint i = 0; i < sheet->cells->len; i++)
    {
      const YlCell *cell = &g_array_index (sheet->cells, YlCell, i);
      counts->n_errors += cell->content == YL_CONTENT_ERROR && cell->formula == 0 ? 1 : 0;
      counts->n_arrays += cell->content != YL_CONTENT_NUMBER && cell->is_array ? 1 : 0;
      counts->n_outside += cell->row > YL_SHEET_MAX_ROWS || cell->column >= YL_SHEET_MAX_COLUMNS;
    }
}

static Counts
count (const YlWorkbook *found)
{
  Counts counts = { 0 };
  for (guint i = 0; i < found->sheets->len; i++)
    {
      const YlWorksheet *sheet = g_ptr_array_index (found->sheets, i);
      count_cells (sheet, &counts);
      for (guint j = 0; j < sheet->merges->len; j++)
        counts.n_merges += yl_annotated_may_merge (sheet, j) ? 0 : 1;
    }
  for (guint i = 0; i < found->looks->len; i++)
    {
      const char *format = g_array_index (found->looks, YlCellLook, i).format;
      counts.n_formats += format != NULL && strlen (format) > YL_ANNOTATED_FORMAT_BYTES ? 1 : 0;
    }
  for (guint i = 0; i < found->names->len; i++)
    counts.n_names +=
        yl_annotated_may_define (&g_array_index (found->names, YlDefinedName, i)) ? 0 : 1;
  return counts;
}

static void
tell_counts (const Counts *counts, GPtrArray *losses)
{
  const struct
  {
    guint n;
    const char *what;
  } told[] = {
    { counts->n_errors, "个错误值（没有公式）写成文字" },
    { counts->n_arrays, "个数组公式的文字结果要重新计算后才显示" },
    { counts->n_outside, "个单元格超出工作表的行列界限，没有带入" },
    { counts->n_merges, "处合并单元格互相重叠或过多，没有合并" },
    { counts->n_formats, "种数字格式过长，按常规格式显示" },
    { counts->n_names, "个名称不合规则或是内部名称，没有带入" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    if (told[i].n > 0)
      g_ptr_array_add (losses, g_strdup_printf ("%u %s", told[i].n, told[i].what));
}

GPtrArray *
yl_annotated_list_losses (const YlAnnotatedRequest *request, const char *const *tabs)
{
  GPtrArray *losses = g_ptr_array_new_with_free_func (g_free);
  const Counts counts = count (request->found);
  g_ptr_array_add (
      losses, g_strdup (request->write_plan != NULL
                            ? "字体、边框、对齐按本程序的版式，不是原文件的；文字的颜色没有带入"
                            : "字体、边框、对齐、文字的颜色没有带入，没有公式的日期写成文字"));
  g_ptr_array_add (
      losses,
      g_strdup ("图片、图表、批注、超链接、数据验证、保护、分页、页眉页脚、宏和外部链接没有带入"));
  tell_tabs (request->found, tabs, losses);
  tell_counts (&counts, losses);
  return losses;
}
