#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The names by which a table's lines are summed up: SUMIFS compares texts, and
 * reads * ? ~ < > =, bare numbers, TRUE and #N/A in its own way, blind to case,
 * and takes no more than 255 characters. A label is
 * the name as written unless one of these stands in the way; no two are alike.
 */
typedef struct
{
  char **texts;
  guint n;
  const char *unnamed;
} YlLabels;

/** yl_labels_new: @unnamed stands for "", @noun after a name that is a bare number. */
YlLabels *yl_labels_new (const char *const *names, guint n, const char *unnamed, const char *noun);
void yl_labels_free (YlLabels *labels);
/** yl_labels_get: the label of line @index; that of the unnamed for an index past the end. */
const char *yl_labels_get (const YlLabels *labels, guint index);

G_END_DECLS
