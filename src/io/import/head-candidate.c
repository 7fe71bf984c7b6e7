#include "heads-private.h"

/* What stands over one cell, from the upper row down; the last one is its own. */
typedef struct
{
  const char *texts[HEAD_MAX_ROWS];
  guint n;
  gboolean is_lowest; /* its own text stands in the lowest row */
} HeadPath;

static void
free_head (YlHead *head)
{
  g_free ((char *) head->head);
  *head = (YlHead){ .cell = YL_HEAD_ABSENT, .repeat = YL_HEAD_ABSENT };
}

typedef enum
{
  WORSE,  /* than what is there */
  REPEAT, /* the same once more */
  BETTER,
  NEWER, /* the same of the year that is wanted */
} Standing;

/* The newest year that is not after the one wanted, else the newest. */
static gboolean
is_newer (const YlHeadNames *names, guint year, guint there)
{
  const gboolean is_after = names->year != 0 && year > names->year;
  const gboolean is_there_after = names->year != 0 && there > names->year;
  return is_after == is_there_after ? year > there : is_there_after;
}

/* A name before its code, which may be of no table of ours; then by rank, then by year. */
static Standing
compare (const YlHeadNames *names, const YlHeadMatch *match, const YlHeadMatch *there)
{
  if (match->is_said != there->is_said)
    return match->is_said ? BETTER : WORSE;
  if (match->side != there->side && match->side != YL_HEAD_SIDE_NONE
      && there->side != YL_HEAD_SIDE_NONE)
    return match->side == YL_HEAD_SIDE_NAME ? BETTER : WORSE;
  if (match->rank != there->rank)
    return match->rank < there->rank ? BETTER : WORSE;
  const gboolean has_years = match->year > 0 && there->year > 0;
  return has_years && is_newer (names, match->year, there->year) ? NEWER : REPEAT;
}

/* Puts one recognised head in: the first of the best. */
static void
place (HeadCandidate *candidate,
       const YlHeadNames *names,
       const YlHeadMatch *match,
       guint cell,
       const char *written)
{
  YlHead *head = &candidate->heads[match->column];
  guint repeat = YL_HEAD_ABSENT;
  if (head->cell == YL_HEAD_ABSENT)
    candidate->n_columns++;
  else
    {
      const Standing standing = compare (names, match, &candidate->matches[match->column]);
      if (standing == REPEAT && head->repeat == YL_HEAD_ABSENT)
        head->repeat = cell;
      if (standing <= REPEAT)
        return;
      repeat = standing == NEWER ? head->cell : YL_HEAD_ABSENT;
      free_head (head);
    }
  *head = (YlHead){ cell, match->unit, g_strdup (written), repeat, FALSE };
  candidate->matches[match->column] = *match;
  candidate->columns |= G_GUINT64_CONSTANT (1) << match->column;
}

/* Texts of the path from @first on, up to @n of them, as one. */
static char *
join (const HeadPath *path, guint first, guint n, const char *between)
{
  GString *joined = g_string_new (path->texts[first]);
  for (guint i = first + 1; i < first + n; i++)
    {
      g_string_append (joined, between);
      g_string_append (joined, path->texts[i]);
    }
  return g_string_free (joined, FALSE);
}

/* Numbers, stakes and codes of routes are the data of most columns; no head is longer than a field: K0101A. */
static gboolean
is_data (const char *text)
{
  gsize n = 0;
  while (text[n] != '\0' && (guchar) text[n] < 0x80 && n < 7)
    n++;
  return (text[0] >= '0' && text[0] <= '9' && text[n] == '\0') || n == 7;
}

static gboolean
match_text (const YlHeadNames *names, const char *text, YlHeadMatch *out_match)
{
  YlHeadMatch match = { .column = YL_HEADS_MAX };
  if (!yl_head_match (names, text, &match) || match.column == YL_HEADS_MAX)
    return FALSE;
  *out_match = match;
  return TRUE;
}

/* @upper and what stands below it in either order: 桩号 over 起点, 上年 over 路线编码; or what @lower only says
 * once more: 技术等级 over 等级. */
static gboolean
match_pair (const YlHeadNames *names, const char *upper, const char *lower, YlHeadMatch *out_match)
{
  g_autofree char *down = g_strconcat (upper, lower, NULL);
  g_autofree char *up = g_strconcat (lower, upper, NULL);
  return match_text (names, down, out_match) || match_text (names, up, out_match)
         || (g_str_has_suffix (upper, lower) && match_text (names, upper, out_match));
}

/* Whether all below @text is of something else: 重复路段 over 起点桩号, 上年 over 里程. */
static gboolean
is_aside (const YlHeadNames *names, const char *text)
{
  guint n = 0;
  const YlSpelling *asides = yl_words_get (names->words, YL_WORDS_HEAD_ASIDE, &n);
  g_auto (YlHeadText) head;
  yl_head_text_init (&head, text);
  for (guint i = 0; i < n; i++)
    if (g_str_has_prefix (head.flat->str, asides[i].text))
      return TRUE;
  return FALSE;
}

