#include "found-private.h"

#include "yanglu/base/decimal.h"
#include "yanglu/base/ratio.h"

#include <string.h>

/* Rows that the heads of one table may take. */
#define MAX_BAND 3
/* Longer texts are titles and notes. */
#define MAX_HEAD_BYTES 90

static const YlSpelling *
find_inside (const YlWords *words, YlWordList list, const YlHeadText *text)
{
  return yl_words_find_inside (words, list, text->flat->str);
}

/* With its brackets or without them: what stands first in the list. */
static const YlSpelling *
find_name (const YlWords *words, const YlHeadText *text)
{
  const YlSpelling *flat = yl_words_find (words, YL_WORDS_FOUND_HEAD, yl_text_of (text->flat->str));
  const YlSpelling *bare = yl_words_find (words, YL_WORDS_FOUND_HEAD, yl_text_of (text->bare->str));
  return flat == NULL || (bare != NULL && bare < flat) ? bare : flat;
}

gint64
found_unit_get_size (YlHeadUnit unit)
{
  static const gint64 sizes[YL_UNIT_PERCENT + 1] = {
    [YL_UNIT_METRE] = 1,     [YL_UNIT_KILOMETRE] = 1000,
    [YL_UNIT_YUAN] = 100,    [YL_UNIT_QIAN] = 100000,
    [YL_UNIT_WAN] = 1000000, [YL_UNIT_YI] = G_GINT64_CONSTANT (10000000000),
  };
  return sizes[unit];
}

const char *
found_money_name (const YlWords *words, gint64 fen)
{
  guint n = 0;
  const YlSpelling *units = yl_words_get (words, YL_WORDS_NUMBER_UNIT, &n);
  for (guint i = 0; i < n; i++)
    if (!yl_unit_is_length ((YlHeadUnit) units[i].member)
        && found_unit_get_size ((YlHeadUnit) units[i].member) == fen)
      return units[i].text;
  return "";
}

/* The number before %, in ppm: 700000 of 首批70%; 0 for none below the whole. */
static gint32
read_share (const char *flat)
{
  const char *mark = strchr (flat, '%');
  const char *at = mark;
  gint64 ppm = 0;
  while (at != NULL && at > flat && (g_ascii_isdigit (at[-1]) || at[-1] == '.'))
    at--;
  return at != NULL
                 && yl_decimal_parse ((YlText){ at, (gsize) (mark - at) }, 4, YL_SHARE_WHOLE - 1,
                                      &ppm, NULL)
                        == YL_DECIMAL_OK
             ? (gint32) ppm
             : 0;
}

static void
read_units (FoundWord *word, const YlWords *words, const char *flat)
{
  guint n = 0;
  const YlSpelling *units = yl_words_get (words, YL_WORDS_NUMBER_UNIT, &n);
  for (guint i = 0; i < n; i++)
    {
      const YlHeadUnit unit = (YlHeadUnit) units[i].member;
      gint64 *into = yl_unit_is_length (unit) ? &word->length_unit : &word->money_unit;
      if (*into == 0 && !units[i].is_fallback && strstr (flat, units[i].text) != NULL)
        *into = found_unit_get_size (unit);
    }
  word->share_ppm = read_share (flat);
  word->has_percent = word->share_ppm == 0 && strchr (flat, '%') != NULL;
}

static void
read_class (FoundWord *word, const YlWords *words, const YlHeadText *text)
{
  const char *flat = text->flat->str;
  const YlSpelling *found = find_inside (words, YL_WORDS_FOUND_CLASS, text);
  YlRoadClass road_class = YL_CLASS_COUNTY;
  if (strstr (flat, "县乡村道") != NULL)
    return;
  if (find_inside (words, YL_WORDS_FOUND_MIXTURE, text) != NULL)
    word->is_mixed = TRUE;
  else if (found != NULL)
    word->rate = (guint8) found->member;
  else if (yl_road_class_parse_name (words, yl_text_of (text->bare->str), &road_class)
           == YL_CLASS_READ_OK)
    {
      word->rate = (guint8) road_class;
      word->is_short = TRUE;
    }
  else if (find_inside (words, YL_WORDS_FOUND_APART, text) != NULL)
    word->rate = YL_FOUND_OTHER_ROADS;
}

