#include "reference-private.h"
#include "reading-private.h"
#include "xstring-private.h"

#include "yanglu/io/book-number.h"
#include "yanglu/io/sheet-row.h"

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
  COLLECT_PAGE,
} Collect;

/* What the formulas of a column were saved as. */
typedef struct
{
  guint n_zeros;
  gboolean has_others;
} FormulaColumn;

/* The state of the sheet parser. */
typedef struct
{
  YlXmlPart xml;
  YlXlsxReading *reading;
  YlSheetFaults faults;
  YlSheetRow row;
  guint32 row_number;
  guint column;     /* of the open cell, or the next one */
  gsize text_start; /* of the open cell in the row's text */
  guint32 style;
  CellKind kind;
  Collect collect;
  gboolean is_data;         /* within sheetData */
  gboolean is_row_open;     /* within a row that is read */
  gboolean is_row_hidden;   /* it says so */
  gboolean is_row_numbered; /* the row, or a cell of it, has said its number */
  gboolean is_cell_open;    /* within a cell that is read */
  gboolean is_cell_beyond;  /* within one that lies beyond the limit of columns */
  gboolean has_value;       /* the open cell has a value, be it empty */
  gboolean has_formula;     /* so has it */
  gboolean is_inline;
  gboolean is_phonetic;
  char formula_quote;
  gint formula_depth;
  guint n_unsaved; /* formulas without a value */
  GArray *columns; /* of FormulaColumn, up to the last one with formulas */
} Sheet;

/* A fault at the open cell or row. */
static void
report (Sheet *self, YlSheetFault fault, const char *seen)
{
  yl_sheet_faults_add (&self->faults, fault, self->row_number,
                       self->is_row_open ? self->column : YL_SHEET_FAULT_NO_COLUMN, seen);
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
  yl_sheet_row_append (&self->row, at, length);
  return collected (self);
}

static YlText
shared_string (Sheet *self)
{
  const YlText digits = yl_text_trim (collected (self));
  YlText text = YL_TEXT_EMPTY;
  if (!yl_string_table_get (&self->reading->strings, yl_index_parse (digits.at, digits.length),
                            &text))
    {
      g_autofree char *seen = yl_text_dup (digits);
      report (self, YL_SHEET_FAULT_STRING, seen);
    }
  self->row.length = self->text_start;
  /* A file is small that shows one text of a megabyte in every cell: it would be read in each. */
  if (G_UNLIKELY (text.length > YL_SHEET_ROW_TEXT_BYTES))
    {
      report (self, YL_SHEET_FAULT_LONG_STRING, NULL);
      return YL_TEXT_EMPTY;
    }
  return text;
}

static YlText
dated (Sheet *self, YlText number)
{
  char date[YL_BOOK_DATE_BYTES];
  if (!yl_book_date_write (number.at, number.length, self->reading->is_1904, date))
    return number;
  return replace (self, date, YL_BOOK_DATE_BYTES);
}

static YlText
number (Sheet *self)
{
  YlText text = collected (self);
  if (!yl_book_number_is_short (text.at, text.length))
    {
      char decimal[YL_BOOK_NUMBER_BYTES];
      const YlText trimmed = yl_text_trim (text);
      const gsize length = yl_book_number_write (trimmed.at, trimmed.length, decimal);
      if (length > 0)
        text = replace (self, decimal, length);
    }
  if (self->style != 0 && yl_xlsx_style_is_date (&self->reading->styles, self->style))
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
  if (text.length > YL_BOOK_DATE_BYTES && text.at[YL_BOOK_DATE_BYTES] == 'T')
    text.length = YL_BOOK_DATE_BYTES;
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
      return self->style != 0 && yl_xlsx_style_is_date (&self->reading->styles, self->style)
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
                        yl_xlsx_style_get_look (&self->reading->styles, self->style));
}

static gboolean
is_zero (YlText text)
{
  gsize n = 0;
  while (n < text.length && (text.at[n] == '0' || text.at[n] == '.'))
    n++;
  return n == text.length;
}

/* Programs that calculate nothing save no value, or 0. */
static void
note_formula (Sheet *self, YlText text)
{
  if (text.length == 0)
    {
      self->n_unsaved += self->has_value && self->kind != CELL_NUMBER ? 0 : 1;
      return;
    }
  if (self->column >= self->columns->len)
    g_array_set_size (self->columns, self->column + 1);
  FormulaColumn *column = &g_array_index (self->columns, FormulaColumn, self->column);
  if (self->kind == CELL_NUMBER && is_zero (text))
    column->n_zeros++;
  else
    column->has_others = TRUE;
}

