#include "cell-writer-private.h"

#define PAPER_A3 8
#define PAPER_A4 9
#define WHOLE_SHEET "A1:XFD1048576"
#define FOOTER "&C&\"宋体\"&9第 &P 页 共 &N 页"

static YlSheet *
sheet_new (YlForm *form, const char *name)
{
  YlSheet *sheet = g_new0 (YlSheet, 1);
  sheet->form = form;
  sheet->name = g_strdup (name);
  sheet->worksheet = workbook_add_worksheet (form->workbook, name);
  if (form->plan != NULL)
    sheet->planned = yl_workbook_add_sheet (form->plan->workbook, name);
  sheet->formula = g_string_new (NULL);
  sheet->n_columns = 1;
  g_ptr_array_add (form->sheets, sheet);
  return sheet;
}

static void
set_page (YlSheet *sheet, const YlSheetForm *sheet_form)
{
  lxw_worksheet *worksheet = sheet->worksheet;
  worksheet_set_paper (worksheet, sheet_form->is_a3 ? PAPER_A3 : PAPER_A4);
  if (!sheet_form->is_portrait)
    worksheet_set_landscape (worksheet);
  worksheet_fit_to_pages (worksheet, 1, 0);
  worksheet_set_margins (worksheet, 0.5, 0.5, 0.6, 0.7);
  worksheet_center_horizontally (worksheet);
  worksheet_set_footer (worksheet, FOOTER);
  /* No green corners on account codes of a list, nor on a sum of classes beside a count; one rule a
   * sheet, for their ranges should not overlap. */
  worksheet_ignore_errors (worksheet,
                           sheet_form->has_filter ? LXW_IGNORE_NUMBER_STORED_AS_TEXT
                                                  : LXW_IGNORE_FORMULA_RANGE,
                           WHOLE_SHEET);
}

/* Writes over @first to @last of the current row, one cell for all. */
static void
write_frame (YlSheet *sheet, guint first, guint last, const char *text, YlFrame frame)
{
  g_autofree char *made = NULL;
  const char *visible = yl_form_make_visible (text, &made);
  lxw_format *format = yl_form_get_frame (sheet->form, frame);
  if (first == last)
    yl_put_text (sheet, first, visible, format);
  else
    yl_put_merge (sheet, first, last, visible, format);
}

void
yl_sheet_head (YlSheet *sheet, guint column, const char *text)
{
  yl_sheet_span_head (sheet, column, column, text);
}

void
yl_sheet_span_head (YlSheet *sheet, guint first, guint last, const char *text)
{
  write_frame (sheet, first, last, text, YL_FRAME_HEAD);
}

void
yl_sheet_title (YlSheet *sheet, const char *text)
{
  write_frame (sheet, 0, sheet->n_columns - 1, text, YL_FRAME_TITLE);
}

/* Columns for three texts beside each other: the first reaches to @first of the width, the second to
 * @second. */
static void
share_out (const YlSheet *sheet, double first, double second, guint bounds[2])
{
  double all = 0;
  double so_far = 0;
  bounds[0] = 0;
  bounds[1] = 0;
  for (guint i = 0; i < sheet->n_columns; i++)
    all += sheet->widths[i];
  for (guint i = 0; i < sheet->n_columns; i++)
    {
      const double middle = so_far + sheet->widths[i] / 2;
      so_far += sheet->widths[i];
      bounds[0] += middle <= all * first ? 1 : 0;
      bounds[1] += middle <= all * second ? 1 : 0;
    }
  bounds[0] = CLAMP (bounds[0], 1, sheet->n_columns - 2);
  bounds[1] = CLAMP (bounds[1], bounds[0] + 1, sheet->n_columns - 1);
}

static const YlFormWords *
get_words (const YlFormHead *head)
{
  static const YlFormWords words = { "编制单位", "填报日期", "制表", "审核", "负责人" };
  return head->words != NULL ? head->words : &words;
}

/* 编制单位 at the left, 填报日期 in the middle, 单位：元 at the right: columns shared out by
 * width. */
static void
write_particulars (YlSheet *sheet, const YlSheetForm *sheet_form)
{
  const YlFormHead *head = &sheet->form->head;
  const YlFormWords *words = get_words (head);
  g_autofree char *left = g_strconcat (words->entity, "：", head->entity, NULL);
  g_autofree char *day = yl_date_to_chinese (head->date);
  g_autofree char *middle =
      g_strconcat (words->date, "：", day[0] == '\0' ? "　　　年　　月　　日" : day, NULL);
  const char *right = sheet_form->unit_note == NULL ? "" : sheet_form->unit_note;
  guint bounds[2];
  share_out (sheet, 0.45, 0.80, bounds);
  write_frame (sheet, 0, bounds[0] - 1, left, YL_FRAME_LEFT);
  write_frame (sheet, bounds[0], bounds[1] - 1, middle, YL_FRAME_CENTRE);
  write_frame (sheet, bounds[1], sheet->n_columns - 1, right, YL_FRAME_RIGHT);
}

static gboolean
has_groups (const YlSheetForm *sheet_form)
{
  for (guint i = 0; i < sheet_form->n_columns; i++)
    if (sheet_form->columns[i].group != NULL)
      return TRUE;
  return FALSE;
}

