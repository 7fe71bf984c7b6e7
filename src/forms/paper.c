#include "yanglu/forms/paper.h"

/* What a page holds between margins of half an inch, at 96 dots an inch: the short side of A4, its long
 * side, which is the short one of A3, and the long one of A3. */
#define SHORT_DOTS 697.0
#define LONG_DOTS 1026.0
#define LONGEST_DOTS 1491.0

/* The same sides of the paper itself, in points, and the margins of 0.6 and 0.7 inches above and below. */
#define SHORT_POINTS 595.3
#define LONG_POINTS 841.9
#define LONGEST_POINTS 1190.6
#define MARGIN_POINTS 93.6
#define HEIGHT_PART 0.97

/* A digit of the font that columns are counted in takes this where the office's fonts are missing and
 * wider ones stand in, 7 dots where they are not; and a column has this for its margins. */
#define DIGIT_DOTS 8.48
#define MARGIN_DIGITS 0.71

/* Of 10 points; spreadsheets print at whole per cents. */
#define LEAST_SCALE (YL_PAPER_PERCENT / 100)

/* Texts that stand beside one another above and below a table. */
#define N_BESIDE 3

double
yl_paper_get_room (gboolean is_a3, gboolean is_portrait)
{
  const double narrow = is_a3 ? LONG_DOTS : SHORT_DOTS;
  const double wide = is_a3 ? LONGEST_DOTS : LONG_DOTS;
  return (is_portrait ? narrow : wide) / DIGIT_DOTS / LEAST_SCALE;
}

double
yl_paper_get_height (gboolean is_a3, gboolean is_portrait)
{
  const double high = is_a3 ? LONGEST_POINTS : LONG_POINTS;
  const double low = is_a3 ? LONG_POINTS : SHORT_POINTS;
  return ((is_portrait ? high : low) - MARGIN_POINTS) * HEIGHT_PART;
}

double
yl_paper_get_column (double width)
{
  return width > 0 ? width + MARGIN_DIGITS : 0;
}

static double
get_width (const YlSheetForm *form, guint index)
{
  return form->shut != NULL && form->shut[index] ? 0
                                                 : yl_paper_get_column (form->columns[index].width);
}

double
yl_paper_get_width (const YlSheetForm *form)
{
  double width = 0;
  for (guint i = 0; i < form->n_columns; i++)
    width += get_width (form, i);
  return width;
}

static guint
find_fold (const YlSheetForm *form)
{
  const double all = yl_paper_get_width (form);
  double kept = 0; /* on both pages */
  for (guint i = 0; i < form->n_frozen; i++)
    kept += get_width (form, i);
  guint fold = form->n_columns;
  double narrowest = G_MAXDOUBLE;
  double so_far = 0;
  for (guint i = 0; i < form->n_columns; i++)
    {
      so_far += get_width (form, i);
      const double wider = MAX (so_far, kept + all - so_far);
      if (i + 1 < form->n_frozen + N_BESIDE || wider >= narrowest)
        continue;
      fold = i + 1;
      narrowest = wider;
    }
  return fold;
}

guint
yl_paper_choose (YlSheetForm *form)
{
  const double width = yl_paper_get_width (form);
  form->is_a3 = width > yl_paper_get_room (FALSE, form->is_portrait);
  if (form->folds && width > yl_paper_get_room (TRUE, form->is_portrait))
    return find_fold (form);
  return form->n_columns;
}
