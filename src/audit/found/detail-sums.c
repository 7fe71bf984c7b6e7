#include "detail-sums-private.h"

#include <string.h>

struct _DetailSums
{
  guint n_columns;
  GHashTable *groups; /* "row name\ncolumn name" → DetailSum[n_columns] */
};

gboolean
detail_key_is_usable (const FoundCheck *detail, guint column)
{
  const YlFoundMeaning meaning = (YlFoundMeaning) found_check_column (detail, column)->meaning;
  return meaning <= YL_FOUND_CLASS;
}

/* The township of a row is known by its name in the register, also where its cell is blank. */
static gboolean
is_township_column (const FoundCheck *detail, int key)
{
  return key >= 0
         && key
                == yl_found_table_find_column (detail->table, YL_FOUND_TOWNSHIP,
                                               YL_FOUND_ALL_CLASSES);
}

char *
detail_key_get (const FoundCheck *detail, guint row, int key)
{
  const YlFoundRow *found = found_check_row (detail, row);
  if (key == DETAIL_BY_NOTHING)
    return g_strdup ("");
  if (key == DETAIL_BY_CLASS)
    return g_strdup (found->rate == YL_FOUND_ALL_CLASSES
                         ? ""
                         : yl_rate_kind_get_name ((YlRateKind) found->rate));
  if (is_township_column (detail, key) && found->township[0] != '\0')
    return g_strdup (found->township);
  const char *text = yl_found_row_get (found, (guint) key)->text;
  return yl_text_dup (yl_text_trim (yl_text_of (text == NULL ? "" : text)));
}

GHashTable *
detail_names_new (const FoundCheck *detail, int key)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint row = 0; row < detail->table->rows->len; row++)
    if (found_check_is_item (detail, row))
      g_hash_table_add (names, detail_key_get (detail, row, key));
  g_hash_table_remove (names, "");
  return names;
}

static void
add_row (const DetailSums *sums, const FoundCheck *detail, guint row, DetailSum *group)
{
  for (guint i = 0; i < sums->n_columns; i++)
    {
      const YlFoundValue *value = found_check_value (detail, row, i);
      DetailSum *sum = &group[i];
      sum->is_unread |= found_value_is_unread (value);
      sum->is_unread |= value->is_known && !found_add (&sum->stated, value->units);
      sum->is_unread |= !found_add (&sum->expected, found_check_cell (detail, row, i)->expected);
      sum->n++;
      sum->n_exact += found_cell_is_exact (detail, row, i) ? 1 : 0;
    }
}

DetailSums *
detail_sums_new (const FoundCheck *detail, int row_key, int column_key)
{
  DetailSums *sums = g_new0 (DetailSums, 1);
  sums->n_columns = detail->table->columns->len;
  sums->groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint row = 0; row < detail->table->rows->len; row++)
    {
      if (!found_check_is_item (detail, row))
        continue;
      g_autofree char *row_name = detail_key_get (detail, row, row_key);
      g_autofree char *column_name = detail_key_get (detail, row, column_key);
      g_autofree char *key = g_strdup_printf ("%s\n%s", row_name, column_name);
      DetailSum *group = g_hash_table_lookup (sums->groups, key);
      if (group == NULL)
        {
          group = g_new0 (DetailSum, sums->n_columns);
          g_hash_table_insert (sums->groups, g_steal_pointer (&key), group);
        }
      add_row (sums, detail, row, group);
    }
  return sums;
}

void
detail_sums_free (DetailSums *sums)
{
  if (sums == NULL)
    return;
  g_hash_table_unref (sums->groups);
  g_free (sums);
}

DetailSum
detail_sums_get (const DetailSums *sums,
                 const char *row_name,
                 const char *column_name,
                 guint column)
{
  g_autofree char *key = g_strdup_printf ("%s\n%s", row_name, column_name);
  const DetailSum *group = g_hash_table_lookup (sums->groups, key);
  return group == NULL ? (DetailSum){ 0 } : group[column];
}
