/* The catalogue of figures: its rows are whole, and what they say of a figure is what calc keeps. */
#include "support/assert.h"
#include "support/random-county.h"

#include "yanglu/figures/catalogue.h"
#include "yanglu/figures/explain.h"

#include <string.h>

/* So many are drawn; the slow suite draws a thousand. */
static guint
count_counties (void)
{
  const char *told = g_getenv ("YL_TEST_COUNTIES");
  return told == NULL ? 60 : (guint) g_ascii_strtoull (told, NULL, 10);
}

static guint32 seed;

static void
collect (const YlFigure *figure, const char *key, gpointer data)
{
  (void) figure;
  g_ptr_array_add (data, g_strdup (key));
}

/* What is told behind another figure needs no second telling. */
static void
mark_told (const YlDerivation *told, GHashTable *marks)
{
  g_hash_table_add (marks, g_strdup (told->key));
  for (guint i = 0; i < told->parts->len; i++)
    mark_told (yl_derivation_get_part (told, i), marks);
}

static void
assert_follows (const YlBudget *budget, const char *key, guint32 number, GHashTable *marks)
{
  const YlDerivation *first = NULL;
  g_autoptr (YlDerivation) told = yl_explain_figure (budget, key);
  if (told == NULL)
    fail_msg ("county %u: no figure %s", number, key);
  assert_string_equal (told->key, key);
  if (strchr (told->name, '*') != NULL || told->name[0] == '\0')
    fail_msg ("county %u: %s has no title (%s)", number, key, told->name);
  if (!yl_explain_holds (told, &first))
    fail_msg ("county %u: %s: what is under %s (%s) does not make it", number, key, first->key,
              first->name);
  mark_told (told, marks);
}

static void
assert_all_follow (const YlBudget *budget, guint32 number)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  yl_figure_each (budget, collect, keys);
  assert_true (keys->len > 300);
  for (guint i = keys->len; i-- > 0;)
    if (!g_hash_table_contains (marks, g_ptr_array_index (keys, i)))
      assert_follows (budget, g_ptr_array_index (keys, i), number, marks);
}

/* calc adds up in its own way: it never reads the catalogue. */
static void
every_figure_follows_as_the_catalogue_says (void **state)
{
  (void) state;
  for (guint32 i = 0; i < count_counties (); i++)
    {
      YlTestCounty *county = yl_test_random_county (seed + i, 0);
      assert_all_follow (yl_test_county_get_budget (county), seed + i);
      yl_test_county_free (county);
    }
}

static guint
count_stars (const char *text)
{
  guint n = 0;
  for (; *text != '\0'; text++)
    n += *text == '*' ? 1 : 0;
  return n;
}

static gsize
count_over (const YlFigure *figure)
{
  gsize n = 0;
  while (n < YL_MAX_OVER && figure->over[n] != YL_OVER_ALL)
    n++;
  return n;
}

static void
assert_whole (const YlFigure *figure, const char *key, gpointer data)
{
  const YlBudget *budget = data;
  if (count_stars (figure->key) != count_over (figure))
    fail_msg ("%s ranges over %u things", figure->key, (guint) count_over (figure));
  if (memcmp (yl_figure_find (figure->key)->over, figure->over, sizeof figure->over) != 0)
    fail_msg ("%s: rows that stand for each other range over the same", figure->key);
  for (guint i = 0; i < YL_MAX_TERMS && figure->terms[i].key != NULL; i++)
    {
      const char *term = figure->terms[i].key;
      const char *whole = term[0] == '-' ? term + 1 : term;
      g_autoptr (YlDerivation) one =
          yl_figure_find (whole) == NULL ? yl_explain_figure (budget, whole) : NULL;
      if (yl_figure_find (whole) == NULL && one == NULL)
        fail_msg ("%s follows from %s, which is no figure", key, term);
    }
}

static void
every_row_names_figures_and_what_it_ranges_over (void **state)
{
  (void) state;
  YlTestCounty *county = yl_test_random_county (1, 0);
  const YlBudget *budget = yl_test_county_get_budget (county);
  yl_figure_each (budget, assert_whole, (gpointer) budget);
  yl_test_county_free (county);
}

static void
a_figure_is_called_by_what_it_is_of (void **state)
{
  YlTestCounty *county = *state;
  add_road (county, .code = "X001371502", .km = "12.345", .township = "沙镇镇");
  const YlBudget *budget = yl_test_county_get_budget (county);
  g_autoptr (YlDerivation) km = yl_explain_figure (budget, "townships[1].county_m");
  g_autoptr (YlDerivation) amount = yl_explain_figure (budget, "demand.daily.county.amount_fen");
  assert_string_equal (km->name, "沙镇镇县道计入里程");
  assert_string_equal (amount->name, "县道日常养护");
  /* 12.345 km at 10,000 yuan per km are 123,450 yuan. */
  assert_fen_equal (yl_figure_get_units (budget, "demand_fen", YL_NO_MEMBERS), 12345000);
  assert_int_equal (
      yl_figure_get_units (budget, "townships[*].*_m", (YlMembers){ { 0, YL_CLASS_COUNTY } }),
      12345);
}

static void
a_column_of_a_table_is_a_figure (void **state)
{
  (void) state;
  assert_string_equal (yl_figure_find_column ("townships.county_fen")->key, "townships[*].*_fen");
  assert_string_equal (yl_figure_find_column ("roads.amount_fen")->key, "roads[*].amount_fen");
  assert_string_equal (yl_figure_find_column ("schedule.plan_4_fen")->key,
                       "schedule[*].plan_*_fen");
  assert_null (yl_figure_find_column ("daily.standard_fen"));
  assert_int_equal (yl_figure_get_rows ("notice.amount_fen"), YL_OVER_RECIPIENT);
  assert_int_equal (yl_figure_get_rows ("daily.standard_fen"), YL_OVER_ALL);
  assert_null (yl_figure_find_column ("townships.county"));
  assert_null (yl_figure_find_column ("roads.amount_fen "));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (every_figure_follows_as_the_catalogue_says),
    cmocka_unit_test (every_row_names_figures_and_what_it_ranges_over),
    test_with_county (a_figure_is_called_by_what_it_is_of),
    cmocka_unit_test (a_column_of_a_table_is_a_figure),
  };
  seed = yl_test_seed ();
  return cmocka_run_group_tests_name ("catalogue", tests, NULL, NULL);
}
