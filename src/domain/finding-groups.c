#include "yanglu/domain/finding-groups.h"

#include "yanglu/base/keyed-hash.h"

#include <string.h>

/* So many runs of rows and so many different texts are named. */
#define MAX_RUNS 200
#define MAX_SEEN 10

typedef struct
{
  guint first; /* index of the first of them */
  guint n;
  guint n_priced;
  gint64 stake_fen;
  gboolean is_stake_too_large;
  gboolean is_expected_equal;
  gboolean is_seen_formula_equal;
  gboolean is_expected_formula_equal;
  gboolean is_gainer_equal;
  guint n_seen;    /* different ones */
  GHashTable *was; /* of them */
  GString *seen;
  GString *rows; /* the runs of rows that are whole */
  guint n_runs;
  YlRowId run_first; /* of the run at hand */
  YlRowId run_last;
} Group;

static void
free_group (gpointer data)
{
  Group *group = data;
  g_hash_table_unref (group->was);
  g_string_free (group->seen, TRUE);
  g_string_free (group->rows, TRUE);
  g_free (group);
}

/* 公里 and 米 after a figure, 多 and 少 before it, go with it. */
static gboolean
goes_with_figures (gunichar c)
{
  static const gunichar all[] = { 0x516C, 0x91CC, 0x7C73, 0x591A, 0x5C11 };
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i] == c)
      return TRUE;
  return c < 0x80 && c != ' ' && c != '\n';
}

/* What differs from row to row: figures and codes, and what stands between quotes. */
static void
append_skeleton (GString *key, const char *message)
{
  gboolean is_quoted = FALSE;
  for (const char *at = message == NULL ? "" : message; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);
      if (c == 0x201D) /* ” */
        is_quoted = FALSE;
      if (!is_quoted && !goes_with_figures (c))
        g_string_append_unichar (key, c);
      if (c == 0x201C) /* “ */
        is_quoted = TRUE;
    }
}

static void
append_text (GString *key, const char *text)
{
  g_string_append (key, text == NULL ? "" : text);
  g_string_append_c (key, '\n');
}

static char *
make_key (const YlFinding *finding)
{
  GString *key = g_string_new (NULL);
  g_string_printf (key, "%u\n%u\n%u\n", (guint) finding->code, (guint) finding->severity,
                   (guint) yl_finding_get_stake (finding));
  append_text (key, finding->file);
  append_text (key, finding->sheet);
  append_text (key, finding->column);
  append_text (key, finding->basis);
  append_skeleton (key, finding->message);
  return g_string_free (key, FALSE);
}

static void
close_run (Group *group)
{
  if (group->n_runs++ >= MAX_RUNS)
    return;
  g_string_append_printf (group->rows, "%s%" YL_ROW_ID_FORMAT, group->n_runs == 1 ? "" : "、",
                          group->run_first);
  if (group->run_last > group->run_first)
    g_string_append_printf (group->rows, "–%" YL_ROW_ID_FORMAT, group->run_last);
}

static void
add_row (Group *group, YlRowId row)
{
  if (group->run_first != 0 && (row == group->run_last || row == group->run_last + 1))
    {
      group->run_last = row;
      return;
    }
  if (group->run_first != 0)
    close_run (group);
  group->run_first = row;
  group->run_last = row;
}

static void
add_seen (Group *group, const char *seen)
{
  if (seen == NULL || seen[0] == '\0' || !g_hash_table_add (group->was, (gpointer) seen))
    return;
  if (group->n_seen++ < MAX_SEEN)
    g_string_append_printf (group->seen, "%s%s", group->n_seen == 1 ? "" : "、", seen);
}

