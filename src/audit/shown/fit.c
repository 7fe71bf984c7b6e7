#include "fit-private.h"

#include "yanglu/domain/cell-place.h"

/* The longer side of A3, in points. */
#define LARGEST_PAPER_PT 1191u
#define LEAST_SCALE 10u
#define WHOLE_SCALE 100u
#define USUAL_CPT 1100u

/* Rows that are looked at, so that many sheets with one far cell end, and pages that they may lie on:
 * whoever allows more makes nothing small. */
#define MAX_ROWS 20000u
#define MAX_TALL 8u

/* A digit of 11 points is 5.25 points wide. */
#define DIGIT_PART 47u

/* Paper by its number, upright. */
static const struct
{
  guint number;
  guint16 width_pt;
  guint16 height_pt;
} papers[] = {
  { 1, 612, 792 },   /* Letter */
  { 5, 612, 1008 },  /* Legal */
  { 8, 842, 1191 },  /* A3 */
  { 9, 595, 842 },   /* A4 */
  { 11, 420, 595 },  /* A5 */
  { 12, 729, 1032 }, /* B4 */
  { 13, 516, 729 },  /* B5 */
};

/* Across and down. */
static void
get_paper (const YlPageFit *fit, guint pt[2])
{
  pt[0] = LARGEST_PAPER_PT;
  pt[1] = LARGEST_PAPER_PT;
  for (gsize i = 0; i < G_N_ELEMENTS (papers); i++)
    if (papers[i].number == fit->paper)
      {
        pt[fit->is_turned ? 1 : 0] = papers[i].width_pt;
        pt[fit->is_turned ? 0 : 1] = papers[i].height_pt;
      }
}

static guint
get_size (const YlSheetPage *page)
{
  return page->size_cpt == 0 ? USUAL_CPT : page->size_cpt;
}

/* What is printed: the print area, else all that holds anything. FALSE: several areas, each on pages of
 * its own, or nothing. */
static gboolean
find_printed (const YlWorksheet *sheet, YlCellRange *out_range)
{
  const GArray *areas = sheet->page.print_areas;
  if (areas->len > 0)
    *out_range = g_array_index (areas, YlCellRange, 0);
  if (areas->len > 0 || sheet->cells->len == 0)
    return areas->len == 1;
  *out_range =
      (YlCellRange){ .first_row = 1,
                     .last_row = g_array_index (sheet->cells, YlCell, sheet->cells->len - 1).row };
  for (guint i = 0; i < sheet->cells->len; i++)
    out_range->last_column =
        MAX (out_range->last_column, g_array_index (sheet->cells, YlCell, i).column);
  return TRUE;
}

/* In hundredths of a point. */
static guint64
add_widths (const YlWorksheet *sheet, const GArray *widths, const YlCellRange *range)
{
  guint64 sum = 0;
  for (guint column = range->first_column; column <= range->last_column; column++)
    if (!yl_worksheet_is_column_hidden (sheet, column))
      sum += column < widths->len ? g_array_index (widths, guint32, column)
                                  : sheet->page.default_width;
  return sum * get_size (&sheet->page) * DIGIT_PART / 100 / 1000;
}

static guint64
add_heights (const YlWorksheet *sheet, const YlCellRange *range)
{
  YlPageWalk walk;
  guint64 sum = 0;
  yl_page_walk_init (&walk, &sheet->page);
  const guint32 last = MIN (range->last_row, range->first_row + (MAX_ROWS - 1));
  for (guint32 row = range->first_row; row <= last; row++)
    {
      const guint32 height_cpt = yl_page_walk_to_row (&walk, row);
      if (!yl_worksheet_is_row_hidden (sheet, row))
        sum += height_cpt == 0 ? get_size (&sheet->page) : height_cpt;
    }
  yl_page_walk_clear (&walk);
  return sum;
}

/* @n_pages: 0 for as many as it takes */
static guint
shrink (guint64 length_cpt, guint paper_pt, guint n_pages)
{
  const guint64 room_cpt = (guint64) paper_pt * 100 * n_pages;
  if (n_pages == 0 || length_cpt <= room_cpt)
    return WHOLE_SCALE;
  return MAX ((guint) (room_cpt * WHOLE_SCALE / length_cpt) + 1, LEAST_SCALE);
}

guint
yl_page_get_scale (const YlWorksheet *sheet, const GArray *widths)
{
  const YlSheetPage *page = &sheet->page;
  const YlPageFit *fit = &page->fit;
  YlCellRange printed = { 0 };
  if (!fit->is_fitted)
    return page->scale == 0 ? WHOLE_SCALE : page->scale;
  if (!find_printed (sheet, &printed))
    return WHOLE_SCALE;
  guint paper_pt[2];
  get_paper (fit, paper_pt);
  const guint n_tall = fit->n_tall > MAX_TALL ? 0 : fit->n_tall;
  return MIN (shrink (add_widths (sheet, widths, &printed), paper_pt[0], fit->n_wide),
              shrink (n_tall == 0 ? 0 : add_heights (sheet, &printed), paper_pt[1], n_tall));
}
