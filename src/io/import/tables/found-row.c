#include "found-private.h"

#include "yanglu/base/capital.h"
#include "yanglu/domain/cell-place.h"
#include "yanglu/domain/sheet-names.h"
#include "yanglu/io/import/row-label.h"
#include "yanglu/io/import/unit-line.h"

#include <string.h>

/* Rows of all tables of one workbook that are read. */
#define MAX_ROWS 200000
#define MAX_PPM G_GINT64_CONSTANT (1000000000000)
#define MAX_COUNT G_GINT64_CONSTANT (1000000000000)

/* What people write where there is nothing. */
static const char *const nothing[] = { "-",  "--", "—", "——", "–",  "/",
                                       "\\", "无", "…", "……", "空", NULL };

static gint64
get_limit (YlFoundMeaning meaning)
{
  if (meaning == YL_FOUND_LENGTH || meaning >= YL_FOUND_LISTED)
    return YL_LENGTH_MAX_M;
  if (meaning == YL_FOUND_RATE)
    return YL_RATE_MAX_FEN_PER_KM;
  if (meaning == YL_FOUND_PERCENT)
    return MAX_PPM;
  return meaning == YL_FOUND_COUNT ? MAX_COUNT : YL_MONEY_MAX_FEN;
}

static YlDecimalStatus
parse (const YlFoundColumn *column, const char *text, YlFoundValue *value)
{
  YlText number = yl_text_trim (yl_text_of (text));
  gint64 unit = column->unit;
  gint32 lost = 0;
  YlMoney money = { 0 };
  if (column->meaning == YL_FOUND_CAPITAL)
    {
      const YlDecimalStatus status = yl_money_parse_capital (number, &money);
      value->units = money.fen;
      return status;
    }
  if (column->meaning == YL_FOUND_PERCENT && g_str_has_suffix (text, "%"))
    {
      number = yl_text_trim ((YlText){ number.at, number.length - 1 });
      unit = 10000;
    }
  const gint64 limit =
      column->is_guessed ? YL_MONEY_MAX_FEN : get_limit ((YlFoundMeaning) column->meaning);
  const YlDecimalStatus status =
      yl_decimal_parse (number, yl_decimal_count (unit), limit, &value->units, &lost);
  value->lost_micro = lost;
  return status;
}

/* (transfer full) (nullable): the number without the unit behind it, where that is the column's. */
static char *
find_repair (const YlWords *words, const YlFoundColumn *column, const char *text)
{
  guint n = 0;
  const YlSpelling *endings = yl_words_get (words, YL_WORDS_NUMBER_UNIT, &n);
  for (guint i = 0; i < n; i++)
    {
      const YlHeadUnit unit = (YlHeadUnit) endings[i].member;
      if (endings[i].is_fallback || !g_str_has_suffix (text, endings[i].text))
        continue;
      g_autofree char *number = g_strndup (text, strlen (text) - endings[i].length);
      const gboolean is_own = yl_unit_is_length (unit) == (column->meaning == YL_FOUND_LENGTH)
                              && found_unit_get_size (unit) == column->unit;
      return is_own && found_text_is_number (number) ? g_steal_pointer (&number) : NULL;
    }
  return NULL;
}

static void
report (FoundReading *reading,
        const YlFoundTable *table,
        const YlFoundColumn *column,
        const YlFoundRow *row,
        const char *text)
{
  g_autofree char *cell = yl_cell_to_text (row->row, column->column);
  g_autofree char *repair = find_repair (reading->words, column, text);
  g_autofree char *seen = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), 60));
  g_autofree char *message =
      g_strdup_printf ("“%s”一行的“%s”写作“%s”，%s，该数未参加核对", row->label, column->head, seen,
                       found_text_is_number (text)           ? "超出可能的范围"
                       : column->meaning == YL_FOUND_CAPITAL ? "不是可以读懂的大写金额"
                                                             : "不是可以读懂的数");
  const YlFinding finding = {
    .code = YL_C04,
    .severity = yl_code_get_severity (YL_C04),
    .file = reading->budget->file,
    .sheet = table->sheet,
    .row = row->row,
    .column = column->head,
    .cell = cell,
    .seen = seen,
    .expected =
        column->meaning == YL_FOUND_CAPITAL ? "大写金额，如壹佰元整" : "不带单位的数，如 12.345",
    .repair = repair,
    .message = message,
  };
  yl_findings_add (reading->audit->findings, &finding);
}

