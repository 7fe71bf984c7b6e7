#pragma once

#include "yanglu/io/store/record.h"

G_BEGIN_DECLS

/** Most that one step may say, as JSON. */
#define YL_STEP_MAX_BYTES ((gsize) 16 * 1024 * 1024)

/** yl_record_draw_id: (transfer full): for a row that is added. */
char *yl_record_draw_id (void);

typedef enum
{
  YL_CHANGE_SET,
  YL_CHANGE_ADD,
  YL_CHANGE_DROP,
} YlChangeKind;

/** One cell that is typed. */
typedef struct
{
  guint column; /* of the sheet */
  const char *text;
} YlCellChange;

/** What a step does to one row. */
typedef struct
{
  YlChangeKind kind;
  const YlRecordSheet *sheet;
  const char *id; /* of a row that is there; of one that is added (nullable): it gets one */
  gint64 rev;     /* of a row that is there: as its user saw it */
  /* (nullable): of one that is added: the row before it; "": it is the first; %NULL: the last. Rows of a
   * step that are added at one place stand in their order. */
  const char *after;
  const YlCellChange *cells; /* (array length=n_cells): of one that is dropped none */
  guint n_cells;
} YlChange;

/** A step: what a user did at once: a cell, a paste, an import, an undo. All of it or nothing. */
typedef struct
{
  const char *step_id;     /* made by who asks: the same one is applied once */
  gint64 at_ms;            /* UTC */
  const char *who;         /* login name */
  const char *kind;        /* "type" "paste" "import" "undo" … */
  const YlChange *changes; /* (array length=n_changes) */
  gsize n_changes;
} YlRecordStep;

/** A cell that has moved on since its user saw it; texts are %NULL where there is no such row. */
typedef struct
{
  const char *sheet;
  const char *id;
  const char *column;
  const char *base; /* what the user saw */
  const char *mine;
  const char *theirs; /* what stands there */
} YlConflict;

/** A row that a step touched: its revision is then the step's. */
typedef struct
{
  const char *sheet;
  const char *id;
  gboolean is_dropped;
} YlTouchedRow;

/** YlStepAnswer: how a step fared. */
typedef struct
{
  gint64 revision; /* of the record, after it */
  gint64 seq;      /* of the step; 0: it changes nothing, and stands in no journal */
  gboolean
      is_repeated; /* this step_id was applied before: nothing was done now; what it touched then is told */
  GArray *conflicts; /* of YlConflict; when there is one, nothing was applied */
  GArray *touched;   /* of YlTouchedRow */
  GPtrArray *texts;  /* of all these (owned) */
} YlStepAnswer;

void yl_step_answer_free (YlStepAnswer *answer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlStepAnswer, yl_step_answer_free)

/**
 * yl_record_apply: @step in one transaction, with its entry in the journal.
 *
 * Returns: (transfer full): %NULL with %YL_ERROR_INVALID for a cell that is no UTF-8, a column that may
 *   not be written or a row id of another form; %YL_ERROR_LIMIT for a cell or a step that is too long;
 *   %YL_ERROR_IO when the disk is full or fails. Then nothing of it was applied.
 */
YlStepAnswer *yl_record_apply (YlRecord *record, const YlRecordStep *step, GError **error);

/** yl_record_undo: takes step @seq back as a step of its own, @as, whose changes are not looked at; what has moved on
 * since is a conflict (`mine` is what the undo would write), and nothing is done. An undo may be undone. */
YlStepAnswer *yl_record_undo (YlRecord *record, gint64 seq, const YlRecordStep *as, GError **error);

/** One entry of the journal; borrowed. */
typedef struct
{
  gint64 seq;
  const char *step_id;
  gint64 at_ms;
  const char *who;
  const char *kind;
  gsize n_rows; /* that it touched */
} YlJournalEntry;

/** yl_record_read_journal: its entries after @since, oldest first. */
gboolean yl_record_read_journal (YlRecord *record,
                                 gint64 since,
                                 gboolean (*take) (gpointer self, const YlJournalEntry *entry),
                                 gpointer self,
                                 GError **error);

G_END_DECLS
