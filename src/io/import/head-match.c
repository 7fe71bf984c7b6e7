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
       const YlHeadName *name,
       YlHeadUnit unit,
       guint cell,
       const char *written)
{
  YlHead *head = &candidate->heads[name->column];
  if (head->cell != YL_HEAD_ABSENT)
    {
      const YlHeadName *there = candidate->names[name->column];
      if (there->is_fallback == name->is_fallback && head->repeat == YL_HEAD_ABSENT)
        head->repeat = cell;
      if (!there->is_fallback || name->is_fallback)
        return;
      free_head (head);
    }
  else
    candidate->n_columns++;
  *head = (YlHead){ cell, unit, g_strdup (written), YL_HEAD_ABSENT };
  candidate->names[name->column] = name;
  candidate->columns |= G_GUINT64_CONSTANT (1) << name->column;
}

static gboolean
is_foreign (const YlHeadTable *table, const char *written)
{
  if (table->foreign == NULL)
    return FALSE;
  g_auto (YlHeadText) text;
  yl_head_text_init (&text, written);
  return g_strv_contains (table->foreign, text.flat->str)
         || g_strv_contains (table->foreign, text.bare->str);
}

/* One head that may stand under another: 桩号 over 起点, 上年 over 路线编码. */
static gboolean
match_pair (YlHeadCandidate *candidate,
            const YlHeadTable *table,
            const char *upper,
            const char *lower,
            guint cell)
{
  const YlHeadName *name = NULL;
  YlHeadUnit unit = YL_UNIT_NONE;
  if (upper[0] == '\0')
    return FALSE;
  g_autofree char *down = g_strconcat (upper, lower, NULL);
  g_autofree char *up = g_strconcat (lower, upper, NULL);
  if (!yl_head_match (table, down, &name, &unit) && !yl_head_match (table, up, &name, &unit))
    return FALSE;
  g_autofree char *written = g_strconcat (upper, " ", lower, NULL);
  place (candidate, name, unit, cell, written);
  return TRUE;
}

static gboolean
match_alone (YlHeadCandidate *candidate, const YlHeadTable *table, const char *text, guint cell)
{
  const YlHeadName *name = NULL;
  YlHeadUnit unit = YL_UNIT_NONE;
  if (!yl_head_match (table, text, &name, &unit))
    {
      candidate->is_foreign |= is_foreign (table, text);
      return FALSE;
    }
  place (candidate, name, unit, cell, text);
  return TRUE;
}

static const char *
cell_at (const GPtrArray *row, guint i)
{
  return row != NULL && i < row->len ? g_ptr_array_index (row, i) : "";
}

YlHeadCandidate *
yl_head_candidate_new (const YlHeadTable *table, const GPtrArray *upper, const GPtrArray *lower)
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
        match_alone (candidate, table, own, i);
      else if (below[0] != '\0'
               && (match_pair (candidate, table, carried, below, i)
                   || match_alone (candidate, table, below, i)))
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
yl_head_candidate_is_enough (const YlHeadCandidate *candidate, const YlHeadTable *table)
{
  return !candidate->is_foreign && table->is_enough (candidate->columns);
}
