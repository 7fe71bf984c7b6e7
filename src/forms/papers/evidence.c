#include "papers-private.h"

#include "yanglu/domain/cell-place.h"
#include "yanglu/forms/form-text.h"
#include "yanglu/forms/paper.h"
#include "yanglu/forms/room.h"

#include <string.h>

/* A sheet for each rule that hit: the rows as they were found. */

/* How many columns of the workbook as found a row of evidence shows, and how many of these are the
 * first of its table, which say what the row is about. */
#define N_SHOWN 10u
#define N_FIRST 6u

enum
{
  ORDINAL,
  ROW,
  FIRST_CELL,
  EXPECTED = FIRST_CELL + N_SHOWN,
  KIND,
  STAKE,
  GAINER,
  N_COLUMNS,
};

/* Of findings that stand nowhere in the workbook: their place and what they say. */
#define PLACE_END (FIRST_CELL + 2)
#define SEEN (PLACE_END + 1)
#define SEEN_END (SEEN + 1)
#define MESSAGE (SEEN_END + 1)
#define CELL_WIDTH 12.4
#define LEAST_CELL_WIDTH 9.0
#define EXPECTED_WIDTH 14
#define CELL_CHARACTERS 120
#define FORMULA_CHARACTERS 80

/* All columns on a page of A3, even in a wide font; and the points that then stand under each other
 * on it, so that no head is left behind at its foot. */
#define PAGE_HEIGHT 777.0
#define HEADS_HEIGHT 66.0
#define ROW_HEIGHT_MAX 46.0
#define N_BREAKS_MAX 1000u

/* Where the tables of a workbook as found begin: a row of heads holds two texts or more, none of
 * them a number however typed, and figures stand right below it. */
typedef struct
{
  const YlWorkbook *workbook; /* (nullable) */
  GHashTable *rows;           /* YlWorksheet → GArray of guint32, ascending */
} Heads;

/* A number typed as text, too: no head begins with a digit or a sign. */
static gboolean
is_number_like (const YlWorkbook *workbook, const YlCell *cell)
{
  if (cell->content == YL_CONTENT_NUMBER || cell->formula != 0)
    return TRUE;
  const char *text = yl_workbook_get_text (workbook, cell->value);
  const char first = text[0];
  return g_ascii_isdigit (first) || first == '-' || first == '+' || first == '.';
}

typedef struct
{
  guint32 row;
  guint n_texts;
  guint n_numbers;
} RowKind;

static RowKind
look_at_row (const YlWorkbook *workbook, const GArray *cells, guint *at)
{
  RowKind kind = { g_array_index (cells, YlCell, *at).row, 0, 0 };
  for (; *at < cells->len && g_array_index (cells, YlCell, *at).row == kind.row; (*at)++)
    {
      const YlCell *cell = &g_array_index (cells, YlCell, *at);
      if (is_number_like (workbook, cell))
        kind.n_numbers++;
      else if (cell->content == YL_CONTENT_TEXT
               && yl_workbook_get_text (workbook, cell->value)[0] != '\0')
        kind.n_texts++;
    }
  return kind;
}

static GArray *
find_head_rows (const YlWorkbook *workbook, const YlWorksheet *sheet)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  RowKind before = { 0, 0, 0 };
  for (guint at = 0; at < sheet->cells->len;)
    {
      const RowKind kind = look_at_row (workbook, sheet->cells, &at);
      if (kind.n_numbers > 0 && before.n_texts >= 2 && before.n_numbers == 0)
        g_array_append_val (rows, before.row);
      if (kind.n_texts + kind.n_numbers > 0)
        before = kind;
    }
  return rows;
}

