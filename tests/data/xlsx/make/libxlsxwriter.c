/* libxlsxwriter OUT.xlsx: the list of roads.json as libxlsxwriter writes it. */
#include <xlsxwriter.h>

typedef struct
{
  const char *texts[4];
  const char *start; /* a stake as text, or NULL */
  const char *end;
  double start_km;
  double end_km;
  const char *length; /* a number typed as text, or NULL */
  double length_km;
  int is_dead_end;
  lxw_datetime built; /* no year: no date */
  const char *note;
} Road;

static const Road roads[] = {
  { { "X001371502", "示例一路", "县道", "闫寺街道" },
    NULL,
    NULL,
    1.1,
    12.3,
    NULL,
    0,
    0,
    { 2015, 6, 30, 0, 0, 0 },
    NULL },
  { { "Y002371502", "示例二路", "乡道", "闫寺街道" },
    NULL,
    NULL,
    0,
    6.5,
    NULL,
    6.5,
    0,
    { 2008, 12, 1, 0, 0, 0 },
    "a<b & \"c\"" },
  { { "C003371502", "示例三路", "村道", "道口铺街道" },
    NULL,
    NULL,
    1.2,
    3.7,
    "2.5",
    0,
    1,
    { 2021, 1, 31, 0, 0, 0 },
    NULL },
  { { "C004371502", "示例四路", "村道", "道口铺街道" },
    NULL,
    NULL,
    0,
    0.8,
    NULL,
    0.8,
    0,
    { 0, 0, 0, 0, 0, 0 },
    " 前后有空格 " },
  { { "Y005371502", "示例五路", "乡道", "北城街道" },
    "K0+000",
    "K3+210",
    0,
    0,
    NULL,
    3.21,
    0,
    { 2021, 3, 1, 0, 0, 0 },
    "第一行\n第二行" },
};

static const char *const heads[] = { "路线编码", "路线名称", "行政等级", "乡镇",     "起点桩号",
                                     "止点桩号", "里程",     "断头路",   "修建日期", "备注" };

static void
write_stake (lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *text, double km)
{
  if (text != NULL)
    worksheet_write_string (sheet, row, column, text, NULL);
  else
    worksheet_write_number (sheet, row, column, km, NULL);
}

static void
write_road (lxw_worksheet *sheet, lxw_row_t row, const Road *road, lxw_format *date)
{
  for (lxw_col_t i = 0; i < 4; i++)
    worksheet_write_string (sheet, row, i, road->texts[i], NULL);
  write_stake (sheet, row, 4, road->start, road->start_km);
  write_stake (sheet, row, 5, road->end, road->end_km);
  if (row == 2)
    worksheet_write_formula_num (sheet, row, 6, "=F3-E3", NULL, road->end_km - road->start_km);
  else
    write_stake (sheet, row, 6, road->length, road->length_km);
  worksheet_write_boolean (sheet, row, 7, road->is_dead_end, NULL);
  if (road->built.year != 0)
    worksheet_write_datetime (sheet, row, 8, (lxw_datetime *) &road->built, date);
  if (road->note != NULL)
    worksheet_write_string (sheet, row, 9, road->note, NULL);
}

int
main (int argc, char **argv)
{
  if (argc != 2)
    return 2;
  lxw_workbook *book = workbook_new (argv[1]);
  lxw_worksheet *sheet = workbook_add_worksheet (book, "里程台账");
  lxw_worksheet *hidden = workbook_add_worksheet (book, "隐藏");
  lxw_doc_properties properties = { .created = 1609459200 };
  workbook_set_properties (book, &properties);
  lxw_format *date = workbook_add_format (book);
  lxw_format *bold = workbook_add_format (book);
  format_set_num_format (date, "yyyy-mm-dd");
  format_set_bold (bold);
  worksheet_merge_range (sheet, 0, 0, 0, 9, "农村公路里程台账（示例）", NULL);
  for (lxw_col_t i = 0; i < 10; i++)
    worksheet_write_string (sheet, 1, i, heads[i], NULL);
  for (lxw_row_t i = 0; i < sizeof roads / sizeof roads[0]; i++)
    write_road (sheet, i + 2, &roads[i], date);
  lxw_rich_string_tuple first = { NULL, "大修 " };
  lxw_rich_string_tuple second = { bold, "2019" };
  lxw_rich_string_tuple third = { NULL, " 完工" };
  lxw_rich_string_tuple *rich[] = { &first, &second, &third, NULL };
  worksheet_write_rich_string (sheet, 2, 9, rich, NULL);
  worksheet_write_string (hidden, 0, 0, "看不见", NULL);
  worksheet_hide (hidden);
  return workbook_close (book);
}
