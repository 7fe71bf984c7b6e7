#include "flags-private.h"

#include "yanglu/base/date.h"
#include "yanglu/domain/place-code.h"
#include "yanglu/io/import/note.h"
#include "yanglu/io/import/repair.h"

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

/* "12.3" as 12300; what is no plain digits with at most three decimals is left to the slow way. */
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

/* K12+345 says itself what it is, whatever its head states. */
gboolean
road_is_in_metres (const RoadReading *reading, guint column, YlText cell)
{
  return is_in_metres (reading, column) && memchr (cell.at, '+', cell.length) == NULL;
}

const char *
road_get_precision (gboolean is_metre)
{
  return is_metre ? "整数米" : "最多三位小数的公里数（精确到米）";
}

static YlDecimalStatus
parse_length (const RoadReading *reading, guint column, YlText cell, RoadLength *out)
{
  YlLength length = { 0 };
  const YlDecimalStatus status = is_in_metres (reading, column)
                                     ? yl_length_parse_m (cell, &length, &out->lost_um)
                                     : yl_length_parse_km (cell, &length, &out->lost_um);
  out->m = length.m;
  return status;
}

/* "5公里" can only mean 5, whatever the head says; it is told. */
static void
read_own_unit (RoadReading *reading, guint column, RoadLength *out)
{
  const YlHeadUnit wanted = is_in_metres (reading, column) ? YL_UNIT_METRE : YL_UNIT_KILOMETRE;
  g_autofree char *number = yl_repair_number (reading->import->request.words, out->seen, wanted);
  if (number == NULL)
    return;
  out->status = parse_length (reading, column, yl_text_of (number), out);
  g_autofree char *km = yl_length_to_km ((YlLength){ out->m });
  g_autofree char *effect = g_strdup_printf ("已按%s公里读取", km);
  road_fault (reading, &(RoadFault){ .code = YL_C04,
                                     .severity = YL_SEVERITY_INFO,
                                     .column = column,
                                     .seen = out->seen,
                                     .what = "写有自己的单位",
                                     .effect = effect });
}

static void
read_length (RoadReading *reading, guint column, YlText cell, RoadLength *out)
{
  out->seen = cell;
  if (!is_in_metres (reading, column) && read_plain_km (cell, &out->m))
    {
      out->status = YL_DECIMAL_OK;
      return;
    }
  out->status = parse_length (reading, column, cell, out);
  if (out->status == YL_DECIMAL_MALFORMED)
    read_own_unit (reading, column, out);
  const gboolean is_negative =
      out->status == YL_DECIMAL_OK && (out->m < 0 || (out->m == 0 && out->lost_um < 0));
  if (is_negative)
    out->status = YL_DECIMAL_MALFORMED;
}

static void
read_stake (RoadReading *reading, guint column, YlText cell, RoadLength *out)
{
  out->seen = cell;
  if (read_plain_stake (cell, &out->m)
      || (!is_in_metres (reading, column) && read_plain_km (cell, &out->m)))
    {
      out->status = YL_DECIMAL_OK;
      return;
    }
  YlLength length = { 0 };
  if (road_is_in_metres (reading, column, cell))
    {
      read_length (reading, column, cell, out);
      if (out->status == YL_DECIMAL_OK && out->m > YL_STAKE_MAX_M)
        out->status = YL_DECIMAL_TOO_LARGE;
      return;
    }
  out->status = yl_length_parse_stake (cell, &length, &out->lost_um);
  out->m = length.m;
  if (out->status == YL_DECIMAL_MALFORMED
      && yl_text_is_nothing (reading->import->request.words, cell))
    out->status = YL_DECIMAL_BLANK;
}

static void
take_length (RoadReading *reading, guint column, YlText cell)
{
  read_length (reading, column, cell, road_get_member (reading, column));
}

static void
take_stake (RoadReading *reading, guint column, YlText cell)
{
  read_stake (reading, column, cell, road_get_member (reading, column));
}

static void
take_previous_stake (RoadReading *reading, guint column, YlText cell)
{
  RoadLength stake = { 0 };
  read_stake (reading, column, cell, &stake);
  if (stake.status == YL_DECIMAL_OK)
    *(gint32 *) road_get_member (reading, column) = (gint32) stake.m;
  else if (stake.status != YL_DECIMAL_BLANK)
    road_fault_item (reading, column, cell, "不是桩号", "公里数或K12+345", ROAD_EFFECT_ITEM);
}

