#include "stated-private.h"

#include "yanglu/io/import/heads.h"

#include <string.h>

/* How the rows of one table are read. */
typedef struct
{
  StatedReading *reading;
  const StatedGrid *grid;
  const StatedBand *band;
  YlStatedTable *table;
  int township; /* indices of the columns; -1 for none */
  int route;
  int road_class;
  gboolean is_after_part; /* the row before was 其中 */
} Rows;

static const YlStatedColumn *
get_column (const Rows *rows, guint index)
{
  return yl_stated_table_get_column (rows->table, index);
}

/* The column of the townships before that of their counties. */
static int
find_township (const Rows *rows)
{
  int found = -1;
  for (guint i = 0; i < rows->table->columns->len; i++)
    {
      const YlStatedColumn *column = get_column (rows, i);
      if (column->meaning != YL_STATED_TOWNSHIP)
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
find_meaning (const Rows *rows, YlStatedMeaning meaning)
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
                : stated_grid_get_shown (rows->grid, row, get_column (rows, (guint) index)->column);
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
      if (get_column (rows, i)->meaning != YL_STATED_ROUTE)
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
      const YlStatedColumn *column = get_column (rows, i);
      g_autofree char *text = show (rows, row, (int) i);
      if (stated_is_value ((YlStatedMeaning) column->meaning))
        break;
      if (text[0] != '\0' && !stated_text_is_number (text))
        return g_steal_pointer (&text);
    }
  return g_strdup ("");
}

