/* How a sheet is shown and printed: widths, heights, conditional formats, the scale and area of the print
 * (ECMA-376 part 1, 18.3.1). */
#include "reading-private.h"

#include "reference-private.h"
#include "yanglu/domain/cell-place.h"

#include <string.h>

/* Widths and heights of a sheet that are kept, and ranges of its conditional formats: Excel writes no
 * more for any sheet that somebody made. */
#define MAX_KEPT 65536u
#define MAX_PRINT_AREAS 64u
/* Ranges of a rule that a formula is made of. */
#define MAX_IMPLIED 64u

/* In thousandths of a digit, and in hundredths of a point. */
#define WIDTH_SCALE 1000
#define HEIGHT_SCALE 100

static guint
parse_number (const XML_Char **attributes, const char *name)
{
  const char *text = yl_xml_get_attribute (attributes, name);
  return text == NULL ? 0 : (guint) MIN (g_ascii_strtoull (text, NULL, 10), G_MAXINT32);
}

static void
add_width (YlSheetPage *page, const XML_Char **attributes)
{
  const guint first = parse_number (attributes, "min");
  const guint last = MIN (parse_number (attributes, "max"), YL_SHEET_MAX_COLUMNS);
  const guint32 width =
      yl_xlsx_parse_size (yl_xml_get_attribute (attributes, "width"), WIDTH_SCALE);
  if (first == 0 || first > last || width == 0 || page->widths->len >= MAX_KEPT)
    return;
  const YlColumnWidth entry = { (guint16) (first - 1), (guint16) (last - 1), width };
  g_array_append_val (page->widths, entry);
}

void
yl_page_add_height (YlSheetPage *page, guint32 row, const char *text)
{
  const guint32 height_cpt = yl_xlsx_parse_size (text, HEIGHT_SCALE);
  const GArray *heights = page->heights;
  const guint32 last =
      heights->len == 0 ? 0 : g_array_index (heights, YlRowHeight, heights->len - 1).height_cpt;
  const YlRowHeight entry = { row, height_cpt };
  if (height_cpt != last && heights->len < YL_SHEET_MAX_ROWS)
    g_array_append_val (page->heights, entry);
}

void
yl_page_set_ranges (YlPageReading *self, const char *text)
{
  g_array_set_size (self->ranges, 0);
  g_auto (GStrv) words = g_strsplit (text == NULL ? "" : text, " ", (gint) MAX_KEPT);
  for (char **word = words; *word != NULL; word++)
    {
      YlCellRange range;
      if (yl_cell_range_parse (*word, &range))
        g_array_append_val (self->ranges, range);
    }
}

static const struct
{
  const char *operator;
  const char *compare;
} comparisons[] = {
  { "lessThan", "<" },      { "lessThanOrEqual", "<=" }, { "equal", "=" },
  { "notEqual", "<>" },     { "greaterThan", ">" },      { "greaterThanOrEqual", ">=" },
  { "between", "between" }, { "notBetween", "outside" },
};

/* "COUNTIF($A$1:$A$9,@)+COUNTIF($C$1:$C$9,@)": of all ranges of the rule; @between joins what each gives. */
static void
append_ranges (
    GString *out, const GArray *ranges, const char *before, const char *behind, const char *between)
{
  for (guint i = 0; i < ranges->len; i++)
    {
      const YlCellRange *range = &g_array_index (ranges, YlCellRange, i);
      char first[YL_COLUMN_LETTERS];
      char last[YL_COLUMN_LETTERS];
      yl_column_to_letters (range->first_column, first);
      yl_column_to_letters (range->last_column, last);
      g_string_append_printf (out, "%s%s$%s$%u:$%s$%u%s", i == 0 ? "" : between, before, first,
                              range->first_row, last, range->last_row, behind);
    }
}

static gboolean
is_said (const XML_Char **attributes, const char *name, gboolean usual)
{
  const char *value = yl_xml_get_attribute (attributes, name);
  return value == NULL ? usual : yl_xml_is_true (value);
}

/* The first so many, or so many of a hundred: fewer others stand above it. */
static void
imply_rank (GString *out, const GArray *ranges, const char *cell, const XML_Char **attributes)
{
  g_autofree char *behind =
      g_strdup_printf (",\"%s\"&%s)", is_said (attributes, "bottom", FALSE) ? "<" : ">", cell);
  append_ranges (out, ranges, "COUNTIF(", behind, "+");
  const guint rank = parse_number (attributes, "rank");
  if (!is_said (attributes, "percent", FALSE))
    {
      g_string_append_printf (out, "<%u", rank);
      return;
    }
  g_string_append (out, "<MAX(1,INT(COUNT(");
  append_ranges (out, ranges, "", "", ",");
  g_string_append_printf (out, ")*%u/100))", rank);
}

