#pragma once

#include "yanglu/base/money.h"

G_BEGIN_DECLS

/** Longer texts state no amount. */
#define YL_STATED_MAX_BYTES 512u

/** An amount in 大写. */
typedef struct
{
  YlMoney amount;
  YlText words;     /* as they stand in the text */
  gboolean is_next; /* nothing stands behind 大写: the amount is in the next cell */
} YlStatedCapital;

/**
 * yl_stated_capital_find: the amount in 大写 behind the words 大写 or 人民币, whatever stands around it:
 * "合计（大写：叁拾捌万元整）".
 *
 * Returns: %FALSE where @text states none
 */
gboolean yl_stated_capital_find (const char *text, YlStatedCapital *out_capital);

/** yl_stated_capital_parse: the same of a cell that holds nothing else. */
gboolean yl_stated_capital_parse (const char *text, YlStatedCapital *out_capital);

/** What a line says that all of a table comes to. */
typedef struct
{
  YlMoney amount;
  gint64 step_fen; /* one of its last digit: 10,000 yuan of 38万元 */
} YlStatedSum;

/** yl_stated_sum_find: "共计38万元", "注：以上合计 380,000.00 元". What is said of a part (其中县道合计…) or
 * about (约) is none of the table's.
 * Returns: %FALSE where @text says nothing of the kind */
gboolean yl_stated_sum_find (const char *text, YlStatedSum *out_sum);

/** yl_stated_addition_find: what @text says is paid beside a table: "本表另追加50万元", "另增加伍拾万元".
 * Returns: %FALSE where it says nothing of the kind */
gboolean yl_stated_addition_find (const char *text, YlMoney *out_amount);

G_END_DECLS
