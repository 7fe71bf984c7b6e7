#pragma once

#include "request-private.h"
#include "secret-private.h"

#include "yanglu/app/record/desk.h"

/* The backup of the day. */
typedef struct
{
  guint timer;
  YlDate done; /* the day that needs none any more, or whose is being made */
  gboolean is_running;
  gint64 again_us; /* not before this, of a clock that only goes forward */
  char *trouble;   /* (nullable): why there is none */
} Daily;

/* A record that is served. */
typedef struct
{
  YlDesk *desk;
  Entrance entrance;
  guint port;
  char *cookie_name; /* cookies know no port: each server's has another name */
  struct MHD_Daemon *daemons[2];
  GSource *sources[2];
  guint n_exports;    /* that are being made */
  guint n_readings;   /* of files that were sent */
  guint n_spools;     /* of files that are being sent */
  GPtrArray *uploads; /* of Upload, the oldest first */
  Daily daily;
  GMainLoop *loop;
  gboolean is_ending; /* nobody is let in any more */
} Server;

/* Which rules of the guard a route is under, beside those that all are under. */
typedef enum
{
  ROUTE_IS_ENTRANCE = 1 << 0, /* the page that the browser was given sends a form from elsewhere */
  ROUTE_HAS_COOKIE = 1 << 1,
  ROUTE_HAS_SECRET = 1 << 2,
  ROUTE_WRITES = 1 << 3,
  ROUTE_HAS_JSON = 1 << 4, /* its body */
  ROUTE_HAS_FILE = 1 << 5, /* its body, which goes to a file of its own */
} RouteRules;

struct Route
{
  const char *method;
  const char *path;
  gboolean has_rest; /* more of the path follows */
  guint rules;       /* RouteRules */
  /* (transfer full): %NULL: it waits for request_go_on (). */
  Reply *(*answer) (Server *server, Request *request);
};

/* routes.c: sets the route of @request; of an address that there is not, one that says so. */
void routes_find (Request *request);

/* guard.c. Returns: (transfer full) (nullable): why it is not let in */
Reply *guard_refuse (const Server *server, const Request *request);
gboolean guard_has_cookie (const Server *server, const Request *request);

/* daemon.c */
gboolean daemon_start (Server *server, guint port, GError **error);
void daemon_stop (Server *server);

/* page.c */
Reply *page_show (Server *server, Request *request);
Reply *page_enter (Server *server, Request *request);
Reply *page_asset (Server *server, Request *request);

/* daily.c */
void daily_begin (Server *server);
/* One that is being made ends first. */
void daily_end (Server *server);

/* state.c: members of an answer: what the record comes to, and what is wrong with it; not again what the page
 * has: ?figures=N of @request is the revision for which its own stand. */
void state_write (YlJsonSink *json, Server *server, const Request *request);
/* One finding, with the row of the record that it is of. */
void state_write_finding (YlJsonSink *json, const YlDeskFigures *figures, gsize index);
/* What it says, in the object that is open; not where. */
void state_write_finding_text (YlJsonSink *json, const YlFinding *finding);
void state_write_counts (YlJsonSink *json, const YlFindings *findings);
/* The figures in sight, before and after; each budget (nullable). */
void state_write_compared (YlJsonSink *json, const YlBudget *before, const YlBudget *after);

/* How many findings are told at once. */
#define N_FINDINGS_TOLD 500u

/* What one step may do. */
#define MAX_STEP_ROWS 5000u
#define MAX_STEP_CELLS 100000u

/* api-steps.c */

/* (transfer full): what a step came to: done, or conflicts. */
Reply *steps_reply (Server *server, const Request *request, const YlStepAnswer *answer);
/* Whether @step_id (nullable) is one that a page may give a step. */
gboolean steps_is_id (const char *step_id);
#define STEPS_NO_ID "一步要有自己的编号（step_id），8 至 64 个字符。"

/* api-….c */
Reply *api_record (Server *server, Request *request);
Reply *api_sheet (Server *server, Request *request);
Reply *api_steps (Server *server, Request *request);
Reply *api_upload (Server *server, Request *request);
Reply *api_upload_again (Server *server, Request *request);
Reply *api_upload_forget (Server *server, Request *request);
Reply *api_changes (Server *server, Request *request);
Reply *api_findings (Server *server, Request *request);
Reply *api_working (Server *server, Request *request);
Reply *api_export (Server *server, Request *request);
