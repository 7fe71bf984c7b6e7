#include "yanglu/domain/finding.h"

#include "yanglu/base/order.h"
#include "yanglu/base/text-set.h"

#define BLOCK_BYTES (16u * 1024u)

struct _YlFindings
{
  GArray *found;    /* of YlFinding, strings in `texts` */
  YlTextSet *texts; /* every distinct string once */
  GPtrArray *twins; /* of YlFindingTwin */
  guint n_kept;     /* findings of one code that are kept */
  guint64 n_of_code[YL_N_CODES];
  guint64 n_of_severity[YL_N_SEVERITIES];
};

const char *
yl_finding_get_basis (const YlFinding *finding)
{
  return finding->basis != NULL ? finding->basis : yl_code_get_basis (finding->code);
}

const char *
yl_finding_find_law (const YlFinding *finding)
{
  const char *basis = yl_finding_get_basis (finding);
  return yl_code_is_ours (basis) ? NULL : basis;
}

static char *
write_both (const char *value, const char *formula)
{
  const gboolean has_value = value != NULL && value[0] != '\0';
  if (formula == NULL)
    return g_strdup (has_value ? value : "");
  return has_value ? g_strconcat (value, "\n", formula, NULL) : g_strdup (formula);
}

char *
yl_finding_write_seen (const YlFinding *finding)
{
  return write_both (finding->seen, finding->seen_formula);
}

char *
yl_finding_write_expected (const YlFinding *finding)
{
  return write_both (finding->expected, finding->expected_formula);
}

YlStake
yl_finding_get_stake (const YlFinding *finding)
{
  const YlStake stake =
      finding->stake != YL_STAKE_BY_SIGN ? finding->stake : yl_code_get_stake (finding->code);
  if (stake != YL_STAKE_BY_SIGN)
    return stake;
  return finding->at_stake.fen < 0 ? YL_STAKE_LESS : YL_STAKE_MORE;
}

void
yl_stakes_add (YlStakes *stakes, const YlFinding *finding)
{
  gint64 *const sum = &stakes->fen[yl_finding_get_stake (finding)];
  gint64 size = finding->at_stake.fen;
  gint64 more = 0;
  if (!finding->is_priced || (size < 0 && __builtin_sub_overflow (0, size, &size))
      || __builtin_add_overflow (*sum, size, &more))
    return;
  *sum = more;
}

guint64
yl_stakes_weigh (const YlStakes *stakes)
{
  guint64 sum = 0;
  for (guint i = 0; i < YL_N_STAKES; i++)
    if (__builtin_add_overflow (sum, (guint64) stakes->fen[i], &sum))
      return G_MAXUINT64;
  return sum;
}

YlFindings *
yl_findings_new (void)
{
  return yl_findings_new_counting (G_MAXUINT);
}

YlFindings *
yl_findings_new_counting (guint n_kept)
{
  YlFindings *findings = g_new0 (YlFindings, 1);
  findings->found = g_array_new (FALSE, FALSE, sizeof (YlFinding));
  findings->texts = yl_text_set_new (BLOCK_BYTES);
  findings->twins = g_ptr_array_new_with_free_func (g_free);
  findings->n_kept = n_kept;
  return findings;
}

void
yl_findings_free (YlFindings *findings)
{
  if (findings == NULL)
    return;
  g_array_free (findings->found, TRUE);
  yl_text_set_free (findings->texts);
  g_ptr_array_unref (findings->twins);
  g_free (findings);
}

static void
keep_text (YlFindings *findings, const char **text)
{
  if (*text != NULL)
    *text = yl_text_set_keep (findings->texts, *text);
}

/* A message is a sentence: whoever wrote it, it ends with a full stop. */
static void
keep_sentence (YlFindings *findings, const char **text)
{
  static const char *const ends[] = { "。", "！", "？" };
  gboolean is_ended = *text == NULL || **text == '\0';
  for (gsize i = 0; i < G_N_ELEMENTS (ends) && !is_ended; i++)
    is_ended = g_str_has_suffix (*text, ends[i]);
  if (is_ended)
    {
      keep_text (findings, text);
      return;
    }
  g_autofree char *sentence = g_strconcat (*text, "。", NULL);
  *text = yl_text_set_keep (findings->texts, sentence);
}

static const YlFindingTwin *
keep_twin (YlFindings *findings, const YlFindingTwin *twin)
{
  if (twin == NULL)
    return NULL;
  YlFindingTwin *copy = g_memdup2 (twin, sizeof *twin);
  keep_text (findings, &copy->file);
  keep_text (findings, &copy->sheet);
  keep_text (findings, &copy->seen);
  keep_sentence (findings, &copy->message);
  g_ptr_array_add (findings->twins, copy);
  return copy;
}

