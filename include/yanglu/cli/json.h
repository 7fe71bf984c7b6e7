#pragma once

#include <json-glib/json-glib.h>

#include "yanglu/domain/finding.h"

G_BEGIN_DECLS

/* Small verbs for building the program's JSON; keys are always present, unknown is null. */

/** yl_json_text: "" and %NULL become null. */
void yl_json_text (JsonBuilder *builder, const char *key, const char *text);
/** yl_json_text_or_empty: %NULL becomes "". */
void yl_json_text_or_empty (JsonBuilder *builder, const char *key, const char *text);
void yl_json_number (JsonBuilder *builder, const char *key, gint64 number);
void
yl_json_number_or_null (JsonBuilder *builder, const char *key, gboolean is_known, gint64 number);
/**
 * yl_json_quote: a string of JSON (RFC 8259), quoted; "" and %NULL become null: for what is too long
 * to build whole before it is printed.
 *
 * Returns: (transfer full)
 */
char *yl_json_quote (const char *text);
/** yl_json_findings: the member "findings". */
void yl_json_findings (JsonBuilder *builder, const YlFindings *findings);
/** yl_json_print: to standard output, UTF-8, indented, with a newline at its end. */
void yl_json_print (JsonBuilder *builder);

G_END_DECLS
