/* The architecture as a test: see the drawing of the layers in the README of the sources. */
#include "house/tree.h"
#include "support/assert.h"

#include <string.h>

/* A layer includes itself and lower ones; strangers stand on the same floor. */
static const struct
{
  const char *layer;
  int floor;
} floors[] = {
  { "base", 0 }, { "domain", 1 }, { "calc", 2 }, { "figures", 3 }, { "audit", 4 }, { "forms", 5 },
  { "io", 6 },   { "app", 7 },    { "cli", 8 },  { "web", 8 },     { "main", 9 },
};

/* Layers with no files, clock, locale or environment. */
#define TOP_PURE_FLOOR 5

static int
find_floor (const char *layer)
{
  for (gsize i = 0; i < G_N_ELEMENTS (floors); i++)
    if (strcmp (floors[i].layer, layer) == 0)
      return floors[i].floor;
  return -1;
}

/* The name between the quotes or brackets of an include line; NULL for any other line. */
static char *
find_included (const char *line, char open, char close)
{
  if (line[0] != '#' || strstr (line, "include") == NULL)
    return NULL;
  const char *start = strchr (line, open);
  const char *end = start == NULL ? NULL : strchr (start + 1, close);
  return end == NULL ? NULL : g_strndup (start + 1, (gsize) (end - start - 1));
}

/* The rooms of audit and of app are strangers, as the folders of io are, but for these pairs; the
 * files at the root of a layer serve every room and know none. */
static const struct
{
  const char *layer;
  const char *room;
  const char *knows;
} neighbours[] = {
  { "audit", "book", "budget" },   { "audit", "book", "formula" },  { "audit", "book", "shown" },
  { "audit", "found", "shown" },   { "audit", "shown", "formula" }, { "audit", "found", "budget" },
  { "audit", "found", "formula" }, { "audit", "years", "lists" },   { "app", "audit", "budget" },
  { "app", "audit", "years" },     { "app", "explain", "budget" },  { "app", "years", "budget" },
  { "app", "diff", "audit" },      { "app", "diff", "years" },      { "app", "record", "budget" },
};

static gboolean
is_neighbour (const HouseFile *file, const char *other)
{
  for (gsize i = 0; i < G_N_ELEMENTS (neighbours); i++)
    if (strcmp (neighbours[i].layer, file->layer) == 0
        && strcmp (neighbours[i].room, file->folder) == 0
        && strcmp (neighbours[i].knows, other) == 0)
      return TRUE;
  return FALSE;
}

/* (transfer full) (nullable): the room of io/import that @path leads into. */
static char *
find_import_room (const char *path)
{
  const char *below = strstr (path, "io/import/");
  const char *room = below == NULL ? NULL : below + strlen ("io/import/");
  const char *end = room == NULL ? NULL : strchr (room, '/');
  return end == NULL ? NULL : g_strndup (room, (gsize) (end - room));
}

static const char *
find_fault (const HouseFile *file, const char *included)
{
  if (!g_str_has_prefix (included, "yanglu/"))
    return strchr (included, '/') == NULL ? NULL : "a private header stays beside its source";
  g_auto (GStrv) parts = g_strsplit (included, "/", -1);
  const char *layer = parts[1];
  const char *folder = parts[2] != NULL && parts[3] != NULL ? parts[2] : "";
  const int own_floor = find_floor (file->layer);
  const int floor = find_floor (layer);
  if (own_floor < 0 || floor < 0)
    return "not a layer of the house";
  if (floor > own_floor)
    return "a layer includes itself and lower ones";
  if (floor == own_floor && strcmp (layer, file->layer) != 0)
    return "cli and web are strangers";
  if (strcmp (layer, "io") == 0 && strcmp (file->layer, "io") == 0 && folder[0] != '\0'
      && strcmp (folder, file->folder) != 0)
    return "the folders of io are strangers";
  const gboolean has_rooms = strcmp (layer, "audit") == 0 || strcmp (layer, "app") == 0;
  if (has_rooms && strcmp (layer, file->layer) == 0 && folder[0] != '\0'
      && strcmp (folder, file->folder) != 0 && !is_neighbour (file, folder))
    return "these rooms are strangers";
  g_autofree char *room = find_import_room (included);
  g_autofree char *own_room = find_import_room (file->path);
  const gboolean is_import = strstr (file->path, "/io/import/") != NULL;
  return is_import && room != NULL && g_strcmp0 (room, own_room) != 0
             ? "the rooms of io/import are strangers"
             : NULL;
}

static void
check_layers (const HouseFile *file, GPtrArray *problems)
{
  for (guint i = 0; file->lines[i] != NULL; i++)
    {
      g_autofree char *included = find_included (file->lines[i], '"', '"');
      const char *fault = included == NULL ? NULL : find_fault (file, included);
      if (fault != NULL)
        house_report (problems, file, i + 1, "\"%s\": %s", included, fault);
    }
}

static void
check_pure (const HouseFile *file, GPtrArray *problems)
{
  static const char *const allowed[] = { "glib.h", "stdlib.h", "string.h", NULL };
  const int own_floor = find_floor (file->layer);
  if (own_floor < 0 || own_floor > TOP_PURE_FLOOR)
    return;
  for (guint i = 0; file->lines[i] != NULL; i++)
    {
      g_autofree char *included = find_included (file->lines[i], '<', '>');
      if (included != NULL && !g_strv_contains (allowed, included))
        house_report (problems, file, i + 1, "<%s>: the pure layers know GLib, qsort and bytes",
                      included);
    }
}

