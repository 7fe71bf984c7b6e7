#include "found-private.h"

#include "reference-private.h"
#include "xml-private.h"
#include "yanglu/domain/cell-place.h"

/* The cell that wrote a shared formula out. */
typedef struct
{
  char *formula;
  guint32 row;
  guint column;
} Share;

static void
share_free (gpointer data)
{
  Share *share = data;
  g_free (share->formula);
  g_free (share);
}

void
yl_found_sheet_init (YlFoundSheet *found, YlWorkbook *workbook)
{
  *found = (YlFoundSheet){
    .workbook = workbook,
    .formula.text = g_string_new (NULL),
    .shares = g_hash_table_new_full (NULL, NULL, NULL, share_free),
  };
}

void
yl_found_sheet_clear (YlFoundSheet *found)
{
  g_string_free (found->formula.text, TRUE);
  g_hash_table_unref (found->shares);
}

void
yl_found_sheet_begin (YlFoundSheet *found, const char *name, YlSheetState state)
{
  g_hash_table_remove_all (found->shares);
  found->sheet = yl_workbook_add_sheet (found->workbook, name);
  found->sheet->state = state;
}

/* A row or column of no size is as hidden as one that says so. */
static gboolean
is_without (const XML_Char **attributes, const char *size)
{
  const char *text = yl_xml_get_attribute (attributes, size);
  return text != NULL && strpbrk (text, "123456789") == NULL && strchr (text, '0') != NULL;
}

static void
add_hidden_columns (YlFoundSheet *found, const XML_Char **attributes)
{
  const char *first = yl_xml_get_attribute (attributes, "min");
  const char *last = yl_xml_get_attribute (attributes, "max");
  if (first == NULL || last == NULL
      || !(yl_xml_is_true (yl_xml_get_attribute (attributes, "hidden"))
           || is_without (attributes, "width")))
    return;
  const guint from = yl_index_parse (first, strlen (first));
  const guint to = yl_index_parse (last, strlen (last));
  /* Beyond the last cell of a sheet nothing can stand. */
  for (guint column = MAX (from, 1); column <= MIN (to, 16384u); column++)
    {
      const guint16 hidden = (guint16) (column - 1);
      g_array_append_val (found->sheet->hidden_columns, hidden);
    }
}

static void
add_merge (YlFoundSheet *found, const XML_Char **attributes)
{
  const char *reference = yl_xml_get_attribute (attributes, "ref");
  const char *colon = reference == NULL ? NULL : strchr (reference, ':');
  if (colon == NULL)
    return;
  YlCellRange merge;
  guint column = 0;
  g_autofree char *first = g_strndup (reference, (gsize) (colon - reference));
  if (!yl_cell_parse (first, &merge.first_row, &column))
    return;
  merge.first_column = (guint16) column;
  if (!yl_cell_parse (colon + 1, &merge.last_row, &column))
    return;
  merge.last_column = (guint16) column;
  g_array_append_val (found->sheet->merges, merge);
}

void
yl_found_sheet_element (YlFoundSheet *found, const char *name, const XML_Char **attributes)
{
  if (strcmp (name, "col") == 0)
    add_hidden_columns (found, attributes);
  else if (strcmp (name, "mergeCell") == 0)
    add_merge (found, attributes);
  else if (strcmp (name, "filterColumn") == 0)
    found->sheet->is_filtered = TRUE;
}

void
yl_found_sheet_row (YlFoundSheet *found, guint32 row, const XML_Char **attributes)
{
  GArray *hidden = found->sheet->hidden_rows;
  const gboolean is_later =
      hidden->len == 0 || g_array_index (hidden, guint32, hidden->len - 1) < row;
  if (is_later
      && (yl_xml_is_true (yl_xml_get_attribute (attributes, "hidden"))
          || is_without (attributes, "ht")))
    g_array_append_val (hidden, row);
}

void
yl_found_sheet_start_formula (YlFoundSheet *found, const XML_Char **attributes)
{
  const char *type = yl_xml_get_attribute (attributes, "t");
  const char *share = yl_xml_get_attribute (attributes, "si");
  found->formula.is_shared = g_strcmp0 (type, "shared") == 0 && share != NULL;
  found->formula.is_array = g_strcmp0 (type, "array") == 0;
  found->formula.share = share == NULL ? 0 : yl_index_parse (share, strlen (share));
  g_string_truncate (found->formula.text, 0);
}

/* Excel's longest formula has 8192 characters; in UTF-8 at most four times as many bytes. */
#define LONGEST_FORMULA_BYTES ((gsize) 4 * 8192)

void
yl_found_sheet_add_formula (YlFoundSheet *found, const char *at, gsize length)
{
  const gsize room = LONGEST_FORMULA_BYTES - MIN (found->formula.text->len, LONGEST_FORMULA_BYTES);
  g_string_append_len (found->formula.text, at, (gssize) MIN (length, room));
}

/* The first cell of a shared formula writes it out, the others name it by its number. */
static char *
expand_share (YlFoundSheet *found, const YlCell *cell)
{
  const gpointer key = GUINT_TO_POINTER (found->formula.share);
  if (found->formula.text->len > 0)
    {
      Share *share = g_new (Share, 1);
      *share = (Share){ g_strdup (found->formula.text->str), cell->row, cell->column };
      g_hash_table_insert (found->shares, key, share);
      return g_strdup (share->formula);
    }
  const Share *share = g_hash_table_lookup (found->shares, key);
  if (share == NULL)
    return g_strdup ("#REF!");
  return yl_formula_shift (share->formula, (gint64) cell->row - share->row,
                           (gint64) cell->column - share->column);
}

static YlTextId
take_formula (YlFoundSheet *found, const YlCell *cell)
{
  YlTextPool *texts = found->workbook->texts;
  const YlFoundFormula *formula = &found->formula;
  if (!formula->is_shared)
    return yl_text_pool_add (texts, (YlText){ formula->text->str, formula->text->len });
  g_autofree char *expanded = expand_share (found, cell);
  return yl_text_pool_add (texts, yl_text_of (expanded));
}

void
yl_found_sheet_cell (YlFoundSheet *found, const YlCell *cell, YlText value, YlMask mask)
{
  const gboolean has_formula = found->formula.text->len > 0 || found->formula.is_shared;
  YlCell whole = *cell;
  if (has_formula)
    whole.formula = take_formula (found, cell);
  whole.is_array = has_formula && found->formula.is_array;
  whole.value = yl_text_pool_add (found->workbook->texts, value);
  g_string_truncate (found->formula.text, 0);
  found->formula.is_shared = FALSE;
  found->formula.is_array = FALSE;
  if (whole.formula != 0 || whole.content != YL_CONTENT_NONE)
    yl_worksheet_put (found->sheet, &whole);
  const gboolean is_number = whole.content == YL_CONTENT_NUMBER
                             || (whole.content == YL_CONTENT_NONE && whole.formula != 0);
  if (mask == YL_MASK_NONE || !is_number)
    return;
  const YlMaskedCell masked = { whole.row, whole.column, (guint16) mask };
  g_array_append_val (found->sheet->masked, masked);
}
