#pragma once

#include "yanglu/base/arena.h"
#include "yanglu/forms/budget/budget-book.h"

G_BEGIN_DECLS

/** YlChoices: what the program chose where the user said nothing, in the order it chose. */
typedef struct _YlChoices YlChoices;

YlChoices *yl_choices_new (void);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlChoices, yl_arena_free_record)

/** yl_choices_add: copies its texts. */
void yl_choices_add (YlChoices *choices, const char *what, const char *chosen, const char *why);
/** yl_choices_get: (array length=out_n) (transfer none) */
const YlChoice *yl_choices_get (const YlChoices *choices, gsize *out_n);

G_END_DECLS
