/* What comes out of the child is believed only as far as it was checked: every field lies once. */
#include "support/assert.h"

#include "records-private.h"
#include "said-private.h"
#include "yanglu/base/error.h"
#include "yanglu/domain/cell-place.h"

typedef struct
{
  YlRecordTaker taker;
  YlTextPool *texts;
  YlWorkbook *workbook;
  YlFindings *findings;
  GString *heard;
  gboolean is_wanted;
  guint n_wanted_rows;
} Case;

static gboolean
begin_sheet (gpointer self, const char *sheet, gboolean is_hidden)
{
  Case *it = self;
  g_string_append_printf (it->heard, "[%s%s", sheet, is_hidden ? " hidden" : "");
  return it->is_wanted;
}

static gboolean
take_row (gpointer self, YlRowId row, const YlText *cells, guint n_cells)
{
  Case *it = self;
  g_string_append_printf (it->heard, " %" YL_ROW_ID_FORMAT ":", row);
  for (guint i = 0; i < n_cells; i++)
    g_string_append_printf (it->heard, "%.*s,", (int) cells[i].length,
                            cells[i].length == 0 ? "" : cells[i].at);
  return --it->n_wanted_rows > 0;
}

static void
end_sheet (gpointer self)
{
  g_string_append (((Case *) self)->heard, "]");
}

static void
hide_row (gpointer self, YlRowId row)
{
  g_string_append_printf (((Case *) self)->heard, " hides %" YL_ROW_ID_FORMAT, row);
}

static YlRowSink sink;

static int
set_up (void **state)
{
  Case *it = g_new0 (Case, 1);
  sink = (YlRowSink){ .begin_sheet = begin_sheet,
                      .row = take_row,
                      .end_sheet = end_sheet,
                      .hide_row = hide_row,
                      .self = it };
  it->texts = yl_text_pool_new ();
  it->workbook = yl_workbook_new ("a.xlsx", it->texts);
  it->findings = yl_findings_new ();
  it->heard = g_string_new (NULL);
  it->is_wanted = TRUE;
  it->n_wanted_rows = G_MAXUINT;
  yl_record_taker_init (&it->taker, "a.xlsx", &sink, NULL, it->findings);
  *state = it;
  return 0;
}

static int
tear_down (void **state)
{
  Case *it = *state;
  yl_record_taker_clear (&it->taker);
  yl_arena_free_record (it->workbook);
  yl_text_pool_free (it->texts);
  yl_findings_free (it->findings);
  g_string_free (it->heard, TRUE);
  g_free (it);
  return 0;
}

/* All fields but characters are whole words of 32 bits; a long one is two, the low one first. */
#define MAX_WORDS 32
#define LONG(number) (number), 0
#define ABCD 0x44434241u
#define NONE YL_RECORD_NO_TEXT
#define ALL G_MAXUINT32
#define NO_FIT 0, 0, 0, 0, 0, 0 /* and no conditional format unread */

typedef struct
{
  const char *what;
  guint n;
  guint32 words[MAX_WORDS];
} Words;

#define WORDS(...)                                                                                 \
  sizeof ((guint32[]){ __VA_ARGS__ }) / sizeof (guint32),                                          \
  {                                                                                                \
    __VA_ARGS__                                                                                    \
  }

static gboolean
take (Case *it, const Words *words)
{
  /* In memory of its own, so that a sanitizer sees a byte read beyond it. */
  g_autofree char *block = g_memdup2 (words->words, words->n * sizeof (guint32));
  return yl_record_taker_take (&it->taker, block, words->n * sizeof (guint32));
}

static void
take_sound (Case *it, Words words)
{
  assert_true (take (it, &words));
}

static void
open_sheet (Case *it)
{
  take_sound (it, (Words){ "", WORDS (YL_RECORD_SHEET, 0, 4, ABCD) });
}

static void
open_book (Case *it)
{
  yl_record_taker_clear (&it->taker);
  yl_record_taker_init (&it->taker, "a.xlsx", NULL, it->workbook, it->findings);
  take_sound (it, (Words){ "", WORDS (YL_RECORD_TEXT, 4, ABCD, YL_RECORD_BOOK_SHEET, 0, 0, 0, 0, 0,
                                      NO_FIT, 4, ABCD) });
}

