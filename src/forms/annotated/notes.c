#include "annotated-private.h"

#include "yanglu/base/money.h"
#include "yanglu/forms/form-text.h"

static gboolean
is_said (const char *text)
{
  return text != NULL && text[0] != '\0';
}

/* ---- where a finding stands ---- */

/* A cell of the workbook; row 0: the sheet as a whole. */
typedef struct
{
  guint sheet;
  guint32 row;
  guint column;
} Place;

/* Findings of other files, of sheets that are gone and of the file as a whole have none. */
static gboolean
find_sheet (const YlNotesPage *page,
            const YlWorkbook *found,
            const YlFinding *finding,
            guint *out_sheet)
{
  if (is_said (finding->file) && g_strcmp0 (finding->file, page->file) != 0)
    return FALSE;
  *out_sheet = 0;
  if (!is_said (finding->sheet))
    return found->sheets->len == 1 && (finding->row != 0 || is_said (finding->cell));
  for (guint i = 0; i < found->sheets->len; i++)
    {
      const YlWorksheet *sheet = g_ptr_array_index (found->sheets, i);
      *out_sheet = i;
      if (g_strcmp0 (sheet->name, finding->sheet) == 0)
        return TRUE;
    }
  return FALSE;
}

/* "D7", the first of "D7:D9", the column of a letter, or the first cell that its row has. */
static void
find_cell (const YlWorksheet *sheet, const YlFinding *finding, Place *place)
{
  YlCellRange range;
  if (is_said (finding->cell) && yl_cell_range_parse (finding->cell, &range))
    {
      place->row = range.first_row;
      place->column = range.first_column;
      return;
    }
  if (finding->row == 0 || finding->row > YL_SHEET_MAX_ROWS)
    return;
  g_autofree char *corner = g_strdup_printf (
      "%s%" YL_ROW_ID_FORMAT, finding->column == NULL ? "" : finding->column, finding->row);
  if (yl_cell_parse (corner, &place->row, &place->column))
    return;
  guint n_cells = 0;
  const YlCell *cells = yl_worksheet_find_row (sheet, (guint32) finding->row, &n_cells);
  place->row = (guint32) finding->row;
  place->column = n_cells == 0 ? 0 : cells[0].column;
}

static char *
quote_tab (const char *tab)
{
  g_auto (GStrv) parts = g_strsplit (tab, "'", -1);
  g_autofree char *doubled = g_strjoinv ("''", parts);
  return g_strdup_printf ("'%s'", doubled);
}

/* Of what leads nowhere. */
static char *
describe_place (const YlNotesPage *page, const YlFinding *finding)
{
  const gboolean is_ours = !is_said (finding->file) || g_strcmp0 (finding->file, page->file) == 0;
  GString *place = g_string_new (is_ours ? "" : finding->file);
  if (is_said (finding->sheet) && g_strcmp0 (finding->sheet, place->str) != 0)
    g_string_append_printf (place, "%s%s", place->len == 0 ? "" : " ", finding->sheet);
  if (is_said (finding->cell))
    g_string_append_printf (place, "!%s", finding->cell);
  else if (finding->row != 0)
    g_string_append_printf (place, " 第%" YL_ROW_ID_FORMAT "行", finding->row);
  if (place->len == 0)
    g_string_append (place, "整个文件");
  return g_string_free (place, FALSE);
}

static void
tell_place (YlNotes *notes, guint index, const char *name, const char *tab, const Place *place)
{
  const guint32 row = MAX (place->row, 1);
  g_autofree char *cell = yl_cell_to_text (row, place->column);
  g_autofree char *quoted = quote_tab (tab);
  g_autofree char *link = g_strdup_printf ("%s!%s", quoted, cell);
  g_autofree char *shown =
      place->row == 0 ? g_strdup (name) : g_strdup_printf ("%s!%s", name, cell);
  notes->places[index] = g_string_chunk_insert (notes->texts, shown);
  notes->links[index] = g_string_chunk_insert (notes->texts, link);
}

/* ---- what is noted ---- */

static void
append_clipped (GString *out, const char *text, const char *list)
{
  g_autofree char *made = NULL;
  const char *visible = yl_form_make_visible (text, &made);
  if (g_utf8_strlen (visible, -1) <= YL_NOTE_CHARACTERS)
    {
      g_string_append (out, visible);
      return;
    }
  const char *end = g_utf8_offset_to_pointer (visible, YL_NOTE_CHARACTERS);
  g_string_append_len (out, visible, end - visible);
  g_string_append_printf (out, "…（全文见“%s”）", list);
}

static void
append_value (GString *out, const char *label, const char *value, const char *list)
{
  if (!is_said (value))
    return;
  g_string_append_printf (out, "\n%s：", label);
  append_clipped (out, value, list);
}

static void
append_stake (GString *out, const YlFinding *finding)
{
  YlStakes stakes = { 0 };
  const YlStake stake = yl_finding_get_stake (finding);
  yl_stakes_add (&stakes, finding);
  if (!finding->is_priced || stakes.fen[stake] == 0)
    return;
  g_autofree char *yuan = yl_money_to_grouped ((YlMoney){ stakes.fen[stake] });
  g_string_append_printf (out, "\n%s：%s 元", yl_stake_get_name (stake), yuan);
}

