#pragma once

#include "yanglu/base/arena.h"
#include "yanglu/base/date.h"
#include "yanglu/domain/fund.h"
#include "yanglu/domain/audit/party.h"

G_BEGIN_DECLS

/** How long money has lain unspent at the day of the audit. */
typedef enum
{
  YL_IDLE_UP_TO_ONE_YEAR, /* its first anniversary included */
  YL_IDLE_OVER_ONE_YEAR,
  YL_IDLE_OVER_TWO_YEARS,
} YlIdleAge;
#define YL_N_IDLE_AGES (YL_IDLE_OVER_TWO_YEARS + 1)

/** What one payee was allotted and paid. */
typedef struct
{
  const char *name;    /* the budget's; of one that it does not know the ledger's */
  const char *written; /* the ledger's name, where it is another; "" */
  YlPartyMatch match;  /* of @written; YL_PARTY_SAME where there is none */
  gboolean is_known;   /* the budget allots something to it */
  guint purpose;       /* YL_PURPOSE_DAILY of a payee; another of the lines of that purpose */
  gint64 allotted_fen;
  gint64 paid_fen;    /* in the budget's year, out of that year's money */
  YlRowId over_row;   /* of the payment that passed what was allotted; 0: none did */
  gint64 carried_fen; /* in the budget's year, out of money received in earlier years */
} YlPayeePaying;

/** What became of one sum received; its three ages and @passed_on_fen add up to @received_fen. */
typedef struct
{
  const char *party;    /* who gave it */
  const char *document; /* "" */
  const char *use;      /* 用途 */
  YlDate date;
  YlDate due; /* by when it was to be passed on */
  gboolean is_superior;
  gint64 received_fen;
  gint64 passed_on_fen;
  gint64 late_fen; /* of it, after the due day */
  gint64 idle_fen[YL_N_IDLE_AGES];
  const char *sheet;
  YlRowId row;
} YlSourcePaying;

/** A day of the policy's calendar, and what was paid for daily maintenance by then. */
typedef struct
{
  YlDate date;
  gint64 share_ppm;  /* of the daily standard */
  const char *basis; /* the policy's document */
  gint64 required_fen;
  gint64 paid_fen;  /* in the budget's year until the day, or until that of the audit */
  gboolean is_past; /* the audit is later: what is short is late */
} YlPayingDay;

/**
 * YlPaying: a ledger added up at one day: received + ahead = paid + unspent, and what is unspent by
 * age.
 */
typedef struct
{
  YlArena *arena;
  YlDate date;     /* the day of the audit */
  GArray *payees;  /* of YlPayeePaying: the budget's in its order, then the others as they come */
  GArray *sources; /* of YlSourcePaying, by date, then row */
  GArray *days;    /* of YlPayingDay, by date; empty without a budget or a calendar */
  gint64 standard_fen; /* of daily maintenance, that the days take their shares of */
  gint64 received_fen;
  gint64 paid_fen;
  gint64 ahead_fen; /* paid, and nothing received for it */
  gint64 unspent_fen;
  gint64 idle_fen[YL_N_IDLE_AGES];
} YlPaying;

YlPaying *yl_paying_new (YlDate date);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlPaying, yl_arena_free_record)

/* Each copies its texts. */
void yl_paying_add_payee (YlPaying *paying, const YlPayeePaying *payee);
void yl_paying_add_source (YlPaying *paying, const YlSourcePaying *source);
void yl_paying_add_day (YlPaying *paying, const YlPayingDay *day);
const YlPayeePaying *yl_paying_get_payee (const YlPaying *paying, guint index);
const YlSourcePaying *yl_paying_get_source (const YlPaying *paying, guint index);
const YlPayingDay *yl_paying_get_day (const YlPaying *paying, guint index);

G_END_DECLS
