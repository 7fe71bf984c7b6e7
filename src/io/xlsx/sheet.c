#include "sheet-private.h"

#include "reference-private.h"

/* Excel holds 32 767 characters a cell; in UTF-8 that is at most four times as many bytes. */
#define LONGEST_TEXT_BYTES ((gsize) 4 * 32767)

static void
set_row_number (YlXlsxSheet *self, const char *digits, guint32 last)
{
  const guint32 number = yl_index_parse (digits, strlen (digits));
  self->is_row_numbered = TRUE;
  self->row_number = number;
  if (number == 0 || number > self->reading->limits->rows_per_sheet)
    {
      self->is_row_open = FALSE;
      self->row_number = last;
      yl_xlsx_sheet_report (self, YL_FAULT_ROW_LIMIT, YL_E08, digits,
                            "其后有一行的行号超出行数上限，该行未读");
      return;
    }
  if (number <= last)
    yl_xlsx_sheet_report (self, YL_FAULT_ROW_ORDER, YL_E08, digits,
                          "行号倒退或重复，该行照读；请用 Excel、WPS 打开后另存为 .xlsx 再核对");
}

static void
start_row (YlXlsxSheet *self, const XML_Char **attributes)
{
  if (!self->is_data)
    return;
  const guint32 last = self->row_number;
  const char *digits = yl_xml_get_attribute (attributes, "r");
  yl_xlsx_row_reset (&self->row);
  self->column = YL_XLSX_NO_COLUMN;
  self->is_row_open = TRUE;
  self->is_row_numbered = FALSE;
  if (digits != NULL)
    {
      set_row_number (self, digits, last);
      return;
    }
  if (last == self->reading->limits->rows_per_sheet)
    {
      self->is_row_open = FALSE;
      yl_xlsx_sheet_report (self, YL_FAULT_ROW_LIMIT, YL_E08, NULL,
                            "工作表的行数超过上限，其后各行未读");
      return;
    }
  self->row_number = last + 1;
}

/* Flags of the row, once its number is known. */
static void
keep_row (YlXlsxSheet *self, const XML_Char **attributes)
{
  if (self->reading->found != NULL && self->is_row_open)
    yl_found_sheet_row (self->reading->found, self->row_number, attributes);
}

static void
end_row (YlXlsxSheet *self)
{
  const YlRowSink *sink = self->reading->sink;
  const gboolean is_wanted =
      !self->is_row_open || self->row.n_filled == 0
      || sink->row (sink->self, self->row_number, self->row.cells, self->row.n_cells);
  self->is_row_open = FALSE;
  if (!is_wanted)
    yl_xml_stop (&self->xml);
}

static YlCellKind
parse_kind (const char *type)
{
  switch (type[0])
    {
    case 's':
      return type[1] == '\0' ? YL_CELL_SHARED : YL_CELL_TEXT;
    case 'i':
      return YL_CELL_TEXT;
    case 'b':
      return YL_CELL_BOOLEAN;
    case 'e':
      return YL_CELL_ERROR;
    case 'd':
      return YL_CELL_DATE;
    default:
      return YL_CELL_NUMBER;
    }
}

/* A row that does not say its number lies where its first cell says. */
static void
set_reference (YlXlsxSheet *self, const char *reference)
{
  self->column = yl_column_parse (reference);
  if (self->column == YL_XLSX_NO_COLUMN)
    {
      self->is_cell_open = FALSE;
      yl_xlsx_sheet_report (self, YL_FAULT_REFERENCE, YL_E08, reference,
                            "单元格的位置看不懂，该单元格未读");
      return;
    }
  if (!self->is_row_numbered)
    set_row_number (self, yl_column_skip (reference), self->row_number - 1);
  self->is_cell_open = self->is_row_open;
}

static void
start_cell (YlXlsxSheet *self, const XML_Char **attributes)
{
  if (!self->is_row_open)
    return;
  self->is_cell_open = TRUE;
  self->column++; /* YL_XLSX_NO_COLUMN + 1 is the first one */
  self->text_start = self->row.length;
  self->style = 0;
  self->kind = YL_CELL_NUMBER;
  self->has_value = FALSE;
  for (; attributes[0] != NULL; attributes += 2)
    {
      const char letter = attributes[0][0];
      if (attributes[0][1] != '\0')
        continue;
      if (letter == 'r')
        set_reference (self, attributes[1]);
      else if (letter == 's')
        self->style = yl_index_parse (attributes[1], strlen (attributes[1]));
      else if (letter == 't')
        self->kind = parse_kind (attributes[1]);
    }
  if (self->is_cell_open && self->column >= self->reading->limits->columns)
    {
      self->is_cell_open = FALSE;
      yl_xlsx_sheet_report (self, YL_FAULT_COLUMN_LIMIT, YL_E08, NULL,
                            "列数超过上限，该列及其后各列未读");
    }
}