static void
assert_all_refused (void **state, void (*open) (Case *it), const Words *lies, gsize n_lies)
{
  for (gsize i = 0; i < n_lies; i++)
    {
      tear_down (state);
      set_up (state);
      Case *it = *state;
      if (open != NULL)
        open (it);
      if (take (it, &lies[i]))
        fail_msg ("believed: %s", lies[i].what);
    }
}

static void
sheets_rows_and_their_end_arrive (void **state)
{
  Case *it = *state;
  open_sheet (it);
  take_sound (it,
              (Words){ "", WORDS (YL_RECORD_ROW, LONG (7), 3, 4, 0, 4, ABCD, ABCD, YL_RECORD_ROW,
                                  LONG (YL_SHEET_MAX_ROWS), 0, YL_RECORD_SHEET_END) });
  take_sound (it, (Words){ "", WORDS (YL_RECORD_SHEET, 1, 4, ABCD) });
  take_sound (it, (Words){ "", WORDS (YL_RECORD_SHEET_END, YL_RECORD_DONE) });
  assert_string_equal (it->heard->str, "[ABCD 7:ABCD,,ABCD, 1048576:][ABCD hidden]");
  assert_true (it->taker.is_done);
}

static void
that_a_row_is_hidden_arrives_before_it_while_the_sheet_is_wanted (void **state)
{
  Case *it = *state;
  it->n_wanted_rows = 1;
  open_sheet (it);
  take_sound (it, (Words){ "", WORDS (YL_RECORD_HIDE_ROW, LONG (YL_SHEET_MAX_ROWS), YL_RECORD_ROW,
                                      LONG (1), 0, YL_RECORD_HIDE_ROW, LONG (2)) });
  assert_string_equal (it->heard->str, "[ABCD hides 1048576 1:");
}

static void
a_sink_need_not_know_what_is_hidden (void **state)
{
  Case *it = *state;
  sink.hide_row = NULL;
  open_sheet (it);
  take_sound (it, (Words){ "", WORDS (YL_RECORD_HIDE_ROW, LONG (1), YL_RECORD_ROW, LONG (1), 0) });
  assert_string_equal (it->heard->str, "[ABCD 1:");
}

static void
what_is_not_wanted_is_answered_and_not_handed_on (void **state)
{
  Case *it = *state;
  it->is_wanted = FALSE;
  open_sheet (it);
  assert_int_equal (yl_record_taker_get_answer (&it->taker), YL_ANSWER_LEAVE);
  it->is_wanted = TRUE;
  it->n_wanted_rows = 1;
  open_sheet (it);
  assert_int_equal (yl_record_taker_get_answer (&it->taker), YL_ANSWER_GO_ON);
  take_sound (it, (Words){ "", WORDS (YL_RECORD_ROW, LONG (1), 0, YL_RECORD_ROW, LONG (2), 0) });
  assert_int_equal (yl_record_taker_get_answer (&it->taker), YL_ANSWER_LEAVE);
  take_sound (it,
              (Words){ "", WORDS (YL_RECORD_FINDING, YL_E08, 0, 0, LONG (3), NONE, NONE, NONE, NONE,
                                  NONE, NONE, 4, ABCD, NONE, NONE, YL_RECORD_SHEET_END) });
  assert_int_equal (yl_record_taker_get_answer (&it->taker), YL_ANSWER_GO_ON);
  assert_string_equal (it->heard->str, "[ABCD[ABCD 1:]");
  assert_number_equal (yl_findings_get_n (it->findings), 0);
}

/* Another wanted the sheet: it comes, with its rows and findings, and is passed over. */
static void
what_is_not_wanted_is_passed_over_when_it_is_told_again (void **state)
{
  static const guint32 block[] = { YL_RECORD_SHEET, 0, 4, ABCD };
  static const guint32 rest[] = { YL_RECORD_ROW,
                                  LONG (1),
                                  0,
                                  YL_RECORD_FINDING,
                                  YL_E08,
                                  0,
                                  0,
                                  LONG (3),
                                  NONE,
                                  NONE,
                                  NONE,
                                  NONE,
                                  NONE,
                                  NONE,
                                  4,
                                  ABCD,
                                  NONE,
                                  NONE,
                                  YL_RECORD_SHEET_END,
                                  YL_RECORD_DONE };
  Case *it = *state;
  g_autoptr (YlSaid) said = yl_said_new ();
  yl_said_add (said, (const char *) block, sizeof block);
  yl_said_add (said, (const char *) rest, sizeof rest);
  it->is_wanted = FALSE;
  yl_said_tell (said, &it->taker);
  assert_true (it->taker.is_done);
  assert_string_equal (it->heard->str, "[ABCD");
  assert_number_equal (yl_findings_get_n (it->findings), 0);
}

