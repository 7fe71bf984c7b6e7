#include "yanglu/domain/audit/party.h"

#include "yanglu/base/enum-table.h"
#include "yanglu/domain/allotment.h"

/* A name taken apart: 聊城市东昌府区沙镇镇人民政府 is 沙镇 and a 镇. */
typedef struct
{
  const char *plain; /* without blanks and brackets */
  const char *place; /* without what stands before and behind */
  const char *stem;  /* without the kind */
  const char *kind;  /* "镇" "街道" "区" …; "" */
} Name;

typedef struct
{
  Name name;
  guint32 code;
} KnownParty;

struct _YlPartyList
{
  YlArena *arena;
  const YlPlaces *places;
  guint32 county_code;
  const char *county; /* its name; "" */
  GArray *known;
};

/* Without blanks, and without what stands in brackets. */
static char *
make_plain (const char *written)
{
  g_autofree char *folded = yl_text_fold_width (yl_text_of (written));
  GString *plain = g_string_new (NULL);
  guint depth = 0;
  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar character = g_utf8_get_char (at);
      depth += character == '(' ? 1 : 0;
      if (depth == 0 && !g_unichar_isspace (character))
        g_string_append_unichar (plain, character);
      depth -= character == ')' && depth > 0 ? 1 : 0;
    }
  return g_string_free (plain, FALSE);
}

/* Takes @prefix from the front of *@at when something is left of it. */
static gboolean
drop_prefix (const char **at, const char *prefix)
{
  const gsize length = strlen (prefix);
  if (length == 0 || !g_str_has_prefix (*at, prefix) || (*at)[length] == '\0')
    return FALSE;
  *at += length;
  return TRUE;
}

/* The name of the county with any kind behind it: 茌平县 and 茌平区 are one. */
static void
drop_county (const char **at, const char *county)
{
  static const char *const kinds[] = { "区", "县", "市" };
  if (drop_prefix (at, county))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (kinds); j++)
      {
        if (!g_str_has_suffix (county, kinds[i]))
          continue;
        g_autofree char *stem = g_strndup (county, strlen (county) - strlen (kinds[i]));
        g_autofree char *other = g_strconcat (stem, kinds[j], NULL);
        if (drop_prefix (at, other))
          return;
      }
}

static const char *const offices[] = {
  "人民政府",         "政府",   "党委",           "财政所", "财政管理所", "财政服务中心",
  "财政经管服务中心", "交通所", "交通管理所",     "公路站", "公路管理所", "养护站",
  "农村公路管理所",   "财政办", "农村公路养护站", "财政局", "交通运输局", NULL,
};

/* A province or a city before the name: two or three characters that end in 省 or 市; but the city
 * itself, with its office behind it, stays. */
static void
drop_above (const char **at, const char *kind)
{
  const char *end = strstr (*at, kind);
  if (end == NULL)
    return;
  const glong n = g_utf8_pointer_to_offset (*at, end);
  const char *rest = end + strlen (kind);
  if (n >= 2 && n <= 3 && rest[0] != '\0' && !g_strv_contains (offices, rest))
    *at = rest;
}

static gboolean
drop_office (GString *name)
{
  for (gsize i = 0; offices[i] != NULL; i++)
    {
      const gsize length = strlen (offices[i]);
      if (name->len <= length || !g_str_has_suffix (name->str, offices[i]))
        continue;
      g_string_truncate (name, name->len - length);
      return TRUE;
    }
  return FALSE;
}

static void
name_init (Name *name, YlArena *arena, const char *written, const char *county)
{
  static const struct
  {
    const char *suffix;
    const char *kind;
  } kinds[] = {
    { "街道办事处", "街道" }, { "街道办", "街道" }, { "办事处", "街道" },
    { "街道", "街道" },       { "镇", "镇" },       { "乡", "乡" },
    { "区", "区" },           { "县", "县" },       { "市", "市" },
  };
  name->plain = yl_arena_take (arena, make_plain (written));
  const char *at = name->plain;
  drop_above (&at, "省");
  drop_above (&at, "市");
  drop_county (&at, county);
  g_autoptr (GString) place = g_string_new (at);
  while (drop_office (place))
    ;
  name->place = name->stem = yl_arena_keep (arena, place->str);
  name->kind = "";
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const gsize length = strlen (kinds[i].suffix);
      if (!g_str_has_suffix (name->place, kinds[i].suffix) || strlen (name->place) <= length)
        continue;
      g_string_truncate (place, place->len - length);
      name->stem = yl_arena_keep (arena, place->str);
      name->kind = kinds[i].kind;
      return;
    }
}

YlPartyList *
yl_party_list_new (const YlPlaces *places, guint32 county_code, const YlParty *parties, guint n)
{
  YlPartyList *list = yl_arena_new_record (sizeof *list);
  const YlCounty *county = yl_places_find_county (places, county_code);
  list->places = places;
  list->county_code = county_code;
  list->county = yl_arena_keep (list->arena, county == NULL ? "" : county->name);
  list->known = yl_arena_array (list->arena, sizeof (KnownParty));
  g_array_set_size (list->known, n);
  for (guint i = 0; i < n; i++)
    {
      KnownParty *known = &g_array_index (list->known, KnownParty, i);
      name_init (&known->name, list->arena, parties[i].name, list->county);
      known->code = parties[i].code;
    }
  return list;
}

typedef gboolean (*Fits) (const YlPartyList *list, const KnownParty *known, const Name *name);

