#include "found-private.h"

#include "yanglu/base/capital.h"
#include "yanglu/domain/cell-place.h"

#include <string.h>

#define MAX_PPM G_GINT64_CONSTANT (1000000000000)
#define MAX_COUNT G_GINT64_CONSTANT (1000000000000)

/* What people write where there is nothing. */
static const char *const nothing[] = { "-",  "--", "—", "——", "–",  "/",
                                       "\\", "无", "…", "……", "空", NULL };

/* A unit written behind a number. */
static const char *const endings[] = { "万元", "亿元", "千元", "元", "公里", "千米",
                                       "km",   "KM",   "米",   "m",  NULL };

static guint
count_zeros (gint64 unit)
{
  guint n = 0;
  for (; unit >= 10; unit /= 10)
    n++;
  return n;
}

static gint64
get_limit (YlFoundMeaning meaning)
{
  if (meaning == YL_FOUND_LENGTH || meaning >= YL_FOUND_LISTED)
    return YL_LENGTH_MAX_M;
  if (meaning == YL_FOUND_RATE)
    return YL_RATE_MAX_FEN_PER_KM;
  if (meaning == YL_FOUND_PERCENT)
    return MAX_PPM;
  return meaning == YL_FOUND_COUNT ? MAX_COUNT : YL_MONEY_MAX_FEN;
}

static YlDecimalStatus
parse (const YlFoundColumn *column, const char *text, YlFoundValue *value)
{
  YlText number = yl_text_trim (yl_text_of (text));
  gint64 unit = column->unit;
  gint32 lost = 0;
  YlMoney money = { 0 };
  if (column->meaning == YL_FOUND_CAPITAL)
    {
      const YlDecimalStatus status = yl_money_parse_capital (number, &money);
      value->units = money.fen;
      return status;
    }
  if (column->meaning == YL_FOUND_PERCENT && g_str_has_suffix (text, "%"))
    {
      number = yl_text_trim ((YlText){ number.at, number.length - 1 });
      unit = 10000;
    }
  const gint64 limit =
      column->is_guessed ? YL_MONEY_MAX_FEN : get_limit ((YlFoundMeaning) column->meaning);
  const YlDecimalStatus status =
      yl_decimal_parse (number, count_zeros (unit), limit, &value->units, &lost);
  value->lost_micro = lost;
  return status;
}

/* (transfer full) (nullable): the number without the unit behind it, where that is the column's. */
static char *
find_repair (const YlWords *words, const YlFoundColumn *column, const char *text)
{
  for (gsize i = 0; endings[i] != NULL; i++)
    {
      if (!g_str_has_suffix (text, endings[i]))
        continue;
      const FoundWord word = found_word_parse (words, endings[i]);
      const gint64 unit = column->meaning == YL_FOUND_LENGTH ? word.length_unit : word.money_unit;
      g_autofree char *number = g_strndup (text, strlen (text) - strlen (endings[i]));
      return unit == column->unit && found_text_is_number (number) ? g_steal_pointer (&number)
                                                                   : NULL;
    }
  return NULL;
}

static void
report (FoundReading *reading,
        const YlFoundTable *table,
        const YlFoundColumn *column,
        const YlFoundRow *row,
        const char *text)
{
  g_autofree char *cell = yl_cell_to_text (row->row, column->column);
  g_autofree char *repair = find_repair (reading->words, column, text);
  g_autofree char *seen = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), 60));
  g_autofree char *message =
      g_strdup_printf ("“%s”一行的“%s”写作“%s”，%s，该数未参加核对", row->label, column->head, seen,
                       found_text_is_number (text)           ? "超出可能的范围"
                       : column->meaning == YL_FOUND_CAPITAL ? "不是可以读懂的大写金额"
                                                             : "不是可以读懂的数");
  const YlFinding finding = {
    .code = YL_C04,
    .severity = yl_code_get_severity (YL_C04),
    .file = reading->budget->file,
    .sheet = table->sheet,
    .row = row->row,
    .column = column->head,
    .cell = cell,
    .seen = seen,
    .expected =
        column->meaning == YL_FOUND_CAPITAL ? "大写金额，如壹佰元整" : "不带单位的数，如 12.345",
    .repair = repair,
    .message = message,
  };
  yl_findings_add (reading->audit->findings, &finding);
}

