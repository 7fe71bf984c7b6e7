#include "cell-private.h"

#include "yanglu/audit/formula/sources.h"
#include "yanglu/figures/catalogue.h"

#include <string.h>

/* Verdict, difference, side, and what that reads: so deep goes an answer. */
#define MAX_DEPTH 4u
/* Places that one answer tells; a formula that reads more is no check of a budget. */
#define MAX_TOLD 200u
/* Texts of a range that are told one by one; and cells of each that are named. */
#define N_TEXTS 3u
#define N_NAMED 5u

typedef struct
{
  const YlExplainJob *job;
  YlExplained *explained;
  const YlWorksheet *sheet; /* of the cell that was asked for */
  guint32 row;
  guint *n_told;
} Answer;

static void add_sources (const Answer *answer,
                         GPtrArray *to,
                         const YlWorksheet *sheet,
                         const char *formula,
                         guint depth);

static char *
name_place (const YlFormulaSource *source)
{
  const YlCellRange *range = &source->range;
  g_autofree char *first = yl_cell_to_text (range->first_row, range->first_column);
  g_autofree char *last = yl_cell_to_text (range->last_row, range->last_column);
  return g_strcmp0 (first, last) == 0
             ? g_strdup_printf ("%s!%s", source->sheet->name, first)
             : g_strdup_printf ("%s!%s:%s", source->sheet->name, first, last);
}

/* What stands in a range, added up or told by its texts. */
typedef struct
{
  YlExplainShown sum;
  guint n_numbers;
  guint n_wrong;     /* errors, and what cannot be computed */
  GPtrArray *texts;  /* of char *, each once */
  GArray *n_of_text; /* of guint */
  GPtrArray *named;  /* of GString: where they stand, by text */
  gboolean is_sum_known;
  gboolean is_summed; /* by the formula: else the sum is nobody's business */
} Tally;

static void
tally_text (Tally *tally, const char *text, const YlCell *cell)
{
  guint index = 0;
  while (index < tally->texts->len && strcmp (g_ptr_array_index (tally->texts, index), text) != 0)
    index++;
  if (index == tally->texts->len)
    {
      g_ptr_array_add (tally->texts, g_strdup (text));
      g_array_set_size (tally->n_of_text, index + 1);
      g_ptr_array_add (tally->named, g_string_new (NULL));
    }
  guint *n = &g_array_index (tally->n_of_text, guint, index);
  GString *named = g_ptr_array_index (tally->named, index);
  g_autofree char *name = yl_cell_to_text (cell->row, cell->column);
  if (++*n <= N_NAMED)
    g_string_append_printf (named, "%s%s", *n == 1 ? "" : "、", name);
  else if (*n == N_NAMED + 1)
    g_string_append (named, "……");
}

static void
tally_cell (const Answer *answer, const YlWorksheet *sheet, const YlCell *cell, Tally *tally)
{
  const YlCellValue value = yl_explain_get_value (answer->job, sheet, cell);
  if (value.kind == YL_VALUE_NUMBER)
    {
      /* One column is measured alike. */
      if (tally->n_numbers++ == 0)
        tally->sum.unit = yl_explain_read (answer->job, sheet, cell->row, cell->column).unit;
      tally->is_sum_known =
          tally->is_sum_known
          && yl_fixed_add (tally->sum.value.number, value.number, &tally->sum.value.number);
    }
  else if (value.kind == YL_VALUE_TEXT && value.text[0] != '\0')
    tally_text (tally, value.text, cell);
  else if (yl_cell_value_is_wrong (&value))
    tally->n_wrong++;
}

static void
tally_range (const Answer *answer, const YlFormulaSource *source, Tally *tally)
{
  const YlCellRange *range = &source->range;
  for (guint32 row = range->first_row; row != 0 && row <= range->last_row;
       row = yl_worksheet_get_next_row (source->sheet, row))
    {
      guint n = 0;
      const YlCell *cells = yl_worksheet_find_row (source->sheet, row, &n);
      for (guint i = 0; i < n; i++)
        if (yl_cell_range_has (range, cells[i].row, cells[i].column))
          tally_cell (answer, source->sheet, &cells[i], tally);
    }
}

static void append_text (GString *out, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
append_text (GString *out, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_string_append (out, out->len == 0 ? "" : "，");
  g_string_append_vprintf (out, format, arguments);
  va_end (arguments);
}

/* Where several texts stand, the rare ones are what one looks for. */
static void
append_texts (GString *out, const Tally *tally)
{
  for (guint i = 0; i < tally->texts->len && i < N_TEXTS; i++)
    {
      const guint n = g_array_index (tally->n_of_text, guint, i);
      const GString *named = g_ptr_array_index (tally->named, i);
      const gboolean tells_where = tally->texts->len > 1 && n <= N_NAMED;
      append_text (out, "%u 格是“%s”%s%s%s", n, (const char *) g_ptr_array_index (tally->texts, i),
                   tells_where ? "（" : "", tells_where ? named->str : "", tells_where ? "）" : "");
    }
  if (tally->texts->len > N_TEXTS)
    append_text (out, "另有 %u 种文字", tally->texts->len - N_TEXTS);
}

static char *
describe_tally (const Tally *tally)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *sum = yl_explain_write (&tally->sum);
  if (tally->n_numbers > 0 && tally->is_summed && tally->is_sum_known)
    append_text (out, "%u 个数，合计 %s", tally->n_numbers, sum);
  else if (tally->n_numbers > 0)
    append_text (out, "%u 个数", tally->n_numbers);
  append_texts (out, tally);
  if (tally->n_wrong > 0)
    append_text (out, "%u 格是错误值或算不出", tally->n_wrong);
  return g_strdup (out->len == 0 ? "没有内容" : out->str);
}

