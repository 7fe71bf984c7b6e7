#include <string.h>

#include "entry-private.h"

enum
{
  CODE,
  ROUTE_CODE,
  NAME,
  TOWNSHIP,
  DIVISION_CODE,
  CLASS,
  SIZE,
  LENGTH,
};

static const char *const columns[] = {
  [CODE] = "code",
  [ROUTE_CODE] = "route-code",
  [NAME] = "name",
  [TOWNSHIP] = "township",
  [DIVISION_CODE] = "division-code",
  [CLASS] = "class",
  [SIZE] = "size",
  [LENGTH] = "length",
};

static const guint64 enough[] = { 1 << CODE | 1 << SIZE, 1 << CODE | 1 << LENGTH,
                                  1 << NAME | 1 << SIZE, 1 << NAME | 1 << LENGTH, 0 };

static const YlHeadTable heads = {
  .words = YL_WORDS_BRIDGE_HEADS,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .enough = enough,
  .expected = "桥名（或桥梁编码）和桥梁类型（或全长）",
};

static void
begin (YlEntryContext *context)
{
  g_array_set_size (context->entry->bridges, 0);
}

static void
report (YlEntryContext *context,
        const YlEntryCell *cell,
        YlCode code,
        YlSeverity severity,
        const char *what,
        const char *expected,
        const char *effect)
{
  const YlEntryFault fault = {
    .code = code,
    .severity = severity,
    .what = what,
    .expected = expected,
    .effect = effect,
  };
  yl_entry_report (context, cell, &fault);
}

static const char *
size_name (guint member)
{
  return yl_bridge_size_get_name ((YlBridgeSize) member);
}

static gboolean
read_size (YlEntryContext *context, const YlEntryRow *row, YlBridge *bridge)
{
  bridge->size = YL_BRIDGE_SIZE_UNKNOWN;
  const YlEntryCell cell = yl_entry_row_get (row, SIZE);
  guint size = YL_BRIDGE_SIZE_UNKNOWN;
  if (yl_words_read (context->words, YL_WORDS_BRIDGE_SIZE, cell.text, &size))
    bridge->size = (guint8) size;
  else if (!yl_text_is_blank (cell.text))
    {
      g_autofree char *members = yl_entry_join (size_name, YL_N_BRIDGE_SIZES);
      g_autofree char *expected = g_strdup_printf ("%s 之一（或代码 1、2、3、4）", members);
      report (context, &cell, YL_E02, YL_SEVERITY_ERROR, "不在可选范围内", expected, "该桥未计入");
      return FALSE;
    }
  return TRUE;
}

/* The class of the road: of its column, else of the route's letter. */
static gboolean
read_class (YlEntryContext *context, const YlEntryRow *row, YlBridge *bridge)
{
  bridge->road_class = YL_N_CLASSES;
  const YlEntryCell named = yl_entry_row_get (row, CLASS);
  const YlEntryCell route = yl_entry_row_get (row, ROUTE_CODE);
  YlRoadClass road_class = YL_CLASS_VILLAGE;
  YlClassReading reading = yl_road_class_parse_name (context->words, named.text, &road_class);
  const YlEntryCell *cell = &named;
  if (reading == YL_CLASS_READ_BLANK)
    {
      reading = yl_road_class_parse_letter (route.text, &road_class);
      cell = &route;
    }
  if (reading == YL_CLASS_READ_OK || reading == YL_CLASS_READ_TRACK)
    bridge->road_class = (guint8) road_class;
  if (reading == YL_CLASS_READ_NATIONAL)
    {
      report (context, cell, YL_E02, YL_SEVERITY_WARNING, "不是农村公路",
              "县道、乡道、村道或专用公路", "该桥未计入");
      return FALSE;
    }
  if (reading == YL_CLASS_READ_UNKNOWN && cell == &named)
    {
      report (context, cell, YL_E02, YL_SEVERITY_ERROR, "不在可选范围内",
              "县道、乡道、村道、专用公路 之一", "该桥未计入");
      return FALSE;
    }
  return TRUE;
}

