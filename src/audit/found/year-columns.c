#include "yanglu/audit/found/rules.h"

#include "check-private.h"

#include <string.h>

/* The year that a head names: "2020年资金"; 0 for none, or for two of them. */
static guint
find_year (const char *head)
{
  guint found = 0;
  for (const char *at = strstr (head, "20"); at != NULL; at = strstr (at + 1, "20"))
    {
      const gboolean is_year =
          strspn (at, "0123456789") == 4 && (at == head || !g_ascii_isdigit (at[-1]));
      const guint year = is_year ? (guint) g_ascii_strtoull (at, NULL, 10) : 0;
      if (year != 0 && found != 0 && year != found)
        return 0;
      found = year != 0 ? year : found;
    }
  return found;
}

static gboolean
is_measure (const YlFoundColumn *column)
{
  return column->meaning == YL_FOUND_AMOUNT || column->meaning == YL_FOUND_LENGTH;
}

/* Whether a column of the same measure is of @year, or names none: then the others are of other years. */
static gboolean
has_own (const YlFoundTable *table, const YlFoundColumn *like, guint year)
{
  for (guint i = 0; i < table->columns->len; i++)
    {
      const YlFoundColumn *column = yl_found_table_get_column (table, i);
      const guint named = find_year (column->head);
      if (column->meaning == like->meaning && (named == year || named == 0))
        return TRUE;
    }
  return FALSE;
}

/* The latest year that amounts are of; 0 for none. */
static guint
find_latest (const YlFoundTable *table)
{
  guint latest = 0;
  for (guint i = 0; i < table->columns->len; i++)
    {
      const YlFoundColumn *column = yl_found_table_get_column (table, i);
      if (is_measure (column))
        latest = MAX (latest, find_year (column->head));
    }
  return latest;
}

static void
set_aside (YlFoundTable *table, guint index, guint year, YlAudit *audit)
{
  YlFoundColumn *column = &g_array_index (table->columns, YlFoundColumn, index);
  g_autofree char *taken =
      g_strdup_printf ("“%s”是 %u 年的数，不作本年预算，只与表中各数相核对", column->head, year);
  column->is_no_money = column->meaning == YL_FOUND_LENGTH;
  column->meaning = column->meaning == YL_FOUND_LENGTH ? YL_FOUND_OTHER : YL_FOUND_ASIDE;
  found_report_reading (table, taken, audit);
}

static void
settle (YlFoundTable *table, guint year, YlAudit *audit)
{
  for (guint i = 0; i < table->columns->len; i++)
    {
      const YlFoundColumn *column = yl_found_table_get_column (table, i);
      const guint own = is_measure (column) ? find_year (column->head) : 0;
      if (own != 0 && own != year && has_own (table, column, year))
        set_aside (table, i, own, audit);
    }
}

void
yl_found_settle_years (YlFoundBudget *budget, guint year, YlAudit *audit)
{
  for (guint i = 0; i < budget->tables->len; i++)
    {
      YlFoundTable *table = g_ptr_array_index (budget->tables, i);
      const guint latest = find_latest (table);
      settle (table, latest != 0 && latest < year ? latest : year, audit);
    }
}
