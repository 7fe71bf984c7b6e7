#pragma once

#include "blocks-private.h"
#include "layouts-private.h"

#include "yanglu/domain/finding.h"
#include "yanglu/domain/filled-cell.h"
#include "yanglu/io/rows.h"

G_BEGIN_DECLS

/** The texts of a finding that travel, by their place in YlFinding; the file is known. */
extern const gsize yl_record_finding_texts[9];

/** YlRecordTaker: takes the records of blocks apart, and hands on what they say. */
typedef struct
{
  const char *file; /* of the findings */
  const YlRowSink *sink;
  YlFindings *findings;
  void (*progress) (goffset done, goffset all);
  YlWorkbook *workbook; /* (nullable): in place of a sink */
  YlWorksheet *sheet;   /* of `workbook`; NULL: none yet */
  GArray *texts;        /* of YlTextId, by the number of the text */
  GArray *cells;        /* of YlText, of one row */
  guint n_sheets;
  YlLayouts *layouts;     /* of its sheets, as they are told: behind their rows */
  const YlLayouts *known; /* (nullable): the same, from one who heard it all before */
  gboolean needs_layouts; /* rows were handed on that a layout would have changed */
  guint64 kept_bytes;     /* of what stays in memory: findings, the workbook */
  gboolean is_in_sheet;
  gboolean is_left;    /* nothing more of the sheet is wanted */
  gboolean is_refused; /* the sheet that just began */
  gboolean is_passed;  /* the sheet at hand was refused, and comes all the same */
  gboolean is_again;   /* a child that was heard before: it does not wait for answers */
  gboolean is_done;
  GError *error; /* that the child told; then it is done too */
} YlRecordTaker;

/** yl_record_taker_init: one of @sink and @workbook is NULL. */
void yl_record_taker_init (YlRecordTaker *taker,
                           const char *file,
                           const YlRowSink *sink,
                           YlWorkbook *workbook,
                           YlFindings *findings);
void yl_record_taker_clear (YlRecordTaker *taker);

/** yl_record_taker_take: all records of one block. Returns: %FALSE when it says anything that a child
 * does not say; what came before is handed on. */
gboolean yl_record_taker_take (YlRecordTaker *taker, const char *block, gsize length);
/** yl_record_taker_get_answer: what the last block is answered. */
char yl_record_taker_get_answer (const YlRecordTaker *taker);

/** yl_book_record_take: a record of a workbook as it was found. Returns: %FALSE for any other. */
gboolean yl_book_record_take (YlRecordTaker *taker, YlChildRecord record, YlCursor *cursor);
/** yl_layout_record_take: a record of what a sheet says beside its rows. Returns: %FALSE for any other. */
gboolean yl_layout_record_take (YlRecordTaker *taker, YlChildRecord record, YlCursor *cursor);
/** yl_layout_record_send: @layout, and what was worked out of it.
 * @filled: (element-type YlFilledCell): of any sheet
 * @sheet: (nullable): the one that is meant. Returns: %FALSE when nobody listens. */
gboolean yl_layout_record_send (YlBlock *block,
                                const YlSheetLayout *layout,
                                const GArray *filled,
                                const YlWorksheet *sheet);
/** yl_book_record_send: all of @workbook. Returns: %FALSE when nobody listens. */
gboolean yl_book_record_send (YlBlock *block, const YlWorkbook *workbook);

G_END_DECLS
