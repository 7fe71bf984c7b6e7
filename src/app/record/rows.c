#include "yanglu/app/record/rows.h"

#include "yanglu/base/keyed-hash.h"
#include "yanglu/domain/sheet-names.h"
#include "yanglu/io/words/words.h"

#include <string.h>

/* The heads stand in no row of the record: no finding is of them. */
#define HEAD_ROW G_MAXINT32

/* So many rows are read again, and what they were before is held beside them, until all are read anew. */
#define MAX_READ_AGAIN 10000u

typedef struct
{
  const YlRecordForm *form;
  char **columns;
  guint n_columns;
  GArray *rows;       /* of YlHeldRow; never changed once it is whole */
  gboolean *is_typed; /* by the column: FALSE: nothing stands in it */
} HeldSheet;

/* What rows of several revisions are made of: each was made of the one before. */
typedef struct
{
  YlArena *arena;
  gsize n_read_again;
} Texts;

struct _YlRecordRows
{
  gatomicrefcount n_holders;
  Texts *texts; /* g_atomic_rc_box_…() */
  gint64 revision;
  GArray *sheets;     /* of HeldSheet, in the order of the forms */
  YlRecordRows *base; /* (nullable): what these were made of, and share texts with */
};

static void
clear_texts (gpointer data)
{
  yl_arena_free (((Texts *) data)->arena);
}

static void
clear_sheet (gpointer data)
{
  g_array_unref (((HeldSheet *) data)->rows);
}

/* Where rows go while they are read. */
typedef struct
{
  YlArena *arena;
  guint n_columns;
  GArray *rows; /* of YlHeldRow */
  gboolean *is_typed;
} Loading;

static gboolean
hold_row (gpointer self, const YlRecordRow *row)
{
  const Loading *loading = self;
  YlArena *arena = loading->arena;
  const guint n = loading->n_columns;
  const char **cells = yl_arena_own (arena, g_new (const char *, n), g_free);
  for (guint i = 0; i < n; i++)
    if (row->cells[i][0] == '\0')
      cells[i] = "";
    else
      {
        cells[i] = yl_arena_keep_once (arena, row->cells[i]);
        loading->is_typed[i] = TRUE;
      }
  const YlHeldRow held = { yl_arena_keep (arena, row->id), row->rev, row->place, cells };
  g_array_append_val (loading->rows, held);
  return TRUE;
}

static gboolean
load_sheet (YlRecordRows *rows, YlRecord *record, const YlRecordForm *form, GError **error)
{
  const YlRecordSheet *known = yl_record_find_sheet (record, form->name);
  g_return_val_if_fail (known != NULL, FALSE);
  YlArena *arena = rows->texts->arena;
  const HeldSheet sheet = {
    form,
    yl_arena_own (arena, g_strdupv ((char **) (gpointer) known->columns),
                  (GDestroyNotify) g_strfreev),
    known->n_columns,
    g_array_new (FALSE, FALSE, sizeof (YlHeldRow)),
    yl_arena_own (arena, g_new0 (gboolean, known->n_columns), g_free),
  };
  g_array_append_val (rows->sheets, sheet);
  Loading loading = { arena, sheet.n_columns, sheet.rows, sheet.is_typed };
  return yl_record_read (record, known, hold_row, &loading, error);
}

/* @texts: (transfer full) */
static YlRecordRows *
rows_new (Texts *texts, gint64 revision)
{
  YlRecordRows *rows = g_new0 (YlRecordRows, 1);
  g_atomic_ref_count_init (&rows->n_holders);
  rows->texts = texts;
  rows->revision = revision;
  rows->sheets = g_array_new (FALSE, FALSE, sizeof (HeldSheet));
  g_array_set_clear_func (rows->sheets, clear_sheet);
  return rows;
}

YlRecordRows *
yl_record_rows_load (YlRecord *record, GError **error)
{
  Texts *texts = g_atomic_rc_box_new0 (Texts);
  texts->arena = yl_arena_new ();
  g_autoptr (YlRecordRows) rows = rows_new (texts, yl_record_get_revision (record, error));
  guint n_forms = 0;
  const YlRecordForm *forms = yl_record_forms_get (&n_forms);
  for (guint i = 0; rows->revision >= 0 && i < n_forms; i++)
    if (!load_sheet (rows, record, &forms[i], error))
      return NULL;
  return rows->revision < 0 ? NULL : g_steal_pointer (&rows);
}

