#include "audit-book-private.h"

/* 读取口径: what was taken for what, said first so that a person can object. */

enum
{
  ORDINAL,
  WHAT,
  TAKEN_FOR,
  OBJECTION,
  N_COLUMNS,
};

static const YlColumnForm columns[N_COLUMNS] = {
  [ORDINAL] = { "序号", NULL, 7 },
  [WHAT] = { "文件中的内容", NULL, 40 },
  [TAKEN_FOR] = { "认作", NULL, 64 },
  [OBJECTION] = { "不同意见", NULL, 24 },
};

void
yl_papers_write_readings (YlPapers *papers)
{
  const GArray *readings = papers->audit->readings;
  if (readings->len == 0)
    return;
  const YlSheetForm sheet_form = {
    .name = "读取口径",
    .title = "读取口径说明",
    .columns = columns,
    .n_columns = N_COLUMNS,
  };
  YlSheet *sheet = yl_form_add_sheet (papers->form, &sheet_form);
  for (guint i = 0; i < readings->len; i++)
    {
      const YlReading *reading = &g_array_index (readings, YlReading, i);
      yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
      yl_sheet_number (sheet, ORDINAL, YL_MEASURE_NUMBER, (gint64) i + 1);
      yl_sheet_text (sheet, WHAT, reading->what);
      yl_sheet_text (sheet, TAKEN_FOR, reading->taken_for);
      yl_sheet_blank (sheet, OBJECTION);
    }
  yl_sheet_end (sheet);
}