/* 32 MiB. */
static void
what_is_kept_ends_at_its_limit (void **state)
{
  (void) state;
  g_autofree char *half = g_malloc0 (16 * 1024 * 1024);
  g_autoptr (YlSaid) said = yl_said_new ();
  yl_said_add (said, half, 16 * 1024 * 1024);
  yl_said_add (said, half, 16 * 1024 * 1024);
  assert_true (yl_said_is_whole (said));
  yl_said_add (said, half, 1);
  assert_false (yl_said_is_whole (said));
}

static void
lay_sheet (gpointer self, const YlSheetLayout *layout)
{
  g_string_append_printf (((Case *) self)->heard, " %u merged, %u worked out, %u not",
                          layout->merges->len, layout->n_worked_out, layout->n_unsaved);
}

/* It is said behind the rows, and known before them when it is told again. */
static void
what_a_sheet_says_beside_its_rows_is_known_before_them (void **state)
{
  static const guint32 block[] = { YL_RECORD_SHEET, 0, 4, ABCD };
  static const guint32 rest[] = {
    YL_RECORD_ROW,
    LONG (1),
    1,
    4,
    ABCD,
    YL_RECORD_ROW,
    LONG (2),
    0, /* */
    YL_RECORD_MERGES,
    1,
    11,
    12,
    0,
    YL_RECORD_WORKED_OUT,
    2,
    1,
    4,
    ABCD,
    YL_RECORD_UNSAVED,
    3,
    YL_RECORD_SHEET_END,
    YL_RECORD_DONE,
  };
  Case *it = *state;
  g_autoptr (YlSaid) said = yl_said_new ();
  sink.layout = lay_sheet;
  take_sound (it, (Words){ "", WORDS (YL_RECORD_SHEET, 0, 4, ABCD) });
  assert_true (yl_record_taker_take (&it->taker, (const char *) rest, sizeof rest));
  assert_string_equal (it->heard->str, "[ABCD 1:ABCD, 2:]");
  assert_true (it->taker.needs_layouts);
  yl_said_add (said, (const char *) block, sizeof block);
  yl_said_add (said, (const char *) rest, sizeof rest);
  yl_said_keep_layouts (said, g_steal_pointer (&it->taker.layouts));
  yl_record_taker_clear (&it->taker);
  yl_record_taker_init (&it->taker, "a.xlsx", &sink, NULL, it->findings);
  g_string_truncate (it->heard, 0);
  yl_said_tell (said, &it->taker);
  assert_string_equal (it->heard->str, "[ABCD 1 merged, 1 worked out, 3 not 1:ABCD, 2:,ABCD,]");
}

static void
merged_heads_are_no_loss (void **state)
{
  Case *it = *state;
  open_sheet (it);
  take_sound (it, (Words){ "", WORDS (YL_RECORD_MERGES, 1, 10, 12, 0, YL_RECORD_SHEET_END) });
  assert_false (it->taker.needs_layouts);
  open_sheet (it);
  take_sound (it, (Words){ "", WORDS (YL_RECORD_MERGES, 1, 11, 12, 0, YL_RECORD_SHEET_END) });
  assert_true (it->taker.needs_layouts);
}

