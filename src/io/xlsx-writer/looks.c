#include "writer-private.h"

#define FONT_TITLE "方正小标宋简体"
#define FONT_BODY "仿宋_GB2312"
#define FONT_PROSE_HEAD "黑体"
#define FONT_NUMBER "宋体"
#define COLOUR_TOTAL 0xEDEDED
#define COLOUR_HEAD 0xDDE6F0
#define COLOUR_INPUT 0xFFF8DC
#define COLOUR_FAULT 0xF8CBAD
#define COLOUR_REQUIRED 0xFCE4D6
#define COLOUR_WARNING 0xC00000

static const char *const number_formats[] = {
  [YL_MEASURE_FEN] = "#,##0.00_ ", [YL_MEASURE_KM] = "#,##0.000_ ", [YL_MEASURE_CM] = "#,##0.00_ ",
  [YL_MEASURE_COUNT] = "#,##0_ ",  [YL_MEASURE_PPM] = "0.00##%_ ",  [YL_MEASURE_NUMBER] = "0",
};
G_STATIC_ASSERT (G_N_ELEMENTS (number_formats) == YL_N_MEASURES);

static gboolean
is_text (const YlFormCell *cell)
{
  return cell->look != YL_LOOK_FIGURE && cell->look != YL_LOOK_DECIMAL;
}

static void
set_alignment (lxw_format *format, const YlFormCell *cell)
{
  const gboolean is_centred =
      cell->look == YL_LOOK_LABEL || (cell->look == YL_LOOK_RESULT && cell->style != YL_STYLE_NOTE)
      || (cell->look == YL_LOOK_FIGURE && cell->measure == YL_MEASURE_NUMBER);
  if (is_centred)
    format_set_align (format, LXW_ALIGN_CENTER);
  else
    format_set_align (format, is_text (cell) ? LXW_ALIGN_LEFT : LXW_ALIGN_RIGHT);
  if (is_text (cell) && !is_centred)
    format_set_indent (format, 1);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  if (is_text (cell))
    format_set_text_wrap (format);
}

static void
set_style (lxw_format *format, YlStyle style)
{
  if (style != YL_STYLE_NOTE)
    format_set_border (format, LXW_BORDER_THIN);
  if (style == YL_STYLE_TOTAL || style == YL_STYLE_SECTION || style == YL_STYLE_FAULT)
    format_set_bold (format);
  if (style == YL_STYLE_TOTAL)
    format_set_bg_color (format, COLOUR_TOTAL);
  if (style == YL_STYLE_FAULT)
    format_set_bg_color (format, COLOUR_FAULT);
  if (style == YL_STYLE_INPUT)
    {
      format_set_bg_color (format, COLOUR_INPUT);
      format_set_unlocked (format);
    }
}

static void
set_body (lxw_format *format, const YlFormCell *cell)
{
  format_set_font_name (format, is_text (cell) ? FONT_BODY : FONT_NUMBER);
  format_set_font_size (format, 10);
  /* Not the text format "@" for a result: a cell so formatted shows its formula once edited. */
  if (cell->look != YL_LOOK_RESULT && cell->look != YL_LOOK_DECIMAL)
    format_set_num_format (format, is_text (cell) ? "@" : number_formats[cell->measure]);
  set_alignment (format, cell);
  set_style (format, cell->style);
}

/* Of looks that know no style. Numbers keep off the line by their format: LibreOffice forgets the indent of the second of
 * two cells that look alike. */
enum
{
  BOLD = 1 << 0,
  WRAPPED = 1 << 1,
  INDENTED = 1 << 2,
  SHRUNK = 1 << 3, /* to the width of its cell */
  UNLOCKED = 1 << 4,
  BORDERED = 1 << 5,
  OPEN_BELOW = 1 << 6,
  OPEN_ABOVE = 1 << 7,
  LINED = 1 << 8, /* below alone */
  HEAD = BOLD | WRAPPED | BORDERED,
  PRINTED = WRAPPED | BORDERED,
  SUM = BOLD | SHRUNK | BORDERED,
  FIELD = UNLOCKED | BORDERED,
};

