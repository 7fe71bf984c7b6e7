#include "support/assert.h"

#include "yanglu/audit/years/road-link.h"

/* A row of a table leaves out the cells that are blank. */
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

#define MAX_ROWS 6
#define MAX_LINKS 8
#define NONE YL_LINK_NONE
#define X "X001371502"
#define Y "Y007371502"

/* A row of a list; end 0: no stakes. */
typedef struct
{
  const char *code;
  gint32 start_m;
  gint32 end_m;
  guint32 length_m;
  const char *previous_code;
  gint32 previous_start_m;
  gint32 previous_end_m;
  YlRoadClass road_class;
  guint flags;
  const char *name;
} Row;

/* What a YlRoadLink is to be; the route is not compared. */
typedef struct
{
  guint32 old_road;
  guint32 new_road;
  guint32 old_m;
  guint32 new_m;
  guint32 route;
  guint8 kind;
} Link;

typedef struct
{
  const char *what;
  Row old_rows[MAX_ROWS];
  Row new_rows[MAX_ROWS];
  Link links[MAX_LINKS];
  guint n_links;
} Case;

static YlInventory *
make_list (const Row *rows)
{
  g_autoptr (YlInventory) inventory = yl_inventory_new ();
  for (guint i = 0; i < MAX_ROWS && rows[i].code != NULL; i++)
    {
      const Row *row = &rows[i];
      const YlRoadRow one = {
        .road = {
          .row = i + 2,
          .road_class = (guint8) row->road_class,
          .flags = (guint8) row->flags,
          .start_m = row->end_m == 0 ? YL_STAKE_UNKNOWN : row->start_m,
          .end_m = row->end_m == 0 ? YL_STAKE_UNKNOWN : row->end_m,
          .previous_start_m = row->previous_end_m == 0 ? YL_STAKE_UNKNOWN : row->previous_start_m,
          .previous_end_m = row->previous_end_m == 0 ? YL_STAKE_UNKNOWN : row->previous_end_m,
          .length_m = row->length_m,
          .maintained_m = YL_METRES_UNKNOWN,
          .subsidised_m = YL_METRES_UNKNOWN,
        },
        .route_code = yl_text_of (row->code),
        .route_name = yl_text_of (row->name),
        .previous_code = yl_text_of (row->previous_code),
      };
      yl_inventory_add (inventory, &one);
    }
  return g_steal_pointer (&inventory);
}

static void
print_link (const YlRoadLink *link)
{
  print_error ("  %d -> %d: %u m -> %u m, kind %u\n", (int) link->road[YL_OLD],
               (int) link->road[YL_NEW], link->m[YL_OLD], link->m[YL_NEW], link->kind);
}

static gboolean
is_same (const YlRoadLink *a, const Link *b)
{
  return a->road[YL_OLD] == b->old_road && a->road[YL_NEW] == b->new_road
         && a->m[YL_OLD] == b->old_m && a->m[YL_NEW] == b->new_m && a->kind == b->kind;
}

static void
assert_case (const Case *one)
{
  /* 茌平 371523 is 371503 since 2019. */
  g_autoptr (YlPlaces) places = yl_places_new ();
  yl_places_add_renamed (places, 371523, 371503, 2019);
  places = yl_places_seal (places);
  g_autoptr (YlInventory) old_list = make_list (one->old_rows);
  g_autoptr (YlInventory) new_list = make_list (one->new_rows);
  g_autoptr (YlRoadLinks) links = yl_road_links_make (old_list, new_list, places);
  gboolean fits = links->links->len == one->n_links;
  for (guint i = 0; fits && i < one->n_links; i++)
    fits = is_same (&g_array_index (links->links, YlRoadLink, i), &one->links[i]);
  if (fits)
    return;
  print_error ("%s: these links were made:\n", one->what);
  for (gsize i = 0; i < links->links->len; i++)
    print_link (&g_array_index (links->links, YlRoadLink, i));
  fail ();
}

