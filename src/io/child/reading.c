#include "yanglu/io/child/reading.h"

#include "order-private.h"
#include "records-private.h"
#include "yanglu/base/error.h"

#include <signal.h>

/* Twice the CPU that it is given: it may have to share. */
#define PATIENCE_MS ((gint64) 120 * 1000)

typedef enum
{
  FAULT_DIED,
  FAULT_CPU,
  FAULT_STALLED,
  FAULT_RUBBISH,
  N_FAULTS
} Fault;

static gboolean
set_fault (GError **error, const char *name, Fault fault)
{
  static const char *const what[] = {
    [FAULT_DIED] = "读取时意外中止，没有读完：文件可能已损坏，或大到内存放不下",
    [FAULT_CPU] = "读取用了 60 秒仍未读完，已停止：文件过大，或已损坏",
    [FAULT_STALLED] = "读取时很久没有回应，已停止：文件可能已损坏，或系统过于繁忙",
    [FAULT_RUBBISH] = "读出的内容前后不符，未采用：文件可能已损坏",
  };
  G_STATIC_ASSERT (G_N_ELEMENTS (what) == N_FAULTS);
  g_set_error (error, YL_ERROR, YL_ERROR_IO,
               "工作簿“%s”%s。请用 Excel、WPS 打开后另存为 .xlsx 再试。", name, what[fault]);
  return FALSE;
}

static gboolean
take_block (
    YlChildProcess *child, YlRecordTaker *taker, YlSaid *said, GByteArray *block, Fault *out_fault)
{
  guint32 length = 0;
  YlChildState state = yl_child_process_receive (child, &length, sizeof length);
  if (state == YL_CHILD_SPOKE && length > YL_BLOCK_MAX_BYTES)
    {
      *out_fault = FAULT_RUBBISH;
      return FALSE;
    }
  if (state == YL_CHILD_SPOKE)
    {
      g_byte_array_set_size (block, length);
      state = yl_child_process_receive (child, block->data, length);
    }
  *out_fault = state == YL_CHILD_STALLED ? FAULT_STALLED
               : state == YL_CHILD_ENDED ? FAULT_DIED
                                         : FAULT_RUBBISH;
  if (state != YL_CHILD_SPOKE || !yl_record_taker_take (taker, (const char *) block->data, length))
    return FALSE;
  if (said != NULL)
    yl_said_add (said, (const char *) block->data, length);
  if (!taker->is_done)
    yl_child_process_answer (child, yl_record_taker_get_answer (taker));
  return TRUE;
}

gboolean
yl_child_run (const YlChildOrder *order,
              const YlInput *input,
              YlRecordTaker *taker,
              YlSaid *said,
              GError **error)
{
  YlChildProcess child;
  Fault fault = FAULT_DIED;
  if (!yl_child_process_start (&child, order, input, error))
    return FALSE;
  g_autoptr (GByteArray) block = g_byte_array_new ();
  gboolean is_sound = TRUE;
  while (is_sound && !taker->is_done)
    is_sound = take_block (&child, taker, said, block, &fault);
  const int signal_number = yl_child_process_end (&child);
  if (!is_sound)
    return set_fault (error, taker->file,
                      fault == FAULT_DIED && signal_number == SIGXCPU ? FAULT_CPU : fault);
  if (taker->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&taker->error));
  return FALSE;
}

/* The taker that only keeps: it wants every sheet, until there is no more room. */

static gboolean
keep_sheet (gpointer self, const char *sheet, gboolean is_hidden)
{
  (void) sheet;
  (void) is_hidden;
  return yl_said_is_whole (self);
}

static gboolean
keep_row (gpointer self, YlRowId row, const YlText *cells, guint n_cells)
{
  (void) row;
  (void) cells;
  (void) n_cells;
  return yl_said_is_whole (self);
}

static void
keep_sheet_end (gpointer self)
{
  (void) self;
}

static const YlChildOrder rows_order = { YL_CHILD_ARGUMENT, YL_CHILD_ROWS, PATIENCE_MS };

