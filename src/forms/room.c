#include "yanglu/forms/room.h"

#include "yanglu/forms/paper.h"

#include "page-breaks-private.h"

#include <string.h>

/* A spreadsheet keeps fifteen digits of a number; a larger one is a power of ten. */
#define KEPT_DIGITS 15u

typedef struct
{
  gpointer below;
  guint n_columns;
  double *widths; /* 0: out of sight */
  gboolean is_a3;
  gboolean is_portrait;
  gboolean is_laid_out; /* its paper follows its columns */
  guint percent;        /* at which it is printed; 0: so that its columns are on one page */
  gboolean is_fixed;    /* somebody else sees to its pages */
  YlPageBreaks pages;
} Sheet;

struct _YlRoomSink
{
  YlCellSink below;
  GPtrArray *sheets; /* of Sheet */
};

static void
sheet_free (gpointer data)
{
  Sheet *sheet = data;
  yl_page_breaks_clear (&sheet->pages);
  g_free (sheet->widths);
  g_free (sheet);
}

YlRoomSink *
yl_room_sink_new (const YlCellSink *below)
{
  YlRoomSink *room = g_new0 (YlRoomSink, 1);
  room->below = *below;
  room->sheets = g_ptr_array_new_with_free_func (sheet_free);
  return room;
}

void
yl_room_sink_free (YlRoomSink *room)
{
  if (room == NULL)
    return;
  g_ptr_array_unref (room->sheets);
  g_free (room);
}

/* What a number takes. */

/* The signs that it shows. */
typedef struct
{
  guint n_digits;
  guint n_small; /* commas, a point, a minus */
  guint n_per_cent;
} Signs;

static guint
count_digits (guint64 number)
{
  guint n = 1;
  for (; number >= 10; number /= 10)
    n++;
  return n;
}

/* "0.00##%" shows two to four decimals. */
#define LEAST_PER_CENT_DECIMALS 2
#define MOST_PER_CENT_DECIMALS 4

static Signs
count_per_cent (guint64 ppm)
{
  guint n_decimals = MOST_PER_CENT_DECIMALS;
  const guint n = count_digits (ppm);
  for (; n_decimals > LEAST_PER_CENT_DECIMALS && ppm % 10 == 0; ppm /= 10)
    n_decimals--;
  const guint n_whole = n > MOST_PER_CENT_DECIMALS ? n - MOST_PER_CENT_DECIMALS : 1;
  return (Signs){ n_whole + n_decimals, 1, 1 };
}

/* As the formats of the measures show it. */
static Signs
count_signs (YlMeasure measure, gint64 units)
{
  const guint64 size = units < 0 ? -(guint64) units : (guint64) units;
  const guint decimals = yl_measure_get_decimals (measure);
  const guint n = count_digits (size);
  const guint n_whole = n > decimals ? n - decimals : 1;
  Signs signs = { n_whole + decimals, (n_whole - 1) / 3 + (decimals > 0 ? 1 : 0), 0 };
  if (measure == YL_MEASURE_NUMBER)
    signs = (Signs){ n, 0, 0 };
  if (measure == YL_MEASURE_PPM)
    signs = count_per_cent (size);
  signs.n_small += units < 0 ? 1 : 0;
  return signs;
}

/* In digits of the font that columns are counted in. In the office's own each sign takes one, bold or
 * not; where others stand in for it, bold digits and the per cent are wider, what is small is narrow.
 * The formats leave a blank free behind the number, of which the rim of the column takes a part. */
static double
measure_signs (Signs signs, gboolean is_bold)
{
  const double own = signs.n_digits + signs.n_small + signs.n_per_cent + 0.6;
  const double other = is_bold ? 1.1 * signs.n_digits + 0.6 * signs.n_small + 1.6 * signs.n_per_cent
                               : signs.n_digits + 0.5 * signs.n_small + 1.5 * signs.n_per_cent;
  return MAX (own, other + 0.95);
}

