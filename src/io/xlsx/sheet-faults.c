#include "sheet-private.h"

#include "yanglu/domain/cell-place.h"

#include "reference-private.h"

void
yl_xlsx_sheet_report (
    YlXlsxSheet *self, YlSheetFault fault, YlCode code, const char *seen, const char *message)
{
  if ((self->faults_told & fault) != 0)
    return;
  self->faults_told |= fault;
  char letters[YL_COLUMN_LETTERS] = "";
  const char *column = NULL;
  if (self->is_row_open && self->column != YL_XLSX_NO_COLUMN)
    {
      yl_column_to_letters (self->column, letters);
      column = letters;
    }
  const YlXlsxPlace place = { self->sheet, self->row_number, column, seen };
  yl_xlsx_report (self->reading, code, &place,
                  "工作表“%s”第 %u 行%s%s%s：%s（同类情形本表只报一次）。", self->sheet,
                  self->row_number, column == NULL ? "" : " ", letters, column == NULL ? "" : " 列",
                  message);
}