/* The row of the heads of the table in which @row stands; 0: none. */
static guint32
find_head_row (Heads *heads, const YlWorksheet *sheet, guint32 row)
{
  GArray *rows = g_hash_table_lookup (heads->rows, sheet);
  if (rows == NULL)
    {
      rows = find_head_rows (heads->workbook, sheet);
      g_hash_table_insert (heads->rows, (gpointer) sheet, rows);
    }
  guint low = 0;
  guint high = rows->len;
  while (low < high)
    {
      const guint middle = low + (high - low) / 2;
      if (g_array_index (rows, guint32, middle) < row)
        low = middle + 1;
      else
        high = middle;
    }
  return low == 0 ? 0 : g_array_index (rows, guint32, low - 1);
}

/* The head of @column; where it is merged over two rows, from the upper one; "" when there is none. */
static const char *
get_head (const Heads *heads, const YlWorksheet *sheet, guint32 head_row, guint column)
{
  for (guint32 row = head_row; row > 0 && row + 1 >= head_row; row--)
    {
      const YlCell *cell = yl_worksheet_find (sheet, row, column);
      if (cell != NULL && cell->content == YL_CONTENT_TEXT && cell->value != 0)
        return yl_workbook_get_text (heads->workbook, cell->value);
    }
  return "";
}

/* Where a finding stands in the workbook as found. */
typedef struct
{
  guint finding;
  const YlWorksheet *sheet; /* NULL: nowhere */
  guint32 row;
  guint32 head_row; /* 0: no heads */
  gint column;      /* at fault; -1: none */
} Evidence;

/* Findings of one table whose columns fit beside each other. */
typedef struct
{
  const Evidence *items;
  guint n;
  guint columns[N_SHOWN]; /* of the workbook, ascending */
  guint n_columns;
} Group;

static gint
find_column (const Evidence *place, Heads *heads, const YlFinding *finding)
{
  guint32 row;
  guint column;
  if (finding->cell != NULL && yl_cell_parse (finding->cell, &row, &column))
    return (gint) column;
  if (finding->column == NULL || finding->column[0] == '\0')
    return -1;
  guint n = 0;
  const YlCell *cells = yl_worksheet_find_row (place->sheet, place->row, &n);
  for (guint i = 0; i < n; i++)
    {
      char letters[YL_COLUMN_LETTERS];
      yl_column_to_letters (cells[i].column, letters);
      const char *head = get_head (heads, place->sheet, place->head_row, cells[i].column);
      if (g_strcmp0 (head, finding->column) == 0 || g_strcmp0 (letters, finding->column) == 0)
        return cells[i].column;
    }
  return -1;
}

/* Where finding @index stands. */
static Evidence
find_evidence (Heads *heads, const YlFindings *findings, guint index)
{
  const YlFinding *finding = yl_findings_get (findings, index);
  Evidence place = { .finding = index, .column = -1 };
  guint column;
  guint n = 0;
  if (heads->workbook == NULL || finding->sheet == NULL)
    return place;
  if (finding->row > 0 && finding->row <= G_MAXUINT32) /* else it is a record's */
    place.row = (guint32) finding->row;
  if (place.row == 0 && finding->cell != NULL)
    yl_cell_parse (finding->cell, &place.row, &column);
  const YlWorksheet *sheet = yl_workbook_find_sheet (heads->workbook, finding->sheet);
  if (sheet == NULL || place.row == 0 || yl_worksheet_find_row (sheet, place.row, &n) == NULL
      || n == 0)
    return place;
  place.sheet = sheet;
  place.head_row = find_head_row (heads, sheet, place.row);
  place.column = find_column (&place, heads, finding);
  return place;
}

static gboolean
has_column (const guint *columns, guint n, guint column)
{
  for (guint i = 0; i < n; i++)
    if (columns[i] == column)
      return TRUE;
  return FALSE;
}

static gboolean
add_column (Group *group, guint column)
{
  if (has_column (group->columns, group->n_columns, column))
    return TRUE;
  if (group->n_columns == N_SHOWN)
    return FALSE;
  group->columns[group->n_columns++] = column;
  return TRUE;
}

