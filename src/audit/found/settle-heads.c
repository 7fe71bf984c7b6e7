#include "settle-private.h"

#include <string.h>

/* What bare heads may stand for. */
typedef enum
{
  WAY_KILOMETRES, /* the classes and their 合计 */
  WAY_METRES,
  WAY_PAID,    /* kilometres by class, and 合计 is what they come to */
  WAY_AMOUNTS, /* the classes and their 合计 */
  N_WAYS,
} Way;

static YlFoundColumn *
get_column (YlFoundTable *table, guint index)
{
  return &g_array_index (table->columns, YlFoundColumn, index);
}

static void
read_as (YlFoundTable *table, Way way)
{
  for (guint i = 0; i < table->columns->len; i++)
    {
      YlFoundColumn *column = get_column (table, i);
      const gboolean is_sum = column->rate == YL_FOUND_ALL_CLASSES;
      const gboolean is_amount = way == WAY_AMOUNTS || (way == WAY_PAID && is_sum);
      if (!column->is_guessed)
        continue;
      column->meaning = is_amount ? YL_FOUND_AMOUNT : YL_FOUND_LENGTH;
      found_read_again (table, i, is_amount ? 100 : way == WAY_METRES ? 1 : 1000);
    }
}

/* The amount that a head says is one. */
static int
find_amount (const YlFoundTable *table)
{
  for (guint i = 0; i < table->columns->len; i++)
    {
      const YlFoundColumn *column = yl_found_table_get_column (table, i);
      if (column->meaning == YL_FOUND_AMOUNT && !column->is_guessed
          && column->rate == YL_FOUND_ALL_CLASSES && column->payer_after == 0)
        return (int) i;
    }
  return -1;
}

/* Rows in which the classes add up to the amount beside them; @out_n: those that have one. */
static guint
count_added (const YlFoundTable *table, int amount, guint *out_n)
{
  guint n_right = 0;
  *out_n = 0;
  for (guint row = 0; row < table->rows->len && amount >= 0; row++)
    {
      const YlFoundRow *found = yl_found_table_get_row (table, row);
      const YlFoundValue *whole = yl_found_row_get (found, (guint) amount);
      gint64 sum = 0;
      if (found->kind != YL_FOUND_ROW_ITEM || !whole->is_known || whole->units == 0)
        continue;
      for (guint i = 0; i < table->columns->len; i++)
        {
          const YlFoundColumn *column = yl_found_table_get_column (table, i);
          if (column->is_guessed && column->rate != YL_FOUND_ALL_CLASSES
              && !found_add (&sum, yl_found_row_get (found, i)->units))
            return 0;
        }
      (*out_n)++;
      n_right += sum == whole->units ? 1 : 0;
    }
  return n_right;
}

/* Whether half of the rows come out in this way; the amounts are left in the unit that does it. */
static gboolean
comes_out (YlFoundTable *table, const YlRateTable *rates, Way way)
{
  for (guint is_wan = 0; is_wan < 2; is_wan++)
    {
      guint n = 0;
      read_as (table, way);
      found_read_amounts (table, is_wan == 1);
      const guint n_right = way == WAY_AMOUNTS ? count_added (table, find_amount (table), &n)
                                               : found_count_exact (table, rates, &n);
      if (n_right > 0 && n_right * 2 >= n)
        return TRUE;
    }
  return FALSE;
}

/* (transfer full): "县道”“乡道”“村道" */
static char *
list_heads (const YlFoundTable *table)
{
  GString *heads = g_string_new ("");
  for (guint i = 0; i < table->columns->len; i++)
    {
      const YlFoundColumn *column = yl_found_table_get_column (table, i);
      if (column->is_guessed)
        g_string_append_printf (heads, "%s%s", heads->len == 0 ? "" : "”“", column->head);
    }
  return g_string_free (heads, FALSE);
}

static void
tell (const YlFoundTable *table, Way way, YlAudit *audit)
{
  static const char *const found[] = {
    [WAY_KILOMETRES] = "里程（公里），因为里程乘标准与金额相符",
    [WAY_METRES] = "里程（米），因为里程乘标准与金额相符",
    [WAY_PAID] = "各类里程（公里）和合计金额，因为里程乘标准与合计相符",
    [WAY_AMOUNTS] = "金额，因为各类相加与金额相符",
  };
  G_STATIC_ASSERT (G_N_ELEMENTS (found) == N_WAYS);
  g_autofree char *heads = list_heads (table);
  g_autofree char *what =
      g_strdup_printf ("工作表“%s”表头到第 %u 行的表", table->sheet, table->head_row);
  g_autofree char *taken =
      g_strdup_printf ("表头“%s”没有写明是里程还是金额，认作%s", heads, found[way]);
  yl_audit_add_reading (audit, what, taken);
}

static void
tell_open (const YlFoundTable *table, const char *file, YlAudit *audit)
{
  g_autofree char *heads = list_heads (table);
  g_autofree char *message = g_strdup_printf (
      "待核：表头“%s”没有写明是里程还是金额，表中也没有数字可以印证；暂按里程（公里）核对合计，"
      "差额不计价，请在表头注明单位",
      heads);
  const YlFinding finding = {
    .code = YL_E01,
    .severity = YL_SEVERITY_WARNING,
    .file = file,
    .sheet = table->sheet,
    .row = table->head_row,
    .seen = heads,
    .expected = "里程（公里）或金额（元）",
    .message = message,
  };
  yl_findings_add (audit->findings, &finding);
}

void
found_settle_heads (YlFoundTable *table, const char *file, const YlRateTable *rates, YlAudit *audit)
{
  gboolean has_any = FALSE;
  for (guint i = 0; i < table->columns->len; i++)
    has_any |= yl_found_table_get_column (table, i)->is_guessed;
  if (!has_any)
    return;
  for (Way way = WAY_KILOMETRES; way < N_WAYS; way++)
    if (comes_out (table, rates, way))
      {
        tell (table, way, audit);
        return;
      }
  read_as (table, WAY_KILOMETRES);
  found_read_amounts (table, FALSE);
  for (guint i = 0; i < table->columns->len; i++)
    get_column (table, i)->is_open = get_column (table, i)->is_guessed;
  tell_open (table, file, audit);
}
