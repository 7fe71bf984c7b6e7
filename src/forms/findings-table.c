#include "yanglu/forms/findings-table.h"

#include "yanglu/domain/cell-place.h"
#include "yanglu/forms/cells.h"

#include "yanglu/forms/names.h"

static const YlColumnForm columns[YL_N_FIELDS] = {
  [YL_FIELD_ORDINAL] = { "序号", NULL, 6 },
  [YL_FIELD_CODE] = { "编号", NULL, 7 },
  [YL_FIELD_SEVERITY] = { "级别", NULL, 7 },
  [YL_FIELD_TITLE] = { "问题", NULL, 22 },
  [YL_FIELD_FILE] = { "文件", NULL, 18 },
  [YL_FIELD_SHEET] = { "工作表", NULL, 12 },
  [YL_FIELD_ROW] = { "行", NULL, 8 },
  [YL_FIELD_COLUMN] = { "列", NULL, 12 },
  [YL_FIELD_CELL] = { "单元格", NULL, 10 },
  [YL_FIELD_SEEN] = { "现值", NULL, 16 },
  [YL_FIELD_EXPECTED] = { "应为", NULL, 16 },
  [YL_FIELD_MESSAGE] = { "说明", NULL, 56 },
  [YL_FIELD_STAKE] = { "涉及金额\n（元）", NULL, 15 },
  [YL_FIELD_GAINER] = { "受益方", NULL, 14 },
  [YL_FIELD_BASIS] = { "依据", NULL, 26 },
  [YL_FIELD_REPAIR] = { "确定的\n更正", NULL, 14 },
  [YL_FIELD_FORM] = { "取证单", NULL, 8 },
};

static const char *const names[YL_N_SEVERITIES] = { YL_NAME_ERRORS, YL_NAME_WARNINGS,
                                                    YL_NAME_INFOS };

static gsize
count_parts (const YlFindingsTable *table)
{
  const gsize n = yl_findings_get_n (table->findings);
  return MAX ((n + table->n_per_sheet - 1) / table->n_per_sheet, 1);
}

static void
open_part (YlFindingsTable *table, guint part, gsize n_rows)
{
  g_autofree char *name =
      part == 0 ? g_strdup ("问题清单") : g_strdup_printf ("问题清单(%u)", part + 1);
  g_autofree char *title = g_strconcat (table->title, part == 0 ? "" : "（续）", NULL);
  YlColumnForm shown[YL_N_FIELDS];
  for (guint i = 0; i < table->n_fields; i++)
    shown[i] = columns[table->fields[i]];
  const YlSheetForm sheet_form = {
    .name = name,
    .title = title,
    .unit_note = "单位：元",
    .columns = shown,
    .n_columns = table->n_fields,
    .is_a3 = TRUE,
    .has_filter = TRUE,
  };
  YlSheet *sheet = yl_form_add_sheet (table->form, &sheet_form);
  const guint32 first = yl_sheet_get_first_row (sheet);
  const YlPart rows = { sheet, first, first + (guint32) MAX (n_rows, 1) - 1 };
  g_array_append_val (table->parts, rows);
}

void
yl_findings_table_open (YlFindingsTable *table)
{
  const gsize n = yl_findings_get_n (table->findings);
  table->parts = g_array_new (FALSE, TRUE, sizeof (YlPart));
  for (guint i = 0; i < count_parts (table); i++)
    open_part (table, i, MIN (n - i * table->n_per_sheet, table->n_per_sheet));
}

guint
yl_findings_table_find_column (const YlFindingsTable *table, YlFindingField field)
{
  guint column = 0;
  while (column < table->n_fields && table->fields[column] != field)
    column++;
  g_return_val_if_fail (column < table->n_fields, 0);
  return column;
}

const char *
yl_findings_table_get_cell (const YlFindingsTable *table, gsize index, YlFindingField field)
{
  const YlPart *part = &g_array_index (table->parts, YlPart, index / table->n_per_sheet);
  return yl_ranges_cell (table->texts, part->sheet, yl_findings_table_find_column (table, field),
                         part->first_row + (guint32) (index % table->n_per_sheet));
}

