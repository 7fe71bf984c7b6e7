#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Who does a step, and when: the clock and the names of users are the caller's to read. */
typedef struct
{
  const char *who;
  gint64 at_ms; /* UTC */
} YlRecordActor;

G_END_DECLS
