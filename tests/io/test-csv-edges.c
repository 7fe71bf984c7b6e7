#include "csv-reading.h"

#include "yanglu/base/error.h"

#include <string.h>

#define BLOCK_BYTES 262144u

/* Rows of 64 bytes and a last one so long that @file reaches @size. Returns: how many. */
static guint
fill_up (GString *file, gsize size)
{
  guint n_rows = 0;
  for (; size - file->len >= 128; n_rows++)
    {
      for (guint i = 0; i < 61; i++)
        g_string_append_c (file, 'x');
      g_string_append (file, ",1\n");
    }
  while (file->len + 3 < size)
    g_string_append_c (file, 'y');
  g_string_append (file, ",2\n");
  return n_rows + 1;
}

/* What the rows of fill_up() read as. */
static void
expect_filling (GString *expected, const char *file, guint n_rows)
{
  for (guint i = 1; i <= n_rows; i++)
    {
      const char *end = strchr (file, '\n');
      const char *comma = memchr (file, ',', (gsize) (end - file));
      g_string_append_printf (expected, "%u: %.*s|%c\n", i, (int) (comma - file), file, comma[1]);
      file = end + 1;
    }
}

#define TAIL "路线,\"引\"\"号,\r\n里\",𠮷\r\n乡道,\"\",1\r村道,e,\n专用,5\r\n县道,6\n"
/* The rows of TAIL, after @n rows before them. */
#define TAIL_ROWS "%u: 路线|引\"号,\r\n里|𠮷\n%u: 乡道||1\n%u: 村道|e|\n%u: 专用|5\n%u: 县道|6\n"

/* Puts TAIL so that the edge of a block falls @shift bytes into it, in @encoding. */
static void
read_across_edge (gsize shift, const char *encoding, const char *mark)
{
  g_autoptr (GString) file = g_string_new (NULL);
  const gsize unit = strlen (mark) == 2 ? 2 : 1;
  const guint n_rows = fill_up (file, BLOCK_BYTES / unit - shift);
  g_autoptr (GString) expected = g_string_new (NULL);
  expect_filling (expected, file->str, n_rows);
  g_string_append_printf (expected, TAIL_ROWS, n_rows + 1, n_rows + 2, n_rows + 3, n_rows + 4,
                          n_rows + 5);
  g_string_append (file, TAIL);
  gsize length = 0;
  g_autofree char *converted =
      g_convert (file->str, (gssize) file->len, encoding, "UTF-8", NULL, &length, NULL);
  g_autoptr (GString) marked = g_string_new (mark);
  g_string_append_len (marked, converted, (gssize) length);
  g_string_truncate (reading->rows->text, 0);
  read_string (marked);
  assert_rows (expected->str);
  assert_sound ();
}

static void
the_edge_of_a_block_may_fall_anywhere_in_a_row (void **state)
{
  (void) state;
  for (gsize shift = 0; shift <= strlen (TAIL) + 2; shift++)
    read_across_edge (shift, "UTF-8", "");
}

static void
the_edge_of_a_block_may_fall_anywhere_behind_a_mark (void **state)
{
  (void) state;
  for (gsize shift = 0; shift <= strlen (TAIL) + 2; shift++)
    read_across_edge (shift, "UTF-8", "\xEF\xBB\xBF");
}

static void
the_edge_of_a_block_may_fall_anywhere_in_gb18030 (void **state)
{
  (void) state;
  for (gsize shift = 0; shift <= strlen (TAIL) + 2; shift++)
    read_across_edge (shift, "GB18030", "");
}

static void
the_edge_of_a_block_may_fall_anywhere_in_utf16 (void **state)
{
  (void) state;
  for (gsize shift = 0; shift <= strlen (TAIL) + 2; shift++)
    read_across_edge (shift, "UTF-16LE", "\xFF\xFE");
}

/* The first Chinese byte of the file is the last of its block: too little to judge by alone. */
static void
the_edge_of_a_block_does_not_mislead_about_the_encoding (void **state)
{
  (void) state;
  for (gsize shift = 0; shift < 6; shift++)
    {
      g_autoptr (GString) file = g_string_new (NULL);
      fill_up (file, BLOCK_BYTES - shift);
      const gsize filled = file->len;
      g_string_append (file, "县道,1\n");
      read_string (file);
      assert_number_equal (reading->form.encoding, YL_ENCODING_UTF8);
      g_string_truncate (file, filled);
      g_string_append (file, "\xCF\xD8\xB5\xC0,1\n");
      read_string (file);
      assert_number_equal (reading->form.encoding, YL_ENCODING_GB18030);
    }
  assert_sound ();
}

static void
a_file_may_end_with_its_block (void **state)
{
  (void) state;
  for (gsize i = 1; i <= 2; i++)
    {
      g_autoptr (GString) file = g_string_new (NULL);
      const guint n_rows = fill_up (file, i * BLOCK_BYTES);
      g_autoptr (GString) expected = g_string_new (NULL);
      expect_filling (expected, file->str, n_rows);
      g_string_truncate (reading->rows->text, 0);
      read_string (file);
      assert_rows (expected->str);
    }
}

static void
a_row_that_is_passed_over_may_end_anywhere_in_a_block (void **state)
{
  (void) state;
  for (gsize shift = 0; shift < 4; shift++)
    {
      g_autoptr (GString) file = g_string_new ("a,1\n");
      while (file->len < 6 * BLOCK_BYTES - shift)
        g_string_append_c (file, 'x');
      g_string_append (file, "\r\nb,2\n");
      g_string_truncate (reading->rows->text, 0);
      read_string (file);
      assert_rows ("1: a|1\n3: b|2\n");
    }
}

/* What follows is the slow reader: one character at a time, over the whole file. */
typedef struct
{
  const char *at;
  const char *end;
  char delimiter;
  guint n_open;
  GString *rows;
} SlowReader;

