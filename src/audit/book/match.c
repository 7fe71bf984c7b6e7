#include "match-private.h"

#include "yanglu/audit/formula/compare.h"

#include <string.h>

/* Puts the last cell where it belongs among those of its row, which begin at @first. */
static void
put_in_order (GArray *cells, guint first)
{
  YlCell *cell = (YlCell *) cells->data;
  for (guint i = cells->len - 1; i > first && cell[i].column < cell[i - 1].column; i--)
    {
      const YlCell last = cell[i];
      cell[i] = cell[i - 1];
      cell[i - 1] = last;
    }
}

/* The cells of @found that were planned, in the columns that were planned for them. */
static void
put_straight (const YlWorksheet *found, const YlColumnMatch *columns, GArray *straight)
{
  guint first = 0; /* of the row */
  for (guint i = 0; i < found->cells->len; i++)
    {
      YlCell cell = g_array_index (found->cells, YlCell, i);
      const guint32 column = columns->planned_of[cell.column];
      if (first < straight->len && g_array_index (straight, YlCell, first).row != cell.row)
        first = straight->len;
      if (column == YL_NO_COLUMN)
        continue;
      cell.column = (guint16) column;
      g_array_append_val (straight, cell);
      put_in_order (straight, first);
    }
}

/* Finds the columns, then the rows, for as long as @into is there. Sheets that are put straight become
 * those of it. */
static void
match_cells (const YlBookMatch *match, YlSheetPair *pair, YlWorkbook *into)
{
  pair->columns = yl_column_match_new (
      into->arena, pair->found, yl_planned_book_find_sheet (match->plan, pair->planned->name));
  pair->straight = pair->found;
  if (!pair->columns->is_straight)
    {
      YlWorksheet *straight = yl_workbook_add_sheet (into, pair->planned->name);
      put_straight (pair->found, pair->columns, straight->cells);
      pair->straight = straight;
    }
  pair->rows = yl_row_match_new (into->arena, pair->straight, pair->planned);
}

static gboolean
is_taken (const YlBookMatch *match, const YlWorksheet *sheet)
{
  for (guint i = 0; i < match->pairs->len; i++)
    if (g_array_index (match->pairs, YlSheetPair, i).found == sheet)
      return TRUE;
  return FALSE;
}

static void
pair_by_name (YlBookMatch *match, const char *passed_over)
{
  const GPtrArray *planned = match->plan->workbook->sheets;
  for (guint i = 0; i < planned->len; i++)
    {
      const YlWorksheet *sheet = g_ptr_array_index (planned, i);
      if (strcmp (sheet->name, passed_over) == 0)
        continue;
      const YlSheetPair pair = { .found = yl_workbook_find_sheet (match->found, sheet->name),
                                 .planned = sheet };
      g_array_append_val (match->pairs, pair);
    }
}

/* The share of planned rows that a sheet holds, in per mille. */
static guint
measure_likeness (const YlBookMatch *match, const YlWorksheet *found, const YlWorksheet *planned)
{
  g_autoptr (YlWorkbook) straighted = yl_workbook_new ("", match->found->texts);
  YlSheetPair pair = { .found = found, .planned = planned };
  guint n_planned = 0;
  guint n_there = 0;
  match_cells (match, &pair, straighted);
  for (guint32 row = 1; row <= pair.rows->n_planned; row++)
    {
      guint n = 0;
      n_planned += yl_worksheet_find_row (planned, row, &n) != NULL ? 1 : 0;
      n_there += pair.rows->found_of[row] != 0 ? 1 : 0;
    }
  return n_planned == 0 ? 0 : (guint) ((guint64) n_there * 1000 / n_planned);
}

/* A sheet that was given another name is the one that holds more than half of the planned rows. */
static void
pair_renamed (YlBookMatch *match)
{
  for (guint i = 0; i < match->pairs->len; i++)
    {
      YlSheetPair *pair = &g_array_index (match->pairs, YlSheetPair, i);
      guint best = 500;
      for (guint k = 0; pair->found == NULL && k < match->found->sheets->len; k++)
        {
          const YlWorksheet *sheet = g_ptr_array_index (match->found->sheets, k);
          const gboolean is_free =
              !is_taken (match, sheet)
              && yl_workbook_find_sheet (match->plan->workbook, sheet->name) == NULL;
          const guint likeness = is_free ? measure_likeness (match, sheet, pair->planned) : 0;
          if (likeness <= best)
            continue;
          best = likeness;
          pair->found = sheet;
        }
    }
}