/* 列养里程, 补助养护里程: money may follow them, so a bad one is an error; the row itself stands. */
static void
take_part_length (RoadReading *reading, guint column, YlText cell)
{
  RoadLength part = { 0 };
  /* 列养(公里) is a length, though it is called like the flag. */
  guint32 *length_m = road_get_member (
      reading, column == YL_COLUMN_MAINTAINED ? YL_COLUMN_MAINTAINED_LENGTH : column);
  read_length (reading, column, cell, &part);
  if (part.status == YL_DECIMAL_BLANK || yl_text_is_nothing (reading->import->request.words, cell))
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
                                         .effect = "该行不因此剔除，此项按0公里处理",
                                         .is_unknown_money = TRUE });
      return;
    }
  *length_m = (guint32) part.m;
  if (part.lost_um != 0)
    road_fault (reading,
                &(RoadFault){ .code = YL_E09,
                              .severity = YL_SEVERITY_INFO,
                              .column = column,
                              .seen = cell,
                              .what = "精度高于1米",
                              .expected = road_get_precision (is_in_metres (reading, column)),
                              .effect = "已四舍五入到米" });
}

/* 路面宽度 in metres. */
static void
take_width (RoadReading *reading, guint column, YlText cell)
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

static void
take_year (RoadReading *reading, guint column, YlText cell)
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

/* X001371502: a letter, three characters, six digits of the county; section codes are longer. */
#define ROUTE_BYTES 10 /* one more is a digit too many */
#define COUNTY_AT 4
#define COUNTY_BYTES 6

static gboolean
is_capital (char c)
{
  return c >= 'A' && c <= 'Z';
}

static gboolean
is_code_character (char c)
{
  return is_digit (c) || is_capital (c);
}

/* The letters that stand for numbers past 999 leave out those that look like digits. */
static gboolean
is_number_character (char c)
{
  return is_code_character (c) && c != 'O' && c != 'I';
}

static gboolean
is_route_code (YlText code)
{
  if (code.length < ROUTE_BYTES || code.length == ROUTE_BYTES + 1 || !is_capital (code.at[0])
      || !is_number_character (code.at[1]) || !is_number_character (code.at[2])
      || !is_number_character (code.at[3]))
    return FALSE;
  for (gsize i = COUNTY_AT; i < ROUTE_BYTES; i++)
    if (!is_digit (code.at[i]))
      return FALSE;
  for (gsize i = ROUTE_BYTES; i < code.length; i++)
    if (!is_code_character (code.at[i]) && code.at[i] != '-' && code.at[i] != '_')
      return FALSE;
  return TRUE;
}

static guint32
read_digits (const char *at, gsize n)
{
  guint32 number = 0;
  for (gsize i = 0; i < n; i++)
    number = number * 10 + (guint32) (at[i] - '0');
  return number;
}

/* The rows of a list share one county, so its digits are looked up once. */
static void
set_county (RoadReading *reading, const char *digits)
{
  YlRoadImport *import = reading->import;
  if (memcmp (import->last_county_digits, digits, COUNTY_BYTES) != 0)
    {
      memcpy (import->last_county_digits, digits, COUNTY_BYTES);
      import->last_county = read_digits (digits, COUNTY_BYTES);
      import->is_last_county_stale =
          yl_places_renew (import->request.places, import->last_county) != import->last_county;
    }
  reading->code_county = import->last_county;
  if (import->is_last_county_stale)
    reading->out.road.flags |= YL_ROAD_STALE_CODE;
}

/* Capitals, half-width, without blanks, into @buffer; FALSE when it is too long for a code. */
static gboolean
fold_code (YlText cell, char *buffer, gsize n_buffer)
{
  g_autofree char *folded = yl_route_code_fold (yl_text_trim (cell));
  return g_strlcpy (buffer, folded, n_buffer) < n_buffer;
}

/* 3.71502E+11: what Excel makes of a code that is all digits. */
static gboolean
is_mangled (const char *code)
{
  const char *exponent = strstr (code, "E+");
  return exponent != NULL && exponent > code
         && strspn (code, "0123456789.") == (gsize) (exponent - code)
         && strspn (exponent + 2, "0123456789") == strlen (exponent + 2);
}

static void
set_letter (RoadReading *reading, char letter)
{
  const RoadLetter *known = &reading->import->letters[letter - 'A'];
  reading->letter_reading = known->reading;
  reading->out.road.letter_class = known->letter_class;
}

