#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** An input file as it was read, kept whole in the workbook that is made of it. */
typedef struct
{
  const char *role; /* "roads" "entry" "funds" "bridges" "last-year" "policy" "policy-base" */
  const char *name; /* base name */
  GBytes *bytes;
  const char *sha256; /* 64 hex digits */
} YlInputCopy;

G_END_DECLS
