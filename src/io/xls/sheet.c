#include "book-private.h"

#include "yanglu/io/book-number.h"

#include <string.h>

#define WORKSHEET 0x10

/* A sheet has no more ([MS-XLS] 2.5.8). */
#define XLS_COLUMNS 256

/* What formulas of a column have saved: programs that calculate nothing save 0. */
typedef struct
{
  gboolean has_zero;
  gboolean has_others; /* but empty texts */
} FormulaColumn;

/* The sheet that is being read. */
typedef struct
{
  YlXlsBook *book;
  YlXlsRecords records;
  YlSheetTarget target;
  guint depth; /* of substreams: what lies within the sheet's own is a chart */
  /* A formula that gives a text has it in a record of its own that follows. */
  gboolean is_text_due;
  guint16 due_row;
  guint16 due_column;
  FormulaColumn columns[XLS_COLUMNS];
} Sheet;

/* Row and column, from 0, and the cell format, as most records begin. */
typedef struct
{
  guint16 row;
  guint16 column;
  guint16 style;
} Head;

#define HEAD_BYTES 6

static Head
get_head (const guint8 *at)
{
  return (Head){ yl_bytes_get_16 (at), yl_bytes_get_16 (at + 2), yl_bytes_get_16 (at + 4) };
}

static gboolean
open_cell (Sheet *self, guint16 row, guint16 column)
{
  return yl_sheet_target_open (&self->target, (guint32) row + 1, column);
}

static void
put_text (Sheet *self, YlText text)
{
  static const char replacement[] = YL_XLS_REPLACEMENT;
  if (self->book->texts.has_replaced
      && g_strstr_len (text.at, (gssize) text.length, replacement) != NULL)
    yl_sheet_faults_add (&self->target.faults, YL_SHEET_FAULT_UNDECODED, self->target.row_number,
                         self->target.column, NULL);
  yl_sheet_target_put (&self->target, YL_CONTENT_TEXT, text, 0);
}

/* Whole numbers that a double holds exactly need no rounding. */
#define LARGEST_WHOLE 1e15

static gsize
write_decimal (double value, char out[YL_BOOK_NUMBER_BYTES])
{
  if (value > -LARGEST_WHOLE && value < LARGEST_WHOLE)
    {
      const gint64 whole = (gint64) value;
      if (!((double) whole < value) && !((double) whole > value))
        return (gsize) g_snprintf (out, YL_BOOK_NUMBER_BYTES, "%" G_GINT64_FORMAT, whole);
    }
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd (digits, sizeof digits, "%.17g", value);
  return yl_book_number_write (digits, strlen (digits), out);
}

static guint16
get_look (const Sheet *self, guint16 style)
{
  return style < self->book->dates->len ? style : 0;
}

static void
put_number (Sheet *self, Head head, double value)
{
  if (!open_cell (self, head.row, head.column))
    return;
  const GArray *dates = self->book->dates;
  const gboolean is_date =
      head.style < dates->len && g_array_index (dates, guint8, head.style) != 0;
  char decimal[YL_BOOK_NUMBER_BYTES];
  char date[YL_BOOK_DATE_BYTES];
  YlText text = { decimal, write_decimal (value, decimal) };
  YlContent content = YL_CONTENT_NUMBER;
  if (text.length == 0) /* no number, or beyond all */
    {
      text = yl_text_of ("#NUM!");
      content = YL_CONTENT_ERROR;
    }
  else if (is_date)
    {
      content = YL_CONTENT_TEXT;
      if (yl_book_date_write (text.at, text.length, self->book->is_1904, date))
        text = (YlText){ date, sizeof date };
    }
  yl_sheet_target_put (&self->target, content, yl_sheet_target_keep (&self->target, text),
                       get_look (self, head.style));
}

static double
read_double (const guint8 *at)
{
  const guint64 bits = yl_bytes_get_64 (at);
  double value = 0;
  memcpy (&value, &bits, sizeof value);
  return value;
}

/* A number in 32 bits: 30 of a whole number, or the upper ones of a double, and whether it is
 * hundredths ([MS-XLS] 2.5.217). */
