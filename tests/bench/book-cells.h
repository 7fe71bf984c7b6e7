#pragma once

#include <glib.h>

/* The cells of a finished workbook in memory, so that a bare program can write the same again. */

typedef enum
{
  BENCH_BLANK,
  BENCH_NUMBER,
  BENCH_TEXT,
  BENCH_FORMULA_NUMBER,
  BENCH_FORMULA_TEXT,
} BenchCellKind;

typedef struct
{
  guint32 row;
  guint16 column;
  guint16 style;
  BenchCellKind kind;
  double number;
  const char *text;
  const char *formula;
} BenchCell;

typedef struct
{
  GPtrArray *sheets; /* GArray of BenchCell */
  GStringChunk *texts;
  guint n_styles;
} BenchBook;

BenchBook *bench_book_read (const char *path);
void bench_book_free (BenchBook *book);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchBook, bench_book_free)
