/* What a printed page does not show of the numbers of a sheet. */
#include "yanglu/audit/shown/page.h"

#include "conditions-private.h"
#include "fit-private.h"
#include "yanglu/audit/shown/colour.h"
#include "yanglu/base/keyed-hash.h"
#include "yanglu/domain/cell-place.h"
#include "yanglu/domain/number-format.h"

#include <string.h>

/* ---- the sheet ---- */

/* Of a workbook without styles. */
static const YlCellLook usual = { "", YL_COLOUR_BLACK, YL_COLOUR_WHITE, 0, 0, 0 };

/* What is known of a look without any number. */
typedef struct
{
  YlNumberFormat *format; /* NULL: not looked at yet */
  gboolean is_clear;      /* any number in it can be read, where it finds room */
  guint n_decimals;
} Look;

typedef struct
{
  const YlWorkbook *workbook;
  const YlWorksheet *sheet;
  const YlSheetPage *page;
  const YlPageValues *values;
  Look *looks;         /* (array length=n_looks): of the workbook */
  guint n_looks;       /* 1 at least */
  GHashTable *formats; /* of conditional formats: code → YlNumberFormat */
  GByteArray *hidden;  /* by column: whether it is */
  GHashTable *merges;  /* first cell → its YlCellRange; NULL: not looked for yet */
  GArray *widths;      /* of guint32: by column; 0: not known */
  guint scale;         /* of the print, in per cent */
  YlPageWalk walk;
  YlPageConditions *conditions;
  YlShownNumber shown;
  GArray *unseen;
} Reading;

/* A cell under examination. */
typedef struct
{
  const YlCell *cell;
  YlCellLook look;
  YlFixed value;
  gboolean is_bar; /* a bar or an icon stands in its place */
  guint16 style;
} Number;

static void
take_hidden (Reading *self)
{
  const GArray *hidden = self->sheet->hidden_columns;
  static const guint8 none[YL_SHEET_MAX_COLUMNS] = { 0 };
  g_byte_array_append (self->hidden, none, hidden->len == 0 ? 0 : YL_SHEET_MAX_COLUMNS);
  for (guint i = 0; i < hidden->len; i++)
    self->hidden->data[MIN (g_array_index (hidden, guint16, i), YL_SHEET_MAX_COLUMNS - 1)] = 1;
}

static gboolean
is_hidden (const Reading *self, const YlCell *cell)
{
  return yl_worksheet_is_row_hidden (self->sheet, cell->row)
         || (cell->column < self->hidden->len && self->hidden->data[cell->column] != 0);
}

static guint32
get_width (const Reading *self, guint column)
{
  return column < self->widths->len ? g_array_index (self->widths, guint32, column)
                                    : self->page->default_width;
}

static guint16
find_style (Reading *self, const YlCell *cell)
{
  const guint16 style = yl_page_walk_to_cell (&self->walk, cell->row, cell->column);
  return style < self->n_looks ? style : 0;
}

static guint32
get_size (const Reading *self, const YlCellLook *look)
{
  static const guint usual_cpt = 1100;
  return look->size_cpt != 0         ? look->size_cpt
         : self->page->size_cpt != 0 ? self->page->size_cpt
                                     : usual_cpt;
}

static gboolean
is_small (const Reading *self, guint32 size_cpt)
{
  return (guint64) size_cpt * self->scale < (guint64) YL_LEAST_SIZE_CPT * 100;
}

static void
take_look (const Reading *self, const YlCellLook *cell, Look *look)
{
  look->format = yl_number_format_new (cell->format == NULL ? "" : cell->format);
  look->is_clear = yl_number_format_is_plain (look->format, &look->n_decimals)
                   && !yl_colour_is_lost (cell->ink, cell->paper)
                   && !is_small (self, get_size (self, cell));
}

static const Look *
get_look (Reading *self, guint16 style)
{
  Look *look = &self->looks[style];
  if (look->format == NULL)
    take_look (self,
               style < self->workbook->looks->len
                   ? &g_array_index (self->workbook->looks, YlCellLook, style)
                   : &usual,
               look);
  return look;
}

/* Conditional formats have few formats of their own. */
static const YlNumberFormat *
find_format (Reading *self, const Number *number)
{
  if (self->conditions == NULL)
    return get_look (self, number->style)->format;
  const char *code = number->look.format == NULL ? "" : number->look.format;
  YlNumberFormat *format = g_hash_table_lookup (self->formats, code);
  if (format == NULL)
    {
      format = yl_number_format_new (code);
      g_hash_table_insert (self->formats, (gpointer) code, format);
    }
  return format;
}

static void
report (Reading *self, const YlCell *cell, YlUnseenKind kind, const char *shown)
{
  const YlUnseenCell unseen = { cell->row, cell->column, (guint16) kind, g_strdup (shown) };
  g_array_append_val (self->unseen, unseen);
}

