#include "number-private.h"
#include "reading-private.h"

#include "yanglu/domain/cell-place.h"

void
yl_xlsx_report (
    const YlXlsxReading *reading, YlCode code, const YlXlsxPlace *place, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  const gboolean is_ignored = code == YL_E05;
  const YlFinding finding = {
    .code = code,
    .severity = yl_code_get_severity (code),
    .file = yl_input_get_name (reading->input),
    .sheet = place->sheet,
    .row = place->row,
    .column = place->column,
    .seen = place->seen,
    .message = message,
    .is_priced = is_ignored, /* what is ignored costs nothing; what was not read, nobody knows */
  };
  yl_findings_add (reading->findings, &finding);
}

/* The row that is being read: its cells, and the text of those that are no shared strings, one
 * after another. It is used again for every row. */
typedef struct
{
  YlText *cells;
  guint n_cells;
  guint n_filled;
  char *text;
  gsize length;
  gsize capacity;
} SheetRow;

#define FIRST_TEXT_BYTES ((gsize) 4096)

/* For at most @n_columns columns. */
static void
row_init (SheetRow *row, guint n_columns)
{
  *row = (SheetRow){
    .cells = g_new (YlText, n_columns),
    .text = g_malloc (FIRST_TEXT_BYTES),
    .capacity = FIRST_TEXT_BYTES,
  };
}

static void
row_clear (SheetRow *row)
{
  g_free (row->cells);
  g_free (row->text);
  *row = (SheetRow){ 0 };
}

static gboolean
is_own_text (const SheetRow *row, const char *at)
{
  return at >= row->text && at < row->text + row->length;
}

/* Room for @more bytes of text; the cells follow the text to its new place. */
static void
row_grow (SheetRow *row, gsize more)
{
  const gsize capacity = MAX (row->capacity * 2, row->length + more);
  char *text = g_malloc (capacity);
  memcpy (text, row->text, row->length);
  /* A cell that holds a shared string stays where it is. */
  for (guint i = 0; i < row->n_cells; i++)
    if (is_own_text (row, row->cells[i].at))
      row->cells[i].at = text + (row->cells[i].at - row->text);
  g_free (row->text);
  row->text = text;
  row->capacity = capacity;
}

static inline void
row_reset (SheetRow *row)
{
  row->n_cells = 0;
  row->n_filled = 0;
  row->length = 0;
}

static inline void
row_append (SheetRow *row, const char *at, gsize length)
{
  if (G_UNLIKELY (row->capacity - row->length < length))
    row_grow (row, length);
  memcpy (row->text + row->length, at, length);
  row->length += length;
}

/* Returns: %FALSE when the cell had a text before, which is lost. */
static inline gboolean
row_set (SheetRow *row, guint column, YlText text)
{
  while (row->n_cells <= column)
    row->cells[row->n_cells++] = YL_TEXT_EMPTY;
  const gboolean is_first = row->cells[column].length == 0;
  row->cells[column] = text;
  row->n_filled++;
  return is_first;
}

/* How the value of a cell is written: attribute t (ECMA-376 part 1, 18.18.11). */
typedef enum
{
  CELL_NUMBER,
  CELL_SHARED,
  CELL_TEXT,
  CELL_BOOLEAN,
  CELL_ERROR,
  CELL_DATE,
} CellKind;

/* Where character data goes. */
typedef enum
{
  COLLECT_NOTHING,
  COLLECT_VALUE,
  COLLECT_FORMULA,
} Collect;

/* Faults that a sheet may hold in every cell: told where they stand first. */
typedef enum
{
  FAULT_ROW_LIMIT = 1 << 0,
  FAULT_ROW_ORDER = 1 << 1,
  FAULT_COLUMN_LIMIT = 1 << 2,
  FAULT_REFERENCE = 1 << 3,
  FAULT_REPEATED = 1 << 4,
  FAULT_LONG_TEXT = 1 << 5,
  FAULT_STRING = 1 << 6,
  FAULT_DDE = 1 << 7,
} SheetFault;