static void
no_lie_beside_the_rows_is_believed (void **state)
{
  static const Words lies[] = {
    { "a merged cell cut short", WORDS (YL_RECORD_MERGES, 1, 1, 2) },
    { "a merged cell of row 0", WORDS (YL_RECORD_MERGES, 1, 0, 2, 0) },
    { "a merged cell beyond the last row",
      WORDS (YL_RECORD_MERGES, 1, 1, YL_SHEET_MAX_ROWS + 1, 0) },
    { "a formula of row 0", WORDS (YL_RECORD_WORKED_OUT, 0, 0, 4, ABCD) },
    { "a formula beyond the last row",
      WORDS (YL_RECORD_WORKED_OUT, YL_SHEET_MAX_ROWS + 1, 0, 4, ABCD) },
    { "a formula beyond the last column",
      WORDS (YL_RECORD_WORKED_OUT, 1, YL_SHEET_MAX_COLUMNS, 4, ABCD) },
    { "a formula without a text", WORDS (YL_RECORD_WORKED_OUT, 1, 0, NONE) },
    { "a formula cut short", WORDS (YL_RECORD_WORKED_OUT, 1) },
    { "a count cut short", WORDS (YL_RECORD_UNSAVED) },
    { "cells", WORDS (YL_RECORD_CELLS, 0) },
    { "hidden rows", WORDS (YL_RECORD_HIDDEN_ROWS, 0) },
  };
  assert_all_refused (state, open_sheet, lies, G_N_ELEMENTS (lies));
}

static void
a_finding_comes_whole (void **state)
{
  Case *it = *state;
  take_sound (it, (Words){ "", WORDS (YL_RECORD_FINDING, YL_E05, YL_SEVERITY_INFO, 1, LONG (9), 4,
                                      ABCD, NONE, 0, NONE, NONE, NONE, 4, ABCD, NONE, NONE) });
  const YlFinding *finding = yl_findings_get (it->findings, 0);
  assert_int_equal (finding->code, YL_E05);
  assert_int_equal (finding->severity, YL_SEVERITY_INFO);
  assert_number_equal (finding->row, 9);
  assert_true (finding->is_priced);
  assert_string_equal (finding->file, "a.xlsx");
  assert_string_equal (finding->sheet, "ABCD");
  assert_null (finding->column);
  assert_string_equal (finding->cell, "");
  assert_string_equal (finding->message, "ABCD。");
}

static void
an_error_is_given_back_with_its_code (void **state)
{
  Case *it = *state;
  take_sound (it, (Words){ "", WORDS (YL_RECORD_ERROR, YL_ERROR_LIMIT, 4, ABCD) });
  assert_true (it->taker.is_done);
  assert_true (g_error_matches (it->taker.error, YL_ERROR, YL_ERROR_LIMIT));
  assert_string_equal (it->taker.error->message, "ABCD");
}

