#pragma once

#include "yanglu/io/import/heads.h"

G_BEGIN_DECLS

/** The spellings of a table's heads, each with its column. */
typedef struct
{
  const YlWords *words;
  YlWordList list;
  guint8 columns[YL_HEADS_MAX]; /* by the member of a spelling; YL_HEADS_MAX: none of the table's */
  guint year;                   /* that a column of a later one is not read for; 0: none */
  GHashTable *known; /* (nullable) (owned by the finder): what was matched before, by its text */
  const guint8
      *begin; /* (nullable) (owned by the finder): bits of the characters that parts begin with */
} YlHeadNames;

YlHeadNames yl_head_names_of (const YlImportTable *table, const YlWords *words);

/** yl_head_begin_new: (transfer full): for YlHeadNames.begin. */
guint8 *yl_head_begin_new (const YlWords *words);

/** Which side of one thing a head says it has: 行政等级名称 or 行政等级代码. */
typedef enum
{
  YL_HEAD_SIDE_NONE,
  YL_HEAD_SIDE_NAME,
  YL_HEAD_SIDE_CODE,
} YlHeadSide;

/** What a single head is. */
typedef struct
{
  guint column; /* YL_HEADS_MAX: of another table */
  YlHeadUnit unit;
  guint rank; /* 0: it is a spelling as it stands; the smaller, the better */
  YlHeadSide side;
  guint year;       /* of a list of roads: 2020 of 2020年里程; 0 */
  gboolean is_said; /* somebody said so: before all that is found */
} YlHeadMatch;

/** yl_head_match: whether @text is a spelling, as it stands or by its parts; else @out_match is untouched. */
gboolean yl_head_match (const YlHeadNames *names, const char *text, YlHeadMatch *out_match);

/** yl_head_match_mended: whether somebody said (yl_words_mend()) what the head @written is: its column is
 * %YL_HEADS_MAX where it is not to be read. */
gboolean
yl_head_match_mended (const YlHeadNames *names, const char *written, YlHeadMatch *out_match);

/** yl_head_to_usual: (transfer full): @text, compared as YlHeadText does, with each of its parts in the first
 * spelling of that part: 是否断头 for 是否为断头路路段. Field codes fall away, and so does a year in a list of roads. */
char *yl_head_to_usual (const YlHeadNames *names, const char *text);

G_END_DECLS
