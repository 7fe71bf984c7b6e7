#include "yanglu/audit/found/titles.h"

#include <string.h>

/* Sheets, and texts of one, that are looked at. */
#define N_TITLES 40

char *
yl_found_titles_gather (const YlWorkbook *workbook)
{
  GString *titles = g_string_new ("");
  for (guint i = 0; i < workbook->sheets->len && i < N_TITLES; i++)
    {
      const YlWorksheet *sheet = g_ptr_array_index (workbook->sheets, i);
      for (guint k = 0; k < sheet->cells->len && k < N_TITLES; k++)
        {
          const YlCell *cell = &g_array_index (sheet->cells, YlCell, k);
          if (cell->content == YL_CONTENT_TEXT)
            g_string_append_printf (titles, "%s\n", yl_workbook_get_text (workbook, cell->value));
        }
    }
  return g_string_free (titles, FALSE);
}

guint
yl_found_titles_find_year (const char *titles)
{
  for (const char *at = strstr (titles, "年"); at != NULL; at = strstr (at + 1, "年"))
    {
      const guint64 year = at - titles < 4 ? 0 : g_ascii_strtoull (at - 4, NULL, 10);
      if (year >= 2000 && year < 2100)
        return (guint) year;
    }
  return 0;
}

void
yl_found_report_policy (
    const YlPolicy *policy, const YlPlaces *places, guint32 county_code, guint year, YlAudit *audit)
{
  const YlCounty *county = yl_places_find_county (places, county_code);
  const YlPolicyHead *head = yl_policy_get_head (policy);
  g_autofree char *taken = g_strdup_printf (
      "%s，%u 年；按%s（%s）的标准重算；不对时请用 --county、--year 或 --policy 指明",
      county == NULL ? "看不出是哪个县区" : county->name, year, head->title, head->document);
  yl_audit_add_reading (audit, audit->file, taken);
}
