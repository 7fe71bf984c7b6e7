#pragma once

#include <json-glib/json-glib.h>

#include "yanglu/domain/approval.h"

G_BEGIN_DECLS

/** yl_approval_text_print: the budget beside the table as approved. */
void yl_approval_text_print (const YlApproval *approval);
/** yl_approval_json_add: the member "approval"; null when @approval is %NULL. */
void yl_approval_json_add (JsonBuilder *builder, const YlApproval *approval);

G_END_DECLS
