#include "yanglu/domain/workbook.h"

#include <string.h>

YlWorkbook *
yl_workbook_new (const char *file, YlTextPool *texts)
{
  YlWorkbook *workbook = yl_arena_new_record (sizeof *workbook);
  workbook->file = yl_arena_keep (workbook->arena, file);
  workbook->texts = texts;
  workbook->sheets =
      yl_arena_own (workbook->arena, g_ptr_array_new (), (GDestroyNotify) g_ptr_array_unref);
  workbook->names = yl_arena_array (workbook->arena, sizeof (YlDefinedName));
  workbook->effort = yl_arena_own (workbook->arena, g_new0 (YlEffort, 1), g_free);
  workbook->looks = yl_arena_array (workbook->arena, sizeof (YlCellLook));
  return workbook;
}

YlWorksheet *
yl_workbook_add_sheet (YlWorkbook *workbook, const char *name)
{
  YlArena *arena = workbook->arena;
  YlWorksheet *sheet = yl_arena_own (arena, g_new0 (YlWorksheet, 1), g_free);
  sheet->name = yl_arena_keep (arena, name);
  sheet->cells = yl_arena_array (arena, sizeof (YlCell));
  sheet->hidden_rows = yl_arena_array (arena, sizeof (guint32));
  sheet->hidden_columns = yl_arena_array (arena, sizeof (guint16));
  sheet->merges = yl_arena_array (arena, sizeof (YlCellRange));
  sheet->page.looks = yl_arena_array (arena, sizeof (YlLookRun));
  sheet->page.latest = yl_arena_array (arena, sizeof (guint16));
  sheet->page.widths = yl_arena_array (arena, sizeof (YlColumnWidth));
  sheet->page.heights = yl_arena_array (arena, sizeof (YlRowHeight));
  sheet->page.conditions = yl_arena_array (arena, sizeof (YlLookCondition));
  sheet->page.covers = yl_arena_array (arena, sizeof (YlCellRange));
  sheet->page.print_areas = yl_arena_array (arena, sizeof (YlCellRange));
  g_ptr_array_add (workbook->sheets, sheet);
  return sheet;
}

void
yl_workbook_allow (const YlWorkbook *workbook, const YlBookLimits *limits)
{
  guint64 n_cells = 0;
  for (guint i = 0; i < workbook->sheets->len; i++)
    n_cells += ((const YlWorksheet *) g_ptr_array_index (workbook->sheets, i))->cells->len;
  yl_effort_allow (workbook->effort, limits,
                   yl_book_limits_count_paid (limits, n_cells, workbook->file_bytes));
}

void
yl_workbook_add_name (YlWorkbook *workbook, const char *name, const char *reference)
{
  const YlDefinedName entry = { yl_arena_keep (workbook->arena, name),
                                yl_arena_keep (workbook->arena, reference) };
  g_array_append_val (workbook->names, entry);
}

guint16
yl_workbook_add_look (YlWorkbook *workbook, const YlCellLook *look)
{
  YlCellLook kept = *look;
  const guint index = workbook->looks->len;
  if (index >= YL_MAX_LOOKS)
    return 0;
  kept.format = look->format == NULL ? NULL : yl_arena_keep (workbook->arena, look->format);
  g_array_append_val (workbook->looks, kept);
  return (guint16) index;
}

const YlWorksheet *
yl_workbook_find_sheet (const YlWorkbook *workbook, const char *name)
{
  for (guint i = 0; i < workbook->sheets->len; i++)
    {
      const YlWorksheet *sheet = g_ptr_array_index (workbook->sheets, i);
      if (strcmp (sheet->name, name) == 0)
        return sheet;
    }
  return NULL;
}

const char *
yl_workbook_find_name (const YlWorkbook *workbook, const char *name)
{
  for (guint i = 0; i < workbook->names->len; i++)
    {
      const YlDefinedName *entry = &g_array_index (workbook->names, YlDefinedName, i);
      if (strcmp (entry->name, name) == 0)
        return entry->reference;
    }
  return NULL;
}

const char *
yl_workbook_get_text (const YlWorkbook *workbook, YlTextId id)
{
  return yl_text_pool_get (workbook->texts, id);
}