/* The state of the sheet parser. */
typedef struct
{
  YlXmlPart xml;
  YlXlsxReading *reading;
  const char *sheet;
  SheetRow row;
  guint32 row_number;
  guint column;     /* of the open cell, or the next one */
  gsize text_start; /* of the open cell in the row's text */
  guint32 style;
  CellKind kind;
  Collect collect;
  gboolean is_data;         /* within sheetData */
  gboolean is_row_open;     /* within a row that is read */
  gboolean is_row_numbered; /* the row, or a cell of it, has said its number */
  gboolean is_cell_open;    /* within a cell that is read */
  gboolean has_value;       /* the open cell has a value, be it empty */
  gboolean is_inline;
  gboolean is_phonetic;
  char formula_quote;
  gint formula_depth;
  guint faults_told;
} Sheet;

/* The first fault of its kind in the sheet, at the open cell or row. */
static void
report (Sheet *self, SheetFault fault, YlCode code, const char *seen, const char *message)
{
  if ((self->faults_told & fault) != 0)
    return;
  self->faults_told |= fault;
  char letters[YL_COLUMN_LETTERS] = "";
  const char *column = NULL;
  if (self->is_row_open && self->column != YL_XLSX_NO_COLUMN)
    {
      yl_column_to_letters (self->column, letters);
      column = letters;
    }
  const YlXlsxPlace place = { self->sheet, self->row_number, column, seen };
  yl_xlsx_report (self->reading, code, &place,
                  "工作表“%s”第 %u 行%s%s%s：%s（同类情形本表只报一次）。", self->sheet,
                  self->row_number, column == NULL ? "" : " ", letters, column == NULL ? "" : " 列",
                  message);
}

static YlText
collected (const Sheet *self)
{
  return (YlText){ self->row.text + self->text_start, self->row.length - self->text_start };
}

static YlText
replace (Sheet *self, const char *at, gsize length)
{
  self->row.length = self->text_start;
  row_append (&self->row, at, length);
  return collected (self);
}

static YlText
shared_string (Sheet *self)
{
  const YlText digits = yl_text_trim (collected (self));
  YlText text = YL_TEXT_EMPTY;
  if (!yl_shared_strings_get (&self->reading->strings, yl_index_parse (digits.at, digits.length),
                              &text))
    {
      g_autofree char *seen = yl_text_dup (digits);
      report (self, FAULT_STRING, YL_E04, seen,
              "单元格指向不存在的共享字符串，按空白处理。请用 Excel、WPS "
              "打开后另存为 .xlsx 再试");
    }
  self->row.length = self->text_start;
  return text;
}

static YlText
dated (Sheet *self, YlText number)
{
  char date[YL_XLSX_DATE_BYTES];
  if (!yl_xlsx_date_write (number.at, number.length, self->reading->is_1904, date))
    return number;
  return replace (self, date, YL_XLSX_DATE_BYTES);
}

static YlText
number (Sheet *self)
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
plain_text (Sheet *self)
{
  self->row.length =
      self->text_start
      + yl_xstring_read (self->row.text + self->text_start, self->row.length - self->text_start);
  return collected (self);
}

/* The flags of a road list are 1 and 0. */
static YlText
boolean (Sheet *self)
{
  const YlText text = yl_text_trim (collected (self));
  const gboolean is_true = yl_text_is (text, "1") || yl_text_is (text, "true");
  return replace (self, is_true ? "1" : "0", 1);
}

/* "2021-01-31T00:00:00" */
static YlText
iso_date (Sheet *self)
{
  YlText text = collected (self);
  if (text.length > YL_XLSX_DATE_BYTES && text.at[YL_XLSX_DATE_BYTES] == 'T')
    text.length = YL_XLSX_DATE_BYTES;
  return text;
}

static YlText
value (Sheet *self)
{
  switch (self->kind)
    {
    case CELL_NUMBER:
      return number (self);
    case CELL_SHARED:
      return shared_string (self);
    case CELL_TEXT:
      return plain_text (self);
    case CELL_BOOLEAN:
      return boolean (self);
    case CELL_DATE:
      return iso_date (self);
    case CELL_ERROR:
      return collected (self);
    }
  g_assert_not_reached ();
}