static void
list_additions (YlBookMatch *match, const char *passed_over)
{
  for (guint i = 0; i < match->found->sheets->len; i++)
    {
      const YlWorksheet *sheet = g_ptr_array_index (match->found->sheets, i);
      if (!is_taken (match, sheet) && strcmp (sheet->name, passed_over) != 0)
        g_ptr_array_add (match->additions, (gpointer) sheet);
    }
}

YlBookMatch *
yl_book_match_new (const YlWorkbook *found, const YlPlannedBook *plan, const char *passed_over)
{
  YlBookMatch *match = yl_arena_new_record (sizeof *match);
  match->found = found;
  match->plan = plan;
  match->pairs = yl_arena_array (match->arena, sizeof (YlSheetPair));
  match->additions =
      yl_arena_own (match->arena, g_ptr_array_new (), (GDestroyNotify) g_ptr_array_unref);
  pair_by_name (match, passed_over);
  pair_renamed (match);
  list_additions (match, passed_over);
  match->straighted =
      yl_arena_own (match->arena, yl_workbook_new ("", found->texts), yl_arena_free_record);
  for (guint i = 0; i < match->pairs->len; i++)
    {
      YlSheetPair *pair = &g_array_index (match->pairs, YlSheetPair, i);
      if (pair->found == NULL)
        continue;
      match_cells (match, pair, match->straighted);
      match->has_moved_columns = match->has_moved_columns || !pair->columns->is_straight;
    }
  return match;
}

typedef struct
{
  const YlBookMatch *match;
  gboolean is_of_columns;
  gboolean is_of_rows;
  gboolean is_lost; /* a reference means rows, columns or a sheet that are gone */
} Following;

static gboolean
follow_in_sheet (const Following *following, const YlSheetPair *pair, YlFormulaToken *reference)
{
  if (following->is_of_columns
      && !yl_column_match_find_range (pair->columns, reference->column, reference->last_column,
                                      &reference->column, &reference->last_column))
    return FALSE;
  return !following->is_of_rows || pair->rows->is_straight
         || yl_row_match_find_range (pair->rows, reference->row, reference->last_row,
                                     &reference->row, &reference->last_row);
}

/* Leads a planned reference to where the cells that it means stand now. */
static gboolean
follow (gpointer data, YlFormulaToken *reference)
{
  Following *following = data;
  const YlBookMatch *match = following->match;
  for (guint i = 0; i < match->pairs->len; i++)
    {
      const YlSheetPair *pair = &g_array_index (match->pairs, YlSheetPair, i);
      if (!yl_formula_sheet_is (reference->sheet, pair->planned->name))
        continue;
      if (pair->found == NULL || !follow_in_sheet (following, pair, reference))
        following->is_lost = TRUE;
      else
        reference->sheet = yl_text_of (pair->found->name);
      return !following->is_lost;
    }
  return TRUE;
}

/* A range, and the rows beside it that are nobody's of the plan. */
static void
grow (const YlSheetPair *pair, YlFormulaToken *reference)
{
  const YlRowMatch *rows = pair->rows;
  guint n = 0;
  while (reference->row > 1 && reference->row - 1 <= rows->n_found
         && rows->planned_of[reference->row - 1] == 0
         && yl_worksheet_find_row (pair->found, reference->row - 1, &n) != NULL)
    reference->row--;
  while (reference->last_row < rows->n_found && rows->planned_of[reference->last_row + 1] == 0
         && yl_worksheet_find_row (pair->found, reference->last_row + 1, &n) != NULL)
    reference->last_row++;
}

static void
append_reference (GString *text, const YlFormulaToken *reference)
{
  char first[YL_COLUMN_LETTERS];
  char last[YL_COLUMN_LETTERS];
  yl_column_to_letters (reference->column, first);
  yl_column_to_letters (reference->last_column, last);
  if (reference->sheet.length > 0)
    g_string_append_printf (text, "'%.*s'!", (int) reference->sheet.length, reference->sheet.at);
  g_string_append_printf (text, "%s%u", first, reference->row);
  if (reference->is_range)
    g_string_append_printf (text, ":%s%u", last, reference->last_row);
}

