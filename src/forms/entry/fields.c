/* The cells of the workbook, what may be typed into them, and the lists that they choose from. */
#include "entry-private.h"

#include "yanglu/domain/cell-place.h"
#include "yanglu/domain/road.h"
#include "yanglu/forms/form-text.h"

#include <string.h>

/* Limits of Excel: a longer text makes the whole check fail. */
#define TITLE_MAX 32

#define MAX_YUAN 1e13
#define MAX_KM 4e6
#define MAX_METRES 1e6
/* 1990-01-01 and 2100-12-31, as a spreadsheet counts days. */
#define FIRST_DAY 32874
#define LAST_DAY 73415

static const struct
{
  YlLook look;
  YlCheckKind kind;
  double least;
  double most;
  const char *message; /* for a wrong entry */
} fields[] = {
  [YL_FIELD_TEXT] = { YL_LOOK_FIELD_TEXT, YL_CHECK_NOTHING, 0, 0, NULL },
  [YL_FIELD_LABEL] = { YL_LOOK_FIELD_LABEL, YL_CHECK_NOTHING, 0, 0, NULL },
  [YL_FIELD_STAKE] = { YL_LOOK_FIELD_KM, YL_CHECK_DECIMAL, 0, MAX_KM,
                       "桩号一般填公里数，如 12.345。填成 K12+345 也能识别，但里程不会自动算出。" },
  [YL_FIELD_KM] = { YL_LOOK_FIELD_KM, YL_CHECK_DECIMAL, 0, MAX_KM,
                    "请填不小于 0 的公里数，最多三位小数，如 12.345；不要带单位。" },
  [YL_FIELD_METRE] = { YL_LOOK_FIELD_METRE, YL_CHECK_DECIMAL, 0, MAX_METRES,
                       "请填米数，最多两位小数，如 36 或 20.5；不要带单位。" },
  [YL_FIELD_WIDTH] = { YL_LOOK_FIELD_WIDTH, YL_CHECK_DECIMAL, 0, 600,
                       "请填米数，如 6.5；不要带单位。" },
  [YL_FIELD_YUAN] = { YL_LOOK_FIELD_YUAN, YL_CHECK_DECIMAL, 0, MAX_YUAN,
                      "请填不小于 0 的金额，单位为元，最多两位小数；不要带单位。" },
  [YL_FIELD_SIGNED_YUAN] = { YL_LOOK_FIELD_YUAN, YL_CHECK_DECIMAL, -MAX_YUAN, MAX_YUAN,
                             "请填金额，单位为元，最多两位小数，收回的资金写负数；不要带单位。" },
  [YL_FIELD_YEAR] = { YL_LOOK_FIELD_YEAR, YL_CHECK_INTEGER, 1900, 2100, "请填四位年份，如 2021。" },
  [YL_FIELD_DATE] = { YL_LOOK_FIELD_DATE, YL_CHECK_DATE, FIRST_DAY, LAST_DAY,
                      "请填日期，如 2021-01-31。" },
  [YL_FIELD_PERCENT] = { YL_LOOK_FIELD_PERCENT, YL_CHECK_DECIMAL, 0.1, 100,
                         "请填百分数，如 2.5 表示 2.5%；不要填 0.025 或 2.5%。" },
  [YL_FIELD_HINT] = { YL_LOOK_FIELD_HINT, YL_CHECK_NOTHING, 0, 0, NULL },
};
G_STATIC_ASSERT (G_N_ELEMENTS (fields) == YL_N_ENTRY_FIELDS);

void
yl_entry_book_begin_sheet (YlEntryBook *book, const YlSheetForm *form)
{
  book->sheet = book->sink->begin_sheet (book->sink->self, form);
  book->head_row = 0;
  g_ptr_array_set_size (book->heads, 0);
}

void
yl_entry_book_put_cell (YlEntryBook *book, const YlFormCell *cell)
{
  YlFormCell put = *cell;
  g_autofree char *made = NULL;
  /* What was typed may be anything; a formula's own text is written as it is. */
  if (cell->content == YL_CONTENT_TEXT && cell->text != NULL)
    put.text = yl_form_make_visible (cell->text, &made);
  if (cell->look == YL_LOOK_ENTRY_HEAD || cell->look == YL_LOOK_ENTRY_REQUIRED)
    {
      book->head_row = cell->row;
      g_ptr_array_set_size (book->heads, (gint) MAX (book->heads->len, cell->column + 1u));
      book->heads->pdata[cell->column] = (gpointer) cell->text;
    }
  else if (cell->row > book->head_row && cell->column < book->heads->len)
    put.head = g_ptr_array_index (book->heads, cell->column);
  book->sink->put (book->sink->self, book->sheet, &put);
}

