#include "yanglu/io/places/register.h"

#include "yanglu/base/error.h"
#include "yanglu/domain/place-code.h"
#include "yanglu/io/file-name.h"

#include <gio/gio.h>
#include <string.h>

#define CITY_DIGITS 4
#define COUNTY_DIGITS 6
#define TOWNSHIP_DIGITS 9
#define YEAR_DIGITS 4

#define ZONE_FIELDS 4
#define ZONES_FILE "zones.csv"
/* A zones file of one's own is small: a bigger one is something else. */
#define FILE_MAX_BYTES ((gsize) 1024 * 1024)

/* Most fields a line of a table has. */
#define MAX_FIELDS 4

/* Takes one line of a table. Returns: FALSE when it makes no sense. */
typedef gboolean (*TakeLine) (const YlText fields[MAX_FIELDS], gpointer data);

/* The line at the front of *@rest, without its end; moves *@rest behind it. */
static YlText
take_line (YlText *rest)
{
  const char *end = memchr (rest->at, '\n', rest->length);
  const gsize length = end == NULL ? rest->length : (gsize) (end - rest->at);
  const YlText line = { rest->at, length };
  const gsize taken = end == NULL ? length : length + 1;
  rest->at += taken;
  rest->length -= taken;
  return yl_text_trim (line);
}

static gboolean
split (YlText line, guint n_fields, YlText fields[MAX_FIELDS])
{
  for (guint i = 0; i + 1 < n_fields; i++)
    {
      const char *comma = memchr (line.at, ',', line.length);
      if (comma == NULL)
        return FALSE;
      const gsize length = (gsize) (comma - line.at);
      fields[i] = (YlText){ line.at, length };
      line.at += length + 1;
      line.length -= length + 1;
    }
  fields[n_fields - 1] = line;
  return line.length == 0 || memchr (line.at, ',', line.length) == NULL;
}

/* Hands every line below the head to @take; no quotes, blank lines passed over. An error names the
 * line, at the first that makes no sense. */
static gboolean
read_table (
    const char *name, YlText table, guint n_fields, TakeLine take, gpointer data, GError **error)
{
  g_return_val_if_fail (n_fields > 0 && n_fields <= MAX_FIELDS, FALSE);
  YlText rest = table;
  for (guint number = 1; rest.length > 0; number++)
    {
      YlText fields[MAX_FIELDS];
      const YlText line = take_line (&rest);
      if (number == 1 || line.length == 0)
        continue;
      if (!split (line, n_fields, fields) || !take (fields, data))
        {
          g_set_error (error, YL_ERROR, YL_ERROR_INVALID,
                       "区划表“%s”第 %u 行看不懂：%.*s。每行应有 %u 列，用逗号分隔，代码为数字。",
                       name, number, (int) MIN (line.length, 200), line.at, n_fields);
          return FALSE;
        }
    }
  return TRUE;
}

/* A table compiled in; it lives as long as the program. */
static gboolean
get_resource (const char *file, YlText *out_table, GError **error)
{
  g_autofree char *path = g_strconcat ("/yanglu/places/", file, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (bytes == NULL)
    return FALSE;
  /* Not compressed: the bytes are the program's own image, whatever becomes of the GBytes. */
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  *out_table = (YlText){ data, size };
  return TRUE;
}

/* A code of @digits and the name of its place. */
static gboolean
take_named (const YlText fields[MAX_FIELDS],
            guint digits,
            YlPlaces *places,
            void (*add) (YlPlaces *places, guint32 code, YlText name))
{
  guint32 code;
  if (!yl_place_code_parse (fields[0], digits, &code))
    return FALSE;
  add (places, code, fields[1]);
  return TRUE;
}

static gboolean
take_county (const YlText fields[MAX_FIELDS], gpointer places)
{
  return take_named (fields, COUNTY_DIGITS, places, yl_places_add_county);
}

static gboolean
take_city (const YlText fields[MAX_FIELDS], gpointer places)
{
  guint32 prefix;
  if (!yl_place_code_parse (fields[0], CITY_DIGITS, &prefix))
    return FALSE;
  yl_places_add_city (places, prefix, fields[1], fields[2]);
  return TRUE;
}

static gboolean
take_township (const YlText fields[MAX_FIELDS], gpointer places)
{
  return take_named (fields, TOWNSHIP_DIGITS, places, yl_places_add_township);
}

static gboolean
take_renamed (const YlText fields[MAX_FIELDS], gpointer places)
{
  guint32 old_code;
  guint32 new_code;
  guint32 year;
  if (!yl_place_code_parse (fields[0], COUNTY_DIGITS, &old_code)
      || !yl_place_code_parse (fields[1], COUNTY_DIGITS, &new_code)
      || !yl_place_code_parse (fields[2], YEAR_DIGITS, &year))
    return FALSE;
  yl_places_add_renamed (places, old_code, new_code, year);
  return TRUE;
}

static gboolean
take_former (const YlText fields[MAX_FIELDS], gpointer places)
{
  return take_named (fields, COUNTY_DIGITS, places, yl_places_add_former);
}

YlPlaces *
yl_register_load (GError **error)
{
  static const struct
  {
    const char *file;
    guint n_fields;
    TakeLine take;
  } tables[] = {
    { "counties.csv", 2, take_county },    { "cities.csv", 3, take_city },
    { "townships.csv", 2, take_township }, { "renamed.csv", 3, take_renamed },
    { "former.csv", 2, take_former },
  };
  g_autoptr (YlPlaces) places = yl_places_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      YlText table;
      if (!get_resource (tables[i].file, &table, error)
          || !read_table (tables[i].file, table, tables[i].n_fields, tables[i].take, places, error))
        return NULL;
    }
  return yl_places_seal (g_steal_pointer (&places));
}

