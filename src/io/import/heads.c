#include "yanglu/io/import/heads.h"

#include <string.h>

/* Titles remembered, so that they are known again at a page break. */
#define N_TITLES 16
/* Heads that an E01 names. */
#define N_SEEN 24

/* What one row of cells, or two, would be as heads. */
typedef struct
{
  YlHead heads[YL_HEADS_MAX]; /* the texts are owned */
  guint8 ranks[YL_HEADS_MAX];
  GPtrArray *written; /* what stands over each cell, of ours or not */
  guint64 columns;
  guint n_columns;
  guint n_below;       /* cells of the lower row that were recognised */
  gboolean is_foreign; /* a head that only another table has stands among them */
} Candidate;

static void
free_head (YlHead *head)
{
  g_free ((char *) head->head);
  *head = (YlHead){ .cell = YL_HEAD_ABSENT, .repeat = YL_HEAD_ABSENT };
}

/* Puts one recognised head in: the first of the best. */
static void
place (Candidate *candidate, const YlHeadMatch *match, guint cell, const char *written)
{
  YlHead *head = &candidate->heads[match->column];
  if (head->cell != YL_HEAD_ABSENT)
    {
      const guint there = candidate->ranks[match->column];
      if (there == match->rank && head->repeat == YL_HEAD_ABSENT)
        head->repeat = cell;
      if (there <= match->rank)
        return;
      free_head (head);
    }
  else
    candidate->n_columns++;
  *head = (YlHead){ cell, match->unit, g_strdup (written), YL_HEAD_ABSENT, FALSE };
  candidate->ranks[match->column] = (guint8) match->rank;
  candidate->columns |= G_GUINT64_CONSTANT (1) << match->column;
}

/* One head that may stand under another: 桩号 over 起点, 上年 over 路线编码. */
static gboolean
match_pair (Candidate *candidate,
            const YlHeadNames *names,
            const char *upper,
            const char *lower,
            guint cell)
{
  YlHeadMatch match = { .column = YL_HEADS_MAX };
  if (upper[0] == '\0')
    return FALSE;
  g_autofree char *down = g_strconcat (upper, lower, NULL);
  g_autofree char *up = g_strconcat (lower, upper, NULL);
  yl_head_match (names, down, &match);
  if (match.column == YL_HEADS_MAX)
    yl_head_match (names, up, &match);
  if (match.column == YL_HEADS_MAX)
    return FALSE;
  g_autofree char *written = g_strconcat (upper, " ", lower, NULL);
  place (candidate, &match, cell, written);
  return TRUE;
}

static gboolean
match_alone (Candidate *candidate, const YlHeadNames *names, const char *text, guint cell)
{
  YlHeadMatch match = { .column = YL_HEADS_MAX };
  if (!yl_head_match (names, text, &match))
    return FALSE;
  if (match.column < YL_HEADS_MAX)
    place (candidate, &match, cell, text);
  else
    candidate->is_foreign = TRUE;
  return match.column < YL_HEADS_MAX;
}

static const char *
cell_at (const GPtrArray *row, guint i)
{
  return row != NULL && i < row->len ? g_ptr_array_index (row, i) : "";
}

/* What stands over a cell in the row of heads and the row above: "桩号 起点". */
static char *
write_over (const char *own, const char *carried, const char *below)
{
  if (below[0] == '\0')
    return g_strdup (own);
  return carried[0] == '\0' ? g_strdup (below) : g_strconcat (carried, " ", below, NULL);
}

/* @upper: (nullable): the trimmed cells of the row above; its texts carry right over blank cells */
static Candidate *
candidate_new (const YlHeadNames *names, const GPtrArray *upper, const GPtrArray *lower)
{
  Candidate *candidate = g_new0 (Candidate, 1);
  for (guint i = 0; i < YL_HEADS_MAX; i++)
    free_head (&candidate->heads[i]);
  const guint n_cells = MAX (upper == NULL ? 0 : upper->len, lower->len);
  candidate->written = g_ptr_array_new_full (n_cells, g_free);
  const char *carried = "";
  for (guint i = 0; i < n_cells; i++)
    {
      const char *own = cell_at (upper, i);
      const char *below = cell_at (lower, i);
      if (own[0] != '\0')
        carried = own;
      g_ptr_array_add (candidate->written, write_over (own, carried, below));
      if (below[0] == '\0' && own[0] != '\0')
        match_alone (candidate, names, own, i);
      else if (below[0] != '\0'
               && (match_pair (candidate, names, carried, below, i)
                   || match_alone (candidate, names, below, i)))
        candidate->n_below++;
    }
  return candidate;
}

