#pragma once

#include <glib.h>

#include "yanglu/base/date.h"

G_BEGIN_DECLS

/** What the user asked for; a member that is %NULL or 0 was not given. Paths are as typed. */
typedef struct
{
  const char *roads;
  const char *entry;
  const char *funds;
  const char *bridges;
  const char *last_year;
  const char *policy;    /* id or path; always wins */
  const char *county;    /* six digits */
  const char *entity;    /* a name */
  const char *townships; /* nine-digit codes, separated by commas */
  guint year;
  YlDate date;
  guint clock_year; /* the year of the clock, used when nothing else tells */
} YlJobOptions;

/** Told while files are read: bytes done of all. */
typedef void (*YlProgress) (goffset done, goffset all);

G_END_DECLS
