#include "yanglu/io/import/heads.h"

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

const YlSpelling *
yl_head_match (const YlHeadNames *names, const char *text, guint *out_column, YlHeadUnit *out_unit)
{
  g_auto (YlHeadText) head;
  yl_head_text_init (&head, text);
  YlHeadUnit unit = YL_UNIT_NONE;
  const YlSpelling *found = find_name (names, head.flat->str);
  if (found == NULL && (found = find_name (names, head.bare->str)) != NULL)
    unit = unit_inside (names->words, head.inside->str);
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
