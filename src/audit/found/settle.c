#include "amounts-private.h"
#include "numbering-private.h"

#include "yanglu/base/decimal.h"

#include <string.h>

/* A unit that a column may have been meant in. */
typedef struct
{
  YlFoundMeaning meaning;
  gint64 usual;
  gint64 other;
  const char *usual_name;
  const char *other_name;
} Choice;

static const Choice choices[] = {
  { YL_FOUND_AMOUNT, 100, 1000000, "元", "万元" },
  { YL_FOUND_LENGTH, 1000, 1, "公里", "米" },
  { YL_FOUND_RATE, 100, 1000000, "元/公里", "万元/公里" },
};

/* Moves @index on to a column of @meaning whose unit nobody stated, unless it is one. */
static gboolean
next_unsaid (const YlFoundTable *table, YlFoundMeaning meaning, guint *index)
{
  for (; *index < table->columns->len; ++*index)
    {
      const YlFoundColumn *column = yl_found_table_get_column (table, *index);
      const gboolean is_of_meaning =
          column->meaning == meaning
          || (meaning == YL_FOUND_AMOUNT && column->meaning == YL_FOUND_ASIDE);
      if (is_of_meaning && !column->is_unit_said)
        return TRUE;
    }
  return FALSE;
}

/* Moves @index on to a column whose head names a class and no measure, unless it is one. */
static gboolean
next_bare (const YlFoundTable *table, guint *index)
{
  while (*index < table->columns->len && !yl_found_table_get_column (table, *index)->is_guessed)
    ++*index;
  return *index < table->columns->len;
}

static YlFoundColumn *
edit_column (YlFoundTable *table, guint index)
{
  return &g_array_index (table->columns, YlFoundColumn, index);
}

/* The numbers of a column in another unit. */
static void
read_again (YlFoundTable *table, guint index, gint64 unit)
{
  const guint n_decimals = yl_decimal_count (unit);
  edit_column (table, index)->unit = unit;
  for (guint i = 0; i < table->rows->len; i++)
    {
      YlFoundRow *row = g_ptr_array_index (table->rows, i);
      YlFoundValue *value = &g_array_index (row->values, YlFoundValue, index);
      gint32 lost = 0;
      if (!value->is_known)
        continue;
      value->is_known = yl_decimal_parse (yl_text_of (value->text), n_decimals, YL_MONEY_MAX_FEN,
                                          &value->units, &lost)
                        == YL_DECIMAL_OK;
      value->lost_micro = lost;
    }
}

/* Rows whose amount is kilometres × rate, and those that could be. */
static guint
count_exact (YlFoundTable *table, const YlRateTable *rates, guint *out_n)
{
  g_auto (FoundCheck) check;
  found_check_init (&check, table, "", rates, NULL, NULL);
  return found_count_exact (&check, out_n);
}

/* Reads every column of the kind whose unit nobody stated; Returns: whether there is one. */
static gboolean
read_all_again (YlFoundTable *table, const Choice *choice, gboolean is_other)
{
  gboolean has_any = FALSE;
  for (guint i = 0; next_unsaid (table, choice->meaning, &i); i++)
    {
      read_again (table, i, is_other ? choice->other : choice->usual);
      has_any = TRUE;
    }
  return has_any;
}

/* What bare heads may stand for. */
typedef struct
{
  guint8 of_classes; /* YlFoundMeaning */
  guint8 of_sum;     /* of their 合计 */
  gint64 unit_of_classes;
  gint64 unit_of_sum;
  const char *taken; /* what for, and why */
} BareHeads;

/* The first is taken, though nothing bears it out, where none comes out. */
static const BareHeads bare_heads[] = {
  { YL_FOUND_LENGTH, YL_FOUND_LENGTH, 1000, 1000, "里程（公里），因为里程乘标准与金额相符" },
  { YL_FOUND_LENGTH, YL_FOUND_LENGTH, 1, 1, "里程（米），因为里程乘标准与金额相符" },
  { YL_FOUND_LENGTH, YL_FOUND_AMOUNT, 1000, 100,
    "各类里程（公里）和合计金额，因为里程乘标准与合计相符" },
  { YL_FOUND_AMOUNT, YL_FOUND_AMOUNT, 100, 100, "金额，因为各类相加与金额相符" },
};