/* ---- widths and heights ---- */

/* (nullable): the merge that begins with the cell. */
static const YlCellRange *
find_merge (Reading *self, const YlCell *cell)
{
  const GArray *merges = self->sheet->merges;
  if (self->merges == NULL)
    {
      self->merges = g_hash_table_new (NULL, NULL);
      for (guint i = 0; i < merges->len; i++)
        {
          YlCellRange *merge = &g_array_index (merges, YlCellRange, i);
          g_hash_table_insert (self->merges, yl_cell_to_key (merge->first_row, merge->first_column),
                               merge);
        }
    }
  return g_hash_table_lookup (self->merges, yl_cell_to_key (cell->row, cell->column));
}

/* All columns of a merge; 0 when one is not known. */
static guint64
add_widths (Reading *self, const YlCell *cell)
{
  const YlCellRange *merge = find_merge (self, cell);
  const guint last = merge == NULL ? cell->column : merge->last_column;
  guint64 sum = 0;
  for (guint column = cell->column; column <= last; column++)
    {
      if (get_width (self, column) == 0)
        return 0;
      sum += get_width (self, column);
    }
  return sum;
}

/* A sign needs nine tenths of a digit; #### stand where there are three quarters of that. */
#define SIGN_WIDTH 900u
#define LEAST_PART 3u
#define LEAST_WHOLE 4u

/* In thousandths of a digit of the sheet's own letters. */
static guint64
measure_signs (const Reading *self, const Number *number, gsize n_signs)
{
  const guint own_cpt =
      self->page->size_cpt != 0 ? self->page->size_cpt : get_size (self, &number->look);
  return (guint64) n_signs * SIGN_WIDTH * get_size (self, &number->look) / own_cpt;
}

/* Whether the number surely fits: its text, commas between thousands, decimals and a sign. */
static gboolean
is_roomy (Reading *self, const Number *number, gsize length)
{
  const Look *look = get_look (self, number->style);
  const guint32 width = get_width (self, number->cell->column);
  const gsize n_signs = length * 4 / 3 + look->n_decimals + 4;
  return width == 0
         || measure_signs (self, number, n_signs) * LEAST_PART <= (guint64) width * LEAST_WHOLE;
}

/* The signs that have to find room: full-width ones count twice, blanks at the ends not; General drops
 * decimals before it gives up. */
static gsize
count_signs (const Reading *self, const Number *number)
{
  const gboolean is_general = number->look.format == NULL || number->look.format[0] == '\0'
                              || g_ascii_strcasecmp (number->look.format, "General") == 0;
  const YlText text = yl_text_trim ((YlText){ self->shown.text->str, self->shown.text->len });
  gsize n = 0;
  for (const char *at = text.at; at < text.at + text.length; at = g_utf8_next_char (at))
    {
      if (is_general && *at == '.')
        break;
      n += g_unichar_iswide (g_utf8_get_char (at)) ? 2 : 1;
    }
  return n;
}

/* Letters that were made smaller until they fitted are too small at last. */
static gboolean
is_narrow (Reading *self, const Number *number, YlUnseenKind *out_kind)
{
  const guint64 needed = measure_signs (self, number, count_signs (self, number));
  const guint64 width = add_widths (self, number->cell);
  *out_kind = YL_UNSEEN_NARROW;
  if (width == 0 || needed * LEAST_PART <= width * LEAST_WHOLE)
    return FALSE;
  if (!number->look.is_shrunk)
    return TRUE;
  *out_kind = YL_UNSEEN_SMALL;
  return get_size (self, &number->look) * width / needed < YL_LEAST_SIZE_CPT;
}

/* Digits are seven tenths as high as their letters' size; of upright ones each is half as wide. */
static gboolean
is_low (Reading *self, const Number *number)
{
  const guint64 size_cpt = get_size (self, &number->look);
  const guint64 n_signs = number->look.is_upright ? count_signs (self, number) : 0;
  const guint64 needed_cpt = n_signs > 0 ? n_signs * size_cpt / 2 : size_cpt * 7 / 10;
  const YlCellRange *merge = find_merge (self, number->cell);
  return (merge == NULL || merge->first_row == merge->last_row)
         && self->walk.height_cpt * (guint64) LEAST_WHOLE < needed_cpt * LEAST_PART;
}

/* Whether the row is surely high enough for any number. */
static gboolean
is_high (const Reading *self, const Number *number)
{
  return self->walk.height_cpt == 0
         || (!number->look.is_upright
             && self->walk.height_cpt * 2 >= get_size (self, &number->look));
}

/* ---- one number ---- */

