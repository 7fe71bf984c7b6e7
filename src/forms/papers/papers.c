#include "papers-private.h"

#include "yanglu/base/keyed-hash.h"
#include "yanglu/base/money.h"

static gint64
get_fen (const YlFinding *finding)
{
  return finding->is_priced ? finding->at_stake.fen : 0;
}

static guint64
magnitude_of (gint64 fen)
{
  return fen < 0 ? -(guint64) fen : (guint64) fen;
}

static gint
compare_amounts (gint64 a, gint64 b)
{
  const guint64 one = magnitude_of (a);
  const guint64 two = magnitude_of (b);
  return one == two ? 0 : (one > two ? -1 : 1);
}

static gint
by_amount (gconstpointer a, gconstpointer b, gpointer data)
{
  const guint one = *(const guint *) a;
  const guint two = *(const guint *) b;
  const gint order = compare_amounts (get_fen (yl_findings_get (data, one)),
                                      get_fen (yl_findings_get (data, two)));
  return order != 0 ? order : (one < two ? -1 : 1);
}

static gint
by_weight (gconstpointer a, gconstpointer b, gpointer data)
{
  const YlFinding *one = yl_findings_get (data, *(const guint *) a);
  const YlFinding *two = yl_findings_get (data, *(const guint *) b);
  if (one->severity != two->severity)
    return one->severity < two->severity ? -1 : 1;
  return by_amount (a, b, data);
}

static gint
by_sum (gconstpointer a, gconstpointer b)
{
  const YlPaperSum *one = a;
  const YlPaperSum *two = b;
  const guint64 weight = yl_stakes_weigh (&one->stakes);
  const guint64 other = yl_stakes_weigh (&two->stakes);
  if (weight != other)
    return weight > other ? -1 : 1;
  if (one->n != two->n)
    return one->n > two->n ? -1 : 1;
  return one->code != two->code ? (gint) one->code - (gint) two->code
                                : g_strcmp0 (one->label, two->label);
}

static guint *
make_order (const YlFindings *findings, GCompareDataFunc compare)
{
  const guint n = (guint) yl_findings_get_n (findings);
  guint *order = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (gint) n, sizeof *order, compare, (gpointer) findings);
  return order;
}

static void
sum_rules (YlPaperSums *sums, const YlFindings *findings)
{
  YlPaperSum rules[YL_N_CODES] = { 0 };
  YlPaperSum severities[YL_N_SEVERITIES] = { 0 };
  for (gsize i = 0; i < yl_findings_get_n (findings); i++)
    {
      const YlFinding *finding = yl_findings_get (findings, i);
      rules[finding->code].n++;
      yl_stakes_add (&rules[finding->code].stakes, finding);
      severities[finding->severity].n++;
      yl_stakes_add (&severities[finding->severity].stakes, finding);
    }
  for (guint severity = 0; severity < YL_N_SEVERITIES; severity++)
    {
      severities[severity].label = yl_severity_get_name ((YlSeverity) severity);
      if (severities[severity].n > 0)
        g_array_append_val (sums->severities, severities[severity]);
    }
  for (guint code = 0; code < YL_N_CODES; code++)
    {
      rules[code].code = code;
      rules[code].label = yl_code_get_title ((YlCode) code);
      if (rules[code].n > 0)
        g_array_append_val (sums->rules, rules[code]);
    }
  g_array_sort (sums->rules, by_sum);
}

/* The distinct gainers, in the order of the findings; index of each finding's own, from 1. */
static GPtrArray *
list_gainers (const YlFindings *findings, guint *out_index)
{
  GPtrArray *names = g_ptr_array_new ();
  g_autoptr (GHashTable) known = g_hash_table_new (yl_keyed_str_hash, g_str_equal);
  for (gsize i = 0; i < yl_findings_get_n (findings); i++)
    {
      const char *gainer = yl_findings_get (findings, i)->gainer;
      out_index[i] = 0;
      if (gainer == NULL || gainer[0] == '\0')
        continue;
      if (!g_hash_table_contains (known, gainer))
        {
          g_ptr_array_add (names, (gpointer) gainer);
          g_hash_table_insert (known, (gpointer) gainer, GUINT_TO_POINTER (names->len));
        }
      out_index[i] = GPOINTER_TO_UINT (g_hash_table_lookup (known, gainer));
    }
  return names;
}

static void
sum_gainers (YlPaperSums *sums, const YlFindings *findings)
{
  const gsize n = yl_findings_get_n (findings);
  g_autofree guint *index = g_new (guint, n + 1);
  g_autoptr (GPtrArray) names = list_gainers (findings, index);
  sums->labels = yl_labels_new ((const char *const *) names->pdata, names->len, "", "（受益方）");
  sums->named = g_new0 (const char *, n + 1);
  g_array_set_size (sums->gainers, names->len);
  for (guint i = 0; i < names->len; i++)
    g_array_index (sums->gainers, YlPaperSum, i).label = yl_labels_get (sums->labels, i);
  for (gsize i = 0; i < n; i++)
    {
      sums->named[i] = "";
      if (index[i] == 0)
        continue;
      YlPaperSum *sum = &g_array_index (sums->gainers, YlPaperSum, index[i] - 1);
      sums->named[i] = sum->label;
      sum->n++;
      yl_stakes_add (&sum->stakes, yl_findings_get (findings, i));
    }
  g_array_sort (sums->gainers, by_sum);
}

