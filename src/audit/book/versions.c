#include "yanglu/audit/book/versions.h"

#include "match-private.h"

#include "yanglu/base/fixed.h"
#include "yanglu/base/keyed-hash.h"
#include "yanglu/domain/cell-place.h"
#include "yanglu/figures/catalogue.h"

#include <string.h>

/* Both workbooks, while they are compared. */
typedef struct
{
  const YlBookVersion *sides;
  YlBookMatch *match;              /* the new workbook against the old one as it stands */
  YlBookMatch *plans[YL_N_SIDES];  /* each against its own plan */
  GHashTable *told[YL_N_SIDES];    /* cells and rows that findings are about: "资金来源!I4" */
  GHashTable *missing[YL_N_SIDES]; /* planned rows that are gone: "里程明细!X001371502 甲" */
  YlVersions *versions;
} Comparing;

/* A cell of one of the workbooks; column and row 0 of none. */
typedef struct
{
  const char *sheet;
  guint32 row;
  guint column;
} Place;

/* ---- what a plan says of a place */

/* A cell as planned, and the sheet that it is planned in. */
typedef struct
{
  const YlSheetPair *pair;
  guint32 row;
  guint column; /* YL_NO_COLUMN: none */
} Planned;

/* Returns: whether the row, and the column where @place has one, were planned */
static gboolean
find_planned (const YlBookMatch *plan, const Place *place, Planned *out)
{
  const YlSheetPair *pair = yl_book_match_find_pair (plan, place->sheet, FALSE);
  if (pair == NULL || place->row > pair->rows->n_found)
    return FALSE;
  *out = (Planned){ pair, pair->rows->planned_of[place->row],
                    yl_column_match_find_planned (pair->columns, place->column) };
  return out->row != 0 && out->column != YL_NO_COLUMN;
}

/* The row of a table that shows a figure for each of them; 0: the row is of no table. */
static guint32
find_table_row (const YlPlannedBook *plan, const char *sheet, guint32 row)
{
  for (guint i = 0; i < plan->figures->len; i++)
    {
      const YlFigureRange *range = &g_array_index (plan->figures, YlFigureRange, i);
      if (row >= range->first_row && row <= range->last_row && g_str_equal (range->sheet, sheet)
          && yl_figure_find_column (range->key) != NULL)
        return row - range->first_row + 1;
    }
  return 0;
}

static const YlPlannedNote *
find_note (const YlBookMatch *plan, const Planned *at)
{
  return yl_planned_sheet_find_note (
      yl_planned_book_find_sheet (plan->plan, at->pair->planned->name), at->row, at->column);
}

/* ---- names */

/* Where the row or cell is known to no plan, by what stands in its row. */
static void
name_unplanned (const Comparing *it, YlSide side, const Place *place, YlVersionChange *change)
{
  const YlWorksheet *sheet = yl_workbook_find_sheet (it->sides[side].found, place->sheet);
  guint n = 0;
  const YlCell *cells =
      sheet == NULL || place->row == 0 ? NULL : yl_worksheet_find_row (sheet, place->row, &n);
  change->sheet = place->sheet;
  for (guint i = 0; i < n && change->row_label == NULL; i++)
    if (cells[i].content == YL_CONTENT_TEXT && cells[i].formula == 0)
      change->row_label = yl_arena_take (
          it->versions->arena,
          yl_text_join_lines (yl_workbook_get_text (it->sides[side].found, cells[i].value)));
}

static void
name_planned (const Comparing *it, YlSide side, const Planned *at, YlVersionChange *change)
{
  const YlBookMatch *plan = it->plans[side];
  const YlWorksheet *sheet = at->pair->planned;
  YlArena *arena = it->versions->arena;
  change->sheet = sheet->name;
  change->table_row = find_table_row (plan->plan, sheet->name, at->row);
  change->row_label = yl_arena_take (arena, yl_book_name_row (plan, sheet, at->row));
  if (change->extent == YL_CHANGE_OF_CELL)
    change->head = yl_arena_take (arena, yl_book_name_column (plan, sheet, at->row, at->column));
}

