#include "yanglu/domain/audit/found-step.h"

#include <string.h>

/* Decimals told apart: 万元 has six. */
#define MAX_DECIMALS 6

/* 0…9, or the last byte of a full-width one. */
static gboolean
is_digit (const char *at)
{
  return g_ascii_isdigit (*at)
         || (g_str_has_prefix (at, "\xEF\xBC") && at[2] >= '\x90' && at[2] <= '\x99');
}

/* Digits behind the point; 0 without one. */
static guint
count_decimals (const char *text)
{
  const char *point = text == NULL ? NULL : strchr (text, '.');
  if (text != NULL && point == NULL)
    point = strstr (text, "．");
  guint n = 0;
  for (const char *at = point == NULL ? "" : point + 1; *at != '\0'; at++)
    n += is_digit (at) ? 1 : 0;
  return n;
}

/* Digits behind the point in units of the column: 25% is 0.25 in a column of parts of one. */
static guint
count_digits (const char *text, gint64 unit)
{
  const gboolean is_percent = unit == 1000000 && text != NULL && strchr (text, '%') != NULL;
  return count_decimals (text) + (is_percent ? 2 : 0);
}

static gint64
get_step (gint64 unit, guint n_decimals)
{
  for (guint i = 0; i < n_decimals && unit > 1; i++)
    unit /= 10;
  return unit;
}

gint64
yl_found_table_get_step (const YlFoundTable *table, guint column)
{
  const gint64 unit = yl_found_table_get_column (table, column)->unit;
  guint n_with[MAX_DECIMALS + 1] = { 0 };
  guint n_known = 0;
  for (guint i = 0; i < table->rows->len; i++)
    {
      const YlFoundValue *value = yl_found_row_get (yl_found_table_get_row (table, i), column);
      if (!value->is_known || value->units == 0)
        continue;
      n_known++;
      n_with[MIN (count_digits (value->text, unit), MAX_DECIMALS)]++;
    }
  /* The finest digit that a quarter of the numbers have. */
  guint n_finer = 0;
  for (guint n = MAX_DECIMALS; n > 0; n--)
    {
      n_finer += n_with[n];
      if (n_finer * 4 >= n_known && n_finer > 0)
        return get_step (unit, n);
    }
  return unit;
}

gint64
yl_found_value_get_step (const YlFoundValue *value, gint64 unit, gint64 column_step)
{
  return MIN (get_step (unit, count_digits (value->text, unit)), column_step);
}
