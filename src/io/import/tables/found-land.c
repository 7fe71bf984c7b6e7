#include "yanglu/io/import/tables/found-land.h"

#include "found-private.h"

#include "yanglu/base/decimal.h"
#include "yanglu/base/ratio.h"

#include <string.h>

/* Lines of one table, and sets of figures beside each other, that are looked at. */
#define MAX_LINES 60u
#define MAX_BESIDE 40u
/* Labels and figures of any sheet that are tried as the first line. */
#define MAX_TRIED 4000u
/* Longer labels are titles and notes. */
#define MAX_LABEL_BYTES 120
/* Rows over the labels that may state the unit. */
#define MAX_ABOVE 10u

/* A line that a label names: a row, or a column where the table lies on its side. */
typedef struct
{
  YlLandMeaning meaning;
  guint32 at;
  const char *label;
  gboolean has_percent;
} Line;

/* A table whose first line is known. */
typedef struct
{
  FoundGrid *grid;
  gboolean is_down;  /* lines are rows */
  guint32 label_at;  /* column of the labels; of a table on its side their row */
  gint64 unit;       /* fen */
  GArray *lines;     /* of Line */
  guint32 last_line; /* labelled or not, in one piece */
} Table;

typedef struct
{
  const YlWorkbook *workbook;
  const YlWords *words;
  YlAudit *audit; /* (nullable) */
  GPtrArray *lands;
  GArray *taken; /* of YlCellRange of the sheet at hand */
} Reading;

/* What a line is by its label; FALSE: nothing that is read. */
static gboolean
read_label (const YlWords *words, const char *label, YlLandMeaning *out_meaning)
{
  if (strlen (label) > MAX_LABEL_BYTES)
    return FALSE;
  g_auto (YlHeadText) text;
  yl_head_text_init (&text, label);
  const YlSpelling *found = yl_words_find_inside (words, YL_WORDS_FOUND_LAND, text.flat->str);
  if (found == NULL || found->member == YL_WORDS_LAND_NONE)
    return FALSE;
  *out_meaning = (YlLandMeaning) found->member;
  return TRUE;
}

/* 市级, 市本级 …: YlPayer + 1; 0 for anything else. */
static guint8
read_payer (const YlWords *words, const char *name)
{
  const YlSpelling *found = yl_words_find (words, YL_WORDS_FOUND_LAND_PAYER, yl_text_of (name));
  return found == NULL ? 0 : (guint8) (found->member + 1);
}

static const char *
get_text (const Table *table, guint32 line, guint32 across)
{
  return table->is_down ? found_grid_get (table->grid, line, across)
                        : found_grid_get (table->grid, across, line);
}

static gboolean
is_number (const Table *table, guint32 line, guint32 across)
{
  const guint32 row = table->is_down ? line : across;
  const guint32 column = table->is_down ? across : line;
  const YlCell *cell = found_grid_find (table->grid, row, column);
  return cell != NULL && cell->content != YL_CONTENT_NONE
         && found_grid_is_number (table->grid, row, column);
}

static void
find_lines (Table *table, guint32 first)
{
  for (guint32 at = first; at < first + MAX_LINES; at++)
    {
      const char *label = get_text (table, at, table->label_at);
      Line line = { .at = at, .label = label, .has_percent = strstr (label, "%") != NULL };
      if (label[0] == '\0' && at > first + 1)
        break;
      table->last_line = at;
      if (label[0] != '\0' && !found_text_is_number (label)
          && read_label (table->grid->words, label, &line.meaning))
        g_array_append_val (table->lines, line);
    }
}

static const Line *
find_line (const Table *table, YlLandMeaning meaning)
{
  for (guint i = 0; i < table->lines->len; i++)
    if (g_array_index (table->lines, Line, i).meaning == meaning)
      return &g_array_index (table->lines, Line, i);
  return NULL;
}

/* What is drawn of what: without both ends and something between there is nothing to follow. */
static gboolean
is_complete (const Table *table)
{
  return find_line (table, YL_LAND_ROW_DUE) != NULL
         && (find_line (table, YL_LAND_ROW_NET) != NULL
             || find_line (table, YL_LAND_ROW_COST) != NULL
             || find_line (table, YL_LAND_ROW_ALL_COSTS) != NULL);
}

/* 单位：万元 in the rows down to the labels. */
static gint64
find_unit (const FoundGrid *grid, guint32 last_row)
{
  gint64 money = 0, length = 0;
  for (guint32 row = last_row > MAX_ABOVE ? last_row - MAX_ABOVE : 1; row <= last_row; row++)
    {
      guint n = 0;
      const YlCell *cells = yl_worksheet_find_row (grid->sheet, row, &n);
      for (guint i = 0; i < n && i < FOUND_MAX_COLUMNS; i++)
        found_units_parse (grid->words, yl_workbook_get_text (grid->workbook, cells[i].value),
                           &money, &length);
    }
  return money == 0 ? 100 : money;
}

static guint
count_decimals (const char *number)
{
  const char *point = strchr (number, '.');
  return point == NULL ? 0 : (guint) strspn (point + 1, "0123456789");
}

