#include "reading-private.h"

#include "yanglu/domain/place-code.h"

#include <string.h>

/* Half-width, capitals, without blanks, cut at a bracket: 四级（Ⅰ类） is 四级. */
static char *
clean_word (YlText cell)
{
  g_autofree char *word = yl_route_code_fold (cell);
  word[strcspn (word, "(")] = '\0';
  return g_steal_pointer (&word);
}

static gboolean
find_word (const RoadReading *reading, YlWordList list, YlText text, guint *out_value)
{
  const YlSpelling *found = yl_words_find (reading->import->request.words, list, text);
  if (found != NULL)
    *out_value = found->member;
  return found != NULL;
}

/* As it stands, then cleaned; "11沥青混凝土" is read by its code. */
static gboolean
read_word (const RoadReading *reading, YlWordList list, YlText cell, guint *out_value)
{
  if (find_word (reading, list, cell, out_value))
    return TRUE;
  g_autofree char *clean = clean_word (cell);
  if (find_word (reading, list, yl_text_of (clean), out_value))
    return TRUE;
  const gboolean has_code =
      g_ascii_isdigit (clean[0]) && g_ascii_isdigit (clean[1]) && (guchar) clean[2] >= 0x80;
  return has_code && find_word (reading, list, (YlText){ clean, 2 }, out_value);
}

#define NOT_ONE_OF "不在规定的取值之内"

void
road_read_class (RoadReading *reading, guint column, YlText cell)
{
  (void) column;
  YlRoadClass road_class = YL_CLASS_COUNTY;
  reading->class_seen = cell;
  reading->class_reading =
      yl_road_class_parse_name (reading->import->request.words, cell, &road_class);
  reading->out.road.road_class = (guint8) road_class;
  if (reading->class_reading == YL_CLASS_READ_TRACK)
    reading->out.road.flags |= YL_ROAD_TRACK;
}

/* Blanks begin with 09–0D, 20, C2 (U+00A0), E3 (U+3000) or EF (U+FEFF); they end with A0, 80, BF. */
#define BEGINS_BLANK 1
#define ENDS_BLANK 2

static const guint8 text_edges[256] = {
  [0 ... ' '] = BEGINS_BLANK | ENDS_BLANK,
  ['N'] = BEGINS_BLANK,
  ['n'] = BEGINS_BLANK,
  [0x80] = ENDS_BLANK,
  [0xA0] = ENDS_BLANK,
  [0xBF] = ENDS_BLANK,
  [0xC2] = BEGINS_BLANK,
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

void
road_read_text (RoadReading *reading, guint column, YlText cell)
{
  YlText *text = road_get_member (reading, column);
  if (is_plain (cell))
    *text = cell;
  else if (!yl_text_is_blank (cell))
    *text = yl_text_trim (cell);
}

/* 重复路段 and 断链: whatever stands there tells it, but for a plain no. */
void
road_read_filled (RoadReading *reading, guint column, YlText cell)
{
  guint value = 1;
  if (yl_text_is_blank (cell)
      || (read_word (reading, YL_WORDS_FLAG, yl_text_trim (cell), &value) && value == 0))
    return;
  reading->out.road.flags |= (guint8) yl_road_table.columns[column].flag;
  if (column == YL_COLUMN_DUPLICATE_OF)
    reading->out.duplicate_of = yl_text_trim (cell);
}

void
road_read_flag (RoadReading *reading, guint column, YlText cell)
{
  guint value = 0;
  if (!find_word (reading, YL_WORDS_FLAG, cell, &value) && !yl_text_is_blank (cell)
      && !read_word (reading, YL_WORDS_FLAG, yl_text_trim (cell), &value))
    {
      road_fault_item (reading, column, cell, NOT_ONE_OF, "1、是或0、否、空白", ROAD_EFFECT_FLAG);
      return;
    }
  if (value == 0)
    return;
  reading->out.road.flags |= (guint8) yl_road_table.columns[column].flag;
  reading->is_maintained |= column == YL_COLUMN_MAINTAINED;
}

void
road_read_grade (RoadReading *reading, guint column, YlText cell)
{
  guint value = YL_GRADE_UNKNOWN;
  if (read_word (reading, YL_WORDS_GRADE, cell, &value))
    reading->out.road.grade = (guint8) value;
  else if (!yl_text_is_blank (cell))
    road_fault_item (reading, column, cell, NOT_ONE_OF,
                     "高速、一级、二级、三级、四级、等外（或10、11、22、23、24、30）",
                     ROAD_EFFECT_ITEM);
}

void
road_read_surface (RoadReading *reading, guint column, YlText cell)
{
  guint value = YL_SURFACE_UNKNOWN;
  if (!read_word (reading, YL_WORDS_SURFACE, cell, &value))
    {
      if (!yl_text_is_blank (cell))
        road_fault_item (reading, column, cell, NOT_ONE_OF,
                         "沥青、水泥、简易铺装、未铺装（或11、12、21—23、31—36）、机耕道",
                         ROAD_EFFECT_ITEM);
      return;
    }
  if (value == YL_WORDS_SURFACE_TRACK)
    reading->out.road.flags |= YL_ROAD_TRACK;
  else
    reading->out.road.surface = (guint8) value;
}

/* The least PQI of a grade; a hair below is the next grade, however many decimals it has. */
static YlCondition
grade_pqi (gint64 pqi)
{
  if (pqi >= 90)
    return YL_CONDITION_EXCELLENT;
  if (pqi >= 80)
    return YL_CONDITION_GOOD;
  if (pqi >= 70)
    return YL_CONDITION_FAIR;
  return pqi >= 60 ? YL_CONDITION_POOR : YL_CONDITION_BAD;
}

void
road_read_condition (RoadReading *reading, guint column, YlText cell)
{
  guint value = YL_CONDITION_UNKNOWN;
  gint64 pqi = 0;
  gint32 lost = 0;
  if (read_word (reading, YL_WORDS_CONDITION, cell, &value))
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
    reading->out.road.condition = (guint8) grade_pqi (lost < 0 ? pqi - 1 : pqi);
  else
    road_fault_item (reading, column, cell, NOT_ONE_OF, "优、良、中、次、差，或0至100的PQI",
                     ROAD_EFFECT_ITEM);
}