/* 上年里程 is no money of another time; 增减（%） is none of any. */
static YlFoundMeaning
read_aside (FoundWord *word, const char *flat)
{
  static const char *const lengths[] = { "里程", "长度", "公里", "千米", "条数", "座数", NULL };
  const gboolean is_length = word->length_unit != 0 || yl_text_holds_any (flat, lengths);
  if (word->money_unit == 0 && (word->has_percent || strstr (flat, "率") != NULL))
    return YL_FOUND_PERCENT;
  if (word->money_unit != 0 || !is_length)
    return YL_FOUND_ASIDE;
  word->is_name = TRUE;
  return YL_FOUND_OTHER;
}

static void
read_meaning (FoundWord *word, const YlWords *words, const YlHeadText *text)
{
  const char *flat = text->flat->str;
  const YlSpelling *found = find_name (words, text);
  word->is_name = found != NULL;
  if (found == NULL)
    found = find_inside (words, YL_WORDS_FOUND_WORD, text);
  if (found == NULL && !word->has_percent && word->share_ppm == 0)
    return;
  word->has_meaning = TRUE;
  /* 首付款（70%） is money; 列养率（≥70%） is none. */
  if (found == NULL && word->share_ppm != 0)
    {
      word->meaning = YL_FOUND_AMOUNT;
      return;
    }
  word->meaning = found == NULL ? YL_FOUND_PERCENT : (YlFoundMeaning) found->member;
  if (word->meaning == YL_FOUND_ASIDE)
    word->meaning = read_aside (word, flat);
  /* 里程补助资金（元） is no length. */
  if (word->meaning == YL_FOUND_LENGTH && word->money_unit != 0 && word->length_unit == 0)
    word->meaning = YL_FOUND_AMOUNT;
  /* 费率（元/公里） and 按费率计算（元） are no shares. */
  if (word->meaning == YL_FOUND_PERCENT && word->money_unit != 0 && !word->has_percent)
    word->meaning = word->length_unit != 0 ? YL_FOUND_RATE : YL_FOUND_AMOUNT;
  /* 按标准应拨资金 is an amount; 标准（元/公里） is not. */
  if (word->meaning == YL_FOUND_RATE && strstr (flat, "标准") != NULL && word->length_unit == 0
      && (strstr (flat, "资金") != NULL || strstr (flat, "金额") != NULL
          || strstr (flat, "经费") != NULL))
    word->meaning = YL_FOUND_AMOUNT;
}

FoundWord
found_word_parse (const YlWords *words, const char *text)
{
  FoundWord word = { .rate = YL_FOUND_ALL_CLASSES, .purpose = YL_N_PURPOSES };
  if (strlen (text) > 2 * MAX_HEAD_BYTES)
    return word;
  g_auto (YlHeadText) head;
  yl_head_text_init (&head, text);
  const char *flat = head.flat->str;
  if (flat[0] == '\0' || head.flat->len > MAX_HEAD_BYTES)
    return word;
  read_units (&word, words, flat);
  read_class (&word, words, &head);
  read_meaning (&word, words, &head);
  const YlSpelling *purpose = find_inside (words, YL_WORDS_FOUND_PURPOSE, &head);
  const YlSpelling *payer = find_inside (words, YL_WORDS_FOUND_PAYER, &head);
  guint named = YL_PAYER_CENTRAL;
  if (purpose != NULL)
    word.purpose = (guint8) purpose->member;
  if (payer != NULL)
    word.payer_after = (guint8) (payer->member + 1);
  else if (yl_words_read (words, YL_WORDS_PAYER, yl_text_of (head.bare->str), &named))
    word.payer_after = (guint8) (named + 1);
  word.is_sum = find_inside (words, YL_WORDS_FOUND_SUM, &head) != NULL;
  word.is_inner = strstr (flat, "其中") != NULL;
  word.is_period = find_inside (words, YL_WORDS_FOUND_PERIOD, &head) != NULL;
  word.is_whole = strstr (flat, "路线长度") != NULL || strstr (flat, "路线总长") != NULL;
  word.is_known = word.has_meaning || word.rate != YL_FOUND_ALL_CLASSES || word.is_mixed
                  || word.is_sum || word.is_inner || word.payer_after != 0
                  || word.purpose != YL_N_PURPOSES || word.is_period;
  return word;
}