static void
append_finding (GString *out, const YlFinding *finding, const char *list)
{
  g_string_append_printf (out, "%s【%s %s】", out->len == 0 ? "" : "\n\n",
                          yl_severity_get_name (finding->severity),
                          yl_code_get_name (finding->code));
  append_clipped (out, finding->message == NULL ? "" : finding->message, list);
  g_autofree char *seen = yl_finding_write_seen (finding);
  g_autofree char *expected = yl_finding_write_expected (finding);
  append_value (out, "现值", seen, list);
  append_value (out, "应为", expected, list);
  append_value (out, "改法", finding->repair, list);
  append_stake (out, finding);
  append_value (out, "受益方", finding->gainer, list);
}

static void
note_clear (gpointer data)
{
  g_string_free (((YlCellNote *) data)->text, TRUE);
}

/* Findings of one cell come one after another here; they are one note. */
static void
add_note (YlNotes *notes, const YlNotesPage *page, guint index, const Place *place)
{
  const YlFinding *finding = yl_findings_get (page->findings, index);
  GArray *cells = g_ptr_array_index (notes->sheets, place->sheet);
  YlCellNote *last = cells->len == 0 ? NULL : &g_array_index (cells, YlCellNote, cells->len - 1);
  if (last == NULL || last->row != place->row || last->column != place->column)
    {
      const YlCellNote fresh = { .row = place->row,
                                 .column = (guint16) place->column,
                                 .severity = (guint8) finding->severity,
                                 .finding = index,
                                 .text = g_string_new (NULL) };
      g_array_append_val (cells, fresh);
      last = &g_array_index (cells, YlCellNote, cells->len - 1);
    }
  last->severity = MIN (last->severity, (guint8) finding->severity);
  last->is_shown |= finding->code == YL_C11 ? 1 : 0;
  if (last->n_findings++ < YL_NOTE_FINDINGS)
    append_finding (last->text, finding, page->sheet);
}

/* A finding and its cell, to be put into the order of the cells. */
typedef struct
{
  Place place;
  guint finding;
} Placed;

static gint
compare_placed (gconstpointer a, gconstpointer b)
{
  const Placed *one = a;
  const Placed *two = b;
  if (one->place.sheet != two->place.sheet)
    return one->place.sheet < two->place.sheet ? -1 : 1;
  if (one->place.row != two->place.row)
    return one->place.row < two->place.row ? -1 : 1;
  if (one->place.column != two->place.column)
    return one->place.column < two->place.column ? -1 : 1;
  return (one->finding > two->finding) - (one->finding < two->finding);
}

/* (transfer full): those that stand in a cell. */
static GArray *
place_findings (YlNotes *notes,
                const YlNotesPage *page,
                const YlWorkbook *found,
                const char *const *tabs)
{
  GArray *placed = g_array_new (FALSE, FALSE, sizeof (Placed));
  for (guint i = 0; i < yl_findings_get_n (page->findings); i++)
    {
      const YlFinding *finding = yl_findings_get (page->findings, i);
      Placed one = { .finding = i };
      if (!find_sheet (page, found, finding, &one.place.sheet))
        {
          g_autofree char *place = describe_place (page, finding);
          notes->places[i] = g_string_chunk_insert (notes->texts, place);
          continue;
        }
      const YlWorksheet *sheet = g_ptr_array_index (found->sheets, one.place.sheet);
      find_cell (sheet, finding, &one.place);
      tell_place (notes, i, sheet->name, tabs[one.place.sheet], &one.place);
      if (one.place.row != 0)
        g_array_append_val (placed, one);
    }
  g_array_sort (placed, compare_placed);
  return placed;
}

static void
tell_rest (const GArray *cells, const char *list)
{
  for (guint i = 0; i < cells->len; i++)
    {
      const YlCellNote *note = &g_array_index (cells, YlCellNote, i);
      if (note->n_findings > YL_NOTE_FINDINGS)
        g_string_append_printf (note->text, "\n\n另有 %u 项，见“%s”。",
                                note->n_findings - YL_NOTE_FINDINGS, list);
    }
}

YlNotes *
yl_notes_new (const YlNotesPage *page, const YlWorkbook *found, const char *const *tabs)
{
  const gsize n = yl_findings_get_n (page->findings);
  YlNotes *notes = g_new0 (YlNotes, 1);
  notes->texts = g_string_chunk_new (4096);
  notes->places = g_new0 (const char *, n + 1);
  notes->links = g_new0 (const char *, n + 1);
  notes->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < found->sheets->len; i++)
    {
      GArray *cells = g_array_new (FALSE, FALSE, sizeof (YlCellNote));
      g_array_set_clear_func (cells, note_clear);
      g_ptr_array_add (notes->sheets, cells);
    }
  g_autoptr (GArray) placed = place_findings (notes, page, found, tabs);
  for (guint i = 0; i < placed->len; i++)
    {
      const Placed *one = &g_array_index (placed, Placed, i);
      add_note (notes, page, one->finding, &one->place);
    }
  for (guint i = 0; i < notes->sheets->len; i++)
    tell_rest (g_ptr_array_index (notes->sheets, i), page->sheet);
  return notes;
}

void
yl_notes_free (YlNotes *notes)
{
  if (notes == NULL)
    return;
  g_ptr_array_unref (notes->sheets);
  g_free (notes->places);
  g_free (notes->links);
  g_string_chunk_free (notes->texts);
  g_free (notes);
}