/* (transfer full) (nullable): the ids of @sheet among @touched; %NULL where there is none. */
static GHashTable *
collect_ids (const char *sheet, const YlTouchedRow *touched, gsize n_touched)
{
  GHashTable *ids = NULL;
  for (gsize i = 0; i < n_touched; i++)
    {
      if (strcmp (touched[i].sheet, sheet) != 0)
        continue;
      if (ids == NULL)
        ids = g_hash_table_new (yl_keyed_str_hash, g_str_equal);
      g_hash_table_add (ids, (char *) touched[i].id);
    }
  return ids;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const YlHeldRow *left = a;
  const YlHeldRow *right = b;
  if (left->place != right->place)
    return left->place < right->place ? -1 : 1;
  return strcmp (left->id, right->id);
}

/* (transfer full): the rows of @old whose ids are not in @ids, and those of @again, both in their order. */
static GArray *
merge (const GArray *old, GHashTable *ids, const GArray *again)
{
  GArray *merged = g_array_sized_new (FALSE, FALSE, sizeof (YlHeldRow), old->len + again->len);
  guint next = 0;
  for (guint i = 0; i < old->len; i++)
    {
      const YlHeldRow *row = &g_array_index (old, YlHeldRow, i);
      if (g_hash_table_contains (ids, row->id))
        continue;
      for (; next < again->len; next++)
        {
          const YlHeldRow *other = &g_array_index (again, YlHeldRow, next);
          if (compare_places (other, row) > 0)
            break;
          g_array_append_vals (merged, other, 1);
        }
      g_array_append_vals (merged, row, 1);
    }
  if (next < again->len)
    g_array_append_vals (merged, &g_array_index (again, YlHeldRow, next), again->len - next);
  return merged;
}

/* @sheet with the rows that were touched as they are now. */
static gboolean
follow_sheet (YlRecordRows *rows,
              YlRecord *record,
              const HeldSheet *sheet,
              const YlTouchedRow *touched,
              gsize n_touched,
              GError **error)
{
  HeldSheet followed = *sheet;
  g_autoptr (GHashTable) ids = collect_ids (sheet->form->name, touched, n_touched);
  if (ids == NULL)
    {
      g_array_ref (sheet->rows);
      g_array_append_val (rows->sheets, followed);
      return TRUE;
    }
  g_autoptr (GArray) again = g_array_new (FALSE, FALSE, sizeof (YlHeldRow));
  const YlRecordSheet *known = yl_record_find_sheet (record, sheet->form->name);
  Loading loading = { rows->texts->arena, sheet->n_columns, again, sheet->is_typed };
  GHashTableIter at;
  gpointer id = NULL;
  g_hash_table_iter_init (&at, ids);
  while (g_hash_table_iter_next (&at, &id, NULL))
    if (!yl_record_read_row (record, known, id, hold_row, &loading, error))
      return FALSE;
  g_array_sort (again, compare_places);
  followed.rows = merge (sheet->rows, ids, again);
  g_array_append_val (rows->sheets, followed);
  return TRUE;
}