#define ROUTE_CODE "字母加3位编号加6位县级代码，如X001371502"
#define DIVISION_CODE "6位（县）、9位（乡镇）或12位（村）数字"

/* (transfer full) (nullable): what @code is where a letter O or I stands for the digit it looks
 * like. */
static char *
repair_code (const char *code)
{
  g_autofree char *repaired = g_strdup (code);
  for (gsize i = 1; repaired[i] != '\0' && i < ROUTE_BYTES; i++)
    repaired[i] = repaired[i] == 'O' ? '0' : repaired[i] == 'I' ? '1' : repaired[i];
  return is_route_code (yl_text_of (repaired)) ? g_steal_pointer (&repaired) : NULL;
}

/* A folded code that is none, kept as it is written. */
static void
report_code (RoadReading *reading, guint column, YlText cell)
{
  const char *code = reading->code;
  const gboolean is_one_too_long = strlen (code) == ROUTE_BYTES + 1;
  g_autofree char *repair = is_one_too_long ? NULL : repair_code (code);
  road_fault (reading, &(RoadFault){ .code = YL_C04,
                                     .severity = YL_SEVERITY_WARNING,
                                     .column = column,
                                     .seen = cell,
                                     .what = is_one_too_long ? "有11个字符，看不出县级代码"
                                             : repair != NULL ? "把数字写成了形似的字母"
                                                              : "不合路线编码的格式",
                                     .expected = ROUTE_CODE,
                                     .repair = repair,
                                     .effect = "该行不因此剔除，编码按所写保留" });
}

/* A code that is not in order as it stands: folded, then judged. */
static void
read_unusual_code (RoadReading *reading, guint column, YlText cell)
{
  if (yl_text_is_blank (cell) || yl_text_is_nothing (reading->import->request.words, cell))
    return;
  if (!fold_code (cell, reading->code, sizeof reading->code))
    {
      road_fault_item (reading, column, cell, "过长，不是路线编码", ROUTE_CODE, ROAD_EFFECT_ITEM);
      return;
    }
  if (is_mangled (reading->code))
    {
      road_fault_item (reading, column, cell, "已被表格软件改成科学计数，原编码无法还原",
                       ROUTE_CODE, ROAD_EFFECT_ITEM);
      return;
    }
  const YlText code = yl_text_of (reading->code);
  reading->out.route_code = code;
  if (is_capital (code.at[0]))
    set_letter (reading, code.at[0]);
  else
    reading->letter_reading = YL_CLASS_READ_UNKNOWN;
  if (is_route_code (code))
    set_county (reading, code.at + COUNTY_AT);
  else
    report_code (reading, column, cell);
}

static void
take_code (RoadReading *reading, guint column, YlText cell)
{
  reading->code_seen = cell;
  if (!is_route_code (cell))
    {
      read_unusual_code (reading, column, cell);
      return;
    }
  reading->out.route_code = cell;
  set_letter (reading, cell.at[0]);
  set_county (reading, cell.at + COUNTY_AT);
}

static void
take_previous_code (RoadReading *reading, guint column, YlText cell)
{
  if (is_route_code (cell))
    reading->out.previous_code = cell;
  else if (yl_text_is_blank (cell))
    return;
  else if (!fold_code (cell, reading->previous_code, sizeof reading->previous_code)
           || !is_route_code (yl_text_of (reading->previous_code)))
    road_fault_item (reading, column, cell, "不合路线编码的格式", ROUTE_CODE, ROAD_EFFECT_ITEM);
  else
    reading->out.previous_code = yl_text_of (reading->previous_code);
}

static gboolean
read_division (RoadReading *reading, YlText code)
{
  return yl_division_code_read (code, &reading->division_county, &reading->township_digits);
}

static void
take_division (RoadReading *reading, guint column, YlText cell)
{
  reading->division_seen = cell;
  if (read_division (reading, cell) || yl_text_is_blank (cell))
    return;
  char folded[48];
  const gboolean fits = fold_code (cell, folded, sizeof folded);
  if (fits && read_division (reading, yl_text_of (folded)))
    return;
  if (fits && is_mangled (folded))
    road_fault_item (reading, column, cell, "已被表格软件改成科学计数，原代码无法还原",
                     DIVISION_CODE, ROAD_EFFECT_ITEM);
  else
    road_fault_item (reading, column, cell, "不是行政区划代码", DIVISION_CODE, ROAD_EFFECT_ITEM);
}

