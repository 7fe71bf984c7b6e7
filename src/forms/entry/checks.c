#include "entry-book-private.h"

/* Limits of Excel: a longer text makes the whole check fail. */
#define TITLE_MAX 32

#define MAX_YUAN 1e13
#define MAX_KM 4e6
#define MAX_METRES 1e6

static void
set_limits (lxw_data_validation *check, guint8 kind, double least, double most)
{
  check->validate = kind;
  check->criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
  check->minimum_number = least;
  check->maximum_number = most;
}

/* What numbers a field takes; returns the sentence for a wrong one. */
static const char *
set_field (lxw_data_validation *check, YlEntryField field)
{
  switch (field)
    {
    case YL_FIELD_STAKE:
      set_limits (check, LXW_VALIDATION_TYPE_DECIMAL, 0, MAX_KM);
      check->error_type = LXW_VALIDATION_ERROR_TYPE_WARNING; /* K12+345 is read, too */
      return "桩号一般填公里数，如 12.345。填成 K12+345 也能识别，但里程不会自动算出。";
    case YL_FIELD_KM:
      set_limits (check, LXW_VALIDATION_TYPE_DECIMAL, 0, MAX_KM);
      return "请填不小于 0 的公里数，最多三位小数，如 12.345；不要带单位。";
    case YL_FIELD_METRE:
      set_limits (check, LXW_VALIDATION_TYPE_INTEGER, 0, MAX_METRES);
      return "请填整米数，如 36；不要带单位。";
    case YL_FIELD_WIDTH:
      set_limits (check, LXW_VALIDATION_TYPE_DECIMAL, 0, 600);
      return "请填米数，如 6.5；不要带单位。";
    case YL_FIELD_YUAN:
      set_limits (check, LXW_VALIDATION_TYPE_DECIMAL, 0, MAX_YUAN);
      return "请填不小于 0 的金额，单位为元，最多两位小数；不要带单位。";
    case YL_FIELD_YEAR:
      set_limits (check, LXW_VALIDATION_TYPE_INTEGER, 1900, 2100);
      return "请填四位年份，如 2021。";
    case YL_FIELD_PERCENT:
      set_limits (check, LXW_VALIDATION_TYPE_DECIMAL, 0.1, 100);
      return "请填百分数，如 2.5 表示 2.5%；不要填 0.025 或 2.5%。";
    case YL_FIELD_DATE:
      check->validate = LXW_VALIDATION_TYPE_DATE;
      check->criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
      check->minimum_datetime = (lxw_datetime){ .year = 1990, .month = 1, .day = 1 };
      check->maximum_datetime = (lxw_datetime){ .year = 2100, .month = 12, .day = 31 };
      return "请填日期，如 2021-01-31。";
    case YL_FIELD_TEXT:
    case YL_FIELD_LABEL:
    default:
      check->validate = LXW_VALIDATION_TYPE_ANY;
      return "";
    }
}

/* "='选项'!$B$2:$B$16" */
static char *
list_range (const YlEntryBook *book, YlEntryList list)
{
  char range[LXW_MAX_CELL_RANGE_LENGTH];
  lxw_rowcol_to_range_abs (range, 1, (lxw_col_t) (list - 1), book->list_lengths[list],
                           (lxw_col_t) (list - 1));
  return g_strdup_printf ("='选项'!%s", range);
}

/* A head without its unit and line break, short enough for the title of a message. */
static char *
make_title (const char *head)
{
  g_auto (GStrv) lines = g_strsplit (head, "\n", 2);
  return g_utf8_substring (lines[0], 0, MIN (g_utf8_strlen (lines[0], -1), TITLE_MAX));
}

void
yl_entry_book_check (YlEntryBook *book,
                     lxw_worksheet *sheet,
                     guint first_row,
                     guint last_row,
                     guint column,
                     const YlEntryColumn *form)
{
  lxw_data_validation check = { .error_type = LXW_VALIDATION_ERROR_TYPE_STOP };
  g_autofree char *message = g_strdup (set_field (&check, form->field));
  g_autofree char *title = make_title (form->head);
  g_autofree char *note = g_strdup (form->note);
  g_autofree char *range = NULL;
  if (form->list != YL_LIST_NONE && book->list_lengths[form->list] > 0)
    {
      range = list_range (book, form->list);
      check.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
      check.value_formula = range;
      g_free (message);
      message = g_strdup ("请从下拉列表中选择；列表以外的写法无法识别。");
      /* A township may have been renamed since: told, not refused. */
      if (form->list == YL_LIST_TOWNSHIP)
        {
          check.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
          g_free (message);
          message = g_strdup ("不在本县乡镇（街道）名册内。确需填写时选“是”。");
        }
    }
  check.input_title = title;
  check.input_message = note;
  if (check.validate != LXW_VALIDATION_TYPE_ANY)
    {
      check.error_title = title;
      check.error_message = message;
    }
  yl_entry_book_note (book, worksheet_data_validation_range (sheet, first_row, (lxw_col_t) column,
                                                             last_row, (lxw_col_t) column, &check));
}