void
yl_findings_add (YlFindings *findings, const YlFinding *finding)
{
  const gboolean is_kept = yl_findings_would_keep (findings, finding->code);
  yl_findings_count (findings, finding->code, finding->severity);
  if (!is_kept)
    return;
  YlFinding copy = *finding;
  keep_text (findings, &copy.file);
  keep_text (findings, &copy.sheet);
  keep_text (findings, &copy.column);
  keep_text (findings, &copy.cell);
  keep_text (findings, &copy.seen);
  keep_text (findings, &copy.expected);
  keep_text (findings, &copy.seen_formula);
  keep_text (findings, &copy.expected_formula);
  keep_text (findings, &copy.repair);
  keep_text (findings, &copy.gainer);
  keep_text (findings, &copy.basis);
  keep_sentence (findings, &copy.message);
  copy.twin = keep_twin (findings, copy.twin);
  g_array_append_val (findings->found, copy);
}

gboolean
yl_findings_would_keep (const YlFindings *findings, YlCode code)
{
  g_return_val_if_fail ((guint) code < YL_N_CODES, FALSE);
  return findings->n_of_code[code] < findings->n_kept;
}

gboolean
yl_findings_want (YlFindings *findings, YlCode code, YlSeverity severity)
{
  const gboolean is_kept = yl_findings_would_keep (findings, code);
  if (!is_kept)
    yl_findings_count (findings, code, severity);
  return is_kept;
}

void
yl_findings_count (YlFindings *findings, YlCode code, YlSeverity severity)
{
  g_return_if_fail ((guint) code < YL_N_CODES && (guint) severity < YL_N_SEVERITIES);
  findings->n_of_code[code]++;
  findings->n_of_severity[severity]++;
}

void
yl_findings_append (YlFindings *findings, const YlFindings *more)
{
  guint64 n_kept[YL_N_CODES] = { 0 };
  YlSeverity severities[YL_N_CODES] = { YL_SEVERITY_ERROR };
  for (guint i = 0; i < more->found->len; i++)
    {
      const YlFinding *finding = &g_array_index (more->found, YlFinding, i);
      yl_findings_add (findings, finding);
      severities[finding->code] = finding->severity;
      n_kept[finding->code]++;
    }
  for (guint code = 0; code < YL_N_CODES; code++)
    for (guint64 i = n_kept[code]; i < more->n_of_code[code]; i++)
      yl_findings_count (findings, (YlCode) code, severities[code]);
}

gsize
yl_findings_get_n (const YlFindings *findings)
{
  return findings->found->len;
}

const YlFinding *
yl_findings_get (const YlFindings *findings, gsize index)
{
  g_return_val_if_fail (index < findings->found->len, NULL);
  return &g_array_index (findings->found, YlFinding, index);
}

void
yl_findings_price (YlFindings *findings, gsize index, YlMoney at_stake)
{
  g_return_if_fail (index < findings->found->len);
  YlFinding *finding = &g_array_index (findings->found, YlFinding, index);
  finding->at_stake = at_stake;
  finding->is_priced = TRUE;
}

guint64
yl_findings_get_n_of_code (const YlFindings *findings, YlCode code)
{
  g_return_val_if_fail ((guint) code < YL_N_CODES, 0);
  return findings->n_of_code[code];
}

guint64
yl_findings_get_n_of_severity (const YlFindings *findings, YlSeverity severity)
{
  g_return_val_if_fail ((guint) severity < YL_N_SEVERITIES, 0);
  return findings->n_of_severity[severity];
}

static int
compare (gconstpointer left, gconstpointer right)
{
  const YlFinding *a = left;
  const YlFinding *b = right;
  int order = yl_compare_numbers (a->severity, b->severity);
  if (order == 0)
    order = yl_compare_numbers (a->code, b->code);
  if (order == 0)
    order = g_strcmp0 (a->file, b->file);
  if (order == 0)
    order = g_strcmp0 (a->sheet, b->sheet);
  if (order == 0)
    order = yl_compare_numbers (a->row, b->row);
  if (order == 0)
    order = g_strcmp0 (a->column, b->column);
  return order;
}

void
yl_findings_sort (YlFindings *findings)
{
  /* GLib promises a stable sort of arrays. */
  g_array_sort (findings->found, compare);
}

void
yl_findings_reorder (YlFindings *findings, const guint *order)
{
  g_autofree YlFinding *found =
      g_memdup2 (findings->found->data, findings->found->len * sizeof (YlFinding));
  for (guint i = 0; i < findings->found->len; i++)
    g_array_index (findings->found, YlFinding, i) = found[order[i]];
}

void
yl_findings_place (YlFindings *findings, gsize index, const char *cell)
{
  g_return_if_fail (index < findings->found->len);
  YlFinding *finding = &g_array_index (findings->found, YlFinding, index);
  finding->cell = cell;
  keep_text (findings, &finding->cell);
}

YlStakes
yl_findings_sum_stakes (const YlFindings *findings, YlSeverity severity)
{
  YlStakes stakes = { 0 };
  for (gsize i = 0; i < yl_findings_get_n (findings); i++)
    if (yl_findings_get (findings, i)->severity == severity)
      yl_stakes_add (&stakes, yl_findings_get (findings, i));
  return stakes;
}
