#include "yanglu/app/intake.h"

#include "yanglu/domain/cell-place.h"
#include "yanglu/io/import/unit-line.h"

/* A line names so many columns, and of a head so many characters. */
#define MAX_NAMED 40
#define MAX_HEAD 40
/* So many files have a line each. */
#define MAX_FILES 8
#define WHY_FORM "按文件内容识别"

/* A column that was not read, in all tables that have it. */
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
add_unread (GPtrArray *unread, const YlIntakeColumn *column, guint cell)
{
  g_autofree char *name = name_column (column, cell);
  for (guint i = 0; i < unread->len; i++)
    {
      Unread *known = g_ptr_array_index (unread, i);
      if (!g_str_equal (known->name, name))
        continue;
      known->n_filled += column->n_filled;
      return;
    }
  Unread *first = g_new (Unread, 1);
  *first = (Unread){ g_steal_pointer (&name), column->n_filled };
  g_ptr_array_add (unread, first);
}

/* Returns: (transfer full) (element-type Unread): columns of the same head are one. */
static GPtrArray *
find_unread (const YlIntake *intake)
{
  GPtrArray *unread = g_ptr_array_new_with_free_func (free_unread);
  for (guint i = 0; i < intake->tables->len; i++)
    {
      const YlIntakeTable *table = g_ptr_array_index (intake->tables, i);
      for (guint cell = 0; cell < table->columns->len; cell++)
        {
          const YlIntakeColumn *column = &g_array_index (table->columns, YlIntakeColumn, cell);
          if (column->role == NULL && column->n_filled > 0)
            add_unread (unread, column, cell);
        }
    }
  return unread;
}

/* "序号 387 格、备注 12 格" */
static void
tell_unread (const YlIntake *intake, YlChoices *choices)
{
  g_autoptr (GPtrArray) unread = find_unread (intake);
  g_autoptr (GString) list = g_string_new (NULL);
  for (guint i = 0; i < MIN (unread->len, MAX_NAMED); i++)
    {
      const Unread *column = g_ptr_array_index (unread, i);
      g_string_append_printf (list, "%s%s %" G_GUINT64_FORMAT " 格", i == 0 ? "" : "、",
                              column->name, column->n_filled);
    }
  if (unread->len > MAX_NAMED)
    g_string_append_printf (list, "……共 %u 列", unread->len);
  if (unread->len > 0)
    yl_choices_add (choices, "未读的列", list->str,
                    "这些列没有读入；其中如有应读的，请把表头改成程序认得的写法");
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

/* One line of what @describe says of each column that was read, each once. */
static void
tell_read (const YlIntake *intake,
           char *(*describe) (const YlIntakeColumn *column),
           const char *what,
           const char *why,
           YlChoices *choices)
{
  g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < intake->tables->len; i++)
    {
      const YlIntakeTable *table = g_ptr_array_index (intake->tables, i);
      for (guint cell = 0; cell < table->columns->len; cell++)
        {
          const YlIntakeColumn *column = &g_array_index (table->columns, YlIntakeColumn, cell);
          g_autofree char *text = column->role == NULL ? NULL : describe (column);
          if (text != NULL && said->len < MAX_NAMED
              && !g_ptr_array_find_with_equal_func (said, text, g_str_equal, NULL))
            g_ptr_array_add (said, g_steal_pointer (&text));
        }
    }
  if (said->len == 0)
    return;
  g_ptr_array_add (said, NULL);
  g_autofree char *list = g_strjoinv ("、", (char **) said->pdata);
  yl_choices_add (choices, what, list, why);
}

/* "480 个文件的编码"; each form in the order in which it was met. */
static void
tell_forms (const YlIntake *intake, YlChoices *choices)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) forms = g_ptr_array_new ();
  for (guint i = 0; i < intake->files->len; i++)
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
yl_intake_tell_files (const YlIntake *intake, YlChoices *choices)
{
  if (intake->files->len > MAX_FILES)
    {
      tell_forms (intake, choices);
      return;
    }
  for (guint i = 0; i < intake->files->len; i++)
    {
      const YlIntakeFile *file = &g_array_index (intake->files, YlIntakeFile, i);
      g_autofree char *what = g_strdup_printf ("%s 的编码", file->file);
      yl_choices_add (choices, what, file->form, WHY_FORM);
    }
}

static void
tell_hidden (const YlIntake *intake, YlChoices *choices)
{
  guint64 n = 0;
  gint64 counted_m = 0;
  for (guint i = 0; i < intake->tables->len; i++)
    {
      const YlIntakeTable *table = g_ptr_array_index (intake->tables, i);
      n += table->n_hidden;
      counted_m += table->hidden_m;
    }
  if (n == 0)
    return;
  g_autofree char *km = yl_decimal_format (counted_m, 3, TRUE);
  g_autofree char *chosen = g_strdup_printf ("%" G_GUINT64_FORMAT " 行，计入 %s 公里", n, km);
  yl_choices_add (choices, "看不见的行", chosen, "隐藏或被筛选掉，照常读入，逐行列在问题 C11 中");
}

void
yl_intake_tell (const YlIntake *intake, YlChoices *choices)
{
  tell_read (intake, describe_read, "读取的列", "按表头认定", choices);
  tell_unread (intake, choices);
  tell_read (intake, describe_unit, "计量单位", "未注明的，按该列通常的单位", choices);
  tell_hidden (intake, choices);
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

void
yl_intake_tell_left_out (const YlIntake *intake, const YlRateTable *rates, YlChoices *choices)
{
  guint64 n = 0;
  guint64 n_measured = 0;
  gint64 length_m = 0;
  for (guint i = 0; i < intake->tables->len; i++)
    {
      const YlIntakeTable *table = g_ptr_array_index (intake->tables, i);
      n += table->n_left_out;
      n_measured += table->n_left_out_measured;
      length_m += table->left_out_m;
    }
  if (n == 0)
    return;
  g_autofree char *km = yl_decimal_format (length_m, 3, TRUE);
  g_autofree char *priced = rates == NULL ? g_strdup ("") : price_by_class (rates, length_m);
  g_autofree char *measured = g_strdup_printf (
      "，其中 %" G_GUINT64_FORMAT " 行写明里程，共 %s 公里%s", n_measured, km, priced);
  g_autofree char *chosen =
      g_strdup_printf ("%" G_GUINT64_FORMAT " 行%s", n, n_measured == 0 ? "" : measured);
  yl_choices_add (choices, "未计入的行", chosen, "读不出行政等级或里程，逐行列在问题中");
}
