/* Every formula of formulas.h over a few thousand values, worked out by each engine. */
#include "support/assert.h"
#include "support/engines.h"
#include "yanglu/forms/formulas.h"

#include <string.h>
#include <xlsxwriter.h>

#define N_ROWS 1500

/* One row: what goes in, and what must come out. Columns as in the sheet. */
typedef struct
{
  gint64 metres;
  gint64 rate_fen;
  gint64 total_fen;
  gint64 ppm[3];
} Case;

/* Columns: inputs A–F, results from G on. */
enum
{
  COL_KM,
  COL_RATE,
  COL_TOTAL,
  COL_SHARE, /* three */
  COL_ROAD = COL_SHARE + 3,
  COL_METRE,
  COL_SHARE_OF,
  COL_AT_LEAST,
  COL_WHOLE, /* three */
  COL_REST = COL_WHOLE + 3,
  COL_PART = COL_REST + 3,
  COL_CAPITAL = COL_PART + 3,
  N_COLUMNS = COL_CAPITAL + YL_N_CAPITAL_STEPS,
};

static const gint64 edges[] = { 0,
                                5,
                                50,
                                1000,
                                10000,
                                100101,
                                341605,
                                10000000,
                                1050000000,
                                10000000010,
                                100000000000,
                                123456789012,
                                90000000009,
                                100000000000000,
                                100050000000000,
                                120000000000000,
                                999999999999999,
                                YL_MONEY_MAX_FEN,
                                1000000500000000 - 500000000,
                                100000000000005,
                                101000000010050 };

static Case cases[N_ROWS];

static Case
make_case (GRand *rand, guint row)
{
  Case made;
  const gint32 digits = g_rand_int_range (rand, 1, 16);
  gint64 limit = 1;
  for (gint32 i = 0; i < digits; i++)
    limit *= 10;
  made.total_fen = (gint64) (g_rand_double (rand) * (double) limit);
  if (row % 3 == 0) /* many zeros */
    made.total_fen -= made.total_fen % (limit / 10 > 0 ? limit / 10 : 1);
  if (row % 3 == 1) /* zeros in the middle */
    made.total_fen = made.total_fen / 10000000 * 10000000 + made.total_fen % 1000;
  if (row < G_N_ELEMENTS (edges))
    made.total_fen = edges[row];
  made.metres = g_rand_int_range (rand, 0, row % 2 == 0 ? 100000 : 2000000000);
  made.rate_fen = row % 2 == 0 ? g_rand_int_range (rand, 0, 2000000) * 5 : 500;
  made.ppm[0] = g_rand_int_range (rand, 0, 500001);
  made.ppm[1] = row % 5 == 0 ? made.ppm[0] : g_rand_int_range (rand, 0, 500001);
  made.ppm[2] = YL_SHARE_WHOLE - made.ppm[0] - made.ppm[1];
  return made;
}

static char *
cell (guint row, guint column)
{
  char name[LXW_MAX_CELL_NAME_LENGTH];
  lxw_rowcol_to_cell (name, row, (lxw_col_t) column);
  return g_strdup (name);
}

static char *
range (guint row, guint first, guint last)
{
  char name[LXW_MAX_CELL_RANGE_LENGTH];
  lxw_rowcol_to_range (name, row, (lxw_col_t) first, row, (lxw_col_t) last);
  return g_strdup (name);
}

static void
put (lxw_worksheet *sheet, guint row, guint column, char *formula)
{
  /* A wrong cached value: who echoes it is found out. */
  worksheet_write_formula_num (sheet, row, (lxw_col_t) column, formula, NULL, -12345.0);
  g_free (formula);
}

static void
put_split (lxw_worksheet *sheet, guint row, const char *total)
{
  g_autofree char *wholes = range (row, COL_WHOLE, COL_WHOLE + 2);
  g_autofree char *rests = range (row, COL_REST, COL_REST + 2);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *share = cell (row, COL_SHARE + i);
      g_autofree char *whole = cell (row, COL_WHOLE + i);
      g_autofree char *rest = cell (row, COL_REST + i);
      g_autofree char *so_far = range (row, COL_REST, COL_REST + i);
      put (sheet, row, COL_WHOLE + i, yl_formula_split_whole (total, share));
      put (sheet, row, COL_REST + i, yl_formula_split_rest (total, share));
      put (sheet, row, COL_PART + i,
           yl_formula_split_amount (total, whole, wholes, rest, rests, so_far));
    }
}

