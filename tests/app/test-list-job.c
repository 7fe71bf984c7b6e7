#include "yanglu/app/budget/list.h"

#include "support/assert.h"
#include "support/run.h"
#include "yanglu/app/workbooks.h"
#include "yanglu/io/policy/policies.h"

#include <string.h>

#define POLICY(id, rest)                                                                            \
  "[policy]\nid=" id "\ntitle=办法\ndocument=文\nissued=2021-01-01\neffective-from=2021-01-01\n" \
  "verified=true\n" rest

/* A folder of files and the job that was run on them; freed in teardown, after a failure too. */
typedef struct
{
  YlRun *files;
  GPtrArray *paths; /* of those the options name */
  YlListJob *job;
} Case;

static int
set_up (void **state)
{
  Case *it = g_new0 (Case, 1);
  *state = it;
  it->files = yl_run_new ();
  it->paths = g_ptr_array_new_with_free_func (g_free);
  yl_run_write (it->files, "coded.csv", "路线编码,里程\nX001371502,1\nX002371502,2\n");
  yl_run_write (it->files, "bare.csv", "类别,里程,乡镇\n村道,1,闫寺街道\n");
  return 0;
}

static int
tear_down (void **state)
{
  Case *it = *state;
  g_clear_pointer (&it->job, yl_list_job_free);
  g_ptr_array_unref (it->paths);
  yl_run_free (it->files);
  g_free (it);
  return 0;
}

static const char *
path_of (Case *it, const char *name)
{
  char *path = g_build_filename (it->files->folder, name, NULL);
  g_ptr_array_add (it->paths, path);
  return path;
}

static void
run (Case *it, YlJobOptions options)
{
  g_autoptr (GError) error = NULL;
  it->job = yl_list_job_run (&options, NULL, &error);
  if (it->job == NULL)
    fail_msg ("%s", error->message);
  yl_list_job_settle (it->job, 0);
}

static const char *
get_policy_id (const Case *it)
{
  return yl_policy_get_head (it->job->policy)->id;
}

static const YlChoice *
find_choice (const Case *it, const char *what)
{
  gsize n = 0;
  const YlChoice *choices = yl_choices_get (it->job->choices, &n);
  for (gsize i = 0; i < n; i++)
    if (strcmp (choices[i].what, what) == 0)
      return &choices[i];
  return NULL;
}

static const struct
{
  const char *list;
  const char *said; /* %NULL: nothing */
} unread[] = {
  { "类别,里程,乡镇\n村道,1,闫寺街道\n", NULL },
  { "类别,里程,备注\n村道,1,\n", NULL },
  { "序号,类别,里程,备注\n1,村道,1,甲\n2,村道,1,\n", "备注 1 格" },
  { "类别,,里程\n村道,甲,1\n", "B列（无表头） 1 格" },
  { "类别,里程,\"计入\n里程\"\n村道,1,1\n", "计入里程 1 格" },
};

static void
what_was_not_read_is_said_by_name_with_how_much_stands_there (void **state)
{
  Case *it = *state;
  for (guint i = 0; i < G_N_ELEMENTS (unread); i++)
    {
      yl_run_write (it->files, "list.csv", unread[i].list);
      run (it, (YlJobOptions){ .roads = path_of (it, "list.csv"), .clock_year = 2021 });
      const YlChoice *said = find_choice (it, "未读的列");
      if (g_strcmp0 (said == NULL ? NULL : said->chosen, unread[i].said) != 0)
        fail_msg ("%s says %s", unread[i].list, said == NULL ? "nothing" : said->chosen);
      g_clear_pointer (&it->job, yl_list_job_free);
    }
}

