#include "yanglu/cli/commands.h"
#include "yanglu/cli/delivery.h"
#include "yanglu/cli/remarks-text.h"
#include "yanglu/cli/text-table.h"
#include "yanglu/domain/policy-group.h"
#include "yanglu/io/json/policy.h"
#include "yanglu/io/policy/policies.h"

#include <string.h>

typedef struct
{
  guint format; /* YlFormat */
} PolicyValues;

#define AT(member) .offset = G_STRUCT_OFFSET (PolicyValues, member)

static const YlOption accepted[] = {
  { "format", "形式", "text（默认）或 json", YL_OPTION_CHOICE, AT (format),
    .words = yl_formats_printed },
};

#define UNVERIFIED "（待核）"

static char *
show_area (const YlPolicyHead *head)
{
  return head->area[0] == NULL ? g_strdup ("各地") : g_strjoinv ("、", (char **) head->area);
}

static char *
show_period (const YlPolicyHead *head)
{
  g_autofree char *from = yl_date_to_iso (head->effective_from);
  g_autofree char *to = yl_date_to_iso (head->effective_to);
  return to[0] == '\0' ? g_strdup_printf ("%s 起", from) : g_strdup_printf ("%s 至 %s", from, to);
}

static void
print_head (const YlPolicyHead *head)
{
  g_autofree char *issued = yl_date_to_iso (head->issued);
  g_autofree char *period = show_period (head);
  g_autofree char *area = show_area (head);
  g_print ("%s  %s%s\n", head->id, head->title, head->verified ? "" : UNVERIFIED);
  g_print ("文号：%s    印发：%s    施行：%s    适用：%s\n", head->document, issued, period, area);
  if (head->base[0] != '\0')
    g_print ("未写明的值依据：%s\n", head->base);
  if (head->part_year != YL_PART_YEAR_WHOLE)
    g_print ("年内起止时：%s\n", yl_part_year_get_name (head->part_year));
  g_print ("SHA-256：%s\n\n", head->sha256);
}

static void
add_value (YlTextTable *table, const YlPolicyValue *value)
{
  g_autofree char *shown = yl_policy_value_to_text (value);
  g_autofree char *period = yl_policy_value_show_period (value);
  g_autofree char *marked = g_strconcat (shown, value->verified ? "" : UNVERIFIED, period, NULL);
  const char *cells[] = {
    yl_policy_group_get_title (value->group),
    value->area,
    yl_policy_group_get_key_of (value->group, value->key).name,
    marked,
    value->document,
    value->clause[0] == '\0' ? "（未写条款）" : value->clause,
  };
  yl_text_table_add (table, cells);
}

/* Every value with its document and clause; 待核 beside each that nobody has verified. */
static void
print_policy (const YlPolicy *policy)
{
  static const char *const heads[] = { "项目", "地区", "名称", "值", "依据文件", "条款" };
  g_autoptr (YlTextTable) table = yl_text_table_new ("llllll", heads);
  gsize n_values = 0;
  const YlPolicyValue *values = yl_policy_get_values (policy, &n_values);
  print_head (yl_policy_get_head (policy));
  for (gsize i = 0; i < n_values; i++)
    add_value (table, &values[i]);
  yl_text_table_print (table);
}

static void
print_list (const GPtrArray *policies)
{
  static const char *const heads[] = { "编号", "文号", "适用", "施行", "名称" };
  g_autoptr (YlTextTable) table = yl_text_table_new ("lllll", heads);
  for (guint i = 0; i < policies->len; i++)
    {
      const YlPolicyHead *head = yl_policy_get_head (g_ptr_array_index (policies, i));
      g_autofree char *document =
          g_strconcat (head->document, head->verified ? "" : UNVERIFIED, NULL);
      g_autofree char *area = show_area (head);
      g_autofree char *period = show_period (head);
      const char *cells[] = { head->id, document, area, period, head->title };
      yl_text_table_add (table, cells);
    }
  yl_text_table_print (table);
}

/* Where the keys of a group stand, and what their values count; more keys than a line holds are not
 * all named. */
#define KEYS_COLUMN 27
#define UNIT_COLUMN 72
#define MAX_NAMED_KEYS 6

/* "county township …"; "pass-on-days by-0131 … by-1231" */
static char *
list_keys (YlPolicyGroup group)
{
  const guint n_keys = yl_policy_group_get_n_keys (group);
  g_autoptr (GString) keys = g_string_new (yl_policy_group_get_nth_key (group, 0).key);
  for (guint i = 1; i < n_keys; i++)
    if (n_keys <= MAX_NAMED_KEYS || i == 1)
      g_string_append_printf (keys, " %s", yl_policy_group_get_nth_key (group, i).key);
  if (n_keys > MAX_NAMED_KEYS)
    g_string_append_printf (keys, " … %s", yl_policy_group_get_nth_key (group, n_keys - 1).key);
  return g_string_free (g_steal_pointer (&keys), FALSE);
}

/* What the values of a group count, where all count the same; "" */
static const char *
get_unit (YlPolicyGroup group)
{
  if (yl_policy_group_is_whole (group))
    return "百分数，合计 100";
  const YlFigureUnit unit = yl_policy_group_get_nth_key (group, 0).unit;
  for (guint i = 1; i < yl_policy_group_get_n_keys (group); i++)
    {
      /* What is said in words counts nothing. */
      const YlFigureUnit other = yl_policy_group_get_nth_key (group, i).unit;
      if (other != unit && (group != YL_GROUP_TARGET || other != YL_FIGURE_NONE))
        return "";
    }
  return unit == YL_FIGURE_PPM ? "百分数" : yl_figure_unit_get_name (unit);
}