static double
read_short_number (const guint8 *at)
{
  const guint32 bits = yl_bytes_get_32 (at);
  const guint64 upper = (guint64) (bits & ~3u) << 32;
  double value = 0;
  if ((bits & 2) != 0)
    value = (double) ((gint32) bits >> 2);
  else
    memcpy (&value, &upper, sizeof value);
  return (bits & 1) != 0 ? value / 100 : value;
}

static void
put_boolean (Sheet *self, Head head, guint8 value)
{
  if (open_cell (self, head.row, head.column))
    yl_sheet_target_put (&self->target, YL_CONTENT_BOOLEAN, yl_text_of (value != 0 ? "1" : "0"), 0);
}

static void
put_error (Sheet *self, Head head, guint8 code)
{
  static const struct
  {
    guint8 code;
    const char *text;
  } errors[] = {
    { 0x00, "#NULL!" }, { 0x07, "#DIV/0!" }, { 0x0F, "#VALUE!" }, { 0x17, "#REF!" },
    { 0x1D, "#NAME?" }, { 0x24, "#NUM!" },   { 0x2A, "#N/A" },
  };
  if (!open_cell (self, head.row, head.column))
    return;
  const char *text = "#N/A";
  for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
    if (errors[i].code == code)
      text = errors[i].text;
  yl_sheet_target_put (&self->target, YL_CONTENT_ERROR, yl_text_of (text), 0);
}

/* The text of a record whose length stands before it in two bytes. */
static gboolean
put_own_text (Sheet *self, guint16 row, guint16 column)
{
  guint8 count[2];
  g_autoptr (GString) text = g_string_new (NULL);
  if (!yl_xls_records_read (&self->records, count, sizeof count)
      || !yl_xls_texts_read (&self->book->texts, &self->records, yl_bytes_get_16 (count), text))
    return FALSE;
  if (open_cell (self, row, column))
    put_text (self, yl_sheet_target_keep (&self->target, (YlText){ text->str, text->len }));
  return TRUE;
}

static gboolean
take_label (Sheet *self)
{
  guint8 head[HEAD_BYTES];
  if (!yl_xls_records_read (&self->records, head, sizeof head))
    return FALSE;
  const Head at = get_head (head);
  return put_own_text (self, at.row, at.column);
}

static gboolean
take_shared (Sheet *self)
{
  const guint8 *data = self->records.data;
  if (self->records.length < HEAD_BYTES + 4)
    return FALSE;
  const Head head = get_head (data);
  if (!open_cell (self, head.row, head.column))
    return TRUE;
  YlText text = YL_TEXT_EMPTY;
  const guint32 index = yl_bytes_get_32 (data + HEAD_BYTES);
  if (yl_string_table_get (&self->book->strings, index, &text))
    {
      put_text (self, text);
      return TRUE;
    }
  g_autofree char *seen = g_strdup_printf ("%u", index);
  yl_sheet_faults_add (&self->target.faults, YL_SHEET_FAULT_STRING, self->target.row_number,
                       head.column, seen);
  return TRUE;
}

static gboolean
take_number (Sheet *self)
{
  if (self->records.length < HEAD_BYTES + 8)
    return FALSE;
  const guint8 *data = self->records.data;
  put_number (self, get_head (data), read_double (data + HEAD_BYTES));
  return TRUE;
}

static gboolean
take_short_number (Sheet *self)
{
  if (self->records.length < HEAD_BYTES + 4)
    return FALSE;
  const guint8 *data = self->records.data;
  put_number (self, get_head (data), read_short_number (data + HEAD_BYTES));
  return TRUE;
}

/* Row, first column, a format and a number for each column, last column. */
static gboolean
take_short_numbers (Sheet *self)
{
  const guint8 *data = self->records.data;
  if (self->records.length < 6)
    return FALSE;
  Head head = get_head (data);
  for (guint at = 4; at + 6 + 2 <= self->records.length; at += 6, head.column++)
    {
      head.style = yl_bytes_get_16 (data + at);
      put_number (self, head, read_short_number (data + at + 2));
    }
  return TRUE;
}

