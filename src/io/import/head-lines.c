#include "heads-private.h"

#include "yanglu/base/text.h"

#include <string.h>

static const char *
cell_at (const GPtrArray *row, guint i)
{
  return i < row->len ? g_ptr_array_index (row, i) : "";
}

/* Signs that number columns one after the other, each as a series of its own. */
static const char *const series[] = {
  "甲乙丙丁戊己庚辛壬癸",
  "一二三四五六七八九十",
  "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
  "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿",
  "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
  "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
  "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
};
/* In letters; no form has more columns that it numbers so. */
static const char *const romans[] = { "I",    "II",  "III",  "IV",    "V",   "VI",   "VII",
                                      "VIII", "IX",  "X",    "XI",    "XII", "XIII", "XIV",
                                      "XV",   "XVI", "XVII", "XVIII", "XIX", "XX" };
/* The further series come behind those of signs. */
enum
{
  NUMBERS = G_N_ELEMENTS (series),
  LETTERED, /* C1, C2 */
  ROMANS,
  N_SERIES,
};
/* 甲 and 1 alone may be a name and its amount, below more heads than two. */
#define MIN_NUMBERED 3
/* More columns than that are numbered in no form. */
#define MAX_NUMBER 999

/** How far each series of a row has come. */
typedef struct
{
  guint reached[N_SERIES];
  char letter; /* of LETTERED */
} Numbering;

static gboolean
is_column_word (const char *text)
{
  return g_str_equal (text, "栏") || g_str_equal (text, "列");
}

/* Behind an ordinal may stand how it follows: 4=2+3. */
static gboolean
ends_ordinal (const char *at)
{
  return *at == '\0' || *at == '=' || is_column_word (at);
}

/* The place of the sign that @text is in series @own, from 1; 0 for none. */
static guint
read_sign (const char *text, guint own)
{
  const char *found = g_utf8_strchr (series[own], -1, g_utf8_get_char (text));
  return *text == '\0' || found == NULL || !ends_ordinal (g_utf8_next_char (text))
             ? 0
             : (guint) g_utf8_pointer_to_offset (series[own], found) + 1;
}

static guint
read_number (const char *text)
{
  guint number = 0;
  for (; g_ascii_isdigit (*text) && number <= MAX_NUMBER; text++)
    number = number * 10 + (guint) (*text - '0');
  return ends_ordinal (text) ? number : 0;
}

static guint
read_roman (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (romans); i++)
    if (g_str_has_prefix (text, romans[i]) && ends_ordinal (text + strlen (romans[i])))
      return i + 1;
  return 0;
}

/* 0: @text is none of series @own. */
static guint
read_ordinal (const Numbering *numbering, const char *text, guint own)
{
  if (own < NUMBERS)
    return read_sign (text, own);
  if (own == NUMBERS)
    return read_number (text);
  if (own == ROMANS)
    return read_roman (text);
  const gboolean is_of_series = numbering->reached[LETTERED] == 0 || numbering->letter == text[0];
  return g_ascii_isalpha (text[0]) && is_of_series ? read_number (text + 1) : 0;
}

/* Whether @flat is the next of one of the series: I is a numeral at the beginning and the letter behind H. */
static gboolean
goes_on (Numbering *numbering, const char *flat)
{
  const char *text = g_str_has_prefix (flat, "第") ? flat + strlen ("第") : flat;
  for (guint own = 0; own < N_SERIES; own++)
    {
      if (read_ordinal (numbering, text, own) != numbering->reached[own] + 1)
        continue;
      numbering->reached[own]++;
      if (own == LETTERED)
        numbering->letter = text[0];
      return TRUE;
    }
  return FALSE;
}

static const YlSpelling *
find_below (const YlWords *words, const YlHeadText *head)
{
  const YlSpelling *found =
      yl_words_find (words, YL_WORDS_HEAD_BELOW, yl_text_of (head->flat->str));
  return found != NULL ? found
                       : yl_words_find (words, YL_WORDS_HEAD_BELOW, yl_text_of (head->bare->str));
}

static gboolean
stands_below_all (const GPtrArray *row, const GPtrArray *heads)
{
  for (guint i = 0; i < MAX (row->len, heads->len); i++)
    if ((cell_at (row, i)[0] == '\0') != (cell_at (heads, i)[0] == '\0'))
      return FALSE;
  return TRUE;
}

