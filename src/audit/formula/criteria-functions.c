#include "dense-private.h"
#include "growing-private.h"

#include <string.h>

/* How a cell may stand to what it is compared with. */
enum
{
  BELOW = 1,
  SAME = 2,
  ABOVE = 4,
};

/* What a cell has to be: ">0", "县道", "<>", "C9*". */
typedef struct
{
  guint relation; /* all that may be */
  gboolean is_number;
  gboolean is_pattern;
  YlFixed number;
  const char *text; /* folded */
} Criterion;

static const char *
read_relation (const char *text, guint *out_relation)
{
  static const struct
  {
    const char *mark;
    guint relation;
  } marks[] = { { "<>", BELOW | ABOVE }, { "<=", BELOW | SAME }, { ">=", SAME | ABOVE },
                { "<", BELOW },          { ">", ABOVE },         { "=", SAME } };
  *out_relation = SAME;
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (text, marks[i].mark))
      {
        *out_relation = marks[i].relation;
        return text + strlen (marks[i].mark);
      }
  return text;
}

/* Whether it is = or <>, which look at more than the order. */
static gboolean
asks_likeness (const Criterion *criterion)
{
  return criterion->relation == SAME || criterion->relation == (BELOW | ABOVE);
}

static Criterion
read_criterion (YlEvaluation *evaluation, const YlOperand *operand)
{
  const YlCellValue value = yl_evaluation_scalar (evaluation, operand);
  Criterion criterion = { .relation = SAME };
  if (value.kind == YL_VALUE_NUMBER || value.kind == YL_VALUE_EMPTY)
    {
      criterion.is_number = TRUE;
      criterion.number = yl_fixed_settle (value.number);
      criterion.text = "";
      return criterion;
    }
  const char *text =
      read_relation (yl_recalculation_to_text (evaluation->book, &value), &criterion.relation);
  const YlCellValue number = yl_cell_value_to_number (yl_cell_value_of_text (text));
  criterion.is_number = number.kind == YL_VALUE_NUMBER;
  criterion.number = yl_fixed_settle (number.number);
  criterion.is_pattern =
      !criterion.is_number && strpbrk (text, "*?~") != NULL && asks_likeness (&criterion);
  criterion.text = yl_recalculation_fold (evaluation->book, text);
  return criterion;
}

/* So many characters are compared in a step. */
#define CHARACTERS_OF_STEP 8u

/* * is any characters, ? is one, ~ takes its meaning from the next. Each * is tried once, but what
 * stands behind it may be begun at every character. */
static gboolean
matches_pattern (YlEffort *effort, const char *text, const char *pattern)
{
  const char *star = NULL; /* behind the last star, and where the text went on there */
  const char *again = NULL;
  for (guint n = 1; *text != '\0'; n++)
    {
      if (n % CHARACTERS_OF_STEP == 0 && !yl_effort_spend (effort, 1))
        return FALSE;
      if (*pattern == '*')
        {
          star = ++pattern;
          again = text;
          continue;
        }
      const gboolean is_any = *pattern == '?';
      const char *sign = *pattern == '~' && pattern[1] != '\0' ? pattern + 1 : pattern;
      if (is_any || *sign == *text)
        {
          text = is_any ? g_utf8_next_char (text) : text + 1;
          pattern = sign + 1;
        }
      else if (star != NULL)
        {
          again = g_utf8_next_char (again);
          text = again;
          pattern = star;
        }
      else
        return FALSE;
    }
  while (*pattern == '*')
    pattern++;
  return *pattern == '\0';
}

static gboolean
holds (const Criterion *criterion, int order)
{
  return (criterion->relation & (order < 0 ? BELOW : order > 0 ? ABOVE : SAME)) != 0;
}

