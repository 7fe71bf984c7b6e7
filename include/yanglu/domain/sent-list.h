#pragma once

#include "yanglu/domain/finding.h"
#include "yanglu/domain/list-file.h"
#include "yanglu/domain/sender.h"

G_BEGIN_DECLS

/** What becomes of a list that was sent: only what somebody must mend or confirm sends it back. */
typedef enum
{
  YL_STANDING_PASSED, /* nothing but hints, if that */
  YL_STANDING_EMPTY,  /* the same; it has no road */
  YL_STANDING_ASKED,  /* warnings: whoever sent it confirms or mends them */
  YL_STANDING_FAULTY, /* errors */
} YlStanding;
#define YL_N_STANDINGS (YL_STANDING_FAULTY + 1)

/** yl_standing_get_key: "to_mend"; yl_standing_get_name: "退回修改" */
const char *yl_standing_get_key (YlStanding standing);
const char *yl_standing_get_name (YlStanding standing);
/** yl_standing_judge: @has: whether something of each severity was found in it; @n_roads: that were read of it */
YlStanding yl_standing_judge (const gboolean has[YL_N_SEVERITIES], guint64 n_roads);
/** yl_standing_goes_back: whether the list goes back to whoever sent it */
gboolean yl_standing_goes_back (YlStanding standing);

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
  YlStanding standing;  /* by these, and by those of other lists whose other place is in it */
  guint64 at_stake_fen; /* Σ of what its findings put at stake, whatever it is */
} YlSentList;

/* What is said of townships of which there is no road, in front of 的乡镇. */
#define YL_SENT_EMPTY "报来的台账没有路段"
#define YL_SENT_NOT "没有报送"
/* And below those of which some go back for what is told of another. */
#define YL_SENT_BETWEEN "两份台账之间的问题记在后一份的错误、警告里，两份都退回"

/** YlSentLists: who sent what, where several lists are read together. */
typedef struct
{
  YlArena *arena;
  GArray *lists; /* of YlSentList, in their order */
  const char *
      unsent; /* townships of the entity that no list has a road of, nor is sent by, each once; "" */
  guint n_unsent;
  const char *empty; /* those of which no list has a road, though they sent one; "" */
  guint n_empty;
  gboolean has_no_stakes; /* findings were only counted: nobody knows what they put at stake */
} YlSentLists;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlSentLists, yl_arena_free_record)

/** yl_sent_lists_have_between: whether a list goes back though neither errors nor warnings are counted in it. */
gboolean yl_sent_lists_have_between (const YlSentLists *sent);

G_END_DECLS
