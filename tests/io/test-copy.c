#include "support/assert.h"

#include "yanglu/base/error.h"
#include "yanglu/io/copy/copy.h"

#include <string.h>

/* Bytes that do not deflate, from a seed that the test prints. */
static GBytes *
make_random (GRand *random, gsize size)
{
  guchar *bytes = g_malloc (MAX (size, 1));
  for (gsize i = 0; i < size; i++)
    bytes[i] = (guchar) g_rand_int_range (random, 0, 256);
  return g_bytes_new_take (bytes, size);
}

/* Inputs of all the sizes where chunks begin and end, and a map. */
typedef struct
{
  YlInputCopy inputs[7];
  gsize n_inputs;
  GPtrArray *cells;
} Fixture;

static const YlCopyRange map[] = {
  { "预算总表", 4, 1, 9, 1, "demand.amount_fen" },
  { "里程明细", 5, 27, 1048575, 16383, "roads.amount_fen" },
};

static int
set_up (void **state)
{
  static const struct
  {
    const char *role;
    const char *name;
    gsize size;
  } inputs[] = {
    { "roads", "路 线.csv", 100000 }, { "entry", "录入\t100%\n.xlsx", 1 },
    { "funds", "空.csv", 0 },         { "bridges", "=桥.csv", 23982 },
    { "last-year", "a.xlsx", 23971 }, { "policy", "p.policy", 71946 },
    { "policy", "base.policy", 2 },
  };
  Fixture *fixture = g_new0 (Fixture, 1);
  const guint32 seed = g_random_int ();
  print_message ("# seed %u\n", seed);
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  fixture->n_inputs = G_N_ELEMENTS (inputs);
  for (gsize i = 0; i < G_N_ELEMENTS (inputs); i++)
    {
      GBytes *bytes = make_random (random, inputs[i].size);
      fixture->inputs[i] = (YlInputCopy){
        inputs[i].role,
        inputs[i].name,
        bytes,
        g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes),
      };
    }
  fixture->cells =
      yl_copy_make_cells ("0.1.0", fixture->inputs, fixture->n_inputs, map, G_N_ELEMENTS (map));
  *state = fixture;
  return 0;
}

static int
tear_down (void **state)
{
  Fixture *fixture = *state;
  for (gsize i = 0; i < fixture->n_inputs; i++)
    {
      g_bytes_unref (fixture->inputs[i].bytes);
      g_free ((char *) fixture->inputs[i].sha256);
    }
  g_ptr_array_free (fixture->cells, TRUE);
  g_free (fixture);
  return 0;
}

static YlCopy *
read_back (const GPtrArray *cells, GError **error)
{
  return yl_copy_read ((const char *const *) cells->pdata, cells->len, G_MAXUINT64, error);
}

static void
every_input_comes_back_to_the_byte (void **state)
{
  const Fixture *fixture = *state;
  g_autoptr (YlCopy) copy = read_back (fixture->cells, NULL);
  assert_non_null (copy);
  gsize n;
  const YlInputCopy *inputs = yl_copy_get_inputs (copy, &n);
  assert_number_equal ((gint64) n, (gint64) fixture->n_inputs);
  for (gsize i = 0; i < n; i++)
    {
      assert_string_equal (inputs[i].role, fixture->inputs[i].role);
      assert_string_equal (inputs[i].name, fixture->inputs[i].name);
      assert_string_equal (inputs[i].sha256, fixture->inputs[i].sha256);
      assert_true (g_bytes_equal (inputs[i].bytes, fixture->inputs[i].bytes));
    }
  assert_ptr_equal (yl_copy_find_input (copy, "policy"), &inputs[5]);
  assert_null (yl_copy_find_input (copy, "photo"));
}

static void
the_map_comes_back_with_every_edge_of_a_sheet (void **state)
{
  const Fixture *fixture = *state;
  g_autoptr (YlCopy) copy = read_back (fixture->cells, NULL);
  assert_non_null (copy);
  gsize n;
  const YlCopyRange *ranges = yl_copy_get_map (copy, &n);
  assert_number_equal ((gint64) n, 2);
  for (gsize i = 0; i < n; i++)
    {
      assert_string_equal (ranges[i].sheet, map[i].sheet);
      assert_string_equal (ranges[i].figure, map[i].figure);
      assert_number_equal (ranges[i].first_row, map[i].first_row);
      assert_number_equal (ranges[i].last_row, map[i].last_row);
      assert_number_equal (ranges[i].first_column, map[i].first_column);
      assert_number_equal (ranges[i].last_column, map[i].last_column);
    }
}

