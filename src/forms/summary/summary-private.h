#pragma once

#include "yanglu/forms/summary/summary-book.h"
#include "yanglu/forms/table.h"

G_BEGIN_DECLS

/** The workbook while it is written. */
typedef struct
{
  const YlSummaryBookRequest *request;
  YlForm *form;
  YlTables *tables;
  gboolean has_special; /* roads of class Z: else no column is spent on them */
} YlSummaryBook;

/** By class, and all of them. */
#define YL_SUMMARY_ALL YL_N_CLASSES
#define YL_SUMMARY_N (YL_N_CLASSES + 1)

/** yl_summary_name: (transfer full): "2021年全市"; yl_summary_title: the same, "农村公路养护" and @what. */
char *yl_summary_name (const YlSummaryBook *book);
char *yl_summary_title (const YlSummaryBook *book, const char *what);
const YlRollUpUnit *yl_summary_get_unit (const YlSummaryBook *book, guint index);

/* Each sheet is opened in the order of the tabs, and filled when those that it adds up are known. */

/** 分县分乡镇: the table "townships". */
typedef struct
{
  const YlSummaryBook *book;
  YlTable *table;
} YlSummaryTownships;

void yl_summary_townships_open (YlSummaryTownships *self, const YlSummaryBook *book);
void yl_summary_townships_fill (const YlSummaryTownships *self);

/** 全市汇总 and 全市里程: a row a unit; their columns live as long as the tables. */
#define YL_SUMMARY_UNIT_COLUMNS 16
typedef struct
{
  const YlSummaryBook *book;
  YlTable *table;
  YlTableColumn columns[YL_SUMMARY_UNIT_COLUMNS];
} YlSummaryUnits;

void yl_summary_money_open (YlSummaryUnits *self, const YlSummaryBook *book);
void yl_summary_money_fill (const YlSummaryUnits *self);
void yl_summary_mileage_open (YlSummaryUnits *self, const YlSummaryBook *book);
void yl_summary_mileage_fill (const YlSummaryUnits *self);

/** 跨县重复核对, 读取说明: opened and filled at once. */
void yl_summary_twice_write (const YlSummaryBook *book);
void yl_summary_readings_write (const YlSummaryBook *book);

G_END_DECLS