/* Only 大写 takes amounts below zero. */
static gboolean
is_negative (guint row)
{
  return row % 7 == 6;
}

static void
put_case (lxw_worksheet *sheet, guint row, const Case *made)
{
  worksheet_write_number (sheet, row, COL_KM, (double) made->metres / 1000, NULL);
  worksheet_write_number (sheet, row, COL_RATE, (double) made->rate_fen / 100, NULL);
  worksheet_write_number (sheet, row, COL_TOTAL, (double) made->total_fen / 100, NULL);
  for (guint i = 0; i < 3; i++)
    worksheet_write_number (sheet, row, (lxw_col_t) (COL_SHARE + i), (double) made->ppm[i] / 1e6,
                            NULL);
  g_autofree char *km = cell (row, COL_KM);
  g_autofree char *rate = cell (row, COL_RATE);
  g_autofree char *total = cell (row, COL_TOTAL);
  g_autofree char *share = cell (row, COL_SHARE);
  g_autofree char *signed_total =
      is_negative (row) ? g_strdup_printf ("(-%s)", total) : g_strdup (total);
  char *cells[YL_N_CAPITAL_STEPS];
  for (guint step = 0; step < YL_N_CAPITAL_STEPS; step++)
    cells[step] = cell (row, COL_CAPITAL + step);
  put (sheet, row, COL_ROAD, yl_formula_road_amount (km, rate, (YlYearPart){ 0 }));
  g_autofree char *metres = g_strdup_printf ("((ROUND(%s*1000,0)-INT(%s/10)*10000)/100)", km, km);
  put (sheet, row, COL_METRE, yl_formula_centimetre_amount (metres, rate, (YlYearPart){ 0 }));
  put (sheet, row, COL_SHARE_OF, yl_formula_share_of (total, share));
  g_autofree char *whole = g_strdup_printf ("(%s+1)", km);
  put (sheet, row, COL_AT_LEAST, yl_formula_is_at_least (km, whole, share, "是", "否"));
  put_split (sheet, row, total);
  for (guint step = 0; step < YL_N_CAPITAL_STEPS; step++)
    put (sheet, row, COL_CAPITAL + step,
         yl_formula_capital (step, signed_total, (const char *const *) cells));
  for (guint step = 0; step < YL_N_CAPITAL_STEPS; step++)
    g_free (cells[step]);
}

/* The same by whole numbers. */
static void
expect_split (const Case *made, gint64 *parts)
{
  gint64 rest[3];
  gint64 left = made->total_fen;
  for (guint i = 0; i < 3; i++)
    {
      const __int128 product = (__int128) made->total_fen * made->ppm[i];
      parts[i] = (gint64) (product / YL_SHARE_WHOLE);
      rest[i] = (gint64) (product % YL_SHARE_WHOLE);
      left -= parts[i];
    }
  for (; left > 0; left--)
    {
      guint best = 0;
      for (guint i = 1; i < 3; i++)
        if (rest[i] > rest[best])
          best = i;
      parts[best]++;
      rest[best] = -1;
    }
}

static gint64
units_of (const char *field, guint n_decimals)
{
  gint64 units = G_MININT64;
  yl_decimal_parse (yl_text_of (field), n_decimals, G_MAXINT64 / 1000, &units, NULL);
  return units;
}

static guint
check_capital (char *const *fields, gint64 fen)
{
  guint n_wrong = 0;
  for (guint step = 0; step < YL_N_CAPITAL_STEPS; step++)
    {
      g_autofree char *expected = yl_formula_capital_value (step, fen);
      if (g_str_equal (fields[COL_CAPITAL + step], expected))
        continue;
      n_wrong++;
      print_error ("大写 step %u: %s is not %s\n", step, fields[COL_CAPITAL + step], expected);
    }
  return n_wrong;
}

