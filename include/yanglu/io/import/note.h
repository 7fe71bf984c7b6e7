#pragma once

#include "yanglu/domain/words.h"

G_BEGIN_DECLS

/**
 * yl_text_is_note: whether the first filled cell of a row that measures nothing is a note, a signature, a date
 * or a rule below a table: 填表人：张三, ※本表…, （盖章）, ————.
 *
 * @is_alone: nothing else stands in the row
 */
gboolean yl_text_is_note (const YlWords *words, YlText first, gboolean is_alone);

/** yl_text_is_nothing: whether the cell is how a blank is written: —, /, 无. */
gboolean yl_text_is_nothing (const YlWords *words, YlText cell);

G_END_DECLS
