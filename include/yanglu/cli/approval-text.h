#pragma once

#include "yanglu/domain/approval.h"

G_BEGIN_DECLS

/** yl_approval_text_print: the budget beside the table as approved. */
void yl_approval_text_print (const YlApproval *approval);
G_END_DECLS
