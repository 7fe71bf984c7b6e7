#include "yanglu/io/json/words.h"

static void
add_list (YlJsonSink *json, const YlWords *words, YlWordList list)
{
  guint n = 0;
  const YlSpelling *spellings = yl_words_get (words, list, &n);
  yl_json_begin (json, NULL);
  yl_json_text (json, "name", yl_word_list_get_name (list));
  yl_json_begin_list (json, "spellings");
  for (guint i = 0; i < n; i++)
    {
      yl_json_begin (json, NULL);
      yl_json_text (json, "key", spellings[i].key);
      yl_json_text (json, "text", spellings[i].text);
      yl_json_boolean (json, "fallback", spellings[i].is_fallback);
      yl_json_end (json);
    }
  yl_json_end (json);
  yl_json_end (json);
}

void
yl_json_write_words (YlJsonSink *json, const YlWords *words)
{
  yl_json_begin (json, NULL);
  yl_json_text (json, "schema", "yanglu.words/1");
  yl_json_begin_list (json, "lists");
  for (guint list = 0; list < YL_N_WORD_LISTS; list++)
    add_list (json, words, (YlWordList) list);
  yl_json_end (json);
  yl_json_end (json);
}