/* Whether the cell is what is asked for, as = compares: texts that are numbers are numbers. */
static gboolean
equals (YlEffort *effort,
        const Criterion *criterion,
        YlValueKind kind,
        YlFixed number,
        const char *text)
{
  if (kind == YL_VALUE_TEXT && criterion->is_pattern)
    return matches_pattern (effort, text, criterion->text);
  if (kind == YL_VALUE_TEXT && criterion->is_number)
    {
      yl_effort_spend_on_bytes (effort, strlen (text));
      const YlCellValue value = yl_cell_value_to_number (yl_cell_value_of_text (text));
      return value.kind == YL_VALUE_NUMBER
             && yl_fixed_compare (yl_fixed_settle (value.number), criterion->number) == 0;
    }
  if (kind == YL_VALUE_TEXT)
    return strcmp (text, criterion->text) == 0;
  if (kind == YL_VALUE_NUMBER)
    return criterion->is_number && yl_fixed_compare (number, criterion->number) == 0;
  if (kind == YL_VALUE_BOOLEAN)
    return strcmp (criterion->text, number.units != 0 ? "true" : "false") == 0;
  return kind == YL_VALUE_EMPTY && !criterion->is_number && *criterion->text == '\0';
}

static gboolean
meets (YlEffort *effort,
       const Criterion *criterion,
       YlValueKind kind,
       YlFixed number,
       const char *text)
{
  if (asks_likeness (criterion))
    return equals (effort, criterion, kind, number, text) == (criterion->relation == SAME);
  if (criterion->is_number)
    return kind == YL_VALUE_NUMBER
           && holds (criterion, yl_fixed_compare (number, criterion->number));
  return kind == YL_VALUE_TEXT && *criterion->text != '\0'
         && holds (criterion, strcmp (text, criterion->text));
}

#define MAX_CRITERIA 16

/* The rectangles of a call and what their cells have to be; all are of one size. */
typedef struct
{
  YlEffort *effort;
  YlDenseArea *areas[MAX_CRITERIA];
  Criterion criteria[MAX_CRITERIA];
  guint n;
  YlSize size;      /* as far as any of them holds cells … */
  guint64 n_places; /* … and as the formula says */
} Criteria;

static void
criteria_clear (Criteria *criteria)
{
  for (guint i = 0; i < criteria->n; i++)
    yl_dense_area_unref (criteria->areas[i]);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Criteria, criteria_clear)

/* The place of row and column in a kept rectangle; FALSE behind its cells, where nothing is. */
static inline gboolean
find_place (const YlDenseArea *dense, guint32 row, guint32 column, guint *out_at)
{
  *out_at = row * dense->size.n_columns + column;
  return row < dense->size.n_rows && column < dense->size.n_columns;
}

static gboolean
meets_at (const Criteria *criteria, guint i, guint32 row, guint32 column)
{
  const YlDenseArea *dense = criteria->areas[i];
  const Criterion *criterion = &criteria->criteria[i];
  guint at;
  if (!find_place (dense, row, column, &at))
    return meets (criteria->effort, criterion, YL_VALUE_EMPTY, yl_fixed_of (0), NULL);
  const YlValueKind kind = (YlValueKind) dense->kinds[at];
  if (kind == YL_VALUE_TEXT && !criterion->is_number && !criterion->is_pattern
      && criterion->relation == SAME)
    return dense->texts[at] == criterion->text; /* equal texts stand at one place */
  const gboolean has_number = kind == YL_VALUE_NUMBER || kind == YL_VALUE_BOOLEAN;
  return meets (criteria->effort, criterion, kind,
                has_number ? dense->numbers[at] : yl_fixed_of (0),
                dense->texts == NULL ? NULL : dense->texts[at]);
}

static gboolean
meets_all (const Criteria *criteria, guint32 row, guint32 column)
{
  for (guint i = 0; i < criteria->n; i++)
    if (!meets_at (criteria, i, row, column))
      return FALSE;
  return TRUE;
}

/* A place of numbers, or of texts that stand at one place where they are equal, is a look. */
#define PLACES_OF_STEP 4u

/* Pays for a look at each place of @size; FALSE when there is no effort left for it. */
static gboolean
spend_on_places (const Criteria *criteria, YlSize size)
{
  const guint64 n_places = (guint64) size.n_rows * size.n_columns;
  guint64 steps = n_places / PLACES_OF_STEP;
  for (guint i = 0; i < criteria->n; i++)
    {
      const Criterion *criterion = &criteria->criteria[i];
      const gboolean is_quick = criterion->relation == SAME && !criterion->is_pattern;
      steps += criteria->areas[i]->texts == NULL || is_quick
                   ? n_places / PLACES_OF_STEP
                   : n_places * (1 + strlen (criterion->text) / 64);
    }
  return yl_effort_spend (criteria->effort, steps);
}