static void
a_range_is_written_as_people_name_cells (void **state)
{
  const Fixture *fixture = *state;
  const guint first_map = 3 + (guint) fixture->n_inputs;
  assert_string_equal (g_ptr_array_index (fixture->cells, first_map),
                       "map\t预算总表\tB5:B10\tdemand.amount_fen");
  assert_string_equal (g_ptr_array_index (fixture->cells, first_map + 1),
                       "map\t里程明细\tAB6:XFD1048576\troads.amount_fen");
}

static void
no_cell_is_too_long_or_could_be_taken_for_a_formula (void **state)
{
  const Fixture *fixture = *state;
  assert_string_equal (g_ptr_array_index (fixture->cells, 0), "yanglu.copy/1");
  for (guint i = 0; i < fixture->cells->len; i++)
    {
      const char *cell = g_ptr_array_index (fixture->cells, i);
      assert_true (strlen (cell) <= YL_COPY_CELL_CHARS);
      assert_null (strchr ("=+-@", cell[0]));
      assert_null (strpbrk (cell, "\n\r"));
    }
}

static void
the_same_inputs_give_the_same_cells_and_fingerprint (void **state)
{
  const Fixture *fixture = *state;
  g_autoptr (GPtrArray) again =
      yl_copy_make_cells ("0.1.0", fixture->inputs, fixture->n_inputs, map, G_N_ELEMENTS (map));
  assert_number_equal (again->len, fixture->cells->len);
  for (guint i = 0; i < again->len; i++)
    assert_string_equal (g_ptr_array_index (again, i), g_ptr_array_index (fixture->cells, i));
}

static void
the_fingerprint_changes_with_role_name_and_content (void **state)
{
  const Fixture *fixture = *state;
  g_autofree char *whole = yl_copy_make_fingerprint (fixture->inputs, fixture->n_inputs);
  g_autofree char *shorter = yl_copy_make_fingerprint (fixture->inputs, fixture->n_inputs - 1);
  YlInputCopy other = fixture->inputs[0];
  g_autofree char *one = yl_copy_make_fingerprint (&other, 1);
  other.name = "别的.csv";
  g_autofree char *renamed = yl_copy_make_fingerprint (&other, 1);
  assert_int_equal (strlen (whole), 64);
  assert_string_not_equal (whole, shorter);
  assert_string_not_equal (one, renamed);
}

/* The cells with one of them replaced must not be taken. */
static void
assert_refused (const Fixture *fixture, guint index, const char *replacement)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  for (guint i = 0; i < fixture->cells->len; i++)
    if (i != index)
      g_ptr_array_add (cells, g_ptr_array_index (fixture->cells, i));
    else if (replacement != NULL)
      g_ptr_array_add (cells, (gpointer) replacement);
  g_autoptr (GError) error = NULL;
  g_autoptr (YlCopy) copy = read_back (cells, &error);
  if (copy != NULL)
    fail_msg ("row %u may be \"%.40s\"", index + 1, replacement == NULL ? "gone" : replacement);
  assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_INVALID));
}

static void
a_missing_cell_is_noticed_wherever_it_was (void **state)
{
  const Fixture *fixture = *state;
  const guint first_map = 3 + (guint) fixture->n_inputs;
  for (guint i = 0; i < fixture->cells->len; i++)
    if (i != first_map && i != first_map + 1) /* the map stands for itself */
      assert_refused (fixture, i, NULL);
}

static void
one_changed_character_is_noticed_in_every_cell_of_the_inputs (void **state)
{
  const Fixture *fixture = *state;
  const guint first_chunk = 3 + (guint) fixture->n_inputs + G_N_ELEMENTS (map);
  for (guint i = first_chunk; i < fixture->cells->len; i++)
    {
      g_autofree char *cell = g_strdup (g_ptr_array_index (fixture->cells, i));
      char *middle = strchr (cell, ':') + 1 + strlen (strchr (cell, ':') + 1) / 2;
      *middle = *middle == 'A' ? 'B' : 'A';
      assert_refused (fixture, i, cell);
    }
}