static void
candidate_free (Candidate *candidate)
{
  if (candidate == NULL)
    return;
  for (guint i = 0; i < YL_HEADS_MAX; i++)
    free_head (&candidate->heads[i]);
  g_ptr_array_unref (candidate->written);
  g_free (candidate);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Candidate, candidate_free)

/* All that must stand, and nothing foreign. */
static gboolean
is_enough (const Candidate *candidate, const YlImportTable *table)
{
  for (const guint64 *set = table->enough; *set != 0 && !candidate->is_foreign; set++)
    if ((candidate->columns & *set) == *set)
      return TRUE;
  return FALSE;
}

typedef enum
{
  SEEKING,    /* no heads yet */
  PENDING,    /* heads in one row stand; the next row may be their second */
  FIRST_DATA, /* heads stand; the next row may number the columns */
  READING,
} State;

struct _YlHeadFinder
{
  const YlImportTable *table;
  YlHeadNames names;
  State state;
  YlUnitLine units;  /* stated above the heads */
  GPtrArray *above;  /* (nullable): the row before */
  Candidate *heads;  /* (nullable) */
  GPtrArray *passed; /* titles and head rows, each joined, to know them again */
  guint n_best;      /* columns recognised by the best miss */
  guint64 best_columns;
  YlRowId best_row;
  char *best_seen; /* (nullable): what stood in it */
};

YlHeadFinder *
yl_head_finder_new (const YlImportTable *table, const YlWords *words)
{
  YlHeadFinder *finder = g_new0 (YlHeadFinder, 1);
  finder->table = table;
  finder->names = yl_head_names_of (table, words);
  finder->passed = g_ptr_array_new_with_free_func (g_free);
  return finder;
}

void
yl_head_finder_begin (YlHeadFinder *finder)
{
  finder->state = SEEKING;
  finder->units = (YlUnitLine){ YL_UNIT_NONE, YL_UNIT_NONE };
  g_clear_pointer (&finder->above, g_ptr_array_unref);
  g_clear_pointer (&finder->heads, candidate_free);
  g_ptr_array_set_size (finder->passed, 0);
}

void
yl_head_finder_free (YlHeadFinder *finder)
{
  if (finder == NULL)
    return;
  yl_head_finder_begin (finder);
  g_ptr_array_unref (finder->passed);
  g_free (finder->best_seen);
  g_free (finder);
}

static GPtrArray *
copy_row (const YlText *cells, guint n_cells)
{
  GPtrArray *row = g_ptr_array_new_full (n_cells, g_free);
  for (guint i = 0; i < n_cells; i++)
    g_ptr_array_add (row, yl_text_dup (yl_text_trim (cells[i])));
  return row;
}

static char *
join_row (const GPtrArray *row, const char *between, guint n_max)
{
  GString *joined = g_string_new (NULL);
  guint n = 0;
  for (guint i = 0; i < row->len && n < n_max; i++)
    {
      const char *cell = g_ptr_array_index (row, i);
      if (cell[0] == '\0')
        continue;
      if (n++ > 0)
        g_string_append (joined, between);
      g_string_append (joined, cell);
    }
  return g_string_free (joined, FALSE);
}

static void
remember (YlHeadFinder *finder, const GPtrArray *row)
{
  if (finder->passed->len < N_TITLES)
    g_ptr_array_add (finder->passed, join_row (row, "\x1f", G_MAXUINT));
}

static gboolean
is_known (const YlHeadFinder *finder, const GPtrArray *row)
{
  g_autofree char *joined = join_row (row, "\x1f", G_MAXUINT);
  return joined[0] != '\0'
         && g_ptr_array_find_with_equal_func (finder->passed, joined, g_str_equal, NULL);
}

static void
note_miss (YlHeadFinder *finder, const Candidate *heads, YlRowId row_number, const GPtrArray *row)
{
  if (finder->best_seen != NULL && heads->n_columns <= finder->n_best)
    return;
  g_autofree char *seen = join_row (row, "、", N_SEEN);
  if (seen[0] == '\0')
    return;
  g_free (finder->best_seen);
  finder->best_seen = g_steal_pointer (&seen);
  finder->n_best = heads->n_columns;
  finder->best_columns = heads->columns;
  finder->best_row = row_number;
}

