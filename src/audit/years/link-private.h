#pragma once

#include "yanglu/audit/years/road-link.h"

G_BEGIN_DECLS

/** What rows without stakes are put beside each other by, the most telling first; a level compares so many. */
enum
{
  YL_LINK_KEY_ROUTE,
  YL_LINK_KEY_CODE,
  YL_LINK_KEY_TOWNSHIP,
  YL_LINK_KEY_NAME,
  YL_LINK_KEY_CLASS,
  YL_LINK_KEY_FLAGS,
  YL_LINK_KEY_LENGTH,
  YL_LINK_KEY_MAINTAINED,
  YL_LINK_KEY_SUBSIDISED,
  YL_LINK_N_KEYS,
};

/** A row of one list, where the old list would have it. */
typedef struct
{
  guint32 key[YL_LINK_N_KEYS]; /* of the previous code, when the row has moved */
  guint32 own_route;
  guint32 road;
  gint32 start_m; /* start_m < end_m, or both YL_STAKE_UNKNOWN */
  gint32 end_m;
  guint32 length_m;
  guint32 rest_m;    /* not linked yet */
  gboolean is_moved; /* it names where it was last year */
  gboolean is_linked;
} YlLinkRow;

typedef struct
{
  YlLinkRow *rows;
  gsize n;
} YlLinkSide;

/** Two lists while they are linked. */
typedef struct
{
  YlLinkSide old_side;
  YlLinkSide new_side;
  GArray *links; /* of YlRoadLink */
} YlLinking;

/** yl_linking_add: metres of @old_row are metres of @new_row. */
void yl_linking_add (
    YlLinking *linking, YlLinkRow *old_row, YlLinkRow *new_row, guint32 old_m, guint32 new_m);

/** yl_link_by_stakes: first the new rows that have moved, then the others (link-stakes.c). */
void yl_link_by_stakes (YlLinking *linking);

/** yl_link_by_code: what is left, where one of the two has no stakes (link-code.c). */
void yl_link_by_code (YlLinking *linking);

static inline int
yl_link_compare (gint64 a, gint64 b)
{
  return a < b ? -1 : a > b;
}

G_END_DECLS