/* Words beside figures: a name, a mark such as 重复, a grade; a stake is a number too, and so is a class. */
static void
read_words (const YlWords *words,
            const YlFoundColumn *column,
            YlFoundRow *row,
            guint index,
            const char *text)
{
  YlFoundValue value = { .text = text };
  YlLength stake = { 0 };
  gint32 lost = 0;
  const gboolean is_stake = column->meaning == YL_FOUND_START || column->meaning == YL_FOUND_END;
  const YlText cell = yl_text_trim (yl_text_of (text));
  YlRoadClass road_class = YL_CLASS_COUNTY;
  if (column->meaning == YL_FOUND_CLASS
      && yl_road_class_parse_name (words, cell, &road_class) == YL_CLASS_READ_OK)
    value.units = (gint64) road_class + 1;
  if (is_stake && column->unit == 1)
    value.is_known =
        yl_decimal_parse (cell, 0, YL_LENGTH_MAX_M, &value.units, &lost) == YL_DECIMAL_OK;
  else if (is_stake && yl_length_parse_stake (cell, &stake, &lost) == YL_DECIMAL_OK)
    value = (YlFoundValue){ .units = stake.m, .is_known = TRUE, .text = text };
  yl_found_row_set (row, index, &value);
}

/* The unit of the column; YL_UNIT_NONE where a number with a unit of its own says nothing there. */
static YlHeadUnit
find_unit (const YlWords *words, const YlFoundColumn *column)
{
  const gboolean is_length =
      column->meaning == YL_FOUND_LENGTH || column->meaning == YL_FOUND_LISTED;
  const gboolean is_money = column->meaning == YL_FOUND_AMOUNT || column->meaning == YL_FOUND_ASIDE;
  guint n = 0;
  const YlSpelling *units = yl_words_get (words, YL_WORDS_NUMBER_UNIT, &n);
  for (guint i = 0; i < n && (is_length || is_money); i++)
    {
      const YlHeadUnit unit = (YlHeadUnit) units[i].member;
      if (yl_unit_is_length (unit) == is_length && found_unit_get_size (unit) == column->unit)
        return unit;
    }
  return YL_UNIT_NONE;
}

/* 6公里, ￥30,000.00: read by the unit that it bears. Returns: (transfer full) (nullable) */
static char *
read_own_unit (FoundReading *reading,
               const YlFoundColumn *column,
               const char *text,
               YlFoundValue *value)
{
  const YlHeadUnit unit = find_unit (reading->words, column);
  char *number = unit == YL_UNIT_NONE ? NULL : found_number_in_unit (reading->words, text, unit);
  if (number == NULL)
    return NULL;
  value->is_known = parse (column, number, value) == YL_DECIMAL_OK;
  value->text = number;
  reading->n_own_units += value->is_known ? 1 : 0;
  return number;
}

/* The number of a cell; unknown, with its text, when it is none. */
static void
read_value (FoundReading *reading,
            const YlFoundTable *table,
            const FoundGrid *grid,
            YlFoundRow *row,
            guint index)
{
  const YlFoundColumn *column = yl_found_table_get_column (table, index);
  const YlCell *cell = found_grid_find (grid, row->row, column->column);
  if (!found_is_value ((YlFoundMeaning) column->meaning))
    {
      read_words (reading->words, column, row, index,
                  column->meaning == YL_FOUND_OTHER
                      ? found_grid_get (grid, row->row, column->column)
                      : found_grid_get_shown (grid, row->row, column->column));
      return;
    }
  if (cell == NULL)
    return;
  const char *text = yl_workbook_get_text (reading->workbook, cell->value);
  g_autofree char *trimmed = yl_text_dup (yl_text_trim (yl_text_of (text)));
  const gboolean is_blank = g_strv_contains (nothing, trimmed);
  YlFoundValue value = {
    .text = is_blank ? "" : trimmed,
    .formula = cell->formula == 0 ? NULL : yl_workbook_get_text (reading->workbook, cell->formula),
  };
  const YlDecimalStatus status = is_blank ? YL_DECIMAL_BLANK : parse (column, trimmed, &value);
  value.is_known = status == YL_DECIMAL_OK;
  g_autofree char *number = value.is_known || is_blank || value.formula != NULL
                                ? NULL
                                : read_own_unit (reading, column, trimmed, &value);
  yl_found_row_set (row, index, &value);
}

