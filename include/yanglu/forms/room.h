#pragma once

#include "yanglu/forms/cell-sink.h"

G_BEGIN_DECLS

/**
 * YlRoomSink: a sink before another one, the last before the file, that sees to it that no number
 * stands as ####: a column gets wider as soon as a number comes that it has no room for, and its page
 * A3 where A4 would then be printed smaller than 9 points. Nothing gets narrower, so that what is laid
 * out by the widths of the form keeps its room. Once a sheet is whole, its pages end before tables that
 * they would else part.
 */
typedef struct _YlRoomSink YlRoomSink;

/** yl_room_sink_new: @below is copied; it can be told of a sheet. */
YlRoomSink *yl_room_sink_new (const YlCellSink *below);
void yl_room_sink_free (YlRoomSink *room);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlRoomSink, yl_room_sink_free)
YlCellSink yl_room_sink_get (YlRoomSink *room);

/** yl_room_need: how wide a column has to be, in characters of a digit, for the number of @cell; 0: for
 * a cell that shows none. */
double yl_room_need (const YlFormCell *cell);

G_END_DECLS
