#pragma once

#include "yanglu/app/options.h"
#include "yanglu/io/import/entry/entry.h"
#include "yanglu/io/import/entry/ledger.h"
#include "yanglu/io/import/roads/roads.h"
#include "yanglu/io/input.h"

G_BEGIN_DECLS

/** What reading one table file needs beside its sink. */
typedef struct
{
  const YlWords *words;
  const YlPlaces *places;
  guint32 county_code;  /* of rows whose codes name none; 0 unknown */
  guint year;           /* that is budgeted for; 0 unknown */
  gboolean adds_sheets; /* as in YlRoadImportRequest */
  YlFindings *findings;
  YlIntake *intake;    /* (nullable): told what was read */
  YlProgress progress; /* (nullable) */
  YlTypedSink typed;   /* told rows of roads and of the entry as they were typed */
} YlLoadContext;

/** yl_load_rows: reads @input, an .xlsx or CSV file by its first bytes, into @sink. */
gboolean yl_load_rows (const YlLoadContext *context,
                       const YlInput *input,
                       const YlRowSink *sink,
                       GError **error);

/** yl_load_is_own_budget: whether @input is a workbook that has the sheets of a budget of ours; no cell is
 * read for it, and what cannot be read is none. */
gboolean yl_load_is_own_budget (const YlInput *input);

/**
 * yl_load_roads: reads a road list into @sink, row by row.
 * @inventory: (nullable): the inventory that @sink fills
 */
gboolean yl_load_roads (const YlLoadContext *context,
                        const YlInput *input,
                        YlInventory *inventory,
                        YlRoadSink sink,
                        YlRoadImportTally *out_tally,
                        GError **error);

/** yl_load_entry: reads @input as a table of @kind into @entry. */
gboolean yl_load_entry (const YlLoadContext *context,
                        const YlInput *input,
                        YlEntryKind kind,
                        YlEntry *entry,
                        GError **error);

/** yl_load_ledger: reads @input as @table into @ledger. */
gboolean yl_load_ledger (const YlLoadContext *context,
                         const YlInput *input,
                         YlLedgerTable table,
                         YlLedger *ledger,
                         GError **error);

G_END_DECLS
