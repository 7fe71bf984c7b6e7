#pragma once

#include "yanglu/domain/workbook.h"

G_BEGIN_DECLS

/** What stands in one column, whatever the rows: its constants in their order, and how many formulas. */
typedef struct
{
  GArray *constants; /* of guint64, ascending: what a cell shows */
  guint n_formulas;
} YlColumnProfile;

/** yl_column_profiles_new: (array) (transfer full): of the first @n columns of @sheet. */
YlColumnProfile *yl_column_profiles_new (const YlWorksheet *sheet, guint n);
void yl_column_profiles_free (YlColumnProfile *profiles, guint n);

/** yl_column_profiles_find_marks: (transfer full): the texts that stand once in all the columns:
 * heads, mostly. A set of pointers into the profiles. */
GHashTable *yl_column_profiles_find_marks (const YlColumnProfile *profiles, guint n);

/** yl_column_profile_compare: how much both have in common; a mark counts for more. */
guint64
yl_column_profile_compare (const YlColumnProfile *a, const YlColumnProfile *b, GHashTable *marks);

G_END_DECLS
