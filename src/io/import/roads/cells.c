#include "reading-private.h"

#include "yanglu/base/date.h"

#include <string.h>

/* Digits that a fast length may have before its point: 999 999 km and far below every limit. */
#define MAX_FAST_DIGITS 6
#define DIVISION_OF_A_VILLAGE 12
#define CENTIMETRE_DECIMALS 2
#define WIDTH_MAX_CM 60000 /* 600 m: no road is so wide, and it fits its 16 bits */
#define FIRST_YEAR 1900
#define LAST_YEAR 2100

static gboolean
is_digit (char c)
{
  return c >= '0' && c <= '9';
}

/* "12.345" as 12345: three decimals, as nearly every length has them. */
static inline gboolean
read_three_decimals (YlText cell, gint64 *out_m)
{
  const gsize n = cell.length;
  if (n < 5 || n > MAX_FAST_DIGITS + 4 || cell.at[n - 4] != '.')
    return FALSE;
  const char *decimals = cell.at + n - 3;
  guint m = 0;
  for (const char *at = cell.at; at < decimals - 1; at++)
    {
      if (!is_digit (*at))
        return FALSE;
      m = m * 10 + (guint) (*at - '0');
    }
  if (!is_digit (decimals[0]) || !is_digit (decimals[1]) || !is_digit (decimals[2]))
    return FALSE;
  *out_m = (gint64) m * 1000 + (decimals[0] - '0') * 100 + (decimals[1] - '0') * 10
           + (decimals[2] - '0');
  return TRUE;
}

/* "12.3" as 12300; what is not plain digits with at most three decimals is left to the slow way.
 */
static gboolean
read_plain_km (YlText cell, gint64 *out_m)
{
  if (read_three_decimals (cell, out_m))
    return TRUE;
  gint64 m = 0;
  gsize i = 0;
  for (; i < cell.length && i <= MAX_FAST_DIGITS && is_digit (cell.at[i]); i++)
    m = m * 10 + (cell.at[i] - '0');
  if (i == 0 || i > MAX_FAST_DIGITS)
    return FALSE;
  guint n_decimals = 0;
  if (i < cell.length && cell.at[i] == '.')
    for (i++; i < cell.length && n_decimals < 3 && is_digit (cell.at[i]); i++, n_decimals++)
      m = m * 10 + (cell.at[i] - '0');
  if (i < cell.length)
    return FALSE;
  for (; n_decimals < 3; n_decimals++)
    m *= 10;
  *out_m = m;
  return TRUE;
}

/* "K12+345" as 12345, written in full; any other spelling is left to the slow way. */
static gboolean
read_plain_stake (YlText cell, gint64 *out_m)
{
  if (cell.length < sizeof "K0+000" - 1 || cell.length > MAX_FAST_DIGITS + sizeof "K+000" - 1
      || cell.at[0] != 'K' || cell.at[cell.length - 4] != '+')
    return FALSE;
  gint64 m = 0;
  for (gsize i = 1; i < cell.length; i++)
    {
      if (i == cell.length - 4)
        continue;
      if (!is_digit (cell.at[i]))
        return FALSE;
      m = m * 10 + (cell.at[i] - '0');
    }
  *out_m = m;
  return TRUE;
}

static gboolean
is_in_metres (const RoadReading *reading, guint column)
{
  return reading->import->units[column] == YL_UNIT_METRE;
}

static void
read_length (const RoadReading *reading, guint column, YlText cell, RoadLength *out)
{
  out->seen = cell;
  if (!is_in_metres (reading, column) && read_plain_km (cell, &out->m))
    {
      out->status = YL_DECIMAL_OK;
      return;
    }
  YlLength length = { 0 };
  out->status = is_in_metres (reading, column) ? yl_length_parse_m (cell, &length, &out->lost_um)
                                               : yl_length_parse_km (cell, &length, &out->lost_um);
  out->m = length.m;
  const gboolean is_negative =
      out->status == YL_DECIMAL_OK && (out->m < 0 || (out->m == 0 && out->lost_um < 0));
  if (is_negative)
    out->status = YL_DECIMAL_MALFORMED;
}

static void
read_stake (const RoadReading *reading, guint column, YlText cell, RoadLength *out)
{
  out->seen = cell;
  if (read_plain_stake (cell, &out->m)
      || (!is_in_metres (reading, column) && read_plain_km (cell, &out->m)))
    {
      out->status = YL_DECIMAL_OK;
      return;
    }
  YlLength length = { 0 };
  /* Under a head in metres a plain number is metres; K12+345 says itself what it is. */
  if (is_in_metres (reading, column) && memchr (cell.at, '+', cell.length) == NULL)
    {
      read_length (reading, column, cell, out);
      if (out->status == YL_DECIMAL_OK && out->m > YL_STAKE_MAX_M)
        out->status = YL_DECIMAL_TOO_LARGE;
      return;
    }
  out->status = yl_length_parse_stake (cell, &length, &out->lost_um);
  out->m = length.m;
}

void
road_read_length (RoadReading *reading, guint column, YlText cell)
{
  read_length (reading, column, cell, road_get_member (reading, column));
}

void
road_read_stake (RoadReading *reading, guint column, YlText cell)
{
  read_stake (reading, column, cell, road_get_member (reading, column));
}

