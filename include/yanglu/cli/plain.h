#pragma once

#include <glib.h>
#include <stdio.h>

G_BEGIN_DECLS

/**
 * yl_plain_write: writes @text, UTF-8 in every locale. A control character other than a newline or
 * a tab becomes a picture of it (U+2400 …): a cell of a file from elsewhere must not command the terminal.
 */
void yl_plain_write (const char *text, FILE *file);

G_END_DECLS