static void
no_lie_outside_a_sheet_is_believed (void **state)
{
  static const Words lies[] = {
    { "an empty block", 0, { 0 } },
    { "no record", WORDS (0) },
    { "a record of no kind", WORDS (YL_RECORD_WORKED_OUT + 1) },
    { "the largest kind", WORDS (ALL) },
    { "a sheet cut at its flag", WORDS (YL_RECORD_SHEET) },
    { "a sheet neither hidden nor not", WORDS (YL_RECORD_SHEET, 2, 4, ABCD) },
    { "a sheet cut at its name", WORDS (YL_RECORD_SHEET, 0) },
    { "a name longer than the block", WORDS (YL_RECORD_SHEET, 0, 5, ABCD) },
    { "the longest name", WORDS (YL_RECORD_SHEET, 0, ALL - 1, ABCD) },
    { "no name", WORDS (YL_RECORD_SHEET, 0, NONE) },
    { "a name that is no UTF-8", WORDS (YL_RECORD_SHEET, 0, 4, 0x444342FFu) },
    { "a name with NUL", WORDS (YL_RECORD_SHEET, 0, 4, 0x44004241u) },
    { "a sheet that is not waited for", WORDS (YL_RECORD_SHEET, 0, 4, ABCD, YL_RECORD_DONE) },
    { "a row of no sheet", WORDS (YL_RECORD_ROW, LONG (1), 0) },
    { "a hidden row of no sheet", WORDS (YL_RECORD_HIDE_ROW, LONG (1)) },
    { "the end of no sheet", WORDS (YL_RECORD_SHEET_END) },
    { "a code that is none", WORDS (YL_RECORD_FINDING, YL_N_CODES, 0, 0, LONG (1), NONE, NONE, NONE,
                                    NONE, NONE, NONE, 4, ABCD, NONE, NONE) },
    { "a severity that is none", WORDS (YL_RECORD_FINDING, YL_E05, YL_N_SEVERITIES, 0, LONG (1),
                                        NONE, NONE, NONE, NONE, NONE, NONE, 4, ABCD, NONE, NONE) },
    { "neither priced nor not", WORDS (YL_RECORD_FINDING, YL_E05, 0, 2, LONG (1), NONE, NONE, NONE,
                                       NONE, NONE, NONE, 4, ABCD, NONE, NONE) },
    { "a finding of a row below none", WORDS (YL_RECORD_FINDING, YL_E05, 0, 0, ALL, ALL, NONE, NONE,
                                              NONE, NONE, NONE, NONE, 4, ABCD, NONE, NONE) },
    { "a finding of a row beyond the last",
      WORDS (YL_RECORD_FINDING, YL_E05, 0, 0, LONG (YL_SHEET_MAX_ROWS + 1), NONE, NONE, NONE, NONE,
             NONE, NONE, 4, ABCD, NONE, NONE) },
    { "a finding that says nothing", WORDS (YL_RECORD_FINDING, YL_E05, 0, 0, LONG (1), NONE, NONE,
                                            NONE, NONE, NONE, NONE, NONE, NONE, NONE) },
    { "a finding cut at its last text", WORDS (YL_RECORD_FINDING, YL_E05, 0, 0, LONG (1), NONE,
                                               NONE, NONE, NONE, NONE, NONE, 4, ABCD, NONE) },
    { "progress below nothing", WORDS (YL_RECORD_PROGRESS, ALL, ALL, LONG (1)) },
    { "progress beyond all", WORDS (YL_RECORD_PROGRESS, LONG (2), LONG (1)) },
    { "progress cut short", WORDS (YL_RECORD_PROGRESS, LONG (1), 1) },
    { "an error of no code", WORDS (YL_RECORD_ERROR, YL_ERROR_USAGE + 1, 4, ABCD) },
    { "an error without a word", WORDS (YL_RECORD_ERROR, 0, NONE) },
    { "an error of an empty word", WORDS (YL_RECORD_ERROR, 0, 0) },
    { "more after the end", WORDS (YL_RECORD_DONE, YL_RECORD_DONE) },
    { "a text where rows were asked for", WORDS (YL_RECORD_TEXT, 4, ABCD) },
    { "cells where rows were asked for", WORDS (YL_RECORD_CELLS, 0) },
    { "merged cells of no sheet", WORDS (YL_RECORD_MERGES, 0) },
    { "a formula of no sheet", WORDS (YL_RECORD_WORKED_OUT, 1, 0, 4, ABCD) },
    { "formulas without a value of no sheet", WORDS (YL_RECORD_UNSAVED, 1) },
  };
  assert_all_refused (state, NULL, lies, G_N_ELEMENTS (lies));
}

static void
no_lie_inside_a_sheet_is_believed (void **state)
{
  static const Words lies[] = {
    { "a sheet in a sheet", WORDS (YL_RECORD_SHEET, 0, 4, ABCD) },
    { "the end within a sheet", WORDS (YL_RECORD_DONE) },
    { "row 0", WORDS (YL_RECORD_ROW, LONG (0), 0) },
    { "a row below none", WORDS (YL_RECORD_ROW, ALL, ALL, 0) },
    { "a row beyond the last", WORDS (YL_RECORD_ROW, LONG (YL_SHEET_MAX_ROWS + 1), 0) },
    { "hidden row 0", WORDS (YL_RECORD_HIDE_ROW, LONG (0)) },
    { "a hidden row beyond the last", WORDS (YL_RECORD_HIDE_ROW, LONG (YL_SHEET_MAX_ROWS + 1)) },
    { "a hidden row cut short", WORDS (YL_RECORD_HIDE_ROW, 1) },
    { "a row cut at its number", WORDS (YL_RECORD_ROW, 1) },
    { "a row cut at its count", WORDS (YL_RECORD_ROW, LONG (1)) },
    { "more cells than lengths", WORDS (YL_RECORD_ROW, LONG (1), 2, 0) },
    { "more cells than a sheet has columns",
      WORDS (YL_RECORD_ROW, LONG (1), YL_SHEET_MAX_COLUMNS + 1, 0) },
    { "the most cells", WORDS (YL_RECORD_ROW, LONG (1), ALL, 0) },
    { "a cell longer than the block", WORDS (YL_RECORD_ROW, LONG (1), 1, 5, ABCD) },
    { "the longest cell", WORDS (YL_RECORD_ROW, LONG (1), 1, ALL, ABCD) },
    { "cells longer than the block together",
      WORDS (YL_RECORD_ROW, LONG (1), 3, 4, ALL - 3, 4, ABCD) },
    { "a cell that is no UTF-8", WORDS (YL_RECORD_ROW, LONG (1), 1, 4, 0x444342FFu) },
    { "a cell with NUL", WORDS (YL_RECORD_ROW, LONG (1), 1, 4, 0x44004241u) },
    /* E8 B7 AF is 路 */
    { "a character cut by the end", WORDS (YL_RECORD_ROW, LONG (1), 1, 4, 0xB7E84241u) },
    { "a character over two cells", WORDS (YL_RECORD_ROW, LONG (1), 2, 2, 2, 0xAFB7E841u) },
  };
  assert_all_refused (state, open_sheet, lies, G_N_ELEMENTS (lies));
}