char *
yl_book_match_lead_formula (const YlBookMatch *match,
                            const YlSheetPair *pair,
                            const char *planned,
                            gboolean is_grown)
{
  Following following = { .match = match, .is_of_columns = TRUE, .is_of_rows = TRUE };
  g_autoptr (GString) text = g_string_new (NULL);
  YlFormulaToken token;
  const char *before = yl_formula_start (planned);
  for (const char *at = before; yl_formula_token_next (&at, &token); before = at)
    {
      if (token.kind != YL_TOKEN_REFERENCE || token.is_external)
        {
          g_string_append_len (text, before, at - before);
          continue;
        }
      const gboolean is_named = token.sheet.length > 0;
      g_autofree char *name = is_named ? yl_text_dup (token.sheet) : NULL;
      const YlSheetPair *meant = is_named ? yl_book_match_find_pair (match, name, TRUE) : pair;
      token.sheet = is_named ? token.sheet : yl_text_of (pair->planned->name);
      if (meant == NULL || !follow (&following, &token))
        return NULL;
      if (is_grown && token.row != token.last_row)
        grow (meant, &token);
      append_reference (text, &token);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Two formulas, and the sheets that they stand in. */
typedef struct
{
  const char *wanted;
  const char *planned_sheet;
  const char *there;
  const char *found_sheet;
} Formulas;

static gboolean
is_equal (const Formulas *it, YlFormulaMap map, Following *following)
{
  return yl_formula_equal (it->wanted, it->planned_sheet, it->there, it->found_sheet, map,
                           following);
}

/* A program that moves rows without looking at formulas leaves them as they were: those that did not
 * follow their rows are the same, those that did not follow their columns are not. */
static YlFormulaLikeness
compare_formulas (const YlBookMatch *match, const Formulas *it, gboolean *out_is_lost)
{
  Following following = { .match = match };
  const gboolean is_left = is_equal (it, NULL, NULL);
  if (is_left && !match->has_moved_columns)
    return YL_FORMULA_SAME;
  following.is_of_columns = match->has_moved_columns;
  if (match->has_moved_columns && is_equal (it, follow, &following))
    return YL_FORMULA_SAME;
  following.is_of_rows = TRUE;
  if (is_equal (it, follow, &following))
    return YL_FORMULA_SAME;
  *out_is_lost = following.is_lost;
  if (following.is_lost && strstr (it->there, "#REF!") != NULL)
    return YL_FORMULA_SAME;
  following.is_of_columns = FALSE;
  following.is_lost = FALSE;
  return is_left || (match->has_moved_columns && is_equal (it, follow, &following))
             ? YL_FORMULA_LEFT
             : YL_FORMULA_OTHER;
}

YlFormulaLikeness
yl_book_match_compare_formula (const YlBookMatch *match,
                               const YlSheetPair *pair,
                               const YlCell *found,
                               const YlCell *planned)
{
  if (found->formula == planned->formula && !match->has_moved_columns)
    return YL_FORMULA_SAME;
  const Formulas formulas = {
    .wanted = yl_workbook_get_text (match->found, planned->formula),
    .planned_sheet = pair->planned->name,
    .there = yl_workbook_get_text (match->found, found->formula),
    .found_sheet = pair->found->name,
  };
  gboolean is_lost = FALSE;
  return compare_formulas (match, &formulas, &is_lost);
}

gboolean
yl_book_match_is_reference (const YlBookMatch *match, const char *found, const char *planned)
{
  const Formulas formulas = { planned, "", found, "" };
  gboolean is_lost = FALSE;
  return compare_formulas (match, &formulas, &is_lost) == YL_FORMULA_SAME || is_lost;
}

const YlSheetPair *
yl_book_match_find_pair (const YlBookMatch *match, const char *sheet, gboolean is_planned)
{
  for (guint i = 0; i < match->pairs->len; i++)
    {
      const YlSheetPair *pair = &g_array_index (match->pairs, YlSheetPair, i);
      const YlWorksheet *side = is_planned ? pair->planned : pair->found;
      if (pair->found != NULL && strcmp (side->name, sheet) == 0)
        return pair;
    }
  return NULL;
}

gboolean
yl_book_match_is_planned (const YlBookMatch *match, const char *sheet)
{
  return yl_book_match_find_pair (match, sheet, FALSE) != NULL;
}

gboolean
yl_book_match_find_planned (const YlBookMatch *match,
                            const YlBookPlace *place,
                            YlBookPlace *out_planned)
{
  const YlSheetPair *pair = yl_book_match_find_pair (match, place->sheet, FALSE);
  if (pair == NULL || place->row > pair->rows->n_found)
    return FALSE;
  const guint32 row = pair->rows->planned_of[place->row];
  const guint column = yl_column_match_find_planned (pair->columns, place->column);
  if (row == 0 || column == YL_NO_COLUMN)
    return FALSE;
  *out_planned = (YlBookPlace){ pair->planned->name, row, column };
  return TRUE;
}

gboolean
yl_book_match_find_found (const YlBookMatch *match,
                          const YlBookPlace *place,
                          YlBookPlace *out_found)
{
  const YlSheetPair *pair = yl_book_match_find_pair (match, place->sheet, TRUE);
  if (pair == NULL || place->row > pair->rows->n_planned)
    return FALSE;
  const guint32 row = pair->rows->found_of[place->row];
  const guint column = yl_column_match_find (pair->columns, place->column);
  if (row == 0 || column == YL_NO_COLUMN)
    return FALSE;
  *out_found = (YlBookPlace){ pair->found->name, row, column };
  return TRUE;
}

/* Cells as people know them: by what stands before them in their row and over them. */

#define N_NAMES 2

static gboolean
is_label (const YlCell *cell)
{
  return cell->content == YL_CONTENT_TEXT && cell->formula == 0;
}

static const YlPlannedSheet *
find_sheet (const YlBookMatch *match, const YlWorksheet *planned)
{
  return yl_planned_book_find_sheet (match->plan, planned->name);
}

char *
yl_book_name_row (const YlBookMatch *match, const YlWorksheet *planned, guint32 row)
{
  guint n = 0;
  guint n_names = 0;
  const YlCell *cells = yl_worksheet_find_row (planned, row, &n);
  if (yl_planned_sheet_is_head_row (find_sheet (match, planned), row))
    return g_strdup ("表头");
  GString *name = g_string_new (NULL);
  for (guint i = 0; i < n && n_names < N_NAMES; i++)
    {
      if (!is_label (&cells[i]) || (cells[i].column == 0 && n > 1 && is_label (&cells[1])))
        continue;
      g_autofree char *text =
          yl_text_join_lines (yl_workbook_get_text (match->found, cells[i].value));
      g_string_append_printf (name, "%s%s", n_names++ == 0 ? "" : " ", text);
    }
  return g_string_free (name, FALSE);
}

/* So much of a sentence tells which one it is. */
#define N_TOLD 40

char *
yl_book_tell_row (const YlBookMatch *match, const YlWorksheet *planned, guint32 row)
{
  guint n = 0;
  const YlCell *cells = yl_worksheet_find_row (planned, row, &n);
  g_autofree char *name = yl_book_name_row (match, planned, row);
  if (name[0] == '\0' && n == 1 && cells[0].content == YL_CONTENT_TEXT)
    {
      g_free (name);
      name = yl_text_join_lines (yl_workbook_get_text (match->plan->workbook, cells[0].value));
    }
  g_autofree char *text = yl_text_dup (yl_text_trim (yl_text_of (name)));
  if (g_utf8_strlen (text, -1) <= N_TOLD)
    return g_steal_pointer (&text);
  g_autofree char *first = g_utf8_substring (text, 0, N_TOLD);
  return g_strconcat (first, "…", NULL);
}

char *
yl_book_name_column (const YlBookMatch *match,
                     const YlWorksheet *planned,
                     guint32 row,
                     guint column)
{
  const YlPlannedNote *note = yl_planned_sheet_find_note (find_sheet (match, planned), row, column);
  if (note == NULL || note->head == NULL)
    return g_strdup ("");
  g_autofree char *whole = g_strconcat (note->group == NULL ? "" : note->group, note->head, NULL);
  return yl_text_join_lines (whole);
}