static void
take_class (RoadReading *reading, guint column, YlText cell)
{
  (void) column;
  YlRoadClass road_class = YL_CLASS_COUNTY;
  reading->class_seen = cell;
  reading->class_reading =
      yl_road_class_parse_name (reading->import->request.words, cell, &road_class);
  reading->out.road.road_class = (guint8) road_class;
  if (reading->class_reading == YL_CLASS_READ_UNKNOWN
      && yl_text_is_nothing (reading->import->request.words, cell))
    reading->class_reading = YL_CLASS_READ_BLANK;
  if (reading->class_reading == YL_CLASS_READ_TRACK)
    reading->out.road.flags |= YL_ROAD_TRACK;
}

/* Blanks begin with 09–0D, 20, C2 (U+00A0), E3 (U+3000) or EF (U+FEFF); they end with A0, 80, BF. So do —, / and 无: E2, A0. */
#define BEGINS_BLANK 1
#define ENDS_BLANK 2

static const guint8 text_edges[256] = {
  [0 ... ' '] = BEGINS_BLANK | ENDS_BLANK,
  ['-'] = BEGINS_BLANK,
  ['/'] = BEGINS_BLANK,
  ['N'] = BEGINS_BLANK,
  ['\\'] = BEGINS_BLANK,
  ['n'] = BEGINS_BLANK,
  [0x80] = ENDS_BLANK,
  [0xA0] = ENDS_BLANK,
  [0xBF] = ENDS_BLANK,
  [0xC2] = BEGINS_BLANK,
  [0xE2] = BEGINS_BLANK,
  [0xE3] = BEGINS_BLANK,
  [0xEF] = BEGINS_BLANK,
};

/* Whether @text surely has no blanks around it and is not the word NULL, told
 * by its first and last byte; the common case, which spares the trimming.
 */
static inline gboolean
is_plain (YlText text)
{
  if (text.length == 0)
    return FALSE;
  const guint8 first = text_edges[(guchar) text.at[0]];
  const guint8 last = text_edges[(guchar) text.at[text.length - 1]];
  return (first & BEGINS_BLANK) == 0 && (last & ENDS_BLANK) == 0;
}

static void
take_text (RoadReading *reading, guint column, YlText cell)
{
  YlText *text = road_get_member (reading, column);
  if (is_plain (cell))
    *text = cell;
  else if (!yl_text_is_blank (cell) && !yl_text_is_nothing (reading->import->request.words, cell))
    *text = yl_text_trim (cell);
}

static void
take_grade (RoadReading *reading, guint column, YlText cell)
{
  guint value = YL_GRADE_UNKNOWN;
  if (road_read_word (reading, YL_WORDS_GRADE, cell, &value))
    reading->out.road.grade = (guint8) value;
  else if (!yl_text_is_blank (cell))
    road_fault_item (reading, column, cell, ROAD_NOT_ONE_OF,
                     "高速、一级、二级、三级、四级、等外（或10、11、22、23、24、30）",
                     ROAD_EFFECT_ITEM);
}

static void
take_surface (RoadReading *reading, guint column, YlText cell)
{
  guint value = YL_SURFACE_UNKNOWN;
  if (!road_read_word (reading, YL_WORDS_SURFACE, cell, &value))
    {
      if (!yl_text_is_blank (cell))
        road_fault_item (reading, column, cell, ROAD_NOT_ONE_OF,
                         "沥青、水泥、简易铺装、未铺装（或11、12、21—23、31—36）、机耕道",
                         ROAD_EFFECT_ITEM);
      return;
    }
  if (value == YL_WORDS_SURFACE_TRACK)
    reading->out.road.flags |= YL_ROAD_TRACK;
  else
    reading->out.road.surface = (guint8) value;
}

static void
take_condition (RoadReading *reading, guint column, YlText cell)
{
  guint value = YL_CONDITION_UNKNOWN;
  gint64 pqi = 0;
  gint32 lost = 0;
  if (road_read_word (reading, YL_WORDS_CONDITION, cell, &value))
    {
      reading->out.road.condition = (guint8) value;
      return;
    }
  const YlDecimalStatus status = yl_decimal_parse (cell, 0, 1000, &pqi, &lost);
  if (status == YL_DECIMAL_BLANK)
    return;
  /* Rounded up means that it is below: only the whole points that are reached count. */
  const gboolean is_in_range =
      pqi >= 0 && (pqi > 0 || lost >= 0) && (pqi < 100 || (pqi == 100 && lost <= 0));
  if (status == YL_DECIMAL_OK && is_in_range)
    reading->out.road.condition =
        (guint8) yl_condition_find_of_pqi ((guint) (lost < 0 ? pqi - 1 : pqi));
  else
    road_fault_item (reading, column, cell, ROAD_NOT_ONE_OF, "优、良、中、次、差，或0至100的PQI",
                     ROAD_EFFECT_ITEM);
}

