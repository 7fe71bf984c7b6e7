#include "evaluation-private.h"

#include <string.h>

static const YlFunction *
find_in (const YlFunction *functions, YlText name)
{
  for (; functions->name != NULL; functions++)
    if (g_ascii_toupper (*name.at) == *functions->name && strlen (functions->name) == name.length
        && g_ascii_strncasecmp (functions->name, name.at, name.length) == 0)
      return functions;
  return NULL;
}

/* (nullable) */
static const YlFunction *
find_function (YlText name)
{
  const YlFunction *const tables[] = { yl_number_functions, yl_logic_functions,
                                       yl_lookup_functions, yl_fold_functions,
                                       yl_text_functions,   yl_criteria_functions,
                                       yl_area_functions };
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      const YlFunction *function = find_in (tables[i], name);
      if (function != NULL)
        return function;
    }
  return NULL;
}

/* One attempt; the entry is done unless a cell that it needs lies too deep. */
static YlCellValue
attempt (YlRecalculation *book, guint slot)
{
  YlCellEntry *entry = yl_recalculation_get_entry (book, slot);
  entry->state = YL_ENTRY_RUNNING;
  const YlCell *cell = yl_sheet_cells_get (&book->sheets[entry->sheet], entry->cell);
  const YlArea place = { entry->sheet, cell->row, cell->row, cell->column, cell->column };
  const gboolean was_partial = book->is_partial;
  book->is_partial = FALSE;
  YlCellValue value =
      yl_formula_evaluate (book, yl_workbook_get_text (book->workbook, cell->formula), &place,
                           cell->is_array, find_function);
  if (value.kind == YL_VALUE_EMPTY)
    value = yl_cell_value_of_number (yl_fixed_of (0));
  entry = yl_recalculation_get_entry (book, slot); /* there may be more of them by now */
  entry->state = book->is_partial ? YL_ENTRY_FRESH : YL_ENTRY_DONE;
  entry->value = value;
  book->is_partial = book->is_partial || was_partial;
  return value;
}

static GHashTable *
index_names (const YlWorkbook *workbook)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < workbook->names->len; i++)
    {
      const YlDefinedName *name = &g_array_index (workbook->names, YlDefinedName, i);
      g_hash_table_insert (names, g_ascii_strdown (name->name, -1), name->reference);
    }
  return names;
}

YlRecalculation *
yl_recalculation_new (const YlWorkbook *workbook, guint64 max_visits)
{
  YlRecalculation *book = g_new0 (YlRecalculation, 1);
  book->workbook = workbook;
  book->sheets = g_new0 (YlSheetCells, workbook->sheets->len + 1);
  for (guint i = 0; i < workbook->sheets->len; i++)
    yl_sheet_cells_init (&book->sheets[i], g_ptr_array_index (workbook->sheets, i));
  book->entries = g_array_new (FALSE, TRUE, sizeof (YlCellEntry));
  g_array_set_size (book->entries, 1);
  book->wanted = g_array_new (FALSE, FALSE, sizeof (guint));
  book->names = index_names (workbook);
  book->dense = yl_dense_areas_new ();
  book->texts = g_string_chunk_new (4096);
  book->set_texts = g_string_chunk_new (256);
  book->max_visits = max_visits;
  book->attempt = attempt;
  return book;
}

void
yl_recalculation_free (YlRecalculation *book)
{
  if (book == NULL)
    return;
  for (guint i = 0; i < book->workbook->sheets->len; i++)
    yl_sheet_cells_clear (&book->sheets[i]);
  g_free (book->sheets);
  g_array_unref (book->entries);
  g_array_unref (book->wanted);
  g_hash_table_unref (book->names);
  g_hash_table_unref (book->dense);
  g_string_chunk_free (book->texts);
  g_string_chunk_free (book->set_texts);
  g_free (book);
}

/* What lies too deep is computed from its own start, before what needs it is tried again: a chain
 * of any length takes no more of the stack than MAX_LEVELS. */
