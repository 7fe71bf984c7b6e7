#pragma once

#include "support/assert.h"

#include "yanglu/audit/lists/rules.h"

/* A row of a table leaves out the cells that are blank. */
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

#define MAX_ROWS 5
#define NONE YL_METRES_UNKNOWN

/* A row in metres. Stakes from 0 to 0 are no stakes; maintained and subsidised 0 are no columns. */
typedef struct
{
  const char *code;
  YlRoadClass road_class;
  gint32 start_m;
  gint32 end_m;
  guint32 length_m;
  guint flags;
  guint32 maintained_m;
  guint32 subsidised_m;
  guint32 county; /* 0: 371502 */
  const char *township;
  const char *duplicate_of;
  const char *name;
} Row;

/* Rows that stand on the lines 2, 3, … of a list of 371502; what is found of one code in all, and
 * the line and the fen at stake of the first. The rates are 10000, 5000, 3000 yuan per km. */
typedef struct
{
  const char *what;
  YlCode code;
  Row rows[MAX_ROWS];
  guint n_expected;
  guint32 row;
  gint64 stake_fen;
} Case;

#define X "X001371502"
#define C YL_CLASS_COUNTY
#define V YL_CLASS_VILLAGE

extern const YlRateTable list_case_rates;

/* check_rows: (transfer full): what yl_list_check() and yl_names_check() find; @county: (nullable): of the entity. */
YlFindings *check_rows (const Row *rows, const char *county);
/* check_rows_keeping: the same, at most @n_kept findings of a code with their text. */
YlFindings *check_rows_keeping (const Row *rows, const char *county, guint n_kept);
/* find_first: (nullable): the first finding of @code. */
const YlFinding *find_first (const YlFindings *findings, YlCode code);
void assert_cases (const Case *cases, gsize n_cases);
