#pragma once

#include "check-private.h"

G_BEGIN_DECLS

/* Keys that are no column of the table. */
#define DETAIL_BY_CLASS (-1)
#define DETAIL_BY_NOTHING (-2)

/** The rows of one name in a table, added up in one column. */
typedef struct
{
  gint64 stated;
  gint64 expected; /* when every row were right */
  guint n;
  guint n_exact;      /* of them, what the policy comes to to the unit: nothing was rounded */
  gboolean is_unread; /* a number is missing or does not fit */
} DetailSum;

/** DetailSums: a table added up by two keys: what its columns of words hold, or its classes. */
typedef struct _DetailSums DetailSums;

/** detail_key_is_usable: a column of words. */
gboolean detail_key_is_usable (const FoundCheck *detail, guint column);
/** detail_key_get: (transfer full): what @row is called under @key; "" for nothing. */
char *detail_key_get (const FoundCheck *detail, guint row, int key);
/** detail_names_new: (transfer full) (element-type utf8): what the items are called under @key. */
GHashTable *detail_names_new (const FoundCheck *detail, int key);

DetailSums *detail_sums_new (const FoundCheck *detail, int row_key, int column_key);
void detail_sums_free (DetailSums *sums);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DetailSums, detail_sums_free)

/** detail_sums_get: the items called @row_name and @column_name, in @column of the table. */
DetailSum detail_sums_get (const DetailSums *sums,
                           const char *row_name,
                           const char *column_name,
                           guint column);

G_END_DECLS