static guint
check_case (char *const *fields, guint row)
{
  const Case *made = &cases[row];
  YlMoney road = { 0 };
  YlMoney due = { 0 };
  yl_money_for_length ((YlLength){ made->metres }, (YlRate){ .fen_per_km = made->rate_fen }, &road);
  yl_money_share ((YlMoney){ made->total_fen }, (YlShare){ made->ppm[0] }, &due);
  gint64 metre = 0; /* of so many centimetres */
  yl_ratio_scale (made->metres % 10000, made->rate_fen, 100, &metre);
  const gboolean is_at_least =
      yl_ratio_is_at_least (made->metres, made->metres + 1000, (YlShare){ made->ppm[0] });
  gint64 parts[3];
  expect_split (made, parts);
  guint n_wrong = 0;
  n_wrong += units_of (fields[COL_ROAD], 2) != road.fen;
  n_wrong += units_of (fields[COL_METRE], 2) != metre;
  n_wrong += units_of (fields[COL_SHARE_OF], 2) != due.fen;
  n_wrong += !g_str_equal (fields[COL_AT_LEAST], is_at_least ? "是" : "否");
  for (guint i = 0; i < 3; i++)
    n_wrong += units_of (fields[COL_PART + i], 2) != parts[i];
  if (n_wrong > 0)
    print_error ("metres %" G_GINT64_FORMAT " rate %" G_GINT64_FORMAT " total %" G_GINT64_FORMAT
                 ": %s %s %s %s %s %s %s\n",
                 made->metres, made->rate_fen, made->total_fen, fields[COL_ROAD], fields[COL_METRE],
                 fields[COL_SHARE_OF], fields[COL_AT_LEAST], fields[COL_PART], fields[COL_PART + 1],
                 fields[COL_PART + 2]);
  return n_wrong + check_capital (fields, is_negative (row) ? -made->total_fen : made->total_fen);
}

static char *scratch; /* made in set-up, gone in teardown */

static int
write_book (void **state)
{
  (void) state;
  scratch = g_dir_make_tmp ("yanglu-formulas-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (scratch, "formulas.xlsx", NULL);
  lxw_workbook *book = workbook_new (path);
  lxw_worksheet *sheet = workbook_add_worksheet (book, NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (371502);
  for (guint row = 0; row < N_ROWS; row++)
    {
      cases[row] = make_case (rand, row);
      put_case (sheet, row, &cases[row]);
    }
  return workbook_close (book) == LXW_NO_ERROR ? 0 : -1;
}

static int
remove_book (void **state)
{
  (void) state;
  const char *const arguments[] = { "rm", "-r", scratch, NULL };
  g_autoptr (GSubprocess) process = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_NONE, NULL);
  g_subprocess_wait (process, NULL, NULL);
  g_clear_pointer (&scratch, g_free);
  return 0;
}

static void
agree (YlEngine engine)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *book = g_build_filename (scratch, "formulas.xlsx", NULL);
  g_autofree char *folder = g_build_filename (scratch, yl_engine_get_name (engine), NULL);
  g_autofree char *path = yl_engine_recalculate (engine, book, folder, "csv", &error);
  if (path == NULL)
    fail_msg ("%s: %s", yl_engine_get_name (engine), error->message);
  g_autofree char *text = NULL;
  assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n_wrong = 0;
  for (guint row = 0; row < N_ROWS; row++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[row], ",", -1);
      assert_number_equal (g_strv_length (fields), N_COLUMNS);
      n_wrong += check_case (fields, row);
    }
  print_message ("# %s: %u rows of %u formulas\n", yl_engine_get_name (engine), N_ROWS,
                 N_COLUMNS - COL_ROAD);
  assert_number_equal (n_wrong, 0);
}

static void
libreoffice_agrees_to_the_fen_and_the_character (void **state)
{
  (void) state;
  agree (YL_ENGINE_LIBREOFFICE);
}

static void
gnumeric_agrees_to_the_fen_and_the_character (void **state)
{
  (void) state;
  agree (YL_ENGINE_GNUMERIC);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (libreoffice_agrees_to_the_fen_and_the_character),
    cmocka_unit_test (gnumeric_agrees_to_the_fen_and_the_character),
  };
  return cmocka_run_group_tests_name ("formulas in two engines", tests, write_book, remove_book);
}
