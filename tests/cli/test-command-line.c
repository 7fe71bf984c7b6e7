/* One row of an option is all that the parser, the help and the refusals know of it. */
#include "yanglu/cli/delivery.h"

#include "support/assert.h"
#include "support/printed.h"
#include "yanglu/base/date.h"
#include "yanglu/base/ratio.h"

#include <string.h>
#include <unistd.h>

#define MODE_SHORT 1u

typedef struct
{
  const char *list;
  const char *funds;
  const char *policy;
  const char *name;
  guint year;
  YlDate date;
  guint64 seed;
  YlShare share;
  guint size;
  YlDelivery delivery;
} Values;

static const YlOptionWord sizes[] = { { "small", 10 }, { "large", 20 }, { NULL, 0 } };

#define AT(member) .offset = G_STRUCT_OFFSET (Values, member)

static const YlOption accepted[] = {
  { "list", "文件", "台账", YL_OPTION_INPUT, AT (list) },
  { "funds", "文件", "资金", YL_OPTION_FILE, AT (funds), .refused_in = MODE_SHORT },
  { "policy", NULL, NULL, YL_OPTION_POLICY, AT (policy), .is_with_next = TRUE },
  { "name", NULL, "名称", YL_OPTION_TEXT, AT (name) },
  { "year", "年度", "年度；--date 日期", YL_OPTION_YEAR, AT (year) },
  { "date", "日期", NULL, YL_OPTION_DATE, AT (date) },
  { "seed", "数", "种子\n两行", YL_OPTION_SEED, AT (seed) },
  { "materiality", "数", "错报", YL_OPTION_MATERIALITY, AT (share) },
  { "size", "大小", "大小", YL_OPTION_CHOICE, AT (size), .words = sizes },
  { "output", "文件", "输出", YL_OPTION_OUTPUT, AT (delivery.path), .letter = 'o' },
  { "force", NULL, "替换", YL_OPTION_FLAG, AT (delivery.force) },
  { "format", "形式", "形式", YL_OPTION_CHOICE, AT (delivery.format),
    .words = yl_formats_of_audit },
};

static const YlCommand command = {
  .name = "try",
  .usage = "用法\n\n",
  .options = accepted,
  .n_options = G_N_ELEMENTS (accepted),
  .ending = "例\n",
};

static char *printed;

static void
keep_printed (const char *text)
{
  g_free (printed);
  printed = g_strdup (text);
}

/* The line of the words after the command's name; what is refused is kept as `printed`. */
static YlCommandLine *
parse (Values *values, int *out_status, const char *words)
{
  g_autofree char *whole = g_strconcat ("try ", words, NULL);
  g_auto (GStrv) argv = g_strsplit (whole, " ", -1);
  const GPrintFunc before = g_set_printerr_handler (keep_printed);
  YlCommandLine *line =
      yl_command_line_parse (&command, (int) g_strv_length (argv), argv, values, out_status);
  g_set_printerr_handler (before);
  return line;
}

static void
assert_refused (const char *words, const char *message)
{
  Values values = { .year = 1 };
  int status = -1;
  assert_null (parse (&values, &status, words));
  assert_number_equal (status, YL_EXIT_NOT_DONE);
  if (strstr (printed, message) == NULL)
    fail_msg ("“%s” is not in: %s", message, printed);
}

static void
every_kind_of_value_is_kept_where_its_row_says (void **state)
{
  (void) state;
  Values values = { 0 };
  int status = -1;
  g_autoptr (YlCommandLine) line =
      parse (&values, &status,
             "a.csv --list - --funds=f.csv --policy p --name n --year 2021 --date 2021-03-01 "
             "--seed 18446744073709551615 --materiality 2.5 --size large -o out --force b.csv");
  assert_non_null (line);
  assert_string_equal (values.list, "-");
  assert_string_equal (values.funds, "f.csv");
  assert_string_equal (values.policy, "p");
  assert_string_equal (values.name, "n");
  assert_number_equal (values.year, 2021);
  assert_number_equal (values.date.yyyymmdd, 20210301);
  assert_true (values.seed == G_MAXUINT64);
  assert_number_equal (values.share.ppm, 25000);
  assert_number_equal (values.size, 20);
  assert_string_equal (values.delivery.path, "out");
  assert_true (values.delivery.force);
  guint n = 0;
  const char *const *rest = yl_command_line_get_rest (line, &n);
  assert_number_equal (n, 2);
  assert_string_equal (rest[1], "b.csv");
}

