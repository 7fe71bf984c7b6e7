#include "yanglu/app/record/rows.h"

#include "yanglu/domain/sheet-names.h"
#include "yanglu/io/words/words.h"

#include <string.h>

/* The heads stand in no row of the record: no finding is of them. */
#define HEAD_ROW G_MAXINT32

typedef struct
{
  const YlRecordForm *form;
  char **columns;
  guint n_columns;
  GArray *rows; /* of YlHeldRow */
} HeldSheet;

struct _YlRecordRows
{
  gatomicrefcount n_holders;
  YlArena *arena;
  gint64 revision;
  GArray *sheets; /* of HeldSheet, in the order of the forms */
};

static void
clear_sheet (gpointer data)
{
  HeldSheet *sheet = data;
  g_strfreev (sheet->columns);
  g_array_unref (sheet->rows);
}

/* Where rows go while they are read. */
typedef struct
{
  YlRecordRows *rows;
  HeldSheet *sheet;
} Loading;

static gboolean
hold_row (gpointer self, const YlRecordRow *row)
{
  const Loading *loading = self;
  YlArena *arena = loading->rows->arena;
  const guint n = loading->sheet->n_columns;
  const char **cells = yl_arena_own (arena, g_new (const char *, n), g_free);
  for (guint i = 0; i < n; i++)
    cells[i] = row->cells[i][0] == '\0' ? "" : yl_arena_keep_once (arena, row->cells[i]);
  const YlHeldRow held = { yl_arena_keep (arena, row->id), row->rev, cells };
  g_array_append_val (loading->sheet->rows, held);
  return TRUE;
}

static gboolean
load_sheet (YlRecordRows *rows, YlRecord *record, const YlRecordForm *form, GError **error)
{
  const YlRecordSheet *known = yl_record_find_sheet (record, form->name);
  g_return_val_if_fail (known != NULL, FALSE);
  const HeldSheet empty = { form, g_strdupv ((char **) (gpointer) known->columns), known->n_columns,
                            g_array_new (FALSE, FALSE, sizeof (YlHeldRow)) };
  g_array_append_val (rows->sheets, empty);
  Loading loading = { rows, &g_array_index (rows->sheets, HeldSheet, rows->sheets->len - 1) };
  return yl_record_read (record, known, hold_row, &loading, error);
}

YlRecordRows *
yl_record_rows_load (YlRecord *record, GError **error)
{
  g_autoptr (YlRecordRows) rows = g_new0 (YlRecordRows, 1);
  g_atomic_ref_count_init (&rows->n_holders);
  rows->arena = yl_arena_new ();
  rows->sheets = g_array_new (FALSE, FALSE, sizeof (HeldSheet));
  g_array_set_clear_func (rows->sheets, clear_sheet);
  rows->revision = yl_record_get_revision (record, error);
  guint n_forms = 0;
  const YlRecordForm *forms = yl_record_forms_get (&n_forms);
  for (guint i = 0; rows->revision >= 0 && i < n_forms; i++)
    if (!load_sheet (rows, record, &forms[i], error))
      return NULL;
  return rows->revision < 0 ? NULL : g_steal_pointer (&rows);
}

YlRecordRows *
yl_record_rows_ref (YlRecordRows *rows)
{
  g_atomic_ref_count_inc (&rows->n_holders);
  return rows;
}

void
yl_record_rows_unref (YlRecordRows *rows)
{
  if (rows == NULL || !g_atomic_ref_count_dec (&rows->n_holders))
    return;
  g_array_unref (rows->sheets);
  yl_arena_free (rows->arena);
  g_free (rows);
}

gint64
yl_record_rows_get_revision (const YlRecordRows *rows)
{
  return rows->revision;
}

static const HeldSheet *
find_sheet (const YlRecordRows *rows, const YlRecordForm *form)
{
  guint n = 0;
  return &g_array_index (rows->sheets, HeldSheet, (guint) (form - yl_record_forms_get (&n)));
}

guint
yl_record_rows_get_n (const YlRecordRows *rows, const YlRecordForm *form)
{
  return find_sheet (rows, form)->rows->len;
}

const YlHeldRow *
yl_record_rows_get (const YlRecordRows *rows, const YlRecordForm *form, guint index)
{
  const HeldSheet *sheet = find_sheet (rows, form);
  g_return_val_if_fail (index < sheet->rows->len, NULL);
  return &g_array_index (sheet->rows, YlHeldRow, index);
}