/* The columns of @row up to @n_wanted in all. */
static void
add_row_columns (Group *group, const Evidence *item, guint32 row, guint n_wanted)
{
  guint n = 0;
  const YlCell *cells = row == 0 ? NULL : yl_worksheet_find_row (item->sheet, row, &n);
  for (guint i = 0; i < n && group->n_columns < n_wanted; i++)
    if (cells[i].value != 0 || cells[i].formula != 0)
      add_column (group, cells[i].column);
}

/* The columns of money, which say what the row costs. */
static void
add_amount_columns (Group *group, Heads *heads)
{
  const Evidence *first = group->items;
  guint n = 0;
  const YlCell *cells = yl_worksheet_find_row (first->sheet, first->row, &n);
  for (guint i = 0; i < n; i++)
    {
      const char *head = get_head (heads, first->sheet, first->head_row, cells[i].column);
      if (strstr (head, "金额") != NULL || strstr (head, "标准") != NULL)
        add_column (group, cells[i].column);
    }
}

static gint
compare_columns (gconstpointer a, gconstpointer b)
{
  return *(const guint *) a < *(const guint *) b ? -1 : 1;
}

/* As many of the first of @items (@n, 1 or more) as fit into one group. */
static Group
take_group (const Evidence *items, guint n, Heads *heads)
{
  Group group = { .items = items, .n = 0, .n_columns = 0 };
  const Evidence *first = items;
  if (first->sheet != NULL)
    {
      add_row_columns (&group, first, first->head_row, N_FIRST);
      add_row_columns (&group, first, first->row, N_FIRST);
    }
  while (group.n < n && items[group.n].sheet == first->sheet
         && items[group.n].head_row == first->head_row
         && (items[group.n].column < 0 || add_column (&group, (guint) items[group.n].column)))
    group.n++;
  if (first->sheet != NULL)
    {
      add_amount_columns (&group, heads);
      add_row_columns (&group, first, first->head_row, N_SHOWN);
      add_row_columns (&group, first, first->row, N_SHOWN);
    }
  qsort (group.columns, group.n_columns, sizeof *group.columns, compare_columns);
  return group;
}

/* What a sheet's columns need for their numbers. */
typedef struct
{
  double columns[N_COLUMNS];
} Needs;

/* What the columns are wider than a page is taken from those of the rows as found, as far as their
 * numbers do not need it: texts have lines. */
static void
narrow_cells (YlColumnForm columns[N_COLUMNS], const Needs *needs)
{
  double excess = -yl_paper_get_room (TRUE, FALSE);
  double spare = 0;
  for (guint i = 0; i < N_COLUMNS; i++)
    excess += yl_paper_get_column (columns[i].width);
  for (guint i = FIRST_CELL; i < EXPECTED; i++)
    spare += columns[i].width - MAX (needs->columns[i], LEAST_CELL_WIDTH);
  if (excess <= 0 || spare <= 0)
    return;
  for (guint i = FIRST_CELL; i < EXPECTED; i++)
    columns[i].width -=
        (columns[i].width - MAX (needs->columns[i], LEAST_CELL_WIDTH)) * MIN (excess / spare, 1);
}

static void
set_widths (YlColumnForm columns[N_COLUMNS], const Needs *needs)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    columns[i] = (YlColumnForm){ "", NULL, CELL_WIDTH };
  columns[ORDINAL].width = 6;
  columns[ROW].width = 5;
  columns[EXPECTED].width = EXPECTED_WIDTH;
  columns[KIND].width = 8;
  columns[STAKE].width = 13;
  columns[GAINER].width = 9;
  for (guint i = 0; i < N_COLUMNS; i++)
    columns[i].width = MAX (columns[i].width, needs->columns[i]);
  narrow_cells (columns, needs);
}

