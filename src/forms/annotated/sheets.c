#include "annotated-private.h"

#include "yanglu/base/date.h"
#include "yanglu/forms/form-text.h"

#include <string.h>

/* Of a workbook without styles. */
static const YlCellLook usual = { "", YL_COLOUR_BLACK, YL_COLOUR_WHITE, 0, 0, 0 };
/* Of days that formulas give. */
static const YlCellLook day_look = { "yyyy-mm-dd", YL_COLOUR_UNKNOWN, YL_COLOUR_UNKNOWN, 0, 0, 0 };

/* What a sheet is walked through by: cells as found, cells as they are dressed and notes, side by side. */
typedef struct
{
  const YlFoundSheets *self;
  const YlWorksheet *sheet;
  gpointer sunk;
  const GArray *notes;
  const GArray *dresses; /* (nullable) */
  guint next_cell;
  guint next_note;
  guint next_dress;
  YlPageWalk page;
  guint32 row; /* the last that has got its height */
} Walk;

/* ---- the cell at a place ---- */

typedef struct
{
  guint32 row;
  guint column;
} Place;

static void
take_less (Place *place, guint32 row, guint column)
{
  if (row < place->row || (row == place->row && column < place->column))
    *place = (Place){ row, column };
}

/* FALSE at the end. */
static gboolean
find_next (const Walk *walk, Place *place)
{
  *place = (Place){ G_MAXUINT32, 0 };
  if (walk->next_cell < walk->sheet->cells->len)
    {
      const YlCell *cell = &g_array_index (walk->sheet->cells, YlCell, walk->next_cell);
      take_less (place, cell->row, cell->column);
    }
  if (walk->next_note < walk->notes->len)
    {
      const YlCellNote *note = &g_array_index (walk->notes, YlCellNote, walk->next_note);
      take_less (place, note->row, note->column);
    }
  if (walk->dresses != NULL && walk->next_dress < walk->dresses->len)
    {
      const YlCellDress *dress = &g_array_index (walk->dresses, YlCellDress, walk->next_dress);
      take_less (place, dress->row, dress->column);
    }
  return place->row != G_MAXUINT32;
}

static const YlCell *
take_cell (Walk *walk, const Place *place)
{
  const YlCell *cell = walk->next_cell >= walk->sheet->cells->len
                           ? NULL
                           : &g_array_index (walk->sheet->cells, YlCell, walk->next_cell);
  if (cell == NULL || cell->row != place->row || cell->column != place->column)
    return NULL;
  walk->next_cell++;
  return cell;
}

static const YlCellNote *
take_note (Walk *walk, const Place *place)
{
  const YlCellNote *note = walk->next_note >= walk->notes->len
                               ? NULL
                               : &g_array_index (walk->notes, YlCellNote, walk->next_note);
  if (note == NULL || note->row != place->row || note->column != place->column)
    return NULL;
  walk->next_note++;
  return note;
}

/* The last of those that the plan puts there. */
static const YlCellDress *
take_dress (Walk *walk, const Place *place)
{
  const YlCellDress *taken = NULL;
  for (; walk->dresses != NULL && walk->next_dress < walk->dresses->len; walk->next_dress++)
    {
      const YlCellDress *dress = &g_array_index (walk->dresses, YlCellDress, walk->next_dress);
      if (dress->row != place->row || dress->column != place->column)
        break;
      taken = dress;
    }
  return taken;
}

/* ---- its mark ---- */

/* A sheet with more conditional formats is taken for one where they cover everything. */
#define MAX_CONDITIONS 64u

static gboolean
is_conditional (const Walk *walk, const Place *place)
{
  const GArray *conditions = walk->sheet->page.conditions;
  gboolean is_covered = conditions->len > MAX_CONDITIONS;
  for (guint i = 0; i < conditions->len && !is_covered; i++)
    is_covered = yl_cell_range_has (&g_array_index (conditions, YlLookCondition, i).range,
                                    place->row, place->column);
  return is_covered;
}

