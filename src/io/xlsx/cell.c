#include "sheet-private.h"

#include "date-private.h"
#include "number-private.h"
#include "reference-private.h"
#include "styles-private.h"
#include "xstring-private.h"

static YlText
collected (const YlXlsxSheet *self)
{
  return (YlText){ self->row.text + self->text_start, self->row.length - self->text_start };
}

static YlText
replace (YlXlsxSheet *self, const char *at, gsize length)
{
  self->row.length = self->text_start;
  yl_xlsx_row_append (&self->row, at, length);
  return collected (self);
}

static YlText
shared_string (YlXlsxSheet *self)
{
  const YlText digits = yl_text_trim (collected (self));
  YlText text = YL_TEXT_EMPTY;
  if (!yl_shared_strings_get (&self->reading->strings, yl_index_parse (digits.at, digits.length),
                              &text))
    {
      g_autofree char *seen = yl_text_dup (digits);
      yl_xlsx_sheet_report (self, YL_FAULT_STRING, YL_E04, seen,
                            "单元格指向不存在的共享字符串，按空白处理。请用 Excel、WPS "
                            "打开后另存为 .xlsx 再试");
    }
  self->row.length = self->text_start;
  return text;
}

static YlText
dated (YlXlsxSheet *self, YlText number)
{
  char date[YL_XLSX_DATE_BYTES];
  if (!yl_xlsx_date_write (number.at, number.length, self->reading->is_1904, date))
    return number;
  return replace (self, date, YL_XLSX_DATE_BYTES);
}

static YlText
number (YlXlsxSheet *self)
{
  YlText text = collected (self);
  if (!yl_xlsx_number_is_short (text.at, text.length))
    {
      char decimal[YL_XLSX_NUMBER_BYTES];
      const YlText trimmed = yl_text_trim (text);
      const gsize length = yl_xlsx_number_write (trimmed.at, trimmed.length, decimal);
      if (length > 0)
        text = replace (self, decimal, length);
    }
  if (self->style != 0 && yl_xlsx_style_is_date (self->reading->styles, self->style))
    return dated (self, text);
  return text;
}

static YlText
plain_text (YlXlsxSheet *self)
{
  self->row.length =
      self->text_start
      + yl_xstring_read (self->row.text + self->text_start, self->row.length - self->text_start);
  return collected (self);
}

/* The flags of a road list are 1 and 0. */
static YlText
boolean (YlXlsxSheet *self)
{
  const YlText text = yl_text_trim (collected (self));
  const gboolean is_true = yl_text_is (text, "1") || yl_text_is (text, "true");
  return replace (self, is_true ? "1" : "0", 1);
}

/* "2021-01-31T00:00:00" */
static YlText
iso_date (YlXlsxSheet *self)
{
  YlText text = collected (self);
  if (text.length > YL_XLSX_DATE_BYTES && text.at[YL_XLSX_DATE_BYTES] == 'T')
    text.length = YL_XLSX_DATE_BYTES;
  return text;
}

static YlText
value (YlXlsxSheet *self)
{
  switch (self->kind)
    {
    case YL_CELL_NUMBER:
      return number (self);
    case YL_CELL_SHARED:
      return shared_string (self);
    case YL_CELL_TEXT:
      return plain_text (self);
    case YL_CELL_BOOLEAN:
      return boolean (self);
    case YL_CELL_DATE:
      return iso_date (self);
    case YL_CELL_ERROR:
      return collected (self);
    }
  g_assert_not_reached ();
}

/* What the value @text is, as a YlContent. */
static YlContent
content_of (const YlXlsxSheet *self, YlText text)
{
  if (!self->has_value)
    return YL_CONTENT_NONE;
  switch (self->kind)
    {
    case YL_CELL_NUMBER:
      if (text.length == 0)
        return YL_CONTENT_NONE;
      return self->style != 0 && yl_xlsx_style_is_date (self->reading->styles, self->style)
                 ? YL_CONTENT_TEXT
                 : YL_CONTENT_NUMBER;
    case YL_CELL_BOOLEAN:
      return YL_CONTENT_BOOLEAN;
    case YL_CELL_ERROR:
      return YL_CONTENT_ERROR;
    case YL_CELL_SHARED:
    case YL_CELL_TEXT:
    case YL_CELL_DATE:
      return YL_CONTENT_TEXT;
    }
  g_assert_not_reached ();
}

static void
keep_found (YlXlsxSheet *self, YlText text)
{
  const YlCell cell = { .row = self->row_number,
                        .column = (guint16) self->column,
                        .content = (guint8) content_of (self, text) };
  yl_found_sheet_cell (self->reading->found, &cell, text,
                       yl_xlsx_style_get_mask (self->reading->styles, self->style));
}

void
yl_xlsx_cell_finish (YlXlsxSheet *self)
{
  const gboolean is_empty = self->row.length == self->text_start;
  const YlText text = is_empty ? YL_TEXT_EMPTY : value (self);
  if (self->reading->found != NULL)
    keep_found (self, text);
  if (is_empty)
    return;
  if (text.length > 0 && !yl_xlsx_row_set (&self->row, self->column, text))
    yl_xlsx_sheet_report (self, YL_FAULT_REPEATED, YL_E08, NULL,
                          "同一单元格在文件里出现两次，以后一次为准，前一次的值未读");
}