static YlSheet *
add_sheet (YlPapers *papers, const YlPaperSum *rule, const Needs *needs)
{
  YlColumnForm columns[N_COLUMNS];
  set_widths (columns, needs);
  const char *code = yl_code_get_name (rule->code);
  g_autofree char *name = g_strdup_printf ("%s证据", code);
  g_autofree char *title =
      g_strdup_printf ("%s %s：证据（索引号：%s）", code, yl_code_get_title (rule->code),
                       papers->indexes[rule->code]);
  const YlSheetForm sheet_form = {
    .name = name,
    .title = title,
    .columns = columns,
    .n_columns = N_COLUMNS,
    .is_a3 = TRUE,
    .is_plain = TRUE,
  };
  YlSheet *sheet = yl_form_add_sheet (papers->form, &sheet_form);
  /* Page breaks count only where the page is not fitted. */
  yl_sheet_set (sheet, &(YlSheetSetting){ .kind = YL_SETTING_SCALE, .percent = YL_PAPER_PERCENT });
  return sheet;
}

static void
write_tail_heads (YlSheet *sheet)
{
  yl_sheet_head (sheet, EXPECTED, "应为");
  yl_sheet_span_head (sheet, KIND, STAKE, "涉及金额（元）");
  yl_sheet_head (sheet, GAINER, "受益方");
}

static void
write_tail (YlPapers *papers, YlSheet *sheet, guint index)
{
  const YlFinding *finding = yl_findings_get (papers->audit->findings, index);
  g_autofree char *expected = yl_finding_write_expected (finding);
  yl_sheet_text (sheet, EXPECTED, expected);
  yl_sheet_label (sheet, KIND, yl_paper_name_stake (papers, index));
  yl_sheet_put (sheet, STAKE, STAKE, yl_paper_get_stake (papers, index));
  yl_sheet_text (sheet, GAINER, papers->sums->named[index]);
}

static void
write_group_heads (const Group *group, const Heads *heads, YlSheet *sheet)
{
  const Evidence *first = group->items;
  g_autofree char *heading =
      first->head_row > 0
          ? g_strdup_printf ("工作表“%s”，表头在第%u行", first->sheet->name, first->head_row)
          : g_strdup_printf ("工作表“%s”", first->sheet->name);
  yl_paper_write_heading (sheet, GAINER, heading);
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 46);
  yl_sheet_head (sheet, ORDINAL, "清单\n序号");
  yl_sheet_head (sheet, ROW, "行");
  for (guint i = 0; i < N_SHOWN; i++)
    {
      if (i >= group->n_columns)
        {
          yl_sheet_head (sheet, FIRST_CELL + i, "");
          continue;
        }
      char letters[YL_COLUMN_LETTERS];
      yl_column_to_letters (group->columns[i], letters);
      const char *text = get_head (heads, first->sheet, first->head_row, group->columns[i]);
      g_autofree char *line = yl_text_join_lines (text);
      g_autofree char *clipped = yl_paper_clip (line, 14);
      g_autofree char *head = g_strdup_printf ("%s列\n%s", letters, clipped);
      yl_sheet_head (sheet, FIRST_CELL + i, head);
    }
  write_tail_heads (sheet);
}

/* The cell at fault: below what it shows, its formula. */
static void
write_fault (YlSheet *sheet, guint column, const char *value, const char *formula)
{
  g_autofree char *shown = yl_paper_clip (value, CELL_CHARACTERS);
  g_autofree char *clipped = yl_paper_clip (formula, FORMULA_CHARACTERS);
  g_autofree char *both = g_strdup_printf ("%s%s=%s", shown, shown[0] == '\0' ? "" : "\n", clipped);
  yl_sheet_text (sheet, column, both);
}

/* What @finding says that a cell with a formula shows, where it is about that formula, for it has it
 * by its measure; else as it was saved. */
static const char *
get_shown (const YlFinding *finding, const YlWorkbook *found, const YlCell *cell)
{
  const gboolean tells_formula = finding->seen_formula != NULL || finding->expected_formula != NULL;
  return tells_formula && finding->seen != NULL ? finding->seen
                                                : yl_workbook_get_text (found, cell->value);
}