static const struct
{
  const char *font;
  double size;
  guint8 align;
  guint16 marks;
  guint32 colour;     /* 0: none */
  const char *number; /* (nullable) */
} frames[] = {
  /* Those of figures and words are what set_body() makes them. */
  [YL_LOOK_FIGURE] = { NULL },
  [YL_LOOK_TEXT] = { NULL },
  [YL_LOOK_LABEL] = { NULL },
  [YL_LOOK_RESULT] = { NULL },
  [YL_LOOK_DECIMAL] = { NULL },
  [YL_LOOK_RAW] = { NULL },
  [YL_LOOK_TITLE] = { FONT_TITLE, 18, LXW_ALIGN_CENTER, 0, 0, NULL },
  [YL_LOOK_LEFT] = { FONT_BODY, 10.5, LXW_ALIGN_LEFT, 0, 0, NULL },
  [YL_LOOK_CENTRE] = { FONT_BODY, 10.5, LXW_ALIGN_CENTER, 0, 0, NULL },
  [YL_LOOK_RIGHT] = { FONT_BODY, 10.5, LXW_ALIGN_RIGHT, 0, 0, NULL },
  [YL_LOOK_HEAD] = { FONT_BODY, 10, LXW_ALIGN_CENTER, HEAD, COLOUR_HEAD, NULL },
  [YL_LOOK_HEAD_UPPER] = { FONT_BODY, 10, LXW_ALIGN_CENTER, HEAD | OPEN_BELOW, COLOUR_HEAD, NULL },
  [YL_LOOK_HEAD_LOWER] = { FONT_BODY, 10, LXW_ALIGN_CENTER, HEAD | OPEN_ABOVE, COLOUR_HEAD, NULL },
  [YL_LOOK_SIGN] = { FONT_BODY, 10.5, LXW_ALIGN_LEFT, 0, 0, NULL },
  [YL_LOOK_COVER_TITLE] = { FONT_TITLE, YL_POINTS_COVER_TITLE, LXW_ALIGN_CENTER, WRAPPED, 0, NULL },
  [YL_LOOK_COVER_CENTRE] = { FONT_BODY, YL_POINTS_COVER, LXW_ALIGN_CENTER, 0, 0, NULL },
  [YL_LOOK_COVER_LABEL] = { FONT_BODY, YL_POINTS_COVER, LXW_ALIGN_RIGHT, 0, 0, NULL },
  [YL_LOOK_COVER_TEXT] = { FONT_BODY, YL_POINTS_COVER, LXW_ALIGN_LEFT, WRAPPED | LINED, 0, NULL },
  [YL_LOOK_COVER_YUAN] = { FONT_NUMBER, YL_POINTS_COVER, LXW_ALIGN_LEFT, LINED, 0,
                           "#,##0.00\" 元\"" },
  [YL_LOOK_PROSE_HEAD] = { FONT_PROSE_HEAD, YL_POINTS_PROSE, LXW_ALIGN_LEFT, WRAPPED, 0, NULL },
  [YL_LOOK_PROSE] = { FONT_BODY, YL_POINTS_PROSE, LXW_ALIGN_LEFT, WRAPPED, 0, NULL },
  [YL_LOOK_ENTRY_LEFT] = { FONT_BODY, 10.5, LXW_ALIGN_NONE, 0, 0, NULL },
  [YL_LOOK_ENTRY_HEAD] = { FONT_BODY, 10.5, LXW_ALIGN_CENTER, HEAD, COLOUR_HEAD, NULL },
  [YL_LOOK_ENTRY_REQUIRED] = { FONT_BODY, 10.5, LXW_ALIGN_CENTER, HEAD, COLOUR_REQUIRED, NULL },
  [YL_LOOK_ENTRY_TEXT] = { FONT_BODY, 10.5, LXW_ALIGN_LEFT, PRINTED | INDENTED, 0, NULL },
  [YL_LOOK_ENTRY_LABEL] = { FONT_BODY, 10.5, LXW_ALIGN_CENTER, PRINTED, 0, NULL },
  [YL_LOOK_ENTRY_SUM_LABEL] = { FONT_BODY, 10.5, LXW_ALIGN_CENTER, SUM, COLOUR_TOTAL, NULL },
  [YL_LOOK_ENTRY_SUM_KM] = { FONT_NUMBER, 10.5, LXW_ALIGN_RIGHT, SUM, COLOUR_TOTAL, "0.000_ " },
  [YL_LOOK_ENTRY_SUM_COUNT] = { FONT_NUMBER, 10.5, LXW_ALIGN_RIGHT, SUM, COLOUR_TOTAL, "#,##0_ " },
  [YL_LOOK_ENTRY_SUM_YUAN] = { FONT_NUMBER, 10.5, LXW_ALIGN_RIGHT, SUM, COLOUR_TOTAL,
                               "#,##0.00_ " },
  [YL_LOOK_ENTRY_SUM_PAID] = { FONT_NUMBER, 10.5, LXW_ALIGN_RIGHT, SUM, COLOUR_TOTAL,
                               "\"按标准 \"#,##0.00\" 元\"" },
  [YL_LOOK_ENTRY_WARNING] = { FONT_BODY, 10.5, LXW_ALIGN_CENTER, SHRUNK | BORDERED, COLOUR_TOTAL,
                              NULL },
  [YL_LOOK_ENTRY_OPEN] = { FONT_BODY, 10.5, LXW_ALIGN_NONE, UNLOCKED, 0, NULL },
  [YL_LOOK_FIELD_TEXT] = { FONT_BODY, 10, LXW_ALIGN_LEFT, FIELD | INDENTED, 0, "@" },
  [YL_LOOK_FIELD_LABEL] = { FONT_BODY, 10, LXW_ALIGN_CENTER, FIELD, 0, "@" },
  [YL_LOOK_FIELD_TEXT_LINES] = { FONT_BODY, 10, LXW_ALIGN_LEFT, FIELD | INDENTED | WRAPPED, 0,
                                 "@" },
  [YL_LOOK_FIELD_LABEL_LINES] = { FONT_BODY, 10, LXW_ALIGN_CENTER, FIELD | WRAPPED, 0, "@" },
  [YL_LOOK_FIELD_KM] = { FONT_NUMBER, 10, LXW_ALIGN_RIGHT, FIELD, 0, "0.000_ " },
  [YL_LOOK_FIELD_METRE] = { FONT_NUMBER, 10, LXW_ALIGN_RIGHT, FIELD, 0, "0.00_ " },
  [YL_LOOK_FIELD_WIDTH] = { FONT_NUMBER, 10, LXW_ALIGN_RIGHT, FIELD, 0, "0.0##_ " },
  [YL_LOOK_FIELD_YUAN] = { FONT_NUMBER, 10, LXW_ALIGN_RIGHT, FIELD, 0, "#,##0.00_ " },
  [YL_LOOK_FIELD_YEAR] = { FONT_NUMBER, 10, LXW_ALIGN_CENTER, FIELD, 0, "0" },
  [YL_LOOK_FIELD_DATE] = { FONT_NUMBER, 10, LXW_ALIGN_CENTER, FIELD, 0,
                           "yyyy\"年\"m\"月\"d\"日\"" },
  [YL_LOOK_FIELD_PERCENT] = { FONT_NUMBER, 10, LXW_ALIGN_RIGHT, FIELD, 0, "0.00##_ " },
  [YL_LOOK_FIELD_HINT] = { FONT_BODY, 10, LXW_ALIGN_LEFT, FIELD, 0, NULL },
  [YL_LOOK_FOUND] = { FONT_NUMBER, 11, LXW_ALIGN_NONE, 0, 0, NULL },
  [YL_LOOK_FOUND_LINES] = { FONT_NUMBER, 11, LXW_ALIGN_NONE, WRAPPED, 0, NULL },
};
G_STATIC_ASSERT (G_N_ELEMENTS (frames) == YL_N_LOOKS);

