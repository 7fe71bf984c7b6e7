#pragma once

#include "yanglu/base/arena.h"
#include "yanglu/domain/places.h"

G_BEGIN_DECLS

/** Why a name in one table is taken for a name in another. */
typedef enum
{
  YL_PARTY_UNKNOWN,  /* it is none of them */
  YL_PARTY_SAME,     /* the same words */
  YL_PARTY_CODE,     /* the same nine-digit code */
  YL_PARTY_REGISTER, /* the same place by another of its names, as the register of places has it */
  YL_PARTY_GUESS,    /* the only one that is close: to be said wherever it is used */
} YlPartyMatch;
#define YL_N_PARTY_MATCHES (YL_PARTY_GUESS + 1)

/** One of those that a name may mean. */
typedef struct
{
  const char *name;
  guint32 code; /* nine digits of a township; 0 unknown */
} YlParty;

/** YlPartyList: those that a name may mean, prepared once. */
typedef struct _YlPartyList YlPartyList;

/**
 * yl_party_list_new:
 * @places: the register; must outlive the list
 * @county_code: whose townships they are; 0 unknown
 * @parties: (array length=n)
 */
YlPartyList *
yl_party_list_new (const YlPlaces *places, guint32 county_code, const YlParty *parties, guint n);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlPartyList, yl_arena_free_record)

/**
 * yl_party_list_find: which party @written means. In this order, and only where one alone fits:
 * - the same words, but for blanks and width;
 * - a nine-digit code, or a village's of twelve that begins with it, in @written;
 * - the same place: without the province, city and county before it and the office behind it
 *   (人民政府, 办事处, 财政所 …) the same name of the same kind; or the same name with another kind
 *   (镇 that became 街道, 县 that became 区) where the register has no other of that name;
 * - a guess: the name of one party alone stands in @written, or differs in one character; a body
 *   for rural roads is the county's agency.
 *
 * Returns: %YL_PARTY_UNKNOWN, and @out_index untouched, when none or more than one fits
 */
YlPartyMatch yl_party_list_find (const YlPartyList *list, const char *written, guint *out_index);

const char *yl_party_match_get_name (YlPartyMatch match); /* "同名" "代码相同" … */
const char *yl_party_match_get_key (YlPartyMatch match);  /* "same" "code" … */

G_END_DECLS