static gboolean
is_unread (const YlFoundValue *value)
{
  return !value->is_known && value->text != NULL && value->text[0] != '\0';
}

/* A column of words is none of figures, whatever its head: 资金来源, 资金性质. */
static gboolean
is_of_words (const YlFoundTable *table, guint column)
{
  guint n_unread = 0;
  guint n_known = 0;
  for (guint i = 0; i < table->rows->len; i++)
    {
      const YlFoundValue *value = yl_found_row_get (yl_found_table_get_row (table, i), column);
      /* 约4 was meant as a number, 一般公共预算 was not. */
      n_unread += is_unread (value) && strpbrk (value->text, "0123456789#") == NULL ? 1 : 0;
      n_known += value->is_known || (value->formula != NULL && value->text[0] == '\0') ? 1 : 0;
    }
  return n_unread > n_known;
}

/* Columns of words are no figures; words among figures are told (C04). */
static void
settle_values (FoundReading *reading, YlFoundTable *table)
{
  for (guint i = 0; i < table->columns->len; i++)
    if (found_is_value ((YlFoundMeaning) yl_found_table_get_column (table, i)->meaning)
        && is_of_words (table, i))
      g_array_index (table->columns, YlFoundColumn, i).meaning = YL_FOUND_OTHER;
  for (guint k = 0; k < table->rows->len; k++)
    for (guint i = 0; i < table->columns->len; i++)
      {
        const YlFoundColumn *column = yl_found_table_get_column (table, i);
        const YlFoundRow *row = yl_found_table_get_row (table, k);
        const YlFoundValue *value = yl_found_row_get (row, i);
        /* 已拨 may well say 见附件. */
        if (found_is_value ((YlFoundMeaning) column->meaning) && is_unread (value)
            && column->meaning != YL_FOUND_ASIDE)
          report (reading, table, column, row, value->text);
      }
}

void
found_report_limit (FoundReading *reading, const char *sheet, guint32 row, const char *what)
{
  g_autofree char *message = g_strdup_printf ("工作表“%s”超出可读的范围：%s", sheet, what);
  const YlFinding finding = {
    .code = YL_E08,
    .severity = yl_code_get_severity (YL_E08),
    .file = reading->budget->file,
    .sheet = sheet,
    .row = row,
    .message = message,
  };
  yl_findings_add (reading->audit->findings, &finding);
}

/* How the rows of one table are read. */
typedef struct
{
  FoundReading *reading;
  const FoundGrid *grid;
  const FoundBand *band;
  YlFoundTable *table;
  int township; /* indices of the columns; -1 for none */
  int route;
  int road_class;
  gboolean is_after_part; /* the row before was 其中 */
  gboolean is_payer;      /* and of a payer */
  guint8 whole_class;     /* of every row, by the title; YL_FOUND_ALL_CLASSES */
  char *last_township;    /* (nullable): of the row above, for blank cells under it */
} Rows;

static const YlFoundColumn *
get_column (const Rows *rows, guint index)
{
  return yl_found_table_get_column (rows->table, index);
}

/* The column of the townships before that of their counties. */
static int
find_township (const Rows *rows)
{
  int found = -1;
  for (guint i = 0; i < rows->table->columns->len; i++)
    {
      const YlFoundColumn *column = get_column (rows, i);
      if (column->meaning != YL_FOUND_TOWNSHIP)
        continue;
      const gboolean is_named = strstr (column->head, "乡") != NULL
                                || strstr (column->head, "镇") != NULL
                                || strstr (column->head, "街") != NULL;
      if (is_named)
        return (int) i;
      found = found < 0 ? (int) i : found;
    }
  return found;
}