static const struct
{
  const char *list;
  const char *what;
  const char *said; /* %NULL: nothing */
} told[] = {
  { "公路编码,行政等级,里程\nC001371502,村道,1\n", "读取的列",
    "公路编码（作路线编码）、行政等级（作类别）、里程" },
  { "类别,里程\n村道,1\n", "计量单位", "里程 公里（未注明）" },
  { "类别,长度(米)\n村道,1000\n", "计量单位", "里程 米（表头“长度(米)”）" },
  { "单位：米,\n类别,里程\n村道,1000\n", "计量单位", "里程 米（表上注明）" },
  { "类别,里程,路面宽度\n村道,1,3.5\n", "计量单位", "里程 公里（未注明）、路面宽度 米（未注明）" },
  { "类别,里程\n村道,1\n", "未计入的行", NULL },
  /* 聊政办发〔2020〕10号: 10,000, 5,000 and 3,000 yuan a kilometre. */
  { "路线编码,类别,里程\nC001371502,村道,1\nC002371502,巷道,1.5\nC003371502,村道,一\n",
    "未计入的行",
    "2 行，其中 1 行写明里程，共 1.500 公里，如为县道 15,000.00 元、乡道 7,500.00 元、村道 "
    "4,500.00 元" },
  { "路线编码,类别,里程\nC001371502,村道,1\nC003371502,村道,一\n", "未计入的行", "1 行" },
  { "路线编码,类别,里程,乡镇\nC001371502,村道,1,闫寺街道\n", "没有乡镇的行", NULL },
  { "路线编码,类别,里程,乡镇\nC001371502,村道,1,闫寺街道\nC002371502,村道,2.5,\n", "没有乡镇的行",
    "1 行，计入 2.500 公里，7,500.00 元" },
  { "路线编码,类别,里程\nC001371502,村道,1\nC002371502,村道,1\n", "外县的行", NULL },
  { "路线编码,类别,里程\nC001371502,村道,1\nC002371502,村道,1\nC001371521,乡道,2\n", "外县的行",
    "1 行，计入 2.000 公里，10,000.00 元" },
  { "路线编码,里程\nC001371502,1\n", "待核的标准", NULL },
  { "路线编码,里程\nC001110101,1\n", "待核的标准",
    "国办发〔2019〕45号：县道日常养护标准、乡道日常养护标准、村道日常养护标准、列养率目标值、"
    "养护工程比例目标值、中等及以上比例目标值" },
  { "路线编码,里程\nC001371502,1\n", "政策未规定",
    "分担比例（缺口由县级承担）、计费里程的口径（按计入里程）" },
  { "类别,里程,城管路段,断头路\n村道,1,是,\n专用公路,2,,\n专用公路,0.5,,\n专用公路,4,,是\n",
    "政策未规定",
    "专用公路标准（2 行 2.500 公里，不计金额）、城管路段标准（1 行 1.000 公里，不计金额）、"
    "分担比例（缺口由县级承担）、计费里程的口径（按计入里程）" },
};

static void
what_money_depends_on_is_said_in_a_line_where_there_is_something_to_say (void **state)
{
  Case *it = *state;
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      yl_run_write (it->files, "list.csv", told[i].list);
      run (it, (YlJobOptions){ .roads = path_of (it, "list.csv"), .year = 2021 });
      const YlChoice *said = find_choice (it, told[i].what);
      if (g_strcmp0 (said == NULL ? NULL : said->chosen, told[i].said) != 0)
        fail_msg ("%s says %s", told[i].list, said == NULL ? "nothing" : said->chosen);
      g_clear_pointer (&it->job, yl_list_job_free);
    }
}

static void
a_policy_that_rules_everything_leaves_nothing_to_say (void **state)
{
  Case *it = *state;
  yl_run_write (it->files, "whole.policy",
                POLICY ("whole", "[daily-rate]\ncounty=1\n[payer-share]\ncity=50\ncounty=50\n"
                                 "[mileage]\nbasis=counted\n"));
  yl_run_write (it->files, "list.csv", "类别,里程\n县道,1\n");
  run (it, (YlJobOptions){ .roads = path_of (it, "list.csv"),
                           .policy = path_of (it, "whole.policy"),
                           .year = 2021 });
  assert_null (find_choice (it, "政策未规定"));
}

static void
bridges_that_the_policy_has_no_rate_for_are_said (void **state)
{
  Case *it = *state;
  yl_run_write (it->files, "bridges.csv",
                "桥名,路线编码,桥梁类型,全长\n甲桥,X001371502,小桥,20\n乙桥,X001371502,大桥,90\n");
  yl_run_write (it->files, "large.policy",
                POLICY ("large", "[daily-rate]\ncounty=1\n[payer-share]\ncity=50\ncounty=50\n"
                                 "[mileage]\nbasis=counted\n[bridge-rate]\nlarge=100\n"));
  run (it, (YlJobOptions){ .roads = path_of (it, "coded.csv"),
                           .bridges = path_of (it, "bridges.csv"),
                           .policy = path_of (it, "large.policy"),
                           .year = 2021 });
  assert_string_equal (find_choice (it, "政策未规定")->chosen, "桥梁标准（1 座，不计金额）");
}