/* By the plan that knows it, the old one first. */
static void
name_change (const Comparing *it, const Place *places, YlVersionChange *change)
{
  for (guint side = 0; side < YL_N_SIDES && change->sheet == NULL; side++)
    {
      Planned at;
      if (places[side].sheet != NULL && find_planned (it->plans[side], &places[side], &at))
        name_planned (it, side, &at, change);
    }
  for (guint side = 0; side < YL_N_SIDES && change->sheet == NULL; side++)
    if (places[side].sheet != NULL)
      name_unplanned (it, side, &places[side], change);
  change->row_label = change->row_label == NULL ? "" : change->row_label;
  change->head = change->head == NULL ? "" : change->head;
}

/* ---- where a change comes from */

static char *
make_key (const char *sheet, const char *what)
{
  return g_strconcat (sheet, "!", what, NULL);
}

/* What the findings of the audit are about. */
static GHashTable *
list_told (const YlAudit *audit)
{
  GHashTable *told = g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, NULL);
  for (gsize i = 0; i < yl_findings_get_n (audit->findings); i++)
    {
      const YlFinding *finding = yl_findings_get (audit->findings, i);
      if (finding->sheet != NULL && finding->cell != NULL)
        g_hash_table_add (told, make_key (finding->sheet, finding->cell));
    }
  return told;
}

/* The rows that the plan has and the workbook has not, by what names them. */
static GHashTable *
list_missing (const YlBookMatch *plan)
{
  GHashTable *missing = g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < plan->pairs->len; i++)
    {
      const YlSheetPair *pair = &g_array_index (plan->pairs, YlSheetPair, i);
      guint n = 0;
      for (guint32 row = 1; pair->found != NULL && row <= pair->rows->n_planned; row++)
        if (pair->rows->found_of[row] == 0
            && yl_worksheet_find_row (pair->planned, row, &n) != NULL)
          {
            g_autofree char *name = yl_book_name_row (plan, pair->planned, row);
            g_hash_table_add (missing, make_key (pair->planned->name, name));
          }
    }
  return missing;
}

static gboolean
is_same_value (const YlCell *a, const YlCell *b)
{
  return a->value == b->value && a->content == b->content;
}

/* Whether the cell is what its own copy gives; of a formula its words count, not what it comes to. */
static gboolean
is_as_planned (const YlBookMatch *plan, const Place *place, const YlCell *found)
{
  Planned at;
  if (!find_planned (plan, place, &at))
    return FALSE;
  const YlCell *planned = yl_worksheet_find (at.pair->planned, at.row, at.column);
  if (planned == NULL || found == NULL)
    return planned == found
           || (planned == NULL
               && yl_planned_book_is_open (plan->plan, at.pair->planned->name, at.row, at.column));
  if (planned->formula == 0 || found->formula == 0)
    return planned->formula == found->formula && is_same_value (planned, found);
  return yl_book_match_compare_formula (plan, at.pair, found, planned) == YL_FORMULA_SAME;
}

/* ---- changes of cells */

/* The two cells that stand in one place, or what is there of them. */
typedef struct
{
  const YlCell *cell[YL_N_SIDES];
  Place place[YL_N_SIDES];
  gboolean is_formula_other; /* the formulas do not do the same, or one is none */
} CellPair;

static gboolean
is_blank (const YlCell *cell)
{
  return cell == NULL || (cell->value == 0 && cell->formula == 0);
}

/* 0.30000000000000004 of one program is 0.3 of another. */
static gboolean
is_same_number (const YlWorkbook *workbook, const YlCell *a, const YlCell *b)
{
  YlFixed x = { 0 };
  YlFixed y = { 0 };
  return a->content == YL_CONTENT_NUMBER && b->content == YL_CONTENT_NUMBER
         && yl_fixed_parse (yl_text_of (yl_workbook_get_text (workbook, a->value)), &x)
         && yl_fixed_parse (yl_text_of (yl_workbook_get_text (workbook, b->value)), &y)
         && yl_fixed_compare (x, y) == 0;
}

