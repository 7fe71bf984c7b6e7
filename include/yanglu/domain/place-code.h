#pragma once

#include "yanglu/base/text.h"

G_BEGIN_DECLS

/** yl_route_code_fold: (transfer full): in half width and capitals, without blanks: as codes are
 * kept and compared. */
char *yl_route_code_fold (YlText text);

/** Letter, three characters, six digits of the county; a longer code is that of a section, and begins with it. */
#define YL_ROUTE_CODE_CHARACTERS 10

/** yl_route_code_find_county: the six digits of the county in a folded route code (X001371502…); 0 when
 * it has none, or eleven characters, of which one is too many. */
guint32 yl_route_code_find_county (YlText route_code);

/**
 * yl_route_code_find_inside: the first code of a route that stands in @folded, as in 与G308共线: a letter and
 * three signs, one of them a digit at least, with the six digits of a county where they follow. K100 is a stake.
 *
 * Returns: a piece of @folded; empty for none
 */
YlText yl_route_code_find_inside (const char *folded);

/**
 * yl_division_code_read: a code of 行政区划: six, nine or twelve digits (county, township, village).
 * @out_county: its first six digits
 * @out_township: its first nine; 0 when it names a county only (371502000 and 371502000000 do)
 */
gboolean yl_division_code_read (YlText code, guint32 *out_county, guint32 *out_township);

/** Nine digits are six of the county and three of the township. */
#define YL_TOWNSHIPS_OF_A_COUNTY 1000u

/** yl_township_code_find_county: the six digits of the county in the nine of a township. */
guint32 yl_township_code_find_county (guint32 township);

/** yl_place_code_parse: a code of exactly @n_digits digits, at most nine. */
gboolean yl_place_code_parse (YlText text, guint n_digits, guint32 *out_code);

G_END_DECLS
