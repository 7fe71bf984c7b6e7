/* Pictures, charts and shapes over the cells of a sheet (ECMA-376 part 1, 20.5): which cells they hide. */
#include "reading-private.h"

#include <string.h>

/* Excel holds more, but nobody looks at them. */
#define MAX_COVERS 4096u

/* English Metric Units: of a dot, and what may stick out on a side while the digits are still hidden. */
#define EMU_PER_DOT 9525
#define RIM_WIDE (20 * EMU_PER_DOT)
#define RIM_HIGH (6 * EMU_PER_DOT)
/* Of columns and rows of which nobody said a size. */
#define USUAL_WIDTH (64 * EMU_PER_DOT)
#define USUAL_HEIGHT (20 * EMU_PER_DOT)
#define DIGIT_DOTS 7
#define EMU_PER_POINT 12700

/* A corner: a cell, and how far inside it. */
typedef struct
{
  gint64 column;
  gint64 column_off;
  gint64 row;
  gint64 row_off;
} Corner;

typedef struct
{
  YlXmlPart xml;
  YlSheetPage *page;
  GArray *widths; /* of guint32 */
  Corner from;
  Corner to;
  gint64 wide; /* of an anchor with one corner; 0: it has two */
  gint64 high;
  Corner *corner; /* the open one */
  gint64 *number; /* that the text is for */
  char digits[24];
  gsize n_digits;
  gboolean is_opaque;
  gboolean is_clear; /* its shape has no filling */
  guint n_lines;     /* open elements that say how its rim is drawn */
} DrawingParser;

static gint64
get_width (const DrawingParser *self, gint64 column)
{
  const guint32 width = column < (gint64) self->widths->len
                            ? g_array_index (self->widths, guint32, (guint) column)
                            : self->page->default_width;
  return width == 0 ? USUAL_WIDTH : (gint64) width * DIGIT_DOTS * EMU_PER_DOT / 1000;
}

/* The heights are by row; where a file has them otherwise, some is as good as another. */
static gint64
get_height (const DrawingParser *self, gint64 row)
{
  const GArray *heights = self->page->heights;
  guint first = 0;
  guint end = heights->len;
  while (first < end)
    {
      const guint middle = first + (end - first) / 2;
      if (g_array_index (heights, YlRowHeight, middle).row <= row + 1)
        first = middle + 1;
      else
        end = middle;
    }
  const guint32 height_cpt =
      first == 0 ? 0 : g_array_index (heights, YlRowHeight, first - 1).height_cpt;
  return height_cpt == 0 ? USUAL_HEIGHT : (gint64) height_cpt * EMU_PER_POINT / 100;
}

/* Rows and columns that an anchor of one corner may reach over. */
#define MAX_REACH 1000

/* Where an anchor with one corner and a size ends. */
static void
find_end (DrawingParser *self)
{
  gint64 wide = self->from.column_off + self->wide;
  gint64 high = self->from.row_off + self->high;
  self->to = self->from;
  for (guint i = 0; i < MAX_REACH && wide > get_width (self, self->to.column); i++)
    wide -= get_width (self, self->to.column++);
  for (guint i = 0; i < MAX_REACH && high > get_height (self, self->to.row); i++)
    high -= get_height (self, self->to.row++);
  self->to.column_off = wide;
  self->to.row_off = high;
}

/* The cells that lie below it as a whole, but for a rim. */
static void
add_cover (DrawingParser *self)
{
  if (!self->is_opaque || self->page->covers->len >= MAX_COVERS)
    return;
  if (self->wide > 0)
    find_end (self);
  const gint64 first_column = self->from.column + (self->from.column_off > RIM_WIDE ? 1 : 0);
  const gint64 first_row = self->from.row + (self->from.row_off > RIM_HIGH ? 1 : 0);
  const gboolean has_column = self->to.column_off + RIM_WIDE >= get_width (self, self->to.column);
  const gboolean has_row = self->to.row_off + RIM_HIGH >= get_height (self, self->to.row);
  const gint64 last_column = self->to.column - (has_column ? 0 : 1);
  const gint64 last_row = self->to.row - (has_row ? 0 : 1);
  if (last_column < first_column || last_row < first_row || last_column >= YL_SHEET_MAX_COLUMNS
      || last_row >= YL_SHEET_MAX_ROWS)
    return;
  const YlCellRange cover = { (guint32) first_row + 1, (guint32) last_row + 1,
                              (guint16) first_column, (guint16) last_column };
  g_array_append_val (self->page->covers, cover);
}

