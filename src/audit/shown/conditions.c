/* Conditional formats: their formulas are worked out in a copy of the sheet, in cells behind each row. */
#include "conditions-private.h"

#include "yanglu/audit/formula/recalculate.h"
#include "yanglu/audit/shown/colour.h"

#include <string.h>

/* Where the formulas of a row begin: beyond what anybody fills in. */
#define FIRST_COLUMN 8192u

struct _YlPageConditions
{
  const YlWorkbook *workbook;
  const YlWorksheet *sheet;
  GArray *sorted; /* of YlLookCondition: by priority */
  YlWorkbook *copy;
  YlRecalculation *recalculation;
  guint32 row;   /* of the last number */
  guint n_asked; /* in that row */
  guint n_left;
  guint n_looks_left; /* of conditions at a number */
};

gboolean
yl_page_is_number (const YlCell *cell)
{
  return cell->content == YL_CONTENT_NUMBER
         || (cell->content == YL_CONTENT_NONE && cell->formula != 0);
}

static gint
compare_priority (gconstpointer a, gconstpointer b)
{
  const YlLookCondition *first = a;
  const YlLookCondition *second = b;
  return (first->priority > second->priority) - (first->priority < second->priority);
}

static void
change_look (const YlCellLook *change, YlCellLook *look)
{
  look->format = change->format == NULL ? look->format : change->format;
  look->ink = change->ink == YL_COLOUR_UNKNOWN ? look->ink : change->ink;
  look->paper = change->paper == YL_COLOUR_UNKNOWN ? look->paper : change->paper;
  look->size_cpt = change->size_cpt == 0 ? look->size_cpt : change->size_cpt;
}

/* Workbooks of more looks than this have some that any colour is lost in. */
#define MAX_LOOKS 1000u

/* Whether any cell of the workbook could be hidden by it: most conditions make a number stand out. */
static gboolean
is_of_matter (const YlWorkbook *workbook, const YlLookCondition *condition)
{
  const GArray *looks = workbook->looks;
  if (condition->kind == YL_CONDITION_HIDES)
    return TRUE;
  if (condition->look >= looks->len)
    return FALSE;
  const YlCellLook *change = &g_array_index (looks, YlCellLook, condition->look);
  if (change->format != NULL || change->size_cpt != 0 || looks->len > MAX_LOOKS)
    return TRUE;
  for (guint i = 0; i < looks->len; i++)
    {
      YlCellLook look = g_array_index (looks, YlCellLook, i);
      change_look (change, &look);
      if (yl_colour_is_lost (look.ink, look.paper))
        return TRUE;
    }
  return FALSE;
}

/* The condition as one formula for @cell: "E5>=(10000)". */
static char *
write_formula (const YlPageConditions *self, const YlLookCondition *condition, const YlCell *cell)
{
  const char *compare = yl_workbook_get_text (self->workbook, condition->compare);
  const gint64 rows = (gint64) cell->row - condition->row;
  const gint64 columns = (gint64) cell->column - condition->column;
  g_autofree char *first =
      yl_formula_shift (yl_workbook_get_text (self->workbook, condition->first), rows, columns);
  g_autofree char *second =
      yl_formula_shift (yl_workbook_get_text (self->workbook, condition->second), rows, columns);
  g_autofree char *place = yl_cell_to_text (cell->row, cell->column);
  if (condition->kind != YL_CONDITION_CELL)
    return g_steal_pointer (&first);
  if (strcmp (compare, "between") == 0)
    return g_strdup_printf ("AND(%s>=(%s),%s<=(%s))", place, first, place, second);
  if (strcmp (compare, "outside") == 0)
    return g_strdup_printf ("OR(%s<(%s),%s>(%s))", place, first, place, second);
  return g_strdup_printf ("%s%s(%s)", place, compare, first);
}

/* Whether the conditions may be looked through for one more number, so that many of both end. */
static gboolean
may_look (YlPageConditions *self)
{
  const gboolean may = self->n_looks_left >= self->sorted->len;
  self->n_looks_left -= may ? self->sorted->len : 0;
  return may;
}

/* Where the formula of the next condition of a row stands; 0 when there are too many. */
static guint
take_place (YlPageConditions *self, guint32 row)
{
  if (row != self->row)
    self->n_asked = 0;
  self->row = row;
  if (self->n_left == 0 || FIRST_COLUMN + self->n_asked >= YL_SHEET_MAX_COLUMNS)
    return 0;
  self->n_left--;
  return FIRST_COLUMN + self->n_asked++;
}

/* (nullable): the next condition from @at on that the cell lies under, and where its formula stands: asked
 * and answered in the same order. NULL: there is none, or no place is left. */
static const YlLookCondition *
find_next (YlPageConditions *self, const YlCell *cell, guint n, guint *at, guint *out_column)
{
  while (*at < n)
    {
      const YlLookCondition *condition = &g_array_index (self->sorted, YlLookCondition, (*at)++);
      if (!yl_cell_range_has (&condition->range, cell->row, cell->column))
        continue;
      *out_column = take_place (self, cell->row);
      return *out_column == 0 ? NULL : condition;
    }
  return NULL;
}