static guint
count_unsaved (const Sheet *self)
{
  guint n = self->n_unsaved;
  for (guint i = 0; i < self->columns->len; i++)
    {
      const FormulaColumn *column = &g_array_index (self->columns, FormulaColumn, i);
      n += column->has_others ? 0 : column->n_zeros;
    }
  return n;
}

static void
set_row_number (Sheet *self, const char *digits, guint32 last)
{
  const guint32 number = yl_index_parse (digits, strlen (digits));
  self->is_row_numbered = TRUE;
  self->row_number = number;
  if (number == 0 || number > self->reading->target->limits->rows_per_sheet)
    {
      self->is_row_open = FALSE;
      self->row_number = last;
      report (self, YL_SHEET_FAULT_ROW_NUMBER, digits);
      return;
    }
  if (number <= last)
    report (self, YL_SHEET_FAULT_ROW_ORDER, digits);
}

static void
start_row (Sheet *self, const XML_Char **attributes)
{
  if (!self->is_data)
    return;
  const guint32 last = self->row_number;
  const char *digits = yl_xml_get_attribute (attributes, "r");
  yl_sheet_row_reset (&self->row);
  self->column = YL_XLSX_NO_COLUMN;
  self->is_row_open = TRUE;
  self->is_row_numbered = FALSE;
  if (digits != NULL)
    {
      set_row_number (self, digits, last);
      return;
    }
  if (last == self->reading->target->limits->rows_per_sheet)
    {
      self->is_row_open = FALSE;
      report (self, YL_SHEET_FAULT_ROW_LIMIT, NULL);
      return;
    }
  self->row_number = last + 1;
}

/* The number of the row is known when it ends: it may be that of its first cell. */
static void
hide_row (const Sheet *self)
{
  const YlRowSink *sink = self->reading->target->sink;
  if (self->reading->loaded != NULL)
    yl_loaded_sheet_hide_row (self->reading->loaded, self->row_number);
  if (sink != NULL && sink->hide_row != NULL)
    sink->hide_row (sink->self, self->row_number);
}

static void
end_row (Sheet *self)
{
  const YlRowSink *sink = self->reading->target->sink;
  if (self->is_row_open && self->is_row_hidden)
    hide_row (self);
  const gboolean is_wanted =
      !self->is_row_open || self->row.n_filled == 0 || sink == NULL
      || sink->row (sink->self, self->row_number, self->row.cells, self->row.n_cells);
  self->is_row_open = FALSE;
  if (!is_wanted)
    yl_xml_stop (&self->xml);
}

/* The row ends before the open cell, and nothing is read any more. */
static void
end_at_limit (Sheet *self, YlSheetFault fault)
{
  report (self, fault, NULL);
  self->row.length = self->text_start;
  end_row (self);
  yl_xml_stop (&self->xml);
}

/* A cell that holds anything counts. FALSE: there are too many, and the row ends before it, the last. */
static gboolean
count_cell (Sheet *self)
{
  YlBookTarget *target = self->reading->target;
  if (target->n_cells++ < target->max_cells)
    return TRUE;
  end_at_limit (self, YL_SHEET_FAULT_CELL_LIMIT);
  return FALSE;
}

/* Turns what was collected into the text of the open cell. */
static void
finish_cell (Sheet *self)
{
  const gboolean is_empty = self->row.length == self->text_start;
  if ((self->has_value || self->has_formula) && !count_cell (self))
    return;
  const YlText text = is_empty ? YL_TEXT_EMPTY : value (self);
  if (self->has_formula)
    note_formula (self, text);
  if (self->reading->target->keeps_cells)
    keep_loaded (self, text);
  if (self->reading->target->keeps_cells
      && self->reading->loaded->n_shared > self->reading->target->max_shared)
    {
      end_at_limit (self, YL_SHEET_FAULT_SHARED_LIMIT);
      return;
    }
  if (is_empty)
    return;
  if (text.length > 0 && !yl_sheet_row_set (&self->row, self->column, text))
    report (self, YL_SHEET_FAULT_REPEATED, NULL);
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
      report (self, YL_SHEET_FAULT_REFERENCE, reference);
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
  self->is_cell_beyond = FALSE;
  self->column++; /* YL_XLSX_NO_COLUMN + 1 is the first one */
  self->text_start = self->row.length;
  self->style = 0;
  self->kind = CELL_NUMBER;
  self->has_value = FALSE;
  self->has_formula = FALSE;
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
  if (self->is_cell_open && self->column >= self->reading->target->limits->columns)
    {
      self->is_cell_open = FALSE;
      self->is_cell_beyond = TRUE;
    }
}

