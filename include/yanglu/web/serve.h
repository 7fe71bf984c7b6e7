#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What a server of a record is started with. */
typedef struct
{
  const char *path;          /* of the record */
  guint port;                /* 0: one that is free */
  gboolean opens_no_browser; /* the address is printed instead, with the token that lets in once */
} YlServeOptions;

/**
 * yl_serve_run: serves the page of a record to this machine's own browsers until SIGINT or SIGTERM. Where
 * another program serves it already, that one is asked for a token, the page is opened, and this ends.
 */
gboolean yl_serve_run (const YlServeOptions *options, GError **error);

G_END_DECLS
