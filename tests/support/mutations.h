#pragma once

#include <glib.h>

/* Bytes changed at random, the same on every machine for one seed. YL_FUZZ_SEED and YL_FUZZ_ROUNDS
 * choose what is tried. */
guint64 yl_mutations_get_setting (const char *name, guint64 otherwise);
guint32 yl_mutations_next (guint64 *seed);

/* Changes one to eight of @length bytes. */
void yl_mutate (guint8 *bytes, gsize length, guint64 *seed);

/* (transfer full): a copy of @content, changed, and one time in sixteen cut short. */
GBytes *yl_mutations_make (gconstpointer content, gsize length, guint64 *seed);
