#pragma once

#include "evaluation-private.h"

/* Which cells each formula of a workbook looked at when it was worked out: what it really asked for, not
 * what is written in it, so that OFFSET, INDIRECT and a SUMIF that reaches further than it says are told as
 * everything else. A formula none of whose cells is another one comes to what it came to. */
typedef struct _YlReads YlReads;

/* @effort: borrowed: of what is kept */
YlReads *yl_reads_new (guint n_sheets, YlEffort *effort);
void yl_reads_free (YlReads *reads);

/* A formula begins, within the one that needs it. Returns: what its end is told. */
guint yl_reads_begin (YlReads *reads);
/* The formula that was begun last looks at @area, which may hold nothing. */
void yl_reads_add (YlReads *reads, const YlArea *area);
/* It looks at something that was kept for another one, and nobody knows which cells that came from. */
void yl_reads_add_anything (YlReads *reads);
/* How often any formula has looked at anything. */
guint64 yl_reads_count (const YlReads *reads);
/* @cell: the formula, which is done after all that it needs; NULL: it is to be begun again */
void yl_reads_end (YlReads *reads, guint begun, const YlArea *cell);

/* From now on: what if other cells were different ones. */
void yl_reads_start_change (YlReads *reads);
void yl_reads_change (YlReads *reads, const YlArea *cell);
/* Whether what was changed reaches @cell, over any number of formulas; it and all others that were done so
 * far. Nothing is changed any more once this was asked. */
gboolean yl_reads_is_reached (YlReads *reads, const YlArea *cell);

/* The formula that is worked out looks at @area: told by whoever gives what is kept of its cells. */
void yl_recalculation_note_read (YlRecalculation *book, const YlArea *area);
