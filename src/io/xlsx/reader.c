#include "yanglu/io/xlsx/reader.h"

#include "book-private.h"
#include "reading-private.h"
#include "relations-private.h"
#include "styles-private.h"
#include "yanglu/base/error.h"
#include "yanglu/domain/cell-place.h"

#include <string.h>

const YlXlsxLimits yl_xlsx_limits_default = {
  .rows_per_sheet = YL_SHEET_MAX_ROWS,
  .columns = 2000,
  .inflated_bytes = (guint64) 512 * 1024 * 1024,
  .inflation_ratio = 200,
  .archive_entries = 4096,
};

/* The compound file of .xls, and of every workbook with a password ([MS-CFB] 2.2). */
static gboolean
is_compound_file (const YlInput *input)
{
  static const guint8 signature[] = { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 };
  guint8 head[sizeof signature];
  return yl_input_read (input, 0, head, sizeof head, NULL) == (gssize) sizeof head
         && memcmp (head, signature, sizeof head) == 0;
}

static gboolean
refuse (const YlInput *input, GError **error, const char *what)
{
  g_set_error (error, YL_ERROR, YL_ERROR_INVALID, "“%s”%s", yl_input_get_name (input), what);
  return FALSE;
}

static gboolean
check_form (const YlInput *input, GError **error)
{
  if (is_compound_file (input))
    return refuse (input, error,
                   "是旧版 .xls，或是设了打开密码的工作簿，本程序读不了。请用 Excel、WPS "
                   "打开，取消密码，另存为 .xlsx 再试。");
  if (yl_input_is_zip (input))
    return TRUE;
  return refuse (input, error, "不是 .xlsx 工作簿。请用 Excel、WPS 打开后另存为 .xlsx 再试。");
}

/* Returns: (transfer full) (nullable): the part that holds the workbook. */
static char *
find_book_part (const YlXlsxReading *reading, GError **error)
{
  g_autoptr (YlRelations) relations = yl_relations_read (reading->archive, "", error);
  if (relations == NULL)
    return NULL;
  const YlRelation *book = yl_relations_find_kind (relations, "officeDocument");
  if (book != NULL && !g_str_has_suffix (book->target, ".bin"))
    return g_strdup (book->target);
  if (book != NULL)
    refuse (reading->input, error,
            "是二进制工作簿（.xlsb），本程序读不了。请用 Excel、WPS 打开后另存为 .xlsx 再试。");
  else if (yl_archive_has_part (reading->archive, "content.xml"))
    refuse (reading->input, error,
            "是 OpenDocument 表格（.ods），本程序读不了。请另存为 .xlsx 再试。");
  else
    refuse (reading->input, error, "是压缩包，但不是 Excel 工作簿。请给出 .xlsx 或 .csv 文件。");
  return NULL;
}

/* Another name for "the file says more than we read": E08, wherever it happens. */
static void
report_limit (const YlXlsxReading *reading, const char *sheet, const GError *error)
{
  const YlXlsxPlace place = { .sheet = sheet };
  if (sheet == NULL)
    yl_xlsx_report (reading, YL_E08, &place, "%s", error->message);
  else
    yl_xlsx_report (reading, YL_E08, &place, "工作表“%s”没有读完：%s", sheet, error->message);
}

static gboolean
read_tables (YlXlsxReading *reading, const YlRelations *relations, GError **error)
{
  const YlRelation *styles = yl_relations_find_kind (relations, "styles");
  const YlRelation *strings = yl_relations_find_kind (relations, "sharedStrings");
  if (styles != NULL && yl_archive_has_part (reading->archive, styles->target))
    reading->styles = yl_xlsx_styles_read (reading->archive, styles->target, error);
  else
    reading->styles = g_array_new (FALSE, FALSE, sizeof (YlXlsxStyle));
  if (reading->styles == NULL)
    return FALSE;
  return strings == NULL || !yl_archive_has_part (reading->archive, strings->target)
         || yl_shared_strings_read (&reading->strings, reading->archive, strings->target, error);
}