/* @n columns 列1 … that nobody reads, the last of them called @n characters long. */
static char *
write_wide_list (guint n, guint n_characters)
{
  GString *list = g_string_new ("类别,里程");
  for (guint i = 1; i < n; i++)
    g_string_append_printf (list, ",列%u", i);
  g_string_append_c (list, ',');
  for (guint i = 0; i < n_characters; i++)
    g_string_append (list, "长");
  g_string_append (list, "\n村道,1");
  for (guint i = 0; i < n; i++)
    g_string_append (list, ",1");
  return g_string_free (list, FALSE);
}

static const char *
tell_wide_list (Case *it, guint n, guint n_characters)
{
  g_autofree char *list = write_wide_list (n, n_characters);
  g_clear_pointer (&it->job, yl_list_job_free);
  yl_run_write (it->files, "list.csv", list);
  run (it, (YlJobOptions){ .roads = path_of (it, "list.csv"), .clock_year = 2021 });
  return find_choice (it, "未读的列")->chosen;
}

static void
forty_columns_and_forty_characters_of_a_head_are_named (void **state)
{
  Case *it = *state;
  const char *forty = tell_wide_list (it, 40, 40);
  assert_null (strstr (forty, "…"));
  assert_non_null (strstr (forty, "长长 1 格"));
  assert_non_null (strstr (tell_wide_list (it, 40, 41), "长长… 1 格"));
  const char *more = tell_wide_list (it, 41, 2);
  assert_null (strstr (more, "长"));
  assert_true (g_str_has_suffix (more, "列40 1 格……共 41 列"));
}

static void
an_asked_year_needs_no_word (void **state)
{
  Case *it = *state;
  run (it, (YlJobOptions){ .roads = path_of (it, "coded.csv"), .year = 2021, .clock_year = 2030 });
  assert_number_equal (it->job->year, 2021);
  assert_null (find_choice (it, "年度"));
}

static void
the_clock_gives_the_year_only_when_nothing_else_does_and_that_is_said (void **state)
{
  Case *it = *state;
  run (it, (YlJobOptions){ .roads = path_of (it, "coded.csv"), .clock_year = 2030 });
  assert_number_equal (it->job->year, 2030);
  assert_string_equal (find_choice (it, "年度")->why, "本机时钟");
}

static void
the_policy_is_the_one_in_force_on_the_first_of_january (void **state)
{
  Case *it = *state;
  /* 聊政办发〔2020〕10号 is of 28 November 2020: on 1 January 2020 it was not yet in force. */
  run (it, (YlJobOptions){ .roads = path_of (it, "coded.csv"), .year = 2020 });
  assert_string_equal (get_policy_id (it), "national-2019");
}

static void
a_year_later_the_policy_of_the_place_is_in_force (void **state)
{
  Case *it = *state;
  run (it, (YlJobOptions){ .roads = path_of (it, "coded.csv"), .year = 2021 });
  assert_string_equal (get_policy_id (it), "liaocheng-2020");
  assert_non_null (strstr (find_choice (it, "政策")->chosen, "liaocheng-2020"));
}

static void
an_asked_policy_wins_over_place_and_day_and_needs_no_word (void **state)
{
  Case *it = *state;
  run (it, (YlJobOptions){
               .roads = path_of (it, "coded.csv"), .year = 2005, .policy = "national-2019" });
  assert_string_equal (get_policy_id (it), "national-2019");
  assert_null (find_choice (it, "政策"));
}

static void
an_asked_county_finds_the_townships_of_rows_without_codes (void **state)
{
  Case *it = *state;
  run (it, (YlJobOptions){ .roads = path_of (it, "bare.csv"), .year = 2021, .county = "371502" });
  assert_number_equal (yl_inventory_get_road (it->job->inventory, 0)->township_code, 371502006);
}

