#pragma once

#include "yanglu/app/options.h"

G_BEGIN_DECLS

/* What a workbook's copy must know beside the files to make the same budget again: the options that
 * were given, and the year that was taken, one KEY=VALUE a line. */

/** The role of that text among the inputs. */
#define YL_ROLE_OPTIONS "options"

/** yl_kept_options_write: (transfer full): of @options and the @year that was taken. */
char *yl_kept_options_write (const YlJobOptions *options, guint year);

/** YlKeptOptions: such a text read back. */
typedef struct _YlKeptOptions YlKeptOptions;

/** yl_kept_options_read: lines of unknown keys are passed over, so that older programs read newer
 * copies. */
YlKeptOptions *yl_kept_options_read (const char *text, gsize length);
void yl_kept_options_free (YlKeptOptions *kept);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlKeptOptions, yl_kept_options_free)

/** yl_kept_options_apply: sets what was kept in @options, which borrows from @kept. */
void yl_kept_options_apply (const YlKeptOptions *kept, YlJobOptions *options);

G_END_DECLS
