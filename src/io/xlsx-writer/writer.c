#include "yanglu/io/xlsx-writer/writer.h"

#include "writer-private.h"

#include "yanglu/base/error.h"
#include "yanglu/forms/form-text.h"
#include "yanglu/io/file-name.h"
#include "yanglu/io/system-error.h"

#include <errno.h>
#include <string.h>

#define PAPER_A3 8
#define PAPER_A4 9
#define PLAIN_FONT "宋体"
#define WHOLE_SHEET "A1:XFD1048576"
#define FOOTER "&C&\"宋体\"&9第 &P 页 共 &N 页"
#define ENTRY_FOOTER "&C第 &P 页，共 &N 页"
#define ENTRY_ROW_HEIGHT 18

static const double scale_of[] = {
  [YL_MEASURE_FEN] = 100, [YL_MEASURE_KM] = 1000,     [YL_MEASURE_CM] = 100,
  [YL_MEASURE_COUNT] = 1, [YL_MEASURE_PPM] = 1000000, [YL_MEASURE_NUMBER] = 1,
};
G_STATIC_ASSERT (G_N_ELEMENTS (scale_of) == YL_N_MEASURES);

static void
note (YlXlsxWriter *writer, lxw_error failure)
{
  if (writer->failure == LXW_NO_ERROR)
    writer->failure = failure;
}

/* Excel's limit of a property, in characters. */
#define PROPERTY_CHARACTERS 255

static char *
make_property (const char *text)
{
  if (text == NULL)
    return NULL;
  g_autofree char *made = NULL;
  g_autofree char *escaped = NULL;
  const char *visible = yl_xlsx_escape (yl_form_make_visible (text, &made), &escaped);
  return g_utf8_substring (visible, 0, MIN (g_utf8_strlen (visible, -1), PROPERTY_CHARACTERS));
}

static void
describe (gpointer self, const YlBookProperties *properties)
{
  YlXlsxWriter *writer = self;
  g_autofree char *title = make_property (properties->title);
  g_autofree char *subject = make_property (properties->subject);
  g_autofree char *author = make_property (properties->author);
  g_autofree char *company = make_property (properties->company);
  g_autofree char *comments = make_property (properties->comments);
  /* The library copies what it is given. */
  lxw_doc_properties set = {
    .title = title, .subject = subject, .author = author, .company = company, .comments = comments
  };
  const guint day = properties->created.yyyymmdd;
  g_autoptr (GDateTime) created = g_date_time_new_utc (
      (gint) (day / 10000), (gint) (day / 100 % 100), (gint) (day % 100), 0, 0, 0);
  if (created != NULL)
    set.created = (time_t) g_date_time_to_unix (created);
  note (writer, workbook_set_properties (writer->workbook, &set));
}

static void
set_page (lxw_worksheet *sheet, const YlSheetForm *form)
{
  worksheet_set_paper (sheet, form->is_a3 ? PAPER_A3 : PAPER_A4);
  if (!form->is_portrait)
    worksheet_set_landscape (sheet);
  worksheet_fit_to_pages (sheet, 1, 0);
  if (form->has_narrow_margins)
    worksheet_set_margins (sheet, 0.3, 0.3, 0.5, 0.55);
  else
    worksheet_set_margins (sheet, 0.5, 0.5, 0.6, form->is_entry ? 0.6 : 0.7);
  worksheet_center_horizontally (sheet);
  worksheet_set_footer (sheet, form->is_entry ? ENTRY_FOOTER : FOOTER);
  if (form->is_entry)
    {
      worksheet_set_default_row (sheet, ENTRY_ROW_HEIGHT, LXW_FALSE);
      return;
    }
  /* No green corners on account codes of a list, nor on a sum of classes beside a count; one rule a
   * sheet, for their ranges should not overlap. */
  worksheet_ignore_errors (
      sheet, form->has_filter ? LXW_IGNORE_NUMBER_STORED_AS_TEXT : LXW_IGNORE_FORMULA_RANGE,
      WHOLE_SHEET);
}