#define assert_cases(cases)                                                                        \
  for (gsize at = 0; at < G_N_ELEMENTS (cases); at++)                                              \
  assert_case (&(cases)[at])

static void
a_section_is_itself_a_year_later (void **state)
{
  (void) state;
  static const Case cases[] = {
    { "with stakes",
      { { X, 0, 1000, 1000 } },
      { { X, 0, 1000, 1000 } },
      { { 0, 0, 1000, 1000 } },
      1 },
    { "without stakes",
      { { X, .length_m = 1000 } },
      { { X, .length_m = 1000 } },
      { { 0, 0, 1000, 1000 } },
      1 },
    { "one metre", { { X, 0, 1, 1 } }, { { X, 0, 1, 1 } }, { { 0, 0, 1, 1 } }, 1 },
    { "of no length", { { X, .length_m = 0 } }, { { X, .length_m = 0 } }, { { 0, 0, 0, 0 } }, 1 },
    { "listed twice",
      { { X, 0, 9, 9 }, { X, 0, 9, 9 } },
      { { X, 0, 9, 9 }, { X, 0, 9, 9 } },
      { { 0, 0, 9, 9 }, { 1, 1, 9, 9 } },
      2 },
    { "the rows in another order",
      { { X, 0, 9, 9 }, { X, 9, 20, 11 } },
      { { X, 9, 20, 11 }, { X, 0, 9, 9 } },
      { { 1, 0, 11, 11 }, { 0, 1, 9, 9 } },
      2 },
    { "stakes that run backwards",
      { { X, 1000, 1, 999 } },
      { { X, 1, 1000, 999 } },
      { { 0, 0, 999, 999 } },
      1 },
    { "its stakes are given only now",
      { { X, .length_m = 1000 } },
      { { X, 0, 1000, 1000 } },
      { { 0, 0, 1000, 1000 } },
      1 },
    { "its stakes are no longer given",
      { { X, 0, 1000, 1000 } },
      { { X, .length_m = 1000 } },
      { { 0, 0, 1000, 1000 } },
      1 },
    { "its length is not what its stakes say",
      { { X, 0, 1000, 1200 } },
      { { X, 0, 1000, 1000 } },
      { { 0, 0, 1200, 1000 } },
      1 },
    { "rows without a code are known by their class and name",
      { { "", .length_m = 500, .name = "沙王路" }, { "", .length_m = 700, .name = "堂于路" } },
      { { "", .length_m = 700, .name = "堂于路" }, { "", .length_m = 500, .name = "沙王路" } },
      { { 1, 0, 700, 700 }, { 0, 1, 500, 500 } },
      2 },
  };
  assert_cases (cases);
}

static void
sections_are_split_and_merged_to_the_metre (void **state)
{
  (void) state;
  static const Case cases[] = {
    { "split",
      { { X, 0, 1000, 1000 } },
      { { X, 0, 300, 300 }, { X, 300, 1000, 700 } },
      { { 0, 0, 300, 300 }, { 0, 1, 700, 700 } },
      2 },
    { "merged",
      { { X, 0, 300, 300 }, { X, 300, 1000, 700 } },
      { { X, 0, 1000, 1000 } },
      { { 0, 0, 300, 300 }, { 1, 0, 700, 700 } },
      2 },
    { "cut elsewhere",
      { { X, 0, 300, 300 }, { X, 300, 1000, 700 } },
      { { X, 0, 301, 301 }, { X, 301, 1000, 699 } },
      { { 0, 0, 300, 300 }, { 1, 0, 1, 1 }, { 1, 1, 699, 699 } },
      3 },
    { "without stakes, metre by metre, the shortest first",
      { { X, .length_m = 1000 }, { X, .length_m = 500 } },
      { { X, .length_m = 1200 }, { X, .length_m = 300 } },
      { { 0, 0, 1000, 1000 }, { 1, 0, 200, 200 }, { 1, 1, 300, 300 } },
      3 },
  };
  assert_cases (cases);
}

