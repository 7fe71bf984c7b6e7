#include "yanglu/audit/book/places.h"

#include "match-private.h"

#include <string.h>

struct _YlBookPlaces
{
  YlBookMatch *match;
};

YlBookPlaces *
yl_book_places_new (const YlWorkbook *found, const YlPlannedBook *plan, const char *passed_over)
{
  YlBookPlaces *places = g_new0 (YlBookPlaces, 1);
  places->match = yl_book_match_new (found, plan, passed_over);
  return places;
}

void
yl_book_places_free (YlBookPlaces *places)
{
  if (places == NULL)
    return;
  yl_book_match_free (places->match);
  g_free (places);
}

static const YlSheetPair *
find_pair (const YlBookPlaces *places, const char *sheet, gboolean is_planned)
{
  const GArray *pairs = places->match->pairs;
  for (guint i = 0; i < pairs->len; i++)
    {
      const YlSheetPair *pair = &g_array_index (pairs, YlSheetPair, i);
      const YlWorksheet *side = is_planned ? pair->planned : pair->found;
      if (pair->found != NULL && strcmp (side->name, sheet) == 0)
        return pair;
    }
  return NULL;
}

gboolean
yl_book_places_is_planned (const YlBookPlaces *places, const char *sheet)
{
  return find_pair (places, sheet, FALSE) != NULL;
}

gboolean
yl_book_places_find_planned (const YlBookPlaces *places,
                             const YlBookPlace *place,
                             YlBookPlace *out_planned)
{
  const YlSheetPair *pair = find_pair (places, place->sheet, FALSE);
  if (pair == NULL || place->row > pair->rows->n_found)
    return FALSE;
  const guint32 row = pair->rows->planned_of[place->row];
  const guint column = yl_column_match_find_planned (pair->columns, place->column);
  if (row == 0 || column == YL_NO_COLUMN)
    return FALSE;
  *out_planned = (YlBookPlace){ pair->planned->name, row, column };
  return TRUE;
}

gboolean
yl_book_places_find_found (const YlBookPlaces *places,
                           const YlBookPlace *place,
                           YlBookPlace *out_found)
{
  const YlSheetPair *pair = find_pair (places, place->sheet, TRUE);
  if (pair == NULL || place->row > pair->rows->n_planned)
    return FALSE;
  const guint32 row = pair->rows->found_of[place->row];
  const guint column = yl_column_match_find (pair->columns, place->column);
  if (row == 0 || column == YL_NO_COLUMN)
    return FALSE;
  *out_found = (YlBookPlace){ pair->found->name, row, column };
  return TRUE;
}
