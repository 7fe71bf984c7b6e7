#pragma once

#include "yanglu/io/policy/policies.h"

G_BEGIN_DECLS

/** YlRemarks: what is to be said about one policy file. */
typedef struct
{
  GPtrArray *all; /* of YlPolicyRemark */
  guint n_fatal;  /* errors that keep the file from being used */
  guint first_fatal_line;
  char *first_fatal; /* (nullable): the message of the fatal error found first */
} YlRemarks;

void yl_remarks_init (YlRemarks *remarks);
void yl_remarks_clear (YlRemarks *remarks);

/** yl_remarks_refuse: an error that keeps the file from being used. */
void yl_remarks_refuse (YlRemarks *remarks, guint line, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
/** yl_remarks_blame: an error in what the file says; it can still be used. */
void yl_remarks_blame (YlRemarks *remarks, guint line, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
void yl_remarks_warn (YlRemarks *remarks, guint line, const char *format, ...) G_GNUC_PRINTF (3, 4);

/** yl_remarks_set_error: %YL_ERROR_INVALID with the first fatal error, its file and line. */
void yl_remarks_set_error (const YlRemarks *remarks, const char *name, GError **error);

G_END_DECLS
