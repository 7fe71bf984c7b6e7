/* Where texts stood beside each other before the seventh edition of the budget, whose columns had other
 * widths: an audit looks for them there. */
#include "form-private.h"

/* What a landscape A3 page was thought to hold where 10 points are printed as 8: 394.6 mm at 96 dots an
 * inch, 5 of them about each column. */
#define PAGE_DOTS 1863
#define DOTS(width) (7 * (width) + 5)
#define N_BESIDE 3

guint
yl_older_page_fold (const YlSheetForm *form, const double *widths)
{
  double all = 0;
  double kept = 0; /* on both pages */
  for (guint i = 0; i < form->n_columns; i++)
    {
      all += DOTS (widths[i]);
      kept += i < form->n_frozen ? DOTS (widths[i]) : 0;
    }
  guint fold = form->n_columns;
  double narrowest = G_MAXDOUBLE;
  double so_far = 0;
  for (guint i = 0; form->folds && all > PAGE_DOTS && i < form->n_columns; i++)
    {
      so_far += DOTS (widths[i]);
      const double wider = MAX (so_far, kept + all - so_far);
      if (i + 1 < N_BESIDE || wider >= narrowest)
        continue;
      fold = i + 1;
      narrowest = wider;
    }
  return fold;
}

void
yl_older_page_share (const YlSheet *sheet, double first, double second, guint bounds[2])
{
  double all = 0;
  double so_far = 0;
  bounds[0] = 0;
  bounds[1] = 0;
  for (guint i = 0; i < sheet->n_titled; i++)
    all += sheet->widths[i];
  for (guint i = 0; i < sheet->n_titled; i++)
    {
      const double middle = so_far + sheet->widths[i] / 2;
      so_far += sheet->widths[i];
      bounds[0] += middle <= all * first ? 1 : 0;
      bounds[1] += middle <= all * second ? 1 : 0;
    }
  bounds[0] = CLAMP (bounds[0], 1, sheet->n_titled - 2);
  bounds[1] = CLAMP (bounds[1], bounds[0] + 1, sheet->n_titled - 1);
}
