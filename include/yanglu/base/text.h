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

/** yl_bytes_equal: memcmp() without a call for the short words that cells hold. */
static inline gboolean
yl_bytes_equal (const char *a, const char *b, gsize length)
{
  if (length > 16)
    return memcmp (a, b, length) == 0;
  if (length >= 8)
    {
      guint64 words[4];
      memcpy (&words[0], a, 8);
      memcpy (&words[1], b, 8);
      memcpy (&words[2], a + length - 8, 8);
      memcpy (&words[3], b + length - 8, 8);
      return words[0] == words[1] && words[2] == words[3];
    }
  if (length >= 4)
    {
      guint32 words[4];
      memcpy (&words[0], a, 4);
      memcpy (&words[1], b, 4);
      memcpy (&words[2], a + length - 4, 4);
      memcpy (&words[3], b + length - 4, 4);
      return words[0] == words[1] && words[2] == words[3];
    }
  if (length >= 2)
    {
      guint16 words[4];
      memcpy (&words[0], a, 2);
      memcpy (&words[1], b, 2);
      memcpy (&words[2], a + length - 2, 2);
      memcpy (&words[3], b + length - 2, 2);
      return words[0] == words[1] && words[2] == words[3];
    }
  return length == 0 || *a == *b;
}

static inline gboolean
yl_text_equal (YlText a, YlText b)
{
  return a.length == b.length && yl_bytes_equal (a.at, b.at, a.length);
}

/** yl_text_is: whether @text is @string to the byte. Inline, so that a literal costs no call. */
static inline gboolean
yl_text_is (YlText text, const char *string)
{
  const gsize length = strlen (string);
  return text.length == length && yl_bytes_equal (text.at, string, length);
}

/** yl_text_is_blank: empty, blanks only, or the word NULL in any case: they are the
 * same. */
gboolean yl_text_is_blank (YlText text);

/**
 * yl_text_find_sign: whether the character at @at, of UTF-8, commands whoever shows it: a control other
 * than a newline or a tab, what turns the direction of writing (U+061C, U+200E, U+200F, U+202A to U+202E,
 * U+2066 to U+2069), or what no XML may hold (U+FFFE, U+FFFF). Returns: its bytes, and the sign to show in
 * its place; else 0.
 */
guint yl_text_find_sign (const char *at, gunichar *out_sign);

/** yl_text_holds_any: whether one of @words, which end with %NULL, stands in @text. */
gboolean yl_text_holds_any (const char *text, const char *const *words);

/** yl_text_dup: Returns: (transfer full): a terminated copy. */
char *yl_text_dup (YlText text);

/** yl_text_join_lines: Returns: (transfer full): @text on one line, as a head of two is read. */
char *yl_text_join_lines (const char *text);

/**
 * yl_text_fold_width:
 *
 * Full-width ASCII (U+FF01…U+FF5E) becomes half-width and U+3000 a blank;
 * everything else stays.
 *
 * Returns: (transfer full): the folded text, terminated
 */
char *yl_text_fold_width (YlText text);

/** yl_text_next: the character after the one at @at, which is not the end; never beyond the terminator, whatever
 * the bytes are: cells may hold what is no UTF-8. */
const char *yl_text_next (const char *at);

/** yl_text_has_digit: 0 to 9 anywhere. */
gboolean yl_text_has_digit (YlText text);

/** yl_text_squeeze: (transfer full): in half width, without any blanks: 合　计 is 合计. */
char *yl_text_squeeze (YlText text);

G_END_DECLS