/* Columns out of sight are a group that the column behind them can open. */
static void
set_columns (lxw_worksheet *sheet, const YlSheetForm *form)
{
  for (guint i = 0; i < form->n_columns; i++)
    {
      const gboolean is_shut = form->shut != NULL && form->shut[i];
      lxw_row_col_options options = { .hidden = is_shut ? LXW_TRUE : LXW_FALSE,
                                      .level = is_shut ? 1 : 0,
                                      .collapsed = !is_shut && form->shut != NULL && i > 0
                                                           && form->shut[i - 1]
                                                       ? LXW_TRUE
                                                       : LXW_FALSE };
      worksheet_set_column_opt (sheet, (lxw_col_t) i, (lxw_col_t) i, form->columns[i].width, NULL,
                                &options);
    }
}

static gpointer
begin_sheet (gpointer self, const YlSheetForm *form)
{
  YlXlsxWriter *writer = self;
  lxw_worksheet *sheet = workbook_add_worksheet (writer->workbook, form->name);
  g_array_set_size (writer->n_cells, writer->n_cells->len + 1);
  g_array_set_size (writer->shut_rows, writer->n_cells->len);
  if (form->is_bare)
    return sheet;
  set_page (sheet, form);
  set_columns (sheet, form);
  return sheet;
}

static lxw_error
write_number (lxw_worksheet *sheet, const YlFormCell *cell, double value, lxw_format *format)
{
  const lxw_row_t row = (lxw_row_t) (cell->row - 1);
  const lxw_col_t column = (lxw_col_t) cell->column;
  if (cell->formula == NULL)
    return worksheet_write_number (sheet, row, column, value, format);
  if (cell->is_array)
    return worksheet_write_array_formula_num (sheet, row, column, row, column, cell->formula,
                                              format, value);
  return worksheet_write_formula_num (sheet, row, column, cell->formula, format, value);
}

/* The library knows no errors and, of a formula, no booleans: an error is its text, and a boolean that
 * follows by a formula is a number until somebody recalculates. */
static lxw_error
write_foreign (lxw_worksheet *sheet, const YlFormCell *cell, lxw_format *format)
{
  const lxw_row_t row = (lxw_row_t) (cell->row - 1);
  const lxw_col_t column = (lxw_col_t) cell->column;
  const int is_true = strcmp (cell->text, "1") == 0;
  if (cell->content == YL_CONTENT_BOOLEAN && cell->formula != NULL)
    return write_number (sheet, cell, is_true, format);
  if (cell->content == YL_CONTENT_BOOLEAN)
    return worksheet_write_boolean (sheet, row, column, is_true, format);
  if (cell->formula != NULL)
    return worksheet_write_formula_str (sheet, row, column, cell->formula, format, cell->text);
  return worksheet_write_string (sheet, row, column, cell->text, format);
}

static lxw_error
write_content (lxw_worksheet *sheet, const YlFormCell *cell, lxw_format *format)
{
  const lxw_row_t row = (lxw_row_t) (cell->row - 1);
  const lxw_col_t column = (lxw_col_t) cell->column;
  if (cell->content == YL_CONTENT_NONE)
    return worksheet_write_blank (sheet, row, column, format);
  if (cell->content == YL_CONTENT_TEXT && cell->formula != NULL)
    return worksheet_write_formula_str (sheet, row, column, cell->formula, format, cell->text);
  if (cell->content == YL_CONTENT_TEXT)
    return worksheet_write_string (sheet, row, column, cell->text, format);
  if (cell->content == YL_CONTENT_BOOLEAN || cell->content == YL_CONTENT_ERROR)
    return write_foreign (sheet, cell, format);
  const double value = cell->look == YL_LOOK_DECIMAL || cell->found != NULL
                           ? g_ascii_strtod (cell->text, NULL)
                           : (double) cell->units / scale_of[cell->measure];
  return write_number (sheet, cell, value, format);
}

