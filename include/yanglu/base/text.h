#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/**
 * YlText: a borrowed piece of UTF-8, not terminated by NUL.  The road-list
 * reader hands its cells on in this form, so that a row costs no allocation.
 */
typedef struct
{
  const char *at; /* may be NULL when length is 0 */
  gsize length;   /* bytes */
} YlText;

#define YL_TEXT_EMPTY ((YlText){ NULL, 0 })

/** yl_text_of: borrows @string whole; %NULL is empty. */
YlText yl_text_of (const char *string);

/** yl_text_trim: @text without blanks at both ends (ASCII white space, U+00A0, U+3000, U+FEFF). */
YlText yl_text_trim (YlText text);

static inline gboolean
yl_text_equal (YlText a, YlText b)
{
  return a.length == b.length && (a.length == 0 || memcmp (a.at, b.at, a.length) == 0);
}

/** yl_text_is: whether @text is @string to the byte. Inline, so that a literal costs no call. */
static inline gboolean
yl_text_is (YlText text, const char *string)
{
  const gsize length = strlen (string);
  return text.length == length && (length == 0 || memcmp (text.at, string, length) == 0);
}

/** yl_text_is_blank: empty, blanks only, or the word NULL in any case (domain.md: they are the
 * same). */
gboolean yl_text_is_blank (YlText text);

/** yl_text_dup: Returns: (transfer full): a terminated copy. */
char *yl_text_dup (YlText text);

/**
 * yl_text_fold_width:
 *
 * Full-width ASCII (U+FF01…U+FF5E) becomes half-width and U+3000 a blank;
 * everything else stays.
 *
 * Returns: (transfer full): the folded text, terminated
 */
char *yl_text_fold_width (YlText text);

G_END_DECLS
