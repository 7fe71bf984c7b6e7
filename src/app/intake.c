#include "yanglu/app/intake.h"

#include "yanglu/base/keyed-hash.h"
#include "yanglu/domain/cell-place.h"
#include "yanglu/domain/sheet-names.h"
#include "yanglu/io/import/unit-line.h"

/* A line names so many columns, and of a head so many characters. */
#define MAX_NAMED 40
#define MAX_HEAD 40
/* So many files have a line each. */
#define MAX_FILES 8
#define WHY_FORM "按文件内容识别"

/* A column that was not read, in all tables of its kind that have it. */
typedef struct
{
  char *name;
  guint64 n_filled;
} Unread;

static void
free_unread (gpointer data)
{
  Unread *unread = data;
  g_free (unread->name);
  g_free (unread);
}

/* Of strangers' texts, each once: a list may have other heads over every row. */
static GHashTable *
new_known (void)
{
  return g_hash_table_new (yl_keyed_str_hash, g_str_equal);
}

typedef void (*TellKind) (const YlIntake *intake, const char *kind, GString *list);

/* Whether a table of @kind counts. */
static gboolean
is_of_kind (const YlIntakeTable *table, const char *kind)
{
  return !table->is_replaced && g_str_equal (table->kind, kind);
}

/* (transfer container): each kind of table once, road lists first. */
static GPtrArray *
list_kinds (const YlIntake *intake)
{
  GPtrArray *kinds = g_ptr_array_new ();
  g_ptr_array_add (kinds, (gpointer) "");
  for (guint i = 0; i < intake->tables->len; i++)
    {
      const YlIntakeTable *table = g_ptr_array_index (intake->tables, i);
      if (!g_ptr_array_find_with_equal_func (kinds, table->kind, g_str_equal, NULL))
        g_ptr_array_add (kinds, (gpointer) table->kind);
    }
  return kinds;
}

/* One line of what @tell says of each kind of table: "类别、里程；资金来源：资金名称、金额". */
static void
tell_kinds (
    const YlIntake *intake, TellKind tell, const char *what, const char *why, YlChoices *choices)
{
  g_autoptr (GPtrArray) kinds = list_kinds (intake);
  g_autoptr (GString) line = g_string_new (NULL);
  for (guint i = 0; i < kinds->len; i++)
    {
      const char *kind = g_ptr_array_index (kinds, i);
      g_autoptr (GString) list = g_string_new (NULL);
      tell (intake, kind, list);
      if (list->len > 0)
        g_string_append_printf (line, "%s%s%s%s", line->len == 0 ? "" : "；", kind,
                                kind[0] == '\0' ? "" : "：", list->str);
    }
  if (line->len > 0)
    yl_choices_add (choices, what, line->str, why);
}

/* A head on one line: 计入里程 over （公里） is 计入里程（公里）. */
static char *
shorten_head (const char *head)
{
  g_auto (GStrv) lines = g_strsplit_set (head, "\r\n\t", -1);
  g_autofree char *line = g_strjoinv ("", lines);
  if (g_utf8_strlen (line, -1) <= MAX_HEAD)
    return g_steal_pointer (&line);
  g_autofree char *beginning = g_utf8_substring (line, 0, MAX_HEAD);
  return g_strconcat (beginning, "…", NULL);
}

/* By its head; one without is called as a program for tables calls it. */
static char *
name_column (const YlIntakeColumn *column, guint cell)
{
  char letters[YL_COLUMN_LETTERS];
  if (column->head[0] != '\0')
    return shorten_head (column->head);
  yl_column_to_letters (cell, letters);
  return g_strdup_printf ("%s列（无表头）", letters);
}

static void
add_unread (GPtrArray *unread, GHashTable *known, const YlIntakeColumn *column, guint cell)
{
  g_autofree char *name = name_column (column, cell);
  Unread *first = g_hash_table_lookup (known, name);
  if (first != NULL)
    {
      first->n_filled += column->n_filled;
      return;
    }
  first = g_new (Unread, 1);
  *first = (Unread){ g_steal_pointer (&name), column->n_filled };
  g_hash_table_insert (known, first->name, first);
  g_ptr_array_add (unread, first);
}

