#include "xlsx-loading.h"

int
xlsx_loading_begin (void **state)
{
  XlsxLoading *loading = g_new0 (XlsxLoading, 1);
  loading->texts = yl_text_pool_new ();
  loading->findings = yl_findings_new ();
  *state = loading;
  return 0;
}

int
xlsx_loading_end (void **state)
{
  XlsxLoading *loading = *state;
  g_clear_pointer (&loading->book, yl_arena_free_record);
  yl_findings_free (loading->findings);
  yl_text_pool_free (loading->texts);
  g_free (loading);
  return 0;
}

const YlWorksheet *
xlsx_load (XlsxLoading *loading, GBytes *bytes)
{
  g_autoptr (YlInput) input = yl_input_new_for_bytes ("预算.xlsx", bytes);
  g_autoptr (GError) error = NULL;
  loading->book = yl_xlsx_load (input, NULL, loading->texts, loading->findings, NULL, &error);
  g_bytes_unref (bytes);
  assert_non_null (loading->book);
  return g_ptr_array_index (loading->book->sheets, 0);
}