gboolean
head_row_is_numbering (const YlWords *words, const GPtrArray *row, const GPtrArray *heads)
{
  Numbering numbering = { 0 };
  guint n = 0;
  for (guint i = 0; i < row->len; i++)
    {
      g_auto (YlHeadText) head;
      yl_head_text_init (&head, g_ptr_array_index (row, i));
      const YlSpelling *label = n == 0 ? find_below (words, &head) : NULL;
      if (head.flat->len == 0 || (label != NULL && label->member == YL_HEAD_BELOW_NUMBERING))
        continue;
      if (!goes_on (&numbering, head.flat->str))
        return FALSE;
      n++;
    }
  return n >= MIN_NUMBERED || (n >= 2 && stands_below_all (row, heads));
}

static gboolean
has_head (const GPtrArray *rows, guint cell)
{
  for (guint i = 0; i < rows->len; i++)
    if (cell_at (g_ptr_array_index (rows, i), cell)[0] != '\0')
      return TRUE;
  return FALSE;
}

/* 12.3, K0+100 and X001371502 are data; 2020年 may be a head. */
static gboolean
is_data (const char *cell)
{
  gboolean has_digit = FALSE;
  g_autofree char *folded = yl_text_squeeze (yl_text_of (cell));
  for (const char *at = folded; *at != '\0'; at++)
    {
      if ((guchar) *at >= 0x80)
        return FALSE;
      has_digit |= g_ascii_isdigit (*at);
    }
  return has_digit;
}

gboolean
head_row_splits (const GPtrArray *rows, const GPtrArray *row)
{
  guint n = 0;
  guint n_without = 0;
  for (guint i = 0; i < row->len; i++)
    {
      const char *cell = g_ptr_array_index (row, i);
      if (cell[0] == '\0')
        continue;
      const gboolean is_without = !has_head (rows, i);
      if (is_data (cell) || (!is_without && (i + 1 == row->len || has_head (rows, i + 1))))
        return FALSE;
      n++;
      n_without += is_without ? 1 : 0;
    }
  return n >= 2 && n_without > 0;
}

typedef enum
{
  CELL_OTHER,
  CELL_NUMBER,
  CELL_UNIT,  /* says how, but of data too */
  CELL_FIELD, /* the name of a column in a data base: road_code */
  CELL_HINT,
  CELL_LABEL, /* what all cells behind it are */
} BelowCell;

static gboolean
is_field (const char *text)
{
  gsize n_letters = 0;
  for (const char *at = text; *at != '\0'; at++)
    if (g_ascii_isalpha (*at))
      n_letters++;
    else if (*at != '_')
      return FALSE;
  return n_letters >= 2;
}

static gboolean
is_unit (const YlWords *words, const char *text)
{
  return yl_words_find (words, YL_WORDS_HEAD_UNIT, yl_text_of (text)) != NULL;
}

/* 字符10 is 字符. */
static void
cut_digits (GString *text)
{
  while (text->len > 0 && g_ascii_isdigit (text->str[text->len - 1]))
    g_string_truncate (text, text->len - 1);
}

static BelowCell
read_below (const YlWords *words, const char *written)
{
  g_auto (YlHeadText) head;
  yl_head_text_init (&head, written);
  if (strspn (head.flat->str, "0123456789") == head.flat->len)
    return CELL_NUMBER;
  cut_digits (head.bare);
  const YlSpelling *found = find_below (words, &head);
  if (found != NULL)
    return found->member == YL_HEAD_BELOW_HINT ? CELL_HINT : CELL_LABEL;
  if (is_unit (words, head.flat->str))
    return CELL_UNIT;
  return is_field (written) ? CELL_FIELD : CELL_OTHER;
}

/* Rows of 必填 and 字符, of the names that a data base has for the columns, of 公里 and 米. */
gboolean
head_row_is_hint (const YlWords *words, const GPtrArray *row)
{
  guint counts[CELL_LABEL + 1] = { 0 };
  guint n = 0;
  gboolean is_labelled = FALSE;
  for (guint i = 0; i < row->len; i++)
    {
      const char *cell = g_ptr_array_index (row, i);
      if (cell[0] == '\0')
        continue;
      const BelowCell kind = read_below (words, cell);
      is_labelled |= n == 0 && kind == CELL_LABEL;
      counts[kind]++;
      n++;
    }
  if (n == 0 || counts[CELL_NUMBER] > 0)
    return FALSE;
  const guint n_hints = counts[CELL_HINT] + counts[CELL_LABEL];
  const gboolean is_of_fields = counts[CELL_FIELD] == n && n >= 3;
  return is_labelled || is_of_fields || n_hints + counts[CELL_UNIT] == n
         || (n_hints >= 2 && n_hints * 2 > n);
}
