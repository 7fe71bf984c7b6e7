#include "table-private.h"

#include "yanglu/domain/audit/found-step.h"

#include <string.h>

static gint64
get_units (const YlFoundRow *row, int column)
{
  const YlFoundValue *value = column < 0 ? NULL : yl_found_row_get (row, (guint) column);
  return value == NULL || !value->is_known ? 0 : value->units;
}

static const YlFoundRow *
get_source (const YlDiagnosisTable *table, guint index)
{
  return g_array_index (table->source, const YlFoundRow *, index);
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
      const YlDiagnosisRow *row = &g_array_index (table->rows, YlDiagnosisRow, i);
      n += row->expected_fen != 0
                   && get_units (get_source (table, i), (int) column) == row->expected_fen
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
    if (g_array_index (table->rows, YlDiagnosisRow, i).length_m[rate] != 0)
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
  const gint64 slack = is_sum ? half_fen * (gint64) n_rows : half_fen;
  if (due != row->stated_fen && ABS (row->stated_fen - due) <= slack)
    row->expected_fen = row->stated_fen;
}

static void
settle_row (YlDiagnosisTable *table, YlDiagnosisRow *row, guint index, gint64 sum_fen)
{
  const YlFoundRow *found = get_source (table, index);
  gboolean is_known = FALSE;
  for (guint rate = 0; rate < YL_N_RATES; rate++)
    is_known |=
        row->length_m[rate] != 0 || row->duplicate_m[rate] != 0 || row->dead_end_m[rate] != 0;
  g_autofree char *key =
      yl_diagnosis_table_get_key (table, found->label, found->township, found->rate);
  const gboolean is_again =
      (table->has_township || table->has_route)
      && GPOINTER_TO_UINT (g_hash_table_lookup (table->keys, key)) != index + 1;
  if (row->role == YL_DIAGNOSIS_SUM)
    row->expected_fen = sum_fen;
  else if (!is_known && !is_again)
    row->expected_fen = row->stated_fen;
}

/* Saved by a program that drops the values of formulas. */
static gboolean
is_blank_formula (const YlDiagnosisTable *table, int column)
{
  for (guint i = 0; i < table->rows->len && column >= 0; i++)
    {
      const YlFoundValue *value = yl_found_row_get (get_source (table, i), (guint) column);
      if (value->formula != NULL && !value->is_known)
        return TRUE;
    }
  return FALSE;
}

gboolean
yl_diagnosis_table_add_amounts (YlDiagnosisTable *table)
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
      YlDiagnosisRow *row = &g_array_index (table->rows, YlDiagnosisRow, i);
      gint64 classes_fen = 0;
      for (guint rate = 0; rate < YL_N_RATES && has_classes; rate++)
        {
          row->stated_class_fen[rate] = get_units (get_source (table, i), classes[rate]);
          classes_fen += row->stated_class_fen[rate];
        }
      row->has_class_amounts = has_classes && row->role == YL_DIAGNOSIS_ROW;
      row->stated_fen = total < 0 ? classes_fen : get_units (get_source (table, i), total);
      settle_row (table, row, i, sum_fen);
      settle_rounding (row, half_fen, sum_fen, table->rows->len);
      sum_fen += row->role == YL_DIAGNOSIS_ROW ? row->expected_fen : 0;
    }
  const int unit = total >= 0 ? total : classes[YL_RATE_VILLAGE];
  table->problem.amount_decimals =
      unit >= 0 && yl_found_table_get_column (table->found, (guint) unit)->unit == 1000000 ? 6 : 2;
  return TRUE;
}

/* Kilometres speak for or against a mistake only where the table means those that are paid: where
 * half of its rows have them as the record does; and not in a row that has those that are counted,
 * urban stretches among them. */
void
yl_diagnosis_table_add_lengths (YlDiagnosisTable *table)
{
  int columns[YL_N_RATES];
  guint n_rows = 0, n_right = 0;
  if (table->budget == NULL || !find_classes (table, YL_FOUND_LENGTH, columns))
    return;
  for (guint i = 0; i < table->rows->len; i++)
    {
      YlDiagnosisRow *row = &g_array_index (table->rows, YlDiagnosisRow, i);
      for (guint rate = 0; rate < YL_N_RATES; rate++)
        row->stated_length_m[rate] = get_units (get_source (table, i), columns[rate]);
      const gboolean is_right =
          memcmp (row->stated_length_m, row->length_m, sizeof row->length_m) == 0;
      const gboolean is_counted =
          memcmp (row->stated_length_m, g_array_index (table->counted, YlCountedLengths, i).m,
                  sizeof row->length_m)
          == 0;
      row->has_lengths = is_right || !is_counted;
      n_rows += row->role == YL_DIAGNOSIS_ROW ? 1 : 0;
      n_right += row->role == YL_DIAGNOSIS_ROW && is_right ? 1 : 0;
    }
  for (guint i = 0; i < table->rows->len && n_right * 2 < n_rows; i++)
    g_array_index (table->rows, YlDiagnosisRow, i).has_lengths = FALSE;
}
