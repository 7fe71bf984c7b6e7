#include "table-private.h"

#include "yanglu/audit/diagnosis/gap.h"
#include "yanglu/base/keyed-hash.h"
#include "yanglu/base/money.h"
#include "yanglu/base/ratio.h"
#include "yanglu/domain/audit/found-budget.h"

#include <string.h>

/* FALSE when rows have the same route, township and class so often that they must be sections,
 * which have no name. */
static gboolean
has_keys (const YlDiagnosisTable *table)
{
  guint n_rows = 0, n_again = 0;
  for (guint i = 0; i < table->rows->len; i++)
    {
      const guint first = yl_table_find_first (table, i);
      n_rows++;
      n_again += first != 0 && first != i + 1 ? 1 : 0;
    }
  /* A township may stand in the table twice, the whole block of them too. */
  const guint n_enough = table->has_route ? 20 : 2;
  return table->budget == NULL || n_again <= 2 || n_again * n_enough <= n_rows;
}

static gboolean
is_amount (const YlFoundColumn *column, guint rate)
{
  return column->meaning == YL_FOUND_AMOUNT && column->rate == rate && column->payer_after == 0
         && (column->purpose == YL_PURPOSE_DAILY || column->purpose == YL_N_PURPOSES);
}

static guint
count_right (const YlDiagnosisTable *table, guint column)
{
  guint n = 0;
  for (guint i = 0; i < table->rows->len; i++)
    {
      const YlDiagnosisRow *row = yl_table_get_row (table, i);
      n += row->expected_fen != 0
                   && yl_found_get_units (yl_table_get_source (table, i)->found, (int) column)
                          == row->expected_fen
               ? 1
               : 0;
    }
  return n;
}

/* Of several columns the one that is right most often; the last of equals: 小计, 桥梁, 合计. */
static int
find_amount (const YlDiagnosisTable *table, guint rate)
{
  int best = -1;
  guint most = 0;
  for (guint i = 0; i < table->found->columns->len; i++)
    {
      if (!is_amount (yl_found_table_get_column (table->found, i), rate))
        continue;
      const guint n = rate == YL_FOUND_ALL_CLASSES ? count_right (table, i) : 0;
      if (best < 0 || n >= most)
        best = (int) i;
      most = MAX (most, n);
    }
  return best;
}

static gboolean
is_paid_anywhere (const YlDiagnosisTable *table, guint rate)
{
  for (guint i = 0; i < table->rows->len; i++)
    if (yl_table_get_row (table, i)->length_m[rate] != 0)
      return TRUE;
  return FALSE;
}

/* Classes are compared only where every class that is paid has its column. */
static gboolean
find_classes (const YlDiagnosisTable *table, YlFoundMeaning meaning, int columns[YL_N_RATES])
{
  gboolean has_any = FALSE;
  for (guint rate = 0; rate < YL_N_RATES; rate++)
    {
      columns[rate] = meaning == YL_FOUND_AMOUNT
                          ? find_amount (table, rate)
                          : yl_found_table_find_column (table->found, meaning, rate);
      if (columns[rate] < 0 && is_paid_anywhere (table, rate))
        return FALSE;
      has_any |= columns[rate] >= 0;
    }
  return has_any;
}

/* What the rounding to the unit that the columns show may take from one number. */
static gint64
get_half_step (const YlDiagnosisTable *table, int total, const int classes[YL_N_RATES])
{
  gint64 half_fen = 0;
  if (total >= 0)
    return yl_found_table_get_step (table->found, (guint) total) / 2;
  for (guint rate = 0; rate < YL_N_RATES; rate++)
    half_fen +=
        classes[rate] < 0 ? 0 : yl_found_table_get_step (table->found, (guint) classes[rate]) / 2;
  return half_fen;
}

/* A difference within the rounding of the unit shown is no mistake: the row is right as it stands. */
static void
settle_rounding (YlDiagnosisRow *row, gint64 half_fen, gint64 sum_fen, gsize n_rows)
{
  const gboolean is_sum = row->role == YL_DIAGNOSIS_SUM;
  const gint64 due = is_sum ? sum_fen : row->expected_fen;
  row->slack_fen = is_sum ? half_fen * (gint64) n_rows : half_fen;
  if (due != row->stated_fen && ABS (row->stated_fen - due) <= row->slack_fen)
    row->expected_fen = row->stated_fen;
}