/* A number as somebody else wrote it is rounded to its column, but for its whole digits. */
static Signs
count_decimal (const char *text)
{
  const guint n_sign = text[0] == '-' ? 1 : 0;
  const guint n_whole = (guint) strspn (text + n_sign, "0123456789");
  return (Signs){ MIN (n_whole, KEPT_DIGITS), n_sign, 0 };
}

static gboolean
is_bold (YlStyle style)
{
  return style == YL_STYLE_TOTAL || style == YL_STYLE_SECTION || style == YL_STYLE_FAULT;
}

/* " 元" behind the number of the cover. */
#define YUAN_CHARACTERS 3

double
yl_room_need (const YlFormCell *cell)
{
  if (cell->content != YL_CONTENT_NUMBER || cell->found != NULL)
    return 0;
  if (cell->look == YL_LOOK_DECIMAL)
    return measure_signs (count_decimal (cell->text), is_bold (cell->style));
  const Signs signs = count_signs (cell->measure, cell->units);
  if (cell->look == YL_LOOK_COVER_YUAN)
    return (measure_signs (signs, FALSE) + YUAN_CHARACTERS) * YL_POINTS_COVER / YL_POINTS_BODY;
  return measure_signs (signs, is_bold (cell->style));
}

/* Sheets. */

static gpointer
begin_sheet (gpointer self, const YlSheetForm *form)
{
  YlRoomSink *room = self;
  Sheet *sheet = g_new0 (Sheet, 1);
  sheet->below = room->below.begin_sheet (room->below.self, form);
  sheet->n_columns = form->n_columns;
  sheet->widths = g_new0 (double, MAX (form->n_columns, 1));
  for (guint i = 0; i < form->n_columns; i++)
    if (form->shut == NULL || !form->shut[i])
      sheet->widths[i] = form->columns[i].width;
  sheet->is_a3 = form->is_a3;
  sheet->is_portrait = form->is_portrait;
  sheet->is_laid_out = !form->is_free && !form->is_bare && !form->is_entry;
  yl_page_breaks_init (&sheet->pages);
  g_ptr_array_add (room->sheets, sheet);
  return sheet;
}

static void
tell (const YlRoomSink *room, const Sheet *sheet, const YlSheetSetting *setting)
{
  room->below.set (room->below.self, sheet->below, setting);
}

/* A page that is not fitted to its columns is printed as much smaller as they need. */
static void
choose_scale (YlRoomSink *room, Sheet *sheet, double width)
{
  const guint percent =
      (guint) (YL_PAPER_PERCENT * yl_paper_get_room (sheet->is_a3, sheet->is_portrait) / width);
  if (percent < sheet->percent)
    {
      sheet->percent = percent;
      tell (room, sheet, &(YlSheetSetting){ .kind = YL_SETTING_SCALE, .percent = percent });
    }
}

static double
get_width (const Sheet *sheet)
{
  double width = 0;
  for (guint i = 0; i < sheet->n_columns; i++)
    width += yl_paper_get_column (sheet->widths[i]);
  return width;
}

static void
choose_paper (YlRoomSink *room, Sheet *sheet)
{
  const double width = get_width (sheet);
  if (!sheet->is_a3 && sheet->is_laid_out && width > yl_paper_get_room (FALSE, sheet->is_portrait))
    {
      sheet->is_a3 = TRUE;
      tell (room, sheet, &(YlSheetSetting){ .kind = YL_SETTING_A3 });
    }
  if (sheet->percent > 0)
    choose_scale (room, sheet, width);
}

/* The last of the columns that are seen gets what is missing. */
static void
make_room (YlRoomSink *room, Sheet *sheet, const YlFormCell *cell)
{
  const guint end = MIN (MAX (cell->last_column, cell->column) + 1u, sheet->n_columns);
  const double need = yl_room_need (cell);
  double width = 0;
  guint last = end;
  for (guint i = cell->column; need > 0 && i < end; i++)
    {
      width += sheet->widths[i];
      last = sheet->widths[i] > 0 ? i : last;
    }
  if (need <= width || last == end)
    return;
  sheet->widths[last] += need - width;
  tell (room, sheet,
        &(YlSheetSetting){ .kind = YL_SETTING_WIDTH,
                           .first_column = (guint16) last,
                           .last_column = (guint16) last,
                           .width = sheet->widths[last] });
  choose_paper (room, sheet);
}