static void
a_zone_leaves_the_rows_of_others_out_and_counts_them_in_one_finding (void **state)
{
  Case *it = *state;
  yl_run_write (it->files, "zone.csv",
                "路线编码,里程,乡镇\nX001371502,1,许营镇\nX002371502,2,侯营镇\nX003371502,3,\n");
  run (it, (YlJobOptions){ .roads = path_of (it, "zone.csv"), .year = 2021, .entity = "高新" });
  assert_number_equal (yl_inventory_get_n_roads (it->job->inventory), 1);
  assert_number_equal (yl_findings_get_n_of_code (it->job->findings, YL_A07), 1);
  assert_number_equal (yl_findings_get_n_of_severity (it->job->findings, YL_SEVERITY_ERROR), 0);
  assert_number_equal (it->job->n_roads_of_others, 2);
}

static gint64
sum_length (const Case *it)
{
  gint64 sum = 0;
  for (gsize i = 0; i < yl_inventory_get_n_roads (it->job->inventory); i++)
    sum += yl_inventory_get_road (it->job->inventory, i)->length_m;
  return sum;
}

/* One township, be it of a name that is nobody's, makes it a list of more than the zone. */
static void
a_list_for_a_zone_without_one_township_is_its_own_and_counts_whole (void **state)
{
  static const struct
  {
    const char *list;
    const char *bridges;
    gint64 length_m;
    guint n_bridges;
    guint n_whole; /* findings that say so */
  } lists[] = {
    { "路线编码,里程\nX001371502,1\nX002371502,2\n",
      "桥名,行政等级,桥梁类型,全长\n甲,县道,小桥,9\n", 3000, 1, 1 },
    { "路线编码,里程,乡镇\nX001371502,1,\nX002371502,2,  \n", "", 3000, 0, 1 },
    { "路线编码,里程,乡镇\nX001371502,1,\nX002371502,2,许营镇\n",
      "桥名,行政等级,桥梁类型,全长\n甲,县道,小桥,9\n", 2000, 0, 0 },
    { "路线编码,里程,行政区划\nX001371502,1,\nX002371502,2,371502108\n", "", 2000, 0, 0 },
    { "路线编码,里程,乡镇\nX001371502,1,\nX002371502,2,无名镇\n", "", 0, 0, 0 },
  };
  Case *it = *state;
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      yl_run_write (it->files, "own.csv", lists[i].list);
      yl_run_write (it->files, "bridges.csv", lists[i].bridges);
      run (it, (YlJobOptions){ .roads = path_of (it, "own.csv"),
                               .bridges =
                                   *lists[i].bridges == '\0' ? NULL : path_of (it, "bridges.csv"),
                               .year = 2021,
                               .entity = "高新" });
      assert_number_equal (sum_length (it), lists[i].length_m);
      assert_number_equal (it->job->entry->bridges->len, lists[i].n_bridges);
      guint n_whole = 0;
      for (gsize j = 0; j < yl_findings_get_n (it->job->findings); j++)
        n_whole += strstr (yl_findings_get (it->job->findings, j)->message, "整份计入") != NULL;
      assert_number_equal (n_whole, lists[i].n_whole);
      g_clear_pointer (&it->job, yl_list_job_free);
    }
}

/* The county's share of 10,000 yuan, one km of county road. */
static gint64
share_of_county (Case *it, const char *entity, const char *county)
{
  g_clear_pointer (&it->job, yl_list_job_free);
  run (it, (YlJobOptions){ .roads = path_of (it, "own.csv"),
                           .policy = path_of (it, "zone.policy"),
                           .year = 2021,
                           .entity = entity,
                           .county = county });
  g_autoptr (YlBudget) budget = yl_list_job_make_budget (it->job, NULL);
  assert_non_null (budget);
  gint64 sum = 0;
  for (guint i = 0; i < budget->figures->payers->len; i++)
    {
      const YlPayerLine *line = &g_array_index (budget->figures->payers, YlPayerLine, i);
      sum += line->payer == YL_PAYER_COUNTY ? line->amount_fen : 0;
    }
  return sum;
}