static gboolean
judge (const Comparing *it, const YlSheetPair *sheets, CellPair *pair)
{
  const YlCell *was = pair->cell[YL_OLD];
  const YlCell *is = pair->cell[YL_NEW];
  if (is_blank (was) || is_blank (is))
    {
      pair->is_formula_other = TRUE;
      return is_blank (was) != is_blank (is);
    }
  pair->is_formula_other =
      (was->formula == 0) != (is->formula == 0)
      || (was->formula != 0
          && yl_book_match_compare_formula (it->match, sheets, is, was) != YL_FORMULA_SAME);
  const gboolean is_unsaved =
      was->formula != 0 && (was->content == YL_CONTENT_NONE || is->content == YL_CONTENT_NONE);
  return pair->is_formula_other
         || (!is_unsaved && !is_same_value (was, is)
             && !is_same_number (it->match->found, was, is));
}

/* Whether only the number of a row in its table is another one. */
static gboolean
is_renumbered (const Comparing *it, const CellPair *pair)
{
  for (guint side = 0; side < YL_N_SIDES; side++)
    {
      Planned at;
      const YlCell *cell = pair->cell[side];
      if (is_blank (cell) || cell->formula != 0 || cell->content != YL_CONTENT_NUMBER
          || !find_planned (it->plans[side], &pair->place[side], &at))
        return FALSE;
      const YlPlannedNote *note = find_note (it->plans[side], &at);
      if (note == NULL || g_strcmp0 (note->says, YL_SAYS_ORDINAL) != 0)
        return FALSE;
    }
  return TRUE;
}

/* A value that another formula or input brings about is edited only where it is what a finding is
 * about: of one side, for what both have is no difference. */
static void
find_origin (const Comparing *it, const CellPair *pair, YlVersionChange *change)
{
  gboolean is_formula = TRUE;
  for (guint side = 0; side < YL_N_SIDES; side++)
    {
      g_autofree char *key = make_key (pair->place[side].sheet, change->cell[side]);
      const gboolean is_told = g_hash_table_contains (it->told[side], key);
      change->is_edited[side] =
          pair->is_formula_other || pair->cell[side]->formula == 0
              ? !is_as_planned (it->plans[side], &pair->place[side], pair->cell[side])
              : is_told;
      is_formula = is_formula && !is_blank (pair->cell[side]) && pair->cell[side]->formula != 0;
    }
  const gboolean are_both = change->is_edited[YL_OLD] && change->is_edited[YL_NEW];
  const gboolean is_edited = change->is_edited[YL_OLD] || change->is_edited[YL_NEW];
  change->origin = is_edited && !(are_both && !pair->is_formula_other && is_formula)
                       ? YL_CHANGE_EDITED
                   : is_formula ? YL_CHANGE_FOLLOWS
                                : YL_CHANGE_ENTERED;
}

static void
add_cell (const Comparing *it, const CellPair *pair)
{
  YlVersionChange change = { .extent = YL_CHANGE_OF_CELL };
  g_autofree char *cells[YL_N_SIDES] = { NULL };
  for (guint side = 0; side < YL_N_SIDES; side++)
    {
      const YlWorkbook *found = it->sides[side].found;
      const YlCell *cell = pair->cell[side];
      cells[side] = yl_cell_to_text (pair->place[side].row, pair->place[side].column);
      change.cell[side] = cells[side];
      change.value[side] = cell == NULL ? "" : yl_workbook_get_text (found, cell->value);
      change.formula[side] = cell == NULL ? "" : yl_workbook_get_text (found, cell->formula);
    }
  find_origin (it, pair, &change);
  name_change (it, pair->place, &change);
  yl_versions_add (it->versions, &change);
}

static void
compare_cell (const Comparing *it, const YlSheetPair *sheets, CellPair *pair)
{
  if (!judge (it, sheets, pair))
    return;
  if (is_renumbered (it, pair))
    it->versions->n_renumbered++;
  else
    add_cell (it, pair);
}

/* ---- rows, columns and sheets that one side has alone */