YlPaperSums *
yl_paper_sums_new (const YlFindings *findings)
{
  YlPaperSums *sums = g_new0 (YlPaperSums, 1);
  sums->severities = g_array_new (FALSE, TRUE, sizeof (YlPaperSum));
  sums->rules = g_array_new (FALSE, TRUE, sizeof (YlPaperSum));
  sums->gainers = g_array_new (FALSE, TRUE, sizeof (YlPaperSum));
  sum_rules (sums, findings);
  sum_gainers (sums, findings);
  sums->by_weight = make_order (findings, by_weight);
  sums->by_amount = make_order (findings, by_amount);
  return sums;
}

void
yl_paper_sums_free (YlPaperSums *sums)
{
  if (sums == NULL)
    return;
  g_array_unref (sums->severities);
  g_array_unref (sums->rules);
  g_array_unref (sums->gainers);
  yl_labels_free (sums->labels);
  g_free (sums->named);
  g_free (sums->by_weight);
  g_free (sums->by_amount);
  g_free (sums);
}

gboolean
yl_papers_has_totals (const YlPapers *papers)
{
  return papers->audit->has_stated && papers->audit->has_expected;
}

const char *
yl_paper_count_findings (const YlPapers *papers, const char *column, const char *test)
{
  g_autofree char *formula = g_strdup_printf ("count(findings, %s=%s)", column, test);
  return yl_tables_write_out (papers->tables, NULL, formula);
}

const char *
yl_paper_sum_stakes (const YlPapers *papers, YlStake stake, const char *column, const char *test)
{
  g_autofree char *formula = g_strdup_printf (
      "sum(findings.%s, %s=%s)", yl_findings_table_get_stake_column (stake), column, test);
  return yl_tables_write_out (papers->tables, NULL, formula);
}

const char *
yl_paper_name_stake (const YlPapers *papers, guint index)
{
  const YlFinding *finding = yl_findings_get (papers->audit->findings, index);
  const gboolean is_none = finding->is_priced && finding->at_stake.fen == 0;
  return is_none ? "" : yl_stake_get_name (yl_finding_get_stake (finding));
}

YlOwnCell
yl_paper_get_stake (const YlPapers *papers, guint index)
{
  const YlFinding *finding = yl_findings_get (papers->audit->findings, index);
  YlStakes stakes = { 0 };
  yl_stakes_add (&stakes, finding);
  return finding->is_priced ? yl_paper_amount (yl_findings_table_get_stake (&papers->list, index),
                                               stakes.fen[yl_finding_get_stake (finding)])
                            : yl_own_label ("未知");
}

void
yl_paper_write_heading (YlSheet *sheet, guint last, const char *text)
{
  yl_sheet_begin_row (sheet, YL_STYLE_SECTION, 20);
  yl_sheet_span (sheet, 0, last, text);
}

void
yl_paper_begin_section (YlSheet *sheet, guint last, const char *text)
{
  yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 10);
  yl_paper_write_heading (sheet, last, text);
  yl_sheet_keep_together (sheet);
}

guint32
yl_paper_begin_row (
    const YlTable *table, const char *first, YlStyle style, double height, const char *label)
{
  YlSheet *sheet = yl_table_get_sheet (table);
  const guint32 row = yl_sheet_begin_row (sheet, style, height);
  yl_sheet_span (sheet, 0, yl_table_find_column (table, first) - 1, label);
  return row;
}

guint32
yl_paper_write_row (const YlTable *table, YlStyle style, gconstpointer record)
{
  YlSheet *sheet = yl_table_get_sheet (table);
  const guint32 row = yl_sheet_begin_row (sheet, style, 0);
  yl_sheet_blank (sheet, 0);
  yl_table_write_cells (table, "name", record);
  return row;
}

YlOwnCell
yl_paper_amount (const char *formula, gint64 fen)
{
  return yl_own_figure (YL_MEASURE_FEN, formula, fen, NULL);
}

static gboolean
is_said (const char *text)
{
  return text != NULL && text[0] != '\0';
}

char *
yl_paper_make_place (const YlFinding *finding, const char *file)
{
  const char *sheet = is_said (finding->sheet) ? finding->sheet : finding->file;
  const gboolean is_whole = finding->row == 0 && !is_said (finding->cell);
  if (!is_said (sheet) || (is_whole && g_strcmp0 (sheet, file) == 0))
    return g_strdup ("整个文件");
  if (is_said (finding->cell))
    return g_strdup_printf ("%s!%s", sheet, finding->cell);
  GString *place = g_string_new (sheet);
  if (finding->row != 0)
    g_string_append_printf (place, "第%" YL_ROW_ID_FORMAT "行", finding->row);
  if (is_said (finding->column))
    g_string_append_printf (place, "“%s”列", finding->column);
  return g_string_free (place, FALSE);
}

char *
yl_paper_clip (const char *text, guint n_characters)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  if (g_utf8_strlen (valid, -1) <= (glong) n_characters)
    return g_steal_pointer (&valid);
  g_autofree char *begin = g_utf8_substring (valid, 0, (glong) n_characters - 1);
  return g_strconcat (begin, "…", NULL);
}

const char *
yl_paper_get_project (const YlPapers *papers)
{
  const char *project = papers->request->project;
  return project != NULL ? project : YL_PAPER_PROJECT;
}

char *
yl_paper_make_day (const YlPapers *papers)
{
  g_autofree char *day = yl_date_to_chinese (papers->request->date);
  return g_strdup (day[0] != '\0' ? day : YL_PAPER_BLANK_DAY);
}