static void
metres_that_come_and_go_are_told_from_new_and_dropped_roads (void **state)
{
  (void) state;
  static const Case cases[] = {
    { "longer at its end",
      { { X, 0, 1000, 1000 } },
      { { X, 0, 1200, 1200 } },
      { { 0, 0, 1000, 1000 }, { NONE, 0, 0, 200, 0, YL_LINK_LONGER } },
      2 },
    { "shorter by one metre",
      { { X, 0, 1000, 1000 } },
      { { X, 1, 1000, 999 } },
      { { 0, 0, 999, 999 }, { 0, NONE, 1, 0, 0, YL_LINK_SHORTER } },
      2 },
    { "another section of the route",
      { { X, 0, 10, 10 } },
      { { X, 0, 10, 10 }, { X, 10, 15, 5 } },
      { { 0, 0, 10, 10 }, { NONE, 1, 0, 5, 0, YL_LINK_LONGER } },
      2 },
    { "a new road",
      { { X, 0, 10, 10 } },
      { { X, 0, 10, 10 }, { Y, 0, 5, 5 } },
      { { 0, 0, 10, 10 }, { NONE, 1, 0, 5, 0, YL_LINK_NEW } },
      2 },
    { "a dropped road",
      { { X, 0, 10, 10 }, { Y, 0, 5, 5 } },
      { { X, 0, 10, 10 } },
      { { 0, 0, 10, 10 }, { 1, NONE, 5, 0, 0, YL_LINK_DROPPED } },
      2 },
    { "no metre in common",
      { { X, 0, 10, 10 } },
      { { X, 10, 20, 10 } },
      { { NONE, 0, 0, 10, 0, YL_LINK_NEW }, { 0, NONE, 10, 0, 0, YL_LINK_DROPPED } },
      2 },
    { "nothing before",
      { { NULL } },
      { { X, 0, 10, 10 } },
      { { NONE, 0, 0, 10, 0, YL_LINK_NEW } },
      1 },
    { "listed once more",
      { { X, 0, 9, 9 } },
      { { X, 0, 9, 9 }, { X, 0, 9, 9 } },
      { { 0, 0, 9, 9 }, { NONE, 1, 0, 9, 0, YL_LINK_LONGER } },
      2 },
    { "without stakes",
      { { X, .length_m = 1000 } },
      { { X, .length_m = 1100 } },
      { { 0, 0, 1000, 1000 }, { NONE, 0, 0, 100, 0, YL_LINK_LONGER } },
      2 },
  };
  assert_cases (cases);
}

static void
a_road_is_followed_through_its_previous_code (void **state)
{
  (void) state;
  static const Case cases[] = {
    { "its stakes stay",
      { { X, 0, 1000, 1000 } },
      { { Y, 0, 1000, 1000, X } },
      { { 0, 0, 1000, 1000 } },
      1 },
    { "with its previous stakes",
      { { X, 500, 1500, 1000 } },
      { { Y, 0, 1000, 1000, X, 500, 1500 } },
      { { 0, 0, 1000, 1000 } },
      1 },
    { "and longer there",
      { { X, 500, 1500, 1000 } },
      { { Y, 0, 1200, 1200, X, 500, 1500 } },
      { { 0, 0, 1000, 1200 } },
      1 },
    { "a part of it only",
      { { X, 0, 1000, 1000 } },
      { { X, 0, 600, 600 }, { Y, 0, 400, 400, X, 600, 1000 } },
      { { 0, 0, 600, 600 }, { 0, 1, 400, 400 } },
      2 },
    { "two roads become one",
      { { X, 0, 10, 10 }, { Y, 0, 5, 5 } },
      { { X, 0, 10, 10 }, { X, 10, 15, 5, Y, 0, 5 } },
      { { 0, 0, 10, 10 }, { 1, 1, 5, 5 } },
      2 },
    { "its old code is another road's now",
      { { X, 0, 10, 10 } },
      { { X, 0, 10, 10 }, { Y, 0, 10, 10, X, 0, 10 } },
      { { NONE, 0, 0, 10, 0, YL_LINK_NEW }, { 0, 1, 10, 10 } },
      2 },
    { "a previous code that nobody had",
      { { X, 0, 10, 10 } },
      { { X, 0, 10, 10, "X999371502" } },
      { { 0, 0, 10, 10 } },
      1 },
    { "without stakes",
      { { X, .length_m = 10 } },
      { { Y, .length_m = 10, .previous_code = X } },
      { { 0, 0, 10, 10 } },
      1 },
  };
  assert_cases (cases);
}

