/* A workbook that was found, written again: how its numbers looked, and what an audit says of its cells. */
#include "writer-private.h"

#include "yanglu/forms/mark-colours.h"

#include <string.h>

/* ---- formats ---- */

/* What makes one format unlike another. */
typedef struct
{
  const YlCellLook *found;
  guint8 look;
  guint8 style;
  guint8 measure;
  guint8 mark; /* 0: none; else severity + 1, and whether it is framed */
} Dress;

#define FRAMED 0x80u

static guint
dress_hash (gconstpointer data)
{
  const Dress *dress = data;
  return g_direct_hash (dress->found) ^ (guint) dress->look << 24 ^ (guint) dress->style << 16
         ^ (guint) dress->measure << 8 ^ dress->mark;
}

static gboolean
dress_equal (gconstpointer a, gconstpointer b)
{
  const Dress *one = a;
  const Dress *two = b;
  return one->found == two->found && one->look == two->look && one->style == two->style
         && one->measure == two->measure && one->mark == two->mark;
}

GHashTable *
yl_xlsx_writer_dresses_new (void)
{
  return g_hash_table_new_full (dress_hash, dress_equal, g_free, NULL);
}

/* The library takes 0 for no colour, and has a value of its own for black. */
static lxw_color_t
to_colour (guint32 colour)
{
  return colour == YL_COLOUR_BLACK ? LXW_COLOR_BLACK : (lxw_color_t) colour;
}

static void
set_paper (lxw_format *format, guint32 paper)
{
  if (paper == YL_COLOUR_WHITE)
    format_set_bg_color (format, LXW_COLOR_UNSET);
  else if (paper != YL_COLOUR_UNKNOWN)
    format_set_bg_color (format, to_colour (paper));
}

static void
set_found (lxw_format *format, const YlCellLook *found)
{
  if (found->format != NULL)
    format_set_num_format (format, found->format);
  if (found->ink != YL_COLOUR_UNKNOWN)
    format_set_font_color (format, to_colour (found->ink));
  if (found->size_cpt != 0)
    format_set_font_size (format, found->size_cpt / 100.0);
  if (found->is_upright)
    format_set_rotation (format, 90);
  if (found->is_shrunk)
    format_set_shrink (format);
  set_paper (format, found->paper);
}

static void
set_mark (lxw_format *format, const YlCellMark *mark)
{
  if (!mark->is_framed)
    {
      format_set_bg_color (format, yl_mark_colours[mark->severity].paper);
      return;
    }
  format_set_border (format, LXW_BORDER_THICK);
  format_set_border_color (format, yl_mark_colours[mark->severity].frame);
}

lxw_format *
yl_xlsx_writer_get_dress (YlXlsxWriter *writer, const YlFormCell *cell)
{
  const YlCellMark *mark = cell->mark;
  const Dress dress = {
    .found = cell->found,
    .look = (guint8) cell->look,
    .style = (guint8) cell->style,
    .measure = (guint8) cell->measure,
    .mark = (guint8) (mark == NULL ? 0 : (mark->severity + 1) | (mark->is_framed ? FRAMED : 0)),
  };
  lxw_format *format = g_hash_table_lookup (writer->dresses, &dress);
  if (format != NULL)
    return format;
  format = workbook_add_format (writer->workbook);
  yl_xlsx_writer_dress (format, cell);
  if (cell->found != NULL)
    set_found (format, cell->found);
  if (mark != NULL)
    set_mark (format, mark);
  g_hash_table_insert (writer->dresses, g_memdup2 (&dress, sizeof dress), format);
  return format;
}

/* ---- links and notes ---- */

lxw_error
yl_xlsx_writer_link (lxw_worksheet *sheet, const YlFormCell *cell, lxw_format *format)
{
  if (cell->link == NULL)
    return LXW_NO_ERROR;
  g_autofree char *place = g_strconcat ("internal:", cell->link, NULL);
  return worksheet_write_url (sheet, (lxw_row_t) (cell->row - 1), (lxw_col_t) cell->column, place,
                              format);
}

/* Of the box of a note, in dots; as high as its text, which the library does not measure. */
#define NOTE_WIDTH 340
#define NOTE_LINE_BYTES 66
#define NOTE_LINE_HEIGHT 16
#define NOTE_MOST_LINES 40
#define NOTE_SIZE 9

static guint
count_lines (const char *text)
{
  guint n_lines = 1;
  gsize n_bytes = 0;
  for (const char *at = text; *at != '\0'; at++)
    {
      n_bytes = *at == '\n' ? 0 : n_bytes + 1;
      n_lines += *at == '\n' || n_bytes % NOTE_LINE_BYTES == NOTE_LINE_BYTES - 1 ? 1 : 0;
    }
  return MIN (n_lines, NOTE_MOST_LINES);
}