gboolean
found_is_value (YlFoundMeaning meaning)
{
  return (meaning >= YL_FOUND_COUNT && meaning <= YL_FOUND_LISTED);
}

/* 县, 乡, 村 under 里程 or 金额 are classes, 省, 市 payers, not the names of places. */
static gboolean
is_part_under (const FoundWord *group, const FoundWord *word)
{
  return (word->is_short || word->payer_after != 0) && group->has_meaning
         && found_is_value (group->meaning)
         && (!word->has_meaning || !found_is_value (word->meaning));
}

/* 金额 under 上年 is of that year. */
static YlFoundMeaning
join_meaning (const FoundWord *group, const FoundWord *word)
{
  if (group->meaning == YL_FOUND_OTHER)
    return YL_FOUND_OTHER;
  if (group->meaning == YL_FOUND_ASIDE && word->meaning == YL_FOUND_AMOUNT)
    return YL_FOUND_ASIDE;
  return group->meaning == YL_FOUND_ASIDE && word->meaning == YL_FOUND_LENGTH ? YL_FOUND_OTHER
                                                                              : word->meaning;
}

/* A head under a group head: what the lower one says goes first. */
static FoundWord
join_words (const FoundWord *group, const FoundWord *word)
{
  FoundWord joined = *word;
  if (!word->is_known && word->money_unit == 0 && word->length_unit == 0)
    joined = *group;
  else if (!word->has_meaning || is_part_under (group, word))
    {
      joined.has_meaning = group->has_meaning;
      joined.meaning = group->meaning;
    }
  else if (group->has_meaning)
    joined.meaning = join_meaning (group, word);
  if (joined.rate == YL_FOUND_ALL_CLASSES
      || (word->is_short && group->rate != YL_FOUND_ALL_CLASSES))
    joined.rate = group->rate;
  joined.is_mixed |= group->is_mixed;
  joined.is_inner |= group->is_inner;
  joined.is_known |= group->is_known;
  if (joined.purpose == YL_N_PURPOSES)
    joined.purpose = group->purpose;
  if (joined.payer_after == 0)
    joined.payer_after = group->payer_after;
  if (joined.money_unit == 0)
    joined.money_unit = group->money_unit;
  if (joined.length_unit == 0)
    joined.length_unit = group->length_unit;
  joined.has_percent |= group->has_percent;
  return joined;
}

/* What stands behind 单位 and its colon, or inside brackets; NULL when neither is there. */
static const char *
find_units (const char *text)
{
  const char *unit = strstr (text, "单位");
  while (unit != NULL)
    {
      const char *at = unit + strlen ("单位");
      if (at[0] == ':')
        return at + 1;
      if (g_str_has_prefix (at, "："))
        return at + strlen ("：");
      unit = strstr (at, "单位");
    }
  const char *open = strstr (text, "（");
  if (open == NULL)
    open = strchr (text, '(');
  return open;
}

void
found_units_parse (const YlWords *words, const char *text, gint64 *out_money, gint64 *out_length)
{
  const char *units = strlen (text) > 3 * MAX_HEAD_BYTES ? NULL : find_units (text);
  if (units == NULL)
    return;
  g_auto (YlHeadText) head;
  yl_head_text_init (&head, units);
  FoundWord word = { 0 };
  /* Beside 编制单位：某某局 stands a name: units are short words alone. */
  if (head.flat->len <= 30)
    read_units (&word, words, head.flat->str);
  if (word.money_unit != 0)
    *out_money = word.money_unit;
  if (word.length_unit != 0)
    *out_length = word.length_unit;
}

/* Rows under the heads that are looked at, to tell a column without a head from a gap. */
#define N_LOOKED_AT 5

static gboolean
is_unit_line (const char *text)
{
  return strstr (text, "单位：") != NULL || strstr (text, "单位:") != NULL;
}

static gboolean
has_unit (const FoundWord *word)
{
  return word->money_unit != 0 || word->length_unit != 0 || word->has_percent;
}

