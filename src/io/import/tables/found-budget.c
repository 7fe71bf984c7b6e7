#include "found-private.h"

#include "yanglu/domain/cell-place.h"
#include "yanglu/io/import/taking.h"

#include <string.h>

/* Tables of one workbook that are read. */
#define MAX_TABLES 200
/* Cells of a sheet without tables that E01 shows. */
#define N_SEEN 12

static const char *
name_meaning (YlFoundMeaning meaning)
{
  static const char *const names[] = { "",         "乡镇或单位", "路线",       "类别",
                                       "数量",     "里程",       "标准",       "金额",
                                       "比率",     "大写金额",   "另计的金额", "路线长度",
                                       "起点桩号", "止点桩号" };
  return names[meaning];
}

/* (transfer full): "万元/公里"; "" for what has no unit. */
static char *
name_unit (const YlWords *words, const YlFoundColumn *column)
{
  if (column->meaning == YL_FOUND_LENGTH || column->meaning >= YL_FOUND_LISTED)
    return g_strdup (column->unit == 1000 ? "公里" : "米");
  if (column->meaning != YL_FOUND_AMOUNT && column->meaning != YL_FOUND_RATE
      && column->meaning != YL_FOUND_ASIDE)
    return g_strdup ("");
  return g_strconcat (found_money_name (words, column->unit),
                      column->meaning == YL_FOUND_RATE ? "/公里" : "", NULL);
}

static void
append_column (GString *text, const YlWords *words, const YlFoundColumn *column)
{
  char letters[YL_COLUMN_LETTERS];
  yl_column_to_letters (column->column, letters);
  const YlFoundMeaning meaning = (YlFoundMeaning) column->meaning;
  g_string_append_printf (text, "；%s 列“%s”为", letters, column->head);
  if (found_is_value (meaning) && column->rate < YL_N_RATES)
    g_string_append (text, yl_rate_kind_get_name ((YlRateKind) column->rate));
  if (column->payer_after != 0)
    g_string_append_printf (text, "%s承担的",
                            yl_payer_get_name ((YlPayer) (column->payer_after - 1)));
  if (meaning == YL_FOUND_AMOUNT && column->purpose != YL_N_PURPOSES)
    g_string_append (text, yl_purpose_get_name ((YlPurpose) column->purpose));
  g_string_append (text, name_meaning (meaning));
  g_autofree char *unit = name_unit (words, column);
  if (unit[0] != '\0')
    g_string_append_printf (text, "（%s%s）", unit,
                            column->is_guessed     ? "，表头未写明，待与数字对照"
                            : column->is_unit_said ? ""
                                                   : "，表中未注明单位，按通常单位读");
}

/* What stands in the rows of @table under a head that was not understood. */
static YlIntakeColumn
count_column (const FoundGrid *grid, const YlFoundTable *table, const YlFoundColumn *column)
{
  YlIntakeColumn counted = { .head = column->head,
                             .needless = yl_taking_find_needless (grid->words, column->head) };
  for (guint i = 0; i < table->rows->len; i++)
    {
      const char *text =
          found_grid_get (grid, yl_found_table_get_row (table, i)->row, column->column);
      if (!yl_text_is_blank (yl_text_of (text)))
        yl_taking_count (&counted, yl_text_of (text));
    }
  return counted;
}

/* Columns that were not understood are named with what stands in them: a person must know what is not checked. */
static void
append_unread (GString *text, const FoundGrid *grid, const YlFoundTable *table)
{
  g_autoptr (GString) unread = g_string_new (NULL);
  g_autoptr (GString) needless = g_string_new (NULL);
  for (guint i = 0; i < table->columns->len; i++)
    {
      const YlFoundColumn *column = yl_found_table_get_column (table, i);
      if (column->meaning != YL_FOUND_OTHER || column->head[0] == '\0')
        continue;
      const YlIntakeColumn counted = count_column (grid, table, column);
      if (yl_intake_column_is_needless (&counted))
        g_string_append_printf (needless, "%s“%s”", needless->len == 0 ? "；不用的列：" : "、",
                                column->head);
      else if (counted.n_filled > 0)
        g_string_append_printf (unread, "%s“%s” %" G_GUINT64_FORMAT " 格",
                                unread->len == 0 ? "；未读的列：" : "、", column->head,
                                counted.n_filled);
    }
  g_string_append_printf (text, "%s%s", unread->str, needless->str);
}

