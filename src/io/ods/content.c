#include "content-private.h"

#include "row-private.h"
#include "yanglu/base/error.h"
#include "yanglu/base/keyed-hash.h"
#include "yanglu/domain/cell-place.h"
#include "yanglu/io/book-number.h"

#include <string.h>

/* What reads content.xml. */
typedef struct
{
  YlXmlPart xml;
  YlOdsNames names;
  YlBookTarget *book;
  GHashTable *hidden_styles; /* names of table styles that do not show */
  char *style;               /* the table style that is open; NULL: none */
  guint depth_passed_over;   /* elements deep in what is passed over; 0: none */
  guint n_tables;
  gboolean has_links; /* told that cells of other documents are kept */

  YlSheetTarget target;
  char *name;         /* of the open table */
  gboolean is_table;  /* within a table */
  gboolean is_wanted; /* and target is open */
  guint32 row_number; /* of the open row, or the next one, from 1 */
  guint32 n_rows;     /* that the open row stands for */
  gboolean is_row_hidden;
  guint32 column;      /* of the open cell, or the next one, from 0 */
  guint32 next_column; /* of a table-column */
  YlOdsRow row;

  gboolean is_cell;
  guint32 n_columns; /* that the open cell stands for */
  YlContent content; /* by its value type; NONE when it says none */
  gboolean has_formula;
  gboolean is_date;
  gboolean is_valued; /* its value stands in an attribute */
  GString *value;     /* that one */
  GString *shown;     /* the text of its paragraphs */
  guint n_paragraphs;
  gboolean is_paragraph;
  gboolean ends_blank; /* the last character shown was a blank: another one does not count */
} Content;

#define ROW_BEYOND ((guint32) YL_SHEET_MAX_ROWS + 1)

static gboolean
is_element (const Content *self, const char *name, YlOdsNamespace space, const char *local)
{
  return yl_ods_names_is (&self->names, name, space, local);
}

static const char *
get (const Content *self, const XML_Char **attributes, YlOdsNamespace space, const char *local)
{
  return yl_ods_names_get (&self->names, attributes, space, local);
}

static guint32
get_count (const Content *self, const XML_Char **attributes, const char *local)
{
  return yl_ods_names_get_count (&self->names, attributes, YL_ODS_TABLE, local);
}

/* Visible, or hidden by hand (collapse) or by a filter (ODF 1.3 part 3, 19.749). */
static gboolean
is_hidden (const Content *self, const XML_Char **attributes)
{
  const char *visibility = get (self, attributes, YL_ODS_TABLE, "visibility");
  return visibility != NULL && strcmp (visibility, "visible") != 0;
}

static void
start_style (Content *self, const char *name, const XML_Char **attributes)
{
  if (is_element (self, name, YL_ODS_STYLE, "style"))
    {
      g_free (self->style);
      self->style = g_strdup (get (self, attributes, YL_ODS_STYLE, "name"));
    }
  else if (self->style != NULL && is_element (self, name, YL_ODS_STYLE, "table-properties")
           && g_strcmp0 (get (self, attributes, YL_ODS_TABLE, "display"), "false") == 0)
    g_hash_table_add (self->hidden_styles, g_strdup (self->style));
}

/* Cells of another document that formulas use are kept in a table named by its address. */
static gboolean
is_of_other_document (const char *name)
{
  return name[0] == '\'' && strstr (name, "'#$") != NULL;
}

static void
report_links (Content *self)
{
  if (!self->has_links)
    yl_book_faults_add (&self->book->faults, YL_E05, &(YlFaultPlace){ 0 },
                        "工作簿含有外部链接，已忽略，只采用单元格里保存的值。");
  self->has_links = TRUE;
}

static void
start_table (Content *self, const XML_Char **attributes)
{
  const char *name = get (self, attributes, YL_ODS_TABLE, "name");
  const char *style = get (self, attributes, YL_ODS_TABLE, "style-name");
  g_free (self->name);
  self->name = g_strdup (name == NULL ? "" : name);
  self->is_table = TRUE;
  self->row_number = 1;
  self->next_column = 0;
  const gboolean is_other = is_of_other_document (self->name);
  if (is_other)
    report_links (self);
  const gboolean is_shown = style == NULL || !g_hash_table_contains (self->hidden_styles, style);
  self->is_wanted = !is_other
                    && yl_sheet_target_begin (&self->target, self->book, self->name,
                                              is_shown ? YL_SHEET_VISIBLE : YL_SHEET_HIDDEN);
}

