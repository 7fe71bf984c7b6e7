#include "formula-shape-private.h"

#include "yanglu/audit/formula/token.h"

#include <stdlib.h>
#include <string.h>

/* Around a distance in rows: characters that no formula holds. */
#define FROM '\x01'
#define TO '\x02'

static gboolean
is_letter (char c)
{
  return g_ascii_isalpha (c);
}

/* Behind the sheet of a reference. */
static gsize
skip_sheet (YlText reference)
{
  for (gsize i = reference.length; i > 0; i--)
    if (reference.at[i - 1] == '!')
      return i;
  return 0;
}

/* A cell's row behind its column letters moves with the cell unless $ stands before it. */
static void
append_reference (GString *shape, YlText reference, guint32 row)
{
  gsize i = skip_sheet (reference);
  g_string_append_len (shape, reference.at, (gssize) i);
  while (i < reference.length)
    {
      const gboolean is_relative =
          g_ascii_isdigit (reference.at[i]) && i > 0 && is_letter (reference.at[i - 1]);
      gsize n = 1;
      while (g_ascii_isdigit (reference.at[i]) && i + n < reference.length
             && g_ascii_isdigit (reference.at[i + n]))
        n++;
      if (is_relative && n <= 9)
        g_string_append_printf (shape, "%c%" G_GINT64_FORMAT "%c", FROM,
                                g_ascii_strtoll (reference.at + i, NULL, 10) - (gint64) row, TO);
      else
        g_string_append_len (shape, reference.at + i, (gssize) n);
      i += n;
    }
}

char *
formula_shape_new (const char *formula, guint32 row)
{
  GString *shape = g_string_new ("");
  const char *from = formula;
  const char *at = formula;
  YlFormulaToken token;
  while (yl_formula_token_next (&at, &token))
    {
      if (token.kind != YL_TOKEN_REFERENCE)
        continue;
      g_string_append_len (shape, from, (gssize) (token.text.at - from));
      append_reference (shape, token.text, row);
      from = token.text.at + token.text.length;
    }
  g_string_append (shape, from);
  return g_string_free (shape, FALSE);
}

char *
formula_shape_write (const char *shape, guint32 row)
{
  GString *formula = g_string_new ("");
  for (const char *at = shape; *at != '\0'; at++)
    {
      if (*at != FROM)
        {
          g_string_append_c (formula, *at);
          continue;
        }
      char *end = NULL;
      const gint64 distance = g_ascii_strtoll (at + 1, &end, 10);
      g_string_append_printf (formula, "%" G_GINT64_FORMAT, distance + (gint64) row);
      at = end != NULL && *end == TO ? end : at;
    }
  return g_string_free (formula, FALSE);
}