static void
a_value_may_stand_right_behind_a_letter_as_everywhere (void **state)
{
  (void) state;
  Values values = { 0 };
  int status = -1;
  g_autoptr (YlCommandLine) line = parse (&values, &status, "-oout --name -ox -- -oy");
  assert_non_null (line);
  assert_string_equal (values.delivery.path, "out");
  assert_string_equal (values.name, "-ox");
  guint n = 0;
  const char *const *rest = yl_command_line_get_rest (line, &n);
  assert_number_equal (n, 1);
  assert_string_equal (rest[0], "-oy");
  assert_refused ("-o=out", "选项 --output 写成一个字母时，与值之间不写等号");
  assert_refused ("-oout -oother", "选项 --output 给出了两次");
}

static void
what_is_not_given_stays_as_it_was (void **state)
{
  (void) state;
  Values values = { .year = 1999, .size = 7 };
  int status = -1;
  g_autoptr (YlCommandLine) line = parse (&values, &status, "");
  assert_non_null (line);
  assert_number_equal (values.year, 1999);
  assert_number_equal (values.size, 7);
  assert_null (values.list);
}

static void
a_value_that_cannot_be_is_refused_in_chinese (void **state)
{
  (void) state;
  assert_refused ("--year 1989", "年度“1989”不合要求：应为 1990 至 2100");
  assert_refused ("--year 2101", "年度“2101”");
  assert_refused ("--date 2021-02-30", "--date“2021-02-30”不是日期");
  assert_refused ("--seed -1", "--seed“-1”不是随机种子");
  assert_refused ("--materiality 0", "--materiality“0”不是可容忍错报的百分比");
  assert_refused ("--materiality 100.0001", "--materiality“100.0001”");
  assert_refused ("--size huge", "选项 --size 的值“huge”不合要求：应为 small、large 之一");
  assert_refused ("--funds -", "--funds 要给出文件名：只有里程台账可以用 - 从标准输入读");
  assert_refused ("--size lrge",
                  "选项 --size 的值“lrge”不合要求：是不是“large”？应为 small、large 之一");
  assert_refused ("--sise large",
                  "没有选项 --sise，是不是“--size”？用 yanglu try --help 查看全部选项");
  assert_refused ("--qqqq", "没有选项 --qqqq，用 yanglu try --help 查看全部选项");
  /* A value may begin as an option does. */
  assert_refused ("--name --sise --qqqq", "没有选项 --qqqq");
  assert_refused ("--force=1", "选项 --force 不带值");
  assert_refused ("a.csv --year", "选项 --year 后面缺少值");
}

static void
an_option_that_is_given_twice_is_refused (void **state)
{
  (void) state;
  assert_refused ("--year 2020 --year 2021", "选项 --year 给出了两次，只能给出一次");
  assert_refused ("--year 2021 --year=2021", "选项 --year 给出了两次");
  assert_refused ("-o a --output b", "选项 --output 给出了两次");
  assert_refused ("--force --force", "选项 --force 给出了两次");
}