/* How many cells the file must hold. In a workbook to be filled in a cell may get its content later:
 * there it is one all the same. */
static void
count_cells (YlXlsxWriter *writer, const lxw_worksheet *sheet, const YlFormCell *cell)
{
  guint64 *n = &g_array_index (writer->n_cells, guint64, sheet->index);
  const guint last = MAX (cell->last_column, cell->column);
  for (guint column = cell->column; column <= last; column++)
    {
      const guint64 place = (guint64) sheet->index << 48 | (guint64) cell->row << 16 | column;
      if (writer->is_in_order
          || g_hash_table_add (writer->places, g_memdup2 (&place, sizeof place)))
        (*n)++;
    }
}

/* One cell over several columns takes a text; anything else is then put in the place of none. */
static void
put_escaped (YlXlsxWriter *writer, lxw_worksheet *sheet, const YlFormCell *cell)
{
  const gboolean is_plain = cell->found == NULL && cell->mark == NULL;
  lxw_format *format =
      is_plain ? yl_xlsx_writer_get_format (writer, cell) : yl_xlsx_writer_get_dress (writer, cell);
  const gboolean is_text = cell->content == YL_CONTENT_TEXT && cell->formula == NULL;
  count_cells (writer, sheet, cell);
  if (cell->last_column > cell->column)
    {
      const lxw_row_t row = (lxw_row_t) (cell->row - 1);
      note (writer, worksheet_merge_range (sheet, row, (lxw_col_t) cell->column, row,
                                           (lxw_col_t) cell->last_column, is_text ? cell->text : "",
                                           format));
      if (is_text)
        return;
    }
  /* Whatever stands in the cell takes the place of what the library writes for a link. */
  note (writer, yl_xlsx_writer_link (sheet, cell, format));
  note (writer, write_content (sheet, cell, format));
  note (writer, yl_xlsx_writer_tell_mark (sheet, cell));
}

static void
put (gpointer self, gpointer sheet, const YlFormCell *cell)
{
  g_autofree char *made = NULL;
  YlFormCell escaped = *cell;
  if (cell->content == YL_CONTENT_TEXT && cell->look != YL_LOOK_RAW)
    escaped.text = yl_xlsx_escape (cell->text, &made);
  put_escaped (self, sheet, &escaped);
}

/* Rows out of sight are a group that the row behind them can open. */
static void
set_height (gpointer self, gpointer sheet, guint32 row, double height)
{
  YlXlsxWriter *writer = self;
  guint32 *last_shut =
      &g_array_index (writer->shut_rows, guint32, ((lxw_worksheet *) sheet)->index);
  const gboolean is_shut = height <= 0;
  lxw_row_col_options options = { .hidden = is_shut ? LXW_TRUE : LXW_FALSE,
                                  .level = is_shut ? 1 : 0,
                                  .collapsed = !is_shut && *last_shut > 0 && *last_shut + 1 == row
                                                   ? LXW_TRUE
                                                   : LXW_FALSE };
  note (writer, worksheet_set_row_opt (sheet, (lxw_row_t) (row - 1),
                                       is_shut ? LXW_DEF_ROW_HEIGHT : height, NULL, &options));
  if (is_shut)
    *last_shut = row;
}

static void
break_pages (YlXlsxWriter *writer, lxw_worksheet *sheet, const YlSheetSetting *setting)
{
  /* The library wants them ended by 0. */
  g_autofree lxw_row_t *rows = g_new0 (lxw_row_t, (gsize) setting->n_rows + 1);
  for (guint i = 0; i < setting->n_rows; i++)
    rows[i] = (lxw_row_t) setting->rows[i];
  note (writer, worksheet_set_h_pagebreaks (sheet, rows));
}

