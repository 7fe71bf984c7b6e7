#pragma once

#include "yanglu/base/arena.h"
#include "yanglu/domain/fund.h"
#include "yanglu/domain/audit/party.h"

G_BEGIN_DECLS

/** A payee, or a purpose, in the budget and in the table as approved (批复). */
typedef struct
{
  const char *name;    /* the budget's; of one that it does not know the table's */
  const char *written; /* the table's name, where it is another; "" */
  YlPartyMatch match;  /* of @written */
  guint purpose;       /* YL_PURPOSE_DAILY of a payee; another of the lines of that purpose */
  gboolean is_budgeted;
  gboolean is_approved;
  gint64 budget_fen;
  gint64 approved_fen;
  gint64 unit_fen; /* the step of the approved amount: what it was rounded to */
  guint32 row;     /* of the table; 0: none */
} YlApprovedRow;

/** YlApproval: the budget beside the table as approved. */
typedef struct
{
  YlArena *arena;
  GArray *rows; /* of YlApprovedRow: the budget's in its order, then the others as they come */
  gint64 budget_fen;
  gint64 approved_fen;
  gboolean is_pool; /* the table has one sum and names nobody whom the budget knows */
} YlApproval;

YlApproval *yl_approval_new (void);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlApproval, yl_arena_free_record)

/** yl_approval_add_row: copies its texts. */
void yl_approval_add_row (YlApproval *approval, const YlApprovedRow *row);
YlApprovedRow *yl_approval_get_row (const YlApproval *approval, guint index);

G_END_DECLS
