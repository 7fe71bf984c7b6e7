#include "yanglu/cli/option-value.h"

#include "yanglu/base/date.h"
#include "yanglu/base/decimal.h"
#include "yanglu/base/error.h"
#include "yanglu/base/ratio.h"

#include <string.h>

/* Per cent with four decimals are parts per million. */
#define PERCENT_DECIMALS 4

#define FIRST_YEAR 1990
#define LAST_YEAR 2100

/* Standard input can be read once, and that is for the road list. */
static gboolean
read_file (const char *name, const char *text, const char **out_path, GError **error)
{
  if (strcmp (text, "-") != 0)
    {
      *out_path = text;
      return TRUE;
    }
  g_set_error (error, YL_ERROR, YL_ERROR_USAGE,
               "--%s 要给出文件名：只有里程台账可以用 - 从标准输入读。", name);
  return FALSE;
}

static gboolean
read_choice (const YlOption *option, const char *text, guint *out_value, GError **error)
{
  g_autoptr (GString) all = g_string_new (NULL);
  for (const YlOptionWord *word = option->words; word->word != NULL; word++)
    {
      if (strcmp (text, word->word) == 0)
        {
          *out_value = word->value;
          return TRUE;
        }
      g_string_append_printf (all, "%s%s", all->len == 0 ? "" : "、", word->word);
    }
  g_set_error (error, YL_ERROR, YL_ERROR_USAGE, "选项 --%s 的值“%s”不合要求：应为 %s 之一。",
               option->name, text, all->str);
  return FALSE;
}

static gboolean
read_year (const char *text, guint *out_year, GError **error)
{
  gint64 year = 0;
  gint32 lost = 0;
  if (yl_decimal_parse (yl_text_of (text), 0, LAST_YEAR, &year, &lost) == YL_DECIMAL_OK && lost == 0
      && year >= FIRST_YEAR)
    {
      *out_year = (guint) year;
      return TRUE;
    }
  g_set_error (error, YL_ERROR, YL_ERROR_USAGE,
               "年度“%s”不合要求：应为 %d 至 %d 之间的四位数字，例如 --year 2021。", text,
               FIRST_YEAR, LAST_YEAR);
  return FALSE;
}

static gboolean
read_date (const char *name, const char *text, YlDate *out_date, GError **error)
{
  if (yl_date_parse (yl_text_of (text), out_date))
    return TRUE;
  g_set_error (error, YL_ERROR, YL_ERROR_USAGE, "--%s“%s”不是日期：应写成 2021-03-01 这样的形式。",
               name, text);
  return FALSE;
}

static gboolean
read_seed (const char *name, const char *text, guint64 *out_seed, GError **error)
{
  if (g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT64, out_seed, NULL))
    return TRUE;
  g_set_error (error, YL_ERROR, YL_ERROR_USAGE,
               "--%s“%s”不是随机种子：应写成 0 至 18446744073709551615 之间的整数。", name, text);
  return FALSE;
}

static gboolean
read_materiality (const char *name, const char *text, YlShare *out_share, GError **error)
{
  gint64 ppm = 0;
  gint32 lost = 0;
  if (yl_decimal_parse (yl_text_of (text), PERCENT_DECIMALS, YL_SHARE_WHOLE, &ppm, &lost)
          == YL_DECIMAL_OK
      && lost == 0 && ppm > 0)
    {
      out_share->ppm = ppm;
      return TRUE;
    }
  g_set_error (error, YL_ERROR, YL_ERROR_USAGE,
               "--%s“%s”不是可容忍错报的百分比：应大于 0、不超过 100，例如 5。", name, text);
  return FALSE;
}

gboolean
yl_option_value_read (const YlOption *option, const char *text, gpointer out_value, GError **error)
{
  switch (option->kind)
    {
    case YL_OPTION_TEXT:
    case YL_OPTION_INPUT:
    case YL_OPTION_POLICY:
    case YL_OPTION_OUTPUT:
      *(const char **) out_value = text;
      return TRUE;
    case YL_OPTION_FILE:
      return read_file (option->name, text, out_value, error);
    case YL_OPTION_CHOICE:
      return read_choice (option, text, out_value, error);
    case YL_OPTION_YEAR:
      return read_year (text, out_value, error);
    case YL_OPTION_DATE:
      return read_date (option->name, text, out_value, error);
    case YL_OPTION_SEED:
      return read_seed (option->name, text, out_value, error);
    case YL_OPTION_MATERIALITY:
      return read_materiality (option->name, text, out_value, error);
    case YL_OPTION_FLAG:
    default:
      g_return_val_if_reached (FALSE);
    }
}
