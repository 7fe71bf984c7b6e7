#include "reading-private.h"

#include "reference-private.h"
#include "yanglu/domain/cell-place.h"

#include <string.h>

/* The cell that wrote a shared formula out. */
typedef struct
{
  char *formula;
  guint32 row;
  guint column;
} SharedFormula;

static void
share_free (gpointer data)
{
  SharedFormula *share = data;
  g_free (share->formula);
  g_free (share);
}

void
yl_loaded_sheet_init (YlLoadedSheet *loaded, YlWorkbook *workbook)
{
  *loaded = (YlLoadedSheet){
    .workbook = workbook,
    .formula.text = g_string_new (NULL),
    .shares = g_hash_table_new_full (NULL, NULL, NULL, share_free),
  };
  yl_page_init (&loaded->page);
}

void
yl_loaded_sheet_clear (YlLoadedSheet *loaded)
{
  g_string_free (loaded->formula.text, TRUE);
  g_hash_table_unref (loaded->shares);
  yl_page_clear (&loaded->page);
}

void
yl_loaded_sheet_begin (YlLoadedSheet *loaded, const char *name, YlSheetState state)
{
  g_hash_table_remove_all (loaded->shares);
  /* The last sheet may have ended in the midst of one. */
  loaded->page.is_extended = FALSE;
  loaded->page.is_changing = FALSE;
  loaded->sheet = yl_workbook_add_sheet (loaded->workbook, name);
  loaded->sheet->state = state;
}

void
yl_loaded_sheet_end (YlLoadedSheet *loaded)
{
  yl_worksheet_settle (loaded->sheet);
}

/* A row or column of no size is as hidden as one that says so. */
static gboolean
is_without (const XML_Char **attributes, const char *size)
{
  const char *text = yl_xml_get_attribute (attributes, size);
  return text != NULL && strpbrk (text, "123456789") == NULL && strchr (text, '0') != NULL;
}

static void
add_hidden_columns (YlLoadedSheet *loaded, const XML_Char **attributes)
{
  const char *first = yl_xml_get_attribute (attributes, "min");
  const char *last = yl_xml_get_attribute (attributes, "max");
  if (first == NULL || last == NULL
      || !(yl_xml_is_true (yl_xml_get_attribute (attributes, "hidden"))
           || is_without (attributes, "width")))
    return;
  const guint from = yl_index_parse (first, strlen (first));
  const guint to = yl_index_parse (last, strlen (last));
  if (from > 0)
    yl_worksheet_hide_columns (loaded->sheet, from - 1, to - 1);
}

static void
add_merge (YlLoadedSheet *loaded, const XML_Char **attributes)
{
  const char *reference = yl_xml_get_attribute (attributes, "ref");
  if (reference == NULL || strchr (reference, ':') == NULL)
    return;
  YlCellRange merge;
  if (yl_cell_range_parse (reference, &merge))
    g_array_append_val (loaded->sheet->merges, merge);
}

gboolean
yl_loaded_sheet_element (YlLoadedSheet *loaded, const char *name, const XML_Char **attributes)
{
  if (strcmp (name, "col") == 0)
    add_hidden_columns (loaded, attributes);
  else if (strcmp (name, "mergeCell") == 0)
    add_merge (loaded, attributes);
  else if (strcmp (name, "filterColumn") == 0)
    loaded->sheet->is_filtered = TRUE;
  /* Whoever wants the layouts alone keeps no texts, and shows no page. */
  return loaded->workbook->texts != NULL
         && yl_page_start (&loaded->page, &loaded->sheet->page, name, attributes);
}

gboolean
yl_xlsx_row_is_hidden (const XML_Char **attributes)
{
  return yl_xml_is_true (yl_xml_get_attribute (attributes, "hidden"))
         || is_without (attributes, "ht");
}

void
yl_loaded_sheet_hide_row (YlLoadedSheet *loaded, guint32 row)
{
  g_array_append_val (loaded->sheet->hidden_rows, row);
}

void
yl_loaded_sheet_start_formula (YlLoadedSheet *loaded, const XML_Char **attributes)
{
  const char *type = yl_xml_get_attribute (attributes, "t");
  const char *share = yl_xml_get_attribute (attributes, "si");
  loaded->formula.is_shared = g_strcmp0 (type, "shared") == 0 && share != NULL;
  loaded->formula.is_array = g_strcmp0 (type, "array") == 0;
  loaded->formula.share = share == NULL ? 0 : yl_index_parse (share, strlen (share));
  g_string_truncate (loaded->formula.text, 0);
}

void
yl_loaded_sheet_add_formula (YlLoadedSheet *loaded, const char *at, gsize length)
{
  const gsize room = YL_XLSX_FORMULA_BYTES - MIN (loaded->formula.text->len, YL_XLSX_FORMULA_BYTES);
  g_string_append_len (loaded->formula.text, at, (gssize) MIN (length, room));
}

/* The first cell of a shared formula writes it out, the others name it by its number. */
static char *
expand_share (YlLoadedSheet *loaded, const YlCell *cell)
{
  const gpointer key = GUINT_TO_POINTER (loaded->formula.share);
  if (loaded->formula.text->len > 0)
    {
      SharedFormula *share = g_new (SharedFormula, 1);
      *share = (SharedFormula){ g_strdup (loaded->formula.text->str), cell->row, cell->column };
      g_hash_table_insert (loaded->shares, key, share);
      return g_strdup (share->formula);
    }
  const SharedFormula *share = g_hash_table_lookup (loaded->shares, key);
  if (share == NULL)
    return g_strdup ("#REF!");
  return yl_formula_shift (share->formula, (gint64) cell->row - share->row,
                           (gint64) cell->column - share->column);
}

static YlTextId
take_formula (YlLoadedSheet *loaded, const YlCell *cell)
{
  YlTextPool *texts = loaded->workbook->texts;
  const GString *formula = loaded->formula.text;
  if (!loaded->formula.is_shared)
    return yl_text_pool_add (texts, (YlText){ formula->str, formula->len });
  g_autofree char *expanded = expand_share (loaded, cell);
  loaded->n_shared += strlen (expanded);
  return yl_text_pool_add (texts, yl_text_of (expanded));
}

void
yl_loaded_sheet_cell (YlLoadedSheet *loaded, const YlCell *cell, YlText value, guint16 look)
{
  const gboolean has_formula = loaded->formula.text->len > 0 || loaded->formula.is_shared;
  YlCell whole = *cell;
  if (has_formula)
    whole.formula = take_formula (loaded, cell);
  whole.is_array = has_formula && loaded->formula.is_array;
  whole.value = yl_text_pool_add (loaded->workbook->texts, value);
  g_string_truncate (loaded->formula.text, 0);
  loaded->formula.is_shared = FALSE;
  loaded->formula.is_array = FALSE;
  if (whole.formula != 0 || whole.content != YL_CONTENT_NONE)
    yl_worksheet_add (loaded->sheet, &whole);
  const gboolean is_number = whole.content == YL_CONTENT_NUMBER
                             || (whole.content == YL_CONTENT_NONE && whole.formula != 0);
  if (is_number)
    yl_worksheet_put_look (loaded->sheet, whole.row, whole.column, look);
}