static void
settle_row (YlDiagnosisTable *table, YlDiagnosisRow *row, guint index, gint64 sum_fen)
{
  gboolean is_known = row->is_absent;
  for (guint rate = 0; rate < YL_N_RATES; rate++)
    for (guint state = 0; state < YL_N_ITEM_STATES; state++)
      is_known |= yl_row_get_uncounted (row, state)[rate] != 0;
  const guint first = yl_table_find_first (table, index);
  if ((table->has_township || table->has_route) && first != 0 && first != index + 1)
    row->again_of = first;
  if (row->role == YL_DIAGNOSIS_SUM)
    row->expected_fen = sum_fen;
  else if (!is_known && row->again_of == 0)
    row->expected_fen = row->stated_fen;
}

/* Saved by a program that drops the values of formulas. */
static gboolean
is_blank_formula (const YlDiagnosisTable *table, int column)
{
  for (guint i = 0; i < table->rows->len && column >= 0; i++)
    {
      const YlFoundRow *row = yl_table_get_source (table, i)->found;
      if (row == NULL)
        continue;
      const YlFoundValue *value = yl_found_row_get (row, (guint) column);
      if (value->formula != NULL && !value->is_known)
        return TRUE;
    }
  return FALSE;
}

static gboolean
add_amounts (YlDiagnosisTable *table)
{
  int classes[YL_N_RATES];
  gint64 sum_fen = 0;
  const int total = find_amount (table, YL_FOUND_ALL_CLASSES);
  const gboolean has_classes = find_classes (table, YL_FOUND_AMOUNT, classes);
  if (table->rows->len == 0 || (total < 0 && !has_classes) || is_blank_formula (table, total)
      || (has_classes && is_blank_formula (table, classes[YL_RATE_COUNTY])))
    return FALSE;
  const gint64 half_fen = get_half_step (table, total, classes);
  for (guint i = 0; i < table->rows->len; i++)
    {
      YlDiagnosisRow *row = yl_table_get_row (table, i);
      gint64 classes_fen = 0;
      for (guint rate = 0; rate < YL_N_RATES && has_classes; rate++)
        {
          row->stated_class_fen[rate] =
              yl_found_get_units (yl_table_get_source (table, i)->found, classes[rate]);
          classes_fen += row->stated_class_fen[rate];
        }
      row->has_class_amounts = has_classes && row->role == YL_DIAGNOSIS_ROW;
      row->stated_fen = total < 0
                            ? classes_fen
                            : yl_found_get_units (yl_table_get_source (table, i)->found, total);
      settle_row (table, row, i, sum_fen);
      settle_rounding (row, half_fen, sum_fen, table->rows->len);
      sum_fen += row->role == YL_DIAGNOSIS_ROW ? row->expected_fen : 0;
    }
  table->problem.class_slack_fen =
      has_classes ? yl_found_table_get_step (table->found, (guint) MAX (classes[0], 0)) / 2 : 0;
  table->problem.amount_decimals =
      yl_found_count_decimals (table->found, total >= 0 ? total : classes[YL_RATE_VILLAGE]);
  return TRUE;
}

/* Kilometres speak for or against a mistake only where the table means those that are paid: where
 * half of its rows have them as the record does; and not in a row that has those that are counted,
 * urban stretches among them. */
static void
add_lengths (YlDiagnosisTable *table)
{
  int columns[YL_N_RATES];
  guint n_rows = 0, n_right = 0;
  if (table->budget == NULL || !find_classes (table, YL_FOUND_LENGTH, columns))
    return;
  for (guint i = 0; i < table->rows->len; i++)
    {
      YlDiagnosisRow *row = yl_table_get_row (table, i);
      for (guint rate = 0; rate < YL_N_RATES; rate++)
        row->stated_length_m[rate] =
            yl_found_get_units (yl_table_get_source (table, i)->found, columns[rate]);
      const gboolean is_right =
          memcmp (row->stated_length_m, row->length_m, sizeof row->length_m) == 0;
      const gboolean is_counted =
          memcmp (row->stated_length_m, yl_table_get_source (table, i)->counted_m,
                  sizeof row->length_m)
          == 0;
      row->has_lengths = is_right || !is_counted;
      n_rows += row->role == YL_DIAGNOSIS_ROW ? 1 : 0;
      n_right += row->role == YL_DIAGNOSIS_ROW && is_right ? 1 : 0;
    }
  for (guint i = 0; i < table->rows->len && n_right * 2 < n_rows; i++)
    yl_table_get_row (table, i)->has_lengths = FALSE;
}

