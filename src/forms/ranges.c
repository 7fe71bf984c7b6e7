#include "yanglu/forms/ranges.h"

#include <xlsxwriter.h>

#define CELL_NAME_SIZE 32

const char *
yl_ranges_keep (GStringChunk *texts, char *text)
{
  const char *kept = g_string_chunk_insert (texts, text);
  g_free (text);
  return kept;
}

/* A quote in the name of a tab is doubled; ours have none. */
const char *
yl_ranges_cell (GStringChunk *texts, const YlSheet *sheet, guint column, guint32 row)
{
  char cell[CELL_NAME_SIZE];
  lxw_rowcol_to_cell_abs (cell, row - 1, (lxw_col_t) column, LXW_TRUE, LXW_TRUE);
  return yl_ranges_keep (texts, g_strdup_printf ("'%s'!%s", yl_sheet_get_name (sheet), cell));
}

static void
append_range (GString *out, const YlPart *part, guint column)
{
  char range[2 * CELL_NAME_SIZE];
  lxw_rowcol_to_range_abs (range, part->first_row - 1, (lxw_col_t) column, part->last_row - 1,
                           (lxw_col_t) column);
  g_string_append_printf (out, "'%s'!%s", yl_sheet_get_name (part->sheet), range);
}

const char *
yl_ranges_rows (GStringChunk *texts, const YlPart *part, guint column)
{
  GString *out = g_string_new (NULL);
  append_range (out, part, column);
  return yl_ranges_keep (texts, g_string_free (out, FALSE));
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
      append_range (out, &parts[i], column);
      append_criteria (out, &parts[i], criteria, n_criteria);
      g_string_append_c (out, ')');
    }
  g_string_append_printf (out, "%s,%u)", n_parts == 0 ? "0" : "", decimals_of (measure));
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