static int
find_meaning (const Rows *rows, YlFoundMeaning meaning)
{
  for (guint i = 0; i < rows->table->columns->len; i++)
    if (get_column (rows, i)->meaning == meaning)
      return (int) i;
  return -1;
}

/* (transfer full): what the row shows in column @index; "" for -1. */
static char *
show (const Rows *rows, guint32 row, int index)
{
  const char *text =
      index < 0 ? ""
                : found_grid_get_shown (rows->grid, row, get_column (rows, (guint) index)->column);
  char *shown = yl_text_dup (yl_text_trim (yl_text_of (text)));
  g_strdelimit (shown, "\r\n", ' ');
  return shown;
}

/* (transfer full): code and name of a route. */
static char *
show_route (const Rows *rows, guint32 row)
{
  GString *text = g_string_new ("");
  for (guint i = 0; i < rows->table->columns->len; i++)
    {
      if (get_column (rows, i)->meaning != YL_FOUND_ROUTE)
        continue;
      g_autofree char *part = show (rows, row, (int) i);
      if (part[0] != '\0' && strcmp (part, text->str) != 0)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", part);
    }
  return g_string_free (text, FALSE);
}

/* (transfer full): the first words of the row before its figures. */
static char *
show_first (const Rows *rows, guint32 row)
{
  for (guint i = 0; i < rows->table->columns->len; i++)
    {
      const YlFoundColumn *column = get_column (rows, i);
      g_autofree char *text = show (rows, row, (int) i);
      if (found_is_value ((YlFoundMeaning) column->meaning))
        break;
      if (text[0] != '\0' && !found_text_is_number (text))
        return g_steal_pointer (&text);
    }
  return g_strdup ("");
}

/* (transfer full): "合计（大写：叁拾捌万元整）" without what it states in words. Takes @label. */
static char *
cut_capital (char *label)
{
  static const char *const marks[] = { "（大写", "(大写", "（人民币", "(人民币", "大写", "人民币" };
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      char *at = strstr (label, marks[i]);
      if (at != NULL && at > label)
        *at = '\0';
    }
  return label;
}

/* (transfer full): 合计 and its like, wherever it stands before the figures; NULL for none. */
static char *
find_sum (const Rows *rows, guint32 row)
{
  for (guint i = 0; i < rows->table->columns->len; i++)
    {
      if (found_is_value ((YlFoundMeaning) get_column (rows, i)->meaning))
        break;
      g_autofree char *text = cut_capital (show (rows, row, (int) i));
      const YlText cell = yl_text_of (text);
      if (yl_row_is_sum (rows->reading->words, &cell, 1))
        return g_steal_pointer (&text);
    }
  return NULL;
}

static gboolean
is_whole_place (const Rows *rows, const char *label)
{
  static const char *const wholes[] = { "全县", "全市", "全区", "全省", "总", NULL };
  const YlPlaces *places = rows->reading->places;
  const YlCounty *county =
      places == NULL ? NULL : yl_places_find_county (places, rows->reading->county_code);
  return g_strv_contains (wholes, label) || (county != NULL && strcmp (county->name, label) == 0);
}

static YlFoundRowKind
judge_kind (const Rows *rows, const char *label, const char *sum)
{
  if (g_str_has_prefix (label, "其中"))
    return YL_FOUND_ROW_PART;
  if (sum == NULL)
    return is_whole_place (rows, label) ? YL_FOUND_ROW_TOTAL : YL_FOUND_ROW_ITEM;
  const FoundWord word = found_word_parse (rows->reading->words, sum);
  g_autofree char *place = g_strdup (sum);
  char *cut = strstr (place, "合计");
  if (cut != NULL)
    *cut = '\0';
  const gboolean is_of_township =
      rows->reading->places != NULL
      && yl_places_find_township_named (rows->reading->places, rows->reading->county_code,
                                        yl_text_of (place))
             != NULL;
  const gboolean is_part = strstr (sum, "小计") != NULL || strstr (sum, "本页") != NULL
                           || word.rate < YL_N_RATES || (place[0] != '\0' && is_of_township);
  return is_part ? YL_FOUND_ROW_SUBTOTAL : YL_FOUND_ROW_TOTAL;
}

