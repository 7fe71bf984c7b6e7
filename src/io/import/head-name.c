#include "yanglu/io/import/head-name.h"

#include <string.h>

/* What offices put into heads between the words; the words alone are compared. */
static const char *const dropped[] = { "*", "#", ":",  "/",      "\\",     "_",      "-", ",",
                                       ".", ";", "\"", "'",      "、",     "。",     "·", "“",
                                       "”", "—", "―",  "\u200B", "\u00A0", "\uFEFF", NULL };

static const char *const opening[] = { "(", "[", "{", "【", "〔", "《", "「", NULL };
static const char *const closing[] = { ")", "]", "}", "】", "〕", "》", "」", NULL };

typedef struct
{
  const char *word;
  YlHeadUnit unit;
} UnitWord;

/* Longer words first: 公里 before 里, 万元 before 元. */
static const UnitWord units[] = {
  { "公里", YL_UNIT_KILOMETRE }, { "千米", YL_UNIT_KILOMETRE }, { "KM", YL_UNIT_KILOMETRE },
  { "万元", YL_UNIT_WAN },       { "元", YL_UNIT_YUAN },        { "米", YL_UNIT_METRE },
  { "M", YL_UNIT_METRE },        { "%", YL_UNIT_PERCENT },
};

/* Bytes of the word of @words that @at begins with; 0 for none. */
static gsize
match_any (const char *at, const char *const *words)
{
  for (gsize i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (at, words[i]))
      return strlen (words[i]);
  return 0;
}

static void
append_character (YlHeadText *text, guint depth, const char *at, gsize width)
{
  char upper[8] = { 0 };
  memcpy (upper, at, width);
  upper[0] = g_ascii_toupper (upper[0]);
  g_string_append (text->flat, upper);
  g_string_append (depth == 0 ? text->bare : text->inside, upper);
}

static gsize
character_width (const char *at)
{
  const gsize width = (gsize) (g_utf8_skip[*(const guchar *) at]);
  const gsize left = strnlen (at, 6);
  return MIN (MIN (width, left), 6);
}

void
yl_head_text_init (YlHeadText *text, const char *written)
{
  *text = (YlHeadText){ g_string_new (NULL), g_string_new (NULL), g_string_new (NULL) };
  g_autofree char *folded = yl_text_fold_width (yl_text_of (written));
  guint depth = 0;
  for (const char *at = folded; *at != '\0';)
    {
      gsize width = match_any (at, opening);
      if (width > 0)
        depth++;
      else if ((width = match_any (at, closing)) > 0)
        depth = depth > 0 ? depth - 1 : 0;
      else if (g_ascii_isspace (*at))
        width = 1;
      else if ((width = match_any (at, dropped)) == 0)
        {
          width = character_width (at);
          append_character (text, depth, at, width);
        }
      at += width;
    }
}

void
yl_head_text_clear (YlHeadText *text)
{
  g_string_free (text->flat, TRUE);
  g_string_free (text->bare, TRUE);
  g_string_free (text->inside, TRUE);
}

YlHeadNames
yl_head_names_of (const YlImportTable *table, const YlWords *words)
{
  YlHeadNames names = { .words = words, .list = table->words };
  guint n = 0;
  const YlSpelling *spellings = yl_words_get (words, table->words, &n);
  memset (names.columns, YL_HEADS_MAX, sizeof names.columns);
  for (guint i = 0; i < n; i++)
    for (guint column = 0; column < table->n_columns; column++)
      if (spellings[i].member < YL_HEADS_MAX
          && g_str_equal (spellings[i].key, table->columns[column].key))
        names.columns[spellings[i].member] = (guint8) column;
  return names;
}

static const YlSpelling *
find_name (const YlHeadNames *names, const char *name)
{
  return yl_words_find (names->words, names->list, yl_text_of (name));
}

/* The unit that words in brackets state: "公里", "单位:米", "公里，三位小数", "M". */
static YlHeadUnit
unit_inside (const char *inside)
{
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      const gboolean is_letter = g_ascii_isalpha (units[i].word[0]);
      if (is_letter ? g_str_equal (inside, units[i].word) : strstr (inside, units[i].word) != NULL)
        return units[i].unit;
    }
  return YL_UNIT_NONE;
}

/* A head that ends with its unit, without brackets: 里程公里. */
static const YlSpelling *
find_before_unit (const YlHeadNames *names, const char *name, YlHeadUnit *out_unit)
{
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      if (!g_str_has_suffix (name, units[i].word))
        continue;
      g_autofree char *stem = g_strndup (name, strlen (name) - strlen (units[i].word));
      g_autofree char *shorter = g_str_has_suffix (stem, "单位")
                                     ? g_strndup (stem, strlen (stem) - strlen ("单位"))
                                     : NULL;
      const YlSpelling *found = find_name (names, stem);
      if (found == NULL && shorter != NULL)
        found = find_name (names, shorter);
      if (found != NULL)
        {
          *out_unit = units[i].unit;
          return found;
        }
    }
  return NULL;
}

const YlSpelling *
yl_head_match (const YlHeadNames *names, const char *text, guint *out_column, YlHeadUnit *out_unit)
{
  g_auto (YlHeadText) head;
  yl_head_text_init (&head, text);
  YlHeadUnit unit = YL_UNIT_NONE;
  const YlSpelling *found = find_name (names, head.flat->str);
  if (found == NULL && (found = find_name (names, head.bare->str)) != NULL)
    unit = unit_inside (head.inside->str);
  if (found == NULL)
    found = find_before_unit (names, head.flat->str, &unit);
  if (found == NULL)
    found = find_before_unit (names, head.bare->str, &unit);
  if (found == NULL)
    return NULL;
  *out_column = found->member < YL_HEADS_MAX ? names->columns[found->member] : YL_HEADS_MAX;
  *out_unit = unit;
  return found;
}
