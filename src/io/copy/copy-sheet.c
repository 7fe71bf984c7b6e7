#include "yanglu/io/copy/copy.h"

#include "yanglu/forms/cells.h"

static YlCopyRange *
make_ranges (const YlForm *form, gsize *out_n)
{
  const YlFigureRange *map = yl_form_get_map (form, out_n);
  YlCopyRange *ranges = g_new0 (YlCopyRange, *out_n + 1);
  for (gsize i = 0; i < *out_n; i++)
    ranges[i] = (YlCopyRange){
      .sheet = map[i].sheet,
      .first_row = map[i].first_row - 1,
      .first_column = map[i].column,
      .last_row = map[i].last_row - 1,
      .last_column = map[i].column,
      .figure = map[i].key,
    };
  return ranges;
}

void
yl_copy_add_sheet (YlForm *form, const YlInputCopy *inputs, gsize n_inputs)
{
  gsize n_ranges = 0;
  g_autofree YlCopyRange *ranges = make_ranges (form, &n_ranges);
  g_autoptr (GPtrArray) cells = yl_copy_make_cells (YL_VERSION, inputs, n_inputs, ranges, n_ranges);
  YlSheet *sheet =
      yl_form_add_sheet (form, &(YlSheetForm){ .name = YL_COPY_SHEET, .is_bare = TRUE });
  for (guint i = 0; i < cells->len; i++)
    {
      yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 0);
      yl_sheet_put (sheet, 0, 0,
                    (YlOwnCell){ .kind = YL_CELL_RAW, .text = g_ptr_array_index (cells, i) });
    }
  yl_sheet_set (sheet, &(YlSheetSetting){ .kind = YL_SETTING_HIDE });
}
