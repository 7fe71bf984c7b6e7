#include "table-private.h"

#include "yanglu/audit/diagnosis/gap.h"

#include "yanglu/domain/cell-place.h"

#include <string.h>

/* Ours outlive the case; those of the policy live as long as it does. */
static void
add_old_rates (YlDiagnosisTable *table, const YlPolicy *policy)
{
  gsize n_known = 0;
  const YlOldRates *known = yl_old_rates_get_known (&n_known);
  for (const YlPolicy *base = yl_policy_get_base (policy); base != NULL;
       base = yl_policy_get_base (base))
    {
      YlOldRates old = { .source = yl_policy_get_head (base)->document };
      gboolean is_other = FALSE;
      for (guint rate = 0; rate < YL_N_RATES; rate++)
        {
          YlRate value;
          if (yl_policy_get_rate (base, (YlRateKind) rate, &value))
            old.fen_per_km[rate] = value.fen_per_km;
          is_other |= old.fen_per_km[rate] != 0 && table->rates.has_rate[rate]
                      && old.fen_per_km[rate] != table->rates.rate[rate].fen_per_km;
        }
      if (is_other)
        g_array_append_val (table->old_rates, old);
    }
  g_array_append_vals (table->old_rates, known, (guint) n_known);
}

static const char *
keep (YlDiagnosisTable *table, char *text)
{
  g_ptr_array_add (table->texts, text);
  return text;
}

static void
add_row (YlDiagnosisTable *table, const YlFoundRow *found, YlDiagnosisRole role)
{
  const gboolean is_class = found->label[0] == '\0' && found->rate < YL_N_RATES;
  const char *name = is_class ? yl_rate_kind_get_name ((YlRateKind) found->rate) : found->label;
  if (table->has_township && !table->has_route && found->township[0] != '\0')
    name = found->township;
  if (table->has_rate && found->rate < YL_N_RATES && table->has_township)
    name = keep (table,
                 g_strdup_printf ("%s%s", name, yl_rate_kind_get_name ((YlRateKind) found->rate)));
  const YlDiagnosisRow row = {
    .place = keep (table, g_strdup_printf ("%s!%u", table->found->sheet, found->row)),
    .name = name,
    .role = role,
  };
  g_array_append_val (table->rows, row);
  g_array_append_val (table->source, found);
}

static gboolean
has_column (const YlFoundTable *found, YlFoundMeaning meaning)
{
  for (guint i = 0; i < found->columns->len; i++)
    if (yl_found_table_get_column (found, i)->meaning == meaning)
      return TRUE;
  return FALSE;
}

static const YlFoundRow *
find_total (const YlFoundTable *found)
{
  const YlFoundRow *total = NULL;
  for (guint i = 0; i < found->rows->len; i++)
    if (yl_found_table_get_row (found, i)->kind == YL_FOUND_ROW_TOTAL)
      total = yl_found_table_get_row (found, i);
  return total;
}

static void
add_rows (YlDiagnosisTable *table)
{
  const YlFoundTable *found = table->found;
  const YlFoundRow *total = find_total (found);
  table->has_route = has_column (found, YL_FOUND_ROUTE);
  for (guint i = 0; i < found->rows->len; i++)
    {
      const YlFoundRow *row = yl_found_table_get_row (found, i);
      table->has_township |= row->kind == YL_FOUND_ROW_ITEM && row->township[0] != '\0';
      table->has_rate |= row->kind == YL_FOUND_ROW_ITEM && row->rate < YL_N_RATES;
    }
  for (guint i = 0; i < found->rows->len; i++)
    if (yl_found_table_get_row (found, i)->kind == YL_FOUND_ROW_ITEM)
      add_row (table, yl_found_table_get_row (found, i), YL_DIAGNOSIS_ROW);
  if (total != NULL)
    add_row (table, total, table->rows->len == 0 ? YL_DIAGNOSIS_ROW : YL_DIAGNOSIS_SUM);
}

static void
fill_case (YlDiagnosisTable *table)
{
  YlDiagnosisCase *problem = &table->problem;
  problem->noun = table->has_route ? "路线" : table->has_township ? "乡镇" : "项目";
  problem->rows = (const YlDiagnosisRow *) (void *) table->rows->data;
  problem->n_rows = table->rows->len;
  for (guint rate = 0; rate < YL_N_RATES; rate++)
    problem->rate_fen_per_km[rate] =
        table->rates.has_rate[rate] ? table->rates.rate[rate].fen_per_km : 0;
  problem->old_rates = (const YlOldRates *) (void *) table->old_rates->data;
  problem->n_old_rates = table->old_rates->len;
  problem->items = (const YlDiagnosisItem *) (void *) table->items->data;
  problem->n_items = table->items->len;
  problem->parts = (const char *const *) (void *) table->parts->pdata;
  problem->n_parts = table->has_township ? 0 : table->parts->len;
}

