#pragma once

#include "yanglu/domain/code.h"

G_BEGIN_DECLS

/** What a cell of a finding is coloured in. */
typedef struct
{
  guint32 paper;
  guint32 frame; /* where the paper stays */
} YlMarkColours;

/** By severity. */
static const YlMarkColours yl_mark_colours[] = {
  [YL_SEVERITY_ERROR] = { 0xF8CBAD, 0xC00000 },
  [YL_SEVERITY_WARNING] = { 0xFFE699, 0xBF8F00 },
  [YL_SEVERITY_INFO] = { 0xBDD7EE, 0x2F75B5 },
};
G_STATIC_ASSERT (G_N_ELEMENTS (yl_mark_colours) == YL_N_SEVERITIES);

G_END_DECLS
