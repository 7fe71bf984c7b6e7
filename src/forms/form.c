#include "yanglu/forms/form.h"

#include "form-private.h"
#include "yanglu/forms/paper.h"

#define TEXT_BLOCK_BYTES 4096

static void
sheet_free (gpointer data)
{
  YlSheet *sheet = data;
  g_string_free (sheet->formula, TRUE);
  g_free (sheet->heads);
  g_free (sheet->next_heads);
  g_free (sheet->widths);
  g_free (sheet->name);
  g_free (sheet);
}

YlForm *
yl_form_new (const YlFormHead *head, const YlCellSink *sink)
{
  YlForm *form = g_new0 (YlForm, 1);
  form->room = sink->set != NULL ? yl_room_sink_new (sink) : NULL;
  form->sink = form->room != NULL ? yl_room_sink_get (form->room) : *sink;
  form->wan = head->in_wan ? yl_wan_sink_new (&form->sink) : NULL;
  form->sink = form->wan != NULL ? yl_wan_sink_get (form->wan) : form->sink;
  form->texts = yl_text_set_new (TEXT_BLOCK_BYTES);
  form->head = *head;
  form->head.entity = yl_text_set_add (form->texts, head->entity);
  form->head.prepared_by = yl_text_set_add (form->texts, head->prepared_by);
  form->head.reviewed_by = yl_text_set_add (form->texts, head->reviewed_by);
  form->head.head = yl_text_set_add (form->texts, head->head);
  form->sheets = g_ptr_array_new_with_free_func (sheet_free);
  form->map = g_array_new (FALSE, FALSE, sizeof (YlFigureRange));
  const char *author = head->is_about_entity ? NULL : head->entity;
  if (form->sink.describe != NULL)
    form->sink.describe (form->sink.self,
                         &(YlBookProperties){ .title = head->title,
                                              .author = author,
                                              .company = author,
                                              .comments = "由 yanglu " YL_VERSION " 生成",
                                              .created = head->created });
  return form;
}

void
yl_form_free (YlForm *form)
{
  if (form == NULL)
    return;
  g_ptr_array_unref (form->sheets);
  g_array_unref (form->map);
  yl_text_set_free (form->texts);
  yl_wan_sink_free (form->wan);
  yl_room_sink_free (form->room);
  g_free (form);
}

void
yl_form_define (YlForm *form, const char *name, const char *reference)
{
  if (form->sink.define != NULL)
    form->sink.define (form->sink.self, name, reference);
}

void
yl_form_set_number (YlForm *form, const char *number)
{
  form->number = number == NULL ? NULL : yl_text_set_keep (form->texts, number);
}

const YlFigureRange *
yl_form_get_map (const YlForm *form, gsize *out_n)
{
  *out_n = form->map->len;
  return (const YlFigureRange *) (gpointer) form->map->data;
}

/* Sheets. */

static YlSheet *
sheet_new (YlForm *form, const YlSheetForm *sheet_form)
{
  YlSheet *sheet = g_new0 (YlSheet, 1);
  sheet->form = form;
  sheet->name = g_strdup (sheet_form->name);
  sheet->sunk = form->sink.begin_sheet (form->sink.self, sheet_form);
  sheet->formula = g_string_new (NULL);
  sheet->n_columns = MAX (sheet_form->n_columns, 1);
  sheet->heads = g_new0 (YlSheetHead, sheet->n_columns);
  g_ptr_array_add (form->sheets, sheet);
  return sheet;
}

void
yl_sheet_set (YlSheet *sheet, const YlSheetSetting *setting)
{
  const YlCellSink *sink = &sheet->form->sink;
  if (sink->set != NULL)
    sink->set (sink->self, sheet->sunk, setting);
}

void
yl_sheet_keep_together (YlSheet *sheet)
{
  yl_sheet_set (sheet,
                &(YlSheetSetting){ .kind = YL_SETTING_TOGETHER, .first_row = sheet->next_row });
}

void
yl_sheet_draw (YlSheet *sheet, const YlChart *chart)
{
  const YlCellSink *sink = &sheet->form->sink;
  if (sink->draw != NULL)
    sink->draw (sink->self, sheet->sunk, chart);
}

