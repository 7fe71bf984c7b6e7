#pragma once

#include "yanglu/audit/diagnosis/table.h"
#include "yanglu/calc/price.h"

G_BEGIN_DECLS

/** Counted metres by class, paid or not. */
typedef struct
{
  gint64 m[YL_N_RATES];
} YlCountedLengths;

struct _YlDiagnosisTable
{
  const YlFoundTable *found;
  const YlBudget *budget; /* (nullable) */
  YlRateTable rates;
  gboolean has_route;    /* rows are told apart by route */
  gboolean has_township; /* by township */
  gboolean has_rate;     /* by class */
  GArray *rows;          /* of YlDiagnosisRow */
  GArray *source;        /* of const YlFoundRow *: of each row */
  GHashTable *keys;      /* (char *): index of the row */
  GArray *items;         /* of YlDiagnosisItem */
  GArray *counted;       /* of YlCountedLengths: of each row */
  GArray *old_rates;     /* of YlOldRates */
  GPtrArray *texts;      /* owned names and places */
  GPtrArray *parts;      /* (const char *) */
  YlDiagnosisCase problem;
};

/* record.c: what the record pays for each row. */
void yl_diagnosis_table_add_record (YlDiagnosisTable *table);
/** yl_diagnosis_table_has_keys: %FALSE when rows have the same route, township and class so often
 * that they must be sections, which have no name. */
gboolean yl_diagnosis_table_has_keys (const YlDiagnosisTable *table);
char *yl_diagnosis_table_get_key (const YlDiagnosisTable *table,
                                  const char *route,
                                  const char *township,
                                  guint rate);

/* columns.c: what the table states. */
gboolean yl_diagnosis_table_add_amounts (YlDiagnosisTable *table);
void yl_diagnosis_table_add_lengths (YlDiagnosisTable *table);

G_END_DECLS