/* Whether a workbook has lost what its plan has of the same meaning as @change. */
static gboolean
has_lost (const Comparing *it, YlSide side, const YlVersionChange *change)
{
  const YlBookMatch *plan = it->plans[side];
  const YlSheetPair *pair = yl_book_match_find_pair (plan, change->sheet, TRUE);
  if (change->extent == YL_CHANGE_OF_SHEET)
    return pair == NULL && yl_planned_book_find_sheet (plan->plan, change->sheet) != NULL;
  if (change->extent == YL_CHANGE_OF_ROW)
    {
      g_autofree char *key = make_key (change->sheet, change->row_label);
      return g_hash_table_contains (it->missing[side], key);
    }
  for (guint column = 0; pair != NULL && column < pair->columns->n_planned; column++)
    if (yl_column_match_find (pair->columns, column) == YL_NO_COLUMN)
      return TRUE;
  return FALSE;
}

/* @place: of a cell of it on @side, by which it is known */
static void
add_alone (
    const Comparing *it, YlSide side, YlChangeExtent extent, const Place *place, const char *called)
{
  const YlSide other = side == YL_OLD ? YL_NEW : YL_OLD;
  YlVersionChange change = {
    .extent = extent, .cell = { "", "" }, .value = { "", "" }, .formula = { "", "" }
  };
  Place places[YL_N_SIDES] = { { 0 } };
  Planned at;
  places[side] = *place;
  name_change (it, places, &change);
  change.cell[side] = called;
  change.value[side] = extent == YL_CHANGE_OF_ROW ? change.row_label : called;
  change.is_edited[side] = !find_planned (it->plans[side], place, &at);
  change.is_edited[other] = !change.is_edited[side] && has_lost (it, other, &change);
  change.origin =
      change.is_edited[side] || change.is_edited[other] ? YL_CHANGE_EDITED : YL_CHANGE_ENTERED;
  if (extent != YL_CHANGE_OF_ROW)
    change.row_label = "";
  yl_versions_add (it->versions, &change);
}

static void
add_row (const Comparing *it, YlSide side, const YlWorksheet *sheet, guint32 row)
{
  guint n = 0;
  const YlCell *cells = yl_worksheet_find_row (sheet, row, &n);
  for (guint i = 0; i < n; i++)
    {
      if (is_blank (&cells[i]))
        continue;
      g_autofree char *called = g_strdup_printf ("%u", row);
      add_alone (it, side, YL_CHANGE_OF_ROW, &(Place){ sheet->name, row, cells[i].column }, called);
      return;
    }
}

static void
add_column (const Comparing *it, YlSide side, const YlWorksheet *sheet, guint column)
{
  for (guint i = 0; i < sheet->cells->len; i++)
    {
      const YlCell *cell = &g_array_index (sheet->cells, YlCell, i);
      if (cell->column != column || is_blank (cell))
        continue;
      char letters[YL_COLUMN_LETTERS];
      yl_column_to_letters (column, letters);
      add_alone (it, side, YL_CHANGE_OF_COLUMN, &(Place){ sheet->name, cell->row, column },
                 letters);
      return;
    }
}

static void
add_columns (const Comparing *it, const YlSheetPair *pair)
{
  const YlColumnMatch *columns = pair->columns;
  for (guint column = 0; column < columns->n_planned; column++)
    if (yl_column_match_find (columns, column) == YL_NO_COLUMN)
      add_column (it, YL_OLD, pair->planned, column);
  for (guint i = 0; i < columns->added->len; i++)
    add_column (it, YL_NEW, pair->found, g_array_index (columns->added, guint32, i));
}

static void
add_sheet (const Comparing *it, YlSide side, const YlWorksheet *sheet)
{
  const guint32 row = yl_worksheet_get_next_row (sheet, 0);
  guint n = 0;
  const YlCell *cells = row == 0 ? NULL : yl_worksheet_find_row (sheet, row, &n);
  add_alone (it, side, YL_CHANGE_OF_SHEET,
             &(Place){ sheet->name, row, n == 0 ? 0 : (guint) cells[0].column }, sheet->name);
}

/* ---- sheet by sheet */

