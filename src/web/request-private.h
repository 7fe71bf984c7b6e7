#pragma once

#include "yanglu/io/json/json-sink.h"

#include <microhttpd.h>

#define MAX_BODY_BYTES ((gsize) 8 * 1024 * 1024)

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
  Reply *reply; /* (nullable): made while the request waited */
} Request;

Request *request_new (struct MHD_Connection *connection, const char *method, const char *path);
void request_free (Request *request);
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