static void
read_as (YlFoundTable *table, const BareHeads *heads)
{
  for (guint i = 0; next_bare (table, &i); i++)
    {
      YlFoundColumn *column = edit_column (table, i);
      const gboolean is_sum = column->rate == YL_FOUND_ALL_CLASSES;
      column->meaning = is_sum ? heads->of_sum : heads->of_classes;
      read_again (table, i, is_sum ? heads->unit_of_sum : heads->unit_of_classes);
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
      for (guint i = 0; next_bare (table, &i); i++)
        if (yl_found_table_get_column (table, i)->rate != YL_FOUND_ALL_CLASSES
            && !found_add (&sum, yl_found_row_get (found, i)->units))
          return 0;
      (*out_n)++;
      n_right += sum == whole->units ? 1 : 0;
    }
  return n_right;
}

/* Whether half of the rows come out in this way; the amounts are left in the unit that does it. */
static gboolean
comes_out (YlFoundTable *table, const YlRateTable *rates, const BareHeads *heads)
{
  for (guint is_wan = 0; is_wan < 2; is_wan++)
    {
      guint n = 0;
      read_as (table, heads);
      read_all_again (table, &choices[0], is_wan == 1);
      const guint n_right = heads->of_classes == YL_FOUND_AMOUNT
                                ? count_added (table, find_amount (table), &n)
                                : count_exact (table, rates, &n);
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
  for (guint i = 0; next_bare (table, &i); i++)
    g_string_append_printf (heads, "%s%s", heads->len == 0 ? "" : "”“",
                            yl_found_table_get_column (table, i)->head);
  return g_string_free (heads, FALSE);
}

static void
report_heads (const YlFoundTable *table, const BareHeads *heads, YlAudit *audit)
{
  g_autofree char *names = list_heads (table);
  g_autofree char *taken =
      g_strdup_printf ("表头“%s”没有写明是里程还是金额，认作%s", names, heads->taken);
  found_report_reading (table, taken, audit);
}

static void
report_open (const YlFoundTable *table, const char *file, YlAudit *audit)
{
  g_autofree char *heads = list_heads (table);
  g_autofree char *message = g_strdup_printf (
      "待核：表头“%s”没有写明是里程还是金额，表中也没有数字可以印证；暂按里程（公里）核对合计，"
      "差额不计价，请在表头注明单位",
      heads);
  const YlFinding finding = {
    .code = YL_E01,
    .severity = YL_SEVERITY_WARNING,
    .row = table->head_row,
    .seen = heads,
    .expected = "里程（公里）或金额（元）",
    .message = message,
  };
  found_report_at (&(FoundCheck){ .table = table, .file = file, .audit = audit }, finding,
                   (FoundStake){ 0 });
}

/* Columns whose heads name a class and no measure: kilometres or amounts, as the figures have it;
 * told as a reading, and as E01 (a warning) where they are silent. */
static void
settle_heads (YlFoundTable *table, const char *file, const YlRateTable *rates, YlAudit *audit)
{
  guint first = 0;
  if (!next_bare (table, &first))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (bare_heads); i++)
    if (comes_out (table, rates, &bare_heads[i]))
      {
        report_heads (table, &bare_heads[i], audit);
        return;
      }
  read_as (table, &bare_heads[0]);
  read_all_again (table, &choices[0], FALSE);
  for (guint i = first; next_bare (table, &i); i++)
    edit_column (table, i)->is_open = TRUE;
  report_open (table, file, audit);
}

/* Rates say themselves what they are in: none is 3 yuan a kilometre. */
static gboolean
are_rates_tiny (const YlFoundTable *table)
{
  gboolean has_any = FALSE;
  for (guint i = 0; next_unsaid (table, YL_FOUND_RATE, &i); i++)
    for (guint k = 0; k < table->rows->len; k++)
      {
        const YlFoundValue *value = yl_found_row_get (yl_found_table_get_row (table, k), i);
        if (value->is_known && value->units >= 10000)
          return FALSE;
        has_any |= value->is_known;
      }
  return has_any;
}

static void
report (const YlFoundTable *table, const Choice *choice, YlAudit *audit)
{
  g_autofree char *taken = g_strdup_printf ("表中未注明单位：按%s读与里程和标准对不上，改按%s核对",
                                            choice->usual_name, choice->other_name);
  found_report_reading (table, taken, audit);
}

/* Reads amounts and lengths in the units that @units has a bit for; Returns: the rows that come out. */
static guint
read_in (YlFoundTable *table, const YlRateTable *rates, guint units, guint *out_n)
{
  for (guint i = 0; i < 2; i++)
    read_all_again (table, &choices[i], (units & 1u << i) != 0);
  return count_exact (table, rates, out_n);
}