static gboolean
read_share (const char *text, gboolean has_percent, gint64 *out_ppm)
{
  YlText number = yl_text_trim (yl_text_of (text));
  const gboolean is_percent = number.length > 1 && number.at[number.length - 1] == '%';
  number.length -= is_percent ? 1 : 0;
  if (is_percent || has_percent)
    {
      /* 0.03 under a head with % is the number that the sheet shows as 3%. */
      const gboolean is_read =
          yl_decimal_parse (number, 4, YL_SHARE_WHOLE, out_ppm, NULL) == YL_DECIMAL_OK;
      *out_ppm *= is_read && !is_percent && *out_ppm < 5000 ? 100 : 1;
      return is_read;
    }
  if (yl_decimal_parse (number, 6, 100 * YL_SHARE_WHOLE, out_ppm, NULL) != YL_DECIMAL_OK)
    return FALSE;
  *out_ppm /= *out_ppm >= YL_SHARE_WHOLE ? 100 : 1;
  return TRUE;
}

static gboolean
read_amount (const char *text, gint64 unit, YlLandFigure *figure)
{
  figure->depth = (guint8) MIN (count_decimals (text), 8);
  return yl_decimal_parse (yl_text_of (text), yl_decimal_count (unit), YL_MONEY_MAX_FEN,
                           &figure->units, NULL)
         == YL_DECIMAL_OK;
}

static gboolean
read_figure (const Table *table, const Line *line, guint32 across, YlLandFigure *figure)
{
  const char *text = get_text (table, line->at, across);
  const gint64 own_unit = found_word_parse (table->grid->words, line->label).money_unit;
  *figure = (YlLandFigure){ .meaning = (guint8) line->meaning,
                            .row = table->is_down ? line->at : across,
                            .column = (guint16) (table->is_down ? across : line->at),
                            .label = line->label };
  if (!is_number (table, line->at, across))
    return FALSE;
  return line->meaning == YL_LAND_ROW_SHARE
             ? read_share (text, line->has_percent, &figure->units)
             : read_amount (text, own_unit == 0 ? table->unit : own_unit, figure);
}

/* What stands before the figures: the payer over their column, or the nearest words. */
static const char *
find_name (const Table *table, guint32 across)
{
  const guint32 first = g_array_index (table->lines, Line, 0).at;
  const guint32 end = table->is_down && first > 4 ? first - 4 : 0;
  const char *nearest = "";
  for (guint32 at = first; at-- > end;)
    {
      const char *text = get_text (table, at, across);
      if (read_payer (table->grid->words, text) != 0)
        return text;
      if (nearest[0] == '\0' && !found_text_is_number (text))
        nearest = text;
    }
  const FoundWord word = found_word_parse (table->grid->words, nearest);
  return word.has_meaning && found_is_value (word.meaning) ? "" : nearest;
}

static gboolean
add_set (Reading *reading, const Table *table, guint32 across)
{
  const char *name = find_name (table, across);
  g_autoptr (YlFoundLand) land = yl_found_land_new (table->grid->sheet->name, name, table->unit);
  land->payer_after = read_payer (table->grid->words, name);
  for (guint i = 0; i < table->lines->len; i++)
    {
      YlLandFigure figure;
      if (read_figure (table, &g_array_index (table->lines, Line, i), across, &figure))
        yl_found_land_add (land, &figure);
    }
  const gboolean is_whole = yl_found_land_find (land, YL_LAND_ROW_INCOME) != NULL
                            && yl_found_land_find (land, YL_LAND_ROW_DUE) != NULL;
  if (!is_whole || strstr (name, "合计") != NULL || reading->lands->len >= YL_FOUND_LAND_MAX)
    return FALSE;
  g_ptr_array_add (reading->lands, g_steal_pointer (&land));
  return TRUE;
}

static void
report (const Reading *reading, const Table *table, const YlCellRange *range, guint n_sets)
{
  static const char *const names[] = { "收入", "成本", "成本合计", "净收益", "计提比例", "计提数" };
  g_autoptr (GString) taken = g_string_new (YL_SHEET_LAND "：");
  g_autofree char *what = g_strdup_printf ("工作表“%s”第 %u 至 %u 行", table->grid->sheet->name,
                                           range->first_row, range->last_row);
  for (guint i = 0; i < table->lines->len; i++)
    {
      const Line *line = &g_array_index (table->lines, Line, i);
      g_autofree char *label = yl_text_dup (yl_text_trim (yl_text_of (line->label)));
      g_string_append_printf (taken, "%s“%s”为%s", i == 0 ? "" : "、", label, names[line->meaning]);
    }
  g_string_append_printf (taken, "；%u 组数，金额按%s读", n_sets,
                          found_money_name (table->grid->words, table->unit));
  if (reading->audit != NULL)
    yl_audit_add_reading (reading->audit, what, taken->str);
}