/* Over the rows that follow. A row of heads begins a table: whatever stood over the columns that it
 * leaves out is not theirs. */
static void
note_head (YlSheet *sheet, guint first, guint last, const char *text, const char *group)
{
  YlTextSet *texts = sheet->form->texts;
  if (sheet->next_heads == NULL)
    sheet->next_heads = g_new0 (YlSheetHead, sheet->n_columns);
  for (guint i = first; i <= last; i++)
    sheet->next_heads[i] = (YlSheetHead){ yl_text_set_keep (texts, text),
                                          group == NULL ? NULL : yl_text_set_keep (texts, group) };
}

void
yl_sheet_head (YlSheet *sheet, guint column, const char *text)
{
  yl_sheet_span_head (sheet, column, column, text);
}

void
yl_sheet_span_head (YlSheet *sheet, guint first, guint last, const char *text)
{
  yl_sheet_put_text (sheet, first, last, text, YL_LOOK_HEAD);
  note_head (sheet, first, last, text, NULL);
}

void
yl_sheet_title (YlSheet *sheet, const char *text)
{
  yl_sheet_put_text (sheet, sheet->first_titled, sheet->n_titled - 1, text, YL_LOOK_TITLE);
}

/* Three texts beside each other. */
typedef struct
{
  const char *texts[3];
  double first; /* to this part of the width reaches the first … */
  double second;
} Beside;

static double
get_span (const YlSheet *sheet, guint first, guint end)
{
  double width = 0;
  for (guint i = first; i < end; i++)
    width += sheet->widths[i];
  return width;
}

/* What is missing of the room for a text, which would be cut by its neighbour. */
static double
get_lack (const YlSheet *sheet, const char *text, guint first, guint end)
{
  return MAX (yl_form_get_text_width (text) - get_span (sheet, first, end), 0);
}

/* Columns for them: where each has its room, or lacks the least; of those, where the parts are the ones
 * that were asked for, as nearly as can be. */
static void
share_out (const YlSheet *sheet, const Beside *beside, guint bounds[2])
{
  if (sheet->is_older)
    {
      yl_older_page_share (sheet, beside->first, beside->second, bounds);
      return;
    }
  const guint first = sheet->first_titled;
  const double all = get_span (sheet, first, sheet->n_titled);
  double least = G_MAXDOUBLE;
  for (guint i = first + 1; i + 1 < sheet->n_titled; i++)
    for (guint j = i + 1; j < sheet->n_titled; j++)
      {
        const double lack = get_lack (sheet, beside->texts[0], first, i)
                            + get_lack (sheet, beside->texts[1], i, j)
                            + get_lack (sheet, beside->texts[2], j, sheet->n_titled);
        const double off = ABS (get_span (sheet, first, i) / all - beside->first)
                           + ABS (get_span (sheet, first, j) / all - beside->second);
        if (lack + off >= least)
          continue;
        least = lack + off;
        bounds[0] = i;
        bounds[1] = j;
      }
}

static const YlFormWords *
get_words (const YlFormHead *head)
{
  static const YlFormWords words = { "编制单位", "填报日期", "制表", "审核", "负责人" };
  return head->words != NULL ? head->words : &words;
}

/* 表三　单位：元 */
static char *
make_right (const YlForm *form, const YlSheetForm *sheet_form)
{
  g_autofree char *index =
      sheet_form->index == NULL ? NULL : g_strconcat ("索引号：", sheet_form->index, NULL);
  const char *const texts[] = { index, form->number, sheet_form->unit_note };
  GString *right = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL)
      g_string_append_printf (right, "%s%s", right->len == 0 ? "" : "　", texts[i]);
  return g_string_free (right, FALSE);
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
  g_autofree char *right = make_right (sheet->form, sheet_form);
  guint bounds[2];
  share_out (sheet, &(Beside){ { left, middle, right }, 0.45, 0.80 }, bounds);
  yl_sheet_put_open_text (sheet, sheet->first_titled, bounds[0] - 1, left, YL_LOOK_LEFT);
  yl_sheet_put_open_text (sheet, bounds[0], bounds[1] - 1, middle, YL_LOOK_CENTRE);
  yl_sheet_put_text (sheet, bounds[1], sheet->n_titled - 1, right, YL_LOOK_RIGHT);
}

