#include "yanglu/io/book-faults.h"

#include "yanglu/domain/cell-place.h"

void
yl_book_faults_add (
    const YlBookFaults *faults, YlCode code, const YlFaultPlace *place, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  const gboolean is_ignored = code == YL_E05;
  const YlFinding finding = {
    .code = code,
    .severity = place->is_warning ? YL_SEVERITY_WARNING : yl_code_get_severity (code),
    .file = faults->file,
    .sheet = place->sheet,
    .row = place->row,
    .column = place->column,
    .seen = place->seen,
    .message = message,
    /* What is ignored or read all the same costs nothing; what was not read, nobody knows. */
    .is_priced = is_ignored || place->is_warning,
  };
  yl_findings_add (faults->findings, &finding);
}

void
yl_book_faults_add_limit (const YlBookFaults *faults, const char *sheet, const GError *error)
{
  const YlFaultPlace place = { .sheet = sheet };
  if (sheet == NULL)
    yl_book_faults_add (faults, YL_E08, &place, "%s", error->message);
  else
    yl_book_faults_add (faults, YL_E08, &place, "工作表“%s”没有读完：%s", sheet, error->message);
}

static const struct
{
  YlCode code;
  const char *message;
  gboolean is_warning; /* nothing is lost by it */
} sheet_faults[] = {
  [YL_SHEET_FAULT_ROW_NUMBER] = { YL_E08, "其后有一行的行号超出行数上限，该行未读" },
  [YL_SHEET_FAULT_ROW_LIMIT] = { YL_E08, "工作表的行数超过上限，其后各行未读" },
  [YL_SHEET_FAULT_ROW_ORDER] = { YL_E08,
                                 "行号倒退或重复，该行照读；请用 Excel、WPS 打开后另存为 .xlsx "
                                 "再核对",
                                 TRUE },
  [YL_SHEET_FAULT_COLUMN_LIMIT] = { YL_E08, "列数超过上限，该列及其后各列未读" },
  [YL_SHEET_FAULT_CELL_LIMIT] = { YL_E08, "工作簿的单元格数超过上限，其后未读" },
  [YL_SHEET_FAULT_SHARED_LIMIT] = { YL_E08, "共用公式逐格写出后的文字超过上限，其后未读" },
  [YL_SHEET_FAULT_REFERENCE] = { YL_E08, "单元格的位置看不懂，该单元格未读" },
  [YL_SHEET_FAULT_REPEATED] = { YL_E08,
                                "同一单元格在文件里出现两次，以后一次为准，前一次的值未读" },
  [YL_SHEET_FAULT_LONG_TEXT] = { YL_E08, "单元格的文字超过 Excel 的上限，多出部分未读" },
  [YL_SHEET_FAULT_LONG_STRING] = { YL_E08, "单元格的文字超过 Excel 的上限，按空白处理" },
  [YL_SHEET_FAULT_STRING] = { YL_E04, "单元格指向不存在的共享字符串，按空白处理。请用 Excel、WPS "
                                      "打开后另存为 .xlsx 再试" },
  [YL_SHEET_FAULT_UNDECODED] = { YL_E04, "单元格的文字里有无法识别的字节，已用“�”代替" },
  [YL_SHEET_FAULT_DDE] = { YL_E05, "公式调用其他程序（DDE），已忽略，只采用单元格里保存的值" },
};
G_STATIC_ASSERT (G_N_ELEMENTS (sheet_faults) == YL_N_SHEET_FAULTS);

void
yl_sheet_faults_add (
    YlSheetFaults *faults, YlSheetFault fault, guint32 row, guint column, const char *seen)
{
  if ((faults->told & 1u << fault) != 0)
    return;
  faults->told |= 1u << fault;
  char letters[YL_COLUMN_LETTERS] = "";
  const gboolean has_column = column != YL_SHEET_FAULT_NO_COLUMN;
  if (has_column)
    yl_column_to_letters (column, letters);
  const YlFaultPlace place = { faults->sheet, row, has_column ? letters : NULL, seen,
                               sheet_faults[fault].is_warning };
  yl_book_faults_add (faults->faults, sheet_faults[fault].code, &place,
                      "工作表“%s”第 %u 行%s%s%s：%s（同类情形本表只报一次）。", faults->sheet, row,
                      has_column ? " " : "", letters, has_column ? " 列" : "",
                      sheet_faults[fault].message);
}
