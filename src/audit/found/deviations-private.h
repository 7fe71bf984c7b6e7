#pragma once

#include "check-private.h"

G_BEGIN_DECLS

/** FoundDeviation: a cell that is wrong, before it is told: the same mistake throughout is told once. */
typedef struct
{
  guint row;
  guint column;
  YlCode code;
  guint8 rate;            /* class concerned */
  gint64 rate_fen_per_km; /* the rate that was used; 0: none */
  gint64 factor;          /* 10 000, 1 000, −10 000 … (negative: too small); 0: none */
  gboolean is_listed;     /* against the kilometres of the road list */
  gint64 stake_fen;
} FoundDeviation;

/** found_report_deviations: tells what check->deviations holds. */
void found_report_deviations (FoundCheck *check);

G_END_DECLS
