#pragma once

#include "yanglu/base/arena.h"

G_BEGIN_DECLS

/** Something the program chose, or took for something: said on 读取说明, in text and in JSON. */
typedef struct
{
  const char *what; /* "县" "年度" "政策" "未读的列" … in Chinese */
  const char *chosen;
  const char *why;
} YlChoice;

/** YlChoices: what the program chose where the user said nothing, and what it took for what, in the
 * order it chose. */
typedef struct _YlChoices YlChoices;

YlChoices *yl_choices_new (void);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlChoices, yl_arena_free_record)

/** yl_choices_add: copies its texts. */
void yl_choices_add (YlChoices *choices, const char *what, const char *chosen, const char *why);
/** yl_choices_get: (array length=out_n) (transfer none) */
const YlChoice *yl_choices_get (const YlChoices *choices, gsize *out_n);

G_END_DECLS
