#pragma once

#include "yanglu/audit/lists/counties.h"
#include "yanglu/audit/lists/rules.h"
#include "yanglu/domain/audit/audit.h"

G_BEGIN_DECLS

/** File numbers of YlCountiesSection.file go from 0 to below it. */
#define YL_COUNTIES_MAX_FILES 65536u

/** YlCountyLists: road lists of many counties, of any size, compared with each other. */
typedef struct _YlCountyLists YlCountyLists;

/** All that is between two counties, whether its findings are kept or only counted. */
typedef struct
{
  YlCountiesKind kind;
  guint32 first_county; /* 0 unknown */
  guint32 later_county;
  guint64 n_sections;
  gint64 length_m;
  YlMoney amount; /* claimed twice; 0 of %YL_COUNTIES_CODE_AT_ODDS */
} YlCountiesPair;

/**
 * yl_county_lists_new:
 * @places: (transfer full): the register
 * @n_kept: findings of one code that are kept with their text; all are counted, and the pairs add up
 *   all of them
 */
YlCountyLists *yl_county_lists_new (YlPlaces *places, guint n_kept);
void yl_county_lists_free (YlCountyLists *lists);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlCountyLists, yl_county_lists_free)

/** yl_county_lists_begin: the rows that follow are of the list @file (a base name). There may be
 * %YL_COUNTIES_MAX_FILES. */
void yl_county_lists_begin (YlCountyLists *lists, const char *file);
/** yl_county_lists_take: checks a row alone, as yl_list_check_row() does, and keeps what is compared.
 * @rates: those of its county */
void yl_county_lists_take (YlCountyLists *lists, const YlRoadRow *row, const YlRateTable *rates);
/**
 * yl_county_lists_compare: after the last row: finds the sections that stand in two lists. What is
 * listed twice by one county in one file is left to yl_list_check().
 *
 * Returns: %FALSE with %YL_ERROR_OVERFLOW when a sum does not fit
 */
gboolean yl_county_lists_compare (YlCountyLists *lists, GError **error);

/** yl_county_lists_get_places: (transfer none): the register. */
const YlPlaces *yl_county_lists_get_places (const YlCountyLists *lists);
/** yl_county_lists_get_files: (array zero-terminated=1): base names, as in the findings. */
const char *const *yl_county_lists_get_files (const YlCountyLists *lists);
/** yl_county_lists_get_findings: (transfer none): to which reading adds what it finds. */
YlFindings *yl_county_lists_get_findings (const YlCountyLists *lists);
/** yl_county_lists_get_pairs: (array length=out_n): by kind, most money first. */
const YlCountiesPair *yl_county_lists_get_pairs (const YlCountyLists *lists, gsize *out_n);
YlVerdict yl_county_lists_get_verdict (const YlCountyLists *lists);
/** yl_county_lists_get_n_rows: rows that were read; of them compared: counted, with a full code. */
guint64 yl_county_lists_get_n_rows (const YlCountyLists *lists, guint64 *out_n_compared);
/** yl_county_lists_to_audit: (transfer full): what it comes to in the form of an audit of one file. */
YlAudit *yl_county_lists_to_audit (const YlCountyLists *lists);

/** yl_counties_kind_get_name: "同一路段两处列入" …; yl_counties_kind_get_key: "same_section" … */
const char *yl_counties_kind_get_name (YlCountiesKind kind);
const char *yl_counties_kind_get_key (YlCountiesKind kind);

G_END_DECLS
