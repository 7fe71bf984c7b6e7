#pragma once

#include "yanglu/base/arena.h"
#include "yanglu/io/input.h"
#include "yanglu/forms/budget/budget-book.h"

G_BEGIN_DECLS

/** YlInputs: the files a job read, whole, for the copy in the workbook. */
typedef struct _YlInputs YlInputs;

YlInputs *yl_inputs_new (void);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlInputs, yl_arena_free_record)

/** yl_inputs_keep: loads @input and keeps it as @role ("roads", "entry" …). Like its sisters it takes
 * %NULL for @inputs, where nothing is kept. */
gboolean yl_inputs_keep (YlInputs *inputs, const char *role, const YlInput *input, GError **error);

/** yl_inputs_keep_text: keeps @text, such as the policy's. */
void yl_inputs_keep_text (YlInputs *inputs, const char *role, const char *name, const char *text);

/** yl_inputs_get: (array length=out_n) (transfer none) */
const YlInputCopy *yl_inputs_get (const YlInputs *inputs, gsize *out_n);

G_END_DECLS