static void
alike_rows_are_linked_before_others (void **state)
{
  (void) state;
  static const Case cases[] = {
    { "of two that overlap, the equal stretch",
      { { X, 0, 2000, 2000 }, { X, 500, 1000, 500 } },
      { { X, 500, 1000, 500 }, { X, 0, 2000, 2000 } },
      { { 1, 0, 500, 500 }, { 0, 1, 2000, 2000 } },
      2 },
    { "of two on one stretch, the one that counts alike",
      { { X, 0, 9, 9 }, { X, 0, 9, 9, .flags = YL_ROAD_DUPLICATE } },
      { { X, 0, 9, 9, .flags = YL_ROAD_DUPLICATE }, { X, 0, 9, 9 } },
      { { 1, 0, 9, 9 }, { 0, 1, 9, 9 } },
      2 },
    { "of one row too many, the one that counts alike",
      { { X, 0, 9, 9 }, { X, 0, 9, 9, .flags = YL_ROAD_DUPLICATE } },
      { { X, 0, 9, 9, .flags = YL_ROAD_DUPLICATE } },
      { { 1, 0, 9, 9 }, { 0, NONE, 9, 0, 0, YL_LINK_SHORTER } },
      2 },
    { "without stakes, the same class, whatever became of its length",
      { { X, .length_m = 500 }, { X, .length_m = 700, .road_class = YL_CLASS_TOWNSHIP } },
      { { X, .length_m = 600, .road_class = YL_CLASS_TOWNSHIP },
        { X, .length_m = 300, .road_class = YL_CLASS_VILLAGE } },
      { { 1, 0, 600, 600 },
        { 0, 1, 300, 300 },
        { 0, NONE, 200, 0, 0, YL_LINK_SHORTER },
        { 1, NONE, 100, 0, 0, YL_LINK_SHORTER } },
      4 },
  };
  assert_cases (cases);
}

static void
a_county_code_that_was_replaced_changes_no_road (void **state)
{
  (void) state;
  static const Case cases[] = {
    { "with stakes",
      { { "X001371523", 0, 1000, 1000 } },
      { { "X001371503", 0, 1000, 1000 } },
      { { 0, 0, 1000, 1000 } },
      1 },
    { "without stakes, section by section",
      { { "X0013715230010", .length_m = 500 }, { "X0013715230020", .length_m = 700 } },
      { { "X0013715030020", .length_m = 700 }, { "X0013715030010", .length_m = 500 } },
      { { 1, 0, 700, 700 }, { 0, 1, 500, 500 } },
      2 },
    { "through the previous code",
      { { "X001371523", 0, 1000, 1000 } },
      { { "X009371503", 0, 1000, 1000, "X001371503", 0, 1000 } },
      { { 0, 0, 1000, 1000 } },
      1 },
    { "of another county it is another road",
      { { "X001371523", 0, 1000, 1000 } },
      { { "X001371502", 0, 1000, 1000 } },
      { { NONE, 0, 0, 1000, 0, YL_LINK_NEW }, { 0, NONE, 1000, 0, 0, YL_LINK_DROPPED } },
      2 },
  };
  assert_cases (cases);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (a_section_is_itself_a_year_later),
    cmocka_unit_test (sections_are_split_and_merged_to_the_metre),
    cmocka_unit_test (metres_that_come_and_go_are_told_from_new_and_dropped_roads),
    cmocka_unit_test (a_road_is_followed_through_its_previous_code),
    cmocka_unit_test (alike_rows_are_linked_before_others),
    cmocka_unit_test (a_county_code_that_was_replaced_changes_no_road),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
