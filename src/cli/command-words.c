#include "yanglu/app/words.h"
#include "yanglu/base/error.h"
#include "yanglu/cli/commands.h"
#include "yanglu/cli/delivery.h"
#include "yanglu/cli/remarks-text.h"
#include "yanglu/io/json/words.h"
#include "yanglu/io/words/words.h"

#include <string.h>

#define USAGE "应为 words list、words check 文件。用 yanglu words --help 查看用法。"

typedef struct
{
  YlJobOptions options;
  guint format; /* YlFormat */
} WordsValues;

#define AT(member) .offset = G_STRUCT_OFFSET (WordsValues, member)

static const YlOption accepted[] = {
  { "words", "文件", "本单位的词表；列出时加在内置的之后", YL_OPTION_FILE, AT (options.words) },
  { "format", "形式", "text（默认）或 json", YL_OPTION_CHOICE, AT (format),
    .words = yl_formats_printed },
};

/* A line as the files have it: what follows one another of one key and one sign. */
static void
print_list (const YlSpelling *spellings, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const gboolean goes_on = i > 0 && strcmp (spellings[i].key, spellings[i - 1].key) == 0
                               && spellings[i].is_fallback == spellings[i - 1].is_fallback;
      if (goes_on)
        g_print (", %s", spellings[i].text);
      else
        g_print ("%s%s %s %s", i == 0 ? "" : "\n", spellings[i].key,
                 spellings[i].is_fallback ? "~" : "=", spellings[i].text);
    }
  g_print ("\n");
}

/* As a file of words, which an office can go on from. */
static void
print_text (const YlWords *words, const YlChoices *choices)
{
  gsize n_choices = 0;
  const YlChoice *all = yl_choices_get (choices, &n_choices);
  for (gsize i = 0; i < n_choices; i++)
    g_print ("# %s：%s（%s）\n", all[i].what, all[i].chosen, all[i].why);
  for (guint list = 0; list < YL_N_WORD_LISTS; list++)
    {
      guint n = 0;
      const YlSpelling *spellings = yl_words_get (words, (YlWordList) list, &n);
      g_print ("%s[%s]\n", list == 0 && n_choices == 0 ? "" : "\n",
               yl_word_list_get_name ((YlWordList) list));
      print_list (spellings, n);
    }
}

static int
list_words (const char *none, gconstpointer data, GError **error)
{
  const WordsValues *values = data;
  (void) none;
  g_autoptr (YlChoices) choices = yl_choices_new ();
  g_autoptr (YlWords) words = yl_job_words_open (&values->options, choices, NULL, NULL, error);
  if (words == NULL)
    return YL_EXIT_NOT_DONE;
  g_autoptr (YlJsonSink) json = yl_print_json_new (values->format);
  if (json != NULL)
    yl_json_write_words (json, words);
  else
    print_text (words, choices);
  return YL_EXIT_DONE;
}

/* The file of --words is for the other one. */
static int
check_file (const char *path, gconstpointer data, GError **error)
{
  const WordsValues *values = data;
  if (values->options.words != NULL)
    {
      g_set_error_literal (error, YL_ERROR, YL_ERROR_USAGE, USAGE);
      return YL_EXIT_NOT_DONE;
    }
  g_autoptr (GPtrArray) remarks = yl_words_check (path, error);
  return remarks == NULL ? YL_EXIT_NOT_DONE
                         : yl_remarks_print (remarks, path, values->format, "yanglu.words-check/1");
}

static const YlVerb verbs[] = {
  { "list", YL_COMPLETION_NONE, list_words },
  { "check", YL_COMPLETION_FILE, check_file },
};

const YlCommand yl_command_words = {
  .name = "words",
  .summary = "查看、检查词表（表头、等级、是与否等的写法）",
  .usage = "用法：yanglu words list [--words 文件]\n"
           "      yanglu words check 文件\n"
           "\n"
           "查看、检查词表：各种表的表头怎样写，行政等级、是与否、路面、用途等怎样写。\n"
           "\n"
           "  list     按词表文件的样子列出全部写法\n"
           "  check    检查本单位的一份词表，逐行列出问题\n"
           "\n",
  .values_size = sizeof (WordsValues),
  .options = accepted,
  .n_options = G_N_ELEMENTS (accepted),
  .ending = "本单位的词表加在内置的之后：读文件的命令用 --words 文件 给出；长期使用的放在设置\n"
            "文件夹（$XDG_CONFIG_HOME/yanglu 或 ~/.config/yanglu）里，文件名以 .words 结尾。\n"
            "预算工作簿的数据副本里留有所用的词表。\n"
            "\n"
            "词表文件是 UTF-8 文本，# 开头的行是注释，只写要增加的写法：\n"
            "  [heads.roads]            词表的名称，用 list 查看\n"
            "  route-code = 线路代号    键 = 写法, 写法；键只能用该词表已有的\n"
            "  length ~ 全长            ~ 之后的，没有找到 = 之后的写法时才用\n"
            "\n"
            "退出状态：0 完成；1 完成，检查出错误；2 未能完成。\n"
            "\n"
            "例：yanglu words list\n",
  .verbs = verbs,
  .n_verbs = G_N_ELEMENTS (verbs),
  .verb_usage = USAGE,
};
