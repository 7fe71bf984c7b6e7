#include "book-private.h"

#include "xml-private.h"
#include "yanglu/base/error.h"

/* As long as a formula may be. */
#define LONGEST_REFERENCE_BYTES ((gsize) 4 * 8192)

typedef struct
{
  YlXmlPart xml;
  YlXlsxBook *book;
  const YlXlsxLimits *limits;
  gboolean is_workbook;
  gboolean is_name_open;
  GString *reference; /* of the open name */
} YlBookParser;

static void
tab_free (gpointer data)
{
  YlXlsxTab *tab = data;
  g_free (tab->name);
  g_free (tab->relation);
  g_free (tab);
}

static void
name_clear (gpointer data)
{
  YlXlsxName *name = data;
  g_free (name->name);
  g_free (name->reference);
}

void
yl_xlsx_book_free (YlXlsxBook *book)
{
  if (book == NULL)
    return;
  g_ptr_array_unref (book->tabs);
  g_array_unref (book->names);
  g_free (book);
}

static void
add_tab (YlBookParser *self, const XML_Char **attributes)
{
  if (self->book->tabs->len >= self->limits->archive_entries)
    {
      g_clear_error (&self->xml.error);
      self->xml.error = g_error_new (YL_ERROR, YL_ERROR_LIMIT, "工作簿的工作表超过 %u 张，未读取。",
                                     self->limits->archive_entries);
      XML_StopParser (self->xml.parser, XML_FALSE);
      return;
    }
  const char *name = yl_xml_get_attribute (attributes, "name");
  const char *state = yl_xml_get_attribute (attributes, "state");
  YlXlsxTab *tab = g_new (YlXlsxTab, 1);
  tab->name = g_strdup (name == NULL ? "" : name);
  tab->relation = g_strdup (yl_xml_get_prefixed_attribute (attributes, "id"));
  tab->state = state == NULL || strcmp (state, "visible") == 0 ? YL_SHEET_VISIBLE
               : strcmp (state, "veryHidden") == 0             ? YL_SHEET_VERY_HIDDEN
                                                               : YL_SHEET_HIDDEN;
  g_ptr_array_add (self->book->tabs, tab);
}

/* A name of one sheet alone, such as its print area, is none of the workbook's. */
static void
start_name (YlBookParser *self, const XML_Char **attributes)
{
  const char *name = yl_xml_get_attribute (attributes, "name");
  if (name == NULL || yl_xml_get_attribute (attributes, "localSheetId") != NULL
      || self->book->names->len >= self->limits->archive_entries)
    return;
  const YlXlsxName entry = { g_strdup (name), NULL };
  g_array_append_val (self->book->names, entry);
  g_string_truncate (self->reference, 0);
  self->is_name_open = TRUE;
}

static void
end_element (void *data, const XML_Char *raw_name)
{
  YlBookParser *self = data;
  (void) raw_name;
  if (!self->is_name_open)
    return;
  GArray *names = self->book->names;
  g_array_index (names, YlXlsxName, names->len - 1).reference = g_strdup (self->reference->str);
  self->is_name_open = FALSE;
}

static void
add_text (void *data, const XML_Char *at, int length)
{
  YlBookParser *self = data;
  if (self->is_name_open && self->reference->len < LONGEST_REFERENCE_BYTES)
    g_string_append_len (self->reference, at, length);
}

static void
start_element (void *data, const XML_Char *raw_name, const XML_Char **attributes)
{
  YlBookParser *self = data;
  const char *name = yl_xml_local (&self->xml, raw_name);
  if (strcmp (name, "workbook") == 0)
    self->is_workbook = TRUE;
  else if (strcmp (name, "workbookPr") == 0)
    self->book->is_1904 = yl_xml_is_true (yl_xml_get_attribute (attributes, "date1904"));
  else if (strcmp (name, "sheet") == 0)
    add_tab (self, attributes);
  else if (strcmp (name, "definedName") == 0)
    start_name (self, attributes);
}

YlXlsxBook *
yl_xlsx_book_read (YlArchive *archive, const char *part, const YlXlsxLimits *limits, GError **error)
{
  g_autoptr (YlXlsxBook) book = g_new0 (YlXlsxBook, 1);
  book->tabs = g_ptr_array_new_with_free_func (tab_free);
  book->names = g_array_new (FALSE, FALSE, sizeof (YlXlsxName));
  g_array_set_clear_func (book->names, name_clear);
  g_autoptr (GString) reference = g_string_new (NULL);
  YlBookParser self = { .book = book, .limits = limits, .reference = reference };
  if (!yl_xml_read_part (archive, part, &self.xml, start_element, end_element, add_text, error))
    return NULL;
  if (self.is_workbook)
    return g_steal_pointer (&book);
  g_set_error_literal (error, YL_ERROR, YL_ERROR_INVALID,
                       "文件不是 Excel 工作簿。请给出 .xlsx 或 .csv 文件。");
  return NULL;
}