/* 是 in a column 城管路段 or 机耕道; YL_FOUND_ALL_CLASSES for neither. */
static guint8
find_mark (const Rows *rows, guint32 row)
{
  for (guint i = 0; i < rows->table->columns->len; i++)
    {
      const guint8 rate = get_column (rows, i)->rate;
      if (rate != YL_RATE_URBAN && rate != YL_RATE_TRACK)
        continue;
      g_autofree char *text = show (rows, row, (int) i);
      if (g_str_equal (text, "是"))
        return rate;
    }
  return YL_FOUND_ALL_CLASSES;
}

static guint8
judge_class (const Rows *rows, guint32 row, const char *label)
{
  const guint8 mark = find_mark (rows, row);
  if (mark != YL_FOUND_ALL_CLASSES)
    return mark;
  g_autofree char *text = show (rows, row, rows->road_class);
  g_autofree char *route = show (rows, row, rows->route);
  YlRoadClass road_class = YL_CLASS_COUNTY;
  if (strstr (text, "城管") != NULL)
    return YL_RATE_URBAN;
  const YlClassReading read =
      yl_road_class_parse_name (rows->reading->words, yl_text_of (text), &road_class);
  if (read == YL_CLASS_READ_TRACK)
    return YL_RATE_TRACK;
  if (read == YL_CLASS_READ_OK)
    return (guint8) road_class;
  if (strlen (route) >= 4 && g_ascii_isdigit (route[1])
      && yl_road_class_parse_letter (yl_text_of (route), &road_class) == YL_CLASS_READ_OK)
    return (guint8) road_class;
  const FoundWord word = found_word_parse (rows->reading->words, label);
  if (!word.is_short && !word.is_mixed && word.rate < YL_N_RATES)
    return word.rate;
  return rows->whole_class;
}

static void
set_township (Rows *rows, YlFoundRow *row)
{
  const YlPlaces *places = rows->reading->places;
  g_autofree char *name = show (rows, row->row, rows->township);
  /* Sections under the name of their township, which stands once. */
  if (name[0] == '\0' && rows->last_township != NULL && (rows->route >= 0 || rows->road_class >= 0))
    {
      g_free (name);
      name = g_strdup (rows->last_township);
    }
  g_free (rows->last_township);
  rows->last_township = g_strdup (name);
  const YlTownship *township =
      places == NULL
          ? NULL
          : yl_places_find_township_named (places, rows->reading->county_code, yl_text_of (name));
  row->township = yl_arena_keep (row->arena, township == NULL ? name : township->name);
  row->township_code = township == NULL ? 0 : township->code;
}

/* Whether the row states anything: a number, or a word where a number should stand. */
static gboolean
has_figures (const Rows *rows, guint32 row)
{
  gboolean has_word = FALSE;
  for (guint i = 0; i < rows->table->columns->len; i++)
    {
      const YlFoundColumn *column = get_column (rows, i);
      const char *text = found_grid_get (rows->grid, row, column->column);
      if (!found_is_value ((YlFoundMeaning) column->meaning))
        continue;
      if (found_grid_is_number (rows->grid, row, column->column))
        return TRUE;
      /* 审核人： and the like stand below a table, not in it. */
      has_word |= text[0] != '\0' && strchr (text, ':') == NULL && strstr (text, "：") == NULL
                  && strlen (text) < 60;
    }
  return has_word;
}

static gboolean
has_number (const Rows *rows, guint32 row)
{
  for (guint i = 0; i < rows->table->columns->len; i++)
    if (found_grid_is_number (rows->grid, row, get_column (rows, i)->column))
      return TRUE;
  return FALSE;
}

static gboolean
is_capital_line (const char *label)
{
  return strstr (label, "大写") != NULL;
}