static void
a_workbook_comes_whole (void **state)
{
  Case *it = *state;
  open_book (it);
  take_sound (it, (Words){ "", WORDS (YL_RECORD_CELLS, 2, 1, 0x00010000u, 1, 0, 2, 0x01020003u, 0,
                                      1, YL_RECORD_HIDDEN_ROWS, 2, 1, 2, YL_RECORD_HIDDEN_COLUMNS,
                                      2, 0x00050004u) });
  take_sound (it, (Words){ "", WORDS (YL_RECORD_MERGES, 1, 1, 2, 0x00010000u, YL_RECORD_LOOK_RUNS,
                                      1, 2, 0x00010003u, YL_RECORD_NAME, 4, ABCD, 0) });
  take_sound (it, (Words){ "", WORDS (YL_RECORD_LOOK, 1, 2, 300, 1, 0, 4, ABCD, YL_RECORD_WIDTHS, 1,
                                      0x00050003u, 200, YL_RECORD_HEIGHTS, 1, 2, 1500) });
  take_sound (it, (Words){ "", WORDS (YL_RECORD_CONDITIONS, 1, 1, 2, 0x00010000u, 1, 7, 0x00030000u,
                                      0x00000101u, 1, 1, 0, YL_RECORD_PRINT_AREAS, 1, 1, 9,
                                      0x00060000u, YL_RECORD_DONE) });
  const YlWorksheet *sheet = yl_workbook_find_sheet (it->workbook, "ABCD");
  const YlCell *first = yl_worksheet_find (sheet, 1, 0);
  const YlCell *second = yl_worksheet_find (sheet, 2, 3);
  assert_string_equal (yl_workbook_get_text (it->workbook, first->value), "ABCD");
  assert_int_equal (first->content, YL_CONTENT_NUMBER);
  assert_int_equal (first->formula, 0);
  assert_string_equal (yl_workbook_get_text (it->workbook, second->formula), "ABCD");
  assert_int_equal (second->is_array, 1);
  assert_true (yl_worksheet_is_row_hidden (sheet, 2));
  assert_true (yl_worksheet_is_column_hidden (sheet, 5));
  assert_int_equal (g_array_index (sheet->merges, YlCellRange, 0).last_column, 1);
  assert_int_equal (g_array_index (sheet->page.looks, YlLookRun, 0).look, 1);
  assert_string_equal (g_array_index (it->workbook->looks, YlCellLook, 0).format, "ABCD");
  assert_int_equal (g_array_index (sheet->page.widths, YlColumnWidth, 0).width, 200);
  assert_int_equal (g_array_index (sheet->page.heights, YlRowHeight, 0).height_cpt, 1500);
  const YlLookCondition *condition = &g_array_index (sheet->page.conditions, YlLookCondition, 0);
  assert_int_equal (condition->kind, YL_CONDITION_CELL);
  assert_int_equal (condition->priority, 7);
  assert_string_equal (yl_workbook_get_text (it->workbook, condition->first), "ABCD");
  assert_int_equal (g_array_index (sheet->page.print_areas, YlCellRange, 0).last_column, 6);
  assert_string_equal (yl_workbook_find_name (it->workbook, "ABCD"), "");
}