static gboolean
take_boolean_or_error (Sheet *self)
{
  const guint8 *data = self->records.data;
  if (self->records.length < HEAD_BYTES + 2)
    return FALSE;
  if (data[7] != 0)
    put_error (self, get_head (data), data[6]);
  else
    put_boolean (self, get_head (data), data[6]);
  return TRUE;
}

/* What the value of a formula is when its last two bytes are no double's. */
enum
{
  VALUE_TEXT,
  VALUE_BOOLEAN,
  VALUE_ERROR,
  VALUE_EMPTY,
};

static gboolean
is_zero (double value)
{
  return !(value < 0) && !(value > 0);
}

static void
note_formula (Sheet *self)
{
  const guint8 *data = self->records.data;
  if (self->records.length < HEAD_BYTES + 8 || get_head (data).column >= XLS_COLUMNS)
    return;
  FormulaColumn *column = &self->columns[get_head (data).column];
  const gboolean is_number = yl_bytes_get_16 (data + 12) != 0xFFFF;
  if (is_number && is_zero (read_double (data + HEAD_BYTES)))
    column->has_zero = TRUE;
  else
    column->has_others |= is_number || data[6] != VALUE_EMPTY;
}

/* Looks at all formulas of the sheet: which columns have nothing but 0 is known at its end. */
static void
note_formulas (Sheet *self)
{
  const YlXlsRecords start = self->records;
  guint depth = self->depth;
  while (depth > 0 && yl_xls_records_next (&self->records))
    {
      if (self->records.id == YL_XLS_BOF)
        depth++;
      else if (self->records.id == YL_XLS_EOF)
        depth--;
      else if (depth == 1 && self->records.id == YL_XLS_FORMULA)
        note_formula (self);
    }
  self->records = start;
}

/* 0 in a column whose formulas all have it: nobody saved what they come to, and it is no 0. */
static gboolean
is_unsaved (const Sheet *self, Head head, double value)
{
  if (head.column >= XLS_COLUMNS || !is_zero (value))
    return FALSE;
  const FormulaColumn *column = &self->columns[head.column];
  return column->has_zero && !column->has_others;
}

static void
put_result (Sheet *self, Head head, double value)
{
  if (!is_unsaved (self, head, value))
    put_number (self, head, value);
  else if (open_cell (self, head.row, head.column))
    yl_sheet_target_put_unsaved (&self->target, get_look (self, head.style));
}

/* The stored value of a formula ([MS-XLS] 2.5.133). */
static gboolean
take_formula (Sheet *self)
{
  const guint8 *data = self->records.data;
  if (self->records.length < HEAD_BYTES + 8)
    return FALSE;
  const Head head = get_head (data);
  if (yl_bytes_get_16 (data + 12) != 0xFFFF)
    put_result (self, head, read_double (data + HEAD_BYTES));
  else if (data[6] == VALUE_BOOLEAN)
    put_boolean (self, head, data[8]);
  else if (data[6] == VALUE_ERROR)
    put_error (self, head, data[8]);
  else if (data[6] == VALUE_TEXT)
    {
      self->is_text_due = TRUE;
      self->due_row = head.row;
      self->due_column = head.column;
    }
  return TRUE;
}

static gboolean
take_formula_text (Sheet *self)
{
  if (!self->is_text_due)
    return TRUE;
  self->is_text_due = FALSE;
  return put_own_text (self, self->due_row, self->due_column);
}

/* A row that says that it is hidden, or has no height of its own ([MS-XLS] 2.4.221). */
static gboolean
take_row (Sheet *self)
{
  const guint8 *data = self->records.data;
  if (self->records.length < 16)
    return FALSE;
  const gboolean is_hidden = (yl_bytes_get_32 (data + 12) & 0x20) != 0;
  if (is_hidden || yl_bytes_get_16 (data + 6) == 0)
    yl_sheet_target_hide_row (&self->target, (guint32) yl_bytes_get_16 (data) + 1);
  return TRUE;
}

