#pragma once

#include <glib.h>

/** The text ends inside a character that is right so far. */
#define YL_UTF8_CUT G_MAXUINT

/**
 * yl_utf8_measure: the bytes of the character that @at begins with: 1 to 4; 0 when no character
 * of UTF-8 (RFC 3629) begins so, and for NUL, which no text holds; %YL_UTF8_CUT.
 * @length: above zero
 */
guint yl_utf8_measure (const char *at, gsize length);

/** yl_utf8_check: the bytes from @at on that are whole characters as yl_utf8_measure() takes them. */
gsize yl_utf8_check (const char *at, gsize length);

gboolean yl_utf8_is_ascii (const char *at, gsize length);