static void
report_table (FoundReading *reading, const FoundGrid *grid, const YlFoundTable *table)
{
  guint n_items = 0;
  guint n_sums = 0;
  for (guint i = 0; i < table->rows->len; i++)
    {
      const YlFoundRow *row = yl_found_table_get_row (table, i);
      n_items += row->kind == YL_FOUND_ROW_ITEM ? 1 : 0;
      n_sums += row->kind == YL_FOUND_ROW_SUBTOTAL || row->kind == YL_FOUND_ROW_TOTAL ? 1 : 0;
    }
  g_autofree char *what =
      g_strdup_printf ("工作表“%s”表头到第 %u 行的表", table->sheet, table->head_row);
  g_autoptr (GString) taken = g_string_new ("");
  g_string_append_printf (taken, "手工编制的预算表：%u 行明细、%u 行小计或合计", n_items, n_sums);
  for (guint i = 0; i < table->columns->len; i++)
    {
      const YlFoundColumn *column = yl_found_table_get_column (table, i);
      if (column->meaning != YL_FOUND_OTHER)
        append_column (taken, reading->words, column);
    }
  append_unread (taken, grid, table);
  if (reading->n_own_units > 0)
    g_string_append_printf (taken, "；%u 个数自带单位或货币符号，按所带单位读",
                            reading->n_own_units);
  reading->n_own_units = 0;
  yl_audit_add_reading (reading->audit, what, taken->str);
  if (table->pool.row == 0)
    return;
  g_autofree char *yuan = yl_money_to_grouped ((YlMoney){ table->pool.fen });
  g_autofree char *pool = g_strdup_printf ("待分配的资金总额 %s 元：“%s”", yuan, table->pool.text);
  yl_audit_add_reading (reading->audit, what, pool);
}

static void
report_nothing (FoundReading *reading)
{
  g_autoptr (GString) seen = g_string_new ("");
  guint n_seen = 0;
  for (guint i = 0; i < reading->workbook->sheets->len; i++)
    {
      const YlWorksheet *sheet = g_ptr_array_index (reading->workbook->sheets, i);
      for (guint k = 0; k < sheet->cells->len && n_seen < N_SEEN; k++)
        {
          const YlCell *cell = &g_array_index (sheet->cells, YlCell, k);
          const char *text = yl_workbook_get_text (reading->workbook, cell->value);
          if (cell->content != YL_CONTENT_TEXT || strlen (text) > 100)
            continue;
          g_string_append_printf (seen, "%s%s", n_seen++ == 0 ? "" : "、", text);
        }
    }
  g_autofree char *message = g_strdup_printf (
      "没有找到可以核对的预算表：表头应有乡镇、路线或类别，以及里程或金额；文件中见到的文字有：%s",
      n_seen == 0 ? "（无）" : seen->str);
  const YlFinding finding = {
    .code = YL_E01,
    .severity = yl_code_get_severity (YL_E01),
    .file = reading->budget->file,
    .seen = seen->str,
    .expected = "乡镇、路线或类别，以及里程或金额",
    .message = message,
  };
  yl_findings_add (reading->audit->findings, &finding);
}

/* Rows above the heads that a title and its unit are looked for in. */
#define MAX_ROWS_ABOVE 8
#define MAX_LINE_BYTES 600

static const char *
get_text (const FoundGrid *grid, const YlCell *cell)
{
  return cell->content == YL_CONTENT_TEXT ? yl_workbook_get_text (grid->workbook, cell->value) : "";
}

static gboolean
is_note (const char *text)
{
  static const char *const notes[] = { "注", "说明", "备注", "填表", "审核", "制表", "合计", NULL };
  for (gsize i = 0; notes[i] != NULL; i++)
    if (g_str_has_prefix (text, notes[i]))
      return TRUE;
  return FALSE;
}

/* The title is the longest line; one in the window before one beside it. */
static void
take_title (FoundSurround *surround, gboolean *is_own, const char *text, gboolean is_inside_window)
{
  if (strlen (text) > MAX_LINE_BYTES || is_note (text) || (*is_own && !is_inside_window))
    return;
  const gboolean is_better =
      (is_inside_window && !*is_own) || strlen (text) > strlen (surround->title);
  if (!is_better || text[0] == '\0')
    return;
  surround->title = text;
  *is_own |= is_inside_window;
}