static void
settle (YlFoundTable *table, const YlRateTable *rates, YlAudit *audit)
{
  guint n = 0;
  const guint n_usual = count_exact (table, rates, &n);
  guint open = 0;
  guint units = 0;
  for (guint i = 0; i < 2; i++)
    open |= next_unsaid (table, choices[i].meaning, &(guint){ 0 }) ? 1u << i : 0u;
  if (open == 0 || n == 0 || n_usual * 2 >= n)
    return;
  for (guint i = 1; i < 4 && units == 0; i++)
    if ((i & open) == i && read_in (table, rates, i, &n) * 4 >= n * 3)
      units = i;
  read_in (table, rates, units, &n);
  for (guint i = 0; i < 2; i++)
    if ((units & 1u << i) != 0)
      report (table, &choices[i], audit);
}

/* A table of 项目 and the like, not of places and routes. */
static gboolean
is_of_items (const FoundCheck *check)
{
  const int column = found_find_first (check, YL_FOUND_TOWNSHIP);
  const char *head = column < 0 ? "" : found_head (check, (guint) column)->head;
  return strstr (head, "项目") != NULL || strstr (head, "内容") != NULL
         || strstr (head, "名称") != NULL;
}

/* Rows of a table of items that may be headings over others. */
#define MAX_HEADINGS 300

static gboolean
is_item (const YlFoundRow *row)
{
  return row->kind == YL_FOUND_ROW_ITEM && row->township_code == 0;
}

/* Whether the row is the sum of the items that follow it. */
static gboolean
sums_what_follows (const YlFoundTable *table, guint row, guint column)
{
  const YlFoundValue *value = yl_found_row_get (yl_found_table_get_row (table, row), column);
  gint64 sum = 0;
  guint n = 0;
  for (guint i = row + 1; i < table->rows->len && value->is_known && value->units != 0; i++)
    {
      const YlFoundRow *below = yl_found_table_get_row (table, i);
      if (!is_item (below) && below->kind != YL_FOUND_ROW_PART)
        return FALSE;
      if (below->kind == YL_FOUND_ROW_PART)
        continue;
      if (!found_add (&sum, yl_found_row_get (below, column)->units))
        return FALSE;
      n++;
      if (n >= 2 && sum == value->units)
        return TRUE;
    }
  return FALSE;
}

/* 日常养护 over 县道, 乡道, 村道 among the items: it is in no sum beside them. */
static void
settle_headings (YlFoundTable *table)
{
  const FoundCheck check = { .table = table };
  const int column = found_find_first (&check, YL_FOUND_AMOUNT);
  if (column < 0 || table->rows->len > MAX_HEADINGS || !is_of_items (&check))
    return;
  for (guint row = table->rows->len; row > 0; row--)
    {
      YlFoundRow *heading = g_ptr_array_index (table->rows, row - 1);
      if (is_item (heading) && heading->rate == YL_FOUND_ALL_CLASSES
          && sums_what_follows (table, row - 1, (guint) column))
        heading->kind = YL_FOUND_ROW_PART;
    }
}

/* 附：资金测算 below 合计 and a heading of its own: it is in no sum of the table. */
static void
settle_appendix (YlFoundTable *table)
{
  guint total = table->rows->len;
  while (total > 0 && yl_found_table_get_row (table, total - 1)->kind != YL_FOUND_ROW_TOTAL)
    total--;
  if (total < 2 || total >= table->rows->len
      || yl_found_table_get_row (table, total)->row
             == yl_found_table_get_row (table, total - 1)->row + 1)
    return;
  for (guint row = total; row < table->rows->len; row++)
    if (is_item (yl_found_table_get_row (table, row)))
      ((YlFoundRow *) g_ptr_array_index (table->rows, row))->kind = YL_FOUND_ROW_PART;
}

/* 一 over （一）, （二）: the parts are the items, and what they are parts of is their sum. */
static void
settle_outline (YlFoundTable *table)
{
  g_autofree guint8 *levels = found_levels_new (table);
  for (guint row = 0; levels != NULL && row < table->rows->len; row++)
    if (found_levels_has_parts (levels, table->rows->len, row))
      ((YlFoundRow *) g_ptr_array_index (table->rows, row))->kind = YL_FOUND_ROW_SUBTOTAL;
}

void
yl_found_settle (YlFoundBudget *budget, const YlRateTable *rates, YlAudit *audit)
{
  for (guint i = 0; i < budget->tables->len; i++)
    {
      YlFoundTable *table = g_ptr_array_index (budget->tables, i);
      const Choice *of_rates = &choices[2];
      settle_heads (table, budget->file, rates, audit);
      if (are_rates_tiny (table) && read_all_again (table, of_rates, TRUE))
        report (table, of_rates, audit);
      settle (table, rates, audit);
      settle_appendix (table);
      settle_outline (table);
      settle_headings (table);
    }
}