static const guint8 check_types[] = {
  [YL_CHECK_NOTHING] = LXW_VALIDATION_TYPE_ANY,
  [YL_CHECK_LIST] = LXW_VALIDATION_TYPE_LIST_FORMULA,
  [YL_CHECK_DECIMAL] = LXW_VALIDATION_TYPE_DECIMAL,
  [YL_CHECK_INTEGER] = LXW_VALIDATION_TYPE_INTEGER,
  [YL_CHECK_DATE] = LXW_VALIDATION_TYPE_DATE_NUMBER,
};
G_STATIC_ASSERT (G_N_ELEMENTS (check_types) == YL_CHECK_DATE + 1);

static void
check_cells (YlXlsxWriter *writer, lxw_worksheet *sheet, const YlSheetSetting *setting)
{
  const YlCellCheck *check = setting->check;
  g_autofree char *list = g_strconcat ("=", check->list, NULL);
  /* The library copies what it is given. */
  lxw_data_validation validation = {
    .validate = check_types[check->kind],
    .criteria = LXW_VALIDATION_CRITERIA_BETWEEN,
    .error_type =
        check->is_told ? LXW_VALIDATION_ERROR_TYPE_WARNING : LXW_VALIDATION_ERROR_TYPE_STOP,
    .minimum_number = check->least,
    .maximum_number = check->most,
    .value_formula = list,
    .input_title = (char *) check->title,
    .input_message = (char *) check->note,
    .error_title = (char *) (check->message == NULL ? NULL : check->title),
    .error_message = (char *) check->message,
  };
  note (writer, worksheet_data_validation_range (sheet, (lxw_row_t) (setting->first_row - 1),
                                                 (lxw_col_t) setting->first_column,
                                                 (lxw_row_t) (setting->last_row - 1),
                                                 (lxw_col_t) setting->last_column, &validation));
}

/* What only a workbook to be filled in knows. */
static void
set_entry (YlXlsxWriter *writer, lxw_worksheet *sheet, const YlSheetSetting *setting)
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
  switch ((guint) setting->kind)
    {
    case YL_SETTING_CHECK:
      check_cells (writer, sheet, setting);
      break;
    case YL_SETTING_TEXT_NUMBERS:
      note (writer,
            worksheet_ignore_errors (sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, setting->ranges));
      break;
    case YL_SETTING_OPEN_FORMULAS:
      note (writer, worksheet_ignore_errors (sheet, LXW_IGNORE_FORMULA_UNLOCKED, setting->ranges));
      break;
    case YL_SETTING_PROTECT:
      worksheet_protect (sheet, NULL, &allowed);
      break;
    case YL_SETTING_LOCK:
      worksheet_protect (sheet, NULL, NULL);
      break;
    case YL_SETTING_SHOW:
      worksheet_activate (sheet);
      break;
    default:
      note (writer, yl_xlsx_writer_set_found (writer, sheet, setting));
    }
}

/* Beside one another, with the first columns on both. */
static void
print_on_two_pages (YlXlsxWriter *writer, lxw_worksheet *sheet, const YlSheetSetting *setting)
{
  worksheet_fit_to_pages (sheet, 2, 0);
  worksheet_print_across (sheet);
  note (writer, worksheet_repeat_columns (sheet, (lxw_col_t) setting->first_column,
                                          (lxw_col_t) setting->last_column));
}

/* What was said of the column when its sheet began stays. */
static lxw_error
set_width (lxw_worksheet *sheet, const YlSheetSetting *setting)
{
  const lxw_col_options *was = setting->first_column < sheet->col_options_max
                                   ? sheet->col_options[setting->first_column]
                                   : NULL;
  lxw_row_col_options options = { 0 };
  if (was != NULL)
    options = (lxw_row_col_options){ was->hidden, was->level, was->collapsed };
  return worksheet_set_column_opt (sheet, (lxw_col_t) setting->first_column,
                                   (lxw_col_t) setting->first_column, setting->width,
                                   was == NULL ? NULL : was->format, &options);
}

/* What its form did not know when the sheet began. */
static void
set_late (YlXlsxWriter *writer, lxw_worksheet *sheet, const YlSheetSetting *setting)
{
  if (setting->kind == YL_SETTING_WIDTH)
    note (writer, set_width (sheet, setting));
  else if (setting->kind == YL_SETTING_A3)
    worksheet_set_paper (sheet, PAPER_A3);
  else
    set_entry (writer, sheet, setting);
}

