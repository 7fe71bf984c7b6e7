#pragma once

#include "yanglu/app/record/job.h"

G_BEGIN_DECLS

/**
 * YlDesk: a record that somebody types into: open for writing, its rows in memory, and the figures and
 * findings that were made of it last. Nothing is made anew in part: after a step everything is, but at most
 * every %YL_DESK_PAUSE_US, however fast the steps come; so figures say for which revision they stand.
 */
typedef struct _YlDesk YlDesk;

#define YL_DESK_PAUSE_US (G_USEC_PER_SEC / 4)

YlDesk *yl_desk_open (const char *path, GError **error);
void yl_desk_free (YlDesk *desk);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlDesk, yl_desk_free)

/** yl_desk_get_record: to be read; steps go through the desk. */
YlRecord *yl_desk_get_record (const YlDesk *desk);
gint64 yl_desk_get_revision (const YlDesk *desk);

/** yl_desk_apply, yl_desk_undo: what yl_record_apply() and yl_record_undo() do; rows that came or went are remembered. */
YlStepAnswer *yl_desk_apply (YlDesk *desk, const YlRecordStep *step, GError **error);
YlStepAnswer *yl_desk_undo (YlDesk *desk, gint64 seq, const YlRecordStep *as, GError **error);

/** yl_desk_get_rows: (transfer none): as they stand after the last step. */
const YlRecordRows *yl_desk_get_rows (YlDesk *desk, GError **error);

/** In which order findings are listed; equal ones stand as they were found. */
typedef enum
{
  YL_DESK_BY_PLACE, /* sheets as in the entry workbook, rows from the top; what is of no row comes last */
  YL_DESK_BY_MONEY, /* the most at stake first, whatever its sign; what has no price comes last */
} YlDeskOrder;
#define YL_N_DESK_ORDERS 2

/** What was made of the record last. */
typedef struct
{
  gint64 revision;        /* for which all this stands */
  const char *trouble;    /* (nullable): why no budget could be made; then nothing below stands */
  const YlBudget *budget; /* (nullable) */
  const YlFindings *findings;            /* (nullable) */
  const YlRecordRows *rows;              /* (nullable): that the findings name … */
  const YlWords *words;                  /* (nullable): … and by which they name their columns */
  const guint *orders[YL_N_DESK_ORDERS]; /* (array) of the indices of findings */
} YlDeskFigures;

/** yl_desk_get_figures: (transfer none): until the next call; made anew where steps came since and the pause is over. */
const YlDeskFigures *yl_desk_get_figures (YlDesk *desk);

/** yl_desk_each_dropped: tells the rows that were dropped after revision @since, each as often as it was.
 * Returns: %FALSE when it is not known back to there: then all rows are to be read anew */
gboolean yl_desk_each_dropped (const YlDesk *desk,
                               gint64 since,
                               void (*take) (gpointer self, const char *sheet, const char *id),
                               gpointer self);

G_END_DECLS