YlRecordRows *
yl_record_rows_follow (YlRecordRows *rows,
                       YlRecord *record,
                       const YlTouchedRow *touched,
                       gsize n_touched,
                       GError **error)
{
  const gint64 revision = yl_record_get_revision (record, error);
  if (revision < 0)
    return NULL;
  if (n_touched > MAX_READ_AGAIN - MIN (rows->texts->n_read_again, MAX_READ_AGAIN))
    return yl_record_rows_load (record, error);
  rows->texts->n_read_again += n_touched;
  g_autoptr (YlRecordRows) followed = rows_new (g_atomic_rc_box_acquire (rows->texts), revision);
  for (guint i = 0; i < rows->sheets->len; i++)
    if (!follow_sheet (followed, record, &g_array_index (rows->sheets, HeldSheet, i), touched,
                       n_touched, error))
      return NULL;
  return g_steal_pointer (&followed);
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
  g_atomic_rc_box_release_full (rows->texts, clear_texts);
  g_clear_pointer (&rows->base, yl_record_rows_unref);
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

/* Rows as they would stand. */

/* What a step does to one sheet. */
typedef struct
{
  YlRecordRows *rows;
  const HeldSheet *old;
  HeldSheet *sheet;
  GHashTable *touched; /* id → YlChange that sets or drops it */
  GHashTable *added;   /* id of the row before ("" none, NULL all) → GPtrArray of YlChange */
} Changing;

/* NULL, behind which all stand, is no key of a table of texts. */
#define BEHIND_ALL "\t"

static const char **
copy_cells (const Changing *changing, const char *const *cells)
{
  const guint n = changing->sheet->n_columns;
  const char **copy = yl_arena_own (changing->rows->texts->arena, g_new (const char *, n), g_free);
  for (guint i = 0; i < n; i++)
    copy[i] = cells == NULL ? "" : cells[i];
  return copy;
}

static void
put_row (const Changing *changing, const YlHeldRow *row, const YlChange *change)
{
  YlArena *arena = changing->rows->texts->arena;
  YlHeldRow put = *row;
  if (change != NULL)
    {
      const char **cells = copy_cells (changing, row->cells);
      for (guint i = 0; i < change->n_cells; i++)
        {
          cells[change->cells[i].column] = yl_arena_keep_once (arena, change->cells[i].text);
          changing->sheet->is_typed[change->cells[i].column] = TRUE;
        }
      put.cells = cells;
    }
  g_array_append_val (changing->sheet->rows, put);
}

static void
put_added (const Changing *changing, const char *after)
{
  const GPtrArray *added = g_hash_table_lookup (changing->added, after);
  for (guint i = 0; added != NULL && i < added->len; i++)
    {
      const YlChange *change = g_ptr_array_index (added, i);
      const YlHeldRow blank = { yl_arena_keep (changing->rows->texts->arena, change->id), 0, 0,
                                NULL };
      put_row (changing, &blank, change);
    }
}

static void
note_change (const Changing *changing, const YlChange *change)
{
  if (change->kind != YL_CHANGE_ADD)
    {
      g_hash_table_insert (changing->touched, (gpointer) change->id, (gpointer) change);
      return;
    }
  const char *after = change->after == NULL ? BEHIND_ALL : change->after;
  GPtrArray *added = g_hash_table_lookup (changing->added, after);
  if (added == NULL)
    {
      added = g_ptr_array_new ();
      g_hash_table_insert (changing->added, (gpointer) after, added);
    }
  g_ptr_array_add (added, (gpointer) change);
}

static void
change_sheet (const Changing *changing)
{
  put_added (changing, "");
  for (guint i = 0; i < changing->old->rows->len; i++)
    {
      const YlHeldRow *row = &g_array_index (changing->old->rows, YlHeldRow, i);
      const YlChange *change = g_hash_table_lookup (changing->touched, row->id);
      if (change == NULL || change->kind == YL_CHANGE_SET)
        put_row (changing, row, change);
      put_added (changing, row->id);
    }
  put_added (changing, BEHIND_ALL);
}

YlRecordRows *
yl_record_rows_change (YlRecordRows *rows, const YlChange *changes, gsize n_changes)
{
  Texts *texts = g_atomic_rc_box_new0 (Texts);
  texts->arena = yl_arena_new ();
  YlRecordRows *changed = rows_new (texts, rows->revision);
  changed->base = yl_record_rows_ref (rows);
  for (guint i = 0; i < rows->sheets->len; i++)
    {
      const HeldSheet *old = &g_array_index (rows->sheets, HeldSheet, i);
      HeldSheet sheet = {
        old->form, old->columns, old->n_columns, g_array_new (FALSE, FALSE, sizeof (YlHeldRow)),
        yl_arena_own (texts->arena,
                      g_memdup2 (old->is_typed, old->n_columns * sizeof *old->is_typed), g_free)
      };
      g_autoptr (GHashTable) touched = g_hash_table_new (yl_keyed_str_hash, g_str_equal);
      g_autoptr (GHashTable) added = g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, NULL,
                                                            (GDestroyNotify) g_ptr_array_unref);
      const Changing changing = { changed, old, &sheet, touched, added };
      for (gsize k = 0; k < n_changes; k++)
        if (strcmp (changes[k].sheet->name, old->form->name) == 0)
          note_change (&changing, &changes[k]);
      change_sheet (&changing);
      g_array_append_val (changed->sheets, sheet);
    }
  return changed;
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
  g_autofree guint *read = g_new0 (guint, sheet->n_columns);
  guint n_read = 0;
  for (guint i = 0; i < sheet->n_columns; i++)
    {
      if (cells[i].length > 0 && sheet->is_typed[i])
        read[n_read++] = i;
      cells[i] = YL_TEXT_EMPTY;
    }
  for (guint number = 1; goes_on && number <= sheet->rows->len; number++)
    {
      const YlHeldRow *row = &g_array_index (sheet->rows, YlHeldRow, number - 1);
      for (guint i = 0; i < n_read; i++)
        {
          const char *cell = row->cells[read[i]];
          cells[read[i]] = cell[0] == '\0' ? YL_TEXT_EMPTY : yl_text_of (cell);
        }
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
