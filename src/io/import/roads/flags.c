#include "flags-private.h"

#include "yanglu/calc/counted.h"
#include "yanglu/domain/place-code.h"

#include <string.h>

/* Members of the list of flags. */
enum
{
  FLAG_NO,
  FLAG_YES,
  FLAG_SUBJECT, /* 断头路 under 断头路: a yes, and a no behind 非 */
  FLAG_SHARED,  /* 共线 under 重复路段, likewise */
};

/* 2.0 and 0.00 are the codes 2 and 0. */
static YlText
cut_zeros (YlText text)
{
  gsize n = text.length;
  while (n > 0 && text.at[n - 1] == '0')
    n--;
  return n > 1 && n < text.length && text.at[n - 1] == '.' ? (YlText){ text.at, n - 1 } : text;
}

/* The longest spelling, of those of @members, that @text begins with; 0 bytes for none. */
static gsize
match_beginning (const RoadReading *reading, YlText text, guint members)
{
  guint n = 0;
  const YlSpelling *all = yl_words_get (reading->import->request.words, YL_WORDS_FLAG, &n);
  gsize longest = 0;
  for (guint i = 0; i < n; i++)
    if ((members & (1U << all[i].member)) != 0 && all[i].length <= text.length
        && all[i].length > longest && (guchar) all[i].text[0] >= 0x80
        && memcmp (all[i].text, text.at, all[i].length) == 0)
      longest = all[i].length;
  return longest;
}

#define SUBJECTS (1U << FLAG_SUBJECT | 1U << FLAG_SHARED)

/* 非重复, 无断链, 未列养: a no before what the column is about. */
static gboolean
is_negation (const RoadReading *reading, YlText text)
{
  const gsize n = match_beginning (reading, text, 1U << FLAG_NO);
  return n > 0 && match_beginning (reading, (YlText){ text.at + n, text.length - n }, SUBJECTS) > 0;
}

/* 是断头路, 属于城管路段. */
static gboolean
is_affirmation (const RoadReading *reading, YlText text)
{
  guint subject = FLAG_NO;
  const gsize n = match_beginning (reading, text, 1U << FLAG_YES);
  return n > 0
         && road_read_word (reading, YL_WORDS_FLAG, (YlText){ text.at + n, text.length - n },
                            &subject)
         && (SUBJECTS >> subject & 1U) != 0;
}

/* FALSE: neither a yes nor a no. */
static gboolean
read_plain_flag (const RoadReading *reading, YlText text, guint *out_value)
{
  if (road_read_word (reading, YL_WORDS_FLAG, text, out_value)
      || road_read_word (reading, YL_WORDS_FLAG, cut_zeros (text), out_value))
    return TRUE;
  *out_value = is_affirmation (reading, text) ? FLAG_YES : FLAG_NO;
  return *out_value == FLAG_YES || is_negation (reading, text);
}

/* 1-断头路, 2非断头路: a code, and what it says in words. */
static gboolean
read_coded_flag (const RoadReading *reading, YlText text, guint *out_value)
{
  guint code = FLAG_NO;
  if (text.length < 2 || !g_ascii_isdigit (text.at[0])
      || !road_read_word (reading, YL_WORDS_FLAG, (YlText){ text.at, 1 }, &code))
    return FALSE;
  const gsize n = strchr ("-:._ ", text.at[1]) == NULL ? 1 : 2;
  return n < text.length && (guchar) text.at[n] >= 0x80
         && read_plain_flag (reading, (YlText){ text.at + n, text.length - n }, out_value)
         && (code == FLAG_NO) == (*out_value == FLAG_NO);
}

static gboolean
read_flag (const RoadReading *reading, YlText cell, guint *out_value)
{
  const YlText text = yl_text_trim (cell);
  return read_plain_flag (reading, text, out_value) || read_coded_flag (reading, text, out_value);
}

void
road_take_flag (RoadReading *reading, guint column, YlText cell)
{
  guint value = FLAG_NO;
  if (yl_text_is_blank (cell))
    return;
  if (!read_flag (reading, cell, &value) || value == FLAG_SHARED)
    {
      road_fault_item (reading, column, cell, ROAD_NOT_ONE_OF, "1、是，或2、0、否、空白",
                       ROAD_EFFECT_FLAG);
      return;
    }
  if (value == FLAG_NO)
    return;
  reading->out.road.flags |= (guint8) yl_road_table.columns[column].flag;
  reading->is_maintained |= column == YL_COLUMN_MAINTAINED;
}

void
road_take_break (RoadReading *reading, guint column, YlText cell)
{
  guint value = FLAG_YES;
  if (!yl_text_is_blank (cell) && !(read_flag (reading, cell, &value) && value == FLAG_NO))
    reading->out.road.flags |= (guint8) yl_road_table.columns[column].flag;
}

