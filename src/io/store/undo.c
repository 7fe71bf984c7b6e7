/* Taking a step back: a step of its own, whose changes are the other's the other way round. */
#include "journal-private.h"

#include "yanglu/base/error.h"

#include <string.h>

typedef struct
{
  YlRecord *record;
  Deltas *deltas;
  YlStepAnswer *answer;
  GPtrArray *dropped; /* of Delta: rows that the step brought */
  GError **error;
} Undo;

/* What stands in a cell now; place by its digits in @digits. NULL: no such row. */
static const char *
get_now (const Delta *delta, guint column, gboolean is_place, char digits[21])
{
  if (delta->before == NULL)
    return NULL;
  if (!is_place)
    return delta->before->cells[column];
  g_snprintf (digits, 21, "%" G_GINT64_FORMAT, delta->before->place);
  return digits;
}

static void
set_cell (Delta *delta, guint column, gboolean is_place, const char *text)
{
  Row *row = delta->after;
  if (is_place)
    {
      row->place = g_ascii_strtoll (text, NULL, 10);
      return;
    }
  g_free (row->cells[column]);
  row->cells[column] = g_strdup (text);
}

static void
report (Undo *undo, const WhatCell *cell, const char *now)
{
  YlStepAnswer *answer = undo->answer;
  const YlConflict conflict = {
    .sheet = step_keep (answer, cell->sheet),
    .id = step_keep (answer, cell->id),
    .column = step_keep (answer, cell->column),
    .base = step_keep (answer, cell->new),
    .mine = step_keep (answer, cell->old),
    .theirs = step_keep (answer, now),
  };
  g_array_append_val (answer->conflicts, conflict);
}

/* `place` says of a row whether the step brought it or took it away; of `about` there is none. */
static gboolean
take_cell (gpointer self, const WhatCell *cell)
{
  Undo *undo = self;
  const YlRecordSheet *known = yl_record_find_sheet (undo->record, cell->sheet);
  const gboolean is_place = strcmp (cell->column, PLACE) == 0;
  const guint column = known == NULL ? 0 : yl_record_sheet_find_column (known, cell->column);
  if (known == NULL || (!is_place && column == known->n_columns))
    return FALSE;
  Sheet *sheet = record_sheet (known);
  Delta *delta = deltas_get (undo->deltas, undo->record, sheet, cell->id, undo->error);
  if (delta == NULL)
    return FALSE;
  char digits[21];
  const char *now = get_now (delta, column, is_place, digits);
  if (g_strcmp0 (now, cell->new) != 0)
    report (undo, cell, now);
  else if (cell->old == NULL && is_place)
    g_ptr_array_add (undo->dropped, delta);
  else if (cell->old == NULL)
    set_cell (delta, column, FALSE, "");
  else
    {
      if (delta->after == NULL && delta->before == NULL)
        delta->after = row_new (sheet);
      if (delta->after != NULL)
        set_cell (delta, column, is_place, cell->old);
    }
  return TRUE;
}

/* A row goes only as it came: what was typed into it since would be lost. */
static void
drop_rows (Undo *undo)
{
  for (guint i = 0; i < undo->dropped->len; i++)
    {
      Delta *delta = g_ptr_array_index (undo->dropped, i);
      const YlRecordSheet *sheet = &delta->sheet->sheet;
      for (guint column = 0; delta->after != NULL && column < sheet->n_columns; column++)
        if (delta->after->cells[column][0] != '\0')
          report (undo,
                  &(WhatCell){ .sheet = sheet->name,
                               .id = delta->id,
                               .column = sheet->columns[column],
                               .new = "" },
                  delta->after->cells[column]);
      g_clear_pointer (&delta->after, row_free);
    }
}

static gboolean
collect (Undo *undo, gint64 seq, GError **error)
{
  g_autoptr (GString) json = journal_load (undo->record, seq, error);
  if (json == NULL)
    return FALSE;
  if (what_read (json->str, json->len, take_cell, undo))
    {
      drop_rows (undo);
      return TRUE;
    }
  if (error != NULL && *error == NULL)
    g_set_error (error, YL_ERROR, YL_ERROR_INVALID,
                 "第 %" G_GINT64_FORMAT " 步的日志读不懂，没有撤销。", seq);
  return FALSE;
}

YlStepAnswer *
yl_record_undo (YlRecord *record, gint64 seq, const YlRecordStep *as, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (YlStepAnswer) answer = step_answer_new ();
  g_autoptr (Deltas) deltas = deltas_new ();
  g_autoptr (GPtrArray) dropped = g_ptr_array_new ();
  Undo undo = {
    .record = record, .deltas = deltas, .answer = answer, .dropped = dropped, .error = &failure
  };
  gboolean is_good = step_begin (record, as, answer, &failure);
  if (is_good && !answer->is_repeated)
    is_good = collect (&undo, seq, &failure);
  if (is_good && !answer->is_repeated && answer->conflicts->len == 0)
    is_good = step_commit (record, as, deltas, answer, &failure);
  if (!sqlite3_get_autocommit (record->db))
    sqlite3_exec (record->db, "ROLLBACK", NULL, NULL, NULL);
  if (is_good)
    return g_steal_pointer (&answer);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}
