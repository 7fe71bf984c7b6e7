#include "voucher-name-private.h"

#include "yanglu/base/text.h"

#include <string.h>

#define N_NAMED_MAX 8

static gboolean
is_of_number (char character)
{
  return g_ascii_isalnum (character) || character == '-';
}

/* Without hyphens around it and without zeros before it; "" unless a digit is in it. */
static char *
make_number (const char *begin, const char *end)
{
  while (begin < end && *begin == '-')
    begin++;
  while (end > begin && end[-1] == '-')
    end--;
  while (end - begin > 1 && *begin == '0' && g_ascii_isalnum (begin[1]))
    begin++;
  for (const char *at = begin; at < end; at++)
    if (g_ascii_isdigit (*at))
      return g_strndup (begin, (gsize) (end - begin));
  return g_strdup ("");
}

char *
yl_voucher_number_of (const char *voucher)
{
  g_autofree char *folded = yl_text_fold_width (yl_text_of (voucher));
  char *number = g_strdup ("");
  for (const char *at = folded; *at != '\0';)
    {
      const char *end = at;
      while (is_of_number (*end))
        end++;
      g_autofree char *one = make_number (at, end);
      if (one[0] != '\0')
        {
          g_free (number);
          number = g_steal_pointer (&one);
        }
      at = end > at ? end : g_utf8_next_char (at);
    }
  return number;
}

static gboolean
ends_with_any (const char *begin, const char *end, const char *const *words)
{
  for (gsize i = 0; words[i] != NULL; i++)
    {
      const gsize length = strlen (words[i]);
      if ((gsize) (end - begin) >= length && memcmp (end - length, words[i], length) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Whether the run from @at to @end of @words is said to be a voucher. */
static gboolean
is_named (const char *words, const char *at, const char *end)
{
  static const char *const brackets[] = { "〕", "]", ")", "】", NULL };
  static const char *const before[] = { "凭证",   "凭证号",   "凭证:",     "凭证号:", "凭证第",
                                        "凭证字", "凭证字号", "凭证字号:", NULL };
  if (ends_with_any (words, at, brackets))
    return FALSE;
  return g_str_has_prefix (end, "号") || ends_with_any (words, at, before);
}

char **
yl_voucher_numbers_in (const char *words)
{
  g_autofree char *folded = yl_text_fold_width (yl_text_of (words));
  GPtrArray *numbers = g_ptr_array_new ();
  for (const char *at = folded; *at != '\0';)
    {
      const char *end = at;
      while (is_of_number (*end))
        end++;
      if (end > at && numbers->len < N_NAMED_MAX && is_named (folded, at, end))
        {
          g_autofree char *number = make_number (at, end);
          if (number[0] != '\0')
            g_ptr_array_add (numbers, g_steal_pointer (&number));
        }
      at = end > at ? end : g_utf8_next_char (at);
    }
  g_ptr_array_add (numbers, NULL);
  return (char **) g_ptr_array_free (numbers, FALSE);
}
