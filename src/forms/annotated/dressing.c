#include "annotated-private.h"

#include "yanglu/base/keyed-hash.h"

static void
sheet_dress_free (gpointer data)
{
  YlSheetDress *sheet = data;
  g_array_unref (sheet->cells);
  g_array_unref (sheet->settings);
  g_free (sheet);
}

static gpointer
begin_sheet (gpointer self, const YlSheetForm *form)
{
  YlDressing *dressing = self;
  YlSheetDress *sheet = g_new0 (YlSheetDress, 1);
  sheet->form = *form;
  sheet->form.name = NULL;
  sheet->form.title = NULL;
  sheet->form.unit_note = NULL;
  sheet->form.index = NULL;
  sheet->form.columns = NULL;
  sheet->form.n_columns = 0;
  sheet->cells = g_array_new (FALSE, FALSE, sizeof (YlCellDress));
  sheet->settings = g_array_new (FALSE, FALSE, sizeof (YlSheetSetting));
  g_hash_table_insert (dressing->sheets, g_strdup (form->name), sheet);
  return sheet;
}

static void
put (gpointer self, gpointer sunk, const YlFormCell *cell)
{
  (void) self;
  const YlSheetDress *sheet = sunk;
  for (guint column = cell->column; column <= MAX (cell->column, cell->last_column); column++)
    {
      const YlCellDress dress = { cell->row, (guint16) column, (guint8) cell->look,
                                  (guint8) cell->style, (guint8) cell->measure };
      g_array_append_val (sheet->cells, dress);
    }
}

/* What the workbook as found does not say itself. */
static void
set (gpointer self, gpointer sunk, const YlSheetSetting *setting)
{
  (void) self;
  const YlSheetDress *sheet = sunk;
  const YlSettingKind kind = setting->kind;
  if (kind == YL_SETTING_FREEZE || kind == YL_SETTING_REPEAT_ROWS || kind == YL_SETTING_ONE_PAGE
      || kind == YL_SETTING_A3 || kind == YL_SETTING_TWO_PAGES)
    g_array_append_vals (sheet->settings, setting, 1);
}

static gint
compare_cells (gconstpointer a, gconstpointer b)
{
  const YlCellDress *one = a;
  const YlCellDress *two = b;
  if (one->row != two->row)
    return one->row < two->row ? -1 : 1;
  return (one->column > two->column) - (one->column < two->column);
}

YlDressing *
yl_dressing_new (const YlAnnotatedRequest *request)
{
  YlDressing *dressing = g_new0 (YlDressing, 1);
  dressing->sheets =
      g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, sheet_dress_free);
  const YlCellSink sink = { .self = dressing, .begin_sheet = begin_sheet, .put = put, .set = set };
  if (request->write_plan == NULL)
    return dressing;
  request->write_plan (request->plan, &sink);
  GHashTableIter iter;
  gpointer sheet = NULL;
  g_hash_table_iter_init (&iter, dressing->sheets);
  while (g_hash_table_iter_next (&iter, NULL, &sheet))
    g_array_sort (((YlSheetDress *) sheet)->cells, compare_cells);
  return dressing;
}

void
yl_dressing_free (YlDressing *dressing)
{
  if (dressing == NULL)
    return;
  g_hash_table_unref (dressing->sheets);
  g_free (dressing);
}

const YlSheetDress *
yl_dressing_find (const YlDressing *dressing, const char *sheet)
{
  return g_hash_table_lookup (dressing->sheets, sheet);
}
