#include "yanglu/audit/lists/former-codes.h"

#include "yanglu/audit/lists/row-group.h"
#include "yanglu/audit/lists/row.h"
#include "yanglu/domain/place-code.h"

#include <string.h>

#define CODES_OF_A_PROVINCE 10000
/* So many townships beside a code tell its county. */
#define MAX_TOWNSHIPS 50

/* One code in one table. */
typedef struct
{
  guint32 code;
  guint16 origin;
  gboolean is_by_route; /* it stands in the route codes */
  YlRowGroup rows;
} CodeRows;

/* One code of the list. */
typedef struct
{
  guint32 code;
  guint32 successor; /* 0: nobody knows */
  gboolean is_by_townships;
  GPtrArray *townships; /* distinct names beside it, of the inventory */
} FormerCode;

struct _YlFormerCodes
{
  const YlInventory *inventory;
  const YlPlaces *places;
  GArray *codes;  /* of FormerCode */
  GArray *tables; /* of CodeRows */
};

static FormerCode *
find_code (const YlFormerCodes *former, guint32 code)
{
  for (guint i = 0; i < former->codes->len; i++)
    if (g_array_index (former->codes, FormerCode, i).code == code)
      return &g_array_index (former->codes, FormerCode, i);
  return NULL;
}

static FormerCode *
find_or_add_code (YlFormerCodes *former, guint32 code)
{
  FormerCode *known = find_code (former, code);
  if (known != NULL)
    return known;
  const FormerCode added = { .code = code, .townships = g_ptr_array_new () };
  g_array_append_val (former->codes, added);
  return &g_array_index (former->codes, FormerCode, former->codes->len - 1);
}

static CodeRows *
find_or_add_rows (YlFormerCodes *former, guint32 code, const YlRoad *road, gboolean is_by_route)
{
  for (guint i = 0; i < former->tables->len; i++)
    {
      CodeRows *known = &g_array_index (former->tables, CodeRows, i);
      if (known->code == code && known->origin == road->origin)
        return known;
    }
  const CodeRows added = { .code = code, .origin = road->origin, .is_by_route = is_by_route };
  g_array_append_val (former->tables, added);
  return &g_array_index (former->tables, CodeRows, former->tables->len - 1);
}

static void
add_row (YlFormerCodes *former, guint32 code, const YlRoad *road, gboolean is_by_route)
{
  FormerCode *own = find_or_add_code (former, code);
  yl_row_group_add (&find_or_add_rows (former, code, road, is_by_route)->rows, road->row);
  const char *township = yl_inventory_get_text (former->inventory, road->township);
  if (township[0] != '\0' && own->townships->len < MAX_TOWNSHIPS
      && !g_ptr_array_find (own->townships, township, NULL))
    g_ptr_array_add (own->townships, (gpointer) township);
}

/* The rows of a list share few codes: one that was looked up is not looked up again. */
typedef struct
{
  guint32 code;
  gboolean is_unknown;
} LastCode;

static gboolean
is_unknown (const YlFormerCodes *former, guint32 code, LastCode *last)
{
  if (code != last->code)
    *last = (LastCode){ code, code != 0 && yl_places_find_county (former->places, code) == NULL };
  return last->is_unknown;
}

static void
look_at_rows (YlFormerCodes *former)
{
  LastCode last_division = { 0 };
  LastCode last_route = { 0 };
  for (gsize i = 0; i < yl_inventory_get_n_roads (former->inventory); i++)
    {
      const YlRoad *road = yl_inventory_get_road (former->inventory, i);
      const YlText route = yl_text_of (yl_inventory_get_text (former->inventory, road->route_code));
      const guint32 in_route = yl_route_code_find_county (route);
      const gboolean is_by_route = in_route == road->county_code;
      if (is_unknown (former, road->county_code, &last_division))
        add_row (former, road->county_code, road, is_by_route);
      if (!is_by_route && is_unknown (former, in_route, &last_route)
          && yl_places_renew (former->places, in_route) == in_route)
        add_row (former, in_route, road, TRUE);
    }
}

/* 横 of 横县 */
static YlText
get_stem (const char *name)
{
  static const char *const kinds[] = { "县", "市", "区", "旗" };
  YlText stem = yl_text_of (name);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_suffix (name, kinds[i]))
      stem.length -= strlen (kinds[i]);
  return stem;
}

static gboolean
has_townships (const YlPlaces *places, guint32 county, const FormerCode *code)
{
  for (guint i = 0; i < code->townships->len; i++)
    {
      const char *name = g_ptr_array_index (code->townships, i);
      if (yl_places_find_township_named (places, county, yl_text_of (name)) == NULL)
        return FALSE;
    }
  return code->townships->len > 0;
}

static gboolean
has_name (const YlPlaces *places, const YlCounty *county, const FormerCode *code)
{
  const YlCounty *former = yl_places_find_former (places, code->code);
  return former != NULL && yl_text_equal (get_stem (county->name), get_stem (former->name));
}