static void
the_help_has_a_line_for_every_option_that_has_one (void **state)
{
  (void) state;
  char *argv[] = { (char *) "try", (char *) "--help", NULL };
  Values values = { 0 };
  int status = -1;
  yl_printed_begin ();
  assert_null (yl_command_line_parse (&command, 2, argv, &values, &status));
  g_autofree char *help = yl_printed_end ();
  assert_number_equal (status, YL_EXIT_DONE);
  assert_string_equal (help, "用法\n\n"
                             "  --list 文件         台账\n"
                             "  --funds 文件        资金\n"
                             "  --policy、\n"
                             "  --name              名称\n"
                             "  --year 年度         年度；--date 日期\n"
                             "  --seed 数           种子\n"
                             "                      两行\n"
                             "  --materiality 数    错报\n"
                             "  --size 大小         大小\n"
                             "  -o, --output 文件   输出\n"
                             "  --force             替换\n"
                             "  --format 形式       形式\n"
                             "\n例\n");
}

static void
only_what_has_no_meaning_in_a_mode_is_refused_there (void **state)
{
  (void) state;
  Values values = { 0 };
  int status = -1;
  g_autoptr (YlCommandLine) line = parse (&values, &status, "--list a.csv --funds f.csv");
  assert_string_equal (yl_command_line_find_refused (line, MODE_SHORT), "f.csv");
  assert_null (yl_command_line_find_refused (line, MODE_SHORT << 1));
}

/* Whether -o @path may be written beside @words. */
static gboolean
may_write (const char *words, const char *path)
{
  Values values = { .delivery.path = path };
  int status = -1;
  g_autoptr (GError) error = NULL;
  g_autoptr (YlCommandLine) line = parse (&values, &status, words);
  assert_non_null (line);
  return yl_delivery_settle (&values.delivery, line, "x.xlsx", &error);
}

static void
nothing_that_is_read_is_written_over (void **state)
{
  (void) state;
  g_autofree char *path = NULL;
  const int fd = g_file_open_tmp ("yl-XXXXXX", &path, NULL);
  assert_true (fd >= 0);
  close (fd);
  static const char *const inputs[] = { "", "--list ", "--funds ", "--policy " };
  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    {
      g_autofree char *words = g_strconcat (inputs[i], path, NULL);
      assert_false (may_write (words, path));
    }
  g_autofree char *name = g_strconcat ("--name ", path, NULL);
  assert_true (may_write (name, path));
  assert_number_equal (unlink (path), 0);
}

static void
a_format_that_nobody_named_is_that_of_the_file (void **state)
{
  (void) state;
  static const struct
  {
    const char *path;
    YlFormat format;
  } cases[] = { { "a.xlsx", YL_FORMAT_XLSX },   { "a.XLSX", YL_FORMAT_XLSX },
                { "a.txt", YL_FORMAT_TEXT },    { "a.json", YL_FORMAT_JSON },
                { "a.sarif", YL_FORMAT_SARIF }, { NULL, YL_FORMAT_TEXT } };
  Values values = { 0 };
  int status = -1;
  g_autoptr (YlCommandLine) line = parse (&values, &status, "");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      YlDelivery delivery = { .path = cases[i].path, .format = YL_FORMAT_OF_NAME };
      assert_true (yl_delivery_settle (&delivery, line, "x.xlsx", NULL));
      assert_number_equal (delivery.format, cases[i].format);
    }
}

static int
forget_printed (void **state)
{
  (void) state;
  g_clear_pointer (&printed, g_free);
  return 0;
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (every_kind_of_value_is_kept_where_its_row_says),
    cmocka_unit_test (a_value_may_stand_right_behind_a_letter_as_everywhere),
    cmocka_unit_test (what_is_not_given_stays_as_it_was),
    cmocka_unit_test (a_value_that_cannot_be_is_refused_in_chinese),
    cmocka_unit_test (an_option_that_is_given_twice_is_refused),
    cmocka_unit_test (the_help_has_a_line_for_every_option_that_has_one),
    cmocka_unit_test (only_what_has_no_meaning_in_a_mode_is_refused_there),
    cmocka_unit_test (nothing_that_is_read_is_written_over),
    cmocka_unit_test (a_format_that_nobody_named_is_that_of_the_file),
  };
  return cmocka_run_group_tests_name ("command-line", tests, NULL, forget_printed);
}
