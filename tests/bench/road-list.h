#pragma once

#include "yanglu/domain/places.h"

/*
 * A made-up road list in real places: what the roads are is drawn by chance, but
 * the counties and townships are those of the register, the classes share the
 * kilometres as they do in the country, and one row in two thousand is wrong.
 */

#define BENCH_N_COLUMNS 19

extern const char *const bench_heads[BENCH_N_COLUMNS];
/* Whether a column holds numbers, for a workbook. */
extern const gboolean bench_is_number[BENCH_N_COLUMNS];

typedef struct
{
  char cells[BENCH_N_COLUMNS][64];
} BenchRow;

typedef void (*BenchTakeRow) (gpointer self, const BenchRow *row);

/* @county_code: 0: the sections spread over every county that has townships */
void bench_make_roads (const YlPlaces *places,
                       guint32 county_code,
                       guint n_sections,
                       guint32 seed,
                       BenchTakeRow take,
                       gpointer self);
