#pragma once

#include "support/assert.h"
#include "xlsx-making.h"

#include "yanglu/io/xlsx/reader.h"

/* A workbook in memory, loaded as it was found. */
typedef struct
{
  YlTextPool *texts;
  YlFindings *findings;
  YlWorkbook *book;
} XlsxLoading;

int xlsx_loading_begin (void **state);
int xlsx_loading_end (void **state);

/* @bytes: (transfer full). Returns: (transfer none): the first sheet. */
const YlWorksheet *xlsx_load (XlsxLoading *loading, GBytes *bytes);

#define xlsx_loading_sentence(name)                                                                \
  cmocka_unit_test_setup_teardown (name, xlsx_loading_begin, xlsx_loading_end)
