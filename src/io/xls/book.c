#include "book-private.h"

#include "yanglu/base/error.h"

#include <string.h>

#define BIFF5 0x500
#define BIFF8 0x600

gboolean
yl_xls_book_set_damaged (const YlXlsBook *book, GError **error)
{
  g_set_error (error, YL_ERROR, YL_ERROR_INVALID,
               "工作簿“%s”不完整或已损坏（记录残缺）。请重新取得该文件，或用 Excel、WPS "
               "打开后另存为 .xlsx 再试。",
               book->target->faults.file);
  return FALSE;
}

/* A text whose length stands in one byte or two before it. */
static gboolean
read_counted (YlXlsBook *book, YlXlsRecords *records, guint n_count_bytes, GString *text)
{
  guint8 count[2] = { 0 };
  return yl_xls_records_read (records, count, n_count_bytes)
         && yl_xls_texts_read (&book->texts, records, yl_bytes_get_16 (count), text);
}

static gboolean
read_begin (YlXlsBook *book, YlXlsRecords *records, GError **error)
{
  if (!yl_xls_records_next (records) || records->id != YL_XLS_BOF || records->length < 4)
    return yl_xls_book_set_damaged (book, error);
  const guint16 version = yl_bytes_get_16 (records->data);
  if (version != BIFF8 && version != BIFF5)
    {
      g_set_error (error, YL_ERROR, YL_ERROR_INVALID,
                   "“%s”是 Excel 4.0 或更早版本的工作簿，本程序读不了。请用 Excel、WPS "
                   "打开后另存为 .xlsx 再试。",
                   book->target->faults.file);
      return FALSE;
    }
  book->texts.is_wide = version == BIFF8;
  return TRUE;
}

static gboolean
add_tab (YlXlsBook *book, YlXlsRecords *records)
{
  guint8 head[6];
  g_autoptr (GString) name = g_string_new (NULL);
  if (!yl_xls_records_read (records, head, sizeof head) || !read_counted (book, records, 1, name))
    return FALSE;
  static const YlSheetState states[] = { YL_SHEET_VISIBLE, YL_SHEET_HIDDEN, YL_SHEET_VERY_HIDDEN,
                                         YL_SHEET_HIDDEN };
  const YlXlsTab tab = { .name = yl_arena_keep (book->arena, name->str),
                         .state = states[head[4] & 3],
                         .kind = head[5],
                         .offset = yl_bytes_get_32 (head) };
  g_array_append_val (book->tabs, tab);
  return TRUE;
}

static gboolean
add_strings (YlXlsBook *book, YlXlsRecords *records)
{
  guint8 head[8];
  if (!yl_xls_records_read (records, head, sizeof head) || book->strings.ends != NULL)
    return FALSE;
  yl_string_table_init (&book->strings);
  for (guint32 n_left = yl_bytes_get_32 (head + 4); n_left > 0; n_left--)
    if (!read_counted (book, records, 2, book->strings.text)
        || !yl_string_table_end (&book->strings))
      return FALSE;
  return TRUE;
}

static gboolean
add_format (YlXlsBook *book, YlXlsRecords *records)
{
  guint8 id[2];
  g_autoptr (GString) code = g_string_new (NULL);
  if (!yl_xls_records_read (records, id, sizeof id)
      || !read_counted (book, records, book->texts.is_wide ? 2 : 1, code))
    return FALSE;
  g_hash_table_insert (book->formats, GUINT_TO_POINTER (yl_bytes_get_16 (id)),
                       (gpointer) yl_arena_keep (book->arena, code->str));
  return TRUE;
}

static gboolean
add_style (YlXlsBook *book, YlXlsRecords *records)
{
  guint8 head[4];
  if (!yl_xls_records_read (records, head, sizeof head))
    return FALSE;
  const guint16 id = yl_bytes_get_16 (head + 2);
  g_array_append_val (book->format_ids, id);
  return TRUE;
}

static gboolean
read_word (YlXlsRecords *records, guint16 *out_word)
{
  guint8 word[2];
  if (!yl_xls_records_read (records, word, sizeof word))
    return FALSE;
  *out_word = yl_bytes_get_16 (word);
  return TRUE;
}

static void
report_ignored (const YlXlsBook *book, const char *what)
{
  yl_book_faults_add (&book->target->faults, YL_E05, &(YlFaultPlace){ 0 },
                      "工作簿含有%s，已忽略，只采用单元格里保存的值。", what);
}

