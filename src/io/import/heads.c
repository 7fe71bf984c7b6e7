#include "heads-private.h"

#include "yanglu/base/keyed-hash.h"

#include <string.h>

/* Titles remembered, so that they are known again at a page break. */
#define N_TITLES 16
/* Heads that an E01 names. */
#define N_SEEN 24

/* Rows that only together are heads. */
#define MAX_SOUGHT_ROWS 4
/* Rows that number the columns or say how they are filled in, below heads. */
#define MAX_LINES 6

typedef enum
{
  SEEKING, /* no heads yet */
  PENDING, /* heads stand; the next row may belong to them, or be a line that is no data */
  READING,
} State;

struct _YlHeadFinder
{
  const YlImportTable *table;
  YlHeadNames names;
  guint8 *begin; /* of `names` */
  State state;
  guint64 told;     /* columns that need no head */
  YlUnitLine units; /* stated above the heads */
  GPtrArray *rows;  /* (element-type GPtrArray): of the heads, or those before the row at hand */
  HeadCandidate *heads; /* (nullable) */
  guint n_lines;        /* met below the heads */
  GPtrArray *passed;    /* titles and head rows, each joined, to know them again */
  guint n_best;         /* columns recognised by the best miss */
  guint64 best_columns;
  YlRowId best_row;
  char *best_seen;         /* (nullable): what stood in it */
  GPtrArray *best_written; /* (nullable): over each cell */
};

YlHeadFinder *
yl_head_finder_new (const YlImportTable *table, const YlWords *words)
{
  YlHeadFinder *finder = g_new0 (YlHeadFinder, 1);
  finder->table = table;
  finder->names = yl_head_names_of (table, words);
  finder->begin = yl_head_begin_new (words);
  finder->names.begin = finder->begin;
  finder->names.known = g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, g_free);
  finder->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  finder->passed = g_ptr_array_new_with_free_func (g_free);
  return finder;
}

void
yl_head_finder_set_year (YlHeadFinder *finder, guint year)
{
  finder->names.year = year;
}

void
yl_head_finder_begin (YlHeadFinder *finder)
{
  finder->state = SEEKING;
  finder->told = 0;
  finder->units = (YlUnitLine){ YL_UNIT_NONE, YL_UNIT_NONE };
  finder->n_lines = 0;
  g_ptr_array_set_size (finder->rows, 0);
  g_clear_pointer (&finder->heads, head_candidate_free);
  g_ptr_array_set_size (finder->passed, 0);
}