static void
end_table (Content *self)
{
  if (self->is_wanted)
    yl_sheet_target_end (&self->target);
  self->is_wanted = FALSE;
  self->is_table = FALSE;
}

static void
start_column (Content *self, const XML_Char **attributes)
{
  const guint32 n = get_count (self, attributes, "number-columns-repeated");
  if (self->is_wanted && is_hidden (self, attributes) && self->next_column < YL_SHEET_MAX_COLUMNS)
    yl_sheet_target_hide_columns (&self->target, self->next_column, self->next_column + n - 1);
  self->next_column = MIN (self->next_column + n, YL_SHEET_MAX_COLUMNS);
}

static void
start_row (Content *self, const XML_Char **attributes)
{
  self->n_rows = get_count (self, attributes, "number-rows-repeated");
  self->is_row_hidden = is_hidden (self, attributes);
  self->column = 0;
  yl_ods_row_reset (&self->row);
  const char *visibility = get (self, attributes, YL_ODS_TABLE, "visibility");
  if (self->is_wanted && self->target.sheet != NULL && g_strcmp0 (visibility, "filter") == 0)
    self->target.sheet->is_filtered = TRUE;
}

static void
end_row (Content *self)
{
  if (self->is_wanted)
    yl_ods_row_write (&self->row, &self->target, self->row_number, self->n_rows,
                      self->is_row_hidden);
  self->row_number = MIN (self->row_number + self->n_rows, ROW_BEYOND);
}

static void
add_span (Content *self, const XML_Char **attributes)
{
  const guint32 n_columns = get_count (self, attributes, "number-columns-spanned");
  const guint32 n_rows = get_count (self, attributes, "number-rows-spanned");
  if ((n_columns == 1 && n_rows == 1) || self->column >= YL_SHEET_MAX_COLUMNS
      || self->row_number >= ROW_BEYOND)
    return;
  const YlCellRange range = {
    .first_row = self->row_number,
    .last_row = MIN (self->row_number + n_rows - 1, (guint32) YL_SHEET_MAX_ROWS),
    .first_column = (guint16) self->column,
    .last_column = (guint16) MIN (self->column + n_columns - 1, YL_SHEET_MAX_COLUMNS - 1),
  };
  yl_sheet_target_merge (&self->target, &range);
}

/* The kinds of value, and the attribute that each stands in (ODF 1.3 part 3, 19.389); a time of day
 * is read as it is shown. */
static const struct
{
  const char *type;
  const char *attribute;
  YlContent content;
  gboolean is_date;
} kinds[] = {
  { "float", "value", YL_CONTENT_NUMBER, FALSE },
  { "percentage", "value", YL_CONTENT_NUMBER, FALSE },
  { "currency", "value", YL_CONTENT_NUMBER, FALSE },
  { "date", "date-value", YL_CONTENT_TEXT, TRUE },
  { "boolean", "boolean-value", YL_CONTENT_BOOLEAN, FALSE },
  { "string", "string-value", YL_CONTENT_TEXT, FALSE },
};

static void
take_value (Content *self, const XML_Char **attributes)
{
  const char *type = get (self, attributes, YL_ODS_OFFICE, "value-type");
  if (type == NULL)
    return;
  /* What has no value of its kind is what it shows. */
  self->content = YL_CONTENT_TEXT;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const char *value = strcmp (type, kinds[i].type) == 0
                              ? get (self, attributes, YL_ODS_OFFICE, kinds[i].attribute)
                              : NULL;
      if (value == NULL)
        continue;
      self->content = kinds[i].content;
      self->is_date = kinds[i].is_date;
      self->is_valued = TRUE;
      g_string_append (self->value, value);
    }
  /* LibreOffice writes an error as a text, and says beside it that it is none. */
  if (g_strcmp0 (get (self, attributes, YL_ODS_CALC, "value-type"), "error") != 0)
    return;
  self->content = YL_CONTENT_ERROR;
  self->is_valued = FALSE;
}

