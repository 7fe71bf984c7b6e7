#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** What is to be said about a line of a key file. */
typedef struct
{
  gboolean is_error; /* else a warning */
  guint line;        /* 0: the file as a whole */
  char *message;     /* Chinese */
} YlRemark;

void yl_remark_free (YlRemark *remark);

/** What a kind of key file is called in what is said of it. */
typedef struct
{
  const char *name;  /* "政策文件" */
  const char *group; /* how its first group is called: "policy" */
  const char *check; /* the command that tells all: "policy check" */
} YlKeyFileKind;

/** YlRemarks: what is to be said about one key file. */
typedef struct
{
  GPtrArray *all; /* of YlRemark */
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

/** yl_remarks_steal: (transfer full) (element-type YlRemark): all of them, by line. */
GPtrArray *yl_remarks_steal (YlRemarks *remarks);

/** yl_remarks_set_error: %YL_ERROR_INVALID with the first fatal error, its file and line. */
void yl_remarks_set_error (const YlRemarks *remarks,
                           const YlKeyFileKind *kind,
                           const char *name,
                           GError **error);

G_END_DECLS
