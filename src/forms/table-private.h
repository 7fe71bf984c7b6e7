#pragma once

#include "yanglu/base/text.h"
#include "yanglu/forms/table.h"

struct _YlTables
{
  gpointer user_data;
  GStringChunk *texts;
  GPtrArray *tables; /* of YlTable */
};

struct _YlTable
{
  YlTables *book;
  const char *name;
  const YlTableColumn *columns;
  guint n_columns;
  const char **formulas; /* of each column, written out when it is first asked for */
  GArray *parts;         /* of YlPart */
  guint selected;
};

/** yl_tables_find_text: (nullable) */
YlTable *yl_tables_find_text (const YlTables *tables, YlText name);
/** yl_table_find_column_text: a name that no column has is a mistake of ours. */
guint yl_table_find_column_text (const YlTable *table, YlText name);