/* Looks at the rows from @from_row to before the heads. */
static void
surround_init (FoundSurround *surround,
               const FoundGrid *grid,
               guint32 from_row,
               const FoundBand *band)
{
  *surround = (FoundSurround){ .title = "" };
  gboolean is_own = FALSE;
  const guint32 least = band->first_row > MAX_ROWS_ABOVE ? band->first_row - MAX_ROWS_ABOVE : 1;
  for (guint32 row = MAX (from_row, least); row < band->first_row; row++)
    {
      guint n_cells = 0;
      const YlCell *cells = yl_worksheet_find_row (grid->sheet, row, &n_cells);
      for (guint i = 0; i < n_cells && i < FOUND_MAX_COLUMNS; i++)
        {
          const char *text = get_text (grid, &cells[i]);
          take_title (surround, &is_own, text, found_grid_is_inside (grid, &cells[i]));
          found_units_parse (grid->words, text, &surround->money_unit, &surround->length_unit);
        }
    }
  for (guint32 row = band->first_row; row <= band->last_row; row++)
    for (guint column = grid->first_column; column < grid->end_column; column++)
      {
        const char *text = found_grid_get (grid, row, column);
        if (strstr (text, "单位：") != NULL || strstr (text, "单位:") != NULL)
          found_units_parse (grid->words, text, &surround->money_unit, &surround->length_unit);
      }
}

/* 单位：万元 is said once on a sheet, over the first of its tables. */
static void
share_units (FoundReading *reading, FoundSurround *surround)
{
  if (surround->money_unit == 0 && surround->length_unit == 0)
    {
      surround->money_unit = reading->money_unit;
      surround->length_unit = reading->length_unit;
    }
  reading->money_unit = surround->money_unit;
  reading->length_unit = surround->length_unit;
}

/* A table of words, such as the files that a cover names, is no budget. */
static gboolean
has_figures (const YlFoundTable *table)
{
  for (guint i = 0; i < table->columns->len; i++)
    {
      const YlFoundMeaning meaning = yl_found_table_get_column (table, i)->meaning;
      if (meaning == YL_FOUND_LENGTH || meaning == YL_FOUND_AMOUNT)
        return TRUE;
    }
  return FALSE;
}

#define FEN_OF_YUAN 100
#define FEN_OF_WAN 1000000

/* A head that says 万元 may mean what the page shows of yuan. */
static void
settle_shown (const FoundGrid *grid, const FoundBand *band, YlFoundColumn *column)
{
  if (column->meaning != YL_FOUND_AMOUNT || column->unit != FEN_OF_WAN
      || !found_column_shows_wan (grid, column->column, band->last_row))
    return;
  column->unit = FEN_OF_YUAN;
  column->is_shown_as_wan = TRUE;
}

/* Reads the one table under @band. Returns: the row after it; 0 at the end of the sheet. */
static guint32
read_table (FoundReading *reading,
            const FoundGrid *grid,
            const FoundBand *band,
            const FoundRun *run,
            guint32 from_row)
{
  FoundSurround surround;
  surround_init (&surround, grid, from_row, band);
  share_units (reading, &surround);
  g_autoptr (GArray) columns = found_columns_settle (grid, band, run, &surround);
  if (!found_columns_are_table (columns))
    return found_grid_next_row (grid, band->first_row);
  YlFoundTable *table = yl_found_budget_add_table (reading->budget, grid->sheet->name,
                                                   band->last_row, surround.title);
  table->is_hidden = grid->sheet->state != YL_SHEET_VISIBLE;
  for (guint i = 0; i < columns->len; i++)
    {
      settle_shown (grid, band, &g_array_index (columns, YlFoundColumn, i));
      yl_found_table_add_column (table, &g_array_index (columns, YlFoundColumn, i));
    }
  const guint32 end = found_rows_read (reading, grid, band, table);
  if (table->rows->len == 0 || !has_figures (table))
    {
      g_ptr_array_set_size (reading->budget->tables, (int) reading->budget->tables->len - 1);
      return end;
    }
  const YlFoundRow *last = yl_found_table_get_row (table, table->rows->len - 1);
  reading->last_row = last->row;
  found_remarks_read (table, grid, from_row, band->first_row, end);
  report_table (reading, grid, table);
  return end;
}

static void scan (FoundReading *reading, const FoundGrid *grid, guint32 from_row);

/* The row in which heads begin again from one edge to the other; 0 for none. */
static guint32
find_next_band (const FoundGrid *grid, const FoundBand *band)
{
  guint32 row = found_grid_next_row (grid, band->last_row);
  while (row != 0 && !found_band_begins (grid, row))
    row = found_grid_next_row (grid, row);
  return row;
}

