#pragma once

#include "yanglu/base/date.h"
#include "yanglu/calc/roll-up.h"
#include "yanglu/domain/choices.h"
#include "yanglu/domain/finding.h"
#include "yanglu/domain/sent-list.h"
#include "yanglu/forms/cell-sink.h"

G_BEGIN_DECLS

/** Townships and classes that the workbook holds at most: every unit adds up over all of them, and a nation
 * has some 120,000. */
#define YL_SUMMARY_BOOK_ROWS 200000u

/** The same metres in two places. */
typedef struct
{
  const char *kind;    /* "同一路段两处列入" */
  const char *section; /* "路线 X001371502（K0.000—K1.500）" */
  const char *unit[2]; /* who lists it first, and who again */
  const char *place[2];
  gint64 length_m;
  gint64 amount_fen; /* at the lower rate */
} YlTwiceRow;

/** What comparing all sections with each other came to. */
typedef struct
{
  const GArray *rows; /* of YlTwiceRow */
  guint64 n_read;     /* sections */
  guint64 n_compared; /* of them: counted, with a full code */
  guint64 n_rest;     /* found beside those of @rows, and only added up */
  gint64 rest_m;
  gint64 rest_fen;
} YlTwice;

/** What many counties and zones sent in, added up. */
typedef struct
{
  const YlRollUp *roll_up;
  const YlTwice *twice;
  const YlSentLists *sent;
  const YlFindings *findings;
  const YlChoice *choices; /* (array length=n_choices) */
  gsize n_choices;
  guint year;
  YlDate date; /* 填报日期; no day: left for the pen */
} YlSummaryBookRequest;

/**
 * yl_summary_book_write: writes into @sink: 全市汇总 and 全市里程, a row a unit, that add up the rows of 分县分乡镇;
 * 跨县重复核对; 报送情况; 问题清单; 读取说明. The same request gives the same cells.
 * @request: of a roll-up with no more than %YL_SUMMARY_BOOK_ROWS rows
 */
void yl_summary_book_write (const YlSummaryBookRequest *request, const YlCellSink *sink);

G_END_DECLS
