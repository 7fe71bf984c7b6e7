#pragma once

#include <json-glib/json-glib.h>

#include "yanglu/domain/three-tables.h"

G_BEGIN_DECLS

/** yl_three_tables_text_print: the three tables side by side, and the bridge between their totals. */
void yl_three_tables_text_print (const YlThreeTables *tables);

/** yl_three_tables_json_add: the member "three_tables"; null when @tables is %NULL. */
void yl_three_tables_json_add (JsonBuilder *builder, const YlThreeTables *tables);

G_END_DECLS
