#pragma once

#include "yanglu/io/input.h"

G_BEGIN_DECLS

/** Where the child has its input, and the socket to its parent. */
#define YL_CHILD_INPUT_FD 3
#define YL_CHILD_SOCKET_FD 4

/** The hidden first argument; then what is asked for, and the name of the input. */
#define YL_CHILD_ARGUMENT "--read-workbook"
#define YL_CHILD_ROWS "rows"
#define YL_CHILD_WHOLE "whole"

/** How a child is started, and how long it is waited for. */
typedef struct
{
  const char *argument;
  const char *what;
  gint64 patience_ms; /* of waiting, all together */
} YlChildOrder;

/** YlChildProcess: one that was started. */
typedef struct
{
  gint64 pid;
  int fd;
  gint64 patience_us; /* that is left */
} YlChildProcess;

/** How it went on. */
typedef enum
{
  YL_CHILD_SPOKE,
  YL_CHILD_ENDED, /* or closed its end */
  YL_CHILD_STALLED,
} YlChildState;

gboolean yl_child_process_start (YlChildProcess *child,
                                 const YlChildOrder *order,
                                 const YlInput *input,
                                 GError **error);
/** yl_child_process_receive: waits for @count bytes, no longer than there is patience. */
YlChildState yl_child_process_receive (YlChildProcess *child, void *buffer, gsize count);
/** yl_child_process_answer: a child that is gone does not hear it. */
void yl_child_process_answer (YlChildProcess *child, char answer);
/** yl_child_process_end: ends the child if it still runs. Returns: the signal that it died of; 0:
 * none. */
int yl_child_process_end (YlChildProcess *child);

G_END_DECLS