/* The only one that fits. */
static gboolean
find_only (const YlPartyList *list, const Name *name, Fits fits, guint *out_index)
{
  guint n = 0;
  guint found = 0;
  for (guint i = 0; i < list->known->len; i++)
    if (fits (list, &g_array_index (list->known, KnownParty, i), name))
      {
        found = i;
        n++;
      }
  if (n == 1)
    *out_index = found;
  return n == 1;
}

static gboolean
is_same (const YlPartyList *list, const KnownParty *known, const Name *name)
{
  (void) list;
  return g_str_equal (known->name.plain, name->plain);
}

/* The first run of nine or twelve digits in the name. */
static gboolean
has_code (const YlPartyList *list, const KnownParty *known, const Name *name)
{
  (void) list;
  const char *at = name->plain;
  while (known->code != 0 && *at != '\0')
    {
      const gsize n = strspn (at, "0123456789");
      g_autofree char *digits = g_strndup (at, 9);
      if ((n == 9 || n == 12) && g_ascii_strtoull (digits, NULL, 10) == known->code)
        return TRUE;
      at += MAX (n, 1);
    }
  return FALSE;
}

static gboolean
is_same_place (const YlPartyList *list, const KnownParty *known, const Name *name)
{
  (void) list;
  return g_str_equal (known->name.stem, name->stem) && g_str_equal (known->name.kind, name->kind);
}

/* 镇 that became 街道, 县 that became 区: the register knows one alone of that name. */
static gboolean
is_renamed (const YlPartyList *list, const KnownParty *known, const Name *name)
{
  if (!g_str_equal (known->name.stem, name->stem))
    return FALSE;
  if (known->name.kind[0] == '\0')
    return name->kind[0] == '\0';
  const char *const wide[] = { "区", "县", "市", NULL };
  const gboolean is_county = g_strv_contains (wide, known->name.kind);
  if (is_county)
    return name->kind[0] == '\0' || g_strv_contains (wide, name->kind);
  const YlTownship *township =
      yl_places_find_township_named (list->places, list->county_code, yl_text_of (name->stem));
  return township != NULL && !g_strv_contains (wide, name->kind)
         && (known->code == 0 || known->code == township->code);
}

/* The name stands in the other: 沙镇镇农村公路养护专户. */
static gboolean
is_inside (const YlPartyList *list, const KnownParty *known, const Name *name)
{
  (void) list;
  return g_utf8_strlen (known->name.place, -1) >= 2
         && (strstr (name->plain, known->name.place) != NULL);
}

/* One character put in, left out or replaced. */
static gboolean
is_close (const YlPartyList *list, const KnownParty *known, const Name *name)
{
  (void) list;
  g_autofree gunichar *a = g_utf8_to_ucs4_fast (known->name.place, -1, NULL);
  g_autofree gunichar *b = g_utf8_to_ucs4_fast (name->place, -1, NULL);
  const glong n = g_utf8_strlen (known->name.place, -1);
  const glong m = g_utf8_strlen (name->place, -1);
  if (MIN (n, m) < 3 || n - m > 1 || m - n > 1)
    return FALSE;
  glong head = 0;
  while (head < MIN (n, m) && a[head] == b[head])
    head++;
  glong tail = 0;
  while (tail < MIN (n, m) - head && a[n - 1 - tail] == b[m - 1 - tail])
    tail++;
  return MAX (n, m) - head - tail <= 1;
}

static gboolean
is_agency (const YlPartyList *list, const KnownParty *known, const Name *name)
{
  (void) list;
  static const char *const bodies[] = { "农村公路", "公路事业", "公路管护",
                                        "公路管理", "公路局",   "交通运输" };
  if (!g_str_equal (known->name.plain, YL_COUNTY_AGENCY))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++)
    if (strstr (name->plain, bodies[i]) != NULL && !g_str_has_suffix (name->plain, "公司"))
      return TRUE;
  return FALSE;
}

YlPartyMatch
yl_party_list_find (const YlPartyList *list, const char *written, guint *out_index)
{
  static const struct
  {
    Fits fits;
    YlPartyMatch match;
  } ways[] = {
    { is_same, YL_PARTY_SAME },           { has_code, YL_PARTY_CODE },
    { is_same_place, YL_PARTY_REGISTER }, { is_renamed, YL_PARTY_REGISTER },
    { is_inside, YL_PARTY_GUESS },        { is_close, YL_PARTY_GUESS },
    { is_agency, YL_PARTY_GUESS },
  };
  Name name = { 0 };
  g_autoptr (YlArena) arena = yl_arena_new ();
  name_init (&name, arena, written, list->county);
  YlPartyMatch match = YL_PARTY_UNKNOWN;
  for (gsize i = 0; i < G_N_ELEMENTS (ways) && match == YL_PARTY_UNKNOWN; i++)
    if (name.plain[0] != '\0' && find_only (list, &name, ways[i].fits, out_index))
      match = ways[i].match;
  return match;
}

YL_DEFINE_MEMBERS (yl_party_match,
                   YlPartyMatch,
                   YL_N_PARTY_MATCHES,
                   [YL_PARTY_UNKNOWN] = { "unknown", "未对上" },
                   [YL_PARTY_SAME] = { "same", "同名" },
                   [YL_PARTY_CODE] = { "code", "代码相同" },
                   [YL_PARTY_REGISTER] = { "register", "同一单位" },
                   [YL_PARTY_GUESS] = { "guess", "名称相近（推测）" })