static void
set (gpointer self, gpointer sheet, const YlSheetSetting *setting)
{
  YlXlsxWriter *writer = self;
  const lxw_row_t first_row = (lxw_row_t) (setting->first_row - 1);
  const lxw_row_t last_row = (lxw_row_t) (setting->last_row - 1);
  const lxw_col_t first = (lxw_col_t) setting->first_column;
  const lxw_col_t last = (lxw_col_t) setting->last_column;
  lxw_row_col_options hidden = { .hidden = LXW_TRUE };
  switch ((guint) setting->kind)
    {
    case YL_SETTING_FREEZE:
      worksheet_freeze_panes (sheet, first_row, first);
      break;
    case YL_SETTING_REPEAT_ROWS:
      note (writer, worksheet_repeat_rows (sheet, first_row, last_row));
      break;
    case YL_SETTING_PRINT_AREA:
      note (writer, worksheet_print_area (sheet, first_row, first, last_row, last));
      break;
    case YL_SETTING_FILTER:
      note (writer, worksheet_autofilter (sheet, first_row, first, last_row, last));
      break;
    case YL_SETTING_ONE_PAGE:
      worksheet_fit_to_pages (sheet, 1, 1);
      break;
    case YL_SETTING_TWO_PAGES:
      print_on_two_pages (writer, sheet, setting);
      break;
    case YL_SETTING_SCALE:
      worksheet_set_print_scale (sheet, (uint16_t) setting->percent);
      break;
    case YL_SETTING_PAGE_BREAKS:
      break_pages (writer, sheet, setting);
      break;
    case YL_SETTING_HIDE_COLUMNS:
      note (writer, worksheet_set_column_opt (sheet, first, last, setting->width, NULL, &hidden));
      break;
    case YL_SETTING_COLUMNS:
      note (writer, worksheet_set_column (sheet, first, last, setting->width,
                                          yl_xlsx_writer_get_format (
                                              writer, &(YlFormCell){ .look = setting->look })));
      break;
    case YL_SETTING_HIDE:
      worksheet_hide (sheet);
      break;
    default:
      set_late (writer, sheet, setting);
    }
}

/* The widths of columns count in digits of the first font. It is said which one that is: a theme's is
 * wider in one program than in another. */
static void
set_plain_font (lxw_workbook *workbook)
{
  lxw_format *plain = STAILQ_FIRST (workbook->formats);
  format_set_font_name (plain, PLAIN_FONT);
  format_set_font_size (plain, 10);
}

static YlXlsxWriter *
new_writer (
    const char *noun, gboolean is_in_order, const char *path, gboolean force, GError **error)
{
  g_autoptr (YlOutput) output = yl_output_new (path, force, error);
  if (output == NULL)
    return NULL;
  const char *temporary = yl_output_get_temporary (output);
  g_autofree char *folder = g_path_get_dirname (temporary);
  YlXlsxWriter *writer = g_new0 (YlXlsxWriter, 1);
  writer->noun = noun;
  writer->path = yl_file_name_show (path);
  writer->is_in_order = is_in_order;
  writer->n_cells = g_array_new (FALSE, TRUE, sizeof (guint64));
  writer->shut_rows = g_array_new (FALSE, TRUE, sizeof (guint32));
  writer->long_names = g_ptr_array_new_with_free_func (g_free);
  writer->dresses = yl_xlsx_writer_dresses_new ();
  writer->places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  writer->scratch = yl_scratch_new (temporary, folder);
  lxw_workbook_options options = {
    .constant_memory = is_in_order ? LXW_TRUE : LXW_FALSE,
    .tmpdir = (char *) temporary, /* copied */
  };
  writer->workbook = workbook_new_opt (temporary, &options);
  if (writer->workbook != NULL)
    set_plain_font (writer->workbook);
  writer->output = g_steal_pointer (&output);
  writer->sink = (YlCellSink){
    .self = writer,
    .describe = describe,
    .begin_sheet = begin_sheet,
    .put = put,
    .set_height = set_height,
    .set = set,
    .draw = yl_xlsx_writer_draw,
    .define = yl_xlsx_writer_define,
  };
  return writer;
}