static void
add_formulas (YlPageConditions *self, const YlCell *cell, GArray *formulas)
{
  const guint n = may_look (self) ? self->sorted->len : 0;
  guint at = 0;
  guint column = 0;
  for (const YlLookCondition *condition;
       (condition = find_next (self, cell, n, &at, &column)) != NULL;)
    {
      g_autofree char *formula = write_formula (self, condition, cell);
      const YlCell asked = { .row = cell->row,
                             .column = (guint16) column,
                             .formula =
                                 yl_text_pool_add (self->workbook->texts, yl_text_of (formula)) };
      g_array_append_val (formulas, asked);
    }
}

/* The cells of the sheet, and behind each row what its conditions ask. */
static void
fill_copy (YlPageConditions *self, GArray *cells)
{
  const GArray *found = self->sheet->cells;
  g_autoptr (GArray) formulas = g_array_new (FALSE, FALSE, sizeof (YlCell));
  for (guint i = 0; i < found->len; i++)
    {
      const YlCell *cell = &g_array_index (found, YlCell, i);
      const gboolean is_last =
          i + 1 == found->len || g_array_index (found, YlCell, i + 1).row != cell->row;
      if (cell->column < FIRST_COLUMN)
        g_array_append_vals (cells, cell, 1);
      if (yl_page_is_number (cell))
        add_formulas (self, cell, formulas);
      if (!is_last)
        continue;
      g_array_append_vals (cells, formulas->data, formulas->len);
      g_array_set_size (formulas, 0);
    }
}

static YlWorkbook *
copy_book (YlPageConditions *self)
{
  const YlWorkbook *workbook = self->workbook;
  YlWorkbook *copy = yl_workbook_new (workbook->file, workbook->texts);
  copy->effort = workbook->effort;
  copy->file_bytes = workbook->file_bytes;
  for (guint i = 0; i < workbook->names->len; i++)
    {
      const YlDefinedName *name = &g_array_index (workbook->names, YlDefinedName, i);
      yl_workbook_add_name (copy, name->name, name->reference);
    }
  for (guint i = 0; i < workbook->sheets->len; i++)
    {
      const YlWorksheet *old = g_ptr_array_index (workbook->sheets, i);
      YlWorksheet *kept = yl_workbook_add_sheet (copy, old->name);
      if (old == self->sheet)
        fill_copy (self, kept->cells);
      else
        kept->cells =
            yl_arena_own (copy->arena, g_array_ref (old->cells), (GDestroyNotify) g_array_unref);
    }
  return copy;
}

/* Places are given out in the same order to those who ask and to those who are told. */
static void
start (YlPageConditions *self)
{
  self->row = 0;
  self->n_asked = 0;
  self->n_left = YL_PAGE_MAX_CONDITIONS;
  self->n_looks_left = YL_PAGE_MAX_LOOKS;
}

YlPageConditions *
yl_page_conditions_new (const YlWorkbook *workbook, const YlWorksheet *sheet)
{
  const GArray *all = sheet->page.conditions;
  gboolean is_needed = FALSE;
  for (guint i = 0; i < all->len && !is_needed; i++)
    is_needed = is_of_matter (workbook, &g_array_index (all, YlLookCondition, i));
  if (!is_needed)
    return NULL;
  YlPageConditions *self = g_new0 (YlPageConditions, 1);
  self->workbook = workbook;
  self->sheet = sheet;
  self->sorted = g_array_new (FALSE, FALSE, sizeof (YlLookCondition));
  g_array_append_vals (self->sorted, all->data, all->len);
  g_array_sort (self->sorted, compare_priority);
  start (self);
  self->copy = copy_book (self);
  self->recalculation = yl_recalculation_new (self->copy);
  start (self);
  return self;
}

void
yl_page_conditions_free (YlPageConditions *conditions)
{
  yl_recalculation_free (conditions->recalculation);
  yl_arena_free_record (conditions->copy);
  g_array_unref (conditions->sorted);
  g_free (conditions);
}

static gboolean
is_met (const YlPageConditions *self, const YlLookCondition *condition, guint32 row, guint column)
{
  YlCellValue value;
  if (condition->kind == YL_CONDITION_HIDES)
    return TRUE;
  yl_recalculation_get (self->recalculation, self->sheet->name, row, column, &value);
  return (value.kind == YL_VALUE_BOOLEAN || value.kind == YL_VALUE_NUMBER)
         && value.number.units != 0;
}

/* What the first condition that holds says of the format, a colour or the size stays. */
static void
add_change (const YlWorkbook *workbook, const YlLookCondition *condition, YlCellLook *change)
{
  if (condition->look >= workbook->looks->len)
    return;
  YlCellLook further = g_array_index (workbook->looks, YlCellLook, condition->look);
  change_look (change, &further);
  *change = further;
}

gboolean
yl_page_conditions_apply (YlPageConditions *self, const YlCell *cell, YlCellLook *look)
{
  YlCellLook change = { .ink = YL_COLOUR_UNKNOWN, .paper = YL_COLOUR_UNKNOWN };
  gboolean is_over = FALSE;
  gboolean is_hidden = FALSE;
  const guint n = may_look (self) ? self->sorted->len : 0;
  guint at = 0;
  guint column = 0;
  for (const YlLookCondition *condition;
       (condition = find_next (self, cell, n, &at, &column)) != NULL;)
    {
      if (is_over || !is_met (self, condition, cell->row, column))
        continue;
      is_hidden |= condition->kind == YL_CONDITION_HIDES;
      if (condition->kind != YL_CONDITION_HIDES)
        add_change (self->workbook, condition, &change);
      is_over = condition->is_last != 0;
    }
  change_look (&change, look);
  return is_hidden;
}
