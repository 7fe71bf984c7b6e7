#pragma once

#include <glib.h>

/* Texts that let in: drawn by the system, compared in constant time. */

#define SECRET_DIGITS 64

typedef struct
{
  char digits[SECRET_DIGITS + 1];
} Secret;

gboolean secret_draw (Secret *secret, GError **error);
gboolean secret_is (const Secret *secret, const char *given);

/* Whoever has a token is given the cookie and the second secret. Tokens are worth nothing once used, or
 * after their time; the other two last as long as the server. */
#define TOKEN_LIFE_US (60 * G_USEC_PER_SEC)

typedef struct
{
  Secret cookie;
  Secret header;
  GArray *tokens; /* of Token */
} Entrance;

gboolean entrance_init (Entrance *entrance, GError **error);
void entrance_clear (Entrance *entrance);
/* @now_us: of a clock that only goes forward. */
gboolean entrance_add_token (Entrance *entrance, gint64 now_us, Secret *out_token, GError **error);
gboolean entrance_take_token (Entrance *entrance, gint64 now_us, const char *given);