/* On which black letters are read, whatever light paper takes its place. */
static gboolean
is_light (guint32 paper)
{
  static const guint32 rims = 0xC0C0C0;
  return paper != YL_COLOUR_UNKNOWN && (paper & rims) == rims;
}

/* Another paper could hide or show a number that was found hidden or shown. */
static gboolean
keeps_paper (const Walk *walk, const YlCellNote *note, const YlFormCell *cell, const Place *place)
{
  const YlCellLook *look = cell->found;
  return note->is_shown || is_conditional (walk, place)
         || (look != NULL && (look->ink != YL_COLOUR_BLACK || !is_light (look->paper)));
}

/* ---- its content ---- */

/* (nullable): as a number, what a formula gave as a day. */
static char *
count_days (const char *text)
{
  YlDate date;
  if (!yl_date_parse (yl_text_of (text), &date) || strlen (text) != strlen ("2021-01-31"))
    return NULL;
  GDate day;
  const guint value = date.yyyymmdd;
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay) (value % 100), (GDateMonth) (value / 100 % 100),
                  (GDateYear) (value / 10000));
  /* Excel's day 1 is 1900-01-01, and 1900-02-29 counts, which never was. */
  static const guint32 day_of_1899_12_30 = 693594;
  return g_strdup_printf ("%u", g_date_get_julian (&day) - day_of_1899_12_30);
}

static const YlCellLook *
find_look (Walk *walk, const Place *place)
{
  const guint16 look = yl_page_walk_to_cell (&walk->page, place->row, place->column);
  const GArray *looks = walk->self->looks;
  return &g_array_index (looks, YlCellLook, look < looks->len ? look : 0);
}

/* The rest of its texts live as long as the workbook; @out_made is the caller's. */
static void
fill_content (Walk *walk, const YlCell *found, YlFormCell *cell, char **out_made)
{
  const YlWorkbook *workbook = walk->self->workbook;
  const char *value = yl_workbook_get_text (workbook, found->value);
  cell->content = (YlContent) found->content;
  cell->text = value;
  cell->formula = found->formula == 0 ? NULL : yl_workbook_get_text (workbook, found->formula);
  cell->is_array = found->is_array;
  /* A list that goes back is to look as its sender knows it; a budget has the letters of its plan. */
  if (cell->content == YL_CONTENT_NUMBER
      || (cell->content == YL_CONTENT_TEXT && !walk->self->page->leads_back))
    cell->found = find_look (walk, &(Place){ found->row, found->column });
  if (cell->content == YL_CONTENT_TEXT && cell->formula != NULL)
    *out_made = count_days (value);
  if (*out_made != NULL)
    {
      cell->content = YL_CONTENT_NUMBER;
      cell->text = *out_made;
      cell->found = &day_look;
    }
  else if (cell->content == YL_CONTENT_NONE && cell->formula != NULL)
    {
      cell->content = YL_CONTENT_TEXT;
      cell->text = "";
      cell->found = find_look (walk, &(Place){ found->row, found->column });
    }
  else if (cell->content == YL_CONTENT_TEXT)
    cell->text = yl_form_make_visible (value, out_made);
}

static void
fill_look (const YlCellDress *dress, YlFormCell *cell)
{
  const gboolean has_lines = cell->content == YL_CONTENT_TEXT && strchr (cell->text, '\n') != NULL;
  cell->look = has_lines ? YL_LOOK_FOUND_LINES : YL_LOOK_FOUND;
  if (dress == NULL)
    return;
  cell->look = (YlLook) dress->look;
  cell->style = (YlStyle) dress->style;
  cell->measure = (YlMeasure) dress->measure;
}

/* ---- the walk ---- */