/* What the table itself states may be the kilometres of some rows that are not those of the record. */
static void
add_stated (YlDiagnosisTable *table)
{
  gint64 (*length_m)[YL_N_RATES] = g_malloc0_n (table->rows->len + 1, sizeof *length_m);
  yl_arena_own (table->arena, length_m, g_free);
  for (guint i = 0; i < table->rows->len; i++)
    {
      const YlDiagnosisRow *row = yl_table_get_row (table, i);
      memcpy (length_m[i], row->has_lengths ? row->stated_length_m : row->length_m,
              sizeof length_m[i]);
    }
  const YlDiagnosisLengths stated = { NULL, (const gint64 (*)[YL_N_RATES]) length_m, FALSE };
  if (table->budget != NULL)
    g_array_append_val (table->other_lengths, stated);
}

/* What a rate is for @part of the year, to the nearest fen: what that loses is in every row alike, in
 * what no cause touches. */
static gint64
price_part (gint64 fen_per_km, YlYearPart part)
{
  gint64 fen = fen_per_km;
  return part.of != 0 && yl_ratio_scale (fen_per_km, part.n, part.of, &fen) ? fen : fen_per_km;
}

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
  for (guint i = 0; i < table->old_rates->len; i++)
    for (guint rate = 0; rate < YL_N_RATES; rate++)
      {
        YlOldRates *old = &g_array_index (table->old_rates, YlOldRates, i);
        old->fen_per_km[rate] =
            price_part (old->fen_per_km[rate], yl_policy_get_year_part (policy));
      }
}

static void
add_row (YlDiagnosisTable *table, const YlFoundRow *found, YlDiagnosisRole role)
{
  const gboolean is_class = found->label[0] == '\0' && found->rate < YL_N_RATES;
  const char *name = is_class ? yl_rate_kind_get_name ((YlRateKind) found->rate) : found->label;
  if (table->has_township && !table->has_route && found->township[0] != '\0')
    name = found->township;
  if (table->has_rate && found->rate < YL_N_RATES && table->has_township)
    name = yl_arena_print (table->arena, "%s%s", name,
                           yl_rate_kind_get_name ((YlRateKind) found->rate));
  const YlDiagnosisRow row = {
    .place = yl_arena_print (table->arena, "%s!%u", table->found->sheet, found->row),
    .name = name,
    .role = role,
  };
  g_array_append_val (table->rows, row);
  g_array_append_val (table->sources, (YlTableSource){ .found = found });
}

static gboolean
has_column (const YlFoundTable *found, YlFoundMeaning meaning)
{
  for (guint i = 0; i < found->columns->len; i++)
    if (yl_found_table_get_column (found, i)->meaning == meaning)
      return TRUE;
  return FALSE;
}

static void
add_rows (YlDiagnosisTable *table)
{
  const YlFoundTable *found = table->found;
  const YlFoundRow *total = yl_found_find_total (found);
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
  yl_table_add_keys (table);
  if (table->budget != NULL && table->has_township && !table->has_route && !table->has_rate)
    yl_table_add_absent (table);
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
        table->rates.has_rate[rate]
            ? price_part (table->rates.rate[rate].fen_per_km, table->rates.rate[rate].part)
            : 0;
  problem->part = table->part;
  problem->old_rates = (const YlOldRates *) (void *) table->old_rates->data;
  problem->n_old_rates = table->old_rates->len;
  problem->other_lengths = (const YlDiagnosisLengths *) (void *) table->other_lengths->data;
  problem->n_other_lengths = table->other_lengths->len;
  problem->items = (const YlDiagnosisItem *) (void *) table->items->data;
  problem->n_items = table->items->len;
  problem->parts = (const char *const *) (void *) table->parts->pdata;
  problem->n_parts = table->has_township ? 0 : table->parts->len;
}

/* Rows that nothing in the record belongs to are taken as right; a second row of the same name is held
 * to be none. NULL when the table has no amounts, or no row that the record knows. */
