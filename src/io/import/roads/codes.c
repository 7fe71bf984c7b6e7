#include "reading-private.h"
#include "yanglu/domain/place-code.h"

#include <string.h>

/* X001371502: a letter, three characters, six digits of the county; section codes are longer. */
#define ROUTE_BYTES 10
#define COUNTY_AT 4
#define COUNTY_BYTES 6

static gboolean
is_digit (char c)
{
  return c >= '0' && c <= '9';
}

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

static gboolean
is_route_code (YlText code)
{
  if (code.length < ROUTE_BYTES || !is_capital (code.at[0]) || !is_code_character (code.at[1])
      || !is_code_character (code.at[2]) || !is_code_character (code.at[3]))
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
  reading->out.road.letter_class =
      known->reading == YL_CLASS_READ_OK ? (guint8) known->road_class : YL_N_CLASSES;
}

#define ROUTE_CODE "字母加3位编号加6位县级代码，如X001371502"
#define DIVISION_CODE "6位（县）、9位（乡镇）或12位（村）数字"

/* A code that is not in order as it stands: folded, then judged. */
static void
read_unusual_code (RoadReading *reading, guint column, YlText cell)
{
  if (yl_text_is_blank (cell))
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
    road_fault_item (reading, column, cell, "不合路线编码的格式", ROUTE_CODE,
                     "该行照常计入，编码按所写保留");
}

void
road_read_code (RoadReading *reading, guint column, YlText cell)
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

void
road_read_previous_code (RoadReading *reading, guint column, YlText cell)
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

void
road_read_division (RoadReading *reading, guint column, YlText cell)
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