static double
get_head_height (const YlSheetForm *sheet_form)
{
  guint n_lines = 1;
  for (guint i = 0; i < sheet_form->n_columns; i++)
    {
      /* Heads over two rows have their upper row to themselves. */
      const gboolean is_upper = has_groups (sheet_form) && sheet_form->columns[i].group == NULL;
      const char *head = is_upper ? "" : sheet_form->columns[i].head;
      guint n = 1;
      for (const char *at = head; *at != '\0'; at++)
        n += *at == '\n' ? 1 : 0;
      n_lines = MAX (n_lines, n);
    }
  return 10 + 14.0 * n_lines;
}

static void
write_groups (YlSheet *sheet, const YlColumnForm *columns)
{
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 20);
  for (guint i = 0; i < sheet->n_columns;)
    {
      guint last = i;
      while (columns[i].group != NULL && last + 1 < sheet->n_columns
             && g_strcmp0 (columns[last + 1].group, columns[i].group) == 0)
        last++;
      const gboolean is_group = columns[i].group != NULL;
      write_frame (sheet, i, last, is_group ? columns[i].group : columns[i].head,
                   is_group ? YL_FRAME_HEAD : YL_FRAME_HEAD_UPPER);
      i = last + 1;
    }
}

static void
write_heads (YlSheet *sheet, const YlSheetForm *sheet_form)
{
  const YlColumnForm *columns = sheet_form->columns;
  const gboolean is_grouped = has_groups (sheet_form);
  if (is_grouped)
    write_groups (sheet, columns);
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, get_head_height (sheet_form));
  for (guint i = 0; i < sheet->n_columns; i++)
    {
      const gboolean is_lower = is_grouped && columns[i].group == NULL;
      write_frame (sheet, i, i, is_lower ? "" : columns[i].head,
                   is_lower ? YL_FRAME_HEAD_LOWER : YL_FRAME_HEAD);
    }
}

YlSheet *
yl_form_add_sheet (YlForm *form, const YlSheetForm *sheet_form)
{
  g_return_val_if_fail (sheet_form->n_columns >= 3, NULL);
  YlSheet *sheet = sheet_new (form, sheet_form->name);
  sheet->n_columns = sheet_form->n_columns;
  sheet->has_filter = sheet_form->has_filter;
  set_page (sheet, sheet_form);
  sheet->widths = g_new (double, sheet->n_columns);
  for (guint i = 0; i < sheet->n_columns; i++)
    sheet->widths[i] = sheet_form->columns[i].width;
  for (guint i = 0; i < sheet->n_columns; i++)
    worksheet_set_column (sheet->worksheet, (lxw_col_t) i, (lxw_col_t) i,
                          sheet_form->columns[i].width, NULL);
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 34);
  yl_sheet_title (sheet, sheet_form->title);
  if (sheet_form->is_plain)
    return sheet;
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 20);
  write_particulars (sheet, sheet_form);
  const guint32 head_row = sheet->next_row;
  write_heads (sheet, sheet_form);
  sheet->first_row = sheet->next_row;
  worksheet_freeze_panes (sheet->worksheet, sheet->first_row, (lxw_col_t) sheet_form->n_frozen);
  worksheet_repeat_rows (sheet->worksheet, head_row, sheet->first_row - 1);
  return sheet;
}

YlSheet *
yl_form_add_bare_sheet (YlForm *form, const char *name)
{
  return sheet_new (form, name);
}

void
yl_sheet_end_filter (YlSheet *sheet)
{
  if (!sheet->has_filter || sheet->next_row <= sheet->first_row)
    return;
  /* Now and not later: the library refuses a filter whose rows are written and gone. */
  yl_form_note_failure (sheet->form, worksheet_autofilter (sheet->worksheet, sheet->first_row - 1,
                                                           0, sheet->next_row - 1,
                                                           (lxw_col_t) (sheet->n_columns - 1)));
}

void
yl_sheet_end (YlSheet *sheet)
{
  const YlFormHead *head = &sheet->form->head;
  const YlFormWords *words = get_words (head);
  const guint last_column = sheet->n_columns - 1;
  g_autofree char *prepared = g_strconcat (words->prepared_by, "：", head->prepared_by, NULL);
  g_autofree char *reviewed = g_strconcat (words->reviewed_by, "：", head->reviewed_by, NULL);
  g_autofree char *headed = g_strconcat (words->head, "：", head->head, NULL);
  guint bounds[2];
  share_out (sheet, 0.38, 0.72, bounds);
  yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 26);
  write_frame (sheet, 0, bounds[0] - 1, prepared, YL_FRAME_SIGN);
  write_frame (sheet, bounds[0], bounds[1] - 1, reviewed, YL_FRAME_SIGN);
  write_frame (sheet, bounds[1], last_column, headed, YL_FRAME_SIGN);
  worksheet_print_area (sheet->worksheet, 0, 0, sheet->next_row - 1, (lxw_col_t) last_column);
}

void
yl_sheet_hide (YlSheet *sheet)
{
  worksheet_hide (sheet->worksheet);
  if (sheet->planned != NULL)
    sheet->planned->state = YL_SHEET_HIDDEN;
}

lxw_worksheet *
yl_sheet_get_worksheet (YlSheet *sheet)
{
  return sheet->worksheet;
}

const char *
yl_sheet_get_name (const YlSheet *sheet)
{
  return sheet->name;
}

double
yl_sheet_get_height (const YlSheet *sheet)
{
  return sheet->height;
}

guint32
yl_sheet_get_first_row (const YlSheet *sheet)
{
  return sheet->first_row + 1;
}
