#pragma once

#include <glib.h>

/**
 * yl_json_shape: (transfer full): the keys of a JSON text in their order, without its values:
 * `{a,b{c},d[{e}]}`. A list shows its first element; one whose elements differ in shape shows
 * "[!]", an empty one "[]".  %NULL when @json is no JSON.
 */
char *yl_json_shape (const char *json);
