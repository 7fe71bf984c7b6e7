#pragma once

#include "model-private.h"

#include "yanglu/audit/diagnosis/table.h"
#include "yanglu/calc/price.h"

G_BEGIN_DECLS

/** What a row of the case comes from. */
typedef struct
{
  const YlFoundRow *found;      /* (nullable): the table has no such row */
  gint64 counted_m[YL_N_RATES]; /* of the record, paid or not */
} YlTableSource;

/** A table as somebody stated it beside what it should say. */
typedef struct
{
  YlArena *arena; /* of names and places too */
  const YlFoundTable *found;
  const YlBudget *budget; /* (nullable) */
  YlRateTable rates;
  YlYearPart part;       /* of the year that the policy pays for */
  gboolean has_route;    /* rows are told apart by route */
  gboolean has_township; /* by township */
  gboolean has_rate;     /* by class */
  GArray *rows;          /* of YlDiagnosisRow */
  GArray *sources;       /* of Source: of each row */
  GHashTable *keys;      /* (char *): index of the row */
  GArray *items;         /* of YlDiagnosisItem */
  GArray *old_rates;     /* of YlOldRates */
  GArray *other_lengths; /* of YlDiagnosisLengths */
  GPtrArray *parts;      /* (const char *) */
  YlDiagnosisCase problem;
} YlDiagnosisTable;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlDiagnosisTable, yl_arena_free_record)

/* record.c: which rows of a table the roads of the record belong to. */
YlDiagnosisRow *yl_table_get_row (const YlDiagnosisTable *table, guint index);
YlTableSource *yl_table_get_source (const YlDiagnosisTable *table, guint index);
void yl_table_add_keys (YlDiagnosisTable *table);
/** yl_table_add_absent: rows for townships of the record that the table does not have: not where it has
 * but a few of them. */
void yl_table_add_absent (YlDiagnosisTable *table);
/** yl_table_add_record: what the record pays for each row. */
void yl_table_add_record (YlDiagnosisTable *table);
/** yl_table_add_other_lengths: other kilometres of the roads, and those of @last_year (nullable). */
void yl_table_add_other_lengths (YlDiagnosisTable *table, const YlBudget *last_year);
/** yl_table_find_first: 1 + the first row of the name that row @index has; 0: it has none. */
guint yl_table_find_first (const YlDiagnosisTable *table, guint index);

/* found.c: single figures of a found table. */
gint64 yl_found_get_units (const YlFoundRow *row, int column);
guint yl_found_count_decimals (const YlFoundTable *found, int column);
const YlFoundRow *yl_found_find_total (const YlFoundTable *found);

G_END_DECLS