static YlDiagnosisTable *
table_new (const YlFoundTable *found,
           const YlBudget *budget,
           const YlBudget *last_year,
           const YlPolicy *policy)
{
  g_autoptr (YlDiagnosisTable) table = yl_arena_new_record (sizeof *table);
  YlArena *arena = table->arena;
  table->found = found;
  table->budget = budget;
  table->rows = yl_arena_array (arena, sizeof (YlDiagnosisRow));
  table->sources = yl_arena_array (arena, sizeof (YlTableSource));
  table->keys =
      yl_arena_own (arena, g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, NULL),
                    (GDestroyNotify) g_hash_table_unref);
  table->items = yl_arena_array (arena, sizeof (YlDiagnosisItem));
  table->old_rates = yl_arena_array (arena, sizeof (YlOldRates));
  table->other_lengths = yl_arena_array (arena, sizeof (YlDiagnosisLengths));
  table->parts = yl_arena_own (arena, g_ptr_array_new (), (GDestroyNotify) g_ptr_array_unref);
  yl_rate_table_init (&table->rates, policy);
  table->part = yl_policy_get_year_part (policy);
  add_old_rates (table, policy);
  add_rows (table);
  yl_table_add_record (table);
  if (!has_keys (table) || !add_amounts (table))
    return NULL;
  add_lengths (table);
  yl_table_add_other_lengths (table, last_year);
  add_stated (table);
  fill_case (table);
  return g_steal_pointer (&table);
}

/* A total told by township says more than the same total by class. */
static gboolean
is_told_better (const GPtrArray *tables, guint index)
{
  const YlDiagnosisCase *own =
      &((const YlDiagnosisTable *) g_ptr_array_index (tables, index))->problem;
  const gint64 difference_fen = yl_diagnosis_get_difference (own);
  for (guint i = 0; i < tables->len; i++)
    {
      const YlDiagnosisCase *other =
          &((const YlDiagnosisTable *) g_ptr_array_index (tables, i))->problem;
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
is_meant (const YlDiagnosisCase *problem, const GPtrArray *hypotheses)
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
  const YlHypothesis *best = hypotheses->len == 0 ? NULL : g_ptr_array_index (hypotheses, 0);
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

/* Whether the errors found come to the difference: what they say needs no other cause. */
static gboolean
is_found (const YlDiagnosisCase *problem, const YlFindings *findings)
{
  const gint64 difference_fen = ABS (yl_diagnosis_get_difference (problem));
  gint64 sum_fen = 0;
  for (gsize i = 0; i < yl_findings_get_n (findings); i++)
    {
      const YlFinding *finding = yl_findings_get (findings, i);
      if (finding->severity != YL_SEVERITY_ERROR || !finding->is_priced)
        continue;
      if (ABS (finding->at_stake.fen) == difference_fen && difference_fen != 0)
        return TRUE;
      sum_fen += MIN (ABS (finding->at_stake.fen), YL_MONEY_MAX_FEN);
    }
  return sum_fen >= difference_fen && sum_fen > 0;
}

void
yl_diagnosis_report_tables (const YlFoundBudget *found,
                            const YlDiagnosisRecord *record,
                            YlDiagnosisScope scope,
                            YlAudit *audit)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (yl_arena_free_record);
  for (guint i = 0; i < found->tables->len; i++)
    {
      const YlFoundTable *own = g_ptr_array_index (found->tables, i);
      const gboolean is_wanted =
          scope != YL_DIAGNOSIS_OF_FINDINGS || is_in_doubt (own, audit->findings);
      YlDiagnosisTable *table =
          is_wanted ? table_new (own, record->budget, record->last_year, record->policy) : NULL;
      if (table != NULL)
        g_ptr_array_add (tables, table);
    }
  for (guint i = 0; i < tables->len; i++)
    {
      const YlDiagnosisCase *problem =
          &((const YlDiagnosisTable *) g_ptr_array_index (tables, i))->problem;
      if (is_told_better (tables, i))
        continue;
      YlDiagnosisEffort effort;
      g_autoptr (GPtrArray) hypotheses = yl_diagnosis_run (problem, &effort);
      if (scope == YL_DIAGNOSIS_OF_OUR_BOOK && hypotheses->len == 0
          && is_found (problem, audit->findings))
        continue;
      if (is_meant (problem, hypotheses))
        yl_diagnosis_report (problem, hypotheses, &effort, audit);
    }
  for (guint i = 0; i < found->tables->len; i++)
    yl_diagnosis_report_gap (g_ptr_array_index (found->tables, i), record->budget, audit);
}
