#include "yanglu/io/places/register.h"

#include "yanglu/domain/place-code.h"

#include "table-private.h"

#define COUNTY_DIGITS 6
#define TOWNSHIP_DIGITS 9
#define YEAR_DIGITS 4

static gboolean
take_county (const YlText fields[YL_PLACE_FIELDS], gpointer builder)
{
  guint32 code;
  if (!yl_place_code_parse (fields[0], COUNTY_DIGITS, &code))
    return FALSE;
  yl_places_builder_add_county (builder, code, fields[1]);
  return TRUE;
}

static gboolean
take_township (const YlText fields[YL_PLACE_FIELDS], gpointer builder)
{
  guint32 code;
  if (!yl_place_code_parse (fields[0], TOWNSHIP_DIGITS, &code))
    return FALSE;
  yl_places_builder_add_township (builder, code, fields[1]);
  return TRUE;
}

static gboolean
take_renamed (const YlText fields[YL_PLACE_FIELDS], gpointer builder)
{
  guint32 old_code;
  guint32 new_code;
  guint32 year;
  if (!yl_place_code_parse (fields[0], COUNTY_DIGITS, &old_code)
      || !yl_place_code_parse (fields[1], COUNTY_DIGITS, &new_code)
      || !yl_place_code_parse (fields[2], YEAR_DIGITS, &year))
    return FALSE;
  yl_places_builder_add_renamed (builder, old_code, new_code, year);
  return TRUE;
}

YlPlaces *
yl_register_load (GError **error)
{
  static const struct
  {
    const char *file;
    guint n_fields;
    YlPlaceLine take;
  } tables[] = {
    { "counties.csv", 2, take_county },
    { "townships.csv", 2, take_township },
    { "renamed.csv", 3, take_renamed },
  };
  g_autoptr (YlPlacesBuilder) builder = yl_places_builder_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      YlText table;
      if (!yl_place_resource_get (tables[i].file, &table, error)
          || !yl_place_table_read (tables[i].file, table, tables[i].n_fields, tables[i].take,
                                   builder, error))
        return NULL;
    }
  return yl_places_builder_end (builder);
}
