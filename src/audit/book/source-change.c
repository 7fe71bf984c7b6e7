#include "price-private.h"

#include "yanglu/audit/budget/rules.h"
#include "yanglu/base/enum-table.h"

#include <string.h>

#define AMOUNTS "sources.amount_fen"

const YlSource *
yl_book_find_source (const YlBookPricing *pricing, const char *sheet, guint32 row)
{
  const YlFigureRange *range = yl_planned_book_find_key (pricing->match->plan, AMOUNTS);
  const GArray *sources = pricing->budget->entry->sources;
  if (range == NULL || strcmp (range->sheet, sheet) != 0 || row < range->first_row
      || row > range->last_row || row - range->first_row >= sources->len)
    return NULL;
  return &g_array_index (sources, YlSource, row - range->first_row);
}

/* What a grant is called by: the texts of its row that are members of an enum. */
static const struct
{
  YlTextOfMember get;
  guint n;
  gsize offset;
} names[] = {
  { (YlTextOfMember) yl_payer_get_name, YL_N_PAYERS, G_STRUCT_OFFSET (YlSource, level) },
  { (YlTextOfMember) yl_purpose_get_name, YL_N_PURPOSES, G_STRUCT_OFFSET (YlSource, purpose) },
  { (YlTextOfMember) yl_fund_get_name, YL_N_FUNDS, G_STRUCT_OFFSET (YlSource, fund) },
  { (YlTextOfMember) yl_source_kind_get_name, YL_N_SOURCE_KINDS, G_STRUCT_OFFSET (YlSource, kind) },
};

/* FALSE: @planned is none of them, or @found no word for it. */
static gboolean
rename_source (YlSource *source, const char *planned, const char *found)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      guint *member = (guint *) G_STRUCT_MEMBER_P (source, names[i].offset);
      guint other = 0;
      if (strcmp (names[i].get (*member), planned) != 0
          || !yl_enum_find (names[i].get, names[i].n, found, &other))
        continue;
      *member = other;
      return TRUE;
    }
  return FALSE;
}

gboolean
yl_book_find_broken_rule (const YlBookPricing *pricing,
                          const YlSource *source,
                          const char *planned,
                          const char *found,
                          YlCode *out_code)
{
  YlSource renamed = *source;
  return rename_source (&renamed, planned, found)
         && yl_source_find_broken_rule (pricing->budget, source, &renamed, out_code);
}
