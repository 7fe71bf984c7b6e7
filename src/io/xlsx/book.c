#include "book-private.h"

#include "xml-private.h"
#include "yanglu/base/error.h"

typedef struct
{
  YlXmlPart xml;
  YlXlsxBook *book;
  const YlXlsxLimits *limits;
  gboolean is_workbook;
} YlBookParser;

static void
tab_free (gpointer data)
{
  YlXlsxTab *tab = data;
  g_free (tab->name);
  g_free (tab->relation);
  g_free (tab);
}

void
yl_xlsx_book_free (YlXlsxBook *book)
{
  if (book == NULL)
    return;
  g_ptr_array_unref (book->tabs);
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
  tab->is_hidden = state != NULL && strcmp (state, "visible") != 0;
  g_ptr_array_add (self->book->tabs, tab);
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
}

YlXlsxBook *
yl_xlsx_book_read (YlArchive *archive, const char *part, const YlXlsxLimits *limits, GError **error)
{
  g_autoptr (YlXlsxBook) book = g_new0 (YlXlsxBook, 1);
  book->tabs = g_ptr_array_new_with_free_func (tab_free);
  YlBookParser self = { .book = book, .limits = limits };
  if (!yl_xml_read_part (archive, part, &self.xml, start_element, NULL, NULL, error))
    return NULL;
  if (self.is_workbook)
    return g_steal_pointer (&book);
  g_set_error_literal (error, YL_ERROR, YL_ERROR_INVALID,
                       "文件不是 Excel 工作簿。请给出 .xlsx 或 .csv 文件。");
  return NULL;
}