static void
imply_average (GString *out, const GArray *ranges, const char *cell, const XML_Char **attributes)
{
  g_string_append_printf (out, "%s%s%sAVERAGE(", cell,
                          is_said (attributes, "aboveAverage", TRUE) ? ">" : "<",
                          is_said (attributes, "equalAverage", FALSE) ? "=" : "");
  append_ranges (out, ranges, "", "", ",");
  g_string_append_c (out, ')');
}

/* What the types mean that come without a formula (18.3.1.10). How far from the average in standard
 * deviations is not asked. */
static void
imply_formula (YlPageReading *self, const char *type, const XML_Char **attributes)
{
  GString *out = self->implied;
  g_string_truncate (out, 0);
  if (self->ranges->len == 0 || self->ranges->len > MAX_IMPLIED || type == NULL)
    return;
  const YlCellRange *first = &g_array_index (self->ranges, YlCellRange, 0);
  g_autofree char *cell = yl_cell_to_text (first->first_row, first->first_column);
  const gboolean is_double = strcmp (type, "duplicateValues") == 0;
  if (strcmp (type, "top10") == 0)
    imply_rank (out, self->ranges, cell, attributes);
  else if (strcmp (type, "aboveAverage") == 0)
    imply_average (out, self->ranges, cell, attributes);
  else if (is_double || strcmp (type, "uniqueValues") == 0)
    {
      g_autofree char *behind = g_strdup_printf (",%s)", cell);
      append_ranges (out, self->ranges, "COUNTIF(", behind, "+");
      g_string_append (out, is_double ? ">1" : "=1");
    }
}

void
yl_page_start_rule (YlPageReading *self, const XML_Char **attributes)
{
  const char *type = yl_xml_get_attribute (attributes, "type");
  const char *operator= yl_xml_get_attribute (attributes, "operator");
  const char *look = yl_xml_get_attribute (attributes, "dxfId");
  self->rule = (YlLookCondition){ .priority = (gint32) parse_number (attributes, "priority") };
  self->rule.kind = g_strcmp0 (type, "cellIs") == 0 ? YL_CONDITION_CELL : YL_CONDITION_FORMULA;
  self->rule.is_last = yl_xml_is_true (yl_xml_get_attribute (attributes, "stopIfTrue")) ? 1 : 0;
  self->compare = "";
  for (gsize i = 0; i < G_N_ELEMENTS (comparisons); i++)
    if (g_strcmp0 (operator, comparisons[i].operator) == 0)
      self->compare = comparisons[i].compare;
  const guint index = self->styles->first_difference + parse_number (attributes, "dxfId");
  self->has_look = look != NULL && index < self->styles->looks->len && index < YL_MAX_LOOKS;
  self->rule.look = self->has_look ? (guint16) index : 0;
  g_string_truncate (self->first, 0);
  g_string_truncate (self->second, 0);
  self->n_formulas = 0;
  self->is_range = FALSE;
  imply_formula (self, type, attributes);
}

gboolean
yl_page_keep_rule (YlPageReading *self, YlWorkbook *workbook, YlSheetPage *page)
{
  const gboolean hides = self->rule.kind == YL_CONDITION_HIDES;
  const gboolean is_implied = self->n_formulas == 0 && self->implied->len > 0;
  const GString *formula = is_implied ? self->implied : self->first;
  if (!hides && !(self->has_look && (self->n_formulas > 0 || is_implied)))
    {
      page->n_unread += self->has_look ? 1 : 0;
      return FALSE;
    }
  YlLookCondition *rule = &self->rule;
  rule->compare = yl_text_pool_add (workbook->texts, yl_text_of (self->compare));
  rule->first = yl_text_pool_add (workbook->texts, (YlText){ formula->str, formula->len });
  rule->second =
      yl_text_pool_add (workbook->texts, (YlText){ self->second->str, self->second->len });
  return TRUE;
}

/* The formulas are written for the first cell of the first range. */
void
yl_page_put_rule (const YlPageReading *self, YlSheetPage *page, const YlLookCondition *rule)
{
  if (self->ranges->len == 0 || page->conditions->len + self->ranges->len > MAX_KEPT)
    {
      page->n_unread++;
      return;
    }
  YlLookCondition put = *rule;
  put.row = g_array_index (self->ranges, YlCellRange, 0).first_row;
  put.column = g_array_index (self->ranges, YlCellRange, 0).first_column;
  for (guint i = 0; i < self->ranges->len; i++)
    {
      put.range = g_array_index (self->ranges, YlCellRange, i);
      g_array_append_val (page->conditions, put);
    }
}

static guint16
parse_pages (const XML_Char **attributes, const char *name)
{
  return yl_xml_get_attribute (attributes, name) == NULL
             ? 1
             : (guint16) MIN (parse_number (attributes, name), G_MAXINT16);
}