YlDiagnosisTable *
yl_diagnosis_table_new (const YlFoundTable *found, const YlBudget *budget, const YlPolicy *policy)
{
  g_autoptr (YlDiagnosisTable) table = g_new0 (YlDiagnosisTable, 1);
  table->found = found;
  table->budget = budget;
  table->rows = g_array_new (FALSE, FALSE, sizeof (YlDiagnosisRow));
  table->source = g_array_new (FALSE, FALSE, sizeof (const YlFoundRow *));
  table->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  table->items = g_array_new (FALSE, FALSE, sizeof (YlDiagnosisItem));
  table->counted = g_array_new (FALSE, TRUE, sizeof (YlCountedLengths));
  table->old_rates = g_array_new (FALSE, FALSE, sizeof (YlOldRates));
  table->texts = g_ptr_array_new_with_free_func (g_free);
  table->parts = g_ptr_array_new ();
  yl_rate_table_init (&table->rates, policy);
  add_old_rates (table, policy);
  add_rows (table);
  yl_diagnosis_table_add_record (table);
  if (!yl_diagnosis_table_has_keys (table) || !yl_diagnosis_table_add_amounts (table))
    return NULL;
  yl_diagnosis_table_add_lengths (table);
  fill_case (table);
  return g_steal_pointer (&table);
}

void
yl_diagnosis_table_free (YlDiagnosisTable *table)
{
  if (table == NULL)
    return;
  g_array_unref (table->rows);
  g_array_unref (table->source);
  g_hash_table_unref (table->keys);
  g_array_unref (table->items);
  g_array_unref (table->counted);
  g_array_unref (table->old_rates);
  g_ptr_array_unref (table->texts);
  g_ptr_array_unref (table->parts);
  g_free (table);
}

const YlDiagnosisCase *
yl_diagnosis_table_get_case (const YlDiagnosisTable *table)
{
  return &table->problem;
}

/* A total told by township says more than the same total by class. */
static gboolean
is_told_better (const GPtrArray *tables, guint index)
{
  const YlDiagnosisCase *own = yl_diagnosis_table_get_case (g_ptr_array_index (tables, index));
  const gint64 difference_fen = yl_diagnosis_get_difference (own);
  for (guint i = 0; i < tables->len; i++)
    {
      const YlDiagnosisCase *other = yl_diagnosis_table_get_case (g_ptr_array_index (tables, i));
      const gboolean has_more =
          other->n_rows > own->n_rows || (other->n_rows == own->n_rows && i < index);
      if (i != index && has_more && yl_diagnosis_get_difference (other) == difference_fen)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_known (const YlDiagnosisRow *row)
{
  for (guint rate = 0; rate < YL_N_RATES; rate++)
    if (row->length_m[rate] != 0)
      return TRUE;
  return FALSE;
}

/* A table of something else, by payees say, has figures that the record of its rows seldom comes to;
 * then only a short explanation to the fen shows that it means the same. */
static gboolean
is_meant (const YlDiagnosisCase *problem)
{
  guint n_known = 0, n_right = 0;
  for (gsize i = 0; i < problem->n_rows; i++)
    {
      const YlDiagnosisRow *row = &problem->rows[i];
      const gboolean is_row = row->role == YL_DIAGNOSIS_ROW && is_known (row);
      n_known += is_row ? 1 : 0;
      n_right += is_row && row->stated_fen == row->expected_fen ? 1 : 0;
    }
  if (n_right * 2 >= n_known)
    return n_right > 0;
  g_autoptr (GPtrArray) found = yl_diagnosis_run (problem);
  const YlHypothesis *best = found->len == 0 ? NULL : g_ptr_array_index (found, 0);
  return best != NULL && best->share_ppm == YL_SHARE_WHOLE && best->causes->len <= 2;
}

/* Whether anything was found on the sheet that costs money or nobody could price: what holds needs no
 * explanation, whatever else its figures may be. */
static gboolean
is_in_doubt (const YlFoundTable *found, const YlFindings *findings)
{
  for (gsize i = 0; i < yl_findings_get_n (findings); i++)
    {
      const YlFinding *finding = yl_findings_get (findings, i);
      const gboolean costs = !finding->is_priced || finding->at_stake.fen != 0;
      if (finding->sheet != NULL && strcmp (finding->sheet, found->sheet) == 0 && costs)
        return TRUE;
    }
  return FALSE;
}

void
yl_diagnosis_tell_tables (const YlFoundBudget *found,
                          const YlBudget *budget,
                          const YlPolicy *policy,
                          gboolean is_of_findings,
                          YlAudit *audit)
{
  g_autoptr (GPtrArray) tables =
      g_ptr_array_new_with_free_func ((GDestroyNotify) yl_diagnosis_table_free);
  for (guint i = 0; i < found->tables->len; i++)
    {
      const YlFoundTable *own = g_ptr_array_index (found->tables, i);
      YlDiagnosisTable *table = !is_of_findings || is_in_doubt (own, audit->findings)
                                    ? yl_diagnosis_table_new (own, budget, policy)
                                    : NULL;
      if (table != NULL)
        g_ptr_array_add (tables, table);
    }
  for (guint i = 0; i < tables->len; i++)
    {
      const YlDiagnosisCase *problem = yl_diagnosis_table_get_case (g_ptr_array_index (tables, i));
      if (!is_told_better (tables, i) && is_meant (problem))
        yl_diagnosis_tell (problem, audit);
    }
  for (guint i = 0; i < found->tables->len; i++)
    yl_diagnosis_tell_gap (g_ptr_array_index (found->tables, i), budget, audit);
}
