#pragma once

#include "yanglu/domain/paying.h"

G_BEGIN_DECLS

/** yl_paying_text_print: what each payee was allotted and paid, what became of each sum received. */
void yl_paying_text_print (const YlPaying *paying);

G_END_DECLS
