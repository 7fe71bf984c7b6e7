#include "preview-private.h"

#include "yanglu/base/enum-table.h"
#include "yanglu/base/keyed-hash.h"
#include "yanglu/io/places/register.h"
#include "yanglu/io/words/words.h"

#include <string.h>

YL_DEFINE_TEXTS (yl_preview_kind_get_key,
                 YlPreviewKind,
                 YL_N_PREVIEW_KINDS,
                 "added",
                 "changed",
                 "dropped",
                 "unchanged")

static void
clear_table (gpointer data)
{
  g_array_unref (((YlPreviewTable *) data)->rows);
}

void
yl_record_preview_forget_figures (YlRecordPreview *preview)
{
  g_array_set_size (preview->tables, 0);
  for (guint side = 0; side < YL_N_SIDES; side++)
    g_clear_pointer (&preview->jobs[side], yl_record_job_free);
  g_clear_pointer (&preview->rows[YL_NEW], yl_record_rows_unref);
}

void
yl_record_preview_free (YlRecordPreview *preview)
{
  if (preview == NULL)
    return;
  yl_record_preview_forget_figures (preview);
  g_array_unref (preview->tables);
  g_array_unref (preview->changes);
  g_clear_pointer (&preview->rows[YL_OLD], yl_record_rows_unref);
  for (guint side = 0; side < YL_N_SIDES; side++)
    g_free (preview->troubles[side]);
  g_free (preview->refusal);
  yl_arena_free (preview->arena);
  g_free (preview);
}

static void
make_job (YlRecordPreview *preview, YlRecord *record, YlSide side)
{
  g_autoptr (GError) error = NULL;
  preview->jobs[side] = yl_record_job_run_on (record, preview->rows[side], &error);
  if (preview->jobs[side] == NULL)
    preview->troubles[side] = g_strdup (error->message);
}

YlRecordPreview *
preview_begin (YlRecord *record, GError **error)
{
  g_autoptr (YlRecordPreview) preview = g_new0 (YlRecordPreview, 1);
  preview->arena = yl_arena_new ();
  preview->changes = g_array_new (FALSE, FALSE, sizeof (YlChange));
  preview->tables = g_array_new (FALSE, FALSE, sizeof (YlPreviewTable));
  g_array_set_clear_func (preview->tables, clear_table);
  preview->rows[YL_OLD] = yl_record_rows_load (record, error);
  if (preview->rows[YL_OLD] == NULL)
    return NULL;
  preview->revision = yl_record_rows_get_revision (preview->rows[YL_OLD]);
  make_job (preview, record, YL_OLD);
  return g_steal_pointer (&preview);
}

/* What each row comes to. */

/* The roads of one side, by the rows of their sheet. */
typedef struct
{
  const YlBudget *budget; /* (nullable) */
  guint32 *roads;         /* index of the road + 1; 0: none */
  guint n;
} Figures;

static Figures
find_figures (const YlRecordPreview *preview, const YlRecordForm *form, YlSide side)
{
  const YlRecordJob *job = preview->jobs[side];
  Figures figures = { .n = yl_record_rows_get_n (preview->rows[side], form) };
  figures.roads = g_new0 (guint32, figures.n + 1);
  if (job == NULL || form->heads != YL_WORDS_ROAD_HEADS)
    return figures;
  figures.budget = job->budget->budget;
  const YlInventory *inventory = figures.budget->inventory;
  for (gsize i = 0; i < yl_inventory_get_n_roads (inventory); i++)
    {
      const YlRowId row = yl_inventory_get_road (inventory, i)->row;
      if (row >= 1 && row <= figures.n)
        figures.roads[row - 1] = (guint32) i + 1;
    }
  return figures;
}

