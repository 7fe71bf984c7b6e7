#pragma once

#include "yanglu/base/arena.h"
#include "yanglu/base/text.h"

G_BEGIN_DECLS

/** The lists of spellings; the name of each in the files of words stands behind it. */
typedef enum
{
  /* What tables call their columns: keys are the columns of each table. */
  YL_WORDS_ROAD_HEADS,        /* heads.roads */
  YL_WORDS_BRIDGE_HEADS,      /* heads.bridges */
  YL_WORDS_FUND_HEADS,        /* heads.funds */
  YL_WORDS_LAND_HEADS,        /* heads.land */
  YL_WORDS_OTHER_HEADS,       /* heads.other */
  YL_WORDS_UNIT_HEADS,        /* heads.unit */
  YL_WORDS_LAST_YEAR_HEADS,   /* heads.last-year */
  YL_WORDS_LEDGER_HEADS,      /* heads.ledger */
  YL_WORDS_NOTICE_HEADS,      /* heads.notice */
  YL_WORDS_ASSESSMENT_HEADS,  /* heads.assessment: words inside a head */
  YL_WORDS_PERFORMANCE_HEADS, /* heads.performance: words inside a head */
  YL_WORDS_HEAD_PART,         /* head.part: inside a head, with the usual spelling of each part */
  /* Closed sets: members are those of the enum. */
  YL_WORDS_CLASS,       /* class: YlRoadClass; YL_N_CLASSES: no rural road */
  YL_WORDS_TRACK,       /* track: a word inside a class that tells a field track */
  YL_WORDS_FLAG,        /* flag: 0 no, 1 yes, 2 what it is about, 3 of a shared road */
  YL_WORDS_GRADE,       /* grade: YlGrade */
  YL_WORDS_SURFACE,     /* surface: YlSurface, and YL_WORDS_SURFACE_TRACK */
  YL_WORDS_CONDITION,   /* condition: YlCondition */
  YL_WORDS_BRIDGE_SIZE, /* bridge-size: YlBridgeSize */
  YL_WORDS_PAYER,       /* payer: YlPayer */
  YL_WORDS_PAYER_AS,    /* payer.as: YlPayer that a giver of no level of the budget counts as */
  YL_WORDS_PURPOSE,     /* purpose: YlPurpose */
  YL_WORDS_FUND,        /* fund: YlFund */
  YL_WORDS_SOURCE_KIND, /* source-kind: YlSourceKind */
  YL_WORDS_DIRECTION,   /* direction: YlLedgerDirection */
  YL_WORDS_HEAD_UNIT,   /* unit.head: YlHeadUnit, at the end of a head or in its brackets */
  YL_WORDS_NUMBER_UNIT, /* unit.number: YlHeadUnit, behind a number */
  YL_WORDS_CURRENCY,    /* currency: before an amount */
  /* Words inside a text. */
  YL_WORDS_SUM,      /* sum: begins or ends the label of a row that adds up others */
  YL_WORDS_USE,      /* use: YlPurpose, in what a ledger says of an entry */
  YL_WORDS_REVERSAL, /* reversal: takes another entry back */
  YL_WORDS_RENEWAL,  /* renewal: comes instead of one taken back */
  /* Items of tables: keys are what they are kept as. */
  YL_WORDS_LAST_YEAR_ITEM,    /* last-year.item: demand codes */
  YL_WORDS_LAST_YEAR_HEADING, /* last-year.heading: sums of the lines below */
  YL_WORDS_LAND_LINE,         /* land.line: words inside an item of 土地出让收益 */
  /* Tables of any shape that offices made: heads as they stand, then words inside. */
  YL_WORDS_FOUND_HEAD,       /* found.head: YlFoundMeaning */
  YL_WORDS_FOUND_WORD,       /* found.word: YlFoundMeaning */
  YL_WORDS_FOUND_CLASS,      /* found.class: YlRateKind */
  YL_WORDS_FOUND_MIXTURE,    /* found.mixture: several classes at once */
  YL_WORDS_FOUND_PURPOSE,    /* found.purpose: YlPurpose */
  YL_WORDS_FOUND_PAYER,      /* found.payer: YlPayer */
  YL_WORDS_FOUND_SUM,        /* found.sum */
  YL_WORDS_FOUND_PERIOD,     /* found.period */
  YL_WORDS_FOUND_LAND,       /* found.land: YlLandMeaning, and YL_WORDS_LAND_NONE */
  YL_WORDS_FOUND_LAND_PAYER, /* found.land-payer: YlPayer, as it stands */
  YL_N_WORD_LISTS,
} YlWordList;

/** The member of %YL_WORDS_SURFACE behind the last YlSurface: a surface that tells a field track. */
#define YL_WORDS_SURFACE_TRACK 5

/** The member of %YL_WORDS_FOUND_LAND behind the last YlLandMeaning: beside the calculation. */
#define YL_WORDS_LAND_NONE 6

/** One way of writing something. */
typedef struct
{
  const char *text;
  gsize length;
  const char *key;      /* what it means */
  guint member;         /* number of the key: of the enum, else in the order of the keys */
  gboolean is_fallback; /* another thing that serves where nothing better stands */
} YlSpelling;

/** Spellings that one list can hold: ten times what the longest one has. */
#define YL_WORDS_MAX_SPELLINGS 4096

/** YlWords: how people write the things that tables are read for. Made by io/words, then only
 * read. */
typedef struct _YlWords YlWords;

YlWords *yl_words_new (void);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlWords, yl_arena_free_record)

/** yl_word_list_find: by its name in the files; %FALSE for none. */
gboolean yl_word_list_find (const char *name, YlWordList *out_list);
const char *yl_word_list_get_name (YlWordList list);

/**
 * yl_words_add: adds @spelling (its text, key and is_fallback are copied) behind those there are.
 *
 * Returns: %FALSE when @list knows no such key, has the text already, or is full
 */
gboolean yl_words_add (YlWords *words, YlWordList list, const YlSpelling *spelling);

/** yl_words_has_key: whether @list knows @key: of its enum, else of one of its spellings. */
gboolean yl_words_has_key (const YlWords *words, YlWordList list, const char *key);

/** yl_word_list_is_of_heads: whether its spellings are compared as YlHeadText does. */
gboolean yl_word_list_is_of_heads (YlWordList list);

/** yl_words_get: (transfer none) (array length=out_n): in the order in which they were added. */
const YlSpelling *yl_words_get (const YlWords *words, YlWordList list, guint *out_n);
/** yl_words_get_usual: (transfer none) (nullable): the first spelling of @key. */
const char *yl_words_get_usual (const YlWords *words, YlWordList list, const char *key);

/** yl_words_find: (nullable): the spelling that @text is to the byte; costs no search. */
const YlSpelling *yl_words_find (const YlWords *words, YlWordList list, YlText text);
/** yl_words_find_inside: (nullable): the first of the list that stands anywhere in @text. */
const YlSpelling *yl_words_find_inside (const YlWords *words, YlWordList list, const char *text);

/** yl_words_read: what @text means, blanks around it, full width and small letters aside; %FALSE,
 * and @out_member untouched, for a word that is not in the list. */
gboolean yl_words_read (const YlWords *words, YlWordList list, YlText text, guint *out_member);

G_END_DECLS
