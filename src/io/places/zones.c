#include "yanglu/io/places/register.h"

#include "yanglu/base/error.h"
#include "yanglu/domain/place-code.h"

#include "table-private.h"

#include <string.h>

#define TOWNSHIP_DIGITS 9
#define ZONE_FIELDS 4
#define ZONES_FILE "zones.csv"
/* A zones file of one's own is small: a bigger one is something else. */
#define FILE_MAX_BYTES ((gsize) 1024 * 1024)

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
take_zone_line (const YlText fields[YL_PLACE_FIELDS], gpointer data)
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
  if (!yl_place_table_read (name, table, ZONE_FIELDS, take_zone_line, zones, error))
    return NULL;
  return g_steal_pointer (&zones);
}

static GPtrArray *
read_zones_file (const char *path, GError **error)
{
  g_autofree char *content = NULL;
  gsize size = 0;
  g_autoptr (GError) local_error = NULL;
  if (!g_file_get_contents (path, &content, &size, &local_error))
    {
      const gboolean is_missing = g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
      g_set_error (error, YL_ERROR, is_missing ? YL_ERROR_NOT_FOUND : YL_ERROR_IO,
                   "无法读取开发区表“%s”：%s。", path,
                   is_missing ? "文件不存在" : local_error->message);
      return NULL;
    }
  if (size > FILE_MAX_BYTES || !g_utf8_validate (content, (gssize) size, NULL))
    {
      g_set_error (
          error, YL_ERROR, YL_ERROR_INVALID,
          "“%s”不是开发区表：应为 UTF-8 的 CSV，列为 zone,township_code,township,verified。", path);
      return NULL;
    }
  return read_zones (path, (YlText){ content, size }, error);
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
               "“%s”不能确定是哪个开发区。已知的有：%s。也可用 --townships 给出乡镇代码。", name,
               names->str);
}

YlEntity *
yl_register_find_zone (const char *name, GError **error)
{
  g_autofree char *zone_name = g_strdup (name);
  char *at = strchr (zone_name, '@');
  YlText table;
  g_autoptr (GPtrArray) zones = NULL;
  if (at != NULL)
    {
      *at = '\0';
      zones = read_zones_file (at + 1, error);
    }
  else if (yl_place_resource_get (ZONES_FILE, &table, error))
    zones = read_zones (ZONES_FILE, table, error);
  if (zones == NULL)
    return NULL;
  g_strstrip (zone_name);
  /* "聊城市…" and "聊城…" are the same zone. */
  g_auto (GStrv) parts = g_strsplit (zone_name, "市", -1);
  g_autofree char *without_city_mark = g_strjoinv ("", parts);
  YlEntity *zone = without_city_mark[0] == '\0' ? NULL : choose (zones, without_city_mark);
  if (zone == NULL)
    {
      set_not_found (error, zone_name, zones);
      return NULL;
    }
  return yl_entity_ref (zone);
}