static void
set_frame (lxw_format *format, YlLook look)
{
  const guint marks = frames[look].marks;
  format_set_font_name (format, frames[look].font);
  format_set_font_size (format, frames[look].size);
  format_set_align (format, frames[look].align);
  /* What fonts leave of a row of prose is the gap before the next. */
  const gboolean is_prose = look == YL_LOOK_PROSE || look == YL_LOOK_PROSE_HEAD;
  format_set_align (format, is_prose ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER);
  if (frames[look].number != NULL)
    format_set_num_format (format, frames[look].number);
  if (frames[look].colour != 0)
    format_set_bg_color (format, frames[look].colour);
  if (look == YL_LOOK_ENTRY_WARNING)
    format_set_font_color (format, COLOUR_WARNING);
  if ((marks & BOLD) != 0)
    format_set_bold (format);
  if ((marks & WRAPPED) != 0)
    format_set_text_wrap (format);
  if ((marks & INDENTED) != 0)
    format_set_indent (format, 1);
  if ((marks & SHRUNK) != 0)
    format_set_shrink (format);
  if ((marks & UNLOCKED) != 0)
    format_set_unlocked (format);
  if ((marks & BORDERED) != 0)
    format_set_border (format, LXW_BORDER_THIN);
  if ((marks & LINED) != 0)
    format_set_bottom (format, LXW_BORDER_THIN);
  if ((marks & OPEN_BELOW) != 0)
    format_set_bottom (format, LXW_BORDER_NONE);
  if ((marks & OPEN_ABOVE) != 0)
    format_set_top (format, LXW_BORDER_NONE);
}

static gboolean
is_frame (const YlFormCell *cell)
{
  return cell->look >= YL_LOOK_TITLE;
}

void
yl_xlsx_writer_dress (lxw_format *format, const YlFormCell *cell)
{
  if (is_frame (cell))
    set_frame (format, cell->look);
  else if (cell->look != YL_LOOK_RAW)
    set_body (format, cell);
}

lxw_format *
yl_xlsx_writer_get_format (YlXlsxWriter *writer, const YlFormCell *cell)
{
  const guint kind = cell->look == YL_LOOK_FIGURE ? cell->measure : YL_N_MEASURES + cell->look;
  lxw_format **slot = &writer->formats[is_frame (cell) ? YL_STYLE_BODY : cell->style][kind];
  if (*slot != NULL || cell->look == YL_LOOK_RAW)
    return *slot;
  *slot = workbook_add_format (writer->workbook);
  yl_xlsx_writer_dress (*slot, cell);
  return *slot;
}