/* Columns that one side has alone are told as columns. */
static gboolean
is_of_column (const YlSheetPair *pair, guint column)
{
  return yl_column_match_find (pair->columns, column) == YL_NO_COLUMN
         || (pair->columns->is_straight && yl_column_match_is_added (pair->columns, column));
}

static void
compare_row (const Comparing *it, const YlSheetPair *pair, guint32 old_row, guint32 new_row)
{
  guint n[YL_N_SIDES] = { 0 };
  guint next[YL_N_SIDES] = { 0 };
  const YlCell *cells[] = { yl_worksheet_find_row (pair->planned, old_row, &n[YL_OLD]),
                            yl_worksheet_find_row (pair->straight, new_row, &n[YL_NEW]) };
  while (next[YL_OLD] < n[YL_OLD] || next[YL_NEW] < n[YL_NEW])
    {
      CellPair at = { 0 };
      guint column = YL_NO_COLUMN;
      for (guint side = 0; side < YL_N_SIDES; side++)
        if (next[side] < n[side])
          column = MIN (column, (guint) cells[side][next[side]].column);
      for (guint side = 0; side < YL_N_SIDES; side++)
        if (next[side] < n[side] && cells[side][next[side]].column == column)
          at.cell[side] = &cells[side][next[side]++];
      at.place[YL_OLD] = (Place){ pair->planned->name, old_row, column };
      at.place[YL_NEW] =
          (Place){ pair->found->name, new_row, yl_column_match_find (pair->columns, column) };
      if (!is_of_column (pair, column))
        compare_cell (it, pair, &at);
    }
}

static void
compare_sheet (const Comparing *it, const YlSheetPair *pair)
{
  const YlRowMatch *rows = pair->rows;
  add_columns (it, pair);
  for (guint32 row = 1; row <= rows->n_planned; row++)
    if (rows->found_of[row] != 0)
      compare_row (it, pair, row, rows->found_of[row]);
    else
      add_row (it, YL_OLD, pair->planned, row);
  for (guint32 row = 1; row <= rows->n_found; row++)
    if (rows->planned_of[row] == 0)
      add_row (it, YL_NEW, pair->straight, row);
}

static void
compare_sheets (const Comparing *it)
{
  const YlBookMatch *match = it->match;
  for (guint i = 0; i < match->pairs->len; i++)
    {
      const YlSheetPair *pair = &g_array_index (match->pairs, YlSheetPair, i);
      if (pair->found == NULL)
        add_sheet (it, YL_OLD, pair->planned);
      else
        compare_sheet (it, pair);
    }
  for (guint i = 0; i < match->additions->len; i++)
    add_sheet (it, YL_NEW, g_ptr_array_index (match->additions, i));
}

/* ---- the totals that both state */

static void
add_steps (YlVersions *versions, YlSide side, const YlAudit *audit)
{
  for (guint i = 0; i < audit->steps->len; i++)
    {
      const YlDifferenceStep *step = &g_array_index (audit->steps, YlDifferenceStep, i);
      yl_versions_add_step (versions, side, step->step,
                            side == YL_OLD ? step->amount_fen : -step->amount_fen);
    }
}

static void
compare_totals (const YlBookVersion *sides, YlVersions *versions)
{
  const YlAudit *old_audit = sides[YL_OLD].audit;
  const YlAudit *new_audit = sides[YL_NEW].audit;
  versions->has_stated = old_audit->has_stated && old_audit->has_expected && new_audit->has_stated
                         && new_audit->has_expected;
  if (!versions->has_stated)
    return;
  versions->stated_fen[YL_OLD] = old_audit->stated_fen;
  versions->stated_fen[YL_NEW] = new_audit->stated_fen;
  add_steps (versions, YL_OLD, old_audit);
  yl_versions_add_step (versions, YL_N_SIDES, "两份数据副本重算的需求合计之差",
                        new_audit->expected_fen - old_audit->expected_fen);
  add_steps (versions, YL_NEW, new_audit);
}

/* ---- the old workbook as what the new one is held against */

