#pragma once

#include "yanglu/domain/finding.h"
#include "yanglu/domain/workbook.h"
#include "yanglu/io/input.h"
#include "yanglu/io/rows.h"

G_BEGIN_DECLS

/** What reads workbooks inside the child. */
typedef struct
{
  gboolean (*read) (const YlInput *input,
                    const YlRowSink *sink,
                    YlFindings *findings,
                    void (*progress) (goffset done, goffset all),
                    GError **error);
  /** Returns: (transfer full) */
  YlWorkbook *(*load) (const YlInput *input,
                       YlTextPool *texts,
                       YlFindings *findings,
                       void (*progress) (goffset done, goffset all),
                       GError **error);
  /** Returns: (transfer full) (element-type YlFilledCell): the formulas of @workbook whose values were
   * not saved, and what they come to. */
  GArray *(*work_out) (const YlWorkbook *workbook);
} YlChildReaders;

/** yl_child_is_asked: whether this process was started by yl_child_read() or yl_child_load(). Every
 * program that calls one of them asks first thing in its main(). */
gboolean yl_child_is_asked (int argc, char **argv);

/**
 * yl_child_answer: reads the workbook at descriptor 3, answers through descriptor 4, and ends this
 * process. Before the first byte is looked at, the process gives up what reading needs not: it has
 * no new privileges, 1 GiB of address space, 60 s of CPU, writes no file and no core, dies with its
 * parent; where libseccomp is there, it opens no file and no socket and starts no program.
 */
G_NORETURN void yl_child_answer (char **argv, const YlChildReaders *readers);

G_END_DECLS
