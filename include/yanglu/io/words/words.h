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

G_END_DECLS