/* What the value @text is, as a YlContent. */
static YlContent
content_of (const Sheet *self, YlText text)
{
  if (!self->has_value)
    return YL_CONTENT_NONE;
  switch (self->kind)
    {
    case CELL_NUMBER:
      if (text.length == 0)
        return YL_CONTENT_NONE;
      return self->style != 0 && yl_xlsx_style_is_date (self->reading->styles, self->style)
                 ? YL_CONTENT_TEXT
                 : YL_CONTENT_NUMBER;
    case CELL_BOOLEAN:
      return YL_CONTENT_BOOLEAN;
    case CELL_ERROR:
      return YL_CONTENT_ERROR;
    case CELL_SHARED:
    case CELL_TEXT:
    case CELL_DATE:
      return YL_CONTENT_TEXT;
    }
  g_assert_not_reached ();
}

static void
keep_loaded (Sheet *self, YlText text)
{
  const YlCell cell = { .row = self->row_number,
                        .column = (guint16) self->column,
                        .content = (guint8) content_of (self, text) };
  yl_loaded_sheet_cell (self->reading->loaded, &cell, text,
                        yl_xlsx_style_get_mask (self->reading->styles, self->style));
}

/* Turns what was collected into the text of the open cell. */
static void
finish_cell (Sheet *self)
{
  const gboolean is_empty = self->row.length == self->text_start;
  const YlText text = is_empty ? YL_TEXT_EMPTY : value (self);
  if (self->reading->loaded != NULL)
    keep_loaded (self, text);
  if (is_empty)
    return;
  if (text.length > 0 && !row_set (&self->row, self->column, text))
    report (self, FAULT_REPEATED, YL_E08, NULL,
            "同一单元格在文件里出现两次，以后一次为准，前一次的值未读");
}

/* Excel holds 32 767 characters a cell; in UTF-8 that is at most four times as many bytes. */
#define LONGEST_TEXT_BYTES ((gsize) 4 * 32767)

static void
set_row_number (Sheet *self, const char *digits, guint32 last)
{
  const guint32 number = yl_index_parse (digits, strlen (digits));
  self->is_row_numbered = TRUE;
  self->row_number = number;
  if (number == 0 || number > self->reading->limits->rows_per_sheet)
    {
      self->is_row_open = FALSE;
      self->row_number = last;
      report (self, FAULT_ROW_LIMIT, YL_E08, digits, "其后有一行的行号超出行数上限，该行未读");
      return;
    }
  if (number <= last)
    report (self, FAULT_ROW_ORDER, YL_E08, digits,
            "行号倒退或重复，该行照读；请用 Excel、WPS 打开后另存为 .xlsx 再核对");
}

static void
start_row (Sheet *self, const XML_Char **attributes)
{
  if (!self->is_data)
    return;
  const guint32 last = self->row_number;
  const char *digits = yl_xml_get_attribute (attributes, "r");
  row_reset (&self->row);
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
      report (self, FAULT_ROW_LIMIT, YL_E08, NULL, "工作表的行数超过上限，其后各行未读");
      return;
    }
  self->row_number = last + 1;
}

/* Flags of the row, once its number is known. */
static void
keep_row (Sheet *self, const XML_Char **attributes)
{
  if (self->reading->loaded != NULL && self->is_row_open)
    yl_loaded_sheet_row (self->reading->loaded, self->row_number, attributes);
}

static void
end_row (Sheet *self)
{
  const YlRowSink *sink = self->reading->sink;
  const gboolean is_wanted =
      !self->is_row_open || self->row.n_filled == 0 || sink == NULL
      || sink->row (sink->self, self->row_number, self->row.cells, self->row.n_cells);
  self->is_row_open = FALSE;
  if (!is_wanted)
    yl_xml_stop (&self->xml);
}