/* Whether the number of the cell is what @finding tells as yuan. */
static gboolean
is_amount (const YlFinding *finding, const YlWorkbook *found, const YlCell *cell, gint64 *out_fen)
{
  YlMoney amount = { 0 };
  gint32 lost = 0;
  if (cell->content != YL_CONTENT_NUMBER
      || yl_money_parse_yuan (yl_text_of (yl_workbook_get_text (found, cell->value)), &amount,
                              &lost)
             != YL_DECIMAL_OK
      || lost != 0)
    return FALSE;
  g_autofree char *grouped = yl_money_to_grouped (amount);
  *out_fen = amount.fen;
  return g_strcmp0 (grouped, finding->seen) == 0;
}

static void
write_cell (const YlWorkbook *found, YlSheet *sheet, guint column, const YlCell *cell)
{
  if (cell == NULL)
    {
      yl_sheet_blank (sheet, column);
      return;
    }
  const char *value = yl_workbook_get_text (found, cell->value);
  if (cell->content == YL_CONTENT_NUMBER)
    {
      yl_sheet_put (sheet, column, column, (YlOwnCell){ .kind = YL_CELL_DECIMAL, .text = value });
      return;
    }
  g_autofree char *shown = yl_paper_clip (value, CELL_CHARACTERS);
  yl_sheet_text (sheet, column, shown);
}

static void
write_found_row (YlPapers *papers, YlSheet *sheet, const Group *group, const Evidence *item)
{
  const YlWorkbook *found = papers->request->found;
  const YlFinding *finding = yl_findings_get (papers->audit->findings, item->finding);
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  yl_sheet_number (sheet, ORDINAL, YL_MEASURE_NUMBER, (gint64) item->finding + 1);
  yl_sheet_number (sheet, ROW, YL_MEASURE_NUMBER, item->row);
  for (guint i = 0; i < N_SHOWN; i++)
    {
      if (i >= group->n_columns)
        {
          yl_sheet_blank (sheet, FIRST_CELL + i);
          continue;
        }
      const gboolean is_fault = (gint) group->columns[i] == item->column;
      const YlCell *cell = yl_worksheet_find (item->sheet, item->row, group->columns[i]);
      const char *formula =
          is_fault && cell != NULL ? yl_workbook_get_text (found, cell->formula) : "";
      yl_sheet_set_style (sheet, is_fault ? YL_STYLE_FAULT : YL_STYLE_BODY);
      gint64 fen = 0;
      if (formula[0] != '\0')
        write_fault (sheet, FIRST_CELL + i, get_shown (finding, found, cell), formula);
      else if (is_fault && cell != NULL && is_amount (finding, found, cell, &fen))
        yl_sheet_number (sheet, FIRST_CELL + i, YL_MEASURE_FEN, fen);
      else
        write_cell (found, sheet, FIRST_CELL + i, cell);
      yl_sheet_set_style (sheet, YL_STYLE_BODY);
    }
  write_tail (papers, sheet, item->finding);
}

static void
write_loose_heads (YlSheet *sheet)
{
  yl_paper_write_heading (sheet, GAINER, "不在表中某一行的问题");
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 30);
  yl_sheet_head (sheet, ORDINAL, "清单\n序号");
  yl_sheet_head (sheet, ROW, "行");
  yl_sheet_span_head (sheet, FIRST_CELL, PLACE_END, "位置");
  yl_sheet_span_head (sheet, SEEN, SEEN_END, "现值");
  yl_sheet_span_head (sheet, MESSAGE, EXPECTED - 1, "说明");
  write_tail_heads (sheet);
}

