#include <string.h>

#include "table-private.h"
#include "yanglu/io/import/head-match.h"

/* 单位信息 has no heads: a key, and the value in the cell after it. */
enum
{
  ENTITY,
  YEAR,
  PHONE,
  PREPARED_BY,
  REVIEWED_BY,
  HEAD,
  DATE,
  ENGINEERING,
  LAST_YEAR,
  N_COLUMNS,
};

#define FIRST_YEAR 1990
#define LAST_POSSIBLE_YEAR 2100

static void
read_year (YlTableContext *context, const TableCell *cell, YlUnit *unit)
{
  if (yl_text_is_blank (cell->text))
    return;
  YlText digits = cell->text;
  const gsize width = strlen ("年");
  if (digits.length > width && memcmp (digits.at + digits.length - width, "年", width) == 0)
    digits.length -= width;
  gint64 year = 0;
  gint32 lost = 0;
  const YlDecimalStatus status = yl_decimal_parse (digits, 0, 9999, &year, &lost);
  if (status != YL_DECIMAL_OK || lost != 0 || year < FIRST_YEAR || year > LAST_POSSIBLE_YEAR)
    {
      table_report_unread (context, cell, "不是可用的年度", "1990 至 2100 之间的四位年份，如 2021",
                           "年度按未填写处理", NULL);
      return;
    }
  unit->year = (guint) year;
}

/* A day that lost its number format: Excel counts days from 1899-12-30. Only dates of our time
 * are taken, 1990-01-01 to 2099-12-31; no other way of writing a day has five digits. */
static gboolean
read_serial_day (YlText text, YlDate *out_date)
{
  enum
  {
    FIRST_DAY = 32874,
    LAST_DAY = 73050,
    DAYS_BEFORE_1900 = 693594 /* from 0001-01-01 to 1899-12-30, counted as GDate does */
  };
  gint64 day = 0;
  gint32 lost = 0;
  if (yl_decimal_parse (text, 0, LAST_DAY, &day, &lost) != YL_DECIMAL_OK || lost != 0
      || day < FIRST_DAY)
    return FALSE;
  GDate date;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) (day + DAYS_BEFORE_1900));
  out_date->yyyymmdd =
      (guint32) (g_date_get_year (&date) * 10000u + (guint) g_date_get_month (&date) * 100u
                 + g_date_get_day (&date));
  return TRUE;
}

static void
read_date (YlTableContext *context, const TableCell *cell, YlUnit *unit)
{
  if (yl_text_is_blank (cell->text) || yl_date_parse (cell->text, &unit->date)
      || read_serial_day (cell->text, &unit->date))
    return;
  table_report_unread (context, cell, "不是可以读懂的日期",
                       "2021-01-31 或 2021年1月31日 这样的日期", "填报日期留空", NULL);
}

static const YlImportColumn columns[] = {
  [ENTITY] = { "entity", YL_AS_TEXT, YL_AT (YlUnit, entity) },
  [YEAR] = { "year" },
  [PHONE] = { "phone", YL_AS_TEXT, YL_AT (YlUnit, phone) },
  [PREPARED_BY] = { "prepared-by", YL_AS_TEXT, YL_AT (YlUnit, prepared_by) },
  [REVIEWED_BY] = { "reviewed-by", YL_AS_TEXT, YL_AT (YlUnit, reviewed_by) },
  [HEAD] = { "head", YL_AS_TEXT, YL_AT (YlUnit, head) },
  [DATE] = { "date" },
  [ENGINEERING] = { "engineering", YL_AS_KM, YL_AT (YlUnit, engineering),
                    .has = G_STRUCT_OFFSET (YlUnit, has_engineering),
                    .effect = "养护工程里程按未填写处理" },
  [LAST_YEAR] = { "last-year", YL_AS_AMOUNT, YL_AT (YlUnit, last_year),
                  .has = G_STRUCT_OFFSET (YlUnit, has_last_year),
                  .lost = G_STRUCT_OFFSET (YlUnit, last_year_lost),
                  .effect = "上年预算数按未填写处理" },
};
G_STATIC_ASSERT (G_N_ELEMENTS (columns) == N_COLUMNS);

static void
begin (YlTableContext *context)
{
  context->entry->unit = YL_UNIT_BLANK;
}

/* The first filled cell is a key, the one behind it its value. */
static void
take_row (YlTableRow *row)
{
  guint at = 0;
  while (yl_text_is_blank (row->cells[at]))
    at++;
  YlUnit *unit = &row->context->entry->unit;
  YlHeadMatch match = { .column = YL_HEADS_MAX };
  g_autofree char *key = yl_text_dup (yl_text_trim (row->cells[at]));
  const YlHeadNames names = yl_head_names_of (row->table, row->context->words);
  yl_head_match (&names, key, &match);
  const guint column = match.column;
  YlHeadUnit stated = match.unit;
  yl_unit_line_take (&row->context->units, row->context->words, row->cells, row->n_cells);
  if (stated == YL_UNIT_NONE && column < N_COLUMNS && columns[column].as == YL_AS_AMOUNT)
    stated = row->context->units.money;
  row->key_cell = at;
  row->key_column = column;
  row->key_unit = stated;
  const YlText value = at + 1 < row->n_cells ? row->cells[at + 1] : YL_TEXT_EMPTY;
  const TableCell cell = { key, stated, yl_text_trim (value), row->number };
  if (column == YEAR)
    read_year (row->context, &cell, unit);
  else if (column == DATE)
    read_date (row->context, &cell, unit);
  else if (column < YL_HEADS_MAX)
    table_read_cell (row, &cell, column, unit);
}

const YlImportTable yl_unit_table = {
  .sheet = YL_SHEET_UNIT,
  .words = YL_WORDS_UNIT_HEADS,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .has_sums = TRUE,
  .begin = begin,
  .row = take_row,
};
