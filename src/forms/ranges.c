#include "yanglu/forms/ranges.h"

#include "yanglu/domain/cell-place.h"

const char *
yl_ranges_keep (GStringChunk *texts, char *text)
{
  const char *kept = g_string_chunk_insert (texts, text);
  g_free (text);
  return kept;
}

/* "$S$5" */
static void
append_cell (GString *out, guint column, guint32 row)
{
  char letters[YL_COLUMN_LETTERS];
  yl_column_to_letters (column, letters);
  g_string_append_printf (out, "$%s$%u", letters, row);
}

/* A quote in the name of a tab is doubled; ours have none. */
static void
append_sheet (GString *out, const YlSheet *sheet)
{
  g_string_append_printf (out, "'%s'!", yl_sheet_get_name (sheet));
}

const char *
yl_ranges_cell (GStringChunk *texts, const YlSheet *sheet, guint column, guint32 row)
{
  GString *out = g_string_new (NULL);
  append_sheet (out, sheet);
  append_cell (out, column, row);
  return yl_ranges_keep (texts, g_string_free (out, FALSE));
}

/* One cell alone is a range too, spelt as a cell. */
static void
append_rows (GString *out, const YlPart *part, guint column, guint32 last_row)
{
  append_sheet (out, part->sheet);
  append_cell (out, column, part->first_row);
  if (last_row == part->first_row)
    return;
  g_string_append_c (out, ':');
  append_cell (out, column, last_row);
}

static void
append_range (GString *out, const YlPart *part, guint column)
{
  append_rows (out, part, column, part->last_row + (part->ends_at_total ? 1 : 0));
}

const char *
yl_ranges_rows (GStringChunk *texts, const YlPart *part, guint column)
{
  GString *out = g_string_new (NULL);
  append_rows (out, part, column, part->last_row);
  return yl_ranges_keep (texts, g_string_free (out, FALSE));
}

const char *
yl_ranges_reach (GStringChunk *texts, const YlPart *part, guint column)
{
  GString *out = g_string_new (NULL);
  append_range (out, part, column);
  return yl_ranges_keep (texts, g_string_free (out, FALSE));
}

/* Where the part ends at a total, all rows above that: "OFFSET(first,0,0,ROW(total)-ROW(first),1)". */
static void
append_rows_above (GString *out, const YlPart *part, guint column)
{
  if (!part->ends_at_total)
    {
      append_range (out, part, column);
      return;
    }
  const guint32 rows[] = { part->last_row + 1, part->first_row };
  g_string_append (out, "OFFSET(");
  append_rows (out, part, column, part->first_row);
  g_string_append (out, ",0,0,");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_string_append (out, i == 0 ? "ROW(" : "-ROW(");
      append_sheet (out, part->sheet);
      append_cell (out, column, rows[i]);
      g_string_append_c (out, ')');
    }
  g_string_append (out, ",1)");
}

static guint
decimals_of (YlMeasure measure)
{
  if (measure == YL_MEASURE_FEN)
    return 2;
  return measure == YL_MEASURE_KM ? 3 : 0;
}

static void
append_criteria (GString *out, const YlPart *part, const YlCriterion *criteria, gsize n_criteria)
{
  for (gsize i = 0; i < n_criteria; i++)
    {
      if (out->str[out->len - 1] != '(')
        g_string_append_c (out, ',');
      append_range (out, part, criteria[i].column);
      g_string_append_printf (out, ",%s", criteria[i].test);
    }
}

const char *
yl_ranges_sum (GStringChunk *texts,
               const YlPart *parts,
               gsize n_parts,
               guint column,
               YlMeasure measure,
               const YlCriterion *criteria,
               gsize n_criteria)
{
  GString *out = g_string_new ("ROUND(");
  for (gsize i = 0; i < n_parts; i++)
    {
      g_string_append_printf (out, "%s%s(", i == 0 ? "" : "+", n_criteria == 0 ? "SUM" : "SUMIFS");
      if (n_criteria == 0)
        append_rows_above (out, &parts[i], column);
      else
        append_range (out, &parts[i], column);
      append_criteria (out, &parts[i], criteria, n_criteria);
      g_string_append_c (out, ')');
    }
  g_string_append_printf (out, "%s,%u)", n_parts == 0 ? "0" : "", decimals_of (measure));
  return yl_ranges_keep (texts, g_string_free (out, FALSE));
}

const char *
yl_ranges_count_numbers (GStringChunk *texts, const YlPart *part, guint column)
{
  GString *out = g_string_new ("COUNT(");
  append_rows_above (out, part, column);
  g_string_append_c (out, ')');
  return yl_ranges_keep (texts, g_string_free (out, FALSE));
}

const char *
yl_ranges_count (GStringChunk *texts,
                 const YlPart *parts,
                 gsize n_parts,
                 const YlCriterion *criteria,
                 gsize n_criteria)
{
  GString *out = g_string_new (NULL);
  for (gsize i = 0; i < n_parts; i++)
    {
      g_string_append (out, i == 0 ? "COUNTIFS(" : "+COUNTIFS(");
      append_criteria (out, &parts[i], criteria, n_criteria);
      g_string_append_c (out, ')');
    }
  if (n_parts == 0)
    g_string_append_c (out, '0');
  return yl_ranges_keep (texts, g_string_free (out, FALSE));
}
