#pragma once

#include "yanglu/io/json/json-sink.h"

#include <microhttpd.h>

#define MAX_BODY_BYTES ((gsize) 8 * 1024 * 1024)
#define MAX_FILE_BYTES ((gsize) 64 * 1024 * 1024)
/* Files that are being sent at a time. */
#define MAX_SPOOLS 4u

/* What a file, and what rows that are pasted, are sent as. */
#define TYPE_FILE "application/octet-stream"
#define TYPE_PASTE "text/tab-separated-values"

/* What the server says of a request; statuses are those of HTTP. */
typedef struct
{
  guint status;
  const char *type;
  GString *body;   /* (nullable) */
  int file;        /* a descriptor in the place of @body; -1: none */
  char *file_name; /* (nullable): by which the browser keeps it */
  char *cookie;    /* (nullable): to be set */
  char *nonce;     /* (nullable): of the one style sheet that a script makes */
} Reply;

Reply *reply_new (guint status, const char *type);
void reply_free (Reply *reply);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reply, reply_free)
/* (transfer full): what writes its body, which is one object. */
YlJsonSink *reply_begin_json (Reply *reply);
/* {"error": @message} */
Reply *reply_new_refusal (guint status, const char *message);
Reply *reply_new_error (const GError *error);
/* With every header that an answer has; @reply is freed. */
enum MHD_Result reply_send (Reply *reply, struct MHD_Connection *connection);

/* What of the head the guard looks at; each is %NULL where it was not sent. */
typedef enum
{
  HEAD_HOST,
  HEAD_ORIGIN,
  HEAD_SITE,   /* Sec-Fetch-Site */
  HEAD_SECRET, /* X-Yanglu-Secret */
  HEAD_MARK,   /* X-Yanglu: that a script of ours sends this */
  HEAD_TYPE,
  HEAD_LENGTH,
  N_HEADS
} Head;

typedef struct Route Route;

typedef struct
{
  struct MHD_Connection *connection;
  const char *method;
  char *path;
  const Route *route;
  const char *rest; /* of the path, behind the route's */
  const char *heads[N_HEADS];
  gboolean is_sent_twice; /* one of them */
  GString *body;
  int spool; /* a file without a name in the place of @body; -1: none, or it could not be written */
  guint *n_spools;    /* (nullable): where this one is counted */
  gsize n_file_bytes; /* that were sent */
  Reply *reply;       /* (nullable): made while the request waited */
} Request;

Request *request_new (struct MHD_Connection *connection, const char *method, const char *path);
void request_free (Request *request);
/* The body goes to a file of its own; one that cannot be written is passed over, and then answered. */
void request_begin_spool (Request *request, guint *n_spools);
/* (transfer full): -1: it could not be written */
int request_steal_spool (Request *request);
gboolean request_is_of_type (const Request *request, const char *type);
/* What is answered later keeps nobody else waiting. */
void request_wait (Request *request);
/* @reply: (transfer full) */
void request_go_on (Request *request, Reply *reply);
/* %FALSE when it would be too long. */
gboolean request_add (Request *request, const char *bytes, gsize n_bytes);
/* (nullable): borrowed: ?NAME=… of the address. */
const char *request_get_argument (const Request *request, const char *name);
/* A whole number of zero or more; %FALSE when it is none or there is none. */
gboolean request_get_number (const Request *request, const char *name, gint64 *out_number);
/* (transfer full) (nullable): of a form that was posted. */
char *request_get_field (const Request *request, const char *name);