const YlHeldRow *
yl_record_rows_find (const YlRecordRows *rows, const char *sheet, YlRowId row)
{
  const YlRecordForm *form = yl_record_form_find (sheet);
  if (form == NULL || row < 1 || row > yl_record_rows_get_n (rows, form))
    return NULL;
  /* What stands below each other there is one row here. */
  return yl_record_rows_get (rows, form, form->is_single ? 0 : (guint) row - 1);
}

const char *const *
yl_record_rows_get_columns (const YlRecordRows *rows, const YlRecordForm *form)
{
  return (const char *const *) (gpointer) find_sheet (rows, form)->columns;
}

const char *
yl_record_rows_find_column (const YlRecordRows *rows,
                            const YlWords *words,
                            const char *sheet,
                            const char *head)
{
  const YlRecordForm *form = yl_record_form_find (sheet);
  g_autofree char *name = form == NULL ? NULL : yl_record_head_to_column (form, words, head);
  const char *const *columns = name == NULL ? NULL : yl_record_rows_get_columns (rows, form);
  for (guint i = 0; columns != NULL && columns[i] != NULL; i++)
    if (strcmp (name, columns[i]) == 0)
      return columns[i];
  return NULL;
}

/* Handing the rows on. */

static gboolean
is_silent (const HeldSheet *sheet, guint column)
{
  const gboolean is_saying = yl_record_column_is_saying (sheet->columns[column]);
  for (guint i = 0; is_saying && i < sheet->rows->len; i++)
    if (g_array_index (sheet->rows, YlHeldRow, i).cells[column][0] != '\0')
      return FALSE;
  return is_saying;
}

gboolean
yl_record_rows_is_silent (const YlRecordRows *rows, const YlRecordForm *form, guint column)
{
  return is_silent (find_sheet (rows, form), column);
}

static gboolean
hand_heads (const HeldSheet *sheet, const YlRowSink *sink, YlText *cells)
{
  for (guint i = 0; i < sheet->n_columns; i++)
    cells[i] = is_silent (sheet, i) ? YL_TEXT_EMPTY
                                    : yl_text_of (yl_record_column_to_head (
                                        sheet->form, yl_words_get_builtin (), sheet->columns[i]));
  return sink->row (sink->self, HEAD_ROW, cells, sheet->n_columns);
}

static void
hand_list (const HeldSheet *sheet, const YlRowSink *sink)
{
  g_autofree YlText *cells = g_new0 (YlText, sheet->n_columns);
  gboolean goes_on = hand_heads (sheet, sink, cells);
  /* Columns without a head of ours are not the importer's. */
  g_autofree gboolean *is_read = g_new0 (gboolean, sheet->n_columns);
  for (guint i = 0; i < sheet->n_columns; i++)
    is_read[i] = cells[i].length > 0;
  for (guint number = 1; goes_on && number <= sheet->rows->len; number++)
    {
      const YlHeldRow *row = &g_array_index (sheet->rows, YlHeldRow, number - 1);
      for (guint i = 0; i < sheet->n_columns; i++)
        cells[i] = is_read[i] ? yl_text_of (row->cells[i]) : YL_TEXT_EMPTY;
      goes_on = sink->row (sink->self, number, cells, sheet->n_columns);
    }
}

/* Each filled cell in a row of its own, behind its key. */
static void
hand_single (const HeldSheet *sheet, const YlRowSink *sink)
{
  gboolean goes_on = sheet->rows->len > 0;
  for (guint i = 0; goes_on && i < sheet->n_columns; i++)
    {
      const YlHeldRow *row = &g_array_index (sheet->rows, YlHeldRow, 0);
      const char *key =
          yl_record_column_to_head (sheet->form, yl_words_get_builtin (), sheet->columns[i]);
      const YlText cells[] = { yl_text_of (key), yl_text_of (row->cells[i]) };
      if (cells[0].length > 0 && cells[1].length > 0)
        goes_on = sink->row (sink->self, i + 1, cells, G_N_ELEMENTS (cells));
    }
}

static gboolean
hand_on (gpointer self, const YlRowSink *sink, GError **error)
{
  const YlRecordRows *rows = self;
  (void) error;
  for (guint i = 0; i < rows->sheets->len; i++)
    {
      const HeldSheet *sheet = &g_array_index (rows->sheets, HeldSheet, i);
      if (!sink->begin_sheet (sink->self, sheet->form->sheet, FALSE))
        continue;
      if (sheet->form->is_single)
        hand_single (sheet, sink);
      else
        hand_list (sheet, sink);
      sink->end_sheet (sink->self);
    }
  return TRUE;
}

YlInput *
yl_record_rows_to_input (YlRecordRows *rows, const char *name)
{
  return yl_input_new_for_rows (name, hand_on, yl_record_rows_ref (rows),
                                (GDestroyNotify) yl_record_rows_unref);
}