static void
free_named (gpointer named)
{
  g_string_free (named, TRUE);
}

static void
describe_range (const Answer *answer, const YlFormulaSource *source, YlExplainedSource *told)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) n_of_text = g_array_new (FALSE, TRUE, sizeof (guint));
  g_autoptr (GPtrArray) named = g_ptr_array_new_with_free_func (free_named);
  Tally tally = { .sum = { .value = yl_cell_value_of_whole (0) },
                  .texts = texts,
                  .n_of_text = n_of_text,
                  .named = named,
                  .is_sum_known = TRUE,
                  .is_summed = source->is_summed };
  tally_range (answer, source, &tally);
  told->text = yl_arena_take (answer->explained->arena, describe_tally (&tally));
  told->unit = tally.sum.unit;
  told->has_units = tally.n_numbers > 0 && tally.is_summed && tally.is_sum_known
                    && yl_explain_count (&tally.sum, &told->units);
}

/* Its row and column; beside the asked cell its column says it. */
static char *
name_cell (const Answer *answer, const YlFormulaSource *source)
{
  const YlCellRange *range = &source->range;
  const YlPlannedNote *note =
      yl_explain_find_note (answer->job, source->sheet, range->first_row, range->first_column);
  char *head = yl_explain_name_column (note);
  if (range->first_row != range->last_row
      || (source->sheet == answer->sheet && range->first_row == answer->row && head[0] != '\0'))
    return head;
  g_autofree char *row =
      yl_explain_name_row (answer->job, source->sheet, range->first_row, range->first_column);
  g_autofree char *column = head;
  return g_strdup_printf ("%s%s%s", row, row[0] == '\0' || column[0] == '\0' ? "" : " ", column);
}

static void
describe_cell (const Answer *answer, const YlFormulaSource *source, YlExplainedSource *told)
{
  YlArena *arena = answer->explained->arena;
  const guint32 row = source->range.first_row;
  const guint column = source->range.first_column;
  const YlCell *cell = yl_worksheet_find (source->sheet, row, column);
  const YlExplainShown shown = yl_explain_read (answer->job, source->sheet, row, column);
  g_autofree char *text = yl_explain_write (&shown);
  told->text = yl_arena_keep (arena, text[0] == '\0' ? "空" : text);
  told->unit = shown.unit;
  told->has_units = yl_explain_count (&shown, &told->units);
  if (cell != NULL)
    told->formula = yl_workbook_get_text (answer->job->workbook, cell->formula);
}

/* Beside the asked cell, or where the formula only repeats another cell, what that reads belongs to the
 * answer; any other cell can be asked for itself. */
static gboolean
is_beside (const Answer *answer, const YlFormulaSource *source, guint depth, guint n_sources)
{
  return (source->sheet == answer->sheet && source->range.first_row == answer->row)
         || (depth == 0 && n_sources == 1);
}

/* %TRUE: it has a formula, and is no figure that has an answer of its own. */
static gboolean
describe_one (const Answer *answer, const YlFormulaSource *source, YlExplainedSource *told)
{
  YlArena *arena = answer->explained->arena;
  YlFigureUnit unit = YL_FIGURE_NONE;
  g_autofree char *key = yl_explain_find_key (answer->job, source->sheet->name,
                                              source->range.first_row, source->range.first_column);
  char *title = key == NULL ? NULL : yl_figure_get_title (answer->job->made->budget, key, &unit);
  told->key = yl_arena_keep (arena, key);
  told->label = yl_arena_take (arena, title != NULL ? title : name_cell (answer, source));
  describe_cell (answer, source, told);
  return told->formula[0] != '\0' && unit == YL_FIGURE_NONE;
}

static void
describe_source (const Answer *answer,
                 const YlFormulaSource *source,
                 YlExplainedSource *told,
                 guint depth,
                 guint n_sources)
{
  YlArena *arena = answer->explained->arena;
  const YlCellRange *range = &source->range;
  const gboolean is_one =
      range->first_row == range->last_row && range->first_column == range->last_column;
  told->place = yl_arena_take (arena, name_place (source));
  if (source->is_position)
    told->text = yl_arena_print (arena, "只取它的位置，第 %u 行", range->first_row);
  else if (!is_one)
    {
      told->label = yl_arena_take (arena, name_cell (answer, source));
      describe_range (answer, source, told);
    }
  else if (describe_one (answer, source, told) && depth + 1 < MAX_DEPTH
           && is_beside (answer, source, depth, n_sources))
    add_sources (answer, told->sources, source->sheet, told->formula, depth + 1);
}

static void
add_sources (
    const Answer *answer, GPtrArray *to, const YlWorksheet *sheet, const char *formula, guint depth)
{
  g_autoptr (GArray) sources = yl_formula_find_sources (answer->job->workbook, sheet, formula);
  for (guint i = 0; i < sources->len && *answer->n_told < MAX_TOLD; i++, ++*answer->n_told)
    {
      const YlFormulaSource *source = &g_array_index (sources, YlFormulaSource, i);
      YlExplainedSource *told = yl_explained_add_source (answer->explained, to);
      told->name = yl_arena_keep (answer->explained->arena, source->name);
      told->place = told->label = told->formula = told->key = "";
      if (source->sheet != NULL)
        describe_source (answer, source, told, depth, sources->len);
      else
        told->text = "在另一个工作簿里，或者没有这张工作表，读不到";
    }
}

void
yl_explain_take_sources (const YlExplainJob *job,
                         YlExplained *explained,
                         const YlWorksheet *sheet,
                         const YlCell *found)
{
  guint n_told = 0;
  const Answer answer = { job, explained, sheet, found->row, &n_told };
  add_sources (&answer, explained->sources, sheet,
               yl_workbook_get_text (job->workbook, found->formula), 0);
}