/* 单位：万元 above the heads is said for all that are silent. */
static YlHeadUnit
find_stated (const YlUnitLine *units, YlTableCellKind as)
{
  if (as == YL_AS_AMOUNT || as == YL_AS_SIGNED)
    return units->money;
  return as == YL_AS_KM ? units->length : YL_UNIT_NONE;
}

static void
accept (YlHeadFinder *finder, Candidate *heads, const GPtrArray *row, State next)
{
  for (guint i = 0; i < finder->table->n_columns; i++)
    if (heads->heads[i].cell != YL_HEAD_ABSENT && heads->heads[i].unit == YL_UNIT_NONE)
      {
        heads->heads[i].unit = find_stated (&finder->units, finder->table->columns[i].as);
        heads->heads[i].is_unit_above = TRUE;
      }
  g_clear_pointer (&finder->heads, candidate_free);
  finder->heads = heads;
  finder->state = next;
  remember (finder, row);
}

static void
set_above (YlHeadFinder *finder, GPtrArray *row)
{
  g_clear_pointer (&finder->above, g_ptr_array_unref);
  finder->above = g_ptr_array_ref (row);
}

static YlHeadsStep
seek (YlHeadFinder *finder, YlRowId row_number, GPtrArray *row)
{
  g_autoptr (Candidate) one = candidate_new (&finder->names, NULL, row);
  g_autoptr (Candidate) two =
      finder->above == NULL ? NULL : candidate_new (&finder->names, finder->above, row);
  const gboolean is_two = two != NULL && two->n_columns > one->n_columns && two->n_below > 0;
  if (is_enough (is_two ? two : one, finder->table))
    {
      accept (finder, is_two ? g_steal_pointer (&two) : g_steal_pointer (&one), row,
              is_two ? FIRST_DATA : PENDING);
      set_above (finder, row);
      return YL_HEADS_HEAD;
    }
  note_miss (finder, is_two ? two : one, row_number, row);
  remember (finder, row);
  set_above (finder, row);
  return YL_HEADS_NOT_YET;
}

/* The row below heads in one row: a second row of heads, of units, or of field names. */
static gboolean
is_second_row (YlHeadFinder *finder, GPtrArray *row)
{
  g_autoptr (Candidate) two = candidate_new (&finder->names, finder->above, row);
  if (two->n_below == 0 || two->n_columns < finder->heads->n_columns
      || !is_enough (two, finder->table))
    return FALSE;
  accept (finder, g_steal_pointer (&two), row, FIRST_DATA);
  return TRUE;
}

/* 1 2 3 … under the heads of a form, or 甲 乙 1 2 …. */
static gboolean
is_numbering (const GPtrArray *row)
{
  guint n_numbers = 0;
  for (guint i = 0; i < row->len; i++)
    {
      const char *cell = g_ptr_array_index (row, i);
      g_autofree char *next = g_strdup_printf ("%u", n_numbers + 1);
      if (g_str_equal (cell, next))
        n_numbers++;
      else if (n_numbers > 0 || strlen (cell) > strlen ("甲"))
        return FALSE;
    }
  return n_numbers >= 3;
}

static YlHeadsStep
read_on (YlHeadFinder *finder, GPtrArray *row)
{
  g_autoptr (Candidate) again = candidate_new (&finder->names, NULL, row);
  if (is_enough (again, finder->table))
    {
      accept (finder, g_steal_pointer (&again), row, PENDING);
      set_above (finder, row);
      return YL_HEADS_HEAD;
    }
  return is_known (finder, row) ? YL_HEADS_HEAD : YL_HEADS_DATA;
}

YlHeadsStep
yl_head_finder_take (YlHeadFinder *finder, YlRowId row_number, const YlText *cells, guint n_cells)
{
  g_autoptr (GPtrArray) row = copy_row (cells, n_cells);
  if (finder->state == SEEKING)
    {
      const YlHeadsStep step = seek (finder, row_number, row);
      if (step == YL_HEADS_NOT_YET)
        yl_unit_line_take (&finder->units, finder->names.words, cells, n_cells);
      return step;
    }
  if (finder->state == PENDING && is_second_row (finder, row))
    return YL_HEADS_HEAD;
  const gboolean is_first = finder->state != READING;
  finder->state = READING;
  if (is_first && is_numbering (row))
    {
      remember (finder, row);
      return YL_HEADS_HEAD;
    }
  return is_first ? YL_HEADS_DATA : read_on (finder, row);
}