/* Reads the sets of figures beside the labels. FALSE: there are none. */
static gboolean
read_sets (Reading *reading, Table *table)
{
  const Line *income = find_line (table, YL_LAND_ROW_INCOME);
  const guint32 end = table->is_down ? table->grid->end_column : table->grid->last_row + 1;
  const guint32 first = table->label_at + 1;
  guint n_sets = 0;
  guint32 last = table->label_at;
  for (guint32 across = first; across < MIN (end, first + MAX_BESIDE); across++)
    {
      if (is_number (table, income->at, across) && add_set (reading, table, across))
        n_sets++;
      last = across;
      if (!table->is_down && get_text (table, income->at, across)[0] == '\0')
        break;
    }
  const YlCellRange range = { .first_row = table->is_down ? income->at : table->label_at,
                              .last_row = table->is_down ? table->last_line : last };
  if (n_sets == 0)
    return FALSE;
  g_array_append_val (reading->taken, range);
  report (reading, table, &range, n_sets);
  return TRUE;
}

static gboolean
try_table (Reading *reading, FoundGrid *grid, const YlCell *cell, gboolean is_down)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (Line));
  Table table = {
    .grid = grid, .is_down = is_down, .label_at = is_down ? cell->column : cell->row, .lines = lines
  };
  find_lines (&table, is_down ? cell->row : cell->column);
  if (!is_complete (&table))
    return FALSE;
  table.unit = find_unit (grid, cell->row);
  return read_sets (reading, &table);
}

static gboolean
is_taken (const Reading *reading, guint32 row)
{
  for (guint i = 0; i < reading->taken->len; i++)
    {
      const YlCellRange *range = &g_array_index (reading->taken, YlCellRange, i);
      if (row >= range->first_row && row <= range->last_row)
        return TRUE;
    }
  return FALSE;
}

static void
scan_sheet (Reading *reading, const YlWorksheet *sheet)
{
  guint n_wordy = 0, n_tried = 0;
  g_auto (FoundGrid) grid;
  found_grid_init (&grid, reading->workbook, reading->words, sheet, &n_wordy);
  for (guint i = 0;
       i < sheet->cells->len && n_tried < MAX_TRIED && reading->lands->len < YL_FOUND_LAND_MAX; i++)
    {
      const YlCell *cell = &g_array_index (sheet->cells, YlCell, i);
      const char *text = yl_workbook_get_text (reading->workbook, cell->value);
      YlLandMeaning meaning;
      if (cell->content != YL_CONTENT_TEXT || strstr (text, "出让") == NULL
          || is_taken (reading, cell->row) || !read_label (reading->words, text, &meaning)
          || meaning != YL_LAND_ROW_INCOME)
        continue;
      n_tried++;
      if (!try_table (reading, &grid, cell, TRUE))
        try_table (reading, &grid, cell, FALSE);
    }
}

/* The sheet without the rows that were taken. */
static void
add_rest (const Reading *reading, const YlWorksheet *sheet, YlWorkbook *rest)
{
  YlWorksheet *left = yl_workbook_add_sheet (rest, sheet->name);
  left->state = sheet->state;
  left->is_filtered = sheet->is_filtered;
  g_array_append_vals (left->page.looks, sheet->page.looks->data, sheet->page.looks->len);
  g_array_append_vals (left->hidden_rows, sheet->hidden_rows->data, sheet->hidden_rows->len);
  g_array_append_vals (left->hidden_columns, sheet->hidden_columns->data,
                       sheet->hidden_columns->len);
  for (guint i = 0; i < sheet->merges->len; i++)
    if (!is_taken (reading, g_array_index (sheet->merges, YlCellRange, i).first_row))
      g_array_append_val (left->merges, g_array_index (sheet->merges, YlCellRange, i));
  for (guint i = 0; i < sheet->cells->len; i++)
    if (!is_taken (reading, g_array_index (sheet->cells, YlCell, i).row))
      g_array_append_val (left->cells, g_array_index (sheet->cells, YlCell, i));
}

GPtrArray *
yl_found_land_import (const YlWorkbook *workbook,
                      const YlWords *words,
                      YlAudit *audit,
                      YlWorkbook **out_rest)
{
  g_autoptr (YlWorkbook) rest = yl_workbook_new (workbook->file, workbook->texts);
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (YlCellRange));
  Reading reading = { .workbook = workbook,
                      .words = words,
                      .audit = audit,
                      .lands = g_ptr_array_new_with_free_func (yl_arena_free_record),
                      .taken = taken };
  for (guint i = 0; out_rest != NULL && i < workbook->looks->len; i++)
    yl_workbook_add_look (rest, &g_array_index (workbook->looks, YlCellLook, i));
  for (guint i = 0; i < workbook->sheets->len; i++)
    {
      const YlWorksheet *sheet = g_ptr_array_index (workbook->sheets, i);
      g_array_set_size (taken, 0);
      scan_sheet (&reading, sheet);
      if (out_rest != NULL)
        add_rest (&reading, sheet, rest);
    }
  if (out_rest != NULL)
    *out_rest = g_steal_pointer (&rest);
  return reading.lands;
}