static gboolean
has_number (const FoundGrid *grid, const YlCell *cells, guint n_cells)
{
  for (guint i = 0; i < n_cells; i++)
    if (found_grid_is_inside (grid, &cells[i])
        && found_grid_is_number (grid, cells[i].row, cells[i].column))
      return TRUE;
  return FALSE;
}

/* Cells of the row that are words of ours; none when a number stands among them. */
static guint
count_known (const FoundGrid *grid, guint32 row)
{
  guint n_cells = 0;
  guint n_known = 0;
  const YlCell *cells = yl_worksheet_find_row (grid->sheet, row, &n_cells);
  if (*grid->n_wordy >= FOUND_MAX_WORDY || has_number (grid, cells, n_cells))
    return 0;
  (*grid->n_wordy)++;
  for (guint i = 0; i < n_cells; i++)
    {
      const char *text = yl_workbook_get_text (grid->workbook, cells[i].value);
      if (!found_grid_is_inside (grid, &cells[i]) || cells[i].content != YL_CONTENT_TEXT
          || is_unit_line (text))
        continue;
      const FoundWord word = found_word_parse (grid->words, text);
      n_known += word.is_known || has_unit (&word) ? 1 : 0;
    }
  return n_known;
}

gboolean
found_band_begins (const FoundGrid *grid, guint32 row)
{
  return count_known (grid, row) >= 2;
}

static gboolean
is_label (const FoundWord *word)
{
  return word->has_meaning && !found_is_value (word->meaning) && !word->is_short;
}

/* Whether the row goes on with the heads: names nothing under a label, and words under words. */
static gboolean
goes_on (const FoundGrid *grid, guint32 first_row, guint32 row)
{
  if (count_known (grid, row) < 1)
    return FALSE;
  guint n_cells = 0;
  const YlCell *cells = yl_worksheet_find_row (grid->sheet, row, &n_cells);
  gboolean has_group = FALSE;
  for (guint i = 0; i < n_cells; i++)
    {
      if (!found_grid_is_inside (grid, &cells[i]))
        continue;
      const char *above = found_grid_get_shown (grid, first_row, cells[i].column);
      const char *own = yl_workbook_get_text (grid->workbook, cells[i].value);
      const FoundWord upper = found_word_parse (grid->words, above);
      if (own[0] == '\0' || found_grid_is_covered (grid, row, cells[i].column))
        continue;
      const FoundWord word = found_word_parse (grid->words, own);
      if (above[0] != '\0' && is_label (&upper) && !has_unit (&word))
        return FALSE;
      if (above[0] == '\0' && !has_group)
        return FALSE;
      has_group |= above[0] != '\0';
    }
  return has_group;
}

static void
head_clear (gpointer data)
{
  g_free (((FoundHead *) data)->head);
  g_free (((FoundHead *) data)->parent);
}

/* The group heads that a blank cell to their right stands under. */
typedef struct
{
  const char *text[MAX_BAND];
} Carried;

static const char *
text_above (
    const FoundGrid *grid, const FoundBand *band, guint level, guint column, Carried *carried)
{
  const guint32 row = band->first_row + level;
  const char *own = found_grid_get_shown (grid, row, column);
  if (own[0] != '\0')
    {
      const FoundWord word = found_word_parse (grid->words, own);
      const gboolean is_merged = found_grid_is_covered (grid, row, column)
                                 || found_grid_is_covered (grid, row, column + 1);
      carried->text[level] = is_merged || is_label (&word) ? "" : own;
      return own;
    }
  const gboolean has_below = row < band->last_row
                             && found_grid_get_shown (grid, row + 1, column)[0] != '\0'
                             && !found_grid_is_covered (grid, row + 1, column);
  if (!has_below)
    carried->text[level] = "";
  return carried->text[level];
}