static void
set_figures (YlPreviewRow *row, YlSide side, const Figures *figures, guint index)
{
  const guint32 road = figures->roads[index];
  row->has_figures[side] = road != 0;
  if (road == 0)
    return;
  row->m[side] = yl_inventory_get_road (figures->budget->inventory, road - 1)->length_m;
  row->fen[side] = figures->budget->roads[road - 1].amount_fen;
}

/* Sums. */

/* Money and lengths of a county's rows are far from the end of 64 bits: each row is at most 2^32 m. */
static void
count (YlPreviewTable *table, const YlPreviewRow *row)
{
  YlPreviewTally *tally = &table->tallies[row->kind];
  tally->n++;
  for (guint side = 0; side < YL_N_SIDES; side++)
    {
      tally->m[side] += row->m[side];
      tally->fen[side] += row->fen[side];
    }
  if (row->kind != YL_PREVIEW_SAME)
    g_array_append_val (table->rows, *row);
}

typedef struct
{
  YlRecordPreview *preview;
  YlPreviewTable *table;
  const YlRecordSheet *sheet;
  Figures figures[YL_N_SIDES];
  GHashTable *old;     /* id → number from 1 */
  GHashTable *missing; /* ids */
} Telling;

static gboolean
is_same (const Telling *telling, const YlHeldRow *was, const YlHeldRow *is)
{
  for (guint i = 0; i < telling->sheet->n_columns; i++)
    if (was->cells[i] != is->cells[i] && strcmp (was->cells[i], is->cells[i]) != 0)
      return FALSE;
  return TRUE;
}

/* A row that stands after the step. */
static void
tell_after (Telling *telling, guint index)
{
  YlRecordPreview *preview = telling->preview;
  const YlHeldRow *is = yl_record_rows_get (preview->rows[YL_NEW], telling->table->form, index);
  const guint old = GPOINTER_TO_UINT (g_hash_table_lookup (telling->old, is->id));
  YlPreviewRow row = { .kind = YL_PREVIEW_ADDED, .id = is->id, .row = { NULL, is } };
  set_figures (&row, YL_NEW, &telling->figures[YL_NEW], index);
  if (old > 0)
    {
      row.row[YL_OLD] = yl_record_rows_get (preview->rows[YL_OLD], telling->table->form, old - 1);
      set_figures (&row, YL_OLD, &telling->figures[YL_OLD], old - 1);
      row.kind = g_hash_table_contains (telling->missing, is->id) ? YL_PREVIEW_MISSING
                 : is_same (telling, row.row[YL_OLD], is)         ? YL_PREVIEW_SAME
                                                                  : YL_PREVIEW_CHANGED;
      g_hash_table_remove (telling->old, is->id);
    }
  count (telling->table, &row);
}

/* What is left of those before it goes. */
static void
tell_gone (Telling *telling)
{
  YlRecordPreview *preview = telling->preview;
  for (guint i = 0; i < telling->table->n[YL_OLD]; i++)
    {
      const YlHeldRow *was = yl_record_rows_get (preview->rows[YL_OLD], telling->table->form, i);
      YlPreviewRow row = { .kind = YL_PREVIEW_MISSING, .id = was->id, .row = { was, NULL } };
      if (!g_hash_table_contains (telling->old, was->id))
        continue;
      set_figures (&row, YL_OLD, &telling->figures[YL_OLD], i);
      count (telling->table, &row);
    }
}

static void
tell_table (Telling *telling)
{
  YlRecordPreview *preview = telling->preview;
  YlPreviewTable *table = telling->table;
  for (guint side = 0; side < YL_N_SIDES; side++)
    {
      telling->figures[side] = find_figures (preview, table->form, (YlSide) side);
      table->n[side] = telling->figures[side].n;
    }
  for (guint i = 0; i < table->n[YL_OLD]; i++)
    g_hash_table_insert (telling->old,
                         (gpointer) yl_record_rows_get (preview->rows[YL_OLD], table->form, i)->id,
                         GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < table->n[YL_NEW]; i++)
    tell_after (telling, i);
  tell_gone (telling);
  for (guint side = 0; side < YL_N_SIDES; side++)
    g_free (telling->figures[side].roads);
}

