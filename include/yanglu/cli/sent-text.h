#pragma once

#include "yanglu/domain/sent-list.h"

G_BEGIN_DECLS

/** yl_sent_print: a table of what each list brought, and who sent nothing. @sent: (nullable): nothing */
void yl_sent_print (const YlSentLists *sent);

G_END_DECLS
