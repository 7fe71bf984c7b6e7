#include "yanglu/app/record/fill.h"

#include "yanglu/app/record/other.h"
#include "yanglu/base/decimal.h"
#include "yanglu/io/import/taking.h"

#include <string.h>

/* A sheet that gets rows. */
typedef struct
{
  const YlRecordForm *form;
  const YlRecordSheet *sheet;
  GPtrArray *rows;    /* of GArray of YlCellChange */
  guint file;         /* that they come from */
  const char *source; /* (nullable): the sheet of the last of them */
  guint64 standing;   /* 1 << column of those that it has */
  guint64 said;       /* of those in which something stands */
  gboolean is_marked; /* by mark_standing() */
} Filled;

struct _YlRecordFill
{
  YlRecord *record;
  const YlWords *words;
  YlArena *arena;
  GArray *filled; /* of Filled, by the forms */
  guint file;
};

static void
clear_filled (gpointer data)
{
  g_ptr_array_unref (((Filled *) data)->rows);
}

YlRecordFill *
yl_record_fill_new (YlRecord *record, const YlWords *words)
{
  YlRecordFill *fill = g_new0 (YlRecordFill, 1);
  fill->record = record;
  fill->words = words;
  fill->arena = yl_arena_new ();
  fill->filled = g_array_new (FALSE, FALSE, sizeof (Filled));
  g_array_set_clear_func (fill->filled, clear_filled);
  guint n = 0;
  const YlRecordForm *forms = yl_record_forms_get (&n);
  for (guint i = 0; i < n; i++)
    {
      const Filled filled = {
        .form = &forms[i],
        .sheet = yl_record_find_sheet (record, forms[i].name),
        .rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref),
      };
      g_array_append_val (fill->filled, filled);
    }
  return fill;
}

void
yl_record_fill_free (YlRecordFill *fill)
{
  if (fill == NULL)
    return;
  g_array_unref (fill->filled);
  yl_arena_free (fill->arena);
  g_free (fill);
}

void
yl_record_fill_begin_file (YlRecordFill *fill)
{
  fill->file++;
}

#define MAX_READ G_GINT64_CONSTANT (1000000000000000000)

/* Of a unit that a head may state: how many decimals a number in the column's usual one has more. */
static const struct
{
  YlHeadUnit unit;
  gint n_decimals;
} shifts[] = {
  { YL_UNIT_METRE, 3 }, { YL_UNIT_KILOMETRE, -3 }, { YL_UNIT_QIAN, -3 }, { YL_UNIT_WAN, -4 }
};

/* (transfer full): @text with its point moved @n places to the left, to the last digit; NULL where it is no number
 * in ASCII. */
static char *
move_point (YlText text, gint n)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  const gboolean is_negative = text.length > 0 && text.at[0] == '-';
  gint n_whole = -1;
  for (gsize i = is_negative ? 1 : 0; i < text.length; i++)
    if (g_ascii_isdigit (text.at[i]))
      g_string_append_c (digits, text.at[i]);
    else if (text.at[i] == '.' && n_whole < 0)
      n_whole = (gint) digits->len;
    else if (text.at[i] != ',')
      return NULL;
  if (digits->len == 0)
    return NULL;
  gint at = (n_whole < 0 ? (gint) digits->len : n_whole) - n;
  for (; at < 1; at++)
    g_string_prepend_c (digits, '0');
  while ((gint) digits->len < at)
    g_string_append_c (digits, '0');
  g_string_insert_c (digits, at, '.');
  while (digits->str[digits->len - 1] == '0')
    g_string_truncate (digits, digits->len - 1);
  if (digits->str[digits->len - 1] == '.')
    g_string_truncate (digits, digits->len - 1);
  gsize n_zeros = 0;
  while (digits->str[n_zeros] == '0' && g_ascii_isdigit (digits->str[n_zeros + 1]))
    n_zeros++;
  return g_strconcat (is_negative ? "-" : "", digits->str + n_zeros, NULL);
}

