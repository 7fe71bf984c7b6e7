#pragma once

#include "yanglu/base/text.h"

G_BEGIN_DECLS

/** Names a text of a pool; 0 is the empty text of every pool. */
typedef guint32 YlTextId;

/** YlTextPool: every distinct text once; an id is four bytes in a road. */
typedef struct _YlTextPool YlTextPool;

YlTextPool *yl_text_pool_new (void);
void yl_text_pool_free (YlTextPool *pool);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlTextPool, yl_text_pool_free)

/** yl_text_pool_add: the id of @text, the same one each time. */
YlTextId yl_text_pool_add (YlTextPool *pool, YlText text);

/** yl_text_pool_get: (transfer none): the terminated text; valid while the pool lives. */
const char *yl_text_pool_get (const YlTextPool *pool, YlTextId id);

G_END_DECLS
