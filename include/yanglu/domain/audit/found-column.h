#pragma once

#include "yanglu/domain/fund.h"
#include "yanglu/domain/road-class.h"

G_BEGIN_DECLS

/** What a column of a found table holds. */
typedef enum
{
  YL_FOUND_OTHER,    /* not understood, or of no matter here */
  YL_FOUND_TOWNSHIP, /* 乡镇 */
  YL_FOUND_ROUTE,    /* a route code or name */
  YL_FOUND_CLASS,    /* 县道 乡道 村道, row by row */
  YL_FOUND_COUNT,    /* how many */
  YL_FOUND_LENGTH,   /* metres */
  YL_FOUND_RATE,     /* fen per km */
  YL_FOUND_AMOUNT,   /* fen */
  YL_FOUND_PERCENT,  /* ppm */
  YL_FOUND_CAPITAL,  /* 大写, read as fen */
  YL_FOUND_ASIDE,    /* fen of another time or purpose: 上年, 已拨, 结余 */
  YL_FOUND_LISTED,   /* 路线长度 beside what counts of it: metres */
  YL_FOUND_START,    /* 起点桩号, metres */
  YL_FOUND_END,      /* 止点桩号, metres */
} YlFoundMeaning;

/** The rate kind of a column or row that is for all classes together. */
#define YL_FOUND_ALL_CLASSES YL_N_RATES
/** That of a column for 国道, 省道, 高速: beside the rural roads, without a rate. No row has it. */
#define YL_FOUND_OTHER_ROADS (YL_FOUND_ALL_CLASSES + 1)

typedef struct
{
  guint16 column;     /* from 0 */
  guint8 meaning;     /* YlFoundMeaning */
  guint8 rate;        /* YlRateKind; YL_FOUND_ALL_CLASSES: all, or as the row's class says */
  guint8 purpose;     /* YlPurpose of an amount; YL_N_PURPOSES: the whole */
  guint8 payer_after; /* of a part that one payer bears: its YlPayer + 1; 0: of all payers */
  gint32 share_ppm;   /* of another column, as the head says: 首批 70%; 0: unsaid */
  guint16 group;      /* columns under one group head have the same one; 0: under none */
  gint64
      unit; /* what 1 in the sheet is in units: 1000 for km, 1 for m, 100 for yuan, 1000000 for 万元 */
  gboolean is_unit_said; /* the head or the sheet's 单位 says so; else the usual one was taken */
  gboolean
      is_shown_as_wan; /* its cells hold yuan, of which their format makes the 万元 that the head says */
  gboolean is_guessed; /* the head names a class or 合计 and no measure: the figures must tell */
  gboolean is_open;    /* it was guessed, and the figures do not tell either */
  gboolean is_sum;     /* the head says 合计, 小计, 全年 */
  gboolean is_hidden;
  gboolean
      is_no_money; /* of %YL_FOUND_OTHER: the head is known to be of a number, a width, a year … */
  const char *head;
} YlFoundColumn;

G_END_DECLS