static gboolean
take_columns (Sheet *self)
{
  const guint8 *data = self->records.data;
  if (self->records.length < 10)
    return FALSE;
  const gboolean is_hidden = (yl_bytes_get_16 (data + 8) & 1) != 0;
  if (is_hidden || yl_bytes_get_16 (data + 4) == 0)
    yl_sheet_target_hide_columns (&self->target, yl_bytes_get_16 (data),
                                  yl_bytes_get_16 (data + 2));
  return TRUE;
}

static gboolean
take_merges (Sheet *self)
{
  const guint8 *data = self->records.data;
  if (self->records.length < 2 || self->records.length < 2 + (guint) 8 * yl_bytes_get_16 (data))
    return FALSE;
  for (guint i = 0; i < yl_bytes_get_16 (data); i++)
    {
      const guint8 *at = data + 2 + (gsize) 8 * i;
      const YlCellRange range = { .first_row = (guint32) yl_bytes_get_16 (at) + 1,
                                  .last_row = (guint32) yl_bytes_get_16 (at + 2) + 1,
                                  .first_column = yl_bytes_get_16 (at + 4),
                                  .last_column = yl_bytes_get_16 (at + 6) };
      yl_sheet_target_merge (&self->target, &range);
    }
  return TRUE;
}

static gboolean
take_filter (Sheet *self)
{
  if (self->target.sheet != NULL)
    self->target.sheet->is_filtered = TRUE;
  return TRUE;
}

static gboolean
take_record (Sheet *self)
{
  static const struct
  {
    YlXlsRecord id;
    gboolean (*take) (Sheet *self);
  } kinds[] = {
    { YL_XLS_LABELSST, take_shared },
    { YL_XLS_NUMBER, take_number },
    { YL_XLS_RK, take_short_number },
    { YL_XLS_MULRK, take_short_numbers },
    { YL_XLS_FORMULA, take_formula },
    { YL_XLS_STRING, take_formula_text },
    { YL_XLS_LABEL, take_label },
    { YL_XLS_RSTRING, take_label },
    { YL_XLS_BOOLERR, take_boolean_or_error },
    { YL_XLS_ROW, take_row },
    { YL_XLS_COLINFO, take_columns },
    { YL_XLS_MERGEDCELLS, take_merges },
    { YL_XLS_FILTERMODE, take_filter },
  };
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].id == self->records.id)
      return kinds[i].take (self);
  return TRUE;
}

#define PROGRESS_BYTES ((gsize) 1024 * 1024)

static void
tell_progress (const Sheet *self, gsize *told)
{
  const YlXlsBook *book = self->book;
  if (book->target->progress == NULL || self->records.next - *told < PROGRESS_BYTES)
    return;
  *told = self->records.next;
  book->target->progress ((goffset) self->records.next, (goffset) book->size);
}

/* Returns: %FALSE when the records end before the sheet does. */
static gboolean
read_records (Sheet *self)
{
  gsize told = self->records.next;
  while (!self->target.is_over)
    {
      if (!yl_xls_records_next (&self->records))
        return FALSE;
      if (self->records.id == YL_XLS_BOF)
        self->depth++;
      else if (self->records.id == YL_XLS_EOF && --self->depth == 0)
        return TRUE;
      else if (self->depth == 1 && !take_record (self))
        return FALSE;
      tell_progress (self, &told);
    }
  return TRUE;
}

gboolean
yl_xls_sheet_read (YlXlsBook *book, const YlXlsTab *tab, GError **error)
{
  Sheet self = { .book = book,
                 .records = { .stream = book->stream, .size = book->size, .next = tab->offset },
                 .depth = 1 };
  if (!yl_xls_records_next (&self.records) || self.records.id != YL_XLS_BOF
      || self.records.length < 4)
    return yl_xls_book_set_damaged (book, error);
  if (yl_bytes_get_16 (self.records.data + 2) != WORKSHEET
      || !yl_sheet_target_begin (&self.target, book->target, tab->name, tab->state))
    return TRUE;
  note_formulas (&self);
  const gboolean is_read = read_records (&self);
  yl_sheet_target_end (&self.target);
  return is_read || yl_xls_book_set_damaged (book, error);
}
