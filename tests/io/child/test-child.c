/* The child as a process: sound, evil, and what it gave up. */
#include "support/assert.h"

#include "confine-private.h"
#include "order-private.h"
#include "yanglu/base/error.h"
#include "yanglu/io/child/answer.h"
#include "yanglu/io/child/reading.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

/* What the child reads, by the name of its input; what it writes into a row is what the test sees. */

static void
hand_on (const YlRowSink *sink, YlRowId row, const char *text)
{
  const YlText cell = yl_text_of (text);
  sink->row (sink->self, row, &cell, 1);
}

static gboolean
read_input (const YlInput *input, const YlRowSink *sink)
{
  g_autoptr (GBytes) bytes = yl_input_load (input, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  hand_on (sink, 1, text);
  return TRUE;
}

static void
tell_limits (const YlRowSink *sink)
{
  static const __rlimit_resource_t kinds[] = { RLIMIT_AS, RLIMIT_CPU, RLIMIT_FSIZE, RLIMIT_CORE };
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      struct rlimit limit;
      getrlimit (kinds[i], &limit);
      g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, (guint64) limit.rlim_cur);
      hand_on (sink, i + 1, text);
    }
  int death_signal = 0;
  prctl (PR_GET_PDEATHSIG, &death_signal);
  g_autofree char *state = g_strdup_printf ("%d %d %d", prctl (PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0),
                                            prctl (PR_GET_DUMPABLE), death_signal == SIGKILL);
  hand_on (sink, 10, state);
}

static void
tell_surroundings (const YlRowSink *sink)
{
  g_autoptr (GString) open = g_string_new (NULL);
  for (int fd = 0; fd < 64; fd++)
    if (fcntl (fd, F_GETFD) >= 0)
      g_string_append_printf (open, "%d,", fd);
  hand_on (sink, 1, open->str);
  g_autofree char *variables = g_strjoinv (",", environ);
  hand_on (sink, 2, variables);
}

static void
tell_refused (const YlRowSink *sink)
{
  static char *const nothing[] = { NULL };
  const int opened = open ("/dev/null", O_RDONLY) < 0 ? errno : 0;
  const int connected = socket (AF_UNIX, SOCK_STREAM, 0) < 0 ? errno : 0;
  const int started = execve ("/bin/true", nothing, nothing) < 0 ? errno : 0;
  const int forked = fork () < 0 ? errno : 0;
  g_autofree char *codes = g_strdup_printf ("%d %d %d %d", opened, connected, started, forked);
  hand_on (sink, 1, codes);
  g_autofree char *text = g_convert ("\xC2\xB7", 2, "UTF-8", "GB18030", NULL, NULL, NULL);
  hand_on (sink, 2, text == NULL ? "" : text);
}

static void
take_memory (const YlRowSink *sink)
{
  guint n_mib = 0;
  while (n_mib < 4096 && g_try_malloc (1024 * 1024) != NULL)
    n_mib++;
  hand_on (sink, 1, n_mib < 1024 ? "refused below 1 GiB" : "all of it");
}

static void
say (const void *bytes, gsize length)
{
  if (send (YL_CHILD_SOCKET_FD, bytes, length, MSG_NOSIGNAL) < 0)
    _exit (1);
}

