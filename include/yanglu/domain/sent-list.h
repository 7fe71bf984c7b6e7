#pragma once

#include "yanglu/domain/finding.h"
#include "yanglu/domain/list-file.h"
#include "yanglu/domain/sender.h"

G_BEGIN_DECLS

/** What one of several lists brought. */
typedef struct
{
  const YlListFile *list;
  const YlSender *sender; /* (nullable): who it says sent it */
  const char *townships; /* of its roads that count, each once: "道口铺街道、闫寺街道"; "" */
  gint64 sections;       /* of its roads that count here */
  gint64 counted_m;
  gint64 amount_fen; /* by the rates, without bridges */
  guint64 n_found[YL_N_SEVERITIES];
  guint64 at_stake_fen; /* Σ of what its findings put at stake, whatever it is */
} YlSentList;

/** YlSentLists: who sent what, where a budget is made of several lists. */
typedef struct
{
  YlArena *arena;
  GArray *lists;      /* of YlSentList, in their order */
  const char *unsent; /* townships of the entity that no list has a road of, each once; "" */
  guint n_unsent;
} YlSentLists;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlSentLists, yl_arena_free_record)

G_END_DECLS
