#pragma once

#include <gio/gio.h>

/** Programs that work a workbook out anew. */
typedef enum
{
  YL_ENGINE_LIBREOFFICE,
  YL_ENGINE_GNUMERIC,
} YlEngine;
#define YL_N_ENGINES 2

const char *yl_engine_get_name (YlEngine engine);

/**
 * yl_engine_recalculate: has @engine open @book, compute every formula again and save it.
 * @folder: where the result goes (not the folder of @book); for LibreOffice its profile too
 * @form: "xlsx", or "csv" for the values of the first sheet, unformatted
 *
 * Returns: (transfer full): the path of the result
 */
char *yl_engine_recalculate (
    YlEngine engine, const char *book, const char *folder, const char *form, GError **error);

/** yl_engine_echo: the same without computing anything: what an engine does that trusts the file. */
char *yl_engine_echo (
    YlEngine engine, const char *book, const char *folder, const char *form, GError **error);

/** yl_engine_require: fails the sentence where the program of @engine is not on the path: to skip it
 * would count as passed what nobody tried. */
void yl_engine_require (YlEngine engine);
