#pragma once

#include <glib.h>

/** yl_printed_begin: from now on g_print() writes into memory. */
void yl_printed_begin (void);
/** yl_printed_end: (transfer full): what was printed since; g_print() is as it was. */
char *yl_printed_end (void);
