#include "yanglu/audit/formula/sources.h"

#include "yanglu/audit/formula/token.h"

#include <string.h>

/* Brackets that are followed; deeper ones sum nothing up. */
#define MAX_OPEN 64u

typedef struct
{
  const YlWorkbook *workbook;
  const YlWorksheet *sheet; /* of the formula */
  GArray *sources;
  const char *name; /* that is followed; "" */
  guint n_names;    /* that were followed to come here */
  guint *n_left;    /* names that may still be followed: those of names of names are many */
  guint n_open;
  gboolean sums[MAX_OPEN]; /* by bracket: SUM stands before it */
} Finding;

static gboolean find_in (Finding *finding, const char *formula);

static const YlWorksheet *
find_sheet (const Finding *finding, const YlFormulaToken *token)
{
  const GPtrArray *sheets = finding->workbook->sheets;
  if (token->is_external)
    return NULL;
  if (token->sheet.length == 0)
    return finding->sheet;
  for (guint i = 0; i < sheets->len; i++)
    {
      const YlWorksheet *sheet = g_ptr_array_index (sheets, i);
      if (yl_formula_sheet_is (token->sheet, sheet->name))
        return sheet;
    }
  return NULL;
}

static gboolean
is_same (const YlFormulaSource *a, const YlFormulaSource *b)
{
  return a->sheet == b->sheet && a->is_position == b->is_position
         && a->range.first_row == b->range.first_row && a->range.last_row == b->range.last_row
         && a->range.first_column == b->range.first_column
         && a->range.last_column == b->range.last_column;
}

/* %TRUE: no more are told. */
static gboolean
add (Finding *finding, const YlFormulaSource *source)
{
  GArray *sources = finding->sources;
  for (guint i = 0; i < sources->len; i++)
    if (is_same (source, &g_array_index (sources, YlFormulaSource, i)))
      return FALSE;
  g_array_append_val (sources, *source);
  return sources->len == YL_FORMULA_MAX_SOURCES;
}

static YlFormulaSource
make_source (const Finding *finding, const YlFormulaToken *token, gboolean is_position)
{
  return (YlFormulaSource){
    .sheet = find_sheet (finding, token),
    .range = { token->row, token->last_row, token->column, token->last_column },
    .name = finding->name,
    .is_position = is_position,
    .is_summed =
        finding->n_open > 0 && finding->n_open <= MAX_OPEN && finding->sums[finding->n_open - 1],
  };
}

/* What a name stands for, where the workbook says it. */
static gboolean
follow_name (Finding *finding, const YlFormulaToken *token)
{
  g_autofree char *name = g_strndup (token->text.at, token->text.length);
  const char *reference = yl_workbook_find_name (finding->workbook, name);
  if (reference == NULL || finding->n_names == YL_FORMULA_MAX_NAMES || *finding->n_left == 0)
    return FALSE;
  --*finding->n_left;
  Finding inner = *finding;
  inner.n_names++;
  /* The name that the formula itself has, kept as the workbook keeps it. */
  for (guint i = 0; finding->n_names == 0 && i < finding->workbook->names->len; i++)
    {
      const YlDefinedName *known = &g_array_index (finding->workbook->names, YlDefinedName, i);
      if (known->reference == reference)
        inner.name = known->name;
    }
  return find_in (&inner, reference);
}

static gboolean
is_function (const YlFormulaToken *token, const char *name)
{
  return token->kind == YL_TOKEN_FUNCTION && token->text.length == strlen (name)
         && g_ascii_strncasecmp (token->text.at, name, token->text.length) == 0;
}

