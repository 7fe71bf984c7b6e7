#pragma once

#include <glib.h>

/** A run of the program in a folder of its own. */
typedef struct
{
  char *folder; /* empty at first; made by yl_run_new(), removed by yl_run_free() */
  int status;   /* exit status of the last run; -1 when it died of a signal */
  char *out;
  char *err;
} YlRun;

YlRun *yl_run_new (void);
void yl_run_free (YlRun *run);

/** yl_run_write: a file with @text in the folder. */
void yl_run_write (const YlRun *run, const char *name, const char *text);
/** yl_run_read: (transfer full) (nullable): the bytes of a file of the folder. */
GBytes *yl_run_read (const YlRun *run, const char *name);
gboolean yl_run_has (const YlRun *run, const char *name);
/** yl_run_count_files: how many files the folder holds. */
guint yl_run_count_files (const YlRun *run);

/**
 * yl_run: runs the program (of the environment variable YL_PROGRAM) in the folder, with the
 * arguments after @locale up to %NULL, in @locale ("C", "C.UTF-8").
 */
void yl_run (YlRun *run, const char *locale, const char *input, ...) G_GNUC_NULL_TERMINATED;
