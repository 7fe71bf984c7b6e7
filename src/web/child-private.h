#pragma once

#include <glib.h>

/* This program again, as a child, with other words: what takes longer than a key is pressed is done there, and so
 * is what would open the record a second time (the locks that SQLite holds on a file go with the first
 * descriptor of it that is closed). */

/* @trouble: (nullable): the child's last words, without the program's name; %NULL: it did what it was asked to */
typedef void (*ChildDone) (gpointer self, const char *trouble);

/* @words: (array zero-terminated=1): the command and what follows it. After @seconds the child is killed. */
gboolean child_start (
    const char *const *words, guint seconds, ChildDone done, gpointer self, GError **error);
