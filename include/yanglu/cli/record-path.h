#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Records end so; the default one is called after its county and year. */
#define YL_RECORD_ENDING ".yanglu"

/** yl_record_path_get_folder: (transfer full): where a record is that no option names. */
char *yl_record_path_get_folder (void);
/** yl_record_path_find: (transfer full): @data, what --data says (nullable); else the only record of that folder:
 * %YL_ERROR_USAGE where there is none or are more. */
char *yl_record_path_find (const char *data, GError **error);

G_END_DECLS
