#pragma once

#include "server-private.h"

#include "yanglu/app/record/preview.h"

G_BEGIN_DECLS

/* So many files are held at a time, each so long. */
#define MAX_UPLOADS 4u
#define UPLOAD_LIFE_US (600 * G_USEC_PER_SEC)

/* What somebody said of the heads of a file. */
typedef struct
{
  const YlRecordForm *form;
  char *head;
  char *column; /* (nullable): it is not read */
} HeadMend;

/* A file that was sent, and what the record would become by it: nothing of it is kept. */
typedef struct
{
  Server *server;
  char *id;
  char *name; /* as the browser called it; only ever shown */
  int file;   /* it has no name any more */
  const YlRecordForm
      *form; /* of a paste its sheet; of a file the one that the user was in (nullable) */
  gboolean is_paste;
  GArray *mends; /* of HeadMend */
  YlRecordMissing missing;
  YlRecordReading *reading; /* (nullable) */
  YlRecordPreview *preview; /* (nullable): shares texts with @reading */
  Request *request;         /* (nullable): that waits while it is read */
  char *step_id;            /* (nullable): by which it was taken over */
  gint64 until_us;          /* by the clock that only goes forward */
} Upload;

/* uploads.c */

void upload_free (Upload *upload);
/* (transfer none) (nullable): a new one that takes @file; %NULL: as many as can be are read just now. */
Upload *uploads_add (Server *server, const char *name, int file);
/* (nullable): not one that is read just now. */
Upload *uploads_find (Server *server, const char *id);
void uploads_forget (Server *server, Upload *upload);
/* (transfer full) (element-type HeadMend) */
GArray *mends_new (void);
#define MAX_MENDS 256u
/* Whether a file may be a table of @form (nullable: whatever it is). */
gboolean upload_is_readable (const YlRecordForm *form);
/* upload_read: reads it and looks at what would come of it, while @request waits; it is answered with that. Returns:
 * (transfer full) (nullable): an answer at once */
Reply *upload_read (Upload *upload, Request *request);

/* upload-json.c: (transfer full): what @upload would do. */
Reply *upload_to_reply (const Upload *upload);

G_END_DECLS