static void
a_zone_may_have_payer_shares_and_stacked_rates_of_its_own (void **state)
{
  Case *it = *state;
  yl_run_write (it->files, "own.csv", "路线编码,里程\nX001371502,1\n");
  yl_run_write (it->files, "zone.policy",
                POLICY ("zone", "base=national-2019\n[payer-share]\ncity=20\ncounty=80\n"
                                "[payer-share 371502]\ncity=10\ncounty=90\n"
                                "[payer-share 聊城市高新技术产业开发区]\ncity=50\ncounty=50\n"
                                "[payer-share 371502008]\ncity=30\ncounty=70\n"));
  assert_fen_equal (share_of_county (it, "高新", NULL), 500000);
  assert_fen_equal (share_of_county (it, "经济技术", NULL), 700000);
  assert_fen_equal (share_of_county (it, "度假", NULL), 800000);
  assert_fen_equal (share_of_county (it, NULL, "371502"), 900000);
  /* By the kilometre: the road's code is of the county, and the zone's rate holds. */
  yl_run_write (it->files, "zone.policy",
                POLICY ("zone", "base=national-2019\n[payer-rate city]\ncounty=1000\n"
                                "[payer-rate city 371502]\ncounty=2000\n"
                                "[payer-rate city 聊城高新技术产业开发区]\ncounty=4000\n"));
  assert_fen_equal (share_of_county (it, "高新", NULL), 600000);
  assert_fen_equal (share_of_county (it, "度假", NULL), 800000);
  assert_fen_equal (share_of_county (it, NULL, "371502"), 800000);
}

/* 许营镇 is one of 高新; 侯营镇 is nobody's but the county's. */
static void
a_county_says_what_its_zones_administer_and_leaves_it_out_when_asked (void **state)
{
  static const char list[] =
      "路线编码,里程,乡镇\nX001371502,1,许营镇\nX002371502,2,侯营镇\nX003371502,4,\n";
  Case *it = *state;
  yl_run_write (it->files, "zone.csv", list);
  run (it, (YlJobOptions){ .roads = path_of (it, "zone.csv"), .year = 2021, .county = "371502" });
  assert_number_equal (sum_length (it), 7000);
  assert_non_null (strstr (find_choice (it, "开发区乡镇")->chosen, "聊城高新技术产业开发区 2 个"));
  assert_non_null (strstr (find_choice (it, "开发区乡镇")->why, "照常计入"));
  g_clear_pointer (&it->job, yl_list_job_free);
  run (it, (YlJobOptions){ .roads = path_of (it, "zone.csv"),
                           .year = 2021,
                           .county = "371502",
                           .without_zones = TRUE });
  assert_number_equal (sum_length (it), 6000);
  assert_non_null (strstr (find_choice (it, "开发区乡镇")->why, "不计入"));
  assert_number_equal (yl_findings_get_n_of_code (it->job->findings, YL_A07), 1);
}

static void
a_county_without_rows_or_townships_of_zones_says_so_only_when_asked (void **state)
{
  Case *it = *state;
  run (it, (YlJobOptions){ .roads = path_of (it, "bare.csv"), .year = 2021, .county = "371502" });
  assert_null (find_choice (it, "开发区乡镇"));
  g_clear_pointer (&it->job, yl_list_job_free);
  run (it, (YlJobOptions){ .roads = path_of (it, "bare.csv"),
                           .year = 2021,
                           .county = "371521",
                           .without_zones = TRUE });
  assert_string_equal (find_choice (it, "开发区乡镇")->chosen, "没有");
}

/* The policy made of what the job kept, and of nothing else. */
static YlPolicy *
open_kept_policy (const Case *it)
{
  gsize n = 0;
  const YlInputCopy *copies = yl_inputs_get (it->job->inputs, &n);
  assert_number_equal (n, 5); /* the list, three policies, the options */
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  YlPolicyText bases[5];
  for (gsize i = 0; i < n; i++)
    {
      const char *bytes = g_bytes_get_data (copies[i].bytes, NULL);
      char *text = g_strndup (bytes, g_bytes_get_size (copies[i].bytes));
      g_ptr_array_add (texts, text);
      bases[i] = (YlPolicyText){ copies[i].name, text };
    }
  assert_string_equal (copies[1].role, "policy");
  return yl_policies_open_text (bases[1].id, bases[1].text, bases + 2, n - 3, NULL);
}

