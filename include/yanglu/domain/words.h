#pragma once

#include "yanglu/base/arena.h"
#include "yanglu/base/text.h"
#include "yanglu/domain/word-list.h"

G_BEGIN_DECLS

/** One way of writing something. */
typedef struct
{
  const char *text;
  gsize length;
  const char *key;      /* what it means */
  guint member;         /* number of the key: of the enum, else in the order of the keys */
  gboolean is_fallback; /* another thing that serves where nothing better stands */
} YlSpelling;

/** Spellings that one list can hold: ten times what the longest one has. */
#define YL_WORDS_MAX_SPELLINGS 4096

/** YlWords: how people write the things that tables are read for. Made by io/words, then only
 * read. */
typedef struct _YlWords YlWords;

YlWords *yl_words_new (void);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlWords, yl_arena_free_record)

/** yl_word_list_find: by its name in the files; %FALSE for none. */
gboolean yl_word_list_find (const char *name, YlWordList *out_list);
const char *yl_word_list_get_name (YlWordList list);

/**
 * yl_words_add: adds @spelling (its text, key and is_fallback are copied) behind those there are.
 *
 * Returns: %FALSE when @list knows no such key, has the text already, or is full
 */
gboolean yl_words_add (YlWords *words, YlWordList list, const YlSpelling *spelling);

/** yl_words_has_key: whether @list knows @key: of its enum, else of one of its spellings. */
gboolean yl_words_has_key (const YlWords *words, YlWordList list, const char *key);

/** yl_word_list_is_of_heads: whether its spellings are compared as YlHeadText does. */
gboolean yl_word_list_is_of_heads (YlWordList list);

/** yl_words_get: (transfer none) (array length=out_n): in the order in which they were added. */
const YlSpelling *yl_words_get (const YlWords *words, YlWordList list, guint *out_n);
/** yl_words_get_usual: (transfer none) (nullable): the first spelling of @key. */
const char *yl_words_get_usual (const YlWords *words, YlWordList list, const char *key);

/** yl_words_mend: what somebody said of one table: a head that is @written so (of several rows "桩号 起点") means @key,
 * whatever else it could be; %NULL: it is not read. The last one said of a head counts. */
void yl_words_mend (YlWords *words, YlWordList list, const char *written, const char *key);
/** yl_words_find_mend: whether that was said; *@out_key (nullable): what it means. */
gboolean yl_words_find_mend (const YlWords *words,
                             YlWordList list,
                             const char *written,
                             const char **out_key);

/** yl_words_find: (nullable): the spelling that @text is to the byte; costs no search. */
const YlSpelling *yl_words_find (const YlWords *words, YlWordList list, YlText text);
/** yl_words_find_inside: (nullable): the first of the list that stands anywhere in @text. */
const YlSpelling *yl_words_find_inside (const YlWords *words, YlWordList list, const char *text);

/** yl_words_read: what @text means, blanks around and inside it, full width and small letters aside; of
 * several words, such as a name with its code or number (乡道（Y）, 1是, 2、省级), what all of them mean, with or
 * without what stands in brackets (乡（镇）道), and of one sign again and again (——) the sign; %FALSE, and @out_member untouched, for any other. */
gboolean yl_words_read (const YlWords *words, YlWordList list, YlText text, guint *out_member);

G_END_DECLS