static void
write_loose (YlPapers *papers, YlSheet *sheet, guint index)
{
  const YlFinding *finding = yl_findings_get (papers->audit->findings, index);
  g_autofree char *place = yl_paper_make_place (finding, papers->audit->file);
  g_autofree char *seen = yl_finding_write_seen (finding);
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  yl_sheet_number (sheet, ORDINAL, YL_MEASURE_NUMBER, (gint64) index + 1);
  if (finding->row != 0)
    yl_sheet_number (sheet, ROW, YL_MEASURE_NUMBER, finding->row);
  else
    yl_sheet_blank (sheet, ROW);
  yl_sheet_span (sheet, FIRST_CELL, PLACE_END, place);
  yl_sheet_set_style (sheet, YL_STYLE_FAULT);
  yl_sheet_span (sheet, SEEN, SEEN_END, seen);
  yl_sheet_set_style (sheet, YL_STYLE_BODY);
  yl_sheet_span (sheet, MESSAGE, EXPECTED - 1, finding->message != NULL ? finding->message : "");
  write_tail (papers, sheet, index);
}

/* A sheet of evidence while it is written, page by page. */
typedef struct
{
  YlPapers *papers;
  YlSheet *sheet;
  Heads *heads;
  double begun;   /* where this page began, in points */
  GArray *breaks; /* of guint32 */
} Pages;

/* Begins a page when @wanted points more do not fit on this one. */
static gboolean
turn_page (Pages *pages, double wanted)
{
  const double at = yl_sheet_get_height (pages->sheet);
  if (at + wanted - pages->begun <= PAGE_HEIGHT || pages->breaks->len == N_BREAKS_MAX)
    return FALSE;
  const guint32 row = yl_sheet_get_row (pages->sheet);
  g_array_append_val (pages->breaks, row);
  pages->begun = at;
  return TRUE;
}

static void
write_heads (const Pages *pages, const Group *group)
{
  if (group->items->sheet != NULL)
    write_group_heads (group, pages->heads, pages->sheet);
  else
    write_loose_heads (pages->sheet);
}

/* What a row may take: a formula needs most of it, be it in the cell at fault. */
static double
get_room (const Pages *pages, const Evidence *item)
{
  const YlFinding *finding = yl_findings_get (pages->papers->audit->findings, item->finding);
  g_autofree char *seen = yl_finding_write_seen (finding);
  g_autofree char *expected = yl_finding_write_expected (finding);
  const guint n_lines = MAX (yl_form_count_lines (seen, LEAST_CELL_WIDTH),
                             yl_form_count_lines (expected, EXPECTED_WIDTH));
  return MAX (yl_form_get_height (n_lines), 2 * ROW_HEIGHT_MAX);
}

static void
write_group (Pages *pages, const Group *group)
{
  turn_page (pages, HEADS_HEIGHT + get_room (pages, &group->items[0]));
  write_heads (pages, group);
  for (guint i = 0; i < group->n; i++)
    {
      if (turn_page (pages, get_room (pages, &group->items[i])))
        write_heads (pages, group);
      if (group->items->sheet != NULL)
        write_found_row (pages->papers, pages->sheet, group, &group->items[i]);
      else
        write_loose (pages->papers, pages->sheet, group->items[i].finding);
    }
}

static void
write_groups (Pages *pages, const GArray *places)
{
  for (guint at = 0; at < places->len;)
    {
      const Evidence *items = &g_array_index (places, Evidence, at);
      const Group group = take_group (items, places->len - at, pages->heads);
      write_group (pages, &group);
      at += group.n;
    }
}

static void
write_total_of (
    YlPapers *papers, YlSheet *sheet, const YlPaperSum *rule, YlStake stake, const char *label)
{
  g_autofree char *test = g_strdup_printf ("\"%s\"", yl_code_get_name (rule->code));
  yl_sheet_begin_row (sheet, YL_STYLE_TOTAL, 20);
  yl_sheet_span (sheet, ORDINAL, EXPECTED, label);
  yl_sheet_label (sheet, KIND, yl_stake_get_name (stake));
  yl_sheet_formula (sheet, STAKE, YL_MEASURE_FEN, yl_paper_sum_stakes (papers, stake, "code", test),
                    rule->stakes.fen[stake]);
  yl_sheet_blank (sheet, GAINER);
}