/* Returns: (transfer full) (element-type Unread): columns of the same head are one. */
static GPtrArray *
find_unread (const YlIntake *intake, const char *kind)
{
  GPtrArray *unread = g_ptr_array_new_with_free_func (free_unread);
  g_autoptr (GHashTable) known = new_known ();
  for (guint i = 0; i < intake->tables->len; i++)
    {
      const YlIntakeTable *table = g_ptr_array_index (intake->tables, i);
      for (guint cell = 0; is_of_kind (table, kind) && cell < table->columns->len; cell++)
        {
          const YlIntakeColumn *column = &g_array_index (table->columns, YlIntakeColumn, cell);
          if (column->role == NULL && column->n_filled > 0
              && !yl_intake_column_is_needless (column))
            add_unread (unread, known, column, cell);
        }
    }
  return unread;
}

/* "序号 387 格、备注 12 格" */
static void
tell_unread (const YlIntake *intake, const char *kind, GString *list)
{
  g_autoptr (GPtrArray) unread = find_unread (intake, kind);
  for (guint i = 0; i < MIN (unread->len, MAX_NAMED); i++)
    {
      const Unread *column = g_ptr_array_index (unread, i);
      g_string_append_printf (list, "%s%s %" G_GUINT64_FORMAT " 格", i == 0 ? "" : "、",
                              column->name, column->n_filled);
    }
  if (unread->len > MAX_NAMED)
    g_string_append_printf (list, "……共 %u 列", unread->len);
}

/* "类别", "行政等级（作类别）" */
static char *
describe_read (const YlIntakeColumn *column)
{
  g_autofree char *head = shorten_head (column->head);
  return g_str_equal (head, column->role) ? g_steal_pointer (&head)
                                          : g_strdup_printf ("%s（作%s）", head, column->role);
}

/* "里程 米（表头“长度(米)”）", "里程 公里（未注明）"; %NULL of what is no quantity. */
static char *
describe_unit (const YlIntakeColumn *column)
{
  g_autofree char *head = shorten_head (column->head);
  if (column->unit != YL_UNIT_NONE && column->is_unit_above)
    return g_strdup_printf ("%s %s（表上注明）", column->role, yl_unit_get_name (column->unit));
  if (column->unit != YL_UNIT_NONE)
    return g_strdup_printf ("%s %s（表头“%s”）", column->role, yl_unit_get_name (column->unit),
                            head);
  if (column->usual == YL_UNIT_NONE)
    return NULL;
  return g_strdup_printf ("%s %s（未注明）", column->role, yl_unit_get_name (column->usual));
}

/* What is said of columns, and the files whose tables it is true of. */
typedef struct
{
  char *text;
  GPtrArray *files; /* of const char *, each once, as the intake keeps them */
} Said;

static void
free_said (gpointer data)
{
  Said *said = data;
  g_free (said->text);
  g_ptr_array_unref (said->files);
  g_free (said);
}

static void
add_file (GPtrArray *files, const char *file)
{
  /* Of the last one nearly always. */
  if (files->len == 0 || g_ptr_array_index (files, files->len - 1) != file)
    if (!g_ptr_array_find (files, file, NULL))
      g_ptr_array_add (files, (gpointer) file);
}

/* @text: (transfer full) */
static void
say (GPtrArray *all, GHashTable *known, char *text, const char *file)
{
  Said *said = g_hash_table_lookup (known, text);
  if (said != NULL)
    {
      add_file (said->files, file);
      g_free (text);
      return;
    }
  said = g_new (Said, 1);
  *said = (Said){ text, g_ptr_array_new () };
  add_file (said->files, file);
  g_hash_table_insert (known, text, said);
  g_ptr_array_add (all, said);
}

/* "［3 个文件：a.csv、b.csv、c.csv］" where not all of @files say so. */
static void
name_files (const Said *said, const GPtrArray *files, GString *list)
{
  const guint n = said->files->len;
  if (n == files->len)
    return;
  g_string_append (list, "［");
  if (n > 1)
    g_string_append_printf (list, "%u 个文件：", n);
  for (guint i = 0; i < MIN (n, MAX_FILES); i++)
    g_string_append_printf (list, "%s%s", i == 0 ? "" : "、",
                            (const char *) g_ptr_array_index (said->files, i));
  g_string_append (list, n > MAX_FILES ? "……］" : "］");
}

