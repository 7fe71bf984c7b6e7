#pragma once

#include <json-glib/json-glib.h>

#include "yanglu/domain/paying.h"

G_BEGIN_DECLS

/** yl_paying_json_add: the member "paying"; null when @paying is %NULL. */
void yl_paying_json_add (JsonBuilder *builder, const YlPaying *paying);

G_END_DECLS