static gboolean
has_groups (const YlSheetForm *sheet_form)
{
  for (guint i = 0; i < sheet_form->n_columns; i++)
    if (sheet_form->columns[i].group != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_shut (const YlSheetForm *form, guint column)
{
  return form->shut != NULL && form->shut[column];
}

/* Bold letters take more room than others. */
#define BOLD_WIDTH 0.9
#define GROUP_HEIGHT 20.0

static double
get_head_height (const YlSheetForm *sheet_form)
{
  guint n_lines = 1;
  for (guint i = 0; i < sheet_form->n_columns; i++)
    {
      /* Heads over two rows have their upper row to themselves. */
      const gboolean is_upper = has_groups (sheet_form) && sheet_form->columns[i].group == NULL;
      const YlColumnForm *column = &sheet_form->columns[i];
      if (!is_upper && column->width > 0 && !is_shut (sheet_form, i))
        n_lines = MAX (n_lines, yl_form_count_lines (column->head, column->width * BOLD_WIDTH));
    }
  return 10 + 14.0 * n_lines;
}

/* Whether heads stand over neighbours: of two pages nobody knows which column is the first of the
 * second, and a head over both would be cut in half. */
static gboolean
spans_heads (const YlSheet *sheet)
{
  return sheet->is_older || sheet->n_titled == sheet->n_columns;
}

/* Of a group that stands over each of its columns. */
static double
get_group_height (const YlSheet *sheet, const YlColumnForm *columns)
{
  guint n_lines = 1;
  for (guint i = 0; i < sheet->n_columns; i++)
    if (columns[i].group != NULL && sheet->widths[i] > 0)
      n_lines =
          MAX (n_lines, yl_form_count_lines (columns[i].group, columns[i].width * BOLD_WIDTH));
  return n_lines == 1 ? GROUP_HEIGHT : 10 + 14.0 * n_lines;
}

static void
write_groups (YlSheet *sheet, const YlColumnForm *columns)
{
  yl_sheet_begin_row (sheet, YL_STYLE_BODY,
                      spans_heads (sheet) ? GROUP_HEIGHT : get_group_height (sheet, columns));
  for (guint i = 0; i < sheet->n_columns;)
    {
      guint last = i;
      while (columns[i].group != NULL && last + 1 < sheet->n_columns && spans_heads (sheet)
             && g_strcmp0 (columns[last + 1].group, columns[i].group) == 0)
        last++;
      const gboolean is_group = columns[i].group != NULL;
      yl_sheet_put_text (sheet, i, last, is_group ? columns[i].group : columns[i].head,
                         is_group ? YL_LOOK_HEAD : YL_LOOK_HEAD_UPPER);
      note_head (sheet, i, last, is_group ? columns[i].group : columns[i].head, NULL);
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
      yl_sheet_put_text (sheet, i, i, is_lower ? "" : columns[i].head,
                         is_lower ? YL_LOOK_HEAD_LOWER : YL_LOOK_HEAD);
      note_head (sheet, i, i, columns[i].head, columns[i].group);
    }
}

/* What stays while one scrolls, and stands on every page. */
static void
keep_heads (YlSheet *sheet, guint32 head_row, guint n_frozen)
{
  yl_sheet_set (sheet, &(YlSheetSetting){ .kind = YL_SETTING_FREEZE,
                                          .first_row = sheet->first_row + 1,
                                          .first_column = (guint16) n_frozen });
  yl_sheet_set (sheet, &(YlSheetSetting){ .kind = YL_SETTING_REPEAT_ROWS,
                                          .first_row = head_row + 1,
                                          .last_row = sheet->first_row });
}

static void
set_two_pages (YlSheet *sheet, guint n_frozen)
{
  if (sheet->n_titled == sheet->n_columns)
    return;
  sheet->n_on_both = n_frozen;
  yl_sheet_set (sheet, &(YlSheetSetting){ .kind = YL_SETTING_TWO_PAGES,
                                          .last_column = (guint16) (n_frozen - 1) });
}

/* The paper of @form, and what of its columns stands on the first page. */
static guint
choose_paper (YlSheetForm *form, const double *widths)
{
  if (form->is_older)
    return yl_older_page_fold (form, widths);
  return form->is_plain || form->is_free ? form->n_columns : yl_paper_choose (form);
}

static double *
take_widths (const YlSheetForm *form)
{
  double *widths = g_new (double, form->n_columns);
  for (guint i = 0; i < form->n_columns; i++)
    if (form->is_older && form->older_widths != NULL)
      widths[i] = form->older_widths[i];
    else
      widths[i] = is_shut (form, i) ? 0 : form->columns[i].width;
  return widths;
}

YlSheet *
yl_form_add_sheet (YlForm *form, const YlSheetForm *sheet_form)
{
  g_return_val_if_fail (sheet_form->is_bare || sheet_form->is_free || sheet_form->n_columns >= 3,
                        NULL);
  if (sheet_form->is_bare)
    return sheet_new (form, sheet_form);
  YlSheetForm whole = *sheet_form;
  g_autofree double *widths = take_widths (sheet_form);
  const guint n_titled = choose_paper (&whole, widths);
  YlSheet *sheet = sheet_new (form, &whole);
  sheet->is_older = whole.is_older;
  sheet->has_filter = whole.has_filter;
  sheet->widths = g_steal_pointer (&widths);
  sheet->n_titled = n_titled;
  sheet->is_free = whole.is_free;
  if (sheet->is_free)
    return sheet;
  if (n_titled < sheet->n_columns && whole.has_title_apart)
    sheet->first_titled = whole.n_frozen;
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 34);
  yl_sheet_title (sheet, sheet_form->title);
  if (sheet_form->is_plain)
    return sheet;
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 20);
  write_particulars (sheet, sheet_form);
  const guint32 head_row = sheet->next_row;
  write_heads (sheet, sheet_form);
  sheet->first_row = sheet->next_row;
  keep_heads (sheet, head_row, sheet_form->n_frozen);
  set_two_pages (sheet, sheet_form->n_frozen);
  return sheet;
}