/* What a child says of all rows, heard once for all who will ask. */
static const YlSaid *
hear (const YlInput *input, void (*progress) (goffset done, goffset all), GError **error)
{
  const YlSaid *heard = yl_input_get_kept (input);
  if (heard != NULL)
    return heard;
  g_autoptr (YlSaid) said = yl_said_new ();
  g_autoptr (YlFindings) untold = yl_findings_new_counting (0);
  g_autoptr (GError) told = NULL;
  const YlRowSink keeper = {
    .begin_sheet = keep_sheet, .row = keep_row, .end_sheet = keep_sheet_end, .self = said
  };
  YlRecordTaker taker;
  yl_record_taker_init (&taker, yl_input_get_name (input), &keeper, NULL, untold);
  taker.progress = progress;
  const gboolean is_heard = yl_child_run (&rows_order, input, &taker, said, &told) || taker.is_done;
  yl_said_keep_layouts (said, g_steal_pointer (&taker.layouts));
  yl_record_taker_clear (&taker);
  if (!is_heard)
    {
      g_propagate_error (error, g_steal_pointer (&told));
      return NULL;
    }
  heard = said;
  yl_input_keep (input, g_steal_pointer (&said), (GDestroyNotify) yl_said_free);
  return heard;
}

/* Returns: as yl_child_run() does. */
static gboolean
tell_again (const YlSaid *said, YlRecordTaker *taker, GError **error)
{
  yl_said_tell (said, taker);
  if (taker->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&taker->error));
  return FALSE;
}

/* The rows went by before anybody knew what belongs to them. */
static void
report_late (const YlRecordTaker *taker)
{
  if (!taker->needs_layouts || taker->is_again)
    return;
  yl_findings_add (taker->findings,
                   &(YlFinding){ .code = YL_E08,
                                 .severity = YL_SEVERITY_ERROR,
                                 .file = taker->file,
                                 .message =
                                     "工作簿的文字超过 32 MiB，合并的单元格没有展开，没有保存结果"
                                     "的公式没有计算，均按空白读入；请拆成几个文件，或取消合并、"
                                     "用 Excel、WPS 打开后另存再试" });
}

gboolean
yl_child_read (const YlInput *input,
               const YlRowSink *sink,
               YlFindings *findings,
               void (*progress) (goffset done, goffset all),
               GError **error)
{
  const YlSaid *said = hear (input, progress, error);
  if (said == NULL)
    return FALSE;
  YlRecordTaker taker;
  yl_record_taker_init (&taker, yl_input_get_name (input), sink, NULL, findings);
  taker.progress = yl_said_is_whole (said) ? NULL : progress;
  const gboolean is_read = yl_said_is_whole (said)
                               ? tell_again (said, &taker, error)
                               : yl_child_run (&rows_order, input, &taker, NULL, error);
  report_late (&taker);
  yl_record_taker_clear (&taker);
  return is_read;
}

/* The taker that wants no sheet, only to know that it is there. */
static gboolean
keep_name (gpointer self, const char *sheet, gboolean is_hidden)
{
  (void) is_hidden;
  g_ptr_array_add (self, g_strdup (sheet));
  return FALSE;
}

GPtrArray *
yl_child_list_sheets (const YlInput *input, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (YlFindings) untold = yl_findings_new_counting (0);
  const YlRowSink sink = {
    .begin_sheet = keep_name, .row = keep_row, .end_sheet = keep_sheet_end, .self = names
  };
  YlRecordTaker taker;
  yl_record_taker_init (&taker, yl_input_get_name (input), &sink, NULL, untold);
  const gboolean is_read = yl_child_run (&rows_order, input, &taker, NULL, error);
  yl_record_taker_clear (&taker);
  return is_read ? g_steal_pointer (&names) : NULL;
}

YlWorkbook *
yl_child_load (const YlInput *input,
               YlTextPool *texts,
               YlFindings *findings,
               void (*progress) (goffset done, goffset all),
               GError **error)
{
  const YlChildOrder order = { YL_CHILD_ARGUMENT, YL_CHILD_WHOLE, PATIENCE_MS };
  g_autoptr (YlWorkbook) workbook = yl_workbook_new (yl_input_get_name (input), texts);
  YlRecordTaker taker;
  workbook->file_bytes = (guint64) yl_input_get_size (input);
  yl_record_taker_init (&taker, yl_input_get_name (input), NULL, workbook, findings);
  taker.progress = progress;
  const gboolean is_read = yl_child_run (&order, input, &taker, NULL, error);
  yl_record_taker_clear (&taker);
  return is_read ? g_steal_pointer (&workbook) : NULL;
}