/* A line for each kind of amount that the rule has. */
static void
write_total (YlPapers *papers, YlSheet *sheet, const YlPaperSum *rule, guint n_shown)
{
  g_autofree char *label =
      n_shown < rule->n
          ? g_strdup_printf ("合计（共%u项，以上列出前%u项，其余见问题清单）", rule->n, n_shown)
          : g_strdup_printf ("合计（共%u项）", rule->n);
  guint n_lines = 0;
  for (guint stake = YL_STAKE_MORE; stake < YL_N_STAKES; stake++)
    if (rule->stakes.fen[stake] != 0)
      write_total_of (papers, sheet, rule, (YlStake) stake, n_lines++ == 0 ? label : "");
  if (n_lines > 0)
    return;
  const YlStake stake = yl_code_get_stake (rule->code);
  write_total_of (papers, sheet, rule, stake == YL_STAKE_BY_SIGN ? YL_STAKE_MORE : stake, label);
}

/* A sink that only looks how wide numbers are. */

static gpointer
begin_measured (gpointer self, const YlSheetForm *form)
{
  (void) form;
  return self;
}

static void
measure_cell (gpointer self, gpointer sheet, const YlFormCell *cell)
{
  (void) sheet;
  Needs *needs = self;
  double *need = &needs->columns[cell->column];
  if (cell->last_column <= cell->column)
    *need = MAX (*need, yl_room_need (cell));
}

/* The same rows as on the sheet, and its totals. */
static void
measure_groups (
    YlPapers *papers, Heads *heads, const YlPaperSum *rule, const GArray *places, Needs *needs)
{
  const YlCellSink sink = { .self = needs, .begin_sheet = begin_measured, .put = measure_cell };
  const YlFormHead head = { .entity = "", .prepared_by = "", .reviewed_by = "", .head = "" };
  g_autoptr (YlForm) form = yl_form_new (&head, &sink);
  YlPapers measured = *papers;
  measured.form = form;
  g_autoptr (GArray) breaks = g_array_new (FALSE, FALSE, sizeof (guint32));
  Pages pages = { &measured, add_sheet (&measured, rule, needs), heads, 0, breaks };
  write_groups (&pages, places);
  write_total (&measured, pages.sheet, rule, places->len);
}

static void
write_rule (YlPapers *papers, Heads *heads, const YlPaperSum *rule)
{
  const YlFindings *findings = papers->audit->findings;
  const guint n = (guint) yl_findings_get_n (findings);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Evidence));
  for (guint i = 0; i < n && places->len < YL_AUDIT_BOOK_EVIDENCE; i++)
    if (yl_findings_get (findings, i)->code == rule->code)
      {
        const Evidence place = find_evidence (heads, findings, i);
        g_array_append_val (places, place);
      }
  Needs needs = { { 0 } };
  measure_groups (papers, heads, rule, places, &needs);
  YlSheet *sheet = add_sheet (papers, rule, &needs);
  g_autoptr (GArray) breaks = g_array_new (FALSE, FALSE, sizeof (guint32));
  Pages pages = { papers, sheet, heads, 0, breaks };
  write_groups (&pages, places);
  if (breaks->len > 0)
    yl_sheet_set (sheet, &(YlSheetSetting){ .kind = YL_SETTING_PAGE_BREAKS,
                                            .rows = (const guint32 *) (gpointer) breaks->data,
                                            .n_rows = breaks->len });
  write_total (papers, sheet, rule, places->len);
  yl_sheet_end (sheet);
}

void
yl_papers_write_evidence (YlPapers *papers)
{
  g_autoptr (GHashTable) rows =
      g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  Heads heads = { papers->request->found, rows };
  for (guint code = 0; code < YL_N_CODES; code++)
    for (guint i = 0; i < papers->sums->rules->len; i++)
      {
        const YlPaperSum *rule = &g_array_index (papers->sums->rules, YlPaperSum, i);
        if ((guint) rule->code == code)
          write_rule (papers, &heads, rule);
      }
}