static void
be_evil (const char *name)
{
  static const guint32 huge = G_MAXUINT32;
  static const guint32 too_long = (guint32) YL_BLOCK_MAX_BYTES + 1;
  static const guint32 cut[] = { 8, YL_RECORD_DONE };
  static const guint32 unclosed[] = { 4, YL_RECORD_SHEET_END };
  static const guint32 trailing[] = { 8, YL_RECORD_DONE, YL_RECORD_DONE };
  if (strcmp (name, "dies") == 0)
    raise (SIGSEGV);
  else if (strcmp (name, "runs out of time") == 0)
    raise (SIGXCPU);
  else if (strcmp (name, "leaves") == 0)
    _exit (0);
  else if (strcmp (name, "stalls") == 0)
    pause ();
  else if (strcmp (name, "hides") == 0)
    close (YL_CHILD_SOCKET_FD);
  else if (strcmp (name, "huge") == 0)
    say (&huge, sizeof huge);
  else if (strcmp (name, "too long") == 0)
    say (&too_long, sizeof too_long);
  else if (strcmp (name, "cut") == 0)
    say (cut, sizeof cut);
  else if (strcmp (name, "unclosed") == 0)
    say (unclosed, sizeof unclosed);
  else if (strcmp (name, "trailing") == 0)
    say (trailing, sizeof trailing);
  else
    return;
  pause ();
}

static gboolean
read_rows (const YlInput *input,
           const YlRowSink *sink,
           YlFindings *findings,
           void (*progress) (goffset done, goffset all),
           GError **error)
{
  const char *name = yl_input_get_name (input);
  be_evil (name);
  if (strcmp (name, "error") == 0)
    {
      g_set_error_literal (error, YL_ERROR, YL_ERROR_INVALID, "不是工作簿。");
      return FALSE;
    }
  progress (1, 2);
  if (!sink->begin_sheet (sink->self, "表", FALSE))
    return TRUE;
  if (strcmp (name, "limits") == 0)
    tell_limits (sink);
  else if (strcmp (name, "surroundings") == 0)
    tell_surroundings (sink);
  else if (strcmp (name, "refused") == 0)
    tell_refused (sink);
  else if (strcmp (name, "memory") == 0)
    take_memory (sink);
  else
    read_input (input, sink);
  yl_findings_add (findings, &(YlFinding){ .code = YL_E08, .message = "超限" });
  sink->end_sheet (sink->self);
  return TRUE;
}

/* A row of a cell as long as its name says, then many short ones. */
static gboolean
read_long_rows (const YlInput *input, const YlRowSink *sink)
{
  const guint64 length = g_ascii_strtoull (yl_input_get_name (input) + strlen ("long "), NULL, 10);
  g_autofree char *text = g_strnfill ((gsize) length, 'x');
  sink->begin_sheet (sink->self, "表", FALSE);
  hand_on (sink, 1, text);
  for (guint i = 2; i <= 20000; i++)
    hand_on (sink, i, "短");
  sink->end_sheet (sink->self);
  return TRUE;
}

/* Who reads, then as many bytes as the name says. */
static gboolean
read_own_number (const YlInput *input, const YlRowSink *sink)
{
  const guint64 n_mib =
      g_ascii_strtoull (yl_input_get_name (input) + strlen ("whoever "), NULL, 10);
  g_autofree char *who = g_strdup_printf ("%d", (int) getpid ());
  g_autofree char *text = g_strnfill (1024 * 1024, 'x');
  if (sink->begin_sheet (sink->self, "表", FALSE))
    {
      hand_on (sink, 1, who);
      for (guint i = 0; i < n_mib; i++)
        hand_on (sink, i + 2, text);
      sink->end_sheet (sink->self);
    }
  return TRUE;
}

/* A sheet whose cells nobody survives who reads them. */
static gboolean
read_deadly_cells (const YlRowSink *sink)
{
  static const char *const names[] = { "封面", "里程明细" };
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (sink->begin_sheet (sink->self, names[i], i > 0))
      raise (SIGSEGV);
  return TRUE;
}

static gboolean
read_any (const YlInput *input,
          const YlRowSink *sink,
          YlFindings *findings,
          void (*progress) (goffset done, goffset all),
          GError **error)
{
  if (g_str_has_prefix (yl_input_get_name (input), "long "))
    return read_long_rows (input, sink);
  if (g_str_has_prefix (yl_input_get_name (input), "whoever "))
    return read_own_number (input, sink);
  if (strcmp (yl_input_get_name (input), "deadly cells") == 0)
    return read_deadly_cells (sink);
  return read_rows (input, sink, findings, progress, error);
}