static CellKind
parse_kind (const char *type)
{
  switch (type[0])
    {
    case 's':
      return type[1] == '\0' ? CELL_SHARED : CELL_TEXT;
    case 'i':
      return CELL_TEXT;
    case 'b':
      return CELL_BOOLEAN;
    case 'e':
      return CELL_ERROR;
    case 'd':
      return CELL_DATE;
    default:
      return CELL_NUMBER;
    }
}

/* A row that does not say its number lies where its first cell says. */
static void
set_reference (Sheet *self, const char *reference)
{
  self->column = yl_column_parse (reference);
  if (self->column == YL_XLSX_NO_COLUMN)
    {
      self->is_cell_open = FALSE;
      report (self, FAULT_REFERENCE, YL_E08, reference, "单元格的位置看不懂，该单元格未读");
      return;
    }
  if (!self->is_row_numbered)
    set_row_number (self, yl_column_skip (reference), self->row_number - 1);
  self->is_cell_open = self->is_row_open;
}

static void
start_cell (Sheet *self, const XML_Char **attributes)
{
  if (!self->is_row_open)
    return;
  self->is_cell_open = TRUE;
  self->column++; /* YL_XLSX_NO_COLUMN + 1 is the first one */
  self->text_start = self->row.length;
  self->style = 0;
  self->kind = CELL_NUMBER;
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
      report (self, FAULT_COLUMN_LIMIT, YL_E08, NULL, "列数超过上限，该列及其后各列未读");
    }
}

static void
end_cell (Sheet *self)
{
  if (self->is_cell_open)
    finish_cell (self);
  self->is_cell_open = FALSE;
}

/* A value that comes again (v after is) takes the place of the first. */
static void
start_value (Sheet *self)
{
  if (!self->is_cell_open)
    return;
  self->row.length = self->text_start;
  self->collect = COLLECT_VALUE;
  self->has_value = TRUE;
}

static void
start_formula (Sheet *self, const XML_Char **attributes)
{
  if (!self->is_cell_open)
    return;
  if (self->reading->loaded != NULL)
    yl_loaded_sheet_start_formula (self->reading->loaded, attributes);
  self->collect = COLLECT_FORMULA;
  self->formula_quote = '\0';
  self->formula_depth = 0;
}

static void
start_word (Sheet *self, const char *name, const XML_Char **attributes)
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
  else if (self->reading->loaded != NULL)
    yl_loaded_sheet_element (self->reading->loaded, name, attributes);
}

static void
start_element (void *data, const XML_Char *raw_name, const XML_Char **attributes)
{
  Sheet *self = data;
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
    self->collect = COLLECT_VALUE;
}

static void
end_element (void *data, const XML_Char *raw_name)
{
  Sheet *self = data;
  const char *name = yl_xml_local (&self->xml, raw_name);
  self->collect = COLLECT_NOTHING;
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
scan_formula (Sheet *self, const char *at, int length)
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
        report (self, FAULT_DDE, YL_E05, NULL,
                "公式调用其他程序（DDE），已忽略，只采用单元格里保存的值");
    }
}

static void
add_text (void *data, const XML_Char *at, int length)
{
  Sheet *self = data;
  if (self->collect == COLLECT_VALUE)
    {
      if (G_LIKELY (self->row.length - self->text_start + (gsize) length <= LONGEST_TEXT_BYTES))
        row_append (&self->row, at, (gsize) length);
      else
        report (self, FAULT_LONG_TEXT, YL_E08, NULL, "单元格的文字超过 Excel 的上限，多出部分未读");
    }
  else if (self->collect == COLLECT_FORMULA)
    {
      scan_formula (self, at, length);
      if (self->reading->loaded != NULL)
        yl_loaded_sheet_add_formula (self->reading->loaded, at, (gsize) length);
    }
}

gboolean
yl_xlsx_sheet_read (YlXlsxReading *reading, const char *part, const char *sheet, GError **error)
{
  Sheet self = { .reading = reading, .sheet = sheet };
  row_init (&self.row, reading->limits->columns);
  const gboolean is_read = yl_xml_read_part (reading->archive, part, &self.xml, start_element,
                                             end_element, add_text, error);
  row_clear (&self.row);
  return is_read;
}
