#include "writer-private.h"

#define FONT_TITLE "方正小标宋简体"
#define FONT_BODY "仿宋_GB2312"
#define FONT_NUMBER "宋体"
#define COLOUR_TOTAL 0xEDEDED
#define COLOUR_HEAD 0xDDE6F0
#define COLOUR_INPUT 0xFFF8DC
#define COLOUR_FAULT 0xF8CBAD

static const char *const number_formats[YL_N_MEASURES] = {
  [YL_MEASURE_FEN] = "#,##0.00_ ", [YL_MEASURE_KM] = "#,##0.000_ ", [YL_MEASURE_METRE] = "#,##0_ ",
  [YL_MEASURE_COUNT] = "#,##0_ ",  [YL_MEASURE_PPM] = "0.00##%_ ",  [YL_MEASURE_NUMBER] = "0",
};

static gboolean
is_text (const YlFormCell *cell)
{
  return cell->look != YL_LOOK_FIGURE && cell->look != YL_LOOK_DECIMAL;
}

static void
set_alignment (lxw_format *format, const YlFormCell *cell)
{
  const gboolean is_centred =
      cell->look == YL_LOOK_LABEL || cell->look == YL_LOOK_RESULT
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
  format_set_font_size (format, cell->style == YL_STYLE_NOTE ? 9 : 10);
  /* Not the text format "@" for a result: a cell so formatted shows its formula once edited. */
  if (cell->look != YL_LOOK_RESULT && cell->look != YL_LOOK_DECIMAL)
    format_set_num_format (format, is_text (cell) ? "@" : number_formats[cell->measure]);
  set_alignment (format, cell);
  set_style (format, cell->style);
}

static void
set_head (lxw_format *format, YlLook look)
{
  format_set_font_name (format, FONT_BODY);
  format_set_font_size (format, 10);
  format_set_bold (format);
  format_set_bg_color (format, COLOUR_HEAD);
  format_set_text_wrap (format);
  format_set_align (format, LXW_ALIGN_CENTER);
  format_set_border (format, LXW_BORDER_THIN);
  if (look == YL_LOOK_HEAD_UPPER)
    format_set_bottom (format, LXW_BORDER_NONE);
  if (look == YL_LOOK_HEAD_LOWER)
    format_set_top (format, LXW_BORDER_NONE);
}

static void
set_line (lxw_format *format, YlLook look)
{
  format_set_font_name (format, FONT_BODY);
  format_set_font_size (format, 10.5);
  if (look == YL_LOOK_CENTRE)
    format_set_align (format, LXW_ALIGN_CENTER);
  else
    format_set_align (format, look == YL_LOOK_RIGHT ? LXW_ALIGN_RIGHT : LXW_ALIGN_LEFT);
}

static void
set_frame (lxw_format *format, YlLook look)
{
  if (look == YL_LOOK_TITLE)
    {
      format_set_font_name (format, FONT_TITLE);
      format_set_font_size (format, 18);
      format_set_align (format, LXW_ALIGN_CENTER);
    }
  else if (look == YL_LOOK_HEAD || look == YL_LOOK_HEAD_UPPER || look == YL_LOOK_HEAD_LOWER)
    set_head (format, look);
  else
    set_line (format, look);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
}

lxw_format *
yl_xlsx_writer_get_format (YlXlsxWriter *writer, const YlFormCell *cell)
{
  const gboolean is_frame = cell->look >= YL_LOOK_TITLE;
  const guint kind = cell->look == YL_LOOK_FIGURE ? cell->measure : YL_N_MEASURES + cell->look;
  lxw_format **slot = &writer->formats[is_frame ? YL_STYLE_BODY : cell->style][kind];
  if (*slot != NULL || cell->look == YL_LOOK_RAW)
    return *slot;
  *slot = workbook_add_format (writer->workbook);
  if (is_frame)
    set_frame (*slot, cell->look);
  else
    set_body (*slot, cell);
  return *slot;
}
