#include "road-reading-private.h"
#include "road-text-private.h"

#include <string.h>

/* A word of a closed set. */
typedef struct
{
  const char *word;
  gsize length;
  guint value;
} Word;

#define WORD(word, value)                                                                          \
  {                                                                                                \
    word, sizeof (word) - 1, value                                                                 \
  }

/* Half-width, capitals, without blanks, cut at a bracket: 四级（Ⅰ类） is 四级. */
static char *
clean_word (YlText cell)
{
  g_autofree char *folded = yl_text_fold_width (cell);
  GString *clean = g_string_new (NULL);
  for (const char *at = folded; *at != '\0' && *at != '('; at++)
    if (!g_ascii_isspace (*at))
      g_string_append_c (clean, g_ascii_toupper (*at));
  return g_string_free (clean, FALSE);
}

static gboolean
find_word (const Word *words, gsize n_words, YlText text, guint *out_value)
{
  for (gsize i = 0; i < n_words; i++)
    if (text.length == words[i].length && yl_bytes_equal (text.at, words[i].word, text.length))
      {
        *out_value = words[i].value;
        return TRUE;
      }
  return FALSE;
}

/* As it stands, then cleaned; "11沥青混凝土" is read by its code. */
static gboolean
read_word (const Word *words, gsize n_words, YlText cell, guint *out_value)
{
  if (find_word (words, n_words, cell, out_value))
    return TRUE;
  g_autofree char *clean = clean_word (cell);
  if (find_word (words, n_words, yl_text_of (clean), out_value))
    return TRUE;
  const gboolean has_code =
      g_ascii_isdigit (clean[0]) && g_ascii_isdigit (clean[1]) && (guchar) clean[2] >= 0x80;
  return has_code && find_word (words, n_words, (YlText){ clean, 2 }, out_value);
}

static void
report_word (
    RoadReading *reading, guint column, YlText cell, const char *expected, const char *effect)
{
  road_fault (reading, &(RoadFault){ .code = YL_C04,
                                     .severity = YL_SEVERITY_WARNING,
                                     .column = column,
                                     .seen = cell,
                                     .what = "不在规定的取值之内",
                                     .expected = expected,
                                     .effect = effect });
}

void
road_read_class (RoadReading *reading, guint column, YlText cell)
{
  (void) column;
  YlRoadClass road_class = YL_CLASS_COUNTY;
  reading->class_seen = cell;
  reading->class_reading = YL_CLASS_READ_OK;
  if (yl_text_is (cell, "村道"))
    road_class = YL_CLASS_VILLAGE;
  else if (yl_text_is (cell, "乡道"))
    road_class = YL_CLASS_TOWNSHIP;
  else if (!yl_text_is (cell, "县道"))
    reading->class_reading = yl_road_class_parse_name (cell, &road_class);
  reading->out.road.road_class = (guint8) road_class;
  if (reading->class_reading == YL_CLASS_READ_TRACK)
    reading->out.road.flags |= YL_ROAD_TRACK;
}

static YlText *
choose_text (YlRoadRow *out, guint column)
{
  switch (column)
    {
    case YL_COLUMN_ROUTE_NAME:
      return &out->route_name;
    case YL_COLUMN_TOWNSHIP:
      return &out->township;
    case YL_COLUMN_VILLAGE:
      return &out->village;
    case YL_COLUMN_PACKAGE:
      return &out->package;
    case YL_COLUMN_PAYEE:
      return &out->payee;
    default:
      return &out->chief;
    }
}

void
road_read_text (RoadReading *reading, guint column, YlText cell)
{
  if (road_text_is_plain (cell))
    *choose_text (&reading->out, column) = cell;
  else if (!yl_text_is_blank (cell))
    *choose_text (&reading->out, column) = yl_text_trim (cell);
}

static const Word flag_words[] = {
  WORD ("1", 1),  WORD ("0", 0),   WORD ("是", 1), WORD ("否", 0),   WORD ("Y", 1),
  WORD ("N", 0),  WORD ("YES", 1), WORD ("NO", 0), WORD ("TRUE", 1), WORD ("FALSE", 0),
  WORD ("√", 1),  WORD ("×", 0),   WORD ("✓", 1),  WORD ("无", 0),   WORD ("有", 1),
  WORD ("非", 0), WORD ("—", 0),   WORD ("-", 0),  WORD ("/", 0),
};