/* Whatever its prefix is: a drawing has elements of several namespaces. */
static const char *
get_local (const XML_Char *name)
{
  const char *colon = strchr (name, ':');
  return colon == NULL ? name : colon + 1;
}

static gint64
parse_size (const XML_Char **attributes, const char *name)
{
  const char *text = yl_xml_get_attribute (attributes, name);
  return text == NULL ? 0 : (gint64) MIN (g_ascii_strtoull (text, NULL, 10), G_MAXINT32);
}

static void
begin_anchor (DrawingParser *self)
{
  self->from = self->to = (Corner){ 0 };
  self->wide = self->high = 0;
  self->is_opaque = self->is_clear = FALSE;
  self->n_lines = 0;
}

static void
start_shape (DrawingParser *self, const char *name, const XML_Char **attributes)
{
  if (strcmp (name, "pic") == 0 || strcmp (name, "graphicFrame") == 0 || strcmp (name, "sp") == 0)
    self->is_opaque = TRUE;
  else if (strcmp (name, "ln") == 0)
    self->n_lines++;
  else if (strcmp (name, "noFill") == 0 && self->n_lines == 0)
    self->is_clear = TRUE;
  else if (strcmp (name, "ext") == 0 && !self->is_opaque && self->wide == 0)
    {
      self->wide = parse_size (attributes, "cx");
      self->high = parse_size (attributes, "cy");
    }
}

/* (nullable): what an element of a corner says. */
static gint64 *
find_number (Corner *corner, const char *name)
{
  return strcmp (name, "col") == 0      ? &corner->column
         : strcmp (name, "colOff") == 0 ? &corner->column_off
         : strcmp (name, "row") == 0    ? &corner->row
         : strcmp (name, "rowOff") == 0 ? &corner->row_off
                                        : NULL;
}

static void
start_element (void *data, const XML_Char *raw_name, const XML_Char **attributes)
{
  DrawingParser *self = data;
  const char *name = get_local (raw_name);
  self->n_digits = 0;
  self->number = self->corner == NULL ? NULL : find_number (self->corner, name);
  if (strcmp (name, "twoCellAnchor") == 0 || strcmp (name, "oneCellAnchor") == 0)
    begin_anchor (self);
  else if (strcmp (name, "from") == 0)
    self->corner = &self->from;
  else if (strcmp (name, "to") == 0)
    self->corner = &self->to;
  else if (self->corner == NULL)
    start_shape (self, name, attributes);
}

static void
end_element (void *data, const XML_Char *raw_name)
{
  DrawingParser *self = data;
  const char *name = get_local (raw_name);
  if (self->number != NULL)
    {
      self->digits[self->n_digits] = '\0';
      *self->number = (gint64) MIN (g_ascii_strtoull (self->digits, NULL, 10), G_MAXINT32);
      self->number = NULL;
    }
  if (strcmp (name, "from") == 0 || strcmp (name, "to") == 0)
    self->corner = NULL;
  else if (strcmp (name, "ln") == 0)
    self->n_lines -= self->n_lines > 0 ? 1 : 0;
  else if (strcmp (name, "sp") == 0 && self->is_clear)
    self->is_opaque = FALSE;
  else if (strcmp (name, "twoCellAnchor") == 0 || strcmp (name, "oneCellAnchor") == 0)
    add_cover (self);
}

static void
add_text (void *data, const XML_Char *at, int length)
{
  DrawingParser *self = data;
  for (int i = 0; i < length && self->number != NULL; i++)
    if (g_ascii_isdigit (at[i]) && self->n_digits + 1 < sizeof self->digits)
      self->digits[self->n_digits++] = at[i];
}

gboolean
yl_xlsx_drawing_read (YlArchive *archive, const char *part, YlSheetPage *page, GError **error)
{
  g_autoptr (GArray) widths = yl_page_list_widths (page);
  DrawingParser self = { .page = page, .widths = widths };
  return yl_xml_read_part (archive, part, &self.xml, start_element, end_element, add_text, error);
}