static void
end_cell (Sheet *self)
{
  if (self->is_cell_open)
    finish_cell (self);
  self->is_cell_open = FALSE;
}

/* A cell beyond the last column that is read; one that has nothing but a look is no loss. */
static void
tell_beyond (Sheet *self)
{
  if (self->is_row_open && self->is_cell_beyond)
    report (self, YL_SHEET_FAULT_COLUMN_LIMIT, NULL);
}

/* A value that comes again (v after is) takes the place of the first. */
static void
start_value (Sheet *self)
{
  tell_beyond (self);
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
  self->has_formula = TRUE;
  if (self->reading->target->keeps_cells)
    yl_loaded_sheet_start_formula (self->reading->loaded, attributes);
  self->collect = COLLECT_FORMULA;
  self->formula_quote = '\0';
  self->formula_depth = 0;
}

static void
note_height (Sheet *self, const XML_Char **attributes)
{
  if (self->reading->target->keeps_cells && self->is_row_open)
    yl_page_add_height (&self->reading->loaded->sheet->page, self->row_number,
                        yl_xml_get_attribute (attributes, "ht"));
}

static void
start_word (Sheet *self, const char *name, const XML_Char **attributes)
{
  if (strcmp (name, "row") == 0)
    {
      start_row (self, attributes);
      self->is_row_hidden = yl_xlsx_row_is_hidden (attributes);
      note_height (self, attributes);
    }
  else if (strcmp (name, "is") == 0)
    {
      tell_beyond (self);
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
    {
      if (yl_loaded_sheet_element (self->reading->loaded, name, attributes))
        self->collect = COLLECT_PAGE;
    }
}

/* Whether it is an element of an extension: they stand behind the cells. */
static gboolean
start_extended (Sheet *self, const XML_Char *raw_name, const XML_Char **attributes)
{
  YlLoadedSheet *loaded = self->reading->loaded;
  if (self->is_data || loaded == NULL || loaded->workbook->texts == NULL)
    return FALSE;
  const YlExtended kind = yl_extended_start (&loaded->page, raw_name, attributes);
  if (kind == YL_EXTENDED_TEXT)
    self->collect = COLLECT_PAGE;
  return kind != YL_EXTENDED_NOT;
}

static gboolean
end_extended (Sheet *self, const XML_Char *raw_name)
{
  YlLoadedSheet *loaded = self->reading->loaded;
  return !self->is_data && loaded != NULL
         && yl_extended_end (&loaded->page, loaded->workbook, &loaded->sheet->page, raw_name);
}

static void
start_element (void *data, const XML_Char *raw_name, const XML_Char **attributes)
{
  Sheet *self = data;
  const char *name = yl_xml_local (&self->xml, raw_name);
  if (start_extended (self, raw_name, attributes))
    return;
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
  if (end_extended (self, raw_name))
    return;
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
  else if (self->reading->loaded != NULL)
    yl_page_end (&self->reading->loaded->page, self->reading->loaded->workbook,
                 &self->reading->loaded->sheet->page, name);
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
        report (self, YL_SHEET_FAULT_DDE, NULL);
    }
}

static void
add_text (void *data, const XML_Char *at, int length)
{
  Sheet *self = data;
  if (self->collect == COLLECT_VALUE)
    {
      if (G_LIKELY (self->row.length - self->text_start + (gsize) length
                    <= YL_SHEET_ROW_TEXT_BYTES))
        yl_sheet_row_append (&self->row, at, (gsize) length);
      else
        report (self, YL_SHEET_FAULT_LONG_TEXT, NULL);
    }
  else if (self->collect == COLLECT_FORMULA)
    {
      scan_formula (self, at, length);
      if (self->reading->target->keeps_cells)
        yl_loaded_sheet_add_formula (self->reading->loaded, at, (gsize) length);
    }
  else if (self->collect == COLLECT_PAGE)
    yl_page_add_text (&self->reading->loaded->page, at, (gsize) length);
}

gboolean
yl_xlsx_sheet_read (YlXlsxReading *reading,
                    const char *part,
                    const char *sheet,
                    guint *out_n_unsaved,
                    GError **error)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, TRUE, sizeof (FormulaColumn));
  Sheet self = { .reading = reading,
                 .faults = { &reading->target->faults, sheet, 0 },
                 .columns = columns };
  yl_sheet_row_init (&self.row, reading->target->limits->columns);
  const gboolean is_read = yl_xml_read_part (reading->archive, part, &self.xml, start_element,
                                             end_element, add_text, error);
  yl_sheet_row_clear (&self.row);
  *out_n_unsaved = count_unsaved (&self);
  return is_read;
}
