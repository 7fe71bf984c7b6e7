#pragma once

#include "yanglu/domain/workbook.h"

G_BEGIN_DECLS

/** A formula whose value was not saved, and what it comes to. */
typedef struct
{
  const YlWorksheet *sheet;
  guint32 row;     /* from 1 */
  guint16 column;  /* from 0 */
  guint16 content; /* YlContent */
  const char
      *text; /* (nullable): nobody could work it out; lives as long as the workbook's texts */
} YlFilledCell;

G_END_DECLS
