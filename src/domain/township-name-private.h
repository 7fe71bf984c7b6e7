#pragma once

#include "yanglu/base/text.h"

G_BEGIN_DECLS

typedef enum
{
  TOWNSHIP_OTHER, /* none of these, or not said */
  TOWNSHIP_STREET,
  TOWNSHIP_TOWN,
  TOWNSHIP_TOWNSHIP,
  TOWNSHIP_SUMU,     /* 苏木 */
  TOWNSHIP_REGIMENT, /* 团 of the 兵团 */
} TownshipKind;

/** A name taken apart: 融水县融水镇人民政府 of 融水苗族自治县 is 融水 and a 镇. */
typedef struct
{
  YlText stem; /* within the name */
  TownshipKind kind;
  guint number; /* of a regiment: 125 of 一二五团; 0: none */
} TownshipName;

/** township_name_split: @county: (nullable): the name of its county, which may stand in front. */
TownshipName township_name_split (YlText name, const char *county);

/** township_name_find_nationality: how many bytes of a nationality @text begins with: 苗族 of 苗族自治县. */
gsize township_name_find_nationality (YlText text);

typedef enum
{
  TOWNSHIP_FITS_NOT,
  TOWNSHIP_FITS_SHORT, /* 同练乡 is 同练瑶族乡 */
  TOWNSHIP_FITS,
} TownshipFit;

/** township_name_fit: whether @written may be the name @registered; one that does not say its kind
 * fits any. */
TownshipFit township_name_fit (const TownshipName *registered, const TownshipName *written);

G_END_DECLS
