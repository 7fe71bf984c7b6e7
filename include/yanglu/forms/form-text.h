#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** yl_form_get_text_width: how wide a column is that shows @text on one line. */
double yl_form_get_text_width (const char *text);
/** yl_form_count_lines: how many lines @text takes in a column of @width; 1 at least. */
guint yl_form_count_lines (const char *text, double width);
/** yl_form_get_height: the height of a row of so many lines, in points. */
double yl_form_get_height (guint n_lines);
/** yl_form_fit: how high a row has to be for @text of @points in a column of @width. */
double yl_form_fit (const char *text, double width, double points);

/** yl_form_make_visible: a text as a cell can hold it. Returns: (transfer none): @text itself when
 * nothing had to change, else *@out_made, which the caller frees. */
const char *yl_form_make_visible (const char *text, char **out_made);
/** yl_form_cut: cuts a text that is longer than a cell, and says so at its end. */
void yl_form_cut (GString *text);

G_END_DECLS
