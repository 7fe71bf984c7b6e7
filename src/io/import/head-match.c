#include "yanglu/io/import/head-match.h"

#include <string.h>

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
unit_inside (const YlWords *words, const char *inside)
{
  guint n = 0;
  const YlSpelling *units = yl_words_get (words, YL_WORDS_HEAD_UNIT, &n);
  for (guint i = 0; i < n; i++)
    {
      const gboolean is_letter = g_ascii_isalpha (units[i].text[0]);
      if (is_letter ? g_str_equal (inside, units[i].text) : strstr (inside, units[i].text) != NULL)
        return (YlHeadUnit) units[i].member;
    }
  return YL_UNIT_NONE;
}

/* A head that ends with its unit, without brackets: 里程公里, 里程单位公里. */
static const YlSpelling *
find_before_unit (const YlHeadNames *names, const char *name, YlHeadUnit *out_unit)
{
  guint n = 0;
  const YlSpelling *units = yl_words_get (names->words, YL_WORDS_HEAD_UNIT, &n);
  const YlSpelling *found = NULL;
  for (guint i = 0; i < n && found == NULL; i++)
    {
      if (!g_str_has_suffix (name, units[i].text))
        continue;
      g_autofree char *stem = g_strndup (name, strlen (name) - units[i].length);
      found = find_name (names, stem);
      if (found == NULL && g_str_has_suffix (stem, "单位"))
        {
          stem[strlen (stem) - strlen ("单位")] = '\0';
          found = find_name (names, stem);
        }
      *out_unit = found == NULL ? *out_unit : (YlHeadUnit) units[i].member;
    }
  return found;
}

/* @flat with words in brackets, @bare without, @inside those words. */
static const YlSpelling *
find_written (const YlHeadNames *names,
              const char *flat,
              const char *bare,
              const char *inside,
              YlHeadUnit *out_unit)
{
  *out_unit = YL_UNIT_NONE;
  const YlSpelling *found = find_name (names, flat);
  if (found != NULL)
    return found;
  found = find_name (names, bare);
  if (found != NULL)
    {
      *out_unit = unit_inside (names->words, inside);
      return found;
    }
  found = find_before_unit (names, flat, out_unit);
  return found != NULL ? found : find_before_unit (names, bare, out_unit);
}

/* Bytes of the field of the yearbook that @at, in @text, is: K0101, A1001A; 0 for none. */
static gsize
match_field (const char *text, const char *at)
{
  gsize n = g_ascii_isupper (at[0]) && (at == text || !g_ascii_isalnum (at[-1])) ? 1 : 0;
  while (n > 0 && n < 5 && g_ascii_isdigit (at[n]))
    n++;
  if (n < 5)
    return 0;
  if (g_ascii_isupper (at[n]))
    n++;
  return g_ascii_isalnum (at[n]) ? 0 : n;
}

#define BEGIN_BYTES 256u

/* The bit of a character, which others may share. */
static guint
hash_character (const char *at)
{
  const guchar *byte = (const guchar *) at;
  const guint hash =
      byte[0] < 0x80 || byte[1] == '\0' ? byte[0] : byte[0] * 7u + byte[1] * 61u + byte[2] * 13u;
  return hash % (BEGIN_BYTES * 8);
}

guint8 *
yl_head_begin_new (const YlWords *words)
{
  guint n = 0;
  const YlSpelling *parts = yl_words_get (words, YL_WORDS_HEAD_PART, &n);
  guint8 *begin = g_new0 (guint8, BEGIN_BYTES);
  for (guint i = 0; i < n; i++)
    {
      const guint bit = hash_character (parts[i].text);
      begin[bit / 8] |= (guint8) (1U << bit % 8);
    }
  return begin;
}

static gboolean
may_begin (const YlHeadNames *names, const char *at)
{
  const guint bit = hash_character (at);
  return ((guchar) *at & 0xC0) != 0x80
         && (names->begin == NULL || (names->begin[bit / 8] >> bit % 8 & 1U) != 0);
}

/* (nullable): the longest part that @at begins with. */
static const YlSpelling *
match_part (const YlHeadNames *names, const char *at)
{
  guint n = 0;
  if (!may_begin (names, at))
    return NULL;
  const YlSpelling *parts = yl_words_get (names->words, YL_WORDS_HEAD_PART, &n);
  const YlSpelling *longest = NULL;
  for (guint i = 0; i < n; i++)
    if ((longest == NULL || parts[i].length > longest->length)
        && strncmp (at, parts[i].text, parts[i].length) == 0)
      longest = &parts[i];
  return longest;
}