static void
copy_head_rows (const YlBookMatch *plan, const YlWorksheet *found, YlPlannedSheet *sheet)
{
  const YlSheetPair *pair = yl_book_match_find_pair (plan, found->name, FALSE);
  const YlPlannedSheet *planned =
      pair == NULL ? NULL : yl_planned_book_find_sheet (plan->plan, pair->planned->name);
  for (guint32 row = 1; planned != NULL && row <= pair->rows->n_found; row++)
    if (pair->rows->planned_of[row] != 0
        && yl_planned_sheet_is_head_row (planned, pair->rows->planned_of[row]))
      yl_planned_book_note_head (sheet, row);
}

/* (transfer full): of those @sheets, whose cells it borrows. */
static YlPlannedBook *
take_as_plan (const YlBookMatch *plan, const YlWorkbook *found, const GPtrArray *sheets)
{
  YlPlannedBook *book = yl_planned_book_new (found->file, found->texts);
  for (guint i = 0; i < sheets->len; i++)
    {
      YlWorksheet *sheet = g_ptr_array_index (sheets, i);
      copy_head_rows (plan, sheet, yl_planned_book_take_sheet (book, sheet));
    }
  return book;
}

/* ---- which sheets have to be looked at */

/* Texts of one pool are the same where their ids are. */
static gboolean
is_same_sheet (const YlWorksheet *a, const YlWorksheet *b)
{
  return a->cells->len == b->cells->len
         && memcmp (a->cells->data, b->cells->data, a->cells->len * sizeof (YlCell)) == 0;
}

/* (transfer full) (element-type YlWorksheet): those of @found that @other has not cell by cell. */
static GPtrArray *
list_changed (const YlWorkbook *found, const YlWorkbook *other, const char *passed_over)
{
  GPtrArray *changed = g_ptr_array_new ();
  for (guint i = 0; i < found->sheets->len; i++)
    {
      YlWorksheet *sheet = g_ptr_array_index (found->sheets, i);
      const YlWorksheet *same = yl_workbook_find_sheet (other, sheet->name);
      if (!g_str_equal (sheet->name, passed_over) && (same == NULL || !is_same_sheet (sheet, same)))
        g_ptr_array_add (changed, sheet);
    }
  return changed;
}

/* Finding what stands where takes most of the time, so sheets that are the same are left out: what others
 * read of them has not moved. */
static void
compare_changed (Comparing *it, GPtrArray *const changed[YL_N_SIDES], const char *passed_over)
{
  for (guint side = 0; side < YL_N_SIDES; side++)
    {
      const YlBookVersion *version = &it->sides[side];
      it->plans[side] = yl_book_match_new (version->found, version->plan, passed_over);
      it->told[side] = list_told (version->audit);
      it->missing[side] = list_missing (it->plans[side]);
    }
  g_autoptr (YlPlannedBook) old_book =
      take_as_plan (it->plans[YL_OLD], it->sides[YL_OLD].found, changed[YL_OLD]);
  YlWorkbook new_book = *it->sides[YL_NEW].found;
  new_book.sheets = changed[YL_NEW];
  it->match = yl_book_match_new (&new_book, old_book, passed_over);
  compare_sheets (it);
  yl_arena_free_record (it->match);
  for (guint side = 0; side < YL_N_SIDES; side++)
    {
      yl_arena_free_record (it->plans[side]);
      g_hash_table_unref (it->told[side]);
      g_hash_table_unref (it->missing[side]);
    }
}

YlVersions *
yl_book_compare (const YlBookVersion *versions, const char *passed_over)
{
  Comparing it = { .sides = versions, .versions = yl_versions_new () };
  const YlWorkbook *old_book = versions[YL_OLD].found;
  const YlWorkbook *new_book = versions[YL_NEW].found;
  g_autoptr (GPtrArray) gone = list_changed (old_book, new_book, passed_over);
  g_autoptr (GPtrArray) come = list_changed (new_book, old_book, passed_over);
  if (gone->len > 0 || come->len > 0)
    compare_changed (&it, (GPtrArray *const[]){ gone, come }, passed_over);
  compare_totals (versions, it.versions);
  yl_versions_arrange (it.versions);
  return it.versions;
}
