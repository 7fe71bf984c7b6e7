#include <string.h>

#include "entry-private.h"

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
};

static const char *const columns[] = {
  [ENTITY] = "entity",           [YEAR] = "year", [PHONE] = "phone", [PREPARED_BY] = "prepared-by",
  [REVIEWED_BY] = "reviewed-by", [HEAD] = "head", [DATE] = "date",   [ENGINEERING] = "engineering",
  [LAST_YEAR] = "last-year",
};

static const YlHeadTable keys = {
  .words = YL_WORDS_UNIT_HEADS,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};

#define FIRST_YEAR 1990
#define LAST_POSSIBLE_YEAR 2100

static void
set_text (char **field, YlText text)
{
  g_free (*field);
  *field = yl_text_is_blank (text) ? g_strdup ("") : yl_text_dup (text);
}

static void
begin (YlEntryContext *context)
{
  YlUnit *unit = &context->entry->unit;
  char **const texts[] = { &unit->entity, &unit->phone, &unit->prepared_by, &unit->reviewed_by,
                           &unit->head };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    set_text (texts[i], YL_TEXT_EMPTY);
  unit->year = 0;
  unit->date = (YlDate){ 0 };
  unit->has_engineering = FALSE;
  unit->has_last_year = FALSE;
}

static void
read_year (YlEntryContext *context, const YlEntryCell *cell)
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
      yl_entry_report_unread (context, cell, "不是可用的年度",
                              "1990 至 2100 之间的四位年份，如 2021", "年度按未填写处理", NULL);
      return;
    }
  context->entry->unit.year = (guint) year;
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
read_date (YlEntryContext *context, const YlEntryCell *cell)
{
  if (yl_text_is_blank (cell->text) || yl_date_parse (cell->text, &context->entry->unit.date)
      || read_serial_day (cell->text, &context->entry->unit.date))
    return;
  yl_entry_report_unread (context, cell, "不是可以读懂的日期",
                          "2021-01-31 或 2021年1月31日 这样的日期", "填报日期留空", NULL);
}

static void
read_value (YlEntryContext *context, guint key, const YlEntryCell *cell)
{
  YlUnit *unit = &context->entry->unit;
  switch (key)
    {
    case ENTITY:
      set_text (&unit->entity, cell->text);
      break;
    case YEAR:
      read_year (context, cell);
      break;
    case PHONE:
      set_text (&unit->phone, cell->text);
      break;
    case PREPARED_BY:
      set_text (&unit->prepared_by, cell->text);
      break;
    case REVIEWED_BY:
      set_text (&unit->reviewed_by, cell->text);
      break;
    case HEAD:
      set_text (&unit->head, cell->text);
      break;
    case DATE:
      read_date (context, cell);
      break;
    case ENGINEERING:
      unit->has_engineering =
          yl_entry_cell_to_length (context, cell, YL_UNIT_KILOMETRE, "养护工程里程按未填写处理",
                                   &unit->engineering)
          == YL_CELL_READ;
      break;
    case LAST_YEAR:
      unit->has_last_year =
          yl_entry_cell_to_amount (context, cell, "上年预算数按未填写处理", &unit->last_year)
          == YL_CELL_READ;
      break;
    default:
      break;
    }
}

static void
take_row (YlEntryContext *context, const YlEntryRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    {
      if (yl_text_is_blank (row->cells[i]))
        continue;
      g_autofree char *key = yl_text_dup (yl_text_trim (row->cells[i]));
      guint column = YL_HEADS_MAX;
      YlHeadUnit unit = YL_UNIT_NONE;
      const YlHeadNames names = yl_head_names_of (&keys, context->words);
      yl_head_match (&names, key, &column, &unit);
      const YlText value = i + 1 < row->n_cells ? row->cells[i + 1] : YL_TEXT_EMPTY;
      const YlEntryCell cell = { key, unit, yl_text_trim (value), row->row };
      read_value (context, column, &cell);
      return;
    }
}

const YlEntryTable yl_entry_unit_table = {
  .sheet = "单位信息",
  .has_sums = TRUE,
  .begin = begin,
  .row = take_row,
};
