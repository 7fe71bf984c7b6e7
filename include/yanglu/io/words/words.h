#pragma once

#include "yanglu/domain/words.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * yl_words_parse: adds what a file of words says to @words. A line is one of
 * |[
 * # says nothing
 * [heads.funds]            the list that the lines below are of
 * level = 来源层级, 层级    spellings of one thing; the first of a key is the usual one
 * level ~ 级次              what serves only where none of those is found
 * ]|
 * A key may stand on several lines; a spelling stands once in a list.
 * @name: of the file, for errors
 *
 * Returns: %FALSE with %YL_ERROR_INVALID, which names the line, for anything else; @words is then
 *   of no use
 */
gboolean yl_words_parse (YlWords *words, const char *name, const char *text, GError **error);

/** yl_words_get_builtin: (transfer none): the words that are compiled in, read by the first who
 * asks. */
const YlWords *yl_words_get_builtin (void);

/** yl_words_new_builtin: (transfer full): the same, to add those of an office to. */
YlWords *yl_words_new_builtin (void);

/**
 * yl_words_add_office: adds what an office wrote in a file as yl_words_parse() reads it. Only spellings of
 * keys that there are can be added; what is written as a head is compared as heads are. What is there
 * already, for the same key, is passed over.
 * @out_n: spellings that were added
 *
 * Returns: %FALSE with %YL_ERROR_INVALID, which names the line, for a file that is too large
 *   (%YL_KEY_FILE_MAX_BYTES), no UTF-8 or faulty; @words is then of no use
 */
gboolean
yl_words_add_office (YlWords *words, const char *name, GBytes *text, guint *out_n, GError **error);

/** yl_words_load: (transfer full): the bytes of @path, at most one past the limit; %YL_ERROR_NOT_FOUND
 * or %YL_ERROR_IO. */
GBytes *yl_words_load (const char *path, GError **error);

/** yl_words_list_office_files: (transfer full) (array zero-terminated=1): `yanglu/` and what ends with
 * .words in it, in the user's folder of settings ($XDG_CONFIG_HOME); in the order of their names. */
char **yl_words_list_office_files (void);

/** yl_words_check: (transfer full) (element-type YlRemark): everything that is to be said of the office's
 * file @path; %NULL with @error when it cannot be read. */
GPtrArray *yl_words_check (const char *path, GError **error);

G_END_DECLS