void
road_take_duplicate (RoadReading *reading, guint column, YlText cell)
{
  guint value = FLAG_YES;
  if (yl_text_is_blank (cell))
    return;
  if (read_flag (reading, cell, &value) && value == FLAG_NO)
    {
      reading->is_no_duplicate |= column == ROAD_COLUMN_DUPLICATE;
      return;
    }
  reading->out.road.flags |= (guint8) yl_road_table.columns[column].flag;
  if (column == ROAD_COLUMN_DUPLICATE)
    reading->duplicate_said = yl_text_trim (cell);
  else
    reading->out.duplicate_of = yl_text_trim (cell);
}

static gboolean
names_sharing (const RoadReading *reading, const char *folded)
{
  guint n = 0;
  const YlSpelling *all = yl_words_get (reading->import->request.words, YL_WORDS_FLAG, &n);
  for (guint i = 0; i < n; i++)
    if (all[i].member == FLAG_SHARED && strstr (folded, all[i].text) != NULL)
      return TRUE;
  return FALSE;
}

/* The whole row's money hangs on what the cell means; a dead end counts neither way. */
static void
tell_duplicate (
    RoadReading *reading, guint column, YlText seen, const char *what, const char *effect)
{
  const YlRoad *road = &reading->out.road;
  const gboolean is_dead_end = (road->flags & YL_ROAD_DEAD_END) != 0;
  const gint64 stake_m = is_dead_end ? 0 : (gint64) road->length_m;
  road_fault (reading, &(RoadFault){
                           .code = YL_C04,
                           .severity = YL_SEVERITY_WARNING,
                           .column = column,
                           .seen = seen,
                           .what = what,
                           .expected = "所重复路线的编码，或是、否、空白",
                           .effect = effect,
                           .stake = { stake_m * 1000000, yl_counted_get_rate_kind (road), TRUE } });
}

typedef enum
{
  DUPLICATE_BLANK,
  DUPLICATE_UNKNOWN,
  DUPLICATE_OWN, /* names the row's own route, and no other */
  DUPLICATE_SOUND,
} Duplicate;

static gboolean
is_own_route (const RoadReading *reading, YlText named)
{
  const YlText own = reading->out.route_code;
  const gboolean is_own = yl_route_code_find_county (named) != 0 && own.length >= named.length
                          && memcmp (own.at, named.at, named.length) == 0;
  return is_own && yl_route_code_find_inside (named.at + named.length).length == 0;
}

static Duplicate
judge_cell (const RoadReading *reading, YlText seen)
{
  guint value = FLAG_NO;
  if (seen.length == 0)
    return DUPLICATE_BLANK;
  g_autofree char *folded = yl_route_code_fold (seen);
  const YlText named = yl_route_code_find_inside (folded);
  if (named.length > 0)
    return is_own_route (reading, named) ? DUPLICATE_OWN : DUPLICATE_SOUND;
  const gboolean is_yes = read_flag (reading, seen, &value) && value == FLAG_YES;
  return is_yes || names_sharing (reading, folded) ? DUPLICATE_SOUND : DUPLICATE_UNKNOWN;
}

#define STAYS_OUT "该行仍按重复路段不计入"

static void
clear_duplicate (RoadReading *reading)
{
  reading->out.road.flags &= (guint8) ~YL_ROAD_DUPLICATE;
  reading->out.duplicate_of = YL_TEXT_EMPTY;
}

void
road_judge_duplicate (RoadReading *reading)
{
  const YlText seen = reading->out.duplicate_of;
  const YlText said = reading->duplicate_said;
  if (seen.length == 0 && said.length == 0)
    return;
  const Duplicate by_code = judge_cell (reading, seen);
  const Duplicate by_word = judge_cell (reading, said);
  const gboolean is_no = reading->is_no_duplicate;
  if (by_code == DUPLICATE_OWN && is_no)
    {
      clear_duplicate (reading);
      tell_duplicate (reading, YL_COLUMN_DUPLICATE_OF, seen, "是本行自己的路线编码",
                      "按另一列所填的“否”计入；是重复路段的，请改写");
    }
  else if (by_code == DUPLICATE_OWN)
    tell_duplicate (reading, YL_COLUMN_DUPLICATE_OF, seen, "是本行自己的路线编码",
                    STAYS_OUT "；不是重复路段的，请清空此格");
  else if (by_code == DUPLICATE_SOUND && is_no)
    tell_duplicate (reading, YL_COLUMN_DUPLICATE_OF, seen, "与另一列所填的“否”不一致", STAYS_OUT);
  else if (by_code != DUPLICATE_SOUND && by_word < DUPLICATE_OWN)
    {
      const gboolean is_code = by_code == DUPLICATE_UNKNOWN;
      clear_duplicate (reading);
      tell_duplicate (reading, is_code ? YL_COLUMN_DUPLICATE_OF : ROAD_COLUMN_DUPLICATE,
                      is_code ? seen : said, "不是路线编码，也不是是或否",
                      "按不重复计入；是重复路段的，请改写");
    }
  else if (seen.length == 0)
    reading->out.duplicate_of = said;
}