/* (transfer full) (nullable): the same number in the usual unit: 1484 metres are 1.484 km. */
static char *
convert (const YlTypedCell *cell)
{
  gint64 units = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (shifts); i++)
    if (shifts[i].unit == cell->unit
        && yl_decimal_parse (cell->text, 6, MAX_READ, &units, NULL) == YL_DECIMAL_OK)
      return move_point (cell->text, shifts[i].n_decimals);
  return NULL;
}

/* The unit that its head stated goes with the number, since the head does not. */
static char *
make_text (const YlRecordFill *fill, const YlTypedCell *cell)
{
  char *converted = convert (cell);
  if (converted != NULL)
    return converted;
  char *text = yl_text_dup (cell->text);
  const gboolean is_number =
      cell->text.length > 0 && g_ascii_isdigit (cell->text.at[cell->text.length - 1]);
  if (cell->unit == YL_UNIT_NONE || !is_number)
    return text;
  guint n = 0;
  const YlSpelling *units = yl_words_get (fill->words, YL_WORDS_NUMBER_UNIT, &n);
  for (guint i = 0; i < n; i++)
    if (units[i].member == (guint) cell->unit)
      {
        char *whole = g_strconcat (text, units[i].text, NULL);
        g_free (text);
        return whole;
      }
  return text;
}

static gboolean
has_cell (const GArray *cells, guint column)
{
  for (guint i = 0; i < cells->len; i++)
    if (g_array_index (cells, YlCellChange, i).column == column)
      return TRUE;
  return FALSE;
}

static void
put (YlRecordFill *fill, GArray *cells, guint column, char *text)
{
  const YlCellChange change = { column, yl_arena_take (fill->arena, text) };
  g_array_append_val (cells, change);
}

static void
note_column (Filled *filled, guint column, gboolean is_blank)
{
  if (column >= 64)
    return;
  filled->standing |= G_GUINT64_CONSTANT (1) << column;
  filled->said |= is_blank ? 0 : G_GUINT64_CONSTANT (1) << column;
}

gboolean
yl_record_fill_is_ordinal (const YlWords *words, const char *head)
{
  return yl_taking_find_needless (words, head) == YL_NEEDLESS_ORDINAL;
}

/* (transfer full): a head that somebody said is not to be read is kept under another name, else it would be read when the
 * record is exported and read again. */
static char *
name_other (const YlRecordFill *fill, const YlRecordForm *form, const YlTypedCell *cell)
{
  const char *key = NULL;
  const gboolean is_refused = cell->key == NULL
                              && yl_words_find_mend (fill->words, form->heads, cell->head, &key)
                              && key == NULL;
  return g_strconcat (is_refused ? "不读的" : "", cell->head, NULL);
}

/* What has no column of its own, or whose column is taken, goes under its head. */
static void
take_cell (
    YlRecordFill *fill, Filled *filled, const YlTypedCell *cell, GArray *cells, GString *other)
{
  const gboolean is_blank = yl_text_is_blank (cell->text);
  g_autofree char *name = cell->key == NULL ? NULL : yl_record_key_to_column (cell->key);
  const guint column =
      name == NULL ? filled->sheet->n_columns : yl_record_sheet_find_column (filled->sheet, name);
  if (column < filled->sheet->n_columns)
    note_column (filled, column, is_blank);
  if (is_blank || (cell->key == NULL && yl_record_fill_is_ordinal (fill->words, cell->head)))
    return;
  g_autofree char *text = make_text (fill, cell);
  if (column < filled->sheet->n_columns && !has_cell (cells, column))
    put (fill, cells, column, g_steal_pointer (&text));
  else
    {
      g_autofree char *head = name_other (fill, filled->form, cell);
      yl_other_add (other, head, text);
    }
}

