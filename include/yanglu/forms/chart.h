#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  YL_CHART_PIE,     /* parts in per cent, and who they are */
  YL_CHART_BARS,    /* lying, the first on top, each with its amount */
  YL_CHART_COLUMNS, /* beside each other */
  YL_CHART_STACK,   /* columns on top of each other */
} YlChartKind;

/** What one colour of a chart shows. */
typedef struct
{
  const char *name;
  const char *categories; /* ranges as yl_ranges_rows() spells them */
  const char *values;
  guint32 colour;     /* 0: the viewer's own */
  gboolean is_unseen; /* it only holds up those above it */
  /* The values that a viewer draws which computes nothing, such as a preview. */
  guint n;
  const char *const *labels;
  const gint64 *amounts_fen;
} YlChartSeries;

/** A chart over the cells of a sheet, with amounts in yuan on its axes. */
typedef struct
{
  YlChartKind kind;
  const char *title;
  const YlChartSeries *series;
  guint n_series;
  guint gap;          /* between columns, in per cent of one; 0: the viewer's own */
  gboolean has_start; /* the axis of the amounts begins at @start_fen */
  gint64 start_fen;
  guint32 row;  /* where its upper left corner stands, from 1 */
  guint column; /* from 0 */
  guint width;  /* in pixels */
  guint height;
} YlChart;

G_END_DECLS