/* 计划拨付比例 over or under the amounts: what divides them, in no sum. */
static gboolean
is_of_shares (const Rows *rows, guint32 row, const char *label)
{
  if (strstr (label, "比例") == NULL && strstr (label, "占比") == NULL)
    return FALSE;
  for (guint i = 0; i < rows->table->columns->len; i++)
    {
      const char *text = found_grid_get (rows->grid, row, get_column (rows, i)->column);
      if (found_text_is_number (text) && g_ascii_strtoll (text, NULL, 10) > 100)
        return FALSE;
    }
  return TRUE;
}

/* 尾差 below the sum is what rounding leaves between it and the rows above: no row of theirs. */
static gboolean
is_left_over (const Rows *rows, const char *label)
{
  const guint n = rows->table->rows->len;
  return strcmp (label, YL_LINE_LEFT_OVER) == 0 && n > 0
         && yl_found_table_get_row (rows->table, n - 1)->kind == YL_FOUND_ROW_TOTAL;
}

static void
read_row (Rows *rows, guint32 number)
{
  g_autofree char *route = show_route (rows, number);
  g_autofree char *place = show (rows, number, rows->township);
  g_autofree char *first = show_first (rows, number);
  g_autofree char *sum = find_sum (rows, number);
  const char *label = sum != NULL        ? sum
                      : route[0] != '\0' ? route
                      : place[0] != '\0' ? place
                                         : first;
  const gboolean is_total = sum != NULL && has_number (rows, number);
  if ((!is_total && (is_capital_line (label) || is_capital_line (first)))
      || is_of_shares (rows, number, first) || is_left_over (rows, label))
    return;
  const gboolean has_label = label[0] != '\0';
  if (!has_label && !has_number (rows, number))
    return;
  const guint8 rate = judge_class (rows, number, label);
  YlFoundRowKind kind = judge_kind (rows, has_label ? label : "", sum);
  const FoundWord word = found_word_parse (rows->reading->words, label);
  const gboolean names_class = word.rate != YL_FOUND_ALL_CLASSES && !word.is_short;
  const gboolean names_payer = word.payer_after != 0 && !names_class;
  /* 其中：省级补助 goes on with 市级补助, and 县道 with 乡道. */
  if (kind == YL_FOUND_ROW_ITEM && rows->is_after_part
      && (names_class || (names_payer && rows->is_payer)))
    kind = YL_FOUND_ROW_PART;
  rows->is_after_part = kind == YL_FOUND_ROW_PART;
  rows->is_payer = rows->is_after_part && names_payer;
  YlFoundRow *row = yl_found_table_add_row (rows->table, number, label);
  row->kind = (guint8) kind;
  row->rate = rate;
  /* What a filter leaves out is still shown to whoever looks. */
  row->is_hidden =
      !rows->grid->sheet->is_filtered && yl_worksheet_is_row_hidden (rows->grid->sheet, number);
  if (kind == YL_FOUND_ROW_ITEM)
    set_township (rows, row);
  for (guint i = 0; i < rows->table->columns->len; i++)
    read_value (rows->reading, rows->table, rows->grid, row, i);
}

/* E02: a word in the column of classes that is none. */
static void
report_class (const Rows *rows, const YlFoundRow *row, const char *text)
{
  const YlFoundColumn *column = get_column (rows, (guint) rows->road_class);
  g_autofree char *cell = yl_cell_to_text (row->row, column->column);
  g_autofree char *message =
      g_strdup_printf ("“%s”的“%s”写作“%s”，不是县道、乡道、村道或专用公路，该行未按标准重算",
                       row->label, column->head, text);
  const YlFinding finding = {
    .code = YL_E02,
    .severity = yl_code_get_severity (YL_E02),
    .file = rows->reading->budget->file,
    .sheet = rows->table->sheet,
    .row = row->row,
    .column = column->head,
    .cell = cell,
    .seen = text,
    .expected = "县道、乡道、村道或专用公路",
    .message = message,
  };
  yl_findings_add (rows->reading->audit->findings, &finding);
}