/* 重复路段 and 断链: whatever stands there tells it, but for a plain no. */
void
road_read_filled (RoadReading *reading, guint column, YlText cell)
{
  guint value = 1;
  if (yl_text_is_blank (cell)
      || (read_word (flag_words, G_N_ELEMENTS (flag_words), yl_text_trim (cell), &value)
          && value == 0))
    return;
  if (column != YL_COLUMN_DUPLICATE_OF)
    {
      reading->out.road.flags |= YL_ROAD_BREAK;
      return;
    }
  reading->out.road.flags |= YL_ROAD_DUPLICATE;
  reading->out.duplicate_of = yl_text_trim (cell);
}

void
road_read_flag (RoadReading *reading, guint column, YlText cell)
{
  guint value = 0;
  if (yl_text_is (cell, "1"))
    value = 1;
  else if (yl_text_is_blank (cell))
    return;
  else if (!read_word (flag_words, G_N_ELEMENTS (flag_words), yl_text_trim (cell), &value))
    {
      report_word (reading, column, cell, "1、是或0、否、空白", ROAD_EFFECT_FLAG);
      return;
    }
  if (value == 0)
    return;
  if (column == YL_COLUMN_MAINTAINED)
    reading->is_maintained = TRUE;
  else
    reading->out.road.flags |=
        column == YL_COLUMN_DEAD_END ? (guint8) YL_ROAD_DEAD_END : (guint8) YL_ROAD_URBAN;
}

static const Word grade_words[] = {
  WORD ("四级", YL_GRADE_FOURTH),         WORD ("24", YL_GRADE_FOURTH),
  WORD ("30", YL_GRADE_SUBSTANDARD),      WORD ("等外", YL_GRADE_SUBSTANDARD),
  WORD ("三级", YL_GRADE_THIRD),          WORD ("23", YL_GRADE_THIRD),
  WORD ("二级", YL_GRADE_SECOND),         WORD ("22", YL_GRADE_SECOND),
  WORD ("一级", YL_GRADE_FIRST),          WORD ("11", YL_GRADE_FIRST),
  WORD ("高速", YL_GRADE_EXPRESSWAY),     WORD ("10", YL_GRADE_EXPRESSWAY),
  WORD ("四级公路", YL_GRADE_FOURTH),     WORD ("三级公路", YL_GRADE_THIRD),
  WORD ("二级公路", YL_GRADE_SECOND),     WORD ("一级公路", YL_GRADE_FIRST),
  WORD ("高速公路", YL_GRADE_EXPRESSWAY), WORD ("等外公路", YL_GRADE_SUBSTANDARD),
  WORD ("等外路", YL_GRADE_SUBSTANDARD),  WORD ("等外级", YL_GRADE_SUBSTANDARD),
  WORD ("四", YL_GRADE_FOURTH),           WORD ("三", YL_GRADE_THIRD),
  WORD ("二", YL_GRADE_SECOND),           WORD ("一", YL_GRADE_FIRST),
};

void
road_read_grade (RoadReading *reading, guint column, YlText cell)
{
  guint value = YL_GRADE_UNKNOWN;
  if (read_word (grade_words, G_N_ELEMENTS (grade_words), cell, &value))
    reading->out.road.grade = (guint8) value;
  else if (!yl_text_is_blank (cell))
    report_word (reading, column, cell,
                 "高速、一级、二级、三级、四级、等外（或10、11、22、23、24、30）",
                 ROAD_EFFECT_ITEM);
}

#define WORD_TRACK 99