static void
start_cell (Content *self, const XML_Char **attributes)
{
  self->is_cell = TRUE;
  self->n_columns = get_count (self, attributes, "number-columns-repeated");
  self->content = YL_CONTENT_NONE;
  self->is_date = FALSE;
  self->is_valued = FALSE;
  self->has_formula = get (self, attributes, YL_ODS_TABLE, "formula") != NULL;
  self->n_paragraphs = 0;
  g_string_truncate (self->value, 0);
  g_string_truncate (self->shown, 0);
  if (!self->is_wanted)
    return;
  add_span (self, attributes);
  take_value (self, attributes);
}

static YlText
text_of (const GString *string)
{
  return (YlText){ string->str, string->len };
}

static YlText
finish_number (GString *value)
{
  char decimal[YL_BOOK_NUMBER_BYTES];
  const gsize length = yl_book_number_write (value->str, value->len, decimal);
  if (length > 0)
    {
      g_string_truncate (value, 0);
      g_string_append_len (value, decimal, (gssize) length);
    }
  return text_of (value);
}

/* The value of the open cell as an .xlsx would give it. */
static YlText
finish_value (Content *self)
{
  GString *value = self->is_valued ? self->value : self->shown;
  if (self->content == YL_CONTENT_NUMBER)
    return finish_number (value);
  if (self->content == YL_CONTENT_BOOLEAN)
    return yl_text_of (strcmp (value->str, "true") == 0 ? "1" : "0");
  /* The time of a day is dropped. */
  if (self->is_date && value->len > YL_BOOK_DATE_BYTES && value->str[YL_BOOK_DATE_BYTES] == 'T')
    g_string_truncate (value, YL_BOOK_DATE_BYTES);
  return text_of (value);
}

static void
end_cell (Content *self)
{
  self->is_cell = FALSE;
  /* A text needs no type; a formula without one has no value. */
  if (self->content == YL_CONTENT_NONE && !self->has_formula && self->shown->len > 0)
    self->content = YL_CONTENT_TEXT;
  if (self->is_wanted && self->content != YL_CONTENT_NONE)
    {
      const YlText text = finish_value (self);
      if (text.length > 0)
        yl_ods_row_add (&self->row, self->column, self->n_columns, self->content, text);
    }
  self->column = MIN (self->column + self->n_columns, G_MAXINT32);
}

/* One byte more than a cell holds: who cuts it tells. */
#define SHOWN_BYTES (YL_SHEET_ROW_TEXT_BYTES + 1)

static void
show (Content *self, const char *at, gsize length)
{
  const gsize room = SHOWN_BYTES - MIN (self->shown->len, SHOWN_BYTES);
  g_string_append_len (self->shown, at, (gssize) MIN (length, room));
}

static void
start_paragraph (Content *self)
{
  if (self->n_paragraphs++ > 0)
    show (self, "\n", 1);
  self->is_paragraph = TRUE;
  self->ends_blank = TRUE;
}

static void
start_text (Content *self, const char *name, const XML_Char **attributes)
{
  if (is_element (self, name, YL_ODS_TEXT, "p") || is_element (self, name, YL_ODS_TEXT, "h"))
    start_paragraph (self);
  else if (is_element (self, name, YL_ODS_TEXT, "s"))
    {
      const guint32 n = yl_ods_names_get_count (&self->names, attributes, YL_ODS_TEXT, "c");
      for (guint32 i = 0; i < n && self->shown->len < SHOWN_BYTES; i++)
        show (self, " ", 1);
      self->ends_blank = FALSE;
    }
  else if (is_element (self, name, YL_ODS_TEXT, "tab"))
    show (self, "\t", 1);
  else if (is_element (self, name, YL_ODS_TEXT, "line-break"))
    show (self, "\n", 1);
}

/* Notes, drawings with texts of their own, the history of changes, tables within cells. */
static gboolean
is_passed_over (const Content *self, const char *name)
{
  if (self->is_cell)
    return !yl_ods_names_is_of (&self->names, name, YL_ODS_TEXT)
           || is_element (self, name, YL_ODS_TEXT, "ruby-text")
           || is_element (self, name, YL_ODS_TEXT, "note");
  return is_element (self, name, YL_ODS_TABLE, "tracked-changes")
         || is_element (self, name, YL_ODS_TABLE, "shapes")
         || is_element (self, name, YL_ODS_OFFICE, "forms");
}