static void
add_table (YlRecordPreview *preview,
           YlRecord *record,
           const YlRecordForm *form,
           GHashTable *missing)
{
  YlPreviewTable table = { .form = form,
                           .is_measured = form->heads == YL_WORDS_ROAD_HEADS,
                           .rows = g_array_new (FALSE, FALSE, sizeof (YlPreviewRow)) };
  g_autoptr (GHashTable) old = g_hash_table_new (yl_keyed_str_hash, g_str_equal);
  Telling telling = { .preview = preview,
                      .table = &table,
                      .sheet = yl_record_find_sheet (record, form->name),
                      .old = old,
                      .missing = missing };
  tell_table (&telling);
  preview->n_missing += table.tallies[YL_PREVIEW_MISSING].n;
  g_array_append_val (preview->tables, table);
}

/* The first cell that is longer than a record takes. */
static void
check_cells (YlRecordPreview *preview)
{
  for (guint i = 0; i < preview->changes->len; i++)
    {
      const YlChange *change = &g_array_index (preview->changes, YlChange, i);
      preview->adds |= change->kind == YL_CHANGE_ADD;
      for (guint k = 0; k < change->n_cells && preview->refusal == NULL; k++)
        {
          const YlCellChange *cell = &change->cells[k];
          const guint most = yl_record_sheet_get_max_bytes (change->sheet, cell->column);
          if (strlen (cell->text) <= most)
            continue;
          const YlRecordForm *form = yl_record_form_find_typed (change->sheet->name);
          const char *head = yl_record_column_to_head (form, yl_words_get_builtin (),
                                                       change->sheet->columns[cell->column]);
          g_autofree char *first = g_utf8_substring (cell->text, 0, 20);
          preview->refusal =
              g_strdup_printf ("%s的“%s”中有一格超过 %u 字节（“%s…”），不能导入。", form->sheet,
                               head[0] == '\0' ? "其他列" : head, most, first);
        }
    }
}

void
preview_end (YlRecordPreview *preview, YlRecord *record, const GPtrArray *missing)
{
  guint n_forms = 0;
  const YlRecordForm *forms = yl_record_forms_get (&n_forms);
  g_autoptr (GHashTable) ids = g_hash_table_new (yl_keyed_str_hash, g_str_equal);
  for (guint i = 0; i < missing->len; i++)
    g_hash_table_add (ids, g_ptr_array_index (missing, i));
  preview->rows[YL_NEW] = yl_record_rows_change (
      preview->rows[YL_OLD], (const YlChange *) (gpointer) preview->changes->data,
      preview->changes->len);
  make_job (preview, record, YL_NEW);
  check_cells (preview);
  for (guint i = 0; i < n_forms; i++)
    add_table (preview, record, &forms[i], ids);
}

YlRecordPreview *
yl_record_preview_files (YlRecord *record,
                         YlRecordReading *reading,
                         YlRecordMissing missing,
                         GError **error)
{
  g_autoptr (YlRecordPreview) preview = preview_begin (record, error);
  const YlPlaces *places = preview == NULL ? NULL : yl_register_get (error);
  if (places == NULL)
    return NULL;
  const YlRecordJob *before = preview->jobs[YL_OLD];
  const YlRecordMatchRequest request = {
    .record = record,
    .rows = preview->rows[YL_OLD],
    .budget = before == NULL ? NULL : before->budget->budget,
    .fill = yl_record_reading_get_fill (reading),
    .places = places,
    .missing = missing,
  };
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  GArray *changes = yl_record_match (&request, preview->arena, ids, error);
  if (changes == NULL)
    return NULL;
  g_array_unref (preview->changes);
  preview->changes = changes;
  preview->missing = missing;
  preview_end (preview, record, ids);
  return g_steal_pointer (&preview);
}