static const Word surface_words[] = {
  WORD ("沥青", YL_SURFACE_ASPHALT),
  WORD ("水泥", YL_SURFACE_CONCRETE),
  WORD ("11", YL_SURFACE_ASPHALT),
  WORD ("12", YL_SURFACE_CONCRETE),
  WORD ("沥青混凝土", YL_SURFACE_ASPHALT),
  WORD ("水泥混凝土", YL_SURFACE_CONCRETE),
  WORD ("简易铺装", YL_SURFACE_LIGHT),
  WORD ("未铺装", YL_SURFACE_UNPAVED),
  WORD ("21", YL_SURFACE_LIGHT),
  WORD ("22", YL_SURFACE_LIGHT),
  WORD ("23", YL_SURFACE_LIGHT),
  WORD ("31", YL_SURFACE_UNPAVED),
  WORD ("32", YL_SURFACE_UNPAVED),
  WORD ("33", YL_SURFACE_UNPAVED),
  WORD ("34", YL_SURFACE_UNPAVED),
  WORD ("35", YL_SURFACE_UNPAVED),
  WORD ("36", YL_SURFACE_UNPAVED),
  WORD ("沥青路", YL_SURFACE_ASPHALT),
  WORD ("沥青路面", YL_SURFACE_ASPHALT),
  WORD ("沥青砼", YL_SURFACE_ASPHALT),
  WORD ("沥青混凝土路面", YL_SURFACE_ASPHALT),
  WORD ("水泥路", YL_SURFACE_CONCRETE),
  WORD ("水泥路面", YL_SURFACE_CONCRETE),
  WORD ("水泥砼", YL_SURFACE_CONCRETE),
  WORD ("混凝土", YL_SURFACE_CONCRETE),
  WORD ("水泥混凝土路面", YL_SURFACE_CONCRETE),
  WORD ("简易铺装路面", YL_SURFACE_LIGHT),
  WORD ("沥青贯入式", YL_SURFACE_LIGHT),
  WORD ("沥青碎石", YL_SURFACE_LIGHT),
  WORD ("沥青表面处治", YL_SURFACE_LIGHT),
  WORD ("沥青表处", YL_SURFACE_LIGHT),
  WORD ("未铺装路面", YL_SURFACE_UNPAVED),
  WORD ("砂石", YL_SURFACE_UNPAVED),
  WORD ("砂石路", YL_SURFACE_UNPAVED),
  WORD ("砂石路面", YL_SURFACE_UNPAVED),
  WORD ("石质", YL_SURFACE_UNPAVED),
  WORD ("渣石", YL_SURFACE_UNPAVED),
  WORD ("砖铺", YL_SURFACE_UNPAVED),
  WORD ("砖铺路面", YL_SURFACE_UNPAVED),
  WORD ("混凝土预制块", YL_SURFACE_UNPAVED),
  WORD ("土路", YL_SURFACE_UNPAVED),
  WORD ("无路面", YL_SURFACE_UNPAVED),
  WORD ("机耕道", WORD_TRACK),
  WORD ("机耕路", WORD_TRACK),
};

void
road_read_surface (RoadReading *reading, guint column, YlText cell)
{
  guint value = YL_SURFACE_UNKNOWN;
  if (!read_word (surface_words, G_N_ELEMENTS (surface_words), cell, &value))
    {
      if (!yl_text_is_blank (cell))
        report_word (reading, column, cell,
                     "沥青、水泥、简易铺装、未铺装（或11、12、21—23、31—36）、机耕道",
                     ROAD_EFFECT_ITEM);
      return;
    }
  if (value == WORD_TRACK)
    reading->out.road.flags |= YL_ROAD_TRACK;
  else
    reading->out.road.surface = (guint8) value;
}

static const Word condition_words[] = {
  WORD ("优", YL_CONDITION_EXCELLENT),     WORD ("良", YL_CONDITION_GOOD),
  WORD ("中", YL_CONDITION_FAIR),          WORD ("次", YL_CONDITION_POOR),
  WORD ("差", YL_CONDITION_BAD),           WORD ("优等", YL_CONDITION_EXCELLENT),
  WORD ("良等", YL_CONDITION_GOOD),        WORD ("中等", YL_CONDITION_FAIR),
  WORD ("次等", YL_CONDITION_POOR),        WORD ("差等", YL_CONDITION_BAD),
  WORD ("优等路", YL_CONDITION_EXCELLENT), WORD ("良等路", YL_CONDITION_GOOD),
  WORD ("中等路", YL_CONDITION_FAIR),      WORD ("次等路", YL_CONDITION_POOR),
  WORD ("差等路", YL_CONDITION_BAD),       WORD ("未评定", YL_CONDITION_UNKNOWN),
  WORD ("未评", YL_CONDITION_UNKNOWN),
};

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
  if (read_word (condition_words, G_N_ELEMENTS (condition_words), cell, &value))
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
    report_word (reading, column, cell, "优、良、中、次、差，或0至100的PQI", ROAD_EFFECT_ITEM);
}
