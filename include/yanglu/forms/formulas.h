#pragma once

#include "yanglu/base/money.h"

G_BEGIN_DECLS

/*
 * Formulas that Excel 2010, WPS, LibreOffice and Gnumeric all work out to the
 * same fen: every product is made of whole numbers below 2^53 (fen, metres,
 * parts per million), so that no engine meets half a fen that is not exact.
 * Arguments are references as a formula spells them ("D5", "'里程明细'!$H$2")
 * or plain numbers; results begin with "=" and are (transfer full).
 * Amounts are in yuan with at most two decimals and zero or more, lengths in
 * km with at most three, shares are fractions (2.5% is 0.025) with at most six.
 * A quotient by a part of the year (a product ÷ 12000 or 365000) that is no half is told from one as long
 * as it is below 10^9 fen.
 */

/** yl_formula_road_amount: yuan of @km at @rate yuan per km for @part of a year, rounded once, half up. */
char *yl_formula_road_amount (const char *km, const char *rate, YlYearPart part);

/** yl_formula_metre_amount: yuan of @metres (whole) at @rate yuan per metre. */
char *yl_formula_metre_amount (const char *metres, const char *rate);
/** yl_formula_centimetre_amount: yuan of @metres with two decimals for @part of a year, rounded once, half up. */
char *yl_formula_centimetre_amount (const char *metres, const char *rate, YlYearPart part);
/** yl_formula_bridge_amount: @rate yuan a year for @part of it, rounded once, half up. */
char *yl_formula_bridge_amount (const char *rate, YlYearPart part);

/** yl_formula_share_of: @amount × @share, rounded half up to the fen (land revenue due). */
char *yl_formula_share_of (const char *amount, const char *share);

/** yl_formula_in_wan: @amount in 万元 with two decimals, rounded half up. */
char *yl_formula_in_wan (const char *amount);
/** yl_formula_in_wan_value: what it comes to for @fen, in hundredths of 万元. */
gint64 yl_formula_in_wan_value (gint64 fen);

/** yl_formula_is_at_least: the text @yes when @part ÷ @whole >= @target, exactly, else @no; lengths
 * in km. @whole is above zero. */
char *yl_formula_is_at_least (
    const char *part, const char *whole, const char *target, const char *yes, const char *no);

/**
 * Largest remainder, the rule of yl_shares_split(), over rows one under the
 * other: two helper cells a row (whole fen, and the remainder) and the amount.
 * Shares add up to 1; equal remainders are served from the top.
 */
char *yl_formula_split_whole (const char *total, const char *share);
char *yl_formula_split_rest (const char *total, const char *share);
/**
 * yl_formula_split_amount:
 * @whole, @rest: the helper cells of this row
 * @wholes, @rests: the ranges of the helpers of all rows, absolute: "$I$2:$I$4"
 * @rests_so_far: from the first row to this one: "$J$2:J3"
 */
char *yl_formula_split_amount (const char *total,
                               const char *whole,
                               const char *wholes,
                               const char *rest,
                               const char *rests,
                               const char *rests_so_far);

/** Cells of 大写: the last is the text itself, the others help and may stand anywhere. */
#define YL_N_CAPITAL_STEPS 8

/**
 * yl_formula_capital: the formula of step @step of the 大写 of @amount, as yl_money_to_capital()
 * writes it (negative amounts too). @cells: the references of the steps; the last is not used.
 */
char *
yl_formula_capital (guint step, const char *amount, const char *const cells[YL_N_CAPITAL_STEPS]);

/** yl_formula_capital_value: what step @step comes to: its cached value. Step 0 is a number (fen),
 * the others are texts. */
char *yl_formula_capital_value (guint step, gint64 fen);

G_END_DECLS