/* The six digits that end a route code, present code; 0 when there are none. */
static guint32
county_of_route (const YlEntryContext *context, YlText code)
{
  g_autofree char *folded = yl_text_fold_width (code);
  const gsize length = strlen (folded);
  if (length < 10)
    return 0;
  guint32 county = 0;
  for (gsize i = 4; i < 10; i++)
    {
      if (!g_ascii_isdigit (folded[i]))
        return 0;
      county = county * 10 + (guint32) (folded[i] - '0');
    }
  return yl_places_renew (context->places, county);
}

/* The township that a division code of nine or twelve digits names. */
static const YlTownship *
township_of_code (const YlEntryContext *context, YlText text)
{
  g_autofree char *folded = yl_text_fold_width (text);
  const gsize length = strlen (folded);
  if (length != 9 && length != 12)
    return NULL;
  guint32 code = 0;
  for (gsize i = 0; i < 9; i++)
    {
      if (!g_ascii_isdigit (folded[i]))
        return NULL;
      code = code * 10 + (guint32) (folded[i] - '0');
    }
  const guint32 county = yl_places_renew (context->places, code / 1000);
  return yl_places_find_township (context->places, county * 1000 + code % 1000);
}

static void
read_township (YlEntryContext *context, const YlEntryRow *row, YlBridge *bridge)
{
  const YlEntryCell name = yl_entry_row_get (row, TOWNSHIP);
  const YlEntryCell division = yl_entry_row_get (row, DIVISION_CODE);
  const guint32 of_route = county_of_route (context, yl_entry_row_get (row, ROUTE_CODE).text);
  const guint32 county = context->county_code != 0 ? context->county_code : of_route;
  const YlTownship *by_code = township_of_code (context, division.text);
  const YlTownship *by_name =
      yl_text_is_blank (name.text)
          ? NULL
          : yl_places_find_township_named (context->places, county, name.text);
  const YlTownship *township = by_code != NULL ? by_code : by_name;
  if (by_code != NULL && !yl_text_is_blank (name.text) && by_name != by_code)
    report (context, &name, YL_E07, YL_SEVERITY_WARNING, "与行政区划代码不是同一个乡镇",
            by_code->name, "按代码计入");
  if (township != NULL)
    {
      bridge->township = g_strdup (township->name);
      bridge->township_code = township->code;
      return;
    }
  bridge->township = yl_entry_row_dup (row, TOWNSHIP);
  gsize n_townships = 0;
  yl_places_get_townships (context->places, county, &n_townships);
  if (n_townships > 0 && *bridge->township != '\0')
    report (context, &name, YL_E06, YL_SEVERITY_WARNING, "不在本县乡镇名册内",
            "名册上的乡镇（街道）全称", "该桥照常计入，单列为这个名称");
}

/* Route codes are compared with those of roads: upper case, half width, no blanks. */
static char *
fold_code (const YlEntryRow *row, guint column)
{
  g_autofree char *text = yl_entry_row_dup (row, column);
  g_autofree char *folded = yl_text_fold_width (yl_text_of (text));
  GString *code = g_string_new ("");
  for (const char *at = folded; *at != '\0'; at++)
    if (*at != ' ')
      g_string_append_c (code, g_ascii_toupper (*at));
  return g_string_free (code, FALSE);
}

static void
take_row (YlEntryContext *context, const YlEntryRow *row)
{
  YlBridge bridge = { .row = row->row };
  const YlEntryCell length = yl_entry_row_get (row, LENGTH);
  const gboolean has_size = read_size (context, row, &bridge);
  const gboolean has_class = read_class (context, row, &bridge);
  const YlCellStatus status =
      yl_entry_cell_to_length (context, &length, YL_UNIT_METRE, "该桥未计入", &bridge.length);
  if (!has_size || !has_class || status == YL_CELL_FAULTY)
    return;
  read_township (context, row, &bridge);
  bridge.code = fold_code (row, CODE);
  bridge.route_code = fold_code (row, ROUTE_CODE);
  bridge.name = yl_entry_row_dup (row, NAME);
  g_array_append_val (context->entry->bridges, bridge);
}

const YlEntryTable yl_entry_bridges_table = {
  .sheet = "桥梁",
  .heads = &heads,
  .begin = begin,
  .row = take_row,
};