static void
every_layer_includes_only_itself_and_lower_ones (void **state)
{
  (void) state;
  house_assert_clean (check_layers);
}

static void
the_pure_layers_know_no_files_clock_or_locale (void **state)
{
  (void) state;
  house_assert_clean (check_pure);
}

static void
a_planted_upward_include_is_found_with_its_line (void **state)
{
  (void) state;
  house_assert_found (check_layers, "src/calc/a.c",
                      "#include \"yanglu/base/money.h\"\n\n#include \"yanglu/io/rows.h\"\n",
                      "src/calc/a.c:3: \"yanglu/io/rows.h\"");
  house_assert_found (check_layers, "include/yanglu/base/a.h",
                      "#include \"yanglu/domain/road.h\"\n", "include/yanglu/base/a.h:1:");
  house_assert_found (check_layers, "src/io/csv/a.c", "#include \"yanglu/app/job.h\"\n",
                      "src/io/csv/a.c:1:");
}

static void
strangers_may_not_include_each_other (void **state)
{
  (void) state;
  house_assert_found (check_layers, "src/cli/a.c", "#include \"yanglu/web/page.h\"\n",
                      "src/cli/a.c:1:");
  house_assert_found (check_layers, "src/io/csv/a.c", "#include \"yanglu/io/xlsx/reader.h\"\n",
                      "src/io/csv/a.c:1:");
  house_assert_found (check_layers, "src/io/input.c", "#include \"yanglu/io/csv/reader.h\"\n",
                      "src/io/input.c:1:");
}

static void
rooms_know_only_their_neighbours (void **state)
{
  (void) state;
  house_assert_allowed (check_layers, "src/audit/book/a.c",
                        "#include \"yanglu/audit/formula/token.h\"\n"
                        "#include \"yanglu/audit/rule-pack.h\"\n");
  house_assert_found (check_layers, "src/audit/formula/a.c",
                      "#include \"yanglu/audit/book/check.h\"\n", "src/audit/formula/a.c:1:");
  house_assert_found (check_layers, "include/yanglu/audit/lists/a.h",
                      "#include \"yanglu/audit/book/check.h\"\n",
                      "include/yanglu/audit/lists/a.h:1:");
  house_assert_found (check_layers, "src/audit/one-fact.c",
                      "#include \"yanglu/audit/book/check.h\"\n", "src/audit/one-fact.c:1:");
  house_assert_allowed (check_layers, "src/app/years/a.c",
                        "#include \"yanglu/app/budget/job.h\"\n#include \"yanglu/app/load.h\"\n");
  house_assert_found (check_layers, "src/app/budget/a.c", "#include \"yanglu/app/years/side.h\"\n",
                      "src/app/budget/a.c:1:");
  house_assert_found (check_layers, "src/app/load.c", "#include \"yanglu/app/budget/job.h\"\n",
                      "src/app/load.c:1:");
  house_assert_allowed (check_layers, "src/io/import/entry/a.c",
                        "#include \"yanglu/io/import/heads.h\"\n"
                        "#include \"yanglu/io/import/entry/entry.h\"\n");
  house_assert_found (check_layers, "src/io/import/entry/a.c",
                      "#include \"yanglu/io/import/roads/roads.h\"\n",
                      "src/io/import/entry/a.c:1:");
  house_assert_found (check_layers, "src/io/import/heads.c",
                      "#include \"yanglu/io/import/roads/roads.h\"\n", "src/io/import/heads.c:1:");
}

static void
a_private_header_of_another_folder_is_found (void **state)
{
  (void) state;
  house_assert_found (check_layers, "src/io/csv/a.c", "#include \"../xlsx/part-private.h\"\n",
                      "src/io/csv/a.c:1:");
  house_assert_found (check_layers, "src/attic/a.c", "#include \"yanglu/base/money.h\"\n",
                      "src/attic/a.c:1:");
}

static void
what_the_house_allows_is_let_through (void **state)
{
  (void) state;
  house_assert_allowed (check_layers, "src/main.c",
                        "#include \"yanglu/cli/run.h\"\n#include \"yanglu/web/serve.h\"\n");
  house_assert_allowed (check_layers, "src/io/csv/a.c",
                        "#include \"yanglu/io/csv/reader.h\"\n#include \"yanglu/io/rows.h\"\n"
                        "#include \"scan-private.h\"\n#include <gio/gio.h>\n");
  house_assert_allowed (check_layers, "src/calc/a.c", "/* #include \"yanglu/io/rows.h\" */\n");
}

static void
a_planted_clock_in_a_pure_layer_is_found (void **state)
{
  (void) state;
  house_assert_found (check_pure, "src/audit/a.c", "#include <glib.h>\n#include <time.h>\n",
                      "src/audit/a.c:2: <time.h>");
  house_assert_found (check_pure, "src/forms/a.c", "#include <gio/gio.h>\n", "src/forms/a.c:1:");
  house_assert_allowed (check_pure, "src/io/a.c", "#include <time.h>\n");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (every_layer_includes_only_itself_and_lower_ones),
    cmocka_unit_test (the_pure_layers_know_no_files_clock_or_locale),
    cmocka_unit_test (a_planted_upward_include_is_found_with_its_line),
    cmocka_unit_test (strangers_may_not_include_each_other),
    cmocka_unit_test (rooms_know_only_their_neighbours),
    cmocka_unit_test (a_private_header_of_another_folder_is_found),
    cmocka_unit_test (what_the_house_allows_is_let_through),
    cmocka_unit_test (a_planted_clock_in_a_pure_layer_is_found),
  };
  return cmocka_run_group_tests_name ("layers", tests, NULL, NULL);
}