const char *
yl_findings_table_count (const YlFindingsTable *table, YlFindingField field, const char *test)
{
  const YlCriterion criterion = { yl_findings_table_find_column (table, field), test };
  return yl_ranges_count (table->texts, (const YlPart *) (gpointer) table->parts->data,
                          table->parts->len, &criterion, 1);
}

const char *
yl_findings_table_sum (const YlFindingsTable *table, YlFindingField field, const char *test)
{
  const YlCriterion criterion = { yl_findings_table_find_column (table, field), test };
  return yl_ranges_sum (table->texts, (const YlPart *) (gpointer) table->parts->data,
                        table->parts->len, yl_findings_table_find_column (table, YL_FIELD_STAKE),
                        YL_MEASURE_FEN, &criterion, 1);
}

static const char *
or_empty (const char *text)
{
  return text == NULL ? "" : text;
}

static const char *
get_text (const YlFindingsTable *table, gsize index, YlFindingField field)
{
  const YlFinding *finding = yl_findings_get (table->findings, index);
  switch ((guint) field)
    {
    case YL_FIELD_TITLE:
      return yl_code_get_title (finding->code);
    case YL_FIELD_FILE:
      return finding->file;
    case YL_FIELD_SHEET:
      return finding->sheet;
    case YL_FIELD_COLUMN:
      return finding->column;
    case YL_FIELD_CELL:
      return finding->cell != NULL && finding->cell[0] != '\0' ? finding->cell : finding->column;
    case YL_FIELD_SEEN:
      return finding->seen;
    case YL_FIELD_EXPECTED:
      return finding->expected;
    case YL_FIELD_MESSAGE:
      return finding->message;
    case YL_FIELD_GAINER:
      return table->gainers != NULL ? table->gainers[index] : finding->gainer;
    case YL_FIELD_REPAIR:
      return finding->repair;
    default:
      return yl_finding_get_basis (finding);
    }
}

static void
write_number (YlSheet *sheet, guint column, guint number)
{
  if (number == 0)
    yl_sheet_blank (sheet, column);
  else
    yl_sheet_number (sheet, column, YL_MEASURE_NUMBER, number);
}

static void
write_field (const YlFindingsTable *table, YlSheet *sheet, guint column, gsize index)
{
  const YlFinding *finding = yl_findings_get (table->findings, index);
  const YlFindingField field = table->fields[column];
  switch ((guint) field)
    {
    case YL_FIELD_ORDINAL:
      yl_sheet_ordinal (sheet, column, index + 1);
      break;
    case YL_FIELD_CODE:
      yl_sheet_label (sheet, column, yl_code_get_name (finding->code));
      break;
    case YL_FIELD_SEVERITY:
      yl_sheet_label (sheet, column, yl_severity_get_name (finding->severity));
      break;
    case YL_FIELD_ROW:
      yl_sheet_say (sheet, "问题所在的行号");
      write_number (sheet, column, finding->row);
      yl_sheet_say (sheet, NULL);
      break;
    case YL_FIELD_FORM:
      write_number (sheet, column, table->forms == NULL ? 0 : table->forms[index]);
      break;
    case YL_FIELD_STAKE:
      if (finding->is_priced)
        yl_sheet_number (sheet, column, YL_MEASURE_FEN, finding->at_stake.fen);
      else
        yl_sheet_label (sheet, column, "未知");
      break;
    default:
      yl_sheet_text (sheet, column, or_empty (get_text (table, index, field)));
    }
}

/* What the findings listed come to, by severity. */
typedef struct
{
  gint64 n[YL_N_SEVERITIES];
  gint64 fen[YL_N_SEVERITIES];
} Tally;

static Tally
tally (const YlFindings *findings)
{
  Tally sums = { 0 };
  for (gsize i = 0; i < yl_findings_get_n (findings); i++)
    {
      const YlFinding *finding = yl_findings_get (findings, i);
      sums.n[finding->severity]++;
      sums.fen[finding->severity] += finding->is_priced ? finding->at_stake.fen : 0;
    }
  return sums;
}

