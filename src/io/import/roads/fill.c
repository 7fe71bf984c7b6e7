#include "roads-private.h"

#include <string.h>

/* What stands in front of a band: 一、 （二） 3. */
static YlText
skip_numbering (YlText text)
{
  static const char *const signs[] = { "一", "二", "三", "四", "五", "六", "七", "八", "九",
                                       "十", "（", "）", "(",  ")",  "、", "．", ".",  NULL };
  gboolean is_sign = TRUE;
  while (is_sign && text.length > 0)
    {
      is_sign = g_ascii_isdigit (text.at[0]) || text.at[0] == ' ';
      gsize n = 1;
      for (guint i = 0; signs[i] != NULL && !is_sign; i++)
        if (text.length >= strlen (signs[i]) && memcmp (text.at, signs[i], strlen (signs[i])) == 0)
          {
            is_sign = TRUE;
            n = strlen (signs[i]);
          }
      if (is_sign)
        text = (YlText){ text.at + n, text.length - n };
    }
  return yl_text_trim (text);
}

static gboolean
ends_with (YlText text, const char *ending)
{
  const gsize n = strlen (ending);
  return text.length > n && memcmp (text.at + text.length - n, ending, n) == 0;
}

/* 沙镇镇, 古楼街道; 乡镇, 各乡镇 and what stands behind a label are none. */
static gboolean
is_township (YlText text)
{
  static const char *const endings[] = { "镇", "乡", "街道", "街道办", "办事处", "苏木", NULL };
  static const char *const others[] = { "乡镇", "城镇", "村镇", "集镇", "全镇", NULL };
  for (guint i = 0; others[i] != NULL; i++)
    if (yl_text_is (text, others[i]) || ends_with (text, others[i]))
      return FALSE;
  if (text.length == 0 || text.length > 8 * strlen ("镇")
      || memchr (text.at, ':', text.length) != NULL
      || memmem (text.at, text.length, "：", strlen ("：")) != NULL)
    return FALSE;
  for (guint i = 0; endings[i] != NULL; i++)
    if (ends_with (text, endings[i]))
      return TRUE;
  return FALSE;
}

/* Whether @label stands before the name of a township, or of the office that sends the list. */
static gboolean
is_label (const YlWords *words, YlText label)
{
  static const struct
  {
    YlWordList list;
    const char *key;
  } labels[] = { { YL_WORDS_ROAD_HEADS, "township" },
                 { YL_WORDS_ROAD_HEADS, "class" },
                 { YL_WORDS_UNIT_HEADS, "entity" } };
  g_auto (YlHeadText) head;
  g_autofree char *written = yl_text_dup (label);
  yl_head_text_init (&head, written);
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      const YlSpelling *found = yl_words_find (words, labels[i].list, yl_text_of (head.bare->str));
      if (found != NULL && g_str_equal (found->key, labels[i].key))
        return TRUE;
    }
  return FALSE;
}

/* Without the office of a township at its end: 沙镇镇人民政府 is 沙镇镇. */
static YlText
cut_office (YlText name)
{
  static const char *const offices[] = { "人民政府", "政府", NULL };
  for (guint i = 0; offices[i] != NULL; i++)
    if (ends_with (name, offices[i]))
      return (YlText){ name.at, name.length - strlen (offices[i]) };
  return name;
}

/* Behind its label: 沙镇镇 of 乡镇：沙镇镇. Returns: %FALSE for a text without one */
static gboolean
read_labelled (const YlRoadImport *import, YlText text, YlText *out_name)
{
  static const char *const colons[] = { ":", "：", NULL };
  for (guint i = 0; colons[i] != NULL; i++)
    {
      const char *colon = memmem (text.at, text.length, colons[i], strlen (colons[i]));
      if (colon == NULL
          || !is_label (import->request.words, (YlText){ text.at, (gsize) (colon - text.at) }))
        continue;
      const char *behind = colon + strlen (colons[i]);
      *out_name =
          cut_office (yl_text_trim ((YlText){ behind, (gsize) (text.at + text.length - behind) }));
      return TRUE;
    }
  return FALSE;
}