/* What a part is written as, once where it is said twice (编号/代码); "whether" goes to the front. */
static void
append_part (GString *usual, const YlWords *words, const YlSpelling *part)
{
  const char *text = yl_words_get_usual (words, YL_WORDS_HEAD_PART, part->key);
  if (g_str_equal (part->key, "nothing"))
    return;
  if (!g_str_equal (part->key, "whether"))
    {
      if (!g_str_has_suffix (usual->str, text))
        g_string_append (usual, text);
    }
  else if (!g_str_has_prefix (usual->str, text))
    g_string_prepend (usual, text);
}

/* A rank that no match has. */
#define UNKNOWN G_MAXUINT8
/* Texts of one sheet that are remembered; the rest is matched anew each time. */
#define MAX_KNOWN 4096u

/* Longer texts are no heads: 32 characters. */
#define MAX_HEAD_BYTES 96

#define N_YEAR_DIGITS 4u
#define FIRST_YEAR 1990u
#define LAST_YEAR 2100u

/* Bytes of the year of a list of roads that @at begins with, such as 2020年 and, where 年末 is a part, 2020; 0 for none. */
static gsize
match_year (const YlHeadNames *names, const char *at, guint *out_year)
{
  guint year = 0;
  if (names->list != YL_WORDS_ROAD_HEADS || strspn (at, "0123456789") != N_YEAR_DIGITS
      || !g_str_has_prefix (at + N_YEAR_DIGITS, "年"))
    return 0;
  for (gsize i = 0; i < N_YEAR_DIGITS; i++)
    year = year * 10 + (guint) (at[i] - '0');
  if (year < FIRST_YEAR || year >= LAST_YEAR)
    return 0;
  *out_year = year;
  const gsize n = N_YEAR_DIGITS + strlen ("年");
  if (match_part (names, at + N_YEAR_DIGITS) != NULL)
    return N_YEAR_DIGITS;
  return g_str_has_prefix (at + n, "度") ? n + strlen ("度") : n;
}

/* @text by its parts, and @out_year, where it has one. */
static char *
make_usual (const YlHeadNames *names, const char *text, guint *out_year)
{
  GString *usual = g_string_new (NULL);
  for (const char *at = text; *at != '\0';)
    {
      const gsize n_year = match_year (names, at, out_year);
      const gsize n_field = n_year > 0 ? n_year : match_field (text, at);
      const YlSpelling *part = n_field > 0 ? NULL : match_part (names, at);
      const gsize n = n_field > 0 ? n_field : part != NULL ? part->length : 1;
      if (part != NULL)
        append_part (usual, names->words, part);
      else if (n_field == 0)
        g_string_append_c (usual, *at);
      at += n;
    }
  return g_string_free (usual, FALSE);
}

char *
yl_head_to_usual (const YlHeadNames *names, const char *text)
{
  if (strlen (text) > MAX_HEAD_BYTES)
    return g_strdup (text);
  guint year = 0;
  return make_usual (names, text, &year);
}

/* Behind a number and a sign: 1.路线编码, 12、里程. */
static const char *
skip_number (const char *text)
{
  static const char *const signs[] = { ".", "、", "．", ")", "）" };
  const gsize n = strspn (text, "0123456789");
  for (gsize i = 0; n > 0 && n <= 2 && i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (text + n, signs[i]) && (guchar) text[n + strlen (signs[i])] >= 0x80)
      return text + n + strlen (signs[i]);
  return text;
}

/* Behind whose it is, which in a list of roads goes without saying: 公路管养单位 is 管养单位. */
static const char *
skip_owner (const YlHeadNames *names, const char *usual)
{
  const char *route = yl_words_get_usual (names->words, YL_WORDS_HEAD_PART, "route");
  return route != NULL && g_str_has_prefix (usual, route) ? usual + strlen (route) : usual;
}

/* The year that @flat states; 0. */
static guint
find_year (const YlHeadNames *names, const char *flat)
{
  guint year = 0;
  for (const char *at = flat; *at != '\0' && year == 0; at++)
    if (at == flat || !g_ascii_isdigit (at[-1]))
      match_year (names, at, &year);
  return year;
}

