#include "entry-book-private.h"

#define FONT_TITLE "方正小标宋简体"
#define FONT_BODY "仿宋_GB2312"
#define FONT_NUMBER "宋体"
#define COLOUR_HEAD 0xDDE6F0
#define COLOUR_REQUIRED 0xFCE4D6
#define COLOUR_SUM 0xEDEDED
#define COLOUR_WARNING 0xC00000

#define PAPER_A3 8
#define PAPER_A4 9

static const char *const field_formats[YL_N_ENTRY_FIELDS] = {
  [YL_FIELD_TEXT] = "@",         [YL_FIELD_LABEL] = "@",
  [YL_FIELD_STAKE] = "0.000",    [YL_FIELD_KM] = "0.000",
  [YL_FIELD_METRE] = "0",        [YL_FIELD_WIDTH] = "0.0##",
  [YL_FIELD_YUAN] = "#,##0.00",  [YL_FIELD_YEAR] = "0",
  [YL_FIELD_PERCENT] = "0.00##", [YL_FIELD_DATE] = "yyyy\"年\"m\"月\"d\"日\"",
};

void
yl_entry_book_note (YlEntryBook *book, lxw_error failure)
{
  if (book->failure == LXW_NO_ERROR)
    book->failure = failure;
}

static lxw_format *
new_format (YlEntryBook *book, const char *font, double size)
{
  lxw_format *format = workbook_add_format (book->workbook);
  format_set_font_name (format, font);
  format_set_font_size (format, size);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  return format;
}

lxw_format *
yl_entry_book_get_field (YlEntryBook *book, YlEntryField field)
{
  if (book->fields[field] != NULL)
    return book->fields[field];
  const gboolean is_text = field == YL_FIELD_TEXT || field == YL_FIELD_LABEL;
  lxw_format *format = new_format (book, is_text ? FONT_BODY : FONT_NUMBER, 10);
  format_set_num_format (format, field_formats[field]);
  format_set_border (format, LXW_BORDER_THIN);
  format_set_unlocked (format);
  if (field == YL_FIELD_TEXT)
    {
      format_set_align (format, LXW_ALIGN_LEFT);
      format_set_indent (format, 1);
    }
  else if (field == YL_FIELD_LABEL || field == YL_FIELD_YEAR || field == YL_FIELD_DATE)
    format_set_align (format, LXW_ALIGN_CENTER);
  else
    {
      format_set_align (format, LXW_ALIGN_RIGHT);
      format_set_indent (format, 1);
    }
  book->fields[field] = format;
  return format;
}

static void
set_sum (lxw_format *format, YlEntryLook look)
{
  format_set_bold (format);
  format_set_bg_color (format, COLOUR_SUM);
  format_set_border (format, LXW_BORDER_THIN);
  format_set_shrink (format);
  if (look == YL_LOOK_SUM_LABEL)
    {
      format_set_align (format, LXW_ALIGN_CENTER);
      return;
    }
  format_set_align (format, LXW_ALIGN_RIGHT);
  format_set_num_format (format, look == YL_LOOK_SUM_KM     ? "#,##0.000"
                                 : look == YL_LOOK_SUM_YUAN ? "#,##0.00"
                                                            : "#,##0");
}

static void
set_head (lxw_format *format, YlEntryLook look)
{
  format_set_bold (format);
  format_set_text_wrap (format);
  format_set_align (format, LXW_ALIGN_CENTER);
  format_set_border (format, LXW_BORDER_THIN);
  format_set_bg_color (format, look == YL_LOOK_HEAD ? COLOUR_HEAD : COLOUR_REQUIRED);
}

static void
set_cell (lxw_format *format, YlEntryLook look)
{
  format_set_border (format, LXW_BORDER_THIN);
  format_set_text_wrap (format);
  format_set_align (format, look == YL_LOOK_CELL ? LXW_ALIGN_LEFT : LXW_ALIGN_CENTER);
  if (look == YL_LOOK_CELL)
    format_set_indent (format, 1);
}

