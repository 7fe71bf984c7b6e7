#include "yanglu/audit/years/townships.h"

#include "year-private.h"

#include "yanglu/base/error.h"
#include "yanglu/base/keyed-hash.h"

#include <string.h>

GArray *
yl_township_sums_of_budget (const YlBudget *budget)
{
  const GArray *townships = budget->figures->townships;
  GArray *sums = g_array_new (FALSE, FALSE, sizeof (YlTownshipSum));
  for (guint i = 0; i < townships->len; i++)
    {
      const YlTownshipLine *township = &g_array_index (townships, YlTownshipLine, i);
      /* Both are parts of one sum that was found to fit. */
      const YlTownshipSum sum = { township->name, township->code,
                                  township->roads_fen + township->bridges_fen };
      g_array_append_val (sums, sum);
    }
  return sums;
}

static guint
count_items (const YlFoundTable *table)
{
  guint n_items = 0;
  for (guint i = 0; i < table->rows->len; i++)
    n_items += yl_found_table_get_row (table, i)->kind == YL_FOUND_ROW_ITEM ? 1 : 0;
  return n_items;
}

static gboolean
has_amount (const YlFoundTable *table)
{
  for (guint i = 0; i < table->columns->len; i++)
    if (yl_found_table_get_column (table, i)->meaning == YL_FOUND_AMOUNT)
      return TRUE;
  return FALSE;
}

static const YlFoundTable *
find_table (const YlFoundBudget *budget)
{
  const YlFoundTable *best = NULL;
  for (guint i = 0; i < budget->tables->len; i++)
    {
      const YlFoundTable *table = g_ptr_array_index (budget->tables, i);
      const int township =
          yl_found_table_find_column (table, YL_FOUND_TOWNSHIP, YL_FOUND_ALL_CLASSES);
      if (township >= 0 && has_amount (table)
          && (best == NULL || count_items (table) > count_items (best)))
        best = table;
    }
  return best;
}

/* What a row states for all classes, else for each; values that do not fit together are left out. */
static gint64
sum_row (const YlFoundTable *table, const YlFoundRow *row)
{
  const int whole = yl_found_table_find_column (table, YL_FOUND_AMOUNT, YL_FOUND_ALL_CLASSES);
  gint64 sum_fen = 0;
  for (guint i = 0; i < table->columns->len; i++)
    {
      const gboolean is_wanted =
          whole >= 0 ? i == (guint) whole
                     : yl_found_table_get_column (table, i)->meaning == YL_FOUND_AMOUNT;
      const YlFoundValue *value = yl_found_row_get (row, i);
      gint64 more_fen = 0;
      if (is_wanted && value->is_known
          && !__builtin_add_overflow (sum_fen, value->units, &more_fen))
        sum_fen = more_fen;
    }
  return sum_fen;
}

GArray *
yl_township_sums_of_found (const YlFoundBudget *budget)
{
  GArray *sums = g_array_new (FALSE, FALSE, sizeof (YlTownshipSum));
  const YlFoundTable *table = find_table (budget);
  for (guint i = 0; table != NULL && i < table->rows->len; i++)
    {
      const YlFoundRow *row = yl_found_table_get_row (table, i);
      const YlTownshipSum sum = { row->township[0] != '\0' ? row->township : row->label,
                                  row->township_code, sum_row (table, row) };
      if (row->kind == YL_FOUND_ROW_ITEM)
        g_array_append_val (sums, sum);
    }
  return sums;
}

/* The lines by code and by name; a name stands for the line that had it first. */
typedef struct
{
  YlArena *arena;
  GArray *lines; /* of YlYearLine */
  GHashTable *by_code;
  GHashTable *by_name;
} Lines;

static guint
append_line (const Lines *lines, const YlTownshipSum *sum)
{
  const YlYearLine line = {
    .code = sum->code != 0 ? yl_arena_print (lines->arena, "%09u", sum->code) : "",
    .name = yl_arena_keep (lines->arena, sum->name),
    .township = "",
    .previous_code = "",
    .township_code = sum->code,
  };
  g_array_append_val (lines->lines, line);
  return lines->lines->len;
}

/* Numbers of lines count from 1. */
static YlYearLine *
find_line (const Lines *lines, const YlTownshipSum *sum)
{
  const gpointer code = GUINT_TO_POINTER (sum->code);
  guint number = sum->code == 0 ? 0 : GPOINTER_TO_UINT (g_hash_table_lookup (lines->by_code, code));
  if (number == 0)
    {
      number = GPOINTER_TO_UINT (g_hash_table_lookup (lines->by_name, sum->name));
      /* Two codes are two townships, whatever their names. */
      if (number != 0 && sum->code != 0
          && g_array_index (lines->lines, YlYearLine, number - 1).township_code != 0)
        number = 0;
    }
  if (number == 0)
    number = append_line (lines, sum);
  if (sum->code != 0)
    g_hash_table_insert (lines->by_code, code, GUINT_TO_POINTER (number));
  if (!g_hash_table_contains (lines->by_name, sum->name))
    g_hash_table_insert (lines->by_name, (gpointer) sum->name, GUINT_TO_POINTER (number));
  return &g_array_index (lines->lines, YlYearLine, number - 1);
}

static void
add_sums (YlYearWork *work, const Lines *lines, const GArray *sums, YlSide side)
{
  for (guint i = 0; i < sums->len; i++)
    {
      const YlTownshipSum *sum = &g_array_index (sums, YlTownshipSum, i);
      YlYearLine *line = find_line (lines, sum);
      gint64 change_fen = yl_year_subtract (work, 0, sum->amount_fen);
      change_fen = side == YL_OLD ? change_fen : sum->amount_fen;
      yl_year_add (work, &line->fen[side], sum->amount_fen);
      yl_year_add (work, &work->reconciliation->daily_fen[side], sum->amount_fen);
      yl_year_add_step (work, NULL, line, YL_YEAR_UNKNOWN, (YlYearAmount){ change_fen, 0 });
    }
}

YlReconciliation *
yl_reconciliation_of_townships (const GArray *old_sums, const GArray *new_sums, GError **error)
{
  YlYearWork work = { .reconciliation = yl_reconciliation_new () };
  g_autoptr (GHashTable) by_code = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_autoptr (GHashTable) by_name = g_hash_table_new (yl_keyed_str_hash, g_str_equal);
  const Lines lines = { work.reconciliation->arena, work.reconciliation->townships, by_code,
                        by_name };
  add_sums (&work, &lines, new_sums, YL_NEW);
  add_sums (&work, &lines, old_sums, YL_OLD);
  yl_year_sort_lines (&work);
  work.reconciliation->is_by_township_only = TRUE;
  if (!work.is_too_large)
    return work.reconciliation;
  yl_arena_free_record (work.reconciliation);
  g_set_error (error, YL_ERROR, YL_ERROR_OVERFLOW,
               "分乡镇合计超出程序能够表示的范围，请检查金额的单位是否写错");
  return NULL;
}