void
yl_entry_book_put (
    YlEntryBook *book, guint32 row, guint first, guint last, YlLook look, const char *text)
{
  yl_entry_book_put_cell (book, &(YlFormCell){ .row = row,
                                               .column = (guint16) first,
                                               .last_column = (guint16) last,
                                               .look = look,
                                               .content = YL_CONTENT_TEXT,
                                               .text = text });
}

void
yl_entry_book_put_formula (YlEntryBook *book,
                           guint32 row,
                           guint column,
                           YlLook look,
                           const char *formula,
                           const char *text)
{
  yl_entry_book_put_cell (
      book, &(YlFormCell){ .row = row,
                           .column = (guint16) column,
                           .look = look,
                           .content = text == NULL ? YL_CONTENT_NUMBER : YL_CONTENT_TEXT,
                           .text = text,
                           .formula = formula });
}

void
yl_entry_book_put_total (YlEntryBook *book,
                         guint32 row,
                         guint column,
                         YlLook look,
                         const char *formula,
                         YlMeasure measure,
                         gint64 units)
{
  yl_entry_book_put_cell (book, &(YlFormCell){ .row = row,
                                               .column = (guint16) column,
                                               .look = look,
                                               .content = YL_CONTENT_NUMBER,
                                               .measure = measure,
                                               .units = units,
                                               .formula = formula });
}

void
yl_entry_book_set_height (YlEntryBook *book, guint32 row, double height)
{
  if (book->sink->set_height != NULL)
    book->sink->set_height (book->sink->self, book->sheet, row, height);
}

void
yl_entry_book_set (YlEntryBook *book, const YlSheetSetting *setting)
{
  if (book->sink->set != NULL)
    book->sink->set (book->sink->self, book->sheet, setting);
}

const YlEntryRows *
yl_entry_book_find_rows (const YlEntryBook *book, const char *sheet)
{
  for (gsize i = 0; i < book->n_filled; i++)
    if (strcmp (book->filled[i].sheet, sheet) == 0)
      return &book->filled[i];
  return NULL;
}

const char *
yl_entry_rows_find (const YlEntryRows *rows, guint row, const char *name)
{
  for (guint i = 0; i < rows->n_columns; i++)
    if (strcmp (rows->names[i], name) == 0)
      return rows->rows[row][i];
  return "";
}

void
yl_entry_book_put_title (
    YlEntryBook *book, const char *title, const char *unit_note, guint first, guint n_columns)
{
  const guint half = (first + n_columns) / 2;
  const YlEntryRows *unit = yl_entry_book_find_rows (book, YL_SHEET_UNIT);
  const gboolean is_filled = unit != NULL && unit->n_rows > 0;
  g_autofree char *own_year = g_strdup_printf ("%u", book->year);
  const char *year = is_filled ? yl_entry_rows_find (unit, 0, "year") : own_year;
  const char *entity = is_filled ? yl_entry_rows_find (unit, 0, "entity") : book->name;
  g_autofree char *whole = g_strconcat (year, year[0] == '\0' ? "" : "年", entity, title, NULL);
  g_autofree char *formula = g_strdup_printf (
      "IF('" YL_SHEET_UNIT "'!$B$6=\"\",\"\",'" YL_SHEET_UNIT "'!$B$6&\"年\")&IF('" YL_SHEET_UNIT
      "'!$B$5=\"\",\"\",'" YL_SHEET_UNIT "'!$B$5)&\"%s\"",
      title);
  g_autofree char *filled = g_strconcat ("编制单位：", entity, NULL);
  yl_entry_book_set_height (book, 1, 34);
  yl_entry_book_put (book, 1, first, n_columns - 1, YL_LOOK_TITLE, "");
  yl_entry_book_put_formula (book, 1, first, YL_LOOK_TITLE, formula, whole);
  yl_entry_book_put (book, 2, first, half - 1, YL_LOOK_ENTRY_LEFT, "");
  yl_entry_book_put_formula (book, 2, first, YL_LOOK_ENTRY_LEFT,
                             "\"编制单位：\"&IF('单位信息'!$B$5=\"\",\"\",'单位信息'!$B$5)",
                             filled);
  yl_entry_book_put (book, 2, half, n_columns - 1, YL_LOOK_RIGHT, unit_note);
}

