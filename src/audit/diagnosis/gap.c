#include "yanglu/audit/diagnosis/gap.h"

#include "table-private.h"

#include "yanglu/domain/cell-place.h"

/* What the county is to pay of the total: the standard less what the superior levels grant. */
static gboolean
is_of (const YlFoundColumn *column, YlPayer payer)
{
  return column->meaning == YL_FOUND_AMOUNT && column->payer_after == (guint) payer + 1;
}

static gboolean
is_engineering (const YlFoundColumn *column)
{
  return column->meaning == YL_FOUND_AMOUNT && column->purpose == YL_PURPOSE_ENGINEERING;
}

typedef struct
{
  int county;
  int standard;
  gboolean has_superior;
  gint64 superior_fen;
} GapColumns;

/* 省级补助 and 市级补助 without a purpose are daily money, as the standard beside them is. */
static GapColumns
read_columns (const YlFoundTable *table, const YlFoundRow *total)
{
  GapColumns columns = { .county = -1, .standard = -1 };
  for (guint i = 0; i < table->columns->len; i++)
    {
      const YlFoundColumn *column = yl_found_table_get_column (table, i);
      if (column->meaning != YL_FOUND_AMOUNT || column->rate != YL_FOUND_ALL_CLASSES
          || is_engineering (column))
        continue;
      if (is_of (column, YL_PAYER_COUNTY))
        columns.county = (int) i;
      else if (column->payer_after == 0 && columns.standard < 0)
        columns.standard = (int) i;
      else if (column->payer_after > 0
               && yl_payer_is_superior ((YlPayer) (column->payer_after - 1)))
        {
          columns.has_superior = TRUE;
          columns.superior_fen += yl_found_get_units (total, (int) i);
        }
    }
  return columns;
}

static void
add_grant (GArray *grants, const char *name, gint64 amount_fen)
{
  const YlDiagnosisMoney grant = { .name = name, .amount_fen = amount_fen };
  if (amount_fen != 0)
    g_array_append_val (grants, grant);
}

/* Those of the table, and without any those of the budget. */
static GArray *
list_grants (const YlFoundTable *table, const YlFoundRow *total, const YlBudget *budget)
{
  GArray *grants = g_array_new (FALSE, FALSE, sizeof (YlDiagnosisMoney));
  for (guint i = 0; i < table->columns->len; i++)
    if (is_engineering (yl_found_table_get_column (table, i)))
      add_grant (grants, yl_found_table_get_column (table, i)->head,
                 yl_found_get_units (total, (int) i));
  if (budget == NULL || grants->len > 0)
    return grants;
  const GArray *sources = budget->entry->sources;
  for (guint i = 0; i < sources->len; i++)
    {
      const YlSource *source = &g_array_index (sources, YlSource, i);
      if (source->purpose == YL_PURPOSE_ENGINEERING && yl_source_is_public (source))
        add_grant (grants, source->name, source->amount.fen);
    }
  return grants;
}

void
yl_diagnosis_report_gap (const YlFoundTable *table, const YlBudget *budget, YlAudit *audit)
{
  const YlFoundRow *total = yl_found_find_total (table);
  if (total == NULL && table->rows->len == 1)
    total = yl_found_table_get_row (table, 0);
  if (total == NULL)
    return;
  const GapColumns columns = read_columns (table, total);
  if (columns.county < 0 || columns.standard < 0 || !columns.has_superior)
    return;
  const gint64 standard_fen = yl_found_get_units (total, columns.standard);
  g_autoptr (GArray) grants = list_grants (table, total, budget);
  const YlFoundColumn *county = yl_found_table_get_column (table, (guint) columns.county);
  g_autofree char *cell = yl_cell_to_text (total->row, county->column);
  g_autofree char *place = g_strdup_printf ("%s!%s", table->sheet, cell);
  const YlDiagnosisRow row = {
    .place = place,
    .name = county->head,
    .role = YL_DIAGNOSIS_GAP,
    .stated_fen = yl_found_get_units (total, columns.county),
    .expected_fen = MAX (0, standard_fen - columns.superior_fen),
    .deduct_fen = columns.superior_fen,
  };
  const YlDiagnosisCase problem = { .noun = "项目",
                                    .rows = &row,
                                    .n_rows = 1,
                                    .grants = (const YlDiagnosisMoney *) (void *) grants->data,
                                    .n_grants = grants->len,
                                    .amount_decimals =
                                        yl_found_count_decimals (table, columns.county) };
  YlDiagnosisEffort effort;
  g_autoptr (GPtrArray) hypotheses = yl_diagnosis_run (&problem, &effort);
  if (hypotheses->len > 0)
    yl_diagnosis_report (&problem, hypotheses, &effort, audit);
}
