#pragma once

#include "yanglu/domain/ledger.h"
#include "yanglu/io/import/entry.h"
#include "yanglu/io/import/heads.h"

G_BEGIN_DECLS

/** What the readers of the single sheets share. */
typedef struct
{
  const char *file;
  char *sheet;
  const YlWords *words;
  const YlPlaces *places;
  guint32 county_code; /* 0 unknown */
  YlEntry *entry;      /* NULL for a table that is none of the entry's */
  gboolean is_full;    /* a limit was reached, and told */
  YlMoney sum;         /* of a table whose rows are added up */
  YlLedger *ledger;    /* NULL for a table that is none of the ledger's */
  YlHeadUnit unit;     /* of the amounts whose heads are silent: 单位：万元 above the heads */
  YlFindings *findings;
} YlEntryContext;

G_END_DECLS
