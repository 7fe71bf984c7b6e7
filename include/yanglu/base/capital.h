#pragma once

#include "yanglu/base/money.h"

G_BEGIN_DECLS

/**
 * yl_money_parse_capital: an amount in 大写, the inverse of yl_money_to_capital(); also with 人民币
 * and a colon before it, 圆 for 元, 正 for 整, everyday numerals (三千四百元), blanks between and
 * without the 零 that the rules ask for.
 *
 * Returns: %YL_DECIMAL_MALFORMED for anything else, as units that do not descend
 */
YlDecimalStatus yl_money_parse_capital (YlText text, YlMoney *out_money);

G_END_DECLS
