#pragma once

#include "yanglu/base/text.h"

G_BEGIN_DECLS

/** yl_keyed_hash: of text that strangers wrote: nobody outside this process knows which texts share a
 * hash (SipHash-1-3, Aumasson and Bernstein 2012, under a key drawn once). It differs from run to run:
 * no order may follow from it. */
guint32 yl_keyed_hash (YlText text);
/** yl_keyed_str_hash: the same of a terminated text, for GHashTable. */
guint yl_keyed_str_hash (gconstpointer text);

G_END_DECLS
