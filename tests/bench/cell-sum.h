#pragma once

#include "yanglu/io/rows.h"

/* A sink that looks at every cell and understands none. */
YlRowSink bench_cell_sum_get_sink (guint64 *sum);