/* What @describe says of each column that was read, each once; of several files which of them, where not all. */
static void
list_read (const YlIntake *intake,
           const char *kind,
           char *(*describe) (const YlIntakeColumn *column),
           GString *list)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (free_said);
  g_autoptr (GHashTable) known = new_known ();
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  for (guint i = 0; i < intake->tables->len; i++)
    {
      const YlIntakeTable *table = g_ptr_array_index (intake->tables, i);
      if (is_of_kind (table, kind))
        add_file (files, table->file);
      for (guint cell = 0; is_of_kind (table, kind) && cell < table->columns->len; cell++)
        {
          const YlIntakeColumn *column = &g_array_index (table->columns, YlIntakeColumn, cell);
          char *text = column->role == NULL ? NULL : describe (column);
          if (text != NULL)
            say (all, known, text, table->file);
        }
    }
  for (guint i = 0; i < MIN (all->len, MAX_NAMED); i++)
    {
      const Said *said = g_ptr_array_index (all, i);
      g_string_append_printf (list, "%s%s", i == 0 ? "" : "、", said->text);
      name_files (said, files, list);
    }
  if (all->len > MAX_NAMED)
    g_string_append_printf (list, "……共 %u 列", all->len);
}

/* "；不用：序号、备注（空）": each head once; nobody has to read them, and nobody has to ask. */
static void
list_needless (const YlIntake *intake, const char *kind, GString *list)
{
  g_autoptr (GHashTable) said =
      g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < intake->tables->len; i++)
    {
      const YlIntakeTable *table = g_ptr_array_index (intake->tables, i);
      for (guint cell = 0; is_of_kind (table, kind) && cell < table->columns->len; cell++)
        {
          const YlIntakeColumn *column = &g_array_index (table->columns, YlIntakeColumn, cell);
          g_autofree char *name =
              yl_intake_column_is_needless (column) ? name_column (column, cell) : NULL;
          if (name == NULL || g_hash_table_contains (said, name))
            continue;
          g_string_append_printf (list, "%s%s%s", g_hash_table_size (said) == 0 ? "；不用：" : "、",
                                  name, column->n_filled == 0 ? "（空）" : "");
          g_hash_table_add (said, g_steal_pointer (&name));
        }
    }
}

static void
tell_read (const YlIntake *intake, const char *kind, GString *list)
{
  list_read (intake, kind, describe_read, list);
  if (list->len > 0)
    list_needless (intake, kind, list);
}

static void
tell_units (const YlIntake *intake, const char *kind, GString *list)
{
  list_read (intake, kind, describe_unit, list);
}

/* "480 个文件的编码"; each form in the order in which it was met. */
static void
tell_forms (const YlIntake *intake, guint first, YlChoices *choices)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (yl_keyed_str_hash, g_str_equal);
  g_autoptr (GPtrArray) forms = g_ptr_array_new ();
  for (guint i = first; i < intake->files->len; i++)
    {
      const char *form = g_array_index (intake->files, YlIntakeFile, i).form;
      const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, form));
      if (n == 0)
        g_ptr_array_add (forms, (gpointer) form);
      g_hash_table_insert (numbers, (gpointer) form, GUINT_TO_POINTER (n + 1));
    }
  for (guint i = 0; i < forms->len; i++)
    {
      const char *form = g_ptr_array_index (forms, i);
      const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, form));
      g_autofree char *what = g_strdup_printf ("%u 个文件的编码", n);
      yl_choices_add (choices, what, form, WHY_FORM);
    }
}

void
yl_intake_tell_files (const YlIntake *intake, guint first, YlChoices *choices)
{
  if (intake->files->len - first > MAX_FILES)
    {
      tell_forms (intake, first, choices);
      return;
    }
  for (guint i = first; i < intake->files->len; i++)
    {
      const YlIntakeFile *file = &g_array_index (intake->files, YlIntakeFile, i);
      g_autofree char *what = g_strdup_printf ("%s 的编码", file->file);
      yl_choices_add (choices, what, file->form, WHY_FORM);
    }
}

/* Σ over the tables of a kind. */
static YlIntakeTable
add_up (const YlIntake *intake, const char *kind)
{
  YlIntakeTable sum = { 0 };
  for (guint i = 0; i < intake->tables->len; i++)
    {
      const YlIntakeTable *table = g_ptr_array_index (intake->tables, i);
      if (!is_of_kind (table, kind))
        continue;
      sum.n_left_out += table->n_left_out;
      sum.n_left_out_measured += table->n_left_out_measured;
      sum.left_out_m += table->left_out_m;
      sum.left_out_fen += table->left_out_fen;
      sum.n_hidden += table->n_hidden;
      sum.hidden_m += table->hidden_m;
      sum.hidden_fen += table->hidden_fen;
    }
  return sum;
}