static void
a_changed_head_or_line_is_noticed (void **state)
{
  const Fixture *fixture = *state;
  assert_refused (fixture, 0, "yanglu.copy/2");
  assert_refused (fixture, 0, "yanglu.copy/");
  assert_refused (fixture, 0, "yanglu.copy/1x");
  assert_refused (fixture, 2,
                  "fingerprint\t"
                  "0000000000000000000000000000000000000000000000000000000000000000");
  assert_refused (fixture, 3, "input\troads\t路.csv\tabc\t100000\t5");
  assert_refused (fixture, 3, "input\troads\t%4");
  g_autofree char *renamed = g_strdup (g_ptr_array_index (fixture->cells, 3));
  renamed[strlen ("input\tr")] = 'u';
  assert_refused (fixture, 3, renamed);
  const guint first_map = 3 + (guint) fixture->n_inputs;
  assert_refused (fixture, first_map, "map\t预算总表\tB5\tdemand.amount_fen");
  assert_refused (fixture, first_map, "map\t预算总表\tB0:B1\tdemand.amount_fen");
  assert_refused (fixture, first_map, "map\t预算总表\tXFE1:XFE1\tdemand.amount_fen");
  assert_refused (fixture, first_map, "map\t预算总表\tA1:A1048577\tdemand.amount_fen");
}

static void
a_missing_chunk_is_named_as_missing (void **state)
{
  Fixture *fixture = *state;
  const guint last = fixture->cells->len - 1;
  g_autoptr (GError) error = NULL;
  g_ptr_array_remove_index (fixture->cells, last);
  assert_null (read_back (fixture->cells, &error));
  assert_non_null (strstr (error->message, "缺失或错位"));
  g_autofree char *row = g_strdup_printf ("第 %u 行", last + 1);
  assert_non_null (strstr (error->message, row));
}

static void
an_input_that_is_not_what_its_sha256_says_is_refused (void **state)
{
  const Fixture *fixture = *state;
  YlInputCopy forged = fixture->inputs[0];
  forged.sha256 = fixture->inputs[1].sha256;
  g_autoptr (GPtrArray) cells = yl_copy_make_cells ("0.1.0", &forged, 1, NULL, 0);
  g_autoptr (GError) error = NULL;
  assert_null (read_back (cells, &error));
  assert_non_null (strstr (error->message, "校验值"));
}

static void
two_cells_that_changed_places_are_noticed (void **state)
{
  Fixture *fixture = *state;
  const guint first_chunk = 3 + (guint) fixture->n_inputs + G_N_ELEMENTS (map);
  const gpointer first = fixture->cells->pdata[first_chunk];
  fixture->cells->pdata[first_chunk] = fixture->cells->pdata[first_chunk + 1];
  fixture->cells->pdata[first_chunk + 1] = first;
  g_autoptr (GError) error = NULL;
  assert_null (read_back (fixture->cells, &error));
  assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_INVALID));
}

static void
inputs_that_claim_more_than_is_allowed_are_refused_before_memory_is_taken (void **state)
{
  const Fixture *fixture = *state;
  guint64 all = 0;
  for (gsize i = 0; i < fixture->n_inputs; i++)
    all += g_bytes_get_size (fixture->inputs[i].bytes);
  const char *const *cells = (const char *const *) fixture->cells->pdata;
  g_autoptr (GError) error = NULL;
  g_autoptr (YlCopy) copy = yl_copy_read (cells, fixture->cells->len, all, &error);
  assert_non_null (copy);
  assert_null (yl_copy_read (cells, fixture->cells->len, all - 1, &error));
  assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_LIMIT));
}

static void
an_empty_sheet_is_no_copy (void **state)
{
  (void) state;
  g_autoptr (GError) error = NULL;
  assert_null (yl_copy_read (NULL, 0, 0, &error));
  assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_INVALID));
}

int
main (void)
{
#define SENTENCE(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
    SENTENCE (every_input_comes_back_to_the_byte),
    SENTENCE (the_map_comes_back_with_every_edge_of_a_sheet),
    SENTENCE (a_range_is_written_as_people_name_cells),
    SENTENCE (no_cell_is_too_long_or_could_be_taken_for_a_formula),
    SENTENCE (the_same_inputs_give_the_same_cells_and_fingerprint),
    SENTENCE (the_fingerprint_changes_with_role_name_and_content),
    SENTENCE (a_missing_cell_is_noticed_wherever_it_was),
    SENTENCE (one_changed_character_is_noticed_in_every_cell_of_the_inputs),
    SENTENCE (a_changed_head_or_line_is_noticed),
    SENTENCE (a_missing_chunk_is_named_as_missing),
    SENTENCE (an_input_that_is_not_what_its_sha256_says_is_refused),
    SENTENCE (two_cells_that_changed_places_are_noticed),
    SENTENCE (inputs_that_claim_more_than_is_allowed_are_refused_before_memory_is_taken),
    cmocka_unit_test (an_empty_sheet_is_no_copy),
  };
  return cmocka_run_group_tests_name ("copy", tests, NULL, NULL);
}