/* Texts of the path that its own must be read with; 0: it may stand alone. */
static guint
count_bound (const YlHeadNames *names, const HeadPath *path)
{
  for (guint i = 0; i + 1 < path->n; i++)
    if (is_aside (names, path->texts[i]))
      return i + 1;
  return 0;
}

/* With the text above it, with all of them from some row on, then alone. */
static gboolean
match_path (const YlHeadNames *names, const HeadPath *path, YlHeadMatch *out_match)
{
  const char *own = path->texts[path->n - 1];
  if (is_data (own))
    return FALSE;
  const guint n_bound = count_bound (names, path);
  for (guint upper = n_bound > 0 ? n_bound : path->n - 1; upper > 0; upper--)
    {
      g_autofree char *above = join (path, upper - 1, path->n - upper, "");
      if (match_pair (names, path->texts[upper - 1], own, out_match)
          || (upper + 1 < path->n && match_pair (names, above, own, out_match)))
        return TRUE;
    }
  return n_bound == 0 && match_text (names, own, out_match);
}

static const char *
cell_at (const GPtrArray *row, guint i)
{
  return i < row->len ? g_ptr_array_index (row, i) : "";
}

/* @carried: what stands in each row here, or carries on; a head of its own ends what was carried below. */
static void
carry (GPtrArray *const *rows, guint n_rows, guint cell, const char **carried, HeadPath *out_path)
{
  guint lowest = n_rows;
  for (guint i = 0; i < n_rows; i++)
    {
      const char *own = cell_at (rows[i], cell);
      if (own[0] == '\0')
        continue;
      carried[i] = own;
      lowest = i;
      for (guint below = i + 1; below < n_rows; below++)
        carried[below] = "";
    }
  out_path->n = 0;
  out_path->is_lowest = lowest + 1 == n_rows;
  for (guint i = 0; lowest < n_rows && i <= lowest; i++)
    if (carried[i][0] != '\0')
      out_path->texts[out_path->n++] = carried[i];
}

static gboolean
is_foreign (const YlHeadNames *names, const HeadPath *path)
{
  YlHeadMatch match = { .column = 0 };
  return yl_head_match (names, path->texts[path->n - 1], &match) && match.column == YL_HEADS_MAX;
}

static void
take_cell (HeadCandidate *candidate, const YlHeadNames *names, const HeadPath *path, guint cell)
{
  YlHeadMatch match;
  g_autofree char *written = path->n == 0 ? g_strdup ("") : join (path, 0, path->n, " ");
  const gboolean is_said = path->n > 0 && yl_head_match_mended (names, written, &match);
  if (is_said && match.column == YL_HEADS_MAX)
    candidate->n_below += path->is_lowest ? 1 : 0;
  else if (is_said || (path->n > 0 && match_path (names, path, &match)))
    {
      place (candidate, names, &match, cell, written);
      candidate->n_below += path->is_lowest ? 1 : 0;
    }
  else if (path->n > 0 && is_foreign (names, path))
    candidate->is_foreign = TRUE;
  g_ptr_array_add (candidate->written, g_steal_pointer (&written));
}

HeadCandidate *
head_candidate_new (const YlHeadNames *names, GPtrArray *const *rows, guint n_rows)
{
  HeadCandidate *candidate = g_new0 (HeadCandidate, 1);
  const char *carried[HEAD_MAX_ROWS];
  guint n_cells = 0;
  for (guint i = 0; i < YL_HEADS_MAX; i++)
    free_head (&candidate->heads[i]);
  for (guint i = 0; i < n_rows; i++)
    {
      carried[i] = "";
      n_cells = MAX (n_cells, rows[i]->len);
    }
  candidate->written = g_ptr_array_new_full (n_cells, g_free);
  for (guint cell = 0; cell < n_cells; cell++)
    {
      HeadPath path;
      carry (rows, n_rows, cell, carried, &path);
      take_cell (candidate, names, &path, cell);
    }
  return candidate;
}

void
head_candidate_free (HeadCandidate *candidate)
{
  if (candidate == NULL)
    return;
  for (guint i = 0; i < YL_HEADS_MAX; i++)
    free_head (&candidate->heads[i]);
  g_ptr_array_unref (candidate->written);
  g_free (candidate);
}

gboolean
head_candidate_is_enough (const HeadCandidate *candidate, const YlImportTable *table, guint64 told)
{
  const guint64 columns = candidate->columns | (candidate->n_columns >= 2 ? told : 0);
  for (const guint64 *set = table->enough; *set != 0 && !candidate->is_foreign; set++)
    if ((columns & *set) == *set)
      return TRUE;
  return FALSE;
}