static void
tell_hidden (const YlIntake *intake, const char *kind, GString *list)
{
  const YlIntakeTable sum = add_up (intake, kind);
  g_autofree char *km = yl_decimal_format (sum.hidden_m, 3, TRUE);
  g_autofree char *yuan = yl_money_to_grouped ((YlMoney){ sum.hidden_fen });
  if (sum.n_hidden > 0 && kind[0] == '\0')
    g_string_append_printf (list, "%" G_GUINT64_FORMAT " 行，计入 %s 公里", sum.n_hidden, km);
  else if (sum.n_hidden > 0 && sum.hidden_fen != 0)
    g_string_append_printf (list, "%" G_GUINT64_FORMAT " 行，%s 元", sum.n_hidden, yuan);
  else if (sum.n_hidden > 0)
    g_string_append_printf (list, "%" G_GUINT64_FORMAT " 行", sum.n_hidden);
}

/* "录入表.xlsx 的资金来源 5 行" */
static void
tell_replaced (const YlIntake *intake, YlChoices *choices)
{
  g_autoptr (GString) list = g_string_new (NULL);
  for (guint i = 0; i < intake->tables->len; i++)
    {
      const YlIntakeTable *table = g_ptr_array_index (intake->tables, i);
      if (table->is_replaced && table->n_rows > 0)
        g_string_append_printf (list, "%s%s 的%s %" G_GUINT64_FORMAT " 行",
                                list->len == 0 ? "" : "、", table->file, table->kind,
                                table->n_rows);
    }
  if (list->len > 0)
    yl_choices_add (choices, "未用的表", list->str, "另有文件给出同一种表，以后给的为准");
}

/* Sheets of one name that were read, or passed over for one reason, of all files. */
typedef struct
{
  YlIntakeSheet all; /* rows and lengths of them together */
  guint n_files;
} SheetGroup;

static void
add_to_group (SheetGroup *group, const YlIntakeSheet *sheet)
{
  group->n_files++;
  group->all.n_rows += sheet->n_rows;
  if (group->all.length_m != YL_INTAKE_NO_LENGTH)
    group->all.length_m = sheet->length_m == YL_INTAKE_NO_LENGTH
                              ? YL_INTAKE_NO_LENGTH
                              : group->all.length_m + sheet->length_m;
}

/* Returns: (transfer full) (element-type SheetGroup): in the order of their first */
static GArray *
group_sheets (const YlIntake *intake)
{
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (SheetGroup));
  g_autoptr (GHashTable) known =
      g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < intake->sheets->len; i++)
    {
      const YlIntakeSheet *sheet = &g_array_index (intake->sheets, YlIntakeSheet, i);
      char *key = g_strdup_printf ("%s\x1f%s", sheet->sheet, sheet->why == NULL ? "" : sheet->why);
      const guint at = GPOINTER_TO_UINT (g_hash_table_lookup (known, key));
      if (at != 0)
        {
          add_to_group (&g_array_index (groups, SheetGroup, at - 1), sheet);
          g_free (key);
          continue;
        }
      const SheetGroup group = { *sheet, 1 };
      g_array_append_val (groups, group);
      g_hash_table_insert (known, key, GUINT_TO_POINTER (groups->len));
    }
  return groups;
}

/* "“汇总” 3 行、23.445 公里" */
static char *
describe_sheet (const YlIntakeSheet *sheet)
{
  if (sheet->n_rows == 0 && sheet->length_m == YL_INTAKE_NO_LENGTH)
    return g_strdup_printf ("“%s”", sheet->sheet);
  if (sheet->length_m == YL_INTAKE_NO_LENGTH)
    return g_strdup_printf ("“%s” %" G_GUINT64_FORMAT " 行", sheet->sheet, sheet->n_rows);
  g_autofree char *km = yl_decimal_format (sheet->length_m, 3, TRUE);
  return g_strdup_printf ("“%s” %" G_GUINT64_FORMAT " 行、%s 公里", sheet->sheet, sheet->n_rows,
                          km);
}

/* "“汇总” 72 行（24 份文件合计）" */
static char *
describe_group (const SheetGroup *group)
{
  g_autofree char *sheet = describe_sheet (&group->all);
  return group->n_files == 1 ? g_steal_pointer (&sheet)
                             : g_strdup_printf ("%s（%u 份文件合计）", sheet, group->n_files);
}