static gboolean
read_sheet (YlXlsxReading *reading, const YlXlsxTab *tab, const char *part, GError **error)
{
  const YlRowSink *sink = reading->sink;
  g_autoptr (GError) local = NULL;
  if (!sink->begin_sheet (sink->self, tab->name, tab->state != YL_SHEET_VISIBLE))
    return TRUE;
  if (reading->loaded != NULL)
    yl_loaded_sheet_begin (reading->loaded, tab->name, tab->state);
  if (!(yl_xlsx_report_ignored_in_sheet (reading, part, tab->name, &local)
        && yl_xlsx_sheet_read (reading, part, tab->name, &local)))
    {
      if (!g_error_matches (local, YL_ERROR, YL_ERROR_LIMIT))
        {
          g_propagate_prefixed_error (error, g_steal_pointer (&local), "工作表“%s”：", tab->name);
          return FALSE;
        }
      report_limit (reading, tab->name, local);
    }
  sink->end_sheet (sink->self);
  return TRUE;
}

static gboolean
read_tab (YlXlsxReading *reading,
          const YlXlsxTab *tab,
          const YlRelations *relations,
          GError **error)
{
  const YlRelation *relation =
      tab->relation == NULL ? NULL : yl_relations_find (relations, tab->relation);
  if (relation == NULL || !yl_archive_has_part (reading->archive, relation->target))
    {
      const YlXlsxPlace place = { .sheet = tab->name };
      yl_xlsx_report (reading, YL_E08, &place, "工作表“%s”在文件里缺失，未读。", tab->name);
      return TRUE;
    }
  /* Chart sheets and dialogs hold no cells; macro sheets are named by E05. */
  if (strcmp (relation->kind, "worksheet") != 0)
    return TRUE;
  return read_sheet (reading, tab, relation->target, error);
}

static void
keep_names (const YlXlsxReading *reading, const YlXlsxBook *book)
{
  for (guint i = 0; i < book->names->len; i++)
    {
      const YlXlsxName *name = &g_array_index (book->names, YlXlsxName, i);
      yl_workbook_add_name (reading->loaded->workbook, name->name, name->reference);
    }
}

static gboolean
read_book (YlXlsxReading *reading, GError **error)
{
  g_autofree char *part = find_book_part (reading, error);
  if (part == NULL)
    return FALSE;
  g_autoptr (YlXlsxBook) book = yl_xlsx_book_read (reading->archive, part, reading->limits, error);
  if (book == NULL)
    return FALSE;
  g_autoptr (YlRelations) relations = yl_relations_read (reading->archive, part, error);
  if (relations == NULL || !yl_xlsx_report_ignored (reading, part, error)
      || !read_tables (reading, relations, error))
    return FALSE;
  reading->is_1904 = book->is_1904;
  if (reading->loaded != NULL)
    keep_names (reading, book);
  for (guint i = 0; i < book->tabs->len; i++)
    if (!read_tab (reading, g_ptr_array_index (book->tabs, i), relations, error))
      return FALSE;
  return TRUE;
}

gboolean
yl_xlsx_reading_run (YlXlsxReading *reading,
                     void (*progress) (goffset done, goffset all),
                     GError **error)
{
  g_autoptr (GError) local = NULL;
  if (!check_form (reading->input, error))
    return FALSE;
  reading->archive = yl_archive_open (reading->input, reading->limits, progress, &local);
  if (reading->archive != NULL)
    read_book (reading, &local);
  g_clear_pointer (&reading->archive, yl_archive_free);
  g_clear_pointer (&reading->styles, g_array_unref);
  yl_shared_strings_clear (&reading->strings);
  if (local == NULL)
    return TRUE;
  if (g_error_matches (local, YL_ERROR, YL_ERROR_LIMIT))
    report_limit (reading, NULL, local);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

gboolean
yl_xlsx_read (const YlInput *input,
              const YlXlsxLimits *limits,
              const YlRowSink *sink,
              YlFindings *findings,
              void (*progress) (goffset done, goffset all),
              GError **error)
{
  YlXlsxReading reading = {
    .input = input,
    .limits = limits == NULL ? &yl_xlsx_limits_default : limits,
    .sink = sink,
    .findings = findings,
  };
  return yl_xlsx_reading_run (&reading, progress, error);
}