static void
print_group (YlPolicyGroup group)
{
  g_autofree char *name = g_strdup_printf ("  [%s]", yl_policy_group_get_key (group));
  g_autofree char *keys = list_keys (group);
  const char *unit = get_unit (group);
  const char *note = yl_policy_group_get_note (group);
  const guint end = KEYS_COLUMN + (guint) strlen (keys);
  const guint gap = note[0] == '\0' && end + 2 < UNIT_COLUMN ? UNIT_COLUMN - end : 2;
  g_print ("%-*s%s", KEYS_COLUMN, name, keys);
  if (unit[0] != '\0' || note[0] != '\0')
    g_print ("%*s%s%s%s", (int) gap, "", unit, unit[0] == '\0' || note[0] == '\0' ? "" : "；",
             note);
  g_print ("\n");
}

/* How a policy file is written: its groups and their keys. */
static void
print_groups (void)
{
  g_print ("政策文件是 UTF-8 文本，一行一个“键=值”，# 开头的行是注释，文件名以 .policy 结尾：\n"
           "  [policy]                 id title document issued effective-from effective-to\n"
           "                           area（区划代码前缀，不写为各地） base verified（true 或 "
           "false）\n"
           "                           part-year（年内起止：whole 按全年，缺省；months 按月、days "
           "按天折算）\n");
  for (guint group = 0; group < YL_N_POLICY_GROUPS; group++)
    print_group (group);
  g_autofree char *of_places = yl_policy_group_list (TRUE);
  g_print ("  [clause]                 组名=条款；组名.键=条款；组名后可写区划代码\n"
           "  [verified]               组名=true 或 false；组名.键=…：某项值单独标核对\n"
           "  [effective-from]         组名=日期；组名.键=日期：某项值单独的起日\n"
           "  [effective-to]           组名=日期；组名.键=日期：某项值单独的止日\n"
           "%s 后可空一格写区划代码或开发区名称，如 [payer-share 340621]，只用于该地。\n",
           of_places);
}

static int
list_policies (const char *none, gconstpointer data, GError **error)
{
  const PolicyValues *values = data;
  (void) none;
  g_autoptr (GPtrArray) policies = yl_policies_list (error);
  if (policies == NULL)
    return YL_EXIT_NOT_DONE;
  g_autoptr (YlJsonSink) json = yl_print_json_new (values->format);
  if (json != NULL)
    yl_json_write_policies (json, policies);
  else
    print_list (policies);
  return YL_EXIT_DONE;
}

static int
show_policy (const char *name, gconstpointer data, GError **error)
{
  const PolicyValues *values = data;
  g_autoptr (YlPolicy) policy = yl_policies_open (name, error);
  if (policy == NULL)
    return YL_EXIT_NOT_DONE;
  g_autoptr (YlJsonSink) json = yl_print_json_new (values->format);
  if (json != NULL)
    yl_json_write_policy (json, policy);
  else
    print_policy (policy);
  return YL_EXIT_DONE;
}

static int
check_policy (const char *name, gconstpointer data, GError **error)
{
  const PolicyValues *values = data;
  g_autoptr (GPtrArray) remarks = yl_policies_check (name, error);
  return remarks == NULL
             ? YL_EXIT_NOT_DONE
             : yl_remarks_print (remarks, name, values->format, "yanglu.policy-check/1");
}

static const YlVerb verbs[] = {
  { "list", YL_COMPLETION_NONE, list_policies },
  { "show", YL_COMPLETION_POLICY, show_policy },
  { "check", YL_COMPLETION_FILE, check_policy },
};

const YlCommand yl_command_policy = {
  .name = "policy",
  .summary = "查看、检查政策（标准、比例、目标）",
  .usage = "用法：yanglu policy list\n"
           "      yanglu policy show 编号或文件\n"
           "      yanglu policy check 编号或文件\n"
           "\n"
           "查看、检查政策：标准、承担比例、土地出让收益比例、工作目标，每个值都带文号和条款；\n"
           "没有与原文核对过的值标“待核”；待核的政策只在用 yanglu budget 等的 --policy "
           "指定时采用\n（national-2019 除外）。\n"
           "\n"
           "  list     列出内置政策\n"
           "  show     显示一份政策的全部值（没写明的值取自它所依据的政策）\n"
           "  check    检查一份政策文件，逐行列出问题：看不懂的组和键、重复、行末注释、\n"
           "           比例合计、施行期重叠、缺少条款、低于上级标准\n"
           "\n",
  .values_size = sizeof (PolicyValues),
  .options = accepted,
  .n_options = G_N_ELEMENTS (accepted),
  .print_tables = print_groups,
  .ending = "\n"
            "退出状态：0 完成；1 完成，检查出错误；2 未能完成。\n"
            "\n"
            "例：yanglu policy show liaocheng-2020\n",
  .verbs = verbs,
  .n_verbs = G_N_ELEMENTS (verbs),
  .verb_usage = "应为 policy list、policy show 编号或文件、policy check 编号或文件。"
                "用 yanglu policy --help 查看用法。",
};
