#pragma once

#include "server-private.h"

#include <gio/gio.h>

/* Where another program of the same user asks for a token: a socket, 0600, called after the record. */
GSocketService *door_open (Server *server, GError **error);
void door_close (GSocketService *door, const char *record);
/* (transfer full) (nullable): what whoever serves @record answers, "PORT TOKEN"; %NULL: nobody does. */
char *door_ask (const char *record);

/* How the browser is told: with a page of its own, 0600, that carries the token to the server by a form and is
 * removed after a minute; never by a command line, which every user can read. */
gboolean browser_open (guint port, const char *token, GError **error);
/* The page goes at once. */
void browser_forget (void);