/* Reads pairs of a rectangle and a criterion; FALSE and why when they are none. */
static gboolean
read_criteria (YlEvaluation *evaluation,
               const YlOperand *arguments,
               guint n,
               Criteria *criteria,
               YlCellValue *out_wrong)
{
  *out_wrong = yl_cell_value_unknown ();
  for (guint i = 0; i + 1 < n; i += 2)
    {
      const YlSize size = yl_area_get_size (&arguments[i].area);
      if (!arguments[i].is_area)
        return FALSE;
      if (!yl_size_equal (size, yl_area_get_size (&arguments[0].area)))
        {
          *out_wrong = yl_cell_value_of_error ("#VALUE!");
          return FALSE;
        }
      YlDenseArea *dense = yl_recalculation_get_dense (evaluation->book, arguments[i].area);
      if (dense == NULL)
        return FALSE;
      criteria->areas[criteria->n] = dense;
      criteria->criteria[criteria->n++] = read_criterion (evaluation, &arguments[i + 1]);
      criteria->size = yl_size_join (criteria->size, dense->size);
      criteria->n_places = (guint64) size.n_rows * size.n_columns;
      if (dense->is_circular)
        *out_wrong = yl_cell_value_of_error (YL_CIRCULAR);
      if (dense->is_circular || dense->is_unknown)
        return FALSE;
    }
  return n >= 2 && n % 2 == 0;
}

/* One column that is asked for what is equal to a value, as the columns beside a table do in each of its
 * rows: see yl_growing_alike(). */
static gboolean
find_alike (const YlCall *call,
            const YlOperand *pair,
            const YlArea *summed,
            gint64 *out_n,
            YlFixed *out_sum)
{
  if (!pair[0].is_area || pair[0].area.column != pair[0].area.last_column)
    return FALSE;
  const Criterion criterion = read_criterion (call->evaluation, &pair[1]);
  return criterion.relation == SAME && !criterion.is_pattern
         && (criterion.is_number || *criterion.text != '\0')
         && yl_growing_alike (call->evaluation->book, pair[0].area, summed, criterion.number,
                              criterion.is_number ? NULL : criterion.text, out_n, out_sum);
}

static YlCellValue
call_count_ifs (const YlCall *call)
{
  gint64 n_alike = 0;
  YlFixed nothing;
  if (call->n == 2 && find_alike (call, call->arguments, NULL, &n_alike, &nothing))
    return yl_cell_value_of_whole (n_alike);
  g_auto (Criteria) criteria = { .effort = call->evaluation->round->effort };
  YlCellValue wrong;
  if (!read_criteria (call->evaluation, call->arguments, call->n, &criteria, &wrong))
    return wrong;
  const YlSize size = criteria.size;
  if (!spend_on_places (&criteria, size))
    return yl_cell_value_unknown ();
  guint64 count = 0;
  for (guint32 row = 0; row < size.n_rows; row++)
    for (guint32 column = 0; column < size.n_columns; column++)
      count += meets_all (&criteria, row, column) ? 1 : 0;
  if (meets_all (&criteria, G_MAXUINT32, G_MAXUINT32)) /* where nothing stands any more */
    count += criteria.n_places - (guint64) size.n_rows * size.n_columns;
  return yl_cell_value_of_whole ((gint64) count);
}