/* 县道, and of a sheet 县道明细. */
static YlClassReading
read_class (const YlRoadImport *import, YlText text, gboolean is_sheet, YlRoadClass *out_class)
{
  static const char *const endings[] = {
    "表", "明细", "台账", "里程", "清单", "统计", "公路", NULL
  };
  YlClassReading reading = yl_road_class_parse_name (import->request.words, text, out_class);
  for (guint i = 0; is_sheet && reading == YL_CLASS_READ_UNKNOWN && endings[i] != NULL; i++)
    if (ends_with (text, endings[i]))
      {
        text.length -= strlen (endings[i]);
        reading = yl_road_class_parse_name (import->request.words, text, out_class);
        i = reading == YL_CLASS_READ_UNKNOWN ? G_MAXUINT : i; /* 里程明细表: from the start */
      }
  return reading;
}

/* The class or township that @text names. Returns: %FALSE for neither. */
static gboolean
read_name (const YlRoadImport *import,
           YlText text,
           gboolean is_sheet,
           YlRoadClass *out_class,
           gboolean *out_is_class)
{
  *out_is_class = read_class (import, text, is_sheet, out_class) == YL_CLASS_READ_OK;
  return text.length > 0 && (*out_is_class || is_township (text));
}

static void
set (RoadFill *fill, gboolean is_class, YlRoadClass road_class, YlText name)
{
  if (is_class)
    {
      fill->class_reading = YL_CLASS_READ_OK;
      fill->road_class = (guint8) road_class;
      return;
    }
  g_free (fill->township);
  fill->township = yl_text_dup (name);
}

/* What the name of the sheet says holds again. */
static void
reset (RoadFill *fill)
{
  g_free (fill->township);
  fill->township = g_strdup (fill->sheet_township);
  fill->class_reading = fill->sheet_reading;
  fill->road_class = fill->sheet_class;
}

static gboolean
take_band (YlRoadImport *import, YlText text)
{
  RoadFill *fill = &import->fill;
  YlRoadClass road_class = YL_CLASS_COUNTY;
  gboolean is_class = FALSE;
  YlText name = skip_numbering (yl_text_trim (text));
  read_labelled (import, name, &name);
  if (!read_name (import, name, FALSE, &road_class, &is_class))
    return FALSE;
  if (fill->n_bands++ == 0)
    fill->is_outer_class = is_class;
  if (fill->is_outer_class == is_class)
    reset (fill);
  set (fill, is_class, road_class, name);
  return TRUE;
}

void
road_fill_tell_heads (YlRoadImport *import)
{
  if (import->fill.sheet_reading == YL_CLASS_READ_OK)
    yl_head_finder_tell (import->finder, 1u << YL_COLUMN_CLASS);
}

void
road_fill_tell_below (YlRoadImport *import, const YlText *cells, guint n_cells)
{
  YlRoadClass road_class = YL_CLASS_COUNTY;
  YlText first = YL_TEXT_EMPTY;
  guint n_texts = 0;
  for (guint i = 0; i < n_cells; i++)
    {
      const YlText cell = yl_text_trim (cells[i]);
      if (cell.length > 0 && !g_ascii_isdigit (cell.at[0]) && n_texts++ == 0)
        first = cell;
    }
  if (n_texts == 1
      && read_class (import, skip_numbering (first), FALSE, &road_class) == YL_CLASS_READ_OK)
    yl_head_finder_tell_below (import->finder, 1u << YL_COLUMN_CLASS);
}

/* The township that a row above the heads names: alone, or behind its label, be it in the cell before. */
static YlText
find_title (const YlRoadImport *import, const YlText *cells, guint n_cells)
{
  YlText only = YL_TEXT_EMPTY;
  guint n_filled = 0;
  gboolean is_next = FALSE;
  for (guint i = 0; i < n_cells; i++)
    {
      if (yl_text_is_blank (cells[i]))
        continue;
      YlText name = yl_text_trim (cells[i]);
      n_filled++;
      only = name;
      if (is_next || (read_labelled (import, name, &name) && name.length > 0))
        return cut_office (name);
      is_next = name.length == 0;
    }
  return n_filled == 1 ? skip_numbering (only) : YL_TEXT_EMPTY;
}

