#include "yanglu/domain/intake.h"

#include "yanglu/domain/sender.h"

YlIntake *
yl_intake_new (void)
{
  YlIntake *intake = yl_arena_new_record (sizeof *intake);
  intake->tables = yl_arena_own (intake->arena, g_ptr_array_new_with_free_func (g_free),
                                 (GDestroyNotify) g_ptr_array_unref);
  intake->files = yl_arena_array (intake->arena, sizeof (YlIntakeFile));
  intake->sheets = yl_arena_array (intake->arena, sizeof (YlIntakeSheet));
  intake->left_out = yl_arena_array (intake->arena, sizeof (YlIntakeLeftOut));
  intake->of_others = yl_arena_array (intake->arena, sizeof (YlIntakeLeftOut));
  intake->senders = yl_arena_array (intake->arena, sizeof (YlSender));
  intake->budgets =
      yl_arena_own (intake->arena, g_ptr_array_new (), (GDestroyNotify) g_ptr_array_unref);
  return intake;
}

gboolean
yl_intake_column_is_needless (const YlIntakeColumn *column)
{
  if (column->role != NULL)
    return FALSE;
  switch (column->needless)
    {
    case YL_NEEDLESS_ORDINAL:
      return column->n_filled > 0;
    case YL_NEEDLESS_NUMBERING:
      return column->n_filled > 0 && column->n_counting == column->n_filled;
    case YL_NEEDLESS_REMARK:
      return column->n_filled == 0;
    default:
      return FALSE;
    }
}

/* Several road lists are one. */
static void
replace_tables (const YlIntake *intake, const char *file, const char *kind)
{
  if (kind[0] == '\0' || intake->is_adding)
    return;
  /* The last one took its place as this one would: a list may have its heads over every row. */
  const YlIntakeTable *last = intake->tables->len == 0 || intake->tables->len != intake->n_settled
                                  ? NULL
                                  : g_ptr_array_index (intake->tables, intake->tables->len - 1);
  if (last != NULL && g_str_equal (last->kind, kind) && g_str_equal (last->file, file))
    return;
  for (guint i = 0; i < intake->tables->len; i++)
    {
      YlIntakeTable *table = g_ptr_array_index (intake->tables, i);
      if (g_str_equal (table->kind, kind) && !g_str_equal (table->file, file))
        table->is_replaced = TRUE;
    }
}

YlIntakeTable *
yl_intake_add_table (
    YlIntake *intake, const char *file, const char *sheet, const char *kind, YlRowId first_row)
{
  replace_tables (intake, file, kind);
  YlIntakeTable *table = g_new (YlIntakeTable, 1);
  *table = (YlIntakeTable){ .file = yl_arena_keep_once (intake->arena, file),
                            .sheet = yl_arena_keep_once (intake->arena, sheet),
                            .kind = yl_arena_keep_once (intake->arena, kind),
                            .first_row = first_row,
                            .columns = yl_arena_array (intake->arena, sizeof (YlIntakeColumn)) };
  g_ptr_array_add (intake->tables, table);
  intake->n_settled = intake->is_adding ? 0 : intake->tables->len;
  return table;
}

void
yl_intake_add_column (YlIntake *intake, YlIntakeTable *table, const YlIntakeColumn *column)
{
  YlIntakeColumn kept = *column;
  kept.head = yl_arena_keep_once (intake->arena, column->head);
  kept.role = column->role == NULL ? NULL : yl_arena_keep_once (intake->arena, column->role);
  g_array_append_val (table->columns, kept);
}

void
yl_intake_add_sheet (YlIntake *intake, const YlIntakeSheet *sheet)
{
  YlIntakeSheet kept = *sheet;
  kept.file = yl_arena_keep_once (intake->arena, sheet->file);
  kept.sheet = yl_arena_keep (intake->arena, sheet->sheet);
  kept.why = sheet->why == NULL ? NULL : yl_arena_keep (intake->arena, sheet->why);
  g_array_append_val (intake->sheets, kept);
}

void
yl_intake_add_file (YlIntake *intake, const char *file, const char *form)
{
  const YlIntakeFile kept = { yl_arena_keep (intake->arena, file),
                              yl_arena_keep_once (intake->arena, form) };
  g_array_append_val (intake->files, kept);
}

void
yl_intake_add_budget (YlIntake *intake, const char *file)
{
  g_ptr_array_add (intake->budgets, (gpointer) yl_arena_keep (intake->arena, file));
}

void
yl_intake_add_left_out (YlIntake *intake,
                        const YlIntakeTable *table,
                        YlRowId row,
                        const YlRoadRow *read)
{
  if (intake->left_out->len >= YL_INTAKE_MAX_LEFT_OUT)
    return;
  const YlIntakeLeftOut kept = {
    .file = table->file,
    .sheet = table->sheet,
    .route_code = yl_arena_take (intake->arena, yl_text_dup (read->route_code)),
    .route_name = yl_arena_take (intake->arena, yl_text_dup (read->route_name)),
    .previous_code = yl_arena_take (intake->arena, yl_text_dup (read->previous_code)),
    .township = "",
    .row = row,
  };
  g_array_append_val (intake->left_out, kept);
}

void
yl_intake_add_of_others (YlIntake *intake, const YlIntakeLeftOut *road)
{
  if (intake->of_others->len >= YL_INTAKE_MAX_LEFT_OUT)
    return;
  const YlIntakeLeftOut kept = {
    .file = yl_arena_keep_once (intake->arena, road->file),
    .sheet = yl_arena_keep_once (intake->arena, road->sheet),
    .route_code = yl_arena_keep (intake->arena, road->route_code),
    .route_name = yl_arena_keep (intake->arena, road->route_name),
    .previous_code = "",
    .township = yl_arena_keep_once (intake->arena, road->township),
    .row = road->row,
  };
  g_array_append_val (intake->of_others, kept);
}