/* The parent. */

typedef struct
{
  GPtrArray *rows; /* the text of the first cell of each */
  guint n_sheets;
  guint64 n_bytes;
  YlFindings *findings;
} Case;

static gboolean
begin_sheet (gpointer self, const char *sheet, gboolean is_hidden)
{
  assert_string_equal (sheet, "表");
  assert_false (is_hidden);
  ((Case *) self)->n_sheets++;
  return TRUE;
}

static gboolean
take_row (gpointer self, YlRowId row, const YlText *cells, guint n_cells)
{
  (void) row;
  assert_int_equal (n_cells, 1);
  Case *it = self;
  it->n_bytes += cells[0].length;
  g_ptr_array_add (it->rows, g_strndup (cells[0].at, MIN (cells[0].length, 4096)));
  return TRUE;
}

static void
end_sheet (gpointer self)
{
  (void) self;
}

static int
set_up (void **state)
{
  Case *it = g_new0 (Case, 1);
  it->rows = g_ptr_array_new_with_free_func (g_free);
  it->findings = yl_findings_new ();
  *state = it;
  return 0;
}

static int
tear_down (void **state)
{
  Case *it = *state;
  g_ptr_array_unref (it->rows);
  yl_findings_free (it->findings);
  g_free (it);
  return 0;
}

static goffset progress_done;

static void
note_progress (goffset done, goffset all)
{
  progress_done = done;
  assert_number_equal (all, 2);
}

static gboolean
read_named (Case *it, const char *name, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("内容", strlen ("内容"));
  g_autoptr (YlInput) input = yl_input_new_for_bytes (name, bytes);
  const YlRowSink sink = {
    .begin_sheet = begin_sheet, .row = take_row, .end_sheet = end_sheet, .self = it
  };
  return yl_child_read (input, &sink, it->findings, note_progress, error);
}

static const char *
row_of (const Case *it, guint index)
{
  assert_true (index < it->rows->len);
  return g_ptr_array_index (it->rows, index);
}

static void
what_is_in_memory_is_read_in_the_child (void **state)
{
  Case *it = *state;
  progress_done = 0;
  assert_true (read_named (it, "a.xlsx", NULL));
  assert_string_equal (row_of (it, 0), "内容");
  assert_int_equal (it->rows->len, 1);
  assert_int_equal (it->n_sheets, 1);
  assert_number_equal (progress_done, 1);
  assert_number_equal (yl_findings_get_n_of_code (it->findings, YL_E08), 1);
  assert_string_equal (yl_findings_get (it->findings, 0)->file, "a.xlsx");
}

static void
an_error_of_the_reader_is_the_error (void **state)
{
  g_autoptr (GError) error = NULL;
  assert_false (read_named (*state, "error", &error));
  assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_INVALID));
  assert_string_equal (error->message, "不是工作簿。");
}

static void
a_name_that_is_no_utf_8_does_no_harm (void **state)
{
  Case *it = *state;
  assert_true (read_named (it, "\xC2\xB7.xlsx\xFF", NULL));
  assert_string_equal (row_of (it, 0), "内容");
}

static void
assert_limits (const Case *it)
{
#if !defined(__SANITIZE_ADDRESS__)
  assert_string_equal (row_of (it, 0), "1073741824");
#endif
  assert_string_equal (row_of (it, 1), "60");
  assert_string_equal (row_of (it, 2), "0");
  assert_string_equal (row_of (it, 3), "0");
  assert_string_equal (row_of (it, 4), "1 0 1");
}

static void
the_child_has_its_limits (void **state)
{
  Case *it = *state;
  assert_true (read_named (it, "limits", NULL));
  assert_limits (it);
}