/* The one county of the province that fits; 0: none or several do. */
static guint32
find_successor (const YlPlaces *places, const FormerCode *code, gboolean is_by_townships)
{
  gsize n = 0;
  const YlCounty *counties = yl_places_get_counties (places, &n);
  guint32 found = 0;
  for (gsize i = 0; i < n; i++)
    {
      if (counties[i].code / CODES_OF_A_PROVINCE != code->code / CODES_OF_A_PROVINCE)
        continue;
      const gboolean fits = is_by_townships ? has_townships (places, counties[i].code, code)
                                            : has_name (places, &counties[i], code);
      if (fits && found != 0)
        return 0;
      if (fits)
        found = counties[i].code;
    }
  return found;
}

static void
clear_code (gpointer data)
{
  g_ptr_array_unref (((FormerCode *) data)->townships);
}

static void
clear_rows (gpointer data)
{
  yl_row_group_clear (&((CodeRows *) data)->rows);
}

YlFormerCodes *
yl_former_codes_find (const YlInventory *inventory, const YlPlaces *places)
{
  YlFormerCodes *former = g_new0 (YlFormerCodes, 1);
  former->inventory = inventory;
  former->places = places;
  former->codes = g_array_new (FALSE, FALSE, sizeof (FormerCode));
  former->tables = g_array_new (FALSE, FALSE, sizeof (CodeRows));
  g_array_set_clear_func (former->codes, clear_code);
  g_array_set_clear_func (former->tables, clear_rows);
  if (places != NULL)
    look_at_rows (former);
  for (guint i = 0; i < former->codes->len; i++)
    {
      FormerCode *code = &g_array_index (former->codes, FormerCode, i);
      code->successor = find_successor (places, code, FALSE);
      code->is_by_townships = code->successor == 0;
      if (code->is_by_townships)
        code->successor = find_successor (places, code, TRUE);
    }
  return former;
}

void
yl_former_codes_free (YlFormerCodes *former)
{
  if (former == NULL)
    return;
  g_array_unref (former->codes);
  g_array_unref (former->tables);
  g_free (former);
}

guint32
yl_former_codes_get_successor (const YlFormerCodes *former, guint32 code)
{
  const FormerCode *known = find_code (former, code);
  return known == NULL ? 0 : known->successor;
}

/* "原横县，代码已被替换，现在应是 450181（横州市）（名称相同）" */
static char *
describe_code (const YlPlaces *places, const FormerCode *code)
{
  const YlCounty *county = yl_places_find_former (places, code->code);
  g_autofree char *was = county == NULL ? g_strdup ("不在行政区划名录中，也没有查到曾用的县")
                                        : g_strdup_printf ("原是%s，代码已被替换", county->name);
  if (code->successor == 0)
    return g_strdup_printf ("%s，现在是哪个县不知道", was);
  g_autofree char *successor = yl_county_show (places, code->successor);
  return g_strdup_printf ("%s，现在应是 %s（%s）", was, successor,
                          code->is_by_townships ? "有台账所写的乡镇" : "县名相同");
}

static void
tell (const YlFormerCodes *former, const CodeRows *table, YlFindings *findings)
{
  const FormerCode *code = find_code (former, table->code);
  const YlOrigin *origin = yl_inventory_get_origin (former->inventory, table->origin);
  g_autofree char *seen = g_strdup_printf ("%06u", code->code);
  g_autofree char *expected =
      code->successor == 0 ? NULL : yl_county_show (former->places, code->successor);
  g_autofree char *what = describe_code (former->places, code);
  g_autofree char *rows = yl_row_group_show (&table->rows);
  g_autofree char *message = g_strdup_printf ("县级代码 %s（%" G_GUINT64_FORMAT
                                              " 行：第 %s 行）%s；照常按所写计入，金额不受影响；"
                                              "请核对后更正代码",
                                              seen, table->rows.n_rows, rows, what);
  yl_findings_add (findings, &(YlFinding){ .code = YL_A07,
                                           .severity = YL_SEVERITY_WARNING,
                                           .file = origin->file,
                                           .sheet = origin->sheet,
                                           .row = table->rows.first_row,
                                           .column = table->is_by_route ? "路线编码" : "行政区划",
                                           .seen = seen,
                                           .expected = expected,
                                           .message = message,
                                           .is_priced = TRUE });
}

void
yl_former_codes_tell (const YlFormerCodes *former, guint32 own, YlFindings *findings)
{
  for (guint i = 0; i < former->tables->len; i++)
    {
      const CodeRows *table = &g_array_index (former->tables, CodeRows, i);
      if (own == 0 || table->code == own
          || yl_former_codes_get_successor (former, table->code) == own)
        tell (former, table, findings);
    }
}