static void
write_cell (Walk *walk, const Place *place)
{
  const YlFoundSheets *self = walk->self;
  const YlCell *found = take_cell (walk, place);
  const YlCellNote *note = take_note (walk, place);
  const YlCellDress *dress = take_dress (walk, place);
  if (place->row > YL_SHEET_MAX_ROWS || place->column >= YL_SHEET_MAX_COLUMNS)
    return;
  g_autofree char *made = NULL;
  g_autofree char *link = NULL;
  YlCellMark mark = { .severity = YL_SEVERITY_INFO };
  YlFormCell cell = { .row = place->row,
                      .column = (guint16) place->column,
                      .last_column = (guint16) place->column };
  if (found != NULL)
    fill_content (walk, found, &cell, &made);
  fill_look (dress, &cell);
  if (note != NULL)
    {
      mark.severity = (YlSeverity) note->severity;
      mark.is_framed = keeps_paper (walk, note, &cell, place);
      mark.note = note->text->str;
      cell.mark = &mark;
      link = g_strdup_printf ("'%s'!A%u", self->page->sheet, self->first_row + note->finding);
      cell.link = self->page->leads_back ? link : NULL;
    }
  self->sink->put (self->sink->self, walk->sunk, &cell);
}

/* Rows are told once, before their cells. */
static void
set_row (Walk *walk, guint32 row)
{
  if (row == walk->row || row > YL_SHEET_MAX_ROWS)
    return;
  const YlCellSink *sink = walk->self->sink;
  const guint32 height_cpt = yl_page_walk_to_row (&walk->page, row);
  walk->row = row;
  if (height_cpt != 0 && sink->set_height != NULL)
    sink->set_height (sink->self, walk->sunk, row, height_cpt / 100.0);
}

static void
hide_rows (const Walk *walk)
{
  const YlCellSink *sink = walk->self->sink;
  const GArray *hidden = walk->sheet->hidden_rows;
  for (guint i = 0; sink->set != NULL && i < hidden->len; i++)
    {
      const guint32 row = g_array_index (hidden, guint32, i);
      if (row <= YL_SHEET_MAX_ROWS)
        sink->set (sink->self, walk->sunk,
                   &(YlSheetSetting){ .kind = YL_SETTING_HIDE_ROW, .first_row = row });
    }
}

/* A format that is too long is General. */
GArray *
yl_found_sheets_list_looks (const YlWorkbook *workbook)
{
  GArray *looks = g_array_new (FALSE, FALSE, sizeof (YlCellLook));
  if (workbook->looks->len == 0)
    g_array_append_val (looks, usual);
  g_array_append_vals (looks, workbook->looks->data, workbook->looks->len);
  for (guint i = 0; i < looks->len; i++)
    {
      YlCellLook *look = &g_array_index (looks, YlCellLook, i);
      if (look->format != NULL && strlen (look->format) > YL_ANNOTATED_FORMAT_BYTES)
        look->format = "";
    }
  return looks;
}

gpointer
yl_found_sheets_begin (const YlFoundSheets *self, guint index)
{
  const YlWorksheet *sheet = g_ptr_array_index (self->workbook->sheets, index);
  const YlSheetDress *dress = yl_dressing_find (self->dressing, sheet->name);
  YlSheetForm form = { .is_bare = TRUE };
  if (dress != NULL)
    form = dress->form;
  form.name = self->tabs[index];
  return self->sink->begin_sheet (self->sink->self, &form);
}

void
yl_found_sheets_write (const YlFoundSheets *self, guint index, gpointer sunk)
{
  const YlWorksheet *sheet = g_ptr_array_index (self->workbook->sheets, index);
  const YlSheetDress *dress = yl_dressing_find (self->dressing, sheet->name);
  Walk walk = { .self = self,
                .sheet = sheet,
                .sunk = sunk,
                .notes = g_ptr_array_index (self->notes->sheets, index),
                .dresses = dress == NULL ? NULL : dress->cells };
  yl_page_walk_init (&walk.page, &sheet->page);
  for (Place place; find_next (&walk, &place);)
    {
      set_row (&walk, place.row);
      write_cell (&walk, &place);
    }
  hide_rows (&walk);
  yl_page_walk_clear (&walk.page);
}
