#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Words by an enum. Each macro defines getters together with the table behind them, and does not
 * compile when that table has another number of rows than the enum has members. A getter is
 * declared in a header as any function; one of a single file is `static YL_DEFINE_TEXTS (…)`. A
 * number that is no member is a mistake of ours: it is reported, and answered with "".
 */

/**
 * YL_DEFINE_TEXTS: defines `const char *getter (Type member)`; behind @n follow the texts, one for
 * each member.
 */
#define YL_DEFINE_TEXTS(getter, Type, n, ...)                                                      \
  const char *getter (Type member)                                                                 \
  {                                                                                                \
    static const char *const texts[] = { __VA_ARGS__ };                                            \
    G_STATIC_ASSERT (G_N_ELEMENTS (texts) == (n));                                                 \
    g_return_val_if_fail ((guint) member < G_N_ELEMENTS (texts), "");                              \
    return texts[member];                                                                          \
  }

/**
 * YL_DEFINE_COLUMN: the same of a table of the file that holds more than one text: its @column.
 */
#define YL_DEFINE_COLUMN(getter, Type, n, table, column)                                           \
  G_STATIC_ASSERT (G_N_ELEMENTS (table) == (n));                                                   \
  const char *getter (Type member)                                                                 \
  {                                                                                                \
    g_return_val_if_fail ((guint) member < G_N_ELEMENTS (table), "");                              \
    return table[member].column;                                                                   \
  }

/**
 * YL_DEFINE_MEMBERS: defines `prefix_get_key`, the key as JSON and our files have it, and
 * `prefix_get_name`, the name that people read; behind @n follow the rows { key, name }.
 */
#define YL_DEFINE_MEMBERS(prefix, Type, n, ...)                                                    \
  static const struct                                                                              \
  {                                                                                                \
    const char *key;                                                                               \
    const char *name;                                                                              \
  } prefix##_members[] = { __VA_ARGS__ };                                                          \
  YL_DEFINE_COLUMN (prefix##_get_key, Type, n, prefix##_members, key)                              \
  YL_DEFINE_COLUMN (prefix##_get_name, Type, n, prefix##_members, name)

/** A getter of an enum, whose members are numbers to whom does not know it. */
typedef const char *(*YlTextOfMember) (guint member);

/**
 * yl_enum_find:
 * @get: what is said of each of the @n members, such as yl_payer_get_key()
 *
 * Returns: %FALSE, and @out_member untouched, when @text is said of none
 */
gboolean yl_enum_find (YlTextOfMember get, guint n, const char *text, guint *out_member);

G_END_DECLS
