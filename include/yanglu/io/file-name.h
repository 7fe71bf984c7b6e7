#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A file is opened by the bytes of its name, and shown by text. Names out of foreign archives are
 * often GB18030. */

/** yl_file_name_show: (transfer full): @path as valid UTF-8: as it is, else read as GB18030, else with
 * signs in the place of what cannot be read. */
char *yl_file_name_show (const char *path);
/** yl_file_name_show_base: (transfer full): the same of its last part. */
char *yl_file_name_show_base (const char *path);

G_END_DECLS
