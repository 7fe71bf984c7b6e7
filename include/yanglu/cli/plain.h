#pragma once

#include <glib.h>
#include <stdio.h>

G_BEGIN_DECLS

/**
 * yl_plain_write: writes @text, UTF-8 in every locale; what is none becomes U+FFFD. A character that
 * commands whoever shows it (yl_text_find_sign()) becomes its sign: a cell of a file from elsewhere must
 * not command the terminal.
 */
void yl_plain_write (const char *text, FILE *file);

G_END_DECLS