void
yl_entry_book_colour (YlEntryBook *book,
                      guint32 first,
                      guint32 last,
                      guint column,
                      const char *formula,
                      guint32 paper)
{
  const YlCellLook changes = { .ink = YL_COLOUR_UNKNOWN, .paper = paper };
  const YlSheetCondition condition = {
    .kind = YL_CONDITION_FORMULA, .compare = "", .first = formula, .second = "", .changes = &changes
  };
  yl_entry_book_set (book, &(YlSheetSetting){ .kind = YL_SETTING_CONDITION,
                                              .first_row = first,
                                              .last_row = last,
                                              .first_column = (guint16) column,
                                              .last_column = (guint16) column,
                                              .condition = &condition });
}

YlLook
yl_entry_field_get_look (YlEntryField field)
{
  return fields[field].look;
}

char *
yl_entry_book_make_range (YlEntryList list, guint n_members)
{
  char letters[YL_COLUMN_LETTERS];
  yl_column_to_letters (list - 1, letters);
  return g_strdup_printf ("'选项'!$%s$2:$%s$%u", letters, letters, n_members + 1);
}

/* A head without its unit and line break, short enough for the title of a message. */
static char *
make_title (const char *head)
{
  g_autofree char *line = g_strndup (head, strcspn (head, "\n"));
  return g_utf8_substring (line, 0, MIN (g_utf8_strlen (line, -1), TITLE_MAX));
}

void
yl_entry_book_check (
    YlEntryBook *book, guint32 first, guint32 last, guint column, const YlEntryColumn *spec)
{
  const guint n_members = yl_entry_book_get_n_members (book, spec->list);
  g_autofree char *title = make_title (spec->head);
  g_autofree char *range = yl_entry_book_make_range (spec->list, n_members);
  YlCellCheck check = {
    .kind = fields[spec->field].kind,
    .least = fields[spec->field].least,
    .most = fields[spec->field].most,
    .is_told = spec->field == YL_FIELD_STAKE, /* K12+345 is read, too */
    .title = title,
    .note = spec->note,
    .message = fields[spec->field].message,
  };
  if (n_members > 0)
    {
      /* A township may have been renamed since: told, not refused. */
      check.kind = YL_CHECK_LIST;
      check.list = range;
      check.is_told = spec->list == YL_LIST_TOWNSHIP;
      check.message = check.is_told ? "不在本县乡镇（街道）名册内。确需填写时选“是”。"
                                    : "请从下拉列表中选择；列表以外的写法无法识别。";
    }
  yl_entry_book_set (book, &(YlSheetSetting){ .kind = YL_SETTING_CHECK,
                                              .first_row = first,
                                              .last_row = last,
                                              .first_column = (guint16) column,
                                              .last_column = (guint16) column,
                                              .check = &check });
}

/* Lists. */

static const char *const yes_no[] = { "是", "否" };
static const YlPurpose categories[] = { YL_PURPOSE_RUNNING, YL_PURPOSE_STAFF, YL_PURPOSE_ROAD_CHIEF,
                                        YL_PURPOSE_INSURANCE, YL_PURPOSE_ENGINEERING };

static const struct
{
  const char *name;
  guint n;                  /* of the townships the book knows how many */
  const char *const *words; /* NULL: the field's own names */
} lists[] = {
  [YL_LIST_NONE] = { "", 0, NULL },
  [YL_LIST_CLASS] = { "行政等级", YL_N_CLASSES, NULL },
  [YL_LIST_TOWNSHIP] = { "乡镇", 0, NULL },
  [YL_LIST_YES_NO] = { "是否", G_N_ELEMENTS (yes_no), yes_no },
  /* Without the unknown; behind the surfaces a field track. */
  [YL_LIST_GRADE] = { "技术等级", YL_GRADE_SUBSTANDARD, NULL },
  [YL_LIST_SURFACE] = { "路面类型", YL_SURFACE_UNPAVED + 1, NULL },
  [YL_LIST_CONDITION] = { "评定等级", YL_CONDITION_BAD, NULL },
  [YL_LIST_BRIDGE_SIZE] = { "桥梁类型", YL_N_BRIDGE_SIZES, NULL },
  [YL_LIST_LEVEL] = { "来源层级", YL_N_PAYERS, NULL },
  [YL_LIST_PURPOSE] = { "用途", YL_N_PURPOSES, NULL },
  [YL_LIST_FUND] = { "资金性质", YL_N_FUNDS, NULL },
  [YL_LIST_KIND] = { "种类", YL_N_SOURCE_KINDS, NULL },
  [YL_LIST_CATEGORY] = { "支出类别", G_N_ELEMENTS (categories), NULL },
};
G_STATIC_ASSERT (G_N_ELEMENTS (lists) == YL_N_ENTRY_LISTS);

