#include "diagnosis-private.h"

#include "yanglu/base/length.h"
#include "yanglu/base/ratio.h"

#include <string.h>

/* What amounts are multiplied with by those who do not ask what they are. */
typedef struct
{
  gint64 value;
  gint64 over;
  guint bits; /* how rare, beside other factors */
  const char *words;
} Factor;

#define N_MONTHS 12
/* Other factors are looked for in thousandths, between these. */
#define MIN_PARTS 20
#define MAX_PARTS 5000
#define PARTS 1000
/* Below so many fen a thousandth is too coarse to say anything. */
#define MIN_FACTOR_FEN 1000000

static const Factor factors[] = {
  { 109, 100, 2, "乘了 1.09（按 9% 加了增值税）" },
  { 100, 109, 2, "除以了 1.09（按 9% 扣除了增值税）" },
  { 106, 100, 2, "乘了 1.06（按 6% 加了增值税）" },
  { 100, 106, 2, "除以了 1.06（按 6% 扣除了增值税）" },
  { 113, 100, 2, "乘了 1.13（按 13% 加了增值税）" },
  { 100, 113, 2, "除以了 1.13（按 13% 扣除了增值税）" },
  { 103, 100, 2, "乘了 1.03（按 3% 加了增值税）" },
  { 100, 103, 2, "除以了 1.03（按 3% 扣除了增值税）" },
  { 101, 100, 2, "乘了 1.01（按 1% 加了增值税）" },
  { 100, 101, 2, "除以了 1.01（按 1% 扣除了增值税）" },
  { 2, 1, 2, "算了两遍" },
  { 1, 2, 3, "只有一半（如只按半年、6 个月计）" },
  { 10, 1, 3, "小数点错了一位（放大 10 倍）" },
  { 1, 10, 3, "小数点错了一位（缩小 10 倍）" },
  { 100, 1, 3, "小数点错了两位（放大 100 倍）" },
  { 1, 100, 3, "小数点错了两位（缩小 100 倍）" },
  { 1000, 1, 4, "小数点错了三位（放大 1,000 倍）" },
  { 1, 1000, 4, "小数点错了三位（缩小 1,000 倍）" },
};

static const Factor *
find_factor (const YlShared *shared)
{
  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    if (factors[i].value == shared->value && factors[i].over == shared->over)
      return &factors[i];
  return NULL;
}

/* What a policy that pays for a part of the year is taken for: nothing, or twice. */
static const char *
find_part_words (const YlDiagnosisCase *problem, const YlShared *factor)
{
  const YlYearPart part = problem->part;
  if (part.of == 0)
    return NULL;
  return factor->value == part.of && factor->over == part.n   ? "按全年计，没有折算到"
         : factor->value == part.n && factor->over == part.of ? "折算了两遍，每遍只计"
                                                              : NULL;
}

guint
yl_factor_get_bits (const YlDiagnosisCase *problem, const YlShared *factor)
{
  if (find_part_words (problem, factor) != NULL)
    return 1;
  const Factor *known = find_factor (factor);
  if (known != NULL)
    return known->bits;
  const gboolean has_two_decimals = factor->value % 10 == 0 && factor->over % 10 == 0;
  return factor->over == N_MONTHS ? 4 : has_two_decimals ? 6 : 9;
}

void
yl_factor_append (GString *text, const YlDiagnosisCase *problem, const YlShared *factor)
{
  const Factor *known = find_factor (factor);
  const char *part = find_part_words (problem, factor);
  if (part != NULL)
    g_string_append_printf (text, "金额%s全年的 %u/%u", part, problem->part.n, problem->part.of);
  else if (known != NULL)
    g_string_append_printf (text, "金额%s", known->words);
  else if (factor->over == N_MONTHS)
    g_string_append_printf (text, "金额只按 %d 个月计（全年的 %d/%d）", (int) factor->value,
                            (int) factor->value, N_MONTHS);
  else
    {
      const gboolean is_over = factor->value == PARTS;
      g_autofree char *number =
          yl_length_to_km ((YlLength){ is_over ? factor->over : factor->value });
      const char *end = number + strlen (number);
      while (end[-1] == '0')
        end--;
      g_string_append_printf (text, "金额%s了 %.*s", is_over ? "除以" : "乘", (int) (end - number),
                              number);
    }
}

static gboolean
add (YlSearch *search, gint64 value, gint64 over)
{
  const YlShared cause = {
    .kind = YL_CAUSE_FACTOR, .first = YL_ALL_RATES, .is_output = TRUE, .value = value, .over = over
  };
  return yl_search_add_if_shown (search, &cause);
}

static gboolean
is_known (const YlSearch *search, gint64 value, gint64 over)
{
  for (guint i = 0; i < search->shared->len; i++)
    {
      const YlShared *shared = &g_array_index (search->shared, YlShared, i);
      if (shared->kind == YL_CAUSE_FACTOR && shared->value * over == value * shared->over)
        return TRUE;
    }
  return FALSE;
}

/* What makes @before_fen to @after_fen, in thousandths; 0: nothing so plain. */
static gint64
find_parts (gint64 before_fen, gint64 after_fen, gint64 slack_fen)
{
  gint64 parts = 0, fen = 0;
  if (before_fen < MIN_FACTOR_FEN || after_fen <= 0
      || !yl_ratio_scale (after_fen, PARTS, before_fen, &parts) || parts < MIN_PARTS
      || parts > MAX_PARTS || !yl_ratio_scale (before_fen, parts, PARTS, &fen))
    return 0;
  return ABS (fen - after_fen) <= 1 + slack_fen ? parts : 0;
}

/* One row alone shows a factor of two decimals, if its amount shows the yuan; of three, or of rounded
 * amounts, it needs a second row. */
static gboolean
is_enough (GHashTable *seen, gint64 parts, gint64 slack_fen)
{
  const gboolean is_plain = parts % 10 == 0 && slack_fen <= YL_FINE_SLACK_FEN;
  return parts != 0 && parts != PARTS
         && (is_plain || !g_hash_table_add (seen, GINT_TO_POINTER ((int) parts)));
}

static void
infer_parts (YlSearch *search)
{
  g_autoptr (GHashTable) times = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) over = g_hash_table_new (NULL, NULL);
  for (gsize row = 0; row < search->problem->n_rows; row++)
    {
      if (search->difference_fen[row] == 0)
        continue;
      const gint64 stated_fen = search->problem->rows[row].stated_fen;
      const gint64 due_fen = stated_fen - search->difference_fen[row];
      const gint64 slack_fen = search->problem->rows[row].slack_fen;
      const gint64 multiplied = find_parts (due_fen, stated_fen, slack_fen);
      const gint64 divided = find_parts (stated_fen, due_fen, slack_fen);
      if (is_enough (times, multiplied, slack_fen) && !is_known (search, multiplied, PARTS))
        add (search, multiplied, PARTS);
      if (is_enough (over, divided, slack_fen) && !is_known (search, PARTS, divided))
        add (search, PARTS, divided);
    }
}

void
yl_factor_infer (YlSearch *search)
{
  const YlYearPart part = search->problem->part;
  if (part.of != 0 && part.n != 0)
    {
      add (search, part.of, part.n);
      add (search, part.n, part.of);
    }
  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    if (!is_known (search, factors[i].value, factors[i].over))
      add (search, factors[i].value, factors[i].over);
  for (gint64 n = 1; n < N_MONTHS; n++)
    if (n != N_MONTHS / 2 && !is_known (search, n, N_MONTHS))
      add (search, n, N_MONTHS);
  infer_parts (search);
}