void
yl_sheet_end_filter (YlSheet *sheet)
{
  /* Now and not later: a writer may refuse a filter whose rows are written and gone. */
  if (sheet->has_filter && sheet->next_row > sheet->first_row)
    yl_sheet_set (sheet, &(YlSheetSetting){ .kind = YL_SETTING_FILTER,
                                            .first_row = sheet->first_row,
                                            .last_row = sheet->next_row,
                                            .last_column = (guint16) (sheet->n_columns - 1) });
}

/* 制表, 审核, 负责人. */
static void
write_names (YlSheet *sheet)
{
  const YlFormHead *head = &sheet->form->head;
  const YlFormWords *words = get_words (head);
  g_autofree char *prepared = g_strconcat (words->prepared_by, "：", head->prepared_by, NULL);
  g_autofree char *reviewed = g_strconcat (words->reviewed_by, "：", head->reviewed_by, NULL);
  g_autofree char *headed = g_strconcat (words->head, "：", head->head, NULL);
  guint bounds[2];
  share_out (sheet, &(Beside){ { prepared, reviewed, headed }, 0.38, 0.72 }, bounds);
  yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 26);
  yl_sheet_put_open_text (sheet, sheet->first_titled, bounds[0] - 1, prepared, YL_LOOK_SIGN);
  yl_sheet_put_open_text (sheet, bounds[0], bounds[1] - 1, reviewed, YL_LOOK_SIGN);
  yl_sheet_put_open_text (sheet, bounds[1], sheet->n_titled - 1, headed, YL_LOOK_SIGN);
}

void
yl_sheet_end (YlSheet *sheet)
{
  if (!sheet->is_free)
    write_names (sheet);
  yl_sheet_set (sheet, &(YlSheetSetting){ .kind = YL_SETTING_PRINT_AREA,
                                          .first_row = 1,
                                          .last_row = sheet->next_row,
                                          .last_column = (guint16) (sheet->n_columns - 1) });
}

const char *
yl_sheet_get_name (const YlSheet *sheet)
{
  return sheet->name;
}

double
yl_sheet_get_height (const YlSheet *sheet)
{
  return sheet->height + (sheet->is_fitted ? sheet->fitted : 0);
}

guint32
yl_sheet_get_first_row (const YlSheet *sheet)
{
  return sheet->first_row + 1;
}
