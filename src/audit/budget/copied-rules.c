#include "yanglu/audit/budget/copied-rules.h"

#include <stdlib.h>

/* More rows are counted, not listed. */
#define MAX_LISTED 10

static gboolean
is_odd (YlMoney amount, YlMoney round)
{
  return amount.fen != 0 && (round.fen <= 0 || amount.fen % round.fen != 0);
}

static int
compare_numbers (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

/* By amount, then as they stand. */
static int
compare (const void *left, const void *right)
{
  const YlCopiedFigure *a = *(const YlCopiedFigure *const *) left;
  const YlCopiedFigure *b = *(const YlCopiedFigure *const *) right;
  const int order = compare_numbers (a->amount.fen, b->amount.fen);
  return order != 0 ? order : (a > b) - (a < b);
}

/* How many of the rows have nothing to do with each other. */
static gint64
count_unrelated (const YlCopiedFigure *const *group, gsize n_group)
{
  g_autoptr (GHashTable) lengths = g_hash_table_new (g_int64_hash, g_int64_equal);
  gint64 n_unrelated = 0;
  for (gsize i = 0; i < n_group; i++)
    if (group[i]->length_m == YL_COPIED_NO_LENGTH
        || g_hash_table_add (lengths, (gpointer) &group[i]->length_m))
      n_unrelated++;
  return n_unrelated;
}

static char *
list_rows (const YlCopiedFigure *const *group, gsize n_group)
{
  g_autoptr (GString) list = g_string_new (NULL);
  for (gsize i = 0; i < MIN (n_group, MAX_LISTED); i++)
    {
      const YlFigurePlace *place = &group[i]->place;
      g_string_append_printf (list, "%s第 %" YL_ROW_ID_FORMAT " 行", i == 0 ? "" : "、",
                              place->row);
      if (place->what != NULL && place->what[0] != '\0')
        g_string_append_printf (list, "“%s”", place->what);
    }
  if (n_group > MAX_LISTED)
    g_string_append_printf (list, " 等 %" G_GSIZE_FORMAT " 行", n_group);
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static void
report (const YlCopiedFigure *const *group, gsize n_group, YlFindings *findings)
{
  g_autofree char *seen = yl_money_to_grouped (group[0]->amount);
  g_autofree char *rows = list_rows (group, n_group);
  g_autofree char *message = g_strdup_printf ("同一金额 %s 元出现在 %" G_GSIZE_FORMAT
                                              " 行：%s；各行里程不同，疑为复制，请逐行核对",
                                              seen, n_group, rows);
  const YlMoney stake = { ABS (group[0]->amount.fen) };
  yl_figure_report (&group[1]->place,
                    (YlFinding){ .code = YL_C06, .seen = seen, .message = message }, &stake,
                    findings);
}

void
yl_figures_check_copied (const YlCopiedFigure *figures,
                         gsize n_figures,
                         gint64 n_rows,
                         YlMoney round,
                         YlFindings *findings)
{
  g_autofree const YlCopiedFigure **sorted = g_new (const YlCopiedFigure *, n_figures);
  gsize n_odd = 0;
  for (gsize i = 0; i < n_figures; i++)
    if (is_odd (figures[i].amount, round))
      sorted[n_odd++] = &figures[i];
  if (n_odd > 0)
    qsort (sorted, n_odd, sizeof *sorted, compare);
  for (gsize first = 0, end = 0; first < n_odd; first = end)
    {
      while (end < n_odd && sorted[end]->amount.fen == sorted[first]->amount.fen)
        end++;
      const gsize n_group = end - first;
      if (n_group >= 2 && count_unrelated (sorted + first, n_group) >= n_rows)
        report (sorted + first, n_group, findings);
    }
}