const YlHead *
yl_head_finder_get (const YlHeadFinder *finder, guint column)
{
  static const YlHead absent = { .cell = YL_HEAD_ABSENT, .repeat = YL_HEAD_ABSENT };
  g_return_val_if_fail (column < YL_HEADS_MAX, &absent);
  return finder->heads == NULL ? &absent : &finder->heads->heads[column];
}

guint64
yl_head_finder_get_columns (const YlHeadFinder *finder)
{
  return finder->heads == NULL ? 0 : finder->heads->columns;
}

const GPtrArray *
yl_head_finder_get_written (const YlHeadFinder *finder)
{
  return finder->heads == NULL ? NULL : finder->heads->written;
}

YlText
yl_head_finder_cell (const YlHeadFinder *finder, guint column, const YlText *cells, guint n_cells)
{
  const YlHead *head = yl_head_finder_get (finder, column);
  return head->cell < n_cells ? yl_text_trim (cells[head->cell]) : YL_TEXT_EMPTY;
}

void
yl_head_finder_report_repeats (const YlHeadFinder *finder,
                               const char *file,
                               const char *sheet,
                               YlFindings *findings)
{
  for (guint column = 0; column < YL_HEADS_MAX; column++)
    {
      const YlHead *head = yl_head_finder_get (finder, column);
      if (head->cell == YL_HEAD_ABSENT || head->repeat == YL_HEAD_ABSENT)
        continue;
      g_autofree char *message =
          g_strdup_printf ("表头“%s”出现不止一次：第 %u 列与第 %u 列含义相同。按第 %u 列读取，"
                           "后一列未读；请删去多余的一列或改名。",
                           head->head, head->cell + 1, head->repeat + 1, head->cell + 1);
      const YlFinding finding = {
        .code = YL_E01,
        .severity = YL_SEVERITY_WARNING,
        .file = file,
        .sheet = sheet,
        .column = head->head,
        .expected = "同一含义的列只有一列",
        .message = message,
        .is_priced = TRUE,
      };
      yl_findings_add (findings, &finding);
    }
}

/* What was wanted and what stood there, for the E01 of a table never found. */
static char *
describe_miss (const YlHeadFinder *finder)
{
  const YlImportTable *table = finder->table;
  if (finder->best_seen == NULL)
    return g_strdup_printf ("没有找到表格：表头应有%s，但没有读到任何内容。", table->expected);
  const char *missing =
      table->get_missing == NULL ? NULL : table->get_missing (finder->best_columns);
  if (missing == NULL)
    missing = table->expected;
  return g_strdup_printf ("没有找到表格：缺少表头%s；最接近的是第 %" YL_ROW_ID_FORMAT
                          " 行：%s。全部内容未读，请补上"
                          "所缺的表头。",
                          missing, finder->best_row, finder->best_seen);
}

void
yl_head_finder_report_missing (const YlHeadFinder *finder, const char *file, YlFindings *findings)
{
  g_autofree char *message = describe_miss (finder);
  const YlFinding finding = {
    .code = YL_E01,
    .severity = YL_SEVERITY_ERROR,
    .file = file,
    .row = finder->best_row,
    .seen = finder->best_seen,
    .expected = finder->table->expected,
    .message = message,
  };
  yl_findings_add (findings, &finding);
}

/* Whether the cell holds 计, as the words of sums do; most cells end here. */
static gboolean
has_sum_character (YlText cell)
{
  return cell.length >= 6 && memmem (cell.at, cell.length, "计", strlen ("计")) != NULL;
}

static gboolean
is_sum_cell (const YlWords *words, YlText cell)
{
  guint n = 0;
  const YlSpelling *sums = yl_words_get (words, YL_WORDS_SUM, &n);
  g_autofree char *label = yl_text_squeeze (cell);
  char *end = label;
  for (const char *at = label; *at != '\0'; at++)
    if (*at != ':')
      *end++ = *at;
  *end = '\0';
  for (guint i = 0; i < n; i++)
    if (g_str_has_suffix (label, sums[i].text) || g_str_has_prefix (label, sums[i].text))
      return TRUE;
  return FALSE;
}

gboolean
yl_row_is_sum (const YlWords *words, const YlText *cells, guint n_cells)
{
  for (guint i = 0; i < n_cells; i++)
    if (has_sum_character (cells[i]) && is_sum_cell (words, cells[i]))
      return TRUE;
  return FALSE;
}
