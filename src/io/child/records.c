#include "records-private.h"

#include "confine-private.h"
#include "yanglu/base/error.h"
#include "yanglu/domain/cell-place.h"

const gsize yl_record_finding_texts[] = {
  G_STRUCT_OFFSET (YlFinding, sheet),    G_STRUCT_OFFSET (YlFinding, column),
  G_STRUCT_OFFSET (YlFinding, cell),     G_STRUCT_OFFSET (YlFinding, seen),
  G_STRUCT_OFFSET (YlFinding, expected), G_STRUCT_OFFSET (YlFinding, repair),
  G_STRUCT_OFFSET (YlFinding, message),  G_STRUCT_OFFSET (YlFinding, gainer),
  G_STRUCT_OFFSET (YlFinding, basis),
};

/* No archive has more parts. */
#define MAX_SHEETS 4096u

void
yl_record_taker_init (YlRecordTaker *taker,
                      const char *file,
                      const YlRowSink *sink,
                      YlWorkbook *workbook,
                      YlFindings *findings)
{
  const YlTextId empty = 0;
  *taker = (YlRecordTaker){
    .file = file,
    .sink = sink,
    .findings = findings,
    .workbook = workbook,
    .texts = g_array_new (FALSE, FALSE, sizeof (YlTextId)),
    .cells = g_array_new (FALSE, FALSE, sizeof (YlText)),
    .layouts = yl_layouts_new (),
  };
  g_array_append_val (taker->texts, empty);
}

void
yl_record_taker_clear (YlRecordTaker *taker)
{
  g_array_unref (taker->texts);
  g_array_unref (taker->cells);
  g_clear_pointer (&taker->layouts, yl_layouts_free);
  g_clear_error (&taker->error);
}

static gboolean
refuse (YlCursor *cursor)
{
  cursor->is_bad = TRUE;
  return FALSE;
}

static void
take_sheet (YlRecordTaker *taker, YlCursor *cursor)
{
  const gboolean is_hidden = yl_cursor_take_below (cursor, 2) != 0;
  g_autofree char *name = yl_cursor_take_text (cursor);
  /* The child waits for what this sheet is answered. */
  if (cursor->is_bad || name == NULL || cursor->left > 0 || taker->sink == NULL
      || taker->is_in_sheet || ++taker->n_sheets > MAX_SHEETS)
    {
      refuse (cursor);
      return;
    }
  taker->is_refused = !taker->sink->begin_sheet (taker->sink->self, name, is_hidden);
  taker->is_passed = taker->is_refused && taker->is_again;
  taker->is_in_sheet = !taker->is_refused || taker->is_passed;
  taker->is_left = taker->is_passed;
  taker->sheet = yl_layouts_begin (taker->layouts);
  const YlSheetLayout *known =
      taker->known == NULL ? NULL : yl_layouts_get (taker->known, taker->n_sheets - 1);
  if (!taker->is_refused && known != NULL && taker->sink->layout != NULL)
    taker->sink->layout (taker->sink->self, known);
}

static gboolean
is_inside_character (char byte)
{
  return ((guchar) byte & 0xC0) == 0x80;
}

/* The bytes of all cells follow their lengths: they are looked at as one text, and no cell may begin
 * inside a character of it. */
static gboolean
take_cells (YlRecordTaker *taker, YlCursor *cursor, guint n_cells)
{
  const char *lengths = yl_cursor_take (cursor, (guint64) n_cells * sizeof (guint32));
  if (lengths == NULL)
    return FALSE;
  g_array_set_size (taker->cells, n_cells);
  YlText *cells = (YlText *) (void *) taker->cells->data;
  const char *first = cursor->at;
  const char *at = first;
  gsize left = cursor->left;
  for (guint i = 0; i < n_cells; i++)
    {
      guint32 length;
      memcpy (&length, lengths + i * sizeof length, sizeof length);
      if (length > left || (length > 0 && is_inside_character (*at)))
        return refuse (cursor);
      cells[i] = (YlText){ at, length };
      at += length;
      left -= length;
    }
  const gsize all = (gsize) (at - first);
  yl_cursor_take (cursor, all);
  return g_utf8_validate_len (first, all, NULL) || refuse (cursor);
}

static void
take_row (YlRecordTaker *taker, YlCursor *cursor)
{
  const YlRowId row = yl_cursor_take_long (cursor);
  const guint n_cells = yl_cursor_take_below (cursor, YL_SHEET_MAX_COLUMNS + 1);
  if (!taker->is_in_sheet || row < 1 || row > YL_SHEET_MAX_ROWS)
    refuse (cursor);
  if (cursor->is_bad || !take_cells (taker, cursor, n_cells) || taker->is_left)
    return;
  if (taker->known != NULL)
    yl_layouts_fill (taker->known, taker->n_sheets - 1, (guint32) row, taker->cells);
  const YlText *cells = (const YlText *) (const void *) taker->cells->data;
  taker->is_left = !taker->sink->row (taker->sink->self, row, cells, taker->cells->len);
}

