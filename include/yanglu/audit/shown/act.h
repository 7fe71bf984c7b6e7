#pragma once

#include "yanglu/audit/shown/page.h"
#include "yanglu/domain/audit/audit.h"

G_BEGIN_DECLS

/** One number that is not seen. */
typedef struct
{
  guint32 row;
  guint16 column;
  gboolean is_money;
} YlUnseenPlace;

/** YlUnseenAct: numbers that are unseen by one act: by the same kind, and together where that is done to
 * columns or rows. */
typedef struct
{
  YlUnseenKind kind;
  GArray *places; /* of YlUnseenPlace, by row, then column */
  guint first_column;
  guint last_column;
  guint32 last_row;
  char *shown; /* (nullable): what stands in the first place */
} YlUnseenAct;

/** yl_unseen_acts_new: (transfer full) (element-type YlUnseenAct): none yet. */
GArray *yl_unseen_acts_new (void);
/** yl_unseen_acts_add: @cell belongs to an act; cells come by row, then column. */
void yl_unseen_acts_add (GArray *acts, const YlUnseenCell *cell, gboolean is_money);

/** yl_unseen_act_report: C11: where, why, and with what money.
 * @fen: (nullable): all of it; %NULL: nobody can say */
void
yl_unseen_act_report (const YlUnseenAct *act, const char *sheet, const gint64 *fen, YlAudit *audit);

/** yl_unseen_tell_unread: a line of readings where conditional formats of a sheet that is seen were not
 * read. */
void yl_unseen_tell_unread (const YlWorksheet *sheet, YlAudit *audit);

G_END_DECLS