void
road_read_previous_stake (RoadReading *reading, guint column, YlText cell)
{
  RoadLength stake = { 0 };
  read_stake (reading, column, cell, &stake);
  if (stake.status == YL_DECIMAL_OK)
    *(gint32 *) road_get_member (reading, column) = (gint32) stake.m;
  else if (stake.status != YL_DECIMAL_BLANK)
    road_fault_item (reading, column, cell, "不是桩号", "公里数或K12+345", ROAD_EFFECT_ITEM);
}

/* 列养里程, 补助养护里程: money may follow them, so a bad one is an error; the row itself stands. */
void
road_read_part_length (RoadReading *reading, guint column, YlText cell)
{
  RoadLength part = { 0 };
  /* 列养(公里) is a length, though it is called like the flag. */
  guint32 *length_m = road_get_member (
      reading, column == YL_COLUMN_MAINTAINED ? YL_COLUMN_MAINTAINED_LENGTH : column);
  read_length (reading, column, cell, &part);
  if (part.status == YL_DECIMAL_BLANK)
    return;
  if (part.status != YL_DECIMAL_OK)
    {
      *length_m = 0;
      road_fault (reading, &(RoadFault){ .code = YL_C04,
                                         .severity = YL_SEVERITY_ERROR,
                                         .column = column,
                                         .seen = cell,
                                         .what = "不是有效的里程",
                                         .expected = "不小于零的数",
                                         .effect = "该行照常计入，此项按0公里处理",
                                         .is_unknown_money = TRUE });
      return;
    }
  *length_m = (guint32) part.m;
  if (part.lost_um != 0)
    road_fault (reading, &(RoadFault){ .code = YL_E09,
                                       .severity = YL_SEVERITY_INFO,
                                       .column = column,
                                       .seen = cell,
                                       .what = "精度高于1米",
                                       .expected = "最多三位小数的公里数",
                                       .effect = "已四舍五入到米" });
}

/* 路面宽度 in metres. */
void
road_read_width (RoadReading *reading, guint column, YlText cell)
{
  gint64 cm = 0;
  gint64 mm = 0;
  if (read_plain_km (cell, &mm) && mm % 10 == 0 && mm / 10 <= WIDTH_MAX_CM)
    {
      reading->out.road.width_cm = (guint16) (mm / 10);
      return;
    }
  const YlDecimalStatus status =
      yl_decimal_parse (cell, CENTIMETRE_DECIMALS, WIDTH_MAX_CM, &cm, NULL);
  if (status == YL_DECIMAL_OK && cm >= 0)
    reading->out.road.width_cm = (guint16) cm;
  else if (status != YL_DECIMAL_BLANK)
    road_fault_item (reading, column, cell, "不是有效的宽度", "0至600的数（米）", ROAD_EFFECT_ITEM);
}

/* 2015, 2015年, 2015年度, 2015.6, 2015-06-01, 201506 */
static gboolean
parse_year (const char *text, guint *out_year)
{
  YlDate date;
  if (yl_date_parse (yl_text_of (text), &date))
    {
      *out_year = date.yyyymmdd / 10000;
      return TRUE;
    }
  const gsize n_digits = strspn (text, "0123456789");
  const char *rest = text + n_digits;
  if (n_digits != 4 && n_digits != 6)
    return FALSE;
  guint number = (guint) g_ascii_strtoull (text, NULL, 10);
  guint month = n_digits == 6 ? number % 100 : 1;
  if (n_digits == 4 && (g_str_has_prefix (rest, "年") || (*rest != '\0' && strchr ("-/.", *rest))))
    {
      rest += *rest > 0 ? 1 : (int) strlen ("年");
      const gsize n_month = strspn (rest, "0123456789");
      if (n_month > 2)
        return FALSE;
      if (n_month > 0)
        month = (guint) g_ascii_strtoull (rest, NULL, 10);
      rest += n_month;
    }
  *out_year = n_digits == 6 ? number / 100 : number;
  return month >= 1 && month <= 12
         && (*rest == '\0' || g_str_equal (rest, "月") || g_str_equal (rest, "度"));
}

void
road_read_year (RoadReading *reading, guint column, YlText cell)
{
  guint year = 0;
  if (cell.length == 4 && is_digit (cell.at[0]) && is_digit (cell.at[1]) && is_digit (cell.at[2])
      && is_digit (cell.at[3]))
    year = (guint) (cell.at[0] - '0') * 1000 + (guint) (cell.at[1] - '0') * 100
           + (guint) (cell.at[2] - '0') * 10 + (guint) (cell.at[3] - '0');
  else if (yl_text_is_blank (cell) || yl_text_is (cell, "0"))
    return;
  else
    {
      g_autofree char *folded = yl_text_fold_width (yl_text_trim (cell));
      if (!parse_year (g_strstrip (folded), &year))
        year = 0;
    }
  if (year >= FIRST_YEAR && year <= LAST_YEAR)
    {
      *(guint16 *) road_get_member (reading, column) = (guint16) year;
      return;
    }
  road_fault_item (reading, column, cell, "不是年份", "1900至2100的年份或日期", ROAD_EFFECT_ITEM);
}