static void
assert_same_values (const YlPolicy *one, const YlPolicy *other)
{
  gsize n = 0, n_other = 0;
  const YlPolicyValue *values = yl_policy_get_values (one, &n);
  const YlPolicyValue *others = yl_policy_get_values (other, &n_other);
  assert_number_equal (n_other, n);
  for (gsize i = 0; i < n; i++)
    {
      assert_number_equal (others[i].value, values[i].value);
      assert_string_equal (others[i].policy_id, values[i].policy_id);
    }
}

static void
what_is_kept_of_a_policy_makes_it_again_without_its_files (void **state)
{
  Case *it = *state;
  yl_run_write (it->files, "city.policy",
                POLICY ("city", "base=national-2019\n[daily-rate]\nvillage=3500\n"
                                "[clause]\ndaily-rate=二\n"));
  yl_run_write (it->files, "county.policy",
                POLICY ("county", "base=city\n[daily-rate]\ncounty=12000\n"
                                  "[clause]\ndaily-rate=三\n"));
  run (it, (YlJobOptions){ .roads = path_of (it, "coded.csv"),
                           .year = 2021,
                           .policy = path_of (it, "county.policy") });
  g_autoptr (YlPolicy) again = open_kept_policy (it);
  assert_non_null (again);
  assert_same_values (it->job->policy, again);
}

static void
a_list_that_is_not_there_leaves_no_job (void **state)
{
  Case *it = *state;
  g_autoptr (GError) error = NULL;
  const YlJobOptions options = { .roads = path_of (it, "none.csv"), .year = 2021 };
  assert_null (yl_list_job_run (&options, NULL, &error));
  assert_non_null (strstr (error->message, "none.csv"));
}

/* A line of a gigabyte would be held whole. */
static void
where_no_workbook_is_made_no_copy_is_kept (void **state)
{
  Case *it = *state;
  run (it,
       (YlJobOptions){ .roads = path_of (it, "coded.csv"), .year = 2021, .makes_no_book = TRUE });
  gsize n = 1;
  assert_null (yl_inputs_get (it->job->inputs, &n));
  assert_number_equal ((gint64) n, 0);
}

#define SENTENCE(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)

int
main (int argc, char **argv)
{
  yl_workbooks_answer (argc, argv);
  const struct CMUnitTest tests[] = {
    SENTENCE (what_was_not_read_is_said_by_name_with_how_much_stands_there),
    SENTENCE (what_money_depends_on_is_said_in_a_line_where_there_is_something_to_say),
    SENTENCE (a_policy_that_rules_everything_leaves_nothing_to_say),
    SENTENCE (bridges_that_the_policy_has_no_rate_for_are_said),
    SENTENCE (forty_columns_and_forty_characters_of_a_head_are_named),
    SENTENCE (an_asked_year_needs_no_word),
    SENTENCE (where_no_workbook_is_made_no_copy_is_kept),
    SENTENCE (the_clock_gives_the_year_only_when_nothing_else_does_and_that_is_said),
    SENTENCE (the_policy_is_the_one_in_force_on_the_first_of_january),
    SENTENCE (a_year_later_the_policy_of_the_place_is_in_force),
    SENTENCE (an_asked_policy_wins_over_place_and_day_and_needs_no_word),
    SENTENCE (an_asked_county_finds_the_townships_of_rows_without_codes),
    SENTENCE (a_zone_leaves_the_rows_of_others_out_and_counts_them_in_one_finding),
    SENTENCE (a_list_for_a_zone_without_one_township_is_its_own_and_counts_whole),
    SENTENCE (a_zone_may_have_payer_shares_and_stacked_rates_of_its_own),
    SENTENCE (a_county_says_what_its_zones_administer_and_leaves_it_out_when_asked),
    SENTENCE (a_county_without_rows_or_townships_of_zones_says_so_only_when_asked),
    SENTENCE (what_is_kept_of_a_policy_makes_it_again_without_its_files),
    SENTENCE (a_list_that_is_not_there_leaves_no_job),
  };
  return cmocka_run_group_tests_name ("list-job", tests, NULL, NULL);
}