/* A sanitizer would be killed at its start. */
#if !defined(__SANITIZE_ADDRESS__)
static void
memory_ends_at_a_gibibyte (void **state)
{
  Case *it = *state;
  assert_true (read_named (it, "memory", NULL));
  assert_string_equal (row_of (it, 0), "refused below 1 GiB");
}
#endif

static void
the_child_has_two_descriptors_and_the_locale (void **state)
{
  Case *it = *state;
  const int kept_open = open ("/dev/null", O_RDONLY); /* without O_CLOEXEC */
  g_setenv ("YL_SECRET", "1", TRUE);
  g_setenv ("LC_MONETARY", "C.UTF-8", TRUE);
  assert_true (read_named (it, "surroundings", NULL));
  close (kept_open);
  assert_string_equal (row_of (it, 0), "3,4,");
  assert_non_null (strstr (row_of (it, 1), "LC_MONETARY=C.UTF-8"));
  g_auto (GStrv) variables = g_strsplit (row_of (it, 1), ",", -1);
  for (char **variable = variables; *variable != NULL; variable++)
    assert_true (g_str_has_prefix (*variable, "LC_") || g_str_has_prefix (*variable, "LANG="));
}

#ifdef YL_HAVE_SECCOMP
static void
opening_sockets_and_programs_are_refused (void **state)
{
  Case *it = *state;
  assert_true (read_named (it, "refused", NULL));
  g_autofree char *expected = g_strdup_printf ("%d %d %d %d", EPERM, EPERM, EPERM, EPERM);
  assert_string_equal (row_of (it, 0), expected);
  assert_string_equal (row_of (it, 1), "路");
}
#endif

static gboolean
run_evil (Case *it, const char *name, GError **error)
{
  const YlChildOrder order = { YL_CHILD_ARGUMENT, YL_CHILD_ROWS,
                               strcmp (name, "stalls") == 0 || strcmp (name, "cut") == 0 ? 300
                                                                                         : 60000 };
  g_autoptr (GBytes) bytes = g_bytes_new_static ("", 0);
  g_autoptr (YlInput) input = yl_input_new_for_bytes (name, bytes);
  const YlRowSink sink = {
    .begin_sheet = begin_sheet, .row = take_row, .end_sheet = end_sheet, .self = it
  };
  YlRecordTaker taker;
  yl_record_taker_init (&taker, name, &sink, NULL, it->findings);
  const gboolean is_read = yl_child_run (&order, input, &taker, NULL, error);
  yl_record_taker_clear (&taker);
  return is_read;
}

static void
an_evil_child_is_one_sentence (void **state)
{
  static const struct
  {
    const char *name;
    const char *said;
  } evils[] = {
    { "dies", "意外中止" },     { "leaves", "意外中止" },   { "hides", "意外中止" },
    { "stalls", "没有回应" },   { "cut", "没有回应" },      { "runs out of time", "60 秒" },
    { "huge", "前后不符" },     { "too long", "前后不符" }, { "unclosed", "前后不符" },
    { "trailing", "前后不符" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (evils); i++)
    {
      g_autoptr (GError) error = NULL;
      assert_false (run_evil (*state, evils[i].name, &error));
      assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_IO));
      if (strstr (error->message, evils[i].said) == NULL)
        fail_msg ("%s: %s", evils[i].name, error->message);
      assert_non_null (strstr (error->message, evils[i].name));
    }
}

static gboolean
is_read_by_one (Case *it, const char *name, guint n_rows)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("", 0);
  g_autoptr (YlInput) input = yl_input_new_for_bytes (name, bytes);
  const YlRowSink sink = {
    .begin_sheet = begin_sheet, .row = take_row, .end_sheet = end_sheet, .self = it
  };
  for (guint i = 0; i < 2; i++)
    assert_true (yl_child_read (input, &sink, it->findings, NULL, NULL));
  assert_int_equal (it->rows->len, 2 * n_rows);
  return strcmp (row_of (it, 0), row_of (it, n_rows)) == 0;
}

