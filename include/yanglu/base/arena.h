#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** YlArena: what a record owns, texts and arrays, so that all of it ends at once. */
typedef struct _YlArena YlArena;

YlArena *yl_arena_new (void);
/** yl_arena_free: what was taken last ends first. */
void yl_arena_free (YlArena *arena);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlArena, yl_arena_free)

/** yl_arena_new_record: (transfer full): @size zeroed bytes; the first member of a record is its arena. */
gpointer yl_arena_new_record (gsize size);
/** yl_arena_free_record: @record: (nullable): and all that its arena holds; what owns nothing else needs
 * no function of its own to end it. */
void yl_arena_free_record (gpointer record);

/* Each lives as long as the arena. */
/** yl_arena_keep: @text: (nullable): "" for %NULL. */
char *yl_arena_keep (YlArena *arena, const char *text);
/** yl_arena_keep_once: the same place for the same text: where texts repeat. */
char *yl_arena_keep_once (YlArena *arena, const char *text);
/** yl_arena_take: @text: (transfer full) */
char *yl_arena_take (YlArena *arena, char *text);
char *yl_arena_print (YlArena *arena, const char *format, ...) G_GNUC_PRINTF (2, 3);
/** yl_arena_array: (transfer none): empty; elements that are added without a value are zero. */
GArray *yl_arena_array (YlArena *arena, gsize element_size);
/** yl_arena_own: (transfer none): @data, which @free ends. */
gpointer yl_arena_own (YlArena *arena, gpointer data, GDestroyNotify free);

G_END_DECLS