static void
report_classes (const Rows *rows)
{
  for (guint i = 0; i < rows->table->rows->len; i++)
    {
      const YlFoundRow *row = yl_found_table_get_row (rows->table, i);
      if (row->kind != YL_FOUND_ROW_ITEM || row->rate != YL_FOUND_ALL_CLASSES)
        continue;
      g_autofree char *text = show (rows, row->row, rows->road_class);
      if (text[0] != '\0')
        report_class (rows, row, text);
    }
}

/* A column whose words are no classes at all is another thing; else the odd ones are told. */
static void
settle_class_column (Rows *rows)
{
  if (rows->road_class < 0)
    return;
  guint n_read = 0;
  for (guint i = 0; i < rows->table->rows->len; i++)
    n_read += yl_found_table_get_row (rows->table, i)->rate != YL_FOUND_ALL_CLASSES ? 1 : 0;
  if (n_read > 0)
    report_classes (rows);
  else
    g_array_index (rows->table->columns, YlFoundColumn, rows->road_class).meaning = YL_FOUND_OTHER;
}

/* The class that the title, or the name of the sheet, gives to a table that tells none apart. */
static guint8
find_whole_class (const Rows *rows)
{
  const FoundWord sheet = found_word_parse (rows->reading->words, rows->table->sheet);
  const FoundWord title = found_word_parse (rows->reading->words, rows->table->title);
  for (guint i = 0; i < rows->table->columns->len; i++)
    {
      const YlFoundColumn *column = get_column (rows, i);
      if (column->meaning == YL_FOUND_CLASS || column->rate != YL_FOUND_ALL_CLASSES)
        return YL_FOUND_ALL_CLASSES;
    }
  if (title.rate < YL_N_RATES && !title.is_short && !title.is_mixed)
    return title.rate;
  return sheet.is_short || sheet.is_mixed || sheet.rate >= YL_N_RATES ? YL_FOUND_ALL_CLASSES
                                                                      : sheet.rate;
}

/* The last row of the same heads again, at a page break; 0 for other heads. */
static guint32
skip_repeated (const Rows *rows, guint32 row)
{
  g_autoptr (FoundBand) band = found_band_new (rows->grid, row);
  if (band->heads->len != rows->band->heads->len)
    return 0;
  for (guint i = 0; i < band->heads->len; i++)
    if (strcmp (g_array_index (band->heads, FoundHead, i).head,
                g_array_index (rows->band->heads, FoundHead, i).head)
        != 0)
      return 0;
  return band->last_row;
}

guint32
found_rows_read (FoundReading *reading,
                 const FoundGrid *grid,
                 const FoundBand *band,
                 YlFoundTable *table)
{
  Rows rows = { .reading = reading, .grid = grid, .band = band, .table = table };
  rows.township = find_township (&rows);
  rows.route = find_meaning (&rows, YL_FOUND_ROUTE);
  rows.road_class = find_meaning (&rows, YL_FOUND_CLASS);
  rows.whole_class = find_whole_class (&rows);
  guint32 row = found_grid_next_row (grid, band->last_row);
  if (row != 0 && found_row_numbers_columns (grid, row))
    row = found_grid_next_row (grid, row);
  for (; row != 0; row = found_grid_next_row (grid, row))
    {
      if (found_band_begins (grid, row) && !found_remark_is_capital (grid, row))
        {
          const guint32 last = skip_repeated (&rows, row);
          if (last == 0)
            break;
          row = last;
          continue;
        }
      if (*grid->n_wordy >= FOUND_MAX_WORDY)
        {
          row = 0;
          break;
        }
      if (reading->n_rows >= MAX_ROWS)
        {
          found_report_limit (reading, table->sheet, row, "各表合计超过 200,000 行，其余各行未读");
          row = 0;
          break;
        }
      if (!has_figures (&rows, row))
        continue;
      read_row (&rows, row);
      reading->n_rows++;
    }
  settle_class_column (&rows);
  settle_values (reading, table);
  found_settle_class_groups (table);
  g_free (rows.last_township);
  return row;
}
