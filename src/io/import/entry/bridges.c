#include "table-private.h"

#include "yanglu/domain/place-code.h"

enum
{
  CODE,
  ROUTE_CODE,
  NAME,
  TOWNSHIP,
  DIVISION_CODE,
  SIZE,
  CLASS,
  LENGTH,
  N_COLUMNS,
};

static void
report (YlTableRow *row,
        const TableCell *cell,
        YlCode code,
        const char *what,
        const char *expected,
        const char *effect)
{
  table_report (row->context, cell,
                &(TableFault){ .code = code,
                               .severity = YL_SEVERITY_WARNING,
                               .what = what,
                               .expected = expected,
                               .effect = effect });
}

/* The class of the road: of its column, else of the route's letter. */
static void
take_class (YlTableRow *row, guint column, gpointer record)
{
  YlBridge *bridge = record;
  const TableCell named = table_row_get (row, column);
  const TableCell route = table_row_get (row, ROUTE_CODE);
  YlRoadClass road_class = YL_CLASS_VILLAGE;
  YlClassReading reading = yl_road_class_parse_name (row->context->words, named.text, &road_class);
  const gboolean is_named = reading != YL_CLASS_READ_BLANK;
  if (!is_named)
    reading = yl_road_class_parse_letter (route.text, &road_class);
  if (reading == YL_CLASS_READ_OK || reading == YL_CLASS_READ_TRACK)
    bridge->road_class = (guint8) road_class;
  if (reading == YL_CLASS_READ_NATIONAL)
    {
      report (row, is_named ? &named : &route, YL_E02, "不是农村公路", "县道、乡道、村道或专用公路",
              "该桥未计入");
      row->is_left_out = TRUE;
    }
  if ((reading == YL_CLASS_READ_UNKNOWN || reading == YL_CLASS_READ_OPEN) && is_named)
    table_refuse (row, column,
                  &(TableFault){ .code = YL_E02,
                                 .severity = YL_SEVERITY_ERROR,
                                 .what = "不在可选范围内",
                                 .expected = "县道、乡道、村道、专用公路 之一" });
}

static const YlImportColumn columns[] = {
  [CODE] = { "code", YL_AS_CODE, YL_AT (YlBridge, code) },
  [ROUTE_CODE] = { "route-code", YL_AS_CODE, YL_AT (YlBridge, route_code) },
  [NAME] = { "name", YL_AS_TEXT, YL_AT (YlBridge, name) },
  [TOWNSHIP] = { "township", YL_AS_TEXT, YL_AT (YlBridge, township) },
  [DIVISION_CODE] = { "division-code" },
  [SIZE] = { "size", YL_AS_MEMBER, YL_AT (YlBridge, size), .list = YL_WORDS_BRIDGE_SIZE,
             .hint = "（或代码 1、2、3、4）" },
  [CLASS] = { "class", .take = take_class },
  [LENGTH] = { "length", YL_AS_CM, YL_AT (YlBridge, length_cm) },
};
G_STATIC_ASSERT (G_N_ELEMENTS (columns) == N_COLUMNS);
static const guint64 enough[] = {
  1 << CODE | 1 << SIZE,
  1 << CODE | 1 << LENGTH,
  1 << NAME | 1 << SIZE,
  1 << NAME | 1 << LENGTH,
  1 << ROUTE_CODE | 1 << SIZE,
  1 << ROUTE_CODE | 1 << LENGTH,
  0,
};
static const YlBridge blank = { .size = YL_BRIDGE_SIZE_UNKNOWN, .road_class = YL_N_CLASSES };

/* The township that a division code of nine or twelve digits names. */
static const YlTownship *
find_township (const YlPlaces *places, YlText text)
{
  guint32 county = 0;
  guint32 township = 0;
  g_autofree char *code = yl_text_fold_width (text);
  if (!yl_division_code_read (yl_text_of (code), &county, &township) || township == 0)
    return NULL;
  return yl_places_find_township (places, yl_places_renew_township (places, township));
}

/* By the code, else by the name; what no register knows stays as it is written. */
static void
settle_township (YlTableRow *row, gpointer record)
{
  YlBridge *bridge = record;
  const YlTableContext *context = row->context;
  bridge->file = yl_arena_keep_once (context->arena, context->file);
  bridge->sheet = yl_arena_keep_once (context->arena, context->sheet);
  const TableCell name = table_row_get (row, TOWNSHIP);
  const guint32 of_route = yl_places_renew (
      context->places, yl_route_code_find_county (yl_text_of (bridge->route_code)));
  const guint32 county = context->county_code != 0 ? context->county_code : of_route;
  const YlTownship *by_code =
      find_township (context->places, table_row_get (row, DIVISION_CODE).text);
  const YlTownship *by_name =
      yl_text_is_blank (name.text)
          ? NULL
          : yl_places_find_township_named (context->places, county, name.text);
  const YlTownship *township = by_code != NULL ? by_code : by_name;
  gsize n_townships = 0;
  yl_places_get_townships (context->places, county, &n_townships);
  if (by_code != NULL && !yl_text_is_blank (name.text) && by_name != by_code)
    report (row, &name, YL_E07, "与行政区划代码不是同一个乡镇", by_code->name, "按代码计入");
  if (township == NULL && n_townships > 0 && *bridge->township != '\0')
    report (row, &name, YL_E06, "不在本县乡镇名册内", "名册上的乡镇（街道）全称",
            "该桥照常计入，单列为这个名称");
  if (township == NULL)
    return;
  bridge->township = yl_arena_keep (context->arena, township->name);
  bridge->township_code = township->code;
}

const YlImportTable yl_bridges_table = {
  .sheet = YL_LIST_BRIDGES,
  .words = YL_WORDS_BRIDGE_HEADS,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .enough = enough,
  .expected = "路线编码、桥名或桥梁编码，和桥梁类型或全长",
  .subject = "该桥",
  .loss = "未计入",
  .record_size = sizeof (YlBridge),
  .blank = &blank,
  .number = G_STRUCT_OFFSET (YlBridge, row),
  .hidden = G_STRUCT_OFFSET (YlBridge, is_hidden),
  .rows = G_STRUCT_OFFSET (YlEntry, bridges),
  .settle = settle_township,
};
