#include "book-private.h"
#include "book-references-private.h"
#include "book-tabs-private.h"

#include "yanglu/io/copy/copy.h"

YlSheet *
yl_book_open_copy (YlBook *book)
{
  return yl_form_add_bare_sheet (book->form, YL_COPY_SHEET);
}

static YlCopyRange *
make_ranges (const YlBook *book, gsize *out_n)
{
  const YlMapEntry *map = yl_form_get_map (book->form, out_n);
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
yl_book_fill_copy (YlBook *book)
{
  YlSheet *sheet = book->tabs[YL_TAB_COPY];
  gsize n_ranges = 0;
  g_autofree YlCopyRange *ranges = make_ranges (book, &n_ranges);
  g_autoptr (GPtrArray) cells = yl_copy_make_cells (YL_VERSION, book->request->inputs,
                                                    book->request->n_inputs, ranges, n_ranges);
  for (guint i = 0; i < cells->len; i++)
    {
      yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 0);
      yl_sheet_raw_text (sheet, 0, g_ptr_array_index (cells, i));
    }
  yl_sheet_hide (sheet);
}
