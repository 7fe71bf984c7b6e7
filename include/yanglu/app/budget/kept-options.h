#pragma once

#include "yanglu/app/options.h"

G_BEGIN_DECLS

/* What a workbook's copy must know beside the files to make the same budget again: the options that
 * were given, and the year that was taken, one KEY=VALUE a line. */

/** The role of that text among the inputs. */
#define YL_ROLE_OPTIONS "options"

/** yl_kept_options_write: (transfer full): of @options and the @year that was taken. */
char *yl_kept_options_write (const YlJobOptions *options, guint year);

/** yl_kept_options_read: (transfer full) (element-type utf8 utf8): such a text read back, key → value;
 * unknown keys do no harm, so that older programs read newer copies. */
GHashTable *yl_kept_options_read (const char *text, gsize length);

/** yl_kept_options_apply: sets what was kept in @options, which borrows from @kept. */
void yl_kept_options_apply (GHashTable *kept, YlJobOptions *options);

G_END_DECLS