/* The cells of @dense that meet all; what is wrong among them is the result. */
static YlCellValue
sum_cells (const Criteria *criteria, const YlDenseArea *dense, gint64 *out_count)
{
  YlFixed sum = yl_fixed_of (0);
  for (guint32 row = 0; row < criteria->size.n_rows; row++)
    for (guint32 column = 0; column < criteria->size.n_columns; column++)
      {
        guint at;
        if (!find_place (dense, row, column, &at) || dense->kinds[at] == YL_VALUE_EMPTY
            || dense->kinds[at] == YL_VALUE_TEXT || !meets_all (criteria, row, column))
          continue;
        if (dense->kinds[at] == YL_VALUE_UNKNOWN)
          return yl_cell_value_unknown ();
        if (dense->kinds[at] == YL_VALUE_ERROR)
          return yl_cell_value_of_error (dense->texts[at]);
        if (dense->kinds[at] == YL_VALUE_BOOLEAN)
          continue;
        if (!yl_fixed_add (sum, dense->numbers[at], &sum))
          return yl_cell_value_unknown ();
        (*out_count)++;
      }
  return yl_cell_value_of_number (sum);
}

enum
{
  GIVE_SUM,
  GIVE_AVERAGE,
};

static YlCellValue
give (const YlCall *call, YlFixed sum, gint64 count)
{
  if (call->function->variant == GIVE_SUM)
    return yl_cell_value_of_number (sum);
  if (count == 0)
    return yl_cell_value_of_error ("#DIV/0!");
  YlFixed average = { 0 };
  const gboolean is_known = yl_fixed_divide (sum, yl_fixed_of (count), &average);
  return yl_cell_value_of_known (is_known, average);
}

/* @summed: what is added up, of the size of the criteria's rectangles from its first cell on. */
static YlCellValue
sum_where (const YlCall *call, YlArea summed, const YlOperand *pairs, guint n)
{
  gint64 n_alike = 0;
  YlFixed sum_alike;
  if (n == 2 && find_alike (call, pairs, &summed, &n_alike, &sum_alike))
    return give (call, sum_alike, n_alike);
  g_auto (Criteria) criteria = { .effort = call->evaluation->round->effort };
  YlCellValue wrong;
  if (!read_criteria (call->evaluation, pairs, n, &criteria, &wrong))
    return wrong;
  g_autoptr (YlDenseArea) dense = yl_recalculation_get_dense (call->evaluation->book, summed);
  if (dense == NULL)
    return wrong;
  gint64 count = 0;
  criteria.size = yl_size_join (criteria.size, dense->size);
  if (!spend_on_places (&criteria, criteria.size))
    return yl_cell_value_unknown ();
  const YlCellValue sum = sum_cells (&criteria, dense, &count);
  return sum.kind == YL_VALUE_NUMBER ? give (call, sum.number, count) : sum;
}

static YlCellValue
call_sum_ifs (const YlCall *call)
{
  const YlOperand *summed = &call->arguments[0];
  const YlOperand *first = &call->arguments[1];
  if (!summed->is_area || !first->is_area)
    return yl_cell_value_unknown ();
  if (!yl_size_equal (yl_area_get_size (&summed->area), yl_area_get_size (&first->area)))
    return yl_cell_value_of_error ("#VALUE!");
  return sum_where (call, summed->area, first, call->n - 1);
}

/* SUMIF takes the size of what it adds up from the rectangle of its criterion. */
static YlCellValue
call_sum_if (const YlCall *call)
{
  const YlOperand *summed = &call->arguments[call->n > 2 ? 2 : 0];
  const YlArea *area = &call->arguments[0].area;
  if (!call->arguments[0].is_area || !summed->is_area)
    return yl_cell_value_unknown ();
  YlArea whole = summed->area;
  whole.last_row = whole.row + (area->last_row - area->row);
  whole.last_column = (guint16) (whole.column + (area->last_column - area->column));
  return sum_where (call, whole, call->arguments, 2);
}

const YlFunction yl_criteria_functions[] = {
  { "SUMIFS", 3, 33, "a", .call = call_sum_ifs },
  { "COUNTIFS", 2, 32, "a", .call = call_count_ifs },
  { "SUMIF", 2, 3, "a", .call = call_sum_if },
  { "COUNTIF", 2, 2, "a", .call = call_count_ifs },
  { "AVERAGEIF", 2, 3, "a", .call = call_sum_if, .variant = GIVE_AVERAGE },
  { "AVERAGEIFS", 3, 33, "a", .call = call_sum_ifs, .variant = GIVE_AVERAGE },
  { .name = NULL },
};