/* Each that was passed over has its own reason; beyond so many they are only counted. */
static void
tell_sheets (const YlIntake *intake, YlChoices *choices)
{
  g_autoptr (GString) read = g_string_new (NULL);
  guint n_read = 0;
  guint n_passed = 0;
  g_autoptr (GArray) groups = group_sheets (intake);
  for (guint i = 0; i < groups->len; i++)
    {
      const SheetGroup *group = &g_array_index (groups, SheetGroup, i);
      const YlIntakeSheet *sheet = &group->all;
      g_autofree char *text = describe_group (group);
      if (sheet->why == NULL && n_read++ < MAX_NAMED)
        g_string_append_printf (read, "%s%s", n_read == 1 ? "" : "、", text);
      else if (sheet->why != NULL && n_passed++ < MAX_NAMED)
        yl_choices_add (choices, "未读的工作表", text, sheet->why);
    }
  if (n_read > MAX_NAMED)
    g_string_append_printf (read, "……共 %u 张", n_read);
  g_autofree char *more = g_strdup_printf ("……共 %u 张", n_passed);
  if (n_passed > MAX_NAMED)
    yl_choices_add (choices, "未读的工作表", more, "原因同上列各表");
  if (n_read > 0)
    yl_choices_add (choices, "读取的工作表", read->str, "有里程表头");
}

/* "乡镇 3 格、类别 2 格": columns that merged cells filled. */
static void
tell_merged (const YlIntake *intake, YlChoices *choices)
{
  g_autoptr (GString) list = g_string_new (NULL);
  for (guint i = 0; i < intake->tables->len; i++)
    {
      const YlIntakeTable *table = g_ptr_array_index (intake->tables, i);
      for (guint cell = 0; cell < table->columns->len; cell++)
        {
          const YlIntakeColumn *column = &g_array_index (table->columns, YlIntakeColumn, cell);
          if (column->n_merged > 0)
            g_string_append_printf (
                list, "%s%s %" G_GUINT64_FORMAT " 格", list->len == 0 ? "" : "、",
                column->role == NULL ? column->head : column->role, column->n_merged);
        }
    }
  if (list->len > 0)
    yl_choices_add (choices, "合并的单元格", list->str, "按合并区域首行的内容向下填充");
}

typedef struct
{
  guint64 n_class_filled;
  guint64 n_township_filled;
  guint64 n_worked_out;
  guint64 n_unsaved;
} Filled;

static Filled
sum_filled (const YlIntake *intake)
{
  Filled sum = { 0 };
  for (guint i = 0; i < intake->tables->len; i++)
    {
      const YlIntakeTable *table = g_ptr_array_index (intake->tables, i);
      sum.n_class_filled += table->n_class_filled;
      sum.n_township_filled += table->n_township_filled;
      sum.n_worked_out += table->n_worked_out;
      sum.n_unsaved += table->n_unsaved;
    }
  return sum;
}

static void
tell_count (guint64 n, const char *unit, const char *what, const char *why, YlChoices *choices)
{
  g_autofree char *chosen = g_strdup_printf ("%" G_GUINT64_FORMAT " %s", n, unit);
  if (n > 0)
    yl_choices_add (choices, what, chosen, why);
}

/* What no cell of the rows themselves says. */
static void
tell_filled (const YlIntake *intake, YlChoices *choices)
{
  const Filled sum = sum_filled (intake);
  tell_merged (intake, choices);
  tell_count (sum.n_class_filled, "行", "类别取自分段标题或工作表名", "该行没有填写类别", choices);
  tell_count (sum.n_township_filled, "行", "乡镇取自分段标题或工作表名", "该行没有填写乡镇",
              choices);
  tell_count (sum.n_worked_out, "格", "没有保存结果的公式", "文件里没有结果，已由本程序算出",
              choices);
  tell_count (sum.n_unsaved, "格", "算不出的公式",
              "文件里没有结果，本程序也算不出，按空白读入；请用 Excel、WPS 打开后保存再试",
              choices);
}

