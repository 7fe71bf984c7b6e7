/* Which places a formula reads. */
#include "yanglu/audit/formula/sources.h"

#include "support/assert.h"
#include "yanglu/domain/cell-place.h"

typedef struct
{
  const char *formula;
  const char *places; /* "表!A1:B2 表!C3^" of a position, + of what SUM adds up */
} Reading;

static char *
list (const GArray *sources)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < sources->len; i++)
    {
      const YlFormulaSource *source = &g_array_index (sources, YlFormulaSource, i);
      g_autofree char *first =
          yl_cell_to_text (source->range.first_row, source->range.first_column);
      g_autofree char *last = yl_cell_to_text (source->range.last_row, source->range.last_column);
      g_string_append_printf (out, "%s%s!%s:%s%s%s%s%s", i == 0 ? "" : " ",
                              source->sheet == NULL ? "?" : source->sheet->name, first, last,
                              source->is_position ? "^" : "", source->is_summed ? "+" : "",
                              source->name[0] == '\0' ? "" : "=", source->name);
    }
  return g_string_free (out, FALSE);
}

static YlWorkbook *
make_book (YlTextPool *texts)
{
  YlWorkbook *book = yl_workbook_new ("", texts);
  yl_workbook_add_sheet (book, "表");
  yl_workbook_add_sheet (book, "明细");
  yl_workbook_add_name (book, "合计", "'明细'!$F$18");
  yl_workbook_add_name (book, "又名", "合计*2");
  yl_workbook_add_name (book, "自己", "自己+1");
  return book;
}

static void
a_formula_reads_what_it_names (void **state)
{
  (void) state;
  static const Reading readings[] = {
    { "1+2", "" },
    { "C4-D4", "表!C4:C4 表!D4:D4" },
    { "'明细'!$A$1+明细!A1", "明细!A1:A1" },
    { "IF(COUNTIF(F4:F27,\"通过\")=24,B1,\"A1\")", "表!F4:F27 表!B1:B1" },
    { "ROW('明细'!$S$391)-ROW(S3)-1", "明细!S391:S391^ 表!S3:S3^" },
    { "ROUND(SUM(OFFSET('明细'!$S$4,0,0,ROW('明细'!$S$391)-ROW('明细'!$S$4),1)),2)",
      "明细!S4:S390+" },
    { "OFFSET(A1,B1,0)", "表!A1:A1 表!B1:B1" },
    { "OFFSET(A4,0,0,ROW(A4)-ROW(A4),1)", "表!A4:A4 表!A4:A4^" },
    { "SUM(A1:A3)+SUMIFS(B1:B3,C1:C3,D1)", "表!A1:A3+ 表!B1:B3 表!C1:C3 表!D1:D1" },
    { "合计", "明细!F18:F18=合计" },
    { "又名", "明细!F18:F18=又名" },
    { "自己", "" },
    { "没有这个名字", "" },
    { "[1]表!A1+'没有'!B2", "?!A1:A1 ?!B2:B2" },
  };
  g_autoptr (YlTextPool) texts = yl_text_pool_new ();
  g_autoptr (YlWorkbook) book = make_book (texts);
  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      g_autoptr (GArray) sources =
          yl_formula_find_sources (book, g_ptr_array_index (book->sheets, 0), readings[i].formula);
      g_autofree char *places = list (sources);
      if (g_strcmp0 (places, readings[i].places) != 0)
        fail_msg ("%s: %s", readings[i].formula, places);
    }
}

static guint
count (guint n)
{
  g_autoptr (YlTextPool) texts = yl_text_pool_new ();
  g_autoptr (YlWorkbook) book = make_book (texts);
  g_autoptr (GString) formula = g_string_new ("0");
  for (guint i = 1; i <= n; i++)
    g_string_append_printf (formula, "+A%u", i);
  g_autoptr (GArray) sources =
      yl_formula_find_sources (book, g_ptr_array_index (book->sheets, 0), formula->str);
  return sources->len;
}

static void
so_many_places_are_told_and_no_more (void **state)
{
  (void) state;
  assert_number_equal (count (YL_FORMULA_MAX_SOURCES), YL_FORMULA_MAX_SOURCES);
  assert_number_equal (count (YL_FORMULA_MAX_SOURCES + 1), YL_FORMULA_MAX_SOURCES);
}

/* Forty names, each twice the one before, are no work. */
static void
names_of_names_end (void **state)
{
  (void) state;
  g_autoptr (YlTextPool) texts = yl_text_pool_new ();
  g_autoptr (YlWorkbook) book = make_book (texts);
  for (guint i = 1; i <= 40; i++)
    {
      g_autofree char *name = g_strdup_printf ("倍%u", i);
      g_autofree char *twice = g_strdup_printf ("倍%u+倍%u", i + 1, i + 1);
      yl_workbook_add_name (book, name, twice);
    }
  g_autoptr (GArray) sources =
      yl_formula_find_sources (book, g_ptr_array_index (book->sheets, 0), "倍1");
  assert_number_equal (sources->len, 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (a_formula_reads_what_it_names),
    cmocka_unit_test (so_many_places_are_told_and_no_more),
    cmocka_unit_test (names_of_names_end),
  };
  return cmocka_run_group_tests_name ("formula-sources", tests, NULL, NULL);
}