static void
end_cell (YlXlsxSheet *self)
{
  if (self->is_cell_open)
    yl_xlsx_cell_finish (self);
  self->is_cell_open = FALSE;
}

/* A value that comes again (v after is) takes the place of the first. */
static void
start_value (YlXlsxSheet *self)
{
  if (!self->is_cell_open)
    return;
  self->row.length = self->text_start;
  self->collect = YL_COLLECT_VALUE;
  self->has_value = TRUE;
}

static void
start_formula (YlXlsxSheet *self, const XML_Char **attributes)
{
  if (!self->is_cell_open)
    return;
  if (self->reading->found != NULL)
    yl_found_sheet_start_formula (self->reading->found, attributes);
  self->collect = YL_COLLECT_FORMULA;
  self->formula_quote = '\0';
  self->formula_depth = 0;
}

static void
start_word (YlXlsxSheet *self, const char *name, const XML_Char **attributes)
{
  if (strcmp (name, "row") == 0)
    {
      start_row (self, attributes);
      keep_row (self, attributes);
    }
  else if (strcmp (name, "is") == 0)
    {
      self->is_inline = self->is_cell_open;
      self->has_value = TRUE;
      if (self->is_inline)
        self->row.length = self->text_start;
    }
  else if (strcmp (name, "rPh") == 0)
    self->is_phonetic = TRUE;
  else if (strcmp (name, "sheetData") == 0)
    self->is_data = TRUE;
  else if (self->reading->found != NULL)
    yl_found_sheet_element (self->reading->found, name, attributes);
}

static void
start_element (void *data, const XML_Char *raw_name, const XML_Char **attributes)
{
  YlXlsxSheet *self = data;
  const char *name = yl_xml_local (&self->xml, raw_name);
  if (strlen (name) != 1)
    start_word (self, name, attributes);
  else if (name[0] == 'c')
    start_cell (self, attributes);
  else if (name[0] == 'v')
    start_value (self);
  else if (name[0] == 'f')
    start_formula (self, attributes);
  else if (name[0] == 't' && self->is_inline && !self->is_phonetic)
    self->collect = YL_COLLECT_VALUE;
}

static void
end_element (void *data, const XML_Char *raw_name)
{
  YlXlsxSheet *self = data;
  const char *name = yl_xml_local (&self->xml, raw_name);
  self->collect = YL_COLLECT_NOTHING;
  if (name[0] == '\0' || name[1] == '\0')
    {
      if (name[0] == 'c')
        end_cell (self);
    }
  else if (strcmp (name, "row") == 0)
    end_row (self);
  else if (strcmp (name, "is") == 0)
    self->is_inline = FALSE;
  else if (strcmp (name, "rPh") == 0)
    self->is_phonetic = FALSE;
  else if (strcmp (name, "sheetData") == 0)
    self->is_data = FALSE;
}

/* DDE is written application|topic!item; the bar stands in no other formula, but for names in
 * quotes and brackets. */
static void
scan_formula (YlXlsxSheet *self, const char *at, int length)
{
  for (int i = 0; i < length; i++)
    {
      const char c = at[i];
      if (self->formula_quote != '\0')
        self->formula_quote = c == self->formula_quote ? '\0' : self->formula_quote;
      else if (c == '"' || c == '\'')
        self->formula_quote = c;
      else if (c == '[' || c == ']')
        self->formula_depth += c == '[' ? 1 : -1;
      else if (c == '|' && self->formula_depth == 0)
        yl_xlsx_sheet_report (self, YL_FAULT_DDE, YL_E05, NULL,
                              "公式调用其他程序（DDE），已忽略，只采用单元格里保存的值");
    }
}

static void
add_text (void *data, const XML_Char *at, int length)
{
  YlXlsxSheet *self = data;
  if (self->collect == YL_COLLECT_VALUE)
    {
      if (G_LIKELY (self->row.length - self->text_start + (gsize) length <= LONGEST_TEXT_BYTES))
        yl_xlsx_row_append (&self->row, at, (gsize) length);
      else
        yl_xlsx_sheet_report (self, YL_FAULT_LONG_TEXT, YL_E08, NULL,
                              "单元格的文字超过 Excel 的上限，多出部分未读");
    }
  else if (self->collect == YL_COLLECT_FORMULA)
    {
      scan_formula (self, at, length);
      if (self->reading->found != NULL)
        yl_found_sheet_add_formula (self->reading->found, at, (gsize) length);
    }
}

gboolean
yl_xlsx_sheet_read (YlXlsxReading *reading, const char *part, const char *sheet, GError **error)
{
  YlXlsxSheet self = { .reading = reading, .sheet = sheet };
  yl_xlsx_row_init (&self.row, reading->limits->columns);
  const gboolean is_read = yl_xml_read_part (reading->archive, part, &self.xml, start_element,
                                             end_element, add_text, error);
  yl_xlsx_row_clear (&self.row);
  return is_read;
}