/* "预算.xlsx" */
static void
tell_budgets (const YlIntake *intake, YlChoices *choices)
{
  g_autoptr (GString) list = g_string_new (NULL);
  for (guint i = 0; i < MIN (intake->budgets->len, MAX_FILES); i++)
    g_string_append_printf (list, "%s%s", i == 0 ? "" : "、",
                            (const char *) g_ptr_array_index (intake->budgets, i));
  if (intake->budgets->len > MAX_FILES)
    g_string_append_printf (list, "……共 %u 份", intake->budgets->len);
  if (list->len > 0)
    yl_choices_add (choices, "本程序的预算工作簿", list->str,
                    "不是里程台账，只读其中的“" YL_SHEET_ROADS
                    "”；核对请用 yanglu audit，查来历请用 yanglu explain");
}

void
yl_intake_tell (const YlIntake *intake, YlChoices *choices)
{
  tell_budgets (intake, choices);
  tell_sheets (intake, choices);
  tell_kinds (intake, tell_read, "读取的列", "按表头认定", choices);
  tell_kinds (intake, tell_unread, "未读的列",
              "这些列没有读入；其中如有应读的，请把表头改成程序认得的写法", choices);
  tell_filled (intake, choices);
  tell_kinds (intake, tell_units, "计量单位", "未注明的，按该列通常的单位", choices);
  tell_kinds (intake, tell_hidden, "看不见的行", "隐藏或被筛选掉，照常读入，逐行列在问题 C11 中",
              choices);
  tell_replaced (intake, choices);
}

/* "，如为县道 100.00 元、乡道 50.00 元": what the metres would be paid as each class that has a rate. */
static char *
price_by_class (const YlRateTable *rates, gint64 length_m)
{
  GString *text = g_string_new (NULL);
  for (guint kind = YL_RATE_COUNTY; kind <= YL_RATE_SPECIAL; kind++)
    {
      YlMoney amount = { 0 };
      if (!rates->has_rate[kind]
          || !yl_money_for_length ((YlLength){ length_m }, rates->rate[kind], &amount))
        continue;
      g_autofree char *yuan = yl_money_to_grouped (amount);
      g_string_append_printf (text, "%s%s %s 元", text->len == 0 ? "，如为" : "、",
                              yl_rate_kind_get_name ((YlRateKind) kind), yuan);
    }
  return g_string_free (text, FALSE);
}

/* "4 行，其中 1 行写明里程，共 1.500 公里，如为县道 15,000.00 元、乡道 7,500.00 元" */
static void
list_left_out_roads (const YlIntake *intake, const YlRateTable *rates, GString *line)
{
  const YlIntakeTable sum = add_up (intake, "");
  if (sum.n_left_out == 0)
    return;
  g_string_append_printf (line, "%" G_GUINT64_FORMAT " 行", sum.n_left_out);
  if (sum.n_left_out_measured == 0)
    return;
  g_autofree char *km = yl_decimal_format (sum.left_out_m, 3, TRUE);
  g_autofree char *priced = rates == NULL ? g_strdup ("") : price_by_class (rates, sum.left_out_m);
  g_string_append_printf (line, "，其中 %" G_GUINT64_FORMAT " 行写明里程，共 %s 公里%s",
                          sum.n_left_out_measured, km, priced);
}

/* "；资金来源：2 行，其中 1 行写明金额，共 300,000.00 元" */
static void
list_left_out (const YlIntake *intake, const char *kind, GString *line)
{
  const YlIntakeTable sum = add_up (intake, kind);
  if (sum.n_left_out == 0)
    return;
  g_string_append_printf (line, "%s%s：%" G_GUINT64_FORMAT " 行", line->len == 0 ? "" : "；", kind,
                          sum.n_left_out);
  if (sum.n_left_out_measured == 0)
    return;
  g_autofree char *yuan = yl_money_to_grouped ((YlMoney){ sum.left_out_fen });
  g_string_append_printf (line, "，其中 %" G_GUINT64_FORMAT " 行写明金额，共 %s 元",
                          sum.n_left_out_measured, yuan);
}

void
yl_intake_tell_left_out (const YlIntake *intake, const YlRateTable *rates, YlChoices *choices)
{
  g_autoptr (GPtrArray) kinds = list_kinds (intake);
  g_autoptr (GString) line = g_string_new (NULL);
  list_left_out_roads (intake, rates, line);
  for (guint i = 1; i < kinds->len; i++)
    list_left_out (intake, g_ptr_array_index (kinds, i), line);
  if (line->len > 0)
    yl_choices_add (choices, "未计入的行", line->str, "读不懂，逐行列在问题中");
}
