#pragma once

#include <glib.h>

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
  YL_WORDS_SENDER_HEADS,      /* heads.sender: YlSenderLine, above the heads of a road list */
  YL_WORDS_LAST_YEAR_HEADS,   /* heads.last-year */
  YL_WORDS_LEDGER_HEADS,      /* heads.ledger */
  YL_WORDS_NOTICE_HEADS,      /* heads.notice */
  YL_WORDS_ASSESSMENT_HEADS,  /* heads.assessment: words inside a head */
  YL_WORDS_PERFORMANCE_HEADS, /* heads.performance: words inside a head */
  YL_WORDS_HEAD_PART,         /* head.part: inside a head, with the usual spelling of each part */
  YL_WORDS_HEAD_ASIDE,        /* head.aside: begins a head under which all is of something else */
  YL_WORDS_HEAD_BELOW,        /* head.below: in rows below heads that are no data */
  YL_WORDS_HEAD_NEEDLESS,     /* head.needless: YlNeedless, of a column that nobody has to read */
  /* Closed sets: members are those of the enum. */
  YL_WORDS_CLASS,       /* class: YlRoadClass; YL_N_CLASSES: no rural road */
  YL_WORDS_CLASS_OPEN,  /* class.open: what a road leads to, which may be of several classes */
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
  YL_WORDS_ODD_UNIT,    /* unit.odd: of a head, that nothing is read in */
  YL_WORDS_CURRENCY,    /* currency: before an amount */
  /* Words inside a text. */
  YL_WORDS_BLANK,      /* blank: how one is written */
  YL_WORDS_NOTE,       /* note: 0 begins, 1 ends a line below a list that is no road */
  YL_WORDS_SHEET,      /* sheet: YlSheetWord, in the name of a sheet */
  YL_WORDS_SHEET_HEAD, /* sheet.head: YlSheetHeadWord, begins a head that no list of roads has */
  YL_WORDS_SUM,        /* sum: begins or ends the label of a row that adds up others */
  YL_WORDS_PART,       /* part: begins the label of a row that is a part of the one above */
  YL_WORDS_USE,        /* use: YlPurpose, in what a ledger says of an entry */
  YL_WORDS_REVERSAL,   /* reversal: takes another entry back */
  YL_WORDS_RENEWAL,    /* renewal: comes instead of one taken back */
  /* Items of tables: keys are what they are kept as. */
  YL_WORDS_LAST_YEAR_ITEM,    /* last-year.item: demand codes */
  YL_WORDS_LAST_YEAR_HEADING, /* last-year.heading: sums of the lines below */
  YL_WORDS_LAND_LINE,         /* land.line: words inside an item of 土地出让收益 */
  /* Tables of any shape that offices made: heads as they stand, then words inside. */
  YL_WORDS_FOUND_HEAD,       /* found.head: YlFoundMeaning */
  YL_WORDS_FOUND_WORD,       /* found.word: YlFoundMeaning */
  YL_WORDS_FOUND_CLASS,      /* found.class: YlRateKind */
  YL_WORDS_FOUND_MIXTURE,    /* found.mixture: several classes at once */
  YL_WORDS_FOUND_APART,      /* found.apart: roads of the nation and the province */
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

/** Members of %YL_WORDS_HEAD_BELOW. */
typedef enum
{
  YL_HEAD_BELOW_HINT,      /* how a cell is to be filled in: 必填, 字符 */
  YL_HEAD_BELOW_LABEL,     /* in front of a row of such hints: 数据类型 */
  YL_HEAD_BELOW_NUMBERING, /* in front of a row that numbers the columns: 栏次 */
} YlHeadBelow;
#define YL_N_HEAD_BELOW (YL_HEAD_BELOW_NUMBERING + 1)

/** Members of %YL_WORDS_SHEET: what a sheet beside the list of roads is. */
typedef enum
{
  YL_SHEET_WORD_OTHER,     /* of no roads: 涵洞, 路况, 工程 */
  YL_SHEET_WORD_LAST_YEAR, /* 上年 */
} YlSheetWord;
#define YL_N_SHEET_WORDS (YL_SHEET_WORD_LAST_YEAR + 1)

/** Members of %YL_WORDS_SHEET_HEAD. */
typedef enum
{
  YL_SHEET_HEAD_OTHER, /* of works, conditions, equipment: a list of roads may have it as well */
  YL_SHEET_HEAD_STRUCTURE, /* of culverts and tunnels, whose lengths are none of roads */
} YlSheetHeadWord;
#define YL_N_SHEET_HEAD_WORDS (YL_SHEET_HEAD_STRUCTURE + 1)

/** Members of %YL_WORDS_HEAD_NEEDLESS. */
typedef enum
{
  YL_NEEDLESS_ORDINAL,   /* 序号 */
  YL_NEEDLESS_NUMBERING, /* 编号: where it counts 1, 2, 3 */
  YL_NEEDLESS_REMARK,    /* 备注: where nothing stands */
} YlNeedless;
#define YL_N_NEEDLESS (YL_NEEDLESS_REMARK + 1)

G_END_DECLS