YlXlsxWriter *
yl_xlsx_writer_new (const char *path, gboolean force, GError **error)
{
  return new_writer ("工作簿", TRUE, path, force, error);
}

YlXlsxWriter *
yl_xlsx_writer_new_copy (const char *path, gboolean force, GError **error)
{
  return new_writer ("批注本", FALSE, path, force, error);
}

YlXlsxWriter *
yl_xlsx_writer_new_entry (const char *path, gboolean force, GError **error)
{
  return new_writer ("录入表", FALSE, path, force, error);
}

void
yl_xlsx_writer_free (YlXlsxWriter *writer)
{
  if (writer == NULL)
    return;
  if (writer->workbook != NULL)
    lxw_workbook_free (writer->workbook);
  yl_scratch_free (writer->scratch);
  g_hash_table_unref (writer->places);
  g_hash_table_unref (writer->dresses);
  g_ptr_array_unref (writer->long_names);
  g_array_unref (writer->n_cells);
  g_array_unref (writer->shut_rows);
  yl_output_free (writer->output);
  g_free (writer->path);
  g_free (writer);
}

const YlCellSink *
yl_xlsx_writer_get_sink (YlXlsxWriter *writer)
{
  return &writer->sink;
}

/* @system is the errno that closing left. Returns: (nullable) (transfer full): why the file is not what it should be; %NULL when it is. */
static char *
find_failure (const YlXlsxWriter *writer, lxw_error told, int system)
{
  const int code = yl_scratch_get_error (writer->scratch);
  if (code != 0)
    return g_strdup (yl_system_error_describe (code));
  if (told >= LXW_ERROR_CREATING_XLSX_FILE && told <= LXW_ERROR_ZIP_CLOSE && system != 0)
    return g_strdup (yl_system_error_describe (system));
  if (told != LXW_NO_ERROR)
    return g_strdup_printf ("写表库错误 %d", (int) told);
  if (!yl_package_fill_names (yl_output_get_temporary (writer->output), writer->long_names))
    return g_strdup ("长公式没有写进文件");
  if (!yl_package_is_whole (yl_output_get_temporary (writer->output),
                            (const guint64 *) (gpointer) writer->n_cells->data,
                            writer->n_cells->len))
    return g_strdup ("写出的文件读回来不完整");
  return NULL;
}

/* The library tells its failures on the standard error stream, with names of its sources: they are
 * told in a sentence of ours. Closing frees the workbook, whatever comes of it. */
static lxw_error
close_quietly (lxw_workbook *workbook)
{
  FILE *kept = stderr;
  FILE *nowhere = fopencookie (NULL, "w", (cookie_io_functions_t){ 0 });
  if (nowhere != NULL)
    stderr = nowhere;
  const lxw_error failure = workbook_close (workbook);
  stderr = kept;
  if (nowhere != NULL)
    fclose (nowhere);
  return failure;
}

gboolean
yl_xlsx_writer_close (YlXlsxWriter *writer, GError **error)
{
  g_return_val_if_fail (writer->workbook != NULL, FALSE);
  errno = 0;
  const lxw_error closing = close_quietly (g_steal_pointer (&writer->workbook));
  const int system = errno;
  const lxw_error told = writer->failure != LXW_NO_ERROR ? writer->failure : closing;
  g_autofree char *failure = find_failure (writer, told, system);
  if (failure == NULL)
    return yl_output_commit (writer->output, error);
  g_set_error (error, YL_ERROR, YL_ERROR_IO, "%s“%s”没有写成：%s。请检查磁盘空间和权限。",
               writer->noun, writer->path, failure);
  return FALSE;
}