static void
map_total (YlSheet *sheet, guint column, YlMeasure measure, YlSeverity severity, const char *figure)
{
  g_autofree char *key =
      g_strdup_printf ("findings_total.%s_%s", yl_severity_get_key (severity), figure);
  yl_sheet_map_cell (sheet, column, measure, key);
}

static void
write_total_field (const YlFindingsTable *table,
                   YlSheet *sheet,
                   guint column,
                   YlSeverity severity,
                   const Tally *sums)
{
  char letters[YL_COLUMN_LETTERS];
  yl_column_to_letters (yl_findings_table_find_column (table, YL_FIELD_SEVERITY), letters);
  g_autofree char *test = g_strdup_printf ("$%s#", letters);
  switch (table->fields[column])
    {
    case YL_FIELD_ORDINAL:
      yl_sheet_label (sheet, column, severity == YL_SEVERITY_ERROR ? "小计" : "");
      break;
    case YL_FIELD_SEVERITY:
      yl_sheet_label (sheet, column, yl_severity_get_name (severity));
      break;
    case YL_FIELD_ROW:
      yl_sheet_formula (sheet, column, YL_MEASURE_COUNT,
                        yl_findings_table_count (table, YL_FIELD_SEVERITY, test),
                        sums->n[severity]);
      map_total (sheet, column, YL_MEASURE_COUNT, severity, "count");
      break;
    case YL_FIELD_COLUMN:
    case YL_FIELD_CELL:
      yl_sheet_label (sheet, column, "项");
      break;
    case YL_FIELD_STAKE:
      yl_sheet_formula (sheet, column, YL_MEASURE_FEN,
                        yl_findings_table_sum (table, YL_FIELD_SEVERITY, test),
                        sums->fen[severity]);
      map_total (sheet, column, YL_MEASURE_FEN, severity, "fen");
      break;
    default:
      yl_sheet_blank (sheet, column);
    }
}

static void
write_totals (const YlFindingsTable *table, YlSheet *sheet)
{
  const Tally sums = tally (table->findings);
  const guint count = yl_findings_table_find_column (table, YL_FIELD_ROW);
  for (guint severity = 0; severity < YL_N_SEVERITIES; severity++)
    {
      const guint32 row = yl_sheet_begin_row (sheet, YL_STYLE_TOTAL, 20);
      for (guint column = 0; column < table->n_fields; column++)
        write_total_field (table, sheet, column, severity, &sums);
      yl_form_define (table->form, names[severity],
                      yl_ranges_cell (table->texts, sheet, count, row));
    }
}

static void
write_none (const YlFindingsTable *table, YlSheet *sheet)
{
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  for (guint column = 0; column < table->n_fields; column++)
    if (table->fields[column] == YL_FIELD_MESSAGE)
      yl_sheet_text (sheet, column, "未发现问题");
    else
      yl_sheet_blank (sheet, column);
}

static void
fill_part (const YlFindingsTable *table, const YlPart *part, gsize begun, gsize end)
{
  YlSheet *sheet = part->sheet;
  for (gsize i = begun; i < end; i++)
    {
      yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
      for (guint column = 0; column < table->n_fields; column++)
        write_field (table, sheet, column, i);
    }
  if (begun == end)
    write_none (table, sheet);
  yl_sheet_map_rows (sheet, yl_findings_table_find_column (table, YL_FIELD_STAKE), part->first_row,
                     part->last_row, YL_MEASURE_FEN, "findings.at_stake_fen");
  yl_sheet_end_filter (sheet);
}

void
yl_findings_table_fill (YlFindingsTable *table)
{
  const gsize n = yl_findings_get_n (table->findings);
  for (guint i = 0; i < table->parts->len; i++)
    {
      const YlPart *part = &g_array_index (table->parts, YlPart, i);
      fill_part (table, part, i * table->n_per_sheet, MIN ((i + 1) * table->n_per_sheet, n));
      if (i + 1 == table->parts->len)
        write_totals (table, part->sheet);
      yl_sheet_end (part->sheet);
    }
}

void
yl_findings_table_clear (YlFindingsTable *table)
{
  g_clear_pointer (&table->parts, g_array_unref);
}