/* 名称 or one of the parts for codes at the end. */
static YlHeadSide
find_side (const YlWords *words, const GString *flat)
{
  guint n = 0;
  const YlSpelling *parts = yl_words_get (words, YL_WORDS_HEAD_PART, &n);
  for (guint i = 0; i < n; i++)
    {
      const gboolean is_name = g_str_equal (parts[i].key, "name");
      if ((is_name || g_str_equal (parts[i].key, "code"))
          && g_str_has_suffix (flat->str, parts[i].text))
        return is_name ? YL_HEAD_SIDE_NAME : YL_HEAD_SIDE_CODE;
    }
  return YL_HEAD_SIDE_NONE;
}

static const YlSpelling *
find_by_parts (const YlHeadNames *names, const char *text, YlHeadUnit *out_unit)
{
  g_auto (YlHeadText) head;
  yl_head_text_init (&head, skip_number (text));
  g_autofree char *flat = yl_head_to_usual (names, head.flat->str);
  g_autofree char *bare = yl_head_to_usual (names, head.bare->str);
  const YlSpelling *found = find_written (names, flat, bare, head.inside->str, out_unit);
  if (found != NULL)
    return found;
  const char *own = skip_owner (names, flat);
  return own == flat
             ? NULL
             : find_written (names, own, skip_owner (names, bare), head.inside->str, out_unit);
}

/* As it stands before by its parts, and a proper name before a fallback. */
static guint
rank (const YlSpelling *spelling, gboolean is_by_parts)
{
  return (spelling->is_fallback ? 2U : 0U) + (is_by_parts ? 1U : 0U);
}

/* Returns: column YL_HEADS_MAX for what no table has, rank UNKNOWN for what is no head at all */
static YlHeadMatch
match_anew (const YlHeadNames *names, const char *text)
{
  g_auto (YlHeadText) head;
  yl_head_text_init (&head, text);
  YlHeadUnit unit = YL_UNIT_NONE;
  const YlSpelling *found =
      find_written (names, head.flat->str, head.bare->str, head.inside->str, &unit);
  const gboolean is_by_parts = found == NULL;
  if (is_by_parts)
    found = find_by_parts (names, text, &unit);
  if (found == NULL)
    return (YlHeadMatch){ .column = YL_HEADS_MAX, .rank = UNKNOWN };
  const gboolean is_own = found->member < YL_HEADS_MAX;
  return (YlHeadMatch){ .column = is_own ? names->columns[found->member] : YL_HEADS_MAX,
                        .unit = unit,
                        .rank = rank (found, is_by_parts),
                        .side = find_side (names->words, head.flat),
                        .year = find_year (names, head.flat->str) };
}

/* The rows at the top of a sheet are tried again with every row that follows. */
static YlHeadMatch
match_known (const YlHeadNames *names, const char *text)
{
  const YlHeadMatch *known = names->known == NULL ? NULL : g_hash_table_lookup (names->known, text);
  if (known != NULL)
    return *known;
  const YlHeadMatch match = match_anew (names, text);
  if (names->known != NULL && g_hash_table_size (names->known) < MAX_KNOWN)
    g_hash_table_insert (names->known, g_strdup (text), g_memdup2 (&match, sizeof match));
  return match;
}

gboolean
yl_head_match (const YlHeadNames *names, const char *text, YlHeadMatch *out_match)
{
  const YlHeadMatch match = match_known (names, text);
  if (match.rank == UNKNOWN)
    return FALSE;
  *out_match = match;
  return TRUE;
}

gboolean
yl_head_match_mended (const YlHeadNames *names, const char *written, YlHeadMatch *out_match)
{
  const char *key = NULL;
  if (!yl_words_find_mend (names->words, names->list, written, &key))
    return FALSE;
  *out_match = (YlHeadMatch){ .column = YL_HEADS_MAX, .is_said = TRUE };
  const char *usual = key == NULL ? NULL : yl_words_get_usual (names->words, names->list, key);
  const YlSpelling *said = usual == NULL ? NULL : find_name (names, usual);
  if (said == NULL || said->member >= YL_HEADS_MAX)
    return TRUE;
  g_auto (YlHeadText) head;
  yl_head_text_init (&head, written);
  out_match->column = names->columns[said->member];
  out_match->unit = unit_inside (names->words, head.inside->str);
  return TRUE;
}