static void
set_look (lxw_format *format, YlEntryLook look)
{
  switch (look)
    {
    case YL_LOOK_TITLE:
      format_set_align (format, LXW_ALIGN_CENTER);
      break;
    case YL_LOOK_RIGHT:
      format_set_align (format, LXW_ALIGN_RIGHT);
      break;
    case YL_LOOK_HEAD:
    case YL_LOOK_HEAD_REQUIRED:
      set_head (format, look);
      break;
    case YL_LOOK_CELL:
    case YL_LOOK_CELL_CENTRE:
      set_cell (format, look);
      break;
    case YL_LOOK_SUM_LABEL:
    case YL_LOOK_SUM_KM:
    case YL_LOOK_SUM_COUNT:
    case YL_LOOK_SUM_YUAN:
      set_sum (format, look);
      break;
    case YL_LOOK_WARNING:
      format_set_font_color (format, COLOUR_WARNING);
      format_set_align (format, LXW_ALIGN_CENTER);
      format_set_bg_color (format, COLOUR_SUM);
      format_set_border (format, LXW_BORDER_THIN);
      format_set_shrink (format);
      break;
    case YL_LOOK_SECTION:
      format_set_bold (format);
      break;
    case YL_LOOK_OPEN:
      format_set_unlocked (format);
      break;
    case YL_LOOK_LEFT:
    default:
      break;
    }
}

lxw_format *
yl_entry_book_get_look (YlEntryBook *book, YlEntryLook look)
{
  if (book->looks[look] != NULL)
    return book->looks[look];
  const gboolean is_number = look >= YL_LOOK_SUM_KM && look <= YL_LOOK_SUM_YUAN;
  lxw_format *format = look == YL_LOOK_TITLE
                           ? new_format (book, FONT_TITLE, 18)
                           : new_format (book, is_number ? FONT_NUMBER : FONT_BODY, 10.5);
  set_look (format, look);
  book->looks[look] = format;
  return format;
}

lxw_worksheet *
yl_entry_book_add_sheet (YlEntryBook *book, const char *name, gboolean is_a3)
{
  lxw_worksheet *sheet = workbook_add_worksheet (book->workbook, name);
  worksheet_set_landscape (sheet);
  worksheet_set_paper (sheet, is_a3 ? PAPER_A3 : PAPER_A4);
  worksheet_set_margins (sheet, 0.5, 0.5, 0.6, 0.6);
  worksheet_fit_to_pages (sheet, 1, 0);
  worksheet_center_horizontally (sheet);
  worksheet_set_footer (sheet, "&C第 &P 页，共 &N 页");
  worksheet_set_default_row (sheet, 18, LXW_FALSE);
  return sheet;
}

void
yl_entry_book_put_text (
    YlEntryBook *book, lxw_worksheet *sheet, guint row, guint column, const char *text, guint look)
{
  yl_entry_book_note (book,
                      worksheet_write_string (sheet, row, (lxw_col_t) column, text,
                                              yl_entry_book_get_look (book, (YlEntryLook) look)));
}

void
yl_entry_book_put_title (YlEntryBook *book,
                         lxw_worksheet *sheet,
                         const char *title,
                         const char *unit_note,
                         guint n_columns)
{
  const lxw_col_t last = (lxw_col_t) (n_columns - 1);
  const char *name = book->entity->name == NULL ? "" : book->entity->name;
  g_autofree char *whole = g_strdup_printf ("%u年%s%s", book->year, name, title);
  worksheet_set_row (sheet, 0, 34, NULL);
  worksheet_merge_range (sheet, 0, 0, 0, last, whole, yl_entry_book_get_look (book, YL_LOOK_TITLE));
  const lxw_col_t half = (lxw_col_t) (n_columns / 2);
  lxw_format *left = yl_entry_book_get_look (book, YL_LOOK_LEFT);
  g_autofree char *filled = g_strconcat ("编制单位：", name, NULL);
  worksheet_merge_range (sheet, 1, 0, 1, (lxw_col_t) (half - 1), "", left);
  yl_entry_book_note (book, worksheet_write_formula_str (
                                sheet, 1, 0,
                                "=\"编制单位：\"&IF('单位信息'!$B$5=\"\",\"\",'单位信息'!$B$5)",
                                left, filled));
  if (half == last)
    yl_entry_book_put_text (book, sheet, 1, half, unit_note, YL_LOOK_RIGHT);
  else
    worksheet_merge_range (sheet, 1, half, 1, last, unit_note,
                           yl_entry_book_get_look (book, YL_LOOK_RIGHT));
}

void
yl_entry_book_protect (lxw_worksheet *sheet)
{
  lxw_protection allowed = {
    .format_cells = 1,
    .format_columns = 1,
    .format_rows = 1,
    .insert_rows = 1,
    .delete_rows = 1,
    .sort = 1,
    .autofilter = 1,
  };
  worksheet_protect (sheet, NULL, &allowed);
}