/* (transfer full): 合计 and its like, wherever it stands before the figures; NULL for none. */
static char *
find_sum (const Rows *rows, guint32 row)
{
  for (guint i = 0; i < rows->table->columns->len; i++)
    {
      if (stated_is_value ((YlStatedMeaning) get_column (rows, i)->meaning))
        break;
      g_autofree char *text = show (rows, row, (int) i);
      const YlText cell = yl_text_of (text);
      const StatedWord word = stated_word_parse (text);
      if (text[0] != '\0' && (yl_row_is_sum (&cell, 1) || (word.is_sum && !word.is_inner)))
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

static YlStatedRowKind
judge_kind (const Rows *rows, const char *label, const char *sum)
{
  if (g_str_has_prefix (label, "其中"))
    return YL_STATED_ROW_PART;
  if (sum == NULL)
    return is_whole_place (rows, label) ? YL_STATED_ROW_TOTAL : YL_STATED_ROW_ITEM;
  const StatedWord word = stated_word_parse (sum);
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
                           || word.rate != YL_STATED_ALL_CLASSES
                           || (place[0] != '\0' && is_of_township);
  return is_part ? YL_STATED_ROW_SUBTOTAL : YL_STATED_ROW_TOTAL;
}

static guint8
judge_class (const Rows *rows, guint32 row, const char *label)
{
  g_autofree char *text = show (rows, row, rows->road_class);
  g_autofree char *route = show (rows, row, rows->route);
  YlRoadClass road_class = YL_CLASS_COUNTY;
  if (strstr (text, "城管") != NULL)
    return YL_RATE_URBAN;
  const YlClassReading read = yl_road_class_parse_name (yl_text_of (text), &road_class);
  if (read == YL_CLASS_READ_TRACK)
    return YL_RATE_TRACK;
  if (read == YL_CLASS_READ_OK)
    return (guint8) road_class;
  if (strlen (route) >= 4 && g_ascii_isdigit (route[1])
      && yl_road_class_parse_letter (yl_text_of (route), &road_class) == YL_CLASS_READ_OK)
    return (guint8) road_class;
  const StatedWord word = stated_word_parse (label);
  return word.is_short || word.is_mixed ? YL_STATED_ALL_CLASSES : word.rate;
}

static void
set_township (const Rows *rows, YlStatedRow *row)
{
  const YlPlaces *places = rows->reading->places;
  g_autofree char *name = show (rows, row->row, rows->township);
  const YlTownship *township =
      places == NULL
          ? NULL
          : yl_places_find_township_named (places, rows->reading->county_code, yl_text_of (name));
  g_free (row->township);
  row->township = township == NULL ? g_steal_pointer (&name) : g_strdup (township->name);
  row->township_code = township == NULL ? 0 : township->code;
}

/* Whether the row states anything: a number, or a word where a number should stand. */
static gboolean
has_figures (const Rows *rows, guint32 row)
{
  gboolean has_word = FALSE;
  for (guint i = 0; i < rows->table->columns->len; i++)
    {
      const YlStatedColumn *column = get_column (rows, i);
      const char *text = stated_grid_get (rows->grid, row, column->column);
      if (!stated_is_value ((YlStatedMeaning) column->meaning))
        continue;
      if (stated_grid_is_number (rows->grid, row, column->column))
        return TRUE;
      /* 审核人： and the like stand below a table, not in it. */
      has_word |= text[0] != '\0' && strchr (text, ':') == NULL && strstr (text, "：") == NULL
                  && strlen (text) < 60;
    }
  return has_word;
}

static gboolean
is_capital_line (const char *label)
{
  return strstr (label, "大写") != NULL;
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
  if (is_capital_line (label) || is_capital_line (first))
    return;
  const gboolean has_label = label[0] != '\0';
  const guint8 rate = judge_class (rows, number, label);
  YlStatedRowKind kind = judge_kind (rows, has_label ? label : "", sum);
  const StatedWord word = stated_word_parse (label);
  if (kind == YL_STATED_ROW_ITEM && rows->is_after_part && word.rate != YL_STATED_ALL_CLASSES
      && !word.is_short)
    kind = YL_STATED_ROW_PART;
  rows->is_after_part = kind == YL_STATED_ROW_PART;
  YlStatedRow *row = yl_stated_table_add_row (rows->table, number, label);
  row->kind = (guint8) kind;
  row->rate = rate;
  row->is_hidden = yl_worksheet_is_row_hidden (rows->grid->sheet, number);
  if (kind == YL_STATED_ROW_ITEM)
    set_township (rows, row);
  for (guint i = 0; i < rows->table->columns->len; i++)
    stated_value_read (rows->reading, rows->table, rows->grid, row, i);
}

static void
drop_class_column (Rows *rows)
{
  if (rows->road_class < 0)
    return;
  guint n_read = 0;
  for (guint i = 0; i < rows->table->rows->len; i++)
    n_read += yl_stated_table_get_row (rows->table, i)->rate != YL_STATED_ALL_CLASSES ? 1 : 0;
  if (n_read == 0)
    g_array_index (rows->table->columns, YlStatedColumn, rows->road_class).meaning =
        YL_STATED_OTHER;
}

/* The last row of the same heads again, at a page break; 0 for other heads. */
static guint32
skip_repeated (const Rows *rows, guint32 row)
{
  g_autoptr (StatedBand) band = stated_band_new (rows->grid, row);
  if (band->heads->len != rows->band->heads->len)
    return 0;
  for (guint i = 0; i < band->heads->len; i++)
    if (strcmp (g_array_index (band->heads, StatedHead, i).head,
                g_array_index (rows->band->heads, StatedHead, i).head)
        != 0)
      return 0;
  return band->last_row;
}

guint32
stated_rows_read (StatedReading *reading,
                  const StatedGrid *grid,
                  const StatedBand *band,
                  YlStatedTable *table)
{
  Rows rows = { .reading = reading, .grid = grid, .band = band, .table = table };
  rows.township = find_township (&rows);
  rows.route = find_meaning (&rows, YL_STATED_ROUTE);
  rows.road_class = find_meaning (&rows, YL_STATED_CLASS);
  guint32 row = stated_grid_next_row (grid, band->last_row);
  if (row != 0 && stated_row_numbers_columns (grid, row))
    row = stated_grid_next_row (grid, row);
  for (; row != 0; row = stated_grid_next_row (grid, row))
    {
      if (stated_band_begins (grid, row))
        {
          const guint32 last = skip_repeated (&rows, row);
          if (last == 0)
            break;
          row = last;
          continue;
        }
      if (reading->n_rows >= STATED_MAX_ROWS)
        {
          stated_tell_limit (reading, table->sheet, row, "各表合计超过 200,000 行，其余各行未读");
          row = 0;
          break;
        }
      if (!has_figures (&rows, row))
        continue;
      read_row (&rows, row);
      reading->n_rows++;
    }
  drop_class_column (&rows);
  return row;
}
