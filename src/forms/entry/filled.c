/* What is filled in: cells as they were typed, numbers where a field of their kind has them; and what is told of it. */
#include "entry-private.h"

#include "yanglu/base/decimal.h"
#include "yanglu/forms/form-text.h"
#include "yanglu/forms/paper.h"

#include <string.h>

#define POINTS 10.5 /* of what is told */
/* Units of a field: 13 digits of yuan in fen. */
#define MAX_UNITS G_GINT64_CONSTANT (1000000000000000)

/* As what numbers of @field are written. Returns: FALSE where they are texts. */
static gboolean
find_measure (YlEntryField field, YlMeasure *out_measure)
{
  switch (field)
    {
    case YL_FIELD_STAKE:
    case YL_FIELD_KM:
      *out_measure = YL_MEASURE_KM;
      return TRUE;
    case YL_FIELD_METRE:
    case YL_FIELD_WIDTH:
    case YL_FIELD_PERCENT: /* 2.5 is 2.5% */
      *out_measure = YL_MEASURE_CM;
      return TRUE;
    case YL_FIELD_YUAN:
    case YL_FIELD_SIGNED_YUAN:
      *out_measure = YL_MEASURE_FEN;
      return TRUE;
    case YL_FIELD_YEAR:
      *out_measure = YL_MEASURE_NUMBER;
      return TRUE;
    case YL_FIELD_TEXT:
    case YL_FIELD_LABEL:
    case YL_FIELD_DATE:
    case YL_FIELD_HINT:
    default:
      return FALSE;
    }
}

gboolean
yl_entry_field_read (YlEntryField field,
                     const char *text,
                     YlMeasure *out_measure,
                     gint64 *out_units)
{
  gint32 lost = 0;
  const YlText typed = yl_text_trim (yl_text_of (text));
  return find_measure (field, out_measure)
         && yl_decimal_parse (typed, yl_measure_get_decimals (*out_measure), MAX_UNITS, out_units,
                              &lost)
                == YL_DECIMAL_OK
         && lost == 0;
}

static void
fill (
    YlEntryBook *book, guint32 row, guint column, YlEntryField field, YlLook look, const char *text)
{
  YlMeasure measure = YL_MEASURE_NUMBER;
  gint64 units = 0;
  if (text[0] == '\0')
    return;
  YlFormCell cell = { .row = row,
                      .column = (guint16) column,
                      .last_column = (guint16) column,
                      .look = look,
                      .content = YL_CONTENT_TEXT,
                      .text = text };
  if (yl_entry_field_read (field, text, &measure, &units))
    {
      cell.content = YL_CONTENT_NUMBER;
      cell.measure = measure;
      cell.units = units;
    }
  yl_entry_book_put_cell (book, &cell);
}

void
yl_entry_book_fill (
    YlEntryBook *book, guint32 row, guint column, YlEntryField field, const char *text)
{
  fill (book, row, column, field, yl_entry_field_get_look (field), text);
}

guint
yl_entry_field_count_lines (YlEntryField field, const char *text, double width)
{
  if (field != YL_FIELD_TEXT && field != YL_FIELD_LABEL)
    return 1;
  const double indent = field == YL_FIELD_LABEL ? 0 : YL_ENTRY_INDENT;
  return yl_form_count_lines (text, yl_paper_get_column (width) - indent);
}

guint
yl_entry_book_fill_lines (YlEntryBook *book,
                          guint32 row,
                          guint column,
                          YlEntryField field,
                          const char *text,
                          double width)
{
  const guint n_lines = yl_entry_field_count_lines (field, text, width);
  const YlLook one = yl_entry_field_get_look (field);
  const YlLook several =
      field == YL_FIELD_LABEL ? YL_LOOK_FIELD_LABEL_LINES : YL_LOOK_FIELD_TEXT_LINES;
  fill (book, row, column, field, n_lines > 1 ? several : one, text);
  return n_lines;
}

/* Lines that say what was filled in stand behind the steps. */
static guint
count_told (const YlEntryBook *book)
{
  const char *const *told = book->request->told;
  return told == NULL ? 0 : g_strv_length ((char **) (gpointer) told);
}

guint32
yl_entry_book_put_told (
    YlEntryBook *book, guint32 row, guint n_steps, guint last, double width, double height)
{
  static const char *const numbers[] = {
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"
  };
  const guint n = count_told (book);
  for (guint i = 0; i < n; i++, row++)
    {
      const gboolean has_number = n_steps + i < G_N_ELEMENTS (numbers);
      g_autofree char *step = g_strconcat (has_number ? numbers[n_steps + i] : "",
                                           has_number ? "、" : "", book->request->told[i], NULL);
      yl_entry_book_put (book, row, 0, last, YL_LOOK_ENTRY_TEXT, step);
      yl_entry_book_set_height (book, row,
                                MAX (height, yl_form_fit (step, width - YL_ENTRY_INDENT, POINTS)));
    }
  return row;
}
