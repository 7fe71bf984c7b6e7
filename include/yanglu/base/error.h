#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YL_ERROR: what we could not do.  Data that is wrong is a YlFinding instead.
 * Every message is a Chinese sentence for an official: what, where, what was
 * expected, what to do.
 */
#define YL_ERROR (yl_error_quark ())

typedef enum
{
  YL_ERROR_INVALID,   /* what was handed in has not the form that was asked for */
  YL_ERROR_NOT_FOUND, /* a file, a policy or a place that was named is not there */
  YL_ERROR_EXISTS,    /* a file stands where we would write, and nobody said --force */
  YL_ERROR_IO,        /* the system could not read or write */
  YL_ERROR_LIMIT,     /* a limit of the input was reached (finding E08) */
  YL_ERROR_OVERFLOW,  /* a sum does not fit 64 bits */
  YL_ERROR_USAGE,     /* the command line is off */
} YlError;

GQuark yl_error_quark (void);

G_END_DECLS
