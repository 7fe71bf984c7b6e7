#include "yanglu/app/intake.h"

#include "yanglu/domain/cell-place.h"
#include "yanglu/io/import/unit-line.h"

/* A line names so many columns, and of a head so many characters. */
#define MAX_NAMED 40
#define MAX_HEAD 40

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

void
yl_intake_tell (const YlIntake *intake, YlChoices *choices)
{
  tell_read (intake, describe_read, "读取的列", "按表头认定", choices);
  tell_unread (intake, choices);
  tell_read (intake, describe_unit, "计量单位", "未注明的，按该列通常的单位", choices);
}