/* Another workbook, or a program (its name and topic with a 3 between them), that formulas point
 * to; the workbook itself and its add-ins have a mark instead of a name ([MS-XLS] 2.4.271). */
static gboolean
report_link (YlXlsBook *book, YlXlsRecords *records)
{
  static const guint16 own_marks[] = { 0x0401, 0x3A01 };
  guint16 n_sheets = 0;
  guint16 length = 0;
  g_autoptr (GString) path = g_string_new (NULL);
  if (!read_word (records, &n_sheets) || !read_word (records, &length))
    return FALSE;
  if (length == own_marks[0] || length == own_marks[1])
    return TRUE;
  if (!yl_xls_texts_read (&book->texts, records, length, path))
    return FALSE;
  report_ignored (book, strchr (path->str, '\3') != NULL ? "DDE 链接" : "外部链接");
  return TRUE;
}

static gboolean
take_record (YlXlsBook *book, YlXlsRecords *records)
{
  guint16 word = 0;
  switch (records->id)
    {
    case YL_XLS_CODEPAGE:
      if (!read_word (records, &word))
        return FALSE;
      yl_xls_texts_set_code_page (&book->texts, word);
      return TRUE;
    case YL_XLS_DATEMODE:
      if (!read_word (records, &word))
        return FALSE;
      book->is_1904 = word != 0;
      return TRUE;
    case YL_XLS_BOUNDSHEET:
      return add_tab (book, records);
    case YL_XLS_SST:
      return add_strings (book, records);
    case YL_XLS_FORMAT:
      return add_format (book, records);
    case YL_XLS_XF:
      return add_style (book, records);
    case YL_XLS_SUPBOOK:
      return !book->texts.is_wide || report_link (book, records);
    default:
      return TRUE;
    }
}

static gboolean
is_date (const char *code)
{
  g_autoptr (YlNumberFormat) format = yl_number_format_new (code);
  return yl_number_format_is_of_dates (format);
}

/* A format may be told after the styles that have it. */
static void
resolve_styles (YlXlsBook *book)
{
  for (guint i = 0; i < book->format_ids->len; i++)
    {
      const guint id = g_array_index (book->format_ids, guint16, i);
      const char *code = g_hash_table_lookup (book->formats, GUINT_TO_POINTER (id));
      const char *known = code != NULL ? code : yl_number_format_find (id);
      const guint8 is_of_dates =
          (code == NULL ? yl_number_format_is_date (id) : is_date (code)) ? 1 : 0;
      const YlCellLook look = { .format = known == NULL ? "" : known,
                                .ink = YL_COLOUR_UNKNOWN,
                                .paper = YL_COLOUR_UNKNOWN };
      g_array_append_val (book->dates, is_of_dates);
      if (book->target->keeps_cells)
        yl_workbook_add_look (book->target->workbook, &look);
    }
}

static gboolean
refuse_password (const YlXlsBook *book, GError **error)
{
  g_set_error (
      error, YL_ERROR, YL_ERROR_INVALID,
      "“%s”设了打开密码，本程序读不了。请用 Excel、WPS 打开，取消密码，另存为 .xlsx 再试。",
      book->target->faults.file);
  return FALSE;
}

gboolean
yl_xls_book_read (YlXlsBook *book, GError **error)
{
  YlXlsRecords records = { .stream = book->stream, .size = book->size };
  yl_xls_texts_init (&book->texts);
  book->tabs = g_array_new (FALSE, FALSE, sizeof (YlXlsTab));
  book->format_ids = g_array_new (FALSE, FALSE, sizeof (guint16));
  book->dates = g_array_new (FALSE, FALSE, sizeof (guint8));
  book->formats = g_hash_table_new (NULL, NULL);
  if (!read_begin (book, &records, error))
    return FALSE;
  while (yl_xls_records_next (&records))
    {
      if (records.id == YL_XLS_FILEPASS)
        return refuse_password (book, error);
      if (records.id == YL_XLS_EOF)
        {
          resolve_styles (book);
          return TRUE;
        }
      if (!take_record (book, &records))
        break;
    }
  return yl_xls_book_set_damaged (book, error);
}

void
yl_xls_book_clear (YlXlsBook *book)
{
  yl_xls_texts_clear (&book->texts);
  yl_string_table_clear (&book->strings);
  g_clear_pointer (&book->tabs, g_array_unref);
  g_clear_pointer (&book->format_ids, g_array_unref);
  g_clear_pointer (&book->dates, g_array_unref);
  g_clear_pointer (&book->formats, g_hash_table_unref);
}
