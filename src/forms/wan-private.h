#pragma once

#include "yanglu/forms/cell-sink.h"

G_BEGIN_DECLS

/**
 * YlWanSink: a sink before another one that writes the sheets whose forms say so a second time, in
 * 万元 with two decimals, each behind its own (预算总表, 预算总表（万元）). Every amount of a twin is a
 * formula on its cell in yuan, rounded by whole fen, so that each engine shows the same; other numbers
 * and texts that follow by a formula are those of that cell; rates (元/公里) stay. None is added up of
 * rounded ones: below a total that is the sum of rows a line 尾差 says by how much they differ. What
 * cells show as figures, names and charts are those of the sheets in yuan alone.
 */
typedef struct _YlWanSink YlWanSink;

/** yl_wan_sink_new: @below is copied. */
YlWanSink *yl_wan_sink_new (const YlCellSink *below);
void yl_wan_sink_free (YlWanSink *wan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlWanSink, yl_wan_sink_free)
YlCellSink yl_wan_sink_get (YlWanSink *wan);

G_END_DECLS