static gboolean
is_row_end (const SlowReader *slow)
{
  return slow->at == slow->end || *slow->at == '\n' || *slow->at == '\r';
}

/* Returns: FALSE when a quote stays open. */
static gboolean
read_cell_slowly (SlowReader *slow, gboolean with_quotes, GString *row)
{
  if (with_quotes && slow->at < slow->end && *slow->at == '"')
    for (slow->at++;; slow->at++)
      {
        if (slow->at == slow->end)
          return FALSE;
        if (*slow->at == '"' && (slow->at + 1 == slow->end || slow->at[1] != '"'))
          {
            slow->at++;
            break;
          }
        slow->at += *slow->at == '"';
        g_string_append_c (row, *slow->at);
      }
  for (; !is_row_end (slow) && *slow->at != slow->delimiter; slow->at++)
    g_string_append_c (row, *slow->at);
  return TRUE;
}

static gboolean
read_row_slowly (SlowReader *slow, gboolean with_quotes, GString *row)
{
  while (read_cell_slowly (slow, with_quotes, row))
    {
      if (is_row_end (slow))
        return TRUE;
      g_string_append_c (row, '|');
      slow->at++;
    }
  return FALSE;
}

static void
read_slowly (SlowReader *slow)
{
  g_autoptr (GString) row = g_string_new (NULL);
  for (guint number = 1; slow->at < slow->end; number++)
    {
      const char *begin = slow->at;
      g_string_truncate (row, 0);
      if (!read_row_slowly (slow, slow->n_open < 64, row))
        {
          slow->n_open++;
          slow->at = begin;
          g_string_truncate (row, 0);
          read_row_slowly (slow, FALSE, row);
        }
      if (slow->at < slow->end && *slow->at++ == '\r' && slow->at < slow->end)
        slow->at += *slow->at == '\n';
      if (row->len > 0)
        g_string_append_printf (slow->rows, "%u: %s\n", number, row->str);
    }
}

static void
append_random_csv (GString *file, GRand *random)
{
  static const char *const pieces[] = { ",",      ",",  ",",    ";",    "\"",  "\"\"", "\n",
                                        "\n",     "\r", "\r\n", "县道", "路",  "é",    "𠮷",
                                        "12.345", "a",  "x y",  "\t",   ",\"", "\",",  "\"\n" };
  for (gint32 left = g_rand_int_range (random, 0, 1500); left > 0; left--)
    g_string_append (file, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
}

static void
any_file_reads_as_a_slow_reader_reads_it (void **state)
{
  (void) state;
  const guint32 seed = g_random_int ();
  print_message ("# seed %u\n", seed);
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  for (guint turn = 0; turn < 400; turn++)
    {
      g_autoptr (GString) file = g_string_new (NULL);
      if (turn % 4 == 0)
        fill_up (file, BLOCK_BYTES - (gsize) g_rand_int_range (random, 0, 4000));
      append_random_csv (file, random);
      g_string_truncate (reading->rows->text, 0);
      read_string (file);
      g_autoptr (GString) rows = g_string_new (NULL);
      SlowReader slow = { file->str, file->str + file->len, reading->form.delimiter, 0, rows };
      read_slowly (&slow);
      assert_rows (rows->str);
      assert_number_equal (yl_findings_get_n (reading->findings), slow.n_open);
      yl_findings_free (reading->findings);
      reading->findings = yl_findings_new ();
    }
}

/* Whatever the bytes are, what comes out is text; a file whose first bytes are none is refused in a
 * sentence. */
static void
hostile_bytes_come_out_as_text (void **state)
{
  (void) state;
  static const char *const marks[] = { "", "", "\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF", "县道,1\n" };
  static const char structure[] = "\",\n\r;\t";
  const guint32 seed = g_random_int ();
  print_message ("# seed %u\n", seed);
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  for (guint turn = 0; turn < 3000; turn++)
    {
      g_autoptr (GString) file = g_string_new (marks[turn % G_N_ELEMENTS (marks)]);
      for (gint32 left = g_rand_int_range (random, 0, 2000); left > 0; left--)
        g_string_append_c (file, g_rand_boolean (random)
                                     ? structure[g_rand_int_range (random, 0, 6)]
                                     : (char) g_rand_int_range (random, 0, 256));
      g_string_truncate (reading->rows->text, 0);
      g_autoptr (GBytes) content = g_bytes_new (file->str, file->len);
      g_autoptr (YlInput) input = yl_input_new_for_bytes ("a.csv", content);
      const YlRowSink sink = yl_row_text_get_sink (reading->rows);
      g_autoptr (GError) error = NULL;
      if (!yl_csv_read (input, &sink, reading->findings, NULL, &reading->form, &error))
        assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_INVALID));
      assert_true (
          g_utf8_validate (reading->rows->text->str, (gssize) reading->rows->text->len, NULL));
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    csv_sentence (the_edge_of_a_block_may_fall_anywhere_in_a_row),
    csv_sentence (the_edge_of_a_block_may_fall_anywhere_behind_a_mark),
    csv_sentence (the_edge_of_a_block_may_fall_anywhere_in_gb18030),
    csv_sentence (the_edge_of_a_block_may_fall_anywhere_in_utf16),
    csv_sentence (the_edge_of_a_block_does_not_mislead_about_the_encoding),
    csv_sentence (a_file_may_end_with_its_block),
    csv_sentence (a_row_that_is_passed_over_may_end_anywhere_in_a_block),
    csv_sentence (any_file_reads_as_a_slow_reader_reads_it),
    csv_sentence (hostile_bytes_come_out_as_text),
  };
  return cmocka_run_group_tests_name ("csv-edges", tests, NULL, NULL);
}
