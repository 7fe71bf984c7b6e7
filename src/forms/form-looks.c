#include "form-private.h"

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
is_text_look (guint look)
{
  return look >= YL_N_MEASURES && look != YL_LOOK_DECIMAL;
}

static void
set_alignment (lxw_format *format, guint look)
{
  const gboolean is_centred =
      look == YL_LOOK_LABEL || look == YL_LOOK_RESULT || look == YL_MEASURE_NUMBER;
  const gboolean is_text = is_text_look (look);
  if (is_centred)
    format_set_align (format, LXW_ALIGN_CENTER);
  else
    format_set_align (format, is_text ? LXW_ALIGN_LEFT : LXW_ALIGN_RIGHT);
  if (is_text && !is_centred)
    format_set_indent (format, 1);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  if (is_text)
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

lxw_format *
yl_form_get_look (YlForm *form, YlStyle style, guint look)
{
  lxw_format **slot = &form->looks[style][look];
  if (*slot != NULL)
    return *slot;
  lxw_format *format = workbook_add_format (form->workbook);
  const gboolean is_text = is_text_look (look);
  format_set_font_name (format, is_text ? FONT_BODY : FONT_NUMBER);
  format_set_font_size (format, style == YL_STYLE_NOTE ? 9 : 10);
  if (look != YL_LOOK_RESULT && look != YL_LOOK_DECIMAL)
    format_set_num_format (format, is_text ? "@" : number_formats[look]);
  set_alignment (format, look);
  set_style (format, style);
  *slot = format;
  return format;
}

static void
set_head (lxw_format *format, YlFrame frame)
{
  format_set_font_name (format, FONT_BODY);
  format_set_font_size (format, 10);
  format_set_bold (format);
  format_set_bg_color (format, COLOUR_HEAD);
  format_set_text_wrap (format);
  format_set_align (format, LXW_ALIGN_CENTER);
  format_set_border (format, LXW_BORDER_THIN);
  if (frame == YL_FRAME_HEAD_UPPER)
    format_set_bottom (format, LXW_BORDER_NONE);
  if (frame == YL_FRAME_HEAD_LOWER)
    format_set_top (format, LXW_BORDER_NONE);
}

static void
set_frame (lxw_format *format, YlFrame frame)
{
  format_set_font_name (format, FONT_BODY);
  format_set_font_size (format, 10.5);
  if (frame == YL_FRAME_CENTRE)
    format_set_align (format, LXW_ALIGN_CENTER);
  else
    format_set_align (format, frame == YL_FRAME_RIGHT ? LXW_ALIGN_RIGHT : LXW_ALIGN_LEFT);
}

lxw_format *
yl_form_get_frame (YlForm *form, YlFrame frame)
{
  if (form->frames[frame] != NULL)
    return form->frames[frame];
  lxw_format *format = workbook_add_format (form->workbook);
  if (frame == YL_FRAME_TITLE)
    {
      format_set_font_name (format, FONT_TITLE);
      format_set_font_size (format, 18);
      format_set_align (format, LXW_ALIGN_CENTER);
    }
  else if (frame == YL_FRAME_HEAD || frame == YL_FRAME_HEAD_UPPER || frame == YL_FRAME_HEAD_LOWER)
    set_head (format, frame);
  else
    set_frame (format, frame);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  form->frames[frame] = format;
  return format;
}