static void
who_asks_again_hears_the_same_child (void **state)
{
  assert_true (is_read_by_one (*state, "whoever 30", 31));
}

static void
beyond_what_is_kept_each_has_a_child_of_his_own (void **state)
{
  assert_false (is_read_by_one (*state, "whoever 33", 34));
}

/* 16 MiB less 128 KiB. */
static void
a_row_is_as_long_as_its_limit (void **state)
{
  Case *it = *state;
  assert_true (read_named (it, "long 16646144", NULL));
  assert_int_equal (it->rows->len, 20000);
  assert_number_equal (it->n_bytes, 16646144 + 19999 * 3);
  assert_number_equal (yl_findings_get_n (it->findings), 0);
}

static void
a_row_of_one_byte_more_is_told_and_left_out (void **state)
{
  Case *it = *state;
  assert_true (read_named (it, "long 16646145", NULL));
  assert_int_equal (it->rows->len, 19999);
  assert_number_equal (yl_findings_get_n_of_code (it->findings, YL_E08), 1);
  assert_number_equal (yl_findings_get (it->findings, 0)->row, 1);
}

/* No child stays behind, and no descriptor. */
static void
names_of_sheets_are_known_without_their_cells (void **state)
{
  (void) state;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("内容", strlen ("内容"));
  g_autoptr (YlInput) input = yl_input_new_for_bytes ("deadly cells", bytes);
  g_autoptr (GPtrArray) names = yl_child_list_sheets (input, NULL);
  assert_non_null (names);
  assert_number_equal (names->len, 2);
  assert_string_equal (g_ptr_array_index (names, 0), "封面");
  assert_string_equal (g_ptr_array_index (names, 1), "里程明细");
  g_autoptr (YlInput) dead = yl_input_new_for_bytes ("dies", bytes);
  g_autoptr (GError) error = NULL;
  assert_null (yl_child_list_sheets (dead, &error));
  assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_IO));
}

static void
nothing_is_left_of_it (void **state)
{
  const int before = dup (STDIN_FILENO);
  close (before);
  for (guint i = 0; i < 3; i++)
    {
      read_named (*state, "a.xlsx", NULL);
      read_named (*state, "dies", NULL);
    }
  const int after = dup (STDIN_FILENO);
  close (after);
  assert_int_equal (before, after);
  assert_int_equal (waitpid (-1, NULL, WNOHANG), -1);
  assert_int_equal (errno, ECHILD);
}

int
main (int argc, char **argv)
{
  static const YlChildReaders readers = { read_any, NULL, NULL };
  if (yl_child_is_asked (argc, argv))
    yl_child_answer (argv, &readers);
#define SENTENCE(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
    SENTENCE (what_is_in_memory_is_read_in_the_child),
    SENTENCE (an_error_of_the_reader_is_the_error),
    SENTENCE (a_name_that_is_no_utf_8_does_no_harm),
    SENTENCE (the_child_has_its_limits),
#if !defined(__SANITIZE_ADDRESS__)
    SENTENCE (memory_ends_at_a_gibibyte),
#endif
    SENTENCE (the_child_has_two_descriptors_and_the_locale),
#ifdef YL_HAVE_SECCOMP
    SENTENCE (opening_sockets_and_programs_are_refused),
#endif
    SENTENCE (an_evil_child_is_one_sentence),
    SENTENCE (who_asks_again_hears_the_same_child),
    SENTENCE (beyond_what_is_kept_each_has_a_child_of_his_own),
    SENTENCE (a_row_is_as_long_as_its_limit),
    SENTENCE (a_row_of_one_byte_more_is_told_and_left_out),
    SENTENCE (names_of_sheets_are_known_without_their_cells),
    SENTENCE (nothing_is_left_of_it),
  };
  return cmocka_run_group_tests_name ("child", tests, NULL, NULL);
}
