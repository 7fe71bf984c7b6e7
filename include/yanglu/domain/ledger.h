#pragma once

#include "yanglu/base/arena.h"
#include "yanglu/base/date.h"
#include "yanglu/domain/fund.h"
#include "yanglu/domain/words.h"

G_BEGIN_DECLS

typedef enum
{
  YL_LEDGER_RECEIVED, /* 收, 收入, 借 */
  YL_LEDGER_PAID,     /* 支, 支出, 贷 */
} YlLedgerDirection;
#define YL_N_LEDGER_DIRECTIONS (YL_LEDGER_PAID + 1)

/** A purpose that the words of a ledger do not tell. */
#define YL_PURPOSE_UNTOLD YL_N_PURPOSES

/** Rows that a ledger may have; they stay in memory, about 100 bytes each and every text once. */
#define YL_LEDGER_MAX_ENTRIES 200000
/** Rows that a published table may have. */
#define YL_LEDGER_MAX_NOTICES 20000

/** Whether an entry takes another back (红字冲销). */
typedef enum
{
  YL_LEDGER_NO_REVERSAL,
  YL_LEDGER_REVERSAL_RED,   /* its amount is written below zero */
  YL_LEDGER_REVERSAL_WORDS, /* only its words say so */
} YlLedgerReversal;

/** One row of 拨付台账. Strings are "" where nothing stood. */
typedef struct
{
  YlDate date;
  YlLedgerDirection direction;
  YlMoney amount; /* above zero, of a reversal too */
  YlLedgerReversal reversal;
  guint purpose; /* YlPurpose; YL_PURPOSE_UNTOLD */
  YlRowId row;
  const char *party;    /* 对方 */
  const char *document; /* 文号, without blanks */
  const char *use;      /* 用途 as written */
  const char *voucher;  /* 凭证号 */
  const char *sheet;
} YlLedgerEntry;

/** What an engineering project was contracted for and came to (工程结算). */
typedef struct
{
  const char *project;
  YlMoney contract;
  YlMoney settled;
  const char *file;
  const char *sheet;
  YlRowId row;
} YlSettlement;

/** One row of 公开表: what the public was told. */
typedef struct
{
  const char *party; /* 对象 */
  YlMoney amount;
  gint64 unit_fen; /* the step of its last digit */
  guint purpose;   /* YlPurpose; YL_PURPOSE_UNTOLD */
  YlDate date;     /* of the notice; no day where none stands */
  YlRowId row;
} YlNotice;

/** YlLedger: what was received and paid. Made by importers, then only read. */
typedef struct
{
  YlArena *arena;
  const char *file;     /* base name */
  GArray *entries;      /* of YlLedgerEntry, in the order of the file */
  GArray *settlements;  /* of YlSettlement, each project and pair of amounts once */
  GHashTable *settled;  /* what they are told apart by */
  GArray *notices;      /* of YlNotice */
  YlMoney notice_total; /* as the table states it; meaningful when has_notice_total */
  gboolean has_notice_total;
  YlRowId notice_total_row;
} YlLedger;

YlLedger *yl_ledger_new (const char *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlLedger, yl_arena_free_record)

/* Each copies its texts. */
void yl_ledger_add (YlLedger *ledger, const YlLedgerEntry *entry);
void yl_ledger_add_settlement (YlLedger *ledger, const YlSettlement *settlement);
void yl_ledger_add_notice (YlLedger *ledger, const YlNotice *notice);
const YlLedgerEntry *yl_ledger_get (const YlLedger *ledger, guint index);
/** yl_ledger_get_last_date: no day when it is empty. */
YlDate yl_ledger_get_last_date (const YlLedger *ledger);

/** yl_ledger_find_purpose: the purpose that the words of 用途 tell ("拨付沙镇镇2021年日常养护补助"):
 * a YlPurpose; %YL_PURPOSE_UNTOLD when none or more than one is told. */
guint yl_ledger_find_purpose (const YlWords *words, const char *use);
/** yl_ledger_find_line: the purpose whose own name stands where a payee would: "人员经费", "养护工程";
 * %YL_PURPOSE_UNTOLD for anybody, such as 某某建设公司. */
guint yl_ledger_find_line (const YlWords *words, const char *party);
/** yl_ledger_find_reversal: an amount below zero takes back; so do 红字, 冲销 and the like in the words of
 * 用途, unless these tell of the entry that comes instead (重新, 补付). */
YlLedgerReversal
yl_ledger_find_reversal (const YlWords *words, const char *use, gboolean is_negative);

G_END_DECLS
