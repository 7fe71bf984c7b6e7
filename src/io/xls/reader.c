#include "yanglu/io/xls/reader.h"

#include "book-private.h"
#include "compound-private.h"
#include "yanglu/base/error.h"

/* The stream that holds the workbook: of Excel 97 and later, else of Excel 5 and 95. */
static const char *
find_stream (const YlCompound *compound)
{
  static const char *const names[] = { "Workbook", "Book" };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (yl_compound_has (compound, names[i]))
      return names[i];
  return NULL;
}

static void
refuse (const YlInput *input, const YlCompound *compound, GError **error)
{
  static const struct
  {
    const char *name; /* NULL: any other */
    const char *what;
  } others[] = {
    { "EncryptedPackage", "设了打开密码，本程序读不了。请用 Excel、WPS "
                          "打开，取消密码，另存为 .xlsx 再试。" },
    { "WordDocument", "是 Word 文档，不是工作簿。请给出 .xlsx、.xls 或 .csv 文件。" },
    { "PowerPoint Document", "是演示文稿，不是工作簿。请给出 .xlsx、.xls 或 .csv 文件。" },
    { NULL, "不是 Excel 工作簿。请给出 .xlsx、.xls 或 .csv 文件。" },
  };
  guint i = 0;
  while (others[i].name != NULL && !yl_compound_has (compound, others[i].name))
    i++;
  g_set_error (error, YL_ERROR, YL_ERROR_INVALID, "“%s”%s", yl_input_get_name (input),
               others[i].what);
}

static void
report_programs (const YlCompound *compound, const YlBookFaults *faults)
{
  if (yl_compound_has (compound, "_VBA_PROJECT_CUR") || yl_compound_has (compound, "_VBA_PROJECT"))
    yl_book_faults_add (faults, YL_E05, &(YlFaultPlace){ 0 },
                        "工作簿含有宏（VBA），已忽略，未执行。");
}

/* What stands in a tab besides cells ([MS-XLS] 2.4.28). */
enum
{
  TAB_CELLS,
  TAB_MACROS,
};

static gboolean
read_tabs (YlXlsBook *book, GError **error)
{
  YlBookFaults *faults = &book->target->faults;
  const guint limit = book->target->limits->archive_entries;
  if (book->tabs->len > limit)
    {
      g_set_error (error, YL_ERROR, YL_ERROR_LIMIT, "工作簿的工作表超过 %u 张，未读取。", limit);
      return FALSE;
    }
  for (guint i = 0; i < book->tabs->len; i++)
    {
      const YlXlsTab *tab = &g_array_index (book->tabs, YlXlsTab, i);
      if (tab->kind == TAB_MACROS)
        yl_book_faults_add (faults, YL_E05, &(YlFaultPlace){ .seen = tab->name },
                            "工作簿含有Excel 4.0 宏表（%s），已忽略，未执行。", tab->name);
      if (tab->kind == TAB_CELLS && !yl_xls_sheet_read (book, tab, error))
        {
          g_prefix_error (error, "工作表“%s”：", tab->name);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
read_stream (const YlCompound *compound, const char *name, YlBookTarget *target, GError **error)
{
  g_autoptr (GBytes) bytes = yl_compound_read (compound, name, error);
  if (bytes == NULL)
    return FALSE;
  g_autoptr (YlArena) arena = yl_arena_new ();
  YlXlsBook book = { .target = target, .arena = arena };
  book.stream = g_bytes_get_data (bytes, &book.size);
  const gboolean is_read = yl_xls_book_read (&book, error) && read_tabs (&book, error);
  yl_xls_book_clear (&book);
  return is_read;
}

gboolean
yl_xls_read (const YlInput *input, YlBookTarget *target, GError **error)
{
  g_autoptr (YlCompound) compound = yl_compound_open (input, target->limits, error);
  if (compound == NULL)
    return FALSE;
  const char *name = find_stream (compound);
  if (name == NULL)
    {
      refuse (input, compound, error);
      return FALSE;
    }
  report_programs (compound, &target->faults);
  return read_stream (compound, name, target, error);
}