lxw_error
yl_xlsx_writer_tell_mark (lxw_worksheet *sheet, const YlFormCell *cell)
{
  if (cell->mark == NULL || cell->mark->note == NULL)
    return LXW_NO_ERROR;
  g_autofree char *made = NULL;
  const char *text = yl_xlsx_escape (cell->mark->note, &made);
  /* The library copies what it is given. */
  lxw_comment_options options = {
    .author = (char *) "养路审计",
    .width = NOTE_WIDTH,
    .height = (guint16) (NOTE_LINE_HEIGHT * (1 + count_lines (text))),
    .font_name = (char *) "宋体",
    .font_size = NOTE_SIZE,
  };
  return worksheet_write_comment_opt (sheet, (lxw_row_t) (cell->row - 1), (lxw_col_t) cell->column,
                                      text, &options);
}

/* ---- settings ---- */

/* In the words of YlLookCondition. */
static const struct
{
  const char *compare;
  guint8 criteria;
} comparisons[] = {
  { "<", LXW_CONDITIONAL_CRITERIA_LESS_THAN },
  { "<=", LXW_CONDITIONAL_CRITERIA_LESS_THAN_OR_EQUAL_TO },
  { "=", LXW_CONDITIONAL_CRITERIA_EQUAL_TO },
  { "<>", LXW_CONDITIONAL_CRITERIA_NOT_EQUAL_TO },
  { ">", LXW_CONDITIONAL_CRITERIA_GREATER_THAN },
  { ">=", LXW_CONDITIONAL_CRITERIA_GREATER_THAN_OR_EQUAL_TO },
  { "between", LXW_CONDITIONAL_CRITERIA_BETWEEN },
  { "outside", LXW_CONDITIONAL_CRITERIA_NOT_BETWEEN },
};

static void
set_comparison (lxw_conditional_format *format, const char *compare, char *first, char *second)
{
  format->type = LXW_CONDITIONAL_TYPE_CELL;
  for (gsize i = 0; i < G_N_ELEMENTS (comparisons); i++)
    if (strcmp (compare, comparisons[i].compare) == 0)
      format->criteria = comparisons[i].criteria;
  format->value_string = first;
  format->min_value_string = first;
  format->max_value_string = second;
}

static lxw_error
set_condition (YlXlsxWriter *writer, lxw_worksheet *sheet, const YlSheetSetting *setting)
{
  const YlSheetCondition *condition = setting->condition;
  g_autofree char *first = g_strconcat ("=", condition->first, NULL);
  g_autofree char *second = g_strconcat ("=", condition->second, NULL);
  /* The library copies what it is given. */
  lxw_conditional_format format = { .stop_if_true = condition->is_last ? LXW_TRUE : LXW_FALSE };
  if (condition->kind == YL_CONDITION_HIDES)
    {
      format.type = LXW_CONDITIONAL_DATA_BAR;
      format.bar_only = LXW_TRUE;
    }
  else
    {
      format.format = workbook_add_format (writer->workbook);
      set_found (format.format, condition->changes);
      format.type = LXW_CONDITIONAL_TYPE_FORMULA;
      format.value_string = first;
    }
  if (condition->kind == YL_CONDITION_CELL)
    set_comparison (&format, condition->compare, first, second);
  return worksheet_conditional_format_range (
      sheet, (lxw_row_t) (setting->first_row - 1), (lxw_col_t) setting->first_column,
      (lxw_row_t) (setting->last_row - 1), (lxw_col_t) setting->last_column, &format);
}

static void
set_fit (lxw_worksheet *sheet, const YlPageFit *fit)
{
  worksheet_fit_to_pages (sheet, fit->n_wide, fit->n_tall);
  if (fit->paper != 0 && fit->paper <= G_MAXUINT8)
    worksheet_set_paper (sheet, (guint8) fit->paper);
  if (fit->is_turned)
    worksheet_set_landscape (sheet);
  else
    worksheet_set_portrait (sheet);
}

lxw_error
yl_xlsx_writer_set_found (YlXlsxWriter *writer, lxw_worksheet *sheet, const YlSheetSetting *setting)
{
  lxw_row_col_options hidden = { .hidden = LXW_TRUE };
  switch ((guint) setting->kind)
    {
    case YL_SETTING_MERGE:
      /* Without a format it writes no cell. */
      return worksheet_merge_range (
          sheet, (lxw_row_t) (setting->first_row - 1), (lxw_col_t) setting->first_column,
          (lxw_row_t) (setting->last_row - 1), (lxw_col_t) setting->last_column, "", NULL);
    case YL_SETTING_HIDE_ROW:
      return worksheet_set_row_opt (sheet, (lxw_row_t) (setting->first_row - 1),
                                    setting->width > 0 ? setting->width : LXW_DEF_ROW_HEIGHT, NULL,
                                    &hidden);
    case YL_SETTING_FIT:
      set_fit (sheet, setting->fit);
      return LXW_NO_ERROR;
    case YL_SETTING_CONDITION:
      return set_condition (writer, sheet, setting);
    default:
      return LXW_NO_ERROR;
    }
}
