#pragma once

#include "yanglu/audit/lists/counties.h"
#include "yanglu/audit/lists/rules.h"
#include "yanglu/domain/audit/audit.h"

G_BEGIN_DECLS

/** File numbers of YlCountiesSection.file go from 0 to below it. */
#define YL_COUNTIES_MAX_FILES 65536u

/** Where memory is not to grow with the lists: so many sections are compared with each other, of more none. */
#define YL_COUNTIES_MAX_COMPARED 1000000u

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

/** The same metres in two places, as they are told. */
typedef struct
{
  YlCountiesKind kind;
  YlCountiesSection first;
  YlCountiesSection later;
  guint32 length_m;
  YlMoney amount;
} YlCountiesKept;

/** YlCountyLists: road lists of many counties, of any size, compared with each other. */
typedef struct
{
  YlPlaces *places;     /* the register */
  YlFindings *findings; /* to which reading adds what it finds */
  GPtrArray *files;     /* base names, as in the findings; %NULL-terminated once compared */
  GArray *pairs;        /* of YlCountiesPair: once compared by kind, most money first */
  GArray *hits;         /* of YlCountiesKept: the first n_kept, once compared */
  guint64 n_rows;       /* that were read */
  guint64 n_compared;   /* of them: counted, with a full code */
  gboolean is_given_up; /* there were more than @max_sections: none was compared */
  /* The rest is for reading and comparing. */
  guint n_kept;
  guint max_sections;      /* 0: as many as there are */
  GArray *sections;        /* of YlCountiesSection */
  GArray *claims;          /* of YlCountiesSection: where rows stood last year */
  GPtrArray *sheets;       /* (element-type utf8): names, "" first */
  guint16 sheet;           /* of the row at hand */
  GHashTable *pair_places; /* kind and counties → place in @pairs + 1; keys are owned */
  gboolean is_too_large;
} YlCountyLists;

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

/** yl_county_lists_sum: of the pairs, all that stands in two places. Its kind and counties say nothing. */
YlCountiesPair yl_county_lists_sum (const YlCountyLists *lists);
/** yl_county_lists_show_place: (transfer full): "甲县.xlsx 工作表“里程台账”第 12 行". */
char *yl_county_lists_show_place (const YlCountyLists *lists, const YlCountiesSection *section);
/** yl_counties_section_show: (transfer full): "路线 X001371502（K0.000—K1.500）". */
char *yl_counties_section_show (const YlCountiesSection *section);

YlVerdict yl_county_lists_get_verdict (const YlCountyLists *lists);
/** yl_county_lists_to_audit: (transfer full): what it comes to in the form of an audit of one file. */
YlAudit *yl_county_lists_to_audit (const YlCountyLists *lists);

/** yl_counties_kind_get_name: "同一路段两处列入" …; yl_counties_kind_get_key: "same_section" … */
const char *yl_counties_kind_get_name (YlCountiesKind kind);
const char *yl_counties_kind_get_key (YlCountiesKind kind);

G_END_DECLS
