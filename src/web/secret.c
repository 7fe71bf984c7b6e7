#include "secret-private.h"

#include "yanglu/base/error.h"

#include <string.h>
#include <sys/random.h>

/* More than a user asks for in a minute. */
#define MAX_TOKENS 16u

typedef struct
{
  Secret secret;
  gint64 until_us;
} Token;

gboolean
secret_draw (Secret *secret, GError **error)
{
  guchar bytes[SECRET_DIGITS / 2];
  if (getrandom (bytes, sizeof bytes, 0) != (gssize) sizeof bytes)
    {
      g_set_error_literal (error, YL_ERROR, YL_ERROR_IO, "系统没有给出随机数，不能启动服务。");
      return FALSE;
    }
  for (gsize i = 0; i < sizeof bytes; i++)
    g_snprintf (secret->digits + 2 * i, 3, "%02x", bytes[i]);
  return TRUE;
}

gboolean
secret_is (const Secret *secret, const char *given)
{
  if (given == NULL || strlen (given) != SECRET_DIGITS)
    return FALSE;
  volatile guchar differs = 0;
  for (gsize i = 0; i < SECRET_DIGITS; i++)
    differs = (guchar) (differs | (guchar) (secret->digits[i] ^ given[i]));
  return differs == 0;
}

gboolean
entrance_init (Entrance *entrance, GError **error)
{
  entrance->tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  return secret_draw (&entrance->cookie, error) && secret_draw (&entrance->header, error);
}

void
entrance_clear (Entrance *entrance)
{
  g_clear_pointer (&entrance->tokens, g_array_unref);
}

static void
drop_old (Entrance *entrance, gint64 now_us)
{
  for (guint i = entrance->tokens->len; i > 0; i--)
    if (g_array_index (entrance->tokens, Token, i - 1).until_us <= now_us)
      g_array_remove_index (entrance->tokens, i - 1);
}

gboolean
entrance_add_token (Entrance *entrance, gint64 now_us, Secret *out_token, GError **error)
{
  Token token = { .until_us = now_us + TOKEN_LIFE_US };
  drop_old (entrance, now_us);
  if (!secret_draw (&token.secret, error))
    return FALSE;
  if (entrance->tokens->len == MAX_TOKENS)
    g_array_remove_index (entrance->tokens, 0);
  g_array_append_val (entrance->tokens, token);
  *out_token = token.secret;
  return TRUE;
}

gboolean
entrance_take_token (Entrance *entrance, gint64 now_us, const char *given)
{
  drop_old (entrance, now_us);
  for (guint i = 0; i < entrance->tokens->len; i++)
    if (secret_is (&g_array_index (entrance->tokens, Token, i).secret, given))
      {
        g_array_remove_index (entrance->tokens, i);
        return TRUE;
      }
  return FALSE;
}