/* 香江光彩大市场服务中心 does not end as townships do, but is the one that the code beside it means. */
static gboolean
is_coded (const YlRoadImport *import, YlText name)
{
  const char *code = import->fill.sender.lines[YL_SENDER_CODE];
  if (import->request.places == NULL || code == NULL || name.length == 0)
    return FALSE;
  const guint64 digits = g_ascii_strtoull (code, NULL, 10);
  const YlTownship *township =
      digits > G_MAXUINT32 ? NULL
                           : yl_places_find_township (import->request.places, (guint32) digits);
  return township != NULL && yl_text_is (name, township->name);
}

void
road_fill_take_title (YlRoadImport *import, const YlText *cells, guint n_cells)
{
  RoadFill *fill = &import->fill;
  road_sender_take (&fill->sender, import->request.words, cells, n_cells);
  const YlText name = find_title (import, cells, n_cells);
  if (!is_township (name) && !is_coded (import, name))
    return;
  g_free (fill->sheet_township);
  fill->sheet_township = yl_text_dup (name);
  g_free (fill->township);
  fill->township = yl_text_dup (name);
}

gboolean
road_fill_is_band (YlRoadImport *import, const RoadReading *reading, guint n_filled, YlText first)
{
  const gboolean has_sum = reading->length.status == YL_DECIMAL_OK;
  /* 县道 under 类别 is a road, be it without a length. */
  if (reading->class_reading == YL_CLASS_READ_OK && !reading->is_class_filled)
    return FALSE;
  return n_filled == (has_sum ? 2u : 1u) && reading->code_county == 0
         && reading->start.status != YL_DECIMAL_OK && take_band (import, first);
}

void
road_fill_init (RoadFill *fill)
{
  *fill = (RoadFill){ .merged = yl_merged_new (),
                      .class_reading = YL_CLASS_READ_BLANK,
                      .sheet_reading = YL_CLASS_READ_BLANK };
}

void
road_fill_clear (RoadFill *fill)
{
  g_clear_pointer (&fill->merged, yl_merged_free);
  g_clear_pointer (&fill->township, g_free);
  g_clear_pointer (&fill->sheet_township, g_free);
  road_sender_clear (&fill->sender);
}

void
road_fill_begin (YlRoadImport *import)
{
  RoadFill *fill = &import->fill;
  YlRoadClass road_class = YL_CLASS_COUNTY;
  gboolean is_class = FALSE;
  const YlText name = yl_text_trim (yl_text_of (import->sheet));
  road_fill_clear (fill);
  road_fill_init (fill);
  if (!read_name (import, name, TRUE, &road_class, &is_class))
    return;
  set (fill, is_class, road_class, name);
  fill->sheet_township = g_strdup (fill->township);
  fill->sheet_reading = fill->class_reading;
  fill->sheet_class = fill->road_class;
}

void
road_fill_lay (RoadFill *fill, const YlSheetLayout *layout)
{
  yl_merged_begin (fill->merged, layout->merges);
  fill->layout = *layout;
  fill->layout.merges = NULL;
}

static void
count_merged (gpointer data, guint cell)
{
  const YlRoadImport *import = data;
  const YlIntakeTable *table = import->taking.table;
  if (table != NULL && cell < table->columns->len)
    g_array_index (table->columns, YlIntakeColumn, cell).n_merged++;
}

void
road_fill_row (YlRoadImport *import, YlRowId row, const YlText **cells, guint *n_cells)
{
  RoadFill *fill = &import->fill;
  if (yl_merged_is_needed (fill->merged))
    yl_merged_fill (fill->merged, row, cells, n_cells, fill->columns, fill->n_columns, count_merged,
                    import);
}

void
road_fill_blanks (RoadReading *reading)
{
  const RoadFill *fill = &reading->import->fill;
  if (fill->township != NULL && reading->out.township.length == 0 && reading->township_digits == 0)
    {
      reading->out.township = yl_text_of (fill->township);
      reading->is_township_filled = TRUE;
    }
  if (fill->class_reading == YL_CLASS_READ_BLANK || reading->class_reading != YL_CLASS_READ_BLANK)
    return;
  reading->class_reading = fill->class_reading;
  reading->out.road.road_class = fill->road_class;
  reading->is_class_filled = TRUE;
}