static YlCellValue
compute (YlRecalculation *book, guint sheet, guint index)
{
  YlCellValue value = yl_recalculation_read_cell (book, sheet, index, FALSE);
  while (book->is_partial)
    {
      book->is_partial = FALSE;
      while (book->wanted->len > 0)
        {
          const guint n = book->wanted->len;
          const guint slot = g_array_index (book->wanted, guint, n - 1);
          book->round++;
          if (yl_recalculation_get_entry (book, slot)->state != YL_ENTRY_DONE)
            attempt (book, slot);
          if (yl_recalculation_get_entry (book, slot)->state == YL_ENTRY_DONE)
            g_array_set_size (book->wanted, n - 1);
          else
            yl_recalculation_get_entry (book, slot)->state =
                YL_ENTRY_RUNNING; /* it waits for those behind it */
          book->is_partial = FALSE;
        }
      book->round++;
      value = yl_recalculation_read_cell (book, sheet, index, FALSE);
    }
  return value;
}

static gboolean
find_index (const YlRecalculation *book, const char *sheet, guint *out_index)
{
  for (guint i = 0; i < book->workbook->sheets->len; i++)
    if (strcmp (book->sheets[i].sheet->name, sheet) == 0)
      {
        *out_index = i;
        return TRUE;
      }
  return FALSE;
}

void
yl_recalculation_get (
    YlRecalculation *book, const char *sheet, guint32 row, guint column, YlCellValue *out_value)
{
  guint at;
  guint index;
  *out_value = yl_cell_value_of_error ("#REF!");
  if (!find_index (book, sheet, &at))
    return;
  book->round++;
  *out_value = yl_sheet_cells_find (&book->sheets[at], row, column, &index)
                   ? compute (book, at, index)
                   : (YlCellValue){ .kind = YL_VALUE_EMPTY };
}

static void
forget (YlRecalculation *book)
{
  for (guint i = 1; i < book->entries->len; i++)
    if (yl_recalculation_get_entry (book, i)->state != YL_ENTRY_SET)
      yl_recalculation_get_entry (book, i)->state = YL_ENTRY_FRESH;
  g_hash_table_remove_all (book->dense);
  g_string_chunk_clear (book->texts);
  book->n_visits = 0;
}

/* A new cell has shifted the others. */
static void
rebuild_slots (YlRecalculation *book, guint sheet, guint inserted)
{
  for (guint i = 1; i < book->entries->len; i++)
    {
      YlCellEntry *entry = yl_recalculation_get_entry (book, i);
      if (entry->sheet != sheet)
        continue;
      entry->cell += entry->cell >= inserted;
      book->sheets[sheet].slots[entry->cell] = i;
    }
}

gboolean
yl_recalculation_set (
    YlRecalculation *book, const char *sheet, guint32 row, guint column, const YlCellValue *value)
{
  guint at;
  guint index;
  if (!find_index (book, sheet, &at))
    return FALSE;
  YlSheetCells *cells = &book->sheets[at];
  if (!yl_sheet_cells_find (cells, row, column, &index))
    {
      yl_sheet_cells_insert (cells, row, column);
      yl_sheet_cells_find (cells, row, column, &index);
      rebuild_slots (book, at, index);
    }
  YlCellEntry *entry =
      yl_recalculation_get_entry (book, yl_recalculation_take_slot (book, at, index));
  entry->state = YL_ENTRY_SET;
  entry->value = *value;
  if (value->text != NULL)
    entry->value.text = g_string_chunk_insert_const (book->set_texts, value->text);
  forget (book);
  return TRUE;
}

void
yl_recalculation_unset (YlRecalculation *book, const char *sheet, guint32 row, guint column)
{
  guint at;
  guint index;
  if (!find_index (book, sheet, &at)
      || !yl_sheet_cells_find (&book->sheets[at], row, column, &index))
    return;
  yl_recalculation_get_entry (book, yl_recalculation_take_slot (book, at, index))->state =
      YL_ENTRY_FRESH;
  forget (book);
}