#define AT(field) YL_AT (RoadReading, field)

/* In the order of YlColumn: what a column is called, how its cells are read and where they are kept. */
static const YlImportColumn road_columns[] = {
  { "route-code", .read_road = take_code },
  { "route-name", AT (out.route_name), .read_road = take_text },
  { "class", .read_road = take_class },
  { "township", AT (out.township), .read_road = take_text },
  { "division-code", .read_road = take_division },
  { "village", AT (out.village), .read_road = take_text },
  { "start", AT (start), .read_road = take_stake },
  { "end", AT (end), .read_road = take_stake },
  { "length", YL_AS_KM, AT (length), .read_road = take_length },
  { "break", .read_road = road_take_break, .flag = YL_ROAD_BREAK },
  { "duplicate-of", .read_road = road_take_duplicate, .flag = YL_ROAD_DUPLICATE },
  { "dead-end", .read_road = road_take_flag, .flag = YL_ROAD_DEAD_END },
  { "urban", .read_road = road_take_flag, .flag = YL_ROAD_URBAN },
  { "grade", .read_road = take_grade },
  { "surface", .read_road = take_surface },
  { "width", YL_AS_METRES, .read_road = take_width },
  { "maintained", .read_road = road_take_flag },
  { "maintained-length", YL_AS_KM, AT (out.road.maintained_m), .read_road = take_part_length },
  { "subsidised-length", YL_AS_KM, AT (out.road.subsidised_m), .read_road = take_part_length },
  { "condition", .read_road = take_condition },
  { "chief", AT (out.chief), .read_road = take_text },
  { "package", AT (out.package), .read_road = take_text },
  { "payee", AT (out.payee), .read_road = take_text },
  { "built", AT (out.road.built), .read_road = take_year },
  { "rebuilt", AT (out.road.rebuilt), .read_road = take_year },
  { "last-works", AT (out.road.last_works), .read_road = take_year },
  { "previous-code", .read_road = take_previous_code },
  { "previous-start", AT (out.road.previous_start_m), .read_road = take_previous_stake },
  { "previous-end", AT (out.road.previous_end_m), .read_road = take_previous_stake },
  { "break-2", .read_road = road_take_break, .flag = YL_ROAD_BREAK },
  { "break-3", .read_road = road_take_break, .flag = YL_ROAD_BREAK },
  { "duplicate", .read_road = road_take_duplicate, .flag = YL_ROAD_DUPLICATE },
};
G_STATIC_ASSERT (G_N_ELEMENTS (road_columns) == ROAD_N_COLUMNS);

static gboolean
has (guint64 found, guint column)
{
  return (found & (G_GUINT64_CONSTANT (1) << column)) != 0;
}

static gboolean
tells_class (guint64 found)
{
  return has (found, YL_COLUMN_CLASS) || has (found, YL_COLUMN_ROUTE_CODE);
}

static gboolean
tells_length (guint64 found)
{
  return has (found, YL_COLUMN_LENGTH)
         || (has (found, YL_COLUMN_START) && has (found, YL_COLUMN_END));
}

static const guint64 enough[] = {
  1 << YL_COLUMN_CLASS | 1 << YL_COLUMN_LENGTH,
  1 << YL_COLUMN_ROUTE_CODE | 1 << YL_COLUMN_LENGTH,
  1 << YL_COLUMN_CLASS | 1 << YL_COLUMN_START | 1 << YL_COLUMN_END,
  1 << YL_COLUMN_ROUTE_CODE | 1 << YL_COLUMN_START | 1 << YL_COLUMN_END,
  0,
};

static const char *
get_missing (guint64 found)
{
  if (!tells_class (found))
    return tells_length (found) ? "“类别”（或“路线编码”）"
                                : "“类别”（或“路线编码”）和“里程”（或“起点桩号”与“止点桩号”）";
  return tells_length (found) ? NULL : "“里程”（或“起点桩号”与“止点桩号”）";
}

const YlImportTable yl_road_table = {
  .words = YL_WORDS_ROAD_HEADS,
  .columns = road_columns,
  .n_columns = ROAD_N_COLUMNS,
  .enough = enough,
  .expected = "“类别”（或“路线编码”）和“里程”（或“起点桩号”与“止点桩号”）",
  .get_missing = get_missing,
};