/* A cell is a row, its column with content and array above it, a value and a formula. */
static void
no_lie_about_a_workbook_is_believed (void **state)
{
  static const Words lies[] = {
    { "rows where all was asked for", WORDS (YL_RECORD_SHEET, 0, 4, ABCD) },
    { "a text longer than the block", WORDS (YL_RECORD_TEXT, 5, ABCD) },
    { "no text", WORDS (YL_RECORD_TEXT, NONE) },
    { "a text that is no UTF-8", WORDS (YL_RECORD_TEXT, 4, 0x444342FFu) },
    { "a state that is none", WORDS (YL_RECORD_BOOK_SHEET, 3, 0, 0, 0, 0, NO_FIT, 4, ABCD) },
    { "neither filtered nor not", WORDS (YL_RECORD_BOOK_SHEET, 0, 2, 0, 0, 0, NO_FIT, 4, ABCD) },
    { "a sheet without a name", WORDS (YL_RECORD_BOOK_SHEET, 0, 0, 0, 0, 0, NO_FIT, NONE) },
    { "letters beyond all sizes",
      WORDS (YL_RECORD_BOOK_SHEET, 0, 0, 0x10000u, 0, 0, NO_FIT, 4, ABCD) },
    { "neither fitted nor not",
      WORDS (YL_RECORD_BOOK_SHEET, 0, 0, 0, 0, 0, 0, 2, 1, 1, 9, 0, 4, ABCD) },
    { "more pages than a number has",
      WORDS (YL_RECORD_BOOK_SHEET, 0, 0, 0, 0, 0, 0, 1, 1, 0x10000u, 9, 0, 4, ABCD) },
    { "more cells than there are", WORDS (YL_RECORD_CELLS, 2, 1, 0, 0, 0) },
    { "more cells than a record has", WORDS (YL_RECORD_CELLS, 4097, 1, 0, 0, 0) },
    { "the most cells", WORDS (YL_RECORD_CELLS, ALL, 1, 0, 0, 0) },
    { "a cell in row 0", WORDS (YL_RECORD_CELLS, 1, 0, 0, 0, 0) },
    { "a cell beyond the last row", WORDS (YL_RECORD_CELLS, 1, YL_SHEET_MAX_ROWS + 1, 0, 0, 0) },
    { "a cell beyond the last column", WORDS (YL_RECORD_CELLS, 1, 1, YL_SHEET_MAX_COLUMNS, 0, 0) },
    { "a content that is none", WORDS (YL_RECORD_CELLS, 1, 1, 0x00050000u, 0, 0) },
    { "a mark that is none", WORDS (YL_RECORD_CELLS, 1, 1, 0x04000000u, 0, 0) },
    { "a value that was not sent", WORDS (YL_RECORD_CELLS, 1, 1, 0, 2, 0) },
    { "a formula that was not sent", WORDS (YL_RECORD_CELLS, 1, 1, 0, 0, 2) },
    { "one cell twice", WORDS (YL_RECORD_CELLS, 2, 1, 0, 1, 0, 1, 0, 1, 0) },
    { "a cell before the last", WORDS (YL_RECORD_CELLS, 2, 2, 0, 1, 0, 1, 0, 1, 0) },
    { "a hidden row 0", WORDS (YL_RECORD_HIDDEN_ROWS, 1, 0) },
    { "a hidden row beyond the last", WORDS (YL_RECORD_HIDDEN_ROWS, 1, YL_SHEET_MAX_ROWS + 1) },
    { "hidden rows that go back", WORDS (YL_RECORD_HIDDEN_ROWS, 2, 2, 2) },
    { "more hidden rows than there are", WORDS (YL_RECORD_HIDDEN_ROWS, 2, 1) },
    { "a hidden column beyond the last", WORDS (YL_RECORD_HIDDEN_COLUMNS, 2, 0x40000000u) },
    { "a merge from row 0", WORDS (YL_RECORD_MERGES, 1, 0, 1, 0) },
    { "a merge to beyond the last row", WORDS (YL_RECORD_MERGES, 1, 1, YL_SHEET_MAX_ROWS + 1, 0) },
    { "a merge from beyond the last column", WORDS (YL_RECORD_MERGES, 1, 1, 1, 0x00004000u) },
    { "a merge to beyond the last column", WORDS (YL_RECORD_MERGES, 1, 1, 1, 0x40000000u) },
    { "a look in row 0", WORDS (YL_RECORD_LOOK_RUNS, 1, 0, 0x00010000u) },
    { "a look beyond the last column", WORDS (YL_RECORD_LOOK_RUNS, 1, 1, 0x00014000u) },
    { "letters of a size that is none", WORDS (YL_RECORD_LOOK, 1, 2, 0x10000u, 0, 0, 4, ABCD) },
    { "neither upright nor not", WORDS (YL_RECORD_LOOK, 1, 2, 0, 2, 0, 4, ABCD) },
    { "columns that go back", WORDS (YL_RECORD_WIDTHS, 1, 0x00000001u, 1) },
    { "a column beyond the last", WORDS (YL_RECORD_WIDTHS, 1, 0x40000000u, 1) },
    { "a height of row 0", WORDS (YL_RECORD_HEIGHTS, 1, 0, 1) },
    { "a condition from row 0", WORDS (YL_RECORD_CONDITIONS, 1, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0) },
    { "a condition for row 0", WORDS (YL_RECORD_CONDITIONS, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0) },
    { "a condition of no kind", WORDS (YL_RECORD_CONDITIONS, 1, 1, 1, 0, 1, 0, 0, 3, 0, 0, 0) },
    { "last or not", WORDS (YL_RECORD_CONDITIONS, 1, 1, 1, 0, 1, 0, 0, 0x200, 0, 0, 0) },
    { "a comparison not sent", WORDS (YL_RECORD_CONDITIONS, 1, 1, 1, 0, 1, 0, 0, 0, 2, 0, 0) },
    { "a formula not sent", WORDS (YL_RECORD_CONDITIONS, 1, 1, 1, 0, 1, 0, 0, 0, 0, 2, 0) },
    { "a second one not sent", WORDS (YL_RECORD_CONDITIONS, 1, 1, 1, 0, 1, 0, 0, 0, 0, 0, 2) },
    { "a print from row 0", WORDS (YL_RECORD_PRINT_AREAS, 1, 0, 1, 0) },
    { "a name without a name", WORDS (YL_RECORD_NAME, NONE, 4, ABCD) },
    { "a name for nothing", WORDS (YL_RECORD_NAME, 4, ABCD, NONE) },
  };
  assert_all_refused (state, open_book, lies, G_N_ELEMENTS (lies));
}