/* Reads the words of @shape: R a reference, each into @out_references, Z a nought, W a one, - a minus, F ROW. */
static gboolean
read_shape (const char **at, const char *shape, YlFormulaToken *out_references)
{
  static const struct
  {
    char sign;
    YlTokenKind kind;
    const char *text; /* "" any */
  } words[] = { { 'R', YL_TOKEN_REFERENCE, "" }, { 'F', YL_TOKEN_FUNCTION, "ROW" },
                { '(', YL_TOKEN_OPEN, "" },      { ')', YL_TOKEN_CLOSE, "" },
                { ',', YL_TOKEN_COMMA, "" },     { '-', YL_TOKEN_OPERATOR, "-" },
                { '0', YL_TOKEN_NUMBER, "0" },   { '1', YL_TOKEN_NUMBER, "1" } };
  for (; *shape != '\0'; shape++)
    {
      YlFormulaToken token;
      guint word = 0;
      while (words[word].sign != *shape)
        word++;
      const gsize length = strlen (words[word].text);
      if (!yl_formula_token_next (at, &token) || token.kind != words[word].kind
          || (length > 0
              && (token.text.length != length
                  || g_ascii_strncasecmp (token.text.at, words[word].text, length) != 0)))
        return FALSE;
      if (*shape == 'R')
        *out_references++ = token;
    }
  return TRUE;
}

/* Behind OFFSET: the rows above a total, as our sums write them; %FALSE: any other. */
static gboolean
read_rows_above (const Finding *finding, const char **at, YlFormulaSource *out_source)
{
  const char *end = *at;
  YlFormulaToken references[3];
  if (!read_shape (&end, "(R,0,0,F(R)-F(R),1)", references)
      || references[1].row <= references[0].row || references[2].row != references[0].row)
    return FALSE;
  *out_source = make_source (finding, &references[0], FALSE);
  out_source->range.last_row = references[1].row - 1;
  *at = end;
  return TRUE;
}

/* Behind a function; %FALSE: what stands in its brackets is read as it comes. */
static gboolean
read_function (const Finding *finding,
               const YlFormulaToken *function,
               const char **at,
               YlFormulaSource *out_source)
{
  const char *end = *at;
  YlFormulaToken inner;
  if (is_function (function, "OFFSET"))
    return read_rows_above (finding, at, out_source);
  if ((!is_function (function, "ROW") && !is_function (function, "COLUMN"))
      || !read_shape (&end, "(R)", &inner))
    return FALSE;
  *out_source = make_source (finding, &inner, TRUE);
  *at = end;
  return TRUE;
}

static void
count_bracket (Finding *finding, YlTokenKind kind, gboolean is_sum)
{
  if (kind == YL_TOKEN_CLOSE && finding->n_open > 0)
    finding->n_open--;
  if (kind != YL_TOKEN_OPEN)
    return;
  if (finding->n_open < MAX_OPEN)
    finding->sums[finding->n_open] = is_sum;
  finding->n_open++;
}

static gboolean
find_in (Finding *finding, const char *formula)
{
  const char *at = yl_formula_start (formula);
  YlFormulaToken token;
  gboolean is_sum = FALSE;
  while (yl_formula_token_next (&at, &token))
    {
      YlFormulaSource source;
      gboolean is_source = token.kind == YL_TOKEN_REFERENCE;
      count_bracket (finding, token.kind, is_sum);
      is_sum = is_function (&token, "SUM");
      if (is_source)
        source = make_source (finding, &token, FALSE);
      else if (token.kind == YL_TOKEN_FUNCTION)
        is_source = read_function (finding, &token, &at, &source);
      else if (token.kind == YL_TOKEN_NAME && follow_name (finding, &token))
        return TRUE;
      if (is_source && add (finding, &source))
        return TRUE;
    }
  return FALSE;
}

GArray *
yl_formula_find_sources (const YlWorkbook *workbook, const YlWorksheet *sheet, const char *formula)
{
  guint n_left = YL_FORMULA_MAX_SOURCES;
  Finding finding = { .workbook = workbook,
                      .sheet = sheet,
                      .sources = g_array_new (FALSE, FALSE, sizeof (YlFormulaSource)),
                      .name = "",
                      .n_left = &n_left };
  find_in (&finding, formula);
  return finding.sources;
}