void
yl_head_finder_free (YlHeadFinder *finder)
{
  if (finder == NULL)
    return;
  yl_head_finder_begin (finder);
  g_ptr_array_unref (finder->rows);
  g_ptr_array_unref (finder->passed);
  g_hash_table_unref (finder->names.known);
  g_free (finder->begin);
  g_free (finder->best_seen);
  g_clear_pointer (&finder->best_written, g_ptr_array_unref);
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
note_miss (YlHeadFinder *finder, const HeadCandidate *heads, YlRowId row_number)
{
  if (finder->best_seen != NULL && heads->n_columns <= finder->n_best)
    return;
  g_autofree char *seen = join_row (heads->written, "、", N_SEEN);
  if (seen[0] == '\0')
    return;
  g_free (finder->best_seen);
  finder->best_seen = g_steal_pointer (&seen);
  g_clear_pointer (&finder->best_written, g_ptr_array_unref);
  finder->best_written = g_ptr_array_ref (heads->written);
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

/* (transfer full): the @n_rows rows before the one at @end as heads. */
static HeadCandidate *
try_before (const YlHeadFinder *finder, guint end, guint n_rows)
{
  GPtrArray **rows = (GPtrArray **) finder->rows->pdata + (end - n_rows);
  return head_candidate_new (&finder->names, rows, n_rows);
}

static void
add_row (YlHeadFinder *finder, GPtrArray *row)
{
  g_ptr_array_add (finder->rows, g_ptr_array_ref (row));
  remember (finder, row);
}

/* Keeps the last @n_rows rows. */
static void
cut_rows (YlHeadFinder *finder, guint n_rows)
{
  if (finder->rows->len > n_rows)
    g_ptr_array_remove_range (finder->rows, 0, finder->rows->len - n_rows);
}

static void
accept (YlHeadFinder *finder, HeadCandidate *heads)
{
  for (guint i = 0; i < finder->table->n_columns; i++)
    if (heads->heads[i].cell != YL_HEAD_ABSENT && heads->heads[i].unit == YL_UNIT_NONE)
      {
        heads->heads[i].unit = find_stated (&finder->units, finder->table->columns[i].as);
        heads->heads[i].is_unit_above = TRUE;
      }
  g_clear_pointer (&finder->heads, head_candidate_free);
  finder->heads = heads;
  finder->state = PENDING;
}

/* The rows before the one at @end that recognise most, and no more rows than that needs. */
static HeadCandidate *
find_best (const YlHeadFinder *finder, guint end, guint *out_n_rows)
{
  HeadCandidate *best = try_before (finder, end, 1);
  *out_n_rows = 1;
  for (guint n_rows = 2; n_rows <= end; n_rows++)
    {
      g_autoptr (HeadCandidate) more = try_before (finder, end, n_rows);
      if (more->n_columns <= best->n_columns || more->n_below == 0)
        continue;
      head_candidate_free (best);
      best = g_steal_pointer (&more);
      *out_n_rows = n_rows;
    }
  return best;
}

static YlHeadsStep
seek (YlHeadFinder *finder, YlRowId row_number, GPtrArray *row)
{
  guint n_rows = 0;
  add_row (finder, row);
  cut_rows (finder, MAX_SOUGHT_ROWS);
  g_autoptr (HeadCandidate) best = find_best (finder, finder->rows->len, &n_rows);
  if (!head_candidate_is_enough (best, finder->table, finder->told))
    {
      note_miss (finder, best, row_number);
      return YL_HEADS_NOT_YET;
    }
  cut_rows (finder, n_rows);
  finder->n_lines = 0;
  accept (finder, g_steal_pointer (&best));
  return YL_HEADS_HEAD;
}

void
yl_head_finder_tell (YlHeadFinder *finder, guint64 columns)
{
  finder->told |= columns;
}

/* Whether the last row before @end only numbers the columns of the one above it. */
static gboolean
ends_with_numbering (const YlHeadFinder *finder, guint end)
{
  return end >= 2
         && head_row_is_numbering (finder->names.words, g_ptr_array_index (finder->rows, end - 1),
                                   g_ptr_array_index (finder->rows, end - 2));
}

/* Whether the rows before the one at @end are heads that lack @columns alone. */
static gboolean
accept_before (YlHeadFinder *finder, guint end, guint64 columns)
{
  guint n_rows = 0;
  if (ends_with_numbering (finder, end))
    return FALSE;
  g_autoptr (HeadCandidate) best = find_best (finder, end, &n_rows);
  if (!head_candidate_is_enough (best, finder->table, columns))
    return FALSE;
  g_ptr_array_set_size (finder->rows, (gint) end);
  cut_rows (finder, n_rows);
  finder->told |= columns;
  finder->n_lines = 0;
  accept (finder, g_steal_pointer (&best));
  return TRUE;
}

gboolean
yl_head_finder_tell_below (YlHeadFinder *finder, guint64 columns)
{
  for (guint end = finder->rows->len; finder->state == SEEKING && end > 0; end--)
    if (accept_before (finder, end, columns))
      return TRUE;
  return FALSE;
}

static gboolean
numbers_heads (const YlHeadFinder *finder, const GPtrArray *row)
{
  return head_row_is_numbering (finder->names.words, row, finder->heads->written);
}

/* The row below heads: more of them, or of units, or of the names of fields. */
static gboolean
takes_further (YlHeadFinder *finder, YlRowId row_number, GPtrArray *row, YlHeadsStep *out_step)
{
  if (finder->rows->len == HEAD_MAX_ROWS)
    return FALSE;
  const gboolean is_split = head_row_splits (finder->rows, row);
  g_ptr_array_add (finder->rows, g_ptr_array_ref (row));
  g_autoptr (HeadCandidate) more = try_before (finder, finder->rows->len, finder->rows->len);
  const gboolean is_enough = head_candidate_is_enough (more, finder->table, finder->told);
  const gboolean is_better =
      is_enough && more->n_below > 0 && more->n_columns >= finder->heads->n_columns;
  *out_step = is_enough ? YL_HEADS_HEAD : YL_HEADS_NOT_YET;
  if (!is_better && !is_split)
    {
      g_ptr_array_remove_index (finder->rows, finder->rows->len - 1);
      return FALSE;
    }
  remember (finder, row);
  if (is_enough)
    {
      accept (finder, g_steal_pointer (&more));
      return TRUE;
    }
  note_miss (finder, more, row_number);
  g_clear_pointer (&finder->heads, head_candidate_free);
  finder->state = SEEKING;
  return TRUE;
}

/* A row below the heads that is no data. */
static gboolean
is_line (YlHeadFinder *finder, const GPtrArray *row)
{
  return finder->n_lines < MAX_LINES
         && (numbers_heads (finder, row) || head_row_is_hint (finder->names.words, row));
}

static YlHeadsStep
read_on (YlHeadFinder *finder, YlRowId row_number, GPtrArray *row)
{
  g_autoptr (HeadCandidate) again = head_candidate_new (&finder->names, &row, 1);
  if (head_candidate_is_enough (again, finder->table, finder->told))
    {
      g_ptr_array_set_size (finder->rows, 0);
      return seek (finder, row_number, row);
    }
  return is_known (finder, row) ? YL_HEADS_HEAD : YL_HEADS_DATA;
}

static YlHeadsStep
take_below (YlHeadFinder *finder, YlRowId row_number, GPtrArray *row)
{
  YlHeadsStep step = YL_HEADS_DATA;
  /* （6） below 里程(米) is no part of the head. */
  if (finder->n_lines == 0 && !numbers_heads (finder, row)
      && takes_further (finder, row_number, row, &step))
    return step;
  if (is_line (finder, row))
    {
      finder->n_lines++;
      remember (finder, row);
      return YL_HEADS_HEAD;
    }
  finder->state = READING;
  return YL_HEADS_DATA;
}

YlHeadsStep
yl_head_finder_take (YlHeadFinder *finder, YlRowId row_number, const YlText *cells, guint n_cells)
{
  g_autoptr (GPtrArray) row = copy_row (cells, n_cells);
  if (finder->state == PENDING)
    return take_below (finder, row_number, row);
  if (finder->state == READING)
    return read_on (finder, row_number, row);
  const YlHeadsStep step = seek (finder, row_number, row);
  if (step == YL_HEADS_NOT_YET)
    yl_unit_line_take (&finder->units, finder->names.words, cells, n_cells);
  return step;
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

const GPtrArray *
yl_head_finder_get_missed (const YlHeadFinder *finder)
{
  return finder->best_written;
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
                           "%s一列未读；请删去多余的一列或改名。",
                           head->head, head->cell + 1, head->repeat + 1, head->cell + 1,
                           head->repeat < head->cell ? "前" : "后");
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

/* (nullable): the unit of nobody's in the brackets of a head, or at its end. */
static const YlSpelling *
find_odd_unit (const YlHeadFinder *finder, const char *written)
{
  guint n = 0;
  const YlSpelling *units = yl_words_get (finder->names.words, YL_WORDS_ODD_UNIT, &n);
  g_auto (YlHeadText) head;
  yl_head_text_init (&head, written);
  for (guint i = 0; i < n; i++)
    if (strstr (head.inside->str, units[i].text) != NULL
        || g_str_has_suffix (head.flat->str, units[i].text))
      return &units[i];
  return NULL;
}

void
yl_head_finder_report_units (const YlHeadFinder *finder,
                             const char *file,
                             const char *sheet,
                             YlFindings *findings)
{
  for (guint column = 0; column < finder->table->n_columns; column++)
    {
      const YlHead *head = yl_head_finder_get (finder, column);
      const YlImportColumn *own = &finder->table->columns[column];
      const YlSpelling *odd = head->cell != YL_HEAD_ABSENT && yl_import_column_is_quantity (own)
                                  ? find_odd_unit (finder, head->head)
                                  : NULL;
      if (odd == NULL)
        continue;
      g_autofree char *message = g_strdup_printf (
          "表头“%s”的单位“%s”不是本程序读取的单位，列中的数没有换算，按%s读取；请换算后改写表头",
          head->head, odd->text,
          head->unit == YL_UNIT_NONE ? "该列通常的单位" : yl_unit_get_name (head->unit));
      yl_findings_add (findings, &(YlFinding){ .code = YL_E01,
                                               .severity = YL_SEVERITY_ERROR,
                                               .file = file,
                                               .sheet = sheet,
                                               .column = head->head,
                                               .expected = "元、千元、万元、亿元，米、公里",
                                               .message = message });
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

YlHeadUnit
yl_import_column_get_usual (const YlImportColumn *column)
{
  switch (column->as)
    {
    case YL_AS_KM:
      return YL_UNIT_KILOMETRE;
    case YL_AS_METRES:
    case YL_AS_CM:
      return YL_UNIT_METRE;
    case YL_AS_AMOUNT:
    case YL_AS_SIGNED:
      return YL_UNIT_YUAN;
    case YL_AS_TAKEN:
    case YL_AS_TEXT:
    case YL_AS_CODE:
    case YL_AS_MEMBER:
    default:
      return YL_UNIT_NONE;
    }
}

gboolean
yl_import_column_is_quantity (const YlImportColumn *column)
{
  return column->as == YL_AS_KM || column->as == YL_AS_METRES || column->as == YL_AS_CM
         || column->as == YL_AS_AMOUNT || column->as == YL_AS_SIGNED;
}