/* Digits of a number that is not known yet: no cell holds more. */
#define LONGEST_NUMBER 15u

static gboolean
is_printed (const Reading *self, const YlCell *cell)
{
  const GArray *areas = self->page->print_areas;
  for (guint i = 0; i < areas->len; i++)
    if (yl_cell_range_has (&g_array_index (areas, YlCellRange, i), cell->row, cell->column))
      return TRUE;
  return areas->len == 0;
}

/* Whether the figure in self->shown is the number. */
static gboolean
is_true (const Reading *self, const Number *number)
{
  const guint column = number->cell->column;
  if (column >= self->values->n_powers)
    return yl_shown_number_is_true (&self->shown, number->value, 0, 0);
  return yl_shown_number_is_true (&self->shown, number->value, self->values->powers[column],
                                  self->values->shown_powers[column]);
}

/* Figures that take long to lay out draw on what the file may cost. */
static gboolean
may_show (const Reading *self)
{
  YlEffort *effort = self->workbook->effort;
  return effort->max_steps == 0 || yl_effort_spend (effort, 1 + self->shown.text->len / 16);
}

static YlUnseenKind
judge_figure (Reading *self, const Number *number)
{
  YlUnseenKind kind = YL_N_UNSEEN_KINDS;
  if (!may_show (self))
    return kind;
  yl_number_format_show (find_format (self, number), number->value, &self->shown);
  if (self->shown.kind == YL_SHOWN_NOTHING || self->shown.kind == YL_SHOWN_TIME)
    return YL_UNSEEN_NOTHING;
  if (!is_true (self, number))
    return YL_UNSEEN_OTHER;
  if (!number->look.is_upright && is_narrow (self, number, &kind))
    return kind;
  return self->walk.height_cpt != 0 && is_low (self, number) ? YL_UNSEEN_LOW : YL_N_UNSEEN_KINDS;
}

static void
judge (Reading *self, const Number *number)
{
  YlUnseenKind kind = YL_N_UNSEEN_KINDS;
  if (number->is_bar)
    kind = YL_UNSEEN_NOTHING;
  else if (yl_colour_is_lost (number->look.ink, number->look.paper))
    kind = YL_UNSEEN_INK;
  else if (is_small (self, get_size (self, &number->look)))
    kind = YL_UNSEEN_SMALL;
  else
    kind = judge_figure (self, number);
  if (kind == YL_N_UNSEEN_KINDS && !is_printed (self, number->cell))
    kind = YL_UNSEEN_OUTSIDE;
  if (kind != YL_N_UNSEEN_KINDS)
    report (self, number->cell, kind, kind == YL_UNSEEN_OTHER ? self->shown.text->str : NULL);
}

/* Whether nothing of the number can be unseen: nearly all are so, and cost no more than this. */
static gboolean
is_clear (Reading *self, const Number *number, gsize length)
{
  const Look *look = get_look (self, number->style);
  return self->conditions == NULL && look->is_clear && is_roomy (self, number, length)
         && is_high (self, number) && is_printed (self, number->cell);
}

/* The value as it was saved, or as it is worked out. FALSE: there is no number to be seen. */
static gboolean
take_value (const Reading *self, Number *number)
{
  const YlCell *cell = number->cell;
  if (cell->content == YL_CONTENT_NUMBER)
    return yl_fixed_parse (yl_text_of (yl_workbook_get_text (self->workbook, cell->value)),
                           &number->value)
           && number->value.units != 0;
  return self->values->work_out != NULL
         && self->values->work_out (self->values->self, cell->row, cell->column, &number->value)
         && number->value.units != 0;
}

static void
read_number (Reading *self, const YlCell *cell)
{
  Number number = { .cell = cell, .style = find_style (self, cell) };
  number.look = number.style < self->workbook->looks->len
                    ? g_array_index (self->workbook->looks, YlCellLook, number.style)
                    : usual;
  const gsize length = cell->content == YL_CONTENT_NUMBER
                           ? strlen (yl_workbook_get_text (self->workbook, cell->value))
                           : LONGEST_NUMBER;
  if (is_clear (self, &number, length))
    return;
  if (self->conditions != NULL)
    number.is_bar = yl_page_conditions_apply (self->conditions, cell, &number.look);
  if (!is_hidden (self, cell) && take_value (self, &number))
    judge (self, &number);
}

/* ---- below merged cells and pictures ---- */

/* Cells that are looked at below other things, so that those over whole sheets end. */
#define MAX_COVERED 2000000u