guint
yl_entry_book_get_n_members (const YlEntryBook *book, YlEntryList list)
{
  return list == YL_LIST_TOWNSHIP ? book->townships->len : lists[list].n;
}

const char *
yl_entry_book_get_member (const YlEntryBook *book, YlEntryList list, guint index)
{
  switch ((guint) list)
    {
    case YL_LIST_CLASS:
      return yl_road_class_get_name ((YlRoadClass) index);
    case YL_LIST_TOWNSHIP:
      return g_ptr_array_index (book->townships, index);
    case YL_LIST_GRADE:
      return yl_grade_get_name ((YlGrade) (index + 1));
    case YL_LIST_SURFACE:
      return index == YL_SURFACE_UNPAVED ? "机耕道" : yl_surface_get_name ((YlSurface) (index + 1));
    case YL_LIST_CONDITION:
      return yl_condition_get_name ((YlCondition) (index + 1));
    case YL_LIST_BRIDGE_SIZE:
      return yl_bridge_size_get_name ((YlBridgeSize) index);
    case YL_LIST_LEVEL:
      return yl_payer_get_name ((YlPayer) index);
    case YL_LIST_PURPOSE:
      return yl_purpose_get_name ((YlPurpose) index);
    case YL_LIST_FUND:
      return yl_fund_get_name ((YlFund) index);
    case YL_LIST_KIND:
      return yl_source_kind_get_name ((YlSourceKind) index);
    case YL_LIST_CATEGORY:
      return yl_purpose_get_name (categories[index]);
    default:
      return lists[list].words[index];
    }
}

/* Beside the lists. */
#define TOTALS_COLUMN YL_N_ENTRY_LISTS

char *
yl_entry_book_work_out (
    YlEntryBook *book, const char *name, const char *formula, YlMeasure measure, gint64 units)
{
  char letters[YL_COLUMN_LETTERS];
  yl_column_to_letters (TOTALS_COLUMN + 1, letters);
  const YlEntryTotal total = { g_strdup (name), g_strdup (formula), measure, units };
  g_array_append_val (book->totals, total);
  return g_strdup_printf ("'选项'!$%s$%u", letters, book->totals->len + 1);
}

static void
put_totals (YlEntryBook *book)
{
  if (book->totals->len > 0)
    yl_entry_book_put (book, 1, TOTALS_COLUMN, TOTALS_COLUMN + 1, YL_LOOK_ENTRY_HEAD, "台账合计");
  for (guint i = 0; i < book->totals->len; i++)
    {
      const YlEntryTotal *total = &g_array_index (book->totals, YlEntryTotal, i);
      yl_entry_book_put (book, i + 2, TOTALS_COLUMN, TOTALS_COLUMN, YL_LOOK_ENTRY_TEXT,
                         total->name);
      yl_entry_book_put_cell (book, &(YlFormCell){ .row = i + 2,
                                                   .column = TOTALS_COLUMN + 1,
                                                   .look = YL_LOOK_ENTRY_SUM_KM,
                                                   .content = YL_CONTENT_NUMBER,
                                                   .measure = total->measure,
                                                   .units = total->units,
                                                   .formula = total->formula,
                                                   .is_array = TRUE });
    }
}

/* A list of its own has no limit of length, as one in a check has: every list is a range here. */
void
yl_entry_book_add_lists (YlEntryBook *book)
{
  yl_entry_book_begin_sheet (book, &(YlSheetForm){ .name = YL_SHEET_LISTS, .is_bare = TRUE });
  for (guint list = 1; list < YL_N_ENTRY_LISTS; list++)
    {
      const guint column = list - 1;
      yl_entry_book_put (book, 1, column, column, YL_LOOK_ENTRY_HEAD, lists[list].name);
      for (guint i = 0; i < yl_entry_book_get_n_members (book, (YlEntryList) list); i++)
        yl_entry_book_put (book, i + 2, column, column, YL_LOOK_ENTRY_TEXT,
                           yl_entry_book_get_member (book, (YlEntryList) list, i));
    }
  put_totals (book);
  yl_entry_book_set (book, &(YlSheetSetting){ .kind = YL_SETTING_COLUMNS,
                                              .last_column = TOTALS_COLUMN + 1,
                                              .width = 18,
                                              .look = YL_LOOK_RAW });
  yl_entry_book_set (book, &(YlSheetSetting){ .kind = YL_SETTING_LOCK });
  yl_entry_book_set (book, &(YlSheetSetting){ .kind = YL_SETTING_HIDE });
}