static void
start_print (YlSheetPage *page, const XML_Char **attributes)
{
  page->scale = page->fit.is_fitted ? 0 : parse_number (attributes, "scale");
  page->fit.n_wide = parse_pages (attributes, "fitToWidth");
  page->fit.n_tall = parse_pages (attributes, "fitToHeight");
  page->fit.paper = (guint16) MIN (parse_number (attributes, "paperSize"), G_MAXINT16);
  page->fit.is_turned =
      g_strcmp0 (yl_xml_get_attribute (attributes, "orientation"), "landscape") == 0;
}

/* One page beside and below, unless the set-up says otherwise. */
static void
start_fit (YlSheetPage *page, const XML_Char **attributes)
{
  page->fit.is_fitted = yl_xml_is_true (yl_xml_get_attribute (attributes, "fitToPage"));
  page->fit.n_wide = 1;
  page->fit.n_tall = 1;
}

/* A bar or an icon of which the number is not shown. */
void
yl_page_start_symbol (YlPageReading *self, const XML_Char **attributes)
{
  const char *shows = yl_xml_get_attribute (attributes, "showValue");
  if (shows != NULL && !yl_xml_is_true (shows))
    self->rule.kind = YL_CONDITION_HIDES;
}

void
yl_page_init (YlPageReading *self)
{
  *self = (YlPageReading){ .ranges = g_array_new (FALSE, FALSE, sizeof (YlCellRange)),
                           .implied = g_string_new (NULL),
                           .first = g_string_new (NULL),
                           .second = g_string_new (NULL),
                           .waiting = g_array_new (FALSE, FALSE, sizeof (YlLookCondition)) };
}

void
yl_page_clear (YlPageReading *self)
{
  g_array_unref (self->ranges);
  g_string_free (self->implied, TRUE);
  g_string_free (self->first, TRUE);
  g_string_free (self->second, TRUE);
  g_array_unref (self->waiting);
}

gboolean
yl_page_start (YlPageReading *self,
               YlSheetPage *page,
               const char *name,
               const XML_Char **attributes)
{
  if (strcmp (name, "col") == 0)
    add_width (page, attributes);
  else if (strcmp (name, "sheetFormatPr") == 0)
    page->default_width =
        yl_xlsx_parse_size (yl_xml_get_attribute (attributes, "defaultColWidth"), WIDTH_SCALE);
  else if (strcmp (name, "pageSetUpPr") == 0)
    start_fit (page, attributes);
  else if (strcmp (name, "pageSetup") == 0)
    start_print (page, attributes);
  else if (strcmp (name, "conditionalFormatting") == 0)
    yl_page_set_ranges (self, yl_xml_get_attribute (attributes, "sqref"));
  else if (strcmp (name, "cfRule") == 0)
    yl_page_start_rule (self, attributes);
  else if (strcmp (name, "iconSet") == 0 || strcmp (name, "dataBar") == 0)
    yl_page_start_symbol (self, attributes);
  else if (strcmp (name, "formula") == 0)
    {
      self->n_formulas++;
      return TRUE;
    }
  return FALSE;
}

void
yl_page_add_text (YlPageReading *self, const char *at, gsize length)
{
  GString *formula = self->n_formulas > 1 && !self->is_range ? self->second : self->first;
  if (formula->len + length <= YL_XLSX_FORMULA_BYTES)
    g_string_append_len (formula, at, (gssize) length);
}

void
yl_page_end (YlPageReading *self, YlWorkbook *workbook, YlSheetPage *page, const char *name)
{
  if (strcmp (name, "cfRule") == 0 && yl_page_keep_rule (self, workbook, page))
    yl_page_put_rule (self, page, &self->rule);
}

/* Behind the sheet of a reference: "'预算!总表'!$A$1:$J$30". */
static const char *
skip_sheet (const char *text)
{
  const char *mark = strrchr (text, '!');
  return mark == NULL ? text : mark + 1;
}

void
yl_page_set_print_areas (YlSheetPage *page, const char *text)
{
  gboolean is_quoted = FALSE;
  const char *start = text;
  for (const char *at = text;; at++)
    {
      is_quoted ^= *at == '\'';
      if (*at != '\0' && (*at != ',' || is_quoted))
        continue;
      g_autofree char *part = g_strndup (start, (gsize) (at - start));
      YlCellRange area;
      if (!yl_cell_range_parse (skip_sheet (part), &area)
          || page->print_areas->len >= MAX_PRINT_AREAS)
        {
          /* Whole columns, a formula: nobody knows what is left out. */
          g_array_set_size (page->print_areas, 0);
          return;
        }
      g_array_append_val (page->print_areas, area);
      start = at + 1;
      if (*at == '\0')
        return;
    }
}