const YlPlaces *
yl_register_get (GError **error)
{
  static GMutex mutex;
  static const YlPlaces *places = NULL;
  g_mutex_lock (&mutex);
  if (places == NULL)
    places = yl_register_load (error);
  g_mutex_unlock (&mutex);
  return places;
}

static void
clear_entity (gpointer entity)
{
  yl_entity_free (entity);
}

/* The zone that the line belongs to: the last one, or a new one. */
static YlEntity *
find_or_add (GPtrArray *zones, YlText name)
{
  for (guint i = 0; i < zones->len; i++)
    {
      YlEntity *zone = g_ptr_array_index (zones, i);
      if (yl_text_is (name, zone->name))
        return zone;
    }
  g_autofree char *copy = yl_text_dup (name);
  YlEntity *zone = yl_entity_new (NULL, copy);
  g_ptr_array_add (zones, zone);
  return zone;
}

static gboolean
take_zone_line (const YlText fields[MAX_FIELDS], gpointer data)
{
  const YlText name = yl_text_trim (fields[0]);
  guint32 code;
  if (name.length == 0 || !yl_place_code_parse (yl_text_trim (fields[1]), TOWNSHIP_DIGITS, &code))
    return FALSE;
  YlEntity *zone = find_or_add (data, name);
  zone->townships = g_renew (guint32, zone->townships, zone->n_townships + 1);
  zone->townships[zone->n_townships++] = code;
  if (!yl_text_is_blank (fields[3]))
    zone->is_unverified = TRUE;
  return TRUE;
}

static GPtrArray *
read_zones (const char *name, YlText table, GError **error)
{
  g_autoptr (GPtrArray) zones = g_ptr_array_new_with_free_func (clear_entity);
  if (!read_table (name, table, ZONE_FIELDS, take_zone_line, zones, error))
    return NULL;
  return g_steal_pointer (&zones);
}

static GPtrArray *
read_zones_file (const char *path, GError **error)
{
  g_autofree char *shown = yl_file_name_show (path);
  g_autofree char *content = NULL;
  gsize size = 0;
  g_autoptr (GError) local_error = NULL;
  if (!g_file_get_contents (path, &content, &size, &local_error))
    {
      const gboolean is_missing = g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
      g_set_error (error, YL_ERROR, is_missing ? YL_ERROR_NOT_FOUND : YL_ERROR_IO,
                   "无法读取开发区表“%s”：%s。", shown,
                   is_missing ? "文件不存在" : "系统读不出它的内容");
      return NULL;
    }
  if (size > FILE_MAX_BYTES || !g_utf8_validate (content, (gssize) size, NULL))
    {
      g_set_error (
          error, YL_ERROR, YL_ERROR_INVALID,
          "“%s”不是开发区表：应为 UTF-8 的 CSV，列为 zone,township_code,township,verified。",
          shown);
      return NULL;
    }
  return read_zones (shown, (YlText){ content, size }, error);
}

/* "聊城经济技术开发区财政局" holds the zone's name, "高新" is held by it; but a zone of another city
 * ("济南经济技术开发区") does neither. */
static YlEntity *
choose (const GPtrArray *zones, const char *name)
{
  YlEntity *chosen = NULL;
  for (guint i = 0; i < zones->len; i++)
    {
      YlEntity *zone = g_ptr_array_index (zones, i);
      if (strcmp (zone->name, name) == 0)
        return zone;
      if (strstr (zone->name, name) == NULL && strstr (name, zone->name) == NULL)
        continue;
      if (chosen != NULL)
        return NULL;
      chosen = zone;
    }
  return chosen;
}

static void
set_not_found (GError **error, const char *name, const GPtrArray *zones)
{
  g_autoptr (GString) names = g_string_new ("");
  for (guint i = 0; i < zones->len; i++)
    {
      const YlEntity *zone = g_ptr_array_index (zones, i);
      g_string_append_printf (names, "%s%s", i == 0 ? "" : "、", zone->name);
    }
  g_set_error (error, YL_ERROR, YL_ERROR_NOT_FOUND,
               "“%s”不能确定是哪个开发区。已知的有：%s。不在其中的，用 yanglu budget --townships "
               "给出所辖乡镇。",
               name, names->str);
}

GPtrArray *
yl_register_list_zones (GError **error)
{
  YlText table;
  return get_resource (ZONES_FILE, &table, error) ? read_zones (ZONES_FILE, table, error) : NULL;
}

YlEntity *
yl_register_find_zone (const char *name, GError **error)
{
  g_autofree char *zone_name = g_strdup (name);
  char *at = strchr (zone_name, '@');
  if (at != NULL)
    *at = '\0';
  g_autoptr (GPtrArray) zones =
      at != NULL ? read_zones_file (at + 1, error) : yl_register_list_zones (error);
  if (zones == NULL)
    return NULL;
  g_strstrip (zone_name);
  g_autofree char *folded = yl_zone_name_fold (zone_name);
  YlEntity *zone = folded[0] == '\0' ? NULL : choose (zones, folded);
  if (zone == NULL)
    {
      set_not_found (error, zone_name, zones);
      return NULL;
    }
  return yl_entity_ref (zone);
}