static void
add_sheet_limit (Content *self)
{
  const guint limit = self->book->limits->archive_entries;
  self->xml.error =
      g_error_new (YL_ERROR, YL_ERROR_LIMIT, "工作簿的工作表超过 %u 张，其后未读。", limit);
  XML_StopParser (self->xml.parser, XML_FALSE);
}

static void
start_in_table (Content *self, const char *name, const XML_Char **attributes)
{
  if (is_element (self, name, YL_ODS_TABLE, "table-cell")
      || is_element (self, name, YL_ODS_TABLE, "covered-table-cell"))
    start_cell (self, attributes);
  else if (is_element (self, name, YL_ODS_TABLE, "table-row"))
    start_row (self, attributes);
  else if (is_element (self, name, YL_ODS_TABLE, "table-column"))
    start_column (self, attributes);
}

static void
start_element (void *data, const XML_Char *name, const XML_Char **attributes)
{
  Content *self = data;
  if (self->names.prefixes[YL_ODS_OFFICE] == NULL)
    yl_ods_names_learn (&self->names, attributes);
  if (self->depth_passed_over > 0 || is_passed_over (self, name))
    self->depth_passed_over++;
  else if (self->is_cell)
    start_text (self, name, attributes);
  else if (self->is_table)
    start_in_table (self, name, attributes);
  else if (!is_element (self, name, YL_ODS_TABLE, "table"))
    start_style (self, name, attributes);
  else if (self->n_tables++ == self->book->limits->archive_entries)
    add_sheet_limit (self);
  else
    start_table (self, attributes);
}

static void
end_element (void *data, const XML_Char *name)
{
  Content *self = data;
  if (self->depth_passed_over > 0)
    self->depth_passed_over--;
  else if (self->is_cell
           && (is_element (self, name, YL_ODS_TABLE, "table-cell")
               || is_element (self, name, YL_ODS_TABLE, "covered-table-cell")))
    end_cell (self);
  else if (self->is_cell
           && (is_element (self, name, YL_ODS_TEXT, "p")
               || is_element (self, name, YL_ODS_TEXT, "h")))
    self->is_paragraph = FALSE;
  else if (self->is_table && is_element (self, name, YL_ODS_TABLE, "table-row"))
    end_row (self);
  else if (self->is_table && is_element (self, name, YL_ODS_TABLE, "table"))
    end_table (self);
}

/* Blanks and ends of lines in a row count as one blank, at the start of a paragraph as none (ODF 1.3
 * part 3, 6.1.2). */
static void
add_text (void *data, const XML_Char *at, int length)
{
  Content *self = data;
  if (!self->is_paragraph || self->depth_passed_over > 0)
    return;
  for (int i = 0; i < length;)
    {
      if (strchr (" \t\r\n", at[i]) != NULL)
        {
          if (!self->ends_blank)
            show (self, " ", 1);
          self->ends_blank = TRUE;
          i++;
          continue;
        }
      const int start = i;
      while (i < length && strchr (" \t\r\n", at[i]) == NULL)
        i++;
      show (self, at + start, (gsize) (i - start));
      self->ends_blank = FALSE;
    }
}

static gboolean
read_content (YlArchive *archive, Content *self, GError **error)
{
  g_autoptr (GError) local = NULL;
  if (yl_xml_read_part (archive, "content.xml", &self->xml, start_element, end_element, add_text,
                        &local))
    return TRUE;
  const gboolean is_limit = g_error_matches (local, YL_ERROR, YL_ERROR_LIMIT);
  if (is_limit && self->n_tables > 0)
    {
      yl_book_faults_add_limit (&self->book->faults, self->is_table ? self->name : NULL, local);
      return TRUE;
    }
  if (self->is_table)
    g_prefix_error (&local, "工作表“%s”：", self->name);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

gboolean
yl_ods_content_read (YlArchive *archive, YlBookTarget *target, GError **error)
{
  Content self = {
    .book = target,
    .hidden_styles = g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, NULL),
    .value = g_string_new (NULL),
    .shown = g_string_new (NULL),
  };
  yl_ods_row_init (&self.row);
  const gboolean is_read = read_content (archive, &self, error);
  end_table (&self);
  yl_ods_row_clear (&self.row);
  yl_ods_names_clear (&self.names);
  g_string_free (self.value, TRUE);
  g_string_free (self.shown, TRUE);
  g_hash_table_unref (self.hidden_styles);
  g_free (self.style);
  g_free (self.name);
  return is_read;
}
