#pragma once

#include "yanglu/calc/price.h"
#include "yanglu/domain/places.h"
#include "yanglu/domain/road-row.h"

G_BEGIN_DECLS

/** One counted section as lists of many counties are compared by; no texts, so that a nation fits. */
typedef struct
{
  guint64 route; /* letter (J is X, N is Y), three characters, six digits of the code, renewed */
  gint64 rate_fen_per_km; /* for as much of the year as the policy pays */
  gint32 start_m; /* below end_m; both YL_STAKE_UNKNOWN without stakes or with a declared break */
  gint32 end_m;
  guint32 length_m; /* counted */
  YlRowId row;
  guint32 county_code;
  guint32 township_code;
  guint32 rest; /* hash of what stands after the ten characters; 0 when nothing does */
  guint32 name; /* hash of the route's name; 0 without one */
  guint16 file;
  guint16 sheet;     /* whatever number the caller gives it; nothing is compared by it */
  guint8 is_renewed; /* the code is written with an old county code */
  guint8 is_told;
  guint8 is_moved; /* its 上年路线编码 is another route: last year it did not stand here */
  guint8 is_claim; /* not where a row stands, but where it says that it stood last year */
} YlCountiesSection;

G_STATIC_ASSERT (sizeof (YlCountiesSection) <= 64);

typedef enum
{
  YL_COUNTIES_SAME_SECTION, /* in both counties, or in two lists of one (A11) */
  YL_COUNTIES_SAME_ORIGIN,  /* both say to come from the same metres of last year (A11) */
  YL_COUNTIES_OTHER_CODE,   /* the same stakes and name in one township under two codes (A11) */
  YL_COUNTIES_CODE_AT_ODDS, /* the route code names the first county, the division code the second */
} YlCountiesKind;
#define YL_N_COUNTIES_KINDS (YL_COUNTIES_CODE_AT_ODDS + 1)

/** The same metres in two places; @later stands in the later file, or in the later row of one. */
typedef struct
{
  YlCountiesKind kind;
  const YlCountiesSection *first;
  const YlCountiesSection *later;
  guint32 length_m; /* no more than either section counts */
  YlMoney amount;   /* at the lower of the two rates */
} YlCountiesHit;

typedef void (*YlCountiesReport) (gpointer self, const YlCountiesHit *hit);

/**
 * yl_counties_section_init: what is compared of @row; its sheet is 0.
 * @places: (nullable): knows which county codes were replaced: 茌平 371523 is 371503 now, and
 *   X001371523 the route X001371503
 *
 * Returns: %FALSE when it is not compared: it does not count (a duplicate, a dead end, no metres),
 *   or its code does not begin with letter, three characters and a county
 */
gboolean yl_counties_section_init (YlCountiesSection *section,
                                   const YlRoadRow *row,
                                   const YlRateTable *rates,
                                   const YlPlaces *places,
                                   guint16 file);

/**
 * yl_counties_claim_init: where @row says that it stood last year (上年路线编码, 上年桩号; without those
 * stakes its own), when that is another route than that of @section, which it then marks as moved.
 *
 * Returns: %FALSE when it stood where it stands, or says nothing
 */
gboolean yl_counties_claim_init (YlCountiesSection *claim,
                                 YlCountiesSection *section,
                                 const YlRoadRow *row,
                                 const YlPlaces *places);

/** yl_counties_section_to_code: (transfer full): "X001371502", an alias letter as the common
 * one, an old county code as the present one. */
char *yl_counties_section_to_code (const YlCountiesSection *section);

/**
 * yl_counties_find_code_county: the county in the route code of @row, renewed, when it is another
 * than that of its division code (A07); else 0.
 */
guint32 yl_counties_find_code_county (const YlRoadRow *row, const YlPlaces *places);

/**
 * yl_counties_scan: the sections that stand in two counties or in two files (A11); sorts @sections.
 * @sections: (element-type YlCountiesSection)
 *
 * A place is a county in a file; what is twice in one place is told by yl_list_check().
 * With stakes: in the order of the stakes of a route, each section against the one before it of
 * another place that reaches farthest, so that every metre in two places is told. Sections that
 * only touch share nothing.
 * Without stakes: the same whole code and length, in two files also the same township when the
 * county is one; n of the one side and m of the other are the smaller number of pairs.
 *
 * A section is told at most once. The order of the rows within a file changes nothing but which
 * row of equals is named. O(n log n), one more copy of @sections while it is sorted.
 */
void yl_counties_scan (GArray *sections, YlCountiesReport report, gpointer self);

/**
 * yl_counties_scan_claims: the metres of last year that two places say to come from (A11): claims
 * against each other, and against the sections that stand there still. What yl_counties_scan(), which
 * must have gone before, has told of a row is not told again.
 * @claims: (element-type YlCountiesSection)
 */
void
yl_counties_scan_claims (GArray *sections, GArray *claims, YlCountiesReport report, gpointer self);

/**
 * yl_counties_scan_codes: sections of one township in two files that have the same stakes and length,
 * but other codes (A11): with the same name, or, where one of them has none, when they do not begin
 * at 0, as half of all roads do. After the other two.
 */
void yl_counties_scan_codes (GArray *sections, YlCountiesReport report, gpointer self);

G_END_DECLS
