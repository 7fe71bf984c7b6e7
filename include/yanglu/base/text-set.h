#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** YlTextSet: texts that repeat, each kept once.  GStringChunk's own way to do so is hashed as everybody
 * knows; this one is hashed under a key (base/keyed-hash). */
typedef struct _YlTextSet YlTextSet;

YlTextSet *yl_text_set_new (gsize block_bytes);
void yl_text_set_free (YlTextSet *set);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlTextSet, yl_text_set_free)

/** yl_text_set_keep: (transfer none): the one place of @text, which lives as long as the set. */
char *yl_text_set_keep (YlTextSet *set, const char *text);
/** yl_text_set_add: (transfer none): a place of its own. */
char *yl_text_set_add (YlTextSet *set, const char *text);

G_END_DECLS
