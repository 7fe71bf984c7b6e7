#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** yl_progress_show: a line on standard error, when that is a terminal and the work takes over a second. */
void yl_progress_show (goffset done, goffset all);

/** yl_progress_end: wipes the line. */
void yl_progress_end (void);

G_END_DECLS