/* Breaks count only where a page is not fitted: then it is printed as small as its columns need. */
static void
break_pages (const YlRoomSink *room, Sheet *sheet)
{
  const double fitted = YL_PAPER_PERCENT * yl_paper_get_room (sheet->is_a3, sheet->is_portrait)
                        / MAX (get_width (sheet), 1);
  /* One less: columns are whole dots. */
  const guint percent = (guint) MIN (fitted - 1, 100);
  const double height = yl_paper_get_height (sheet->is_a3, sheet->is_portrait) * 100 / percent;
  g_autoptr (GArray) breaks = yl_page_breaks_find (&sheet->pages, height);
  if (breaks->len == 0)
    return;
  tell (room, sheet, &(YlSheetSetting){ .kind = YL_SETTING_SCALE, .percent = percent });
  tell (room, sheet,
        &(YlSheetSetting){ .kind = YL_SETTING_PAGE_BREAKS,
                           .rows = (const guint32 *) (gpointer) breaks->data,
                           .n_rows = breaks->len });
}

static void
set (gpointer self, gpointer at, const YlSheetSetting *setting)
{
  YlRoomSink *room = self;
  Sheet *sheet = at;
  const YlSettingKind kind = setting->kind;
  if (kind == YL_SETTING_SCALE)
    sheet->percent = setting->percent;
  sheet->is_fixed = sheet->is_fixed || kind == YL_SETTING_SCALE || kind == YL_SETTING_ONE_PAGE
                    || kind == YL_SETTING_TWO_PAGES || kind == YL_SETTING_PAGE_BREAKS;
  if (kind == YL_SETTING_REPEAT_ROWS)
    {
      sheet->pages.first_on_each = setting->first_row;
      sheet->pages.last_on_each = setting->last_row;
    }
  if (kind == YL_SETTING_TOGETHER)
    yl_page_breaks_begin_block (&sheet->pages, setting->first_row);
  else
    tell (room, sheet, setting);
  if (kind == YL_SETTING_PRINT_AREA && !sheet->is_fixed)
    break_pages (room, sheet);
}

static void
put (gpointer self, gpointer at, const YlFormCell *cell)
{
  YlRoomSink *room = self;
  Sheet *sheet = at;
  make_room (room, sheet, cell);
  room->below.put (room->below.self, sheet->below, cell);
}

static void
set_height (gpointer self, gpointer at, guint32 row, double height)
{
  YlRoomSink *room = self;
  Sheet *sheet = at;
  yl_page_breaks_set_height (&sheet->pages, row, height);
  if (room->below.set_height != NULL)
    room->below.set_height (room->below.self, sheet->below, row, height);
}

static void
draw (gpointer self, gpointer at, const YlChart *chart)
{
  YlRoomSink *room = self;
  room->below.draw (room->below.self, ((const Sheet *) at)->below, chart);
}

static void
describe (gpointer self, const YlBookProperties *properties)
{
  YlRoomSink *room = self;
  room->below.describe (room->below.self, properties);
}

static void
define (gpointer self, const char *name, const char *reference)
{
  YlRoomSink *room = self;
  room->below.define (room->below.self, name, reference);
}

static void
map (gpointer self, const YlFigureRange *range)
{
  YlRoomSink *room = self;
  room->below.map (room->below.self, range);
}

YlCellSink
yl_room_sink_get (YlRoomSink *room)
{
  const YlCellSink *below = &room->below;
  return (YlCellSink){
    .self = room,
    .describe = below->describe == NULL ? NULL : describe,
    .begin_sheet = begin_sheet,
    .put = put,
    .set_height = set_height,
    .set = set,
    .draw = below->draw == NULL ? NULL : draw,
    .define = below->define == NULL ? NULL : define,
    .map = below->map == NULL ? NULL : map,
  };
}
