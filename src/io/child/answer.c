#include "yanglu/io/child/answer.h"

#include "confine-private.h"
#include "process-private.h"
#include "records-private.h"
#include "yanglu/base/error.h"

#include <unistd.h>

/* What the process answers with, where it ends before it can say why. */
#define NOT_CONFINED 3
#define NOT_HEARD 4

/* The one workbook that this process reads. */
typedef struct
{
  YlBlock block;
  YlFindings *findings;
  gsize n_findings_sent;
  char *sheet;
  goffset done;
  goffset all;
  goffset done_sent;
  const YlInput *input;
  const YlChildReaders *readers;
  guint64 n_cells; /* handed on so far */
  /* Once a formula without a value was met: the workbook as it was found, and what it comes to. */
  YlTextPool *texts;
  YlWorkbook *book;
  GArray *filled; /* (nullable) (element-type YlFilledCell) */
} Answer;

/* A workbook of more cells is not kept whole to work formulas out. */
#define MAX_WORKED_OUT_CELLS ((guint64) 4000000)

/* Progress comes without a word of whose it is: a process reads one workbook. */
static Answer *the_answer;

static void
note_progress (goffset done, goffset all)
{
  the_answer->done = done;
  the_answer->all = all;
}

static void
add_finding (YlBlock *block, const YlFinding *finding)
{
  yl_block_add_number (block, YL_RECORD_FINDING);
  yl_block_add_number (block, finding->code);
  yl_block_add_number (block, finding->severity);
  yl_block_add_number (block, finding->is_priced ? 1 : 0);
  yl_block_add_long (block, finding->row);
  for (gsize i = 0; i < G_N_ELEMENTS (yl_record_finding_texts); i++)
    yl_block_add_text (block, G_STRUCT_MEMBER (const char *, finding, yl_record_finding_texts[i]));
}

/* A finding goes before the row at which it was found. */
static void
add_findings (Answer *self)
{
  for (; self->n_findings_sent < yl_findings_get_n (self->findings); self->n_findings_sent++)
    add_finding (&self->block, yl_findings_get (self->findings, self->n_findings_sent));
}

static void
add_progress (Answer *self)
{
  if (self->done == self->done_sent)
    return;
  self->done_sent = self->done;
  yl_block_add_number (&self->block, YL_RECORD_PROGRESS);
  yl_block_add_long (&self->block, self->done);
  yl_block_add_long (&self->block, self->all);
}

/* Returns: whether the sheet is read on; nobody there: there is nothing more to do. */
static gboolean
send_block (Answer *self)
{
  const char answer = yl_block_send (&self->block);
  if (answer == '\0')
    _exit (NOT_HEARD);
  return answer == YL_ANSWER_GO_ON;
}

static gboolean
begin_sheet (gpointer data, const char *sheet, gboolean is_hidden)
{
  Answer *self = data;
  g_free (self->sheet);
  self->sheet = g_strdup (sheet);
  add_findings (self);
  add_progress (self);
  yl_block_add_number (&self->block, YL_RECORD_SHEET);
  yl_block_add_number (&self->block, is_hidden ? 1 : 0);
  yl_block_add_text (&self->block, sheet);
  return send_block (self);
}

/* A thousand cells that all show one text of the shared ones are more than the file has bytes. */
static void
report_long (Answer *self, YlRowId row)
{
  g_autofree char *message = g_strdup_printf ("工作表“%s”第 %" YL_ROW_ID_FORMAT
                                              " 行的文字合计超过 16 MiB 的上限，该行未读",
                                              self->sheet, row);
  yl_findings_add (self->findings, &(YlFinding){ .code = YL_E08,
                                                 .severity = yl_code_get_severity (YL_E08),
                                                 .sheet = self->sheet,
                                                 .row = row,
                                                 .message = message });
}

static void
add_row (YlBlock *block, YlRowId row, const YlText *cells, guint n_cells, gsize text_bytes)
{
  yl_block_add_number (block, YL_RECORD_ROW);
  yl_block_add_long (block, row);
  yl_block_add_number (block, n_cells);
  char *length_at = yl_block_add (block, n_cells * sizeof (guint32) + text_bytes);
  char *text_at = length_at + n_cells * sizeof (guint32);
  for (guint i = 0; i < n_cells; i++)
    {
      const guint32 length = (guint32) cells[i].length;
      memcpy (length_at, &length, sizeof length);
      length_at += sizeof length;
      if (length > 0)
        memcpy (text_at, cells[i].at, length);
      text_at += length;
    }
}

