#include "head-match-private.h"

#include "head-name-private.h"

static void
free_head (YlHead *head)
{
  g_free ((char *) head->head);
  *head = (YlHead){ YL_HEAD_ABSENT, YL_UNIT_NONE, NULL, YL_HEAD_ABSENT };
}

/* Puts one recognised head in: the first wins, a proper name before a fallback. */
static void
place (YlHeadCandidate *candidate,
       const YlSpelling *name,
       guint column,
       YlHeadUnit unit,
       guint cell,
       const char *written)
{
  YlHead *head = &candidate->heads[column];
  if (head->cell != YL_HEAD_ABSENT)
    {
      const YlSpelling *there = candidate->names[column];
      if (there->is_fallback == name->is_fallback && head->repeat == YL_HEAD_ABSENT)
        head->repeat = cell;
      if (!there->is_fallback || name->is_fallback)
        return;
      free_head (head);
    }
  else
    candidate->n_columns++;
  *head = (YlHead){ cell, unit, g_strdup (written), YL_HEAD_ABSENT };
  candidate->names[column] = name;
  candidate->columns |= G_GUINT64_CONSTANT (1) << column;
}

/* One head that may stand under another: 桩号 over 起点, 上年 over 路线编码. */
static gboolean
match_pair (YlHeadCandidate *candidate,
            const YlHeadNames *names,
            const char *upper,
            const char *lower,
            guint cell)
{
  guint column = YL_HEADS_MAX;
  YlHeadUnit unit = YL_UNIT_NONE;
  if (upper[0] == '\0')
    return FALSE;
  g_autofree char *down = g_strconcat (upper, lower, NULL);
  g_autofree char *up = g_strconcat (lower, upper, NULL);
  const YlSpelling *name = yl_head_match (names, down, &column, &unit);
  if (column == YL_HEADS_MAX)
    name = yl_head_match (names, up, &column, &unit);
  if (column == YL_HEADS_MAX)
    return FALSE;
  g_autofree char *written = g_strconcat (upper, " ", lower, NULL);
  place (candidate, name, column, unit, cell, written);
  return TRUE;
}

static gboolean
match_alone (YlHeadCandidate *candidate, const YlHeadNames *names, const char *text, guint cell)
{
  guint column = YL_HEADS_MAX;
  YlHeadUnit unit = YL_UNIT_NONE;
  const YlSpelling *name = yl_head_match (names, text, &column, &unit);
  if (column < YL_HEADS_MAX)
    place (candidate, name, column, unit, cell, text);
  else if (name != NULL)
    candidate->is_foreign = TRUE;
  return column < YL_HEADS_MAX;
}

static const char *
cell_at (const GPtrArray *row, guint i)
{
  return row != NULL && i < row->len ? g_ptr_array_index (row, i) : "";
}

YlHeadCandidate *
yl_head_candidate_new (const YlHeadNames *names, const GPtrArray *upper, const GPtrArray *lower)
{
  YlHeadCandidate *candidate = g_new0 (YlHeadCandidate, 1);
  for (guint i = 0; i < YL_HEADS_MAX; i++)
    free_head (&candidate->heads[i]);
  const guint n_cells = MAX (upper == NULL ? 0 : upper->len, lower->len);
  const char *carried = "";
  for (guint i = 0; i < n_cells; i++)
    {
      const char *own = cell_at (upper, i);
      const char *below = cell_at (lower, i);
      if (own[0] != '\0')
        carried = own;
      if (below[0] == '\0' && own[0] != '\0')
        match_alone (candidate, names, own, i);
      else if (below[0] != '\0'
               && (match_pair (candidate, names, carried, below, i)
                   || match_alone (candidate, names, below, i)))
        candidate->n_below++;
    }
  return candidate;
}

void
yl_head_candidate_free (YlHeadCandidate *candidate)
{
  if (candidate == NULL)
    return;
  for (guint i = 0; i < YL_HEADS_MAX; i++)
    free_head (&candidate->heads[i]);
  g_free (candidate);
}

gboolean
yl_head_candidate_is_enough (const YlHeadCandidate *candidate, const YlTable *table)
{
  for (const guint64 *set = table->enough; *set != 0 && !candidate->is_foreign; set++)
    if ((candidate->columns & *set) == *set)
      return TRUE;
  return FALSE;
}