/* Of a sheet of one row every row told is a cell of it. */
static GArray *
get_row (Filled *filled)
{
  if (filled->form->is_single && filled->rows->len > 0)
    return g_ptr_array_index (filled->rows, 0);
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (YlCellChange));
  g_ptr_array_add (filled->rows, cells);
  return cells;
}

static Filled *
find_filled (YlRecordFill *fill, const YlRecordForm *form)
{
  guint n = 0;
  return &g_array_index (fill->filled, Filled, (guint) (form - yl_record_forms_get (&n)));
}

static void
take_row (gpointer self, const YlTypedRow *row)
{
  YlRecordFill *fill = self;
  const YlRecordForm *form = yl_record_form_find (row->sheet);
  if (form == NULL)
    return;
  Filled *filled = find_filled (fill, form);
  const gboolean is_other_sheet = g_strcmp0 (filled->source, row->source) != 0;
  if (filled->file != fill->file || (is_other_sheet && !row->is_more))
    {
      g_ptr_array_set_size (filled->rows, 0);
      filled->standing = 0;
      filled->said = 0;
    }
  filled->file = fill->file;
  if (is_other_sheet)
    filled->source = yl_arena_keep_once (fill->arena, row->source);
  g_autoptr (GString) other = g_string_new (NULL);
  GArray *cells = get_row (filled);
  for (guint i = 0; i < row->n_cells; i++)
    take_cell (fill, filled, &row->cells[i], cells, other);
  if (other->len > 0)
    put (fill, cells, yl_record_sheet_find_column (filled->sheet, YL_RECORD_OTHER),
         g_strdup (other->str));
}

YlTypedSink
yl_record_fill_get_sink (YlRecordFill *fill)
{
  return (YlTypedSink){ .take = take_row, .self = fill };
}

guint
yl_record_fill_get_n (const YlRecordFill *fill, const YlRecordForm *form)
{
  guint n = 0;
  return g_array_index (fill->filled, Filled, (guint) (form - yl_record_forms_get (&n))).rows->len;
}

/* A column that says something by standing there, and in which nothing stands: the sign for nothing in each row. */
static void
mark_standing (YlRecordFill *fill, Filled *filled)
{
  if (filled->is_marked)
    return;
  filled->is_marked = TRUE;
  guint n_blanks = 0;
  const char *nothing = yl_words_get (fill->words, YL_WORDS_BLANK, &n_blanks)->text;
  for (guint column = 0; column < filled->sheet->n_columns; column++)
    {
      const guint64 bit = G_GUINT64_CONSTANT (1) << column;
      if ((filled->standing & bit) == 0 || (filled->said & bit) != 0
          || !yl_record_column_is_saying (filled->sheet->columns[column]))
        continue;
      for (guint row = 0; row < filled->rows->len; row++)
        put (fill, g_ptr_array_index (filled->rows, row), column, g_strdup (nothing));
    }
}

const YlCellChange *
yl_record_fill_get_row (YlRecordFill *fill, const YlRecordForm *form, guint index, guint *out_n)
{
  Filled *filled = find_filled (fill, form);
  mark_standing (fill, filled);
  g_return_val_if_fail (index < filled->rows->len, NULL);
  const GArray *cells = g_ptr_array_index (filled->rows, index);
  *out_n = cells->len;
  return (const YlCellChange *) (gpointer) cells->data;
}

/* What stands under heads that no column is for has no head of its own. */
guint64
yl_record_fill_get_standing (YlRecordFill *fill, const YlRecordForm *form)
{
  const Filled *filled = find_filled (fill, form);
  const guint other = yl_record_sheet_find_column (filled->sheet, YL_RECORD_OTHER);
  guint64 standing = filled->standing;
  for (guint row = 0; row < filled->rows->len; row++)
    if (has_cell (g_ptr_array_index (filled->rows, row), other))
      standing |= G_GUINT64_CONSTANT (1) << other;
  return standing;
}