static guint32
fold_columns (guint64 columns)
{
  const guint64 breaks = (G_GUINT64_CONSTANT (1) << ROAD_COLUMN_BREAK_2)
                         | (G_GUINT64_CONSTANT (1) << ROAD_COLUMN_BREAK_3);
  const guint64 duplicate = G_GUINT64_CONSTANT (1) << ROAD_COLUMN_DUPLICATE;
  const guint32 own = (guint32) (columns & ((G_GUINT64_CONSTANT (1) << YL_N_COLUMNS) - 1));
  return own | ((columns & breaks) == 0 ? 0 : 1U << YL_COLUMN_BREAK)
         | ((columns & duplicate) == 0 ? 0 : 1U << YL_COLUMN_DUPLICATE_OF);
}

/* A row before its cells are read: what a column that is not there says. */
static void
set_blank (YlRoadImport *import)
{
  const guint16 origin = import->blank.road.origin;
  const gboolean has_subsidised = (import->columns & (1U << YL_COLUMN_SUBSIDISED_LENGTH)) != 0;
  import->blank = (YlRoadRow){
    .sheet = import->sheet,
    .length_unit = yl_head_finder_get (import->finder, YL_COLUMN_LENGTH)->unit,
    .road = { .origin = origin,
              .maintained_m = YL_METRES_UNKNOWN,
              .subsidised_m = has_subsidised ? 0 : YL_METRES_UNKNOWN,
              .start_m = YL_STAKE_UNKNOWN,
              .end_m = YL_STAKE_UNKNOWN,
              .previous_start_m = YL_STAKE_UNKNOWN,
              .previous_end_m = YL_STAKE_UNKNOWN,
              .letter_class = YL_N_CLASSES },
  };
}

static void
begin_table (YlRoadImport *import, guint64 columns)
{
  const YlRoadImportRequest *request = &import->request;
  import->columns = columns;
  import->tally.n_tables++;
  const YlHead *length = yl_head_finder_get (import->finder, YL_COLUMN_LENGTH);
  if (request->inventory != NULL)
    import->blank.road.origin =
        yl_inventory_add_origin (request->inventory, &(YlOrigin){
                                                         .file = request->file,
                                                         .sheet = import->sheet,
                                                         .columns = fold_columns (columns),
                                                         .length_head = length->head,
                                                         .length_unit = length->unit,
                                                     });
  yl_head_finder_report_repeats (import->finder, request->file, import->sheet, request->findings);
  yl_head_finder_report_units (import->finder, request->file, import->sheet, request->findings);
}

/* What the rows of a merged cell share; a number in one is none of the others'. */
#define MERGED_COLUMNS                                                                             \
  ((1u << YL_COLUMN_ROUTE_CODE) | (1u << YL_COLUMN_ROUTE_NAME) | (1u << YL_COLUMN_CLASS)           \
   | (1u << YL_COLUMN_TOWNSHIP) | (1u << YL_COLUMN_DIVISION_CODE) | (1u << YL_COLUMN_VILLAGE)      \
   | (1u << YL_COLUMN_CHIEF) | (1u << YL_COLUMN_PACKAGE) | (1u << YL_COLUMN_PAYEE))

void
road_load_fields (YlRoadImport *import)
{
  const guint64 columns = yl_head_finder_get_columns (import->finder);
  if (columns != import->columns)
    begin_table (import, columns);
  set_blank (import);
  import->n_fields = 0;
  import->fill.n_columns = 0;
  for (guint column = 0; column < ROAD_N_COLUMNS; column++)
    {
      const YlHead *head = yl_head_finder_get (import->finder, column);
      if (head->cell == YL_HEAD_ABSENT)
        continue;
      import->units[column] = head->unit;
      if ((MERGED_COLUMNS & (G_GUINT64_CONSTANT (1) << column)) != 0)
        import->fill.columns[import->fill.n_columns++] = head->cell;
      /* 列养(公里) is a length, though it is called like the flag. */
      const gboolean is_length =
          column == YL_COLUMN_MAINTAINED
          && (head->unit == YL_UNIT_KILOMETRE || head->unit == YL_UNIT_METRE);
      import->fields[import->n_fields++] =
          (RoadField){ head->cell, column,
                       is_length ? take_part_length : road_columns[column].read_road };
    }
}
