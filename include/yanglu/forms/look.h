#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What sort of cell it is; with the style of its row it is all that a sink needs to dress it. */
typedef enum
{
  YL_LOOK_FIGURE, /* a number as its measure is written */
  YL_LOOK_TEXT,
  YL_LOOK_LABEL,   /* short text, centred */
  YL_LOOK_RESULT,  /* text that a formula gives */
  YL_LOOK_DECIMAL, /* a number as somebody else wrote it */
  YL_LOOK_RAW,     /* for programs only */
  /* What frames a table; the style does not count. */
  YL_LOOK_TITLE,
  YL_LOOK_LEFT, /* the line under the title: 编制单位, 填报日期, 单位：元 */
  YL_LOOK_CENTRE,
  YL_LOOK_RIGHT,
  YL_LOOK_HEAD,
  YL_LOOK_HEAD_UPPER, /* of a head over two rows: without the line below */
  YL_LOOK_HEAD_LOWER,
  YL_LOOK_SIGN,
  /* A page of no table: a cover, and what is read as a letter is. */
  YL_LOOK_COVER_TITLE,
  YL_LOOK_COVER_CENTRE,
  YL_LOOK_COVER_LABEL, /* before what is filled in */
  YL_LOOK_COVER_TEXT,  /* on a line of its own */
  YL_LOOK_COVER_YUAN,
  YL_LOOK_PROSE_HEAD,
  YL_LOOK_PROSE,
  /* The same of a workbook to be filled in. */
  YL_LOOK_ENTRY_LEFT,
  YL_LOOK_ENTRY_HEAD,
  YL_LOOK_ENTRY_REQUIRED, /* the head over what must be filled in */
  YL_LOOK_ENTRY_TEXT,     /* printed, locked */
  YL_LOOK_ENTRY_LABEL,
  YL_LOOK_ENTRY_SUM_LABEL, /* of the line that adds up while one types */
  YL_LOOK_ENTRY_SUM_KM,
  YL_LOOK_ENTRY_SUM_COUNT,
  YL_LOOK_ENTRY_SUM_YUAN,
  YL_LOOK_ENTRY_SUM_PAID, /* yuan that say what they are */
  YL_LOOK_ENTRY_WARNING,
  YL_LOOK_ENTRY_OPEN, /* outside the form: unlocked, so that whole rows may be deleted */
  /* What is filled in. */
  YL_LOOK_FIELD_TEXT,
  YL_LOOK_FIELD_LABEL,
  YL_LOOK_FIELD_TEXT_LINES, /* the same, of several lines */
  YL_LOOK_FIELD_LABEL_LINES,
  YL_LOOK_FIELD_KM,
  YL_LOOK_FIELD_METRE, /* metres, to the centimetre */
  YL_LOOK_FIELD_WIDTH, /* metres with decimals */
  YL_LOOK_FIELD_YUAN,
  YL_LOOK_FIELD_YEAR,
  YL_LOOK_FIELD_DATE,
  YL_LOOK_FIELD_PERCENT, /* 2.5 is 2.5% */
  YL_LOOK_FIELD_HINT,    /* words that a formula gives, in a row that may be deleted */
  /* What somebody else wrote; nobody knows how it looked. */
  YL_LOOK_FOUND,
  YL_LOOK_FOUND_LINES, /* a text of several lines */
} YlLook;
#define YL_N_LOOKS (YL_LOOK_FOUND_LINES + 1)

/** How large texts are, that rows may be as high, and columns as wide, as these need. */
#define YL_POINTS_COVER_TITLE 26.0
#define YL_POINTS_COVER 14.0
#define YL_POINTS_PROSE 12.0
#define YL_POINTS_BODY 10.0 /* of what has no other size */

G_END_DECLS