static gboolean
take_row (gpointer data, YlRowId row, const YlText *cells, guint n_cells)
{
  Answer *self = data;
  gsize text_bytes = 0;
  self->n_cells += n_cells;
  for (guint i = 0; i < n_cells; i++)
    text_bytes += cells[i].length;
  const gboolean is_long = text_bytes > YL_ROW_MAX_TEXT_BYTES;
  if (is_long)
    report_long (self, row);
  add_findings (self);
  if (!is_long)
    add_row (&self->block, row, cells, n_cells, text_bytes);
  if (!yl_block_is_full (&self->block))
    return TRUE;
  add_progress (self);
  return send_block (self);
}

static void
hide_row (gpointer data, YlRowId row)
{
  Answer *self = data;
  yl_block_add_number (&self->block, YL_RECORD_HIDE_ROW);
  yl_block_add_long (&self->block, row);
}

static void
end_sheet (gpointer data)
{
  Answer *self = data;
  add_findings (self);
  yl_block_add_number (&self->block, YL_RECORD_SHEET_END);
}

/* Not every form of file has its formulas read (.xls): what they come to nobody works out then. */
static gboolean
has_formulas (const YlWorkbook *workbook)
{
  for (guint i = 0; i < workbook->sheets->len; i++)
    {
      const GArray *cells = ((const YlWorksheet *) g_ptr_array_index (workbook->sheets, i))->cells;
      for (guint k = 0; k < cells->len; k++)
        if (g_array_index (cells, YlCell, k).formula != 0)
          return TRUE;
    }
  return FALSE;
}

/* Formulas may need cells of any sheet, so the workbook is read once more, and kept. */
static void
work_out (Answer *self)
{
  if (self->book != NULL || self->n_cells > MAX_WORKED_OUT_CELLS)
    return;
  g_autoptr (YlFindings) untold = yl_findings_new_counting (0);
  self->texts = yl_text_pool_new ();
  self->book = self->readers->load (self->input, self->texts, untold, NULL, NULL);
  if (self->book != NULL && has_formulas (self->book))
    self->filled = self->readers->work_out (self->book);
}

static void
take_layout (gpointer data, const YlSheetLayout *layout)
{
  Answer *self = data;
  if (layout->n_unsaved > 0)
    work_out (self);
  add_findings (self);
  const YlWorksheet *sheet =
      self->filled == NULL ? NULL : yl_workbook_find_sheet (self->book, self->sheet);
  if (!yl_layout_record_send (&self->block, layout, self->filled, sheet))
    _exit (NOT_HEARD);
}

static gboolean
answer_rows (Answer *self, GError **error)
{
  const YlRowSink sink = { .begin_sheet = begin_sheet,
                           .row = take_row,
                           .end_sheet = end_sheet,
                           .hide_row = hide_row,
                           .layout = take_layout,
                           .self = self };
  return self->readers->read (self->input, &sink, self->findings, note_progress, error);
}

static gboolean
answer_whole (Answer *self, GError **error)
{
  g_autoptr (YlTextPool) texts = yl_text_pool_new ();
  g_autoptr (YlWorkbook) workbook =
      self->readers->load (self->input, texts, self->findings, note_progress, error);
  if (workbook != NULL && !yl_book_record_send (&self->block, workbook))
    _exit (NOT_HEARD);
  return workbook != NULL;
}

/* The block that closes it all: what was done, or why not. */
static void
close_answer (Answer *self, const GError *error)
{
  add_findings (self);
  add_progress (self);
  if (error == NULL)
    yl_block_add_number (&self->block, YL_RECORD_DONE);
  else
    {
      yl_block_add_number (&self->block, YL_RECORD_ERROR);
      yl_block_add_number (&self->block, (guint32) error->code);
      yl_block_add_text (&self->block, error->message);
    }
  yl_block_send_last (&self->block);
}

gboolean
yl_child_is_asked (int argc, char **argv)
{
  return argc == 4 && strcmp (argv[1], YL_CHILD_ARGUMENT) == 0;
}

void
yl_child_answer (char **argv, const YlChildReaders *readers)
{
  if (!yl_child_confine ())
    _exit (NOT_CONFINED);
  Answer self = { .findings = yl_findings_new () };
  the_answer = &self;
  yl_block_init (&self.block, YL_CHILD_SOCKET_FD);
  g_autoptr (GError) error = NULL;
  g_autoptr (YlInput) input = yl_input_new_for_file (argv[3], YL_CHILD_INPUT_FD, &error);
  const gboolean is_whole = strcmp (argv[2], YL_CHILD_WHOLE) == 0;
  self.input = input;
  self.readers = readers;
  if (input != NULL)
    (is_whole ? answer_whole : answer_rows) (&self, &error);
  close_answer (&self, error);
  /* The system takes the memory back; what runs at exit() runs in the parent. */
  _exit (0);
}