static void
add_head (const FoundGrid *grid, FoundBand *band, guint column, Carried *carried)
{
  g_autoptr (GString) head = g_string_new ("");
  g_autoptr (GString) parent = g_string_new ("");
  FoundWord word = found_word_parse (grid->words, "");
  const char *before = "";
  for (guint level = 0; level <= band->last_row - band->first_row; level++)
    {
      const char *text = text_above (grid, band, level, column, carried);
      if (text[0] == '\0' || strcmp (text, before) == 0)
        continue;
      const FoundWord own = found_word_parse (grid->words, text);
      word = before[0] == '\0' ? own : join_words (&word, &own);
      g_string_assign (parent, head->str);
      g_string_append_printf (head, "%s%s", head->len > 0 ? " " : "", text);
      before = text;
    }
  for (gsize i = 0; i < head->len; i++)
    if (head->str[i] == '\n' || head->str[i] == '\r')
      head->str[i] = ' ';
  const FoundHead added = { column, word, g_strdup (head->str), g_strdup (parent->str) };
  g_array_append_val (band->heads, added);
}

FoundBand *
found_band_new (const FoundGrid *grid, guint32 row)
{
  FoundBand *band = g_new0 (FoundBand, 1);
  band->first_row = row;
  band->last_row = row;
  while (band->last_row - row + 1 < MAX_BAND && goes_on (grid, row, band->last_row + 1))
    band->last_row++;
  band->heads = g_array_new (FALSE, FALSE, sizeof (FoundHead));
  g_array_set_clear_func (band->heads, head_clear);
  Carried carried = { { "", "", "" } };
  for (guint column = grid->first_column; column < grid->end_column; column++)
    add_head (grid, band, column, &carried);
  return band;
}

void
found_band_free (FoundBand *band)
{
  if (band == NULL)
    return;
  g_array_unref (band->heads);
  g_free (band);
}

gboolean
found_row_numbers_columns (const FoundGrid *grid, guint32 row)
{
  guint n_cells = 0;
  guint n_numbers = 0;
  gint64 last = 0;
  const YlCell *cells = yl_worksheet_find_row (grid->sheet, row, &n_cells);
  for (guint i = 0; i < n_cells; i++)
    {
      if (!found_grid_is_inside (grid, &cells[i]))
        continue;
      const char *text = yl_workbook_get_text (grid->workbook, cells[i].value);
      const gint64 number = g_ascii_strtoll (text, NULL, 10);
      const gboolean is_mark = strlen (text) <= strlen ("甲") || g_str_equal (text, "栏次");
      if (!found_text_is_number (text) && is_mark)
        continue;
      if (!is_mark || strchr (text, '.') != NULL || number < 1
          || (n_numbers > 0 && number != last + 1))
        return FALSE;
      last = number;
      n_numbers++;
    }
  return n_numbers >= 3 && last <= (gint64) n_numbers + 2;
}

static gboolean
has_data_below (const FoundGrid *grid, const FoundBand *band, guint column)
{
  for (guint32 i = 1; i <= N_LOOKED_AT; i++)
    if (found_grid_get_shown (grid, band->last_row + i, column)[0] != '\0')
      return TRUE;
  return FALSE;
}

static gboolean
is_value_head (const FoundHead *head)
{
  return head->word.is_sum || head->word.rate != YL_FOUND_ALL_CLASSES
         || (head->word.has_meaning && found_is_value (head->word.meaning));
}

static void
end_run (GArray *runs, guint from, guint to, guint n_values)
{
  const FoundRun run = { from, to };
  if (n_values > 0)
    g_array_append_val (runs, run);
}

GArray *
found_band_split (const FoundGrid *grid, const FoundBand *band)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (FoundRun));
  const guint n = band->heads->len;
  const FoundHead *heads = (const FoundHead *) (gpointer) band->heads->data;
  guint from = 0;
  guint n_values = 0;
  for (guint i = 0; i < n; i++)
    {
      const gboolean is_gap =
          heads[i].head[0] == '\0' && !has_data_below (grid, band, heads[i].column);
      const gboolean is_again = i > from && n_values > 0 && heads[from].head[0] != '\0'
                                && strcmp (heads[i].head, heads[from].head) == 0;
      if (is_gap || is_again)
        {
          end_run (runs, from, i, n_values);
          from = is_gap ? i + 1 : i;
          n_values = 0;
        }
      n_values += is_value_head (&heads[i]) ? 1 : 0;
    }
  end_run (runs, from, n, n_values);
  return runs;
}
