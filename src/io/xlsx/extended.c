/* Conditional formats of the extension that Excel 2010 brought (x14, [MS-XLSX] 2.6.27): its rules hold
 * their looks, and their ranges come behind them as a text. */
#include "reading-private.h"

#include <string.h>

static const char *
skip_prefix (const char *name)
{
  const char *colon = strchr (name, ':');
  return colon == NULL ? name : colon + 1;
}

static void
start_change (YlPageReading *self, const char *name, const XML_Char **attributes)
{
  const char *code = yl_xml_get_attribute (attributes, "formatCode");
  yl_xlsx_difference_read (&self->difference, &self->styles->theme, name, attributes);
  if (strcmp (name, "numFmt") == 0 && code != NULL)
    self->difference.look.format = yl_arena_keep (self->styles->arena, code);
}

static YlExtended
start_text (YlPageReading *self, gboolean is_range)
{
  self->is_range = is_range;
  if (is_range)
    g_string_truncate (self->first, 0);
  else
    self->n_formulas++;
  return YL_EXTENDED_TEXT;
}

static YlExtended
start_within (YlPageReading *self, const char *name, const XML_Char **attributes)
{
  if (strcmp (name, "dxf") == 0)
    self->is_changing = TRUE;
  if (self->is_changing)
    start_change (self, name, attributes);
  else if (strcmp (name, "conditionalFormatting") == 0)
    {
      g_array_set_size (self->waiting, 0);
      g_array_set_size (self->ranges, 0);
    }
  else if (strcmp (name, "cfRule") == 0)
    {
      yl_page_start_rule (self, attributes);
      self->difference = YL_XLSX_NO_DIFFERENCE;
    }
  else if (strcmp (name, "iconSet") == 0 || strcmp (name, "dataBar") == 0)
    yl_page_start_symbol (self, attributes);
  else if (strcmp (name, "f") == 0 || strcmp (name, "sqref") == 0)
    return start_text (self, name[0] == 's');
  return YL_EXTENDED_ELEMENT;
}

YlExtended
yl_extended_start (YlPageReading *self, const char *name, const XML_Char **attributes)
{
  if (self->is_extended)
    return start_within (self, skip_prefix (name), attributes);
  self->is_extended = strcmp (skip_prefix (name), "conditionalFormattings") == 0;
  return self->is_extended ? YL_EXTENDED_ELEMENT : YL_EXTENDED_NOT;
}

/* A workbook that is full of looks takes no more. */
static void
end_rule (YlPageReading *self, YlWorkbook *workbook, YlSheetPage *page)
{
  if (self->has_look && workbook->looks->len >= YL_MAX_LOOKS)
    page->n_unread++;
  else if (yl_page_keep_rule (self, workbook, page))
    {
      if (self->has_look)
        self->rule.look = yl_workbook_add_look (workbook, &self->difference.look);
      g_array_append_val (self->waiting, self->rule);
    }
}

static void
end_formatting (YlPageReading *self, YlSheetPage *page)
{
  for (guint i = 0; i < self->waiting->len; i++)
    yl_page_put_rule (self, page, &g_array_index (self->waiting, YlLookCondition, i));
  g_array_set_size (self->waiting, 0);
}

gboolean
yl_extended_end (YlPageReading *self, YlWorkbook *workbook, YlSheetPage *page, const char *name)
{
  const char *own = skip_prefix (name);
  if (!self->is_extended)
    return FALSE;
  if (strcmp (own, "conditionalFormattings") == 0)
    self->is_extended = FALSE;
  else if (strcmp (own, "conditionalFormatting") == 0)
    end_formatting (self, page);
  else if (strcmp (own, "cfRule") == 0)
    end_rule (self, workbook, page);
  else if (strcmp (own, "sqref") == 0)
    yl_page_set_ranges (self, self->first->str);
  else if (strcmp (own, "dxf") == 0)
    {
      self->is_changing = FALSE;
      self->has_look = TRUE;
    }
  return TRUE;
}