/* Words beside figures: a name, a mark such as 重复, a grade; a stake is a number too, and so is a class. */
static void
read_words (const YlWords *words,
            const YlFoundColumn *column,
            YlFoundRow *row,
            guint index,
            const char *text)
{
  YlFoundValue value = { .text = text };
  YlLength stake = { 0 };
  gint32 lost = 0;
  const gboolean is_stake = column->meaning == YL_FOUND_START || column->meaning == YL_FOUND_END;
  const YlText cell = yl_text_trim (yl_text_of (text));
  YlRoadClass road_class = YL_CLASS_COUNTY;
  if (column->meaning == YL_FOUND_CLASS
      && yl_road_class_parse_name (words, cell, &road_class) == YL_CLASS_READ_OK)
    value.units = (gint64) road_class + 1;
  if (is_stake && column->unit == 1)
    value.is_known =
        yl_decimal_parse (cell, 0, YL_LENGTH_MAX_M, &value.units, &lost) == YL_DECIMAL_OK;
  else if (is_stake && yl_length_parse_stake (cell, &stake, &lost) == YL_DECIMAL_OK)
    value = (YlFoundValue){ .units = stake.m, .is_known = TRUE, .text = text };
  yl_found_row_set (row, index, &value);
}

void
found_value_read (const FoundReading *reading,
                  const YlFoundTable *table,
                  const FoundGrid *grid,
                  YlFoundRow *row,
                  guint index)
{
  const YlFoundColumn *column = yl_found_table_get_column (table, index);
  const YlCell *cell = found_grid_find (grid, row->row, column->column);
  if (!found_is_value ((YlFoundMeaning) column->meaning))
    {
      read_words (reading->words, column, row, index,
                  column->meaning == YL_FOUND_OTHER
                      ? found_grid_get (grid, row->row, column->column)
                      : found_grid_get_shown (grid, row->row, column->column));
      return;
    }
  if (cell == NULL)
    return;
  const char *text = yl_workbook_get_text (reading->workbook, cell->value);
  g_autofree char *trimmed = yl_text_dup (yl_text_trim (yl_text_of (text)));
  const gboolean is_blank = g_strv_contains (nothing, trimmed);
  YlFoundValue value = {
    .text = is_blank ? "" : trimmed,
    .formula = cell->formula == 0 ? NULL : yl_workbook_get_text (reading->workbook, cell->formula),
  };
  const YlDecimalStatus status = is_blank ? YL_DECIMAL_BLANK : parse (column, trimmed, &value);
  value.is_known = status == YL_DECIMAL_OK;
  yl_found_row_set (row, index, &value);
}

static gboolean
is_unread (const YlFoundValue *value)
{
  return !value->is_known && value->text != NULL && value->text[0] != '\0';
}

/* A column of words is none of figures, whatever its head: 资金来源, 资金性质. */
static gboolean
is_of_words (const YlFoundTable *table, guint column)
{
  guint n_unread = 0;
  guint n_known = 0;
  for (guint i = 0; i < table->rows->len; i++)
    {
      const YlFoundValue *value = yl_found_row_get (yl_found_table_get_row (table, i), column);
      /* 约4 was meant as a number, 一般公共预算 was not. */
      n_unread += is_unread (value) && strpbrk (value->text, "0123456789#") == NULL ? 1 : 0;
      n_known += value->is_known || (value->formula != NULL && value->text[0] == '\0') ? 1 : 0;
    }
  return n_unread > n_known;
}

void
found_values_settle (FoundReading *reading, YlFoundTable *table)
{
  for (guint i = 0; i < table->columns->len; i++)
    if (found_is_value ((YlFoundMeaning) yl_found_table_get_column (table, i)->meaning)
        && is_of_words (table, i))
      g_array_index (table->columns, YlFoundColumn, i).meaning = YL_FOUND_OTHER;
  for (guint k = 0; k < table->rows->len; k++)
    for (guint i = 0; i < table->columns->len; i++)
      {
        const YlFoundColumn *column = yl_found_table_get_column (table, i);
        const YlFoundRow *row = yl_found_table_get_row (table, k);
        const YlFoundValue *value = yl_found_row_get (row, i);
        if (found_is_value ((YlFoundMeaning) column->meaning) && is_unread (value))
          report (reading, table, column, row, value->text);
      }
}