static void
cells_of_no_sheet_are_refused (void **state)
{
  static const Words lies[] = {
    { "cells", WORDS (YL_RECORD_CELLS, 1, 1, 0, 0, 0) },
    { "hidden rows", WORDS (YL_RECORD_HIDDEN_ROWS, 1, 1) },
    { "merges", WORDS (YL_RECORD_MERGES, 1, 1, 1, 0) },
  };
  Case *it = *state;
  for (gsize i = 0; i < G_N_ELEMENTS (lies); i++)
    {
      yl_record_taker_clear (&it->taker);
      yl_record_taker_init (&it->taker, "a.xlsx", NULL, it->workbook, it->findings);
      assert_false (take (it, &lies[i]));
    }
}

int
main (void)
{
#define SENTENCE(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
    SENTENCE (sheets_rows_and_their_end_arrive),
    SENTENCE (that_a_row_is_hidden_arrives_before_it_while_the_sheet_is_wanted),
    SENTENCE (a_sink_need_not_know_what_is_hidden),
    SENTENCE (what_is_not_wanted_is_answered_and_not_handed_on),
    SENTENCE (what_is_not_wanted_is_passed_over_when_it_is_told_again),
    SENTENCE (what_is_kept_ends_at_its_limit),
    SENTENCE (what_a_sheet_says_beside_its_rows_is_known_before_them),
    SENTENCE (merged_heads_are_no_loss),
    SENTENCE (no_lie_beside_the_rows_is_believed),
    SENTENCE (a_finding_comes_whole),
    SENTENCE (an_error_is_given_back_with_its_code),
    SENTENCE (no_lie_outside_a_sheet_is_believed),
    SENTENCE (no_lie_inside_a_sheet_is_believed),
    SENTENCE (a_workbook_comes_whole),
    SENTENCE (no_lie_about_a_workbook_is_believed),
    SENTENCE (cells_of_no_sheet_are_refused),
  };
  return cmocka_run_group_tests_name ("child-records", tests, NULL, NULL);
}