/* Returns: how many cells were looked at */
static guint
find_covered_row (Reading *self, const YlCellRange *cover, guint32 row, YlUnseenKind kind)
{
  guint n_cells = 0;
  const YlCell *cells = yl_worksheet_find_row (self->sheet, row, &n_cells);
  for (guint i = 0; i < n_cells; i++)
    {
      /* The first of merged cells is the one that is seen. */
      const gboolean is_seen = kind == YL_UNSEEN_COVERED && row == cover->first_row
                               && cells[i].column == cover->first_column;
      if (!is_seen && yl_cell_range_has (cover, row, cells[i].column)
          && yl_page_is_number (&cells[i]))
        report (self, &cells[i], kind, NULL);
    }
  return n_cells + 1;
}

static void
find_covered (Reading *self, const GArray *covers, YlUnseenKind kind)
{
  guint n_looked = 0;
  for (guint i = 0; i < covers->len; i++)
    {
      const YlCellRange *cover = &g_array_index (covers, YlCellRange, i);
      guint32 row = cover->first_row;
      while (row != 0 && row <= cover->last_row && n_looked < MAX_COVERED)
        {
          n_looked += find_covered_row (self, cover, row, kind);
          row = yl_worksheet_get_next_row (self->sheet, row);
        }
    }
}

/* ---- the whole ---- */

static void
unseen_clear (gpointer data)
{
  g_free (((YlUnseenCell *) data)->shown);
}

static gint
compare_places (gconstpointer a, gconstpointer b)
{
  const YlUnseenCell *first = a;
  const YlUnseenCell *second = b;
  if (first->row != second->row)
    return first->row < second->row ? -1 : 1;
  if (first->column != second->column)
    return first->column < second->column ? -1 : 1;
  return (first->kind > second->kind) - (first->kind < second->kind);
}

static void
read_sheet (Reading *self)
{
  const GArray *cells = self->sheet->cells;
  for (guint i = 0; i < cells->len; i++)
    {
      const YlCell *cell = &g_array_index (cells, YlCell, i);
      if (!yl_page_is_number (cell))
        continue;
      yl_page_walk_to_row (&self->walk, cell->row);
      read_number (self, cell);
    }
  find_covered (self, self->sheet->merges, YL_UNSEEN_COVERED);
  find_covered (self, self->page->covers, YL_UNSEEN_PICTURE);
}

/* A number below something else is not seen in any other way either. */
static void
drop_twice_told (GArray *unseen)
{
  guint n = 0;
  for (guint i = 0; i < unseen->len; i++)
    {
      YlUnseenCell *cell = &g_array_index (unseen, YlUnseenCell, i);
      YlUnseenCell *last = n == 0 ? NULL : &g_array_index (unseen, YlUnseenCell, n - 1);
      if (last != NULL && last->row == cell->row && last->column == cell->column)
        {
          last->kind = cell->kind;
          g_clear_pointer (&last->shown, g_free);
          last->shown = g_steal_pointer (&cell->shown);
          continue;
        }
      const YlUnseenCell kept = *cell;
      cell->shown = NULL;
      g_array_index (unseen, YlUnseenCell, n++) = kept;
    }
  g_array_set_size (unseen, n);
}

static void
reading_clear (Reading *self)
{
  for (guint i = 0; i < self->n_looks; i++)
    g_clear_pointer (&self->looks[i].format, yl_number_format_free);
  g_free (self->looks);
  g_hash_table_unref (self->formats);
  g_byte_array_unref (self->hidden);
  g_clear_pointer (&self->merges, g_hash_table_unref);
  g_array_unref (self->widths);
  yl_page_walk_clear (&self->walk);
  g_clear_pointer (&self->conditions, yl_page_conditions_free);
  yl_shown_number_clear (&self->shown);
}

GArray *
yl_page_find_unseen (const YlWorkbook *workbook,
                     const YlWorksheet *sheet,
                     const YlPageValues *values)
{
  GArray *unseen = g_array_new (FALSE, FALSE, sizeof (YlUnseenCell));
  g_array_set_clear_func (unseen, unseen_clear);
  if (sheet->state != YL_SHEET_VISIBLE)
    return unseen;
  Reading self = {
    .workbook = workbook,
    .sheet = sheet,
    .page = &sheet->page,
    .values = values,
    .n_looks = MAX (workbook->looks->len, 1),
    .formats = g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, NULL,
                                      (GDestroyNotify) yl_number_format_free),
    .hidden = g_byte_array_new (),
    .widths = yl_page_list_widths (&sheet->page),
    .conditions = yl_page_conditions_new (workbook, sheet),
    .unseen = unseen,
  };
  self.scale = yl_page_get_scale (sheet, self.widths);
  self.looks = g_new0 (Look, self.n_looks);
  yl_shown_number_init (&self.shown);
  yl_page_walk_init (&self.walk, &sheet->page);
  take_hidden (&self);
  read_sheet (&self);
  reading_clear (&self);
  g_array_sort (unseen, compare_places);
  drop_twice_told (unseen);
  return unseen;
}
