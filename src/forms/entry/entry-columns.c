#include "yanglu/forms/entry/entry-columns.h"

#include "entry-private.h"

#include "yanglu/base/enum-table.h"

#include <string.h>

YL_DEFINE_TEXTS (yl_column_kind_get_key,
                 YlColumnKind,
                 YL_N_COLUMN_KINDS,
                 [YL_HOLDS_TEXT] = "text",
                 [YL_HOLDS_STAKE] = "stake",
                 [YL_HOLDS_LENGTH] = "length",
                 [YL_HOLDS_AMOUNT] = "amount",
                 [YL_HOLDS_NUMBER] = "number",
                 [YL_HOLDS_YEAR] = "year",
                 [YL_HOLDS_DATE] = "date")

GPtrArray *
yl_entry_list_townships (const YlEntity *entity, const YlPlaces *places)
{
  GPtrArray *names = g_ptr_array_new ();
  for (guint i = 0; i < entity->n_townships; i++)
    {
      const YlTownship *township = yl_places_find_township (places, entity->townships[i]);
      g_ptr_array_add (names, (gpointer) (township == NULL ? "" : township->name));
    }
  if (entity->n_townships > 0 || entity->code == NULL)
    return names;
  gsize n = 0;
  const guint32 county = (guint32) g_ascii_strtoull (entity->code, NULL, 10);
  const YlTownship *townships =
      yl_places_get_townships (places, yl_places_renew (places, county), &n);
  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (names, (gpointer) townships[i].name);
  return names;
}

static const YlEntryColumn *
find_named (const YlEntryColumn *columns, guint n, const char *name)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (columns[i].name, name) == 0)
      return &columns[i];
  return NULL;
}

const YlEntryColumn *
yl_entry_column_find (const char *sheet, const char *name)
{
  for (guint i = 0; i < YL_N_ENTRY_TABLES; i++)
    {
      const YlEntrySheetForm *form = &yl_entry_tables[i];
      if (strcmp (form->sheet, sheet) != 0)
        continue;
      const YlEntryColumn *column = find_named (form->columns, form->n_columns, name);
      return column != NULL ? column : find_named (form->further, form->n_further, name);
    }
  if (strcmp (sheet, YL_SHEET_UNIT) == 0)
    return yl_entry_find_unit_row (name);
  return strcmp (sheet, YL_LIST_LAND) == 0 ? yl_entry_find_land_column (name) : NULL;
}

YlColumnKind
yl_entry_column_get_kind (const char *sheet, const char *column)
{
  const YlEntryColumn *spec = yl_entry_column_find (sheet, column);
  switch (spec == NULL ? YL_FIELD_TEXT : spec->field)
    {
    case YL_FIELD_STAKE:
      return YL_HOLDS_STAKE;
    case YL_FIELD_KM:
      return YL_HOLDS_LENGTH;
    case YL_FIELD_YUAN:
    case YL_FIELD_SIGNED_YUAN:
      return YL_HOLDS_AMOUNT;
    case YL_FIELD_METRE:
    case YL_FIELD_WIDTH:
    case YL_FIELD_PERCENT:
      return YL_HOLDS_NUMBER;
    case YL_FIELD_YEAR:
      return YL_HOLDS_YEAR;
    case YL_FIELD_DATE:
      return YL_HOLDS_DATE;
    case YL_FIELD_TEXT:
    case YL_FIELD_LABEL:
    case YL_FIELD_HINT:
    default:
      return YL_HOLDS_TEXT;
    }
}

char **
yl_entry_column_list_values (const char *sheet,
                             const char *column,
                             const YlEntity *entity,
                             const YlPlaces *places)
{
  const YlEntryColumn *spec = yl_entry_column_find (sheet, column);
  if (spec != NULL && spec == yl_entry_find_land_column ("item"))
    return yl_entry_list_land_items ();
  if (spec == NULL || spec->list == YL_LIST_NONE)
    return NULL;
  g_autoptr (GPtrArray) townships = yl_entry_list_townships (entity, places);
  const YlEntryBook book = { .townships = townships };
  const guint n = yl_entry_book_get_n_members (&book, spec->list);
  char **values = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    values[i] = g_strdup (yl_entry_book_get_member (&book, spec->list, i));
  return values;
}