/* Tables side by side: each is read in its own window. Returns: the row after them; 0 for none. */
static guint32
scan_beside (FoundReading *reading,
             const FoundGrid *grid,
             const FoundBand *band,
             const GArray *runs,
             guint32 from_row)
{
  const guint first = g_array_index (band->heads, FoundHead, 0).column;
  const guint32 end = find_next_band (grid, band);
  for (guint i = 0; i < runs->len; i++)
    {
      FoundGrid window = *grid;
      if (i > 0)
        window.first_column = first + g_array_index (runs, FoundRun, i).from;
      if (i + 1 < runs->len)
        window.end_column = first + g_array_index (runs, FoundRun, i + 1).from;
      if (end != 0)
        window.last_row = end - 1;
      scan (reading, &window, from_row);
    }
  return end;
}

/* Reads what stands under the heads that begin in @row. Returns: the row to go on with. */
static guint32
scan_band (FoundReading *reading, const FoundGrid *grid, guint32 row, guint32 from_row)
{
  g_autoptr (FoundBand) band = found_band_new (grid, row);
  g_autoptr (GArray) runs = found_band_split (grid, band);
  if (runs->len > 1)
    return scan_beside (reading, grid, band, runs, from_row);
  if (runs->len == 0)
    return found_grid_next_row (grid, row);
  return read_table (reading, grid, band, &g_array_index (runs, FoundRun, 0), from_row);
}

static void
scan (FoundReading *reading, const FoundGrid *grid, guint32 from_row)
{
  guint32 row = found_grid_next_row (grid, from_row > 0 ? from_row - 1 : 0);
  while (row != 0 && *grid->n_wordy < FOUND_MAX_WORDY)
    {
      if (!found_band_begins (grid, row))
        {
          row = found_grid_next_row (grid, row);
          continue;
        }
      if (reading->budget->tables->len >= MAX_TABLES)
        {
          found_report_limit (reading, grid->sheet->name, row, "表格超过 200 个，其余未读");
          return;
        }
      reading->last_row = row;
      row = scan_band (reading, grid, row, from_row);
      /* Between two tables stand the notes of the one and the title of the other. */
      from_row = reading->last_row + 1;
    }
}

/* The sheet itself, or as it is read when its townships stand across. */
static const YlWorksheet *
turn_sheet (FoundReading *reading, const YlWorksheet *sheet, YlWorkbook *turned)
{
  YlFoundTurn turn;
  if (!found_turn_find (reading, sheet, &turn))
    return sheet;
  g_autofree char *name = g_strdup_printf ("%s（行列互换）", sheet->name);
  YlWorksheet *read = yl_workbook_add_sheet (turned, name);
  found_turn_fill (reading, sheet, &turn, read);
  turn.name = name;
  turn.sheet = sheet->name;
  yl_found_budget_add_turn (reading->budget, &turn);
  g_autofree char *what = g_strdup_printf ("工作表“%s”", sheet->name);
  g_autofree char *taken = g_strdup_printf (
      "乡镇横排、类别竖排的表，行列互换后读作“%s”；问题中的单元格仍是原表的位置", name);
  yl_audit_add_reading (reading->audit, what, taken);
  return read;
}

static void
scan_sheet (FoundReading *reading, const YlWorksheet *sheet, guint *n_wordy)
{
  g_auto (FoundGrid) grid;
  found_grid_init (&grid, reading->workbook, reading->words, sheet, n_wordy);
  if (grid.is_cut)
    found_report_limit (reading, grid.sheet->name, 1, "第 256 列以后未读");
  if (grid.is_covered)
    found_report_limit (reading, grid.sheet->name, 1, "合并的单元格过多，其余按未合并读");
  const gboolean was_full = *n_wordy >= FOUND_MAX_WORDY;
  reading->money_unit = reading->length_unit = 0;
  scan (reading, &grid, 1);
  if (!was_full && *n_wordy >= FOUND_MAX_WORDY)
    found_report_limit (reading, grid.sheet->name, 1, "没有数字的行过多，其余未看");
}

YlFoundBudget *
yl_found_import (const YlWorkbook *workbook,
                 const YlWords *words,
                 const YlPlaces *places,
                 guint32 county_code,
                 YlAudit *audit)
{
  FoundReading reading = {
    .workbook = workbook,
    .words = words,
    .places = places,
    .county_code = county_code,
    .audit = audit,
    .budget = yl_found_budget_new (workbook->file),
  };
  guint n_wordy = 0;
  g_autoptr (YlWorkbook) turned = yl_workbook_new (workbook->file, workbook->texts);
  for (guint i = 0; i < workbook->sheets->len; i++)
    scan_sheet (&reading, turn_sheet (&reading, g_ptr_array_index (workbook->sheets, i), turned),
                &n_wordy);
  if (reading.budget->tables->len == 0)
    report_nothing (&reading);
  return reading.budget;
}