static void
add (Group *group, const YlFinding *finding, const YlFinding *first)
{
  group->n++;
  add_row (group, finding->row);
  add_seen (group, finding->seen);
  group->is_expected_equal &= g_strcmp0 (finding->expected, first->expected) == 0;
  group->is_seen_formula_equal &= g_strcmp0 (finding->seen_formula, first->seen_formula) == 0;
  group->is_expected_formula_equal &=
      g_strcmp0 (finding->expected_formula, first->expected_formula) == 0;
  group->is_gainer_equal &= g_strcmp0 (finding->gainer, first->gainer) == 0;
  if (!finding->is_priced)
    return;
  group->n_priced++;
  group->is_stake_too_large |=
      __builtin_add_overflow (group->stake_fen, finding->at_stake.fen, &group->stake_fen);
}

static Group *
find_group (GHashTable *groups, const YlFinding *finding, guint index)
{
  char *key = make_key (finding);
  Group *group = g_hash_table_lookup (groups, key);
  if (group != NULL)
    {
      g_free (key);
      return group;
    }
  group = g_new0 (Group, 1);
  group->first = index;
  group->is_expected_equal = TRUE;
  group->is_seen_formula_equal = TRUE;
  group->is_expected_formula_equal = TRUE;
  group->is_gainer_equal = TRUE;
  group->was = g_hash_table_new (yl_keyed_str_hash, g_str_equal);
  group->seen = g_string_new (NULL);
  group->rows = g_string_new (NULL);
  g_hash_table_insert (groups, key, group);
  return group;
}

/* "… 同类共 40 处：第 3–42 行；其中 12 处能算出金额，共 3,000.00 元。" */
static char *
describe (const Group *group, const YlFinding *first)
{
  GString *message = g_string_new (first->message);
  g_string_append_printf (message, "同类共 %u 处：第 %s%s 行", group->n, group->rows->str,
                          group->n_runs > MAX_RUNS ? "……" : "");
  if (group->n_priced > 0 && group->n_priced < group->n)
    {
      g_autofree char *yuan = yl_money_to_grouped ((YlMoney){ group->stake_fen });
      g_string_append_printf (message, "；其中 %u 处能算出金额，共 %s 元", group->n_priced, yuan);
    }
  return g_string_free (message, FALSE);
}

static void
write_group (Group *group, const YlFinding *first, YlFindings *out)
{
  close_run (group);
  if (group->n_seen > MAX_SEEN)
    g_string_append_printf (group->seen, " 等 %u 种", group->n_seen);
  g_autofree char *message = describe (group, first);
  YlFinding finding = *first;
  finding.message = message;
  finding.seen = group->n_seen == 0 ? NULL : group->seen->str;
  finding.expected = group->is_expected_equal ? first->expected : NULL;
  finding.seen_formula = group->is_seen_formula_equal ? first->seen_formula : NULL;
  finding.expected_formula = group->is_expected_formula_equal ? first->expected_formula : NULL;
  finding.gainer = group->is_gainer_equal ? first->gainer : NULL;
  finding.repair = NULL;
  finding.at_stake.fen = group->stake_fen;
  finding.is_priced = group->n_priced == group->n && !group->is_stake_too_large;
  yl_findings_add (out, &finding);
}

YlFindings *
yl_findings_group (const YlFindings *findings)
{
  const guint n = (guint) yl_findings_get_n (findings);
  g_autoptr (GHashTable) groups =
      g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, free_group);
  g_autofree Group **group_of = g_new0 (Group *, n);
  for (guint i = 0; i < n; i++)
    {
      const YlFinding *finding = yl_findings_get (findings, i);
      if (finding->row == 0)
        continue;
      group_of[i] = find_group (groups, finding, i);
      add (group_of[i], finding, yl_findings_get (findings, group_of[i]->first));
    }
  YlFindings *out = yl_findings_new ();
  for (guint i = 0; i < n; i++)
    {
      Group *group = group_of[i];
      if (group == NULL || group->n < YL_FINDING_GROUP_MIN)
        yl_findings_add (out, yl_findings_get (findings, i));
      else if (group->first == i)
        write_group (group, yl_findings_get (findings, i), out);
    }
  return out;
}