static void
take_hidden_row (YlRecordTaker *taker, YlCursor *cursor)
{
  const YlRowId row = yl_cursor_take_long (cursor);
  if (!taker->is_in_sheet || row < 1 || row > YL_SHEET_MAX_ROWS)
    refuse (cursor);
  if (!cursor->is_bad && !taker->is_left && taker->sink->hide_row != NULL)
    taker->sink->hide_row (taker->sink->self, row);
}

static void
take_sheet_end (YlRecordTaker *taker, YlCursor *cursor)
{
  if (!taker->is_in_sheet)
    {
      refuse (cursor);
      return;
    }
  taker->is_in_sheet = FALSE;
  taker->is_left = FALSE;
  taker->needs_layouts = taker->needs_layouts || yl_layouts_is_needed (taker->layouts);
  if (!taker->is_passed)
    taker->sink->end_sheet (taker->sink->self);
}

/* What was found beyond the place where the sheet was left, nobody reads. */
static void
take_finding (YlRecordTaker *taker, YlCursor *cursor)
{
  g_autoptr (YlArena) arena = yl_arena_new ();
  YlFinding finding = { .file = taker->file };
  finding.code = (YlCode) yl_cursor_take_below (cursor, YL_N_CODES);
  finding.severity = (YlSeverity) yl_cursor_take_below (cursor, YL_N_SEVERITIES);
  finding.is_priced = yl_cursor_take_below (cursor, 2) != 0;
  finding.row = yl_cursor_take_long (cursor);
  for (gsize i = 0; i < G_N_ELEMENTS (yl_record_finding_texts); i++)
    {
      char *text = yl_cursor_take_text (cursor);
      if (text != NULL)
        G_STRUCT_MEMBER (const char *, &finding, yl_record_finding_texts[i]) =
            yl_arena_take (arena, text);
    }
  if (finding.row < 0 || finding.row > YL_SHEET_MAX_ROWS || finding.message == NULL)
    refuse (cursor);
  if (!cursor->is_bad && !taker->is_left)
    yl_findings_add (taker->findings, &finding);
}

static void
take_progress (YlRecordTaker *taker, YlCursor *cursor)
{
  const gint64 done = yl_cursor_take_long (cursor);
  const gint64 all = yl_cursor_take_long (cursor);
  if (done < 0 || done > all)
    refuse (cursor);
  if (!cursor->is_bad && taker->progress != NULL)
    taker->progress (done, all);
}

static void
take_error (YlRecordTaker *taker, YlCursor *cursor)
{
  const guint32 code = yl_cursor_take_below (cursor, YL_ERROR_USAGE + 1);
  g_autofree char *message = yl_cursor_take_text (cursor);
  if (message == NULL || message[0] == '\0')
    refuse (cursor);
  if (cursor->is_bad)
    return;
  taker->error = g_error_new_literal (YL_ERROR, (gint) code, message);
  taker->is_done = TRUE;
}

static void
take_done (YlRecordTaker *taker, YlCursor *cursor)
{
  if (taker->is_in_sheet)
    refuse (cursor);
  taker->is_done = TRUE;
}

/* What stays in memory cannot be more than the child could hold. */
static void
count_kept (YlRecordTaker *taker, YlCursor *cursor, YlChildRecord record, gsize n_bytes)
{
  if (record == YL_RECORD_ROW || record == YL_RECORD_PROGRESS)
    return;
  taker->kept_bytes += n_bytes;
  if (taker->kept_bytes > YL_CHILD_ADDRESS_BYTES)
    refuse (cursor);
}

static void
take_record (YlRecordTaker *taker, YlChildRecord record, YlCursor *cursor)
{
  static void (*const takers[]) (YlRecordTaker *, YlCursor *) = {
    [YL_RECORD_SHEET] = take_sheet,         [YL_RECORD_ROW] = take_row,
    [YL_RECORD_SHEET_END] = take_sheet_end, [YL_RECORD_FINDING] = take_finding,
    [YL_RECORD_PROGRESS] = take_progress,   [YL_RECORD_ERROR] = take_error,
    [YL_RECORD_DONE] = take_done,           [YL_RECORD_HIDE_ROW] = take_hidden_row,
  };
  if ((gsize) record < G_N_ELEMENTS (takers) && takers[record] != NULL)
    takers[record](taker, cursor);
  else if (taker->workbook == NULL
               ? !taker->is_in_sheet || !yl_layout_record_take (taker, record, cursor)
               : !yl_book_record_take (taker, record, cursor))
    refuse (cursor);
}

gboolean
yl_record_taker_take (YlRecordTaker *taker, const char *block, gsize length)
{
  YlCursor cursor = { .at = block, .left = length, .is_bad = length == 0 };
  taker->is_refused = FALSE;
  while (!cursor.is_bad && cursor.left > 0)
    {
      const gsize left = cursor.left;
      if (taker->is_done)
        return FALSE;
      const YlChildRecord record = (YlChildRecord) yl_cursor_take_number (&cursor);
      if (!cursor.is_bad)
        take_record (taker, record, &cursor);
      count_kept (taker, &cursor, record, left - cursor.left);
    }
  return !cursor.is_bad;
}

char
yl_record_taker_get_answer (const YlRecordTaker *taker)
{
  return taker->is_refused || taker->is_left ? YL_ANSWER_LEAVE : YL_ANSWER_GO_ON;
}
